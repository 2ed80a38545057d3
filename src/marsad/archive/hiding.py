"""Finding what is kept back in a text, in every form in which Arabic writes it, and putting a mark in its place."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from urllib.parse import unquote

from marsad.text.clitics import readings
from marsad.text.fold import fold_key
from marsad.text.search_forms import candidates
from marsad.text.search_words import Token, parted, terms_in, tokens
from marsad.text.spellings import SURE, key, same_name

MARK = "[…]"
Range = tuple[int, int]  # code points, half-open
_ENCODED = re.compile(r"\S*%[0-9A-Fa-f]{2}\S*")  # of an address
_JOINTS = str.maketrans(dict.fromkeys("_-.'’&"))  # what Latin words are joined with: user_name
_LINE = re.compile(r"[^\n]+")
_MORE = 2  # words into which a name may be cut beyond those that it has: عبدالله, عبد الله


class Hider:
    """Finds words in texts: whole words, with what is written onto them; of `names` also in other spellings."""

    def __init__(self, names: Iterable[str], words: Iterable[str] = ()) -> None:
        rows = [(_row(text), loosely) for loosely, texts in ((True, names), (False, words)) for text in texts]
        self._rows = tuple(dict.fromkeys((row, loosely) for row, loosely in rows if row))
        self._firsts: dict[str, bool] = {}  # which terms may begin one of them: most lines have none

    def __bool__(self) -> bool:
        return bool(self._rows)

    def ranges(self, text: str) -> list[Range]:
        """Where something of it stands, in order, none touching another."""
        if not self._rows:
            return []
        found = self._plain(text)
        if "%" in text:
            found += [match.span() for match in _ENCODED.finditer(text) if self._plain(unquote(match[0]))]
        return joined(found)

    def text(self, text: str) -> str:
        """The text with marks in the place of what is kept back."""
        return marked(text, self.ranges(text))

    def _plain(self, text: str) -> list[Range]:
        """What stands in a text that is not encoded; a name does not go on in the next line."""
        return [span for line in _LINE.finditer(text) for span in self._in_line(line[0], line.start())]

    def _in_line(self, line: str, begin: int) -> list[Range]:
        if not any(self._begins(term) for piece in line.split() for term in terms_in(piece)):
            return []
        row = tokens(line)
        found: list[Range] = []
        for place, token in enumerate(row):
            size = max((_length(words, row, place, loosely=loosely) for words, loosely in self._rows), default=0)
            if size:
                found.append((begin + token.start, begin + row[place + size - 1].end))
        return found

    def _begins(self, term: str) -> bool:
        known = self._firsts.get(term)
        if known is None:
            folded = parted(term)[0]
            letters = folded.translate(_JOINTS)
            known = self._firsts[term] = any(
                _same(words[0], folded, loosely) or any(form.startswith(letters) for form in _joined_forms(words))
                for words, loosely in self._rows
            )
        return known


@lru_cache(maxsize=256)
def hider(names: tuple[str, ...], words: tuple[str, ...] = ()) -> Hider:
    """A hider that is made once."""
    return Hider(names, words)


def marked(text: str, ranges: Sequence[Range]) -> str:
    """The text with a mark in the place of each range."""
    parts, done = [], 0
    for start, end in ranges:
        parts += [text[done:start], MARK]
        done = end
    return "".join([*parts, text[done:]])


def joined(ranges: Iterable[Range]) -> list[Range]:
    """The ranges in order; what overlaps or touches is one."""
    found: list[Range] = []
    for start, end in sorted(ranges):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        elif start < end:
            found.append((start, end))
    return found


@lru_cache(maxsize=4096)
def _row(text: str) -> tuple[str, ...]:
    return tuple(parted(token.term)[1] for token in tokens(text))


def _length(words: tuple[str, ...], row: list[Token], place: int, *, loosely: bool) -> int:
    """How many words of the row, from a place on, are those that are looked for; 0 where they do not stand there."""
    found = row[place : place + len(words)]
    if len(found) == len(words) and all(
        _same(word, parted(token.term)[0], loosely) for word, token in zip(words, found, strict=True)
    ):
        return len(words)
    forms, letters = _joined_forms(words), ""
    for size, token in enumerate(row[place : place + len(words) + _MORE], 1):
        letters += parted(token.term)[0].translate(_JOINTS)
        if letters in forms:
            return size
    return 0


@lru_cache(maxsize=4096)
def _joined_forms(words: tuple[str, ...]) -> frozenset[str]:
    return _forms("".join(words).translate(_JOINTS))


@lru_cache(maxsize=4096)
def _forms(word: str) -> frozenset[str]:
    """The forms of a word with what may be written in front of it."""
    return frozenset(candidate.form for candidate in candidates(word, pronouns=False)) if word else frozenset()


@lru_cache(maxsize=65536)
def _same(word: str, folded: str, loosely: bool) -> bool:  # noqa: FBT001 - a key of the cache
    """Whether a folded word of a text is that word; `loosely`: also in another spelling of a name."""
    if folded in _forms(word):
        return True
    if not loosely:
        return False
    return any(_spelt(fold_key(word), reading.form) for reading in readings(folded))


def _spelt(word: str, other: str) -> bool:
    if key(word) != key(other):
        return False
    match = same_name(word, other)
    return match is not None and match.strength >= SURE
