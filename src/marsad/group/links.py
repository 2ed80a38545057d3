"""Joining step by step, with what a person has decided before: joined for good, or never."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from marsad.group.profiles import Profile
from marsad.group.sets import Sets


class Decided(NamedTuple):
    """A person's decision: the two sides are one thing, or two.

    A side is all ids that the thing had when it was decided, the surest first, so that it is found again when some of
    its articles are gone.
    """

    number: int
    kind: Literal["merge", "apart"]
    one: tuple[str, ...]
    other: tuple[str, ...]


class Links:
    """Sets of profiles that are one thing; a union that a decision forbids does not happen."""

    def __init__(self, profiles: Sequence[Profile], decided: Iterable[Decided]) -> None:
        """What is decided to be one is one from the start; a merge outweighs what keeps apart."""
        self._sets = Sets(one.id for one in profiles)
        self._first: dict[str, str] = {}  # a profile of each certain id
        self._anchors: dict[str, set[str]] = {}
        self._marks: dict[str, set[tuple[int, int]]] = {}
        self._by_decision: dict[str, int] = {}
        ids = _ids(profiles)
        ordered = sorted(decided)
        for number, kind, *sides in ordered:
            both = [one for side in sides if (one := next((ids[name] for name in side if name in ids), None))]
            if kind == "merge" and len(both) == len(sides):
                self._by_decision |= dict.fromkeys(both, number)
                self._unite(*both)
        for number, kind, *sides in ordered:
            if kind == "apart":
                self._keep_apart(number, [{ids[name] for name in side if name in ids} for side in sides])

    def join(self, ids: Sequence[str]) -> None:
        """Makes them one, pair by pair, where no decision forbids it."""
        for one, other in pairwise(ids):
            left, right = self.root(one), self.root(other)
            if not self._forbidden(left, right):
                self._unite(left, right)

    def anchor(self, one: str, name: str) -> None:
        """Joins a profile with all others of a certain id."""
        self.join([self._first.setdefault(name, one), one])
        self._anchors.setdefault(self.root(one), set()).add(name)

    def root(self, one: str) -> str:
        """The profile that stands for all that are one with it."""
        return self._sets.root(one)

    def entity(self, one: str) -> str:
        """The id of the thing: a certain id where there is one, else that of one of its profiles."""
        root = self.root(one)
        return min(self._anchors.get(root, ()), key=_surest, default=root)

    def decision(self, one: str) -> int:
        """The number of the decision that joined the profile; 0 for none."""
        return self._by_decision.get(one, 0)

    def refused(self, one: str, other: str) -> bool:
        """Whether a decision keeps the two apart."""
        return self._forbidden(self.root(one), self.root(other))

    def _keep_apart(self, number: int, sides: list[set[str]]) -> None:
        roots = [{self.root(one) for one in side} for side in sides]
        if roots[0].isdisjoint(roots[1]):
            for place, side in enumerate(roots):
                for root in side:
                    self._marks.setdefault(root, set()).add((number, place))

    def _forbidden(self, left: str, right: str) -> bool:
        marks = self._marks.get(right, set())
        return any((number, 1 - place) in marks for number, place in self._marks.get(left, ()))

    def _unite(self, one: str, other: str) -> None:
        low, high = self._sets.unite(one, other)
        if low != high:
            self._anchors.setdefault(low, set()).update(self._anchors.pop(high, ()))
            self._marks.setdefault(low, set()).update(self._marks.pop(high, ()))


def _ids(profiles: Sequence[Profile]) -> dict[str, str]:
    """The profile that an id leads to; a certain id to one whose first it is, where there is one."""
    weaker = {name: one.id for one in reversed(profiles) for name in one.certain[1:]}
    first = {one.certain[0]: one.id for one in reversed(profiles) if one.certain}
    return weaker | first | {one.id: one.id for one in profiles}


def _surest(name: str) -> tuple[int, str]:
    kind = name.partition(":")[0]
    return {"wikidata": 1, "geonames": 2}.get(kind, 0), name
