"""Stretches of a text or of tokens, and whether one of them holds a place: each question costs a search, no sweep."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate


class Spans:
    """A fixed set of stretches, end exclusive."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._ends = list(accumulate((end for _, end in ordered), max))  # the farthest end so far

    def holds(self, place: int) -> bool:
        """Whether a stretch holds a place."""
        before = bisect_right(self._starts, place)
        return before > 0 and self._ends[before - 1] > place

    def overlaps(self, start: int, end: int) -> bool:
        """Whether a stretch shares a place with another one."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._ends[before - 1] > start
