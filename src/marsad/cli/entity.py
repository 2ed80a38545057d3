"""`marsad entity`: one person, organisation or place in all articles; and what people decide about who is who."""

import json
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from itertools import islice
from typing import Any, TypeVar

import click

from marsad import joining
from marsad.archive import Archive
from marsad.archive.entity_decisions import Decision, decisions
from marsad.archive.entity_find import candidates, portrait, thing
from marsad.archive.entity_review import doubtful
from marsad.archive.entity_rows import waiting
from marsad.archive.file import said
from marsad.cli.archive import archive_endings, archived, cleared, intake
from marsad.cli.ending import DONE, NOTHING
from marsad.cli.entity_show import (
    candidate_data,
    candidate_lines,
    decision_line,
    doubt_data,
    doubt_lines,
    portrait_data,
    portrait_lines,
)
from marsad.cli.language import language, spoken
from marsad.cli.look import Look, look
from marsad.cli.outcomes import progress
from marsad.cli.output import Messages
from marsad.cli.search import words_of
from marsad.cli.words import counted
from marsad.errors import UsageError
from marsad.terms import Lang

_Item = TypeVar("_Item")
_DEEDS = ("merge", "apart", "split", "add_alias", "undo", "renew", "again")
_FOR_PEOPLE = 20
_VIEWS = ("review", "decided")
_NOTES: dict[Lang, dict[str, str]] = {
    "en": {
        "nobody": "no entity has that name", "waiting": "{articles} not joined yet: marsad entity --renew",
        "several": "several have that name; --id ID shows one", "more": "more than {number}; --limit N shows more",
        "decided": "decision {number} kept; --undo {number} takes it back", "undone": "decision {number} undone",
        "joined": "{articles} joined", "none": "nothing to decide",
    },
    "ar": {
        "nobody": "لا كيان بهذا الاسم", "waiting": "لم يُربط بعد: {articles}؛ الأمر: marsad entity --renew",
        "several": "الاسم لأكثر من واحد؛ يظهر أحدهم مع --id ID", "more": "أكثر من {number}؛ يظهر المزيد مع --limit N",
        "decided": "حُفظ القرار {number}؛ يلغيه --undo {number}", "undone": "أُلغي القرار {number}",
        "joined": "رُبط: {articles}", "none": "لا شيء للبت فيه",
    },
}  # fmt: skip


