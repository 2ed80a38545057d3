"""Where the text of the article stands: which block of a web page, which stretch of a dump.

A block is scored by the running text in it (nearer lines count more), by what its class says, and by whether
it comes after the headline. Lists of teasers hold more text than many an article; they are told by their
shape: the same small block again and again, each with a linked title.
"""

import re
from collections import Counter
from functools import cache
from itertools import pairwise

from marsad.extract.headline import Headline
from marsad.extract.html import HEADINGS
from marsad.extract.lines import FOREIGN, LINKED, OTHER_HINTS, Block, Hint, Line, Sheet
from marsad.kinds import DropReason

_DECAY = (1.0, 1.0, 0.72, 0.5, 0.36, 0.25)  # weight of a line for the block around it, by distance
_LEAVES = frozenset({"p", "li", "blockquote", "dd"})
_FEWEST_TEASERS = 3
_LARGEST_TEASER = 900  # characters of running text
_MOST_LINES: dict[Hint, int] = {  # a block that says it is one small thing, and holds more lines, is a layout
    "headline": 3, "section": 8, "date": 5, "byline": 6, "source": 3, "caption": 3, "lead": 5,
}  # fmt: skip
_HALF = 0.45  # a block with that share of a page's running text is no side box, whatever its class says


_WEIGHTED = re.compile("[،.:؛؟!]")


def weigh(line: Line) -> float:
    """How much a line counts as running text, in characters."""
    if line.weight < 0:
        line.weight = _weight(line)
    return line.weight


def _weight(line: Line) -> float:
    if len(line.text) < 12 or line.tag in HEADINGS or line.link_share > 0.5 or line.words < 6:
        return 0.0
    own = len(line.text) - line.link_chars
    return own * (1.0 if line.words > 20 or _WEIGHTED.search(line.text) else 0.4)


def settle_hints(sheet: Sheet, headline: Headline | None) -> None:
    """Give every line the hints of the blocks around it, and a reason where such a block is foreign to the article.

    A hint of a block that holds much of the page's text, or the headline with text, is only the name of a layout.
    """
    blocks = sheet.blocks
    around_headline = (
        set(sheet.path(sheet.lines[headline.line].block, len(blocks)))
        if headline and headline.line is not None
        else set()
    )
    own, size = _sums(sheet)
    _mark_teasers(sheet, {b.index for b in blocks if own[b.index] > _LARGEST_TEASER} | around_headline)
    _mark_alternating(sheet)
    own, _ = _sums(sheet)  # without the teasers, which may outweigh the article
    total = own[0] or 1.0
    hints: list[frozenset[Hint]] = [frozenset()] * len(blocks)
    reasons: list[DropReason | None] = [None] * len(blocks)
    for block in blocks[1:]:
        hints[block.index], reasons[block.index] = hints[block.parent], reasons[block.parent]
        if not block.hints:
            continue
        big = own[block.index] > _HALF * total and own[block.index] > 250
        layout = big or (block.index in around_headline and own[block.index] > 0.1 * total)
        mine = [
            hint
            for hint in _ordered(block.hints)
            if (not layout if hint in FOREIGN else size[block.index] <= _MOST_LINES.get(hint, 10**9))
        ]
        if mine:
            if "body" in mine:  # the small things of the boxes around it are not those of a text
                hints[block.index] = hints[block.index].difference(_MOST_LINES)
            hints[block.index] |= frozenset(mine)
            # The nearest block that says anything decides: a body inside a sidebar is a body.
            if "body" in mine:
                reasons[block.index] = None
            elif foreign := next((h for h in mine if h in FOREIGN), None):
                reasons[block.index] = FOREIGN[foreign]
    for line in sheet.lines:
        line.hints = hints[line.block]
        line.reason = reasons[line.block] or line.reason


@cache
def _ordered(hints: frozenset[Hint]) -> tuple[Hint, ...]:
    """Hints in the order in which they count."""
    return tuple(hint for hint in (*OTHER_HINTS, *FOREIGN) if hint in hints)


def _sums(sheet: Sheet) -> tuple[list[float], list[int]]:
    """For each block the running text (not yet told to be foreign) and the number of lines in it, at any depth."""
    own = [0.0] * len(sheet.blocks)
    size = [0] * len(sheet.blocks)
    for line in sheet.lines:
        own[line.block] += weigh(line) if line.reason is None else 0
        size[line.block] += 1
    for index in range(len(sheet.blocks) - 1, 0, -1):
        own[sheet.blocks[index].parent] += own[index]
        size[sheet.blocks[index].parent] += size[index]
    return own, size


