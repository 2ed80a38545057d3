"""Adding to an archive: pages read in parallel, written by one writer, in batches that are kept whole or not at all."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Literal

from marsad import joining
from marsad.archive import Access, Archive, Intake
from marsad.archive.refusals import refuse
from marsad.errors import MarsadError
from marsad.pipeline import EVERYTHING, Wanted
from marsad.records import Page
from marsad.scale.batches import kept
from marsad.scale.workers import Pair, results

_NEW = frozenset({"added", "version"})


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of one page: added, version, known (nothing new), withdrawn (stays out), or refused and why."""

    uri: str
    outcome: Literal["added", "version", "known", "withdrawn", "refused"]
    id: str | None = None
    version: int | None = None
    error: MarsadError | None = None


def add(  # noqa: PLR0913 - by name, all but the first three
    archive: Archive,
    pages: Iterable[Page | MarsadError],
    intake: Intake,
    *,
    wanted: Wanted = EVERYTHING,
    any_page: bool = False,
    jobs: int | None = None,
    level: Access | None = None,
) -> Iterator[Kept]:
    """Reads pages and keeps their records, in order; what became of each comes when it is safe on disk.

    Arguments:
        archive: open for writing.
        pages: as `marsad.read.pages` gives them; errors among them are kept as rejects.
        intake: who adds, how and when, for the ledger.
        wanted: what to look for in the articles, and with which engine.
        any_page: also keep pages that are no Arabic articles.
        jobs: processes that read; as many as cores where None, 0 for none beside this one.
        level: who may see what is added, everybody where None.

    Raises ArchiveError where nothing more can be written; what came out before is kept. A run that is interrupted
    (or closed) keeps what was read.
    """
    return keep(archive, results(pages, wanted, any_page=any_page, jobs=jobs), intake, level=level)


def keep(archive: Archive, found: Iterable[Pair], intake: Intake, *, level: Access | None = None) -> Iterator[Kept]:
    """As `add`, for what `results` or a `Crew` has read."""
    return kept(found, partial(_kept, archive, intake, level))


def _kept(archive: Archive, intake: Intake, level: Access | None, batch: list[Pair]) -> list[Kept]:
    with archive.writing():
        done = [_keep(archive, pair, intake, level) for pair in batch]
        joining.enter(archive, (one.id for one in done if one.id and one.outcome in _NEW))
    return done


def _keep(archive: Archive, pair: Pair, intake: Intake, level: Access | None) -> Kept:
    page, result = pair
    if isinstance(result, MarsadError) or page is None:
        error = result if isinstance(result, MarsadError) else MarsadError("no page")
        refuse(archive, page, error, intake, level=level or "public")
        return Kept(page.origin.uri if page else error.where, "refused", error=error)
    added = archive.add(page, result, intake, level=level)
    return Kept(page.origin.uri, added.outcome, added.id, added.version)
