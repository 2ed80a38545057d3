"""`marsad access`, `marsad redact`: who may see what of an archive."""

import json
import sys
from dataclasses import asdict
from typing import Any

import click

from marsad.archive import LEVELS, Archive, lift, redact, redactions, set_level
from marsad.archive.access import level_of
from marsad.archive.index import follow
from marsad.archive.redaction import KINDS, proposed
from marsad.cli.archive import archive_endings, archived, cleared, handing_out, intake
from marsad.cli.ending import DONE, NOTHING
from marsad.cli.output import Messages
from marsad.cli.words import counted
from marsad.errors import NotFound, UsageError


@click.command("access", epilog='Example: marsad access a-1b2c3d4e5f60 --set closed --reason "a witness is named"')
@click.argument("articles", nargs=-1, metavar="[ID]...")
@click.option("--set", "level", type=click.Choice(LEVELS), help="Give them this level.")
@click.option("--reason", default="", metavar="TEXT", help="With --set: why; it is written into the ledger.")
@click.option("--jsonl", is_flag=True, help="One JSON object per line.")
@cleared
@archived
def access_command(articles: tuple[str, ...], **given: Any) -> None:  # noqa: ANN401 - click hands over the options by name
    """Say who may see articles, or change it; without ID, list those that not everybody may see.

    Levels are public, internal and closed; each sees what stands before it as well. All versions of an article have one
    level. The search indexes follow at once. Exit code 1: an article is not there.
    """
    messages = Messages(quiet=given["quiet"], as_json=given["json_errors"])
    with archive_endings(messages):
        code = _set(articles, given, messages) if given["level"] else _list(articles, given, messages)
    sys.exit(code)


def _set(articles: tuple[str, ...], given: dict[str, Any], messages: Messages) -> int:
    level = given["level"]
    if not articles:
        raise UsageError("--set gives articles a level; name them by their ids")
    with Archive.open(given["file"]) as archive:
        changed = set_level(archive, articles, level, _why(given), intake(f"marsad access --set {level}"))
        follow(archive)
    before = len(set(articles)) - len(changed)
    known = f"; {before:,} already" if before else ""
    messages.note(f"{counted(len(changed), 'article', 'en')} {level} from now on{known}")
    return DONE


def _list(articles: tuple[str, ...], given: dict[str, Any], messages: Messages) -> int:
    with handing_out(given) as archive:
        levels = {one: level_of(archive.connection, one) for one in archive.ids()}
    for article in articles or levels:
        level = levels.get(article)
        if level is None:
            messages.error(NotFound(f"no article {article} in {given['file']}"))
        elif articles or level != "public":
            line = json.dumps({"article": article, "access": level}) if given["jsonl"] else f"{article} {level}"
            click.echo(line)
    return DONE if levels.keys() >= set(articles) else NOTHING


@click.command("redact", epilog='Example: marsad redact "سامر الحوراني" --reason "asked by the family"')
@click.argument("words", required=False, metavar="[WORDS]")
@click.option(
    "--kind",
    type=click.Choice(KINDS),
    default="name",
    help="name: in any spelling, and all that an article calls whoever bears it; words: these alone; "
    "entity: WORDS is an id, as Q1234 or geonames:1234.",
)
@click.option("--article", metavar="ID", help="In this article alone; else in all.")
@click.option(
    "--seen-from", type=click.Choice(LEVELS[1:]), default="closed", help="The level from which it is seen all the same."
)
@click.option("--lift", "number", type=int, metavar="NUMBER", help="Take a redaction back, as the list numbers it.")
@click.option("--reason", default="", metavar="TEXT", help="Why; it is written into the ledger, and names nobody.")
@click.option("--dry-run", is_flag=True, help="Say in how many articles it would hide something; reads all of them.")
@click.option("--jsonl", is_flag=True, help="The list as JSON, one object per line.")
@cleared
@archived
def redact_command(words: str | None, **given: Any) -> None:  # noqa: ANN401 - click hands over the options by name
    """Keep a name, a place or words back from all that is handed out; without WORDS, list what is kept back.

    A mark stands in their place, offsets fit the text that is handed out, and no search finds them. What is stored
    stays as it is; marsad withdraw takes out an article itself.
    """
    messages = Messages(quiet=given["quiet"], as_json=given["json_errors"])
    with archive_endings(messages):
        if words is not None and given["number"] is not None:
            raise UsageError("WORDS and --lift exclude each other; choose one")
        if words is not None:
            messages.note(_tried(words, given) if given["dry_run"] else _redact(words, given))
        elif given["number"] is not None:
            messages.note(_lift(given["number"], given))
        else:
            _redactions(given)


def _redact(words: str, given: dict[str, Any]) -> str:
    how = intake(f"marsad redact --kind {given['kind']}")
    with Archive.open(given["file"]) as archive:
        number = redact(
            archive, words, how, reason=_why(given), kind=given["kind"], article=given["article"],
            seen_from=given["seen_from"],
        )  # fmt: skip
        follow(archive)
    return f"redaction {number} is in force; marsad redact --lift {number} takes it back"


def _tried(words: str, given: dict[str, Any]) -> str:
    wanted = proposed(words, kind=given["kind"], article=given["article"], seen_from=given["seen_from"])
    with Archive.open(given["file"], read_only=True, access="closed") as archive:  # a number alone is handed out
        count = sum(1 for _ in archive.gate.holding(wanted))
    return f"would hide something in {counted(count, 'article', 'en')} (nothing is kept: --dry-run)"


def _lift(number: int, given: dict[str, Any]) -> str:
    with Archive.open(given["file"]) as archive:
        lift(archive, number, _why(given), intake("marsad redact --lift"))
        follow(archive)
    return f"redaction {number} is lifted"


def _redactions(given: dict[str, Any]) -> None:
    with handing_out(given) as archive:
        for one in redactions(archive):
            where = one.article or "all articles"
            line = f"{one.number}: {one.kind} {one.words}, in {where}, seen from {one.seen_from}: {one.reason}"
            click.echo(json.dumps(asdict(one), ensure_ascii=False) if given["jsonl"] else line)


def _why(given: dict[str, Any]) -> str:
    """The reason that was given. Raises UsageError where there is none."""
    reason: str = given["reason"].strip()
    if not reason:
        raise UsageError("--reason is empty; say why")
    return reason
