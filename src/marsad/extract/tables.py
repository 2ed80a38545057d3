"""Tables inside a text: a row of short cells is one paragraph, as a reader reads it."""

from itertools import groupby

from marsad.extract.lines import Line, Sheet

_LONGEST_CELL = 60  # characters; tables with longer cells lay a page out
_CELLS = frozenset({"td", "th"})


def paragraphs(sheet: Sheet, body: list[Line]) -> list[str]:
    """The texts of a body: of each line, and of each row of a table with its cells beside each other."""
    texts: list[str] = []
    for row, group in groupby(body, key=lambda line: _row(sheet, line)):
        cells = [line.text for line in group]
        texts.extend([" ".join(cells)] if row is not None else cells)
    return texts


def _row(sheet: Sheet, line: Line) -> int | None:
    """The row whose cell holds this line and nothing else; None for what stands in no table of data."""
    if len(line.text) > _LONGEST_CELL:
        return None
    path = sheet.path(line.block, 4)
    tags = [sheet.blocks[block].tag for block in path]
    cell = next((at for at, tag in enumerate(tags) if tag in _CELLS), None)
    if cell is None or cell + 1 >= len(path) or tags[cell + 1] != "tr":
        return None
    return path[cell + 1]
