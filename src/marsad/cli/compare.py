"""`marsad compare`: two articles, or two versions of one, side by side."""

import json
import sys
from collections.abc import Iterator
from typing import Any

import click

from marsad.cli.compare_show import Shown, as_json, csv_rows, lines
from marsad.cli.ending import DONE, NOTHING, endings
from marsad.cli.language import language, spoken
from marsad.cli.look import look
from marsad.cli.outcomes import Outcomes
from marsad.cli.output import Messages, csv_line, results
from marsad.cli.sources import options, sources
from marsad.errors import MarsadError, UsageError
from marsad.group.compare import SEVERITIES, compare, side
from marsad.group.copies import copy_of
from marsad.group.copies_groups import body
from marsad.pipeline import Wanted
from marsad.pipeline import read as read_source
from marsad.read import Options, Session
from marsad.records import Record

_STEPS = Wanted(("mentions", "entities", "times", "quotes"))  # what differences are told apart by


@click.command("compare", epilog="Example: marsad compare morning.html evening.html --min-severity medium")
@click.argument("a", metavar="A")
@click.argument("b", metavar="B")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@click.option("--csv", "as_csv", is_flag=True, help="One row per difference.")
@click.option("-o", "--output", metavar="FILE", help="Write there; the file changes only when all is written.")
@click.option(
    "--words", "only_words", is_flag=True, help="Only words that differ, no sentences that came, went or moved."
)
@click.option("--paragraphs", is_flag=True, help="For people: every sentence of both, also those that were kept.")
@click.option(
    "--min-severity", type=click.Choice(SEVERITIES), default="low", show_default=True,
    help="Leave out what weighs less; none also shows spelling and typography.",
)  # fmt: skip
@spoken
@sources
@click.option("-q", "--quiet", is_flag=True, help="No notes.")
@click.option("--json-errors", is_flag=True, help="Errors as one JSON object per line.")
def compare_command(a: str, b: str, **given: Any) -> None:  # noqa: ANN401 - click hands over the options by name
    """Tell in what two articles differ.

    A and B are pages as `marsad read` takes them, each with one article. Nothing is stored. Exit code 0: compared;
    1: one of them could not be read; 2: wrong usage; 130: interrupted.
    """
    messages = Messages(quiet=given["quiet"], as_json=given["json_errors"])
    with endings(messages):
        shown = _shown(given)
        if a == b == "-":
            raise UsageError("standard input can be read once; name a file for one of the two")
        both = _read((a, b), options((a, b), given), given, messages)
        if both is None:
            sys.exit(NOTHING)
        first, second = both
        found = compare(side(first), side(second))
        copy = copy_of(body(second), body(first), article=first.article.id)
        with results(given["output"]) as output:
            if given["as_json"]:
                output.record(json.dumps(as_json(both, found, copy, shown), ensure_ascii=False, indent=2) + "\n")
            elif given["as_csv"]:
                output.record("".join(map(csv_line, csv_rows(found, shown))))
            else:
                people = look(language(given["lang"]), terminal=output.to_terminal)
                output.record("\n".join(lines(found, copy, shown, people)) + "\n")
    sys.exit(DONE)


def _shown(given: dict[str, Any]) -> Shown:
    if given["as_json"] and given["as_csv"]:
        raise UsageError("--json and --csv exclude each other; choose one")
    if given["only_words"] and given["paragraphs"]:
        raise UsageError("--words and --paragraphs exclude each other; leave both out to see both")
    return Shown(given["min_severity"], given["only_words"], given["paragraphs"])


def _read(
    inputs: tuple[str, str], how: Options, given: dict[str, Any], messages: Messages
) -> tuple[Record, Record] | None:
    """The article of each input; None where one of them cannot be read, which is told. Raises UsageError."""
    outcomes = Outcomes(inputs, how, messages)
    found: list[Record] = []
    wanted = Wanted(_STEPS.steps, given["engine"])
    with Session(how.fetch, how.now) as session:
        for source in inputs:
            read = read_source(source, outcomes.options, any_page=given["any_page"], wanted=wanted, session=session)
            one = _only(source, outcomes.each(source, read), outcomes)
            found += [one] if one else []
    return (found[0], found[1]) if len(found) == len(inputs) else None


def _only(source: str, read: Iterator[Record | MarsadError], outcomes: Outcomes) -> Record | None:
    """The one article of an input. Raises UsageError where there are several."""
    kept: Record | None = None
    for one in read:
        if isinstance(one, MarsadError):
            outcomes.refuse(one, strict=False)
        elif kept:
            raise UsageError(f"{source} holds several articles; compare takes one: give its page, or its address")
        else:
            kept = one
    return kept
