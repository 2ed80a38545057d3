"""Which articles are near one another, and which of them belong together: average link over a graph of neighbours.

Nothing here depends on the order in which articles are given: they are sorted by day and id, ties are broken by id.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from marsad.group.stories_features import Vector, dot

FEATURES = 28  # the heaviest terms of a vector, by which others find it
CANDIDATES = 30  # that a node is compared with in full
_NEIGHBOURS = 12  # links that a node keeps to those before it
_CROWD = 400  # nodes of a window that share a term; a term of more says nothing


class Node(NamedTuple):
    """What is joined: an article, or a story; `day` may lie between two days."""

    id: str
    day: float
    vector: Vector


class Bounds(NamedTuple):
    """What may be joined: how like at least, how much likeness a day between them costs, how many days at most."""

    least: float
    per_day: float
    days: float


class Link(NamedTuple):
    """Two nodes by their places, and how like they are."""

    score: float
    one: int
    other: int


def links(nodes: Sequence[Node], bounds: Bounds) -> list[Link]:
    """The links between near nodes, the strongest first; nodes sorted by day and id.

    Each node is compared with those that share its heaviest terms and are not older than the window: the cost per
    node does not grow with the number of nodes.
    """
    found: list[Link] = []
    posted: dict[str, list[int]] = defaultdict(list)
    for place, node in enumerate(nodes):
        shared: dict[int, float] = defaultdict(float)
        first = list(node.vector.items())[:FEATURES]
        for term, weight in first:
            posts = posted[term]
            _forget(posts, nodes, node.day - bounds.days)
            if len(posts) <= _CROWD:
                for other in posts:
                    shared[other] += weight * nodes[other].vector[term]
            posts.append(place)
        best = sorted(shared, key=lambda other: (-shared[other], other))[:CANDIDATES]
        near = (Link(_score(node, nodes[other], bounds), place, other) for other in best)
        found += sorted((link for link in near if link.score >= bounds.least), reverse=True)[:_NEIGHBOURS]
    return sorted(found, key=lambda link: (-link.score, link.one, link.other))


def _forget(posts: list[int], nodes: Sequence[Node], since: float) -> None:
    """Takes out what is too old; posts are in the order of days."""
    old = 0
    while old < len(posts) and nodes[posts[old]].day < since:
        old += 1
    if old:
        del posts[:old]


def _score(one: Node, other: Node, bounds: Bounds) -> float:
    return dot(one.vector, other.vector) - bounds.per_day * abs(one.day - other.day)


class Heap:
    """Articles or stories that are joined: how many, the sum of their vectors and of their days."""

    __slots__ = ("days", "size", "vector")

    def __init__(self, vector: Vector | None = None, days: float = 0.0, size: int = 0) -> None:
        self.vector: Vector = {} if vector is None else vector
        self.days = days
        self.size = size

    def likeness(self, other: "Heap", bounds: Bounds) -> float:
        """The mean likeness of what is in them, less what lies between their mean days costs."""
        apart = abs(self.days / self.size - other.days / other.size)
        if apart > bounds.days:
            return -1.0
        return dot(self.vector, other.vector) / (self.size * other.size) - bounds.per_day * apart

    def take(self, other: "Heap", sign: int = 1) -> None:
        """Counts in what the other holds, or out again (-1)."""
        self.size += sign * other.size
        self.days += sign * other.days
        for term, weight in other.vector.items():
            self.vector[term] = self.vector.get(term, 0.0) + sign * weight


def joined(
    nodes: Sequence[Node], linked: Iterable[Link], bounds: Bounds, together: Mapping[str, str] | None = None
) -> list[list[Node]]:
    """The nodes in groups: along the links, the strongest first, two groups are joined that are alike on average.

    Links are walked again as long as something is joined. `together`: nodes with the same value stand together from
    the beginning (copies). Groups and their nodes come in the order of the nodes.
    """
    heaps = [Heap(dict(node.vector), node.day, 1) for node in nodes]
    places = [[place] for place in range(len(nodes))]
    owner = list(range(len(nodes)))

    def join(one: int, other: int) -> None:
        large, small = (one, other) if heaps[one].size >= heaps[other].size else (other, one)
        for place in places[small]:
            owner[place] = large
        places[large] += places[small]
        heaps[large].take(heaps[small])

    firsts: dict[str, int] = {}
    for place, node in enumerate(nodes):
        group = (together or {}).get(node.id, node.id)
        if group in firsts:
            join(owner[firsts[group]], owner[place])
        firsts.setdefault(group, place)
    waiting = list(linked)
    while waiting:
        left: list[Link] = []
        for link in waiting:
            one, other = owner[link.one], owner[link.other]
            if one != other:
                if heaps[one].likeness(heaps[other], bounds) >= bounds.least:
                    join(one, other)
                else:
                    left.append(link)
        if len(left) == len(waiting):
            break
        waiting = left
    groups = sorted(sorted(places[number]) for number in set(owner))
    return [[nodes[place] for place in group] for group in groups]
