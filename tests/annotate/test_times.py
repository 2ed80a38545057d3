"""Times: the list of sentences, then what a list cannot say: spans, anaphors, hostile input, marks, speed."""

import random
import time
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.annotate.times.find import times
from marsad.errors import UsageError
from marsad.records import Span

DAY = "2020-12-24"  # a Thursday


class Row(NamedTuple):
    sentence: str
    published: str | None
    expression: str
    value: str | None
    earliest: str | None
    latest: str | None


def _row(line: str) -> Row:
    sentence, published, expression, *told = line.split("\t")
    value, earliest, latest = (field or None for field in told)
    return Row(sentence, published or None, expression, value, earliest, latest)


_LINES = (Path(__file__).parent / "time_cases.tsv").read_text(encoding="utf-8").splitlines()
ROWS = tuple(_row(line) for line in _LINES if not line.startswith("#"))
TIMED = [row for row in ROWS if row.expression]
UNTIMED = [row for row in ROWS if not row.expression]


def values(text: str, published: str | None = DAY) -> list[tuple[str, str | None]]:
    return [(found.text, found.value) for found in times(text, published=published)]


def test_the_list_is_as_long_as_promised() -> None:
    assert len(ROWS) >= 150
    assert len(UNTIMED) >= 20


@pytest.mark.parametrize("row", TIMED, ids=lambda row: row.sentence)
def test_a_time_is_found_with_its_value(row: Row) -> None:
    for text in (row.sentence, f"{row.sentence}.", f"«{row.sentence}»", f"عنوان الخبر\n\n{row.sentence}، وفق المصدر."):
        found = {one.text: one for one in times(text, published=row.published)}
        assert row.expression in found
        told = found[row.expression]
        assert (told.value, told.earliest, told.latest) == (row.value, row.earliest, row.latest)
        assert text[told.start : told.end] == told.text


@pytest.mark.parametrize("row", UNTIMED, ids=lambda row: row.sentence)
def test_what_is_no_time_is_not_listed(row: Row) -> None:
    assert values(row.sentence, row.published) == []


def test_clitics_stay_outside_and_an_article_within_stays_inside() -> None:
    text = "وأمس التقى بالعام الماضي، فالأحد، وللعام المقبل كأمس ولغد"
    assert [found for found, _ in values(text)] == ["أمس", "العام الماضي", "الأحد", "للعام المقبل", "أمس"]


def test_two_times_side_by_side_are_two() -> None:
    assert values("أواخر العام 2014 وبداية العام 2015") == [
        ("أواخر العام 2014", "2014"),
        ("بداية العام 2015", "2015"),
    ]


def test_a_clock_in_the_date_of_publication_changes_nothing() -> None:
    assert values("وصل أمس", "2020-12-24T23:30+03:00") == [("أمس", "2020-12-23")]


def test_a_publication_that_is_no_date_is_refused() -> None:
    with pytest.raises(UsageError, match="published"):
        times("أمس", published="yesterday")


def test_nothing_crosses_the_end_of_a_span() -> None:
    text = "أعلن ذلك الأحد 3 مايو 2015 في بيان"
    cut = text.index("مايو")
    spans = [Span(0, cut), Span(cut, len(text))]
    found = times(text, published=DAY, spans=spans)
    assert all(any(span.start <= one.start and one.end <= span.end for span in spans) for one in found)
    assert [one.text for one in found] == ["الأحد", "مايو 2015"]


def test_only_the_spans_are_read_through_marks_too() -> None:
    text = "أمسِ وصلَ، واليومَ غادرَ، وغدًا يعودُ"
    place = text.index("واليوم")
    spans = [Span(place, text.index("وغدا"))] if "وغدا" in text else [Span(place, text.index("وغدً"))]
    assert [one.text for one in times(text, published=DAY, spans=spans)] == ["اليومَ"]


def test_then_points_to_the_last_time_that_is_not_today() -> None:
    found = times("أعلن اليوم أن لقاء عقد في مايو 2019 وقيل آنذاك إنه مفيد", published=DAY)
    assert (found[-1].text, found[-1].value, found[-1].basis, found[-1].rule) == (
        "آنذاك",
        "2019-05",
        "anaphoric",
        "then",
    )


def test_then_keeps_the_window_of_what_it_points_to() -> None:
    found = times("عقد اللقاء في نهاية شهر كانون الثاني، وقيل آنذاك إنه مفيد", published="2015-02-08")
    assert (found[-1].earliest, found[-1].latest) == ("2015-01-21", "2015-01-31")


