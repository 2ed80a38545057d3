"""Asking feeds, round after round: only for what has changed, and less often where that fails."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Self

from marsad.archive import Access, Archive, Intake
from marsad.archive.watched import Feed, enlist, feeds
from marsad.errors import SourceError, UsageError
from marsad.pipeline import EVERYTHING, Wanted
from marsad.read import Options, checks
from marsad.scale import Crew
from marsad.watch import times
from marsad.watch.one import Ground, Poll, Polled
from marsad.watch.sparing import SparingSession

QUARTER = 900.0  # seconds


class Watch:
    """Asks feeds whether they have something new, and adds it to an archive; a context manager.

    Arguments:
        archive: open for writing; it keeps the state of the feeds, too.
        urls: their addresses; none for all that the archive knows.
        intake: who adds, how and with which version; the time is that of the poll.
        options: `follow`, `fetch`, `limits` and the like. A round asks once for each page.
        every: seconds between two rounds.
        wanted, any_page, jobs, level: as for `scale.add`.
        clock, sleep: for tests.

    Raises UsageError for what is no address of a feed, ArchiveError where the archive cannot be written.
    """

    def __init__(  # noqa: PLR0913 - by name, all but the first three
        self, archive: Archive, urls: Sequence[str], intake: Intake, *, options: Options = Options(),  # noqa: B008 - frozen
        every: float = QUARTER, wanted: Wanted = EVERYTHING, any_page: bool = False, jobs: int | None = 1,
        level: Access | None = None, clock: Callable[[], datetime] = times.now,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:  # fmt: skip
        checks.check(options)
        for url in urls:
            check_feed(url)
        session = SparingSession(replace(options.fetch, retries=0))
        self._ground = Ground(archive, session, replace(options, now=None), intake, every, clock, level)
        self._crew = partial(Crew, wanted, any_page=any_page, jobs=jobs)
        self._sleep = sleep
        self._urls = frozenset(urls)
        enlist(archive, urls)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._ground.session.close()

    def feeds(self) -> list[Feed]:
        """The feeds as they stand now."""
        return [feed for feed in feeds(self._ground.archive) if not self._urls or feed.url in self._urls]

    def resting(self) -> list[Feed]:
        """Those that `round` leaves alone: they are gone, or have failed and wait."""
        return [feed for feed in self.feeds() if self._rests(feed)]

    def round(self) -> Iterator[Polled]:
        """Asks each feed once, but for those that rest. An interruption keeps what was read. Raises ArchiveError."""
        yield from self._round([feed for feed in self.feeds() if not self._rests(feed)])

    def rounds(self) -> Iterator[Polled]:
        """Asks each feed whenever its time has come, until all are gone. Raises as `round`."""
        yield from self.round()
        while waiting := [feed for feed in self.feeds() if not feed.gone]:
            next_time = min(feed.due or self._now() for feed in waiting)
            left = (times.moment(next_time) - self._ground.clock()).total_seconds()
            if left > 0:
                self._sleep(left)
            yield from self._round([feed for feed in waiting if (feed.due or "") <= self._now()])

    def _round(self, due: list[Feed]) -> Iterator[Polled]:
        begun = self._ground.clock()
        self._ground.session.begin()
        with self._crew() as crew:
            for feed in due:
                yield from Poll(self._ground, feed, begun).go(crew)

    def _rests(self, feed: Feed) -> bool:
        return feed.gone or bool(feed.failures and (feed.due or "") > self._now())

    def _now(self) -> str:
        return times.iso(self._ground.clock())


def check_feed(url: str) -> None:
    """Whether this can be the address of a feed. Raises UsageError."""
    from marsad.read import addresses  # noqa: PLC0415 - loads the network's libraries

    try:
        addresses.parsed(url)
    except SourceError as error:
        raise UsageError(
            f"{url[:80]!r} is no address of a feed ({error.what}); write it with https://. marsad add reads files"
        ) from None
