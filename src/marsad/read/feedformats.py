"""The formats of feeds, brought into one shape. XML is read by feedparser (docs/decisions/002-feeds.md).

The bytes are decoded here and not there: feedparser falls back to Latin letters where windows-1256 is not
declared or a single byte is broken, and all Arabic is lost. Entities that build on one another or on other
files are refused before any parser sees them.
"""

import io
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from marsad.errors import Damaged
from marsad.text.encodings import decode

_DECLARATION = re.compile(r"<\?xml[^>]*?\?>", re.IGNORECASE)
_START = re.compile(r"<\?xml|<!DOCTYPE|<(?:\w+:)?(?:rss|rdf|feed|channel)[\s>]", re.IGNORECASE)
_ENTITY = re.compile(r"<!ENTITY\s+%?\s*\S+\s+(SYSTEM\b|PUBLIC\b|\"[^\"]*\"|'[^']*')", re.IGNORECASE)
_REFERENCE = re.compile(r"[&%](?!#)\w+;")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")  # XML 1.0, production 2
_ITEM = re.compile(r"<(/?)(?:\w+:)?(?:item|entry)(?=[\s>])", re.IGNORECASE)
_END = re.compile(r"</(?:\w+:)?(?:rss|rdf|feed|channel)\s*>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_SUMMARY = 600  # characters; few articles are shorter, few summaries longer


@dataclass(frozen=True, slots=True)
class Entry:
    """One item. `content` is HTML, or text where `plain`; dates are as written; `url` is http(s) or None."""

    title: str
    content: str
    plain: bool
    url: str | None
    id: str | None
    published: str | None
    modified: str | None
    authors: tuple[str, ...]
    keywords: tuple[str, ...]
    summary: bool = False  # no full text stands beside


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed; `damage` says what was lost, "" if nothing."""

    title: str
    entries: tuple[Entry, ...]
    damage: str = ""


def parse(data: bytes, charset: str | None = None) -> Feed:
    """The feed in `data`; `charset` is what the transport declares. Raises Damaged where it is none or a bomb."""
    text = decode(data, declared=charset).text
    return _json_feed(text) if text.lstrip().startswith("{") else _xml_feed(text)


def _xml_feed(text: str) -> Feed:
    start = _START.search(text)
    body = _NOT_XML.sub("", text[start.start() :] if start else text)
    _refuse_entities(body)
    kept, damage = _without_half_item(body)
    kept = _DECLARATION.sub("", kept, count=1)
    import feedparser  # type: ignore[import-untyped]  # noqa: PLC0415 - slow to load, and few inputs are feeds

    try:
        found: Mapping[str, Any] = feedparser.parse(
            io.BytesIO(kept.encode()),  # never a string: that could be an address or a file name
            sanitize_html=False,
            resolve_relative_uris=False,
            response_headers={"content-type": "application/xml; charset=utf-8"},
        )
    except Exception as error:  # noqa: BLE001  what the parser raises on hostile input has no common type
        raise Damaged(f"the feed cannot be parsed ({type(error).__name__})") from None
    if not found.get("version") and not found.get("entries"):
        raise Damaged("holds XML that is no feed", reason="not-text")
    title = found.get("feed", {}).get("title", "")
    return Feed(title, tuple(_xml_entry(entry) for entry in found["entries"]), damage)


def _refuse_entities(text: str) -> None:
    for entity in _ENTITY.finditer(text[: 1 << 20]):
        if not entity[1].startswith(("'", '"')) or _REFERENCE.search(entity[1]):
            raise Damaged("declares XML entities made of other entities or files (an XML bomb); it is not opened")


def _without_half_item(text: str) -> tuple[str, str]:
    """A feed that breaks off inside an item loses that item: half a text would pass for a whole one."""
    if _END.search(text, max(0, len(text) - 4096)):
        return text, ""
    last = max(_ITEM.finditer(text), key=re.Match.start, default=None)
    if last is None or last[1]:
        return text, "the feed breaks off after its last item"
    return text[: last.start()], "the feed breaks off inside an item"


def _xml_entry(entry: Mapping[str, Any]) -> Entry:
    bodies = [*entry.get("content", ()), entry.get("summary_detail") or {}]
    body = max(bodies, key=lambda each: len(_TAG.sub("", each.get("value", ""))))  # of equals, the content
    link = entry.get("link") if entry.get("links") else entry.get("id")  # feedparser makes links of all ids
    published, updated = entry.get("published"), entry.get("updated") if "updated" in entry else None
    return Entry(
        title=entry.get("title", ""),
        content=body.get("value", ""),
        plain=body.get("type") == "text/plain" or "<" not in body.get("value", ""),
        url=_address(entry.get("feedburner_origlink") or link),
        id=entry.get("id") or None,
        published=published or updated or None,
        modified=updated if published and updated != published else None,
        authors=_names(entry.get("authors", ())),
        keywords=_unique(tag.get("label") or tag.get("term") for tag in entry.get("tags", ())),
        summary=not entry.get("content") and _short(body.get("value", "")),
    )


def _json_feed(text: str) -> Feed:
    """JSON Feed 1.0 and 1.1 (jsonfeed.org/version/1.1)."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Damaged(f"the JSON feed is broken: {error}") from None
    if not isinstance(found, dict) or not isinstance(found.get("items"), list):
        raise Damaged("the JSON feed has no list of items")
    entries = tuple(_json_entry(item) for item in found["items"] if isinstance(item, dict))
    lost = len(found["items"]) - len(entries)
    return Feed(_text(found, "title"), entries, f"{lost} items are no JSON objects" if lost else "")


def _json_entry(item: dict[str, Any]) -> Entry:
    html, text = _text(item, "content_html"), _text(item, "content_text") or _text(item, "summary")
    authors, tags = item.get("authors"), item.get("tags")
    return Entry(
        title=_text(item, "title"),
        content=html or text,
        plain=not html,
        url=_address(_text(item, "url") or _text(item, "external_url")),
        id=str(item["id"]) if item.get("id") else None,
        published=_text(item, "date_published") or None,
        modified=_text(item, "date_modified") or None,
        authors=_names(authors if isinstance(authors, list) else [item.get("author")]),
        keywords=_unique(tags if isinstance(tags, list) else ()),
        summary=not (html or _text(item, "content_text")),
    )


def _short(content: str) -> bool:
    """Feeds give a summary and a whole text in the same place."""
    return len(_TAG.sub("", content)) < _SUMMARY


def _text(found: dict[str, Any], key: str) -> str:
    value = found.get(key)
    return value if isinstance(value, str) else ""


def _names(authors: Iterable[object]) -> tuple[str, ...]:
    return _unique(author.get("name") for author in authors if isinstance(author, dict))


def _unique(values: Iterable[object]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value.strip() for value in values if isinstance(value, str) and value.strip()))


def _address(url: str | None) -> str | None:
    return url.strip() if url and url.strip().lower().startswith(("http://", "https://")) else None
