"""Tokens: words with the two folded forms that rules compare."""

import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from marsad.text.fold import CUES, KEY, Fold, view
from marsad.text.words import words


class Token(NamedTuple):
    """A word, number or sign as written, and folded.

    `plain` keeps what tells particles apart (أن is not إن, على is not علي) and drops marks and tatweel; `key` also
    folds what writers confuse (ا for أ إ آ, ي for ى, ه for ة). Offsets are code points.
    """

    start: int
    end: int
    text: str
    kind: str  # arabic, other, number, sign
    plain: str
    key: str


_PLAIN = CUES | Fold.SHADDA


@lru_cache(maxsize=16384)
def _folded(word: str) -> tuple[str, str]:
    return view(word, _PLAIN).text, view(word, KEY).text


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of `text[start:end]`, in order; offsets count from the beginning of `text`."""
    return [Token(*word, *_folded(word.text)) for word in words(text, start, end)]


@cache
def particles(name: str) -> frozenset[str]:
    """A closed class of words by its name in `data/particles.toml`, as `Token.key` gives them."""
    return _classes()[name]


@cache
def _classes() -> dict[str, frozenset[str]]:
    lists = tomllib.loads(files("marsad.data").joinpath("particles.toml").read_text("utf-8"))
    return {name: frozenset(members) for name, members in lists.items()}
