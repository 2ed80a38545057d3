"""Dates as Arabic news prints them: found inside a line, or read from a string that is one.

Read: three digit sets; Egyptian, Levantine, Maghrebi, Moroccan, Mauritanian and Libyan month names, alone or
doubled; Hijri and Jalali; numeric, ISO 8601, RFC 822, English and French; clocks and written offsets; relative
dates where `now` is given. A missing part is never filled in, an impossible date is none, and what is doubtful
says so in `sure` and `warnings`. Offsets are code points of the input. The rules stand in the modules `date_*`.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import lru_cache

from marsad.records import PrintedDate
from marsad.text.calendars import YEARS
from marsad.text.date_context import Around, Role, around, role, weekday_at
from marsad.text.date_grammar import Core, Reading, bare, cores
from marsad.text.date_pairs import paired
from marsad.text.date_relative import TODAY, Ago, hinted, moment, relative
from marsad.text.date_tokens import Line, cut
from marsad.text.date_view import DateView, view
from marsad.text.date_window import window

_MAYBE = re.compile(r"\d(?:\d{3}|\d?[^\d\n]{1,9}\d\d?[^\d\n]{1,9}\d\d)")
_DECORATION = frozenset("LUVi|:~-c,./()wtpgHJzB=f")
_AFTER_DATE = re.compile(r"[gHJ|:~\-c,./()]*(?:i?d[pg])?(?:~zt)?(?:B[xX]{0,3}|\(x{2,4}\))?[|:~\-c,.()]*")
_AMBIGUOUS = "may be day/month or month/day"


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date and where it stands: `date.text` is the input's `start:end`; `warnings` say what is doubtful.

    `role` is what a label in front of it says; `sure` is False for an ambiguous order of day and month, a year
    of two digits, and a weekday that contradicts.
    """

    date: PrintedDate
    start: int
    end: int
    role: Role | None
    sure: bool
    warnings: tuple[str, ...]


_LONGEST_KEPT = 400  # characters of a line whose dates are remembered


def find(text: str, *, now: str | None = None, language: str = "ar") -> tuple[FoundDate, ...]:
    """Every date inside `text`, in order.

    `now`: ISO date and time that relative dates count from; without it they are not found. `language`: of the
    page; "fa" makes a numeric year of 1250-1500 Persian. Linear in the length of `text`.
    Raises UsageError where `now` is not ISO.
    """
    counted = moment(now) if now is not None and hinted(text) else None
    if counted is None:
        if not _MAYBE.search(text):
            return ()
        if len(text) <= _LONGEST_KEPT:
            return _dated(text, language)
    return _counted(text, language, counted)


@lru_cache(maxsize=4096)  # a page's readers ask for the same lines again
def _dated(text: str, language: str) -> tuple[FoundDate, ...]:
    return _counted(text, language, None)


def _counted(text: str, language: str, counted: datetime | None) -> tuple[FoundDate, ...]:
    folded = view(text)
    part = window(folded.text) if counted is None else (0, None)
    if part is None:
        return ()
    line = cut(folded.text, *part)
    found = [found for found, _, _ in _in_line(folded, line, language)]
    return tuple(found if counted is None else _with_relative(folded, line, found, counted))


def _with_relative(folded: DateView, line: Line, found: list[FoundDate], now: datetime) -> list[FoundDate]:
    starts = [token.start for token in line.tokens]
    for ago in relative(folded.text, now):
        start, end = folded.back(ago.start, ago.end)
        if all(end <= other.start or other.end <= start for other in found):
            label = role(line, bisect_left(starts, ago.start), 0)
            found.append(_relative(ago, folded.origin, (start, end), label))
    return sorted(found, key=lambda date_found: date_found.start)


def _relative(ago: Ago, origin: str, place: tuple[int, int], label: Role | None) -> FoundDate:
    text = origin[slice(*place)]
    warnings = () if ago.sure else (f"date: {text} is rounded; it may be one before {ago.value}",)
    printed = PrintedDate(value=ago.value, precision=ago.precision, text=text)
    return FoundDate(printed, *place, label, ago.sure, warnings)


