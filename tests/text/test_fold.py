"""Folding makes the same word the same string, and views lead back to what is written."""

import pytest

from marsad.records import Span
from marsad.text.fold import CUES, KEY, NAMES, SEARCH, Fold, fold_key, view


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("مُستعدّة", "مستعدة"),
        ("كـتــاب", "كتاب"),
        ("أكد", "اكد"),
        ("إيران", "ايران"),
        ("آب", "اب"),
        ("ٱلله", "الله"),
        ("مستشفى", "مستشفي"),
        ("حكومة", "حكومه"),
        ("علی الحکومة", "على الحكومة"),
        ("ھذا", "هذا"),
        ("ﻣﺤﻤﺪ", "محمد"),
        ("ﻻ", "لا"),
        ("ﷲ", "الله"),
        ("ﷺ", "صلى الله عليه وسلم"),
        ("٢٠١٥", "2015"),
        ("۲۰۱۵", "2015"),
        ("BBC", "bbc"),
        ("Éric", "éric"),
        ("Путин", "путин"),
        ("اقرأ\u00a0أيضاً :", "اقرأ أيضا :"),
        ("  خبر \t عاجل\n", "خبر عاجل"),
        ("\u200fالمصدر\u200e:", "المصدر:"),
        ("\ufeffعاجل\u00ad", "عاجل"),
        ("مى\u200cخواهم", "ميخواهم"),
        ("أخبار \u200f محلية", "اخبار محليه"),
        ("هٰذا", "هذا"),
        ("ى\u0670", "ي"),
        ("خبر\x00", "خبر"),
    ],
)
def test_two_writings_of_one_thing_have_one_key(one: str, other: str) -> None:
    assert fold_key(one) == fold_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("مسؤول", "مسوول"), ("رئيس", "رييس"), ("سئل", "سيل"), ("گاز", "كاز"), ("پاريس", "باريس"), ("١٢", "21"), ("ء", "")],
)
def test_what_names_need_stays_apart_in_a_key(one: str, other: str) -> None:
    assert fold_key(one) != fold_key(other)


@pytest.mark.parametrize(
    ("text", "key"), [("", ""), (" \n\u200f ", ""), ("ـــــــ ــ", ""), ("abc", "abc"), ("!؟", "!؟")]
)
def test_a_line_of_nothing_has_a_short_key(text: str, key: str) -> None:
    assert fold_key(text) == key


@pytest.mark.parametrize(
    ("fold", "written", "read"),
    [
        (Fold.MARKS, "مُحمَّد أحمد", "محمّد أحمد"),
        (Fold.SHADDA, "صرّحَ", "صرحَ"),
        (Fold.TATWEEL, "كـتاب", "كتاب"),
        (Fold.INVISIBLE, "أ\u200fب", "أب"),
        (Fold.ALEF, "أإآٱ ى ة", "اااا ى ة"),
        (Fold.YEH, "على أحد", "علي أحد"),
        (Fold.TEH, "حكومة أخرى", "حكومه أخرى"),
        (Fold.HAMZA, "مسؤول رئيس سماء", "مسوول رييس سماء"),
        (Fold.PERSIAN, "علی کل ۀ", "علي كل ه"),
        (Fold.FORMS, "ﻻ ﺔ ﻯ", "لا ة ى"),
        (Fold.DIGITS, "٣ ۴ ５", "3 4 5"),
        (Fold.CASE, "BBC عربي", "bbc عربي"),
        (Fold.SPACE, " أ \u00a0\n ب ", "أ ب"),
        (Fold(0), " أُ\u200fـ ٣ ", " أُ\u200fـ ٣ "),
    ],
)
def test_each_fold_does_its_own_and_nothing_else(fold: Fold, written: str, read: str) -> None:
    assert view(written, fold).text == read


def test_folds_follow_each_other_to_the_end() -> None:
    assert view("ﺔ ﻯ ﯼ ۃ", SEARCH).text == "ه ي ي ه"


def test_names_keep_what_would_confuse_them_and_cues_keep_more() -> None:
    assert view("علي على سُئل أحمدة", NAMES).text == "علي على سئل احمده"
    assert view("صَرّح إن أنّ على", CUES).text == "صرّح إن أنّ على"


HARD = "  قال مُحمّد \u200f\u00a0 إنّ ﻻ ﷺ الأمـــر ١٢  BBC\r\nعلی \ufeff القاهرة\u0640 \u200f "


def test_the_key_of_a_line_is_its_view() -> None:
    assert view(HARD, KEY).text == fold_key(HARD)


def test_a_found_word_leads_back_to_what_is_written() -> None:
    text = "زار مُحمَّدٌ الأمـــيرة"
    folded = view(text, SEARCH)
    start = folded.text.index("محمد")
    back = folded.back(Span(start, start + 4))
    assert text[back.start : back.end] == "مُحمَّدٌ"
    start = folded.text.index("الاميره")
    back = folded.back(Span(start, start + 7))
    assert text[back.start : back.end] == "الأمـــيرة"


def test_half_of_a_ligature_is_widened_to_the_whole_character() -> None:
    folded = view("ﻗﺎل ﻻ", KEY)
    assert folded.back(Span(4, 5)) == Span(4, 5)
    assert folded.back(Span(5, 6)) == Span(4, 5)


def test_a_space_leads_back_to_its_whole_run() -> None:
    folded = view("خبر \u00a0\u200f\n عاجل", KEY)
    assert folded.text == "خبر عاجل"
    assert folded.back(Span(3, 4)) == Span(3, 8)


def test_controls_round_a_word_are_no_part_of_it() -> None:
    text = "\u202bدمشق\u202c"
    back = view(text, KEY).back(Span(0, 4))
    assert text[back.start : back.end] == "دمشق"


def test_a_stretched_end_belongs_to_its_word_and_a_dash_of_tatweel_does_not() -> None:
    stretched, dashed = "عاجلــ", "عاجل ــ"
    assert view(stretched, KEY).back(Span(0, 4)) == Span(0, 6)
    assert view(dashed, KEY).back(Span(0, 4)) == Span(0, 4)


def test_an_empty_span_and_one_past_the_end_come_back_inside_the_text() -> None:
    folded = view(" خبر ", KEY)
    assert folded.back(Span(0, 0)) == Span(1, 1)
    assert folded.back(Span(3, 3)) == Span(4, 4)
    assert folded.back(Span(1, 99)) == Span(2, 4)
    assert folded.back(Span(7, 9)) == Span(4, 4)
    assert view("", KEY).back(Span(0, 0)) == Span(0, 0)


def test_offsets_count_code_points_beyond_the_basic_plane_too() -> None:
    text = "😀 أحمد"
    folded = view(text, NAMES)
    start = folded.text.index("احمد")
    assert folded.back(Span(start, start + 4)) == Span(2, 6)
