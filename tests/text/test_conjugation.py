"""Every class of Arabic verb gives the forms that grammars give, spelt as newspapers spell them."""

import pytest

from marsad.text.conjugation import Inflection, Verb, agrees, conjugate, noun_forms
from marsad.text.hamza import spellings
from marsad.text.verb_stems import root, stems

PERSONS = ("3ms", "3fs", "3md", "3fd", "3mp", "3fp", "1s", "1p")


def forms(
    perfect: str, imperfect: str, masdars: str = "", participles: str = "", passive: str = ""
) -> list[Inflection]:
    return conjugate(Verb(perfect, imperfect, masdars, participles, passive))


def row(inflections: list[Inflection], part: str, voice: str = "active") -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in inflections:
        if (one.part, one.voice) == (part, voice):
            found.setdefault(f"{one.person or ''}{one.gender}{one.number}", []).append(one.letters)
    return found


def usual(inflections: list[Inflection], part: str, voice: str = "active") -> str:
    """The usual spelling of every person."""
    table = row(inflections, part, voice)
    return " ".join(table[person][0] for person in PERSONS if person in table)


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        (("كتب", "يكتب"), "كتب كتبت كتبا كتبتا كتبوا كتبن كتبت كتبنا"),
        (("قال", "يقول"), "قال قالت قالا قالتا قالوا قلن قلت قلنا"),
        (("خاف", "يخاف"), "خاف خافت خافا خافتا خافوا خفن خفت خفنا"),
        (("دعا", "يدعو"), "دعا دعت دعوا دعتا دعوا دعون دعوت دعونا"),
        (("نفى", "ينفي"), "نفى نفت نفيا نفتا نفوا نفين نفيت نفينا"),
        (("بقي", "يبقى"), "بقي بقيت بقيا بقيتا بقوا بقين بقيت بقينا"),
        (("رأى", "يرى"), "رأى رأت رأيا رأتا رأوا رأين رأيت رأينا"),
        (("ردّ", "يردّ"), "رد ردت ردا ردتا ردوا رددن رددت رددنا"),
        (("بدأ", "يبدأ"), "بدأ بدأت بدآ بدأتا بدؤوا بدأن بدأت بدأنا"),
        (("جاء", "يجيء"), "جاء جاءت جاءا جاءتا جاؤوا جئن جئت جئنا"),
        (("أعلن", "يعلن"), "أعلن أعلنت أعلنا أعلنتا أعلنوا أعلن أعلنت أعلنا"),
        (("أفاد", "يفيد"), "أفاد أفادت أفادا أفادتا أفادوا أفدن أفدت أفدنا"),
        (("أدلى", "يدلي"), "أدلى أدلت أدليا أدلتا أدلوا أدلين أدليت أدلينا"),
        (("أعدّ", "يعدّ"), "أعد أعدت أعدا أعدتا أعدوا أعددن أعددت أعددنا"),
        (("تخلّى", "يتخلّى"), "تخلى تخلت تخليا تخلتا تخلوا تخلين تخليت تخلينا"),
        (("احتلّ", "يحتلّ"), "احتل احتلت احتلا احتلتا احتلوا احتللن احتللت احتللنا"),
        (("استقال", "يستقيل"), "استقال استقالت استقالا استقالتا استقالوا استقلن استقلت استقلنا"),
        (("اطمأنّ", "يطمئنّ"), "اطمأن اطمأنت اطمأنا اطمأنتا اطمأنوا اطمأنن اطمأننت اطمأننا"),
        (("سيطر", "يسيطر"), "سيطر سيطرت سيطرا سيطرتا سيطروا سيطرن سيطرت سيطرنا"),
    ],
)
def test_the_perfect_of_every_class(verb: tuple[str, str], expected: str) -> None:
    assert usual(forms(*verb), "perfect") == expected


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        (("كتب", "يكتب"), "يكتب تكتب يكتبان تكتبان يكتبون يكتبن أكتب نكتب"),
        (("وصف", "يصف"), "يصف تصف يصفان تصفان يصفون يصفن أصف نصف"),
        (("قال", "يقول"), "يقول تقول يقولان تقولان يقولون يقلن أقول نقول"),
        (("دعا", "يدعو"), "يدعو تدعو يدعوان تدعوان يدعون يدعون أدعو ندعو"),
        (("نفى", "ينفي"), "ينفي تنفي ينفيان تنفيان ينفون ينفين أنفي ننفي"),
        (("سعى", "يسعى"), "يسعى تسعى يسعيان تسعيان يسعون يسعين أسعى نسعى"),
        (("رأى", "يرى"), "يرى ترى يريان تريان يرون يرين أرى نرى"),
        (("وقى", "يقي"), "يقي تقي يقيان تقيان يقون يقين أقي نقي"),
        (("ردّ", "يردّ"), "يرد ترد يردان تردان يردون يرددن أرد نرد"),
        (("أخذ", "يأخذ"), "يأخذ تأخذ يأخذان تأخذان يأخذون يأخذن آخذ نأخذ"),
        (("سأل", "يسأل"), "يسأل تسأل يسألان تسألان يسألون يسألن أسأل نسأل"),
        (("بدأ", "يبدأ"), "يبدأ تبدأ يبدآن تبدآن يبدؤون يبدأن أبدأ نبدأ"),
        (("أكّد", "يؤكّد"), "يؤكد تؤكد يؤكدان تؤكدان يؤكدون يؤكدن أؤكد نؤكد"),
        (("أنبأ", "ينبئ"), "ينبئ تنبئ ينبئان تنبئان ينبئون ينبئن أنبئ ننبئ"),
        (("أوضح", "يوضح"), "يوضح توضح يوضحان توضحان يوضحون يوضحن أوضح نوضح"),
        (("آمن", "يؤمن"), "يؤمن تؤمن يؤمنان تؤمنان يؤمنون يؤمن أؤمن نؤمن"),
        (("آخذ", "يؤاخذ"), "يؤاخذ تؤاخذ يؤاخذان تؤاخذان يؤاخذون يؤاخذن أؤاخذ نؤاخذ"),
        (("تساءل", "يتساءل"), "يتساءل تتساءل يتساءلان تتساءلان يتساءلون يتساءلن أتساءل نتساءل"),
        (("انهار", "ينهار"), "ينهار تنهار ينهاران تنهاران ينهارون ينهرن أنهار ننهار"),
        (("اتّهم", "يتّهم"), "يتهم تتهم يتهمان تتهمان يتهمون يتهمن أتهم نتهم"),
        (("ادّعى", "يدّعي"), "يدعي تدعي يدعيان تدعيان يدعون يدعين أدعي ندعي"),
        (("اضطرّ", "يضطرّ"), "يضطر تضطر يضطران تضطران يضطرون يضطررن أضطر نضطر"),
        (("استعدّ", "يستعدّ"), "يستعد تستعد يستعدان تستعدان يستعدون يستعددن أستعد نستعد"),
        (("تدهور", "يتدهور"), "يتدهور تتدهور يتدهوران تتدهوران يتدهورون يتدهورن أتدهور نتدهور"),
    ],
)
def test_the_imperfect_of_every_class(verb: tuple[str, str], expected: str) -> None:
    assert usual(forms(*verb), "imperfect") == expected


