"""Who may see what: the level of an article, from public over internal to closed.

Levels are data and stand in the ledger; what they mean is decided in one place, `gate.py`.
"""

import sqlite3
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Literal, get_args

from marsad.archive import ledger
from marsad.archive.ledger import Entry, Intake
from marsad.errors import ArchiveError, UsageError

if TYPE_CHECKING:
    from marsad.archive.store import Archive

Access = Literal["public", "internal", "closed"]
LEVELS: tuple[Access, ...] = get_args(Access)  # each may see what those before it may see


def known_level(name: str) -> Access:
    """The level of that name. Raises UsageError."""
    for level in LEVELS:
        if level == name:
            return level
    raise UsageError(f"there is no access level {name[:40]!r}; there are {', '.join(LEVELS)}")


def level_of(connection: sqlite3.Connection, article: str) -> Access:
    """The level of an article; public where none was set."""
    row = connection.execute("SELECT level FROM levels WHERE article = ?", (article,)).fetchone()
    return known_level(row[0]) if row else "public"


def put(connection: sqlite3.Connection, article: str, level: Access) -> None:
    """Writes the level of an article, inside a transaction; the ledger is the caller's."""
    connection.execute("INSERT OR REPLACE INTO levels VALUES (?, ?)", (article, level))


def set_level(
    archive: "Archive", articles: Collection[str], level: str, reason: str, intake: Intake
) -> list[tuple[str, Access]]:
    """Gives articles a level, all or none; those that had another one, with that. The ledger tells why.

    Raises UsageError for a level that does not exist, ArchiveError where an article is not there.
    """
    wanted, changed = known_level(level), []
    with archive.writing():
        for article in dict.fromkeys(articles):
            there = archive.connection.execute("SELECT 1 FROM articles WHERE id = ? LIMIT 1", (article,)).fetchone()
            if there is None:
                raise ArchiveError(f"no article {article} in {archive.path}; nothing was changed", reason="not-found")
            before = level_of(archive.connection, article)
            if before != wanted:
                raise_to(archive.connection, article, wanted, reason, intake)
                changed.append((article, before))
    return changed


def raise_to(connection: sqlite3.Connection, article: str, level: Access, reason: str, intake: Intake) -> None:
    """Writes another level and the entry that tells of it, inside a transaction."""
    told = intake.told() | {"level": level, "before": level_of(connection, article), "reason": reason}
    put(connection, article, level)
    ledger.write(connection, intake.at, "level", (article, None), told)


def stricter(one: Access, other: Access) -> bool:
    """Whether the first level is seen by fewer."""
    return LEVELS.index(one) > LEVELS.index(other)


def told_levels(entries: Iterator[Entry]) -> dict[str, str]:
    """The levels that the ledger tells, of articles that are not public by never having had one."""
    return {
        entry.article: entry.data["level"]
        for entry in entries
        if entry.article and entry.deed in {"add", "version", "level"} and "level" in entry.data
    }


def differences(connection: sqlite3.Connection, entries: Iterator[Entry]) -> Iterator[tuple[str, str]]:
    """The articles whose level is not the one that the ledger tells, and what is wrong."""
    told, there = told_levels(entries), dict(connection.execute("SELECT article, level FROM levels").fetchall())
    for article in sorted(told.keys() | there.keys()):
        if told.get(article) != there.get(article):
            yield article, f"its access level is {there.get(article)}, the ledger tells {told.get(article)}"
