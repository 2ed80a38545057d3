"""HTML -> lines.

One walk over the tree, without recursion (pages nest a hundred thousand levels deep on purpose). Inline text
is gathered until a block begins or ends or a line breaks; every line knows the blocks around it.
"""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from marsad.extract.hints import TAG_HINTS, names_hints
from marsad.extract.lines import Block, Hint, Line, Picture, Sheet

_SKIPPED = frozenset({
    "script", "style", "noscript", "svg", "iframe", "select", "template", "object", "embed", "head", "canvas",
    "audio", "video", "map", "input", "textarea", "button", "datalist", "math", "applet", "-comment", "frameset",
})  # fmt: skip
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
    "html", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th",
    "thead", "tr", "ul", "legend", "caption", "dir", "menu", "amp-sidebar",
})  # fmt: skip
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_NAMING = ("id", "itemprop", "role")
_BOLD = frozenset({"b", "strong"})
_SPACE = re.compile(r"[ \t\r\n\f\xa0]+")
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CENTRED = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)


class _Walk:
    """The state of one walk: where we are, and the text gathered so far."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.blocks: list[Block] = [Block(0, 0, "html")]
        self.pictures: list[Picture] = []
        self.times: list[tuple[str, int]] = []
        self.block = 0
        self.parts: list[str] = []
        self.links: list[tuple[str, str]] = []
        self.link_chars = 0
        self.plain_chars = 0
        self.bold_chars = 0
        self.breaks = 0
        self.in_link: str | None = None
        self.link_from = 0
        self.bold = 0
        self.pre = 0
        self.after_link = False
        self.head = ""  # bold text with which the line begins
        self.after_named = False  # a named inline element has just ended

    def text(self, raw: str) -> None:
        """Take a text node."""
        if self.pre and "\n" in raw:
            for number, piece in enumerate(raw.split("\n")):
                if number:
                    self.flush()
                    self.breaks += 1
                if piece.strip():
                    self.add(piece)
            return
        if not raw or raw.isspace():
            if self.parts:
                self.parts.append(" ")
            return
        self.add(raw)

    def add(self, raw: str) -> None:
        if self.in_link is not None:
            if self.after_link:
                self.parts.append(" ")
            self.link_chars += len(raw)
        elif self.after_named and self.parts and not self.parts[-1][-1:].isspace() and raw[:1].isalnum():
            self.parts.append(" ")
        self.after_link = self.after_named = False
        if self.bold:
            self.bold_chars += len(raw)
        self.plain_chars += len(raw)
        self.parts.append(raw)

    def open_link(self, href: str) -> None:
        """A link begins; two links side by side are two words even where no space stands between them."""
        self.in_link = href
        self.link_from = len(self.parts)

    def close_link(self) -> None:
        """The link ends: keep its title and address."""
        if self.in_link is not None:
            title = _SPACE.sub(" ", "".join(self.parts[self.link_from :])).strip()
            if title:
                self.links.append((title, self.in_link))
            self.after_link = True
            self.after_named = self.blocks[self.block].tag not in _RUNNING
        self.in_link = None

    def flush(self) -> None:
        """End the line that is being gathered."""
        if self.parts:
            raw = _SPACE.sub(" ", "".join(self.parts)).strip()
            if raw:
                self._emit(raw)
        self.parts = []
        self.links = []
        self.link_chars = self.plain_chars = self.bold_chars = 0
        self.link_from = 0
        self.after_link = self.after_named = False
        self.head = ""

    def close_bold(self) -> None:
        """Bold text ends; at the beginning of a line it may be a byline that the text follows."""
        self.bold -= 1
        if not self.bold and not self.head and self.plain_chars and self.bold_chars == self.plain_chars:
            self.head = "".join(self.parts)

    def _emit(self, raw: str) -> None:
        total = max(1, self.plain_chars)
        line = Line(
            text=raw,
            key="",
            number=len(self.lines),
            block=self.block,
            tag=self.blocks[self.block].tag,
            breaks=max(1, self.breaks),
            link_chars=round(len(raw) * self.link_chars / total),
            links=tuple(self.links),
            bold=self.bold_chars >= 0.9 * total,
            head=_SPACE.sub(" ", self.head).strip(),
        )
        self.lines.append(line)
        self.breaks = 0

    def enter(self, node: LexborNode, tag: str) -> None:
        """A block begins."""
        self.flush()
        self.breaks = max(self.breaks, 2)
        attributes = node.attributes
        names = attributes.get("class") or ""
        if len(attributes) > bool(names):
            names = " ".join([names, *(value for name in _NAMING if (value := attributes.get(name)))]).strip()
        hints = names_hints(names) if names else frozenset()
        if own := TAG_HINTS.get(tag):
            hints |= {own}
        style = attributes.get("style")
        if "hidden" in attributes or (style and _HIDDEN_STYLE.search(style)):
            hints |= {"hidden"}
        centred = attributes.get("align") == "center" or bool(style and _CENTRED.search(style))
        self.blocks.append(
            Block(len(self.blocks), self.block, tag, hints, f"{tag}.{attributes.get('class') or ''}", centred)
        )
        self.block = len(self.blocks) - 1
        if tag == "pre":
            self.pre += 1

    def leave(self, tag: str) -> None:
        """A block ends."""
        self.flush()
        self.breaks = max(self.breaks, 2)
        if tag == "pre":
            self.pre -= 1
        self.block = self.blocks[self.block].parent


_SOFT_HINTS: frozenset[Hint] = frozenset({
    "date", "byline", "share", "section", "tags", "comment", "menu", "advert", "caption", "source", "related", "headline",
})  # fmt: skip
_RUNNING = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote"})


def _is_block(walk: _Walk, node: LexborNode, tag: str) -> bool:
    """Block elements, and inline ones that a designer names like a block (`<span class="date">`)."""
    if tag in _BLOCKS:
        return True
    if tag not in {"span", "time", "a", "label", "small", "font", "strong", "em"}:
        return tag == "iframe"
    if walk.blocks[walk.block].tag in _RUNNING:
        return False
    if tag == "time":
        return True
    names = node.attributes.get("class")
    return bool(names and names_hints(names) & _SOFT_HINTS)


def sheet(tree: LexborHTMLParser) -> Sheet:
    """All lines of a page in reading order, not yet cleaned (`lines.finish`), with their blocks, pictures and machine-readable times."""
    walk = _Walk()
    root = tree.body or tree.root
    if root is None:
        return Sheet([], walk.blocks)
    _run(walk, root)
    walk.flush()
    return Sheet(walk.lines, walk.blocks, walk.pictures, walk.times)


def _run(walk: _Walk, root: LexborNode) -> None:
    """Depth-first over the tree with an own stack: (node, tag, how to leave it)."""
    stack: list[tuple[LexborNode, str, str]] = []
    node: LexborNode | None = root
    while True:
        while node is None:
            if not stack:
                return
            left, tag, how = stack.pop()
            if how == "bold":
                walk.close_bold()
            elif how == "named":
                walk.after_named = True
            if how in {"link", "block link"}:
                walk.close_link()
            if how in {"block", "block link"}:
                walk.leave(tag)
            node = left.next if stack else None
            if not stack:
                return
        tag = node.tag or ""
        if tag == "-text":
            walk.text(node.text_content or "")
        elif tag == "br":
            walk.flush()
            walk.breaks += 1
        elif tag in {"img", "amp-img"}:
            _picture(walk, node)
        elif tag not in _SKIPPED:
            how = _open(walk, node, tag)
            stack.append((node, tag, how))
            node = node.first_child
            continue
        node = node.next


def _open(walk: _Walk, node: LexborNode, tag: str) -> str:
    if tag == "time" and (stamp := node.attributes.get("datetime")):
        walk.times.append((stamp, len(walk.lines)))
    if _is_block(walk, node, tag):
        walk.enter(node, tag)
        if tag == "a":
            walk.open_link(node.attributes.get("href") or "")
            return "block link"
        return "block"
    if tag == "a":
        walk.open_link(node.attributes.get("href") or "")
        return "link"
    if tag in _BOLD:
        walk.bold += 1
        return "bold"
    # Outside of paragraphs spans are laid out apart by style sheets (`<span>٥ م</span><span>آخر تحديث`); those with a style
    # of their own are often pieces of words out of word processors.
    if tag == "span" and walk.blocks[walk.block].tag not in _RUNNING and "style" not in node.attributes:
        return "named"
    return ""


def _picture(walk: _Walk, node: LexborNode) -> None:
    attributes = node.attributes
    url = attributes.get("data-src") or attributes.get("data-original") or attributes.get("src") or ""
    block = walk.blocks[walk.block]
    figure = block.tag == "figure" or walk.blocks[block.parent].tag == "figure"
    walk.pictures.append(Picture(url, attributes.get("alt") or "", walk.block, len(walk.lines), figure))
