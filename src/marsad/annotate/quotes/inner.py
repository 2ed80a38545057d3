"""Which attributions count inside the words of another: speech is told in the first person, demands are its matter."""

from marsad.annotate.quotes.attribution import Attribution
from marsad.annotate.quotes.cues import entries
from marsad.annotate.quotes.layout import Layout
from marsad.annotate.quotes.openings import Range, speaks
from marsad.annotate.quotes.spans import Spans
from marsad.records import Span

_NEAR = 24  # attributions in front and behind among which the one around is looked for
_WORDS = ("/that", "/marks", "/colon")


def without_inner(layout: Layout, found: list[Attribution]) -> list[Attribution]:
    """The attributions that count."""
    return _without_nested(layout, _without_told(layout, found))


def _without_told(layout: Layout, found: list[Attribution]) -> list[Attribution]:
    """Inside marked speech only those who are named there; what "I" or "they" say is part of the speech."""
    direct = Spans((content.start, content.end) for one in found for content in one.content if content.mode == "direct")
    return [one for one in found if not direct.holds(one.cue.start) or _of_somebody(layout, one)]


def _of_somebody(layout: Layout, one: Attribution) -> bool:
    return one.source is not None and (one.rule.endswith("/that") or _speaks(layout, one.source))


def _without_nested(layout: Layout, found: list[Attribution]) -> list[Attribution]:
    """Inside the clause of another one a mere demand or mood counts only of somebody named (لافروف شدد على …)."""
    spans = [(one.content[0].start, one.content[-1].end) for one in found]
    kept: list[Attribution] = []
    last: int | None = None  # end of the clause that holds the last one of somebody named
    for place, one in enumerate(found):
        near = spans[max(0, place - _NEAR) : place + _NEAR]
        around = [end for start, end in near if (start, end) != spans[place] and start <= one.cue.start < end]
        goes_on = one.source is None and last in around  # … وصف … وحث …: the same one goes on
        if not around or goes_on or (one.rule.endswith(_WORDS) and not _inanimate(layout, one)):
            kept.append(one)
        elif one.source and _speaks(layout, one.source) and not entries()[one.lemma].takes("attitude"):
            kept.append(one)
            last = around[0]
    return kept


def _inanimate(layout: Layout, one: Attribution) -> bool:
    """استشهاده يؤكد أن: inside a clause a thing in front of a verb shows, and says nothing."""
    if one.source is None or one.source.end >= one.cue.start or one.cue_kind != "verb":
        return False
    first = layout.tokens[layout.passage.at(one.cue.start)].key.removeprefix("و")
    return first[:1] in {"ي", "ت"} and not _speaks(layout, one.source)


def _speaks(layout: Layout, source: Span) -> bool:
    return speaks(layout, *_tokens(layout, source))


def _tokens(layout: Layout, span: Span) -> Range:
    return layout.passage.at(span.start), layout.passage.behind(span.end)
