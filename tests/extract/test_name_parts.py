"""How usual a word is in names."""

import pytest

from marsad.extract.name_parts import is_given, is_part
from marsad.extract.names import is_initials, is_surely_name, may_be_name


@pytest.mark.parametrize("word", ["محمد", "جوزفين", "عهود"])
def test_a_usual_given_name_is_one(word: str) -> None:
    assert is_given(word)


@pytest.mark.parametrize("word", ["بلديه", "انتخابات", "", "12", "محمد احمد"])
def test_words_numbers_and_rows_of_words_are_none(word: str) -> None:
    assert not is_given(word)
    assert not is_part(word)


@pytest.mark.parametrize("text", ["جوزفين معلوف", "قسّام أبو لبدة", "سلطان آل مهري", "أواب ود الريح"])
def test_a_usual_first_name_or_a_particle_makes_a_name_sure(text: str) -> None:
    assert is_surely_name(text)


@pytest.mark.parametrize("text", ["مطار ابن بطوطة", "اتحاد بن قردان", "عهود في الريح", "ق.ث"])
def test_what_is_named_after_people_is_nobody(text: str) -> None:
    assert not is_surely_name(text)
    assert not may_be_name(text)


@pytest.mark.parametrize("text", ["ـ" * 200, "ا ـ" * 60, "ا." * 100 + "!", "ا/ " * 80])
def test_a_long_run_of_signs_costs_nothing(text: str) -> None:
    assert not is_initials(text)
