"""From marked lines to the lines of the article: candidates, copies out, loose ends off.

Every line that is left out has its reason afterwards; nothing disappears.
"""

import re
from collections import Counter
from itertools import pairwise

from marsad.extract import repeats
from marsad.extract.body import block_of_text, weigh
from marsad.extract.credits import credits, reads_on, starts_with_label
from marsad.extract.dump_headline import is_prose
from marsad.extract.edges import is_dated, mark_edges, mark_lead, trim
from marsad.extract.headline import Headline, cuts
from marsad.extract.html import HEADINGS
from marsad.extract.lexicon import bare, phrases
from marsad.extract.lines import LINKED, Hint, Line, Picture, Sheet, letters
from marsad.extract.names import is_place
from marsad.kinds import DropReason
from marsad.text.fold import fold_key

_HEAD_LINES = 6  # below the headline, in which further copies of it may stand
_BY_HINT: dict[Hint, DropReason] = {
    "caption": "caption",
    "byline": "byline",
    "date": "dateline",
    "section": "section",
    "source": "source",
}
_LISTED_TITLES = 4  # a read-also list this long ends the text


def body_lines(sheet: Sheet, headline: Headline | None, descriptions: list[str]) -> list[Line]:
    """The lines of the text in reading order. Marks what it leaves out. `descriptions` are those of metadata."""
    _mark_small_things(sheet, headline)
    candidates = (
        _of_dump(sheet, headline)
        if sheet.is_dump
        else _of_page(sheet, headline, [letters(fold_key(text)) for text in descriptions])
    )
    mark_edges(candidates)
    if not sheet.is_dump:
        _mark_pulled(candidates, sheet)
    kept = repeats.mark(candidates)
    kept = trim(kept, sheet)
    if sheet.is_dump and _is_glued_caption(kept):
        kept[0].reason = "caption"
        kept = kept[1:]
    mark_lead(kept, sheet)
    _mark_rest(sheet, kept, headline)
    return kept


def _mark_pulled(candidates: list[Line], sheet: Sheet) -> None:
    """Pull quotes: a block quote whose words all stand in another paragraph."""
    words = "\n".join(line.letters for line in candidates if line.reason is None)
    for line in candidates:
        quoted = any(sheet.blocks[block].tag == "blockquote" for block in sheet.path(line.block, 3))
        if quoted and line.reason is None and len(line.letters) >= 25 and words.count(line.letters) > 1:
            line.reason = "repeat"


def _mark_small_things(sheet: Sheet, headline: Headline | None) -> None:
    """Rules, captions and copies of the headline."""
    title = letters(_key(headline))
    for line in sheet.lines:
        if headline and line.number == headline.line:
            line.reason = "headline"
        elif title and len(title) > 8 and (line.letters == title or _glued_title(line, title, headline)):
            line.reason = "repeat"
        elif not line.letters.strip("ـ") and (
            line.reason is None or (line.label is None and line.reason == "read-also")
        ):
            line.reason = "rule"
        elif line.reason is None:
            line.reason = _small_reason(line, is_dump=sheet.is_dump)
    if sheet.is_dump:
        _mark_glued_sections(sheet)
    _mark_under_pictures(sheet)


def _small_reason(line: Line, *, is_dump: bool) -> DropReason | None:
    if is_dump and _PAGE_NUMBER.fullmatch(line.key):
        return "other"
    if line.words <= 10 and _is_weather(line.text):
        return "widget"
    if len(line.text) <= 200 and phrases("caption").match(line.key):
        return "caption"
    return "caption" if len(line.text) <= 400 and "caption" in line.hints else None


def _mark_glued_sections(sheet: Sheet) -> None:
    """The name of a section alone under the headline of a dump, or under the label of a list."""
    for before, line in pairwise(sheet.lines):
        if (
            line.reason is None
            and bare(line.key) in phrases("section").whole
            and (before.reason in {"headline", "repeat"} or before.label in {"related", "popular"})
        ):
            line.reason = "section"


