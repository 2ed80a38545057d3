"""What stands beside a cue and is not its own: asides, the one who is told, a bullet, a verb that says who it is."""

import pytest

from marsad.annotate import annotator
from marsad.records import Quote


def quotes(text: str) -> tuple[Quote, ...]:
    return annotator("fast")(text).quotes or ()


@pytest.mark.parametrize(
    "aside", ["طلب عدم الكشف عن هويته", "رفض الكشف عن اسمه", "فضل عدم ذكر اسمه", "اشترط عدم نشر اسمه"]
)
def test_an_aside_of_the_source_takes_no_clause_and_leaves_it_unnamed(aside: str) -> None:
    (one,) = quotes(f"وقال متحدث باسم الشركة، {aside}، إن المصنع مغلق.")
    assert one.cue
    assert (one.cue.text, one.cue.class_, one.text, one.status) == ("قال", "declare", "إن المصنع مغلق", "anonymous")


def test_a_verb_behind_a_comma_that_begins_anew_keeps_its_clause() -> None:
    found = quotes("وقال الوزير إن المصنع مغلق، وطالب الشركة بأن تفتحه.")
    assert [one.cue and one.cue.text for one in found] == ["قال", "طالب"]


@pytest.mark.parametrize("verb", ["وأبلغ الوزير محمود عباس", "وأبلغ الوزير النواب"])
def test_what_is_told_in_marks_is_no_outlet(verb: str) -> None:
    (one,) = quotes(f"{verb} بأن «الحكومة لا تريد حربا».")
    assert (one.text, one.channel) == ("الحكومة لا تريد حربا", None)


def test_the_pronoun_of_a_verb_of_telling_is_not_told_through_an_outlet() -> None:
    found = quotes("واستقبل الوزير السفير وأبلغه بأن «الحكومة لا تريد حربا شاملة».")
    assert [one.channel for one in found] == [None]


def test_of_a_lone_title_and_a_name_behind_a_verb_of_telling_the_name_is_told() -> None:
    (one,) = quotes("وأبلغ الوزير محمود عباس بأن الطريق مغلق.")
    assert one.source
    assert one.addressee
    assert (one.source.text, one.addressee.text) == ("الوزير", "محمود عباس")


def test_an_office_behind_a_name_is_told_where_it_has_a_name_of_its_own() -> None:
    (one,) = quotes("وأبلغ وزير الخارجية بدر عبد العاطي الرئيس محمود عباس بأن الطريق مغلق.")
    assert one.source
    assert one.addressee
    assert (one.source.text, one.addressee.text) == ("وزير الخارجية بدر عبد العاطي", "الرئيس محمود عباس")


def test_a_verb_that_says_who_the_source_is_is_none_of_its_words() -> None:
    (one,) = quotes("واستبعد خبراء استطلعت الصحيفة آراءهم أن ترتفع الأسعار.")
    assert one.cue
    assert (one.cue.text, one.speaker_name, one.text) == ("استبعد", "خبراء", "أن ترتفع الأسعار")


@pytest.mark.parametrize("bullet", ["-", "–", "•", "*"])
def test_the_subject_behind_a_bullet_is_the_speaker(bullet: str) -> None:
    found = quotes(f"وقال محمود عباس إن الحوار انتهى.\n\n{bullet} الرئيس نبيه بري يقول «تعالوا إلى الحوار».")
    assert [one.speaker_name for one in found] == ["محمود عباس", "نبيه بري"]


@pytest.mark.parametrize("told", ["لـ«الحياة»", "لصحيفة «الحياة»"])
def test_a_headline_of_a_name_and_the_outlet_that_is_told(told: str) -> None:
    head = f"محمود عباس {told}: لا أحد يريد الحرب"
    found = annotator("fast")(f"{head}\n\nوفتحت الطريق أمس.", headline_end=len(head)).quotes or ()
    assert [(one.speaker_name, one.text) for one in found] == [("محمود عباس", "لا أحد يريد الحرب")]
    assert found[0].channel
    assert found[0].channel.kind == "outlet"


def test_what_is_announced_ends_where_another_one_acts() -> None:
    (one,) = quotes("وأعلنت الوزارة إرسال 40 طنا من المساعدات، كما أجلت فرنسا عشرين من رعاياها.")
    assert one.text == "إرسال 40 طنا من المساعدات"


