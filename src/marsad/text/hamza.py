"""Shapes: Arabic words written with Latin vowels, and how they are spelt; the seat of hamza follows from its vowels.

A *shape* is what grammar makes: consonants, each with ~ (doubled) and a vowel a, u, i, o (none) or * (unknown); long
vowels are aا uو iي; hamza is ء wherever it stands. `spellings("يuءaك~iدu")` gives يؤكد with the shape that belongs to
it. Dual spellings that the press uses both (بدؤوا, بدأوا; مسؤول, مسئول) come as further spellings.
"""

import re
from typing import NamedTuple

_SIGN = re.compile("([ء-غف-ي])(~?)([auio*]?)")
_REWRITES = (
    ("ءiءo", "ءiي"),
    ("iوo", "iي"),
    ("uيo", "uو"),
    ("يaى", "يaا"),
    ("ي~aى", "ي~aا"),
    ("نoن", "ن~"),
    ("تoت", "ت~"),
)
_SEATS = {"a": "أ", "u": "ؤ", "i": "ئ", "ī": "ئ"}
_UNJOINED = frozenset("دذرزو")  # letters that never join: جزءا beside عبئا


class Spelling(NamedTuple):
    """A word as written, and its shape with hamza on its seats."""

    letters: str
    shape: str


class _Sign(NamedTuple):
    letter: str
    doubled: str
    vowel: str


def spellings(shape: str) -> list[Spelling]:
    """The ways to write a shape, the usual one first."""
    for old, new in _REWRITES:
        if old in shape:
            shape = shape.replace(old, new)
    if "ء" not in shape:
        return [Spelling(bare(shape), shape)]
    signs = [_Sign(*found) for found in _SIGN.findall(shape)]
    written = [""]
    swallowed = False
    for place, sign in enumerate(signs):
        if swallowed:
            swallowed = False
            continue
        seats = [sign.letter]
        if sign.letter == "ء":
            swallowed = _madda(signs, place)
            seats = ["آ"] if swallowed else _seats(signs, place)
        written = [head + seat + sign.doubled + sign.vowel for seat in seats for head in written]
    return [Spelling(bare(text), text) for text in written]


def bare(shape: str) -> str:
    """The letters of a shape."""
    return re.sub("[auio*~]", "", shape)


def _madda(signs: list[_Sign], place: int) -> bool:
    """Whether hamza and what follows it are written آ: ءaا behind a or nothing, and ءaءo at the beginning."""
    sign, following = signs[place], signs[place + 1 : place + 2]
    if sign.vowel != "a" or not following or following[0].vowel not in {"", "o"}:
        return False
    if following[0].letter == "ا":
        return place == 0 or _before(signs, place) in {"a", "o"}
    return following[0].letter == "ء" and place == 0


def _before(signs: list[_Sign], place: int) -> str:
    """The vowel in front: a u i, long ā ū ī, or o."""
    letter, _, vowel = signs[place - 1]
    if vowel in {"", "o"}:
        return {"ا": "ā", "ي": "ī"}.get(letter, "ū" if letter == "و" and not vowel else "o")
    return "a" if vowel == "*" else vowel


def _seats(signs: list[_Sign], place: int) -> list[str]:
    """The letters that carry the hamza of a place; several where the press differs."""
    own = signs[place].vowel
    if place == 0:
        return ["إ" if own == "i" else "أ"]
    before = _before(signs, place)
    if place == len(signs) - 1:
        return [_SEATS[before] if before in "aui" else "ء"]
    return _inner(signs, place, own, before)


def _inner(signs: list[_Sign], place: int, own: str, before: str) -> list[str]:
    following = signs[place + 1].letter
    if own == "i" or before in {"i", "ī"}:
        return ["ئ"]
    if own == "u":
        return ["ؤ", *_other(before, following)]
    if own == "*" and before == "o":  # an ending behind the last letter
        return ["ء" if signs[place - 1].letter in _UNJOINED else "ئ"]
    if before in {"ā", "ū"}:
        return ["ء"]
    return [_SEATS[before] if before != "o" else "أ"]


def _other(before: str, following: str) -> list[str]:
    """Further seats of hamza with u: يبدأون, جاءوا, مسئول."""
    if before == "a":
        return ["أ", "ء"] if following == "و" else ["أ"]
    if following != "و":
        return []
    return {"ā": ["ء"], "o": ["ئ"]}.get(before, [])
