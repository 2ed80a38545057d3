"""The ledger: what came in when, from where, by whom and how, each entry bound to the one before it by its hash.

An entry says what the Berkeley Protocol on Digital Open Source Investigations (2022, chapter VI.C) asks of an intake
record: who collected it, when in UTC, where from, how and with which version, and the hash of what was collected.
The hash of an entry is the SHA-256 of the hash before it and of its own content as canonical JSON, so that whoever
knows the last hash (the head) can tell whether anything before it was changed.
"""

import json
import re
import sqlite3
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from marsad.archive.packing import hashed, storable
from marsad.errors import UsageError
from marsad.records import Origin

START = "0" * 64  # what the first entry is bound to
_UTC = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|\+00:00)")
_WHO = ("by", "how", "program")


@dataclass(frozen=True, slots=True)
class Intake:
    """Who works, how and when: the same for all pages of one run. `at` is ISO 8601 in UTC, to the second."""

    at: str
    by: str
    how: str
    program: str

    def __post_init__(self) -> None:
        """Raises UsageError where something is missing that the ledger has to tell."""
        if not _UTC.fullmatch(self.at):
            raise UsageError(f"the ledger needs the time in UTC, as in 2026-03-10T09:00:00Z, not {self.at[:40]!r}")
        for name in _WHO:
            if not getattr(self, name).strip():
                raise UsageError(
                    f"the ledger needs to know {name!r}, and here it is empty; say who works, how, with what"
                )

    def told(self) -> dict[str, Any]:
        """Who, how and with which version, as an entry tells it."""
        return {name: getattr(self, name) for name in _WHO}


@dataclass(frozen=True, slots=True)
class Entry:
    """One deed.

    add, version: an article came in; annotate: its annotations were renewed; withdraw: it was taken out; level: it has
    another access level; refuse, drop, forget: a page could not be read, has been read since, was taken out; redact,
    lift: words are kept back, are no longer; entity-merge, -apart, -split, -alias, -undo: a decision about entities.
    """

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

    @property
    def complete(self) -> bool:
        """Whether it says who, when in UTC, how and with which version."""
        return bool(_UTC.fullmatch(self.at)) and all(str(self.data.get(name) or "").strip() for name in _WHO)


def _hash(previous: str, content: list[Any]) -> str:
    text = storable(json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")))
    return hashed(f"{previous}\n{text}".encode())


def source(origin: Origin) -> dict[str, Any]:
    """Where a page is from, as an entry tells it."""
    container = asdict(origin.container) if origin.container else None
    return {"uri": origin.uri, "url": origin.url, "fetched_at": origin.fetched_at, "container": container}


def head(connection: sqlite3.Connection) -> tuple[int, str]:
    """The number and hash of the last entry; (0, START) where there is none."""
    row = connection.execute("SELECT number, hash FROM ledger ORDER BY number DESC LIMIT 1").fetchone()
    return (row[0], row[1]) if row else (0, START)


def write(
    connection: sqlite3.Connection, at: str, deed: str, subject: tuple[str, int | None] | None, data: dict[str, Any]
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
