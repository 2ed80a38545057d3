"""Text that was wrapped at a column becomes paragraphs again."""

import textwrap

import pytest

from marsad.extract import dump
from marsad.extract.lexicon import label_kind
from marsad.extract.lines import Line, finish
from marsad.extract.wraps import join

FIRST = (
    "افتتحت بلدية الموصل صباح أمس الجسر القديم أمام المارة والسيارات بعد أعمال ترميم استمرت ثلاثة أعوام كاملة شارك "
    "فيها مئات العمال والمهندسين من أبناء المدينة، وقالت إن الكلفة بلغت أربعة مليارات دينار."
)
SECOND = (
    "وشهد الافتتاح حضورا كبيرا من سكان الأحياء القريبة الذين عبروا الجسر سيرا على الأقدام للمرة الأولى منذ سنوات "
    "طويلة، فيما وعدت البلدية بفتح جسرين آخرين قبل نهاية العام المقبل إذا توفر المال اللازم لذلك."
)


def lines(text: str) -> list[Line]:
    sheet = dump.sheet(text)
    finish(sheet, "ar")
    for line in sheet.lines:
        line.label = label_kind(line.key)
    return sheet.lines


def joined(text: str) -> list[str]:
    return [line.text for line in join(lines(text))]


def wrapped(text: str, width: int = 60) -> str:
    return "\n".join(textwrap.wrap(text, width))


@pytest.mark.parametrize("width", [40, 60, 72, 80])
def test_wrapped_paragraphs_are_joined_at_any_usual_width(width: int) -> None:
    assert joined(f"{wrapped(FIRST, width)}\n\n{wrapped(SECOND, width)}") == [FIRST, SECOND]


def test_paragraphs_on_lines_of_their_own_stay() -> None:
    assert joined(f"{FIRST}\n{SECOND}") == [FIRST, SECOND]


def test_a_headline_above_a_wrapped_text_stays_alone() -> None:
    title = "الجسر القديم أمام المارة"
    assert joined(f"{title}\n\n{wrapped(FIRST)}\n\n{wrapped(SECOND)}")[0] == title


def test_a_list_is_not_joined() -> None:
    items = [f"- البند رقم {number} من جدول أعمال المجلس البلدي في جلسته الأخيرة قبل العطلة" for number in range(5)]
    assert joined("\n".join(items)) == items


def test_a_label_inside_a_run_stands_alone() -> None:
    found = joined(f"{wrapped(FIRST)}\nاقرأ أيضا\n{wrapped(SECOND)}")
    assert "اقرأ أيضا" in found


def test_a_byline_above_a_wrapped_text_stands_alone() -> None:
    assert joined(f"كتب: سامي عادل\n{wrapped(FIRST)}\n\n{wrapped(SECOND)}")[0] == "كتب: سامي عادل"


@pytest.mark.parametrize("text", ["", "\n\n\n", "سطر", "سطر\nسطر"])
def test_a_text_with_nothing_to_join_comes_back(text: str) -> None:
    assert joined(text) == [line for line in text.split("\n") if line]


def test_a_joined_line_keeps_the_place_of_its_first() -> None:
    numbers = [line.number for line in join(lines(f"{wrapped(FIRST)}\n\n{wrapped(SECOND)}"))]
    assert numbers == [0, len(textwrap.wrap(FIRST, 60))]


def test_joining_twice_gives_the_same() -> None:
    once = join(lines(f"{wrapped(FIRST)}\n\n{wrapped(SECOND)}"))
    texts = [line.text for line in once]
    assert [line.text for line in join(once)] == texts


def test_no_word_is_lost_or_doubled() -> None:
    text = f"{wrapped(FIRST)}\n{wrapped(SECOND, 50)}\n- {FIRST[:50]}\n{SECOND[:30]}"
    assert " ".join(joined(text)).split() == text.split()
