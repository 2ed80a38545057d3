"""What the index has still to learn from the archive: the articles that the ledger tells of behind a given entry."""

import json
import sqlite3
from collections.abc import Iterable, Iterator

from marsad.archive import ledger
from marsad.archive.index_schema import Stored
from marsad.archive.packing import hashed, storable
from marsad.archive.store import Archive
from marsad.records import STEPS


def entry_hash(connection: sqlite3.Connection, number: int) -> str | None:
    """The hash of a ledger entry, which says whose archive it is; None where there is no such entry."""
    if not number:
        return ledger.START
    row = connection.execute("SELECT hash FROM ledger WHERE number = ?", (number,)).fetchone()
    return row[0] if row else None


def waiting(connection: sqlite3.Connection, number: int) -> int:
    """How many entries the ledger has behind a number."""
    return int(ledger.head(connection)[0]) - number


def hidden(archive: Archive, number: int) -> bool:
    """Whether something that the index may know has been taken out of it behind a ledger entry, or kept back since."""
    deeds = ("withdraw",) if archive.gate.access == "closed" else ("withdraw", "level", "redact", "lift")
    marks = ", ".join("?" * len(deeds))
    row = archive.connection.execute(
        f"SELECT 1 FROM ledger w WHERE w.deed IN ({marks}) AND w.number > ? AND (w.article IS NULL OR EXISTS "  # noqa: S608
        "(SELECT 1 FROM ledger a WHERE a.article = w.article AND a.number <= ?)) LIMIT 1",
        (*deeds, number, number),
    ).fetchone()
    return row is not None


def veil(archive: Archive, number: int) -> str:
    """What is kept back, as entities are joined, in the articles that the ledger tells of up to a number: a hash of it.

    Joining changes that without an entry for each article: who is found to be somebody that is kept back is so, too.
    """
    query = "SELECT 1 FROM ledger WHERE article = ? AND number <= ? LIMIT 1"
    kept_back = [one for one in archive.gate.veiled() if archive.connection.execute(query, (one[0], number)).fetchone()]
    return hashed(json.dumps(kept_back).encode()) if kept_back else ""


def changed(connection: sqlite3.Connection, number: int, limit: int) -> tuple[list[str], int]:
    """The articles of the next entries behind a number, and the number of the last of these entries."""
    rows = connection.execute(
        "SELECT number, article FROM ledger WHERE number > ? ORDER BY number LIMIT ?", (number, limit)
    ).fetchall()
    return list(dict.fromkeys(row[1] for row in rows if row[1])), rows[-1][0] if rows else number


def stored(archive: Archive, articles: Iterable[str]) -> Iterator[Stored]:
    """The last version of each article that is there and not withdrawn."""
    return filter(None, (shown(archive, article, with_facts=True) for article in articles))


def shown(archive: Archive, article: str, *, with_facts: bool = False) -> Stored | None:
    """The last version of an article; None where it is not there or withdrawn. Facts only `with_facts`."""
    data = archive.gate.record(article, with_facts=with_facts)
    if data is None:
        return None
    url = data["origin"]["url"]
    facts = {step: data[step] for step in STEPS if with_facts and step in data}
    return Stored(article, data["article"], facts, url and storable(url))
