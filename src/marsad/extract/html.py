"""HTML -> lines.

lexbor repairs the markup and writes it out again; what it writes is well formed, so that one pass over its tags
is enough, without recursion and without an object per node (pages hold thousands, and nest a hundred thousand
levels deep on purpose). Inline text is gathered until a block begins or ends or a line breaks; every line knows
the blocks around it. What a start tag means is worked out once per distinct tag, as tags repeat.
"""

import re
from html import unescape

from selectolax.lexbor import LexborHTMLParser

from marsad.extract.lines import Block, Hint, Line, Picture, Sheet
from marsad.extract.tags import Tag, meaning, tag

_SKIPPED = [
    "script", "style", "noscript", "svg", "iframe", "select", "template", "object", "embed", "canvas", "audio",
    "video", "map", "textarea", "button", "datalist", "math", "applet", "frameset", "xmp", "plaintext", "noembed",
    "noframes", "input",
]  # fmt: skip
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_RUNNING = frozenset({"p", "li", "blockquote", *HEADINGS})
_ICON_HINTS: frozenset[Hint] = frozenset({"byline", "date"})
# Names of attributes may hold quotes (`<p class="a"">`), so that only a quote behind `=` opens a value.
_TOKEN = re.compile(
    r'(<(?:!--(?s:.*?)(?:-->|\Z)|/[^>]*+>|![^>]*+>|[a-zA-Z][^\s>]*+(?:\s++=?[^\s=>]*+(?:="[^"]*+")?+)*+>))'
)
_LONGEST_KEPT = 500  # characters of a tag that is worth remembering; longer ones hold a picture in their address


_APART = 2  # breaks between blocks