def _glued_title(line: Line, title: str, headline: Headline | None) -> bool:
    """A copy of the headline with the name of the site or a crumb glued to it."""
    if headline is None or headline.line is None or line.number > headline.line + _HEAD_LINES:
        return False
    if title not in line.letters or line.words > headline.text.count(" ") + 10:
        return False
    return title in {letters(fold_key(cut)) for cut in cuts(line.text)}


def _mark_under_pictures(sheet: Sheet) -> None:
    """A short line that shares a small block with a picture is its caption."""
    lines_of = Counter(line.block for line in sheet.lines)
    for picture in sheet.pictures:
        line = sheet.lines[picture.line] if picture.line < len(sheet.lines) else None
        if line is None or not _may_be_caption(line) or _ICON.search(picture.url):
            continue
        block = sheet.blocks[line.block]
        alone = line.block == picture.block and lines_of[line.block] == 1 and line.tag not in _NO_CAPTIONS
        if (
            alone
            or _only_line_beside(sheet, picture, line)
            or (block.centred and line.tag == "p" and block.parent in sheet.path(picture.block, 3))
        ):
            line.reason = "caption"


_ICON = re.compile(r"icon|print|mail|share|logo|avatar|spacer|pixel|\.gif\b", re.IGNORECASE)
_NO_CAPTIONS = frozenset({"p", "body", "article", "main", *HEADINGS})


def _may_be_caption(line: Line) -> bool:
    plain = line.reason is None and not line.links and not line.label
    return plain and 3 <= line.words <= 30 and not line.text.endswith(".") and not is_dated(line)


def _only_line_beside(sheet: Sheet, picture: Picture, line: Line) -> bool:
    """Whether a block, or a small table, holds a picture and this line, and nothing more."""
    box = picture.block if sheet.blocks[line.block].parent == picture.block else None
    if box is None:
        boxes = (block for block in sheet.path(picture.block, 5) if sheet.blocks[block].tag == "table")
        box = next((block for block in boxes if line.block in sheet.inside(block)), None)
    if box is None:
        return False
    around = sheet.inside(box)
    return sum(other.block in around for other in sheet.lines[max(0, picture.line - 1) : picture.line + 3]) == 1


def _key(headline: Headline | None) -> str:
    return fold_key(headline.text) if headline else ""


def _of_page(sheet: Sheet, headline: Headline | None, descriptions: list[str]) -> list[Line]:
    block = block_of_text(sheet, headline)
    if block is None:
        return []
    start = headline.line if headline and headline.line is not None else -1
    blocks = sheet.inside(block)
    inside = [line for line in sheet.lines if line.block in blocks]
    if inside[-1].number < start:
        start = -1
    if any(line.number == start for line in inside) or inside[0].number < start:
        inside = [line for line in inside if line.number > start or weigh(line) > 60]
    first = inside[0].number if inside else 0
    above = sheet.lines[max(0, start + 1) : first]
    for line in above:
        if line.reason == "teaser" and weigh(line) > 60 and any(d.startswith(line.letters[:60]) for d in descriptions):
            line.reason = None  # what metadata calls the description is this article's abstract
    leads = [line for line in above if line.reason is None and (_is_lead(line) or _is_standfirst(line, start))]
    clocks = [line for line in inside if _CLOCK_ALONE.fullmatch(line.text)]
    if len(clocks) >= _FEWEST_ENTRIES:  # of a live report, each entry under its time
        for line in clocks:
            line.hints = line.hints.difference(_BY_HINT)
    for line in inside:
        if line.reason is None:
            line.reason = _reason_inside(line)
    return [line for line in [*leads, *inside] if line.reason is None]


_CLOCK_ALONE = re.compile(r"\d{1,2}:\d\d(?:\s*[صم])?")
_FEWEST_ENTRIES = 3


def _is_standfirst(line: Line, start: int) -> bool:
    """A heading of a whole sentence right under the headline."""
    near = 0 <= start < line.number <= start + 2
    return near and line.tag in HEADINGS and line.words >= 8 and (line.text.endswith(".") or line.words >= 15)


