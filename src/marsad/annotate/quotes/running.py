"""Speech that runs over paragraphs: marks closed further down, and paragraphs that are wholly in marks."""

from collections.abc import Sequence

from marsad.annotate.quotes.attribution import Attribution
from marsad.annotate.quotes.layout import QUOTES, Layout
from marsad.records import Content

_PARAGRAPHS = 8  # that one quotation runs over
_LEAST = 5  # words of a paragraph in marks that goes on with the speech in front
_SIGNS = frozenset(".،,؛:!؟?…")


def run_on(layouts: Sequence[Layout], found: Sequence[Sequence[Attribution]]) -> None:
    """Lengthens the last attribution of each passage by the paragraphs that its speech runs on through."""
    for number, here in enumerate(found):
        last = max(here, key=lambda one: one.content[-1].end, default=None)
        if last is None or last.content[-1].mode != "direct" or last.headline:
            continue
        layout = layouts[number]
        last.content += tuple(_sentences(layout, last.content[-1].end))
        if _ended(layout, last.content[-1].end):
            last.content += tuple(_rest(layout, layouts, found, number, last))


def _sentences(layout: Layout, end: int) -> list[Content]:
    """قال: «…». «…».: sentences of the same passage that are wholly in marks."""
    found: list[Content] = []
    place = layout.passage.behind(end)
    while len(found) < _PARAGRAPHS:
        pair = layout.passage.mark_at(place) if place < len(layout.tokens) else None
        if pair is not None and pair.close == place:
            place += 1
            pair = layout.passage.mark_at(place + 1) if place + 1 < len(layout.tokens) else None
        if pair is None or layout.tokens[place].text != "." or pair.open != place + 1 or pair.close is None:
            break
        following = pair.close + 1
        if following < len(layout.tokens) and layout.tokens[following].text != ".":
            break
        if layout.words_between(pair.open, pair.close) > 1:
            found.append(_content(layout, pair.open + 1, pair.close))
        place = pair.close
    return found


def _ended(layout: Layout, end: int) -> bool:
    """Whether nothing but signs stands behind a content in its passage."""
    tokens = layout.tokens
    index = len(tokens)
    while index and tokens[index - 1].start >= end:
        if tokens[index - 1].kind != "sign":
            return False
        index -= 1
    return True


def _rest(
    layout: Layout, layouts: Sequence[Layout], found: Sequence[Sequence[Attribution]], number: int, last: Attribution
) -> list[Content]:
    if _opened(layout, last.content[-1].start):
        return _to_the_close(layouts, found, number)
    more: list[Content] = []
    for following in range(number + 1, min(number + 1 + _PARAGRAPHS, len(layouts))):
        span = None if found[following] else _all_marked(layouts[following])
        if span is None:
            break
        more.append(span)
    return more


def _opened(layout: Layout, start: int) -> bool:
    """Whether marks that begin a content are not closed in its passage."""
    index = layout.passage.at(start) - 1
    pair = layout.passage.mark_at(index) if index >= 0 else None
    return pair is not None and pair.open == index and pair.close is None


def _to_the_close(layouts: Sequence[Layout], found: Sequence[Sequence[Attribution]], number: int) -> list[Content]:
    """The paragraphs up to the sign that closes the marks; none where another cue comes first or it never stands."""
    more: list[Content] = []
    for following in range(number + 1, min(number + 1 + _PARAGRAPHS, len(layouts))):
        layout = layouts[following]
        close = _stray_close(layout)
        first = min((one.cue.start for one in found[following]), default=layout.passage.end)
        if close is not None and layout.tokens[close].start <= first:
            return [*more, _content(layout, 0, close)] if close else more
        pair = layout.passage.mark_at(0)
        if found[following] or not layout.tokens:
            return []
        if pair and pair.open == 0:  # each paragraph opens anew, the last one closes
            if pair.close is not None and _tail(layout, pair.close):
                return [*more, _content(layout, 1, pair.close)]
            more.append(_content(layout, 1, len(layout.tokens)))
        else:
            more.append(_content(layout, 0, len(layout.tokens)))
    return []


def _stray_close(layout: Layout) -> int | None:
    """The first mark that closes at a word and that nothing in its passage opened."""
    for index in range(1, len(layout.tokens)):
        token = layout.tokens[index]
        leans = layout.tokens[index - 1].end == token.start
        if leans and token.text in QUOTES and layout.passage.mark_at(index) is None:
            return index
    return None


def _all_marked(layout: Layout) -> Content | None:
    """The words of a paragraph that is one stretch in marks."""
    pair = layout.passage.mark_at(0) if layout.tokens else None
    if pair is None or pair.open != 0:
        return None
    close = pair.close if pair.close is not None else len(layout.tokens)
    if not _tail(layout, close) or layout.words_between(1, close) < _LEAST:
        return None
    return _content(layout, 1, close)


def _tail(layout: Layout, close: int) -> bool:
    return all(token.text in _SIGNS for token in layout.tokens[close + 1 :])


def _content(layout: Layout, first: int, behind: int) -> Content:
    while behind > first + 1 and layout.tokens[behind - 1].text in QUOTES | _SIGNS:
        behind -= 1
    return Content(layout.tokens[first].start, layout.tokens[max(behind, first + 1) - 1].end, "direct")
