"""What an input is, found from its bytes."""

import gzip

import pytest

from marsad.errors import Damaged
from marsad.read import kinds

ARABIC = "قال الوزير إن الاجتماع سيعقد غدا\n\nوأضاف أن الدعوات وُجّهت.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "windows-1256", "iso-8859-6", "utf-16", "utf-16-le"])
def test_arabic_text_is_text_in_every_encoding(encoding: str) -> None:
    assert kinds.kind(ARABIC.replace("ُ", "").replace("ّ", "").encode(encoding)) == "text"


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1256", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_html_is_html_in_every_encoding(encoding: str) -> None:
    page = "<!DOCTYPE html>\n<html><head><title>خبر</title></head><body><p>نص الخبر</p></body></html>"
    assert kinds.kind(page.encode(encoding)) == "html"


@pytest.mark.parametrize(
    "page",
    [
        "<p>خبر بلا إطار</p>",
        "\n\n  <!-- تعليق -->\n<div class='x'>خبر</div>",
        '<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>',
        "خبر<br>سطر ثان<br />ثالث",
        "<!-- " + "تعليق طويل " * 90 + " --><html><body>خبر</body></html>",
    ],
)
def test_a_page_is_known_by_its_tags(page: str) -> None:
    assert kinds.kind(page.encode()) == "html"


@pytest.mark.parametrize(
    "text",
    [
        "[فيديو] الوزير يفتتح المعرض\n\nنص الخبر",
        "{خاص} الوزير يفتتح المعرض",
        "ارتفع السعر < 5 بالمئة و > 3",
        "<الأناضول> قال الوزير",
        "كتب: سامي عادل",
    ],
)
def test_brackets_do_not_make_a_text_anything_else(text: str) -> None:
    assert kinds.kind(text.encode()) == "text"


@pytest.mark.parametrize(
    "feed",
    [
        '<?xml version="1.0"?><rss version="2.0"><channel></channel></rss>',
        '\n\n<?xml version="1.0"?>\n<!-- x -->\n<rss version="0.91"></rss>',
        '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://x.example/d.dtd"><rss version="0.91"></rss>',
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"></rdf:RDF>',
        '<feed xmlns="http://www.w3.org/2005/Atom"></feed>',
        '<atom:feed xmlns:atom="http://www.w3.org/2005/Atom"></atom:feed>',
        '{"version": "https://jsonfeed.org/version/1.1", "items": []}',
        '{"version": "https:\\/\\/jsonfeed.org\\/version\\/1", "items": []}',
        '<br />\n<b>Warning</b>: x in y.php on line 3<br />\n<?xml version="1.0"?><rss version="2.0"></rss>',
    ],
)
def test_feeds_are_known_by_their_root(feed: str) -> None:
    assert kinds.kind(feed.encode()) == "feed"


@pytest.mark.parametrize(
    "lines",
    [
        '{"id": 1, "text": "خبر"}\n',
        '[\n  {"text": "خبر"}\n]',
        '\n{"html": "<html><p>x</p>"}\n',
        'x\n{"a":1}\n{"b":2}\n',
    ],
)
def test_json_is_known_even_where_it_holds_html_or_begins_badly(lines: str) -> None:
    assert kinds.kind(lines.encode()) == "jsonl"


def test_packed_files_are_known_by_their_signature() -> None:
    assert kinds.kind(gzip.compress(b"x")) == "gzip"
    assert kinds.kind(b"PK\x03\x04....") == "zip"
    assert kinds.kind(b"WARC/1.0\r\n") == "warc"


def test_a_packed_warc_is_a_warc_so_that_its_offsets_hold() -> None:
    assert kinds.kind(gzip.compress(b"WARC/1.0\r\nWARC-Type: warcinfo\r\n")) == "warc"


def test_a_broken_gzip_head_is_still_gzip() -> None:
    assert kinds.kind(b"\x1f\x8b\xff\xff\xff") == "gzip"


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\x89PNG\r\n\x1a\n\x00", "a PNG image"),
        (b"\xff\xd8\xff\xe0", "a JPEG image"),
        (b"GIF89a", "a GIF image"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "a WebP image"),
        (b"%PDF-1.7", "a PDF document"),
        (b"\x7fELF\x02", "a program"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
        (b"\x00" * 257 + b"ustar", "a tar archive"),
        (b"bplist00\xd1", "a Safari web archive"),
        (
            b"From: <Saved by Blink>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n",
            "a web arch",
        ),
    ],
)
def test_what_is_no_page_is_named(data: bytes, what: str) -> None:
    with pytest.raises(Damaged, match=f"holds {what}") as caught:
        kinds.kind(data)
    assert caught.value.reason == "not-text"


@pytest.mark.parametrize("data", [b"", b"  \n\t ", b"\xef\xbb\xbf", b"\x00\x00\x00"])
def test_an_input_without_text_is_empty(data: bytes) -> None:
    with pytest.raises(Damaged, match="is empty") as caught:
        kinds.kind(data)
    assert caught.value.reason == "empty"


def test_unknown_binary_is_refused() -> None:
    with pytest.raises(Damaged, match="binary data"):
        kinds.kind(bytes(range(256)) * 20)


@pytest.mark.parametrize("text", [ARABIC, f"<html><body><p>{ARABIC}</p></body></html>"])
def test_single_nul_bytes_are_tolerated(text: str) -> None:
    assert kinds.kind(text.replace("الوزير", "الو\x00زير").encode() + b"\x00\x00") in ("text", "html")


def test_other_xml_is_refused_with_its_root() -> None:
    with pytest.raises(Damaged, match=r"root <urlset>"):
        kinds.kind(b'<?xml version="1.0"?><urlset xmlns="x"><url/></urlset>')


def test_declarations_longer_than_the_head_go_to_the_feed_reader() -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE x [' + '<!ENTITY a "b">' * 10_000
    assert kinds.kind(bomb.encode()[: kinds.HEAD]) == "feed"
