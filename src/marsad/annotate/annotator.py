"""The order of the steps on one text: mentions, entities (which link them), times, quotes, events."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from marsad.annotate.engines import Engine
from marsad.annotate.engines import engine as chosen
from marsad.annotate.events import events
from marsad.annotate.grammar import passages
from marsad.annotate.linking import link
from marsad.annotate.lists.parsing import lists
from marsad.annotate.names import mentions
from marsad.annotate.places import placed
from marsad.annotate.quotes import quotes
from marsad.annotate.seen import as_seen, put_back, put_in
from marsad.annotate.times import times
from marsad.records import Entity, Event, Mention, Quote, Time
from marsad.text.letters import INVISIBLE, LETTER, MARK, TATWEEL, characters
from marsad.text.sentences import sentences

Step = Literal["mentions", "entities", "times", "quotes", "events"]
STEPS: tuple[Step, ...] = get_args(Step)
_NEEDS: dict[Step, tuple[Step, ...]] = {  # what a step reads beside the text; its lists come along
    "mentions": ("entities",),
    "entities": ("mentions",),
    "times": (),
    "quotes": ("mentions", "entities", "times"),
    "events": ("mentions", "entities", "times", "quotes"),
}
_NAMES: frozenset[Step] = frozenset({"mentions", "entities"})
_MOST_MENTIONS = 20_000  # linked in one text; more is no article


@dataclass(frozen=True, slots=True)
class Annotations:
    """What was found in one text. A list is None where its step was not asked for."""

    mentions: tuple[Mention, ...] | None = None
    entities: tuple[Entity, ...] | None = None
    times: tuple[Time, ...] | None = None
    quotes: tuple[Quote, ...] | None = None
    events: tuple[Event, ...] | None = None
    warnings: tuple[str, ...] = ()


class Annotator:
    """Reads names with one engine."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.engine = engine.name

    def __call__(
        self,
        text: str,
        *,
        published: str | None = None,
        steps: Collection[Step] = STEPS,
        headline_end: int | None = None,
        earlier: Annotations | None = None,
    ) -> Annotations:
        """What stands in `text` (offsets are code points into it).

        `published`: the ISO day, with or without a clock, that relative times count from; a month alone raises
        UsageError. `steps`: which lists are wanted; each brings along those that it reads or names. `headline_end`:
        where the headline ends that the text begins with, 0 where it has none; None: a first line without an end mark.
        `earlier`: lists of this text that were read before; steps that are not wanted are taken from there.
        """
        known = earlier or Annotations()
        wanted = _with_needs(steps, {step for step in STEPS if getattr(known, step) is not None})
        seen = as_seen(text)
        if seen is None:
            return self._read(text, published, wanted, headline_end, known)
        if headline_end is not None:
            headline_end = bisect_left(seen.offsets, headline_end)
        return put_back(self._read(seen.text, published, wanted, headline_end, put_in(known, seen)), seen, text)

    def _read(
        self, text: str, published: str | None, wanted: frozenset[Step], headline_end: int | None, known: Annotations
    ) -> Annotations:
        """What stands in a text without tatweel and invisible characters; what is not wanted is known."""
        warnings: list[str] = []
        found, linked, said, done = known.mentions, known.entities, known.quotes, known.events
        if "mentions" in wanted:
            found, linked = self._names(text, published, warnings)
        dated = times(text, published=published) if "times" in wanted else known.times
        if not wanted.isdisjoint({"quotes", "events"}):
            names, whom, moments = found or (), linked or (), dated or ()
            read = passages(text, names, moments)
            if "quotes" in wanted:
                said = quotes(text, read, names, whom, first_line(text) if headline_end is None else headline_end)
            if "events" in wanted:
                done = events(text, read, names, whom, moments, said or (), published)
        lists = {"mentions": found, "entities": linked, "times": dated, "quotes": said, "events": done}
        return Annotations(**{step: lists[step] for step in STEPS if step in wanted}, warnings=tuple(warnings))  # type: ignore[arg-type]

    def _names(
        self, text: str, published: str | None, warnings: list[str]
    ) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
        """The mentions and their entities; what should be taken with care is added to the warnings."""
        found = mentions(text, self._engine, lists())
        warnings += _doubts(text)
        if len(found) > _MOST_MENTIONS:
            warnings.append(f"entities: {len(found):,} mentions; only the first {_MOST_MENTIONS:,} are linked")
        first, linked = link(text, found[:_MOST_MENTIONS], published=published)
        linked = placed(text, first, linked)
        return (*first, *found[_MOST_MENTIONS:]), linked


def needed(steps: Collection[Step]) -> frozenset[Step]:
    """The steps whose lists these steps read."""
    return frozenset[Step]().union(*(_NEEDS[step] for step in steps if step in _NEEDS))


def together(steps: Collection[Step]) -> frozenset[Step]:
    """The steps, and what is read with them: mentions and entities name each other."""
    return frozenset(steps) | (_NAMES if not _NAMES.isdisjoint(steps) else frozenset())


def _with_needs(steps: Collection[Step], known: Collection[Step] = ()) -> frozenset[Step]:
    """The steps and all that they need, but for what is known already."""
    have = frozenset(known) if frozenset(known) >= _NAMES else frozenset(known) - _NAMES
    return together(frozenset(steps) | (needed(steps) - have))


_HEADLINE = 200  # characters: no headline is longer
_UNSEEN = "".join(characters(INVISIBLE + MARK)) + TATWEEL  # may follow the last letter, and are none


def first_line(text: str) -> int:
    """Where the first line ends, if it looks like a headline: short, and no mark ends it; else 0."""
    line = text.partition("\n")[0].rstrip()
    seen = line.rstrip(_UNSEEN)
    if not seen or len(line) > _HEADLINE or seen[-1] in ".!?؟:،؛":
        return 0
    alone = not text[len(line) :].strip()  # then speech in marks is more likely a sentence than a headline
    return 0 if alone and not seen[-1].isalnum() else len(line)


_ARABIC = re.compile(f"[{LETTER}]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_LEAST_ARABIC = 0.5  # of the letters
_LONG = 5_000  # characters: no sentence of news is longer


def _doubts(text: str) -> Iterator[str]:
    """Why names of this text should be taken with care."""
    letters = sum(map(len, _LETTERS.findall(text)))
    if letters and sum(map(len, _ARABIC.findall(text))) < _LEAST_ARABIC * letters:
        yield "mentions: most of the text is not Arabic; names are read in Arabic only"
    longest = max((span.end - span.start for span in sentences(text)), default=0)
    if longest > _LONG:
        yield f"mentions: a sentence of {longest:,} characters was read in pieces; a name across them is lost"


@cache
def annotator(engine: str = "auto") -> Annotator:
    """An annotator by the name of its engine, loaded once.

    `auto` is the best engine that is installed; else `lists`, `fast`, `accurate` or `transformers:NAME`. Raises
    UsageError for an unknown name, MissingExtra where what the engine needs is not installed.
    """
    return Annotator(chosen(engine))
