"""Numbers in digits and in words."""

import time
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.text.numbers import find

CARDINALS = [
    ("قتل 25 شخصا", "25", 25),
    ("قتل ٢٥ شخصا", "٢٥", 25),
    ("بلغ العدد 1,250,000 نسمة", "1,250,000", 1_250_000),
    ("بلغ العدد 1٬250 نسمة", "1٬250", 1_250),
    ("بلغ العدد 1 500 000 نسمة", "1 500 000", 1_500_000),
    ("ارتفعت 3.5 نقطة", "3.5", Fraction(7, 2)),
    ("ارتفعت ٣٫٥ نقطة", "٣٫٥", Fraction(7, 2)),
    ("ارتفعت 10,8% تقريبا", "10,8", Fraction(54, 5)),
    ("خصص 3,5 ملايين", "3,5 ملايين", 3_500_000),
    ("خصص 20 ألفا", "20 ألفا", 20_000),
    ("خصص 5 آلاف و300 ريال", "5 آلاف و300", 5_300),
    ("خصص 2.5 مليار", "2.5 مليار", 2_500_000_000),
    ("خصص 3 تريليونات", "3 تريليونات", 3_000_000_000_000),
    ("حضر ثلاثة وزراء", "ثلاثة", 3),
    ("حضر ثلاث نساء", "ثلاث", 3),
    ("حضر ثماني نساء", "ثماني", 8),
    ("حضر عشرة وزراء", "عشرة", 10),
    ("حضر أحد عشر وزيرا", "أحد عشر", 11),
    ("حضرت إحدى عشرة امرأة", "إحدى عشرة", 11),
    ("حضر اثنا عشر وزيرا", "اثنا عشر", 12),
    ("التقى اثنتي عشرة امرأة", "اثنتي عشرة", 12),
    ("حضر خمسة عشر وزيرا", "خمسة عشر", 15),
    ("حضرت ثماني عشرة امرأة", "ثماني عشرة", 18),
    ("حضر عشرون وزيرا", "عشرون", 20),
    ("التقى عشرين وزيرا", "عشرين", 20),
    ("حضر واحد وعشرون وزيرا", "واحد وعشرون", 21),
    ("حضر اثنان وعشرون وزيرا", "اثنان وعشرون", 22),
    ("حضرت إحدى وثلاثون امرأة", "إحدى وثلاثون", 31),
    ("التقى خمسة وعشرين وزيرا", "خمسة وعشرين", 25),
    ("حضر ثمانية وثمانون وزيرا", "ثمانية وثمانون", 88),
    ("حضر مئة وزير", "مئة", 100),
    ("حضر مائة وزير", "مائة", 100),
    ("حضر مئتا وزير", "مئتا", 200),
    ("التقى مئتين من الوزراء", "مئتين", 200),
    ("التقى مائتي وزير", "مائتي", 200),
    ("حضر ثلاثمئة وزير", "ثلاثمئة", 300),
    ("حضر ثلاثمائة وزير", "ثلاثمائة", 300),
    ("حضر ثلاث مئة وزير", "ثلاث مئة", 300),
    ("حضر مئة وخمسة وعشرون وزيرا", "مئة وخمسة وعشرون", 125),
    ("حضر تسعمئة وتسعة وتسعون وزيرا", "تسعمئة وتسعة وتسعون", 999),
    ("حضر ألف وزير", "ألف", 1_000),
    ("حضر ألفا شخص", "ألفا", 2_000),
    ("حضر ألفا شخص وخمسمئة", "ألفا", 2_000),
    ("التقى ألفي شخص", "ألفي", 2_000),
    ("حضر ثلاثة آلاف شخص", "ثلاثة آلاف", 3_000),
    ("حضر خمسة وعشرون ألف شخص", "خمسة وعشرون ألف", 25_000),
    ("حضر خمسة وعشرون ألفا", "خمسة وعشرون ألفا", 25_000),
    ("حضر مئة ألف شخص", "مئة ألف", 100_000),
    ("حضر ثلاثمئة وخمسة آلاف", "ثلاثمئة وخمسة آلاف", 305_000),
    ("في ألف وتسعمئة وثمانية وأربعين", "ألف وتسعمئة وثمانية وأربعين", 1_948),
    ("في ألفين وخمسة عشر", "ألفين وخمسة عشر", 2_015),
    ("خصص مليون ريال", "مليون", 1_000_000),
    ("خصص مليوني ريال", "مليوني", 2_000_000),
    ("خصص مليونا ريال", "مليونا", 2_000_000),
    ("خصص مليارين من الريالات", "مليارين", 2_000_000_000),
    ("خصص مئتين وخمسين مليون ريال", "مئتين وخمسين مليون", 250_000_000),
    ("خصص ثلاثة ملايين ومئتي ألف وخمسة عشر ريالا", "ثلاثة ملايين ومئتي ألف وخمسة عشر", 3_200_015),
    ("خصص مليونين ونصف", "مليونين ونصف", 2_500_000),
    ("خصص مليارا وربع المليار", "مليارا وربع", 2_250_000_000),
    ("خصص نصف مليون ريال", "نصف مليون", 500_000),
    ("خصص ربع مليار ريال", "ربع مليار", 250_000_000),
    ("خصص ثلاثة ونصف", "ثلاثة ونصف", Fraction(7, 2)),
    ("وافق ثلثا الأعضاء", "ثلثا", Fraction(2, 3)),
    ("وافق ثلاثة أرباع الأعضاء", "ثلاثة أرباع", Fraction(3, 4)),
    ("حضرت الدول الخمس", "الخمس", 5),
    ("حضرت الدول العشرون", "العشرون", 20),
    ("حضر وخمسون آخرون", "خمسون", 50),
    ("فاز بثلاثة أهداف", "ثلاثة", 3),
    ("فاز بـ20 نقطة", "20", 20),
    ("أصيب و60 آخرون", "60", 60),
    ("لخمسين سنة", "خمسين", 50),
]  # fmt: skip
ORDINALS = [
    ("الفصل الأول", "الأول", 1),
    ("المادة الثانية", "الثانية", 2),
    ("الفصل الثالث", "الثالث", 3),
    ("الفصل العاشر", "العاشر", 10),
    ("الفصل الحادي عشر", "الحادي عشر", 11),
    ("المادة الحادية عشرة", "الحادية عشرة", 11),
    ("القرن التاسع عشر", "التاسع عشر", 19),
    ("القرن الحادي والعشرين", "الحادي والعشرين", 21),
    ("الذكرى الخامسة والعشرون", "الخامسة والعشرون", 25),
    ("للمرة الثالثة", "الثالثة", 3),
]  # fmt: skip
VAGUE = [
    ("عشرات القتلى", "عشرات", 20, None),
    ("مئات القتلى", "مئات", 200, None),
    ("آلاف المتظاهرين", "آلاف", 2_000, None),
    ("عشرات الآلاف من المتظاهرين", "عشرات الآلاف", 20_000, None),
    ("مئات آلاف المتظاهرين", "مئات آلاف", 200_000, None),
    ("ملايين الناس", "ملايين", 2_000_000, None),
    ("بضعة أشخاص", "بضعة", 3, 9),
    ("بضع عشرة امرأة", "بضع عشرة", 13, 19),
    ("بضعة آلاف", "بضعة آلاف", 3_000, 9_000),
]  # fmt: skip
NONE = [
    "أحد المسؤولين", "إحدى المدن", "يوم الاثنين", "الاثنين والثلاثاء", "ألّف كتابا", "في 12/5/2015", "عند 10:30",
    "طائرة F16",
    "جائحة كوفيد-19", "وجدوا ميتين", "نصف ساعة", "ربع النهائي", "الحادي بالعيس", "2.1.3 إصدار", "",
]  # fmt: skip


