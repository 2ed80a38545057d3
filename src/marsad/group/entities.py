"""One id for one thing in all articles.

What is certain comes first: a Wikidata id, a GeoNames id, the id that a list gives (`known`), the government of a
country. The rest is joined by its full name under any spelling and by its country: names alone join where they are
not so common that two bearers are likely; a bare surname joins nothing. The result depends on the set of records,
never on their order. What may be one thing and was not joined is reported (`Doubt`).
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from marsad.records import Entity, Record
from marsad.text.name_words import FIXED, bare, fold_name, parts
from marsad.text.spellings import SURE, key, same_name

Place = tuple[str, str]  # article id, entity id
Known = Callable[[Entity], str | None]  # the certain id of an entity, where a list has one

_MOST_NAMES = 60  # distinct names of one blocking key that are compared with one another; of more only equal ones join
_COMMON = 2  # words of a name that may be borne by many: محمد علي


class Doubt(NamedTuple):
    """Entities that may be one thing and were kept apart, and why."""

    name: str
    reason: str
    places: tuple[Place, ...]


class Joined(NamedTuple):
    """The id of every entity, and what a person should look at."""

    ids: dict[Place, str]
    doubts: tuple[Doubt, ...]


class _One(NamedTuple):
    """An entity of an article."""

    place: Place
    entity: Entity

    @property
    def name(self) -> str:
        return fold_name(self.entity.name)


def same_across(records: Iterable[Record], *, known: Known | None = None) -> dict[Place, str]:
    """The id of every entity of the records: the same id for the same thing. See `join`."""
    return join(records, known=known).ids


def join(records: Iterable[Record], *, known: Known | None = None) -> Joined:
    """Joins the entities of many records; time and memory grow with their number, not with its square."""
    ones = sorted(_entities(records), key=lambda one: one.place)
    ids = _certain(ones, known)
    blocks: dict[tuple[str, str], list[_One]] = defaultdict(list)
    for one in ones:
        if one.place not in ids:
            blocks[one.entity.label, key(one.entity.name)].append(one)
    doubts: list[Doubt] = []
    for _, block in sorted(blocks.items()):
        for those in _same_names(block):
            _by_country(those, ids, doubts)
    return Joined(dict(sorted(ids.items())), tuple(doubts))


def _entities(records: Iterable[Record]) -> Iterator[_One]:
    for record in records:
        for entity in record.entities or ():
            yield _One((record.article.id, entity.id), entity)


def _certain(ones: Sequence[_One], known: Known | None) -> dict[Place, str]:
    """The ids of what is certain: a list's id, else a Wikidata id, else a GeoNames id.

    Where entities have several, the weaker id stands for the stronger one that it mostly goes with; two ids of one
    kind are never made one, so that a wrong record joins nothing but itself.
    """
    strong = {one.place: _strong(one.entity, known) for one in ones}
    together: dict[str, Counter[str]] = defaultdict(Counter)
    for names in strong.values():
        for number, weaker in enumerate(names[1:], 1):
            together[weaker].update(names[:number])
    better = {weaker: min(found, key=lambda name: (-found[name], name)) for weaker, found in together.items()}
    ids: dict[Place, str] = {}
    for place, names in strong.items():
        if names:
            once = better.get(names[0], names[0])
            ids[place] = better.get(once, once)
    return ids


def _strong(entity: Entity, known: Known | None) -> list[str]:
    if entity.stands_for:
        return [f"gov:{entity.country}"] if entity.country else []
    found = [known(entity) if known else None, f"wikidata:{entity.wikidata}" if entity.wikidata else None]
    place = entity.location
    if place and place.geonames and place.confidence >= SURE:
        found.append(f"geonames:{place.geonames}")
    return [name for name in found if name]


def _closure(groups: Iterable[Sequence[str]]) -> dict[str, str]:
    """The smallest of all names that are linked, for each name."""
    parent: dict[str, str] = {}

    def root(name: str) -> str:
        while parent.setdefault(name, name) != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    for names in groups:
        for one, other in pairwise(names):
            low, high = sorted((root(one), root(other)))
            parent[high] = low
        if names:
            root(names[0])
    return {name: root(name) for name in list(parent)}


def _same_names(block: Sequence[_One]) -> list[list[_One]]:
    """The entities of a block by name, under any spelling."""
    by_name: dict[str, list[_One]] = defaultdict(list)
    for one in block:
        by_name[one.name].append(one)
    names = sorted(by_name)
    groups: list[list[str]] = [[name] for name in names]
    if len(names) <= _MOST_NAMES:
        pairs = ((a, b) for place, a in enumerate(names) for b in names[place + 1 :])
        groups += [[a, b] for a, b in pairs if _alike(by_name[a][0], by_name[b][0])]
    best = _closure(groups)
    found: dict[str, list[_One]] = defaultdict(list)
    for name in names:
        found[best[name]] += by_name[name]
    return [found[name] for name in sorted(found)]


def _alike(one: _One, other: _One) -> bool:
    match = same_name(one.entity.name, other.entity.name)
    return match is not None and match.strength >= SURE


def _by_country(those: Sequence[_One], ids: dict[Place, str], doubts: list[Doubt]) -> None:
    """Gives ids to the bearers of one name: one per country; without a country only where the name says enough."""
    name = min(one.name for one in those)
    label = those[0].entity.label
    countries = sorted({one.entity.country for one in those if one.entity.country})
    bare_name = _says_little(those[0].entity)
    apart: list[Place] = []
    for one in those:
        country = one.entity.country
        if bare_name == "surname" or (bare_name and country is None) or (len(countries) > 1 and country is None):
            ids[one.place] = _number(label, name, *one.place)
            apart.append(one.place)
        else:
            ids[one.place] = (
                _number(label, name, country or "") if bare_name or len(countries) > 1 else _number(label, name)
            )
    if apart and len(those) > 1:
        reason = bare_name or "several countries"
        doubts.append(Doubt(name, reason, tuple(one.place for one in those)))


def _says_little(entity: Entity) -> str:
    """Why a name is not enough to know its bearer: a surname alone, a common name; "" where it is."""
    words = parts(entity.name).words
    if entity.label == "PER" and len(words) == 1:
        return "surname"
    if entity.label == "PER" and len(words) == _COMMON and all(bare(word) in FIXED for word in words):
        return "common name"
    return "one word" if entity.label == "ORG" and len(words) == 1 else ""


def _number(label: str, *what: str) -> str:
    digest = hashlib.sha256("\x1f".join((label, *what)).encode()).hexdigest()
    return f"{label.lower()}:{digest[:16]}"
