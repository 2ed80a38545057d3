"""The feeds that a page names in its head, for whoever has given the page's address instead of the feed's."""

from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser

from marsad.text.encodings import decode

_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json")


def feed_links(page: bytes, url: str) -> tuple[str, ...]:
    """Their addresses, each once, in the order of the page; `url` is its own."""
    links = LexborHTMLParser(decode(page).text).css("link[rel~=alternate][href]")
    found = (link.attributes.get("href") or "" for link in links if link.attributes.get("type") in _TYPES)
    return tuple(dict.fromkeys(joined for href in found if (joined := _joined(url, href)).startswith("http")))


def _joined(url: str, href: str) -> str:
    try:
        return urljoin(url, href.strip())
    except ValueError:  # an address that is none
        return ""
