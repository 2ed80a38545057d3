"""Events of different articles that are the same happening: forty copies of a report are one event.

Two events may be one where their types are equal, their parties agree in their roles, their days can be the same and
no place contradicts; the more of that is known and the more words the sentences share, the surer. What may be one is
joined, the surest first, where nothing in the two groups contradicts: two events of one article are never one (the
annotator has joined those that are). The result depends on the set of records, never on their order.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from marsad.group.happenings import Act, acts, likeness
from marsad.group.outlets import by_day, copy_groups, iso, outlet
from marsad.group.sets import usual
from marsad.kinds import EventType, Modality
from marsad.records import Record

SURE = 0.6  # likeness from which two events are one happening; see the decision about stories
_NEAR = 40  # events of a party and type that an event is compared with, those that begin next
_LOOKED_AT = 6  # events of each group that are compared before two groups are joined
Place = tuple[str, str]  # article id, entity id


@dataclass(frozen=True, slots=True)
class Telling:
    """An event of an article that tells an occurrence."""

    article: str
    event: str
    outlet: str
    day: str | None  # ISO day of publication


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A happening, by whom it is told, the first article first.

    `id` is `o-` with article and event of the first telling. `actors`, `recipients`, `place`: the names that most
    tellings give. `earliest`, `latest`: the ISO days between which it happened, by all that its tellings
    say. `outlets`: how many tell it (an article of an unknown outlet counts as one). `reports`: how many tellings are
    no copies of one another. `background`: told as background only.
    """

    id: str
    type: EventType
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None
    earliest: str | None
    latest: str | None
    modality: Modality
    background: bool
    tellings: tuple[Telling, ...]
    outlets: int
    reports: int


def occurrences(
    records: Iterable[Record], *, copies: Iterable[Iterable[str]] = (), ids: Mapping[Place, str] | None = None
) -> tuple[Occurrence, ...]:
    """All happenings that the records tell, by first day and id; an event that nobody else tells is one too.

    Arguments:
        records: with events; one without (`events` is None) tells nothing.
        copies: groups of article ids that are copies of one another; they count as one report.
        ids: for (article, entity) the id of the entity in all articles (`entities.same_across`); without it the
            ids that stand in the records, and names.
    """
    known = sorted(records, key=by_day)
    outlets = {record.article.id: outlet(record) for record in known}
    told = [act for record in sorted(known, key=lambda one: one.article.id) for act in acts(record, ids or {})]
    order = {record.article.id: place for place, record in enumerate(known)}
    groups = copy_groups(copies)
    found = (_occurrence(group, order, outlets, groups) for group in _joined(told))
    return tuple(sorted(found, key=lambda one: (one.earliest or "", one.id)))


class _Group:
    """Acts that are joined."""

    __slots__ = ("acts", "articles", "places")

    def __init__(self, place: int, act: Act) -> None:
        self.places = [place]
        self.acts = [act]
        self.articles = {act.article}

    def takes(self, other: "_Group") -> bool:
        """Takes the other's acts unless something contradicts; whether it did."""
        if self.articles & other.articles or not _one_day(self.acts + other.acts):
            return False
        pairs = ((one, two) for one in self.acts[:_LOOKED_AT] for two in other.acts[:_LOOKED_AT])
        if any(likeness(one, two) == 0 for one, two in pairs):
            return False
        self.places += other.places
        self.acts += other.acts
        self.articles |= other.articles
        return True


def _one_day(those: Sequence[Act]) -> bool:
    """Whether there is a day on which all may have happened, give or take one."""
    spans = [act.span for act in those if act.span]
    return not spans or max(span[0] for span in spans) <= min(span[1] for span in spans) + 1


def _joined(told: Sequence[Act]) -> list[list[Act]]:
    groups = [_Group(place, act) for place, act in enumerate(told)]
    pairs = sorted((-score, one, other) for one, other, score in _pairs(told) if score >= SURE)
    for _, one, other in pairs:
        first, second = groups[one], groups[other]
        if first is not second and first.takes(second):
            for place in second.places:
                groups[place] = first
    return [group.acts for group in {id(group): group for group in groups}.values()]


def _pairs(told: Sequence[Act]) -> Iterator[tuple[int, int, float]]:
    """Acts of one type with a party or place in common, each pair once, those that lie far apart in time left out."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, act in enumerate(told):
        for key in act.found_by():
            blocks[act.type, key].append(place)
    seen: set[tuple[int, int]] = set()
    for block in blocks.values():
        block.sort(key=lambda place: (told[place].begins, told[place].article, told[place].event))
        for number, one in enumerate(block):
            for other in block[number + 1 : number + 1 + _NEAR]:
                if told[other].begins > told[one].ends + 1:
                    break
                pair = (min(one, other), max(one, other))
                if pair not in seen:
                    seen.add(pair)
                    yield *pair, likeness(told[one], told[other])


def _occurrence(
    group: Sequence[Act], order: Mapping[str, int], outlets: Mapping[str, str], copies: Mapping[str, str]
) -> Occurrence:
    those = sorted(group, key=lambda act: (order[act.article], act.event))
    spans = [act.span for act in those if act.span]
    begins, ends = sorted((max(s[0] for s in spans), min(s[1] for s in spans))) if spans else (None, None)
    tellings = tuple(Telling(act.article, act.event, outlets[act.article], iso(act.day)) for act in those)
    actual = [act.modality for act in those if act.modality == "actual"]
    return Occurrence(
        id=f"o-{those[0].article}/{those[0].event}",
        type=those[0].type,
        actors=_names(act.actors for act in those),
        recipients=_names(act.recipients for act in those),
        place=_most(act.place for act in those if act.place),
        earliest=iso(begins),
        latest=iso(ends),
        modality=actual[0] if actual else those[0].modality,
        background=all(act.background for act in those),
        tellings=tellings,
        outlets=len({one.outlet or one.article for one in tellings}),
        reports=len({copies.get(one.article, one.article) for one in tellings}),
    )


def _names(told: Iterable[Sequence[tuple[str, frozenset[str]]]]) -> tuple[str, ...]:
    """The name of each party that most tellings use; what shares a key is one party."""
    parties: list[tuple[set[str], list[str]]] = []
    for name, keys in chain.from_iterable(told):
        known, names = next((party for party in parties if party[0] & keys), (set(), []))
        if not names:
            parties.append((known, names))
        known |= keys
        names.append(name)
    return tuple(filter(None, (_most(names) for _, names in parties)))


def _most(names: Iterable[str]) -> str | None:
    counted = Counter(names)
    return usual(counted) if counted else None
