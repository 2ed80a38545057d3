"""Periods in queries: a day, a month, a year, or a range of them, in every notation that dates are read in."""

from calendar import monthrange
from datetime import date
from typing import NamedTuple

from marsad.errors import UsageError
from marsad.text import dates
from marsad.text.digits import to_ascii

_MONTH, _DAY = len("2015-02"), len("2015-02-08")


class Period(NamedTuple):
    """From the first to the last day, both included, as ISO; None where it is open."""

    first: str | None
    last: str | None


def period(text: str) -> Period:
    """What a date, or two dates with .. between them, cover.

    `2015`, `2015-02`, `شباط 2015`, `٨ فبراير ٢٠١٥`, `2015-02..2015-03`, `2015-02..`, `..2015`; Arabic digits, all
    month names. Raises UsageError where there is no date, or where the range runs backwards.
    """
    begin, dots, end = text.partition("..")
    if not dots:
        return day_range(text)
    first = day_range(begin).first if begin.strip() else None
    last = day_range(end).last if end.strip() else None
    if first is None and last is None:
        raise UsageError("the range .. names no date; write one on either side, as in 2015-02..2015-03")
    if first and last and first > last:
        raise UsageError(f"the range {text.strip()} runs backwards; put the earlier date first")
    return Period(first, last)


def day_range(text: str) -> Period:
    """The first and the last day of one date. Raises UsageError."""
    found = dates.parse(text)
    if found is None:
        raise UsageError(
            f"{text.strip()[:60]!r} is no date; write it as 2015, 2015-02, 2015-02-08 or شباط 2015, "
            "a range with two dots between"
        )
    return covered(found.date.value)


def covered(value: str) -> Period:
    """The days that a date of the record (`2015`, `2015-02`, `2015-02-08…`) covers."""
    value = to_ascii(value)
    if len(value) >= _DAY:
        return Period(value[:_DAY], value[:_DAY])
    if len(value) == _MONTH:
        return Period(f"{value}-01", f"{value}-{monthrange(int(value[:4]), int(value[5:]))[1]:02}")
    return Period(f"{value}-01-01", f"{value}-12-31")


def ordinal(day: str) -> int:
    """The number of an ISO day: days since the first of January of the year 1, which is 1."""
    return date.fromisoformat(day).toordinal()
