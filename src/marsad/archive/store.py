"""Keeping and giving back: one transaction per article, which is there wholly or not at all."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal, NamedTuple, Self

from marsad.archive import ledger
from marsad.archive.access import Access, known_level, level_of, put, raise_to, stricter
from marsad.archive.file import connect, said
from marsad.archive.gate import Gate
from marsad.archive.ledger import Entry, Intake
from marsad.archive.packing import content_hash, hashed, packed
from marsad.archive.rows import rows
from marsad.records import Page, Record, from_json

Outcome = Literal["added", "version", "known", "withdrawn"]


class Added(NamedTuple):
    """What became of a record: `known` is stored already, `withdrawn` was taken out and stays out."""

    id: str
    version: int
    outcome: Outcome


class Archive:
    """An open archive; a context manager. One process writes at a time, any number reads."""

    def __init__(self, path: Path, connection: sqlite3.Connection, access: Access = "public") -> None:
        self.path = path
        self.connection = connection  # for the modules of this room
        self.gate = Gate(connection, access)  # all that is handed out passes it

    @classmethod
    def open(cls, path: str | Path, *, create: bool = False, read_only: bool = False, access: str = "public") -> Self:
        """The archive at `path`; with `create` a new one where none is.

        `access`: what it hands out: public, internal, closed. Articles above that are not there, and what is kept back
        from that level has a mark in its place. Adding, renewing and proving work on all of it.

        Raises ArchiveError where there is none, where the file is no archive, of a newer version, locked or damaged;
        UsageError for a level that does not exist.
        """
        level = known_level(access)
        return cls(Path(path), connect(Path(path), create=create, read_only=read_only), level)

    def seen_by(self, access: Access) -> "Archive":
        """The same open archive as somebody of another level sees it."""
        return Archive(self.path, self.connection, access)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file; what was not committed is not in it."""
        self.connection.close()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """A transaction: all of what is written inside, or nothing. Raises ArchiveError (locked, full, read-only)."""
        with said(self.path):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self.connection.rollback()
                raise
            self.connection.commit()

    @contextmanager
    def erasing(self) -> Iterator[None]:
        """As `writing`; what is deleted inside is overwritten, and in no log any more. Raises ArchiveError."""
        with said(self.path):
            self.connection.execute("PRAGMA secure_delete = ON")
        with self.writing():
            yield
        with said(self.path):
            self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def add(self, page: Page, record: Record, intake: Intake, *, level: Access | None = None) -> Added:
        """Keeps a record, its page's bytes and a ledger entry, inside a transaction of `writing`.

        The same text under the same id adds nothing; another text under the same id is a further version. `level`: who
        may see it, everybody where none is named; an article that is there keeps its own, or gets the stricter one.
        """
        content = content_hash(record.article.headline, record.article.text)
        last = self._last(record.article.id)
        if last and last.withdrawn:
            return Added(record.article.id, last.version, "withdrawn")
        if last and level and stricter(level, level_of(self.connection, record.article.id)):
            raise_to(self.connection, record.article.id, level, "added again", intake)
        if last and last.content == content:
            return Added(record.article.id, last.version, "known")
        version = last.version + 1 if last else 1
        sha256 = self._keep_page(page)
        kept = rows(record)
        outcome: Outcome = "version" if last else "added"
        told = intake.told() | ledger.source(record.origin) | {"page": sha256, "content": content} | kept.proof()
        if not last and level and level != "public":
            put(self.connection, record.article.id, level)
            told["level"] = level
        entry = ledger.write(self.connection, intake.at, outcome.removesuffix("ed"), (record.article.id, version), told)
        self.connection.execute(
            "INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)",
            (record.article.id, version, *kept.columns, sha256, content, kept.steps, packed(kept.body), entry),
        )
        self.connection.executemany(
            "INSERT INTO facts VALUES (?, ?, ?, ?, ?, ?, ?)",
            ((record.article.id, version, *fact) for fact in kept.facts),
        )
        return Added(record.article.id, version, outcome)

    def _last(self, article: str) -> "_Last | None":
        row = self.connection.execute(
            "SELECT version, content, withdrawn FROM articles WHERE id = ? ORDER BY version DESC LIMIT 1", (article,)
        ).fetchone()
        return _Last(*row) if row else None

    def _keep_page(self, page: Page) -> str:
        sha256 = hashed(page.data)
        self.connection.execute(
            "INSERT INTO pages VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            (sha256, page.origin.media_type, len(page.data), packed(page.data)),
        )
        return sha256

    def record(self, article: str, version: int | None = None) -> Record | None:
        """The record as it was added, of the last version where none is named; None where they see none of that id.

        The entities of the last version have their archive-wide ids (`global`), where they are joined.
        """
        with said(self.path):
            data = self.gate.record(article, version)
        return from_json(data) if data else None

    def ids(self) -> Iterator[str]:
        """The ids of all articles that are there and not withdrawn, in order."""
        with said(self.path):
            found = self.gate.articles()
        yield from found

    def page(self, sha256: str) -> bytes | None:
        """The original bytes with that hash; None where they are not there, withdrawn, or something is kept back."""
        with said(self.path):
            return self.gate.page(sha256)

    def head(self) -> tuple[int, str]:
        """The number and the hash of the last ledger entry."""
        with said(self.path):
            return ledger.head(self.connection)

    def entries(self) -> Iterator[Entry]:
        """The ledger, the oldest entry first."""
        with said(self.path):
            yield from map(self.gate.entry, ledger.entries(self.connection))

    def __len__(self) -> int:
        """How many articles are in it, versions apart."""
        with said(self.path):
            return len(self.gate.articles())


class _Last(NamedTuple):
    version: int
    content: str
    withdrawn: str | None
