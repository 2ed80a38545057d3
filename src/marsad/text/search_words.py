"""The analyser of the archive's search: which words a text has, in what form they are kept, and where they stand.

A word is kept as it is written (`written`: without marks, tatweel and invisible signs, in one set of digits and
one case) and below the form that its spellings share (`folded`: أ إ آ → ا, ة → ه, ى → ي). Both together are its *term*,
`folded` first, so that all spellings of a word stand side by side in an index. Clitics stay on their word: which
forms a word of a query has is asked when it is asked (`search_forms.py`), and nothing is lost by cutting wrongly.

Whoever changes what this module gives raises `VERSION`: indexes made by another version are made again.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from marsad.text.fold import CUES, Fold, fold_key, view
from marsad.text.words import words

VERSION = 1
BETWEEN = "\x01"  # between the two forms of a term: in no text, since it is folded away
GAP = "\x02"  # a term that no word has: a phrase does not go on across it
_WRITTEN = CUES | Fold.SHADDA
_PLAIN = re.compile("[ء-غف-ي]+")  # letters that stay as they are
_PIECE = re.compile(r"\S+")
_LONGEST = 80  # letters of a word; what is longer is no word, and is cut


class Token(NamedTuple):
    """A word of a text: `text[start:end]` (code points), whole, with the marks on it; and its term."""

    start: int
    end: int
    term: str


def tokens(text: str) -> list[Token]:
    """The words and numbers of a text in order, without its signs."""
    return [
        Token(start + token.start, start + token.end, token.term) for start, found in pieces(text) for token in found
    ]


def pieces(text: str) -> Iterator[tuple[int, tuple[Token, ...]]]:
    """What stands between two spaces: where it begins, and its tokens, counted from there; no word goes across one."""
    for match in _PIECE.finditer(text):
        yield match.start(), _tokens_of(match[0])


@lru_cache(maxsize=131072)
def _tokens_of(piece: str) -> tuple[Token, ...]:
    found = ((word, term(word.text)) for word in words(piece) if word.kind != "sign")
    return tuple(Token(word.start, word.end, made) for word, made in found if made)


@lru_cache(maxsize=131072)
def terms_in(piece: str) -> frozenset[str]:
    """The terms of what stands between two spaces, as a set that is made once."""
    return frozenset(token.term for token in _tokens_of(piece))


def terms(text: str) -> str:
    """The terms of a text with spaces between them: those of `tokens`, several times as fast."""
    return " ".join(filter(None, map(_terms_of, text.split())))


@lru_cache(maxsize=131072)
def _terms_of(piece: str) -> str:
    return " ".join(token.term for token in _tokens_of(piece))


@lru_cache(maxsize=16384)
def term(word: str) -> str:
    """The term of a word as it stands in a text; "" where nothing of it is left (a lone mark)."""
    form = written(word)
    return f"{fold_key(form)}{BETWEEN}{form}" if form else ""


def written(word: str) -> str:
    """The word as it is written, without what is not seen as a difference: marks, tatweel, case, sets of digits."""
    if _PLAIN.fullmatch(word) and len(word) <= _LONGEST:
        return word
    return view(unicodedata.normalize("NFC", word), _WRITTEN).text.replace(" ", "")[:_LONGEST]


def parted(made: str) -> tuple[str, str]:
    """A term's two forms, folded and written."""
    folded, _, form = made.partition(BETWEEN)
    return folded, form
