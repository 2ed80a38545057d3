"""Entities across articles as rows: who is named in which article, which profile that is, what was decided about it.

All of it is derived from the records and from what people decided (`entity_decisions.py`), and can be made again. The
rules stand elsewhere (`marsad.group`); whoever knows them writes here what they say (`marsad.joining`).
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from marsad.text.name_words import fold_name

Meeting = Callable[[str, "ProfileRow", Sequence["ProfileRow"]], Iterable["ProfileRow"]]
_MANY = 500  # values of one query


class ProfileRow(NamedTuple):
    """A profile in the order of its columns; see `marsad.group.profiles.Profile`."""

    id: str
    label: str
    name: str
    country: str | None
    office: str
    certain: tuple[str, ...]
    weak: str
    times: int


class Bearer(NamedTuple):
    """An entity of an article: its profile, the id that it has alone, its names, what it says and does there."""

    id: str
    profile: str
    own: str
    name: str
    names: dict[str, int]  # as written in the article, with how often
    office: str | None
    said: int
    about: int
    acted: int
    received: int


class SeatRow(NamedTuple):
    """What was decided about a profile; see `marsad.group.seats.Seat`."""

    entity: str | None
    rule: str
    doubt: str
    rivals: tuple[str, ...]


def enter(connection: sqlite3.Connection, article: str, bearers: Sequence[Bearer]) -> None:
    """Writes the entities of an article's last version, whose profiles are there; those before it are gone."""
    connection.execute("INSERT INTO joined SELECT id, max(version) FROM articles WHERE id = ? GROUP BY id", (article,))
    for one in bearers:
        connection.execute(
            "INSERT INTO bearers VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                article, one.id, one.profile, one.own, one.name, json.dumps(one.names, ensure_ascii=False), one.office,
                one.said, one.about, one.acted, one.received,
            ),
        )  # fmt: skip
        connection.execute("UPDATE profiles SET count = count + 1 WHERE id = ?", (one.profile,))
        _count(connection, one.profile, [one.name, *one.names], 1)


def keep_profile(connection: sqlite3.Connection, one: ProfileRow, keys: Iterable[str]) -> bool:
    """Writes a profile that nobody bears yet, with its keys; whether it is new."""
    new = connection.execute(
        "INSERT INTO profiles VALUES (?, ?, ?, ?, ?, ?, ?, 0, NULL, 'apart', '', '') ON CONFLICT DO NOTHING",
        (one.id, one.label, one.name, one.country, one.office, " ".join(one.certain), one.weak),
    ).rowcount
    if new:
        connection.executemany("INSERT INTO profile_keys VALUES (?, ?)", ((key, one.id) for key in set(keys)))
    return bool(new)


def keep_alias(connection: sqlite3.Connection, one: ProfileRow, keys: Iterable[str]) -> None:
    """Writes a profile that is only a name, which a person has given to a thing."""
    keep_profile(connection, one, keys)
    _count(connection, one.id, [one.name], 1)


def drop_alias(connection: sqlite3.Connection, profile: str, name: str) -> None:
    """Takes away what `keep_alias` wrote; where articles have the profile too, that stays."""
    _count(connection, profile, [name], -1)
    _lost(connection, profile)


def leave(connection: sqlite3.Connection, article: str) -> None:
    """Takes the entities of an article out, with every name that no other article has; inside of a transaction.

    Those that they met are to be decided about again (`unsettled`).
    """
    rows = connection.execute("SELECT profile, name, names FROM bearers WHERE article = ?", (article,)).fetchall()
    connection.execute("DELETE FROM bearers WHERE article = ?", (article,))
    connection.execute("DELETE FROM joined WHERE article = ?", (article,))
    for profile, name, names in rows:
        connection.execute("UPDATE profiles SET count = count - 1 WHERE id = ?", (profile,))
        _count(connection, profile, [name, *json.loads(names)], -1)
    for profile in dict.fromkeys(row[0] for row in rows):
        _lost(connection, profile)


def _count(connection: sqlite3.Connection, profile: str, names: Iterable[str], step: int) -> None:
    """Counts the folded names below each of their words."""
    rows = [(word, name, profile) for name in {fold_name(one) for one in names} for word in set(name.split())]
    if step > 0:
        connection.executemany(
            "INSERT INTO profile_names VALUES (?, ?, ?, 1) ON CONFLICT DO UPDATE SET count = count + 1", rows
        )
        return
    where = "WHERE word = ? AND name = ? AND profile = ?"
    connection.executemany(f"UPDATE profile_names SET count = count - 1 {where}", rows)  # noqa: S608
    connection.executemany(f"DELETE FROM profile_names {where} AND count < 1", rows)  # noqa: S608


def _lost(connection: sqlite3.Connection, profile: str) -> None:
    """A bearer of the profile is gone: what it met is unsettled, and where it was the last one, it goes too."""
    connection.execute(
        "INSERT OR IGNORE INTO unsettled SELECT other.profile FROM profile_keys mine JOIN profile_keys other "
        "ON other.key = mine.key WHERE mine.profile = ? AND mine.key NOT LIKE 'family:%' "
        "UNION SELECT other.id FROM profiles mine JOIN profiles other ON other.entity = mine.entity WHERE mine.id = ?",
        (profile, profile),
    )
    left = "SELECT 1 FROM profiles WHERE id = ?1 AND count > 0 UNION SELECT 1 FROM profile_names WHERE profile = ?1"
    if connection.execute(left, (profile,)).fetchone():
        return
    for table, column in (
        ("profiles", "id"), ("profile_keys", "profile"), ("unsettled", "profile"), ("profile_names", "profile")
    ):  # fmt: skip
        connection.execute(f"DELETE FROM {table} WHERE {column} = ?", (profile,))  # noqa: S608 - the names above


