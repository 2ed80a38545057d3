"""The ledger: what came in when, from where, by whom and how, each entry bound to the one before it by its hash.

An entry says what the Berkeley Protocol on Digital Open Source Investigations (2022, chapter VI.C) asks of an intake
record: who collected it, when in UTC, where from, how and with which version, and the hash of what was collected.
The hash of an entry is the SHA-256 of the hash before it and of its own content as canonical JSON, so that whoever
knows the last hash (the head) can tell whether anything before it was changed.
"""

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from marsad.archive.packing import storable

START = "0" * 64  # what the first entry is bound to


@dataclass(frozen=True, slots=True)
class Intake:
    """Who adds, how and when: the same for all pages of one run. `at` is ISO 8601 in UTC."""

    at: str
    by: str
    how: str
    program: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One deed: add, version, withdraw, forget (a refused page), or a decision about an entity (entity-merge, …)."""

    number: int
    at: str
    deed: str
    article: str | None
    version: int | None
    data: dict[str, Any]
    previous: str
    hash: str

    def expected(self) -> str:
        """The hash that its content has."""
        content = [self.number, self.at, self.deed, self.article, self.version, self.data]
        return _hash(self.previous, content)


def _hash(previous: str, content: list[Any]) -> str:
    text = storable(json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")))
    return hashlib.sha256(f"{previous}\n{text}".encode()).hexdigest()


def head(connection: sqlite3.Connection) -> tuple[int, str]:
    """The number and hash of the last entry; (0, START) where there is none."""
    row = connection.execute("SELECT number, hash FROM ledger ORDER BY number DESC LIMIT 1").fetchone()
    return (row[0], row[1]) if row else (0, START)


def write(
    connection: sqlite3.Connection, at: str, deed: str, subject: tuple[str, int] | None, data: dict[str, Any]
) -> int:
    """Adds an entry inside the transaction that is open; its number."""
    last, previous = head(connection)
    article, version = subject or (None, None)
    entry = Entry(last + 1, at, deed, article, version, data, previous, "")
    connection.execute(
        "INSERT INTO ledger VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            entry.number, at, deed, article, version, storable(json.dumps(data, ensure_ascii=False)), previous,
            entry.expected(),
        ),
    )  # fmt: skip
    return entry.number


def entries(connection: sqlite3.Connection) -> Iterator[Entry]:
    """All entries, the oldest first."""
    for row in connection.execute("SELECT * FROM ledger ORDER BY number"):
        yield Entry(row[0], row[1], row[2], row[3], row[4], json.loads(row[5]), row[6], row[7])