def test_what_is_called_for_once_more_is_a_statement_of_its_own() -> None:
    found = quotes("وأكد الوزير أن الجسر قديم، مجددا الدعوة إلى ترميمه.")
    assert [(one.cue and one.cue.text, one.text) for one in found] == [
        ("أكد", "أن الجسر قديم"),
        ("مجددا", "ترميمه"),
    ]


def test_again_is_no_cue() -> None:
    (one,) = quotes("وأكد الوزير مجددا أن الجسر قديم.")
    assert one.cue
    assert one.cue.text == "أكد"


@pytest.mark.parametrize("verb", ["تدعى", "اسمها"])
def test_whoever_is_called_by_a_name_has_it(verb: str) -> None:
    (one,) = quotes(f"وقالت شاهدة عيان {verb} سعاد عثمان إن الجسر مغلق.")
    assert one.source
    assert (one.speaker_name, one.source.text, one.status) == (
        "سعاد عثمان",
        f"شاهدة عيان {verb} سعاد عثمان",
        "asserted",
    )


def test_two_names_stand_in_the_source_together() -> None:
    (one,) = quotes("وقال بلال حسن وفارس عودة إن الجسر مغلق.")
    assert one.source
    assert one.source.text == "بلال حسن وفارس عودة"


def test_a_surname_that_is_also_a_word_is_a_name_where_the_full_name_stands() -> None:
    found = quotes("وصل الرئيس الإيراني إبراهيم رئيسي إلى دمشق. وأعرب رئيسي عن شكره للحكومة السورية.")
    assert [one.speaker_name for one in found] == ["إبراهيم رئيسي"]


def test_remarks_to_an_outlet_came_through_it() -> None:
    (one,) = quotes('وقال الوزير في تصريحات لقناة "أون تايم" إن الطريق مغلق.')
    assert one.channel
    assert (one.channel.text, one.channel.kind) == ('في تصريحات لقناة "أون تايم"', "outlet")


@pytest.mark.parametrize("turn", ["ومن جانب آخر،", "من جهة أخرى،", "في المقابل،", "وفي السياق ذاته"])
def test_a_turn_of_the_writer_is_none_of_the_words(turn: str) -> None:
    (one,) = quotes(f"{turn} ارتفعت أسعار النفط أمس، وفق وكالة الطاقة.")
    assert (one.text, one.speaker_name) == ("ارتفعت أسعار النفط أمس", "وكالة الطاقة")


def test_a_source_behind_a_turn_opens_its_clause() -> None:
    (one,) = quotes("ومن جهة أخرى، وفق مصادر طبية، قتل ثلاثة أشخاص في المدينة.")
    assert (one.text, one.speaker_name) == ("قتل ثلاثة أشخاص في المدينة", "مصادر طبية")


@pytest.mark.parametrize("between", ["، طلب عدم ذكر اسمه، لوكالة رويترز", "، وطلب عدم ذكر اسمه،"])
def test_the_clause_behind_an_aside_may_have_the_one_told_in_front(between: str) -> None:
    (one,) = quotes(f"وقال مسؤول كبير في الحزب{between} إن المصنع مغلق.")
    assert one.cue
    assert (one.cue.text, one.text, one.status) == ("قال", "إن المصنع مغلق", "anonymous")


def test_a_relative_clause_between_commas_does_not_take_the_clause_behind() -> None:
    found = quotes("وقال الوزير، الذي طالب بإقالة المدير، إن المصنع مغلق.")
    assert [one.text for one in found] == ["إن المصنع مغلق", "إقالة المدير"]


def test_an_outlet_in_marks_that_is_told_is_the_channel() -> None:
    (one,) = quotes("وأبلغ الوزير «الحياة» أن الطريق مغلق.")
    assert one.channel
    assert (one.speaker_name, one.channel.text) == ("الوزير", "«الحياة»")


def test_a_name_and_a_colon_behind_a_bullet() -> None:
    found = quotes("وقال محمود عباس إن الحوار انتهى.\n\n- النائب سامي الجميل: «لن نقبل بهذا القرار».")
    assert [one.speaker_name for one in found] == ["محمود عباس", "سامي الجميل"]