@pytest.mark.parametrize(
    ("verb", "short", "plural"),
    [
        (("قال", "يقول"), "يقل", "يقولوا"),
        (("دعا", "يدعو"), "يدع", "يدعوا"),
        (("نفى", "ينفي"), "ينف", "ينفوا"),
        (("رأى", "يرى"), "ير", "يروا"),
        (("أشار", "يشير"), "يشر", "يشيروا"),
        (("تخلّى", "يتخلّى"), "يتخل", "يتخلوا"),
    ],
)
def test_the_jussive_of_weak_verbs_is_shorter(verb: tuple[str, str], short: str, plural: str) -> None:
    found = forms(*verb)
    assert [
        one.letters for one in found if one.state == "-" and one[3:6] == (3, "m", "s") and one.voice == "active"
    ] == [short]
    assert plural in row(found, "imperfect")["3mp"]


@pytest.mark.parametrize(
    ("verb", "perfect", "imperfect"),
    [
        (("قتل", "يقتل"), "قتل", "يقتل"),
        (("قال", "يقول", "", "", "+"), "قيل", "يقال"),
        (("دعا", "يدعو"), "دعي", "يدعى"),
        (("نفى", "ينفي"), "نفي", "ينفى"),
        (("سأل", "يسأل"), "سئل", "يسأل"),
        (("بدأ", "يبدأ"), "بدئ", "يبدأ"),
        (("وصف", "يصف"), "وصف", "يوصف"),
        (("أخذ", "يأخذ"), "أخذ", "يؤخذ"),
        (("أدان", "يدين"), "أدين", "يدان"),
        (("أعطى", "يعطي"), "أعطي", "يعطى"),
        (("اختار", "يختار"), "اختير", "يختار"),
        (("استدعى", "يستدعي"), "استدعي", "يستدعى"),
        (("هاجم", "يهاجم"), "هوجم", "يهاجم"),
        (("توقّع", "يتوقّع", "", "", "+"), "توقع", "يتوقع"),
        (("تداول", "يتداول", "", "", "+"), "تدوول", "يتداول"),
        (("ترجم", "يترجم"), "ترجم", "يترجم"),
    ],
)
def test_the_passive(verb: tuple[str, ...], perfect: str, imperfect: str) -> None:
    found = forms(*verb)
    assert row(found, "perfect", "passive")["3ms"] == [perfect]
    assert row(found, "imperfect", "passive")["3ms"][0] == imperfect


