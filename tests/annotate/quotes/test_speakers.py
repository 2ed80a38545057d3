"""Who speaks: names, offices, documents, those who are only described, and subjects that are not there."""

import pytest

from marsad.annotate import annotator
from marsad.records import Quote


def quotes(text: str) -> tuple[Quote, ...]:
    return annotator("fast")(text).quotes or ()


def speakers(text: str) -> list[str | None]:
    return [one.speaker_name for one in quotes(text)]


@pytest.mark.parametrize(
    "text",
    [
        "وصل وزير الخارجية سامح شكري إلى العاصمة. وقال شكري إن المحادثات مهمة.",
        "وصل وزير الخارجية سامح شكري إلى العاصمة. وقال الوزير إن المحادثات مهمة.",
        "وصل وزير الخارجية سامح شكري إلى العاصمة. وقال إن المحادثات مهمة.",
        "ووصل وزير الخارجية سامح شكري إلى العاصمة قائلا إن المحادثات مهمة.",
    ],
)
def test_a_person_is_one_by_surname_by_office_and_without_a_word(text: str) -> None:
    assert speakers(text) == ["سامح شكري"]


def test_a_speaker_of_the_other_gender_is_never_meant() -> None:
    text = "وقالت الوزيرة إن الطريق مغلق. وأضاف أن العمل بدأ."
    second = quotes(text)[1]
    assert (second.speaker, second.speaker_name) == (None, None)


def test_a_verb_without_a_subject_goes_back_to_whom_it_agrees_with() -> None:
    text = "وقال المدير إن الطريق مغلق. وقالت الوزارة إن العمل بدأ. وأضافت أن المال متوفر."
    assert speakers(text) == ["المدير", "الوزارة", "الوزارة"]


def test_what_is_added_has_for_its_source_the_nearest_words_that_name_the_speaker() -> None:
    text = "وقال مدير الشركة إن الطريق مغلق. وأضاف أن العمل بدأ."
    first, second = quotes(text)
    assert first.source
    assert second.source == first.source
    assert second.resolution == "pro-drop"


def test_a_spokesman_is_himself_and_not_whom_he_speaks_for() -> None:
    first = "وقال المتحدث باسم الجيش السوداني إن الطريق مغلق."
    second = "وقال المتحدث باسم الجيش السوداني نبيل عبد الله إن الطريق مغلق."
    assert speakers(first) == ["المتحدث باسم الجيش السوداني"]
    assert speakers(second) == ["نبيل عبد الله"]


def test_of_a_document_whoever_issued_it_speaks() -> None:
    text = "أصدرت وزارة الصحة بيانا أمس. وقالت الوزارة في بيان إن المستشفى مفتوح. وأضاف البيان أن الأدوية متوفرة."
    assert [(one.speaker_name, one.resolution) for one in quotes(text)][-1] == ("وزارة الصحة", "document")


def test_a_source_without_a_name_stays_as_the_words_say_it() -> None:
    (one,) = quotes("وقال مصدر أمني إن الطريق مغلق.")
    assert (one.speaker, one.speaker_name, one.status) == (None, "مصدر أمني", "anonymous")


def test_what_is_only_heard_has_no_speaker() -> None:
    (one,) = quotes("ويقال إن الطريق مغلق.")
    assert (one.speaker, one.speaker_name, one.status) == (None, None, "hearsay")


def test_the_counterpart_of_somebody_is_who_was_called_so() -> None:
    text = "والتقى الوزير المصري سامح شكري نظيره التركي هاكان فيدان. وقال نظيره التركي إن التنسيق مستمر."
    assert speakers(text) == ["هاكان فيدان"]


def test_a_brother_is_not_whom_he_is_the_brother_of() -> None:
    assert speakers("وقال شقيق سامح شكري إن المحادثات مهمة.") == ["شقيق سامح شكري"]


def test_a_crowd_takes_a_participle_in_the_plural() -> None:
    assert speakers("وتجمع الأهالي أمام المحكمة مطالبين بالكشف عن مصير أبنائهم.") == ["الأهالي"]


def test_a_verb_cannot_be_a_source() -> None:
    assert all("زاد" not in (name or "") for name in speakers("وأكد زاد العمل أن الطريق مغلق."))


def test_of_what_came_in_a_document_whoever_issued_it_speaks() -> None:
    first, second = quotes("وأصدرت النقابة بيانا جاء فيه أن الطريق مسدود. وأضاف البيان أن الأجور منخفضة.")
    assert (first.speaker_name, second.speaker_name) == ("النقابة", "النقابة")
    assert (first.resolution, second.resolution) == ("document", "document")


def test_news_of_nobody_has_no_speaker() -> None:
    (one,) = quotes("وأفادت أنباء بأن الطريق مغلق.")
    assert (one.speaker_name, one.status) == (None, "hearsay")


def test_the_object_of_telling_is_told_and_does_not_speak() -> None:
    (one,) = quotes("وأخبر الطبيب ذوي المريض بأن حالته مستقرة.")
    assert one.addressee
    assert (one.speaker_name, one.addressee.text) == ("الطبيب", "ذوي المريض")


def test_a_participle_may_belong_to_whom_the_speech_in_front_of_it_is_about() -> None:
    second = quotes("وقال المتحدث إن الوزيرة التقت النقابات، متعهدة بصرف الرواتب.")[1]
    assert second.speaker_name == "الوزيرة"


@pytest.mark.parametrize(
    "source",
    [
        "مدير إدارة المجالس، رئيس اللجنة التنفيذية المهندس خالد القحطاني",
        "رئيس ديوان المظالم رئيس مجلس القضاء الشيخ الدكتور خالد القحطاني",
        "وزير العدل، الدكتور خالد القحطاني،",
    ],
)
def test_the_name_behind_several_offices_is_their_holders(source: str) -> None:
    assert speakers(f"وأكد {source} أن العمل بدأ.") == ["خالد القحطاني"]


def test_the_name_of_whom_an_office_talks_with_is_not_its_holders() -> None:
    assert speakers("وأكد مدير الإدارة خلال لقاء مع الدكتور خالد القحطاني أن العمل بدأ.") == ["مدير الإدارة"]
