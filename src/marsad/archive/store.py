"""Keeping and giving back: one transaction per article, which is there wholly or not at all."""

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal, NamedTuple, Self

from marsad.archive import ledger
from marsad.archive.entity_rows import global_ids
from marsad.archive.file import connect, said
from marsad.archive.ledger import Entry, Intake
from marsad.archive.packing import body, content_hash, packed, storable, unpacked
from marsad.records import STEPS, Page, Record, from_json, to_json

_Fact = tuple[str, int, str | None, str, str]  # step, place in its list, id, made by, JSON
Outcome = Literal["added", "version", "known", "withdrawn"]


class Added(NamedTuple):
    """What became of a record: `known` is stored already, `withdrawn` was taken out and stays out."""

    id: str
    version: int
    outcome: Outcome


class Archive:
    """An open archive; a context manager. One process writes at a time, any number reads."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self.connection = connection  # for the modules of this room

    @classmethod
    def open(cls, path: str | Path, *, create: bool = False, read_only: bool = False) -> Self:
        """The archive at `path`; with `create` a new one where none is.

        Raises ArchiveError where there is none, where the file is no archive, of a newer version, locked or damaged.
        """
        return cls(Path(path), connect(Path(path), create=create, read_only=read_only))

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

    def add(self, page: Page, record: Record, intake: Intake) -> Added:
        """Keeps a record, its page's bytes and a ledger entry, inside a transaction of `writing`.

        The same text under the same id adds nothing; another text under the same id is a further version.
        """
        content = content_hash(record.article.headline, record.article.text)
        last = self._last(record.article.id)
        if last and last.withdrawn:
            return Added(record.article.id, last.version, "withdrawn")
        if last and last.content == content:
            return Added(record.article.id, last.version, "known")
        version = last.version + 1 if last else 1
        sha256 = self._keep_page(page)
        facts = _facts(record)
        outcome: Outcome = "version" if last else "added"
        entry = ledger.write(
            self.connection,
            intake.at,
            outcome.removesuffix("ed"),
            (record.article.id, version),
            _intake(record, intake, sha256, content) | {"facts": facts_hash(facts)},
        )
        self._keep_article(record, version, (sha256, content, entry), facts)
        return Added(record.article.id, version, outcome)

    def _last(self, article: str) -> "_Last | None":
        row = self.connection.execute(
            "SELECT version, content, withdrawn FROM articles WHERE id = ? ORDER BY version DESC LIMIT 1", (article,)
        ).fetchone()
        return _Last(*row) if row else None

    def _keep_page(self, page: Page) -> str:
        sha256 = hashlib.sha256(page.data).hexdigest()
        self.connection.execute(
            "INSERT INTO pages VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            (sha256, page.origin.media_type, len(page.data), packed(page.data)),
        )
        return sha256

    def _keep_article(self, record: Record, version: int, kept: tuple[str, str, int], facts: list[_Fact]) -> None:
        article, data = record.article, to_json(record)
        steps = [step for step in STEPS if data.pop(step, None) is not None]
        page, content, entry = kept
        self.connection.execute(
            "INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)",
            (
                article.id, version, *columns(data), page, content, " ".join(steps),
                packed(json.dumps(data).encode()), entry,
            ),
        )  # fmt: skip
        self.connection.executemany(
            "INSERT INTO facts VALUES (?, ?, ?, ?, ?, ?, ?)", ((article.id, version, *fact) for fact in facts)
        )

    def record(self, article: str, version: int | None = None) -> Record | None:
        """The record as it was added, of the last version where none is named; None where it is not there.

        The entities of the last version have their archive-wide ids (`global`), where they are joined.
        """
        with said(self.path):
            row = self.connection.execute(
                "SELECT version, steps, body FROM articles WHERE id = ? AND version = coalesce(?, version) "
                "ORDER BY version DESC LIMIT 1", (article, version),
            ).fetchone()  # fmt: skip
            if row is None or row[2] is None:
                return None
            data = body(row[2])
            data |= {step: [] for step in row[1].split()}
            for step, fact in self.connection.execute(
                "SELECT step, data FROM facts WHERE article = ? AND version = ? ORDER BY step, place", (article, row[0])
            ):
                data[step].append(json.loads(fact))
            ids = global_ids(self.connection, article, row[0])
        for entity in data.get("entities", ()):
            entity["global"] = ids.get(entity["id"], entity.get("global"))
        return from_json(data)

    def ids(self) -> Iterator[str]:
        """The ids of all articles that are not withdrawn, in order."""
        with said(self.path):
            rows = self.connection.execute(
                "SELECT DISTINCT id FROM articles WHERE withdrawn IS NULL ORDER BY id"
            ).fetchall()
        yield from (row[0] for row in rows)

    def page(self, sha256: str) -> bytes | None:
        """The original bytes with that hash; None where they are not there, or withdrawn."""
        with said(self.path):
            row = self.connection.execute("SELECT data FROM pages WHERE sha256 = ?", (sha256,)).fetchone()
        return unpacked(row[0]) if row and row[0] is not None else None

    def head(self) -> tuple[int, str]:
        """The number and the hash of the last ledger entry."""
        with said(self.path):
            return ledger.head(self.connection)

    def entries(self) -> Iterator[Entry]:
        """The ledger, the oldest entry first."""
        with said(self.path):
            yield from ledger.entries(self.connection)

    def __len__(self) -> int:
        """How many articles are in it, versions apart."""
        with said(self.path):
            row = self.connection.execute("SELECT count(DISTINCT id) FROM articles WHERE withdrawn IS NULL").fetchone()
        return int(row[0])


class _Last(NamedTuple):
    version: int
    content: str
    withdrawn: str | None


def _facts(record: Record) -> list[_Fact]:
    data = to_json(record)
    return [
        (step, place, fact.get("id"), fact["made_by"], json.dumps(fact, ensure_ascii=False))
        for step in STEPS
        for place, fact in enumerate(data.get(step) or ())
    ]


def facts_hash(facts: Iterable[Sequence[Any]]) -> str:
    """SHA-256 of what was found in an article: the rows of `facts`, ordered by step and place."""
    rows = sorted((tuple(fact) for fact in facts), key=lambda row: (row[0], row[1]))
    return hashlib.sha256(json.dumps(rows, ensure_ascii=False).encode()).hexdigest()


def columns(data: dict[str, Any]) -> tuple[str | None, ...]:
    """The columns of `articles` that repeat what a stored record says, for queries."""
    article, published, url = data["article"], data["article"]["published"], data["origin"]["url"]
    return (
        url and storable(url), article["headline"], article["section"], published["value"] if published else None,
        article["publisher"], article["source"], article["language"],
    )  # fmt: skip


def _intake(record: Record, intake: Intake, sha256: str, content: str) -> dict[str, Any]:
    origin = record.origin
    return {
        "by": intake.by, "how": intake.how, "program": intake.program, "uri": origin.uri, "url": origin.url,
        "fetched_at": origin.fetched_at, "container": origin.container.uri if origin.container else None,
        "page": sha256, "content": content,
    }  # fmt: skip