@pytest.mark.parametrize(
    "verb", [("مات", "يموت"), ("انسحب", "ينسحب"), ("تظاهر", "يتظاهر"), ("وصل", "يصل", "", "", "-")]
)
def test_a_verb_that_has_no_passive_has_no_forms_of_it(verb: tuple[str, ...]) -> None:
    assert {one.voice for one in forms(*verb)} <= {"active", ""}


@pytest.mark.parametrize(
    ("verb", "active", "passive"),
    [
        (("قتل", "يقتل"), "قاتل قاتلا قاتلة قاتلون قاتلات", "مقتول مقتولا مقتولة مقتولون مقتولات"),
        (("قال", "يقول", "", "", "+"), "قائل قائلا قائلة قائلون قائلات", "مقول مقولا مقولة مقولون مقولات"),
        (("دعا", "يدعو"), "داعي داعيا داعية داعون داعيات", "مدعو مدعوا مدعوة مدعوون مدعوات"),
        (("ردّ", "يردّ"), "راد رادا رادة رادون رادات", "مردود مردودا مردودة مردودون مردودات"),
        (("سأل", "يسأل"), "سائل سائلا سائلة سائلون سائلات", "مسؤول مسؤولا مسؤولة مسؤولون مسؤولات"),
        (("أضاف", "يضيف"), "مضيف مضيفا مضيفة مضيفون مضيفات", "مضاف مضافا مضافة مضافون مضافات"),
        (("أكّد", "يؤكّد"), "مؤكد مؤكدا مؤكدة مؤكدون مؤكدات", "مؤكد مؤكدا مؤكدة مؤكدون مؤكدات"),
        (("استدعى", "يستدعي"), "مستدعي مستدعيا مستدعية مستدعون مستدعيات", "مستدعى مستدعاة مستدعون مستدعيات"),
    ],
)
def test_participles(verb: tuple[str, ...], active: str, passive: str) -> None:
    found = forms(*verb)
    for part, voice, expected in (("participle", "active", active), ("object-participle", "passive", passive)):
        letters = {one.letters for one in found if (one.part, one.voice) == (part, voice)}
        assert set(expected.split(" ")) <= letters


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        (("صرّح", "يصرّح"), "تصريح تصريحا تصريحان تصريحين تصريحات"),
        (("سمّى", "يسمّي"), "تسمية تسميتان تسميات"),
        (("هنّأ", "يهنّئ"), "تهنئة تهنئات"),
        (("طالب", "يطالب"), "مطالبة مطالبات"),
        (("ساوى", "يساوي"), "مساواة"),
        (("أعلن", "يعلن"), "إعلان إعلانا إعلانات"),
        (("أفاد", "يفيد"), "إفادة إفادات"),
        (("أعطى", "يعطي"), "إعطاء إعطاءات"),
        (("أوضح", "يوضح"), "إيضاح إيضاحات"),
        (("آمن", "يؤمن"), "إيمان"),
        (("تخلّى", "يتخلّى"), "تخل تخلي تخليا"),
        (("تنبّأ", "يتنبّأ"), "تنبؤ تنبؤا تنبؤات"),
        (("تعاون", "يتعاون"), "تعاون تعاونا"),
        (("انحاز", "ينحاز"), "انحياز انحيازا"),
        (("انقضى", "ينقضي"), "انقضاء"),
        (("اتّهم", "يتّهم"), "اتهام اتهامات"),
        (("احتاج", "يحتاج"), "احتياج احتياجات"),
        (("استقال", "يستقيل"), "استقالة استقالات"),
        (("استدعى", "يستدعي"), "استدعاء استدعاءات"),
        (("استوضح", "يستوضح"), "استيضاح"),
        (("سيطر", "يسيطر"), "سيطرة"),
        (("قال", "يقول", "قول+أقوال|مقولة"), "قول قولا أقوال أقوالا مقولة مقولات"),
        (("بدأ", "يبدأ", "بدء|بداية"), "بدء بدءا بداية بدايات"),
    ],
)
def test_verbal_nouns(verb: tuple[str, ...], expected: str) -> None:
    letters = {one.letters for one in forms(*verb) if one.part == "masdar"}
    assert set(expected.split(" ")) <= letters


