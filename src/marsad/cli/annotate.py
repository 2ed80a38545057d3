"""`marsad annotate`: what stands in the articles of an archive, read for the first time or again."""

import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any

import click
from tqdm import tqdm

from marsad.annotate import STEPS, Step, together
from marsad.archive import Archive
from marsad.archive.index import follow
from marsad.archive.renew import Old, lacking, renewable
from marsad.cli.archive import archive_endings, archived, intake
from marsad.cli.ending import DONE, IN_PART
from marsad.cli.language import language, spoken
from marsad.cli.outcomes import progress
from marsad.cli.output import Messages
from marsad.cli.words import counted
from marsad.errors import UsageError
from marsad.scale import Renewed, rest
from marsad.scale import annotate as annotated
from marsad.terms import Lang


@click.command("annotate", epilog="Example: marsad annotate --again --only events")
@click.option("--again", is_flag=True, help="Also what was read before: it is replaced by what is found now.")
@click.option("--only", metavar="STEPS", help="Some of mentions,entities,times,quotes,events; the others stay.")
@click.option(
    "--made-by", metavar="NAME", help="With --again: the steps that have rows of this annotator, as quotes or quotes@1."
)
@click.option(
    "--engine",
    default="auto",
    metavar="NAME",
    help="What reads names: auto (the best that is installed), lists, fast, accurate, or transformers:MODEL.",
)
@click.option(
    "--jobs", type=click.IntRange(min=0), metavar="N", help="Processes that read; as many as cores otherwise."
)
@click.option("--dry-run", is_flag=True, help="Read and say how many would change; keep nothing.")
@spoken
@archived
def annotate_command(**given: Any) -> None:  # noqa: ANN401 - click hands over the options by name
    """Find what stands in the articles of an archive: names, times, quotes, events.

    Without --again: only steps that were never run. Each article is renewed wholly or not at all; what is the same
    stays, the ledger tells of the rest. An article whose other steps stand on what would change stays as it was, and
    is told of. Exit code 0: done; 1: no archive; 2: wrong usage; 3: done in part; 4: the archive cannot be used; 130:
    interrupted, what is finished is kept.
    """
    messages = Messages(quiet=given["quiet"], as_json=given["json_errors"])
    with archive_endings(messages):
        lang = language(given["lang"])
        steps = _steps(given["only"])
        if given["made_by"] is not None and not given["again"]:
            raise UsageError("--made-by renews what was read before; add --again")
        with Archive.open(given["file"], read_only=given["dry_run"]) as archive:
            which = renewable(archive, steps, given["made_by"]) if given["again"] else lacking(archive, steps)
            code = _Run(archive, which, given, messages, lang).go()
    sys.exit(code)


def _steps(only: str | None) -> tuple[Step, ...]:
    """The steps that are asked for, all where none is. Raises UsageError."""
    if only is None:
        return STEPS
    asked = [name.strip() for name in only.split(",")]
    if unknown := [name for name in asked if name not in STEPS]:
        raise UsageError(f"--only: there is no step {unknown[0]!r}; there are: {', '.join(STEPS)}")
    return tuple(step for step in STEPS if step in asked)


class _Run:
    """Counts what became of the articles."""

    def __init__(
        self, archive: Archive, which: list[Old], given: dict[str, Any], messages: Messages, lang: Lang
    ) -> None:
        self._archive, self._which, self._given, self._messages, self._lang = archive, which, given, messages, lang
        self._counts: Counter[str] = Counter()
        self._waiting: Counter[str] = Counter()

    def go(self) -> int:
        """Annotates, brings the index up to date and sums up; the exit code. Raises UsageError, ArchiveError."""
        given = self._given
        self._tell_pairs()
        stream = annotated(
            self._archive, self._which, intake(_how(given)), engine=given["engine"], jobs=given["jobs"],
            dry_run=given["dry_run"],
        )  # fmt: skip
        with progress(quiet=given["quiet"], unit="articles", total=len(self._which)) as bar:
            try:
                self._take(stream, bar)
            except KeyboardInterrupt:
                self._take(rest(stream), bar)
                self._messages.note(_SAID[self._lang]["interrupted"].format(summary=self._summary()))
                raise
        if self._counts["renewed"] and not given["dry_run"]:
            follow(self._archive)
        self._messages.note(self._summary())
        return IN_PART if self._counts["refused"] or self._counts["needs"] else DONE

    def _tell_pairs(self) -> None:
        """Mentions and entities name each other: one of them brings the other along."""
        asked = {step for old in self._which for step in old.steps}
        if also := next((step for step in ("mentions", "entities") if step in together(_known(asked)) - asked), None):
            self._messages.note(_SAID[self._lang]["pair"].format(step=also))

    def _take(self, stream: Iterator[Renewed], bar: "tqdm[Any]") -> None:
        for one in stream:
            bar.update()
            self._counts[one.outcome] += 1
            if one.outcome == "needs":
                self._waiting.update(one.steps)
            if one.error:
                with tqdm.external_write_mode(file=sys.stderr):
                    self._messages.error(one.error)

    def _summary(self) -> str:
        words, counts = _SAID[self._lang], self._counts
        versions = counted(counts["renewed"], "of article", self._lang)
        line = words["dry" if self._given["dry_run"] else "renewed"].format(count=versions, file=self._given["file"])
        line += "".join(words[name].format(count=f"{counts[name]:,}") for name in ("same", "gone") if counts[name])
        if counts["needs"]:
            steps = ",".join(step for step in STEPS if self._waiting[step])
            line += words["needs"].format(count=f"{counts['needs']:,}", steps=steps)
        if counts["refused"]:
            line += words["refused"].format(count=f"{counts['refused']:,}")
        return line


def _known(steps: set[str]) -> tuple[Step, ...]:
    return tuple(step for step in STEPS if step in steps)


def _how(given: dict[str, Any]) -> str:
    """The command with the options that change what is kept, for the ledger."""
    words = ["marsad annotate", "--again" if given["again"] else ""]
    for name, option in (("only", "--only"), ("made_by", "--made-by"), ("engine", "--engine")):
        if given[name] and (name, given[name]) != ("engine", "auto"):
            words.append(f"{option} {given[name]}")
    return " ".join(filter(None, words))


_SAID: dict[Lang, dict[str, str]] = {
    "en": {
        "renewed": "{count} annotated in {file}", "dry": "{count} would change (nothing is kept: --dry-run)",
        "same": "; {count} the same", "gone": "; {count} changed or withdrawn meanwhile, left alone",
        "needs": "; {count} left as they were: their {steps} stand on what would change; name these as well",
        "refused": "; {count} could not be read and stay as they were", "interrupted": "interrupted; {summary}",
        "pair": "mentions and entities name each other; {step} are read anew as well",
    },
    "ar": {
        "renewed": "جُددت حواشي {count} في {file}", "dry": "سيجري تجديد {count} (لا يُحفظ شيء: --dry-run)",
        "same": "؛ بلا تغيير: {count}", "gone": "؛ تغير أو سُحب أثناء ذلك فتُرك: {count}",
        "needs": "؛ تُرك على حاله: {count}، ففيه {steps} مما يقوم على ما سيتغير: اذكرها أيضا مع --only",
        "refused": "؛ تعذرت قراءته فبقي على حاله: {count}", "interrupted": "قُطع قبل التمام؛ {summary}",
        "pair": "يسمي كل من mentions وentities الآخر، فيُقرأ {step} من جديد أيضا",
    },
}  # fmt: skip
