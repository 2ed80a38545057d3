"""Clocks beside a date: 24 and 12 hours, halves of the day in words, offsets where they are written."""

import re

from marsad.text.date_view import view

_BEHIND = r" ?-(?:0\d|1[0-2]):?[0-5]\d(?![\d:/-])"
_AHEAD = r" ?\(?\+(?:0\d|1[0-4])(?::?[0-5]\d)?(?: gmt)?(?![\d:])"
_SECONDS = r"(?: : |:)\d\d(?:[.,]\d{1,9})?"
CLOCK = rf"(?<![\d:])\d{{1,2}}(?: : |:)\d\d(?:{_SECONDS}(?:{_BEHIND})?)?(?:z\b|{_AHEAD})?(?![\d:])"
"""A clock in folded text. A negative offset is read only after seconds: 10:00-12:00 is a range."""
CLOCK_IN_WORDS = r"(?<![\d:])\d{1,2} و ?\d{1,2} ?دقيقه"
"""`10 و 15 دقيقة`, as Moroccan pages write it."""
CLOCK_OF_HOUR = r"(?<=الساعه )\d{1,2}(?= (?:ص|م|صباحا|مساء|ظهرا|عصرا|فجرا|ليلا|am|pm)(?![^\W\d]))"
"""`الساعة 07 مساءً`: a full hour, where word and half of the day stand beside it."""
ZONE = r"(?:gmt|utc|[غجك]رين(?:تش|يتش|تس)|ت\.?غ)(?: ?[+-] ?\d{1,2}(?::?[0-5]\d)?(?!\d))?(?![^\W\d])"

_HOURS, _MINUTES, _SECONDS_AND_LEAP, _HOURS_OFF = range(24), range(60), range(61), range(15)
_NOON_HOUR = 12
_PARTS = re.compile(r"(\d{1,2})(?:(?: : |:| و ?)(\d{1,2})(?:(?: : |:)(\d\d))?[.,\d]*(?: ?دقيقه)?(.*))?$")
_OFFSET = re.compile(r"([+-]) ?(\d{1,2}):?(\d\d)?(?!\d)")

_MORNING = "ص صباحا فجرا am قظ صباح"
_EVENING = "م مساء مساءا عصرا pm بظ"
_AFTER_NOON = {"am": range(0), "pm": range(12), "noon": range(6), "night": range(6, 12)}
_NOON = "ظهرا الظهر"
_NIGHT = "ليلا"
_HALVES = {
    view(word).text: half
    for half, words in (("am", _MORNING), ("pm", _EVENING), ("noon", _NOON), ("night", _NIGHT))
    for word in words.split()
}


def clock(text: str) -> tuple[int, int, str] | None:
    """Hour, minute and offset ("" where none is written) of a folded clock; None where there is no such time."""
    parts = _PARTS.match(text)
    if not parts:
        return None
    hour, minute, second = int(parts[1]), int(parts[2] or 0), int(parts[3] or 0)
    if hour not in _HOURS or minute not in _MINUTES or second not in _SECONDS_AND_LEAP:
        return None
    return hour, minute, offset(parts[4] or "")


def offset(zone: str) -> str:
    """`+03:00`, `Z` for Greenwich, "" where the zone writes no number and is not Greenwich."""
    found = _OFFSET.search(zone.strip())
    if not found:
        return "Z" if zone.strip() else ""
    hours, minutes = int(found[2]), int(found[3] or 0)
    if hours not in _HOURS_OFF or minutes not in _MINUTES:
        return ""
    return f"{found[1]}{hours:02}:{minutes:02}" if hours or minutes else "Z"


def of_day(hour: int, half: str) -> int:
    """The hour of 24 for an hour beside a half of the day; an hour above 12 stands as it is."""
    kind = _HALVES.get(half.replace(".", ""), "")
    if hour > _NOON_HOUR or not kind:
        return hour
    if hour == _NOON_HOUR:
        return 0 if kind in ("am", "night") else hour
    return hour + _NOON_HOUR if hour in _AFTER_NOON[kind] else hour
