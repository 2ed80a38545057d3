"""Dates: the list of strings, then what a list cannot say: roles, spans, doubts, evidence, relative dates."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from marsad.errors import UsageError
from marsad.records import PrintedDate
from marsad.text.dates import FoundDate, agrees, find, parse, settle

NOW = "2020-12-25T14:30"  # a Friday


class Row(NamedTuple):
    string: str
    value: str
    precision: str
    calendar: str
    months: tuple[str, ...]
    note: str


def _rows() -> Iterator[Row]:
    for line in (Path(__file__).parent / "date_strings.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        fields = line.split("\t")
        string = re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), fields[0])
        value, precision, calendar, months, note = fields[1:]
        yield Row(string, value, precision, calendar, tuple(months.split()), note)


ROWS = tuple(_rows())
DATED = [row for row in ROWS if row.value]
EMPTY = [row for row in ROWS if not row.value]


def _language(row: Row) -> str:
    return "fa" if row.note.startswith("fa") else "ar"


def _says(found: FoundDate) -> tuple[str, str, str, tuple[str, ...]]:
    return found.date.value, found.date.precision, found.date.calendar, found.date.months


def _one(text: str) -> FoundDate:
    (found,) = find(text)
    return found


def test_the_list_is_as_long_as_promised() -> None:
    assert len(ROWS) >= 160
    assert len(EMPTY) >= 40


@pytest.mark.parametrize("row", [row for row in DATED if not row.note.startswith("whole")], ids=lambda row: row.string)
def test_a_date_inside_a_line_is_found(row: Row) -> None:
    for text in (row.string, f" {row.string} ", f"| {row.string} |", f"({row.string})"):
        found = find(text, language=_language(row))
        assert [_says(one) for one in found] == [row[1:5]]
        assert found[0].date.text == text[found[0].start : found[0].end]
        assert found[0].date.text[0].isalnum()


@pytest.mark.parametrize("row", [row for row in DATED if not row.note.startswith("whole")], ids=lambda row: row.string)
def test_a_date_deep_in_a_paragraph_is_found_like_one_alone(row: Row) -> None:
    before, after = "وأضاف المصدر أن اللجنة اجتمعت. " * 20, " ثم غادر الوفد المدينة." * 20
    (alone,) = find(row.string, language=_language(row))
    (deep,) = find(before + row.string + after, language=_language(row))
    assert (deep.date, deep.start, deep.warnings) == (alone.date, alone.start + len(before), alone.warnings)


@pytest.mark.parametrize("row", [row for row in DATED if not row.note.startswith("line")], ids=lambda row: row.string)
def test_a_string_that_is_a_date_is_parsed(row: Row) -> None:
    for text in (row.string, f"  {row.string}\n", f"● {row.string}"):
        parsed = parse(text, language=_language(row))
        assert parsed is not None
        assert _says(parsed) == row[1:5]
        assert parsed.date.text == text[parsed.start : parsed.end]


@pytest.mark.parametrize("row", [row for row in DATED if row.note.startswith("whole")], ids=lambda row: row.string)
def test_what_is_a_date_only_by_itself_is_none_in_a_line(row: Row) -> None:
    assert find(f"بلغ العدد {row.string} شخصا") == ()


@pytest.mark.parametrize("row", [row for row in DATED if row.note.startswith("line")], ids=lambda row: row.string)
def test_a_line_with_more_than_a_date_is_not_parsed(row: Row) -> None:
    assert parse(row.string) is None


@pytest.mark.parametrize("row", EMPTY, ids=lambda row: row.string)
def test_what_is_no_date_gives_none(row: Row) -> None:
    assert find(row.string) == ()
    assert parse(row.string) is None


def test_several_dates_in_a_line_come_in_order_with_their_roles() -> None:
    line = "نشر: 3 مايو 2016 08:15 ص … آخر تحديث: 4 مايو 2016 04:10 (GMT+3)"
    first, second = find(line)
    assert (first.date.value, first.role) == ("2016-05-03T08:15", "published")
    assert (second.date.value, second.role) == ("2016-05-04T04:10+03:00", "modified")
    assert parse(line) is None


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("نشر", "published"), ("نُشر في", "published"), ("تم نشره", "published"), ("تم النشر في:", "published"),
        ("تاريخ النشر :", "published"), ("بتاريخ", "published"), ("حرر في", "published"), ("Published on", "published"),
        ("آخر تحديث", "modified"), ("تم التحديث", "modified"), ("تم التحديث بتاريخ", "modified"), ("عُدّل:", "modified"),
        ("تاريخ التحديث -", "modified"), ("تحديث", "modified"), ("Updated:", "modified"), ("", None),
    ],
)  # fmt: skip
def test_the_label_before_a_date_says_its_role(label: str, role: str | None) -> None:
    for date in ("5 مارس 2019", "الثلاثاء 5 مارس 2019", "10:20 - 5 مارس 2019", "الساعة 10:20 ص، الثلاثاء 2019/03/05"):
        text = f"{label} {date}"
        assert _one(text).role == role
        parsed = parse(text)
        assert parsed is not None
        assert parsed.role == role


def test_a_label_far_away_or_of_another_date_says_nothing() -> None:
    assert _one("نشر التقرير الأول عن المدينة في 5 مارس 2019").role is None
    assert find("نشر 5 مارس 2019 | 6 مارس 2019")[1].role is None


def test_the_span_points_into_the_original_through_invisible_characters() -> None:
    text = "\u200fنُشِرَ\u200f: \u202b٨\u200f فـبـرايـر\u200f ٢٠١٥ هـذا\u202c"
    found = _one(text)
    assert found.date.value == "2015-02-08"
    assert found.date.text == text[found.start : found.end] == "٨\u200f فـبـرايـر\u200f ٢٠١٥"


def test_the_mark_of_the_hijra_keeps_its_tatweel() -> None:
    assert _one("صدر في 12 رمضان 1442هـ بالرياض").date.text == "12 رمضان 1442هـ"


def test_a_bracket_inside_a_date_is_closed_and_one_around_it_is_left_out() -> None:
    assert _one("صدر (8 أكتوبر 2021 (الساعة: 19:24)) هنا").date.text == "8 أكتوبر 2021 (الساعة: 19:24)"
    assert _one("صدر (8 أكتوبر 2021 - 19:24) هنا").date.text == "8 أكتوبر 2021 - 19:24"
    assert _one("صدر (8 أكتوبر 2021م) هنا").date.text == "8 أكتوبر 2021م"


def test_presentation_forms_are_read() -> None:
    assert _one("8 ﻓﺒﺮﺍﻳﺮ 2015").date.value == "2015-02-08"
    assert _one("ﺍﻷﺣﺪ 8 ﻓﺒﺮﺍﻳﺮ 2015").date.text == "ﺍﻷﺣﺪ 8 ﻓﺒﺮﺍﻳﺮ 2015"


def test_an_ambiguous_order_is_day_first_and_says_so() -> None:
    found = _one("03/04/2019")
    assert (found.date.value, found.sure) == ("2019-04-03", False)
    assert found.warnings == ("date: 03/04/2019 may be day/month or month/day",)


@pytest.mark.parametrize("text", ["13/04/2019", "04/13/2019", "03.04.2019", "2019/04/03", "04/04/2019"])
def test_an_order_that_cannot_be_mistaken_is_sure(text: str) -> None:
    assert _one(text).sure
    assert _one(text).warnings == ()


def test_the_weekday_settles_the_order() -> None:
    for text, value in (("الأربعاء 03/04/2019", "2019-04-03"), ("الإثنين 03/04/2019", "2019-03-04")):
        assert (_one(text).date.value, _one(text).sure, _one(text).warnings) == (value, True, ())


def test_a_weekday_that_fits_no_order_is_reported_and_not_obeyed() -> None:
    found = _one("الخميس 15 سبتمبر 2018")
    assert (found.date.value, found.sure) == ("2018-09-15", False)
    assert found.warnings == ("date: the weekday الخميس does not fit 2018-09-15",)
    assert len(_one("الخميس 03/04/2019").warnings) == 2


def test_a_weekday_after_the_date_that_does_not_fit_is_not_its_own() -> None:
    found = _one("في 5 مارس 2019 الخميس المقبل")
    assert (found.date.text, found.warnings) == ("5 مارس 2019", ())


def test_a_two_digit_year_is_unsure() -> None:
    assert _one("24/12/19").sure is False
    assert _one("24/12/98").date.value == "1998-12-24"
    assert _one("الثلاثاء 24-12-19").date.value == "2019-12-24"


def test_a_hijri_date_far_from_its_gregorian_partner_is_reported() -> None:
    found = _one("14 رجب 1441 هـ الموافق 6 مارس 2020")
    assert (found.date.value, found.date.calendar) == ("2020-03-06", "gregorian")
    assert found.warnings == ("date: the printed Hijri date is 3 days off",)
    assert _one("12 رجب 1441 هـ الموافق 6 مارس 2020").warnings == ()


def test_a_hijri_date_settles_the_order_of_its_partner() -> None:
    found = _one("9 رجب 1441 هـ - 04/03/2020")
    assert (found.date.value, found.sure) == ("2020-03-04", True)


def test_two_dates_of_two_calendars_that_are_not_the_same_day_stay_two() -> None:
    assert [one.date.value for one in find("من 11 رجب 1441 هـ - 9 سبتمبر 2021")] == ["2020-03-06", "2021-09-09"]


def test_evidence_settles_an_ambiguous_order() -> None:
    found = _one("نشر 03/04/2019 10:20")
    assert settle(found, "2019-04-03").date.value == "2019-04-03T10:20"
    other = settle(found, "2019-03-04T08:20Z")
    assert (other.date.value, other.sure, other.warnings) == ("2019-03-04T10:20", True, ())
    assert (other.date.text, other.role) == (found.date.text, "published")


def test_evidence_of_the_day_before_settles_too() -> None:
    assert settle(_one("03/04/2019 01:20"), "2019-04-02").sure
    assert settle(_one("24/12/19"), "2019-12-24").sure


@pytest.mark.parametrize("day", ["2019-05-20", "2018-04-03", "", "أمس", "2019"])
def test_evidence_that_fits_no_order_settles_nothing(day: str) -> None:
    assert settle(_one("03/04/2019"), day) == _one("03/04/2019")


def test_what_is_sure_or_not_of_a_day_is_not_resettled() -> None:
    assert settle(_one("25/04/2019"), "2019-05-20") == _one("25/04/2019")
    assert settle(_one("مارس 2019"), "2019-03-20") == _one("مارس 2019")


@pytest.mark.parametrize(
    ("text", "value", "precision", "sure"),
    [
        ("منذ 3 ساعات", "2020-12-25", "day", True), ("منذ ١٩ دقيقة", "2020-12-25T14:11", "minute", True),
        ("قبل 12 دقيقة", "2020-12-25T14:18", "minute", True), ("منذ ساعتين", "2020-12-25", "day", True),
        ("منذ ساعة", "2020-12-25", "day", True), ("منذ 14 ساعة", "2020-12-25", "day", False),
        ("قبل ثلاثة أيام", "2020-12-22", "day", False), ("قبل يومين", "2020-12-23", "day", False),
        ("منذ أسبوع", "2020-12-18", "day", False), ("منذ شهرين", "2020-10", "month", False),
        ("قبل 5 سنوات", "2015", "year", False), ("أمس", "2020-12-24", "day", True),
        ("مساء أمس", "2020-12-24", "day", True), ("أمس الأول", "2020-12-23", "day", True),
        ("أول أمس", "2020-12-23", "day", True), ("أمس 10:20 م", "2020-12-24T22:20", "minute", True),
        ("اليوم الساعة 10:20", "2020-12-25T10:20", "minute", True), ("السبت الماضي", "2020-12-19", "day", True),
        ("الجمعة الماضية", "2020-12-18", "day", True), ("3 hours ago", "2020-12-25", "day", True),
        ("Yesterday", "2020-12-24", "day", True), ("۳ ساعت پیش", "2020-12-25", "day", True),
    ],
)  # fmt: skip
def test_relative_dates_count_from_now(text: str, value: str, precision: str, sure: bool) -> None:
    (found,) = find(f"نشر {text}", now=NOW)
    assert (found.date.value, found.date.precision, found.sure) == (value, precision, sure)
    assert found.date.text in text
    assert bool(found.warnings) is not sure
    assert find(f"نشر {text}") == ()


def test_a_relative_date_has_its_role_and_is_parsed_with_its_label() -> None:
    parsed = parse("آخر تحديث: منذ 3 ساعات", now=NOW)
    assert parsed is not None
    assert (parsed.date.value, parsed.role, parsed.date.text) == ("2020-12-25", "modified", "منذ 3 ساعات")
    today = parse(" اليوم ", now=NOW)
    assert today is not None
    assert today.date.value == "2020-12-25"


@pytest.mark.parametrize(
    "text",
    [
        "قبل شهر رمضان", "منذ يوم الأحد", "قبل يومين من المباراة", "منذ ساعات", "قبل نحو 3 ساعات",
        "صحيفة اليوم السابع", "السبت المقبل", "منذ زمن", "الأمسية", "منذ 0 دقيقة", "منذ 9999 سنة",
    ],
)  # fmt: skip
def test_what_only_looks_relative_is_none(text: str) -> None:
    assert find(text, now=NOW) == ()


def test_since_a_year_is_that_year_and_not_a_year_ago() -> None:
    assert [one.date.value for one in find("منذ عام 2011 وحتى", now=NOW)] == ["2011"]


def test_relative_and_printed_dates_come_in_order() -> None:
    found = find("أمس، 5 مارس 2019، ثم منذ 3 ساعات", now="2019-03-06T12:00:00+03:00")
    assert [one.date.value for one in found] == ["2019-03-05", "2019-03-05", "2019-03-06"]


def test_now_with_an_offset_gives_an_instant() -> None:
    (found,) = find("منذ 5 دقائق", now="2020-12-25T00:02:00Z")
    assert found.date.value == "2020-12-24T23:57Z"


def test_a_now_that_is_no_date_is_refused() -> None:
    with pytest.raises(UsageError, match="now is 'yesterday'"):
        find("منذ 3 ساعات", now="yesterday")


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("2015-02-08", "2015-02-08T10:20", True), ("2015-02", "2015-02-08", True), ("2015", "2015-02-08", True),
        ("2015-02-08", "2015-02-09", False), ("2015-03", "2015-02-08", False),
        ("2020-12-24T23:59Z", "2020-12-25T01:59+02:00", True), ("2020-12-24T23:59Z", "2020-12-24T23:59+02:00", False),
        ("2020-12-24T23:59", "2020-12-24T23:59+02:00", True), ("2020-12-24T23:59", "2020-12-24T23:58", False),
    ],
)  # fmt: skip
def test_dates_agree_up_to_the_lesser_precision(one: str, two: str, same: bool) -> None:
    def printed(value: str) -> PrintedDate:
        precision = {4: "year", 7: "month", 10: "day"}.get(len(value), "minute")
        return PrintedDate(value=value, precision=precision, text=value)  # type: ignore[arg-type]

    assert agrees(printed(one), printed(two)) is same
    assert agrees(printed(two), printed(one)) is same


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("1" * 1_000_000, 0), ("/" * 100_000, 0), ("1/" * 100_000, 0), ("2015" + "\0" * 100_000, 0),
        ("5 مارس " * 50_000 + "2019", 1), ("12:30 م " * 50_000 + "2015", 0), ("(" * 100_000 + "2015/5/25", 1),
        ("2015/5/25" + ")" * 100_000, 1), (" " * 500_000 + "2015/5/25", 1), ("ـ" * 500_000 + "2015/5/25", 1),
        ("الأحد " * 50_000 + "25/5/2015", 1), ("11 رجب 1441 هـ الموافق " * 5_000, 5_000), ("2015-" * 50_000, 0),
        ("", 0), ("\0", 0), ("\ud800 5 مارس 2019", 1), ("٢٠١٥" * 250_000, 0),
    ],
    ids=lambda value: str(value)[:12],
)  # fmt: skip
def test_hostile_input_is_read_in_one_go(text: str, count: int) -> None:
    assert len(find(text)) == count
    assert len(find(text, now=NOW)) == count
    assert count == 0 or parse(text) is None or len(text) < 100
