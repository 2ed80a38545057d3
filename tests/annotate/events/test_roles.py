"""Who does what to whom: by the subject, the object, the genitive, the prepositions, the clause around."""

import pytest
from tests.annotate.events.scenes import found, parties, quote


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        # verb first, subject first
        ("اعتقلت الشرطة ثلاثة طلاب في *أغادير*.", "COERCE", ["الشرطة"], ["ثلاثة طلاب"]),
        ("الشرطة اعتقلت ثلاثة طلاب في *أغادير*.", "COERCE", ["الشرطة"], ["ثلاثة طلاب"]),
        ("وكانت الشرطة قد اعتقلت ثلاثة طلاب.", "COERCE", ["الشرطة"], ["ثلاثة طلاب"]),
        ("انتقد *سالم الوهيبي* سياسات الحكومة الدنماركية.", "ACCUSE", ["سالم الوهيبي"], ["الحكومة الدنماركية"]),
        ("طردت *كندا* أربعة دبلوماسيين برتغاليين.", "SANCTION", ["كندا"], ["أربعة دبلوماسيين برتغاليين"]),
        # prepositions
        ("فرضت *اليابان* عقوبات على *الدنمارك*.", "SANCTION", ["اليابان"], ["الدنمارك"]),
        ("طالبت النقابة الحكومة برفع الأجور.", "REQUEST", ["النقابة"], ["الحكومة"]),
        ("شنت *جماعة الفجر* هجوما على الجيش.", "ASSAULT", ["جماعة الفجر"], ["الجيش"]),
        # passive
        ("اعتقل ناشطان من قبل الشرطة في *مكناس*.", "COERCE", ["الشرطة"], ["ناشطان"]),
        ("قُتل جنديان على يد مسلحين قرب *مكناس*.", "ASSAULT", ["مسلحين"], ["جنديان"]),
        # nouns
        ("زيارة وزير الصحة إلى *البرتغال*", "CONSULT", ["وزير الصحة"], ["البرتغال"]),
        ("أدى قصف الجيش للمسلحين إلى نزوح السكان.", "ASSAULT", ["الجيش"], ["للمسلحين"]),
        ("مقتل خمسة جنود في هجوم شنه مسلحون قرب *مكناس*.", "ASSAULT", ["مسلحون"], ["خمسة جنود"]),
        # those whom a meeting gathered
        ("في لقاء جمع *سالم الوهيبي* و*فوزي بن عمار* أمس.", "CONSULT", ["سالم الوهيبي", "فوزي بن عمار"], []),
        ("وتناولت المحادثات الكندية – اليابانية الأزمة.", "CONSULT", ["الكندية", "اليابانية"], []),
        ("لقاء كندي ياباني في *طنجة*", "CONSULT", ["كندي", "ياباني"], []),
        # relative clauses
        ("وصل القاضي الذي حاكم الوزير.\n\nالقاضي الذي هدد الوزراء غادر.", "THREATEN", ["القاضي"], ["الوزراء"]),
        # coordination and two sides
        ("التقى *سالم الوهيبي* و*فوزي بن عمار* في *طنجة*.", "CONSULT", ["سالم الوهيبي", "فوزي بن عمار"], []),
        ("بدأت محادثات بين *كندا* و*اليابان* أمس.", "CONSULT", ["كندا", "اليابان"], []),
        ("أدانت *كندا* و*اليابان* الحكومة الدنماركية.", "ACCUSE", ["كندا", "اليابان"], ["الحكومة الدنماركية"]),
    ],
)
def test_parties_stand_where_the_frame_of_the_act_says(
    text: str, type_: str, actors: list[str], recipients: list[str]
) -> None:
    assert (type_, actors, recipients) in parties(text)


def test_a_verb_without_subject_goes_on_with_the_last_that_agrees() -> None:
    text = "اتهمت النقابة الوزير بالمماطلة.\n\nودعت الحكومة إلى الاستقالة."
    assert parties(text)[-1][1] == ["النقابة"]


def test_who_says_we_is_the_speaker_of_the_quote() -> None:
    text = "قال *سالم الوهيبي* إننا نرفض مقترحات *الدنمارك* جملة."
    said = quote(text, "قال", "سالم الوهيبي", "سالم الوهيبي", "إننا نرفض مقترحات الدنمارك جملة")
    (event,) = found(text, quotes=(said,))
    assert (event.type, event.actors[0].entity, event.quote) == ("REJECT", "سالم الوهيبي", "q1")


def test_the_pronoun_on_a_verb_means_who_was_spoken_of() -> None:
    text = "اختفى ناشط من *طنجة* قبل أسبوع.\n\nوقال محاميه إن الشرطة اعتقلته في بيته."
    assert ("COERCE", ["الشرطة"], "ناشط") in [(kind, who, whom[0].split()[0]) for kind, who, whom in parties(text)]


def test_an_outlet_that_is_talked_with_takes_no_part() -> None:
    assert parties("انتقد الوزير المعارضة في حوار مع صحيفة محلية.") == [("ACCUSE", ["الوزير"], ["المعارضة"])]


def test_without_an_act_there_is_no_event() -> None:
    assert found("يعيش في *طنجة* نحو مليون نسمة، وفيها ميناء كبير.") == ()


def test_spans_are_exact_and_show_the_act() -> None:
    text = "وبحسب السكان فقد طردت *كندا* أربعة دبلوماسيين برتغاليين من *كندا* الشهر الماضي."
    plain = text.replace("*", "")
    for event in found(text):
        assert plain[event.trigger.start : event.trigger.end] == event.trigger.text
        for party in (*event.actors, *event.recipients):
            assert plain[party.start : party.end] == party.text
        assert event.evidence.start <= event.trigger.start < event.trigger.end <= event.evidence.end
        assert all(event.evidence.start <= one.start for one in event.actors)


def test_a_dual_of_a_mutual_act_is_the_two_who_met_before() -> None:
    text = "التقى *سالم الوهيبي* و*فوزي بن عمار* في *طنجة*، واتفق الوزيران على مواصلة الحوار."
    assert ("AGREE", ["سالم الوهيبي", "فوزي بن عمار"], []) in parties(text)


def test_who_hosts_a_meeting_and_who_met_there_are_of_one_event() -> None:
    text = "استضافت *كندا* لقاء تشاوريا أمس، حيث التقى وفد المعارضة بوفد الحكومة."
    (event,) = found(text)
    assert (event.type, event.host and event.host.text, len(event.mentions)) == ("CONSULT", "كندا", 2)
    assert [one.text for one in event.actors] == ["وفد المعارضة", "وفد الحكومة"]


def test_what_is_talked_about_is_no_place() -> None:
    (event,) = found("تناولت المحادثات الكندية – اليابانية الوضع المتأزم في *مكناس*.")
    assert event.place is None


def test_a_gathering_called_by_its_place_is_one() -> None:
    (event,) = found("التقى *سالم الوهيبي* و*فوزي بن عمار* على هامش مؤتمر *طنجة*.")
    assert event.place is not None
    assert event.place.text == "طنجة"


def test_numbers_and_what_introduces_them_belong_to_those_who_are_counted() -> None:
    for text in (
        "قتل 23 مدنيا في قصف على *طنجة* أمس.",
        "قُتل ما لا يقل عن 23 مدنيا في قصف على *طنجة* أمس.",
        "قتل أكثر من 23 مدنيا في قصف على *طنجة* أمس.",
    ):
        assert ["23 مدنيا"] in [[one.text for one in event.recipients] for event in found(text)], text
