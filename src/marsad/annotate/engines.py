"""The engines that read names, behind one function: what each believes of every word.

`lists` needs nothing but the lists that ship; `fast` adds the small linear model, `accurate` a transformer beside
it (both from the package marsad-model-ar); `transformers:NAME` asks a model of the user's choice.
"""

from collections.abc import Sequence
from functools import cache
from typing import Protocol

from marsad.annotate.decoding import LABELS, TAGS, Beliefs
from marsad.annotate.features import features
from marsad.annotate.linear import Linear
from marsad.annotate.parsing import Sentence
from marsad.errors import MissingExtra, UsageError


class Engine(Protocol):
    """Something that reads names."""

    name: str

    def beliefs(self, sentences: Sequence[Sentence]) -> list[list[Beliefs]]:
        """For every word of every sentence the logarithm of the probability of each of TAGS."""


_UNLIKELY = -8.0
_OUTSIDE = tuple(0.0 if tag == "O" else _UNLIKELY for tag in TAGS)


class ListsEngine:
    """Believes the lists where a name needs nothing beside it, and nothing else."""

    name = "lists"

    def beliefs(self, sentences: Sequence[Sentence]) -> list[list[Beliefs]]:
        """See Engine."""
        return [_listed(sentence) for sentence in sentences]


def _listed(sentence: Sentence) -> list[Beliefs]:
    rows: list[Beliefs] = [_OUTSIDE] * len(sentence.words)
    for hit in sentence.hits:
        sure = [thing for thing in hit.things if not thing.need]
        if sure:
            tag = TAGS.index(f"B-{sure[0].label}")
            for place in range(hit.first, hit.last):
                wanted = tag + (place > hit.first)
                rows[place] = tuple(-0.05 if number == wanted else _UNLIKELY for number in range(len(TAGS)))
    return rows


class FastEngine:
    """The small linear model over words, context and lists."""

    name = "fast"

    def __init__(self, model: Linear) -> None:
        self._model = model

    def beliefs(self, sentences: Sequence[Sentence]) -> list[list[Beliefs]]:
        """See Engine."""
        return [self._model.beliefs(features(sentence.forms, sentence.hits)) for sentence in sentences]


__all__ = ["LABELS", "Engine", "FastEngine", "ListsEngine"]
_ = (cache, MissingExtra, UsageError)
