"""Lists of feeds: nested, in any encoding, damaged, hostile."""

import pytest

from marsad.errors import Damaged
from marsad.read.feedlinks import feed_links
from marsad.read.opml import subscriptions

LIST = """<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0"><head><title>صحف</title></head><body>
<outline text="تونس"><outline text="يومية"><outline type="rss" text="الشاطئ" xmlUrl="https://shati.example/rss?a=1&amp;b=2"/>
</outline><outline type="rss" text="الرصيف" xmlUrl="https://rasif.example/أخبار"/></outline>
<outline type="rss" text="الشاطئ مرة أخرى" xmlUrl="https://shati.example/rss?a=1&amp;b=2"/>
<!-- <outline xmlUrl="https://off.example/rss"/> -->
<outline type="link" text="موقع" url="https://site.example/"/>
</body></opml>"""
URLS = ("https://shati.example/rss?a=1&b=2", "https://rasif.example/أخبار")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1256"])
def test_feeds_are_found_in_folders_inside_folders_each_once(encoding: str) -> None:
    text = LIST.replace("UTF-8", "windows-1256") if encoding == "windows-1256" else LIST
    found = subscriptions(text.encode(encoding))
    assert (found.urls, found.damage) == (URLS, "")


@pytest.mark.parametrize(
    ("written", "address"),
    [("feed://a.example/f", "http://a.example/f"), ("feed:https://a.example/f", "https://a.example/f"),
     (" https://a.example/f\n", "https://a.example/f"), ("FEED://a.example/f", "http://a.example/f"),
     ("ftp://a.example/f", "ftp://a.example/f")],
)  # fmt: skip
def test_addresses_come_as_they_are_but_for_feed(written: str, address: str) -> None:
    assert subscriptions(f'<opml><body><outline XMLURL="{written}"/></body></opml>'.encode()).urls == (address,)


def test_a_list_that_breaks_off_gives_what_stands_before() -> None:
    found = subscriptions(LIST[: LIST.index('<outline type="rss" text="الشاطئ مرة')].encode())
    assert found.urls == URLS
    assert found.damage == "the list breaks off; feeds read before it: 2"


def test_a_feed_without_an_address_is_told() -> None:
    found = subscriptions(LIST.replace("</body>", '<outline type="rss" text="x"/><outline xmlUrl=""/></body>').encode())
    assert found.urls == URLS
    assert found.damage == "2 feeds without an address (xmlUrl) were left out"


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"", "no list of feeds"), (b"<rss/>", "no list of feeds"), (b"\x00\xff\x00", "no list of feeds"),
     (b"<opml><body/></opml>", "names no feed"), (b'<opml><outline text="a"></opml>', "names no feed")],
)  # fmt: skip
def test_what_is_no_list_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(Damaged, match=said):
        subscriptions(data)


def test_bombs_and_deep_folders_do_no_harm() -> None:
    bomb = '<!DOCTYPE o [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
    deep = '<outline text="x">' * 50_000
    found = subscriptions(f'{bomb}<opml>{deep}<outline xmlUrl="https://a.example/&b;&f;"/></opml>'.encode())
    assert found.urls == ("https://a.example/&b;&f;",)


def test_a_page_names_its_feeds() -> None:
    page = (
        '<link rel="alternate" type="application/rss+xml" href="/rss"><link rel="ALTERNATE stylesheet" '
        'type="application/atom+xml" href=" atom.xml "><link rel=alternate type="application/rss+xml" href="/rss">'
        '<link rel="alternate" type="text/html" href="/en"><link rel=alternate type="application/rss+xml" '
        'href="javascript:x"><link rel=alternate type="application/rss+xml" href="http://[">'
    )
    assert feed_links(page.encode(), "https://a.example/ar/") == (
        "https://a.example/rss",
        "https://a.example/ar/atom.xml",
    )
