"""The piece of input that the readers hand to one another, and the page that comes out at the end.

A `Part` is a named stream with what is known of its origin. A `Stream` can be looked into before it is read,
and is the one place where the exceptions of the libraries below become errors of Marsad.
"""

import contextlib
import hashlib
import io
import lzma
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import IO, Protocol, TypeVar

from marsad.errors import Damaged, Forbidden, MarsadError, SourceError, TooLarge
from marsad.read.limits import MIB, Limits, Options
from marsad.records import Container, Given, Origin, Page

Item = Page | MarsadError
Failure = TypeVar("Failure", bound=MarsadError)

CHUNK = 64 * 1024
IN_MEMORY = 8 * MIB  # what a spooled archive may take before it goes to a temporary file

BROKEN = (zlib.error, lzma.LZMAError, zipfile.BadZipFile, NotImplementedError, RuntimeError)


class Readable(Protocol):
    """Anything that gives bytes."""

    def read(self, size: int = -1, /) -> bytes | None:
        """At most `size` bytes, b"" at the end."""
        ...


def as_source_error(error: Exception) -> SourceError:
    """The error of a library or of the system in the words of Marsad."""
    match error:
        case SourceError():
            return error
        case EOFError():
            return Damaged("the compressed stream ends early; fetch the file again")
        case zlib.error() | lzma.LZMAError() | zipfile.BadZipFile():
            return Damaged(f"the compressed stream is broken ({error})")
        case NotImplementedError() | RuntimeError():
            return Damaged(f"it cannot be unpacked ({error})")
        case PermissionError():
            return Forbidden("no permission to read it; change its rights, or run as its owner")
        case _:
            said = error.strerror if isinstance(error, OSError) else str(error)
            return Damaged(f"reading fails: {said or str(error) or type(error).__name__}")


class Stream(io.RawIOBase):
    """A stream with a look ahead. A failure below comes after all bytes that were read before it."""

    def __init__(self, below: Readable) -> None:
        super().__init__()
        self._below = below
        self._ahead = b""
        self._failure: SourceError | None = None

    @classmethod
    def of(cls, data: bytes) -> "Stream":
        """A stream over bytes in memory."""
        return cls(io.BytesIO(data))

    def readable(self) -> bool:
        """Always."""
        return True

    def peek(self, size: int) -> bytes:
        """The next `size` bytes, fewer at the end, without taking them. Raises SourceError if there are none."""
        while len(self._ahead) < size and (more := self._more(size - len(self._ahead))):
            self._ahead += more
        if not self._ahead and self._failure:
            raise self._failure
        return self._ahead[:size]

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fill the buffer as far as one read goes. Raises SourceError where the input is broken."""
        data = self._ahead[: len(buffer)] or self._more(len(buffer))
        self._ahead = self._ahead[len(data) :]
        if not data and self._failure:
            raise self._failure
        buffer[: len(data)] = data
        return len(data)

    def whole(self, limit: int, what: str) -> bytes:
        """All that is left. Raises TooLarge beyond `limit` bytes, SourceError where the input is broken."""
        pieces: list[bytes] = []
        size = 0
        while piece := self.read(CHUNK):
            size += len(piece)
            if size > limit:
                raise TooLarge(f"the {what} is larger than {limit:,} bytes; raise the limit if it is meant")
            pieces.append(piece)
        return b"".join(pieces)

    def _more(self, size: int) -> bytes:
        if self._failure:
            return b""
        try:
            return self._below.read(min(size, CHUNK)) or b""
        except (OSError, SourceError, ValueError, EOFError, *BROKEN) as error:
            self._failure = as_source_error(error)
            return b""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of input before its kind is known."""

    uri: str
    stream: Stream
    url: str | None = None
    fetched_at: str | None = None
    charset: str | None = None
    container: Container | None = None
    given: Given = field(default_factory=Given)
    packings: int = 0  # how many archives it was taken out of
    seekable: IO[bytes] | None = None  # the same bytes, where they lie in a file
    notes: tuple[str, ...] = ()  # for the warnings of the record

    def inner(self, below: Readable, member: str | None = None) -> "Part":
        """What is packed in this part, under its own name if it has one."""
        uri = f"{self.uri}!{member}" if member else self.uri
        container = Container(self.uri, record=member) if member else self.container
        return replace(
            self, uri=uri, stream=Stream(below), container=container, packings=self.packings + 1, seekable=None
        )


@dataclass(frozen=True, slots=True)
class NotedPage(Page):
    """A page, with what a careful reader should know of how it was come by."""

    notes: tuple[str, ...] = ()


class Context(Protocol):
    """What a reader may ask of the reading that it is part of."""

    options: Options

    def read(self, part: Part) -> Iterator[Item]:
        """The pages of a part whose kind is still to be found."""
        ...

    def fetch(self, url: str) -> Part:
        """The answer of an address. Raises SourceError."""
        ...


def page(part: Part, data: bytes, media_type: str, options: Options) -> Page:
    """The page that a part turned out to be; `data` are its bytes, `media_type` text/html or text/plain."""
    origin = Origin(
        uri=part.uri,
        url=part.url,
        fetched_at=part.fetched_at,
        media_type=media_type,
        encoding=options.encoding,
        sha256=hashlib.sha256(data).hexdigest(),
        bytes=len(data),
        container=part.container,
    )
    charset = options.encoding or part.charset
    if part.notes:
        return NotedPage(origin, data, charset, part.given, options.date, part.notes)
    return Page(origin, data, charset, part.given, options.date)


def located(error: Failure, where: str) -> Failure:
    """The error with the name of its place, unless it has one."""
    error.where = error.where or where
    return error


@contextlib.contextmanager
def spooled(part: Part, limits: Limits) -> Iterator[IO[bytes]]:
    """The bytes of a part as a file that can be moved in: its own file, or a temporary copy."""
    if part.seekable is not None:
        yield part.seekable
        return
    with tempfile.SpooledTemporaryFile(IN_MEMORY) as copy:
        size = 0
        while piece := part.stream.read(CHUNK):
            size += len(piece)
            if size > limits.unpacked:
                raise TooLarge(f"the archive is larger than {limits.unpacked:,} bytes")
            copy.write(piece)
        copy.seek(0)
        yield copy
