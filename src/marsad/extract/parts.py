"""What stands in a byline beside its names: outlets, desks, technicians, dates, counters of comments."""

import re
from functools import cache

from marsad.extract.lexicon import bare, is_agency, labels
from marsad.extract.names import is_initials, is_place, jobs, trim
from marsad.text.dates import find
from marsad.text.fold import fold_key

PIECES = re.compile(r"\s*[-–—ـ/|]+\s*|\s*:\s*|[()]")
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9.&' ]{1,24}")
_MOST_LATIN_WORDS = 3


@cache
def _outlet() -> re.Pattern[str]:
    """What the name of an outlet holds: its kind, or a word that such names have, also glued (`الخبر24`)."""
    words = "|".join(map(re.escape, labels("outlet", "words")))
    kinds = "|".join(map(re.escape, labels("outlet", "kinds")))
    return re.compile(rf"(?:^|\s)(?:{words}|{kinds})(?:$|\s)|^\S+(?:{words})$")


def names_outlet(part: str) -> bool:
    """Whether a part of a byline holds what names of outlets hold, or is Latin where names are Arabic."""
    latin = bool(_LATIN.fullmatch(part.strip())) and part.count(" ") < _MOST_LATIN_WORDS
    return latin or bool(_outlet().search(fold_key(part)))


def is_outlet(part: str) -> bool:
    """Whether a part of a byline is an outlet that no list of agencies knows."""
    return names_outlet(part) and not is_agency(part)


_QUOTED = re.compile('[«"“][^«»"“”]{2,40}[»"”]')


def is_beside_names(part: str) -> bool:
    """Whether a part of a byline is a place, a job, a desk or an outlet, and no name."""
    quoted = bool(_QUOTED.fullmatch(part.strip()))  # `«ملحق كذا»`
    return quoted or is_place(part) or bare(fold_key(part)) in jobs() or is_initials(part) or is_outlet(part)


@cache
def _technician() -> re.Pattern[str]:
    """`، تصوير – فلان`: a label of the picture's people inside a byline, with its sign and name."""
    technicians = "|".join(map(re.escape, labels("author", "not_author")))
    return re.compile(rf"(?:^|[\s،,/|(–-])\s*(?:{technicians})\s*[-–:/]\s*[^\d،,/|()–:-]{{2,40}}(?=$|[،,/|()–-])")


def without_technicians(text: str, folded: str) -> str:
    """A byline without those who took the pictures; `folded` is its fold with every position kept."""
    for hit in reversed(list(_technician().finditer(folded))):
        text = f"{text[: hit.start()]}{text[hit.end() :]}"
    return trim(text) if len(text) < len(folded) else text


_LONGEST_DATED = 120  # characters
_BEFORE_DATE = re.compile(r"(?:^|\s)(?:في|بتاريخ|يوم|نشر في|،|-)\s*$")
_COUNTER = re.compile(
    r"\s*[-|،(]?\s*(?:لا توجد تعليقات|لا تعليقات|لا يوجد تعليقات"
    r"|\d+\s*(?:تعليق|تعليقات|مشاهدة|مشاهدات|قراءة|زيارة))\s*\)?\s*$"
)


def undated(text: str) -> str:
    """A short line without the dates in it, which would pass for parts of names, and without a counter behind."""
    if len(text) > _LONGEST_DATED:
        return text
    for found in reversed(find(text)):
        text = f"{_BEFORE_DATE.sub(' ', text[: found.start])} {text[found.end :]}"
    return _COUNTER.sub("", text).strip()
