"""`marsad quotes` and `marsad events`: who said what, who did what to whom, over a whole archive."""

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar, get_args

import click

from marsad.archive import Archive
from marsad.archive.answers import fact_json
from marsad.archive.facts_find import Events, Fact, Quotes, events, quotes
from marsad.cli.archive import archive_endings, archived, cleared, handing_out
from marsad.cli.ending import DONE, NOTHING
from marsad.cli.find_list import Listing
from marsad.cli.find_show import EVENT_COLUMNS, QUOTE_COLUMNS, event_lines, event_row, quote_lines, quote_row
from marsad.cli.language import language, spoken
from marsad.cli.least import confident, least
from marsad.cli.look import Look, look
from marsad.cli.output import Messages, Output, csv_line, results
from marsad.cli.search import dated, period_of, words_of
from marsad.cli.words import counted
from marsad.errors import UsageError
from marsad.finding import finder
from marsad.kinds import ChannelKind, CueClass, EventType, Modality, QuoteKind, QuoteStatus
from marsad.terms import Lang

_Command = TypeVar("_Command", bound=Callable[..., Any])
_FOR_PEOPLE = 20
_MOST_COUNTED = 10_000  # facts behind those that are shown: to count is to read them
_NONE: dict[Lang, str] = {"en": "nothing found", "ar": "لا نتائج"}


def _printed(command: _Command) -> _Command:
    """Gives a command the options of its output."""
    for option in (
        click.option("--offset", type=click.IntRange(min=0), default=0, metavar="N", help="Leave out the first N."),
        click.option(
            "--limit", type=click.IntRange(min=0), metavar="N", help="So many, 0 to count; 20 for people, else all."
        ),
        confident,
        click.option("--sort", type=click.Choice(["newest", "oldest"]), default="newest", help="In which order."),
        click.option("-o", "--output", metavar="FILE", help="Write there; the file changes only when all is written."),
        click.option("--csv", "as_csv", is_flag=True, help="One row each."),
        click.option("--jsonl", is_flag=True, help="One JSON object per line."),
        click.option("--json", "as_json", is_flag=True, help="One JSON list."),
    ):  # fmt: skip
        command = option(command)
    return dated(spoken(command))


@click.command("quotes", epilog="Example: marsad quotes الكهرباء --speaker الحوراني --cue-class assert")
@click.argument("query", nargs=-1, metavar="[WORDS]")
@click.option("--speaker", metavar="NAME", help="Who says it, in any spelling.")
@click.option("--about", metavar="NAME", help="Whom or what the words are about.")
@click.option("--cue-class", type=click.Choice(get_args(CueClass)), help="How it is said.")
@click.option("--channel", type=click.Choice(get_args(ChannelKind)), help="Through which kind of channel.")
@click.option("--kind", "kinds", multiple=True, type=click.Choice(get_args(QuoteKind)), help="Repeatable.")
@click.option("--status", type=click.Choice(get_args(QuoteStatus)), help="Who stands for it.")
@_printed
@cleared
@archived
def quotes_command(query: tuple[str, ...], **given: Any) -> None:  # noqa: ANN401 - click hands over the options by name
    """List who said what. WORDS are words of the quote, in any of their forms.

    Exit code 0: found; 1: nothing found, or no archive; 2: wrong usage; 4: the archive cannot be used.
    """

    def wanted(archive: Archive) -> Iterator[Fact]:
        wish = Quotes(
            words_of(query) or None, given["speaker"], given["about"], given["cue_class"], given["channel"],
            given["kinds"], given["status"], period_of(given["since"], given["to"]), given["sort"],
        )  # fmt: skip
        return quotes(finder(archive), wish)

    _run(given, wanted, _Form("quote", QUOTE_COLUMNS, quote_row, quote_lines))


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
@cleared
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

    _run(given, wanted, _Form("event", EVENT_COLUMNS, event_row, event_lines))


class _Form:
    """How facts of a kind are printed: the columns, a row of them, and lines for people."""

    def __init__(
        self,
        kind: str,
        columns: Sequence[str],
        row: Callable[[Fact], list[object]],
        lines: Callable[[Fact, Look], list[str]],
    ) -> None:
        self.kind, self.columns, self.row, self.lines = kind, columns, row, lines


def _run(given: dict[str, Any], wanted: Callable[[Archive], Iterator[Fact]], form: _Form) -> None:
    messages = Messages(quiet=given["quiet"], as_json=given["json_errors"])
    chosen = [name for name in ("as_json", "jsonl", "as_csv") if given[name]]
    lang = language(given["lang"])
    with archive_endings(messages), handing_out(given) as archive:
        if len(chosen) > 1:
            raise UsageError("--json, --jsonl and --csv are forms of one answer; choose one")
        for name in ("speaker", "about", "actor", "recipient", "place"):
            if given.get(name) is not None and not given[name].strip():
                raise UsageError(f"--{name} names nobody; write a name")
        limit = given["limit"] if given["limit"] is not None else None if chosen else _FOR_PEOPLE
        listing = Listing(wanted(archive), given["offset"], limit, least(given["min_confidence"]))
        with results(given["output"]) as output:
            if chosen:
                _write(listing, chosen[0], form, output)
            else:
                _show(listing, form, lang, output)
        for note in listing.told(form.kind, lang, paged=not chosen):
            messages.note(note)
    sys.exit(DONE if listing.total else NOTHING)


def _show(listing: Listing, form: _Form, lang: Lang, output: Output) -> None:
    """The facts for people, and how many there are where none is shown."""
    people = look(lang, terminal=output.to_terminal)
    for fact in listing.page():
        output.record("\n".join(form.lines(fact, people)) + "\n")
    listing.count(_MOST_COUNTED if listing.shown else None)
    if not listing.shown:
        output.head(f"{counted(listing.total, form.kind, lang) if listing.total else _NONE[lang]}\n")


def _write(listing: Listing, how: str, form: _Form, output: Output) -> None:
    """The facts for programs, as they come."""
    if how == "as_csv":
        output.head(csv_line(list(form.columns)))
    for fact in listing.page():
        if how == "as_json":
            output.record(
                ("[\n" if listing.shown == 1 else ",\n") + json.dumps(fact_json(fact), ensure_ascii=False, indent=2)
            )
        elif how == "jsonl":
            output.record(json.dumps(fact_json(fact), ensure_ascii=False) + "\n")
        else:
            output.record(csv_line(form.row(fact)))
    if how == "as_json":
        output.head("\n]\n" if listing.shown else "[]\n")
    if not listing.total:
        listing.count(1)
