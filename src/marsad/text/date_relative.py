"""Dates that count from now: منذ 3 ساعات، قبل ثلاثة أيام، أمس، السبت الماضي، 3 hours ago.

A count of hours or more is rounded by whoever prints it, mostly down: it is sure only where the next higher
count would be of the same day (month, year), and is given no finer than its unit, hours as a day.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from marsad.errors import UsageError
from marsad.kinds import Precision
from marsad.text.calendars import YEARS
from marsad.text.date_clock import CLOCK, clock, of_day
from marsad.text.date_view import view
from marsad.text.date_words import COUNTS, WEEKDAYS

_FIRST_YEAR = YEARS["gregorian"].start
_UNITS: tuple[tuple[str, Precision, int, str, str, str], ...] = (
    # unit, precision, length in seconds (months and years: in months), singular, dual, counted forms
    ("minute", "minute", 60, "دقيقة", "دقيقتين", "دقائق دقيقة دقيقه minutes minute mins min دقیقه"),
    ("hour", "day", 3600, "ساعة", "ساعتين", "ساعات ساعة hours hour ساعت"),
    ("day", "day", 86400, "يوم", "يومين", "أيام يوما يوم days day روز"),
    ("week", "day", 604800, "أسبوع", "أسبوعين", "أسابيع أسبوعا أسبوع weeks week هفته"),
    ("month", "month", 1, "شهر", "شهرين", "أشهر شهور شهرا شهر months month ماه"),
    ("year", "year", 12, "سنة عام", "سنتين عامين", "سنوات سنة سنين أعوام عاما عام years year سال"),
)


@dataclass(frozen=True, slots=True)
class Ago:
    """A relative date at `start` up to `end` of the folded text."""

    start: int
    end: int
    value: str
    precision: Precision
    sure: bool


def _forms(column: int) -> dict[str, int]:
    return {view(word).text: row for row, unit in enumerate(_UNITS) for word in str(unit[column]).split()}


_ONE, _TWO, _MANY = _forms(3), _forms(4), _forms(5)


def _any(words: dict[str, int]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_END = r"(?![^\W_]| +من\b)"
_HINT = re.compile("منذ|منذُ|قبل|مس|ماض|فا[ئي]ت|نصرم|بارح|وم|ago|Ago|ester|oday|پیش")
_AGO = re.compile(
    rf"(?<!\w)(?:منذ|قبل) +(?:(?P<count>\d{{1,4}}|{_any(COUNTS)}) +(?P<many>{_any(_MANY)}){_END}"
    rf"|(?P<two>{_any(_TWO)}){_END}|(?P<one>{_any(_ONE)})(?! *[^\W_]))"
    rf"|(?<!\w)(?P<number>\d{{1,4}}) +(?P<unit>{_any(_MANY)}) +(?:ago|پيش|قبل)(?!\w)"
)
_TIME = rf"(?:[ ,\-~|]{{0,3}}(?:الساعه |at )?(?P<clock>{CLOCK})(?: ?(?P<half>ص|م|صباحا|مسا[ء]?ا?|am|pm)(?!\w))?)"
_DAYS_BACK = {"اول امس": 2, "امس الاول": 2, "اول من امس": 2, "اول البارحه": 2, "امس": 1, "البارحه": 1, "yesterday": 1}
_YESTERDAY = re.compile(rf"(?<!\w)(?P<word>{_any(_DAYS_BACK)})(?!\w){_TIME}?")
_TODAY = re.compile(rf"(?<!\w)(?:اليوم|today)(?!\w){_TIME}")
_LAST = re.compile(rf"(?<!\w)(?P<day>{_any(WEEKDAYS)}) +(?:الماضي|الفايت|المنصرم)ه?(?!\w)")
TODAY = frozenset({"اليوم", "today"})
"""Today, where nothing else stands; inside a line it is as often the name of a paper."""


def moment(now: str) -> datetime:
    """The ISO `now` of a caller; raises UsageError where it is none."""
    try:
        return datetime.fromisoformat(now)
    except ValueError:
        raise UsageError(f"now is {now!r}; give an ISO date and time such as 2020-12-24T20:00") from None


def hinted(text: str) -> bool:
    """Whether unfolded `text` may hold a relative date: a cheap test before folding."""
    return bool(_HINT.search(text))


def relative(text: str, now: datetime) -> Iterator[Ago]:
    """The relative dates of folded `text`, kind by kind."""
    for match in _AGO.finditer(text):
        yield from _ago(match, now)
    for match in _YESTERDAY.finditer(text):
        yield from _day(match, now, _DAYS_BACK[match["word"]])
    for match in _TODAY.finditer(text):
        yield from _day(match, now, 0)
    for match in _LAST.finditer(text):
        back = (now.weekday() - WEEKDAYS[match["day"]] - 1) % 7 + 1
        yield from _day(match, now, back)


def _day(match: re.Match[str], now: datetime, back: int) -> Iterator[Ago]:
    value = (now - timedelta(days=back)).date().isoformat()
    printed = match.groupdict().get("clock")
    time = clock(printed) if printed else None
    if time is None:
        end = match.end() if printed is None else match.start("clock")
        yield Ago(match.start(), end, value, "day", sure=True)
        return
    hour = of_day(time[0], match["half"] or "")
    yield Ago(match.start(), match.end(), f"{value}T{hour:02}:{time[1]:02}{time[2]}", "minute", sure=True)


def _ago(match: re.Match[str], now: datetime) -> Iterator[Ago]:
    digits = match["count"] or match["number"]
    count = (int(digits) if digits.isdigit() else COUNTS[digits]) if digits else 2 if match["two"] else 1
    row = (_MANY | _TWO | _ONE)[match["many"] or match["unit"] or match["two"] or match["one"]]
    unit, precision, length = _UNITS[row][:3]
    value, earlier = (_back(now, precision, length * n) for n in (count, count + 1))
    if value and count:
        yield Ago(match.start(), match.end(), value, precision, sure=unit == "minute" or value == earlier)


def _back(now: datetime, precision: Precision, length: int) -> str | None:
    if precision in ("month", "year"):
        months = now.year * 12 + now.month - 1 - length
        year, month = divmod(months, 12)
        return None if year < _FIRST_YEAR else f"{year}" if precision == "year" else f"{year}-{month + 1:02}"
    try:
        then = now - timedelta(seconds=length)
    except OverflowError:
        return None
    if then.year < _FIRST_YEAR:
        return None
    return then.isoformat(timespec="minutes").replace("+00:00", "Z") if precision == "minute" else f"{then:%Y-%m-%d}"
