"""What people decided about entities: kept as data, applied again whenever entities are joined, undone at will.

A decision names things by their ids, not by names, and so does its entry in the ledger; only another name that somebody
gave to a thing (`alias`) is words. Those are forgotten when the last article about the thing is withdrawn.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from marsad.archive import ledger
from marsad.archive.entity_rows import drop_alias
from marsad.archive.ledger import Intake
from marsad.archive.packing import hashed

Kind = Literal["merge", "apart", "split", "alias"]


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision: merge and apart have two sides (`one`, `other`), each all ids of a thing; alias has one and a text.

    split: the entity of an article that has the mention there (`article`, `start`, `end`), and the id (`one`) that it
    has alone. `undone`: when; None where it holds.
    """

    number: int
    at: str
    by: str
    kind: Kind
    one: tuple[str, ...]
    other: tuple[str, ...] = ()
    article: str | None = None
    start: int | None = None
    end: int | None = None
    label: str | None = None
    text: str | None = None  # None where it has been forgotten
    profile: str | None = None  # the name of an alias as a profile
    undone: str | None = None


def decisions(connection: sqlite3.Connection, *, holding: bool = False) -> list[Decision]:
    """All decisions, the oldest first; `holding`: without those that were undone."""
    rows = connection.execute("SELECT number, at, by, kind, data, undone FROM entity_decisions ORDER BY number")
    found = [_decision(row) for row in rows]
    return [one for one in found if one.undone is None or not holding]


def decide(connection: sqlite3.Connection, kind: Kind, what: dict[str, Any], who: Intake) -> Decision:
    """Keeps a decision, and tells the ledger, inside of a transaction; `what` are fields of `Decision`."""
    number = connection.execute("SELECT coalesce(max(number), 0) + 1 FROM entity_decisions").fetchone()[0]
    data = json.dumps(what, ensure_ascii=False)
    connection.execute(
        "INSERT INTO entity_decisions VALUES (?, ?, ?, ?, ?, NULL)", (number, who.at, who.by, kind, data)
    )
    told = {name: value for name, value in what.items() if name != "text"}
    if "text" in what:
        told["sha256"] = hashed(what["text"].encode())
    ledger.write(connection, who.at, f"entity-{kind}", None, who.told() | {"decision": number} | told)
    return _decision((number, who.at, who.by, kind, data, None))


def undo(connection: sqlite3.Connection, one: Decision, who: Intake) -> None:
    """Notes that a decision holds no longer, and tells the ledger, inside of a transaction."""
    connection.execute("UPDATE entity_decisions SET undone = ? WHERE number = ?", (who.at, one.number))
    ledger.write(connection, who.at, "entity-undo", None, who.told() | {"decision": one.number})


def forget_names(connection: sqlite3.Connection) -> None:
    """Forgets the names that were given to things of which no article tells any more."""
    for one in decisions(connection):
        if one.kind == "alias" and one.text is not None and not _lives(connection, one.one):
            if one.profile and one.undone is None:
                drop_alias(connection, one.profile, one.text)
            data = json.loads(
                connection.execute("SELECT data FROM entity_decisions WHERE number = ?", (one.number,)).fetchone()[0]
            )
            connection.execute(
                "UPDATE entity_decisions SET data = ? WHERE number = ?",
                (json.dumps(data | {"text": None}), one.number),
            )


def linked(found: Iterable[Decision]) -> dict[str, set[str]]:
    """Which ids decisions connect: what is decided about one may depend on the other."""
    pairs: dict[str, set[str]] = {}
    for one in found:
        for left, right in _pairs(one):
            pairs.setdefault(left, set()).add(right)
            pairs.setdefault(right, set()).add(left)
    return pairs


def pinned(found: Iterable[Decision]) -> frozenset[str]:
    """The ids that are decided about by themselves: of single entities of articles among them."""
    return frozenset(name for one in found if one.kind != "alias" for name in (*one.one, *one.other))


def _pairs(one: Decision) -> Iterator[tuple[str, str]]:
    others = (one.profile,) if one.kind == "alias" else one.other
    yield from ((left, right) for left in one.one for right in others if right)


def _lives(connection: sqlite3.Connection, ids: Iterable[str]) -> bool:
    query = (
        "SELECT 1 FROM profiles WHERE id = ?1 AND count > 0 UNION ALL SELECT 1 FROM profile_keys k JOIN profiles p "
        "ON p.id = k.profile WHERE k.key = 'is:' || ?1 AND p.count > 0 LIMIT 1"
    )
    return any(connection.execute(query, (name,)).fetchone() for name in ids)


def _decision(row: tuple[Any, ...]) -> Decision:
    number, at, by, kind, data, undone = row
    what = json.loads(data)
    one, other = (tuple(what.pop(name, ())) for name in ("one", "other"))
    return Decision(number, at, by, kind, one, other, undone=undone, **what)
