"""Words as the pieces that the encoder knows: the likeliest cut of each word by a table of pieces.

A unigram model (Kudo 2018, as in SentencePiece): every piece has a log-probability, and of all ways to cut a word the
one with the highest sum wins. A word is read without vowel marks, tatweel and invisible characters, with Arabic
letters for Persian ones and ASCII digits, so that none of these can change a label; a sign stands by itself, every
other word begins with the mark of a word (▁). What the table does not know is the unknown piece.
"""

import unicodedata
from collections.abc import Iterable

from marsad.text.digits import ARABIC_INDIC, PERSIAN
from marsad.text.letters import INVISIBLE, MARK, TATWEEL, characters

BEGIN, PAD, END, UNKNOWN = range(4)  # their numbers in every table
SPECIAL = ("<s>", "<pad>", "</s>", "<unk>")
WORD = "▁"

_LONGEST_WORD = 64  # characters that are read of a word; what is longer is no word
_MOST_PIECES = 16  # of a word
_REMEMBERED = 100_000  # words
_MISSING = -30.0  # of a character that is no piece: worse than any piece

_TABLE = (
    dict.fromkeys(map(ord, characters(MARK + INVISIBLE) + TATWEEL), "")
    | dict(zip(map(ord, ARABIC_INDIC + PERSIAN), "0123456789" * 2, strict=True))
    | dict(zip(map(ord, "یکڪہھەۀۂۃٱ"), "يككهههههةا", strict=True))
)


def plain(word: str) -> str:
    """The word as the encoder reads it."""
    return unicodedata.normalize("NFKC", word[:_LONGEST_WORD]).translate(_TABLE).strip()


class Pieces:
    """A table of pieces with their log-probabilities, in the order of their numbers, the special ones first."""

    def __init__(self, table: Iterable[tuple[str, float]]) -> None:
        self.names: list[str] = []
        self._scores: list[float] = []
        self._found: dict[str, tuple[int, float]] = {}
        for number, (piece, score) in enumerate(table):
            self.names.append(piece)
            self._scores.append(score)
            if number >= len(SPECIAL):
                self._found[piece] = number, score
        self._longest = max(map(len, self._found), default=1)
        self._memory: dict[str, tuple[int, ...]] = {}

    @classmethod
    def read(cls, text: str) -> "Pieces":
        """From the text of a table: a piece, a tab and its log-probability a line."""
        return cls(
            (piece, float(score)) for piece, _, score in (line.partition("\t") for line in text.split("\n") if line)
        )

    def text(self) -> str:
        """The table as `read` reads it."""
        return "".join(f"{piece}\t{score:.5g}\n" for piece, score in zip(self.names, self._scores, strict=True))

    def of(self, word: str) -> tuple[int, ...]:
        """The numbers of the pieces of a word, at least one. Remembers what it has cut."""
        known = self._memory.get(word)
        if known is None:
            if len(self._memory) >= _REMEMBERED:
                self._memory.clear()
            known = self._memory[word] = self._cut(plain(word))
        return known

    def _cut(self, word: str) -> tuple[int, ...]:
        if not word:
            return (UNKNOWN,)
        sign = len(word) == 1 and not word.isalnum() and word in self._found
        return self._best(word if sign else WORD + word)[:_MOST_PIECES]

    def _best(self, text: str) -> tuple[int, ...]:
        """Viterbi over the characters of `text`."""
        best = [0.0] + [float("-inf")] * len(text)
        back: list[tuple[int, int]] = [(0, UNKNOWN)] * (len(text) + 1)
        for end in range(1, len(text) + 1):
            for start in range(max(0, end - self._longest), end):
                number, score = self._found.get(text[start:end], (UNKNOWN, _MISSING if end == start + 1 else None))
                if score is not None and best[start] + score > best[end]:
                    best[end], back[end] = best[start] + score, (start, number)
        cut = []
        end = len(text)
        while end:
            end, number = back[end]
            cut.append(number)
        return tuple(reversed(cut))
