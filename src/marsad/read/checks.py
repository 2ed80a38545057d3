"""What a caller asks for, checked before anything is read; each check raises UsageError."""

import codecs
import datetime as dt
import io
import re
from typing import get_args

from marsad.errors import UsageError
from marsad.read.limits import Kind, Options
from marsad.records import Page
from marsad.text.dates import parse

_URL = re.compile(r"https?://[^\s/?#]+[^\s]*", re.IGNORECASE)
# They decode bytes, but none that a page was ever written in: names of hosts, escapes of programs.
_NO_PAGES = frozenset({"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape"})


def check(options: Options) -> None:
    """Whether the options of a reading can be met."""
    if options.kind is not None and options.kind not in get_args(Kind):
        raise UsageError(f"unknown type {options.kind!r}; known: {', '.join(get_args(Kind))}")
    if options.encoding is not None:
        check_encoding(options.encoding)
    if not (options.fetch.user_agent.isascii() and options.fetch.user_agent.isprintable()):
        raise UsageError("the user agent must be written in plain Latin letters; HTTP allows no others")
    if options.url is not None and not _URL.fullmatch(options.url):
        raise UsageError(f"{options.url!r} is no address of a page; write it with https:// or http://")
    if options.date is not None:
        check_day(options.date)


def check_encoding(name: str) -> None:
    """Whether text can be written in the encoding of that name."""
    try:
        found = codecs.lookup(name)
        text = found.name.replace("_", "-") not in _NO_PAGES and isinstance(b"a".decode(name, "replace"), str)
    except (LookupError, ValueError):  # ValueError: a NUL in the name
        text = False
    if not text:
        raise UsageError(f"unknown encoding {name!r}; try utf-8 or windows-1256")


def check_day(date: str) -> None:
    """Whether an article can have been published on that day."""
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", date, re.ASCII) or not _exists(date) or not is_date(date):
        raise UsageError(f"{date!r} is no date that an article can have; write it as YYYY-MM-DD")


def _exists(day: str) -> bool:
    """Whether the calendar has this day; 2023-13-01 may not be read as the 13th of January."""
    try:
        return bool(dt.date.fromisoformat(day))
    except ValueError:
        return False


def is_date(text: str) -> bool:
    """Whether a text names a day; it may be written as in an article."""
    found = parse(text)
    return found is not None and found.date.precision in {"day", "minute"}


def check_single(options: Options, kind: str, where: str) -> None:
    """An address is that of one page."""
    if options.url and kind not in {"html", "text", "gzip"}:
        raise UsageError(f"--url (Options.url) belongs to one page; this is a {kind} of pages", where=where)


def check_source(source: object) -> None:
    """Whether there is something to read from."""
    if isinstance(source, bytes | bytearray | memoryview):
        raise UsageError("these are bytes, not the place where a page is; marsad.read_bytes reads them")
    if isinstance(source, Page) or not callable(getattr(source, "read", None)):
        raise UsageError(f"cannot read from {type(source).__name__}; give a path, an address or an open binary file")
    if isinstance(source, io.TextIOBase):
        raise UsageError("the file is open for text; open it for bytes (mode 'rb'), as its encoding is to be found")