def _is_lead(line: Line) -> bool:
    return (
        line.link_share < 0.3
        and (weigh(line) > 60 or ("lead" in line.hints and line.words > 4))
        and not line.hints & _BY_HINT.keys()
    )


def _reason_inside(line: Line) -> DropReason | None:
    """Why a line inside the block of the text is no text, if so."""
    for hint, reason in _BY_HINT.items():
        limit = 400 if hint in {"caption", "byline"} else 150
        if hint in line.hints and line.words <= 60 and weigh(line) <= limit:
            return reason
    if line.link_share >= LINKED:
        return "read-also" if line.words >= 4 else "menu"
    return None


def _of_dump(sheet: Sheet, headline: Headline | None) -> list[Line]:
    """From the headline to the end of the text: a source line, comments, a long list of other titles."""
    start = headline.line if headline and headline.line is not None else -1
    lines = [line for line in sheet.lines if line.number > start]
    found: list[Line] = []
    texts = titles = 0
    for line in lines:
        if line.reason == "comment" and texts:
            break
        if line.reason in {"read-also", "teaser"}:
            titles += line.label is None
        elif is_prose(line):
            if titles >= _LISTED_TITLES and texts:
                break
            texts, titles = texts + 1, 0
        if line.reason is None:
            if texts and _ends_text(line):
                break
            found.append(line)
    return found


def _is_glued_caption(found: list[Line]) -> bool:
    """A short line glued to the first paragraph of a text whose paragraphs stand apart."""
    if len(found) < 4 or found[0].words > _CAPTION_WORDS or found[0].text.endswith(_ENDED) or credits(found[0].text):
        return False
    return found[1].breaks == 1 and is_prose(found[1]) and all(line.breaks > 1 for line in found[2:])


_CAPTION_WORDS = 9
_ENDED = (".", ":", "؟", "!", "»", '"', ")")


def _ends_text(line: Line) -> bool:
    """A line below the text that names its source ends it."""
    if len(line.text) > 110 or not any(credit.role == "source" for credit in credits(line.text)):
        return False
    return starts_with_label(line.key) and not reads_on(line.text)


_PAGE_NUMBER = re.compile(r"(?:(?:page|صفحه|الصفحه|ص)\.?\s*)?\d{1,3}")


def _is_weather(text: str) -> bool:
    """`الخرطوم 41/27`, `بغداد 38°`; results of matches and sentences look alike."""
    pair = _PAIR.match(text) if len(text) <= _LONGEST_WEATHER else None
    return bool(_DEGREES.search(text)) or (pair is not None and is_place(pair.group(1)))


_LONGEST_WEATHER = 60
_PAIR = re.compile(r"^\W*(\D+?)\s+\d\d\s*/\s*\d\d\W*$")
_DEGREES = re.compile(r"^(?!.*[.؟!]$).*\d\s*°")


def _mark_rest(sheet: Sheet, kept: list[Line], headline: Headline | None) -> None:
    """Give every other line its reason: a copy of what is kept, or what its place and links say."""
    chosen = {line.number for line in kept}
    text = "".join(line.letters for line in kept)
    title = letters(_key(headline))
    start = next((line.number for line in sheet.lines if title and line.letters == title), -1)
    for line in sheet.lines:
        if line.number in chosen:
            continue
        if line.reason in {None, "other", "teaser"}:
            squeezed = line.letters
            if len(squeezed) >= 25 and squeezed in text:
                line.reason = "repeat"
        if line.reason is None:
            line.reason = _rest_reason(line, start)


def _rest_reason(line: Line, start: int) -> DropReason:
    for hint in ("byline", "section"):
        if hint in line.hints and line.words <= 8:
            return _BY_HINT[hint]
    if line.words <= 4 and (line.link_share >= LINKED or line.number < start):
        return "menu"
    if line.link_share >= LINKED:
        return "teaser"
    return "dateline" if is_dated(line) else "other"
