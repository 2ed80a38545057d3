"""`marsad add`: what `read` finds, kept in an archive."""

import json
import os
import sys
from collections import Counter
from collections.abc import Generator, Iterator
from contextlib import ExitStack, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, NoReturn, TextIO

import click
from tqdm import tqdm

from marsad.archive import Archive
from marsad.cli.archive import archive_endings, archived, intake, opened
from marsad.cli.ending import DONE, IN_PART, NOTHING
from marsad.cli.output import Messages
from marsad.cli.sources import options, sources
from marsad.cli.words import counted, tally
from marsad.errors import MarsadError, NotAnArticle, SourceError, UsageError
from marsad.pipeline import Wanted
from marsad.read import Options, Session, pages
from marsad.records import Page, Record
from marsad.scale import Kept, results
from marsad.scale import add as keep


@click.command(epilog="Example: marsad add dump/ crawl.warc.gz --archive news.db")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option(
    "--jobs", type=click.IntRange(min=0), metavar="N", help="Processes that read; as many as cores otherwise."
)
@click.option("--dry-run", is_flag=True, help="Read, count and report; keep nothing.")
@click.option(
    "--report", type=click.Path(dir_okay=False, path_type=Path), help="A JSON line per page: outcome, reason."
)
@sources
@archived
def add(inputs: tuple[str, ...], **given: Any) -> None:  # noqa: ANN401 - click hands over the options by name
    """Read raw pages and keep what they say, with their bytes, in an archive.

    INPUT is what `marsad read` takes. Adding twice adds nothing; another text at the same address is a further
    version. A page that cannot be read is kept with its reason (marsad rejects). Exit code 0: done; 1: nothing could
    be read; 2: wrong usage; 3: done in part; 4: the archive cannot be used; 130: interrupted, what is finished is kept.
    """
    messages = Messages(quiet=given["quiet"], as_json=given["json_errors"])
    with archive_endings(messages):
        run = _Run(inputs, options(inputs, given), given, messages)
        try:
            code = run.go()
        except KeyboardInterrupt:
            messages.note(f"interrupted; {run.summary()}")
            raise
        messages.note(run.summary())
    sys.exit(code)


