"""`marsad quotes` and `marsad events`: who said what, who did what to whom, over a whole archive."""

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar, get_args

import click

from marsad.archive import Archive
from marsad.archive.facts_find import Events, Fact, Quotes, events, quotes
from marsad.cli.archive import archive_endings, archived, opened
from marsad.cli.ending import DONE, NOTHING
from marsad.cli.find_show import EVENT_COLUMNS, QUOTE_COLUMNS, event_lines, event_row, quote_lines, quote_row
from marsad.cli.look import Look, look
from marsad.cli.output import Messages, Output, csv_line, results
from marsad.cli.search import dated, period_of
from marsad.errors import UsageError
from marsad.finding import finder
from marsad.kinds import ChannelKind, CueClass, EventType, Modality, QuoteKind, QuoteStatus

_Command = TypeVar("_Command", bound=Callable[..., Any])
_FOR_PEOPLE = 20


def _printed(command: _Command) -> _Command:
    """Gives a command the options of its output."""
    for option in (
        click.option("--offset", type=click.IntRange(min=0), default=0, metavar="N", help="Leave out the first N."),
        click.option("--limit", type=click.IntRange(min=0), metavar="N", help="So many; 20 for people, else all."),
        click.option("--sort", type=click.Choice(["newest", "oldest"]), default="newest", help="In which order."),
        click.option("-o", "--output", metavar="FILE", help="Write there; the file changes only when all is written."),
        click.option("--csv", "as_csv", is_flag=True, help="One row each."),
        click.option("--jsonl", is_flag=True, help="One JSON object per line."),
        click.option("--json", "as_json", is_flag=True, help="One JSON list."),
    ):
        command = option(command)
    return dated(command)


@click.command("quotes", epilog="Example: marsad quotes الكهرباء --speaker الحوراني --cue-class assert")
@click.argument("query", nargs=-1, metavar="[WORDS]")
@click.option("--speaker", metavar="NAME", help="Who says it, in any spelling.")
@click.option("--about", metavar="NAME", help="Whom or what the words are about.")
@click.option("--cue-class", type=click.Choice(get_args(CueClass)), help="How it is said.")
@click.option("--channel", type=click.Choice(get_args(ChannelKind)), help="Through which kind of channel.")
@click.option("--kind", "kinds", multiple=True, type=click.Choice(get_args(QuoteKind)), help="Repeatable.")
@click.option("--status", type=click.Choice(get_args(QuoteStatus)), help="Who stands for it.")
@_printed
@archived
def quotes_command(query: tuple[str, ...], **given: Any) -> None:  # noqa: ANN401 - click hands over the options by name
    """List who said what. WORDS are words of the quote, in any of their forms.

    Exit code 0: found; 1: nothing found, or no archive; 2: wrong usage; 4: the archive cannot be used.
    """

    def wanted(archive: Archive) -> Iterator[Fact]:
        wish = Quotes(
            " ".join(query) or None, given["speaker"], given["about"], given["cue_class"], given["channel"],
            given["kinds"], given["status"], period_of(given["since"], given["to"]), given["sort"],
        )  # fmt: skip
        return quotes(finder(archive), wish)

    _run(given, wanted, _Form(QUOTE_COLUMNS, quote_row, quote_lines))


@click.command("events", epilog="Example: marsad events --dyad JOR:EGY --type CONSULT --csv")
@click.option("--actor", metavar="NAME", help="Who acts: a name, or a code as RUS, RUSGOV, REB.")
@click.option("--recipient", metavar="NAME", help="Whom it concerns: a name or a code.")
@click.option("--dyad", metavar="A:B", help="Between the two, both ways.")
@click.option(
    "--type", "types", multiple=True, type=click.Choice(get_args(EventType), case_sensitive=False), help="Repeatable."
)
@click.option("--modality", type=click.Choice(get_args(Modality)), help="Whether it happened, is planned, is said.")
@click.option("--place", metavar="NAME", help="Where it happened.")
@click.option("--no-background", is_flag=True, help="Without what is told as background.")
@_printed
@archived
def events_command(**given: Any) -> None:  # noqa: ANN401 - click hands over the options by name
    """List who did what to whom.

    Exit code 0: found; 1: nothing found, or no archive; 2: wrong usage; 4: the archive cannot be used.
    """

    def wanted(archive: Archive) -> Iterator[Fact]:
        wish = Events(
            given["actor"], given["recipient"], given["dyad"], given["types"], given["modality"], given["place"],
            not given["no_background"], period_of(given["since"], given["to"]), given["sort"],
        )  # fmt: skip
        return events(finder(archive), wish)

    _run(given, wanted, _Form(EVENT_COLUMNS, event_row, event_lines))


class _Form:
    """How facts of a kind are printed: the columns, a row of them, and lines for people."""

    def __init__(
        self, columns: Sequence[str], row: Callable[[Fact], list[object]], lines: Callable[[Fact, Look], list[str]]
    ) -> None:
        self.columns, self.row, self.lines = columns, row, lines


def _run(given: dict[str, Any], wanted: Callable[[Archive], Iterator[Fact]], form: _Form) -> None:
    messages = Messages(quiet=given["quiet"], as_json=given["json_errors"])
    chosen = [name for name in ("as_json", "jsonl", "as_csv") if given[name]]
    with archive_endings(messages), opened(given["file"], read_only=True) as archive:
        if len(chosen) > 1:
            raise UsageError("--json, --jsonl and --csv are forms of one answer; choose one")
        limit = given["limit"] if given["limit"] is not None else None if chosen else _FOR_PEOPLE
        end = None if limit is None else given["offset"] + limit
        found = islice(wanted(archive), given["offset"], end)
        with results(given["output"]) as output:
            count = _write(found, chosen[0] if chosen else "", form, output)
    sys.exit(DONE if count else NOTHING)


def _write(found: Iterator[Fact], how: str, form: _Form, output: Output) -> int:
    """Prints the facts as they come; how many there were."""
    count = 0
    people = look("en", terminal=output.to_terminal)
    if how == "as_csv":
        output.head(csv_line(list(form.columns)))
    for count, fact in enumerate(found, 1):
        if how == "as_json":
            output.record(("[\n" if count == 1 else ",\n") + json.dumps(_line(fact), ensure_ascii=False, indent=2))
        elif how == "jsonl":
            output.record(json.dumps(_line(fact), ensure_ascii=False) + "\n")
        elif how == "as_csv":
            output.record(csv_line(form.row(fact)))
        else:
            output.record("\n".join(form.lines(fact, people)) + "\n")
    if how == "as_json":
        output.head("\n]\n" if count else "[]\n")
    elif not how and not count:
        output.head("nothing found\n")
    return count


def _line(fact: Fact) -> dict[str, Any]:
    return {
        "article": fact.article, "headline": fact.headline, "published": fact.published, "source": fact.source,
        **fact.fact,
    }  # fmt: skip
