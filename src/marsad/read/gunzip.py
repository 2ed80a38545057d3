"""Gzip members in a row, unpacked as a stream that knows where each member began.

`gzip.GzipFile` does not tell packed positions, and fastwarc's own unpacking ends without a word where a file
breaks off inside the headers of a record.
"""

import zlib
from collections import deque

from marsad.errors import Damaged
from marsad.read.parts import CHUNK, Readable

SIGNATURE = b"\x1f\x8b"
_GZIP = 31  # for zlib: a gzip member with its checksum


class Gunzip:
    """The unpacked bytes of a gzip stream. `read` raises EOFError, zlib.error and Damaged on a broken one."""

    def __init__(self, below: Readable) -> None:
        self._below = below
        self._taken = 0  # packed bytes taken from below
        self._given = 0  # unpacked bytes given
        self._packed = b""
        self._inflate = zlib.decompressobj(_GZIP)
        self._inside = False
        self._starts: deque[tuple[int, int]] = deque()  # unpacked and packed position of each member

    def read(self, size: int = CHUNK, /) -> bytes:
        """At least one and at most `size` bytes (CHUNK at most); b"" at the end."""
        while self._inside or self._begin():
            if not self._packed and not self._more():
                raise EOFError
            data = self._inflate.decompress(self._packed, min(size, CHUNK) if size > 0 else CHUNK)
            if self._inflate.eof:
                self._inside, self._packed = False, self._inflate.unused_data
            else:
                self._packed = self._inflate.unconsumed_tail
            if data:
                self._given += len(data)
                return data
        return b""

    def member_at(self, position: int) -> int:
        """The packed position of the member that holds an unpacked position; asked for in rising order."""
        while len(self._starts) > 1 and self._starts[1][0] <= position:
            self._starts.popleft()
        return self._starts[0][1]

    def _begin(self) -> bool:
        """Enter the next member. Zeros behind the last one are padding, as tapes and tar leave it."""
        while len(self._packed) < len(SIGNATURE) and self._more():
            pass
        while self._packed and not self._packed.strip(b"\x00"):
            self._packed = b""
            self._more()
        if not self._packed:
            return False
        if self._given and not self._packed.startswith(SIGNATURE):
            raise Damaged("behind the packed data stand bytes that are no gzip data")
        self._starts.append((self._given, self._taken - len(self._packed)))
        self._inflate = zlib.decompressobj(_GZIP)
        self._inside = True
        return True

    def _more(self) -> bool:
        more = self._below.read(CHUNK) or b""
        self._taken += len(more)
        self._packed += more
        return bool(more)