class _Run:
    """Counts what became of the pages."""

    def __init__(self, inputs: tuple[str, ...], how: Options, given: dict[str, Any], messages: Messages) -> None:
        self._inputs, self._given, self._messages = inputs, given, messages
        self._options = replace(how, passed_over=lambda _: None)
        self._wanted = Wanted(engine=given["engine"])
        self.counts: Counter[str] = Counter()
        self.reasons: Counter[str] = Counter()
        self._in_part = False

    def go(self) -> int:
        """Adds every input; the exit code. Raises UsageError, ArchiveError."""
        no_bar = self._given["quiet"] or bool(os.environ.get("NO_COLOR")) or not sys.stderr.isatty()
        with ExitStack() as stack:
            report = stack.enter_context(_report(self._given["report"])) if self._given["report"] else None
            archive = None if self._given["dry_run"] else stack.enter_context(opened(self._given["file"], create=True))
            session = stack.enter_context(Session(self._options.fetch, self._options.now))
            bar: tqdm[NoReturn] = stack.enter_context(tqdm(unit=" pages", disable=no_bar, file=sys.stderr, leave=False))
            stream = self._kept(archive, session)
            try:
                self._take(stream, bar, report)
            except KeyboardInterrupt:
                self._take(_rest(stream), bar, report)
                raise
        if not sum(count for outcome, count in self.counts.items() if outcome != "refused"):
            return NOTHING
        return IN_PART if self._in_part else DONE

    def _take(self, stream: Iterator[Kept], bar: "tqdm[NoReturn]", report: TextIO | None) -> None:
        """Counts and reports what became of page after page."""
        for kept in stream:
            bar.update()
            with tqdm.external_write_mode(file=sys.stderr):
                self._count(kept)
            if report:
                report.write(json.dumps(_line(kept), ensure_ascii=False) + "\n")
            if kept.error and self._given["strict"]:
                self._in_part = True
                return

    def _kept(self, archive: Archive | None, session: Session) -> Iterator[Kept]:
        jobs, any_page = self._given["jobs"], self._given["any_page"]
        found = self._pages(session)
        if archive is not None:
            return keep(archive, found, intake(_how(self._given)), wanted=self._wanted, any_page=any_page, jobs=jobs)
        return (_dry(page, result) for page, result in results(found, self._wanted, any_page=any_page, jobs=jobs))

    def _pages(self, session: Session) -> Iterator[Page | MarsadError]:
        """All pages of all inputs; where an input cannot be read, or holds none, the error that says so."""
        for source in self._inputs:
            empty = True
            try:
                for page in pages(source, self._options, session):
                    empty = False
                    yield page
            except UsageError:
                raise
            except MarsadError as error:
                empty = False
                error.where = error.where or source
                yield error
            if empty:
                yield SourceError("holds no pages", where=source, reason="empty")

    def _count(self, kept: Kept) -> None:
        self.counts[kept.outcome] += 1
        if kept.error is None:
            return
        self.reasons[kept.error.reason] += 1
        named = kept.uri in self._inputs
        ordinary = isinstance(kept.error, NotAnArticle) or kept.error.reason in {"not-text", "empty"}
        self._in_part |= named or not ordinary
        if named or not ordinary:
            kept.error.where = kept.error.where or kept.uri
            self._messages.error(kept.error)

    def summary(self) -> str:
        """What was done, in one line."""
        counts = self.counts
        where = "(nothing is kept: --dry-run)" if self._given["dry_run"] else f"to {self._given['file']}"
        versions = f" and {counted(counts['version'], 'version', 'en')}" if counts["version"] else ""
        line = f"{counted(counts['added'], 'article', 'en')}{versions} added {where}"
        line += "".join(f"; {counts[name]:,} {said}" for name, said in _SAID.items() if counts[name])
        return line + (f" ({tally(self.reasons, 'en')})" if self.reasons else "")


def _rest(stream: Iterator[Kept]) -> Iterator[Kept]:
    """What an interrupted run has read and now keeps: it is counted and reported like the rest."""
    if not isinstance(stream, Generator):
        return
    with suppress(KeyboardInterrupt, StopIteration):
        kept = stream.throw(KeyboardInterrupt())
        while True:
            yield kept
            kept = next(stream)


_SAID = {"known": "known already", "withdrawn": "withdrawn before, left out", "refused": "refused"}


def _how(given: dict[str, Any]) -> str:
    """The command with the options that change what is kept, for the ledger."""
    words = ["marsad add"]
    for name, option in _TOLD.items():
        if given[name] and (name, given[name]) != ("engine", "auto"):
            words.append(option if given[name] is True else f"{option} {given[name]}")
    return " ".join(words)


_TOLD = {
    "engine": "--engine", "kind": "--type", "encoding": "--encoding", "url": "--url", "date": "--date",
    "any_page": "--any", "follow": "--follow", "no_robots": "--no-robots", "allow_private": "--allow-private",
    "user_agent": "--user-agent",
}  # fmt: skip


def _report(path: Path) -> TextIO:
    try:
        return path.open("w", encoding="utf-8")
    except OSError as error:
        raise UsageError(f"cannot write to {path}: {error.strerror or error}") from None


def _dry(page: Page | None, result: Record | MarsadError) -> Kept:
    if isinstance(result, MarsadError):
        return Kept(page.origin.uri if page else result.where, "refused", error=result)
    return Kept(result.origin.uri, "added", result.article.id, 1)


def _line(kept: Kept) -> dict[str, Any]:
    error = kept.error
    return {
        "uri": kept.uri, "outcome": kept.outcome, "id": kept.id, "version": kept.version,
        "reason": error.reason if error else None, "message": error.what if error else None,
    }  # fmt: skip
