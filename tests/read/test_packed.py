"""Gzip and zip: what is packed is read like what is not, and bombs are not."""

import gzip
import io
import zipfile
import zlib
from pathlib import Path

import pytest

from marsad.errors import Damaged, MarsadError, TooLarge
from marsad.read import Item, Limits, Options, pages
from marsad.records import Page

HTML = "<html><body><p>نص الخبر</p></body></html>".encode()
LINES = b'{"id": "a", "text": "x"}\n{"id": "b", "text": "y"}\n'


def read(data: bytes, options: Options = Options()) -> list[Item]:  # noqa: B008  frozen
    return list(pages(io.BytesIO(data), options))


def zipped(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return packed.getvalue()


def uris(items: list[Item]) -> list[str]:
    return [item.origin.uri for item in items if isinstance(item, Page)]


def error(item: Item) -> MarsadError:
    assert isinstance(item, MarsadError), item
    return item


@pytest.mark.parametrize("content", [HTML, "نص الخبر كما هو".encode(), "نص الخبر".encode("utf-16")])
def test_a_packed_page_is_the_page(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "page.html.gz"
    path.write_bytes(gzip.compress(content))
    (page,) = pages(path, Options(url="https://ufuq.example/1"))
    assert isinstance(page, Page)
    assert (page.data, page.origin.uri, page.origin.url) == (content, str(path), "https://ufuq.example/1")


def test_packed_lines_and_feeds_are_read() -> None:
    assert uris(read(gzip.compress(LINES))) == ["a", "b"]
    feed = b'<rss version="2.0"><channel><item><link>https://x.example/1</link><description>t</description></item>'
    assert uris(read(gzip.compress(feed + b"</channel></rss>"))) == ["https://x.example/1"]


def test_gzip_members_in_a_row_and_padding_are_one_stream() -> None:
    data = gzip.compress(HTML[:20]) + gzip.compress(b"") + gzip.compress(HTML[20:]) + bytes(600)
    (page,) = read(data)
    assert isinstance(page, Page)
    assert page.data == HTML


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (gzip.compress(HTML * 100)[:-30], "ends early"),
        (gzip.compress(HTML)[:-4], "ends early"),
        (gzip.compress(HTML)[:5], "ends early"),
        (gzip.compress(HTML)[:-8] + bytes(8), "broken"),
        (gzip.compress(HTML) + b"something else", "no gzip data"),
        (b"\x1f\x8b\x08\xff" + b"x" * 50, "broken|ends early"),
    ],
)
def test_a_gzip_that_is_cut_or_broken_is_damaged(data: bytes, what: str) -> None:
    (found,) = read(data)
    assert isinstance(found, Damaged)
    assert any(word in found.what for word in what.split("|"))


def test_a_gzip_bomb_ends_at_the_limit_of_a_page() -> None:
    packing = zlib.compressobj(9, wbits=31)
    bomb = b"".join(packing.compress(b"<div>" * 200_000) for _ in range(60)) + packing.flush()
    assert len(bomb) < 300_000
    (found,) = read(bomb)
    assert isinstance(found, TooLarge)


def test_a_forced_kind_holds_for_what_is_packed() -> None:
    (page,) = read(gzip.compress(HTML), Options(kind="text"))
    assert isinstance(page, Page)
    assert page.origin.media_type == "text/plain"
    assert [
        page.origin.media_type for page in read(zipped({"a": HTML}), Options(kind="zip")) if isinstance(page, Page)
    ] == ["text/html"]


def test_members_of_a_zip_are_read_in_their_order(tmp_path: Path) -> None:
    path = tmp_path / "dump.zip"
    members = {"z/ب.html": HTML, "a.jsonl": LINES, "a.txt.gz": gzip.compress("نص".encode()), "z/": b""}
    path.write_bytes(zipped(members | {".hidden": HTML, "__MACOSX/a.html": HTML, "z/.DS_Store": b"x"}))
    found = list(pages(path))
    assert uris(found) == [f"{path}!z/ب.html", "a", "b", f"{path}!a.txt.gz"]
    page = found[0]
    assert isinstance(page, Page)
    assert page.origin.container is not None
    assert (page.origin.container.uri, page.origin.container.record) == (str(path), "z/ب.html")


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_all_ways_of_packing_are_unpacked(method: int) -> None:
    assert uris(read(zipped({"a.html": HTML}, method))) == ["-!a.html"]


