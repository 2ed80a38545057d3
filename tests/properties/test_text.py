"""What holds for any text and any bytes: folding and cleaning settle, views lead back, decoding never fails."""

from functools import reduce
from operator import or_

from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.records import Span
from marsad.text.charsets import canonical
from marsad.text.clean import clean
from marsad.text.digits import to_ascii
from marsad.text.encodings import decode, repair, unescape_twice
from marsad.text.fold import CUES, KEY, NAMES, SEARCH, Fold, fold_key, view
from marsad.text.languages import arabic_share, identify

# Arabic letters, marks, forms, digits, controls, spaces and some of everything else: what pages hold at worst.
CHARS = st.one_of(
    st.sampled_from('ابتةهىيأإآٱؤئءلموقرسدـَُِّْٰٓٔ یکھہۃگپ ٠١٢۳۴09.،؛«»()"-'),
    st.sampled_from(
        "\u200b\u200c\u200d\u200e\u200f\u202a\u202e\u2066\u061c\ufeff\u00ad\x00\x07\r\n\t \u00a0\u2028\u3000"
    ),
    st.sampled_from("ﷲﷺ﷼ﻻﻵﺓﻯﹰﹱﹼﱞﳲﭘﯼ"),
    st.sampled_from("AZaéİßСǅΣ😀\ud800\ufffd&#;"),
    st.characters(),
)
TEXTS = st.text(CHARS, max_size=40)
FOLDS = st.one_of(
    st.sampled_from([KEY, SEARCH, NAMES, CUES]),
    st.lists(st.sampled_from(list(Fold))).map(lambda chosen: reduce(or_, chosen, Fold(0))),
)
LANGUAGES = st.sampled_from(["ar", "fa", "en", "und"])


@given(TEXTS, LANGUAGES)
@settings(max_examples=400)
def test_cleaning_a_clean_text_changes_nothing(text: str, language: str) -> None:
    once = clean(text, language)
    assert clean(once, language) == once


@given(TEXTS)
def test_a_clean_text_can_be_written_as_utf8_and_holds_no_controls(text: str) -> None:
    once = clean(text)
    assert once.encode().decode() == once
    assert not set(once) & set("\u200b\u200c\u200f\u202a\u2066\u061c\ufeff\u00ad\x00\r\t\u00a0")
    assert "  " not in once


@given(TEXTS)
@settings(max_examples=400)
def test_a_key_is_its_own_key_and_the_text_of_its_view(text: str) -> None:
    key = fold_key(text)
    assert fold_key(key) == key
    assert view(text, KEY).text == key


@given(TEXTS, FOLDS)
def test_folding_is_idempotent(text: str, folds: Fold) -> None:
    once = view(text, folds).text
    assert view(once, folds).text == once


@given(TEXTS, FOLDS, st.integers(-2, 45), st.integers(-2, 45))
def test_spans_come_back_inside_the_text_and_cover_what_they_stand_for(
    text: str, folds: Fold, start: int, end: int
) -> None:
    folded = view(text, folds)
    back = folded.back(Span(start, end))
    assert 0 <= back.start <= back.end <= len(text)
    inside = folded.offsets[max(start, 0) : max(end, 0)]
    assert all(back.start <= place < back.end for place in inside)


@given(TEXTS, FOLDS)
def test_the_original_of_a_view_folds_to_the_same_view(text: str, folds: Fold) -> None:
    folded = view(text, folds)
    back = folded.back(Span(0, len(folded.text)))
    assert view(text[back.start : back.end], folds).text == folded.text


@given(TEXTS)
def test_digits_keep_the_length(text: str) -> None:
    assert len(to_ascii(text)) == len(text)


@given(TEXTS)
def test_every_text_has_a_language_and_a_share(text: str) -> None:
    assert identify(text)
    assert 0.0 <= arabic_share(text) <= 1.0


@given(st.binary(max_size=300), st.none() | st.text(max_size=20), st.booleans())
def test_any_bytes_are_decoded(data: bytes, declared: str | None, markup: bool) -> None:
    decoded = decode(data, declared=declared, markup=markup)
    assert canonical(decoded.encoding) or decoded.encoding.startswith("utf-32")
    assert all(warning.startswith("encoding: ") and "\n" not in warning for warning in decoded.warnings)


@given(TEXTS.map(lambda text: text.encode("utf-8", "ignore").decode()), st.sampled_from(["utf-16", "utf-8-sig"]))
def test_a_mark_at_the_front_decides(text: str, codec: str) -> None:
    assert decode(text.encode(codec)).text == text


@given(TEXTS)
def test_repair_settles(text: str) -> None:
    once, _ = repair(text)
    assert repair(once) == (once, None)


@given(TEXTS)
def test_a_text_without_ampersand_is_left_alone(text: str) -> None:
    plain = text.replace("&", "")
    assert unescape_twice(plain) == plain
