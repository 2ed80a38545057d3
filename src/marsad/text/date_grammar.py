"""The grammar of printed dates, written over the symbols of `date_words`, and what each form may mean.

A form is a regular expression over one symbol per token, so every form is one readable line, matching is
linear, and white space, digit sets and spellings are out of its way. Numeric forms: year first if the first
number has four digits, else day first; month first only where day first is impossible or evidence asks for it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from marsad.kinds import Calendar, MonthSystem, Precision
from marsad.text.calendars import MONTHS_OF_YEAR, value_of
from marsad.text.date_tokens import Line
from marsad.text.date_words import ORDINALS
from marsad.text.months import MONTHS, Month, ordered

_ALONE = r"(?<![dnyhN][/.,\-])"  # else part of something longer: a range, a version, an address
_CLOSED = r"(?![/.\-][dnyhN])"
_MONTH = r"s?m(?:[/\-~(,|]?m\)?){0,2}"
_JOIN = r"[\-~/.,c]?"
_YEAR = r"f?a?[yh]"
_FORMS = {
    "day-month-year": rf"{_ALONE}(?<!d~)(?:d|(?<![Xm])q)o?{_JOIN}f?{_JOIN}{_MONTH}{_JOIN}{_YEAR}(?![/.\-][nyhN])",
    "month-day-year": rf"{_ALONE}{_MONTH}{_JOIN}do?{_JOIN}{_YEAR}(?![/.\-][nyhN])",
    "year-month-day": rf"{_ALONE}(?<!a)[yh]{_JOIN}{_MONTH}{_JOIN}d(?!o?[c,]?[yh])(?!{_JOIN}m){_CLOSED}",
    "month-year": rf"(?<![dnN])(?<![dnN][/.,\-])(?<!d~){_MONTH}{_JOIN}{_YEAR}(?![/.\-~][dnyhN])",
    "day-first": rf"{_ALONE}d(?P<sign>[/.\-~])d(?P=sign)[yh]{_CLOSED}",
    "year-first": rf"{_ALONE}[yh](?P<mark>[/.\-~])d(?P=mark)d{_CLOSED}",
    "short-year": rf"{_ALONE}d(?P<stroke>[/.\-])d(?P=stroke)[dn]{_CLOSED}",
    "year": r"a[yh](?![/.\-~][dnyhN])|(?<![/.\-~])hH",
}
# Too little to be a date inside a line; enough where nothing else stands there.
_BARE_FORMS = {"spaced": r"dd[yh]|d,d,[yh]", "year-only": r"[yh]", "year-and-month": r"y[\-/]d|d[\-/]y"}


def _compiled(forms: dict[str, str]) -> re.Pattern[str]:
    branches = "|".join(f"(?P<{kind.replace('-', '_')}>{form})" for kind, form in forms.items())
    return re.compile(f"(?=[adhmqsy])(?:{branches})")


_IN_LINE = _compiled(_FORMS)
_BARE = _compiled(_BARE_FORMS)
_LAST_SHORT_YEAR = 50
_HIJRI_MARK = re.compile(r"\)?[(]?H(?!\.?J)")
_SOLAR_MARK = re.compile(r"[(]?(?:H\.?)?J|[(]?H\.?J")


class Reading(NamedTuple):
    """One thing that a form may mean; `value` is Gregorian."""

    value: str
    precision: Precision
    calendar: Calendar
    months: tuple[MonthSystem, ...] = ()


@dataclass(frozen=True, slots=True)
class Core:
    """A date form at tokens `first` up to `last` (exclusive), and its readings, the likeliest first."""

    kind: str
    first: int
    last: int
    readings: tuple[Reading, ...]
    marked: bool = True  # False: no sign says of which calendar a year of 1250-1500 is
    notes: tuple[str, ...] = ()  # warnings


def cores(line: Line, language: str) -> Iterator[Core]:
    """Every date form of the line that has a reading, in order."""
    for match in _IN_LINE.finditer(line.symbols):
        core = _core(line, match, language)
        if core.readings:
            yield core


def bare(line: Line, first: int, last: int, language: str) -> Core | None:
    """The date that tokens `first` up to `last` are where nothing else stands around them, or None."""
    match = _BARE.fullmatch(line.symbols, first, last)
    core = _core(line, match, language) if match else None
    return core if core and core.readings else None


def _core(line: Line, match: re.Match[str], language: str) -> Core:
    first, last, kind = match.start(), match.end(), match.lastgroup or ""
    mark = _SOLAR_MARK.match(line.symbols, last) or _HIJRI_MARK.match(line.symbols, last)
    solar = language == "fa" if mark is None else mark.re is _SOLAR_MARK
    numbers: dict[str, list[str]] = {"d": [], "h": [], "y": [], "n": [], "m": [], "q": []}
    for place in range(first, last):
        if line.symbols[place] in numbers:
            numbers[line.symbols[place]].append(line.tokens[place].word)
    years = numbers["y"] or numbers["h"]
    calendar: Calendar = "gregorian" if numbers["y"] else "jalali" if solar else "hijri"
    marked = bool(numbers["y"] or mark or solar or "H" in match[0])
    if numbers["m"]:
        return Core(kind, first, last, tuple(_named(kind, numbers, int(years[0]))))
    if kind == "short_year":
        return Core(kind, first, last, tuple(_short(line, first)))
    triples = _orders(kind, line, first, [_number(word) for word in numbers["d"]])
    readings = [_reading(calendar, int(years[0]), month, day) for month, day in triples]
    return Core(kind, first, last, tuple(filter(None, readings)), marked)


def _reading(calendar: Calendar, year: int, month: int | None, day: int | None) -> Reading | None:
    value = value_of(calendar, year, month, day)
    return Reading(*value, calendar) if value else None


def _named(kind: str, numbers: dict[str, list[str]], year: int) -> Iterator[Reading]:
    """The one reading of a form with a month name, none where two names are of different months."""
    month = _one_month([MONTHS[name] for name in numbers["m"]])
    if month is None or (month.calendar == "gregorian") is not bool(numbers["y"]):
        return
    day = _day(numbers) if numbers["d"] or numbers["q"] else None
    if month.systems == {"libya"} and kind != "day_month_year":
        return  # spring, summer and Nasser beside a year are mostly no months
    value = value_of(month.calendar, year, month.number, day)
    if value:
        yield Reading(*value, month.calendar, ordered(month.systems))


def _one_month(names: list[Month]) -> Month | None:
    if len({(name.number, name.calendar) for name in names}) != 1:
        return None
    systems = frozenset[MonthSystem]().union(*(name.systems for name in names))
    return Month(names[0].number, names[0].calendar, systems)


def _day(numbers: dict[str, list[str]]) -> int:
    if numbers["q"]:
        return ORDINALS[numbers["q"][0]]
    return _number(numbers["d"][0])


def _number(word: str) -> int:
    return int(word) if word.isdigit() else 1  # فاتح, the first of a month


def _orders(kind: str, line: Line, first: int, days: list[int]) -> list[tuple[int | None, int | None]]:
    """Month and day of a form without a month name, the likeliest first."""
    if not days:
        return [(None, None)]
    if len(days) == 1:
        return [(days[0], None)]
    one, two = days
    if kind == "year_first":
        return [(one, two)] if one in MONTHS_OF_YEAR else [(two, one)]
    if two not in MONTHS_OF_YEAR:
        return [(one, two)]
    dotted = line.symbols[first + 1] == "."  # nobody who writes dots puts the month first
    return [(two, one)] if one not in MONTHS_OF_YEAR or dotted or one == two else [(two, one), (one, two)]


def _short(line: Line, first: int) -> Iterator[Reading]:
    """A year of two digits is of 1951-2050; the order is doubtful in any case."""
    one, two, year = (line.tokens[first + step].word for step in (0, 2, 4))
    if len(year) != len("19") or not (one.isdigit() and two.isdigit() and year.isdigit()):
        return
    whole = int(year) + (2000 if int(year) <= _LAST_SHORT_YEAR else 1900)
    for month, day in _orders("", line, first, [int(one), int(two)]):
        reading = _reading("gregorian", whole, month, day)
        if reading:
            yield reading
