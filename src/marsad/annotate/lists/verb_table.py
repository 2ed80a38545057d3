"""The table of verb forms that ships, and the nouns of `nouns.tsv`: what may be spelt with given letters.

Sources: `data/verb_forms.tsv.gz` (all forms of `data/verbs.tsv`, made by resources/build_lexicons.py) and
`data/nouns.tsv`. The table is read a group of words at a time, since a text needs few of them.
"""

import gzip
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from marsad.annotate.lists.tables import rows
from marsad.text.conjugation import Inflection, Verb, conjugate, noun_forms

_PREFIX = 2  # letters by which the table gathers words
_KEY = str.maketrans("أإآىةؤئ", "ااايهوي")
_PARTS = {"p": "perfect", "i": "imperfect", "m": "masdar", "a": "participle", "o": "object-participle"}
_VOICES = {"a": "active", "p": "passive", "-": ""}
_WHOLE = "*"


def key(letters: str) -> str:
    """The letters without hamza and final dots, under which forms are kept."""
    return letters.translate(_KEY)


class VerbForm(NamedTuple):
    """A form: its verb (or noun) as listed and its grammar; "" and 0 where a feature does not apply or is not told."""

    lemma: str
    part: str  # perfect imperfect masdar participle object-participle noun
    person: int  # 1, 3; 0 of nouns
    gender: str  # m f; "" of the first person
    number: str  # s d p
    voice: str  # active passive; "" where the letters do not tell


class Entry(NamedTuple):
    """A form with its right letters; `state` as in `Inflection`; `rare` where they are nearly always another word."""

    form: VerbForm
    letters: str
    state: str
    rare: bool


@cache
def verbs() -> dict[str, Verb]:
    """The verbs of the lexicon by their perfect, shadda written."""
    return {row[0]: Verb(*row[:5]) for row in rows("verbs.tsv")}


@lru_cache(maxsize=512)
def inflections(lemma: str, part: str) -> tuple[Inflection, ...]:
    """The forms of a verb (or noun) that are of this part, with their vowels."""
    if part == "noun":
        return tuple(form for row in rows("nouns.tsv") if row[0] == lemma for form in _of_noun(row))
    return tuple(form for form in conjugate(verbs()[lemma]) if form.part == part)


def is_whole(word: str) -> bool:
    """Whether a word is never cut: بعد is not ب + عدّ."""
    return _WHOLE in _cells(key(word))


@lru_cache(maxsize=16384)
def entries(folded: str) -> tuple[Entry, ...]:
    """The forms with this `key`."""
    return (*(_entry(cell, folded) for cell in _cells(folded) if cell != _WHOLE), *_nouns().get(folded, ()))


def _entry(cell: str, folded: str) -> Entry:
    lemma, code, *letters = cell.split(":")
    form = VerbForm(lemma, _PARTS[code[0]], int(code[1]), code[2].strip("-"), code[3].strip("-"), _VOICES[code[4]])
    return Entry(form, letters[0] if letters else folded, code[5:].strip("?"), code.endswith("?"))


def _cells(folded: str) -> list[str]:
    """The forms with this key as the table has them."""
    return _bucket(folded[:_PREFIX]).get(folded, [])


@cache
def _bucket(prefix: str) -> dict[str, list[str]]:
    words = (word.split(" ") for word in _table().get(prefix, "").split("\t") if word)
    return {folded: cells for folded, *cells in words}


@cache
def _table() -> dict[str, str]:
    data = gzip.decompress(files("marsad.data").joinpath("verb_forms.tsv.gz").read_bytes()).decode("utf-8")
    lines = (line.partition("\t") for line in data.split("\n"))
    return {prefix: words for prefix, _, words in lines if not prefix.startswith("#")}


@cache
def _nouns() -> dict[str, tuple[Entry, ...]]:
    found: dict[str, tuple[Entry, ...]] = {}
    for row in rows("nouns.tsv"):
        for form in _of_noun(row):
            folded = key(form.letters)
            reading = VerbForm(row[0], "noun", 0, form.gender, form.number, "")
            found[folded] = (*found.get(folded, ()), Entry(reading, form.letters, form.state, rare=False))
    return found


def _of_noun(row: Sequence[str]) -> Iterator[Inflection]:
    word, plurals, gender = row[:3]
    return noun_forms(word, "noun", plurals.split("|") if plurals else (), gender)
