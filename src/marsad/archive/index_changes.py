"""What the index has still to learn from the archive: the articles that the ledger tells of behind a given entry."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any

from marsad.archive import ledger
from marsad.archive.entity_rows import global_ids
from marsad.archive.index_schema import Stored
from marsad.archive.packing import body


def entry_hash(connection: sqlite3.Connection, number: int) -> str | None:
    """The hash of a ledger entry, which says whose archive it is; None where there is no such entry."""
    if not number:
        return ledger.START
    row = connection.execute("SELECT hash FROM ledger WHERE number = ?", (number,)).fetchone()
    return row[0] if row else None


def waiting(connection: sqlite3.Connection, number: int) -> int:
    """How many entries the ledger has behind a number."""
    return int(ledger.head(connection)[0]) - number


def withdrawn(connection: sqlite3.Connection, number: int) -> bool:
    """Whether an article that the index may know has been withdrawn behind a ledger entry."""
    row = connection.execute(
        "SELECT 1 FROM ledger w WHERE w.deed = 'withdraw' AND w.number > ? AND EXISTS "
        "(SELECT 1 FROM ledger a WHERE a.article = w.article AND a.number <= ?) LIMIT 1",
        (number, number),
    ).fetchone()
    return row is not None


def changed(connection: sqlite3.Connection, number: int, limit: int) -> tuple[list[str], int]:
    """The articles of the next entries behind a number, and the number of the last of these entries."""
    rows = connection.execute(
        "SELECT number, article FROM ledger WHERE number > ? ORDER BY number LIMIT ?", (number, limit)
    ).fetchall()
    return list(dict.fromkeys(row[1] for row in rows if row[1])), rows[-1][0] if rows else number


def stored(connection: sqlite3.Connection, articles: Iterable[str]) -> Iterator[Stored]:
    """The last version of each article that is there and not withdrawn."""
    return filter(None, (shown(connection, article, with_facts=True) for article in articles))


def _facts(connection: sqlite3.Connection, article: str, version: int) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for step, fact in connection.execute(
        "SELECT step, data FROM facts WHERE article = ? AND version = ? ORDER BY step, place", (article, version)
    ):
        found.setdefault(step, []).append(json.loads(fact))
    return found


def shown(connection: sqlite3.Connection, article: str, *, with_facts: bool = False) -> Stored | None:
    """The last version of an article; None where it is not there or withdrawn. Facts only `with_facts`."""
    row = connection.execute(
        "SELECT version, url, body FROM articles WHERE id = ? AND withdrawn IS NULL ORDER BY version DESC LIMIT 1",
        (article,),
    ).fetchone()
    if row is None or row[2] is None:
        return None
    facts = _facts(connection, article, row[0]) if with_facts else {}
    ids = global_ids(connection, article, row[0]) if facts.get("entities") else {}
    for entity in facts.get("entities", ()):
        entity["global"] = ids.get(entity["id"], entity.get("global"))
    return Stored(article, body(row[2])["article"], facts, row[1])
