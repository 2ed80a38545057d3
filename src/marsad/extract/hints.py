"""What tags, classes and ids say about a block: words that web designers of Arabic sites use.

A name is cut at capitals, hyphens, underscores and digits, and its words are tried alone and joined by two and three.
"""

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import get_args

from marsad.extract.lines import Hint

TAG_HINTS: dict[str, Hint] = {
    "nav": "menu", "figcaption": "caption", "aside": "aside", "footer": "menu", "li": "list-item", "menu": "menu",
    "time": "date", "dialog": "widget",
}  # fmt: skip


@cache
def _word_hints() -> dict[str, tuple[Hint, ...]]:
    listed = tomllib.loads(files("marsad.data").joinpath("hints.toml").read_text("utf-8"))
    table: dict[str, tuple[Hint, ...]] = {}
    for hint in get_args(Hint):
        for word in listed.get(hint, "").split():
            table[word] = (*table.get(word, ()), hint)
    return table


# Whole names only: `field-label-hidden` hides a label, not the field.
_HIDDEN_NAMES = frozenset({
    "hidden", "hide", "d-none", "visually-hidden", "visuallyhidden", "sr-only", "screen-reader-text", "print-only",
    "printonly", "element-invisible", "is-hidden",
})  # fmt: skip
_SHOWN_WIDE = re.compile(r"\bd-(?:sm|md|lg|xl|xxl)-(?!none)")  # hidden on phones only
_CUT = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[^\W\d_]+")
_LONGEST_NAME = 120  # class attributes of frameworks run to kilobytes; the first words tell
_LONGEST_COMPOUND = 3


@lru_cache(maxsize=8192)
def name_hints(name: str) -> frozenset[Hint]:
    """What one class, id or itemprop name says, tried as single words and as two or three joined ones."""
    words = [w.lower() for w in _CUT.findall(name[:_LONGEST_NAME])]
    found: set[Hint] = set()
    for size in range(1, _LONGEST_COMPOUND + 1):
        for at in range(len(words) - size + 1):
            found.update(_word_hints().get("".join(words[at : at + size]), ()))
    return frozenset(found)


@lru_cache(maxsize=8192)
def names_hints(names: str) -> frozenset[Hint]:
    """What several names, parted by spaces, say together."""
    found: set[Hint] = set()
    for name in names.split()[:12]:
        found |= name_hints(name)
        if name.lower() in _HIDDEN_NAMES and not _SHOWN_WIDE.search(names):
            found.add("hidden")
    if "body" in found:
        found -= {"headline", "section", "date", "tags", "caption"}
    return frozenset(found)