def _in_line(folded: DateView, line: Line, language: str) -> list[tuple[FoundDate, int, int]]:
    results: list[tuple[FoundDate, int, int]] = []
    floor = 0
    for core in paired(line, cores(line, language)):
        if core.first < floor:
            continue
        fitting = frozenset(date.fromisoformat(r.value).weekday() for r in core.readings if r.precision == "day")
        place = around(line, (core.first, core.last), floor, fitting)
        label = role(line, place.first, floor)
        if (
            line.symbols[core.first] == "q"
            and place.weekday is not None
            and weekday_at(line, place.weekday) not in fitting
        ):
            continue  # "the first Thursday of March", not Thursday the first
        if core.kind == "short_year" and not _short_year_stands(line, core, place, label):
            continue
        results.append((_found(folded, line, core, place, label), place.first, place.last))
        floor = place.last
    return results


def _short_year_stands(line: Line, core: Core, place: Around, label: Role | None) -> bool:
    """Dots and dashes with a year of two digits are also versions and scores: only a weekday, clock or label tells."""
    return line.symbols[core.first + 1] == "/" or place.weekday is not None or bool(label or place.time)


def _found(folded: DateView, line: Line, core: Core, place: Around, label: Role | None) -> FoundDate:
    start, end = folded.back(line.tokens[place.first].start, line.tokens[place.last - 1].end)
    reading, sure, warnings = _chosen(folded, line, core, place)
    printed = _printed(reading, place.time, folded.origin[start:end])
    return FoundDate(printed, start, end, label, sure and core.kind != "short_year", core.notes + warnings)


def _printed(reading: Reading, time: str, text: str) -> PrintedDate:
    timed = reading.precision == "day" and time
    return PrintedDate(
        value=reading.value + time if timed else reading.value,
        precision="minute" if timed else reading.precision,
        text=text,
        calendar=reading.calendar,
        months=reading.months,
    )


def _chosen(folded: DateView, line: Line, core: Core, place: Around) -> tuple[Reading, bool, tuple[str, ...]]:
    """The reading that the weekday confirms, else the likeliest; whether it is sure; the warnings."""
    readings = core.readings
    printed = _slice(folded, line, core.first, core.last)
    doubt = (f"date: {printed} {_AMBIGUOUS}",) if len(readings) > 1 else ()
    if place.weekday is None or readings[0].precision != "day":
        return readings[0], not doubt, doubt
    weekday = weekday_at(line, place.weekday)
    fitting = [reading for reading in readings if date.fromisoformat(reading.value).weekday() == weekday]
    if len(fitting) == 1:
        return fitting[0], True, ()
    if fitting:
        return readings[0], False, doubt
    word = _slice(folded, line, place.weekday, place.weekday + 1)
    return readings[0], False, (*doubt, f"date: the weekday {word} does not fit {readings[0].value}")


def _slice(folded: DateView, line: Line, first: int, last: int) -> str:
    start, end = folded.back(line.tokens[first].start, line.tokens[last - 1].end)
    return folded.origin[start:end]


_LONGEST = 200  # characters: no date line is longer
_EDGES = " \t\r\n\f\v\xa0●•|-–:()[]\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069\ufeff"
_ISO = re.compile(
    r"\d{4}-?(?:\d\d-?\d\d|W\d\d-?\d)(?:[T ]\d\d:?\d\d(?::?\d\d(?:[.,]\d+)?)?(?:Z|[+-]\d\d(?::?\d\d)?)?)?"
)


def parse(text: str, *, now: str | None = None, language: str = "ar") -> FoundDate | None:
    """The date that the whole of `text` is, with label, weekday, clock, zone and bullets around it; else None.

    Reads what `find` reads, and beside it what is a date only where nothing else stands: ISO 8601 without
    dashes, a year alone, year and month in numbers.
    """
    if len(text) > _LONGEST:
        return None
    return _iso(text) or _whole(text, now, language)


