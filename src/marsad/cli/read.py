"""`marsad read`: one page, or a whole crawl, to records on standard output."""

import sys
from typing import Any, get_args

import click

from marsad.cli.ending import endings
from marsad.cli.language import language
from marsad.cli.least import confident, least
from marsad.cli.output import Messages, Output, results
from marsad.cli.run import PARTS, Form, Run, Wishes
from marsad.cli.sources import options, sources
from marsad.errors import UsageError


@click.command(epilog="Example: marsad read page.html --json | jq .article.headline")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("--json", is_flag=True, help="Indented JSON records, one after another.")
@click.option("--jsonl", is_flag=True, help="One JSON record per line.")
@click.option("--csv", is_flag=True, help="One row per article.")
@click.option(
    "-o", "--output", metavar="FILE", help="Write there; a file that exists is replaced when all is read, not before."
)
@click.option(
    "--only",
    metavar="PARTS",
    help="With --json or --jsonl: parts of the record, as in article,times; what is left out is not looked for either.",
)
@confident
@click.option(
    "--explain",
    metavar="IDS",
    help="For people, instead of the record: by which rule or model facts were found, and on which words. "
    "IDS is as in q1,v2,e1,m3,t1, or all.",
)
@click.option(
    "--with", "opinion", type=click.Choice(["trafilatura"]), help="A second opinion on the body, told in the warnings."
)
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Stop after N articles.")
@click.option(
    "--lang",
    type=click.Choice(["ar", "en"]),
    help="Language of headings and summaries for people; else MARSAD_LANG, else the locale.",
)
@sources
@click.option("-v", "--verbose", is_flag=True, help="For people: every dropped line with its reason.")
@click.option("-q", "--quiet", is_flag=True, help="No progress, no summary.")
@click.option("--json-errors", is_flag=True, help="Errors as one JSON object per line.")
def read(inputs: tuple[str, ...], **given: Any) -> None:  # noqa: ANN401 - click hands over the options by name
    """Read raw pages and print what they say.

    INPUT is HTML, a text dump, a feed, WARC, JSONL, zip, gzip, a folder, an http(s) address, or "-".
    Nothing is stored. Exit code 0: done; 1: nothing could be read, or written; 2: wrong usage; 3: done in
    part; 130: interrupted, what is finished is kept.
    """
    messages = Messages(quiet=given["quiet"], as_json=given["json_errors"])
    with endings(messages):
        run = Run(inputs, options(inputs, given), _wishes(given), messages)
        with results(given["output"]) as output:
            try:
                code = run.go(output)
            except KeyboardInterrupt:
                messages.note(_interrupted(output))
                raise
    sys.exit(code)


def _interrupted(output: Output) -> str:
    if not output.records:
        return "interrupted before a record was finished"
    return f"interrupted; finished and kept in {output.name}: {output.records:,}"


def _wishes(given: dict[str, Any]) -> Wishes:
    form = _form(given)
    return Wishes(
        form=form, parts=_parts(given["only"], form), engine=given["engine"],
        lang=language(given["lang"]), verbose=given["verbose"],
        quiet=given["quiet"], any_page=given["any_page"], opinion=given["opinion"], limit=given["limit"],
        strict=given["strict"], least=least(given["min_confidence"]), explain=_explain(given["explain"], form),
    )  # fmt: skip


def _explain(ids: str | None, form: Form) -> str | None:
    if ids is not None and form != "people":
        raise UsageError(f"--explain is for people; with --{form} each fact says itself what made it and by which rule")
    return ids


def _form(given: dict[str, Any]) -> Form:
    forms: list[Form] = [form for form in get_args(Form) if given.get(form)]
    if len(forms) > 1:
        raise UsageError(f"--{forms[0]} and --{forms[1]} exclude each other; choose one")
    return forms[0] if forms else "people"


def _parts(only: str | None, form: Form) -> frozenset[str] | None:
    if only is None:
        return None
    if form not in {"json", "jsonl"}:
        raise UsageError("--only chooses parts of JSON records; add --json or --jsonl")
    parts = frozenset(part.strip() for part in only.split(","))
    if unknown := sorted(parts - set(PARTS)):
        raise UsageError(f"--only: unknown part {unknown[0]!r}; there are: {', '.join(PARTS)}")
    return parts