@click.command("entity", epilog="Example: marsad entity لافروف; marsad entity --review")
@click.argument("name", nargs=-1, metavar="[NAME]")
@click.option("--id", "wanted", metavar="ID", help="The entity of this id, or of a Wikidata number.")
@click.option("--review", is_flag=True, help="List doubtful joins, with what speaks for both sides.")
@click.option("--merge", nargs=2, metavar="ID ID", help="The two are one.")
@click.option("--apart", nargs=2, metavar="ID ID", help="The two are not one: refuses a doubtful join.")
@click.option(
    "--split", nargs=2, metavar="ARTICLE MENTION", help="Whom this mention names there is somebody of their own."
)
@click.option("--add-alias", metavar="TEXT", help="A further name of the entity of --id or NAME.")
@click.option("--decisions", "decided", is_flag=True, help="List what was decided so far.")
@click.option("--undo", type=click.IntRange(min=1), metavar="NUMBER", help="Take a decision back.")
@click.option("--renew", is_flag=True, help="Join the articles that are not joined yet.")
@click.option("--again", is_flag=True, help="Join all articles anew; decisions are applied again.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="So many of a list; 20 for people, else all.")
@click.option("--jsonl", is_flag=True, help="One JSON object per line.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object, or a list of them.")
@spoken
@cleared
@archived
def entity_command(name: tuple[str, ...], **given: Any) -> None:  # noqa: ANN401 - click hands over the options by name
    """Show one entity in all articles: its names, offices, articles, what it says and does.

    Where several entities have the name they are listed with their ids.

    Exit code 0: found, or done; 1: nothing found, or no archive; 2: wrong usage; 4: the archive cannot be used.
    """
    lang = language(given["lang"])
    messages = Messages(quiet=given["quiet"], as_json=given["json_errors"])
    with archive_endings(messages):
        wishes = _wishes(name, given)
        changing = bool(set(wishes) & {*_DEEDS})
        with Archive.open(given["file"], read_only=not changing, access=given["access"]) as archive:
            page = _Page(given, messages, lang)
            if changing:
                code = _do(archive, name, given, page)
            elif given["review"]:
                code = page.listed(doubtful(archive), doubt_data, doubt_lines)
                if code == NOTHING:
                    page.note("none")
            elif given["decided"]:
                with said(archive.path):
                    found = [archive.gate.decision(one) for one in decisions(archive.connection)]
                code = page.listed(found, asdict, lambda one, how: [decision_line(one, how.lang)])
            else:
                code = _show(archive, name, given["wanted"], page)
            with said(archive.path):
                left = sum(map(archive.gate.sees, waiting(archive.connection)))
        if left:
            page.note("waiting", articles=counted(left, "article", lang))
    sys.exit(code)


def _wishes(name: Sequence[str], given: dict[str, Any]) -> list[str]:
    """What is asked for; raises UsageError where it is nothing, or more than one thing."""
    wishes = [one for one in (*_DEEDS, *_VIEWS) if given[one]]
    if given["as_json"] and given["jsonl"]:
        raise UsageError("--json and --jsonl are forms of one answer; choose one")
    if len(wishes) > 1:
        raise UsageError(
            f"--{wishes[0].replace('_', '-')} and --{wishes[1].replace('_', '-')} exclude each other; choose one"
        )
    whom = bool(name) + (given["wanted"] is not None)
    needed = not wishes or wishes == ["add_alias"]
    if whom > 1 or (whom and not needed):
        raise UsageError("name one entity only: NAME, or --id ID; not beside other options")
    if needed and (not whom or not (given["wanted"] or " ".join(name)).strip()):
        raise UsageError("which entity? Write its name, or --id ID; --review lists doubtful joins")
    return wishes


def _show(archive: Archive, name: tuple[str, ...], wanted: str | None, page: "_Page") -> int:
    if wanted is None:
        found = candidates(archive, words_of(name))
        if not found:
            page.note("nobody")
            return page.listed([], candidate_data, candidate_lines)
        if len(found) > 1:
            code = page.listed(found, candidate_data, candidate_lines)
            page.note("several")
            return code
        wanted = found[0].id
    shown = portrait(archive, thing(archive, wanted))
    return page.one(portrait_data(shown), lambda how: portrait_lines(shown, how, page.limit or _FOR_PEOPLE))


def _do(archive: Archive, name: tuple[str, ...], given: dict[str, Any], page: "_Page") -> int:
    """Decides, or joins anew."""
    if given["renew"] or given["again"]:
        done = 0
        with progress(quiet=page.quiet, unit="articles") as bar:
            for done in joining.renew(archive, again=given["again"]):
                bar.update(done - bar.n)
        page.note("joined", articles=counted(done, "article", page.lang))
        return DONE
    who = intake("marsad entity")
    made: Decision
    if given["undo"]:
        made = joining.undo(archive, given["undo"], who)
    elif given["add_alias"]:
        made = joining.add_alias(archive, _id(archive, name, given["wanted"]), given["add_alias"], who)
    elif given["split"]:
        article, mention = given["split"]
        made = joining.split(archive, article, mention, who)
    else:
        deed = joining.merge if given["merge"] else joining.keep_apart
        one, other = given["merge"] or given["apart"]
        made = deed(archive, one, other, who)
    if page.form:
        page.one(asdict(made), lambda _: [])
    page.note("undone" if given["undo"] else "decided", number=made.number)
    return DONE


def _id(archive: Archive, name: tuple[str, ...], wanted: str | None) -> str:
    """The id of the entity that is meant. Raises UsageError where several have the name, or nobody."""
    if wanted:
        return wanted
    found = candidates(archive, words_of(name))
    if len(found) != 1:
        many = f"{len(found)} entities have" if found else "no entity has"
        raise UsageError(f"{many} the name {words_of(name)[:80]!r}; name one with --id ID")
    return found[0].id


class _Page:
    """How answers are printed: for people or for programs."""

    def __init__(self, given: dict[str, Any], messages: Messages, lang: Lang) -> None:
        self.form = "json" if given["as_json"] else "jsonl" if given["jsonl"] else ""
        self.limit: int | None = given["limit"] or (None if self.form else _FOR_PEOPLE)
        self.lang, self.quiet = lang, given["quiet"] or given["json_errors"]
        self._messages = messages
        self._look = look(lang, terminal=sys.stdout.isatty())

    def note(self, key: str, **values: object) -> None:
        """A line beside the answer."""
        self._messages.note(_NOTES[self.lang][key].format(**values))

    def listed(
        self,
        found: Iterable[_Item],
        data: Callable[[_Item], dict[str, Any]],
        lines: Callable[[_Item, Look], list[str]],
    ) -> int:
        """The first of those that were found; the exit code."""
        some = [*islice(found, None if self.limit is None else self.limit + 1)]
        shown = some[: self.limit]
        if self.form == "json":
            click.echo(json.dumps([data(one) for one in shown], ensure_ascii=False, indent=2))
        for one in shown if self.form != "json" else ():
            click.echo(json.dumps(data(one), ensure_ascii=False) if self.form else "\n".join(lines(one, self._look)))
        if len(some) > len(shown):
            self.note("more", number=len(shown))
        return DONE if shown else NOTHING

    def one(self, data: dict[str, Any], lines: Callable[[Look], list[str]]) -> int:
        """The one that was found; the exit code."""
        if self.form:
            click.echo(json.dumps(data, ensure_ascii=False, indent=2 if self.form == "json" else None))
        else:
            click.echo("\n".join(lines(self._look)))
        return DONE
