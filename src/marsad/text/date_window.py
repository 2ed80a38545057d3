"""Where in a line a date may stand at all: most numbers are seen to be none before a single token is cut.

A date holds a year of four digits beside a number, a month name or a word for "year", or three short numbers.
"""

import re

from marsad.text.date_words import SYMBOLS
from marsad.text.months import MONTHS

_YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")
_SHORT = re.compile(r"(?<!\d)\d\d?[/.\-]\d\d?[/.\-]\d\d(?!\d)")
_WORD = re.compile(r"[^\W\d_]+|\d")
_NEAR = 24  # characters between a year and the word that makes it part of a date
_BEFORE, _AFTER = 120, 80  # characters around a year: label, weekday and clock; month, day, clock and zone

_LEADS = {name.split()[-1] for name in MONTHS} | {word for word, sign in SYMBOLS.items() if sign in "afso"}
_FOLLOWS = {name.split()[0] for name in MONTHS} | {word for word, sign in SYMBOLS.items() if sign in "HJsT"}


def window(text: str) -> tuple[int, int] | None:
    """The part of folded `text` that holds all its dates with what belongs to them; None where there are none."""
    places = [match.span() for match in _YEAR.finditer(text) if _stands(text, *match.span())]
    places += [match.span() for match in _SHORT.finditer(text)]
    if not places:
        return None
    first, last = min(start for start, _ in places), max(end for _, end in places)
    low = text.find(" ", first - _BEFORE, first) if first > _BEFORE else 0
    high = text.rfind(" ", last, last + _AFTER) if last + _AFTER < len(text) else len(text)
    return (low if low >= 0 else first - _BEFORE), (high if high >= 0 else last + _AFTER)


def _stands(text: str, start: int, end: int) -> bool:
    before = _WORD.findall(text, max(0, start - _NEAR), start)
    if before and (before[-1].isdigit() or before[-1] in _LEADS):
        return True
    after = _WORD.search(text, end, end + _NEAR)
    return after is not None and (after[0].isdigit() or after[0] in _FOLLOWS)
