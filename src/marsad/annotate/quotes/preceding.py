"""Quotations in front of their cue: «…»، قال فلان; and the parts of one that its cue splits or و joins."""

from marsad.annotate.grammar import Marked
from marsad.annotate.quotes.cues import Candidate
from marsad.annotate.quotes.drafts import Draft
from marsad.annotate.quotes.kinds import Extent, trimmed, whole_or_kind
from marsad.annotate.quotes.layout import COMMAS, Layout
from marsad.annotate.quotes.openings import Opening
from marsad.annotate.quotes.taken import Taken

_ADJACENT, _BEHIND_COMMA = 5, 2  # words of speech in front of its cue, without and with a comma between
_LEAST = 2  # words on each side of a verb between commas
_MOST_PARTS = 12  # quotations that و joins


def quoted_first(layout: Layout, index: int, taken: Taken) -> tuple[Draft, Extent] | None:
    """The quotation that stands in front of the verb at token `index`."""
    cue = next((one for one in layout.cues[index] if _bare_say(one)), None)
    pair = _marks_before(layout, index) if cue else None
    if cue is None or pair is None or pair.open in taken or pair.open + 1 in taken:
        return None
    start = layout.skip_between(index + 1, layout.limit(index))
    behind = layout.phrase(start, layout.limit(index))
    source = (start, behind) if behind > start else None
    reach = _inside(layout, pair)
    return (Draft(cue, Opening("marks", pair.open, source), "marks-then-cue", source), reach) if reach else None


def parenthetical(layout: Layout, index: int, taken: Taken) -> tuple[Draft, Extent, Extent] | None:
    """هذه الأرض، يقول الحاج، ورثناها: a verb of saying and its subject between commas, the words on both sides."""
    cue = next((one for one in layout.cues[index] if _bare_say(one) and not one.reading.suffix), None)
    sentence, limit = layout.passage.sentence(index)[0], layout.limit(index)
    if cue is None or index - 1 <= sentence or layout.tokens[index - 1].text not in COMMAS:
        return None
    behind = layout.phrase(index + 1, limit)
    if behind in {index + 1, limit} or layout.tokens[behind].text not in COMMAS:
        return None
    first = max(sentence, taken.end_before(index))
    if index - 2 in taken or any(place in layout.cues for place in range(first, index)):
        return None
    front = whole_or_kind(layout, first, index - 1)
    rest = whole_or_kind(layout, behind + 1, min(limit, _next_cue(layout, behind + 1, limit)))
    if min(layout.words_between(*part[:2]) for part in (front, rest)) < _LEAST:
        return None
    source = (index + 1, behind)
    return Draft(cue, Opening("noun", first, source), "parenthetical", source), front, rest


def _next_cue(layout: Layout, first: int, limit: int) -> int:
    return next((place for place in range(first, limit) if place in layout.cues), limit)


def _bare_say(cue: Candidate) -> bool:
    return cue.finite and not cue.reading.clitics and cue.entry.takes("say")


def first_part(layout: Layout, made: Draft, reach: Extent, taken: Taken) -> Extent | None:
    """«…»، قال فلان، «…»: the part of a quotation in front of its cue."""
    cue = made.cue
    if made.opening.form != "marks" or reach.kind != "direct" or not cue.finite or cue.reading.clitics:
        return None
    pair = _marks_before(layout, cue.index)
    if pair is None or pair.open in taken or pair.open + 1 in taken:
        return None
    return _inside(layout, pair)


def parallel(layout: Layout, made: Draft, reach: Extent) -> list[Extent]:
    """ردد المحتجون «…» و«…»: further marks joined by و are further quotations."""
    found: list[Extent] = []
    if made.opening.form != "marks":
        return found
    tokens, place = layout.tokens, reach.behind + 1
    while len(found) < _MOST_PARTS:
        while place < len(tokens) and tokens[place].text in {*COMMAS, '"', "”", "»"}:
            place += 1
        if place + 1 >= len(tokens) or tokens[place].key != "و":
            break
        pair = layout.passage.mark_at(place + 1)
        if not pair or pair.open != place + 1 or pair.close is None or pair.close == pair.open + 1:
            break
        found.append(Extent(pair.open + 1, pair.close, "direct"))
        place = pair.close + 1
    return found


def _marks_before(layout: Layout, index: int) -> Marked | None:
    """Closed marks with speech that end in front of a verb."""
    tokens, place = layout.tokens, index - 1
    while place >= 0 and (tokens[place].text in {*COMMAS, "-", "–"} or tokens[place].key in {"كما", "هكذا"}):
        place -= 1
    pair = layout.passage.mark_at(place) if place >= 0 else None
    if pair is None or pair.close != place or not layout.speech(pair, fresh=True):
        return None
    least = _ADJACENT if place == index - 1 else _BEHIND_COMMA
    return pair if layout.words_between(pair.open, place) >= least else None


def _inside(layout: Layout, pair: Marked) -> Extent | None:
    behind = trimmed(layout, pair.open + 1, pair.close or pair.open + 1, COMMAS)
    return Extent(pair.open + 1, behind, "direct") if behind > pair.open + 1 else None
