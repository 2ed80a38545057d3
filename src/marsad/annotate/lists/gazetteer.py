"""Finds the names of the lists in running text: the longest at each place, under clitics and spelling folds.

Matching runs on folded words (`fold_word`): vowel marks, tatweel, أ إ آ → ا, ة → ه, Persian letters, letters for
sounds of dialects and other tongues as news mostly writes them (ڨفصة = قفصة); ى → ي only in words of more than three
letters, since على (on) and علي (Ali) must stay apart, behind و and ف too. The first word of a name may carry clitics;
a reading without a cut is tried first, and the longest name wins over it.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from marsad.annotate.lists.things import Thing
from marsad.text.clitics import readings
from marsad.text.fold import fold_key
from marsad.text.letters import INVISIBLE, MARK, TATWEEL, characters, unfolded
from marsad.text.words import words

_SHORT = 3  # letters of a word in which ى is kept
_LONGEST = 12  # words of a name
_NO_LETTER = characters(MARK + INVISIBLE) + TATWEEL
_BARE = dict.fromkeys(map(ord, _NO_LETTER), "")
_JOINED = frozenset({"وعلى", "فعلى", "وإلى", "فإلى", "ولدى", "فلدى"})  # no وعلي, and no والي (governor)
_FOREIGN = str.maketrans("ڨڤپچژگ", "قفبجزك")


@lru_cache(maxsize=16384)
def fold_word(word: str) -> str:
    """The form under which a word is matched."""
    folded = fold_key(word).translate(_FOREIGN)
    return folded[:-1] + "ى" if folded.endswith("ي") and _keeps_maksura(word, folded) else folded


def _keeps_maksura(word: str, folded: str) -> bool:
    """Whether the last letter of a word is ى and must not become ي."""
    if len(folded) > _SHORT:
        return word.translate(_BARE) in _JOINED
    return unfolded(word.rstrip(_NO_LETTER)[-1:]).endswith("ى")


def name_key(name: str) -> str:
    """The form under which a name of several words is matched."""
    return " ".join(fold_word(word.text) for word in words(name))


class Hit(NamedTuple):
    """A listed name in a row of words: `first` to `last` (exclusive), `skip` letters of clitics on the first."""

    first: int
    last: int
    skip: int
    things: tuple[Thing, ...]


class Gazetteer:
    """The names of the lists, ready to be found."""

    def __init__(self, names: Mapping[str, tuple[Thing, ...]]) -> None:
        """`names`: every name by its `name_key`."""
        self._names = names
        self._longest: dict[str, int] = {}
        for key in names:
            first, *rest = key.split(" ", _LONGEST)
            self._longest[first] = max(self._longest.get(first, 0), len(rest) + 1)
        self._heads = lru_cache(maxsize=16384)(self._read)

    def _read(self, folded: str) -> tuple[tuple[int, str, int], ...]:
        """The readings of a word with which a name begins: letters skipped, form, words of the longest name."""
        return tuple(
            (reading.skip, reading.form, self._longest[reading.form])
            for reading in readings(folded)
            if reading.form in self._longest
        )

    def hits(self, folded: Sequence[str]) -> list[Hit]:
        """The names in a row of folded words, from left to right, none inside another."""
        found: list[Hit] = []
        place, size = 0, len(folded)
        while place < size:
            heads = self._heads(folded[place])
            hit = self._at(folded, place, heads) if heads else None
            if hit:
                found.append(hit)
            place = hit.last if hit else place + 1
        return found

    def _at(self, folded: Sequence[str], place: int, heads: Iterable[tuple[int, str, int]]) -> Hit | None:
        best: Hit | None = None
        for skip, form, longest in heads:
            for count in range(min(longest, len(folded) - place), 0, -1):
                if best and place + count <= best.last:
                    break
                key = " ".join((form, *folded[place + 1 : place + count])) if count > 1 else form
                things = self._names.get(key)
                if things:
                    best = Hit(place, place + count, skip, things)
                    break
        return best
