"""The part of the encoder's 250,000 pieces that Arabic news needs.

Kept: every piece of Arabic letters alone (the language has 8,675 of them), every ASCII character and short number,
Arabic signs, and of the other Latin pieces those that the texts of the corpora are cut into or that are likeliest.
A word that lost its piece falls into smaller ones.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable
from importlib.resources import files

from marsad.annotate.engines.pieces import SPECIAL, WORD, Pieces

LATIN = 8000  # pieces of Latin letters that are kept for being likely

_ARABIC = re.compile(f"{WORD}?[\u0621-\u063a\u0641-\u064aپچڤگ]+")
_ASCII = re.compile(f"{WORD}?[\x21-\x7e]+")
_NUMBER = re.compile(f"{WORD}?[0-9]{{1,4}}")
_SIGNS = frozenset("،؛؟«»“”‘’…–—٪•﴿﴾٫٬")


def whole() -> list[tuple[str, float]]:
    """All pieces of the pretrained encoder with their log-probabilities, in the order of their numbers."""
    path = files("semantra_multilingual") / "assets" / "multilingual-e5-small" / "tokenizer.json"
    table = json.loads(path.read_text("utf-8"))["model"]["vocab"]
    return [(piece, score) for piece, score in table]


def kept(texts: Iterable[list[str]]) -> list[int]:
    """The numbers of the pieces to keep, the special ones first; `texts` are lists of words that must not suffer."""
    table = whole()
    full = Pieces(table)
    counts: Counter[int] = Counter()
    for words in texts:
        for word in words:
            counts.update(full.of(word))
    likely = [number for number, (piece, _) in enumerate(table) if number >= len(SPECIAL) and _ASCII.fullmatch(piece)]
    latin = set(likely[:LATIN])
    return [
        number
        for number, (piece, _) in enumerate(table)
        if number < len(SPECIAL)
        or piece == WORD
        or _ARABIC.fullmatch(piece)
        or _NUMBER.fullmatch(piece)
        or piece.removeprefix(WORD) in _SIGNS
        or (_ASCII.fullmatch(piece) and (number in latin or counts[number] or len(piece) == 1))
    ]
