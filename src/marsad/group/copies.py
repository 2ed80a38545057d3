"""Copies: texts that were taken over whole, shortened, extended, reworked, with another headline or other spellings.

    index = Copies()
    index.add("a-1", text)            # None, or the article that it is a copy of, with the shares
    index.groups()                    # all groups of two and more

Marks find candidates (`copies_prints.py`); then it is measured exactly which share of the shorter text stands in
the longer one. A text joins the group of the article that it shares most with; groups are never joined to one
another afterwards, so that a round-up of five news items does not make them one. Adding the articles in the order in
which they were published makes the result independent of how they came in (`grouped`).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from marsad.group.copies_prints import Print, covered, marks_of, packed, print_of, unpacked
from marsad.group.copies_shelf import MOST_HOLDERS, Kept, MemoryShelf, Shelf

Manner = Literal["same", "shortened", "extended", "reworked"]

_SIMILAR = 0.75  # length of the shorter text by that of the longer one
_NEEDED, _NEEDED_OF_PART = 0.56, 0.60  # share of the shorter text that makes it a copy: of texts as long, of a part
_DOUBT = 8.0  # shingles that chance and formulas may give, whatever the length
_ENTIRE = 0.97  # is always enough
_LEAST = 10  # different shingles, thirteen words: of what is shorter only an equal text is a copy
_WHOLE = 0.9
_MOST_CANDIDATES = 8  # that are measured
_FEW_MARKS = 8  # of a text so short that one shared mark is worth a look


class Match(NamedTuple):
    """The article that a text is a copy of; shares are of words, from 0 to 1.

    `share`: of the new text that stands in the other one; `share_of_other`: of the other one that stands in the new.
    """

    article: str
    share: float
    share_of_other: float

    @property
    def manner(self) -> Manner:
        """What was done to the other text."""
        if self.share >= _WHOLE:
            return "same" if self.share_of_other >= _WHOLE else "shortened"
        return "extended" if self.share_of_other >= _WHOLE else "reworked"


def copy_of(text: str, other: str, *, article: str = "") -> Match | None:
    """How a text is a copy of another one; None where it is none. `article` is the id of the other one."""
    return _measured(print_of(text), print_of(other), article)


class Copies:
    """An index of texts that finds copies as articles arrive; what it knows stands on its shelf.

    The cost of an article grows with its length and not with the number of articles, but for the look-ups of marks.
    """

    def __init__(self, shelf: Shelf | None = None) -> None:
        self._shelf = MemoryShelf() if shelf is None else shelf

    def find(self, text: str) -> list[Match]:
        """The articles that a text is a copy of, the one that it shares most with first; nothing is added."""
        made = print_of(text)
        marks = marks_of(made)
        return [match for match, _ in self._matches(made, marks, self._shelf.holders(marks))]

    def add(self, article: str, text: str) -> Match | None:
        """Adds an article under its id; the article that it is a copy of, where there is one.

        `text` is the body without the headline. An id that is known is replaced: its new text may be no copy any more.
        """
        known = self._shelf.number(article)
        if known is not None:
            self._shelf.drop(known)
        made = print_of(text)
        marks = marks_of(made)
        holders = self._shelf.holders(marks)
        best, group = next(iter(self._matches(made, marks, holders)), (None, 0))
        number = self._shelf.next_number()
        unheld = list(self._unheld(marks, holders, group))
        self._shelf.keep(Kept(number, article, group or number, packed(made)), unheld)
        return best

    def drop(self, article: str) -> None:
        """Takes an article out; its group stays together."""
        number = self._shelf.number(article)
        if number is not None:
            self._shelf.drop(number)

    def group(self, article: str) -> tuple[str, ...]:
        """The articles of the group that an article is in, itself too, in the order in which they were added."""
        number = self._shelf.number(article)
        kept = None if number is None else self._shelf.kept(number)
        return () if kept is None else tuple(one.id for one in self._shelf.all() if one.group == kept.group)

    def groups(self) -> list[tuple[str, ...]]:
        """All groups of two and more articles, each in the order in which they were added."""
        found: dict[int, list[str]] = {}
        for one in self._shelf.all():
            found.setdefault(one.group, []).append(one.id)
        return [tuple(ids) for ids in found.values() if len(ids) > 1]

    def _matches(self, made: Print, marks: Sequence[int], holders: dict[int, list[int]]) -> list[tuple[Match, int]]:
        """What a print is a copy of, the best first, with the number of the group."""
        found = []
        for number in _candidates(marks, holders):
            kept = self._shelf.kept(number)
            match = kept and _measured(made, unpacked(kept.shingles), kept.id)
            if kept and match:
                found.append((match, kept.group, number))
        found.sort(key=lambda one: (-max(one[0].share, one[0].share_of_other), -min(one[0][1:]), one[2]))
        return [(match, group) for match, group, _ in found]

    def _unheld(self, marks: Iterable[int], holders: dict[int, list[int]], group: int) -> Iterator[int]:
        """The marks that an article is to hold: those that are not full, and that nobody of its group holds."""
        for mark in marks:
            those = holders.get(mark, [])
            if len(those) < MOST_HOLDERS and not (group and any(self._group(one) == group for one in those)):
                yield mark

    def _group(self, number: int) -> int:
        kept = self._shelf.kept(number)
        return kept.group if kept else 0


def _candidates(marks: Sequence[int], holders: dict[int, list[int]]) -> list[int]:
    """The articles that share enough marks to be worth measuring, those with most first."""
    shared: Counter[int] = Counter()
    for those in holders.values():
        if len(those) < MOST_HOLDERS:
            shared.update(those)
    least = 1 if len(marks) <= _FEW_MARKS else 2
    best = sorted(shared.items(), key=lambda one: (-one[1], one[0]))[:_MOST_CANDIDATES]
    return [number for number, count in best if count >= least]


def _measured(new: Sequence[int], other: Sequence[int], article: str) -> Match | None:
    """The match of two texts by their shingles, where the one is a copy of the other."""
    if not new or not other:
        return None
    short, long = (new, other) if len(new) <= len(other) else (other, new)
    alike = covered(short, set(long))
    if new != other and alike < _needed(len(set(short)), len(long)):
        return None
    rest = covered(long, set(short))
    share, of_other = (alike, rest) if short is new else (rest, alike)
    return Match(article, share, of_other)


def _needed(size: int, longer: int) -> float:
    """The share of a text of so many different shingles that must stand in a longer one; above 1 where it is short."""
    if size < _LEAST:
        return 2.0
    base = _NEEDED if size >= _SIMILAR * longer else _NEEDED_OF_PART
    return min(base + _DOUBT / size, _ENTIRE)
