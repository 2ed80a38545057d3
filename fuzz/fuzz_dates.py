"""Each date found in any line is a slice of it, with a value that a calendar has; nothing is raised."""

import datetime as dt

from fuzz.words import DATES, LINES, spell
from marsad.records import PrintedDate
from marsad.text.dates import FoundDate, agrees, find, parse, settle

SEEDS = ("*.txt",)
PARTS = (*DATES, *DATES, *(line + " " for line in LINES if len(line) < 60))
LENGTH = {"year": len("2015"), "month": len("2015-02"), "day": len("2015-02-08"), "minute": len("2015-02-08T09:23")}
NOW = "2016-05-03T10:00:00+03:00"


def check(data: bytes) -> None:
    """A first byte below 64: the rest as it is; above: a line spelled from the parts of dates."""
    text = data[1:].decode("utf-8", "replace") if data[:1] < b"\x40" else spell(data[1:], PARTS)
    for language in ("ar", "fa"):
        for now in (None, NOW):
            found = find(text, now=now, language=language)
            for one in found:
                _sound(one, text)
            ends = [offset for one in found for offset in (one.start, one.end)]
            assert ends == sorted(ends), "dates overlap or stand out of order"
            whole = parse(text, now=now, language=language)
            if whole is not None:
                _sound(whole, text)


def _sound(found: FoundDate, text: str) -> None:
    date = found.date
    assert text[found.start : found.end] == date.text, "the text is not the slice"
    assert date.text.strip(), "an empty slice"
    _value(date)
    settled = settle(found, "2016-05-03")
    assert settled.date.text == date.text, "settling moved the slice"
    _value(settled.date)
    assert agrees(date, date), "a date does not agree with itself"


def _value(date: PrintedDate) -> None:
    length = LENGTH[date.precision]
    assert len(date.value) >= length, "the value is shorter than its precision"
    assert date.precision == "minute" or len(date.value) == length, "the value is longer than its precision"
    full = date.value + "0000-01-01"[len(date.value) :] if length < LENGTH["day"] else date.value
    dt.datetime.fromisoformat(full)  # raises where no calendar has this value
