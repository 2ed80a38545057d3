"""What an engine read, marked as [words/LABEL], and what the conventions make of it."""

import re

import pytest

from marsad.annotate import annotator
from marsad.annotate.engines.decoding import LABELS, Stretch
from marsad.annotate.lists.parsing import lists, sentence
from marsad.annotate.names.patterns import corrected
from marsad.text.words import words

MARK = re.compile(r"\[([^/\]]+)/(PER|ORG|LOC)\]")


def settled(marked: str) -> list[tuple[str, str]]:
    text, names, done = "", [], 0
    for match in MARK.finditer(marked):
        text += marked[done : match.start()]
        first = len(words(text))
        text += match[1]
        label = next(label for label in LABELS if label == match[2])
        names.append(Stretch(first, len(words(text)), label, 0.9))
        done = match.end()
    text += marked[done:]
    read = sentence(words(text), lists())
    return [
        (text[read.words[name.first].start : read.words[name.last - 1].end], name.label)
        for name in corrected(read, names, lists())
    ]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("وصل إلى [مدينة حلب/LOC] أمس", [("حلب", "LOC")]),
        ("في [مدينة الثقافة/LOC] اليوم", [("مدينة الثقافة", "LOC")]),
        ("ذكرت [وكالة رويترز/ORG] أن", [("رويترز", "ORG")]),
        ("ذكرت [وكالة الأنباء القطرية/ORG] أن", [("وكالة الأنباء القطرية", "ORG")]),
        ("وأعلنت [شركة زورلاك التركية/ORG] إفلاسها", [("زورلاك", "ORG")]),
        ("ذكرت [وكالة أنباء الواحات/ORG] أن", [("وكالة أنباء الواحات", "ORG")]),
        ("صرح [الرئيس الباكستاني شهباز رضا/PER] بذلك", [("شهباز رضا", "PER")]),
        ("شيع [الشهيد/PER] أمس", []),
        ("قال آية [الله علي رضائي/PER] إن", [("علي رضائي", "PER")]),
        ("قال [عبد الله رضا/PER] إن", [("عبد الله رضا", "PER")]),
        ("أعلنت [كلية الزراعة في/ORG] الموصل", [("كلية الزراعة", "ORG")]),
        ("ذكرت [سي إن إن/ORG] أن", [("سي إن إن", "ORG")]),
        ("قال [فلسطينيون/PER] إن", []),
        ("دخلوا [القدس المحتلة/LOC] ليلا", [("القدس", "LOC")]),
        ("عبر [الجيش/ORG] المصري القناة", [("الجيش المصري", "ORG")]),
        ("افتتح شارع [محمد الخامس/PER] أمس", [("شارع محمد الخامس", "LOC")]),
        ("نقلوا من [سجن/LOC] [نفحة/LOC] إلى", [("سجن نفحة", "LOC")]),
        ("في شمال [مالي/LOC] قتل", [("مالي", "LOC")]),
    ],
)
def test_a_description_is_outside_and_a_part_is_inside(marked: str, expected: list[tuple[str, str]]) -> None:
    assert settled(marked) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قالت وزارة الخارجية الروسية إن", ["وزارة الخارجية الروسية"]),
        ("أعلنت وزارة التربية والتعليم أن", ["وزارة التربية والتعليم"]),
        ("ونفت الخارجية القطرية ذلك", ["الخارجية القطرية"]),
        ("قال وزير الخارجية الروسي", []),
        ("انتقد السياسة الخارجية الأمريكية", []),
        ("هبطت الأسواق المالية اليونانية", []),
        ("مسؤول بوزارة الدفاع الألمانية", ["وزارة الدفاع الألمانية"]),
        ("وزارة", []),
        ("اتهمت الحكومة السورية ذلك", ["الحكومة السورية"]),
        ("والجيش اللبناني هناك", ["والجيش اللبناني"]),
        ("قالت الحكومة إنها", []),
    ],
)
def test_a_ministry_is_found_by_its_pattern(text: str, expected: list[str]) -> None:
    assert [name.removeprefix("ب") for name, label in settled(text) if label == "ORG"] == expected


