"""`marsad search`: what an archive holds, found under all its forms and spellings."""

import json
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Self, TypeVar

import click

from marsad.archive.answers import answer_json, found_json
from marsad.archive.query_dates import Period, day_range
from marsad.archive.search import Answer, Wish
from marsad.archive.search_variants import Choice
from marsad.cli.archive import archive_endings, archived, cleared, handing_out
from marsad.cli.ending import DONE, NOTHING
from marsad.cli.language import language, spoken
from marsad.cli.outcomes import progress
from marsad.cli.output import Messages, Output, results
from marsad.cli.search_show import show
from marsad.errors import UsageError
from marsad.finding import finder

if TYPE_CHECKING:
    from tqdm import tqdm

_Command = TypeVar("_Command", bound=Callable[..., Any])
_FOR_PEOPLE, _FOR_MACHINES = 20, 100_000  # how many, where --limit does not say it
_FACETS = 10  # values of each


def dated(command: _Command) -> _Command:
    """Gives a command the options of a period."""
    command = click.option("--to", "to", metavar="DATE", help="Published not after; a month or year counts whole.")(
        command
    )
    return click.option(
        "--from", "since", metavar="DATE", help="Published not before: 2015, 2015-02, 2015-02-08, شباط 2015."
    )(command)


def period_of(since: str | None, to: str | None) -> Period | None:
    """The period of --from and --to; None where neither is given. Raises UsageError."""
    if since is None and to is None:
        return None
    first, last = (day_range(since).first if since else None), (day_range(to).last if to else None)
    if first and last and first > last:
        raise UsageError(f"--from {since} is later than --to {to}; exchange them")
    return Period(first, last)


def words_of(query: tuple[str, ...]) -> str:
    """The query as one text, "" where none is given. Raises UsageError where one is given that says nothing."""
    text = " ".join(query)
    if query and not text.strip():
        raise UsageError("the query is empty; write words, or leave it out to list everything")
    return text


@click.command("search", epilog="Example: marsad search 'روسيا \"الولايات المتحدة\" date:2015-02' --sort newest")
@click.argument("query", nargs=-1, metavar="QUERY")
@click.option("--json", "as_json", is_flag=True, help="The whole answer as one JSON object.")
@click.option("--jsonl", is_flag=True, help="One JSON object per article.")
@click.option("-o", "--output", metavar="FILE", help="Write there; the file changes only when all is written.")
@click.option(
    "--sort", type=click.Choice(["relevance", "newest", "oldest"]), default="relevance", help="In which order."
)
@click.option("--limit", type=click.IntRange(min=0), metavar="N", help="So many articles; 20 for people, else all.")
@click.option("--offset", type=click.IntRange(min=0), default=0, metavar="N", help="Leave out the first N.")
@click.option(
    "--in", "inside", type=click.Choice(["text", "headline", "quotes"]), default="text", help="Where the words stand."
)
@click.option("--as-written", is_flag=True, help="Words as they are written, without other forms and spellings.")
@click.option("--adjectives", is_flag=True, help="A country also finds its adjective: روسيا finds روسي, الروسية.")
@click.option("--without", multiple=True, metavar="FORM", help="Leave out a form that the answer lists; repeatable.")
@click.option("--also", multiple=True, metavar="FORM", help="Take in a form that the answer lists as off; repeatable.")
@click.option("--facets", is_flag=True, help="Count sources, sections, months, people, places, speakers, event types.")
@click.option("--count", "only_count", is_flag=True, help="Print how many articles there are, and nothing else.")
@dated
@spoken
@cleared
@archived
def search_command(query: tuple[str, ...], **given: Any) -> None:  # noqa: ANN401 - click hands over the options by name
    """Find articles of an archive.

    QUERY: words, "phrases", prefix*, AND OR NOT (أو, و, وليس), parentheses, and fields: speaker: source: section:
    place: person: type: lang: has: date: (المتحدث: المصدر: القسم: المكان: الشخص: النوع: التاريخ:). A word finds all its
    forms; the answer says which. Exit code 0: found; 1: nothing found, or no archive; 2: malformed query; 4: the
    archive cannot be used.
    """
    messages = Messages(quiet=given["quiet"], as_json=given["json_errors"])
    with archive_endings(messages), handing_out(given) as archive:
        if given["as_json"] and given["jsonl"]:
            raise UsageError("--json and --jsonl are two forms of one answer; choose one")
        text = words_of(query)
        with results(given["output"]) as output, Bar(quiet=given["quiet"]) as bar:
            answer = finder(archive, bar.done).search(text, _wish(given))
            for note in answer.notes:
                messages.note(note)
            _write(answer, given, output)
    sys.exit(DONE if answer.total else NOTHING)


def _wish(given: dict[str, Any]) -> Wish:
    machine = given["as_json"] or given["jsonl"]
    limit = (
        given["limit"] if given["limit"] is not None else _FOR_MACHINES - given["offset"] if machine else _FOR_PEOPLE
    )
    choice = Choice(given["as_written"], given["adjectives"], frozenset(given["without"]), frozenset(given["also"]))
    return Wish(
        given["sort"], 0 if given["only_count"] else max(limit, 0), given["offset"], given["inside"],
        period_of(given["since"], given["to"]), choice, _FACETS if given["facets"] else 0,
    )  # fmt: skip


def _write(answer: Answer, given: dict[str, Any], output: Output) -> None:
    if given["only_count"]:
        output.record(f"{answer.total}\n")
    elif given["as_json"]:
        output.record(json.dumps(answer_json(answer, given["offset"]), ensure_ascii=False, indent=2) + "\n")
    elif given["jsonl"]:
        for found in answer.found:
            output.record(json.dumps(found_json(found), ensure_ascii=False) + "\n")
    else:
        output.record(show(answer, given["offset"], language(given["lang"]), terminal=output.to_terminal))


class Bar:
    """Shows how far the index is, where it takes a while and a person looks on."""

    def __init__(self, *, quiet: bool) -> None:
        self._quiet = quiet
        self._bar: tqdm[Any] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.close()

    def done(self, done: int, of: int) -> None:
        """So many entries of the ledger are in the index."""
        if self._bar is None:
            self._bar = progress(quiet=self._quiet, unit="articles", total=of, desc="search index")
        self._bar.update(done - self._bar.n)
