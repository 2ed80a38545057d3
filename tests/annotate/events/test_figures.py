"""How many dead, injured, arrested, displaced; between which bounds; who counts."""

import pytest

from marsad.annotate.events.figures import figures
from marsad.annotate.events.negatives import scene
from marsad.annotate.events.triggers import triggers
from marsad.annotate.events.verbs import verbs_of
from marsad.annotate.grammar import passages
from marsad.records import Figure


def counted(text: str) -> tuple[Figure, ...]:
    (read,) = passages(text)
    return figures(read, triggers(read, scene([read]), verbs_of(read))[0])


def bounds(text: str) -> list[tuple[str, int | None, int | None]]:
    return [(one.kind, one.minimum, one.maximum) for one in counted(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قُتل 12 شخصا في قصف السوق.", [("dead", 12, 12)]),
        ("مقتل ٤ حراس في غارة.", [("dead", 4, 4)]),
        ("قُتل خمسة وعشرون جنديا في كمين.", [("dead", 25, 25)]),
        ("استشهد شابان برصاص القناصة.", [("dead", 2, 2)]),
        ("قُتل جندي في هجوم على الحاجز.", [("dead", 1, 1)]),
        ("قتل مسلحون ما لا يقل عن 30 قرويا.", [("dead", 30, None)]),
        ("اعتقلت الشرطة أكثر من 70 طالبا.", [("arrested", 70, None)]),
        ("أوقفت الشرطة نحو مئة متظاهر.", [("arrested", 100, 100)]),
        ("أصيب بين 10 و15 متظاهرا بالرصاص.", [("injured", 10, 15)]),
        ("أسفر الهجوم عن مقتل خمسة أشخاص وإصابة عشرين آخرين.", [("dead", 5, 5), ("injured", 20, 20)]),
        ("قتل 5 جنود و7 مدنيين في الهجوم.", [("dead", 12, 12)]),
        ("خلف التفجير 3 قتلى و9 جرحى.", [("dead", 3, 3), ("injured", 9, 9)]),
        ("قتل 20 شخصا بينهم 6 أطفال في القصف.", [("dead", 20, 20)]),
        ("أطلقت الميليشيا ثلاثة صواريخ على السفينة.", []),
        ("قصفت الطائرات الجسر بعد 3 أيام من الهدوء.", []),
    ],
)
def test_people_are_counted_and_things_are_not(text: str, expected: list[tuple[str, int | None, int | None]]) -> None:
    assert bounds(text) == expected


def test_the_words_of_a_count_are_verbatim() -> None:
    text = "اعتقلت الشرطة أكثر من 70 طالبا."
    (one,) = counted(text)
    assert one.text == "أكثر من 70 طالبا"
    assert one.text in text


def test_who_counts_is_named() -> None:
    (one,) = counted("قالت وزارة الصحة إن القصف أدى إلى مقتل 14 شخصا.")
    assert one.counted_by == "وزارة الصحة"


def test_a_meeting_has_no_figures() -> None:
    assert counted("التقى الوزير 12 سفيرا.") == ()
