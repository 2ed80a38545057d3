"""The text of an article: readable characters only, spelling as written."""

import pytest

from marsad.text.clean import clean


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("قال \u200fالوزير\u200e (٣\u061c/٤)", "قال الوزير (٣/٤)"),
        ("\u202bخبر\u202c \u2067خبر\u2069", "خبر خبر"),
        ("\ufeffخبر\ufeff", "خبر"),
        ("الديمو\u00adقراطية", "الديموقراطية"),
        ("كلمة\u200bكلمة", "كلمةكلمة"),
        ("خبر\x00\x07 عاجل\x1b", "خبر عاجل"),
        ("خبر\u00a0\u00a0عاجل\tاليوم\u3000\u2009\u202fالآن", "خبر عاجل اليوم الآن"),
        ("سطر\r\nسطر\rسطر\n\nسطر\u2028سطر", "سطر\nسطر\nسطر\n\nسطر\nسطر"),
        (" خبر ", " خبر "),
        ("نصف\ud83d", "نصف\ufffd"),
        ("", ""),
    ],
)
def test_what_nobody_reads_is_removed_and_line_breaks_stay(raw: str, text: str) -> None:
    assert clean(raw) == text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("الســـلام علـيكم", "السلام عليكم"),
        ("بـالقاهرة", "بالقاهرة"),
        ("كـَتَبَ", "كَتَبَ"),
        ("مُــحمد", "مُحمد"),
        ("الـ\u200fـسلام", "السلام"),
        ("1441 هـ", "1441 هـ"),
        ("1441هـ/2020م", "1441هـ/2020م"),
        ("١٤٤١هـالموافق", "١٤٤١هـالموافق"),
        ("هـذا", "هذا"),
        ("هـ", "هـ"),
        ("انتهى أهـ.", "انتهى أهـ."),
        ("بـ20 ولـ١٥ والـ 30", "بـ20 ولـ١٥ والـ 30"),
        ('لـ«الشرق» وبـ"المدن"', 'لـ«الشرق» وبـ"المدن"'),
        ("الـBBC", "الـBBC"),
        ("القاهرة ـ رويترز", "القاهرة ـ رويترز"),
        ("القاهرةـرويترز", "القاهرةـرويترز"),
        ("ـ ٢٠ ـ ٥ ـ ٢٠١٩", "ـ ٢٠ ـ ٥ ـ ٢٠١٩"),
        ("ـــــــ ــ", "ـــــــ ــ"),
    ],
)
def test_tatweel_goes_where_it_stretches_and_stays_where_it_is_a_sign(raw: str, text: str) -> None:
    assert clean(raw) == text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("ﻗﺎﻝ ﻣﺤﻤﺪ", "قال محمد"),
        ("ﻻ ﻷﻥ ﺍﻵﻥ", "لا لأن الآن"),
        ("ﷲ ﷴ", "الله محمد"),
        ("النبي ﷺ", "النبي ﷺ"),
        ("500 ﷼", "500 ﷼"),
        ("﴿قل﴾", "﴿قل﴾"),
        ("شكراﹰ", "شكراً"),
        ("مـﹼر", "مّر"),
        ("ﯽ ﮐ ﭘ", "ی ک پ"),
        ("ا\u0654كد و\u0654", "أكد ؤ"),
        ("cafe\u0301 ﬁn … ½ ™", "café ﬁn … ½ ™"),
    ],
)
def test_forms_become_letters_and_signs_stay_signs(raw: str, text: str) -> None:
    assert clean(raw) == text


def test_a_run_of_countless_marks_is_cut_to_thirty() -> None:
    assert clean("ب" + "\u064e\u0651" * 100_000 + "ت") == clean("ب" + "\u064e\u0651" * 15 + "ت")


def test_marks_come_in_one_order() -> None:
    assert clean("مدرّ\u064eس") == clean("مدر\u064e\u0651س") == "مدر\u064e\u0651س"


@pytest.mark.parametrize("text", ["علی الحکومة فی إیران", "«قال» “نعم” ‹لا›", "١٢٪ و١٫٥", "إلى على مسئول مسؤول", "صرّح"])
def test_spelling_stays_as_written(text: str) -> None:
    assert clean(text) == text


def test_the_joiner_that_spells_persian_words_stays_inside_them_only() -> None:
    raw = "می\u200c\u200cخواهم \u200cکتاب\u200c‌ ها\u200c"
    assert clean(raw, "fa") == "می\u200cخواهم کتاب ها"
    assert clean(raw, "ar") == "میخواهم کتاب ها"
    assert clean("co\u200coperate", "en") == "cooperate"


def test_a_joiner_beside_tatweel_is_settled_at_once() -> None:
    raw = "لـ\u200cـل"
    assert clean(clean(raw, "fa"), "fa") == clean(raw, "fa")
