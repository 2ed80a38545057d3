"""Hostile and broken inputs, each through the front door: a clear message, nothing else, and flat memory."""

import gzip
import io
import random
import tracemalloc
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

import pytest

from marsad.errors import Damaged, MarsadError, SourceError, TooLarge
from marsad.read import Item, Limits, Options, pages
from marsad.records import Page

MIB = 1024 * 1024
HTML = "<html><body><h1>عنوان</h1><p>نص الخبر من الرباط.</p></body></html>".encode()


class Endless(io.RawIOBase):
    """A file that is made while it is read: `size` bytes of one piece again and again."""

    def __init__(self, piece: bytes, size: int, head: bytes = b"") -> None:
        self.block = piece * (64 * 1024 // len(piece) + 1)
        self.left = size
        self.head = head

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        data = (self.head or self.block)[: min(len(buffer), self.left)]
        self.head = self.head[len(data) :]
        buffer[: len(data)] = data
        self.left -= len(data)
        return len(data)


def read(source: object, options: Options = Options()) -> list[Item]:  # noqa: B008  frozen
    return list(pages(cast("BinaryIO", source), options))


def failure(source: object, options: Options = Options()) -> MarsadError:  # noqa: B008  frozen
    (item,) = read(source, options)
    assert isinstance(item, MarsadError), item
    return item


@pytest.fixture
def peak() -> Iterator[list[int]]:
    """The most memory that the test took, in bytes, once it is asked for."""
    tracemalloc.start()
    yield [0]
    tracemalloc.stop()


@pytest.mark.parametrize(
    ("piece", "head"),
    [
        (b"<div>", b""),
        (b"<div ", b"<html>"),
        (b" ", b"<html>"),
        (b"x", b"<html><!-- "),
        (b"a", b"text without an end "),
        (b"<item>", b'<rss version="2.0"><channel>'),
        (b"[", b'{"text": '),
        (b"x", b'{"text": "'),
        (b"x", b'[{"text": "'),
        (b"a=b ", b"WARC/1.0\r\nWARC-Type: response\r\n"),
        (b"\x00", b"<html>"),
    ],
)  # fmt: skip
def test_inputs_without_an_end_are_cut_off_in_bounded_memory(piece: bytes, head: bytes, peak: list[int]) -> None:
    limits = Limits(page=2 * MIB, feed=2 * MIB, line=2 * MIB)
    found = read(Endless(piece, 200 * MIB, head), Options(limits=limits))
    peak[0] = tracemalloc.get_traced_memory()[1]
    assert found
    assert isinstance(found[-1], SourceError)
    assert peak[0] < 40 * MIB


def test_two_hundred_megabytes_of_one_tag_are_too_large_by_default() -> None:
    error = failure(Endless(b"<div>", 200 * MIB))
    assert isinstance(error, TooLarge)
    assert "larger than" in error.what
    assert error.where == "-"


def test_a_hundred_thousand_levels_are_bytes_like_any_other() -> None:
    (page,) = read(io.BytesIO(b"<div>" * 100_000 + HTML))
    assert isinstance(page, Page)


def test_a_gzip_bomb_inside_a_zip_is_stopped() -> None:
    bomb = gzip.compress(gzip.compress(b"<p>" * 20_000_000, 9), 9)
    assert len(bomb) < 10_000
    assert isinstance(failure(io.BytesIO(bomb)), TooLarge)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("bomb.html.gz", gzip.compress(b"<p>" * 20_000_000, 9))
        archive.writestr("page.html", HTML)
    packed.seek(0)
    error, page = read(packed)
    assert isinstance(error, TooLarge)
    assert error.where == "-!bomb.html.gz"
    assert isinstance(page, Page)


def test_members_that_overlap_are_not_unpacked_over_and_over() -> None:
    """The way of the most effective bombs: many entries of the directory share one packed stream."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.html", random.Random(1).randbytes(300_000).hex())
        for number in range(500):
            shared = zipfile.ZipInfo(f"{number}.html")
            first = archive.infolist()[0]
            for name in ("compress_type", "compress_size", "file_size", "CRC", "header_offset"):
                setattr(shared, name, getattr(first, name))
            archive.filelist.append(shared)
    packed.seek(0)
    found = read(packed, Options(limits=Limits(unpacked=20 * MIB)))
    assert sum(isinstance(item, Page) for item in found) <= 34
    assert any(isinstance(item, SourceError) for item in found)


@pytest.mark.parametrize("name", ["page.html.gz", "crawl.warc.gz", "lines.jsonl.gz", "dump.zip", "feed.xml", "c.warc"])
@pytest.mark.parametrize("share", [0.03, 0.3, 0.6, 0.97])
def test_every_container_that_breaks_off_says_so(tmp_path: Path, name: str, share: float) -> None:
    noise = random.Random(2)
    text = " ".join(f"كلمة{noise.randrange(10_000)}" for _ in range(300))
    record = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><body><p>{text}</p></body></html>".encode()
    one = (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://ufuq.example/1\r\n"
        b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n"
        % (len(record), record)
    )
    zipped = io.BytesIO()
    with zipfile.ZipFile(zipped, "w") as archive:
        archive.writestr("a.html", f"<p>{text}</p>")
    item = f"<item><title>عنوان</title><description>{text}</description></item>"
    whole = {
        "page.html.gz": gzip.compress(f"<html><body><p>{text}</p></body></html>".encode()),
        "crawl.warc.gz": gzip.compress(one) * 3,
        "lines.jsonl.gz": gzip.compress((f'{{"text": "{text}"}}\n' * 50).encode()),
        "dump.zip": zipped.getvalue(),
        "feed.xml": f'<rss version="2.0"><channel>{item * 5}</channel></rss>'.encode(),
        "c.warc": one * 3,
    }[name]
    path = tmp_path / name
    path.write_bytes(whole[: int(len(whole) * share)])
    *before, last = pages(path)
    assert all(isinstance(item, Page) for item in before)
    assert isinstance(last, Damaged)
    assert last.where.startswith(str(path))


@pytest.mark.parametrize("seed", range(40))
def test_random_bytes_end_in_pages_or_errors_of_marsad(seed: int) -> None:
    noise = random.Random(seed)
    heads = [b"", b"\x1f\x8b\x08\x00", b"PK\x03\x04", b"WARC/1.0\r\n", b'{"text": ', b"<rss>", b"<html>", b"\xff\xfe"]
    data = noise.choice(heads) + noise.randbytes(3000)
    for item in read(io.BytesIO(data)):
        assert isinstance(item, Page | SourceError)
        assert isinstance(item, Page) or item.where


def test_a_source_that_fails_while_it_is_read_is_damaged() -> None:
    class Failing(io.RawIOBase):
        calls = 0

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
            self.calls += 1
            if self.calls > 3:
                raise OSError(5, "Input/output error")
            buffer[:5] = b"<div>"
            return 5

    error = failure(Failing())
    assert isinstance(error, Damaged)
    assert "Input/output error" in error.what


def test_a_reader_may_stop_at_any_time(tmp_path: Path) -> None:
    path = tmp_path / "many.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(10):
            archive.writestr(f"{number}.html", HTML)
    found = pages(path)
    assert isinstance(next(found), Page)
    found.close()  # type: ignore[attr-defined]  # an open file would be a warning, and so an error
    assert list(found) == []
