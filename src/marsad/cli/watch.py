"""`marsad watch`: feeds that are asked again and again, and what is new in them kept in an archive."""

import json
import re
import sys
from collections import Counter
from contextlib import ExitStack
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, TextIO

import click

from marsad.archive import LEVELS, Archive
from marsad.archive.watched import Feed, feeds, unlist
from marsad.cli.added import how, line, report_file, summary
from marsad.cli.archive import archive_endings, archived, intake
from marsad.cli.ending import pause
from marsad.cli.language import language, spoken
from marsad.cli.outcomes import Outcomes
from marsad.cli.output import Messages
from marsad.cli.sources import some_sources
from marsad.cli.watch_show import again, feed_line, polled_line
from marsad.cli.words import WORDS
from marsad.errors import ArchiveError, FetchFailed, MarsadError, NotFound, UsageError
from marsad.pipeline import Wanted
from marsad.read import FetchOptions, Options, checks
from marsad.read.opml import subscriptions
from marsad.read.warcout import WarcFolder
from marsad.watch import Polled, Watch, check_feed
from marsad.watch.times import now

_UNITS = {"s": 1, "m": 60, "h": 3600}
_SHORTEST, _LONGEST = 10, 7 * 24 * 3600  # seconds; more often is a burden to the sites


@click.command("watch", epilog="Example: marsad watch https://akhbar.example/feed --follow --every 30m")
@click.argument("urls", nargs=-1, metavar="[FEED]...")
@click.option("--opml", type=click.Path(path_type=Path), metavar="FILE", help="Watch the feeds of an OPML file, too.")
@click.option("--every", default="15m", metavar="SPAN", help="Time between two rounds, as in 90s, 15m, 2h.")
@click.option("--once", is_flag=True, help="One round, then end.")
@click.option("--list", "listing", is_flag=True, help="Print how the feeds stand, and ask none.")
@click.option("--jsonl", is_flag=True, help="With --list: one JSON object per feed.")
@click.option(
    "--warc", type=click.Path(path_type=Path), metavar="DIR", help="Keep every request and answer there, as WARC."
)
@click.option("--forget", metavar="FEED", help="Take a feed off the list; what was read in it stays.")
@click.option(
    "--jobs", default=1, show_default=True, type=click.IntRange(min=0), metavar="N", help="Processes that read."
)
@click.option("--access", type=click.Choice(LEVELS), help="Who may see what is added; public where none is named.")
@click.option(
    "--report", type=click.Path(dir_okay=False, path_type=Path), help="A JSON line per page: outcome, reason."
)
@some_sources("engine", "any", "follow", "no-robots", "allow-private", "user-agent")
@spoken
@archived
def watch_command(urls: tuple[str, ...], **given: Any) -> None:  # noqa: ANN401 - click hands over the options by name
    """Ask feeds for what is new, again and again, and keep it in an archive.

    FEED is the address of RSS, Atom or JSON Feed; without any, all that the archive knows are asked. Items that were
    seen cost no request; one that has changed becomes a further version. A feed that fails is asked less and less
    often, one that is gone (410) no more. Exit code as for add; 130: interrupted, what is finished is kept.
    """
    messages = Messages(quiet=given["quiet"], as_json=given["json_errors"])
    with archive_endings(messages):
        named = _named(urls, given["opml"], messages)
        if given["forget"]:
            _forget(given["forget"], given["file"], messages)
            return
        if given["listing"]:
            _list(named, given)
            return
        run = _Run(named, given, messages)
        try:
            code = run.go()
        except KeyboardInterrupt:
            messages.note(WORDS[run.lang]["interrupted"].format(summary=run.summary()))
            raise
    sys.exit(code)


def _named(urls: tuple[str, ...], opml: Path | None, messages: Messages) -> list[str]:
    """The feeds that were asked for, each once; of a list, those that are addresses. Raises UsageError."""
    named = list(urls)
    for url in urls:
        check_feed(url)
    if opml is not None:
        try:
            listed = subscriptions(opml.read_bytes())
        except OSError as error:
            raise UsageError(f"cannot read {opml}: {error.strerror or error}") from None
        except MarsadError as error:
            raise UsageError(error.what, where=str(opml)) from None
        if listed.damage:
            messages.error(NotFound(listed.damage, where=str(opml)))
        for url in listed.urls:
            try:
                check_feed(url)
            except UsageError as error:
                messages.error(NotFound(f"{error.what}; it was left out", where=str(opml)))
            else:
                named.append(url)
    return list(dict.fromkeys(named))


def _forget(url: str, file: str, messages: Messages) -> None:
    with Archive.open(file) as archive:
        unlist(archive, url)
    messages.note(f"{url}: not watched any more")


