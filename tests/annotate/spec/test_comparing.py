"""The comparison that the specification rests on: what counts as the same, and what does not."""

import pytest
from tests.annotate.spec import comparing


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("أن الوضع هادئ", "الوضع هادئ"),
        ("إنه سيعود", "سيعود"),
        ("تعديله", "إلى تعديله"),
        ("الإفراج عنه", "بالإفراج عنه"),
        ("نحن هنا … ولن نرحل", "نحن هنا، ولن نرحل"),
        ("«نحن هنا»", "نحن هنا."),
    ],
)
def test_the_same_words(wanted: str, found: str) -> None:
    assert comparing.same_words(wanted, found)


@pytest.mark.parametrize(
    ("wanted", "found"), [("أن الوضع هادئ", "الوضع هادئ جدا"), ("الوضع هادئ", "هادئ"), ("الوضع هادئ", "الوضع خطير")]
)
def test_other_words(wanted: str, found: str) -> None:
    assert not comparing.same_words(wanted, found)


def test_a_name_may_lack_its_title_but_not_most_of_itself() -> None:
    assert comparing.same_name("وزير الصحة", "وزير الصحة أحمد")
    assert comparing.same_name("لافروف|سيرغي لافروف", "لافروف")
    assert not comparing.same_name("وزير الصحة والسكان المصري", "وزير")
    assert not comparing.same_name("وزير الصحة", "وزير النقل")


def test_nothing_is_wanted_with_an_empty_word_or_list() -> None:
    assert comparing.agrees("channel", "", None)
    assert not comparing.agrees("channel", "", "في بيان")
    assert comparing.agrees("actors", [], [])
    assert not comparing.agrees("actors", [], [{"مصر"}])


def test_parties_are_a_set_and_each_goes_by_several_names() -> None:
    assert comparing.agrees("actors", ["قطر", "مصر"], [{"القاهرة", "مصر"}, {"قطر"}])
    assert not comparing.agrees("actors", ["قطر", "مصر"], [{"مصر وقطر"}])


def test_a_trigger_is_one_of_its_words() -> None:
    assert comparing.agrees("trigger", "شن|غارات", ["بغارات"])
    assert comparing.agrees("trigger", "سيزور", ["يزور"])
    assert not comparing.agrees("trigger", "قصف", ["اعتقل"])


def test_whatever_is_not_listed_is_told() -> None:
    item: comparing.Wanted = {"cue": "قال", "text": "الوضع هادئ"}
    assert comparing.difference([item], [item], []) is None
    assert "found" in (comparing.difference([], [item], []) or "")
    assert "wanted" in (comparing.difference([item], [], []) or "")
    assert comparing.difference([item | {"optional": True}], [], []) is None
