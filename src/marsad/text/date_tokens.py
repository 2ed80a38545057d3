"""A folded line cut into the tokens of a date, with one symbol each: the string that the grammar matches on."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from marsad.text.calendars import DAYS_OF_MONTH, YEARS
from marsad.text.date_clock import CLOCK, CLOCK_IN_WORDS, CLOCK_OF_HOUR, ZONE, clock
from marsad.text.date_words import ORDINALS, SYMBOLS, WEEKDAYS
from marsad.text.months import MONTHS

_TOKEN = re.compile(
    rf"({CLOCK}|{CLOCK_IN_WORDS}|{CLOCK_OF_HOUR})|(\d+)|({ZONE})|([قب]\.ظ|[ap]\.m\b\.?)|([^\W\d_]+)|[^\s\w]|_"
)
_TIME, _NUMBER, _ZONE, _HALF, _WORD = range(1, 6)  # the groups of `_TOKEN`
_OTHER_YEARS = range(min(YEARS["hijri"].start, YEARS["jalali"].start), 1501)
_BULLETS = "|•●▪■◾◆►▶*"
_SIGNS = {"(": "(", "[": "(", ")": ")", "]": ")", ":": ":", "=": "x", "@": ",", "+": "+"} | dict.fromkeys(_BULLETS, "|")
_SPACED = {"-": "~", ".": "c", ",": "c", "/": "/"}  # with white space beside them; glued they stand for themselves


def _phrases() -> dict[str, dict[str, str]]:
    heads: dict[str, dict[str, str]] = {}
    for symbol, table in (("m", MONTHS), ("w", WEEKDAYS), ("q", ORDINALS)):
        for name in table:
            head, _, tail = name.partition(" ")
            if tail:
                heads.setdefault(head, {}).setdefault(tail, symbol)
    heads["الفاتح"] = {"من": "d"}  # "the opening of": the first of a month, not the Libyan September
    return heads


_PHRASES = _phrases()
_DEFINITE = ("ال", "بال", "لل", "وال", "فال", "كال")
_WORDS = (
    SYMBOLS
    | dict.fromkeys((name for name in ORDINALS if " " not in name), "q")
    | dict.fromkeys((name for name in WEEKDAYS if " " not in name), "w")
    | dict.fromkeys((name for name in MONTHS if " " not in name), "m")
)


class Token(NamedTuple):
    """A token of the folded text; `word` has single spaces."""

    start: int
    end: int
    word: str


@dataclass(frozen=True, slots=True)
class Line:
    """Tokens and their symbols: `symbols[i]` stands for `tokens[i]`."""

    tokens: list[Token]
    symbols: str


def cut(text: str, start: int = 0, end: int | None = None) -> Line:
    """The tokens of folded `text` from `start` up to `end`; linear in its length."""
    tokens: list[Token] = []
    symbols: list[str] = []
    before = ""
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        word, (first, last), kind = match[0], match.span(), match.lastindex
        joined = _PHRASES[before].get(word) if before in _PHRASES else None
        if joined:
            word, first = f"{before} {word}", tokens.pop().start
            symbols[-1] = joined
        else:
            symbols.append(_symbol(text, match, kind))
        tokens.append(Token(first, last, word))
        before = word
    return Line(tokens, "".join(symbols))


def _symbol(text: str, match: re.Match[str], kind: int | None) -> str:
    if kind == _WORD:
        return _WORDS.get(match[0]) or ("X" if match[0].startswith(_DEFINITE) else "x")
    if kind == _NUMBER:
        return _number(match[0], text[match.start() - 1 : match.start()])
    if kind is None:
        return _sign(text, match.start(), match.end())
    if kind == _TIME:
        return "t" if clock(match[0]) else "N"
    return "z" if kind == _ZONE else "p"


def _number(digits: str, before: str) -> str:
    if "a" <= before <= "z" and before != "t":
        return "N"
    size = len(digits)
    if size == len("2015"):
        year = int(digits)
        return "y" if year in YEARS["gregorian"] else "h" if year in _OTHER_YEARS else "N"
    if size > len("31"):
        return "N"
    return "d" if int(digits) in DAYS_OF_MONTH else "n" if size == len("31") else "N"


def _sign(text: str, start: int, end: int) -> str:
    sign = text[start]
    if sign not in _SPACED:
        return _SIGNS.get(sign, "x")
    glued = text[start - 1 : start].strip() and text[end : end + 1].strip()
    return sign if glued else _SPACED[sign]
