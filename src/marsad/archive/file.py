"""The file itself: opening, its version, and what SQLite says in one sentence that says what to do."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from marsad.archive.migrations import MIGRATIONS
from marsad.errors import ArchiveError, UsageError

_MARK = 0x4D525344  # "MRSD": which program a file belongs to (PRAGMA application_id)
_PATIENCE = 30.0  # seconds that a writer waits for another one


def connect(path: Path, *, create: bool, read_only: bool) -> sqlite3.Connection:
    """A connection to an archive of this program's version. Raises ArchiveError."""
    if not path.exists() and not create:
        raise ArchiveError(
            f'no archive at {path}. Make one with "marsad add INPUT…", or name one with --archive FILE.',
            reason="no-archive",
        )
    if path.is_dir():
        raise ArchiveError(f"{path} is a folder; name a file for the archive", reason="not-archive")
    if not path.parent.is_dir():
        raise ArchiveError(f"there is no folder {path.parent} for an archive; make it first", reason="not-archive")
    with said(path):
        mode = "ro" if read_only else "rwc" if create else "rw"
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=_PATIENCE, isolation_level=None,
            check_same_thread=not read_only,  # a server hands readers from thread to thread, each to one at a time
        )  # fmt: skip
        try:
            _prepare(path, connection, read_only=read_only)
        except BaseException:
            connection.close()
            raise
    return connection


def _prepare(path: Path, connection: sqlite3.Connection, *, read_only: bool) -> None:
    mark, version, tables = (
        connection.execute(query).fetchone()[0]
        for query in ("PRAGMA application_id", "PRAGMA user_version", "SELECT count(*) FROM sqlite_schema")
    )
    if tables and mark != _MARK:
        raise ArchiveError(f"{path} is another program's database; name another file", reason="not-archive")
    if version > len(MIGRATIONS):
        raise ArchiveError(
            f"{path} was written by a newer Marsad (schema {version}, this one knows {len(MIGRATIONS)}); "
            "update Marsad", reason="newer",
        )  # fmt: skip
    connection.execute("PRAGMA foreign_keys = ON")
    if read_only:
        if version < len(MIGRATIONS):
            raise ArchiveError(f"{path} is of an older version; open it once for writing (marsad add)", reason="older")
        return
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")  # what was said to be kept survives a power cut
    if version < len(MIGRATIONS):
        _migrate(connection)


def _migrate(connection: sqlite3.Connection) -> None:
    """Takes the steps that are missing, all of them or none; another process may have taken them meanwhile."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.execute(f"PRAGMA application_id = {_MARK}")
        for _, step in MIGRATIONS[connection.execute("PRAGMA user_version").fetchone()[0] :]:
            step(connection)
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


@contextmanager
def said(path: Path) -> Iterator[None]:
    """Turns what SQLite or the system raises into an ArchiveError that says what, where and what to do.

    Raises UsageError for a name, id or reason of whoever asks that is no text.
    """
    try:
        yield
    except UnicodeEncodeError:
        raise UsageError("a name, id or reason holds bytes that are no UTF-8 text; write it again") from None
    except sqlite3.Error as error:
        raise _error(path, error) from None
    except OSError as error:
        if error.errno not in {errno.ENOSPC, errno.EACCES, errno.EROFS}:
            raise
        raise ArchiveError(f"{path}: {error.strerror}", reason="not-writable") from None


_SAID = (
    (sqlite3.SQLITE_BUSY, "locked", "another process writes to it; try again when it is done"),
    (sqlite3.SQLITE_LOCKED, "locked", "another process writes to it; try again when it is done"),
    (sqlite3.SQLITE_FULL, "full", "the disk is full; nothing that was kept before is lost. Make room and go on"),
    (sqlite3.SQLITE_READONLY, "not-writable", "the file or its folder is read-only; change its rights"),
    (sqlite3.SQLITE_CANTOPEN, "not-writable", "it cannot be opened; look at the rights of the file and its folder"),
    (sqlite3.SQLITE_NOTADB, "not-archive", "this is no archive; name another file"),
    (sqlite3.SQLITE_CORRUPT, "damaged", "the file is damaged; take a copy of it first, then run marsad verify"),
    (sqlite3.SQLITE_IOERR, "damaged", "the disk gives errors; take a copy of the archive to another one"),
)


def _error(path: Path, error: sqlite3.Error) -> ArchiveError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the extended codes share their low byte
    for number, reason, what in _SAID:
        if code == number:
            return ArchiveError(f"{path}: {what}", reason=reason)
    return ArchiveError(f"{path}: {error}; run marsad verify", reason="damaged")
