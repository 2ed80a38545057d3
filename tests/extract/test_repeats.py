"""Each thing once: copies go, refrains stay."""

import pytest

from marsad.extract.lines import Line, letters
from marsad.extract.repeats import mark
from marsad.text.fold import fold_key

TEXTS = (
    "افتتحت بلدية الموصل صباح أمس الجسر القديم أمام المارة والسيارات بعد ترميم استمر ثلاثة أعوام.",
    "وقال مدير البلدية إن الكلفة بلغت أربعة مليارات دينار وإن الشركة أنهت العمل قبل موعده بشهرين.",
    "وشهد الافتتاح حضورا كبيرا من سكان الأحياء القريبة الذين عبروا الجسر سيرا على الأقدام أمس.",
    "ووعدت البلدية بفتح جسرين آخرين قبل نهاية العام المقبل إذا توفر المال اللازم لإنجاز العمل.",
)
REFRAIN = "لا نريد إلا السلام في هذا البلد الحزين."


def lines(*texts: str) -> list[Line]:
    keys = [fold_key(text) for text in texts]
    return [Line(text, key, at, letters(key)) for at, (text, key) in enumerate(zip(texts, keys, strict=True))]


def kept(*texts: str) -> tuple[str, ...]:
    return tuple(line.text for line in mark(lines(*texts)))


def test_a_text_without_copies_stays() -> None:
    assert kept(*TEXTS) == TEXTS


def test_a_second_copy_of_the_whole_text_goes() -> None:
    assert kept(*TEXTS, *TEXTS) == TEXTS


def test_a_copy_with_other_signs_and_spelling_is_a_copy() -> None:
    assert kept(*TEXTS, *(text.replace("أ", "ا").replace(".", "  …") for text in TEXTS)) == TEXTS


def test_a_copy_that_is_wrapped_otherwise_is_a_copy() -> None:
    words = " ".join(TEXTS).split()
    again = [" ".join(words[at : at + 7]) for at in range(0, len(words), 7)]
    assert kept(*TEXTS, *again) == TEXTS


def test_a_copy_in_one_piece_is_a_copy() -> None:
    assert kept(*TEXTS, " ".join(TEXTS)) == TEXTS


def test_a_paragraph_directly_behind_itself_goes() -> None:
    assert kept(TEXTS[0], TEXTS[0], *TEXTS[1:]) == TEXTS


def test_a_refrain_between_new_paragraphs_stays() -> None:
    song = (TEXTS[0], REFRAIN, TEXTS[1], REFRAIN, TEXTS[2], REFRAIN, TEXTS[3])
    assert kept(*song) == song


def test_a_heading_that_comes_back_stays() -> None:
    text = ("ماذا بعد", TEXTS[0], "ماذا بعد", TEXTS[1])
    assert kept(*text) == text


def test_a_teaser_that_was_cut_off_goes_before_its_paragraph() -> None:
    assert kept(TEXTS[0][:60] + "…", *TEXTS) == TEXTS


def test_a_lead_that_opens_a_longer_paragraph_goes() -> None:
    longer = f"{TEXTS[0]} {TEXTS[3]}"
    assert kept(TEXTS[0], longer, TEXTS[1], TEXTS[2]) == (longer, TEXTS[1], TEXTS[2])


def test_new_sentences_behind_copied_ones_stay() -> None:
    found = kept(f"قال شهود. {TEXTS[0]} {TEXTS[1]}", TEXTS[2], f"{TEXTS[0]} {TEXTS[1]} {TEXTS[3]}")
    assert found[-1] == TEXTS[3]


def test_what_goes_is_marked_as_a_repeat() -> None:
    given = lines(*TEXTS, *TEXTS)
    mark(given)
    assert [line.reason for line in given] == [None] * 4 + ["repeat"] * 4


def test_lines_with_a_reason_are_left_alone() -> None:
    given = lines(*TEXTS)
    given[1].reason = "advert"
    assert [line.text for line in mark(given)] == [TEXTS[0], *TEXTS[2:]]
    assert given[1].reason == "advert"


@pytest.mark.parametrize("texts", [(), ("",), ("", "", ""), (".",), (".", "؟", ".")])
def test_nothing_and_signs_alone_do_no_harm(texts: tuple[str, ...]) -> None:
    assert kept(*texts) == texts


def test_a_huge_body_loses_its_whole_line_copies() -> None:
    many = tuple(f"{TEXTS[0][:-1]} رقم {number}." for number in range(4100))
    assert kept(*many, *many[:50]) == many
