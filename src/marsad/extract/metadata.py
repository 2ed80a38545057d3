"""What a page says about itself in markup: JSON-LD, microdata, OpenGraph, meta and link elements.

All of it is evidence, to be checked against the page: dates are in other time zones or plain wrong, authors
are uploaders, titles carry the name of the site.
"""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from marsad.text.clean import clean
from marsad.text.encodings import repair, unescape_twice

_LARGEST_JSON = 2_000_000  # characters; real ones are below 200,000
_DEEPEST_JSON = 12
_ARTICLE_TYPES = re.compile(r"(?:news|report|analysis|opinion|background|blog|social|live|review|satirical|tech)?\w*"
                            r"(?:article|posting|blogpost|report)$", re.IGNORECASE)  # fmt: skip
_PUBLISHED = (
    "article:published_time", "og:published_time", "datepublished", "pubdate", "publishdate", "publish_date",
    "publish-date",
    "published_time", "date", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.date", "sailthru.date",
    "parsely-pub-date", "article:published", "cxenseparse:recs:publishtime", "article.published",
    "originalpublicationdate",
    "timestamp", "articledate", "og:article:published_time", "published", "dc.date.created", "created",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time", "og:updated_time", "datemodified", "last-modified", "lastmod", "modified",
    "article:modified",
    "dcterms.modified", "dc.date.modified", "og:modified_time", "revised",
)  # fmt: skip
_AUTHOR = (
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "og:article:author",
    "parsely-author",
    "sailthru.author",
    "byl",
)
_SECTION = ("article:section", "og:article:section", "section", "category", "parsely-section", "cxenseparse:category")
_TITLE = ("og:title", "twitter:title", "title", "dc.title", "sailthru.title", "parsely-title")
_SITE = (
    "og:site_name",
    "application-name",
    "apple-mobile-web-app-title",
    "twitter:app:name:iphone",
    "al:ios:app_name",
    "dc.publisher",
    "publisher",
)
_KEYWORDS = ("article:tag", "news_keywords", "keywords")
_DESCRIPTION = ("og:description", "description", "twitter:description")


@dataclass(slots=True)
class Metadata:
    """Candidates per field, most trusted first; all strings cleaned, none checked yet."""

    titles: list[str] = field(default_factory=list)
    title_tag: str = ""
    sites: list[str] = field(default_factory=list)
    published: list[str] = field(default_factory=list)
    modified: list[str] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    given_authors: list[str] = field(default_factory=list)  # by the feed item or the caller, not by the page
    sections: list[str] = field(default_factory=list)
    crumbs: list[str] = field(default_factory=list)
    keywords: list[str] = field(default_factory=list)
    descriptions: list[str] = field(default_factory=list)
    images: list[str] = field(default_factory=list)
    url: str | None = None
    kind: str = ""


def tidy(value: object) -> str:
    """A value of metadata as one clean line; "" for whatever is no text."""
    if not isinstance(value, str | int | float) or isinstance(value, bool):
        return ""
    text, _ = repair(html.unescape(unescape_twice(str(value))))
    return " ".join(clean(re.sub(r"<[^>]{0,500}>", " ", text)).split())


_MOST_VALUES = 200  # of one field; pages with more are not news


def _add(target: list[str], *values: object) -> None:
    for value in values:
        if len(target) < _MOST_VALUES and (text := tidy(value)) and text not in target:
            target.append(text)


def read(tree: LexborHTMLParser) -> Metadata:
    """All metadata of a page. Never raises: broken JSON-LD and odd values are passed over."""
    found = Metadata()
    for script in tree.css('script[type*="ld+json"]'):
        for node in _json_nodes(_lenient_json(script.text() or "")):
            _from_json(found, node)
    _from_microdata(found, tree)
    for link in tree.css("link[rel=canonical]"):
        href = link.attributes.get("href") or ""
        if href.startswith("http"):
            found.url = found.url or tidy(href) or None
    _from_meta(found, tree)
    if (title := tree.css_first("title")) is not None:
        found.title_tag = tidy(title.text())
    return found


# -- JSON-LD ---------------------------------------------------------------------------------------------------


