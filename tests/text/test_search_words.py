"""The words of search: whole, with their places, the same however they are cut, and every form that they may have."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.text.search_forms import candidates
from marsad.text.search_words import parted, pieces, term, terms, tokens, written

ODD = st.text(alphabet="اأإآىيةهـبولكَُّ \u200f\u00a0\n\t«»،.-:/0٣۳a-Z'’\x01\x02\ufefe\ufffd", max_size=60)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("قالَ: «السّـــلام»", ["قال", "السلام"]),
        ("أحمد احمد", ["أحمد", "احمد"]),
        ("و60 بـ٢٠", ["و", "60", "ب", "20"]),
        ("F-16 U.S.", ["f-16", "u.s"]),
        ("ﻻ ﷲ", ["لا", "الله"]),
        ("", []),
        ("، . !", []),
    ],
)
def test_words_are_kept_as_they_are_written(text: str, found: list[str]) -> None:
    assert [parted(token.term)[1] for token in tokens(text)] == found


def test_spellings_share_a_folded_form() -> None:
    assert {parted(term(word))[0] for word in ("أحمد", "احمد", "إحمد", "أَحْمَد")} == {"احمد"}
    assert {parted(term(word))[0] for word in ("مدينة", "مدينه")} == {"مدينه"}
    assert written("أَحْمَد") == "أحمد"
    assert term("ّ") == ""
    assert len(written("م" * 5000)) < 100


@given(ODD)
def test_places_are_true_and_pieces_agree_with_the_whole(text: str) -> None:
    found = tokens(text)
    assert all(term(text[token.start : token.end]) == token.term for token in found)
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert " ".join(token.term for token in found) == terms(text)
    assert [token.term for _, row in pieces(text) for token in row] == [token.term for token in found]
    assert not any(char.isspace() for token in found for char in token.term)


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("روسيا", {"روسيا", "وروسيا", "بروسيا", "لروسيا", "ولروسيا", "فروسيا"}),
        ("الأردن", {"الاردن", "والاردن", "للاردن", "وللاردن", "بالاردن"}),
        ("اللاذقية", {"للاذقيه", "وباللاذقيه"}),
        ("حكومة", {"حكومتها", "لحكومته", "الحكومه", "للحكومه"}),
        ("وزراء", {"وزرائه", "وزراؤه", "وزراءه"}),
        ("مبنى", {"مبناها"}),
        ("وجه", {"وجهه", "وجهها"}),
        ("يقول", {"سيقول", "وسيقول"}),
        ("مسؤول", {"مسئول", "المسئول"}),
        ("لبنان", {"للبنان", "ولبنان"}),
    ],
)
def test_a_word_has_the_forms_that_are_written(word: str, forms: set[str]) -> None:
    assert forms <= {candidate.form for candidate in candidates(word)}


@pytest.mark.parametrize(
    ("word", "other"), [("الأسد", "اسد"), ("روسيا", "روسيه"), ("يد", "يدها"), ("الوزير", "الوزيرها")]
)
def test_a_word_has_no_form_that_is_not_its_own(word: str, other: str) -> None:
    assert other not in {candidate.form for candidate in candidates(word)}


@given(ODD)
def test_any_word_has_itself_first_and_no_form_twice(text: str) -> None:
    for token in tokens(text):
        found = [candidate.form for candidate in candidates(parted(token.term)[1])]
        assert found[0] == parted(token.term)[0]
        assert len(found) == len(set(found)) < 400
