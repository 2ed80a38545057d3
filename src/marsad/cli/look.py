"""How lines look: as wide as the terminal, each stretch of foreign words in an order of its own; plain in a pipe.

A terminal that writes from right to left sorts what stands in one line by the direction of its letters. Names and
quotations are therefore isolated (U+2068 … U+2069): digits, dots and arrows between two names stay between them.
"""

import os
import shutil
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from marsad.terms import Lang

_LEFT_OUT = frozenset({"dumb", "linux"})  # terminals that show the signs of isolation instead of obeying them
_ISOLATE, _RIGHT_TO_LEFT, _END = "\u2068", "\u2067", "\u2069"
_WIDEST = 110  # cells: longer lines are hard to read
_NARROWEST = 20
_TWO_COLUMNS = 60
_LEAST = 6  # cells for words behind an indent, however deep it is


class Piece(NamedTuple):
    """Words of one direction: of the article, or of the program."""

    text: str
    theirs: bool = False  # words of the article, which may run against the line


def theirs(text: str) -> Piece:
    """Words of the article."""
    return Piece(text, theirs=True)


@dataclass(frozen=True, slots=True)
class Look:
    """Language of labels, width in cells (None: nobody looks, lines are not broken), and whether to isolate."""

    lang: Lang = "en"
    width: int | None = None
    isolates: bool = False

    @property
    def narrow(self) -> bool:
        """Whether there is no room for two columns."""
        return self.width is not None and self.width < _TWO_COLUMNS

    def lines(
        self, pieces: Iterable[Piece | str], *, label: str = "", indent: int = 0, hang: int = 0, most: int = 0
    ) -> list[str]:
        """The pieces as lines, broken at spaces.

        `label` stands in front of the first, spaces and all; `indent` in front of each, `hang` more from the second
        on; `most`: so many lines at most, the last one then ends with …; 0 for all.
        """
        if self.width is not None:
            indent, hang = min(indent, self.width // 3), min(hang, self.width // 3)
        whole = [piece if isinstance(piece, Piece) else Piece(piece) for piece in pieces]
        rows = list(self._rows(_words(whole), indent + cells(label), indent + hang))
        if most and len(rows) > most:
            rows[most - 1] = [*rows[most - 1], [_Atom("…", len(whole) - 1)]]
            rows = rows[:most]
        starts = [(indent, label), *[(indent + hang, "")] * len(rows)]
        return [
            self._line(" " * margin, name + self._row(row, whole))
            for (margin, name), row in zip(starts, rows, strict=False)
        ]

    def text(self, text: str) -> list[str]:
        """Words of the article; where it breaks a line, that stays."""
        if self.width is None and not self.isolates:
            return text.splitlines()
        return [line for part in text.splitlines() for line in self.lines([theirs(part)])]

    def _rows(self, words: list["_Word"], first: int, later: int) -> Iterator[list["_Word"]]:
        """The words by lines; `first`, `later`: cells that are taken in front of the first line, and of the others."""
        row: list[_Word] = []
        used, taken = 0, first
        for word in words:
            room = _room(self.width, taken)
            size = sum(cells(atom.text) for atom in word)
            if row and room is not None and used + 1 + size > room:
                yield row
                row, used, taken = [], 0, later
            used += size + (1 if row else 0)
            row.append(word)
        if row:
            yield row

    def _row(self, row: list["_Word"], pieces: list[Piece]) -> str:
        """One line: words of a piece side by side share one isolate."""
        line, current = "", -1
        for number, word in enumerate(row):
            space = " " if number else ""
            for atom in word:
                if atom.piece != current:
                    line += self._sign(_END, pieces, current) + space + self._sign(_ISOLATE, pieces, atom.piece)
                    current = atom.piece
                else:
                    line += space
                line += atom.text
                space = ""
        return line + self._sign(_END, pieces, current)

    def _sign(self, sign: str, pieces: list[Piece], number: int) -> str:
        return sign if self.isolates and number >= 0 and pieces[number].theirs else ""

    def _line(self, margin: str, line: str) -> str:
        """An Arabic line runs from the right, whatever stands first in it."""
        return f"{margin}{_RIGHT_TO_LEFT}{line}{_END}" if self.isolates and self.lang == "ar" else margin + line


def look(lang: Lang, *, terminal: bool) -> Look:
    """What suits where the lines go to: a terminal, or a pipe or file."""
    if not terminal:
        return Look(lang)
    width = max(_NARROWEST, min(_WIDEST, shutil.get_terminal_size().columns))
    return Look(lang, width, isolates=os.environ.get("TERM") not in _LEFT_OUT)


def cells(text: str) -> int:
    """How many cells of a terminal a text takes: marks none, wide letters two."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def _cells(sign: str) -> int:
    if unicodedata.category(sign) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(sign) in {"W", "F"} else 1


def _room(width: int | None, indent: int) -> int | None:
    return None if width is None else max(_LEAST, width - indent)


class _Atom(NamedTuple):
    text: str
    piece: int


_Word = list[_Atom]


def _words(pieces: list[Piece]) -> list[_Word]:
    """What no line break may cut: words without a space between them, of whatever piece they are."""
    words: list[_Word] = []
    apart = True
    for number, piece in enumerate(pieces):
        if not piece.text:
            continue
        apart = apart or piece.text[0].isspace()
        for text in piece.text.split():
            if apart:
                words.append([])
            words[-1].append(_Atom(text, number))
            apart = True
        apart = piece.text[-1].isspace()
    return words
