"""The small linear model of the `fast` engine: a conditional random field over `features`.

Trained by `python -m models.linear` (see the model card of `marsad-model-ar`), read by python-crfsuite.
"""

import math
from collections.abc import Sequence
from pathlib import Path

from marsad.annotate.engines.decoding import TAGS, Beliefs
from marsad.errors import MissingExtra

_LEAST = 1e-6  # a probability below this is taken as this


class Linear:
    """A trained model, ready to tag."""

    def __init__(self, path: Path) -> None:
        """`path`: the weights. Raises MissingExtra where python-crfsuite is not installed."""
        try:
            import pycrfsuite  # noqa: PLC0415 - optional
        except ImportError:
            raise MissingExtra("the linear model is read by python-crfsuite; pip install 'marsad[model]'") from None
        self._tagger = pycrfsuite.Tagger()
        self._tagger.open(str(path))
        known = set(self._tagger.labels())
        self._tags = [(place, tag) for place, tag in enumerate(TAGS) if tag in known]

    def beliefs(self, items: Sequence[Sequence[str]]) -> list[Beliefs]:
        """The logarithm of the probability of each tag for every word of a sentence, given their features."""
        if not items:
            return []
        tagger = self._tagger
        tagger.set(items)
        rows: list[Beliefs] = []
        for place in range(len(items)):
            row = [math.log(_LEAST)] * len(TAGS)
            for number, tag in self._tags:
                row[number] = math.log(max(tagger.marginal(tag, place), _LEAST))
            rows.append(row)
        return rows
