"""Finding entities across articles: by an id, by a name, and what an archive tells of one."""

import json
import re
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from marsad.archive.entity_decisions import decisions
from marsad.archive.entity_names import called
from marsad.archive.entity_sight import Sight
from marsad.archive.facts_find import Fact, fact_of, names_one
from marsad.archive.file import said
from marsad.archive.index_changes import shown
from marsad.archive.store import Archive
from marsad.errors import ArchiveError

_SIDE = 50  # ids by which a decision remembers a thing
_NUMBER = re.compile(r"Q\d{1,12}")


class Thing(NamedTuple):
    """What an id leads to: the profiles that are one thing, or (`alone`) one entity of one article."""

    id: str
    profiles: tuple[str, ...]
    alone: str | None = None  # the id of its own of an entity that keeps apart
    certain: tuple[str, ...] = ()

    @property
    def side(self) -> tuple[str, ...]:
        """The ids by which a decision remembers it, the surest first."""
        return (self.alone,) if self.alone else tuple(dict.fromkeys((self.id, *self.certain, *self.profiles)))[:_SIDE]


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity in short, for a list of those that share a name. `apart`: why its articles were not joined."""

    id: str
    label: str
    name: str
    country: str | None
    articles: int
    offices: tuple[str, ...]
    apart: str = ""


@dataclass(frozen=True, slots=True)
class Office:
    """An office as articles have it: in how many, and the dates of publication of the first and the last of them."""

    text: str
    articles: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Place:
    """An article that names an entity: its id and name there, the id that it has alone, what joined it with others."""

    article: str
    id: str
    own: str
    name: str
    headline: str | None
    published: str | None
    source: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class Portrait:
    """All that an archive tells of an entity; `variants` are names with how often they stand in the articles."""

    id: str
    label: str
    name: str
    country: str | None
    ids: tuple[str, ...]
    articles: int
    variants: tuple[tuple[str, int], ...]
    aliases: tuple[str, ...]
    offices: tuple[Office, ...]
    said: int
    about: int
    acted: int
    received: int
    places: tuple[Place, ...]
    quotes: tuple[Fact, ...] = ()  # the newest of each
    quotes_about: tuple[Fact, ...] = ()
    events: tuple[Fact, ...] = ()


def thing(archive: Archive, name: str) -> Thing:
    """What an id leads to: an entity's, that of one of its profiles (its own id at another time), one in an article.

    A Wikidata id may stand alone (Q58217). Raises ArchiveError where there is no such entity.
    """
    wanted = f"wikidata:{name}" if _NUMBER.fullmatch(name) else name
    with said(archive.path):
        found = _thing(archive.connection, wanted)
        there = found is not None and (archive.gate.sight().whole or bool(_rows(archive, found)))
    if found is None or not there:
        raise ArchiveError(
            f"no entity {name[:80]!r} in {archive.path}; marsad entity NAME lists ids", reason="not-found"
        )
    return found


def _thing(connection: sqlite3.Connection, name: str) -> Thing | None:
    rows = connection.execute("SELECT id, certain FROM profiles WHERE entity = ? ORDER BY id", (name,)).fetchall()
    if rows:
        certain = tuple(dict.fromkeys(one for row in rows for one in row[1].split()))
        return Thing(name, tuple(row[0] for row in rows), certain=certain)
    row = connection.execute(
        "SELECT id, entity FROM profiles WHERE id = ?1 UNION ALL SELECT p.id, p.entity FROM profile_keys k "
        "JOIN profiles p ON p.id = k.profile WHERE k.key = 'is:' || ?1 LIMIT 1", (name,),
    ).fetchone()  # fmt: skip
    if row:
        return _thing(connection, row[1]) if row[1] else Thing(row[0], (row[0],))
    row = connection.execute(
        "SELECT p.id, p.entity FROM bearers b JOIN profiles p ON p.id = b.profile WHERE b.own = ?", (name,)
    ).fetchone()
    if row:
        return _thing(connection, row[1]) if row[1] else Thing(name, (row[0],), alone=name)
    return None


def candidates(archive: Archive, name: str) -> list[Candidate]:
    """The entities of a name, in any spelling, those of most articles first; what keeps apart under its reason."""
    with said(archive.path):
        groups: dict[str, list[str]] = defaultdict(list)
        for profile in sorted(called(archive.gate.sight(), name)):
            row = archive.connection.execute("SELECT entity FROM profiles WHERE id = ?", (profile,)).fetchone()
            groups[row[0] or profile].append(profile)
        found = [_candidate(archive, one) for one in groups]
    return sorted((one for one in found if one), key=lambda one: (-one.articles, one.name, one.id))


def candidate(archive: Archive, name: str) -> Candidate | None:
    """What an id of an entity or profile leads to, in short; None where no article tells of it."""
    with said(archive.path):
        return _candidate(archive, name)


def _candidate(archive: Archive, name: str) -> Candidate | None:
    found = _thing(archive.connection, name)
    if not found or not (places := _rows(archive, found)):
        return None
    offices = Counter(row["office"] for row in places if row["office"])
    first = places[0]
    apart = (first["weak"] or first["doubt"] or "apart") if first["apart"] else ""
    return Candidate(
        found.id, first["label"], _usual(row["name"] for row in places), _most(row["country"] for row in places),
        len({row["article"] for row in places}), tuple(text for text, _ in offices.most_common(3)), apart,
    )  # fmt: skip


def portrait(archive: Archive, one: Thing, *, latest: int = 3) -> Portrait:
    """All that the archive tells of an entity; `latest`: so many quotes and events, the newest first."""
    with said(archive.path):
        rows = _rows(archive, one)
        if not rows:
            raise ArchiveError(f"no article tells of {one.id} any more", reason="not-found")
        names: Counter[str] = Counter()
        for row in rows:
            names.update(json.loads(row["names"]))
        places = tuple(Place(*(row[name] for name in _PLACE)) for row in rows)
        plain = Portrait(
            one.id, rows[0]["label"], _usual(row["name"] for row in rows), _most(row["country"] for row in rows),
            _certain(one, rows), len({row["article"] for row in rows}), tuple(names.most_common()),
            tuple(_given(archive, one)), tuple(_offices(rows)), _sum(rows, "said"), _sum(rows, "about"),
            _sum(rows, "acted"), _sum(rows, "received"), places,
        )  # fmt: skip
        return replace(
            plain,
            quotes=tuple(_newest(archive, rows, "said", latest)),
            quotes_about=tuple(_newest(archive, rows, "about", latest)),
            events=tuple(_newest(archive, rows, "acts", latest)),
        )


_PLACE = ("article", "id", "own", "name", "headline", "published", "source", "rule")
_COLUMNS = (
    "b.article, b.id, b.own, b.name, b.names, b.office, b.said, b.about, b.acted, b.received, b.acted + b.received "
    "AS acts, b.profile, p.label, p.country, p.certain, p.rule, p.weak, p.doubt, p.entity IS NULL AS apart, "
    "a.headline, a.published, coalesce(a.source, a.publisher) AS source"
)


def _rows(archive: Archive, one: Thing) -> list[dict[str, Any]]:
    """The entity in each of its articles that they may see, the newest first."""
    connection, sight = archive.connection, archive.gate.sight()
    where, values = ("b.own = ?", [one.alone]) if one.alone else ("b.profile = ?", list(one.profiles))
    found: list[dict[str, Any]] = []
    for value in values:
        cursor = connection.execute(
            f"SELECT {_COLUMNS} FROM bearers b JOIN profiles p ON p.id = b.profile JOIN joined j ON "  # noqa: S608
            f"j.article = b.article JOIN articles a ON a.id = b.article AND a.version = j.version WHERE {where}",
            (value,),
        )
        names = [column[0] for column in cursor.description]
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
        found += rows if sight.whole else [seen for row in rows if (seen := _seen(sight, row))]
    found.sort(key=lambda row: (row["article"], row["id"]))
    return sorted(found, key=lambda row: row["published"] or "", reverse=True)


def _seen(sight: Sight, row: dict[str, Any]) -> dict[str, Any] | None:
    """A row with what is kept back marked in it; None where the entity itself is."""
    article, entity, texts = row["article"], row["id"], (row["headline"], row["source"], row["office"])
    if not sight.bears(article, entity, row["profile"], (row["name"], *json.loads(row["names"]))):
        return None
    if not sight.touches(article, texts):
        return row
    found, record = sight.entity(article, entity), sight.record(article)
    if found is None or record is None:
        return None
    told = record["article"]
    return row | {
        "headline": told.get("headline"), "source": told.get("source") or told.get("publisher"),
        "office": found.get("office"),
    }  # fmt: skip


def _certain(one: Thing, rows: list[dict[str, Any]]) -> tuple[str, ...]:
    """The certain ids that these rows tell of."""
    told = {name for row in rows for name in row["certain"].split()}
    return tuple(name for name in one.certain if name in told)


def _usual(names: Iterable[str]) -> str:
    """The most frequent name; of equally frequent ones the fullest."""
    counted = Counter(names)
    return min(counted, key=lambda name: (-counted[name], -len(name), name))


def _most(values: Iterable[str | None]) -> str | None:
    counted = Counter(value for value in values if value)
    return min(counted, key=lambda value: (-counted[value], value), default=None)


def _sum(rows: list[dict[str, Any]], name: str) -> int:
    return sum(int(row[name]) for row in rows)


def _given(archive: Archive, one: Thing) -> Iterator[str]:
    """The names that people gave it."""
    for each in decisions(archive.connection, holding=True):
        if each.kind == "alias" and each.text and each.profile in one.profiles:
            yield from [each.text] if archive.gate.text(each.text) == each.text else []


def _offices(rows: list[dict[str, Any]]) -> Iterator[Office]:
    """The offices in the order of time."""
    found: dict[str, list[str | None]] = defaultdict(list)
    for row in rows:
        if row["office"]:
            found[row["office"]].append(row["published"])
    dates = {text: sorted(filter(None, those)) for text, those in found.items()}
    for text in sorted(found, key=lambda text: (dates[text][:1], text)):
        yield Office(text, len(found[text]), *((dates[text][0], dates[text][-1]) if dates[text] else (None, None)))


def _newest(archive: Archive, rows: list[dict[str, Any]], role: str, most: int) -> Iterator[Fact]:
    """The newest quotes or events in which the entity has a role."""
    fits = _ROLES[role]
    for row in rows:
        stored = shown(archive, row["article"], with_facts=True) if row[role] and most > 0 else None
        for fact in stored.facts.get("events" if role == "acts" else "quotes", ()) if stored else ():
            if stored and most > 0 and fits(fact, row["id"], stored.facts.get("mentions", ())):
                most -= 1
                yield fact_of(stored, fact)


def _is_about(quote: dict[str, Any], entity: str, mentions: Iterable[dict[str, Any]]) -> bool:
    return quote.get("speaker") != entity and names_one(quote, {entity}, mentions)


def _takes_part(event: dict[str, Any], entity: str) -> bool:
    return any(party["entity"] == entity for party in (*event["actors"], *event["recipients"]))


_ROLES: dict[str, Callable[[dict[str, Any], str, Iterable[dict[str, Any]]], bool]] = {
    "said": lambda quote, entity, _: quote.get("speaker") == entity,
    "about": _is_about,
    "acts": lambda event, entity, _: _takes_part(event, entity),
}
