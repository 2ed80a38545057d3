"""Arithmetic of the values that times take: YYYY, YYYY-MM, YYYY-MM-DD, YYYY-Www and start/end.

Weeks are those of ISO 8601. A third of a month is ten days, the last of them what is left; of a year four months.
"""

from calendar import monthrange
from datetime import date, timedelta

from hijridate import Gregorian

from marsad.text.calendars import YEARS, hijri

_MONTHS = 12
_LAST_YEAR = 2100
_THIRDS_OF_MONTH = (1, 11, 21)
_THIRDS_OF_WEEK = ((0, 1), (2, 4), (5, 6))


def bounds(value: str) -> tuple[date, date]:
    """First and last day of what `value` covers."""
    start, _, end = value.partition("/")
    if end:
        return bounds(start)[0], bounds(end)[1]
    if "W" in value:
        monday = date.fromisocalendar(int(value[:4]), int(value[6:]), 1)
        return monday, monday + timedelta(days=6)
    year, *rest = (int(part) for part in value.split("-"))
    if not rest:
        return date(year, 1, 1), date(year, _MONTHS, 31)
    number, *days = rest
    if not days:
        return date(year, number, 1), date(year, number, monthrange(year, number)[1])
    return date(year, number, days[0]), date(year, number, days[0])


def third(value: str, part: int) -> tuple[date, date] | None:
    """First and last day of the first (0), middle (1) or last (2) third of a month, year, week or span of years."""
    first, last = bounds(value)
    days = (last - first).days + 1
    if days <= 1:
        return None
    if days == len("monday1"):
        low, high = _THIRDS_OF_WEEK[part]
        return first + timedelta(days=low), first + timedelta(days=high)
    if "/" not in value and len(value) == len("2015-01"):
        start = first.replace(day=_THIRDS_OF_MONTH[part])
        return start, last if part > 1 else start + timedelta(days=9)
    if len(value) == len("2015"):
        return date(first.year, 4 * part + 1, 1), bounds(f"{first.year}-{4 * part + 4:02}")[1]
    step = days / 3
    return first + timedelta(days=round(step * part)), first + timedelta(days=round(step * (part + 1)) - 1)


def week(day: date) -> str:
    """The ISO week of a day."""
    year, number, _ = day.isocalendar()
    return f"{year:04}-W{number:02}"


def month(year: int, number: int) -> str | None:
    """The value of the month `number` of `year`, where number may lie outside of 1-12."""
    year, number = year + (number - 1) // _MONTHS, (number - 1) % _MONTHS + 1
    return f"{year:04}-{number:02}" if 1 <= year <= _LAST_YEAR else None


def moved(day: date, days: int) -> date | None:
    """The day `days` later, or None where the calendar ends."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def hijri_month(year: int, number: int) -> str | None:
    """The Gregorian days of a Hijri month; None outside of the table."""
    first = hijri(year, number, 1)
    after = hijri(year + number // _MONTHS, number % _MONTHS + 1, 1)
    return f"{first}/{after - timedelta(days=1)}" if first and after else None


def hijri_year(year: int) -> str | None:
    """The Gregorian days of a Hijri year; None outside of the table."""
    first, after = hijri(year, 1, 1), hijri(year + 1, 1, 1)
    return f"{first}/{after - timedelta(days=1)}" if first and after else None


def hijri_of(day: date) -> tuple[int, int, int] | None:
    """Year, month and day of the Hijra; None outside of the table."""
    if day.year not in YEARS["gregorian"]:
        return None
    try:
        found = Gregorian(day.year, day.month, day.day).to_hijri()
    except (ValueError, OverflowError):
        return None
    return found.year, found.month, found.day


def nth_weekday(value: str, weekday: int, count: int) -> str | None:
    """The `count`-th such weekday (Monday 0) of a month or span of days; None where there are not as many."""
    first, last = bounds(value)
    day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (count - 1))
    return day.isoformat() if day <= last else None
