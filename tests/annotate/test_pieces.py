"""Words as pieces: the likeliest cut, and nothing that a reader does not see changes it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.annotate.engines.pieces import SPECIAL, UNKNOWN, Pieces, plain

TABLE = "".join(
    f"{piece}\t{score}\n"
    for piece, score in [
        *((name, 0.0) for name in SPECIAL),
        ("▁", -4.0),
        ("▁وزير", -8.0),
        ("▁و", -5.0),
        ("وزير", -9.0),
        ("زير", -9.0),
        ("،", -3.0),
        ("▁2015", -7.0),
        *((letter, -12.0) for letter in "ابتزيرول"),
    ]
)


@pytest.fixture
def pieces() -> Pieces:
    return Pieces.read(TABLE)


def names(pieces: Pieces, word: str) -> list[str]:
    return [pieces.names[number] for number in pieces.of(word)]


def test_the_likeliest_cut_wins(pieces: Pieces) -> None:
    assert names(pieces, "وزير") == ["▁وزير"]
    assert names(pieces, "ووزير") == ["▁و", "وزير"]


def test_what_the_table_lacks_falls_into_letters_and_then_into_the_unknown(pieces: Pieces) -> None:
    assert names(pieces, "ابت") == ["▁", "ا", "ب", "ت"]
    assert names(pieces, "ا☃") == ["▁", "ا", "<unk>"]


def test_a_sign_stands_by_itself(pieces: Pieces) -> None:
    assert names(pieces, "،") == ["،"]


@pytest.mark.parametrize("word", ["وَزِيرٌ", "وزيـــر", "\u200fوزير\u200e", "وزیر", "ﻭﺯﻳﺮ"])
def test_marks_stretching_and_invisible_signs_change_nothing(pieces: Pieces, word: str) -> None:
    assert pieces.of(word) == pieces.of("وزير")


@pytest.mark.parametrize("digits", ["٢٠١٥", "۲۰۱۵", "2015", "２０１５"])
def test_digits_of_all_sets_are_one(pieces: Pieces, digits: str) -> None:
    assert names(pieces, digits) == ["▁2015"]


def test_nothing_readable_is_the_unknown_piece(pieces: Pieces) -> None:
    assert pieces.of("ـ") == pieces.of("") == pieces.of("\u064b") == (UNKNOWN,)


def test_a_table_comes_back_from_its_text(pieces: Pieces) -> None:
    assert Pieces.read(pieces.text()).text() == pieces.text()


def test_a_word_without_end_costs_no_more_than_a_long_one(pieces: Pieces) -> None:
    assert 0 < len(pieces.of("ا" * 1_000_000)) <= 64


@given(st.text(max_size=80))
def test_every_word_has_pieces_and_the_same_ones_twice(word: str) -> None:
    pieces = Pieces.read(TABLE)
    assert pieces.of(word) == pieces.of(word) != ()
    assert pieces.of(plain(word)) == pieces.of(word)
