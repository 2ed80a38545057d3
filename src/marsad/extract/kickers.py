"""A section that no markup names: a short line beside the headline that is an entry of the page's menu as well."""

from collections.abc import Iterator
from itertools import groupby

from marsad.extract.lines import LINKED, Line, Sheet, letters
from marsad.text.fold import fold_key

_ENTRY_WORDS = 4
_FEWEST_ENTRIES = 3  # that make a menu
_ABOVE, _BELOW = 4, 6  # lines around the headline
_FAR = 150  # lines from the top in which a menu stands


def menu_names(sheet: Sheet) -> dict[str, int]:
    """The letters of the entries of a page's menus, and how many lines hold them."""
    found: dict[str, int] = {}
    for entry in _of_dump(sheet.lines[:_FAR]) if sheet.is_dump else _of_page(sheet.lines[:_FAR]):
        found[entry] = found.get(entry, 0) + 1
    return found


def _of_page(lines: list[Line]) -> Iterator[str]:
    for line in lines:
        if line.link_share >= LINKED:
            whole = len(line.links) == 1 and line.links[0][0] == line.text and line.words <= _ENTRY_WORDS
            yield from {line.letters} if whole else {letters(fold_key(title)) for title in _titles(line)}


def _titles(line: Line) -> list[str]:
    return [title for title, _ in line.links if title.count(" ") < _ENTRY_WORDS]


def _of_dump(lines: list[Line]) -> Iterator[str]:
    """Entries of a dump's menus: short lines right under each other, or pieces of one line between signs."""
    for _, run in groupby(_numbered_runs(lines), key=lambda pair: pair[0]):
        entries = [line for _, line in run]
        if len(entries) >= _FEWEST_ENTRIES:
            yield from {line.letters for line in entries}
    for line in lines:
        pieces = line.text.split("|") if "|" in line.text else []
        if len(pieces) >= _FEWEST_ENTRIES and all(piece.strip().count(" ") < _ENTRY_WORDS for piece in pieces):
            yield from {letters(fold_key(piece)) for piece in pieces}


def _numbered_runs(lines: list[Line]) -> Iterator[tuple[int, Line]]:
    number = 0
    for line in lines:
        if line.breaks > 1 or not _is_entry(line):
            number += 1
        if _is_entry(line):
            yield number, line


def _is_entry(line: Line) -> bool:
    """Whether a line of a dump may be an entry of a menu: words and nothing else."""
    return (
        line.words <= _ENTRY_WORDS and line.letters.isalpha() and len(line.letters) + line.words <= len(line.text) + 1
    )


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
    after = sheet.lines[line.number + 1] if line.number + 1 < len(sheet.lines) else None
    if (sheet.is_dump and not _is_entry(line)) or (after and not after.letters):  # `/`: a path goes on
        return False
    # A line of a page that is a link is among those that were counted.
    counted = not sheet.is_dump and line.link_share >= LINKED and bool(_titles(line))
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
        return after.breaks == 1 and _is_entry(line) and _is_entry(after)
    linked = line.link_share >= LINKED and after.link_share >= LINKED
    return linked and (line.block == after.block or sheet.blocks[line.block].parent == sheet.blocks[after.block].parent)
