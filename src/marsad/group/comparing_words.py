"""What the differences of two texts are told apart by: terms that value a thing, words that attribute, dates.

The lists stand in `data/comparing.toml`. Words come as `loose` gives them.
"""

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from marsad.text.clitics import readings
from marsad.text.date_words import WEEKDAYS_BY_NUMBER
from marsad.text.fold import fold_key
from marsad.text.months import MONTHS
from marsad.text.numbers_words import FRACTIONS

_CONJUNCTIONS = "وف"
_LEAST = 2  # letters of a word
_SEATS = (("ؤو", "و"), ("ئو", "و"), ("ءو", "و"), ("ؤ", "و"), ("ئ", "ي"), ("ء", ""))  # مسؤول, مسئول


class Term(NamedTuple):
    """A term in a row of words: what it names, and which of the choices it is."""

    first: int
    last: int  # the word behind it
    thing: str
    choice: int


@lru_cache(maxsize=1 << 16)
def loose(word: str) -> str:
    """A word below all its spellings: hamza, ى, ة, marks and sets of digits are folded away."""
    folded = fold_key(word)
    for old, new in _SEATS:
        folded = folded.replace(old, new)
    return folded


def terms(words: Sequence[str]) -> Iterator[Term]:
    """The terms in a row of words, the longest of each place; a word may be of several things."""
    for first, word in enumerate(words):
        found: dict[str, Term] = {}
        for form in _forms(word):
            for tail, thing, choice in _terms().get(form, ()):
                last = first + 1 + len(tail)
                if tuple(words[first + 1 : last]) == tail and (thing not in found or found[thing].last < last):
                    found[thing] = Term(first, last, thing, choice)
        yield from found.values()


def attributes(word: str) -> bool:
    """Whether a word says that somebody said something: وقال, بحسب."""
    return word in _sayings() or (word[:1] in _CONJUNCTIONS and word[1:] in _sayings())


def dates(word: str) -> bool:
    """Whether a word names a month or a day of the week; a day by its article, for أحد and اثنين are numbers."""
    return any(form in _months() for form in _forms(word)) or any(one.form in _days() for one in readings(word))


def without_conjunction(word: str) -> str:
    """A word without و or ف in front, which may be a letter of its own: two words are compared, none is read."""
    return word[1:] if word[:1] in _CONJUNCTIONS and len(word) > _LEAST else word


def fraction(word: str) -> bool:
    """Whether a word is a part: نصف, ربع."""
    return any(form in FRACTIONS for form in _forms(word))


def _forms(word: str) -> set[str]:
    """A word with and without what is written onto it, and without the article."""
    whole = {reading.form for reading in readings(word)}
    return whole | {form.removeprefix("ال") for form in whole}


@cache
def _lists() -> dict[str, Any]:
    return tomllib.loads(files("marsad.data").joinpath("comparing.toml").read_text("utf-8"))


@cache
def _terms() -> dict[str, list[tuple[tuple[str, ...], str, int]]]:
    found: dict[str, list[tuple[tuple[str, ...], str, int]]] = {}
    for thing, choices in _lists()["terms"].items():
        for number, forms in enumerate(choices):
            for form in forms:
                head, *tail = map(loose, form.split())
                found.setdefault(head, []).append((tuple(tail), thing, number))
    return found


@cache
def _sayings() -> frozenset[str]:
    return frozenset(map(loose, _lists()["words"]["sayings"]))


@cache
def _months() -> frozenset[str]:
    return frozenset(loose(name) for name in MONTHS if " " not in name)


@cache
def _days() -> frozenset[str]:
    names = [name for names in WEEKDAYS_BY_NUMBER for name in names.split() if name.startswith("ال")]
    return frozenset(map(loose, (*names, *_lists()["words"]["days"])))
