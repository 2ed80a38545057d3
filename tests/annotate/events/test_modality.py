"""How an act stands: told, planned, supposed, denied, only wished; and what is told as background."""

import pytest

from marsad.annotate.events.negatives import scene
from marsad.annotate.events.triggers import triggers
from marsad.annotate.events.types import Act
from marsad.annotate.events.verbs import verbs_of
from marsad.annotate.grammar import passages


def stands(text: str) -> dict[str, tuple[str, str]]:
    """Type and standing of each trigger."""
    (read,) = passages(text)
    return {read.slice(a.first, a.last): (a.type, a.standing) for a in triggers(read, scene([read]), verbs_of(read))}


def only(text: str) -> Act:
    (read,) = passages(text)
    (act,) = triggers(read, scene([read]), verbs_of(read))
    return act


@pytest.mark.parametrize(
    ("text", "trigger", "type_"),
    [
        ("سيلتقي الوزيران في العاصمة.", "سيلتقي", "AGREE"),
        ("من المقرر أن يزور الرئيس الإقليم.", "يزور", "AGREE"),
        ("سوف تدعم الحكومة المبادرة.", "تدعم", "AGREE"),
        ("ستسحب الدولة قواتها من الجزيرة.", "ستسحب", "CONCEDE"),
        ("ستفرض الحكومة قيودا جديدة.", "ستفرض", "COERCE"),
        ("يعتزم الملك زيارة الجوار.", "زيارة", "AGREE"),
        ("يجتمع المجلس الثلاثاء المقبل.", "يجتمع", "AGREE"),
    ],
)  # fmt: skip
def test_what_is_to_come_is_planned_and_kindness_to_come_is_a_promise(text: str, trigger: str, type_: str) -> None:
    assert stands(text)[trigger] == (type_, "planned")


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("إذا هاجم الجيش البلدة فسيندم.", "هاجم"),
        ("لو اعتقلت الشرطة الزعيم لخرج أنصاره.", "اعتقلت"),
        ("وفي حال انسحبت القوات تعود العائلات.", "انسحبت"),
        ("قد يزور الوزير العاصمة.", "يزور"),
        ("ربما تقصف الطائرات الجسر.", "تقصف"),
        ("يمكن أن تعتقل الشرطة قادة الحركة.", "تعتقل"),
        ("أغلقت الشرطة الساحة تحسبا لمظاهرات.", "لمظاهرات"),
        ("هل تقصف المدفعية القرية؟", "تقصف"),
    ],
)
def test_what_is_supposed_is_hypothetical(text: str, trigger: str) -> None:
    assert stands(text)[trigger][1] == "hypothetical"


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("لم تعتقل الشرطة أحدا.", "تعتقل"),
        ("لم يجتمع الطرفان.", "يجتمع"),
        ("نفى الجيش أن يكون قد قصف المدرسة.", "قصف"),
        ("ما التقى الوزير خصمه.", "التقى"),
        ("مر الموكب دون اعتقال أحد.", "اعتقال"),
    ],
)
def test_what_is_denied_is_negated(text: str, trigger: str) -> None:
    assert stands(text)[trigger][1] == "negated"


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("لن توافق الحكومة على الصفقة.", "توافق"),
        ("لن تتخلى الدولة عن مطالبها.", "تتخلى"),
        ("لا ينوي الحزب التراجع عن قراره.", "التراجع"),
    ],
)
def test_what_will_not_be_given_is_refused(text: str, trigger: str) -> None:
    assert stands(text)[trigger] == ("REJECT", "actual")


@pytest.mark.parametrize(
    ("text", "outer", "inner"),
    [
        ("طالبت المنظمة السلطات بالإفراج عن الصحفي.", "طالبت", "بالإفراج"),
        ("هددت الجماعة بقصف المطار.", "هددت", "بقصف"),
        ("رفض الوفد حضور الاجتماع.", "رفض", "الاجتماع"),
        ("اتهمت الحكومة الحركة بقتل الحراس.", "اتهمت", "بقتل"),
        ("تعهد الرئيس بإطلاق سراح السجناء.", "تعهد", "بإطلاق سراح"),
        ("دعا النائب إلى وقف القصف.", "دعا", "القصف"),
        ("أدانت الوزارة الهجوم على القافلة.", "أدانت", "الهجوم"),
    ],
)
def test_what_another_act_is_about_is_embedded(text: str, outer: str, inner: str) -> None:
    found = stands(text)
    assert found[outer][1] == "actual"
    assert found[inner][1] == "embedded"


def test_the_occasion_of_a_demand_is_told() -> None:
    found = stands("طالب الوزير خلال لقائه السفير بوقف القصف.")
    assert found["لقائه"] == ("CONSULT", "actual")
    assert found["القصف"][1] == "embedded"


@pytest.mark.parametrize(
    "text",
    [
        "وكانت الشرطة قد اعتقلت الناشط.",
        "يذكر أن الشرطة اعتقلت الناشط.",
        "يشار إلى أن الشرطة اعتقلت الناشط.",
        "وسبق أن اعتقلت الشرطة الناشط.",
    ],
)
def test_introductions_make_background(text: str) -> None:
    act = only(text)
    assert act.background
    assert act.standing == "actual"


def test_news_is_no_background() -> None:
    assert not only("اعتقلت الشرطة الناشط.").background


def test_before_and_after_are_told() -> None:
    assert stands("غادر الوفد قبل أن تقصف الطائرات المطار.")["تقصف"][1] == "actual"


def test_a_purpose_is_not_told() -> None:
    assert stands("جمع الحزب أعضاءه ليعتذر للضحايا.")["ليعتذر"][1] == "embedded"


def test_who_travels_to_talk_plans_to() -> None:
    assert stands("سافر المبعوث إلى العاصمة لإجراء محادثات.")["محادثات"] == ("AGREE", "planned")


def test_a_promise_and_a_refusal_have_their_own_quad_class_and_no_mode() -> None:
    promise, refusal = only("سيزور الوزير العاصمة."), only("لن ينسحب الجيش من الجزيرة.")
    assert (promise.type, promise.quad, promise.mode) == ("AGREE", 1, None)
    assert (refusal.type, refusal.quad, refusal.mode) == ("REJECT", 3, None)


def test_who_intends_an_act_acts() -> None:
    (read,) = passages("يعتزم الوزير زيارة الجوار.")
    (act,) = triggers(read, scene([read]), verbs_of(read))
    assert (act.carrier, act.carried) == (0, "actor")