def _mark_alternating(sheet: Sheet) -> None:
    """Mark abstracts that stand each under its linked title in one block: title, abstract, title, abstract, …"""
    texts: Counter[int] = Counter()
    under: dict[int, list[Line]] = {}
    for before, line in pairwise(sheet.lines):
        if line.reason is None and weigh(line) > 40:
            parent = sheet.blocks[line.block].parent
            texts[parent] += 1
            if before.link_share >= LINKED and before.words >= 3 and sheet.blocks[before.block].parent == parent:
                under.setdefault(parent, []).append(line)
    for parent, lines in under.items():
        if len(lines) >= _FEWEST_TEASERS and len(lines) >= 0.8 * texts[parent]:
            for line in lines:
                line.reason = "teaser"


def _mark_teasers(sheet: Sheet, no_teasers: set[int]) -> None:
    """Mark the lines of repeated small blocks that each hold a linked title."""
    titled: set[int] = set()
    for line in sheet.lines:
        if (
            line.link_share >= LINKED
            and line.words >= 3
            and not (line.label or "share" in sheet.blocks[line.block].hints)
        ):
            titled.update(sheet.path(line.block, 5))
    small = [block for block in sheet.blocks[1:] if block.index in titled and block.index not in no_teasers]
    groups = Counter((block.parent, block.signature) for block in small if block.tag not in _LAYOUT_TAGS)
    teasers = {block.index for block in small if groups[(block.parent, block.signature)] >= _FEWEST_TEASERS}
    if not teasers:
        return
    for line in sheet.lines:
        if line.reason is None and not teasers.isdisjoint(sheet.path(line.block)):
            line.reason = "teaser"


_LAYOUT_TAGS = frozenset({"body", "main", "tbody"})


def block_of_text(sheet: Sheet, headline: Headline | None) -> int | None:
    """The block that holds the article's text, or None where no block holds any."""
    start = headline.line if headline and headline.line is not None else -1
    scores: dict[int, float] = {}
    seen: set[str] = set()
    for line in sheet.lines:
        weight = weigh(line)
        if line.reason is not None or not weight or line.key in seen:
            continue
        seen.add(line.key)
        if line.number < start:
            weight *= 0.25
        # A paragraph holds nothing but itself; a cell or division with lines of its own is a container.
        path = sheet.path(line.block, 7)[1:] if line.tag in _LEAVES else sheet.path(line.block)
        decay = _DECAY[1:] if line.tag in _LEAVES else _DECAY
        for distance, block in enumerate(path[: len(decay)]):
            scores[block] = scores.get(block, 0.0) + weight * decay[distance]
    if not scores:
        return None
    best = max(scores, key=lambda block: (scores[block] * _trust(sheet.blocks[block]), -block))
    while sheet.blocks[best].tag in {"p", "li", "blockquote", "b", "strong", *HEADINGS} and best:
        best = sheet.blocks[best].parent
    return _climb(sheet, best, start)


def _trust(block: Block) -> float:
    trust = 1.0
    if "body" in block.hints:
        trust *= 1.7
    if block.tag in {"article", "main"}:
        trust *= 1.1
    if block.hints & FOREIGN.keys():
        trust *= 0.6
    return trust


_TEXT_TAGS = frozenset({"p", "div", "section", "blockquote", "li", "td"})


def _climb(sheet: Sheet, best: int, start: int) -> int:
    """Go up while the block around holds more of the same text: bodies cut into sections, a lead outside."""
    for _ in range(3):
        if "body" in sheet.blocks[best].hints and sheet.blocks[best].tag != "section":
            break
        around = sheet.blocks[best].parent
        if around == best or sheet.blocks[around].tag in {"html", "body"}:
            break
        within, near = sheet.inside(best), sheet.inside(around)
        inside = [line for line in sheet.lines if line.block in within]
        outside = [
            line
            for line in sheet.lines
            if line.block in near and line.block not in within and line.number > start
            and line.reason is None and line.tag in _TEXT_TAGS and weigh(line) > 60
        ]  # fmt: skip
        if not inside or not outside:
            break
        first, last = inside[0].number, inside[-1].number
        between = _strangers(sheet, outside, first, last)
        keys = {line.key for line in inside}
        if between or all(line.key in keys for line in outside):
            break
        best = around
    return best


def _strangers(sheet: Sheet, outside: list[Line], first: int, last: int) -> bool:
    """Whether labels of other things stand between the text and what lies outside of it."""
    low = min(line.number for line in outside)
    high = max(line.number for line in outside)
    gap = [*sheet.lines[min(low, first) : first], *sheet.lines[last + 1 : max(high, last) + 1]]
    return any(
        (line.reason in {"read-also", "comment", "teaser", "menu"} and line.number > last)
        or line.label in {"related", "popular", "comment"}
        for line in gap
    )
