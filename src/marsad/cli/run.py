"""One run of `marsad read`: every input read, printed, counted."""

import json
import sys
from contextlib import nullcontext
from dataclasses import dataclass
from typing import Any, Literal

from tqdm import tqdm

from marsad.annotate import STEPS
from marsad.cli.explain import explain
from marsad.cli.look import Look, look
from marsad.cli.outcomes import Outcomes, progress
from marsad.cli.output import Messages, Output, csv_line
from marsad.cli.show import show
from marsad.cli.words import WORDS, counted, tally
from marsad.errors import MarsadError, SourceError
from marsad.pipeline import Opinion, Wanted
from marsad.pipeline import read as read_source
from marsad.read import Options, Session
from marsad.records import Record, to_json
from marsad.sifting import confident
from marsad.terms import Lang

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
        self._outcomes = Outcomes(inputs, options, messages, tell_all=not wishes.quiet)
        self._options = self._outcomes.options
        self._wishes = wishes
        self._pages = 0
        self._look = Look(wishes.lang)
        self._unfetched: str | None = None  # the item whose page could not be fetched just before

    def go(self, output: Output) -> int:
        """Read every input and print what comes; the exit code. Raises UsageError, NotWritten."""
        self._look = look(self._wishes.lang, terminal=output.to_terminal)
        if self._wishes.form == "csv":
            output.head(csv_line(list(_COLUMNS)))
        bar = progress(quiet=self._wishes.quiet)
        with Session(self._options.fetch, self._options.now) as session, bar:
            self._read(output, session, bar)
        self._summary(output.records)
        return self._outcomes.code(output.records)

    def _read(self, output: Output, session: Session, bar: "tqdm[Any]") -> None:
        wishes = self._wishes
        for source in self._inputs:
            found = read_source(
                source,
                self._options,
                any_page=wishes.any_page,
                wanted=wishes.wanted,
                opinion=wishes.opinion,
                session=session,
            )
            for result in self._outcomes.each(source, found):
                bar.update()
                self._count(result)
                if isinstance(result, MarsadError):
                    with tqdm.external_write_mode(file=sys.stderr):
                        self._outcomes.refuse(result, strict=wishes.strict)
                    if wishes.strict:
                        return
                    continue
                # A bar and a record on one terminal would share a line.
                with tqdm.external_write_mode(file=sys.stdout) if output.to_terminal else nullcontext():
                    output.record(self._printed(result, first=not output.records))
                if output.records == wishes.limit:
                    return

    def _count(self, result: Record | MarsadError) -> None:
        """A feed item whose page cannot be fetched, and which is read itself instead, is one page."""
        name = result.where if isinstance(result, MarsadError) else result.origin.uri
        if self._unfetched is None or not name.endswith(self._unfetched):  # a refusal names the feed before
            self._pages += 1
        self._unfetched = name if isinstance(result, SourceError) and self._options.follow else None

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
        lang, outcomes = self._wishes.lang, self._outcomes
        words = WORDS[lang]
        text = words["summary"].format(read=counted(read, "article", lang), pages=counted(self._pages, "page", lang))
        if outcomes.refused:
            text += words["refused"].format(why=tally(outcomes.refused, lang))
        if outcomes.passed_over:
            text += words["passed"].format(count=counted(outcomes.passed_over, "capture", lang))
        outcomes.sum_up(text, read, worth=self._pages > 1 or outcomes.passed_over > 0)


def _row(record: Record) -> list[object]:
    article = record.article
    return [
        article.id, record.origin.url, article.headline, article.section,
        article.published.value if article.published else None, article.modified.value if article.modified else None,
        article.publisher, article.source, "|".join(article.authors), article.language, len(article.paragraphs),
        sum(len(text.split()) for text in article.paragraph_texts()), article.text,
    ]  # fmt: skip
