"""Text dump -> lines: what a browser's "save as text" or a copied page leaves."""

import re

from marsad.extract.lines import Block, Line, Sheet

_LINK = re.compile(r"!?\[([^\[\]]{0,300})\]\(([^()\s]{0,500})(?:\s+\"[^\"]*\")?\)")
_FORMATTED = re.compile(r"^\s*(?:#{1,6}\s+|[*+]\s+(?=\S))|\*\*|__(?=\S)|\s*#+\s*$")
_FEWEST_LINKS = 3  # in Markdown form, that prove a dump to be Markdown
_BREAK = re.compile("\r\n|[\r\n\x0b\x0c\x1c-\x1e\x85\u2028]")


def sheet(text: str) -> Sheet:
    """All lines of a dump that hold something, not yet cleaned; blank lines and lone spaces count as breaks."""
    lines: list[Line] = []
    breaks = 1
    markdown = sum(1 for _ in _LINK.finditer(text[:50_000])) >= _FEWEST_LINKS
    for raw in _BREAK.split(text.replace("\u2029", "\n\n")):
        if not raw or raw.isspace():
            breaks += 1
            continue
        lines.append(_from_markdown(raw, len(lines), breaks) if markdown else Line(raw, "", len(lines), breaks=breaks))
        breaks = 1
    return Sheet(lines, [Block(0, 0, "text")], is_dump=True)


def _from_markdown(raw: str, number: int, breaks: int) -> Line:
    """A line of what html2text and its kin make of a page: links are links, headings and stars are not text."""
    links = tuple((hit.group(1).strip(), hit.group(2)) for hit in _LINK.finditer(raw) if hit.group(1).strip())
    text = _FORMATTED.sub("", _FORMATTED.sub("", _LINK.sub(r"\1", raw)))
    linked = sum(len(title) for title, _ in links)
    return Line(text, "", number, breaks=breaks, links=links, link_chars=linked)
