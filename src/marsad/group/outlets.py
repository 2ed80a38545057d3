"""By which outlet an article was published, and when, as far as its record tells."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta, timezone
from urllib.parse import urlsplit

from marsad.group.sets import Sets
from marsad.records import Record

_CLOCK = timezone(timedelta(hours=3))  # of most Arab newsrooms; a time without an offset is taken for one of theirs
_NO_DATE = "9999"


def outlet(record: Record) -> str:
    """The outlet of an article: its publisher, else the host of its address, else its source; "" where none is."""
    article = record.article
    return article.publisher or _host(record.origin.url) or article.source or ""


def _host(url: str | None) -> str:
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:  # a bracket in the host
        return ""


def day(record: Record) -> int | None:
    """The ordinal of the day of publication, else of the change, else of the day when the page was fetched."""
    article = record.article
    dates = [printed.value for printed in (article.published, article.modified) if printed]
    return next((found for value in (*dates, record.origin.fetched_at) if (found := ordinal(value)) is not None), None)


def by_time(record: Record) -> tuple[str, str]:
    """What sorts records by the time of publication, whatever offset it is printed with; without a date they come last.

    Days stand before their own hours: a page that prints the day alone may be the earlier one.
    """
    published = record.article.published
    return (_on_one_clock(published.value) if published else _NO_DATE, record.article.id)


def by_day(record: Record) -> tuple[bool, int, str, str]:
    """What sorts records by `day`, within a day by time; without a day they come last."""
    number = day(record)
    return number is None, number or 0, *by_time(record)


def _on_one_clock(value: str) -> str:
    try:
        moment = datetime.fromisoformat(value)
        return moment.astimezone(_CLOCK).isoformat() if moment.tzinfo else value
    except (ValueError, OverflowError):  # a year, a month; the end of the calendar
        return value


def iso(number: int | None) -> str | None:
    """The ISO day of an ordinal; None of 0, which stands for no day."""
    return date.fromordinal(number).isoformat() if number else None


def ordinal(value: str | None) -> int | None:
    """The ordinal of an ISO day, with or without a time behind it; None of what is less exact or no day."""
    try:
        return date.fromisoformat((value or "")[:10]).toordinal()
    except ValueError:
        return None


def copy_groups(copies: Iterable[Iterable[str]]) -> Mapping[str, str]:
    """For each article in a group of copies the smallest id of its group; groups that share an article are one."""
    sets = Sets()
    for group in copies:
        those = list(group)
        for one in those:
            sets.unite(those[0], one)
    return sets.roots()
