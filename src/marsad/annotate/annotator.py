"""The order of the steps on one text: mentions, then entities (which link them), and times."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from marsad.annotate.engines import Engine
from marsad.annotate.engines import engine as chosen
from marsad.annotate.linking import link
from marsad.annotate.lists.parsing import lists
from marsad.annotate.names import mentions
from marsad.annotate.places import placed
from marsad.annotate.times import times
from marsad.records import Entity, Mention, Time
from marsad.text.letters import LETTER
from marsad.text.sentences import sentences

Step = Literal["mentions", "entities", "times"]
STEPS: tuple[Step, ...] = get_args(Step)
_MOST_MENTIONS = 20_000  # linked in one text; more is no article


@dataclass(frozen=True, slots=True)
class Annotations:
    """What was found in one text. A list is None where its step was not asked for."""

    mentions: tuple[Mention, ...] | None = None
    entities: tuple[Entity, ...] | None = None
    times: tuple[Time, ...] | None = None
    warnings: tuple[str, ...] = ()


class Annotator:
    """Reads names with one engine."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.engine = engine.name

    def __call__(self, text: str, *, published: str | None = None, steps: Collection[Step] = STEPS) -> Annotations:
        """What stands in `text` (offsets are code points into it).

        `published`: the ISO day, with or without a clock, that relative times count from; a month alone raises
        UsageError. `steps`: which lists are wanted; entities bring mentions along, since each names the other.
        """
        names = {"mentions", "entities"}.intersection(steps)
        found = mentions(text, self._engine, lists()) if names else None
        linked: tuple[Entity, ...] | None = None
        warnings = list(_doubts(text)) if found is not None else []
        if found is not None:
            if len(found) > _MOST_MENTIONS:
                warnings.append(f"entities: {len(found):,} mentions; only the first {_MOST_MENTIONS:,} are linked")
            first, linked = link(text, found[:_MOST_MENTIONS], published=published)
            linked = placed(text, first, linked)
            found = (*first, *found[_MOST_MENTIONS:])
        dated = times(text, published=published) if "times" in steps else None
        return Annotations(found, linked, dated, tuple(warnings))


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
