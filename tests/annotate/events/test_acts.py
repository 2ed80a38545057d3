"""Which act a verb or noun is: by its complement, its subject, the verb that carries it, its form."""

import pytest

from marsad.annotate.events.negatives import scene
from marsad.annotate.events.triggers import triggers
from marsad.annotate.events.types import QUAD, Act
from marsad.annotate.events.verbs import verbs_of
from marsad.annotate.grammar import passages

STANDS = {"actual", "planned"}


def acts(text: str) -> list[Act]:
    read = passages(text)
    return [act for passage in read for act in triggers(passage, scene(read), verbs_of(passage))]


def told(text: str) -> list[tuple[str, str | None, str]]:
    (read,) = passages(text)
    found = triggers(read, scene([read]), verbs_of(read))
    return [(act.type, act.mode, read.slice(act.first, act.last)) for act in found if act.standing in STANDS]


@pytest.mark.parametrize(
    ("text", "type_", "mode", "trigger"),
    [
        ("رفعت الوزارة القيود عن حركة البضائع.", "CONCEDE", None, "رفعت"),
        ("رفعت الجمعية دعوى ضد البلدية.", "ACCUSE", "allege", "رفعت"),
        ("قطعت الحكومة علاقاتها مع جارتها.", "SANCTION", "discontinue", "قطعت"),
        ("قطع محتجون الطريق الساحلي.", "PROTEST", "obstruct", "قطع"),
        ("قطعت السلطات الإنترنت عن الإقليم.", "COERCE", "withhold", "قطعت"),
        ("سحبت الحكومة سفيرها من العاصمة.", "SANCTION", "withdraw", "سحبت"),
        ("سحب الجيش قواته من البلدة.", "RETREAT", "withdraw", "سحب"),
        ("انسحب الوفد من جلسة الحوار.", "REJECT", "meet", "انسحب"),
        ("انسحبت الدولة من المنظمة الإقليمية.", "SANCTION", "withdraw", "انسحبت"),
        ("علقت النقابة إضرابها.", "CONCEDE", None, "علقت"),
        ("علقت الحكومة مساعداتها للبلدية.", "SANCTION", "discontinue", "علقت"),
        ("ألغى الوزير زيارته إلى الجوار.", "REJECT", "meet", "ألغى"),
        ("ألغى المجلس حالة الطوارئ.", "CONCEDE", None, "ألغى"),
        ("أطلقت الميليشيا سراح ثلاثة صيادين.", "RETREAT", "release", "أطلقت"),
        ("أطلق مسلحون النار على دورية.", "ASSAULT", "firearms", "أطلق"),
        ("ألقت الشرطة القبض على مهربين.", "COERCE", "arrest", "ألقت"),
        ("ألقى المتمردون السلاح.", "RETREAT", "disarm", "ألقى"),
        ("هاجم النائب سياسات الوزارة.", "ACCUSE", "disapprove", "هاجم"),
        ("هاجمت القوات القرية فجرا.", "ASSAULT", None, "هاجمت"),
        ("أدانت المحكمة الموظف بالرشوة.", "SANCTION", "convict", "أدانت"),
        ("أدانت الجمعية الهجوم على المستشفى.", "ACCUSE", "disapprove", "أدانت"),
        ("استدعت الوزارة السفير للاحتجاج.", "ACCUSE", "disapprove", "استدعت"),
        ("حشدت الحركة أنصارها في الميدان.", "PROTEST", "demo", "حشدت"),
        ("حشد الجيش دباباته قرب الحدود.", "MOBILIZE", "troops", "حشد"),
        ("نشر الجيش قواته على الحدود.", "MOBILIZE", "troops", "نشر"),
        ("منعت السلطات الوفد من دخول البلاد.", "REJECT", None, "منعت"),
        ("منعت الشرطة مسيرة للمعلمين.", "COERCE", "restrict", "منعت"),
        ("قاطعت الأحزاب الانتخابات.", "PROTEST", "boycott", "قاطعت"),
        ("قاطع الوفد جلسة المفاوضات.", "REJECT", "meet", "قاطع"),
        ("سلمت الدولة مطلوبا إلى جارتها.", "COOPERATE", None, "سلمت"),
        ("سلم المقاتلون أسلحتهم.", "RETREAT", "disarm", "سلم"),
        ("تبادل الطرفان الأسرى.", "RETREAT", "release", "تبادل"),
        ("استقبلت المملكة لاجئين جددا.", "AID", None, "استقبلت"),
        ("استقبل الملك رئيس الوزراء.", "CONSULT", "visit", "استقبل"),
    ],
)  # fmt: skip
def test_the_complement_or_the_subject_decides_what_a_verb_is(
    text: str, type_: str, mode: str | None, trigger: str
) -> None:
    assert told(text) == [(type_, mode, trigger)]


