"""`marsad read`: one page, or a whole crawl, to records on standard output."""

import datetime as dt
import json
import locale
import os
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

import click
from tqdm import tqdm

from marsad.cli.output import DONE, IN_PART, INTERRUPTED, NOTHING, USAGE, Messages, csv_line, results
from marsad.cli.show import show
from marsad.errors import MarsadError, NotAnArticle, UsageError
from marsad.pipeline import read as read_source
from marsad.pipeline import second_opinion
from marsad.read import FetchOptions, Options, Session
from marsad.records import STEPS, Record, to_json

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
_PARTS = ("article", *STEPS)


@click.command(epilog="Example: marsad read page.html --json | jq .article.headline")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("--json", "form", flag_value="json", help="One indented JSON record per article.")
@click.option("--jsonl", "form", flag_value="jsonl", help="One JSON record per line.")
@click.option("--csv", "form", flag_value="csv", help="One row per article.")
@click.option("-o", "--output", metavar="FILE", help="Write there, whole or not at all.")
@click.option(
    "--only", metavar="PARTS", help="Parts of the record to print: article,mentions,entities,times,quotes,events."
)
@click.option(
    "--type",
    "kind",
    type=click.Choice(["html", "text", "feed", "warc", "zip", "gzip", "jsonl"]),
    help="What the input is; found from its content otherwise.",
)
@click.option("--encoding", metavar="NAME", help="Encoding of the pages, against what they declare.")
@click.option("--url", metavar="URL", help="Canonical address of the (single) page.")
@click.option("--date", metavar="YYYY-MM-DD", help="Publication date to assume where a page has none.")
@click.option("--any", "any_page", is_flag=True, help="Read pages that are no Arabic articles as well.")
@click.option("--follow", is_flag=True, help="Fetch the page that each feed item points to.")
@click.option(
    "--with", "opinion", type=click.Choice(["trafilatura"]), help="A second opinion on the body, told in the warnings."
)
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Stop after N articles.")
@click.option("--strict", is_flag=True, help="The first refusal ends the run.")
@click.option("--no-robots", is_flag=True, help="Fetch also what robots.txt asks not to.")
@click.option("--allow-private", is_flag=True, help="Fetch also from private and local addresses.")
@click.option("--user-agent", default="", metavar="TEXT", help="How to identify to servers.")
@click.option(
    "--cache",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder that keeps fetched pages, to ask servers only for changes.",
)
@click.option(
    "--lang",
    type=click.Choice(["ar", "en"]),
    help="Language of headings for people; else MARSAD_LANG, else the locale.",
)
@click.option("-v", "--verbose", is_flag=True, help="For people: every dropped line with its reason.")
@click.option("-q", "--quiet", is_flag=True, help="No progress, no summary.")
@click.option("--json-errors", is_flag=True, help="Errors as one JSON object per line.")
def read(inputs: tuple[str, ...], **given: Any) -> None:  # noqa: ANN401 - click hands over the options by name
    """Read raw pages and print what they say.

    INPUT is HTML, a text dump, a feed, WARC, JSONL, zip, gzip, a folder, an http(s) address, or "-".
    Nothing is stored. Exit code 0: done; 1: nothing could be read; 2: wrong usage; 3: done in part.
    """
    messages = Messages(quiet=given["quiet"], as_json=given["json_errors"])
    run = _Run(inputs, given, messages)
    try:
        with results(given["output"]) as stream:
            run.go(stream)
    except UsageError as error:
        messages.error(error)
        sys.exit(USAGE)
    except KeyboardInterrupt:
        messages.note("interrupted; what is finished stands")
        sys.exit(INTERRUPTED)
    except BrokenPipeError:  # the reader of our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(DONE)
    sys.exit(run.exit_code())


