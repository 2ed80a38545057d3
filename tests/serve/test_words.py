"""The words of the pages: both languages, all used, Arabic nouns in six forms."""

import re
from importlib.resources import files
from typing import get_args

import pytest

from marsad.kinds import DropReason
from marsad.serve import dates
from marsad.serve.speech import of_language, of_text
from marsad.serve.words import counted, plural, table, term
from marsad.text.search_forms import Why


def test_every_sentence_is_said_in_both_languages() -> None:
    for one in table()["say"].values():
        assert set(one) == {"ar", "en"}
        assert re.findall(r"{\w+}", one["ar"]) == re.findall(r"{\w+}", one["en"]) or sorted(
            re.findall(r"{\w+}", one["ar"])
        ) == sorted(re.findall(r"{\w+}", one["en"]))


def test_every_sentence_is_used() -> None:
    folder = files("marsad.serve")
    code = "".join(part.read_text("utf-8") for part in folder.iterdir() if part.name.endswith(".py"))
    code += "".join(part.read_text("utf-8") for part in folder.joinpath("templates").iterdir())
    prefixes = ("sort-", "facet-", "filter-", "group-", "error-", "hint-", "origin-", "chip-")
    unused = [key for key in table()["say"] if f'"{key}"' not in code and not key.startswith(prefixes)]
    assert [key for key in unused if key not in {"today", "quotes", "events", "search"}] == []


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "لا مقالات"),
        (1, "مقال واحد"),
        (2, "مقالان"),
        (3, "3 مقالات"),
        (10, "10 مقالات"),
        (11, "11 مقالا"),
        (99, "99 مقالا"),
        (100, "100 مقال"),
        (102, "102 مقال"),
        (103, "103 مقالات"),
        (1111, "1,111 مقالا"),
    ],
)
def test_an_arabic_noun_agrees_with_its_number(number: int, said: str) -> None:
    assert counted(number, "article", "ar") == said


def test_every_noun_has_six_forms() -> None:
    numbers = {"zero": 0, "one": 1, "two": 2, "few": 3, "many": 11, "other": 100}
    for noun, forms in table()["counted"].items():
        assert set(forms["ar"]) == set(numbers), noun
        assert set(forms["en"]) == {"one", "other"}
    assert {form: plural(number, "ar") for form, number in numbers.items()} == {form: form for form in numbers}
    assert [counted(number, "quote", "en") for number in (0, 1, 2)] == ["0 quotes", "1 quote", "2 quotes"]


def test_closed_lists_have_words() -> None:
    assert set(table()["drop"]) == set(get_args(DropReason))
    assert set(get_args(Why)) <= set(table()["why"])
    assert term("event_type", "CONSULT", "ar") == "لقاء أو محادثات"
    assert term("drop", "nothing-like-it", "ar") == "nothing-like-it"


@pytest.mark.parametrize(
    ("value", "arabic", "english"),
    [
        ("2015-02-08", "8 شباط/فبراير 2015", "8 February 2015"),
        ("2015-02-08T09:23", "8 شباط/فبراير 2015", "8 February 2015"),
        ("2015-12", "كانون الأول/ديسمبر 2015", "December 2015"),
        ("2015", "2015", "2015"),
        ("2015-W07", "2015-W07", "2015-W07"),
        ("2015-13", "2015-13", "2015-13"),
        ("soon", "soon", "soon"),
    ],
)
def test_a_date_is_as_exact_as_it_is(value: str, arabic: str, english: str) -> None:
    assert (dates.written(value, "ar"), dates.written(value, "en")) == (arabic, english)


def test_content_has_its_own_direction() -> None:
    assert of_language("ar") == ("ar", "rtl")
    assert of_language("en").dir == of_language("fr").dir == "ltr"
    assert [of_text(text).dir for text in ("«روسيا", "(Reuters)", "12%", "", "עיתון")] == [
        "rtl",
        "ltr",
        "auto",
        "auto",
        "rtl",
    ]
