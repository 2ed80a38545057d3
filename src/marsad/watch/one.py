"""One feed asked once: what it answers, what of it is new, when it is asked again."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial

from marsad.archive import Access, Archive, Intake
from marsad.archive.watched import Feed, Result, seen, seen_elsewhere, update
from marsad.errors import Damaged, MarsadError, SourceError
from marsad.read import Item, Options, Reply, Session, kinds, pages_of
from marsad.read.feedlinks import feed_links
from marsad.read.parts import Part, located
from marsad.scale import Crew, Kept, keep, rest
from marsad.watch import times
from marsad.watch.items import Items
from marsad.watch.sparing import SparingSession

_NAMED = 3  # feeds of a page that are shown
READ, UNCHANGED, GONE = "read", "unchanged", "gone"


@dataclass(frozen=True, slots=True)
class Ground:
    """What all feeds of a watch share; `every` are seconds, `level` is who may see what is added."""

    archive: Archive
    session: SparingSession
    options: Options
    intake: Intake
    every: float
    clock: Callable[[], datetime]
    level: Access | None = None


@dataclass(frozen=True, slots=True)
class Polled:
    """What came of asking a feed: its new state, the pages that were new, how many items were known before.

    `error`: what is wrong with the feed itself. `moved`: where it has moved for good; told once.
    """

    feed: Feed
    kept: tuple[Kept, ...] = ()
    passed: int = 0
    error: MarsadError | None = None
    moved: str | None = None


class Poll:
    """Asks a feed in a round that has begun at some moment."""

    def __init__(self, ground: Ground, feed: Feed, begun: datetime) -> None:
        self._ground, self._feed, self._begun = ground, feed, begun
        self._now = times.iso(ground.clock())

    def go(self, crew: Crew) -> Iterator[Polled]:
        """What came of it. A run that is interrupted keeps and tells what was read, then ends. Raises ArchiveError."""
        ground, feed = self._ground, self._feed
        ground.session.now = self._now
        reply = ground.session.poll(feed.moved or feed.url, feed.conditions)
        if reply.error:
            yield self._failed(reply.error, reply)
        elif reply.part is None:
            yield self._answered(reply, Result(UNCHANGED), reply.conditions)
        else:
            yield from self._read(replace(reply.part, uri=feed.url), reply, crew)

    def _read(self, part: Part, reply: Reply, crew: Crew) -> Iterator[Polled]:
        ground, feed = self._ground, self._feed
        follow = ground.options.follow
        elsewhere = partial(seen_elsewhere, ground.archive, feed.url) if follow else None
        items = Items(feed.url, seen(ground.archive, feed.url), elsewhere)
        found = items.noted(_pages(part, replace(ground.options, kind="feed", known=items.known), ground.session))
        how = replace(ground.intake, at=self._now)
        stream = keep(ground.archive, crew.results(found), how, level=ground.level)
        kept: list[Kept] = []

        def take(some: Iterator[Kept]) -> None:
            for one in some:
                items.take(one)
                kept.append(one)

        try:
            take(stream)
        except KeyboardInterrupt:
            take(rest(stream))
            update(ground.archive, feed, items.seen(whole=False))
            yield Polled(replace(feed, result=_result(kept, items.passed)), tuple(kept), items.passed)
            raise
        trouble = items.trouble
        if trouble and not items.count and trouble.reason != "empty":
            yield self._failed(trouble, reply)
            return
        whole = not (trouble or items.again)  # else the feed is wanted again, also unchanged
        result = replace(_result(kept, items.passed), message=trouble.what if trouble else None)
        done = self._answered(reply, result, reply.conditions if whole else {}, items)
        yield replace(done, kept=tuple(kept), passed=items.passed, error=trouble)

    def _answered(self, reply: Reply, result: Result, conditions: dict[str, str], items: Items | None = None) -> Polled:
        feed = self._feed
        moved = reply.moved or feed.moved
        new = replace(
            feed, moved=None if moved == feed.url else moved, conditions=conditions, polled=self._now,
            due=self._due(0, 0.0), failures=0, result=result,
        )  # fmt: skip
        update(self._ground.archive, new, items.seen() if items else ())
        return Polled(new, moved=new.moved if new.moved != feed.moved else None)

    def _failed(self, error: MarsadError, reply: Reply) -> Polled:
        """The address that was named first is asked again where the one that it has moved to fails."""
        feed, failures = self._feed, self._feed.failures + 1
        located(error, feed.url).where = feed.url
        new = replace(
            feed, moved=None, polled=self._now, due=None if reply.gone else self._due(failures, reply.wait),
            failures=failures, gone=reply.gone, result=Result(GONE if reply.gone else error.reason, error.what),
        )  # fmt: skip
        update(self._ground.archive, new, ())
        return Polled(new, error=error)

    def _due(self, failures: int, asked: float) -> str:
        pause = times.until_next(self._ground.every, failures, asked)
        return times.iso(self._begun + timedelta(seconds=pause))


def _pages(part: Part, options: Options, session: Session) -> Iterator[Item]:
    """The pages of a feed; an error where it is none, though it may be a page."""
    try:
        kind = kinds.kind(part.stream.peek(kinds.HEAD))
        if kind not in {"feed", "gzip"}:
            raise Damaged(_no_feed(kind, part, options), reason="not-text")
    except SourceError as error:
        yield located(error, part.uri)
    else:
        yield from pages_of(part, options, session)


def _no_feed(kind: str, part: Part, options: Options) -> str:
    what = "a page" if kind in {"html", "text"} else f"a {kind} file"
    page = part.stream.whole(options.limits.feed, "page") if kind == "html" else b""
    named = feed_links(page, part.url or part.uri)[:_NAMED]
    return f"the address gives {what}, not a feed" + (f"; the page names: {' '.join(named)}" if named else "")


def _result(kept: list[Kept], passed: int) -> Result:
    counts = Counter(one.outcome for one in kept)
    return Result(
        READ, None, counts["added"], counts["version"], counts["known"] + passed, counts["withdrawn"], counts["refused"]
    )