def unsettled(connection: sqlite3.Connection) -> list[str]:
    """The profiles that are to be decided about again since articles have left; the list is empty afterwards."""
    found = [row[0] for row in connection.execute("SELECT profile FROM unsettled")]
    connection.execute("DELETE FROM unsettled")
    return found


def around(
    connection: sqlite3.Connection, profiles: Iterable[str], linked: Mapping[str, Iterable[str]], meeting: Meeting
) -> list[ProfileRow]:
    """The profiles, and all whose decision hangs together with theirs.

    `linked`: which ids people's decisions connect; a profile is called there by its own id, or by a certain one.
    `meeting`: given a key, a profile and all that have the key, those among them that decide about the profile.
    """
    found = {row.id: row for row in rows_of(connection, profiles)}
    waiting = list(found.values())
    blocks: dict[str, list[ProfileRow]] = {}
    while waiting:
        one = waiting.pop()
        others = {other for name in (one.id, *one.certain) for other in linked.get(name, ())}
        near = [*rows_of(connection, others), *rows_of(connection, _having(connection, [f"is:{x}" for x in others]))]
        for key in _below(connection, one.id):
            if key not in blocks:
                blocks[key] = list(rows_of(connection, _having(connection, [key])))
            near += meeting(key, one, blocks[key])
        new = {row.id: row for row in near if row.id not in found}
        found |= new
        waiting += new.values()
    return list(found.values())


def rows_of(connection: sqlite3.Connection, ids: Iterable[str]) -> Iterator[ProfileRow]:
    """The profiles with these ids; what is not there is left out."""
    query = "SELECT id, label, name, country, office, certain, weak, count FROM profiles WHERE id IN"
    for row in rows_in(connection, query, list(ids)):
        told = (*row[:5], tuple(row[5].split()), *row[6:])
        yield ProfileRow._make(told)


def _below(connection: sqlite3.Connection, profile: str) -> list[str]:
    """The keys of a profile, without those below which only people look."""
    rows = connection.execute("SELECT key FROM profile_keys WHERE key NOT LIKE 'family:%' AND profile = ?", (profile,))
    return [row[0] for row in rows]


def _having(connection: sqlite3.Connection, keys: Sequence[str]) -> set[str]:
    return {row[0] for row in rows_in(connection, "SELECT DISTINCT profile FROM profile_keys WHERE key IN", keys)}


def rows_in(connection: sqlite3.Connection, query: str, values: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    """The rows of a query that ends with IN, for any number of values."""
    for start in range(0, len(values), _MANY):
        some = values[start : start + _MANY]
        yield from connection.execute(f"{query} ({','.join('?' * len(some))})", some)


def write_seats(connection: sqlite3.Connection, seats: Mapping[str, SeatRow]) -> None:
    """Writes what was decided; only what is new is written."""
    connection.executemany(
        "UPDATE profiles SET entity = ?1, rule = ?2, doubt = ?3, rivals = ?4 WHERE id = ?5 AND "
        "(entity IS NOT ?1 OR rule != ?2 OR doubt != ?3 OR rivals != ?4)",
        ((seat.entity, seat.rule, seat.doubt, " ".join(seat.rivals), one) for one, seat in seats.items()),
    )


def joined_version(connection: sqlite3.Connection, article: str) -> int | None:
    """The version whose entities are joined; None where they are not."""
    row = connection.execute("SELECT version FROM joined WHERE article = ?", (article,)).fetchone()
    return row[0] if row else None


def waiting(connection: sqlite3.Connection) -> list[str]:
    """The articles whose entities are not joined yet, or of an earlier version, in order."""
    rows = connection.execute(
        "SELECT a.id FROM articles a LEFT JOIN joined j ON j.article = a.id WHERE a.withdrawn IS NULL "
        "GROUP BY a.id HAVING max(a.version) IS NOT j.version ORDER BY a.id"
    )
    return [row[0] for row in rows]


def forget_all(connection: sqlite3.Connection) -> None:
    """Takes away everything that is derived; what people decided stays."""
    for table in ("bearers", "joined", "unsettled", "profile_names", "profile_keys", "profiles"):
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - the names above


def bearers_of(connection: sqlite3.Connection, article: str, version: int) -> dict[str, tuple[str, str]]:
    """The entities of an article, each with profile and archive-wide id; nothing for an earlier version."""
    rows = connection.execute(
        "SELECT b.id, b.profile, coalesce(p.entity, b.own) FROM joined j JOIN bearers b ON b.article = j.article "
        "JOIN profiles p ON p.id = b.profile WHERE j.article = ? AND j.version = ?", (article, version),
    )  # fmt: skip
    return {entity: (profile, name) for entity, profile, name in rows}


def borne_in(connection: sqlite3.Connection, profile: str) -> list[tuple[str, str]]:
    """The entities that are the thing of a profile, each as (article, id in the article)."""
    return connection.execute("SELECT article, id FROM bearers WHERE profile = ?", (profile,)).fetchall()


def own_id(connection: sqlite3.Connection, article: str, entity: str) -> str | None:
    """The id that an entity of an article has alone; None where the article is not joined yet."""
    row = connection.execute("SELECT own FROM bearers WHERE article = ? AND id = ?", (article, entity)).fetchone()
    return row[0] if row else None


def articles_of_own(connection: sqlite3.Connection, ids: Iterable[str]) -> list[str]:
    """The articles of the entities that have one of these ids alone."""
    return sorted({row[0] for row in rows_in(connection, "SELECT article FROM bearers WHERE own IN", list(ids))})
