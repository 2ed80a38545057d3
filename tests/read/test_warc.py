"""WARC: the pages of a crawl, record by record."""

import gzip
import io
import itertools
import tracemalloc
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

import pytest
from fastwarc.stream_io import BrotliWriter

from marsad.errors import MarsadError
from marsad.read import Item, Limits, Options, pages
from marsad.records import Page

PAGE = "<html><body><p>نص الخبر من الرباط</p></body></html>".encode("windows-1256")
HTML = {"Content-Type": "text/html; charset=windows-1256"}


def warc(kind: str, url: str, content_type: str, block: bytes) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2020-10-07T10:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:{zlib.crc32(url.encode()):08d}>\r\nContent-Type: {content_type}\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def response(
    name: str, body: bytes = PAGE, headers: dict[str, str] = HTML, *, status: int = 200, newline: str = "\r\n"
) -> bytes:
    lines = [f"HTTP/1.1 {status} X", *(f"{key}: {value}" for key, value in headers.items()), "", ""]
    block = newline.join(lines).encode() + body
    return warc("response", f"https://ufuq.example/{name}", "application/http; msgtype=response", block)


def read(data: bytes, options: Options = Options()) -> list[Item]:  # noqa: B008  frozen
    return list(pages(io.BytesIO(data), options))


def only(data: bytes) -> Page:
    (item,) = read(data)
    assert isinstance(item, Page), item
    return item


def names(items: list[Item]) -> list[str]:
    return [(item.origin.url or "").rpartition("/")[2] for item in items if isinstance(item, Page)]


INFO = warc("warcinfo", "", "application/warc-fields", b"software: x\r\n")


def test_a_record_becomes_a_page_with_its_whole_origin() -> None:
    page = only(INFO + response("1"))
    origin = page.origin
    assert (page.data, page.charset, origin.media_type) == (PAGE, "windows-1256", "text/html")
    assert origin.uri == origin.url == "https://ufuq.example/1"
    assert (origin.fetched_at, origin.bytes) == ("2020-10-07T10:00:00Z", len(PAGE))
    assert origin.container is not None
    assert (origin.container.uri, origin.container.offset) == ("-", len(INFO))
    assert (origin.container.record or "").startswith("<urn:uuid:")


def test_offsets_in_a_packed_file_point_at_the_packed_record(tmp_path: Path) -> None:
    members = [gzip.compress(response(name)) for name in "abc"]
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(b"".join(members))
    found = list(pages(path))
    assert names(found) == ["a", "b", "c"]
    offsets = [item.origin.container.offset for item in found if isinstance(item, Page) and item.origin.container]
    assert offsets == list(itertools.accumulate(map(len, members), initial=0))[:3]


def test_a_record_in_a_file_that_is_packed_as_one_has_no_place_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(gzip.compress(response("a") + response("b") + warc("resource", "", "text/plain", b"text")))
    found = [item.origin for item in pages(path) if isinstance(item, Page)]
    assert [origin.container and origin.container.offset for origin in found] == [0, None, None]
    assert found[-1].uri == f"{path}:{len(response('a') + response('b'))}"


def test_captures_that_are_no_pages_are_told_to_whoever_asks() -> None:
    told: list[str] = []
    data = INFO + response("gone", status=404) + response("a") + warc("revisit", "https://ufuq.example/r", "x/y", b"")
    assert names(read(data, Options(passed_over=told.append))) == ["a"]
    assert [each.rpartition("/")[2] for each in told] == ["gone", "r"]


