"""Proof that nothing changed: every page, every article and every entry of the ledger is hashed again."""

import json
import sqlite3
from collections.abc import Iterator
from typing import Any, NamedTuple

from marsad.archive import access, ledger, redaction, refusal_proof
from marsad.archive.file import said
from marsad.archive.packing import body, content_hash, hashed, unpacked
from marsad.archive.rows import columns, facts_hash, stored_facts
from marsad.archive.store import Archive
from marsad.errors import ArchiveError


class Finding(NamedTuple):
    """Something that is not as it was written: what, which, and what is wrong.

    `what`: page, article, ledger, refusal, access, redaction, file.
    """

    what: str
    which: str
    wrong: str


def verify(archive: Archive, *, head: tuple[int, str] | None = None) -> Iterator[Finding]:
    """Everything that is damaged or was changed; nothing where the archive is as it was written.

    `head`: the number and hash of an entry that was deposited elsewhere; it must stand in the ledger. What was
    withdrawn is no damage.
    """
    with said(archive.path):
        yield from _file(archive.connection)
        yield from _pages(archive.connection)
        yield from _articles(archive.connection)
        yield from _ledger(archive.connection, head)
        yield from _decisions(archive.connection)


def _file(connection: sqlite3.Connection) -> Iterator[Finding]:
    for (line,) in connection.execute("PRAGMA integrity_check(20)"):
        if line != "ok":
            yield Finding("file", "", str(line))


def _pages(connection: sqlite3.Connection) -> Iterator[Finding]:
    for sha256, size, packed in connection.execute("SELECT sha256, size, data FROM pages"):
        if packed is None:
            continue  # withdrawn
        try:
            data = unpacked(packed)
        except ArchiveError:
            yield Finding("page", sha256, "cannot be unpacked")
            continue
        if hashed(data) != sha256 or len(data) != size:
            yield Finding("page", sha256, "its bytes are not those that were added")


def _articles(connection: sqlite3.Connection) -> Iterator[Finding]:
    """An article says what it said when it was added, its page is there, and the ledger tells of it."""
    rows = connection.execute(
        "SELECT a.id, a.version, a.content, a.page, a.body, a.withdrawn, p.sha256, l.article, l.version, l.data, "
        "(SELECT n.data FROM ledger n WHERE n.deed = 'annotate' AND n.article = a.id AND n.version = a.version "
        "ORDER BY n.number DESC LIMIT 1), a.url, a.headline, a.section, a.published, a.publisher, a.source, a.language "
        "FROM articles a LEFT JOIN pages p ON p.sha256 = a.page LEFT JOIN ledger l ON l.number = a.entry"
    )
    for article, version, content, page, packed, withdrawn, stored, entered, of_version, entry, renewed, *shown in rows:
        which = f"{article} version {version}"
        if stored is None:
            yield Finding("article", which, f"its page {page} is missing")
        if (entered, of_version) != (article, version):
            yield Finding("article", which, "the ledger does not tell of it")
        elif _told(entry) != (content, page):
            yield Finding("article", which, "the ledger tells of another text or page")
        if withdrawn:
            continue
        record = _record(packed)
        if record is None or content_hash(record["article"]["headline"], record["article"]["text"]) != content:
            yield Finding("article", which, "its text is not the one that was added")
        elif tuple(shown) != columns(record):
            yield Finding("article", which, "its headline, date, source or address for queries is not its own")
        proof = _data(renewed or entry or "")
        if "record" in proof and record and hashed(unpacked(packed)) != proof["record"]:
            yield Finding("article", which, "what is said of it beside its text is not what was added")
        if entry and proof.get("facts", "") != facts_hash(stored_facts(connection, article, version)):
            yield Finding("article", which, "what was found in it is not what was added")


def _told(entry: str) -> tuple[Any, Any]:
    data = _data(entry)
    return data.get("content"), data.get("page")


def _data(entry: str) -> dict[str, Any]:
    try:
        data = json.loads(entry)
    except ValueError:
        return {}
    return data if isinstance(data, dict) else {}


def _record(packed: bytes | None) -> dict[str, Any] | None:
    """What is stored of an article; None where it cannot be read."""
    try:
        record = body(packed or b"")
        record["article"]["headline"], record["article"]["text"]
    except (ArchiveError, KeyError):
        return None
    return record


def _ledger(connection: sqlite3.Connection, deposited: tuple[int, str] | None) -> Iterator[Finding]:
    previous, number, found = ledger.START, 0, deposited in {None, (0, ledger.START)}
    try:
        for entry in ledger.entries(connection):
            number += 1
            if entry.number != number:
                yield Finding("ledger", f"entry {number}", "is missing")
                number = entry.number
            if entry.previous != previous or entry.expected() != entry.hash:
                yield Finding("ledger", f"entry {entry.number}", "is not as it was written, or one before it is not")
            if not entry.complete:
                yield Finding(
                    "ledger", f"entry {entry.number}", "does not say who, when in UTC, how, with which version"
                )
            found = found or (entry.number, entry.hash) == deposited
            previous = entry.hash
    except ValueError:
        yield Finding("ledger", f"entry {number + 1}", "cannot be read")
    if deposited and not found:
        ends = f"is missing; the ledger ends at entry {number}"
        wrong = ends if deposited[0] > number else "has not the hash that was deposited"
        yield Finding("ledger", f"entry {deposited[0]}", wrong)
    articles = connection.execute(
        "SELECT l.number, l.article FROM ledger l LEFT JOIN articles a ON a.entry = l.number "
        "WHERE l.deed IN ('add', 'version') AND a.id IS NULL"
    )
    for entry_number, article in articles:
        yield Finding("article", article, f"is missing; entry {entry_number} of the ledger tells that it was added")


_PROOFS = {
    "refusal": refusal_proof.differences, "access": access.differences, "redaction": redaction.differences
}  # fmt: skip


def _decisions(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Refused pages, access levels and redactions are those that the ledger tells of, and there are no others."""
    for what, differences in _PROOFS.items():
        try:
            for which, wrong in differences(connection, ledger.entries(connection)):
                yield Finding(what, which, wrong)
        except ValueError:
            return  # an entry cannot be read, which is told above