@pytest.mark.parametrize(
    ("text", "type_", "trigger", "verb", "carried"),
    [
        ("شن الطيران غارات على المطار.", "ASSAULT", "غارات", "شن", "actor"),
        ("تعرضت القاعدة لهجوم بالقذائف.", "ASSAULT", "لهجوم", "تعرضت", "recipient"),
        ("تلقت الحكومة انتقادات حادة.", "ACCUSE", "انتقادات", "تلقت", "recipient"),
        ("أجرى الجانبان محادثات مغلقة.", "CONSULT", "محادثات", "أجرى", "actor"),
        ("استضافت الإمارة مفاوضات السلام.", "CONSULT", "مفاوضات", "استضافت", "host"),
        ("اندلعت اشتباكات بين فصيلين.", "ASSAULT", "اشتباكات", "اندلعت", ""),
        ("الهجوم الذي شنته الميليشيا على السوق.", "ASSAULT", "الهجوم", "شنته", "actor"),
        ("أعلنت الوزارة رفضها المقترح.", "REJECT", "رفضها", "أعلنت", "actor"),
        ("فتحت النيابة تحقيقا مع المدير.", "ACCUSE", "تحقيقا", "فتحت", "actor"),
        ("فرض المجلس عقوبات على الشركة.", "SANCTION", "عقوبات", "فرض", "actor"),
        ("نفذت النقابة وقفة احتجاجية أمام الوزارة.", "PROTEST", "وقفة احتجاجية", "نفذت", "actor"),
    ],
)
def test_a_light_verb_lends_its_subject_to_its_noun(
    text: str, type_: str, trigger: str, verb: str, carried: str
) -> None:
    (read,) = passages(text)
    (act,) = [one for one in triggers(read, scene([read]), verbs_of(read)) if one.standing in STANDS]
    assert (act.type, read.slice(act.first, act.last)) == (type_, trigger)
    assert act.carrier is not None
    assert (read.tokens[act.carrier].text, act.carried) == (verb, carried)


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("رفعت الوزارة العلم فوق المبنى.", []),
        ("وقعت الحادثة قرب السوق.", []),
        ("بحث رجال الإنقاذ عن المفقودين.", []),
        ("ودعا صديقه إلى حفل زفافه.", []),
        ("واستخدم الطباخ السكين بمهارة.", []),
        ("وطلب الضابط عدم الكشف عن هويته.", []),
        ("تعد المدينة عاصمة الإقليم.", []),
        ("لم يلم أحدا على ما جرى.", []),
    ],
)
def test_words_that_are_acts_elsewhere_are_none_here(text: str, types: list[str]) -> None:
    assert [type_ for type_, _, _ in told(text)] == types


def test_a_participle_in_the_accusative_is_an_act_and_an_adjective_is_none() -> None:
    assert told("وتحدث الناطق مطولا، متهما الجماعة بعرقلة الحل.")[0][0] == "ACCUSE"
    assert [type_ for type_, _, _ in told("سلم الأمن إلى جارته وزيرا متهما بالاختلاس.")] == ["COOPERATE"]


def test_a_fixed_phrase_is_one_trigger() -> None:
    (read,) = passages("وأعلن الطرفان وقف إطلاق النار.")
    (act,) = triggers(read, scene([read]), verbs_of(read))
    assert read.slice(act.first, act.last) == "وقف إطلاق النار"
    assert act.type == "CONCEDE"


def test_cooperation_has_the_subject_of_its_clause() -> None:
    (read,) = passages("نظمت الجمعية دورة بالتعاون مع الوزارة.")
    (act,) = triggers(read, scene([read]), verbs_of(read))
    assert (act.type, act.carrier, act.carried, act.frame.mutual) == ("COOPERATE", 0, "actor", True)


def test_every_type_has_its_quad_class() -> None:
    assert len(QUAD) == 16
    assert {QUAD[act.type] for act in acts("شكر الوزير الدولة، ورفض المقترح، واعتقلت الشرطة لصا.")} == {1, 3, 4}
