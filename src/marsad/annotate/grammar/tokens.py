"""Tokens: words with the two folded forms that rules compare."""

from functools import lru_cache
from typing import NamedTuple

from marsad.annotate.lists.tables import word_lists
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


particles = word_lists("particles.toml")  # the closed classes of words, as `Token.key` gives them
