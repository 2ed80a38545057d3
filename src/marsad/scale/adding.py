"""Adding to an archive: pages read in parallel, written by one writer, in batches that are kept whole or not at all."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from marsad import joining
from marsad.archive import Archive, Intake
from marsad.archive.refusals import refuse
from marsad.errors import MarsadError
from marsad.pipeline import EVERYTHING, Wanted
from marsad.records import Page
from marsad.scale.workers import Pair, results

_NEW = frozenset({"added", "version"})
_BATCH = 50  # pages per transaction: what a power cut may cost, and what waiting for the disk is shared by


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of one page: added, version, known (nothing new), withdrawn (stays out), or refused and why."""

    uri: str
    outcome: Literal["added", "version", "known", "withdrawn", "refused"]
    id: str | None = None
    version: int | None = None
    error: MarsadError | None = None


def add(
    archive: Archive,
    pages: Iterable[Page | MarsadError],
    intake: Intake,
    *,
    wanted: Wanted = EVERYTHING,
    any_page: bool = False,
    jobs: int | None = None,
) -> Iterator[Kept]:
    """Reads pages and keeps their records, in order; what became of each comes when it is safe on disk.

    Arguments:
        archive: open for writing.
        pages: as `marsad.read.pages` gives them; errors among them are kept as rejects.
        intake: who adds, how and when, for the ledger.
        wanted: what to look for in the articles, and with which engine.
        any_page: also keep pages that are no Arabic articles.
        jobs: processes that read; as many as cores where None, 0 for none beside this one.

    Raises ArchiveError where nothing more can be written; what came out before is kept. A run that is interrupted
    (or closed) keeps what was read.
    """
    batch: list[Pair] = []
    done: list[Kept] = []
    try:
        for pair in results(pages, wanted, any_page=any_page, jobs=jobs):
            batch.append(pair)
            if len(batch) >= _BATCH:
                full, batch = batch, []
                done = _kept(archive, full, intake)
                while done:
                    yield done.pop(0)
    except GeneratorExit:  # nobody listens any more
        _kept(archive, batch, intake)
        raise
    except BaseException:
        yield from [*done, *_kept(archive, batch, intake)]
        raise
    yield from _kept(archive, batch, intake)


def _kept(archive: Archive, batch: list[Pair], intake: Intake) -> list[Kept]:
    if not batch:
        return []
    with archive.writing():
        kept = [_keep(archive, pair, intake) for pair in batch]
        joining.enter(archive, (one.id for one in kept if one.id and one.outcome in _NEW))
    return kept


def _keep(archive: Archive, pair: Pair, intake: Intake) -> Kept:
    page, result = pair
    if isinstance(result, MarsadError) or page is None:
        error = result if isinstance(result, MarsadError) else MarsadError("no page")
        refuse(archive, page, error, intake)
        return Kept(page.origin.uri if page else error.where, "refused", error=error)
    added = archive.add(page, result, intake)
    return Kept(page.origin.uri, added.outcome, added.id, added.version)
