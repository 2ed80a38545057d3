"""Annotations renewed: exactly the rows of the steps that were read anew, each article wholly or not at all."""

from collections.abc import Collection
from typing import Any, Literal, NamedTuple

from marsad.archive import ledger
from marsad.archive.entity_rows import joined_version, leave
from marsad.archive.file import said
from marsad.archive.ledger import Intake
from marsad.archive.packing import packed
from marsad.archive.rows import Fact, Rows, facts_hash, rows, stored_record
from marsad.archive.store import Archive
from marsad.errors import UsageError
from marsad.records import STEPS, Record, to_json

Outcome = Literal["renewed", "same", "gone"]
_HOW = frozenset({"made_by", "rule", "confidence"})  # who found something and how: what it is does not change with them


class Old(NamedTuple):
    """A version of an article, and the steps that are to be renewed in it."""

    article: str
    version: int
    steps: tuple[str, ...]


def lacking(archive: Archive, steps: Collection[str]) -> list[Old]:
    """The versions in which one of the steps was never run, in the order of their ids."""
    found = (Old(one.article, one.version, _but(steps, one.steps)) for one in _all(archive))
    return [one for one in found if one.steps]


def renewable(archive: Archive, steps: Collection[str], made_by: str | None = None) -> list[Old]:
    """All versions; or those that have rows of these steps made by an annotator: `quotes@1`, or `quotes` for any of it.

    Raises UsageError where nothing was made by it.
    """
    if made_by is None:
        return [Old(one.article, one.version, tuple(step for step in STEPS if step in steps)) for one in _all(archive)]
    with said(archive.path):
        makers = [row[0] for row in archive.connection.execute("SELECT DISTINCT made_by FROM facts ORDER BY made_by")]
        wanted = [maker for maker in makers if made_by in {maker, maker.partition("@")[0]}]
        if not wanted:
            known = f"; there are {', '.join(makers)}" if makers else ""
            raise UsageError(f"nothing in {archive.path} was made by {made_by!r}{known}")
        marks = ", ".join("?" * len(wanted))
        found = archive.connection.execute(
            f"SELECT DISTINCT article, version, step FROM facts WHERE made_by IN ({marks}) ORDER BY article, version",  # noqa: S608
            wanted,
        ).fetchall()
    parts: dict[tuple[str, int], list[str]] = {}
    for article, version, step in found:
        if step in steps:
            parts.setdefault((article, version), []).append(step)
    return [Old(*key, tuple(step for step in STEPS if step in those)) for key, those in parts.items()]


def record_of(archive: Archive, old: Old) -> Record | None:
    """The article as it stands; None where it was withdrawn meanwhile."""
    with said(archive.path):
        found = stored_record(archive.connection, old.article, old.version)
    return found[1] if found else None


def changed(before: Record, after: Record) -> tuple[str, ...]:
    """The steps whose lists say something else than before, whoever made them by whichever rule."""
    old, new = to_json(before), to_json(after)
    return tuple(step for step in STEPS if _what(old.get(step)) != _what(new.get(step)))


def outcome(before: Record, after: Record) -> Outcome:
    """Whether there is anything to renew."""
    return "same" if rows(before) == rows(after) else "renewed"


def renew(archive: Archive, version: int, before: Record, after: Record, intake: Intake) -> Outcome:
    """Puts the lists of `after` into the place of those of `before`, inside a transaction of `writing`.

    Rows of steps that are the same stay. The ledger tells of it. What the article said of its entities to others is
    taken back; `marsad.joining.enter` joins them anew. `gone`: withdrawn or renewed by another process since `before`
    was read; nothing is done.
    """
    connection, article = archive.connection, before.article.id
    found, old, new = stored_record(connection, article, version), rows(before), rows(after)
    if found is None or rows(found[1]) != old:
        return "gone"
    if old == new:
        return "same"
    steps = [step for step in STEPS if _of(step, old) != _of(step, new)]
    for step in steps:
        connection.execute("DELETE FROM facts WHERE article = ? AND version = ? AND step = ?", (article, version, step))
        connection.executemany(
            "INSERT INTO facts VALUES (?, ?, ?, ?, ?, ?, ?)", ((article, version, *fact) for fact in _of(step, new)[1])
        )
    connection.execute(
        "UPDATE articles SET steps = ?, body = ? WHERE id = ? AND version = ?",
        (new.steps, packed(new.body), article, version),
    )
    if joined_version(connection, article) == version:
        leave(connection, article)
    told = intake.told() | {"steps": steps, "before": facts_hash(old.facts)} | new.proof()
    ledger.write(connection, intake.at, "annotate", (article, version), told)
    return "renewed"


def _of(step: str, stored: Rows) -> tuple[bool, list[Fact]]:
    """Whether a step ran, and its rows."""
    return step in stored.steps.split(), [fact for fact in stored.facts if fact[0] == step]


def _what(facts: list[dict[str, Any]] | None) -> list[dict[str, Any]] | None:
    return facts and [{name: value for name, value in fact.items() if name not in _HOW} for fact in facts]


def _all(archive: Archive) -> list[Old]:
    with said(archive.path):
        found = archive.connection.execute(
            "SELECT id, version, steps FROM articles WHERE withdrawn IS NULL ORDER BY id, version"
        ).fetchall()
    return [Old(article, version, tuple(steps.split())) for article, version, steps in found]


def _but(steps: Collection[str], ran: Collection[str]) -> tuple[str, ...]:
    return tuple(step for step in STEPS if step in steps and step not in ran)
