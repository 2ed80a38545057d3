"""`marsad read`: one page, or a whole crawl, to records on standard output."""

import datetime as dt
import locale
import os
import re
import sys
from pathlib import Path
from typing import Any, get_args

import click

from marsad.cli.ending import endings
from marsad.cli.output import Messages, Output, results
from marsad.cli.run import PARTS, Form, Run, Wishes
from marsad.cli.words import Lang
from marsad.errors import UsageError
from marsad.read import FetchOptions, Options


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
@click.option(
    "--engine",
    default="auto",
    metavar="NAME",
    help="What reads names: auto (the best that is installed), lists, fast, accurate, or transformers:MODEL.",
)
@click.option(
    "--min-confidence",
    default="0",
    metavar="X",
    help="From 0 to 1: leave out the mentions, entities, times, quotes and events that are less certain.",
)
@click.option(
    "--explain",
    metavar="IDS",
    help="For people, instead of the record: by which rule or model facts were found, and on which words. "
    "IDS is as in q1,v2,e1,m3,t1, or all.",
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
@click.option("--strict", is_flag=True, help="The first refusal ends the run, and never with exit code 0.")
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
    help="Language of headings and summaries for people; else MARSAD_LANG, else the locale.",
)
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
        run = Run(inputs, _options(inputs, given), _wishes(given), messages)
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
        lang=given["lang"] or _language(), verbose=given["verbose"],
        quiet=given["quiet"], any_page=given["any_page"], opinion=given["opinion"], limit=given["limit"],
        strict=given["strict"], least=_least(given["min_confidence"]), explain=_explain(given["explain"], form),
    )  # fmt: skip


def _least(given: str) -> float:
    try:
        least = float(given)
    except ValueError:
        least = -1.0
    if not 0 <= least <= 1:  # so is what is no number
        raise UsageError(f"--min-confidence {given[:50]!r} is not from 0 to 1; write it as in 0.8")
    return least


def _explain(ids: str | None, form: Form) -> str | None:
    if ids is not None and form != "people":
        raise UsageError(f"--explain is for people; with --{form} each fact says itself what made it and by which rule")
    return ids


def _form(given: dict[str, Any]) -> Form:
    forms: list[Form] = [form for form in get_args(Form) if given.get(form)]
    if len(forms) > 1:
        raise UsageError(f"--{forms[0]} and --{forms[1]} exclude each other; choose one")
    return forms[0] if forms else "people"


def _options(inputs: tuple[str, ...], given: dict[str, Any]) -> Options:
    date = given["date"]
    if date is not None and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", date):
        raise UsageError(f"--date {date!r} is no date; write it as YYYY-MM-DD")
    if given["url"] is not None and len(inputs) > 1:
        raise UsageError("--url belongs to one page; there are several inputs")
    fetch = FetchOptions(
        user_agent=given["user_agent"], allow_private=given["allow_private"],
        respect_robots=not given["no_robots"], cache=_cache(given["cache"]),
    )  # fmt: skip
    now = dt.datetime.now(dt.UTC).replace(microsecond=0).isoformat().replace("+00:00", "Z")
    return Options(given["kind"], given["encoding"], given["url"], date, given["follow"], now, fetch=fetch)


def _cache(folder: Path | None) -> Path | None:
    """The folder, made where there is none. Raises UsageError where it cannot keep anything."""
    if folder is not None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UsageError(f"--cache {folder}: this folder cannot be made ({error.strerror or error})") from None
        if not os.access(folder, os.W_OK):
            raise UsageError(f"--cache {folder}: no permission to write into this folder")
    return folder


def _parts(only: str | None, form: Form) -> frozenset[str] | None:
    if only is None:
        return None
    if form not in {"json", "jsonl"}:
        raise UsageError("--only chooses parts of JSON records; add --json or --jsonl")
    parts = frozenset(part.strip() for part in only.split(","))
    if unknown := sorted(parts - set(PARTS)):
        raise UsageError(f"--only: unknown part {unknown[0]!r}; there are: {', '.join(PARTS)}")
    return parts


def _language() -> Lang:
    name = os.environ.get("MARSAD_LANG") or locale.getlocale()[0] or ""
    return "ar" if name.lower().startswith("ar") else "en"
