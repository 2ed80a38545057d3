"""OPML: the list of feeds that readers of feeds hand to one another (opml.org/spec2.opml), folders inside folders."""

from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from marsad.errors import Damaged
from marsad.text.encodings import decode

_END = "</opml>"


@dataclass(frozen=True, slots=True)
class Subscriptions:
    """The addresses of the feeds as written, each once; `damage` says what was lost, "" if nothing."""

    urls: tuple[str, ...]
    damage: str = ""


def subscriptions(data: bytes) -> Subscriptions:
    """The feeds of an OPML file. Raises Damaged where it is none, or names none.

    It is read as browsers read HTML, which is lenient and knows neither entities of its own nor other files.
    """
    text = decode(data).text
    tree = LexborHTMLParser(text)
    if tree.css_first("opml") is None:
        raise Damaged("holds no list of feeds (OPML)", reason="not-text")
    outlines = [outline for outline in tree.css("outline") if _is_feed(outline)]
    urls = tuple(dict.fromkeys(url for outline in outlines if (url := _address(outline))))
    if not urls:
        raise Damaged("the list of feeds (OPML) names no feed", reason="empty")
    nameless = sum(not _address(outline) for outline in outlines)
    damage = f"{nameless} feeds without an address (xmlUrl) were left out" if nameless else ""
    if _END not in text.lower():
        damage = "; ".join(filter(None, (f"the list breaks off; feeds read before it: {len(urls)}", damage)))
    return Subscriptions(urls, damage)


def _is_feed(outline: LexborNode) -> bool:
    """Folders and links are no feeds."""
    return "xmlurl" in outline.attributes or (outline.attributes.get("type") or "").lower() in {"rss", "atom"}


def _address(outline: LexborNode) -> str:
    """Some programs write feed: instead of http:, or in front of it."""
    url = (outline.attributes.get("xmlurl") or "").strip()
    scheme, _, behind = url.partition(":")
    if scheme.lower() != "feed":
        return url
    return f"http:{behind}" if behind.startswith("//") else behind
