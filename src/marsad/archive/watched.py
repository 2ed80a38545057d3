"""Feeds that are watched: when each was asked, with what result, when next, and which of its items were seen.

This is a state of work like the refused pages, and outside of the proof.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import NamedTuple

from marsad.archive.file import said
from marsad.archive.packing import storable
from marsad.archive.store import Archive
from marsad.errors import ArchiveError


@dataclass(frozen=True, slots=True)
class Result:
    """What came of asking a feed. `reason`: read, unchanged, or why it failed, with a `message`; counts of pages."""

    reason: str = "never"
    message: str | None = None
    added: int = 0
    version: int = 0
    known: int = 0
    withdrawn: int = 0
    refused: int = 0


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed; times are ISO 8601 in UTC. `moved` is asked instead of `url` where it has moved for good."""

    url: str
    moved: str | None = None
    conditions: dict[str, str] = field(default_factory=dict)  # request headers: send it only if it has changed
    polled: str | None = None
    due: str | None = None
    failures: int = 0  # in a row
    gone: bool = False  # for good: it is not asked any more
    result: Result = Result()


class Seen(NamedTuple):
    """An item of a feed by the hashes of its id, of its page's address, and of what the feed said of it.

    `tries`: in how many rounds its page could not be fetched; 0 where it was.
    """

    item: str
    page: str | None
    digest: str
    tries: int = 0


def feeds(archive: Archive) -> list[Feed]:
    """All feeds, by address."""
    with said(archive.path):
        rows = archive.connection.execute(
            "SELECT url, moved, conditions, polled, due, failures, gone, result FROM feeds ORDER BY url"
        ).fetchall()
    return [
        Feed(url, moved, json.loads(conditions), polled, due, failures, bool(gone), Result(**json.loads(result)))
        for url, moved, conditions, polled, due, failures, gone, result in rows
    ]


def enlist(archive: Archive, urls: Iterable[str]) -> int:
    """Takes feeds in; how many of them were not there. Raises ArchiveError."""
    new = [Feed(url) for url in urls]
    with archive.writing():
        before = archive.connection.total_changes
        for feed in new:
            archive.connection.execute(
                "INSERT INTO feeds VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING", _row(feed)
            )
        return archive.connection.total_changes - before


def update(archive: Archive, feed: Feed, items: Iterable[Seen]) -> None:
    """Keeps a feed's new state, and items that were seen. Raises ArchiveError."""
    with archive.writing():
        archive.connection.execute("REPLACE INTO feeds VALUES (?, ?, ?, ?, ?, ?, ?, ?)", _row(feed))
        archive.connection.executemany(
            "REPLACE INTO feed_items VALUES (?, ?, ?, ?, ?)", ((storable(feed.url), *item) for item in items)
        )


def unlist(archive: Archive, url: str) -> None:
    """Takes a feed out, with the memory of its items; what was read stays. Raises ArchiveError."""
    with archive.writing():
        if not archive.connection.execute("DELETE FROM feeds WHERE url = ?", (storable(url),)).rowcount:
            raise ArchiveError(
                f"no feed {url} in {archive.path}; marsad watch --list shows those that are", reason="not-found"
            )
        archive.connection.execute("DELETE FROM feed_items WHERE feed = ?", (storable(url),))


def seen(archive: Archive, feed: str) -> dict[str, Seen]:
    """The items of a feed that were seen, by the hash of their ids."""
    with said(archive.path):
        rows = archive.connection.execute(
            "SELECT item, page, digest, tries FROM feed_items WHERE feed = ?", (storable(feed),)
        ).fetchall()
    return {row[0]: Seen(*row) for row in rows}


def seen_elsewhere(archive: Archive, feed: str, page: str) -> bool:
    """Whether another feed has had an item of that page, by the hash of its address."""
    with said(archive.path):
        return bool(
            archive.connection.execute(
                "SELECT EXISTS (SELECT 1 FROM feed_items WHERE page = ? AND feed <> ?)", (page, storable(feed))
            ).fetchone()[0]
        )


def _row(feed: Feed) -> tuple[object, ...]:
    return (
        storable(feed.url), feed.moved and storable(feed.moved), json.dumps(feed.conditions), feed.polled, feed.due,
        feed.failures, feed.gone, json.dumps(asdict(feed.result)),
    )  # fmt: skip
