"""PLOVER's contexts: what an event is about (military, economic, legal …), by the words around it."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import islice

from marsad.annotate.lists.acts import endings, stems
from marsad.annotate.lists.tables import lists
from marsad.text.fold import fold_key

_FILE = "contexts.toml"
_LONGEST = 200  # words of a sentence that are looked at, however many acts stand in a longer one
_MOST = 4  # contexts of one event; the likeliest by the number of their words


def contexts(words: Iterable[str]) -> tuple[str, ...]:
    """The contexts of some words (those of an event's sentence, by `Token.key`), in the order of PLOVER's list."""
    found: dict[str, set[str]] = defaultdict(set)
    before = ""
    for word in islice(words, _LONGEST):
        for name in _of(word) | _pair(before, word):
            found[name].add(word)
        before = word
    strongest = sorted(found, key=lambda name: (-len(found[name]), _order().index(name)))[:_MOST]
    return tuple(name for name in _order() if name in strongest)


@lru_cache(maxsize=16384)
@lru_cache(maxsize=16384)
def _of(word: str) -> frozenset[str]:
    return next((names for _, stem in stems(word) if (names := _words().get(stem))), frozenset())


@lru_cache(maxsize=16384)
def _pair(one: str, two: str) -> frozenset[str]:
    """The contexts of two words in a row, whose articles do not matter: حقوق الإنسان."""
    first = one[1:] if one[:1] == "و" else one
    return _words().get(f"{first.removeprefix('ال')} {two.removeprefix('ال')}", frozenset())


@cache
def _order() -> tuple[str, ...]:
    return tuple(lists(_FILE))


@cache
def _words() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for name, members in lists(_FILE).items():
        for member in members:
            words = [word.removeprefix("ال") for word in fold_key(member).split()]
            forms = endings(words[0]) if len(words) == 1 else [" ".join(words)]
            for form in forms:
                found[form].add(name)
    return {form: frozenset(names) for form, names in found.items()}
