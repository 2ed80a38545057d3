"""How bytes and texts lie in the archive: zstd, UTF-8, and the hash of what an article says."""

import hashlib
import json
from typing import Any

import zstandard

from marsad.errors import ArchiveError

_LEVEL = 7  # zstd: pages of news shrink to a sixth, at 60 MB/s and more


def packed(data: bytes) -> bytes:
    """The bytes as they are stored."""
    return zstandard.ZstdCompressor(_LEVEL).compress(data)


def unpacked(data: bytes) -> bytes:
    """What was packed. Raises ArchiveError where it is damaged."""
    try:
        return zstandard.ZstdDecompressor().decompress(data)
    except zstandard.ZstdError as error:
        raise ArchiveError(f"a stored page cannot be unpacked ({error}); run marsad verify", reason="damaged") from None


def hashed(data: bytes) -> str:
    """The SHA-256 of bytes, as the ledger writes it."""
    return hashlib.sha256(data).hexdigest()


def storable(text: str) -> str:
    """The text as UTF-8 can write it: a file name that is none keeps its escapes, which are valid inside of JSON."""
    return text.encode("utf-8", "backslashreplace").decode()


def body(data: bytes) -> dict[str, Any]:
    """A stored record without its facts, as JSON has it. Raises ArchiveError where it is damaged."""
    try:
        found = json.loads(unpacked(data))
    except ValueError as error:
        raise ArchiveError(f"a stored article cannot be read ({error}); run marsad verify", reason="damaged") from None
    if not isinstance(found, dict) or not isinstance(found.get("article"), dict):
        raise ArchiveError("a stored article is none; run marsad verify", reason="damaged")
    return found


def content_hash(headline: str | None, text: str) -> str:
    """SHA-256 of what an article says: its headline and text. Boilerplate and annotations may change beside it."""
    return hashed(f"{headline or ''}\0{text}".encode())
