"""A section that no markup names: a short line beside the headline that is an entry of the page's menu as well."""

from marsad.extract.lines import LINKED, Line, Sheet, letters
from marsad.text.fold import fold_key

_ENTRY_WORDS = 4
_FEWEST_ENTRIES = 3  # that make a menu
_ABOVE, _BELOW = 4, 6  # lines around the headline
_FAR = 150  # lines from the top in which a menu stands


def menu_names(sheet: Sheet) -> dict[str, int]:
    """The letters of the entries of a page's menus, and how many lines hold them."""
    found: dict[str, int] = {}
    for line in sheet.lines[:_FAR]:
        for entry in {letters(fold_key(entry)) for entry in _entries(sheet, line)}:
            found[entry] = found.get(entry, 0) + 1
    return found


def _entries(sheet: Sheet, line: Line) -> list[str]:
    """The entries that a line of a menu holds: its links, or in a dump the line or its pieces."""
    if sheet.is_dump:
        pieces = [piece.strip() for piece in line.text.split("|")] if "|" in line.text else [line.text]
        short = all(piece.count(" ") < _ENTRY_WORDS for piece in pieces)
        return pieces if short and (len(pieces) == 1 or len(pieces) >= _FEWEST_ENTRIES) else []
    return [title for title, _ in line.links if title.count(" ") < _ENTRY_WORDS] if line.link_share >= LINKED else []


def kickers(sheet: Sheet, head: list[Line], title: str, menu: dict[str, int]) -> list[Line]:
    """The lines of a head that name a section: entries of a menu, alone beside the headline; nearest first.

    `title`: the letters of the headline; `menu`: of `menu_names`.
    """
    at = next((i for i, line in enumerate(head) if line.letters == title), None)
    if at is None:
        return []
    near = [*head[at + 1 : at + 1 + _BELOW], *reversed(head[max(0, at - _ABOVE) : at])]
    return [line for line in near if _is_kicker(sheet, line, menu)]


def _is_kicker(sheet: Sheet, line: Line, menu: dict[str, int]) -> bool:
    if line.words > _ENTRY_WORDS or len(line.links) > 1 or line.label in {"popular", "related"}:
        return False
    counted = bool(_entries(sheet, line))  # the line itself is among those that were counted
    return menu.get(line.letters, 0) > counted and _run(sheet, line) < _FEWEST_ENTRIES


def _run(sheet: Sheet, line: Line) -> int:
    """How many entries stand beside each other where a line stands: those of a menu."""
    size = 1
    for step in (-1, 1):
        at = line.number
        while (
            0 <= at + step < len(sheet.lines)
            and size < _FEWEST_ENTRIES
            and _beside(sheet, *(sheet.lines[i] for i in sorted((at, at + step))))
        ):
            at += step
            size += 1
    return size


def _beside(sheet: Sheet, line: Line, after: Line) -> bool:
    """Whether two lines that follow each other are entries of one menu."""
    if line.words > _ENTRY_WORDS or after.words > _ENTRY_WORDS:
        return False
    if sheet.is_dump:
        return after.breaks == 1 and not any(char.isdigit() for char in line.text + after.text)
    linked = line.link_share >= LINKED and after.link_share >= LINKED
    return linked and (line.block == after.block or sheet.blocks[line.block].parent == sheet.blocks[after.block].parent)
