"""Bytes in: files, text dumps, feeds, WARC, folders, archives, JSONL, addresses, standard input -> pages.

`pages` gives a `Page` (undecoded bytes and their origin) per page, and an error *as a value* for each part that
is damaged or refused, with `where` set, so that the caller reports it and goes on.
"""

import codecs
import datetime as dt
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, get_args

from marsad.errors import NotFound, SourceError, UsageError
from marsad.read import feeds, files, jsonl, kinds, packed
from marsad.read.limits import FetchOptions, Kind, Limits, Options
from marsad.read.parts import Context, Item, Part, Stream, located

__all__ = ["FetchOptions", "Item", "Limits", "Options", "pages"]

READERS: dict[str, Callable[[Part, Context], Iterator[Item]]] = {
    "html": files.html,
    "text": files.text,
    "feed": feeds.feed,
    "gzip": packed.gzipped,
    "zip": packed.zipped,
    "jsonl": jsonl.jsonl,
}
_PACKINGS = ("gzip", "zip")
STDIN = "-"


def pages(source: str | Path | BinaryIO, options: Options = Options()) -> Iterator[Item]:  # noqa: B008  frozen
    """The pages of a file, folder, http(s) address, "-" (standard input) or open binary file.

    Yields a Page or a SourceError each; memory stays flat however many there are. Raises, at the first step,
    NotFound and Forbidden where the input as a whole cannot be had, and UsageError for impossible options.
    """
    _check(options)
    reading = _Reading(options)
    if not isinstance(source, str | Path):
        yield from reading.read(Part(_name(source), Stream(source), url=options.url))
    elif source == STDIN:
        yield from reading.read(Part(STDIN, Stream(sys.stdin.buffer), url=options.url))
    else:
        yield from _at(Path(source), reading)


def _at(path: Path, reading: "_Reading") -> Iterator[Item]:
    if path.is_dir():
        if reading.options.url:
            raise UsageError("--url belongs to one page; this is a folder", where=str(path))
        yield from files.folder(path, reading)
    elif not path.exists():
        raise NotFound("there is no such file or folder; check the path", where=str(path))
    else:
        yield from files.file(path, reading)


class _Reading:
    """One reading with its options: gives each part to the reader of its kind."""

    def __init__(self, options: Options) -> None:
        self.options = options

    def read(self, part: Part) -> Iterator[Item]:
        """The pages of a part; what goes wrong in it becomes its last item."""
        try:
            forced = self.options.kind
            kind = forced if forced in _PACKINGS else self._kind(part)
            within = self if kind != forced else _Reading(replace(self.options, kind=None))
            yield from READERS[kind](part, within)
        except SourceError as error:
            yield located(error, part.uri)

    def fetch(self, url: str) -> Part:
        """The answer of an address."""
        raise NotImplementedError(url)

    def _kind(self, part: Part) -> str:
        """A forced kind holds for what is packed, so packings are opened first."""
        head = part.stream.peek(kinds.HEAD)
        forced = self.options.kind
        if forced is None:
            return kinds.kind(head)
        if not head:
            return kinds.kind(head)
        packing = next((kind for offset, mark, kind in kinds.PACKED if head.startswith(mark, offset)), None)
        return packing if packing in _PACKINGS and forced != "warc" else forced


def _check(options: Options) -> None:
    if options.kind is not None and options.kind not in get_args(Kind):
        raise UsageError(f"unknown type {options.kind!r}; known: {', '.join(get_args(Kind))}")
    if options.encoding is not None:
        try:
            codecs.lookup(options.encoding)
        except LookupError:
            raise UsageError(f"unknown encoding {options.encoding!r}; try utf-8 or windows-1256") from None
    if options.date is not None:
        try:
            dt.date.fromisoformat(options.date)
        except ValueError:
            raise UsageError(f"{options.date!r} is no date; write it as YYYY-MM-DD") from None


def _name(source: BinaryIO) -> str:
    name = getattr(source, "name", None)
    return name if isinstance(name, str) and not name.startswith("<") else STDIN
