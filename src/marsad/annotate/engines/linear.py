"""The small linear model of the `fast` engine: a conditional random field over `features`.

Trained by `python -m models.linear` with crfsuite (see the model card of `marsad-model-ar`), read here. The score of a
tag at a word is a sum of the weights of its features; those that depend on one written word are added up once and kept.
The sentences of a text are judged together: each sweep passes what every word believes to its neighbours, until no
belief changes any more, which is after as many sweeps as names are long.
"""

import importlib
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from marsad.annotate.engines import features
from marsad.annotate.engines.decoding import TAGS, Beliefs
from marsad.annotate.engines.weights import Array, read
from marsad.annotate.lists.forms import Form
from marsad.annotate.lists.parsing import Sentence

_LEAST = 1e-6  # a probability below this is taken as this
_STILL = 1e-9  # a sweep that changes no probability by more is the last
_LOOKS = 4  # sweeps after which it is asked whether anything still changes
_MOST = 32_768  # written words that are remembered
_TOGETHER = 4_096  # words that are judged together
_BORDER = 2  # rows between sentences: their ends as the words beside them see them
_LAST, _FIRST = 0, 1  # numbers of those rows


class _Weighed(NamedTuple):
    """A text with its scores: for every row the word's number and the score of each tag; where sentences begin."""

    numbers: Array
    scores: Array
    starts: list[int]


