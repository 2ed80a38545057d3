"""Things that are one with others: sets that grow together (union-find); and what most say of such a set."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

_Thing = TypeVar("_Thing", bound=Any)


class Sets:
    """Sets of ids; the smallest id of a set stands for it, so that no order of joining changes anything."""

    def __init__(self, ids: Iterable[str] = ()) -> None:
        self._parent = {one: one for one in ids}

    def root(self, one: str) -> str:
        """What stands for the set of an id; an id that is new is a set of its own."""
        parent = self._parent
        while parent.setdefault(one, one) != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    def unite(self, one: str, other: str) -> tuple[str, str]:
        """Makes two sets one: what stands for it now, and what stood for the set that was taken up."""
        low, high = sorted((self.root(one), self.root(other)))
        self._parent[high] = low
        return low, high

    def roots(self) -> dict[str, str]:
        """What stands for the set of each id."""
        return {one: self.root(one) for one in list(self._parent)}


def usual(counted: Mapping[_Thing, int]) -> _Thing:
    """What was counted most; of as many the smallest, whichever came first."""
    return min(counted, key=lambda one: (-counted[one], one))
