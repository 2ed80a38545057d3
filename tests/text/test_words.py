from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.text.words import words

NEWS = "وقالت الوزيرة: «لن نقبل»، و60 نائبا بـ20 صوتا (U.S. وO'Neill) في 8/2/2015 بنسبة 3.5% على marsad.news.وأضافت"


def texts(text: str) -> list[str]:
    return [word.text for word in words(text)]


@given(st.text(alphabet="ابتوقل ـًّ.،\"»٣4a'-\u200f\n𝔘", max_size=60))
def test_words_and_the_space_between_them_are_the_whole_text(text: str) -> None:
    found = words(text)
    assert all(text[word.start : word.end] == word.text for word in found)
    assert "".join(word.text for word in found) == "".join(text.split())
    assert all(one.end <= two.start for one, two in pairwise(found))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("و60 وزيرا", ["و", "60", "وزيرا"]),
        ("بـ20", ["بـ", "20"]),
        ("ل15٪", ["ل", "15", "٪"]),
        ("١٢٬٥٠٠ و3,5", ["١٢٬٥٠٠", "و", "3,5"]),
        ("القمة.وقال", ["القمة", ".", "وقال"]),
        ('العالمي".', ["العالمي", '"', "."]),
        ("الرئيس:«", ["الرئيس", ":", "«"]),
        ("صرّحَ كـتّاب", ["صرّحَ", "كـتّاب"]),
        ("F-16 وU.S. وO'Neill", ["F-16", "و", "U.S", ".", "و", "O'Neill"]),
        ("8/2/2015", ["8/2/2015"]),
        ("", []),
        (" \n\t ", []),
    ],
)
def test_words_of_news(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def test_a_word_says_its_kind() -> None:
    assert [word.kind for word in words("قال Reuters 20 .")] == ["arabic", "other", "number", "sign"]


def test_a_part_of_a_text_keeps_the_offsets_of_the_whole() -> None:
    part = words(NEWS, 6, 20)
    assert [NEWS[word.start : word.end] for word in part] == [word.text for word in part]
    assert part[0].start >= 6
    assert part[-1].end <= 20


def test_marks_and_bidi_controls_stay_on_their_word() -> None:
    assert texts("ر\u200fوسيا مُسْتَعِدَّةٌ") == ["ر\u200fوسيا", "مُسْتَعِدَّةٌ"]
