"""Names of persons and places as bylines hold them."""

import pytest

from marsad.extract.names import (
    bare_name,
    is_name,
    is_place,
    is_surely_name,
    jobs,
    places,
    several,
    trim,
    without_place,
)


@pytest.mark.parametrize("text", ["القاهرة", "من القاهرة", "في دمشق", "دمشق، سوريا", "بيروت - ", "القاهره"])
def test_a_place_of_a_dateline_is_known_with_or_without_its_preposition(text: str) -> None:
    assert is_place(text)


@pytest.mark.parametrize("text", ["", "   ", "،", "سامي عادل", "القاهرة سامي", "من", "/"])
def test_what_names_no_place_or_more_than_places_is_none(text: str) -> None:
    assert not is_place(text)


def test_two_places_joined_by_waw_are_places() -> None:
    assert is_place("القاهرة وبيروت")


def test_places_are_kept_folded() -> None:
    assert "القاهره" in places()
    assert "القاهرة" not in places()


@pytest.mark.parametrize("text", ["هدى سالم", "د. هدى سالم", "عبد الله علي", "أبو بكر صالح", "عبدالرحمن منصور"])
def test_a_known_first_name_makes_a_name_sure(text: str) -> None:
    assert is_surely_name(text)


@pytest.mark.parametrize("text", ["هدى", "الجسر القديم", "محمد علي يفتتح الجسر الجديد اليوم", "محمد 2015", ""])
def test_one_word_a_thing_a_sentence_or_a_number_is_no_sure_name(text: str) -> None:
    assert not is_surely_name(text)


@pytest.mark.parametrize("text", ["سامي عادل", "فريق التحرير", "فريق عمل قسم الأخبار المحلية", "Sami Adel"])
def test_persons_and_teams_may_be_names(text: str) -> None:
    assert is_name(text)


@pytest.mark.parametrize(
    "text", ["", "-", "اب", "admin", "سامي@موقع", "www.site.com", "سامي عادل؟", "خبر 24", "«سامي»", "ا" * 3 + " ا" * 6]
)
def test_addresses_machines_questions_and_long_runs_are_no_names(text: str) -> None:
    assert not is_name(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("أحمد علي ومنى سعد، سامي عادل", ["أحمد علي", "منى سعد", "سامي عادل"]),
        ("أحمد علي و منى سعد", ["أحمد علي", "منى سعد"]),
        ("سامي عادل & هدى سالم", ["سامي عادل", "هدى سالم"]),
        ("طارق وليد حسن", ["طارق وليد حسن"]),
        ("قسم الأخبار والتحرير", ["قسم الأخبار والتحرير"]),
    ],
)
def test_several_names_are_parted_and_compounds_stay(text: str, names: list[str]) -> None:
    assert several(text) == names


@pytest.mark.parametrize("text", ["", "،،،", " ، ؛ "])
def test_signs_alone_hold_no_names(text: str) -> None:
    assert several(text) == []


def test_a_name_that_begins_with_waw_after_a_first_name_stays_whole() -> None:
    assert several("أحمد وسام الدين خليل") == ["أحمد وسام الدين خليل"]


@pytest.mark.parametrize("name", ["محمد عادل وهدان السيد", "سعد علي وادي حسن", "كريم سعيد وطفة خليل"])
def test_a_family_name_that_begins_with_waw_stays_whole(name: str) -> None:
    assert several(name) == [name]


def test_the_place_behind_a_name_goes() -> None:
    assert without_place("سامي عادل من القاهرة") == "سامي عادل"


def test_a_name_that_is_also_a_place_stays() -> None:
    assert without_place("هدى القاهرة") == "هدى القاهرة"


def test_the_place_before_a_name_goes() -> None:
    assert without_place("القاهرة سامي عادل") == "سامي عادل"


def test_signs_around_a_value_go() -> None:
    assert trim(" - سامي عادل / ") == "سامي عادل"


def test_only_the_last_full_stop_of_a_value_goes() -> None:
    assert trim("د. سامي عادل.") == "د. سامي عادل"


def test_brackets_around_a_name_go() -> None:
    assert bare_name("(أ ف ب)") == "أ ف ب"


def test_jobs_beside_names_are_kept_folded() -> None:
    assert {"مراسل", "كاتبه"} <= jobs()