class _Run:
    """One run of the command: counts what came of each input."""

    def __init__(self, inputs: tuple[str, ...], given: dict[str, Any], messages: Messages) -> None:
        self.inputs = inputs
        self.given = given
        self.messages = messages
        self.read = 0
        self.refused: Counter[str] = Counter()
        self.named_refused = 0
        self.damaged = 0

    def go(self, stream: TextIO) -> None:
        """Read every input and print what comes. Raises UsageError."""
        options = _options(self.given)
        parts = _parts(self.given["only"])
        lang = self.given["lang"] or _language()
        if self.given["form"] == "csv":
            stream.write(csv_line(list(_COLUMNS)))
        bar = tqdm(unit=" pages", disable=self.given["quiet"] or not sys.stderr.isatty(), file=sys.stderr, leave=False)
        with Session(options.fetch, options.now) as session, bar:
            for source in self.inputs:
                for result in self._results(source, options, session):
                    bar.update()
                    if isinstance(result, MarsadError):
                        with tqdm.external_write_mode(file=sys.stderr):
                            self._refuse(result, source)
                        if self.given["strict"]:
                            return
                        continue
                    if self.read and self.given["form"] is None:
                        stream.write("\n" + "─" * 60 + "\n\n")
                    stream.write(self._printed(result, parts, lang))
                    stream.flush()
                    self.read += 1
                    if self.given["limit"] and self.read >= self.given["limit"]:
                        return
        self._summary()

    def _results(self, source: str, options: Options, session: Session) -> Iterator[Record | MarsadError]:
        try:
            for result in read_source(source, options, any_page=self.given["any_page"], session=session):
                if self.given["opinion"] and isinstance(result, Record):
                    yield second_opinion(result, source, options)
                else:
                    yield result
        except UsageError:
            raise
        except MarsadError as error:
            error.where = error.where or source
            yield error

    def _refuse(self, error: MarsadError, source: str) -> None:
        """A named input that is refused counts for the exit code; a page without an article inside a crawl does not."""
        named = error.where == source
        # Pictures and empty files in a folder or archive are no damage either.
        ordinary = isinstance(error, NotAnArticle) or error.reason in {"not-text", "empty"}
        if named:
            self.named_refused += 1
        elif not ordinary:
            self.damaged += 1
        self.refused[error.reason] += 1
        if named or not ordinary or not self.given["quiet"]:
            self.messages.error(error)

    def _printed(self, record: Record, parts: frozenset[str] | None, lang: str) -> str:
        form = self.given["form"]
        if form is None:
            return show(record, lang=lang, verbose=self.given["verbose"]) + "\n"
        if form == "csv":
            return csv_line(_row(record))
        data = to_json(record)
        if parts is not None:
            data = {key: value for key, value in data.items() if key in parts or key not in _PARTS}
        return json.dumps(data, ensure_ascii=False, indent=2 if form == "json" else None) + "\n"

    def _summary(self) -> None:
        total = self.read + sum(self.refused.values())
        if total > 1:
            why = ", ".join(f"{reason} {count}" for reason, count in self.refused.most_common())
            self.messages.note(f"{self.read} articles of {total} pages" + (f"; refused: {why}" if why else ""))

    def exit_code(self) -> int:
        """As documented: 1 where nothing was read, 3 where something named was refused or anything was damaged."""
        if not self.read:
            return NOTHING
        return IN_PART if self.named_refused or self.damaged else DONE


def _row(record: Record) -> list[object]:
    article = record.article
    return [
        article.id, record.origin.url, article.headline, article.section,
        article.published.value if article.published else None, article.modified.value if article.modified else None,
        article.publisher, article.source, "|".join(article.authors), article.language, len(article.paragraphs),
        sum(len(text.split()) for text in article.paragraph_texts()), article.text,
    ]  # fmt: skip


def _options(given: dict[str, Any]) -> Options:
    date = given["date"]
    if date is not None and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", date):
        raise UsageError(f"--date {date!r} is no date; write it as YYYY-MM-DD")
    if given["url"] and len(given.get("inputs", ())) > 1:
        raise UsageError("--url belongs to one page; there are several inputs")
    fetch = FetchOptions(
        user_agent=given["user_agent"], allow_private=given["allow_private"],
        respect_robots=not given["no_robots"], cache=given["cache"],
    )  # fmt: skip
    now = dt.datetime.now(dt.UTC).replace(microsecond=0).isoformat().replace("+00:00", "Z")
    return Options(given["kind"], given["encoding"], given["url"], date, given["follow"], now, fetch=fetch)


def _parts(only: str | None) -> frozenset[str] | None:
    if only is None:
        return None
    parts = frozenset(part.strip() for part in only.split(","))
    if unknown := sorted(parts - set(_PARTS)):
        raise UsageError(f"--only: unknown part {unknown[0]!r}; known: {', '.join(_PARTS)}")
    return parts


def _language() -> str:
    name = os.environ.get("MARSAD_LANG") or locale.getlocale()[0] or ""
    return "ar" if name.lower().startswith("ar") else "en"
