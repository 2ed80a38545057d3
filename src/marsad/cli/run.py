"""One run of `marsad read`: every input read, printed, counted."""

import json
import os
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, NoReturn

from tqdm import tqdm

from marsad.annotate import STEPS
from marsad.cli.ending import DONE, IN_PART, NOTHING
from marsad.cli.explain import explain
from marsad.cli.look import Look, look
from marsad.cli.output import Messages, Output, csv_line
from marsad.cli.show import show
from marsad.cli.words import WORDS, Lang, counted, tally
from marsad.errors import MarsadError, NotAnArticle, SourceError, UsageError
from marsad.pipeline import Opinion, Wanted
from marsad.pipeline import read as read_source
from marsad.read import Options, Session
from marsad.records import Record, to_json
from marsad.sifting import confident

Form = Literal["people", "json", "jsonl", "csv"]
PARTS = ("article", *STEPS)  # what this version finds
_COLUMNS = (
    "id",
    "url",
    "headline",
    "section",
    "published",
    "modified",
    "publisher",
    "source",
    "authors",
    "language",
    "paragraphs",
    "words",
    "text",
)
_RULE = "\n" + "─" * 60 + "\n\n"


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the caller wants of a run beside the options of reading."""

    form: Form = "people"
    parts: frozenset[str] | None = None
    engine: str = "auto"
    lang: Lang = "en"
    verbose: bool = False
    quiet: bool = False
    any_page: bool = False
    opinion: Opinion | None = None
    limit: int | None = None
    strict: bool = False
    least: float = 0.0  # confidence of the facts that are printed
    explain: str | None = None  # ids of facts, or all: they are explained, and the record is not printed

    @property
    def wanted(self) -> Wanted:
        """The steps whose lists will be printed; a table has columns of the article alone."""
        if self.form == "csv":
            return Wanted((), self.engine)
        return Wanted(tuple(step for step in STEPS if self.parts is None or step in self.parts), self.engine)


class Run:
    """Counts what came of each input."""

    def __init__(self, inputs: tuple[str, ...], options: Options, wishes: Wishes, messages: Messages) -> None:
        self._inputs = inputs
        self._options = replace(options, passed_over=self._pass_over)
        self._wishes = wishes
        self._messages = messages
        self._pages = 0
        self._refused: Counter[str] = Counter()
        self._passed_over = 0
        self._told = False  # some error was named
        self._in_part = False  # a named input was refused, something was damaged, or --strict ended the run
        self._look = Look(wishes.lang)
        self._unfetched: str | None = None  # the item whose page could not be fetched just before

    def go(self, output: Output) -> int:
        """Read every input and print what comes; the exit code. Raises UsageError, NotWritten."""
        self._look = look(self._wishes.lang, terminal=output.to_terminal)
        if self._wishes.form == "csv":
            output.head(csv_line(list(_COLUMNS)))
        no_bar = self._wishes.quiet or bool(os.environ.get("NO_COLOR")) or not sys.stderr.isatty()
        bar = tqdm(unit=" pages", disable=no_bar, file=sys.stderr, leave=False)
        with Session(self._options.fetch, self._options.now) as session, bar:
            self._read(output, session, bar)
        self._summary(output.records)
        if not output.records:
            return NOTHING
        return IN_PART if self._in_part else DONE

    def _read(self, output: Output, session: Session, bar: "tqdm[NoReturn]") -> None:
        for source in self._inputs:
            for result in self._results(source, session):
                bar.update()
                self._count(result)
                if isinstance(result, MarsadError):
                    with tqdm.external_write_mode(file=sys.stderr):
                        self._refuse(result, source)
                    if self._wishes.strict:
                        self._in_part = True
                        return
                    continue
                # A bar and a record on one terminal would share a line.
                with tqdm.external_write_mode(file=sys.stdout) if output.to_terminal else nullcontext():
                    output.record(self._printed(result, first=not output.records))
                if output.records == self._wishes.limit:
                    return

    def _results(self, source: str, session: Session) -> Iterator[Record | MarsadError]:
        """What came of an input; an error, where nothing did."""
        wishes, pages = self._wishes, self._pages + self._passed_over
        try:
            yield from read_source(
                source,
                self._options,
                any_page=wishes.any_page,
                wanted=wishes.wanted,
                opinion=wishes.opinion,
                session=session,
            )
        except UsageError:
            raise
        except MarsadError as error:
            error.where = error.where or source
            yield error
        if self._pages + self._passed_over == pages:
            yield SourceError("holds no pages", where=source, reason="empty")

    def _count(self, result: Record | MarsadError) -> None:
        """A feed item whose page cannot be fetched, and which is read itself instead, is one page."""
        name = result.where if isinstance(result, MarsadError) else result.origin.uri
        if self._unfetched is None or not name.endswith(self._unfetched):  # a refusal names the feed before
            self._pages += 1
        self._unfetched = name if isinstance(result, SourceError) and self._options.follow else None

    def _refuse(self, error: MarsadError, source: str) -> None:
        """A named input that is refused counts for the exit code; a page without an article inside a crawl does not."""
        named = error.where in {source, str(Path(source))}
        # Pictures and empty files in a folder or archive are no damage either.
        ordinary = isinstance(error, NotAnArticle) or error.reason in {"not-text", "empty"}
        self._in_part |= named or not ordinary
        self._refused[error.reason] += 1
        if named or not ordinary or not self._wishes.quiet:
            self._told = True
            self._messages.error(error)

    def _pass_over(self, _: str) -> None:
        self._passed_over += 1

    def _printed(self, whole: Record, *, first: bool) -> str:
        """The record in the form that is wanted. Raises UsageError where what is to be explained is not in it."""
        wishes = self._wishes
        record = confident(whole, wishes.least)
        if wishes.form == "people":
            text = (
                show(record, self._look, verbose=wishes.verbose)
                if wishes.explain is None
                else explain(record, wishes.explain, self._look, whole)
            )
            return ("" if first else _RULE) + text + "\n"
        if wishes.form == "csv":
            return csv_line(_row(record))
        data = to_json(record)
        if wishes.parts is not None:
            data = {key: value for key, value in data.items() if key in wishes.parts or key not in PARTS}
        return json.dumps(data, ensure_ascii=False, indent=2 if wishes.form == "json" else None) + "\n"

    def _summary(self, read: int) -> None:
        lang = self._wishes.lang
        words = WORDS[lang]
        text = words["summary"].format(read=counted(read, "article", lang), pages=counted(self._pages, "page", lang))
        if self._refused:
            text += words["refused"].format(why=tally(self._refused, lang))
        if self._passed_over:
            text += words["passed"].format(count=counted(self._passed_over, "capture", lang))
        if not read and not self._told:  # an exit code alone explains nothing, not even with --quiet
            where = self._inputs[0] if len(self._inputs) == 1 else ""
            self._messages.error(NotAnArticle(text, reason="empty", where=where))
        elif self._pages > 1 or self._passed_over:
            self._messages.note(text)


def _row(record: Record) -> list[object]:
    article = record.article
    return [
        article.id, record.origin.url, article.headline, article.section,
        article.published.value if article.published else None, article.modified.value if article.modified else None,
        article.publisher, article.source, "|".join(article.authors), article.language, len(article.paragraphs),
        sum(len(text.split()) for text in article.paragraph_texts()), article.text,
    ]  # fmt: skip