class Linear:
    """A trained model, ready to tag."""

    def __init__(self, path: Path) -> None:
        """`path`: the weights.

        Raises MissingExtra where numpy is not installed, NotFound and Damaged where `path` is no file of sound weights.
        """
        self._rows, self._states, steps = read(path)
        self._numpy = importlib.import_module("numpy")
        self._steps = self._numpy.exp(steps)
        self._back = self._numpy.ascontiguousarray(self._steps.T)
        self._ones = self._numpy.ones((len(TAGS), len(TAGS)))
        self._pairs = self._known_pairs()
        self._lock = Lock()  # what is remembered of words is written by one text at a time
        self._forget()

    def _known_pairs(self) -> dict[str, tuple[int, int]]:
        """Rows of the weights of two words that follow each other: for the second, for the first; -1 has none."""
        found: dict[str, tuple[int, int]] = {}
        for name, row in self._rows.items():
            if name.startswith(features.BEFORE):
                found[name[3:]] = row, found.get(name[3:], (-1, -1))[1]
            elif name.startswith(features.BEHIND):
                found[name[3:]] = found.get(name[3:], (-1, -1))[0], row
        return found

    def _forget(self) -> None:
        tags = len(TAGS)
        self._numbers: dict[str, int] = {}  # of written words, by Form.key
        self._words = self._numpy.zeros((1024, 5, tags))  # own; seen from 1 and 2 behind it; from 1 and 2 in front
        self._words[_LAST, 3:] = [self._sum([name]) for name in features.LAST]
        self._words[_FIRST, 1:3] = [self._sum([name]) for name in features.FIRST]
        self._marked: dict[features.Features, int] = {}
        self._marks = self._numpy.zeros((256, 3, tags))  # own; seen from 1 behind it; from 1 in front

    def beliefs(self, sentences: Sequence[Sentence]) -> list[list[Beliefs]]:
        """The logarithm of the probability of each tag for every word of every sentence."""
        found: list[list[Beliefs]] = []
        for part in _parts(sentences):
            with self._lock:
                weighed = self._weighed(part)
            rows = self._judged(weighed).tolist()
            found += [
                rows[start : start + len(sentence.forms)] for start, sentence in zip(weighed.starts, part, strict=True)
            ]
        return found

    def _weighed(self, sentences: Sequence[Sentence]) -> _Weighed:
        if len(self._numbers) > _MOST:
            self._forget()
        numbers, starts = [_LAST, _FIRST], list[int]()
        pairs: list[tuple[int, int, int]] = []
        marked: list[tuple[int, int]] = []
        for sentence in sentences:
            start = len(numbers)
            starts.append(start)
            numbers += self._numbered(sentence.forms)
            pairs += self._paired(sentence.forms, start)
            for place, marks in enumerate(features.marks(sentence.forms, sentence.hits), start):
                if marks:
                    marked.append((place, self._number_of_marks(marks)))
            numbers += (_LAST, _FIRST)
        rows = self._numpy.array(numbers)
        words = self._words[rows]
        scores = words[:, 0].copy()
        scores[1:] += words[:-1, 1]
        scores[2:] += words[:-2, 2]
        scores[:-1] += words[1:, 3]
        scores[:-2] += words[2:, 4]
        self._add(scores, pairs, marked)
        return _Weighed(rows, scores, starts)

    def _add(self, scores: Array, pairs: list[tuple[int, int, int]], marked: list[tuple[int, int]]) -> None:
        if pairs:
            places, before, behind = self._numpy.array(pairs).T
            for shift, rows in ((0, before), (-1, behind)):
                known = rows >= 0  # a word stands in one pair on each side, so that no row is met twice
                scores[places[known] + shift] += self._states[rows[known]]
        if marked:
            places, numbers = self._numpy.array(marked).T
            weights = self._marks[numbers]
            for part, shift in ((0, 0), (1, 1), (2, -1)):
                scores[places + shift] += weights[:, part]

    def _numbered(self, forms: Sequence[Form]) -> list[int]:
        known = self._numbers.get
        return [known(form.key) or self._number(form) for form in forms]  # no word has the number 0

    def _number(self, form: Form) -> int:
        number = len(self._numbers) + _BORDER
        self._words = self._roomy(self._words, number)
        near, far = features.near(form), features.far(form)
        seen = (("-1", near), ("-2", far), ("+1", near), ("+2", far))
        self._words[number] = [
            self._sum(features.own(form)),
            *(self._sum(features.edged(edge, items)) for edge, items in seen),
        ]
        self._numbers[form.key] = number
        return number

    def _number_of_marks(self, marks: features.Features) -> int:
        number = self._marked.get(marks)
        if number is None:
            number = len(self._marked)
            self._marks = self._roomy(self._marks, number)
            self._marks[number] = [self._sum(features.edged(edge, marks)) for edge in ("", "-1", "+1")]
            self._marked[marks] = number
        return number

    def _roomy(self, table: Array, number: int) -> Array:
        """The table with a row of that number, twice as long where it was full."""
        return table if number < len(table) else self._numpy.concatenate([table, self._numpy.zeros_like(table)])

    def _sum(self, names: Sequence[str]) -> Array:
        rows = [self._rows[name] for name in names if name in self._rows]
        return self._states[rows].sum(0)

    def _paired(self, forms: Sequence[Form], start: int) -> Iterator[tuple[int, int, int]]:
        """Places of second words with the rows of weights for them and for the words in front of them."""
        bases = [form.known.form for form in forms]
        for place, (first, second) in enumerate(pairwise(bases), start + 1):
            rows = self._pairs.get(f"{first}|{second}")
            if rows:
                yield place, *rows

    def _judged(self, weighed: _Weighed) -> Array:
        """The logarithms of the probabilities of the tags in every row."""
        numpy = self._numpy
        scores = numpy.exp(weighed.scores - weighed.scores.max(1, keepdims=True))
        firsts = numpy.array(weighed.starts)
        lasts = numpy.flatnonzero(weighed.numbers == _LAST)[1:] - 1
        chances = self._swept(scores, firsts, self._steps)
        behind = self._swept(numpy.ascontiguousarray(scores[::-1]), len(scores) - 1 - lasts, self._back)[::-1]
        inner = numpy.ones(len(scores), dtype=bool)
        inner[lasts] = inner[-1] = False
        chances[inner] *= numpy.dot(behind, self._back)[1:][inner[:-1]]
        chances /= chances.sum(1, keepdims=True)
        return numpy.log(numpy.maximum(chances, _LEAST))

    def _swept(self, scores: Array, firsts: Array, steps: Array) -> Array:
        """For every row the chance of each tag by its own scores and those of the rows in front, up to `firsts`."""
        numpy = self._numpy
        old, new = scores / scores.sum(1, keepdims=True), numpy.empty_like(scores)
        totals = numpy.empty_like(scores)
        sweep = 0
        while True:
            numpy.dot(old[:-1], steps, out=new[1:])
            new[0] = new[firsts] = 1.0
            numpy.multiply(new, scores, out=new)
            numpy.dot(new, self._ones, out=totals)  # the sum of each row, in each of its columns
            numpy.divide(new, totals, out=new)
            sweep += 1
            if sweep % _LOOKS == 0 and numpy.abs(new - old).max() < _STILL:
                return new
            old, new = new, old


def _parts(sentences: Sequence[Sentence]) -> Iterator[list[Sentence]]:
    """Sentences that are judged together."""
    part: list[Sentence] = []
    size = 0
    for sentence in sentences:
        part.append(sentence)
        size += len(sentence.forms)
        if size >= _TOGETHER:
            yield part
            part, size = [], 0
    if part:
        yield part