def _list(named: list[str], given: dict[str, Any]) -> None:
    lang = language(given["lang"])
    with Archive.open(given["file"], read_only=True) as archive:
        for feed in feeds(archive):
            if not named or feed.url in named:
                click.echo(json.dumps(_state(feed), ensure_ascii=False) if given["jsonl"] else feed_line(feed, lang))


def _state(feed: Feed) -> dict[str, Any]:
    state = asdict(feed)
    del state["conditions"]
    return state


def _seconds(span: str) -> float:
    """A span of time. Raises UsageError."""
    found = re.fullmatch(r"(\d{1,7})([smh])", span.strip(), re.ASCII)
    seconds = int(found[1]) * _UNITS[found[2]] if found else 0
    if not _SHORTEST <= seconds <= _LONGEST:
        raise UsageError(f"--every {span[:50]!r} is no span from 10s to 168h; write it as in 90s, 15m or 2h")
    return seconds


class _Run:
    """Tells and counts what comes of asking."""

    def __init__(self, named: list[str], given: dict[str, Any], messages: Messages) -> None:
        """Raises UsageError for options that cannot be met."""
        self._named, self._given, self._messages = named, given, messages
        self._every = _seconds(given["every"])
        fetch = FetchOptions(
            user_agent=given["user_agent"], allow_private=given["allow_private"], respect_robots=not given["no_robots"]
        )
        self._options = Options(follow=given["follow"], fetch=fetch)
        checks.check(self._options)
        self._outcomes = Outcomes(named, self._options, messages, tell_all=False)
        self._counts: Counter[str] = Counter()
        self._answered = 0
        self.lang = language(given["lang"])

    def go(self) -> int:
        """Asks and sums up; the exit code. Raises UsageError, ArchiveError."""
        given = self._given
        if not self._named and not Path(given["file"]).exists():
            raise UsageError(_NO_FEEDS)
        with ExitStack() as stack:
            report = stack.enter_context(report_file(given["report"])) if given["report"] else None
            options = _recorded(self._options, given["warc"], stack) if given["warc"] else self._options
            archive = stack.enter_context(Archive.open(given["file"], create=True))
            watch = Watch(
                archive, self._named, intake(how("marsad watch", given)), options=options, every=self._every,
                wanted=Wanted(engine=given["engine"]), any_page=given["any_page"], jobs=given["jobs"],
                level=given["access"], sleep=pause,
            )  # fmt: skip
            stack.enter_context(watch)
            found = watch.feeds()
            if not found:
                raise UsageError(_NO_FEEDS)
            self._outcomes = Outcomes([feed.url for feed in found], self._options, self._messages, tell_all=False)
            for feed in watch.resting():
                self._refuse(FetchFailed(feed.result.message or "it is gone", reason=feed.result.reason), feed)
            for polled in watch.round() if given["once"] else watch.rounds():
                self._take(polled, report)
        self._outcomes.sum_up(self.summary(), self._answered)
        return self._outcomes.code(self._answered)

    def _take(self, polled: Polled, report: TextIO | None) -> None:
        for kept in polled.kept:
            self._counts[kept.outcome] += 1
            if kept.error:
                self._outcomes.refuse(kept.error, strict=False)
            if report:
                report.write(json.dumps(line(kept), ensure_ascii=False) + "\n")
        if report:
            report.flush()
        self._counts["known"] += polled.passed
        if polled.error and polled.feed.failures:
            self._refuse(polled.error, polled.feed)
            return
        if polled.error and polled.error.reason != "empty":  # damaged, but in part
            self._outcomes.refuse(polled.error, strict=False)
        self._answered += 1
        self._messages.note(polled_line(polled, self.lang))

    def _refuse(self, error: MarsadError, feed: Feed) -> None:
        told = type(error)(f"{error.what}; {again(feed)}", where=feed.url, reason=error.reason)
        self._outcomes.refuse(told, strict=False)

    def summary(self) -> str:
        """What was done, in one line."""
        counts = Counter({name: count for name, count in self._counts.items() if name != "refused"})
        return summary(counts, self._outcomes, self._given["file"], self.lang)


def _recorded(options: Options, folder: Path, stack: ExitStack) -> Options:
    """The options with which what is fetched is kept as WARC. Raises UsageError where nothing can be written there."""
    try:
        warc = stack.enter_context(WarcFolder(folder, intake("marsad watch --warc").program, now))
    except ArchiveError as error:
        raise UsageError(f"--warc: {error.what}") from None
    return replace(options, fetch=replace(options.fetch, fetched=warc.write))


_NO_FEEDS = "there are no feeds to watch; name the address of one, or a list of them with --opml FILE"
