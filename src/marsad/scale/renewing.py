"""Annotating an archive again: articles annotated in parallel, written by one writer, in batches."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Literal

from marsad import joining
from marsad.annotate import STEPS, Step, needed, together
from marsad.archive import Archive, Intake
from marsad.archive.renew import Old, changed, outcome, record_of, renew
from marsad.errors import MarsadError
from marsad.pipeline import Result, Wanted
from marsad.records import Record
from marsad.scale.batches import kept
from marsad.scale.one import Renewal
from marsad.scale.workers import results


@dataclass(frozen=True, slots=True)
class Renewed:
    """What became of a version of an article.

    renewed; same (nothing else was found); needs (`steps` stand on what would change, and were not to be renewed: it
    stays as it was); gone (withdrawn or renewed by another process meanwhile); refused, and why: it stays as it was.
    """

    id: str
    version: int
    outcome: Literal["renewed", "same", "needs", "gone", "refused"]
    steps: tuple[str, ...] = ()
    error: MarsadError | None = None


def annotate(
    archive: Archive,
    which: Iterable[Old],
    intake: Intake,
    *,
    engine: str = "auto",
    jobs: int | None = None,
    dry_run: bool = False,
) -> Iterator[Renewed]:
    """Reads the steps of articles anew and keeps what is found, in order; what became of each comes when it is safe.

    Arguments:
        archive: open for writing, but for a dry run.
        which: as `archive.renew.lacking` and `renewable` give it.
        intake: who does it, how and when, for the ledger.
        engine: what reads names.
        jobs: processes that read; as many as cores where None, 0 for none beside this one.
        dry_run: says what would become of each, and writes nothing.

    Each article is renewed wholly or not at all. Raises UsageError for an engine that cannot be had, ArchiveError where
    nothing more can be written.
    """
    found = results(_tasks(archive, which), Wanted((), engine), jobs=jobs)
    yield from kept(found, partial(_kept, None if dry_run else archive, intake))


def _tasks(archive: Archive, which: Iterable[Old]) -> Iterator[Renewal]:
    for old in which:
        record = record_of(archive, old)
        if record is not None:
            wanted: tuple[Step, ...] = tuple(step for step in STEPS if step in old.steps)
            yield Renewal(record, old.version, tuple(step for step in STEPS if step in together(wanted)))


def _kept(archive: Archive | None, intake: Intake, batch: list[tuple[Renewal | None, Result]]) -> list[Renewed]:
    pairs = [(task, result) for task, result in batch if task is not None]
    if archive is None:
        return [_kept_one(None, intake, task, result) for task, result in pairs]
    with archive.writing():
        done = [_kept_one(archive, intake, task, result) for task, result in pairs]
        joining.enter(archive, (one.id for one in done if one.outcome == "renewed"))
    return done


def _kept_one(archive: Archive | None, intake: Intake, task: Renewal, result: Result) -> Renewed:
    before, version = task.record, task.version
    if isinstance(result, MarsadError):
        return Renewed(before.article.id, version, "refused", error=result)
    waiting = left_behind(task, result)
    if waiting:
        return Renewed(before.article.id, version, "needs", waiting)
    done = renew(archive, version, before, result, intake) if archive is not None else outcome(before, result)
    return Renewed(before.article.id, version, done, changed(before, result))


def left_behind(task: Renewal, after: Record) -> tuple[str, ...]:
    """The steps that were not read anew, though what they stand on says something else now."""
    other = frozenset(changed(task.record, after))
    return tuple(
        step
        for step in STEPS
        if step not in task.steps and getattr(task.record, step) is not None and not needed((step,)).isdisjoint(other)
    )