def test_only_good_answers_with_text_are_read() -> None:
    found = read(
        INFO
        + response("missing", status=404)
        + response("moved", status=301)
        + response("image", b"\x89PNG" + bytes(200_000), {"Content-Type": "image/png"})
        + response("script", b"x()", {"Content-Type": "text/javascript"})
        + warc("request", "https://ufuq.example/q", "application/http; msgtype=request", b"GET / HTTP/1.1\r\n\r\n")
        + warc("response", "dns:ufuq.example", "text/dns", b"127.0.0.1")
        + response("xhtml", PAGE, {"Content-Type": "application/xhtml+xml"})
        + response("dump", "نص الخبر".encode(), {"Content-Type": "text/plain"})
        + response("undeclared", PAGE, {})
        + warc("resource", "https://ufuq.example/resource", "text/html", PAGE)
        + warc("conversion", "https://ufuq.example/conversion", "text/plain", "نص".encode())
        + warc("resource", "https://ufuq.example/pdf", "application/pdf", b"%PDF-")
    )
    assert names(found) == ["xhtml", "dump", "undeclared", "resource", "conversion"]
    assert len(found) == 5
    assert [item.origin.media_type for item in found if isinstance(item, Page)] == [
        "text/html", "text/plain", "text/html", "text/html", "text/plain",
    ]  # fmt: skip


def test_html_that_is_served_as_plain_text_is_html() -> None:
    assert only(response("1", PAGE, {"Content-Type": "text/plain"})).origin.media_type == "text/html"


def brotli(data: bytes) -> bytes:
    class Sink(list[bytes]):
        def write(self, piece: bytes) -> int:
            self.append(bytes(piece))
            return len(piece)

        def flush(self) -> None:
            """Nothing waits."""

        def close(self) -> None:
            """Nothing is open."""

    sink = Sink()
    with BrotliWriter(sink) as writer:
        writer.write(data)
    return b"".join(sink)


def chunked(data: bytes) -> bytes:
    return b"".join(b"%x\r\n%s\r\n" % (len(data[n : n + 20]), data[n : n + 20]) for n in range(0, len(data), 20)) + (
        b"0\r\n\r\n"
    )


def raw_deflate(data: bytes) -> bytes:
    packing = zlib.compressobj(wbits=-15)
    return packing.compress(data) + packing.flush()


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (gzip.compress(PAGE), {"Content-Encoding": "gzip"}),
        (gzip.compress(PAGE), {"content-encoding": "X-GZIP"}),
        (zlib.compress(PAGE), {"Content-Encoding": "deflate"}),
        (raw_deflate(PAGE), {"Content-Encoding": "deflate"}),
        (brotli(PAGE), {"Content-Encoding": "br"}),
        (chunked(PAGE), {"Transfer-Encoding": "chunked"}),
        (chunked(gzip.compress(PAGE)), {"Content-Encoding": "gzip", "Transfer-Encoding": "chunked"}),
        (gzip.compress(brotli(PAGE)), {"Content-Encoding": "br, gzip"}),
        (PAGE, {"Content-Encoding": "gzip", "Transfer-Encoding": "chunked"}),
        (PAGE, {"Content-Encoding": "br"}),
        (PAGE, {"Content-Encoding": "identity"}),
    ],
)
def test_bodies_are_freed_from_their_codings_or_found_free_of_them(body: bytes, headers: dict[str, str]) -> None:
    assert only(response("1", body, HTML | headers)).data == PAGE


def test_lines_of_the_page_headers_may_end_in_line_feeds_alone() -> None:
    assert only(response("1", newline="\n")).data == PAGE


def test_a_page_coded_badly_is_named_and_the_next_is_read() -> None:
    packed = HTML | {"Content-Encoding": "gzip"}
    short, broken = gzip.compress(PAGE)[:-12], b"\x1f\x8b\xff\xff" + PAGE
    *errors, last = read(response("a", short, packed) + response("b", broken, packed) + response("c"))
    assert [str(error).split(": ")[0] for error in errors] == [
        "-:0 https://ufuq.example/a", f"-:{len(response('a', short, packed))} https://ufuq.example/b",
    ]  # fmt: skip
    assert names([last]) == ["c"]


def test_empty_pages_and_images_that_claim_to_be_html_are_named() -> None:
    empty, image, last = read(response("a", b"") + response("b", b"\x89PNG\r\n\x1a\n") + response("c"))
    assert "is empty" in str(empty)
    assert "holds a PNG image" in str(image)
    assert names([last]) == ["c"]