def _iso(text: str) -> FoundDate | None:
    stripped = text.strip(_EDGES)
    if not _ISO.fullmatch(stripped):
        return None
    try:
        then = datetime.fromisoformat(stripped.replace(",", "."))
    except ValueError:
        return None
    if then.year not in YEARS["gregorian"]:
        return None
    timed = len(stripped) > len("2020-12-24")
    value = then.isoformat(timespec="minutes").replace("+00:00", "Z") if timed else then.date().isoformat()
    start = text.index(stripped)
    printed = PrintedDate(value=value, precision="minute" if timed else "day", text=stripped)
    return FoundDate(printed, start, start + len(stripped), role=None, sure=True, warnings=())


def _whole(text: str, now: str | None, language: str) -> FoundDate | None:
    folded = view(text)
    line = cut(folded.text)
    found = _in_line(folded, line, language)
    if not found:
        return _bare(folded, line, language) or (_only_relative(text, folded.text, now) if now is not None else None)
    date_found, first, last = found[0]
    alone = _DECORATION.issuperset(line.symbols[:first]) and _AFTER_DATE.fullmatch(line.symbols, last)
    return date_found if alone else None


def _only_relative(text: str, folded: str, now: str) -> FoundDate | None:
    if folded.strip(_EDGES) in TODAY:
        day = moment(now).date().isoformat()
        start = text.index(text.strip(_EDGES))
        printed = PrintedDate(value=day, precision="day", text=text.strip(_EDGES))
        return FoundDate(printed, start, start + len(printed.text), role=None, sure=True, warnings=())
    found = find(text, now=now)
    if len(found) != 1:
        return None
    around_it = cut(view(text[: found[0].start] + " " + text[found[0].end :]).text).symbols
    return found[0] if _DECORATION.issuperset(around_it) else None


def _bare(folded: DateView, line: Line, language: str) -> FoundDate | None:
    first, last = 0, len(line.symbols)
    while first < last and line.symbols[first] in _DECORATION:
        first += 1
    while last > first and line.symbols[last - 1] in _DECORATION:
        last -= 1
    core = bare(line, first, last, language)
    if core is None or not core.marked:
        return None
    fitting = frozenset(date.fromisoformat(r.value).weekday() for r in core.readings if r.precision == "day")
    place = around(line, (core.first, core.last), 0, fitting)
    return _found(folded, line, core, place, role(line, place.first, 0))


def agrees(a: PrintedDate, b: PrintedDate) -> bool:
    """Whether two dates are the same up to the lesser precision; two clocks with offsets are compared as instants."""
    if a.precision == b.precision == "minute":
        one, two = datetime.fromisoformat(a.value), datetime.fromisoformat(b.value)
        if one.tzinfo and two.tzinfo:
            return one == two
    size = min(len(a.value), len(b.value), len("2020-12-24T23:59"))
    return a.value[:size] == b.value[:size]


def settle(found: FoundDate, day: str) -> FoundDate:
    """`found` with the order of day and month that the ISO `day` of metadata, URL or weekday confirms, now sure.

    A day's difference (UTC against local time) confirms too. Unchanged where it is sure, or where nothing fits.
    """
    if found.sure or found.date.precision not in ("day", "minute"):
        return found
    try:
        evidence = date.fromisoformat(day[:10])
    except ValueError:
        return found
    language = "fa" if found.date.calendar == "jalali" else "ar"
    line = cut(view(found.date.text).text)
    readings = [r for core in paired(line, cores(line, language)) for r in core.readings if r.precision == "day"]
    return _settled(found, readings, evidence)


def _settled(found: FoundDate, readings: list[Reading], evidence: date) -> FoundDate:
    for slack in (0, 1):
        for reading in readings:
            if abs(date.fromisoformat(reading.value) - evidence) <= timedelta(days=slack):
                printed = replace(found.date, value=reading.value + found.date.value[10:])
                kept = tuple(warning for warning in found.warnings if _AMBIGUOUS not in warning)
                return replace(found, date=printed, sure=True, warnings=kept)
    return found
