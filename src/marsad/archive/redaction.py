"""What is kept back of a text: names, words, things. Decisions as data, each in the ledger, each to be lifted again.

The ledger tells of a redaction by a hash of its words with a secret beside them, so that it can be handed on without
handing on what is kept back. The words stand in the table `redactions` alone.
"""

import secrets
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from marsad.archive import ledger
from marsad.archive.access import Access, known_level
from marsad.archive.file import said
from marsad.archive.ledger import Entry, Intake
from marsad.archive.packing import hashed
from marsad.errors import ArchiveError, UsageError
from marsad.text.search_words import tokens

if TYPE_CHECKING:
    from marsad.archive.store import Archive

RedactionKind = Literal["name", "words", "entity"]
KINDS: tuple[RedactionKind, ...] = get_args(RedactionKind)
_COLUMNS = "number, kind, words, article, seen_from, at, reason"


@dataclass(frozen=True, slots=True)
class Redaction:
    """What is kept back from whom.

    `kind`: name (these words in any spelling, and all that an article calls whoever bears them), words (these words
    alone), entity (a Wikidata id, `geonames:…` or an archive-wide id). `article`: in this one alone, else in all.
    `seen_from`: the level from which it is seen all the same.
    """

    number: int
    kind: RedactionKind
    words: str
    article: str | None
    seen_from: Access
    at: str
    reason: str


def proposed(words: str, *, kind: str = "name", article: str | None = None, seen_from: str = "closed") -> Redaction:
    """A redaction that is not made yet; `Gate.holding` says what it would change. Raises UsageError as `redact`."""
    chosen = next((one for one in KINDS if one == kind), None)
    if chosen is None:
        raise UsageError(f"there is no kind of redaction {kind[:40]!r}; there are {', '.join(KINDS)}")
    if not tokens(words):
        raise UsageError(f"{words[:40]!r} holds no word that could be kept back; write a name or words")
    level = known_level(seen_from)
    if level == "public":
        raise UsageError("what everybody may see is not kept back; name internal or closed")
    return Redaction(0, chosen, " ".join(words.split()), article, level, "", "")


def redact(  # noqa: PLR0913 - by name, all but the words
    archive: "Archive",
    words: str,
    intake: Intake,
    *,
    reason: str,
    kind: str = "name",
    article: str | None = None,
    seen_from: str = "closed",
) -> int:
    """Keeps words back from now on; the number of the decision, by which `lift` takes it back.

    Raises UsageError for words that are none, a level or kind that does not exist; ArchiveError for an article that is
    not there, or where the same is kept back already.
    """
    wanted = proposed(words, kind=kind, article=article, seen_from=seen_from)
    words, level, connection = wanted.words, wanted.seen_from, archive.connection
    with archive.writing():
        if article is not None and not connection.execute("SELECT 1 FROM articles WHERE id = ?", (article,)).fetchone():
            raise ArchiveError(f"no article {article} in {archive.path}", reason="not-found")
        for other in in_force(connection):
            if (other.kind, other.words, other.article, other.seen_from) == (kind, words, article, level):
                raise ArchiveError(f"this is kept back already, by redaction {other.number}", reason="known")
        salt = secrets.token_hex(16)
        told = {"kind": kind, "article": article, "seen_from": level, "reason": reason, "sealed": seal(salt, words)}
        number = ledger.write(connection, intake.at, "redact", None, intake.told() | told)
        connection.execute(
            "INSERT INTO redactions (number, kind, words, article, seen_from, at, reason, salt) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (number, kind, words, article, level, intake.at, reason, salt),
        )
    return number


def lift(archive: "Archive", number: int, reason: str, intake: Intake) -> None:
    """Takes a redaction back; its words leave the archive, the ledger tells of it. Raises ArchiveError."""
    with archive.erasing():
        gone = archive.connection.execute("DELETE FROM redactions WHERE number = ?", (number,)).rowcount
        if not gone:
            raise ArchiveError(f"no redaction {number} is in force in {archive.path}", reason="not-found")
        told = intake.told() | {"redaction": number, "reason": reason}
        ledger.write(archive.connection, intake.at, "lift", None, told)


def redactions(archive: "Archive") -> list[Redaction]:
    """The redactions that are in force, the oldest first; words go through the gate, as everything."""
    with said(archive.path):
        return [archive.gate.redaction(one) for one in in_force(archive.connection)]


def in_force(connection: sqlite3.Connection) -> tuple[Redaction, ...]:
    """The redactions that are in force, with their words: for the gate."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM redactions ORDER BY number")  # noqa: S608
    return tuple(Redaction(*row) for row in rows)


def seal(salt: str, words: str) -> str:
    """What the ledger tells instead of the words."""
    return hashed(f"{salt}\n{words}".encode())


def differences(connection: sqlite3.Connection, entries: Iterator[Entry]) -> Iterator[tuple[str, str]]:
    """The redactions, by number, that are not in force as the ledger tells, and what is wrong."""
    told: dict[int, tuple[object, ...]] = {}
    for entry in entries:
        data = entry.data
        if entry.deed == "redact":
            kept = (data.get("kind"), data.get("article"), data.get("seen_from"), data.get("reason"))
            told[entry.number] = (*kept, entry.at, data.get("sealed"))
        elif entry.deed == "lift":
            told.pop(data.get("redaction", 0), None)
    for number, kind, article, seen_from, reason, at, salt, words in connection.execute(
        "SELECT number, kind, article, seen_from, reason, at, salt, words FROM redactions"
    ):
        if told.pop(number, None) != (kind, article, seen_from, reason, at, seal(salt, words)):
            yield str(number), "is not the one that the ledger tells of"
    for number in told:
        yield str(number), "is not in force; the ledger tells that it is"