@pytest.mark.parametrize(("text", "number", "value"), CARDINALS, ids=str)
def test_a_number_is_read_exactly(text: str, number: str, value: int | Fraction) -> None:
    found = find(text)[0]
    assert (found.text, found.kind) == (number, "cardinal")
    assert found.minimum == found.maximum == value
    assert text[found.start : found.end] == number


@pytest.mark.parametrize(("text", "number", "value"), ORDINALS, ids=str)
def test_an_ordinal_is_read(text: str, number: str, value: int) -> None:
    (found,) = find(text)
    assert (found.text, found.kind) == (number, "ordinal")
    assert found.minimum == found.maximum == value


@pytest.mark.parametrize(("text", "number", "least", "most"), VAGUE, ids=str)
def test_a_vague_count_has_bounds(text: str, number: str, least: int, most: int | None) -> None:
    (found,) = find(text)
    assert (found.text, found.kind) == (number, "vague")
    assert (found.minimum, found.maximum) == (Fraction(least), most)


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_number_gives_none(text: str) -> None:
    assert find(text) == ()


def test_two_numbers_of_one_size_are_two() -> None:
    assert [found.minimum for found in find("خمسة وستة وألف وألفين")] == [5, 6, 1_000, 2_000]


def test_numbers_of_two_sentences_do_not_join() -> None:
    assert [found.minimum for found in find("حضر مئة. وخمسون غابوا")] == [100, 50]


def test_a_mark_for_the_accusative_makes_one_thousand() -> None:
    assert find("دفع ألفًا فقط")[0].minimum == 1_000


def test_marks_and_tatweel_change_no_value() -> None:
    (found,) = find("خـمـسَةٌ وَعِشـرُونَ")
    assert found.minimum == 25


_PIECES = [
    "ثلاثة",
    "وعشرون",
    "ألف",
    "مئة",
    "ومئة",
    "و",
    "25",
    "1,000",
    "مليون",
    "ونصف",
    "نصف",
    "عشرات",
    "بضع",
    "عشر",
    "الأول",
    ".",
]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=12))
def test_any_row_of_number_words_gives_spans_in_order(words: list[str]) -> None:
    text = " ".join(words)
    last = 0
    for found in find(text):
        assert last <= found.start < found.end
        assert text[found.start : found.end] == found.text
        assert found.maximum is None or found.minimum <= found.maximum
        last = found.end


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_read(text: str) -> None:
    assert all(text[found.start : found.end] == found.text for found in find(text))


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1,000",
        "1 000 ",
        "مئة و",
        "ألف ",
        "عشرات آلاف ",
        "آلاف ",
        "خمسة عشر ",
        "1/",
        "a1-",
        "و",
        "\u064e",
        "مليون ونصف ",
    ],
)
def test_time_grows_with_length_only(piece: str) -> None:
    start = time.process_time()
    find(piece * (200_000 // len(piece)))
    assert time.process_time() - start < 5
