"""Pages that could not be read: kept with what was known of them for a second try, until they are read or forgotten."""

import json
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from marsad.archive import ledger, refusal_proof
from marsad.archive.access import LEVELS, Access, stricter
from marsad.archive.file import said
from marsad.archive.ledger import Intake
from marsad.archive.packing import hashed, packed, storable, unpacked
from marsad.archive.store import Archive
from marsad.errors import ArchiveError, MarsadError
from marsad.records import Origin, Page

_ONE = "uri = ? AND sha256 = ? AND reason = ?"


@dataclass(frozen=True, slots=True)
class Reject:
    """A page that could not be read, and why."""

    uri: str
    sha256: str
    reason: str
    message: str
    at: str
    media_type: str | None = None
    level: Access = "public"


def refuse(
    archive: Archive, page: Page | None, error: MarsadError, intake: Intake, *, level: Access = "public"
) -> None:
    """Keeps a refusal with its reason, and the page where there is one, inside a transaction of `writing`.

    `level`: who may hear of it; one that is refused again is heard of by no more than before.

    The ledger tells of it. The same page refused again for the same reason, in the same words, is known already.
    """
    data = page.data if page else b""
    uri, sha256 = storable(page.origin.uri if page else error.where), hashed(data)
    message = storable(error.what)
    known = _without_bytes(page) if page else None
    before = f"SELECT message, page, level FROM rejects WHERE {_ONE}"  # noqa: S608
    last = archive.connection.execute(before, (uri, sha256, error.reason)).fetchone()
    if last and stricter(last[2], level):
        level = last[2]
    if last and last[0] == message and last[2] == level and _but_fetched(last[1]) == _but_fetched(known):
        return
    row = (uri, sha256, error.reason, message, intake.at, page.origin.media_type if page else None, known, level)
    archive.connection.execute(
        "INSERT INTO rejects (uri, sha256, reason, message, at, media_type, page, level, data) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET at = excluded.at, message = excluded.message, "
        "media_type = excluded.media_type, page = excluded.page, level = excluded.level",
        (*row, packed(data) if page else None),
    )
    where = ledger.source(page.origin) if page else {}
    ledger.write(archive.connection, intake.at, "refuse", None, intake.told() | where | refusal_proof.told(row))


def _without_bytes(page: Page) -> str:
    return json.dumps(_known().dump_python(replace(page, data=b""), mode="json"))


def _but_fetched(page: str | None) -> Any:  # noqa: ANN401 - JSON
    """What is known of a page but for when it was fetched, which each round of a crawl has anew."""
    data = json.loads(page) if page else {}
    return data | {"origin": (data.get("origin") or {}) | {"fetched_at": None}}


def rejects(archive: Archive) -> list[Reject]:
    """All refusals that may be heard of, the oldest first."""
    with said(archive.path):
        rows = archive.connection.execute(
            "SELECT uri, sha256, reason, message, at, media_type, level FROM rejects ORDER BY at, uri"
        ).fetchall()
        gate = archive.gate
        heard = [Reject(*row) for row in rows if gate.hears_of(row[6])]
        return [replace(one, uri=gate.text(one.uri), message=gate.text(one.message)) for one in heard]


def refused_page(archive: Archive, reject: Reject) -> Page | None:
    """The page as it was read, with its address and what its container said of it.

    None where none could be had, or where something of it is kept back.
    """
    with said(archive.path):
        row = archive.connection.execute(f"SELECT data, page, level FROM rejects WHERE {_ONE}", _key(reject)).fetchone()  # noqa: S608
        if row is None or row[0] is None or not archive.gate.opens(row[2]):
            return None
    page = (
        _known().validate_python(json.loads(row[1]))
        if row[1]
        else Page(Origin(reject.uri, media_type=reject.media_type), b"")
    )
    return replace(page, data=unpacked(row[0]))


def drop(archive: Archive, reject: Reject, intake: Intake) -> None:
    """Takes away a refusal whose page has been read since, inside a transaction of `writing`, as the ledger tells."""
    archive.connection.execute(f"DELETE FROM rejects WHERE {_ONE}", _key(reject))  # noqa: S608
    gone = {"uri": reject.uri, "page": reject.sha256, "reason": reject.reason, "level": reject.level}
    ledger.write(archive.connection, intake.at, "drop", None, intake.told() | gone)


def forget(archive: Archive, uri: str, intake: Intake) -> int:
    """Takes the refused pages of an address out, bytes and all; how many there were. Raises ArchiveError.

    The ledger tells of it. The space is overwritten; nothing keeps the page from being refused again.
    """
    connection, uri = archive.connection, storable(uri)
    with archive.erasing():
        rows = connection.execute("SELECT sha256, level FROM rejects WHERE uri = ?", (uri,)).fetchall()
        pages = [row[0] for row in rows]
        if not pages:
            raise ArchiveError(
                f"no refused page {uri} in {archive.path}; marsad rejects lists them", reason="not-found"
            )
        strictest = max((row[1] for row in rows), key=LEVELS.index)
        connection.execute("DELETE FROM rejects WHERE uri = ?", (uri,))
        ledger.write(
            connection, intake.at, "forget", None, intake.told() | {"uri": uri, "pages": pages, "level": strictest}
        )
    return len(pages)


def _key(reject: Reject) -> tuple[str, str, str]:
    return reject.uri, reject.sha256, reject.reason


@cache
def _known() -> TypeAdapter[Page]:
    return TypeAdapter(Page)
