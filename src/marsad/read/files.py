"""Single pages, and folders of files."""

import os
from collections.abc import Iterator
from pathlib import Path

from marsad.errors import Damaged, Forbidden, NotFound, SourceError
from marsad.read.parts import Context, Item, Part, Stream, as_source_error, located, page


def html(part: Part, context: Context) -> Iterator[Item]:
    """The part as one HTML page."""
    yield _whole(part, context, "text/html")


def text(part: Part, context: Context) -> Iterator[Item]:
    """The part as one page of text, as a browser saves it."""
    yield _whole(part, context, "text/plain")


def file(path: Path, context: Context, uri: str | None = None) -> Iterator[Item]:
    """The pages of one file, whatever it holds. Raises NotFound, Forbidden."""
    where = uri or str(path)
    try:
        with path.open("rb") as opened:
            part = Part(where, Stream(opened), url=context.options.url, seekable=opened)
            yield from context.read(part)
    except FileNotFoundError:
        raise NotFound("there is no such file or folder; check the path", where=where) from None
    except OSError as error:
        raise located(as_source_error(error), where) from None


def folder(path: Path, context: Context) -> Iterator[Item]:
    """The pages of all files below a folder, in sorted order; hidden files are left out.

    A file or folder that cannot be read is answered with an error, and the next one is read.
    """
    for found in _walk(path, frozenset()):
        if isinstance(found, SourceError):
            yield found
            continue
        try:
            yield from file(found, context)
        except SourceError as error:
            yield error


def _walk(path: Path, above: frozenset[str]) -> Iterator[Path | SourceError]:
    """Files in sorted order. `above` holds the real paths on the way here: a link back to one is not entered."""
    real = os.path.realpath(path)
    if real in above:
        return
    try:
        names = sorted(entry.name for entry in os.scandir(path))
    except OSError as error:
        yield _unreadable(error, path)
        return
    for name in names:
        if name.startswith("."):
            continue
        child = path / name
        if child.is_dir():
            yield from _walk(child, above | {real})
        elif child.is_file():
            yield child
        elif child.is_symlink():
            yield NotFound("a link that leads nowhere", where=str(child))


def _unreadable(error: OSError, path: Path) -> SourceError:
    if isinstance(error, PermissionError):
        return Forbidden("no permission to list the folder; change its rights, or run as its owner", where=str(path))
    return Damaged(f"the folder cannot be listed: {error.strerror}", where=str(path))


def _whole(part: Part, context: Context, media_type: str) -> Item:
    data = part.stream.whole(context.options.limits.page, "page")
    return page(part, data, media_type, context.options)
