"""Text dump -> lines: what a browser's "save as text" or a copied page leaves."""

import re

from marsad.extract.lines import Block, Line, Sheet

_BREAK = re.compile("\r\n|[\r\n\x0b\x0c\x1c-\x1e\x85\u2028]")


def sheet(text: str) -> Sheet:
    """All lines of a dump that hold something, not yet cleaned; blank lines and lone spaces count as breaks."""
    lines: list[Line] = []
    breaks = 1
    for raw in _BREAK.split(text.replace("\u2029", "\n\n")):
        if not raw or raw.isspace():
            breaks += 1
            continue
        lines.append(Line(raw, "", len(lines), breaks=breaks))
        breaks = 1
    return Sheet(lines, [Block(0, 0, "text")], is_dump=True)
