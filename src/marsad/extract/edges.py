"""The ends of a text: what hangs there and is no text, and what looks loose and belongs to it."""

import re
from itertools import pairwise

from marsad.extract.body import weigh
from marsad.extract.credits import credits, starts_with_label
from marsad.extract.crumbs import is_labelled
from marsad.extract.dump_headline import is_prose
from marsad.extract.html import HEADINGS
from marsad.extract.lines import Hint, Line, Sheet
from marsad.extract.names import is_bio, is_surely_name
from marsad.extract.parts import is_outlet, undated
from marsad.extract.tails import is_dateline_alone, is_end_mark
from marsad.kinds import DropReason
from marsad.text.dates import find

_ENDED = (".", "!", "؟", "?", "…", '"', "»", "”", ")", ":", "؛")
_BULLET = re.compile(r"^\s*(?:[-–—•*●▪■·]|\d{1,2}\s*[.)\-–ـ])")
_EDGE = 4  # lines at each end of a body that may be dates, bylines, credits
_EMAIL = re.compile(r"\W*[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}\W*")


def mark_edges(candidates: list[Line]) -> None:
    """Dates, bylines and credits at both ends, and what agencies close a text with."""
    for line in [*candidates[:_EDGE], *candidates[-_EDGE:]]:
        if line.reason is not None or len(line.text) > 160 or _is_footnote(line, candidates):
            continue
        if is_end_mark(line.text):
            line.reason = "source"
        elif _is_meta(line) or _mostly_dated(line) or _is_issue(line):
            line.reason = "dateline"
        elif is_labelled(line):
            line.reason = "section"
        elif len(line.text) <= 110 and (found := credits(line.text)) and starts_with_label(line.key):
            line.reason = "source" if found[0].role == "source" else "byline"
        elif (
            is_dateline_alone(line.text)
            and not credits(line.text)
            and not any(weigh(o) > 60 for o in candidates[:_EDGE] if o.number < line.number)
        ):
            line.reason = "dateline"
    for line in (line for line in candidates[-2:] if _EMAIL.fullmatch(line.text)):
        line.reason = line.reason or "byline"
    _mark_notes([line for line in candidates if line.reason is None])


_FOOTNOTE = re.compile(r"[\[(]\d{1,2}[\])](?=\s)")


def _is_footnote(line: Line, candidates: list[Line]) -> bool:
    """`[1] القرار رقم 18`, where a paragraph above refers to `[1]`."""
    hit = _FOOTNOTE.match(line.text)
    return hit is not None and any(hit[0] in other.text[1:] for other in candidates if other.number < line.number)


def _mark_notes(candidates: list[Line]) -> None:
    """What the text's last lines say about its writer."""
    for name, note in pairwise(candidates[-3:]):
        if is_surely_name(name.text) and is_bio(note.key) and note.words <= 50:
            name.reason = note.reason = "byline"
    if (
        len(candidates) > 2
        and is_bio(candidates[-1].key)
        and (
            (candidates[-1].words <= 18 and candidates[-1].text[:1] in "*-–•(")
            or (candidates[-1].words <= 8 and not candidates[-1].text.endswith(_ENDED))
        )
    ):
        candidates[-1].reason = "byline"


def _mostly_dated(line: Line) -> bool:
    dates = find(line.text)
    return bool(dates) and (
        sum(d.end - d.start for d in dates) >= 0.5 * len(line.text) or (any(d.role for d in dates) and line.words <= 18)
    )


def _is_issue(line: Line) -> bool:
    """`صحيفة كذا – السبت 9 مايو 2015`: an outlet and the day of its issue, and nothing else."""
    if line.words > _ISSUE_WORDS or not find(line.text):
        return False
    rest = undated(line.text).strip(" -–—|،,:")
    return is_outlet(rest) and not rest.endswith(".")


_ISSUE_WORDS = 12
_CREDITS: frozenset[Hint] = frozenset({"date", "byline"})


def mark_lead(kept: list[Line], sheet: Sheet) -> None:
    """A lead is told by what stands between it and the text: date, byline, caption."""
    if len(kept) < 2 or kept[0].words >= 60:
        return
    between = sheet.lines[kept[0].number + 1 : kept[1].number]
    if between and (
        sheet.is_dump or any(line.reason in {"dateline", "byline"} or line.hints & _CREDITS for line in between)
    ):
        kept[0].hints |= {"lead"}


