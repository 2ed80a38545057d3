"""Words of conflict that mean none: matches, weather, accidents, figures of speech, anniversaries, stories."""

import pytest

from marsad.annotate.events.negatives import scene
from marsad.annotate.events.triggers import triggers
from marsad.annotate.events.verbs import verbs_of
from marsad.annotate.grammar import passages

STANDS = {"actual", "planned"}


def types(text: str) -> list[str]:
    read = passages(text)
    return [
        a.type for passage in read for a in triggers(passage, scene(read), verbs_of(passage)) if a.standing in STANDS
    ]


@pytest.mark.parametrize(
    "text",
    [
        "شن الفريق هجوما ضاغطا في الشوط الثاني.",
        "وهاجم لاعب الوسط مرمى الضيوف.",
        "ويستقبل النادي ضيفه على ملعبه.",
        "وسيطر المنتخب على مجريات المباراة.",
        "قصفت العاصفة الساحل.",
        "ضرب زلزال الإقليم.",
        "دمر الإعصار عشرات المنازل.",
        "اجتاحت السيول القرى.",
        "قتل ثلاثة عمال في حريق مصنع.",
        "مقتل سائقين في حادث سير.",
        "لقي طفل مصرعه غرقا.",
        "فجر الوزير مفاجأة في المؤتمر.",
        "ويهدد الجفاف المزارعين.",
        "وهاجم كلب المارة.",
        "تحيي المدينة الذكرى الثالثة لاغتيال زعيمها.",
        "ويروي الفيلم قصة مقاتل يهاجم القلعة.",
        "وقتل الشاب وقته في اللعب.",
    ],
)
def test_no_act(text: str) -> None:
    assert types(text) == []


def test_a_page_of_sport_is_a_scene_of_sport() -> None:
    text = "فاز المنتخب في المباراة.\n\nوسدد اللاعب الكرة في مرمى الحارس.\n\nوقال المدرب إن الفريق شن هجوما متواصلا في الشوط الأول."  # noqa: E501
    assert scene(passages(text)).sport
    assert types(text) == []


def test_a_page_of_politics_is_none() -> None:
    assert not scene(passages("أعلن الوزير أن الحكومة وقعت الاتفاق بعد جلسة طويلة في البرلمان.")).sport


def test_violence_beside_an_accident_word_stays_violence() -> None:
    assert types("قصفت المدفعية المصنع وأغلقت الشرطة الطريق.") == ["ASSAULT", "COERCE"]
