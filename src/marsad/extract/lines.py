"""Typed lines: the one form that a web page and a text dump take before anything is decided.

A line is what a reader sees as one line of text. It knows the block that it stands in (a dump has only one),
how much of it is links, and how many line breaks came before it; everything after this works on lines alone.
"""

import re
from dataclasses import dataclass, field
from typing import Literal

from marsad.kinds import DropReason
from marsad.text.clean import clean
from marsad.text.encodings import repair, unescape_twice
from marsad.text.fold import fold_key

LINKED = 0.7  # share of link text from which a line is a link
_NO_LETTERS = re.compile(r"[\W_]+")


def letters(key: str) -> str:
    """A folded text without anything but letters and digits: what copies with other signs share."""
    bare = key.replace(" ", "")
    return bare if bare.isalnum() else _NO_LETTERS.sub("", bare)


Hint = Literal[
    "body", "headline", "section", "date", "byline", "source", "caption", "tags", "share", "related", "comment",
    "advert", "menu", "aside", "widget", "plea", "legal", "hidden", "list-item", "lead",
]  # fmt: skip

# What a block with such a hint holds is not the article, whatever its words are; the reason to record. Where a
# block has several hints (`related-topics`), the first here counts.
FOREIGN: dict[Hint, DropReason] = {
    "comment": "comment",
    "related": "read-also",
    "plea": "plea",
    "advert": "advert",
    "share": "share",
    "tags": "tags",
    "widget": "widget",
    "aside": "teaser",
    "menu": "menu",
    "legal": "legal",
    "hidden": "other",
}
OTHER_HINTS: tuple[Hint, ...] = (
    "body",
    "caption",
    "headline",
    "section",
    "date",
    "byline",
    "source",
    "lead",
    "list-item",
)


@dataclass(slots=True)
class Block:
    """A block element of the page, and what its tag, class and id say about it."""

    index: int
    parent: int  # index of the enclosing block; the root is its own parent
    tag: str
    hints: frozenset[Hint] = frozenset()
    signature: str = ""
    centred: bool = False
    end: int = 0  # the blocks inside have the indices from `index` + 1 up to here, exclusive


@dataclass(slots=True, eq=False)
class Line:
    """One line of the page: cleaned `text`, its folds `key` and `letters` for comparison, `number` its position."""

    text: str
    key: str
    number: int
    letters: str = ""
    block: int = 0
    tag: str = ""
    breaks: int = 1  # line breaks between the line before and this one: 1 = next line, 2 = a blank line
    link_chars: int = 0
    links: tuple[tuple[str, str], ...] = ()
    bold: bool = False
    head: str = ""  # bold text with which a line of a page begins, where it is not the whole line
    hints: frozenset[Hint] = frozenset()
    weight: float = -1.0  # as running text (`body.weigh`), once it was asked for
    label: str | None = None  # kind of label that the line is by its words: share, related, comment, …
    reason: DropReason | None = None  # why it is not part of the article; None while it may be
    cut: tuple[tuple[DropReason, str], ...] = ()  # what was cut off the line, and why

    def rewrite(self, text: str) -> None:
        """Give the line another text."""
        self.text = text
        self.key = fold_key(text)
        self.letters = letters(self.key)
        self.weight = -1.0

    def shorten(self, text: str, reason: DropReason, cut: str) -> None:
        """Keep only `text` of the line; `cut` is what leaves it, for the record."""
        self.rewrite(text)
        if cut := cut.strip(" \t:-–—"):
            self.cut = (*self.cut, (reason, cut))

    @property
    def link_share(self) -> float:
        """How much of the line is link text, 0 to 1."""
        return min(1.0, self.link_chars / len(self.text)) if self.text else 0.0

    @property
    def words(self) -> int:
        """Number of white-space separated words."""
        return self.text.count(" ") + 1


@dataclass(slots=True)
class Picture:
    """An image of the page and the block it stands in."""

    url: str
    block: int
    line: int  # number of the line that follows it
    figure: bool = False


_NEAR = 6  # blocks


@dataclass(slots=True)
class Sheet:
    """A whole page as lines, with the blocks that hold them."""

    lines: list[Line]
    blocks: list[Block]
    pictures: list[Picture] = field(default_factory=list)
    times: list[tuple[str, int]] = field(default_factory=list)  # <time datetime>, number of the next line
    is_dump: bool = False
    paths: dict[int, list[int]] = field(default_factory=dict)  # that `path` found; blocks don't move

    def inside(self, block: int) -> "range":
        """The indices of a block and of all blocks in it."""
        found = self.blocks[block]
        return range(block, found.end or len(self.blocks))

    def path(self, block: int, most: int = _NEAR) -> list[int]:
        """The blocks around `block`, itself first, at most so many; the root is the last of all."""
        if most == _NEAR and block in self.paths:
            return self.paths[block]
        found = [block]
        at, parent = block, self.blocks[block].parent
        while parent != at and len(found) < most:
            found.append(parent)
            at, parent = parent, self.blocks[parent].parent
        if most == _NEAR:
            self.paths[block] = found
        return found


def finish(sheet: Sheet, language: str) -> tuple[str, ...]:
    """Clean every line, take out those that hold nothing, number the rest; returns what was repaired, as warnings.

    Damage by wrong decoding is undone word by word, as pages mix sound and damaged parts; entities that were
    escaped twice are opened.
    """
    texts, warning = _cleaned([line.text for line in sheet.lines], language)
    kept: list[Line] = []
    breaks = 0
    renumbered: list[int] = []
    for line, (text, key, squeezed) in zip(sheet.lines, texts, strict=True):
        renumbered.append(len(kept))
        line.text, line.key, line.letters = text, key, squeezed
        line.breaks += breaks
        if not text:
            breaks = line.breaks
            continue
        breaks = 0
        line.number = len(kept)
        kept.append(line)
    last = len(kept)
    for picture in sheet.pictures:
        picture.line = renumbered[picture.line] if picture.line < len(renumbered) else last
    sheet.times = [(stamp, renumbered[at] if at < len(renumbered) else last) for stamp, at in sheet.times]
    sheet.lines = kept
    return (warning,) if warning else ()


def _cleaned(raws: list[str], language: str) -> tuple[list[tuple[str, str, str]], str | None]:
    """Text, key and letters of each line, all lines in one go: a call per line would cost more than the work."""
    text, warning = repair("\n".join(raws))
    texts = [" ".join(line.split()) for line in clean(unescape_twice(text), language).split("\n")]
    if len(texts) != len(raws):  # a line holds a break of its own kind
        texts = [" ".join(clean(unescape_twice(repair(raw)[0]), language).split()) for raw in raws]
    keys = [fold_key(line) for line in texts]
    return [(line, key, letters(key)) for line, key in zip(texts, keys, strict=True)], warning
