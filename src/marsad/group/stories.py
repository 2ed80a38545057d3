"""Articles of the same event, grouped in batch; and stories that go on, kept in threads.

Two articles are as like as their vectors (`stories_features.py`), less what each day between them costs. Articles are
joined along their links while two groups are alike on average, so that no chain of lookalikes joins what lies far
apart. The result depends on the set of articles, never on their order. Threads are made of stories in the same way,
with a longer window and no price for days.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from marsad.group.outlets import copy_groups, iso
from marsad.group.stories_features import Profile, Rarity, Vector
from marsad.group.stories_links import Bounds, Node, joined, links

SAME_EVENT = Bounds(least=0.28, per_day=0.05, days=4)
SAME_THREAD = Bounds(least=0.24, per_day=0.0, days=21)
_EARLY = 0.04  # links that much weaker may still be walked: groups can be more alike than their nearest articles
_KEPT = 160  # terms of the middle of a story


@dataclass(frozen=True, slots=True)
class Story:
    """Articles that tell the same event, by day and id.

    `id` is `s-` and the id of its first article: no article is in two stories. `thread` is `t-` and that of the first
    article of its thread; a story that goes nowhere is a thread of its own. `first` and `last` are ISO days, None
    where no article has a date.
    """

    id: str
    articles: tuple[str, ...]
    thread: str
    first: str | None
    last: str | None


def stories(
    profiles: Iterable[Profile], *, copies: Iterable[Iterable[str]] = (), rarity: Rarity | None = None
) -> tuple[Story, ...]:
    """All stories of the articles, those of one article included, in the order of their first articles.

    Arguments:
        profiles: of each article once (`stories_features.profile`), in any order; of an id that comes twice the last.
        copies: groups of article ids that are copies of one another; they stand in one story.
        rarity: what terms weigh; counted from these articles where None.
    """
    known = {one.article: one for one in profiles}
    weights = rarity or Rarity.of(known.values())
    nodes = sorted((Node(one.article, one.day, weights.vector(one)) for one in known.values()), key=_order)
    near = links(nodes, SAME_EVENT._replace(least=SAME_EVENT.least - _EARLY))
    groups = joined(nodes, near, SAME_EVENT, copy_groups(copies))
    threads = _threads(groups)
    return tuple(_story(group, threads) for group in groups)


def _order(node: Node) -> tuple[float, str]:
    return node.day, node.id


def _threads(groups: Sequence[Sequence[Node]]) -> Mapping[str, str]:
    """The first article of the thread of each story, by the first article of the story."""
    middles = sorted((middle(group) for group in groups), key=_order)
    near = links(middles, SAME_THREAD._replace(least=SAME_THREAD.least - _EARLY))
    firsts = {group[0].id: group[0] for group in groups}
    found: dict[str, str] = {}
    for thread in joined(middles, near, SAME_THREAD):
        first = min((firsts[one.id] for one in thread), key=_order)
        found |= {one.id: first.id for one in thread}
    return found


def middle(group: Sequence[Node]) -> Node:
    """The middle of a story, under the id of its first article: the mean of its vectors, of length one."""
    summed: Vector = {}
    for node in group:
        for term, weight in node.vector.items():
            summed[term] = summed.get(term, 0.0) + weight
    length = math.sqrt(sum(weight * weight for weight in summed.values())) or 1.0
    kept = sorted(summed.items(), key=lambda pair: (-pair[1], pair[0]))[:_KEPT]
    vector = {term: weight / length for term, weight in kept}
    return Node(group[0].id, sum(node.day for node in group) / len(group), vector)


def _story(group: Sequence[Node], threads: Mapping[str, str]) -> Story:
    first = group[0].id
    return Story(f"s-{first}", tuple(node.id for node in group), f"t-{threads[first]}", *_days(group))


def _days(group: Sequence[Node]) -> tuple[str | None, str | None]:
    return iso(int(group[0].day)), iso(int(group[-1].day))
