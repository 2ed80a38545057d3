"""`marsad add`: what `read` finds, kept in an archive."""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, TextIO

import click
from tqdm import tqdm

from marsad.archive import LEVELS, Archive
from marsad.cli.added import how, line, report_file, summary
from marsad.cli.archive import archive_endings, archived, intake
from marsad.cli.language import language, spoken
from marsad.cli.outcomes import Outcomes, progress
from marsad.cli.output import Messages
from marsad.cli.sources import options, sources
from marsad.cli.words import WORDS
from marsad.errors import MarsadError
from marsad.pipeline import Wanted
from marsad.read import Options, Session, pages
from marsad.records import Page, Record
from marsad.scale import Kept, rest, results
from marsad.scale import add as keep


@click.command(epilog="Example: marsad add dump/ crawl.warc.gz --archive news.db")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option(
    "--jobs", type=click.IntRange(min=0), metavar="N", help="Processes that read; as many as cores otherwise."
)
@click.option("--dry-run", is_flag=True, help="Read, count and report; keep nothing.")
@click.option("--access", type=click.Choice(LEVELS), help="Who may see what is added; public where none is named.")
@click.option(
    "--report", type=click.Path(dir_okay=False, path_type=Path), help="A JSON line per page: outcome, reason."
)
@sources
@spoken
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
            messages.note(WORDS[run.lang]["interrupted"].format(summary=run.summary()))
            raise
    sys.exit(code)


class _Run:
    """Counts what became of the pages."""

    def __init__(self, inputs: tuple[str, ...], how: Options, given: dict[str, Any], messages: Messages) -> None:
        self._inputs, self._given = inputs, given
        self._outcomes = Outcomes(inputs, how, messages, tell_all=False)
        self._wanted = Wanted(engine=given["engine"])
        self._counts: Counter[str] = Counter()
        self.lang = language(given["lang"])

    def go(self) -> int:
        """Adds every input and sums up; the exit code. Raises UsageError, ArchiveError."""
        given, how = self._given, self._outcomes.options
        with ExitStack() as stack:
            report = stack.enter_context(report_file(given["report"])) if given["report"] else None
            archive = None if given["dry_run"] else stack.enter_context(Archive.open(given["file"], create=True))
            session = stack.enter_context(Session(how.fetch, how.now))
            bar: tqdm[Any] = stack.enter_context(progress(quiet=given["quiet"]))
            stream = self._kept(archive, session)
            try:
                self._take(stream, bar, report)
            except KeyboardInterrupt:
                self._take(rest(stream), bar, report)
                raise
        read = self._counts.total()
        self._outcomes.sum_up(self.summary(), read)
        return self._outcomes.code(read)

    def _take(self, stream: Iterator[Kept], bar: "tqdm[Any]", report: TextIO | None) -> None:
        """Counts and reports what became of page after page."""
        strict = self._given["strict"]
        for kept in stream:
            bar.update()
            if report:
                report.write(json.dumps(line(kept), ensure_ascii=False) + "\n")
            if kept.error is None:
                self._counts[kept.outcome] += 1
                continue
            with tqdm.external_write_mode(file=sys.stderr):
                self._outcomes.refuse(kept.error, strict=strict)
            if strict:
                return

    def _kept(self, archive: Archive | None, session: Session) -> Iterator[Kept]:
        jobs, any_page = self._given["jobs"], self._given["any_page"]
        found = self._pages(session)
        if archive is not None:
            return keep(
                archive, found, intake(how("marsad add", self._given)), wanted=self._wanted, any_page=any_page,
                jobs=jobs, level=self._given["access"],
            )  # fmt: skip
        return (_dry(page, result) for page, result in results(found, self._wanted, any_page=any_page, jobs=jobs))

    def _pages(self, session: Session) -> Iterator[Page | MarsadError]:
        """All pages of all inputs."""
        for source in self._inputs:
            yield from self._outcomes.each(source, pages(source, self._outcomes.options, session))

    def summary(self) -> str:
        """What was done, in one line."""
        return summary(self._counts, self._outcomes, self._given["file"], self.lang, dry=self._given["dry_run"])


def _dry(page: Page | None, result: Record | MarsadError) -> Kept:
    if isinstance(result, MarsadError):
        return Kept(page.origin.uri if page else result.where, "refused", error=result)
    return Kept(result.origin.uri, "added", result.article.id, 1)
