"""Text dump -> lines: what a browser's "save as text" or a copied page leaves."""

from marsad.extract.lines import Block, Line, Sheet
from marsad.text.clean import clean
from marsad.text.encodings import repair, unescape_twice
from marsad.text.fold import fold_key


def sheet(text: str) -> Sheet:
    """All lines of a dump that hold something; blank lines and lines of lone spaces count as breaks."""
    lines: list[Line] = []
    breaks = 1
    for raw in text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n\n").split("\n"):
        fixed, _ = repair(raw)
        cleaned = clean(unescape_twice(fixed)).strip()
        if not cleaned:
            breaks += 1
            continue
        lines.append(Line(cleaned, fold_key(cleaned), len(lines), breaks=breaks))
        breaks = 1
    return Sheet(lines, [Block(0, 0, "text")], is_dump=True)
