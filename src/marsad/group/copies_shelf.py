"""What an index of copies keeps: rows of plain values, in memory here; a table of an archive can stand in its place.

Two tables. *Articles*: number, id, group, packed shingles, about four bytes a word. *Holders*: mark, number of an
article. Only the first article of a group holds a mark, so that forty copies of a text take one row for each mark;
and a mark has `MOST_HOLDERS` rows at most: what stands in so many texts that are no copies of each other (the formula
of a ministry, the address of an editor) tells nothing, and is not looked at any more.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, Protocol

from marsad.group.copies_prints import marks_of, unpacked

MOST_HOLDERS = 24


class Kept(NamedTuple):
    """An article of the index. `group` is the number of the article that was first in its group."""

    number: int
    id: str
    group: int
    shingles: bytes


class Shelf(Protocol):
    """Where articles and marks are kept."""

    def holders(self, marks: Iterable[int]) -> dict[int, list[int]]:
        """The numbers of the articles that hold each of the marks; marks without a holder may be left out."""

    def kept(self, number: int) -> Kept | None:
        """The article of a number."""

    def number(self, article: str) -> int | None:
        """The number of an article."""

    def next_number(self) -> int:
        """A number that no article has had."""

    def keep(self, article: Kept, marks: Iterable[int]) -> None:
        """Keeps an article with the marks that it holds."""

    def drop(self, number: int) -> None:
        """Takes an article out, with its marks."""

    def all(self) -> Iterator[Kept]:
        """Every article, in the order of the numbers."""


class MemoryShelf:
    """A shelf in memory. A mark with one holder, as most are, is one number and no list."""

    def __init__(self) -> None:
        self._articles: dict[int, Kept] = {}
        self._numbers: dict[str, int] = {}
        self._holders: dict[int, int | list[int]] = {}
        self._last = 0

    def holders(self, marks: Iterable[int]) -> dict[int, list[int]]:
        """The numbers of the articles that hold each of the marks."""
        found = ((mark, self._holders.get(mark)) for mark in marks)
        return {mark: [who] if isinstance(who, int) else who for mark, who in found if who is not None}

    def kept(self, number: int) -> Kept | None:
        """The article of a number."""
        return self._articles.get(number)

    def number(self, article: str) -> int | None:
        """The number of an article."""
        return self._numbers.get(article)

    def next_number(self) -> int:
        """A number that no article has had."""
        return self._last + 1

    def keep(self, article: Kept, marks: Iterable[int]) -> None:
        """Keeps an article with the marks that it holds."""
        self._last = max(self._last, article.number)
        self._articles[article.number] = article
        self._numbers[article.id] = article.number
        for mark in marks:
            before = self._holders.get(mark)
            if before is None:
                self._holders[mark] = article.number
            elif isinstance(before, int):
                self._holders[mark] = [before, article.number]
            else:
                before.append(article.number)

    def drop(self, number: int) -> None:
        """Takes an article out, with its marks."""
        gone = self._articles.pop(number, None)
        if gone is None:
            return
        del self._numbers[gone.id]
        for mark in marks_of(unpacked(gone.shingles)):
            who = self._holders.get(mark)
            if who == number:
                del self._holders[mark]
            elif isinstance(who, list) and number in who:
                who.remove(number)

    def all(self) -> Iterator[Kept]:
        """Every article, in the order of the numbers."""
        return (self._articles[number] for number in sorted(self._articles))
