"""Dates: whatever is rendered is read back, and no text of any kind makes the reader raise or point outside."""

import re
from datetime import date, timedelta

from hijridate import Gregorian
from hypothesis import given
from hypothesis import strategies as st

from marsad.text.calendars import jalali
from marsad.text.dates import agrees, find, parse, settle
from marsad.text.months import MONTHS, ordered

_DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
_DIGITS = st.sampled_from(["0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"])
_NAMES = st.sampled_from(sorted(name for name, month in MONTHS.items() if month.calendar == "gregorian"))
_HIJRI_NAMES = sorted(name for name, month in MONTHS.items() if month.calendar == "hijri")
_JALALI_NAMES = sorted(name for name, month in MONTHS.items() if month.calendar == "jalali")
_ORDERS = st.sampled_from(
    ["{d} {m} {y}", "{d} {m}، {y}", "{m} {d}, {y}", "{y} {m} {d}", "{d}-{m}-{y}", "{d} من {m} {y}", "{d}/{m}/{y}م"]
)
_WEEKDAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
_NOISE = st.text(st.sampled_from("0123456789٣۴/-.:,، \u200f\u0640\u064bمارسهـتشرينالأولصعامzT+()و\n\0"), max_size=60)
_LANGUAGES = st.sampled_from(["ar", "fa", "en"])
_NOWS = st.sampled_from([None, "2020-12-25T14:30", "1900-01-01", "9999-12-31T23:59:59+00:00"])


def _in_digits(number: str, digits: str) -> str:
    return number.translate(str.maketrans("0123456789", digits))


@given(_DAYS, _DIGITS, _NAMES, _ORDERS, st.booleans())
def test_a_date_with_a_month_name_is_read_back(day: date, digits: str, name: str, order: str, wide: bool) -> None:
    month = MONTHS[name]
    day = day.replace(month=month.number, day=min(day.day, 28))
    number = f"{day.day:02}" if wide else str(day.day)
    text = order.format(d=_in_digits(number, digits), m=name, y=_in_digits(str(day.year), digits))
    if month.systems == {"libya"} and not order.startswith("{d}"):
        assert find(text) == ()  # the seasons and Nasser are months only right after their day
        return
    for found in (*find(f"أخبار {text} ."), parse(text)):
        assert found is not None
        assert (found.date.value, found.date.precision) == (day.isoformat(), "day")
        assert (found.date.calendar, found.date.months) == ("gregorian", ordered(month.systems))
    assert len(find(text)) == 1


@given(_DAYS, _DIGITS, st.sampled_from(["/", "-", ".", " / ", "\u200f/\u200f", "ـ", " - "]), st.booleans())
def test_a_numeric_date_is_read_back_or_says_that_it_is_ambiguous(
    day: date, digits: str, sign: str, year_first: bool
) -> None:
    parts = [str(day.day), str(day.month), str(day.year)]
    text = _in_digits(sign.join(parts[::-1] if year_first else parts), digits)
    (found,) = find(text)
    assert found.date.value == day.isoformat()
    assert found.sure or day.day <= 12
    assert settle(found, day.isoformat()).sure
    (checked,) = find(f"{_WEEKDAYS[day.weekday()]} {text}")
    assert checked.date.value == day.isoformat()


@given(st.dates(date(1930, 1, 1), date(2070, 12, 31)), _DIGITS, st.integers(0, 99))
def test_a_hijri_date_is_read_back_alone_and_beside_its_gregorian_day(day: date, digits: str, pick: int) -> None:
    hijri = Gregorian.fromdate(day).to_hijri()
    names = [name for name in _HIJRI_NAMES if MONTHS[name].number == hijri.month]
    text = _in_digits(f"{hijri.day} {names[pick % len(names)]} {hijri.year} هـ", digits)
    (found,) = find(text)
    assert (found.date.value, found.date.calendar, found.date.text) == (day.isoformat(), "hijri", text)
    for slip in (-1, 0, 1):
        printed = day + timedelta(days=slip)
        (pair,) = find(f"{text} الموافق {printed.day} شباط {printed.year}" if printed.month == 2 else
                       f"{text} الموافق {printed.year}/{printed.month}/{printed.day}")  # fmt: skip
        assert (pair.date.value, pair.date.calendar, pair.warnings) == (printed.isoformat(), "gregorian", ())


@given(st.integers(1280, 1470), st.integers(1, 12), st.integers(1, 31), _DIGITS)
def test_a_jalali_date_is_read_back(year: int, month: int, number: int, digits: str) -> None:
    day = jalali(year, month, number)
    name = next(name for name in _JALALI_NAMES if MONTHS[name].number == month)
    texts = (f"{number} {name} {year}", f"{year}/{month:02}/{number:02}", f"{year}/{month}/{number} شمسی")
    for text in texts:
        values = [found.date.value for found in find(_in_digits(text, digits), language="fa")]
        assert values == ([day.isoformat()] if day else [])


@given(st.dates(date(1900, 1, 2), date(2100, 12, 30)), st.integers(0, 23), st.integers(0, 59), st.integers(-12, 14))
def test_iso_forms_are_read_back(day: date, hour: int, minute: int, zone: int) -> None:
    clock = f"{hour:02}:{minute:02}"
    offset = f"{zone:+03}:00" if zone else "Z"
    parsed = parse(f"{day}T{clock}:07{offset}")
    assert parsed is not None
    assert parsed.date.value == f"{day}T{clock}{offset}"
    compact = parse(f"{day:%Y%m%d}T{hour:02}{minute:02}07{offset.replace(':', '')}")
    assert compact is not None
    assert compact.date.value == parsed.date.value
    assert agrees(compact.date, parsed.date)


@given(_NOISE | st.text(max_size=60), _LANGUAGES, _NOWS)
def test_any_text_is_read_and_every_span_lies_in_it(text: str, language: str, now: str | None) -> None:
    end = 0
    for found in find(text, now=now, language=language):
        assert end <= found.start < found.end <= len(text)
        assert found.date.text == text[found.start : found.end]
        assert agrees(found.date, found.date)
        assert settle(found, found.date.value).date.value[:4] == found.date.value[:4]
        end = found.end
    parsed = parse(text, now=now, language=language)
    assert parsed is None or parsed.date.text == text[parsed.start : parsed.end]


@given(_NOISE, _LANGUAGES)
def test_marks_around_numbers_and_letters_do_not_change_what_is_read(text: str, language: str) -> None:
    plain = text.replace("\u200f", "")
    marked = re.sub(r"(?<!\d)|(?!\d)", "\u200f", plain)
    values = [found.date.value for found in find(plain, language=language)]
    assert [found.date.value for found in find(marked, language=language)] == values
