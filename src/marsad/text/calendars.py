"""Days of the three calendars that Arabic and Persian pages print, as Gregorian days.

Hijri: Umm al-Qura by hijridate (1343-1500 AH); elsewhere the printed day may differ by one from sighting.
Jalali: the 33-year cycle of eight leap years, which agrees with the official calendar up to 1501
(ICU4C `persncal.cpp` lists the years where the two part, the first being 1502).
"""

from collections.abc import Callable
from datetime import date, timedelta

from hijridate import Hijri

from marsad.kinds import Calendar, Precision

YEARS: dict[Calendar, range] = {
    "gregorian": range(1900, 2101),
    "hijri": range(1300, 1501),
    "jalali": range(1250, 1501),
}
MONTHS_OF_YEAR = range(1, 13)
DAYS_OF_MONTH = range(1, 32)  # of the longest, in any calendar
_LONG_MONTHS = 6  # the first half of a Jalali year has months of 31 days, the rest of 30
# Ordinal of the day before 1 Farvardin of year 0 in the cycle below; anchored at 1 Farvardin 1399 = 2020-03-20.
_JALALI_EPOCH = date(2020, 3, 20).toordinal() - (365 * 1399 + (8 * 1399 + 21) // 33)


def gregorian(year: int, month: int, day: int) -> date | None:
    """The Gregorian day, or None where there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def hijri(year: int, month: int, day: int) -> date | None:
    """The day of an Umm al-Qura date, or None where there is none (or no table for the year)."""
    try:
        return Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None


def jalali(year: int, month: int, day: int) -> date | None:
    """The day of a solar Hijri (Persian) date, or None where there is none."""
    if not (year in YEARS["jalali"] and month in MONTHS_OF_YEAR and day in DAYS_OF_MONTH):
        return None
    start = _new_year(year) + (month - 1) * 30 + min(month - 1, _LONG_MONTHS)
    next_month = start + 30 + (month <= _LONG_MONTHS)
    found = start + day - 1
    return date.fromordinal(found) if found < min(next_month, _new_year(year + 1)) else None


def _new_year(year: int) -> int:
    return _JALALI_EPOCH + 365 * year + (8 * year + 21) // 33


_DAYS: dict[Calendar, Callable[[int, int, int], date | None]] = {
    "gregorian": gregorian,
    "hijri": hijri,
    "jalali": jalali,
}


def day_of(calendar: Calendar, year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a date of `calendar`; None where there is none, or outside of 1900-2100."""
    if year not in YEARS[calendar]:
        return None
    found = _DAYS[calendar](year, month, day)
    return found if found and found.year in YEARS["gregorian"] else None


def value_of(calendar: Calendar, year: int, month: int | None, day: int | None) -> tuple[str, Precision] | None:
    """The Gregorian value of what is written, as exact as it allows.

    A Hijri month mostly lies in two Gregorian months: then the year alone is known, or nothing.
    """
    if month and day:
        found = day_of(calendar, year, month, day)
        return (found.isoformat(), "day") if found else None
    if calendar == "gregorian":
        known = year in YEARS[calendar] and (month is None or month in MONTHS_OF_YEAR)
        return (f"{year}-{month:02}" if month else str(year), "month" if month else "year") if known else None
    first = day_of(calendar, year, month or 1, 1)
    after = day_of(calendar, year + (month in (None, 12)), (month or 12) % 12 + 1, 1)
    if first is None or after is None:
        return None
    last = after - timedelta(days=1)
    if first.year != last.year:
        return None
    return (f"{first:%Y-%m}", "month") if month and first.month == last.month else (f"{first:%Y}", "year")
