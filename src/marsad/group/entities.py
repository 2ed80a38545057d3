"""One id for one thing in all articles.

What is certain comes first: a Wikidata id, a GeoNames id, the id that a list gives (`known`), the government of a
country. The rest is joined by its full name under any spelling and by its country, and by office where the name is
brief (`seats.py`). The result depends on the set of records, never on their order. What may be one thing and was not
joined is reported (`Doubt`).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from marsad.group.profiles import Known, Profile, number, profile
from marsad.group.seats import seats
from marsad.records import Record
from marsad.text.name_words import fold_name

Place = tuple[str, str]  # article id, entity id


class Doubt(NamedTuple):
    """Entities that may be one thing and were kept apart, and why."""

    name: str
    reason: str
    places: tuple[Place, ...]


class Joined(NamedTuple):
    """The id of every entity, and what a person should look at."""

    ids: dict[Place, str]
    doubts: tuple[Doubt, ...]


def same_across(records: Iterable[Record], *, known: Known | None = None) -> dict[Place, str]:
    """The id of every entity of the records: the same id for the same thing. See `join`."""
    return join(records, known=known).ids


def join(records: Iterable[Record], *, known: Known | None = None) -> Joined:
    """Joins the entities of many records; time and memory grow with their number, not with its square."""
    profiles: dict[str, Profile] = {}
    places: dict[str, list[Place]] = defaultdict(list)
    own: dict[Place, str] = {}
    for record in records:
        told = [profile(entity, known) for entity in record.entities or ()]
        for entity, one, alone in zip(record.entities or (), told, alone_ids(record.article.id, told), strict=True):
            places[one.id].append((record.article.id, entity.id))
            own[record.article.id, entity.id] = alone
            profiles[one.id] = one
    found = seats(one._replace(times=len(places[one.id])) for one in profiles.values())
    ids = {place: found[name].entity or own[place] for name, those in places.items() for place in those}
    doubts = []
    for name, seat in found.items():
        those = tuple(sorted(place for other in (name, *seat.rivals) for place in places[other]))
        if seat.doubt and len(those) > 1:
            doubts.append(Doubt(fold_name(profiles[name].name), seat.doubt, those))
    return Joined(dict(sorted(ids.items())), tuple(sorted(doubts)))


def alone_ids(article: str, told: Iterable[Profile]) -> list[str]:
    """The ids that the entities of an article have for themselves, where they are not joined with those of others."""
    before: Counter[str] = Counter()
    ids = []
    for one in told:
        before[one.id] += 1
        ids.append(number(one.label, one.id, article, str(before[one.id])))
    return ids
