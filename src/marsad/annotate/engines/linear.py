"""The small linear model of the `fast` engine: a conditional random field over `features`.

Trained by `python -m models.linear` (see the model card of `marsad-model-ar`), read by python-crfsuite.
"""

import math
import struct
from collections.abc import Sequence
from pathlib import Path
from threading import Lock

from marsad.annotate.engines.decoding import TAGS, Beliefs
from marsad.errors import Damaged, MissingExtra, NotFound

_LEAST = 1e-6  # a probability below this is taken as this
_HEAD = struct.Struct("<4sI")  # how a file of weights begins: its mark and its size in bytes
_MARK = b"lCRF"


class Linear:
    """A trained model, ready to tag."""

    def __init__(self, path: Path) -> None:
        """`path`: the weights.

        Raises MissingExtra where python-crfsuite is not installed, NotFound and Damaged where `path` is no file of
        sound weights.
        """
        try:
            import pycrfsuite  # noqa: PLC0415 - optional
        except ImportError:
            raise MissingExtra("the linear model is read by python-crfsuite; install marsad[model]") from None
        _check(path)
        self._tagger = pycrfsuite.Tagger()
        try:
            self._tagger.open(str(path))
        except (OSError, ValueError) as error:
            raise Damaged(f"these weights can't be read: {type(error).__name__}", where=str(path)) from None
        self._lock = Lock()  # the tagger holds one sentence at a time
        known = set(self._tagger.labels())
        self._tags = [(place, tag) for place, tag in enumerate(TAGS) if tag in known]
        if not self._tags:
            raise Damaged(f"these weights know none of the tags {', '.join(TAGS)}", where=str(path))

    def beliefs(self, items: Sequence[Sequence[str]]) -> list[Beliefs]:
        """The logarithm of the probability of each tag for every word of a sentence, given their features."""
        if not items:
            return []
        marginal = self._tagger.marginal
        rows: list[Beliefs] = []
        with self._lock:
            self._tagger.set(items)
            for place in range(len(items)):
                row = [math.log(_LEAST)] * len(TAGS)
                for number, tag in self._tags:
                    row[number] = math.log(max(marginal(tag, place), _LEAST))
                rows.append(row)
        return rows


def _check(path: Path) -> None:
    """Whether the file is whole: crfsuite does not look, and a part of one ends the process."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD.size)
            size = file.seek(0, 2)
    except OSError as error:
        raise NotFound(f"no weights of the linear model: {error.strerror}", where=str(path)) from None
    if len(head) < _HEAD.size or _HEAD.unpack(head) != (_MARK, size):
        raise Damaged("these weights are not whole; reinstall marsad-model-ar", where=str(path))
