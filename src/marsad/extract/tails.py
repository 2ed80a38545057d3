"""What agencies put before and behind a text: datelines, their name in brackets, end marks."""

import re
from itertools import pairwise

from marsad.extract.lexicon import agency_key, is_agency
from marsad.extract.names import bare_name, is_place, is_surely_name, several
from marsad.extract.parts import undated
from marsad.text.fold import fold_key

_TAIL = re.compile(r"[\s.!؟?»\"”)…،]*(?:[-–—ـ]{1,4}\s*)?[(\[{]\s*([^()\[\]{}]{2,50})\s*[)\]}]\s*[.\-–—ـ]*\s*$")


def agency_tail(text: str) -> tuple[str, str] | None:
    """An agency in brackets behind the last full stop: (text without it, agency), or None."""
    hit = _TAIL.search(text[-90:])
    if not hit or not all_agencies(hit.group(1)):
        return None
    at = len(text) - len(text[-90:]) + hit.start(1)
    opening = max(text.rfind(c, 0, at) for c in "([{")
    body = text[:opening].rstrip(" \t-–—ـ")
    return body, bare_name(hit.group(1))


def all_agencies(text: str) -> bool:
    """Whether a text names agencies and nothing else."""
    parts = [p for p in re.split(r"\s*[،,/+؛\-–—]\s*|\s+و(?=\S)", text) if p]
    known = sum(is_agency(p) for p in parts)
    # `(صحيفة كذا + وكالات)`: one known agency vouches for a short unknown partner.
    return is_agency(text) or (
        bool(parts) and known >= 1 and known >= len(parts) - 1 and all(len(p.split()) <= 3 for p in parts)
    )


_END_MARK = re.compile(r"[\s/(\[*#=\-–—ـ.]*(?:النهايه|انتهى|انتهي|يتبع|تمت)[\s/)\]*#=\-–—ـ.]*")
_INITIALS = re.compile(
    r"[=\-–—ـ*_]{3,}\s*(?:[^\W\d_]{1,2}[.\s/]*){1,4}"
    r"|(?:[^\W\d_]ـ?[\s/.،,\-–]+){2,}[^\W\d_]ـ?\W*"
    r"|(?:[^\W\d_]{1,3}\s*[/.،,\-–]+\s*){2,}[^\W\d_]{1,3}\W*"
    r"|\S{2,10}\d{4,}(?:\s+\S+){0,4}"
)


def is_end_mark(text: str) -> bool:
    """Whether a line is what agencies close a text with: `(النهاية)`, `// انتهى //`, initials, wire numbers."""
    key = fold_key(text)
    return bool(_END_MARK.fullmatch(key)) or (len(key) <= 40 and bool(_INITIALS.fullmatch(key)))


def without_end_mark(text: str) -> str:
    """A last paragraph without `(النهاية)` or `// انتهى //` behind its full stop."""
    hit = re.search(
        r"(?<=[.!؟»\"”])\s*[/(\[*#]+\s*(?:النهاية|النهايه|انتهى|يتبع)\s*[/)\]*#]+[\s.]*$"
        r"|(?<=[.!؟»\"”])\s*انتهى\s*/\s*(?:[^\W\d_]{1,2}[\s./]*){1,4}$",
        text,
    )
    return text[: hit.start()] if hit else text


_DATELINE_LENGTH = 70


def dateline_agency(text: str) -> str | None:
    """The agency in the dateline that opens a first paragraph: `القاهرة - رويترز:`, `دمشق، سوريا (CNN) --`."""
    head = text[:_DATELINE_LENGTH]
    parts = re.split(r"\s*(?:[-–—ـ]{1,3}|[:()/\[\]|])\s*", head)
    ended = re.search(r"[-–—ـ:)\]]|\w/ ", head)
    if not ended or len(parts) < 2:
        return None
    for number, part in enumerate(parts[:-1][:4]):
        if not part:
            continue
        if len(part.split()) > 5:
            return None
        if all_agencies(part):
            return part.strip(" .،") if number or not agency_key(part).isdigit() else None
    return None


def dateline_authors(text: str) -> list[str]:
    """Who stands behind place and agency in the dateline of a first paragraph: `عمان 7 آب (بترا)- مالك النسور- كرم`."""
    parts = re.split(r"\s*[-–—]{1,3}\s*", text[:_DATELINE_LENGTH])
    for before, part in pairwise(parts[:4]):
        if part is not parts[-1] and is_surely_name(part) and _opens_dateline(before):
            return several(part)
    return []


_DAY = re.compile(r"\d{1,2}\s+[^\W\d_]+")  # `7 آب`, without a year


def _opens_dateline(text: str) -> bool:
    pieces = [piece for piece in re.split(r"[()،,/]", _DAY.sub("", undated(text))) if piece.strip()]
    return bool(pieces) and all(is_place(piece) or is_agency(piece.strip()) for piece in pieces)


def is_dateline_alone(text: str) -> bool:
    """Whether a line is a dateline without its sentence: `صنعاء - بريد كذا :`."""
    first, dash, rest = text.partition(" - ") if " - " in text else text.partition("/")
    return bool(dash) and text.rstrip().endswith((":", "-", "–")) and rest.count(" ") < 5 and is_place(first)
