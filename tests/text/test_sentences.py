import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.text.sentences import sentences


def texts(text: str) -> list[str]:
    return [text[span.start : span.end] for span in sentences(text)]


@given(st.text(alphabet='ابو. ؟!…"»\n3aU', max_size=80))
def test_sentences_tile_the_text(text: str) -> None:
    found = sentences(text)
    assert "".join("".join(text[span.start : span.end].split()) for span in found) == "".join(text.split())
    assert all(one.end <= two.start for one, two in pairwise(found))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("انتهى الاجتماع.وقال الوزير إنه ناجح.", ["انتهى الاجتماع.", "وقال الوزير إنه ناجح."]),
        ("قال: «لن نقبل.» ثم غادر.", ["قال: «لن نقبل.»", "ثم غادر."]),
        ('سأل: "هل وقع؟" فأجاب: نعم!', ['سأل: "هل وقع؟"', "فأجاب: نعم!"]),
        ("وصل د. سامي إلى القاعة. وغادر.", ["وصل د. سامي إلى القاعة.", "وغادر."]),
        ("ذكرت أ.ف.ب. أن الحصيلة ارتفعت.", ["ذكرت أ.ف.ب. أن الحصيلة ارتفعت."]),
        ("الوزير...البلاد مستعدة", ["الوزير...البلاد مستعدة"]),
        ("بلغ 3.5 بالمئة.", ["بلغ 3.5 بالمئة."]),
        ("على marsad.news أو غيره.", ["على marsad.news أو غيره."]),
        ("عنوان\n\nفقرة أولى. فقرة", ["عنوان", "فقرة أولى.", "فقرة"]),
        ("خضار وفواكه إلخ. من السوق", ["خضار وفواكه إلخ. من السوق"]),
        ("", []),
    ],
)
def test_sentences_of_news(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def test_a_megabyte_without_a_stop_is_one_sentence() -> None:
    text = "كلمة " * 200_000
    assert len(sentences(text)) == 1


def test_a_megabyte_of_stops_ends() -> None:
    assert len(sentences("." * 1_000_000 + "أ. " * 100_000)) >= 1


def test_a_row_of_stops_is_read_once() -> None:
    begun = time.process_time()
    assert len(sentences("." * 100_000 + "a")) == 1
    assert time.process_time() - begun < 1
