"""WARC out: every request and every answer of a run, packed record by record (ISO 28500:2017).

Bodies are stored without their codings; the headers that spoke of those stay under X-Crawl- names, as in the
archives of Common Crawl, so that other programs do not decode what is decoded.
"""

import datetime as dt
import io
import os
import secrets
import uuid
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

from fastwarc.stream_io import GzipWriter
from fastwarc.warc import WarcRecord, WarcRecordType

from marsad.errors import ArchiveError
from marsad.read.exchange import Exchange, Headers

_LARGEST = 1 << 30  # bytes; the next file begins behind it
_CODED = frozenset({b"content-encoding", b"transfer-encoding", b"content-length"})


class WarcFolder:
    """Writes to files of a folder; `FetchOptions.fetched` takes its `write`. A context manager."""

    def __init__(self, folder: Path, program: str, now: Callable[[], dt.datetime]) -> None:
        """Raises ArchiveError where the folder cannot be made or written to."""
        self._folder, self._program, self._now = folder, program, now
        self._file: io.BufferedWriter | None = None
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _unwritable(folder, error) from None
        if not os.access(folder, os.W_OK):
            raise ArchiveError(f"{folder}: no permission to write into this folder", reason="not-writable")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends the file that is open."""
        if self._file:
            self._file.close()
            self._file = None

    def write(self, exchange: Exchange) -> None:
        """Keeps an exchange. Raises ArchiveError where it cannot be written."""
        target = urlsplit(exchange.url)
        line = f"GET {target.path or '/'}{'?' if target.query else ''}{target.query} HTTP/1.1\r\n"
        answer, asked = _urn(), _urn()
        about = {"WARC-Target-URI": exchange.url, "WARC-IP-Address": exchange.machine}
        truncated = {} if exchange.whole else {"WARC-Truncated": "unspecified"}
        status = f"HTTP/1.1 {exchange.status} {exchange.reason}".rstrip() + "\r\n"
        try:
            file = self._opened()
            self._record(
                file, WarcRecordType.response, _http(status, _uncoded(exchange), exchange.body), answer,
                about | truncated | {"Content-Type": "application/http; msgtype=response"},
            )  # fmt: skip
            self._record(
                file, WarcRecordType.request, _http(line, exchange.request, b""), asked,
                about | {"Content-Type": "application/http; msgtype=request", "WARC-Concurrent-To": f"<urn:{answer}>"},
            )  # fmt: skip
            file.flush()
        except OSError as error:
            raise _unwritable(self._folder, error) from None

    def _opened(self) -> io.BufferedWriter:
        if self._file and self._file.tell() > _LARGEST:
            self.close()
        if self._file is None:
            name = f"marsad-{self._now():%Y%m%dT%H%M%SZ}-{secrets.token_hex(3)}.warc.gz"
            self._file = (self._folder / name).open("xb")
            info = f"software: {self._program}\r\nformat: WARC File Format 1.1\r\n".encode()
            about = {"WARC-Filename": name, "Content-Type": "application/warc-fields"}
            self._record(self._file, WarcRecordType.warcinfo, info, _urn(), about)
        return self._file

    def _record(
        self, file: io.BufferedWriter, kind: WarcRecordType, block: bytes, urn: str, headers: Mapping[str, str]
    ) -> None:
        """A record is a gzip member of its own, so that each can be read without those before it."""
        record = WarcRecord()
        record.init_headers(kind, record_urn=urn.encode())
        record.headers["WARC-Date"] = f"{self._now():%Y-%m-%dT%H:%M:%SZ}"
        for name, value in headers.items():
            record.headers[name] = value
        record.set_bytes_content(block)
        with GzipWriter(file) as packed:
            record.write(packed, checksum_data=True)


def _urn() -> str:
    return f"uuid:{uuid.uuid4()}"


def _http(start: str, headers: Headers, body: bytes) -> bytes:
    lines = b"".join(name + b": " + value + b"\r\n" for name, value in headers)
    return start.encode("ascii", "replace") + lines + b"\r\n" + body


def _uncoded(exchange: Exchange) -> Headers:
    kept = tuple((b"X-Crawl-" + name if name.lower() in _CODED else name, value) for name, value in exchange.headers)
    return (*kept, (b"Content-Length", str(len(exchange.body)).encode()))


def _unwritable(folder: Path, error: OSError) -> ArchiveError:
    return ArchiveError(f"cannot write into {folder}: {error.strerror or error}", reason="not-writable")