def trim(lines: list[Line], sheet: Sheet) -> list[Line]:
    """Take off what hangs at both ends: dates, crumbs, menus, signatures."""
    strong = [i for i, line in enumerate(lines) if _is_text(line, is_dump=sheet.is_dump)]
    last_number = lines[strong[-1]].number if strong else -1
    # A dump that holds nothing of a page behind its last sentence was written as it stands: verses, lists, results.
    plain = sheet.is_dump and not any(
        line.label or line.reason in _OF_PAGES for line in sheet.lines if line.number > last_number
    )
    bare_text = sheet.is_dump and not any(line.label or line.reason in _OF_PAGES for line in sheet.lines)
    if not strong:
        return lines if plain and len(lines) > 1 else _loose(lines)
    first, last = strong[0], strong[-1]
    bare_text = bare_text and not any(is_dated(line) or credits(line.text) or _is_meta(line) for line in lines[:first])
    bare_text = bare_text and not any(line.reason in {"dateline", "byline", "section"} for line in sheet.lines)
    # Behind tags, pleas and the like a short line is no text any more, however it ends.
    furniture = next(
        (line.number for line in sheet.lines if line.number > last_number and line.label in _CLOSING), 10**9
    )
    # Where a page prints its text twice, both copies say where it ends.
    copies = {line.letters for line in sheet.lines if line.reason == "repeat"} if sheet.is_dump else set()
    kept: list[Line] = []
    for number, line in enumerate(lines):
        twice = bool(kept) and line.letters in copies and kept[-1].letters in copies and not is_dated(line)
        if (
            number < first
            and not bare_text
            and not _is_head_text(line, is_dump=sheet.is_dump)
            and not _labels_a_box(line, lines[first:], sheet)
        ):
            line.reason = _head_reason(line)
        elif (
            number > last
            and not plain
            and not twice
            and (line.number > furniture or not _is_tail_text(line, is_dump=sheet.is_dump))
        ):
            line.reason = "other"
        else:
            kept.append(line)
    return kept


def _labels_a_box(line: Line, text: list[Line], sheet: Sheet) -> bool:
    """`الادعاء` above its box, where `الحقيقة` above another one in the text is laid out alike."""
    signature = sheet.blocks[line.block].signature
    return "." in signature.rstrip(".") and line.words <= _LABEL_WORDS and any(
        other.words <= _LABEL_WORDS and sheet.blocks[other.block].signature == signature for other in text
    )  # fmt: skip


_LABEL_WORDS = 4
_CLOSING = frozenset({"tags", "plea", "comment", "legal"})
_OF_PAGES = frozenset({"repeat", "read-also", "teaser", "source", "comment", "menu"})
_PIECES = re.compile(r"\s*[|•●]\s*")


def _is_meta(line: Line) -> bool:
    """A line of short pieces beside each other: section | date | time | size of letters | views."""
    pieces = _PIECES.split(line.text)
    return len(pieces) >= 3 and len(line.text) <= 160 and max(piece.count(" ") for piece in pieces) <= 5


def _is_text(line: Line, *, is_dump: bool) -> bool:
    if _is_meta(line):
        return False
    if is_dump:
        return is_prose(line)
    return weigh(line) > 40 and (line.text.endswith(_ENDED) or line.words >= 12)


def _loose(lines: list[Line]) -> list[Line]:
    """A text without one full sentence: keep its longer lines."""
    for line in lines:
        if line.words < 5 or is_dated(line):
            line.reason = line.reason or "other"
    return [line for line in lines if line.reason is None]


def is_dated(line: Line) -> bool:
    """Whether a line is mostly a date."""
    if len(line.text) > 160:
        return False
    dates = find(line.text)
    return bool(dates) and (sum(d.end - d.start for d in dates) >= 0.3 * len(line.text) or any(d.role for d in dates))


def _head_reason(line: Line) -> DropReason:
    if is_dated(line):
        return "dateline"
    if credits(line.text):
        return "byline"
    return "other"


def _is_head_text(line: Line, *, is_dump: bool) -> bool:
    """A lead or a heading before the first full paragraph."""
    if is_dated(line) or credits(line.text):
        return False
    if is_dump:
        return line.words >= 6 or line.text.endswith((".", "؟", "!"))
    return line.tag in HEADINGS or "lead" in line.hints or line.bold or line.words >= 5 or line.text.endswith(_ENDED)


def _is_tail_text(line: Line, *, is_dump: bool) -> bool:
    """A short last sentence, or the items of a list."""
    if credits(line.text) or is_dated(line):
        return False
    if line.text.endswith((".", "!", "؟", "»", '"', "”")) and line.words >= 2:
        return True
    if _BULLET.match(line.text) and line.words >= 3:
        return True
    return not is_dump and line.tag not in HEADINGS and (line.words >= 4 or "list-item" in line.hints)