def test_then_with_nothing_before_it_has_no_value() -> None:
    (found,) = times("كان آنذاك طفلا", published=DAY)
    assert (found.value, found.basis) == (None, "anaphoric")


@pytest.mark.parametrize(
    ("text", "basis"),
    [("في 3 مايو 2015", "explicit"), ("في 3 مايو", "relative"), ("أمس", "relative"), ("عام 2015", "explicit")],
)
def test_the_basis_says_what_a_value_rests_on(text: str, basis: str) -> None:
    (found,) = times(text, published=DAY)
    assert found.basis == basis
    assert found.made_by == "times@1"
    assert found.rule


def test_the_weekday_beside_yesterday_wins_where_publication_is_a_day_late() -> None:
    assert values("وصل أمس الثلاثاء") == [("أمس الثلاثاء", "2020-12-22")]


def test_a_leap_day_is_of_the_last_leap_year() -> None:
    assert values("ولد في 29 فبراير") == [("29 فبراير", "2020-02-29")]
    assert values("ولد في 29 فبراير", "2023-05-01") == [("29 فبراير", "2020-02-29")]


def test_an_impossible_day_has_no_value() -> None:
    assert all(value is None or not value.startswith("2015-02") for _, value in values("في 31 فبراير 2015"))


_MARKS = "\u064e\u064f\u0650\u0651\u0652\u064b"
_CONTROLS = "\u200f\u200e\u202b\u202c\u2067\u2069\ufeff"


def _marked(text: str, seed: int) -> str:
    chance = random.Random(seed)
    out = []
    for letter, after in zip(text, text[1:] + " ", strict=True):
        out.append(letter)
        if "ء" <= letter <= "ي" and "ء" <= after <= "ي":
            out.append(chance.choice(["", "", chance.choice(_MARKS), "ـ", chance.choice(_CONTROLS)]))
    return "".join(out)


@settings(max_examples=60, deadline=None)
@given(row=st.sampled_from(ROWS), seed=st.integers(0, 10_000))
def test_marks_tatweel_and_bidi_marks_change_no_value(row: Row, seed: int) -> None:
    plain = times(row.sentence, published=row.published)
    marked = times(_marked(row.sentence, seed), published=row.published)
    assert [(one.value, one.earliest, one.latest, one.rule) for one in marked] == [
        (one.value, one.earliest, one.latest, one.rule) for one in plain
    ]


_WORDS = "أمس الأحد 2015 3 من إلى مايو /آذار و، ( ) بين عام العام الماضي نهاية شهر القرن 12/5 هـ اليوم ال يوم 1436"
_PIECES = _WORDS.split()


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.sampled_from(_PIECES), max_size=14), st.sampled_from(["2020-12-24", "0001-01-01", "9999-12-31", None])
)
def test_any_row_of_such_words_gives_spans_in_order(words: list[str], published: str | None) -> None:
    text = " ".join(words)
    found = times(text, published=published)
    assert found == times(text, published=published)
    assert all(one.start < one.end for one in found)
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert all(text[one.start : one.end] == one.text for one in found)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_read(text: str) -> None:
    assert all(text[one.start : one.end] == one.text for one in times(text, published=DAY))


_LONG = 1_000_000
_HOSTILE = {
    "digits": "1" * _LONG,
    "spaced digits": "12 " * (_LONG // 3),
    "dates": "12/5/2015 " * (_LONG // 10),
    "strokes": "1/1" * (_LONG // 3),
    "months": "مايو " * (_LONG // 5),
    "months in pairs": "مايو/" * (_LONG // 5),
    "and": "و" * _LONG,
    "weekdays": "الأحد والاثنين و" * (_LONG // 16),
    "today": "اليوم " * (_LONG // 6),
    "then": "آنذاك " * (_LONG // 6),
    "years": "2011-" * (_LONG // 5),
    "one word": "ا" * _LONG,
    "brackets": "(" * _LONG,
    "marks": "\u064e" * _LONG,
    "spaces": " " * _LONG,
}


@pytest.mark.slow
@pytest.mark.parametrize("text", _HOSTILE.values(), ids=_HOSTILE)
def test_a_megabyte_of_anything_is_read_in_bounded_time(text: str) -> None:
    start = time.process_time()
    times(text, published=DAY)
    assert time.process_time() - start < 20


@pytest.mark.parametrize("text", [hostile[:20_000] for hostile in _HOSTILE.values()], ids=_HOSTILE)
def test_time_grows_with_length_only(text: str) -> None:
    start = time.process_time()
    times(text, published=DAY)
    assert time.process_time() - start < 1
