"""What agencies put before and behind a text."""

import pytest

from marsad.extract.tails import (
    agency_tail,
    all_agencies,
    dateline_agency,
    is_dateline_alone,
    is_end_mark,
    without_end_mark,
)

SENTENCE = "وأعلنت الوزارة انتهاء الأعمال في الجسر القديم."


@pytest.mark.parametrize(
    ("tail", "agency"),
    [(" (رويترز)", "رويترز"), (" --(أ ف ب)", "أ ف ب"), (" [رويترز].", "رويترز"), ("(رويترز) -", "رويترز")],
)
def test_an_agency_in_brackets_behind_the_full_stop_is_cut_off(tail: str, agency: str) -> None:
    assert agency_tail(SENTENCE + tail) == (SENTENCE, agency)


@pytest.mark.parametrize("tail", ["", " (الجسر القديم)", " رويترز", " ()", " (" + "ر" * 60 + ")", "(" * 90])
def test_other_ends_stay(tail: str) -> None:
    assert agency_tail(SENTENCE + tail) is None


def test_an_agency_alone_leaves_no_text() -> None:
    assert agency_tail("(رويترز)") == ("", "رويترز")


@pytest.mark.parametrize("text", ["رويترز", "رويترز، أ ف ب", "رويترز + وكالات", "صحيفة الضفاف + وكالات"])
def test_agencies_and_one_partner_are_agencies(text: str) -> None:
    assert all_agencies(text)


@pytest.mark.parametrize("text", ["", "الجسر القديم", "الضفاف، النهر", "رويترز - قال مدير بلدية الموصل صباح أمس"])
def test_places_things_and_sentences_are_no_agencies(text: str) -> None:
    assert not all_agencies(text)


@pytest.mark.parametrize("text", ["(النهاية)", "// انتهى //", "انتهى", "يتبع", "==== س ع / م ح", "أ.ح / م.س / ع"])
def test_what_agencies_close_a_text_with_is_an_end_mark(text: str) -> None:
    assert is_end_mark(text)


@pytest.mark.parametrize("text", ["", "انتهى الاجتماع", SENTENCE, "/" * 5000, "أ" * 5000, "النهاية السعيدة"])
def test_a_sentence_is_no_end_mark(text: str) -> None:
    assert not is_end_mark(text)


@pytest.mark.parametrize("text", ["من هو ذا؟", "لا عز بلا علم", "ما هو حل"])
def test_three_short_words_are_no_initials(text: str) -> None:
    assert not is_end_mark(text)


@pytest.mark.parametrize("mark", ["(النهاية)", " // انتهى //", "[انتهى].", " #يتبع#"])
def test_an_end_mark_behind_the_last_sentence_goes(mark: str) -> None:
    assert without_end_mark(SENTENCE + mark) == SENTENCE


@pytest.mark.parametrize("text", ["", SENTENCE, "قال إن الحفل انتهى (انتهى)", SENTENCE + "(" * 3000])
def test_a_text_without_end_mark_stays(text: str) -> None:
    assert without_end_mark(text) == text


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("القاهرة - رويترز: افتتح الوزير", "رويترز"),
        ("دمشق، سوريا (CNN) -- افتتح الوزير", "CNN"),
        ("بيروت (أ ف ب) - افتتح الوزير", "أ ف ب"),
    ],
)
def test_the_agency_of_a_dateline_is_found(text: str, agency: str) -> None:
    assert dateline_agency(text) == agency


@pytest.mark.parametrize("text", ["", "افتتح الوزير الجسر", "القاهرة - افتتح الوزير الجسر", "-", ":::::", "(" * 70])
def test_a_first_paragraph_without_agency_names_none(text: str) -> None:
    assert dateline_agency(text) is None


def test_a_dateline_without_its_sentence_is_known() -> None:
    assert is_dateline_alone("صنعاء - بريد الضفاف :")


@pytest.mark.parametrize("text", ["", "صنعاء", "صنعاء - افتتح الوزير الجسر.", "الجسر - القديم :", " - "])
def test_other_lines_are_no_dateline(text: str) -> None:
    assert not is_dateline_alone(text)
