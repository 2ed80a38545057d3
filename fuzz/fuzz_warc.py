"""Whatever a WARC, gzip, zip or JSONL holds, or claims to be, its parts are read or refused one by one."""

import gzip
from io import BytesIO

import marsad
from fuzz.invariants import holds
from fuzz.words import LINES, TAGS, spell
from marsad.errors import MarsadError

SEEDS = ("*.warc", "*.warc.gz", "*.gz", "*.zip", "*.jsonl")
HEADERS = (
    "WARC/1.0\r\n", "WARC/1.1\r\n", "WARC-Type: response\r\n", "WARC-Type: resource\r\n", "Content-Length: 64\r\n",
    "Content-Length: 99999999999999999999\r\n", "Content-Length: -1\r\n", "Content-Length: 0\r\n", "\r\n", "\n",
    "WARC-Target-URI: https://almina.example/1\r\n", "WARC-Target-URI: \x00\r\n",
    "WARC-Date: 2024-12-30T10:00:00Z\r\n", "WARC-Record-ID: <urn:uuid:1>\r\n",
    "Content-Type: application/http; msgtype=response\r\n", "HTTP/1.1 200 OK\r\n",
    "HTTP/1.1 301 Moved\r\nLocation: file:///\r\n", "Content-Type: text/html; charset=windows-1256\r\n",
    "Transfer-Encoding: chunked\r\n", "Content-Encoding: gzip\r\n", "Content-Encoding: br\r\n", "5\r\n", "0\r\n\r\n",
    '{"id": 1, "html": "', '", "url": "', '"}\n', '{"text": "', "[", "null\n",
)  # fmt: skip
PARTS = (*HEADERS, *TAGS, *LINES)
KINDS = (None, "warc", "gzip", "zip", "jsonl", "html", "text")


def check(data: bytes) -> None:
    """Byte 1 chooses what the bytes are said to be and whether they are spelled, packed or as they are."""
    choice, rest = sum(data[:1]), data[1:]
    body = spell(rest, PARTS).encode("utf-8", "surrogatepass") if choice & 0x40 else rest
    body = gzip.compress(body, 1) if choice & 0x80 else body
    try:
        for item in marsad.read(
            BytesIO(body), marsad.Options(kind=KINDS[(choice & 0x3F) % len(KINDS)]), wanted=marsad.ARTICLE_ONLY
        ):
            if not isinstance(item, MarsadError):
                holds(item)
    except MarsadError:
        return