def test_a_page_over_the_limit_is_passed_over_and_the_next_is_read() -> None:
    many = b"<p>" * 100_000
    for body, headers in (
        (many, {}),
        (gzip.compress(many), {"Content-Encoding": "gzip"}),
        (zlib.compress(many), {"Content-Encoding": "deflate"}),
        (brotli(many), {"Content-Encoding": "br"}),
    ):
        large = response("large", body, HTML | headers)
        error, last = read(large + response("after"), Options(limits=Limits(page=100_000)))
        assert isinstance(error, MarsadError)
        assert (error.reason, names([last])) == ("too-large", ["after"])


CRAWL = [response(name) for name in "abc"]


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("where", ["in the body", "in the headers"])
def test_a_file_that_breaks_off_says_where_and_keeps_what_was_read(*, packed: bool, where: str) -> None:
    members = [gzip.compress(record) for record in CRAWL] if packed else CRAWL
    start = len(members[0]) + len(members[1])
    cut = start + (40 if where == "in the headers" else len(members[2]) - 20)
    a, b, error = read(b"".join(members)[:cut])
    assert names([a, b]) == ["a", "b"]
    assert isinstance(error, MarsadError)
    assert error.reason == "damaged"
    assert "records read before it: 2" in error.what


@pytest.mark.parametrize("packed", [True, False])
def test_a_file_that_breaks_off_inside_a_picture_says_so(*, packed: bool) -> None:
    picture = response("p", b"\x89PNG" + bytes(range(256)) * 50, {"Content-Type": "image/png"})
    members = [gzip.compress(each) if packed else each for each in (CRAWL[0], picture)]
    page, error = read(b"".join(members)[:-100])
    assert names([page]) == ["a"]
    assert f"at byte {len(members[0])}" in str(error)


@pytest.mark.parametrize(
    "damage",
    [
        b"garbage between the records\r\n\r\n",
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: many\r\n\r\nx\r\n\r\n",
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: -5\r\n\r\nx\r\n\r\n",
        b"WARC/1.0\r\nWARC-Type: response\r\n\r\n",
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999999999999\r\n\r\nx\r\n\r\n",
        b"\x00" * 5000,
    ],
)
def test_damage_between_records_ends_the_file_with_a_word(damage: bytes) -> None:
    found = read(CRAWL[0] + damage + CRAWL[1])
    assert names(found)[0] == "a"
    assert isinstance(found[-1], MarsadError)


def test_flipped_bits_in_a_packed_record_end_the_file_with_a_word() -> None:
    data = bytearray(b"".join(gzip.compress(record) for record in CRAWL))
    data[len(gzip.compress(CRAWL[0])) + 60] ^= 0xFF
    found = read(bytes(data))
    assert names(found)[0] == "a"
    assert isinstance(found[-1], MarsadError)


def test_a_warc_inside_another_packing_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.gz"
    path.write_bytes(gzip.compress(gzip.compress(CRAWL[0])))
    assert names(list(pages(path))) == ["a"]


class Endless(io.RawIOBase):
    """A file of many records that is never in memory."""

    def __init__(self, records: Iterator[bytes]) -> None:
        self.records = records
        self.left = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        self.left = self.left or next(self.records, b"")
        size = min(len(buffer), len(self.left))
        buffer[:size], self.left = self.left[:size], self.left[size:]
        return size


@pytest.mark.parametrize("packed", [True, False])
def test_memory_stays_flat_over_three_thousand_records(*, packed: bool) -> None:
    body = PAGE + "<p>كلمة أخرى</p>".encode("windows-1256") * 2000
    records = (response(str(number), body) for number in range(3000))
    source = Endless(gzip.compress(record, 1) for record in records) if packed else Endless(records)
    tracemalloc.start()
    count = sum(isinstance(item, Page) for item in pages(cast("BinaryIO", source)))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 3000
    assert peak < 40 * len(body)
