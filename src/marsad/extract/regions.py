"""Labels of other things (read also, tags, comments) and what belongs to them.

In a page, what stands near the label belongs to it; in a dump, what looks like it.
"""

from bisect import bisect_left
from itertools import takewhile

from marsad.extract.body import weigh
from marsad.extract.credits import credits, starts_with_label
from marsad.extract.dump_headline import is_prose
from marsad.extract.headline import Headline
from marsad.extract.lexicon import LABEL_KINDS, bare, label_kind, phrases
from marsad.extract.lines import LINKED, Line, Sheet
from marsad.text.dates import find


def label_lines(sheet: Sheet) -> None:
    """Say of every line which kind of label its words make it, if any."""
    for line in sheet.lines:
        line.label = label_kind(line.key)


_TELLING = frozenset({"related", "plea"})  # labels whose words say more than the shape of their block
_LOOSE = frozenset({"teaser", "tags"})  # what such blocks are by their class
_OPENING = frozenset({"related", "popular", "comment", "tags"})  # labels that open a list; the others are single lines


def mark_regions(sheet: Sheet, headline: Headline | None) -> None:
    """Give labels their reason, and with them what belongs to them."""
    start = headline.line if headline and headline.line is not None else -1
    region: str | None = None
    text_blocks = sorted(
        {line.block for line in sheet.lines if line.reason is None and line.number > start and weigh(line) > 60}
    )
    opened = gap = 0  # the block that the label of the region stands in; the breaks between its lines
    texts = 0
    for line in sheet.lines:
        if line.number == start:
            region = None
            continue
        if line.label == "comment" and not line.reason and not sheet.is_dump and texts > 1 and line.link_share < LINKED:
            _close_with_comments(sheet, line, start)
        if line.label and (line.reason is None or (line.label in _TELLING and line.reason in _LOOSE)):
            if line.label in _OPENING:
                # `اقرأ أيضا: عنوان` names its title itself; only lines right below it may be more of them.
                region, opened, gap = line.label, line.block, int(line.words > 4)
            if line.label == "comment" and not texts:
                region = None  # a count or a link above the text
            line.reason = LABEL_KINDS[line.label]
        elif (
            region
            and (line.reason is None or (region == "related" and line.reason in _LOOSE))
            and _in_reach(sheet, line, opened, text_blocks)
            and _belongs(line, region, _near(sheet, line, region, opened))
            and not (sheet.is_dump and gap and line.breaks > gap and region != "comment")
            and not (sheet.is_dump and starts_with_label(line.key) and credits(line.text))
        ):
            gap = gap or max(line.breaks, 1)
            line.reason = LABEL_KINDS[region]
        elif line.reason is None:
            texts += line.number > start and weigh(line) > 60 and (not sheet.is_dump or is_prose(line))
            if sheet.is_dump or line.words > 4:  # a date or a counter between two links closes no list
                region = None


_DEEPEST = 60  # levels of a page that somebody laid out


def _close_with_comments(sheet: Sheet, label: Line, start: int) -> None:
    """Comments end what stands around article and label: nothing behind the label in there is the article's."""
    around = next(
        (
            block
            for block in sheet.path(label.block, _DEEPEST)
            if any(
                line.block in sheet.inside(block) and line.reason is None and weigh(line) > 60
                for line in sheet.lines[start + 1 : label.number]
            )
        ),
        None,
    )
    if around is None:
        return
    before = sum(weigh(line) for line in sheet.lines[start + 1 : label.number] if line.reason is None)
    behind = [line for line in sheet.lines[label.number + 1 :] if line.block in sheet.inside(around)]
    if label.words <= 3 or sum(weigh(line) for line in behind if line.reason is None) <= 3 * before:
        for line in takewhile(lambda line: line.label not in {"related", "popular"}, behind):
            line.reason = line.reason or "comment"


def _near(sheet: Sheet, line: Line, region: str, opened: int) -> bool:
    """Whether a line stands where what belongs to a label stands: in its block, of comments also beside it."""
    if sheet.is_dump or line.block == opened:
        return True
    return region == "comment" and line.block in sheet.inside(sheet.blocks[opened].parent)


def _in_reach(sheet: Sheet, line: Line, opened: int, texts: list[int]) -> bool:
    """Whether a line stands near a label: within two levels, or within what holds the label and no text of its own."""
    if sheet.is_dump:
        return True
    path = sheet.path(opened)
    for level, around in enumerate(path[1:6], 1):
        inside = sheet.inside(around)
        if level > 2 and (nearest := bisect_left(texts, inside.start)) < len(texts) and texts[nearest] < inside.stop:
            return False
        if line.block in inside:
            return True
    return False


def _belongs(line: Line, region: str, by_words: bool) -> bool:  # noqa: FBT001
    """Whether a line still belongs to the label above it; by its words where no markup tells."""
    if region == "comment":
        return by_words
    if (
        any(c.isdigit() for c in line.text)
        and (dates := find(line.text))
        and dates[0].end - dates[0].start > 0.5 * len(line.text)
    ):
        return False
    if by_words and bare(line.key) in phrases("section").whole:
        return False
    if region == "tags":
        return line.words <= 5 and not line.text.endswith((".", "؟", "!")) and (by_words or line.link_share >= LINKED)
    if line.link_share >= LINKED:
        return True
    return by_words and line.words <= 22 and not line.text.endswith((".", "؛", "،", ":"))
