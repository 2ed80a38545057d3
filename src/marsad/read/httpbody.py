"""HTTP messages as archives keep them: the head read leniently, the body freed from its codings.

Crawlers differ: some store bodies as they came, some decoded, with the old headers left in place. So a coding
that does not fit the bytes is taken as already undone.
"""

import io
import re
import zlib
from dataclasses import dataclass

from fastwarc.stream_io import BrotliReader, ChunkedReader, ZstdReader

from marsad.errors import Damaged, TooLarge

_END = re.compile(rb"\r?\n\r?\n")
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?\s+(\d{3})\b")
_CHARSET = re.compile(r"""charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
_CHUNK_SIZE = re.compile(rb"[0-9A-Fa-f]{1,8}[ \t]*(?:;[^\r\n]*)?\r\n")
_GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Head:
    """Status and headers (names in lower case) of a message, and the bytes that they take."""

    status: int
    headers: dict[str, str]
    size: int

    @property
    def media_type(self) -> str:
        """`text/html`; "" where none is declared."""
        return self.headers.get("content-type", "").split(";")[0].strip().lower()

    @property
    def charset(self) -> str | None:
        """The charset of Content-Type as declared, which may be wrong or unknown."""
        return charset(self.headers.get("content-type", ""))


def charset(content_type: str) -> str | None:
    """The charset that a Content-Type header declares."""
    found = _CHARSET.search(content_type)
    return found[1] if found else None


def head(block: bytes) -> Head | None:
    """The head at the start of a message; None if there is none. Lines may end in LF alone."""
    status, end = _STATUS.match(block), _END.search(block)
    if not status or not end:
        return None
    headers: dict[str, str] = {}
    for line in block[: end.start()].decode("latin-1").splitlines()[1:]:
        name, colon, value = line.partition(":")
        if colon:
            headers.setdefault(name.strip().lower(), value.strip())
    return Head(int(status[1]), headers, end.end())


def decoded(body: bytes, of: Head, limit: int) -> bytes:
    """The body without its transfer and content codings. Raises Damaged, and TooLarge beyond `limit` bytes."""
    if "chunked" in of.headers.get("transfer-encoding", "").lower() and _CHUNK_SIZE.match(body):
        body = _through(ChunkedReader, body, limit)
    codings = [coding.strip().lower() for coding in of.headers.get("content-encoding", "").split(",")]
    for coding in reversed(codings):
        if coding in ("gzip", "x-gzip") and body.startswith(_GZIP):
            body = _inflated(body, 31, limit)
        elif coding == "deflate":
            body = _deflated(body, limit)
        elif coding == "br":
            body = _through(BrotliReader, body, limit)
        elif coding == "zstd":
            body = _through(ZstdReader, body, limit)
    return body


def _deflated(body: bytes, limit: int) -> bytes:
    """With the wrapping of zlib, as the standard says, or without, as many servers send it."""
    for wbits in (15, -15):
        try:
            return _inflated(body, wbits, limit)
        except zlib.error:
            continue
    return body


def _inflated(body: bytes, wbits: int, limit: int) -> bytes:
    inflate = zlib.decompressobj(wbits=wbits)
    try:
        data = inflate.decompress(body, limit + 1)
    except zlib.error as error:
        if wbits == 31:  # noqa: PLR2004  gzip was recognised by its signature: it is broken, not undone
            raise Damaged(f"its gzip coding is broken ({error})") from None
        raise
    if len(data) > limit:
        raise TooLarge(f"it unpacks to more than {limit:,} bytes; this looks like a bomb")
    if not inflate.eof:
        raise Damaged("its content coding ends early")
    return data


def _through(reader: type[ChunkedReader] | type[BrotliReader] | type[ZstdReader], body: bytes, limit: int) -> bytes:
    opened = reader(io.BytesIO(body))
    pieces: list[bytes] = []
    size = 0
    try:
        while piece := opened.read(64 * 1024):
            size += len(piece)
            if size > limit:
                raise TooLarge(f"it unpacks to more than {limit:,} bytes; this looks like a bomb")
            pieces.append(piece)
    except OSError:
        return body
    return b"".join(pieces)
