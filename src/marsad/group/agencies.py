"""News agencies as the origin of a text: whom a page names as its source, whoever prints it.

`agency(record)` is رويترز for `المصدر: الرياض – رويترز`, for a byline `رويترز`, for `(رويترز)` behind the text, and for
the page of the agency itself. The names stand in `data/agencies.toml`, the first form of each is the answer.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from marsad.records import Record
from marsad.text.fold import fold_key

_NAMED_IN = frozenset({"source", "byline", "dateline"})  # lines that the reader left out, which may name an agency
_BETWEEN = re.compile(r"[-–—،,/|()\[\]+:؛«»\"]+")
_AND = re.compile(r"\s+و(?=\S)")  # tried last: واس begins so, too
_SIGNS = re.compile(r"[^\w\s]+")
_INITIALS = 2  # letters: أ ف ب, أف ب
_OTHERS = frozenset({"وكالات"})  # several, none of which is named


def agency(record: Record) -> str | None:
    """The agency that an article is from, under its usual name; None where the page names none."""
    return next((name for text in _lines(record) if (name := agency_in(text))), None)


def agency_in(line: str) -> str | None:
    """The agency that a line names, a source or a byline: alone, or between dashes, commas and brackets."""
    parts = [line, *_BETWEEN.split(line)]
    names = (_names().get(_key(part)) for part in (*parts, *(one for part in parts for one in _AND.split(part))))
    return next((name for name in names if name and name not in _OTHERS), None)


def is_its_own(record: Record) -> bool:
    """Whether the page is the agency's own, and no outlet's that prints it."""
    publisher = record.article.publisher
    return bool(publisher) and _names().get(_key(publisher or "")) is not None


def _lines(record: Record) -> Iterator[str]:
    article = record.article
    yield from (text for text in (article.publisher, article.source, *article.authors) if text)
    yield from (line.text for line in article.dropped if line.reason in _NAMED_IN)


@cache
def _names() -> dict[str, str]:
    groups = tomllib.loads(files("marsad.data").joinpath("agencies.toml").read_text("utf-8"))["agencies"]
    return {_key(form): forms[0] for forms in groups for form in forms}


def _key(name: str) -> str:
    """A name as it is compared: `(أ.ف.ب)`, `أ ف ب` and `أف ب` give the same."""
    parts = _SIGNS.sub(" ", fold_key(name)).split()
    return "".join(parts) if parts and max(map(len, parts)) <= _INITIALS else " ".join(parts)
