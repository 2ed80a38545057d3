"""Text as the date reader sees it: one spelling per letter, one digit set, nothing invisible, offsets kept.

Folded are digits (three sets to ASCII), hamza seats, alef maksura, ta marbuta, Persian and Urdu letters,
presentation forms, case, the common dashes, commas and slashes. Dropped are vowel marks, bidi controls,
zero-width characters and tatweel inside a word; a tatweel that stands between numbers is a dash.
The folding is stronger than that of search (ئ becomes ي), since month and weekday names are misspelt freely.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

_CONTROLS = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
_FORMS = [*range(0xFB50, 0xFE00), *range(0xFE70, 0xFEFD)]
TATWEEL = "\u0640"

_SPACES = (*range(0x09, 0x0E), 0x85, 0xA0, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x3000)
_ALIKE = {
    "أإآٱٲٳٵ": "ا", "ىیۍېئےۓ": "ي", "ةۀۃھہۂەۿ": "ه", "ؤ": "و", "کڪ": "ك",
    "–—−‐‑‒―﹘－": "-", "،؛;，": ",", "⁄∕／": "/", "：": ":", "éèêë": "e", "ûù": "u", "ô": "o", "à": "a",
}  # fmt: skip


def _single() -> dict[int, str]:
    table = {ord(upper): upper.lower() for upper in "ABCDEFGHIJKLMNOPQRSTUVWXYZÉÛÈÔ"}
    for zero in (0x660, 0x6F0):
        table |= {zero + digit: str(digit) for digit in range(10)}
    table |= {ord(letter): target for letters, target in _ALIKE.items() for letter in letters}
    table |= {ord(upper): table[ord(upper.lower())] for upper in "ÉÛÈÔ"}
    return table | dict.fromkeys(_SPACES, " ")


def _expanded(table: dict[int, str]) -> dict[int, str]:
    forms = {}
    for code in _FORMS:
        plain = unicodedata.normalize("NFKC", chr(code)).strip()
        if plain != chr(code):
            forms[code] = re.sub(f"[{_MARKS}{TATWEEL}]", "", plain).translate(table)
    return forms


_SINGLE = _single()
_LONG = _expanded(_SINGLE)
_SHIFTS = re.compile(f"[{_CONTROLS}{_MARKS}{TATWEEL}\ufb50-\ufdff\ufe70-\ufefc]")
_DROPPED = re.compile(f"[{_CONTROLS}{_MARKS}]")
_TRAILING = re.compile(f"[{_MARKS}{TATWEEL}]*")


@dataclass(frozen=True, slots=True)
class DateView:
    """A folded text and, for each of its characters, where it stands in `origin` (None: at the same place)."""

    text: str
    origin: str
    places: Sequence[int] | None

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The span of `origin` that `text[start:end]` came from, with the marks that trail its last letter."""
        if start >= end:
            raise ValueError(f"an empty span {start}..{end} has no place")
        if self.places is None:
            return start, end
        last = self.places[end - 1] + 1
        trail = _TRAILING.match(self.origin, last)
        return self.places[start], trail.end() if trail and self.origin[last - 1].isalpha() else last


def view(text: str) -> DateView:
    """`text` folded for the date reader; linear in its length."""
    if not _SHIFTS.search(text):
        return DateView(text.translate(_SINGLE), text, None)
    letters: list[str] = []
    places: list[int] = []
    done = 0
    for match in _SHIFTS.finditer(text):  # what stands between is folded letter for letter, in one go
        place = match.start()
        letters.extend(text[done:place].translate(_SINGLE))
        places.extend(range(done, place))
        folded = _folded(match[0], letters)
        letters.extend(folded)
        places.extend([place] * len(folded))
        done = match.end()
    letters.extend(text[done:].translate(_SINGLE))
    places.extend(range(done, len(text)))
    return DateView("".join(letters), text, places)


def _folded(letter: str, before: list[str]) -> str:
    if letter == TATWEEL:
        return "" if before and (before[-1].isalpha() or before[-1] == "-") else "-"
    if _DROPPED.match(letter):
        return ""
    code = ord(letter)
    return _LONG.get(code) if code in _LONG else _SINGLE.get(code, letter)  # type: ignore[return-value]
