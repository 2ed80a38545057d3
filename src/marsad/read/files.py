"""Single pages, and folders of files."""

import os
from collections.abc import Iterator
from pathlib import Path

from marsad.errors import NotFound, SourceError
from marsad.read.parts import Context, Item, Part, Stream, as_source_error, located, page


def html(part: Part, context: Context) -> Iterator[Item]:
    """The part as one HTML page."""
    yield _whole(part, context, "text/html")


def text(part: Part, context: Context) -> Iterator[Item]:
    """The part as one page of text, as a browser saves it."""
    yield _whole(part, context, "text/plain")


def file(path: Path, context: Context) -> Iterator[Item]:
    """The pages of one file, whatever it holds. Raises NotFound, Forbidden."""
    where = str(path)
    try:
        with path.open("rb") as opened:
            seekable = opened if opened.seekable() else None
            part = Part(where, Stream(opened), url=context.options.url, seekable=seekable)
            yield from context.read(part)
    except FileNotFoundError:
        raise NotFound("there is no such file or folder; check the path", where=where) from None
    except OSError as error:
        raise located(as_source_error(error), where) from None


def folder(path: Path, context: Context) -> Iterator[Item]:
    """The pages of all files below a folder, in sorted order; hidden files are left out.

    A file or folder that cannot be read is answered with an error, and the next one is read.
    """
    for found in _walk(path):
        if isinstance(found, SourceError):
            yield found
            continue
        try:
            yield from file(found, context)
        except SourceError as error:
            yield error


def _walk(top: Path) -> Iterator[Path | SourceError]:
    """Files in sorted order. A folder that is reached a second time, through links, is not entered again."""
    pending, seen = [top], set[tuple[int, int]]()
    while pending:
        here = pending.pop()
        try:
            if here.is_file():
                yield here
            elif not here.is_dir():
                if not here.exists():
                    yield NotFound("a link that leads nowhere", where=str(here))
            elif (folder := _identity(here)) not in seen:
                seen.add(folder)
                names = sorted(entry.name for entry in os.scandir(here) if not entry.name.startswith("."))
                pending.extend(here / name for name in reversed(names))
        except OSError as error:
            yield located(as_source_error(error), str(here))


def _identity(path: Path) -> tuple[int, int]:
    """The same for all names of one folder."""
    found = path.stat()
    return found.st_dev, found.st_ino


def _whole(part: Part, context: Context, media_type: str) -> Item:
    data = part.stream.whole(context.options.limits.page, "page")
    return page(part, data, media_type, context.options)