def _lenient_json(text: str) -> Any:  # noqa: ANN401 - JSON of strangers
    """Parse JSON-LD as it is found: comments, CDATA, trailing commas, raw newlines in strings."""
    if len(text) > _LARGEST_JSON:
        return None
    text = (
        re.sub(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$", "", text).strip().rstrip(";")
    )
    for attempt in (text, re.sub(r",\s*([}\]])", r"\1", text), html.unescape(text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _json_nodes(data: Any, depth: int = 0) -> Iterator[dict[str, Any]]:  # noqa: ANN401
    if depth > _DEEPEST_JSON:
        return
    if isinstance(data, list):
        for part in data[:200]:
            yield from _json_nodes(part, depth + 1)
    elif isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):  # lists and parts are other articles
            yield from _json_nodes(data.get(key), depth + 1)


def _types(node: dict[str, Any]) -> list[str]:
    kind = node.get("@type", "")
    return [str(k) for k in kind] if isinstance(kind, list) else [str(kind)]


def _names(value: Any) -> Iterator[str]:  # noqa: ANN401
    """Names out of a string, an object with a name, or a list of these."""
    if isinstance(value, list):
        for part in value[:20]:
            yield from _names(part)
    elif isinstance(value, dict):
        yield from _names(value.get("name"))
    elif isinstance(value, str):
        yield value


def _from_json(found: Metadata, node: dict[str, Any]) -> None:
    kinds = _types(node)
    if "BreadcrumbList" in kinds:
        items = node.get("itemListElement")
        for item in items if isinstance(items, list) else []:
            if isinstance(item, dict):
                _add(found.crumbs, *_names(item.get("name") or item.get("item")))
    if {"WebSite", "NewsMediaOrganization", "Organization"} & set(kinds):
        _add(found.sites, *_names(node.get("name")), *_names(node.get("alternateName")))
    if not any(_ARTICLE_TYPES.fullmatch(kind[:80]) for kind in kinds):
        return
    _add(found.titles, node.get("headline"), node.get("name"))
    _add(found.published, node.get("datePublished"), node.get("dateCreated"))
    _add(found.modified, node.get("dateModified"))
    _add(found.authors, *_names(node.get("author")), *_names(node.get("creator")))
    _add(found.sections, *_names(node.get("articleSection")))
    _add(found.sites, *_names(node.get("publisher")))
    _add(found.descriptions, node.get("description"))
    keywords = node.get("keywords")
    _add(found.keywords, *(_split_keywords(keywords) if isinstance(keywords, str) else _names(keywords)))
    _images(found, node.get("image"))
    url = node.get("url") or node.get("mainEntityOfPage")
    if isinstance(url, dict):
        url = url.get("@id")
    if isinstance(url, str) and url.startswith("http"):
        found.url = found.url or tidy(url) or None


def _images(found: Metadata, value: Any) -> None:  # noqa: ANN401
    for image in value if isinstance(value, list) else [value]:
        url = image.get("url") if isinstance(image, dict) else image
        if isinstance(url, str) and url.startswith("http"):
            _add(found.images, url)


def _split_keywords(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"[,،;؛|]", text) if part.strip()]


# -- microdata, meta -------------------------------------------------------------------------------------------

_PROPERTIES = {
    "headline": "titles",
    "datepublished": "published",
    "datemodified": "modified",
    "articlesection": "sections",
    "datecreated": "published",
}


def _from_microdata(found: Metadata, tree: LexborHTMLParser) -> None:
    """The itemprops of the page's article; names of people are read from the visible line instead."""
    for node in tree.css("[itemprop]")[:300]:
        name = (node.attributes.get("itemprop") or "").lower().split(" ")[0]
        if target := _PROPERTIES.get(name):
            stated = node.attributes.get("content") or node.attributes.get("datetime") or node.text()[:500]
            _add(getattr(found, target), stated)
        elif name == "author":
            value = node.attributes.get("content")
            inner = node.css_first('[itemprop="name"]')
            if inner is not None:
                value = inner.attributes.get("content") or inner.text()[:200]
            _add(found.authors, value or (node.text()[:200] if inner is None else ""))


def _from_meta(found: Metadata, tree: LexborHTMLParser) -> None:
    values: dict[str, list[str]] = {}
    for node in tree.css("meta")[:400]:
        attributes = node.attributes
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        content = attributes.get("content")
        if name and content:
            values.setdefault(name.strip().lower(), []).append(content)
    for target, names in (
        (found.titles, _TITLE), (found.published, _PUBLISHED), (found.modified, _MODIFIED), (found.authors, _AUTHOR),
        (found.sections, _SECTION), (found.sites, _SITE), (found.descriptions, _DESCRIPTION),
        (found.images, ("og:image", "twitter:image")),
    ):  # fmt: skip
        for name in names:
            _add(target, *values.get(name, []))
    for name in _KEYWORDS:
        if not found.keywords:
            _add(found.keywords, *(part for value in values.get(name, []) for part in _split_keywords(value)))
    found.kind = (values.get("og:type") or [""])[0].lower()
    url = (values.get("og:url") or [""])[0]
    if url.startswith("http"):
        found.url = found.url or tidy(url) or None
