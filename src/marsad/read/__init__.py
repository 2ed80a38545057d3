"""Bytes in: files, text dumps, feeds, WARC, folders, archives, JSONL, addresses, standard input -> pages.

`pages` gives a `Page` (undecoded bytes and their origin) per page, and an error *as a value* for each part that
is damaged or refused, with `where` set, so that the caller reports it and goes on.
"""

import contextlib
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from marsad.errors import Forbidden, NotFound, SourceError
from marsad.read import checks, feeds, files, jsonl, kinds, packed, warc
from marsad.read.limits import FetchOptions, Limits, Options
from marsad.read.parts import Context, Item, NotedPage, Part, Stream, as_source_error, located
from marsad.read.session import Reply, Session

__all__ = ["FetchOptions", "Item", "Limits", "NotedPage", "Options", "Reply", "Session", "pages", "pages_of"]

READERS: dict[str, Callable[[Part, Context], Iterator[Item]]] = {
    "html": files.html,
    "text": files.text,
    "feed": feeds.feed,
    "gzip": packed.gzipped,
    "zip": packed.zipped,
    "jsonl": jsonl.jsonl,
    "warc": warc.warc,
}
_PACKINGS = ("gzip", "zip")
STDIN = "-"
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://|file:", re.IGNORECASE)
_NO_SCHEME = re.compile(r"www\.|(?:[\w-]+\.)+[a-z]{2,}/", re.IGNORECASE)  # as people copy it


def pages(
    source: str | Path | BinaryIO,
    options: Options = Options(),  # noqa: B008  frozen
    session: Session | None = None,
) -> Iterator[Item]:
    """The pages of a file, folder, http(s) address, "-" (standard input) or open binary file.

    Yields a Page or a SourceError each; memory stays flat however many there are. Raises, at the first step,
    NotFound and Forbidden where the input as a whole cannot be had, and UsageError for impossible options.
    Who reads many addresses hands the same `session` to each call, so that pauses and robots.txt hold for all.
    """
    checks.check(options)
    with contextlib.ExitStack() as stack:
        web = session or stack.enter_context(Session(options.fetch, options.now))
        reading = _Reading(options, web)
        if not isinstance(source, str | Path):
            checks.check_source(source)
            yield from reading.read(Part(_name(source), Stream(source), url=options.url))
        elif source == STDIN:
            yield from reading.read(Part(STDIN, Stream(sys.stdin.buffer), url=options.url))
        elif isinstance(source, str) and _ADDRESS.match(source):
            yield from _fetched(source, reading)
        else:
            yield from _at(Path(source), reading)


def pages_of(part: Part, options: Options, session: Session) -> Iterator[Item]:
    """The pages of an answer that was had before (`Session.poll`): as `pages`, but nothing is raised for its sake.

    Raises UsageError for impossible options.
    """
    checks.check(options)
    yield from _Reading(options, session).read(part)


def _fetched(url: str, reading: "_Reading") -> Iterator[Item]:
    try:
        part = reading.fetch(url)
    except (NotFound, Forbidden):
        raise
    except SourceError as error:
        yield located(error, url)
    else:
        yield from reading.read(replace(part, url=reading.options.url or part.url))


def _at(path: Path, reading: "_Reading") -> Iterator[Item]:
    try:
        is_folder, exists = path.is_dir(), path.exists()
    except OSError as error:  # a name that is too long, a folder without rights
        raise located(as_source_error(error), str(path)[:200]) from None
    if is_folder:
        checks.check_single(reading.options, "folder", str(path))
        yield from files.folder(path, reading)
    elif not exists:
        hint = f"an address begins with https:// (https://{path})" if _NO_SCHEME.match(str(path)) else "check the path"
        raise NotFound(f"there is no such file or folder; {hint}", where=str(path))
    else:
        yield from files.file(path, reading)


class _Reading:
    """One reading with its options: gives each part to the reader of its kind."""

    def __init__(self, options: Options, web: Session) -> None:
        self.options = options
        self._web = web

    def read(self, part: Part) -> Iterator[Item]:
        """The pages of a part; what goes wrong in it becomes its last item."""
        try:
            forced = self.options.kind
            kind = forced if forced in _PACKINGS else self._kind(part)
            within = self if kind != forced else _Reading(replace(self.options, kind=None), self._web)
            checks.check_single(self.options, kind, part.uri)
            yield from READERS[kind](part, within)
        except SourceError as error:
            yield located(error, part.uri)

    def fetch(self, url: str) -> Part:
        """The answer of an address. Raises SourceError."""
        return self._web.fetch(url)

    def _kind(self, part: Part) -> str:
        """A forced kind holds for what is packed, so packings are opened first."""
        head = part.stream.peek(kinds.HEAD)
        forced = self.options.kind
        if forced is None or not head:
            return kinds.kind(head)
        packing = next((kind for offset, mark, kind in kinds.PACKED if head.startswith(mark, offset)), None)
        if packing in _PACKINGS and forced != "warc":
            return packing
        if forced in ("html", "text"):
            kinds.refuse_no_text(head)  # a picture stays a picture
        return forced


def _name(source: BinaryIO) -> str:
    name = getattr(source, "name", None)
    return name if isinstance(name, str) and not name.startswith("<") else STDIN
