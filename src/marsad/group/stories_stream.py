"""Articles grouped as they arrive: each goes to the story that it is most like, or begins one.

What an article costs does not grow with the archive: only the stories of the days around it are looked at, and of
those only the ones that share its rare terms. Everything that is known are plain values: `Member` rows of the last
days, and how many articles have each term. Stories that are made so depend on the order of arrival; `stories` makes
them anew from all articles, and should do so from time to time.
"""

from collections import OrderedDict, defaultdict
from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple

from marsad.group.stories import SAME_EVENT
from marsad.group.stories_features import Profile, Rarity, Vector, named
from marsad.group.stories_links import CANDIDATES, FEATURES, Heap

_DAYS = 30  # days of publication that are kept; the one that had no article for the longest time goes first
_CROWD = 200  # articles of a day that share a term; one more finds none by it
_WHY = 5  # shared terms that are given as the reason


class Member(NamedTuple):
    """An article in its story, as a row: `vector` as it was weighed on arrival."""

    article: str
    story: str
    day: int
    vector: Vector


class Placed(NamedTuple):
    """Where an article has gone: its row, how like the story it is (0 where it begins one), what they share."""

    member: Member
    score: float
    shared: tuple[str, ...]

    @property
    def is_new(self) -> bool:
        """Whether the article begins a story."""
        return self.score == 0


class _Day:
    """The articles of a day, and which of them have a term among their heaviest."""

    def __init__(self) -> None:
        self.members: dict[str, Member] = {}
        self.posted: dict[str, list[str]] = defaultdict(list)


class Arrivals:
    """The stories of the last days, ready for the next article.

    >>> arrivals = Arrivals()
    >>> arrivals.add(Profile("a", 735633, {"^انفجار": 1.0, "انفجار": 1.0})).member.story
    's-a'
    """

    def __init__(self, members: Iterable[Member] = (), rarity: Rarity | None = None) -> None:
        """Goes on from rows that were kept, in the order in which they were given."""
        self.rarity = rarity or Rarity()
        self._stories: dict[str, Heap] = defaultdict(Heap)
        self._days: OrderedDict[int, _Day] = OrderedDict()
        for one in members:
            self._keep(one)

    def add(self, one: Profile, *, copy_of: str | None = None) -> Placed:
        """Places an article. One that is known already stays where it is.

        `copy_of`: the story of an article that this one copies, which it then joins whatever it says.
        """
        known = self._days.get(one.day)
        if known and one.article in known.members:
            return Placed(known.members[one.article], 1.0, ())
        self.rarity.add(one)
        vector = self.rarity.vector(one)
        score, story = (1.0, copy_of) if copy_of else self._best(vector, one.day)
        shared = self._shared(vector, story) if story else ()
        member = Member(one.article, story or f"s-{one.article}", one.day, vector)
        self._keep(member)
        return Placed(member, score if story else 0.0, shared)

    def rows(self) -> list[Member]:
        """What has to be kept to go on later, besides `rarity`; in the order that the next `Arrivals` takes."""
        return [member for kept in self._days.values() for member in kept.members.values()]

    def _best(self, vector: Vector, day: int) -> tuple[float, str | None]:
        near = {self._days[when].members[article].story for when, article in self._near(vector, day)}
        alone = Heap(vector, day, 1)
        scored = ((alone.likeness(self._stories[story], SAME_EVENT), story) for story in near)
        score, story = min(((-score, story) for score, story in scored), default=(0.0, ""))
        return (-score, story) if -score >= SAME_EVENT.least else (0.0, None)

    def _near(self, vector: Vector, day: int) -> list[tuple[int, str]]:
        """The articles of the days around that share the heaviest terms."""
        found: dict[tuple[int, str], float] = defaultdict(float)
        reach = int(SAME_EVENT.days)
        for when in range(day - reach, day + reach + 1):
            kept = self._days.get(when)
            for term, weight in islice(vector.items(), FEATURES) if kept else ():
                posts = kept.posted.get(term, ()) if kept else ()
                if len(posts) <= _CROWD:
                    for article in posts:
                        found[when, article] += weight
        return sorted(found, key=lambda place: (-found[place], place))[:CANDIDATES]

    def _shared(self, vector: Vector, story: str) -> tuple[str, ...]:
        """The terms that say most for the story, each once, names as `named` gives them."""
        other = self._stories[story].vector
        terms = sorted(vector.keys() & other.keys(), key=lambda term: (-vector[term] * other[term], term))
        plain = (next(named((term,)), term.lstrip("^")) for term in terms)
        return tuple(islice(dict.fromkeys(plain), _WHY))

    def _keep(self, one: Member) -> None:
        kept = self._days.setdefault(one.day, _Day())
        self._days.move_to_end(one.day)
        kept.members[one.article] = one
        for term in islice(one.vector, FEATURES):
            kept.posted[term].append(one.article)
        self._stories[one.story].take(Heap(one.vector, one.day, 1))
        while len(self._days) > _DAYS:
            _, gone = self._days.popitem(last=False)
            for member in gone.members.values():
                self._leave(member)

    def _leave(self, one: Member) -> None:
        story = self._stories[one.story]
        story.take(Heap(one.vector, one.day, 1), -1)
        if not story.size:
            del self._stories[one.story]
