"""What stands around a date form: weekday, clock, zone, calendar marks, and the label that says its role."""

import re
from dataclasses import dataclass
from typing import Literal

from marsad.text.date_clock import clock, of_day, offset
from marsad.text.date_tokens import Line
from marsad.text.date_words import WEEKDAYS

Role = Literal["published", "modified"]

_CLOCK = r"(?:(?P<z0>z):?)?(?P<t>t)(?P<p>[pg])?(?:[c(]{0,2}B?(?P<z>z)\)?)?"
_BEFORE = re.compile(rf"(?:\(?{_CLOCK}[\-~|/c,)]{{0,2}}i{{0,2}})?(?:(?P<w>w)[c,)\-~|/.:]{{0,2}}(?:i?=i?|i)?[c:,(]?)?$")
_MARKS = re.compile(r"\)?\(?[gHJ](?:\.?[gHJ])?\)?|")
_AFTER_DAY = re.compile(r"[c,\-~|(/]?(?P<w>w)\)?(?![^|~\-c,)]d)")
_AFTER_CLOCK = re.compile(rf"[c,\-~|:/@(T]{{0,2}}(?:[iB]|f){{0,3}}[:c]?\(?{_CLOCK}")
_REACH = 12  # symbols: no more than clock, half, zone, weekday and their signs
_ROLES: dict[str, Role] = {"L": "published", "U": "modified"}
_OPEN = frozenset("i(c-~|,:=")
_BETWEEN = frozenset("iwtpgzB:~-|c,.()f=T")


@dataclass(frozen=True, slots=True)
class Around:
    """Tokens `first` up to `last` hold the date with its weekday and clock; `time` is like `T09:23+03:00` or empty."""

    first: int
    last: int
    weekday: int | None  # the token
    time: str


def around(line: Line, core: tuple[int, int], floor: int, fitting: frozenset[int]) -> Around:
    """The weekday and clock of the form at tokens `core`, looking back no further than token `floor`.

    `fitting` are the weekdays that the date may be of: one that follows the date is its own only if it fits.
    """
    first, last = core
    low = max(floor, first - _REACH)
    before = _BEFORE.search(line.symbols[low:first])
    weekday, time = None, ""
    if before and before[0]:
        weekday = low + before.start("w") if before["w"] else None
        time = _time(line, before, low)
        first = low + before.start()
    marks = _MARKS.match(line.symbols, last)
    last = marks.end() if marks else last
    for _ in range(2):
        day, clock_after = _AFTER_DAY.match(line.symbols, last), _AFTER_CLOCK.match(line.symbols, last)
        if day and weekday is None and weekday_at(line, day.start("w")) in fitting:
            weekday, last = day.start("w"), day.end()
        elif clock_after and not time:
            time, last = _time(line, clock_after, 0), clock_after.end()
    return Around(*_trimmed(line, first, last), weekday, time)


def weekday_at(line: Line, token: int) -> int:
    """The weekday, Monday 0, that a token names."""
    return WEEKDAYS[line.tokens[token].word]


def _time(line: Line, match: re.Match[str], low: int) -> str:
    if not match["t"]:
        return ""
    found = clock(line.tokens[low + match.start("t")].word)
    if found is None:
        return ""
    hour, minute, zone = found
    if match["p"]:
        hour = of_day(hour, line.tokens[low + match.start("p")].word)
    for group in ("z", "z0"):
        if match[group]:
            zone = zone or offset(line.tokens[low + match.start(group)].word)
    return f"T{hour:02}:{minute:02}{zone}"


def _trimmed(line: Line, first: int, last: int) -> tuple[int, int]:
    while line.symbols[first] in _OPEN:
        first += 1
    inside = line.symbols[first:last]
    if inside.count("(") > inside.count(")") and line.symbols.startswith(")", last):
        return first, last + 1
    if inside.endswith(")") and "(" not in inside:
        return first, last - 1
    return first, last


def role(line: Line, first: int, floor: int) -> Role | None:
    """What the label in front of token `first` says that the date is, if one stands there."""
    weak: Role | None = None
    for place in range(first - 1, max(floor, first - 2 * _REACH) - 1, -1):
        symbol = line.symbols[place]
        if symbol in _ROLES:
            return _ROLES[symbol]
        if symbol == "V":
            weak = "published"
        elif symbol not in _BETWEEN:
            break
    return weak
