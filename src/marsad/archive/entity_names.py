"""Which entities of an archive bear a name, and in which articles they stand."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal

from marsad.text.name_words import fold_name, parts
from marsad.text.spellings import SURE, key, same_name

Row = Sequence[str]  # the folded words of a name
Role = Literal["said", "party", "named"]
_ROLES: dict[Role, str] = {
    "said": "b.said > 0",
    "party": "b.acted + b.received > 0",
    "named": "p.label = 'PER'",
}
_MANY = 500  # values of one query


def bearing(connection: sqlite3.Connection, rows: Iterable[Row], *, mainly: bool = False) -> set[str]:
    """The profiles that have a name in which the words of one of the rows stand side by side.

    `mainly`: only where it is the name itself, or was given by a person; not what an article also calls the thing.
    """
    found: set[str] = set()
    for row in rows:
        wanted = f" {' '.join(row)} "
        for profile, name, main in connection.execute(
            "SELECT n.profile, n.name, p.name FROM profile_names n JOIN profiles p ON p.id = n.profile "
            "WHERE n.word = ?",
            (row[-1],),
        ):
            if wanted in f" {name} " and (not mainly or name == fold_name(main)):
                found.add(profile)
    return found


def called(connection: sqlite3.Connection, name: str) -> set[str]:
    """The profiles of this name: in any spelling, or with these words in one of their names."""
    words = fold_name(name).split()
    if not words:
        return set()
    found = bearing(connection, [words])
    keys = [f"{kind}:{label}:{key(name)}" for kind in ("name", "family") for label in ("PER", "ORG", "LOC")]
    for profile, other in _in(
        connection,
        "SELECT p.id, p.name FROM profile_keys k JOIN profiles p ON p.id = k.profile WHERE k.key IN",
        keys,
    ):
        match = same_name(name, other)
        if match and match.strength >= SURE:
            found.add(profile)
    return found


def namesakes(connection: sqlite3.Connection, name: str, label: str) -> list[str]:
    """The profiles of one kind that have this name, or whose last word it is where it is one word: in any spelling."""
    brief = len(parts(name).words) == 1
    found = []
    for profile, other in _in(
        connection,
        "SELECT p.id, p.name FROM profile_keys k JOIN profiles p ON p.id = k.profile WHERE k.key IN",
        [f"{kind}:{label}:{key(name)}" for kind in (("name", "family") if brief else ("name",))],
    ):
        last = parts(other).words[-1:] or (other,)
        match = same_name(name, last[0] if brief and label == "PER" else other)
        if match and match.strength >= SURE:
            found.append(profile)
    return sorted(set(found))


def things(connection: sqlite3.Connection, rows: Iterable[Row]) -> frozenset[str]:
    """The ids of the joined entities that bear one of the names: where they go by another name it is them, too."""
    profiles = bearing(connection, rows, mainly=True)
    query = "SELECT DISTINCT entity FROM profiles WHERE entity IS NOT NULL AND id IN"
    return frozenset(row[0] for row in _in(connection, query, list(profiles)))


def articles(connection: sqlite3.Connection, ids: Iterable[str], role: Role) -> tuple[str, ...]:
    """The articles in which one of the entities has the role, in order."""
    bearers = "SELECT DISTINCT b.article FROM profiles p JOIN bearers b ON b.profile = p.id WHERE"
    query = f"{bearers} {_ROLES[role]} AND p.entity IN"
    return tuple(sorted({row[0] for row in _in(connection, query, list(ids))}))


def _in(connection: sqlite3.Connection, query: str, values: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    for start in range(0, len(values), _MANY):
        some = values[start : start + _MANY]
        yield from connection.execute(f"{query} ({','.join('?' * len(some))})", some)
