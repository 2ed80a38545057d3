"""Read also (اقرأ أيضاً): the articles that tell a reader of this one most, each with the reason.

Another side of the same story, what came before in its thread, others about the same people; never a copy of the
article itself, and no two copies of one another.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from marsad.group.outlets import copy_groups, iso
from marsad.group.stories import Story
from marsad.group.stories_features import NAMES, Profile, Rarity, Vector, dot, named

Reason = Literal["same-story", "before", "same-actors"]
_EACH: Mapping[Reason, int] = {"same-story": 2, "before": 2, "same-actors": 2}  # of the best of each reason come first
_COPY = 0.85  # likeness of articles that say the same, whether or not they are known as copies
_LEAST = 0.08  # likeness of articles that name the same people
_ACTORS = 2  # names in common
_CROWD = 0.01  # share of all articles that may name somebody who is a reason; who is everywhere joins nothing
_FEW = 60  # articles; so many may always name somebody
_REMEMBERED = 5000  # vectors
_CANDIDATES = 40  # of each kind that are compared in full


@dataclass(frozen=True, slots=True)
class Related:
    """An article to read also, and why.

    `shared`: who and what is named in headline and lead of both, as `stories_features.thing` gives it, the rarest
    first; what every hundredth article names is left out.
    """

    article: str
    reason: Reason
    likeness: float
    day: str | None
    shared: tuple[str, ...]


class Shelf:
    """All articles, ready to be asked what else to read."""

    def __init__(
        self, profiles: Iterable[Profile], stories: Iterable[Story], copies: Iterable[Iterable[str]] = ()
    ) -> None:
        """Arguments as `stories.stories` takes and gives them."""
        self._profiles = {one.article: one for one in profiles}
        self._rarity = Rarity.of(self._profiles.values())
        self._vectors: dict[str, Vector] = {}
        self._copies = copy_groups(copies)
        self._story: dict[str, Story] = {}
        self._threads: dict[str, list[str]] = defaultdict(list)
        for story in stories:
            for article in story.articles:
                self._story[article] = story
                self._threads[story.thread].append(article)
        self._named: dict[str, list[str]] = defaultdict(list)
        for one in sorted(self._profiles.values(), key=lambda one: (one.day, one.article)):
            for name in named(one.terms):
                self._named[name].append(one.article)

    def related(self, article: str, limit: int = 5) -> tuple[Related, ...]:
        """The best articles to read also, at most `limit`; () for an article that is not on the shelf."""
        if article not in self._profiles or limit < 1:
            return ()
        here = self._profiles[article]
        vector = self._vector(article)
        found: dict[Reason, list[Related]] = {"same-story": [], "before": [], "same-actors": []}
        for one in self._candidates(here):
            related = self._judged(here, vector, self._profiles[one])
            if related:
                found[related.reason].append(related)
        for those in found.values():
            those.sort(key=lambda one: (-one.likeness, one.article))
        return tuple(self._without_copies(article, _dealt(found))[:limit])

    def _candidates(self, here: Profile) -> set[str]:
        """Articles of the thread, the nearest in time, and those that share the rarest names; no copy of this one."""
        story = self._story.get(here.article)
        thread = [one for one in self._threads[story.thread] if one in self._profiles] if story else []
        found = set(story.articles[:_CANDIDATES]) & self._profiles.keys() if story else set()
        found.update(sorted(thread, key=lambda one: (self._apart(here, one), one))[:_CANDIDATES])
        weights: dict[str, float] = defaultdict(float)
        for name in self._telling(here):
            for one in self._named[name]:
                weights[one] += self._rarity.weight(NAMES + name)
        found.update(sorted(weights, key=lambda one: (-weights[one], self._apart(here, one), one))[:_CANDIDATES])
        group = self._copies.get(here.article, here.article)
        return {one for one in found if self._copies.get(one, one) != group}

    def _apart(self, here: Profile, one: str) -> int:
        return abs(self._profiles[one].day - here.day)

    def _telling(self, here: Profile) -> list[str]:
        """The names of an article that not everybody names."""
        most = max(_FEW, _CROWD * len(self._profiles))
        return [name for name in named(here.terms) if len(self._named[name]) <= most]

    def _vector(self, article: str) -> Vector:
        if article not in self._vectors:
            if len(self._vectors) >= _REMEMBERED:
                self._vectors.clear()
            self._vectors[article] = self._rarity.vector(self._profiles[article])
        return self._vectors[article]

    def _judged(self, here: Profile, vector: Vector, other: Profile) -> Related | None:
        like = dot(vector, self._vector(other.article))
        if like >= _COPY:
            return None
        both = set(self._telling(here)) & set(named(other.terms))
        shared = sorted(both, key=lambda name: (-self._rarity.weight(NAMES + name), name))
        reason = self._reason(here, other)
        if reason == "same-actors" and (len(shared) < _ACTORS or like < _LEAST):
            return None
        return Related(other.article, reason, round(like, 3), iso(other.day), tuple(shared))

    def _reason(self, here: Profile, other: Profile) -> Reason:
        mine, its = self._story.get(here.article), self._story.get(other.article)
        if mine and its and mine.id == its.id:
            return "same-story"
        if mine and its and mine.thread == its.thread and other.day <= here.day:
            return "before"
        return "same-actors"

    def _without_copies(self, article: str, those: Iterable[Related]) -> list[Related]:
        """Of articles that are copies, or as good as copies, of one another the first."""
        seen = {self._copies.get(article, article)}
        kept: list[tuple[Related, Vector]] = []
        for one in those:
            group = self._copies.get(one.article, one.article)
            vector = self._vector(one.article)
            if group not in seen and all(dot(vector, other) < _COPY for _, other in kept):
                seen.add(group)
                kept.append((one, vector))
        return [one for one, _ in kept]


def _dealt(found: Mapping[Reason, Sequence[Related]]) -> Iterator[Related]:
    """The best of each reason first, then the rest by likeness."""
    for reason, those in found.items():
        yield from those[: _EACH[reason]]
    rest = [one for reason, those in found.items() for one in those[_EACH[reason] :]]
    yield from sorted(rest, key=lambda one: (-one.likeness, one.article))
