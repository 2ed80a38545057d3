"""What is marked in a text that a search found, and the pieces of it that show why.

The stored text is analysed again and compared with what was asked for, so that a mark always is a whole word of the
original: ranges are code points of `Article.text`, and no mark begins or ends inside a word.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from marsad.archive.search_variants import Variant
from marsad.text.search_words import Token, terms_in, tokens

_BEFORE = 60  # characters of a snippet in front of its first mark
_SIZE = 180  # characters of a snippet
_SPACE = re.compile(r"\s")


class Mark(NamedTuple):
    """Words that were found: `text` is the original's `start:end`; `of` is the word or phrase of the query."""

    start: int
    end: int
    text: str
    why: str
    of: str


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of the text around marks, `start:end` of the original, cut at the edges of words."""

    start: int
    end: int
    text: str
    marks: tuple[Mark, ...]
    before: bool = False  # whether its line goes on in front of it
    after: bool = False  # and behind


class Marker:
    """Knows what to mark: gathered from a query."""

    def __init__(self) -> None:
        self._terms: dict[str, Variant] = {}
        self._named: dict[str, Variant] = {}
        self._phrases: list[tuple[tuple[str, ...], str]] = []
        self._firsts: set[str] = set()  # the first words of the phrases
        self._prefixes: list[tuple[str, str]] = []

    def words(self, variants: Iterable[Variant]) -> None:
        """Mark these forms."""
        for variant in variants:
            (self._named if variant.field else self._terms).setdefault(variant.term, variant)

    def phrase(self, terms: Sequence[str], text: str) -> None:
        """Mark these words where they stand side by side."""
        self._phrases.append((tuple(terms), text))
        self._firsts.add(terms[0])

    def prefix(self, beginning: str, text: str) -> None:
        """Mark the words that begin so (folded)."""
        self._prefixes.append((beginning, f"{text}*"))

    @property
    def needs_places(self) -> bool:
        """Whether marks depend on which words name a place."""
        return bool(self._named)

    def marks(self, text: str, places: frozenset[tuple[int, int]] = frozenset()) -> list[Mark]:
        """All marks in a text, in order, none over another. `places`: spans of the mentions that name a place."""
        known = self._terms.keys() | self._named.keys() | self._firsts
        wanted = {
            piece
            for piece in set(text.split())
            if not known.isdisjoint(found := terms_in(piece)) or (self._prefixes and self._begins(found))
        }
        if not wanted:
            return []
        marked: list[Mark] = []
        rows: dict[int, list[Token]] = {}
        for match in re.finditer(rf"(?<!\S)(?:{'|'.join(map(re.escape, wanted))})(?!\S)", text):
            for token in tokens(match[0]):
                moved = Token(match.start() + token.start, match.start() + token.end, token.term)
                marked += filter(None, (self._phrase(text, moved, rows), self._word(text, moved, places)))
        return _apart(marked)

    def _begins(self, found: frozenset[str]) -> bool:
        return any(term.startswith(beginning) for beginning, _ in self._prefixes for term in found)

    def _phrase(self, text: str, first: Token, rows: dict[int, list[Token]]) -> Mark | None:
        """The phrase that begins with a token, inside its line; `rows`: the lines that were cut into tokens before."""
        for terms, of in self._phrases:
            if first.term != terms[0]:
                continue
            begin = text.rfind("\n", 0, first.start) + 1
            if begin not in rows:
                end = text.find("\n", begin)
                rows[begin] = tokens(text[begin : end if end >= 0 else len(text)])
            row = rows[begin]
            place = bisect_left(row, first.start - begin, key=lambda token: token.start)
            if tuple(token.term for token in row[place : place + len(terms)]) == terms:
                stop = begin + row[place + len(terms) - 1].end
                return Mark(first.start, stop, text[first.start : stop], "phrase", of)
        return None

    def _word(self, text: str, token: Token, places: frozenset[tuple[int, int]]) -> Mark | None:
        variant = self._terms.get(token.term)
        if variant is None and (token.start, token.end) in places:
            variant = self._named.get(token.term)
        if variant:
            return Mark(token.start, token.end, text[token.start : token.end], variant.why, variant.of)
        for beginning, of in self._prefixes:
            if token.term.startswith(beginning):
                return Mark(token.start, token.end, text[token.start : token.end], "prefix", of)
        return None


def _apart(marks: Iterable[Mark]) -> list[Mark]:
    """The marks in order; what stands inside a longer one in front of it is left out."""
    found: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        if not found or mark.start >= found[-1].end:
            found.append(mark)
    return found


def snippets(text: str, marks: Sequence[Mark], most: int, begin: int = 0) -> tuple[Snippet, ...]:
    """The pieces of the text that show the most of what was asked for, in the order of the text, at most so many.

    `begin`: what stands in front of it (the headline) is shown anyway, and left out here.
    """
    pieces: list[Snippet] = []
    for mark in marks:
        if mark.start >= begin and (not pieces or mark.end > pieces[-1].end):
            pieces.append(_piece(text, marks, mark))
    best = sorted(pieces, key=lambda piece: (-len({mark.of for mark in piece.marks}), -len(piece.marks), piece.start))
    return tuple(sorted(best[:most], key=lambda piece: piece.start))


def _piece(text: str, marks: Sequence[Mark], first: Mark) -> Snippet:
    """The piece around a mark, inside its line."""
    line_start = text.rfind("\n", 0, first.start) + 1
    line_end = end if (end := text.find("\n", first.end)) >= 0 else len(text)
    start = max(line_start, first.start - _BEFORE)
    if start > line_start and not text[start - 1].isspace():
        edge = _SPACE.search(text, start, first.start)
        start = edge.end() if edge else first.start
    end = max(min(line_end, start + _SIZE), first.end)
    if end < line_end and not text[end].isspace():
        end = max(_last_space(text, first.end, end), first.end)
    while end > first.end and text[end - 1].isspace():
        end -= 1
    inside = tuple(mark for mark in marks if start <= mark.start and mark.end <= end)
    return Snippet(start, end, text[start:end], inside, start > line_start, end < line_end)


def _last_space(text: str, start: int, end: int) -> int:
    return next((place for place in range(end - 1, start - 1, -1) if text[place].isspace()), start)