@pytest.mark.parametrize(
    ("text", "is_country"),
    [
        ("الوضع في سورية صعب", True),
        ("قال إن روسية استضافت اللقاء", True),
        ("رئيس سورية الجديد", True),
        ("قوات سورية خاصة", False),
        ("طائرة روسية سقطت", False),
        ("القوات السورية تقدمت", False),
    ],
)
def test_a_country_spelt_like_its_adjective_is_told_apart(text: str, is_country: bool) -> None:
    assert any(label == "LOC" for _, label in settled(text)) is is_country


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("أعلنت [ألفابت/ORG] (Alphabet) نتائجها", ["ألفابت", "Alphabet"]),
        ("عن [منظمة حماية الطيور العربية/ORG] (محطاع) أن", ["منظمة حماية الطيور العربية", "محطاع"]),
        ("[علي حسن/PER] (الرئيس) قال", ["علي حسن"]),
        ("ذكرت [وكالة الأنباء القطرية/ORG] (قنا) أن", ["وكالة الأنباء القطرية", "قنا"]),
        ("[حلب/LOC] (", ["حلب"]),
    ],
)
def test_a_second_name_stands_in_brackets(marked: str, expected: list[str]) -> None:
    assert [name for name, _ in settled(marked)] == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("عاد إلى [مسقط/LOC] رأسه أمس", []),
        ("سجل هدفا [لصالح/PER] الفريق", []),
        ("القوات الموالية [لصالح/PER] في", [("لصالح", "PER")]),
        ("محاولة [للنيل/LOC] من سمعتهم", []),
        ("في مارس (آذار) وأبريل ([نيسان/ORG]) الماضيين", []),
        ("باعت [نيسان/ORG] سيارات", [("نيسان", "ORG")]),
        ("تقع [شمال/LOC] النهر", []),
        ("بشبهة فساد [مالي/LOC] في", []),
        ("في النيجر [ومالي/LOC] أيضا", [("ومالي", "LOC")]),
        ("بتحقيق إداري [ومالي/LOC] عاجل", []),
        ("كان جدي [رحمه الله/PER] يقول", []),
        ("سقط صاروخ على [المدينة/LOC] ليلا", []),
        ("بين مكة [والمدينة/LOC] قطار", [("والمدينة", "LOC")]),
        ("استقبل [خادم الحرمين الشريفين الملك فهد بن ناصر/PER] ضيوفه", [("فهد بن ناصر", "PER")]),
        ("هنأ [لخادم الحرمين الشريفين الملك فهد بن ناصر/PER] ثم", [("فهد بن ناصر", "PER")]),
        ("زواج فهد بن ناصر آل [مبارك من كريمة/PER] أخيه", [("آل مبارك", "PER")]),
        ("قال [فهد بن ناصر/PER] آل [مبارك/PER] إن", [("فهد بن ناصر آل مبارك", "PER")]),
        ("بقيادة أسرة آل [مبارك/PER] منذ", [("آل مبارك", "PER")]),
        (
            "دعا [اتحاد عمال تونس والمنظمة الحرة للشغل/ORG] إلى",
            [("اتحاد عمال تونس", "ORG"), ("والمنظمة الحرة للشغل", "ORG")],
        ),
        ("هاجمت [القوات العراقية والمسلحين/ORG] معا", [("القوات العراقية", "ORG")]),
        ("انتخبت [وزارة التربية والتعليم/ORG] مدرسة", [("وزارة التربية والتعليم", "ORG")]),
        (
            "رئيس [الجامعة المحلية للسباحة فيصل/ORG] الحمامي أمس",
            [("الجامعة المحلية للسباحة", "ORG"), ("فيصل الحمامي", "PER")],
        ),
        ("هزم فريق [باريس سان جيرمان/LOC] ضيفه", [("باريس سان جيرمان", "ORG")]),
        ("حكم عليه بسجن [أحمد نظيف/PER] عاما", [("أحمد نظيف", "PER")]),
    ],
)
def test_what_is_no_name_goes_and_what_was_joined_is_parted(marked: str, expected: list[tuple[str, str]]) -> None:
    assert settled(marked) == expected


def test_a_place_inside_a_longer_name_is_a_part() -> None:
    found = annotator("lists")("قررت جامعة القاهرة ذلك، وقال بنك مصر إنه موافق.", published=None)
    parts = [(mention.text, mention.label) for mention in found.mentions or () if mention.kind == "part"]
    assert parts == [("القاهرة", "LOC"), ("مصر", "LOC")]
