"""Pages that could not be read: kept with what was known of them for a second try, until they are read or forgotten."""

import hashlib
import json
from dataclasses import dataclass, replace
from functools import cache

from pydantic import TypeAdapter

from marsad.archive import ledger
from marsad.archive.file import said
from marsad.archive.ledger import Intake
from marsad.archive.packing import packed, storable, unpacked
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


def refuse(archive: Archive, page: Page | None, error: MarsadError, intake: Intake) -> None:
    """Keeps a refusal with its reason, and the page where there is one, inside a transaction of `writing`."""
    data = page.data if page else b""
    archive.connection.execute(
        "INSERT INTO rejects VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET at = excluded.at, "
        "message = excluded.message, page = excluded.page",
        (
            storable(page.origin.uri if page else error.where), hashlib.sha256(data).hexdigest(), error.reason,
            storable(error.what), intake.at, page.origin.media_type if page else None, packed(data) if page else None,
            json.dumps(_known().dump_python(replace(page, data=b""), mode="json")) if page else None,
        ),
    )  # fmt: skip


def rejects(archive: Archive) -> list[Reject]:
    """All refusals, the oldest first."""
    with said(archive.path):
        rows = archive.connection.execute(
            "SELECT uri, sha256, reason, message, at, media_type FROM rejects ORDER BY at, uri"
        )
        return [Reject(*row) for row in rows]


def refused_page(archive: Archive, reject: Reject) -> Page | None:
    """The page as it was read, with its address and what its container said of it; None where none could be had."""
    with said(archive.path):
        row = archive.connection.execute(f"SELECT data, page FROM rejects WHERE {_ONE}", _key(reject)).fetchone()  # noqa: S608
    if row is None or row[0] is None:
        return None
    page = (
        _known().validate_python(json.loads(row[1]))
        if row[1]
        else Page(Origin(reject.uri, media_type=reject.media_type), b"")
    )
    return replace(page, data=unpacked(row[0]))


def drop(archive: Archive, reject: Reject) -> None:
    """Takes away a refusal whose page has been read since, inside a transaction of `writing`."""
    archive.connection.execute(f"DELETE FROM rejects WHERE {_ONE}", _key(reject))  # noqa: S608


def forget(archive: Archive, uri: str, intake: Intake) -> int:
    """Takes the refused pages of an address out, bytes and all; how many there were. Raises ArchiveError.

    The ledger tells of it. The space is overwritten; nothing keeps the page from being refused again.
    """
    connection, uri = archive.connection, storable(uri)
    with archive.erasing():
        pages = [row[0] for row in connection.execute("SELECT sha256 FROM rejects WHERE uri = ?", (uri,))]
        if not pages:
            raise ArchiveError(
                f"no refused page {uri} in {archive.path}; marsad rejects lists them", reason="not-found"
            )
        connection.execute("DELETE FROM rejects WHERE uri = ?", (uri,))
        ledger.write(
            connection, intake.at, "forget", None,
            {"by": intake.by, "how": intake.how, "program": intake.program, "uri": uri, "pages": pages},
        )  # fmt: skip
    return len(pages)


def _key(reject: Reject) -> tuple[str, str, str]:
    return reject.uri, reject.sha256, reject.reason


@cache
def _known() -> TypeAdapter[Page]:
    return TypeAdapter(Page)
