import pytest

from marsad.text.clitics import readings


def forms(word: str) -> list[str]:
    return [reading.form for reading in readings(word)]


@pytest.mark.parametrize("word", ["وليد", "بغداد", "كيري", "لافروف", "والت", "فرنسا", "في", "و", ""])
def test_the_whole_word_comes_first(word: str) -> None:
    assert forms(word)[0] == word


@pytest.mark.parametrize(
    ("word", "form", "skip", "clitics"),
    [
        ("وقال", "قال", 1, "و"),
        ("وبالاتفاق", "الاتفاق", 2, "وب"),
        ("للاردن", "الاردن", 0, "ل"),
        ("وللاردن", "الاردن", 1, "ول"),
        ("للاذقيه", "اللاذقيه", 0, "ل"),
        ("فللرئيس", "الرئيس", 1, "فل"),
        ("كموسكو", "موسكو", 1, "ك"),
    ],
)
def test_a_clitic_is_cut(word: str, form: str, skip: int, clitics: str) -> None:
    assert (skip, form, clitics) in [tuple(reading) for reading in readings(word)]


def test_a_word_keeps_two_letters() -> None:
    assert all(len(form) >= 2 for word in ("ول", "وب", "بلد", "لله", "وكل") for form in forms(word))