def test_a_zip_in_a_zip_is_read_and_no_deeper() -> None:
    inner = zipped({"a.html": HTML})
    assert uris(read(zipped({"in.zip": inner}))) == ["-!in.zip!a.html"]
    (found,) = read(zipped({"out.zip": zipped({"in.zip": inner})}))
    assert isinstance(found, TooLarge)
    assert found.where == "-!out.zip!in.zip"


@pytest.mark.parametrize("pack", [gzip.compress, lambda data: zipped({"a": data})])
def test_fifty_archives_inside_one_another_are_not_opened(pack: type[bytes]) -> None:
    data = HTML
    for _ in range(50):
        data = pack(data)
    (found,) = read(data)
    assert isinstance(found, TooLarge)


def test_a_bad_member_is_named_and_the_next_is_read() -> None:
    data = bytearray(zipped({"a.html": b"<p>" + bytes(range(256)) * 4, "b.html": HTML}, zipfile.ZIP_STORED))
    data[100] ^= 0xFF
    bad, good = read(bytes(data))
    assert error(bad).where == "-!a.html"
    assert "broken" in error(bad).what
    assert uris([good]) == ["-!b.html"]


def test_an_encrypted_member_says_what_to_do() -> None:
    data = bytearray(zipped({"a.html": HTML, "b.html": HTML}, zipfile.ZIP_STORED))
    data[6] |= 1  # the flags of the first member, in front of it and in the directory
    data[data.index(b"PK\x01\x02") + 8] |= 1
    bad, good = read(bytes(data))
    assert (error(bad).reason, error(bad).where) == ("encrypted", "-!a.html")
    assert "password" in error(bad).what
    assert uris([good]) == ["-!b.html"]


def test_a_member_that_unpacks_to_far_more_than_its_size_is_a_bomb() -> None:
    bomb, good = read(zipped({"bomb.html": b"<p>" * 2_000_000, "b.html": HTML}))
    assert "zip bomb" in error(bomb).what
    assert uris([good]) == ["-!b.html"]


def test_a_member_that_gives_more_than_it_announces_is_stopped() -> None:
    data = bytearray(zipped({"a.html": HTML * 50}))
    size = len(HTML * 50).to_bytes(4, "little")
    lie = (100).to_bytes(4, "little")
    lying = bytes(data).replace(size, lie)
    (found,) = read(lying)
    assert isinstance(error(found), Damaged | TooLarge)


def test_an_archive_that_unpacks_to_too_much_in_all_is_cut_off(tmp_path: Path) -> None:
    path = tmp_path / "many.zip"
    path.write_bytes(zipped({f"{number}.html": HTML for number in range(5)}))
    found = list(pages(path, Options(limits=Limits(unpacked=len(HTML) * 3))))
    assert len(uris(found)) == 3
    assert [error(item).reason for item in found[3:]] == ["too-large"] * 2


def test_an_archive_of_too_many_members_is_not_opened() -> None:
    (found,) = read(zipped({f"{number}.html": HTML for number in range(20)}), Options(limits=Limits(members=10)))
    assert "20 members" in error(found).what


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (zipped({}), "empty"),
        (zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}), "not-text"),
        (zipped({"mimetype": b"application/epub+zip"}), "not-text"),
        (zipped({"a.html": HTML * 100})[:-40], "damaged"),
        (b"PK\x03\x04" + b"x" * 100, "damaged"),
    ],
)
def test_archives_that_hold_no_pages_say_why(data: bytes, reason: str) -> None:
    (found,) = read(data)
    assert error(found).reason == reason


def test_names_that_point_outside_are_only_names() -> None:
    assert uris(read(zipped({"../../etc/x.html": HTML, "/abs.html": HTML}))) == ["-!/abs.html"]
