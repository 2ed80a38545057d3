"""Refused pages as the ledger tells of them: what an entry says of one, and whether the table says the same."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

from marsad.archive.ledger import Entry
from marsad.archive.packing import hashed, storable, unpacked
from marsad.errors import ArchiveError

ROWS = "SELECT uri, sha256, reason, message, at, media_type, page, level FROM rejects"
Key = tuple[str, str, str]  # address, SHA-256 of the page, reason


def told(row: Sequence[Any]) -> dict[str, Any]:
    """What the ledger says of a row of `ROWS`; `refusal` is the SHA-256 of all of it."""
    text = json.dumps(list(row), ensure_ascii=False)
    return {
        "uri": row[0],
        "page": row[1],
        "reason": row[2],
        "level": row[7],
        "refusal": hashed(text.encode()),
    }


def refused(entries: Iterator[Entry]) -> dict[Key, str]:
    """The pages that are still refused after all entries, with the hash of what was written of each."""
    found: dict[Key, str] = {}
    for entry in entries:
        data = entry.data
        if entry.deed == "refuse":
            found[_key(data)] = data.get("refusal", "")
        elif entry.deed == "drop":
            found.pop(_key(data), None)
        elif entry.deed == "forget":
            found = {key: proof for key, proof in found.items() if key[0] != storable(data.get("uri", ""))}
        elif entry.deed == "withdraw":
            found = {key: proof for key, proof in found.items() if key[1] not in data.get("pages", ())}
    return found


def differences(connection: sqlite3.Connection, entries: Iterator[Entry]) -> Iterator[tuple[str, str]]:
    """The refused pages, by reason and hash, that are not as the ledger tells, and what is wrong.

    Addresses are left out: a proof hands out no words that may be kept back.
    """
    left = refused(entries)
    for row in connection.execute(ROWS):
        proof = left.pop(tuple(row[:3]), None)
        if proof is None:
            yield f"{row[2]} {row[1]}", "the ledger does not tell that it was refused"
        elif proof != told(row)["refusal"]:
            yield f"{row[2]} {row[1]}", "what is said of it is not what was written"
    for sha256, reason, data in connection.execute("SELECT sha256, reason, data FROM rejects WHERE data IS NOT NULL"):
        try:
            same = hashed(unpacked(data)) == sha256
        except ArchiveError:
            same = False
        if not same:
            yield f"{reason} {sha256}", "its bytes are not those that were refused"
    for _, sha256, reason in left:
        yield f"{reason} {sha256}", "is missing; the ledger tells that it was refused"


def _key(data: dict[str, Any]) -> Key:
    return storable(str(data.get("uri"))), str(data.get("page")), str(data.get("reason"))
