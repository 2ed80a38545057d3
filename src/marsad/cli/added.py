"""What became of pages that go into an archive: a line of summary, a line of the report, a word for the ledger."""

from collections import Counter
from pathlib import Path
from typing import Any, TextIO

from marsad.cli.outcomes import Outcomes
from marsad.cli.output import UNWRITABLE
from marsad.cli.words import WORDS, counted, tally
from marsad.errors import UsageError
from marsad.scale import Kept
from marsad.terms import Lang

_KNOWN = ("known", "withdrawn")  # what adds nothing


def summary(counts: Counter[str], outcomes: Outcomes, file: str, lang: Lang, *, dry: bool = False) -> str:
    """What was done, in one line; `counts` are of the outcomes of `Kept`."""
    words = WORDS[lang]
    articles = counted(counts["added"], "article", lang)
    if counts["version"]:
        versions = counted(counts["version"], "version", lang)
        articles = words["with-versions"].format(articles=articles, versions=versions)
    text = words["added-not" if dry else "added"].format(articles=articles, file=file)
    text += "".join(words[name].format(count=f"{counts[name]:,}") for name in _KNOWN if counts[name])
    if refused := outcomes.refused:
        text += words["refused-all"].format(count=f"{refused.total():,}", why=tally(refused, lang))
    if outcomes.passed_over:
        text += words["passed"].format(count=counted(outcomes.passed_over, "capture", lang))
    return text


def how(command: str, given: dict[str, Any]) -> str:
    """The command with the options that change what is kept, for the ledger."""
    words = [command]
    for name, option in _TOLD.items():
        if given.get(name) and (name, given[name]) != ("engine", "auto"):
            words.append(option if given[name] is True else f"{option} {given[name]}")
    return " ".join(words)


_TOLD = {
    "engine": "--engine", "kind": "--type", "encoding": "--encoding", "url": "--url", "date": "--date",
    "any_page": "--any", "follow": "--follow", "no_robots": "--no-robots", "allow_private": "--allow-private",
    "user_agent": "--user-agent", "access": "--access",
}  # fmt: skip


def report_file(path: Path) -> TextIO:
    """The file for the lines of a report. Raises UsageError."""
    try:
        return path.open("w", encoding="utf-8", errors=UNWRITABLE)
    except OSError as error:
        raise UsageError(f"cannot write to {path}: {error.strerror or error}") from None


def line(kept: Kept) -> dict[str, Any]:
    """A page in a report."""
    error = kept.error
    return {
        "uri": kept.uri, "outcome": kept.outcome, "id": kept.id, "version": kept.version,
        "reason": error.reason if error else None, "message": error.what if error else None,
    }  # fmt: skip