class _Walk:
    """The state of one walk: where we are, and the text gathered so far."""

    __slots__ = (
        "after_link", "after_named", "block", "blocks", "bold", "bold_chars", "breaks", "head", "in_link", "lines",
        "link_chars", "link_from", "links", "open", "parts", "pictures", "plain_chars", "pre", "running", "times",
    )  # fmt: skip

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.blocks: list[Block] = [Block(0, 0, "html")]
        self.pictures: list[Picture] = []
        self.times: list[tuple[str, int]] = []
        self.open: list[tuple[str, str]] = []  # name and how to leave it
        self.block = 0
        self.running = False  # inside a paragraph, heading or list item
        self.pre = 0
        self.bold = 0
        self.breaks = 0
        self.in_link: str | None = None
        self._begin()

    def _begin(self) -> None:
        """Begin a new line."""
        self.parts: list[str] = []
        self.links: list[tuple[str, str]] = []
        self.link_chars = self.plain_chars = self.bold_chars = self.link_from = 0
        self.after_link = self.after_named = False
        self.head = ""  # bold text with which the line begins

    def text(self, raw: str) -> None:
        """Take text between two tags."""
        if raw.isspace() and not self.pre:
            if self.parts:
                self.parts.append(" ")
        elif self.pre and "\n" in raw:
            for number, piece in enumerate(raw.split("\n")):
                if number:
                    self.flush()
                    self.breaks += 1
                if piece.strip():
                    self._add(piece)
        else:
            self._add(raw)

    def _add(self, raw: str) -> None:
        size = len(raw)
        if self.in_link is not None:
            if self.after_link:
                self.parts.append(" ")  # two links side by side are two words
            self.link_chars += size
        elif self.after_named and self.parts and not self.parts[-1][-1:].isspace() and raw[:1].isalnum():
            self.parts.append(" ")
        self.after_link = self.after_named = False
        if self.bold:
            self.bold_chars += size
        self.plain_chars += size
        self.parts.append(raw)

    def start(self, tag: Tag) -> None:
        """A start tag."""
        kind = tag.kind
        if kind in {"image", "amp"}:
            block = self.blocks[self.block]
            figure = block.tag == "figure" or self.blocks[block.parent].tag == "figure"
            self.pictures.append(Picture(tag.href, self.block, len(self.lines), figure))
            if kind == "amp":
                self.open.append((tag.name, ""))
            return
        if tag.name == "i" and tag.hints & _ICON_HINTS:  # the icon of a person or a clock says what stands beside it
            block = self.blocks[self.block]
            block.hints |= tag.hints & _ICON_HINTS
        if tag.stamp:
            self.times.append((tag.stamp, len(self.lines)))
        if kind == "block" and not tag.link:
            self._enter(tag)
            self.open.append((tag.name, "block"))
            return
        if kind == "block" or (kind == "soft" and not self.running):
            self._enter(tag)
            how = "block"
        elif kind == "bold" or (kind == "soft" and tag.name == "strong"):
            self.bold += 1
            how = "bold"
        else:
            how = "named" if kind == "named" and not self.running else ""
        if tag.link:
            self.in_link = tag.href
            self.link_from = len(self.parts)
            how += " link"
        self.open.append((tag.name, how))

    def end(self, name: str) -> None:
        """An end tag; lexbor writes one for each start tag, in order."""
        if not self.open or self.open[-1][0] != name:
            return
        how = self.open.pop()[1]
        if not how:
            return
        if how.endswith("link"):
            self._close_link()
        if how.startswith("block"):
            self._leave(name)
        elif how == "bold":
            self._close_bold()
        elif how == "named":
            self.after_named = True

    def _enter(self, tag: Tag) -> None:
        if self.parts or self.links:
            self.flush()
        self.breaks = max(self.breaks, _APART)
        self.blocks.append(Block(len(self.blocks), self.block, tag.name, tag.hints, tag.signature, tag.centred))
        self.block = len(self.blocks) - 1
        self.running = tag.name in _RUNNING
        if tag.name == "pre":
            self.pre += 1

    def _leave(self, name: str) -> None:
        if self.parts or self.links:
            self.flush()
        self.breaks = max(self.breaks, _APART)
        if name == "pre":
            self.pre -= 1
        self.blocks[self.block].end = len(self.blocks)
        self.block = self.blocks[self.block].parent
        self.running = self.blocks[self.block].tag in _RUNNING

    def _close_link(self) -> None:
        if self.in_link is not None:
            title = " ".join("".join(self.parts[self.link_from :]).split())
            if title:
                self.links.append((title, self.in_link))
            self.after_link = True
            self.after_named = not self.running
        self.in_link = None

    def _close_bold(self) -> None:
        """Bold text ends; at the beginning of a line it may be a byline that the text follows."""
        self.bold -= 1
        if not self.bold and not self.head and self.plain_chars and self.bold_chars == self.plain_chars:
            self.head = "".join(self.parts)

    def flush(self) -> None:
        """End the line that is being gathered."""
        if not self.parts:
            if self.links:
                self._begin()
            return
        raw = " ".join("".join(self.parts).split())
        if raw:
            total = max(1, self.plain_chars)
            self.lines.append(
                Line(
                    raw,
                    "",
                    len(self.lines),
                    block=self.block,
                    tag=self.blocks[self.block].tag,
                    breaks=max(1, self.breaks),
                    link_chars=round(len(raw) * self.link_chars / total) if self.link_chars else 0,
                    links=tuple(self.links),
                    bold=self.bold_chars >= 0.9 * total,
                    head=" ".join(self.head.split()) if self.head else "",
                )
            )
            self.breaks = 0
        self._begin()


def sheet(tree: LexborHTMLParser) -> Sheet:
    """All lines of a page in reading order, not yet cleaned (`lines.finish`), with blocks, pictures and times.

    Takes the elements out of the tree that hold no text for readers: read metadata before.
    """
    walk = _Walk()
    tree.strip_tags(_SKIPPED)
    root = tree.body or tree.root
    is_tag = True
    for piece in _TOKEN.split(root.html or "") if root is not None else ():
        is_tag = not is_tag  # the split gives text and tags by turns
        if not is_tag:
            if not piece:
                continue
            if piece.isspace() and not walk.pre:
                if walk.parts:
                    walk.parts.append(" ")
            else:
                walk.text(unescape(piece) if "&" in piece else piece)
        elif piece[1] == "/":
            walk.end(piece[2:-1])
        elif piece[1] != "!":
            found = tag(piece) if len(piece) <= _LONGEST_KEPT else meaning(piece)
            if found.kind == "break":
                walk.flush()
                walk.breaks += 2 if found.name == "hr" else 1
            elif found.kind != "empty":
                walk.start(found)
    walk.flush()
    return Sheet(walk.lines, walk.blocks, walk.pictures, walk.times)
