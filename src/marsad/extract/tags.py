"""What one start tag means for the walk: a block, a link, a line break, a picture, and the hints of its names.

Worked out once per distinct tag, as tags repeat.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

from marsad.extract.hints import TAG_HINTS, names_hints
from marsad.extract.lines import Hint

_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead",
    "tr", "ul", "legend", "caption", "dir", "menu", "amp-sidebar",
})  # fmt: skip
_SOFT_BLOCKS = frozenset({"span", "time", "a", "label", "small", "font", "strong", "em"})
_SOFT_HINTS: frozenset[Hint] = frozenset({
    "date", "byline", "share", "section", "tags", "comment", "menu", "advert", "caption", "source", "related",
    "headline",
})  # fmt: skip
_EMPTY = frozenset(
    ["area", "base", "basefont", "bgsound", "col", "frame", "keygen", "link", "meta", "param", "source", "track", "wbr"]
)
_ATTRIBUTE = re.compile(r'([^\s=<>"]+)="([^"]*)"')
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CENTRED = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Tag:
    """What one start tag means."""

    name: str
    kind: str  # block, soft (a block outside of running text), link, bold, named, break, image, other, empty
    hints: frozenset[Hint] = frozenset()
    signature: str = ""
    centred: bool = False
    link: bool = False
    href: str = ""
    stamp: str = ""


@lru_cache(maxsize=16384)
def tag(written: str) -> Tag:
    """The meaning of a start tag as lexbor writes it: `<p class="lead">`."""
    return meaning(written)


def meaning(written: str) -> Tag:
    """The meaning of a start tag, not remembered."""
    name = re.split(r"[\s>/]", written[1:], maxsplit=1)[0].lower()
    attributes = {key.lower(): unescape(value) for key, value in _ATTRIBUTE.findall(written)}
    if name in {"br", "hr"}:  # neither holds anything, nor has an end
        return Tag(name, "break")
    if name in {"img", "amp-img"}:
        url = attributes.get("data-src") or attributes.get("data-original") or attributes.get("src") or ""
        return Tag(name, "image" if name == "img" else "amp", href=url)
    if name in _EMPTY:
        return Tag(name, "empty")
    return Tag(
        name,
        _kind(name, attributes),
        _hints(name, attributes),
        f"{name}.{attributes.get('class', '')}",
        attributes.get("align") == "center" or bool(_CENTRED.search(attributes.get("style", ""))),
        link=name == "a",
        href=attributes.get("href", ""),
        stamp=_stamp(name, attributes),
    )


def _stamp(name: str, attributes: dict[str, str]) -> str:
    """The time that a tag states for machines: `<time datetime>`, and `<abbr title>` of the hAtom microformat."""
    if name == "time":
        return attributes.get("datetime", "")
    title = attributes.get("title", "") if name == "abbr" else ""
    return title if _STAMP.match(title) else ""


_STAMP = re.compile(r"\d{4}-\d\d-\d\d(?:T|$)")


def _hints(name: str, attributes: dict[str, str]) -> frozenset[Hint]:
    names = " ".join(value for key in ("class", "id", "itemprop", "role") if (value := attributes.get(key)))
    hints = names_hints(names) if names else frozenset()
    if own := TAG_HINTS.get(name):
        hints |= {own}
    if "hidden" in attributes or _HIDDEN_STYLE.search(attributes.get("style", "")):
        hints |= {"hidden"}
    return hints


def _kind(name: str, attributes: dict[str, str]) -> str:
    if name in _BLOCKS:
        return "block"
    # A designer may name an inline element like a block: `<span class="date">`.
    if name in _SOFT_BLOCKS and (name == "time" or names_hints(attributes.get("class", "")) & _SOFT_HINTS):
        return "soft"
    if name in {"b", "strong"}:
        return "bold"
    # Outside of paragraphs spans are laid out apart by style sheets; those with a style of their own are often
    # pieces of words out of word processors.
    if name == "span" and "style" not in attributes:
        return "named"
    return "link" if name == "a" else "other"
