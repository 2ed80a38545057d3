"""From what an engine believes of every word to names: the likeliest row of tags in which every name begins.

An engine gives each word the natural logarithm of the probability of each tag of `TAGS`. Most words of news are
surely outside of names; only the stretches between them are searched (Viterbi over the tags that may follow).
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from marsad.kinds import Label

TAGS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
LABELS: tuple[Label, ...] = ("PER", "ORG", "LOC")
Beliefs = Sequence[float]  # of one word, in the order of TAGS

_SURE = -0.005  # about 99.5 per cent: this word is outside
_SIZE = len(TAGS)
_BEFORE = tuple(  # which tags may stand before each
    tuple(range(_SIZE)) if tag == 0 or tag % 2 else (tag - 1, tag) for tag in range(_SIZE)
)
_INSIDE = frozenset({2, 4, 6})


class Stretch(NamedTuple):
    """Words `first` to `last` (exclusive) of a sentence that make one name; `sure` is its mean probability."""

    first: int
    last: int
    label: Label
    sure: float


def stretches(rows: Sequence[Beliefs]) -> list[Stretch]:
    """The names in a sentence, left to right, none overlapping."""
    found: list[Stretch] = []
    for first, last in _open(rows):
        found += _names(rows, first, _best(rows, first, last))
    return found


def _open(rows: Sequence[Beliefs]) -> Iterator[tuple[int, int]]:
    """The runs of words that may be part of a name."""
    first = None
    for place, row in enumerate(rows):
        if row[0] < _SURE:
            first = place if first is None else first
        elif first is not None:
            yield first, place
            first = None
    if first is not None:
        yield first, len(rows)


def _best(rows: Sequence[Beliefs], first: int, last: int) -> list[int]:
    """The likeliest allowed row of tags for a run of words that follows a word outside."""
    scores = [belief if tag not in _INSIDE else float("-inf") for tag, belief in enumerate(rows[first])]
    back: list[list[int]] = []
    for row in rows[first + 1 : last]:
        steps = [max(_BEFORE[tag], key=scores.__getitem__) for tag in range(_SIZE)]
        scores = [scores[step] + row[tag] for tag, step in enumerate(steps)]
        back.append(steps)
    tags = [max(range(_SIZE), key=scores.__getitem__)]
    for steps in reversed(back):
        tags.append(steps[tags[-1]])
    return tags[::-1]


def _names(rows: Sequence[Beliefs], first: int, tags: Sequence[int]) -> Iterator[Stretch]:
    begin = None
    for offset, tag in enumerate([*tags, 0]):
        if begin is not None and tag not in _INSIDE:
            kind = (tags[begin] - 1) // 2
            beliefs = [rows[first + place][tags[place]] for place in range(begin, offset)]
            yield Stretch(first + begin, first + offset, LABELS[kind], 2.718281828 ** (sum(beliefs) / len(beliefs)))
            begin = None
        if tag % 2:
            begin = offset
