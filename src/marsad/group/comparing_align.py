"""Which sentence of one text is which of the other: kept, changed, cut, added, moved; split ones find each other again.

Equal sentences first; of the others those that are most alike, until nothing is alike enough; then neighbours that are
left over join the sentence that they were cut off. What remains in its order is found by the longest rising row of
places: the rest has moved.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from marsad.group.comparing_sides import Sentence

_ALIKE = 0.5  # share of both sentences' words that are the same ones in the same order
_WITHIN = 0.75  # share of the shorter sentence, where the other one was shortened or extended
_LEAST_WITHIN = 5  # words of that
_GAIN = 0.03  # by how much a sentence grows more alike, when its other half joins it
_COMMON = 12  # sentences of a text that have a word, above which it tells nothing
_LONGEST = 500  # words of a sentence
_MOST_TRIED = 6  # sentences that are measured for each


class Aligned(NamedTuple):
    """A sentence (or several in a row) of each text that belong together; None where there is none."""

    a: Sentence | None
    b: Sentence | None
    alike: float  # from 0 to 1
    moved: bool = False


class _Pair(NamedTuple):
    first: int  # sentences of a, first and behind the last
    last: int
    other_first: int
    other_last: int
    alike: float


def aligned(a: Sequence[Sentence], b: Sequence[Sentence]) -> list[Aligned]:
    """All sentences of both texts, each once: those of `a` in order, those of `b` alone behind their neighbours."""
    pairs = _equal(a, b)
    pairs += _alike(a, b, pairs)
    pairs = _whole(a, b, sorted(pairs))
    moved = _moved(pairs)
    found = [
        ((pair.first, 0, pair.other_first), Aligned(_joined(a, pair.first, pair.last),
         _joined(b, pair.other_first, pair.other_last), pair.alike, pair in moved))
        for pair in pairs
    ]  # fmt: skip
    taken, others = _taken(pairs), _taken_there(pairs)
    found += [((at, 0, 0), Aligned(one, None, 0.0)) for at, one in enumerate(a) if at not in taken]
    behind = {at: pair.first for pair in pairs if pair not in moved for at in range(pair.other_first, pair.other_last)}
    place = -1
    for at, one in enumerate(b):
        place = behind.get(at, place)
        if at not in others:
            found.append(((place, 1, at), Aligned(None, one, 0.0)))
    return [one for _, one in sorted(found, key=lambda each: each[0])]


def matcher(first: Sequence[str], second: Sequence[str]) -> "SequenceMatcher[str]":
    """What finds the words that two rows share in one order.

    In rows longer than any sentence frequent words are passed over: the time would grow with the square of the length.
    """
    return SequenceMatcher(None, first, second, autojunk=max(len(first), len(second)) > _LONGEST)


def ratio(first: Sequence[str], second: Sequence[str]) -> float:
    """How alike two rows of words are, from 0 to 1; a short one within a long one counts, too."""
    same = sum(block.size for block in matcher(first, second).get_matching_blocks())
    short = min(len(first), len(second))
    both = 2 * same / (len(first) + len(second)) if short else 0.0
    within = same / short if same >= _LEAST_WITHIN else 0.0
    return max(both, _ALIKE if within >= _WITHIN else 0.0)


def _equal(a: Sequence[Sentence], b: Sequence[Sentence]) -> list[_Pair]:
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, one in reversed(list(enumerate(b))):
        places[one.keys].append(at)
    found = []
    for at, one in enumerate(a):
        if places.get(one.keys):
            there = places[one.keys].pop()
            found.append(_Pair(at, at + 1, there, there + 1, 1.0))
    return found


def _alike(a: Sequence[Sentence], b: Sequence[Sentence], pairs: Sequence[_Pair]) -> list[_Pair]:
    """The pairs of what is left, the most alike first; of equals those that stand at the nearest places."""
    taken, others = _taken(pairs), _taken_there(pairs)
    having: dict[str, list[int]] = defaultdict(list)
    for there, one in enumerate(b):
        if there not in others:
            for key in set(one.keys):
                having[key].append(there)
    tried = []
    for at, one in enumerate(a):
        if at in taken:
            continue
        shared = Counter(there for key in set(one.keys) if len(having[key]) <= _COMMON for there in having[key])
        for there, _ in sorted(shared.items(), key=lambda each: (-each[1], each[0]))[:_MOST_TRIED]:
            alike = ratio(one.keys, b[there].keys)
            if alike >= _ALIKE:
                tried.append((-alike, abs(at - there), at, there))
    found = []
    for alike, _, at, there in sorted(tried):
        if at not in taken and there not in others:
            taken.add(at)
            others.add(there)
            found.append(_Pair(at, at + 1, there, there + 1, -alike))
    return found


def _whole(a: Sequence[Sentence], b: Sequence[Sentence], pairs: list[_Pair]) -> list[_Pair]:
    """The pairs with the neighbours that were cut off them, in one text or the other."""
    taken, others = _taken(pairs), _taken_there(pairs)
    found = []
    for pair in pairs:
        grown = pair
        for near in (pair.other_first - 1, pair.other_last):
            if grown.alike < 1 and 0 <= near < len(b) and near not in others:
                grown = _better(a, b, grown, grown._replace(
                    other_first=min(near, grown.other_first), other_last=max(near + 1, grown.other_last)))  # fmt: skip
        for near in (pair.first - 1, pair.last):
            if grown.alike < 1 and 0 <= near < len(a) and near not in taken:
                grown = _better(a, b, grown, grown._replace(
                    first=min(near, grown.first), last=max(near + 1, grown.last)))  # fmt: skip
        taken |= _taken([grown])
        others |= _taken_there([grown])
        found.append(grown)
    return found


def _better(a: Sequence[Sentence], b: Sequence[Sentence], pair: _Pair, grown: _Pair) -> _Pair:
    first = _joined(a, grown.first, grown.last).keys
    second = _joined(b, grown.other_first, grown.other_last).keys
    alike = ratio(first, second)
    return grown._replace(alike=alike) if alike >= pair.alike + _GAIN else pair


def _moved(pairs: Sequence[_Pair]) -> set[_Pair]:
    """The pairs outside of the longest row of pairs that have one order in both texts; `pairs` in the order of `a`."""
    ends: list[int] = []
    places: list[int] = []  # the pair that ends the best row of each length
    before: list[int] = []  # the pair in front of each pair in its row
    for number, pair in enumerate(pairs):
        at = bisect_left(ends, pair.other_first)
        before.append(places[at - 1] if at else -1)
        ends[at : at + 1], places[at : at + 1] = [pair.other_first], [number]
    kept: set[int] = set()
    last = places[-1] if places else -1
    while last >= 0:
        kept.add(last)
        last = before[last]
    return {pair for number, pair in enumerate(pairs) if number not in kept}


def _joined(sentences: Sequence[Sentence], first: int, last: int) -> Sentence:
    whole = sentences[first]
    for one in sentences[first + 1 : last]:
        whole = whole.with_next(one)
    return whole


def _taken(pairs: Sequence[_Pair]) -> set[int]:
    return {at for pair in pairs for at in range(pair.first, pair.last)}


def _taken_there(pairs: Sequence[_Pair]) -> set[int]:
    return {at for pair in pairs for at in range(pair.other_first, pair.other_last)}
