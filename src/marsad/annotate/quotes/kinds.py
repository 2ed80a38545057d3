"""Which words of a content stand in marks: its kind, and its stretches."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from marsad.annotate.grammar import Marked, finite_verb
from marsad.annotate.quotes.cues import behind_clitics, word_list
from marsad.annotate.quotes.layout import QUOTES, Layout
from marsad.kinds import QuoteKind
from marsad.records import Content

_TRIMMED = frozenset("،,؛;.:!؟?-–—…")
_MOST_MARKS = 60  # marks looked at in one content


class Extent(NamedTuple):
    """Tokens of a content, end exclusive, and its kind."""

    first: int
    behind: int
    kind: QuoteKind


def trimmed(layout: Layout, first: int, behind: int, signs: frozenset[str] = _TRIMMED) -> int:
    """Without the signs and stray conjunctions at the end."""
    while behind > first and _stray_end(layout, first, behind - 1, signs):
        behind -= 1
    return behind


def _stray_end(layout: Layout, first: int, last: int, signs: frozenset[str]) -> bool:
    token, pair = layout.tokens[last], layout.passage.mark_at(last)
    if token.text in signs or token.key in word_list("trailing"):
        return True
    if pair is None:
        return token.text in QUOTES
    return pair.open == last or (pair.close == last and pair.open < first - 1)


def marks_from(layout: Layout, first: int) -> list[Marked]:
    """The next marks that open at or behind a token; no more than one content is looked at for."""
    marks = layout.passage.marks
    place = bisect_left(marks, first, key=lambda pair: pair.open)
    return list(marks[place : place + _MOST_MARKS])


def whole_or_kind(layout: Layout, first: int, behind: int) -> Extent:
    """The extent of a clause in front of its source: direct where it is wholly in marks."""
    behind = trimmed(layout, first, behind)
    pair = layout.passage.mark_at(first)
    if pair and pair.open == first and pair.close == behind - 1 and behind - first > len("«»"):
        return Extent(first + 1, behind - 1, "direct")
    return Extent(first, behind, kind_of(layout, first, behind))


def kind_of(layout: Layout, first: int, behind: int) -> QuoteKind:
    """Mixed where some of the words stand in marks, else indirect."""
    return "mixed" if next(spoken(layout, first, behind), None) else "indirect"


def spoken(layout: Layout, first: int, behind: int) -> Iterator[Marked]:
    """The marks in a content that hold somebody's words rather than a name."""
    for pair in marks_from(layout, first):
        if pair.open >= behind:
            return
        if pair.close is not None and pair.close <= behind and pair.close - pair.open > 1 and not _name(layout, pair):
            yield pair


def _name(layout: Layout, pair: Marked) -> bool:
    first, close = pair.open + 1, pair.close or pair.open
    named = layout.passage.mention_at(first)
    if (named and named[1] >= close) or all(token.kind != "arabic" for token in layout.tokens[first:close]):
        return True
    if close - first > len("«»") and finite_verb(layout.passage, first):  # القانون «يكرس …»
        return False
    before = layout.tokens[pair.open - 1].key if pair.open else ""
    return any(
        key in word_list("namers") or key.removeprefix("ال") in word_list("namers") for key in (before, before[1:])
    )


def stretches(layout: Layout, found: Extent, cut: int) -> tuple[Content, ...]:
    """The content as spans: of a mixed one what stands in marks apart, without them."""
    tokens = layout.tokens
    start = behind_clitics(tokens[found.first], cut)
    end = tokens[found.behind - 1].end
    if found.kind != "mixed":
        return (Content(start, end, "direct" if found.kind == "direct" else "indirect"),)
    spans: list[Content] = []
    for pair in spoken(layout, found.first, found.behind):
        close = pair.close if pair.close is not None else found.behind
        if tokens[pair.open].start < start:
            continue
        _indirect(layout, spans, start, tokens[pair.open].start)
        spans.append(Content(tokens[pair.open].end, tokens[close].start, "direct"))
        start = tokens[close].end
    _indirect(layout, spans, start, end)
    return tuple(spans)


def _indirect(layout: Layout, spans: list[Content], start: int, end: int) -> None:
    words = layout.passage.text[start:end]
    bare = words.strip()
    if any(sign.isalnum() for sign in bare):
        begin = start + len(words) - len(words.lstrip())
        spans.append(Content(begin, begin + len(bare), "indirect"))