def test_no_alif_is_written_behind_a_hamza_that_follows_one() -> None:
    letters = {one.letters for one in forms("أعطى", "يعطي") if one.part == "masdar" and one.state == "~"}
    assert letters == set()


def test_what_is_listed_wins_over_the_regular_form() -> None:
    found = forms("جاء", "يجيء", "مجيء", "-", "-")
    assert {one.part for one in found} == {"perfect", "imperfect", "masdar"}
    assert not [one for one in forms("كان", "يكون", "-") if one.part == "masdar"]


def test_both_spellings_of_a_hamza_are_given() -> None:
    assert row(forms("بدأ", "يبدأ"), "perfect")["3mp"] == ["بدؤوا", "بدأوا", "بدءوا"]
    assert {"مسؤول", "مسئول"} <= {one.letters for one in forms("سأل", "يسأل")}
    assert [one.letters for one in spellings("يuءaك~iدu")] == ["يؤكد"]


def test_nouns_have_their_plurals_and_states() -> None:
    found = {one.letters: (one.gender, one.number, one.state) for one in noun_forms("غارة", "noun", ["غارات"])}
    assert found["غارة"] == ("f", "s", "")
    assert found["غارتين"] == ("f", "d", "=")
    assert found["غارات"] == ("f", "p", "")
    men = {one.letters: one.state for one in noun_forms("مراقب", "noun", ["مراقبون"])}
    assert men["مراقبون"] == "="
    assert men["مراقبو"] == "+"


def test_vowels_choose() -> None:
    passive = next(one for one in forms("قتل", "يقتل") if one.voice == "passive" and one.part == "perfect")
    active = next(one for one in forms("قتل", "يقتل") if one.voice == "active" and one.part == "perfect")
    written = [("ق", "\u064f"), ("ت", ""), ("ل", "")]
    assert agrees(written, passive.shape)
    assert not agrees(written, active.shape)
    assert not agrees(written[:2], passive.shape)
    assert not agrees([("ق", ""), ("ت", "\u0651"), ("ل", "")], active.shape)


@pytest.mark.parametrize(
    ("perfect", "form", "kind"),
    [
        ("استمع", "VIII", ""),
        ("استمرّ", "X", "doubled"),
        ("استاء", "VIII", "hollow"),
        ("استولى", "X", "defective"),
        ("استوى", "VIII", "defective"),
        ("انتقد", "VIII", ""),
        ("انسحب", "VII", ""),
        ("انضمّ", "VII", "doubled"),
        ("ازداد", "VIII", "hollow"),
        ("اصطدم", "VIII", ""),
        ("اطّلع", "VIII", ""),
        ("أكّد", "II", ""),
        ("أكل", "I", ""),
        ("أقام", "IV", "hollow"),
        ("تابع", "III", ""),
        ("تبادل", "VI", ""),
        ("تبنّى", "V", "defective"),
        ("تمّ", "I", "doubled"),
        ("ترجم", "QI", ""),
    ],
)
def test_form_and_class_are_read_off_the_letters(perfect: str, form: str, kind: str) -> None:
    found = root(perfect, "يفعل")
    assert (found.form, found.kind) == (form, kind)


@pytest.mark.parametrize("word", ["", "ق", "قا", "بيانات", "استخباراتية", "٣", "abc", "ق" * 10_000, "ا" * 10_000])
def test_what_is_no_verb_is_named(word: str) -> None:
    with pytest.raises(ValueError, match="no verb of a known form"):
        stems(word, word)
