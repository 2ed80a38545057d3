"""A Hijri date beside a Gregorian one is one date: the printed Gregorian wins, a day's difference is normal."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from marsad.text.calendars import gregorian
from marsad.text.date_grammar import Core, Reading
from marsad.text.date_tokens import Line
from marsad.text.months import MONTHS, ordered

_BETWEEN = re.compile(r"[gHJ).(]{0,4}[\-~/|c,.(:)]{0,2}w?c?(?:=[iwf]{0,2}[:c]?)?[(]?")
_NEAR = 3  # days that a sighted month may be off the table, and a slip more
_DAY_AFTER = re.compile(r"[gHJ).(]{0,4}[c,(\-]?w?c?=[iwf]{0,2}[:c]?(?P<d>d)f?s?(?P<m>m)(?:[/\-~(]m\)?)?")
_DAY_BEFORE = re.compile(r"(?P<d>d)f?s?(?P<m>m)(?:[/\-~(]m\)?)?[c,]?=i?$")


def paired(line: Line, cores: Iterable[Core]) -> list[Core]:
    """The cores with Hijri and Gregorian ones joined; a year of no known calendar that finds no partner goes."""
    joined: list[Core] = []
    for core in cores:
        both = _pair(line, joined[-1], core) if joined else None
        if both:
            joined[-1] = both
        else:
            joined.append(core)
    return [_completed(line, core) for core in joined if core.marked]


def _pair(line: Line, one: Core, two: Core) -> Core | None:
    calendars = {one.readings[0].calendar, two.readings[0].calendar}
    between = line.symbols[one.last : two.first]
    if "gregorian" not in calendars or calendars == {"gregorian"} or not _BETWEEN.fullmatch(between):
        return None
    western, other = (one, two) if one.readings[0].calendar == "gregorian" else (two, one)
    gaps = {reading: _gap(reading, other.readings) for reading in western.readings}
    known = [gap for gap in gaps.values() if gap is not None]
    if not known or (min(known) > _NEAR and ("=" not in between or not other.marked)):
        return None
    near = tuple(reading for reading, gap in gaps.items() if gap is not None and gap <= 1)
    off = min(known)
    name = "Hijri" if other.readings[0].calendar == "hijri" else "Persian"
    notes = (f"date: the printed {name} date is {off} days off",) if off > 1 else ()
    return replace(western, first=one.first, last=two.last, readings=near or western.readings, notes=notes)


def _gap(reading: Reading, others: tuple[Reading, ...]) -> int | None:
    days = [date.fromisoformat(other.value) for other in others if other.precision == "day"]
    if reading.precision != "day" or not days:
        return None
    return min(abs((date.fromisoformat(reading.value) - day).days) for day in days)


def _completed(line: Line, core: Core) -> Core:
    """A Hijri core whose Gregorian day is printed beside it without its year, taken as that Gregorian day."""
    if core.readings[0].calendar != "hijri" or core.readings[0].precision != "day":
        return core
    low = max(0, core.first - 8)
    after, before = _DAY_AFTER.match(line.symbols, core.last), _DAY_BEFORE.search(line.symbols[low : core.first])
    match, base = (after, 0) if after else (before, low)
    if match is None:
        return core
    day, name = (line.tokens[base + match.start(group)].word for group in "dm")
    month = MONTHS[name]
    around = date.fromisoformat(core.readings[0].value)
    for year in (around.year, around.year - 1, around.year + 1):
        found = gregorian(year, month.number, int(day) if day.isdigit() else 1)
        if month.calendar == "gregorian" and found and abs((found - around).days) <= _NEAR:
            reading = Reading(found.isoformat(), "day", "gregorian", ordered(month.systems))
            first, last = (core.first, match.end()) if after else (base + match.start(), core.last)
            return replace(core, first=first, last=last, readings=(reading,))
    return core
