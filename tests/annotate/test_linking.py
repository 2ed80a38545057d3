"""One entity per thing of an article. Names are marked in the text: {PER سعد}, {ADJ الروسية}, {PART لبنان}."""

import re
import time
from dataclasses import replace
from typing import Any, cast

import pytest

from marsad.annotate.linking.entities import certain_id
from marsad.annotate.linking.link import link
from marsad.records import Entity, Mention

_MARKED = re.compile(r"\{(PER|ORG|LOC|ADJ|PART|NOM) ([^}]*)\}")


def read(marked: str) -> tuple[str, list[Mention]]:
    text, end = "", 0
    mentions: list[Mention] = []
    for match in _MARKED.finditer(marked):
        text += marked[end : match.start()]
        end = match.end()
        kind = {"ADJ": "adjective", "PART": "part", "NOM": "nominal"}.get(match[1], "name")
        label = match[1] if kind == "name" else "LOC"
        start = len(text)
        text += match[2]
        number = f"m{len(mentions) + 1}"
        mentions.append(
            Mention(number, start, len(text), match[2], cast("Any", label), cast("Any", kind), None, "test")
        )
    return text + marked[end:], mentions


def linked(marked: str) -> tuple[list[str | None], dict[str, Entity]]:
    """The name of the entity of each mention, and the entities by name (the last of two with one name)."""
    text, mentions = read(marked)
    out, entities = link(text, mentions)
    assert [replace(one, entity=None) for one in out] == mentions
    by_id = {entity.id: entity for entity in entities}
    return [by_id[one.entity].name if one.entity else None for one in out], {one.name: one for one in entities}


def ids(marked: str) -> list[str | None]:
    text, mentions = read(marked)
    return [mention.entity for mention in link(text, mentions)[0]]


@pytest.mark.parametrize(
    "marked",
    [
        "التقى {PER نبيل الهاشمي} الوفد. وقال {PER الهاشمي} إن اللقاء مثمر.",
        "{PER الهاشمي} يلتقي الوفد\n\nأعلن {PER نبيل الهاشمي} ذلك.",
        "قال {PER سيرغي بوبوف} أمس، ثم نفى {PER سيرجي بوبوف} ذلك.",
        "قال {PER عبد الكريم الزين} إنه باق. وأضاف {PER عبدالكريم الزين}: نعم.",
        "وصل {PER حسام الدين مصطفى}، وكان {PER حسام الدين} متعبا.",
        "قال {PER دي سوزا} ما قاله {PER باولو دي سوزا} من قبل.",
        "أعلنت {ORG وزارة الصحة التونسية} الخبر، وقالت {ORG وزارة الصحة} إنه صحيح. {ORG الصحة التونسية} تنفي.",
        "{ORG هيئة الرقابة} تعلن. وقالت {ORG الهيئة العليا المستقلة للرقابة} إن {ORG الهيئة} ستحقق.",
        "أكدت {ORG حركة الفجر الجديد} (حفج) أن {ORG الحركة} باقية.",
        "قالت {ORG منظمة السلام الأخضر} ({ORG سلاخ}) أمس إن {ORG سلاخ} مستعدة.",
        "أطلقت {ORG بريمولا} ({ORG Primula}) هاتفا، وقالت {ORG Primula} إنه الأول.",
        'يعرف {ORG تنظيم الراية} باسم آخر. وهاجم {ORG تنظيم الراية} "{ORG رات}" القرية.',
        "وصل إلى {LOC أميركا} وعاد من {LOC الولايات المتحدة} ثم زار {LOC أمريكا}.",
        "في {LOC سورية} وفي {LOC سوريا}.",
        "وصل وفد {LOC الأردن} وسلم رسالة {LOC للأردن}.",
        "هاجم تنظيم «{ORG راية الفجر}» القرية. وقال {ORG التنظيم} إنه باق.",
        "سقطت القرية بيد {ORG داعش}، وكان {ORG تنظيم الدولة الإسلامية} يحاصرها.",
        "غنى {PER ماجد المهندس} ثم قال {PER المهندس} إنه سعيد.",
        "زار {LOC جزر فارو} ثم غادر {LOC فارو}.",
        "على هامش مؤتمر {LOC موينخ} الذي تستضيفه {LOC ميونخ}.",
        "قال {PER ضرغام البياتي} ثم أضاف {PER ضرعام البياتي}: لا.",
    ],
)
def test_names_of_one_thing_are_one_entity(marked: str) -> None:
    assert set(ids(marked)) == {"e1"}


@pytest.mark.parametrize(
    "marked",
    [
        "قال {PER محمد منصور} وقال {PER محمد الشاذلي}.",
        "قتل {PER رفعت الديب} ونجا {PER عصام الديب}.",
        "قتل {PER نبيل الراوي} ونجا {PER نبيه الراوي}.",
        "قتل {PER زاهر الراوي} ونجا {PER ساهر الراوي}.",
        "في {ORG جمعية الرفق} و{ORG جمعية الرفيق}",
        "قال {PER خالد بن فيصل} إن {PER فيصل} غادر.",
        "{ORG وزارة الداخلية} و{ORG وزارة الخارجية}",
        "{ORG وزارة الخارجية المصرية} و{ORG وزارة الخارجية القطرية}",
        "بين {LOC عمّان} و{LOC سلطنة عمان}.",
        "سافر من {LOC موسكو} في {LOC روسيا}.",
        "من {LOC كوريا الشمالية} إلى {LOC كوريا الجنوبية}.",
        "اجتمع {ORG مجلس الأمن} ثم اجتمع {ORG مجلس الأمن القومي}.",
        "من {LOC بيروت} إلى {LOC مطار بيروت}.",
        "من {LOC بغداد} إلى {LOC مطار بغداد}.",
        "في {LOC السودان} وفي {LOC جنوب السودان}.",
        "في {LOC المنصورة} ({LOC مصر})",
        "{PER يوسف} و{ORG يوسف}",
    ],
)
def test_two_things_stay_two_entities(marked: str) -> None:
    assert ids(marked) == ["e1", "e2"]


def test_a_short_form_whose_mentions_all_went_to_longer_names_takes_no_more() -> None:
    marked = (
        "افتتحت {ORG كلية آل مرزوق للتعليم} ثم {ORG كلية آل مرزوق للدراسات العليا}. وقالت {ORG كلية آل مرزوق} إن "
        "{ORG كلية آل} تستقبل الطلاب."
    )
    assert ids(marked) == ["e1", "e2", "e2", "e2"]


def test_a_surname_of_two_persons_goes_to_the_one_named_last() -> None:
    marked = (
        "تحدث {PER رفعت الديب} أولا. ورأى {PER الديب} أن الأمر سهل. ثم تحدث {PER عصام الديب}، فقال {PER الديب} إنه صعب."
    )
    text, mentions = read(marked)
    out, entities = link(text, mentions)
    assert [one.entity for one in out] == ["e1", "e1", "e2", "e2"]
    assert all("last one named" in entity.rule for entity in entities)
    assert all(entity.confidence < 0.9 for entity in entities)  # less than where a surname is one person's


def test_a_title_tells_which_of_two_persons_is_meant() -> None:
    marked = "استقبل الرئيس {PER بشير الخولي} شقيقه اللواء {PER ماهر الخولي}. وقال الرئيس {PER الخولي} إن الأمن مستتب."
    assert ids(marked) == ["e1", "e2", "e1"]


def test_father_and_son_with_one_name_inside_the_other_are_two_persons() -> None:
    marked = "قتل الرئيس {PER إدريس ماهاما ساكو}، وخلفه نجله {PER محمد إدريس ماهاما ساكو}."
    assert ids(marked) == ["e1", "e2"]


def test_an_adjective_belongs_to_its_country_and_keeps_its_kind() -> None:
    text, mentions = read("قالت الخارجية {ADJ الروسية} إن {LOC روسيا} مستعدة، وردت الخارجية {ADJ التركية}.")
    out, entities = link(text, mentions)
    assert [one.entity for one in out] == ["e1", "e1", "e2"]
    assert [one.kind for one in out] == ["adjective", "name", "adjective"]
    assert [(one.name, one.country, one.wikidata) for one in entities] == [
        ("روسيا", "RU", "Q159"),
        ("تركيا", "TR", "Q43"),
    ]
    assert entities[1].rule == "adjective"


@pytest.mark.parametrize(
    "marked",
    [
        "أكد أن {LOC موسكو} لن تتخلى عن مصالحها.",
        "اتهمت {LOC واشنطن} خصومها بالكذب.",
        "{LOC طهران} ترفض الشروط الجديدة.",
        "تدهورت العلاقات بين {LOC موسكو} وجيرانها.",
        "ينتظر الجميع موقف {LOC باريس} من الأزمة.",
        "خلاف جديد مع {LOC دمشق} حول المياه.",
        "العقوبات المفروضة على {LOC طهران} باقية.",
    ],
)
def test_a_capital_that_speaks_is_its_government(marked: str) -> None:
    text, mentions = read(marked)
    _, (entity,) = link(text, mentions)
    assert entity.stands_for == f"gov:{entity.country}"
    assert (entity.label, entity.sector, entity.wikidata, entity.rule) == ("LOC", "GOV", None, "metonym")


@pytest.mark.parametrize(
    "marked",
    [
        "وصل الوفد إلى {LOC موسكو} صباح اليوم.",
        "عقد اللقاء في {LOC واشنطن} أمس.",
        "في العاصمة {LOC طهران} التي شهدت احتجاجات.",
        "سقط صاروخ قرب {LOC دمشق}.",
        "الطريق بين {LOC دمشق} وحمص مقطوع.",
        "شهدت {LOC باريس} أمطارا غزيرة.",
        "{LOC باريس}",
    ],
)
def test_a_capital_that_is_a_place_stays_one(marked: str) -> None:
    text, mentions = read(marked)
    _, (entity,) = link(text, mentions)
    assert entity.stands_for is None


def test_the_government_and_the_place_are_two_entities_and_the_first_stands_for_the_country_of_the_article() -> None:
    marked = "{LOC روسيا} حاضرة. أكد أن {LOC موسكو} لن تتخلى عن دورها، بعد لقاء عقد في {LOC موسكو} أمس."
    text, mentions = read(marked)
    _, entities = link(text, mentions)
    assert [(one.name, one.stands_for) for one in entities] == [("روسيا", None), ("موسكو", "e1"), ("موسكو", None)]


@pytest.mark.parametrize(
    ("marked", "office", "country"),
    [
        ("قال وزير الخارجية المصري {PER سالم جاد} أمس.", "وزير الخارجية المصري", "EG"),
        ('والتقى الرئيس الفرنسي "{PER جان مورو}" الوفد.', "الرئيس الفرنسي", "FR"),
        ("اتصل بوزير الدفاع العراقي {PER سالم جاد}.", "وزير الدفاع العراقي", "IQ"),
        ("رأى {PER سالم جاد}، رئيس الوزراء الليبي، أن الوقت حان.", "رئيس الوزراء الليبي", "LY"),
        ("قال الناطق باسم الحركة {PER سالم جاد} إن الوفد وصل.", "الناطق باسم الحركة", None),
        ("قال وزير المالية {PER سالم جاد} إن الوفد وصل.", "وزير المالية", None),
        ("قال الرئيس إن {PER سالم جاد} وصل.", None, None),
        ("قال رئيس الوفد. {PER سالم جاد} وصل.", None, None),
        ("{PER سالم جاد}", None, None),
        ("أكد {PER سالم جاد} وزير التجارة أن السوق مفتوحة.", "وزير التجارة", None),
        ("قال الأمير {PER سالم جاد} ولي العهد إن الخطة ماضية.", "ولي العهد", None),
        ("برعاية {PER سالم جاد} رئيس الجمهورية اللبنانية افتتح المعرض.", "رئيس الجمهورية اللبنانية", "LB"),
        ("أشاد {PER سالم جاد} الأمين العام لحلف الناتو بالخطوة.", "الأمين العام لحلف الناتو", None),
        ("قال {PER سالم جاد} الأمين العام للأمم المتحدة إنه قلق.", "الأمين العام للأمم المتحدة", None),
        ("التقى {PER سالم جاد} وزير الخارجية التركي.", None, None),
        ("انتخب {PER سالم جاد} رئيسا للبلاد.", None, None),
        ("قال {PER سالم جاد} لوزير الخارجية ذلك.", None, None),
        ("قال {PER سالم جاد} وزير التجارة لقناة الفجر ذلك.", "وزير التجارة", None),
        ("قال {PER سالم جاد} رئيس.", None, None),
    ],
)
def test_an_office_is_taken_where_it_stands_beside_the_name(
    marked: str, office: str | None, country: str | None
) -> None:
    _, entities = linked(marked)
    (entity,) = entities.values()
    assert (entity.office, entity.country) == (office, country)


def test_a_city_with_the_name_of_a_capital_speaks_for_no_country() -> None:
    marked = "في {LOC طرابلس} شمالي {LOC لبنان} احتفال. واتهمت {LOC طرابلس} خصومها، وفي {LOC لبنان} من يرد."
    text, mentions = read(marked)
    out, entities = link(text, mentions)
    assert [one.entity for one in out] == ["e1", "e2", "e1", "e2"]
    assert [(one.country, one.stands_for) for one in entities] == [("LB", None), ("LB", None)]
    _, libyan = linked("في {LOC ليبيا} خلاف. واتهمت {LOC طرابلس} خصومها.")
    assert libyan["طرابلس"].stands_for == "e1"


def test_an_office_between_two_names_is_of_the_second() -> None:
    for front in ("التقى", "ودعا"):
        _, entities = linked(f"{front} {{PER سالم جاد}} وزير العدل التركي {{PER رضا قايا}} أمس.")
        assert (entities["سالم جاد"].office, entities["رضا قايا"].office) == (None, "وزير العدل التركي")
    _, entities = linked("وصل {PER سالم جاد} وزير العدل الدكتور {PER رضا قايا} أمس.")
    assert (entities["سالم جاد"].office, entities["رضا قايا"].office) == (None, "وزير العدل")
    _, entities = linked("وصل {PER سالم جاد} وزير العدل برفقة {PER رضا قايا} أمس.")
    assert (entities["سالم جاد"].office, entities["رضا قايا"].office) == ("وزير العدل", None)


def test_the_dual_gives_each_of_two_ministers_an_office() -> None:
    marked = 'جمع اللقاء وزيري الخارجية التركي "{PER سليم قايا}" والإيراني "{PER رضا كريمي}" أمس.'
    _, entities = linked(marked)
    assert entities["سليم قايا"].office == "وزير الخارجية التركي"
    assert entities["رضا كريمي"].office == "وزير الخارجية الإيراني"
    assert (entities["سليم قايا"].country, entities["رضا كريمي"].country) == ("TR", "IR")


def test_a_counterpart_has_the_office_of_the_person_before() -> None:
    _, entities = linked("التقى وزير العدل التركي {PER سليم قايا} نظيره الإيراني {PER رضا كريمي} أمس.")
    assert entities["رضا كريمي"].office == "وزير العدل الإيراني"


def test_the_name_is_the_fullest_and_the_others_are_aliases() -> None:
    _, entities = linked("{PER الهاشمي} يرد. قال {PER نبيل الهاشمي} ذلك، وكرره {PER الهاشمي}.")
    entity = entities["نبيل الهاشمي"]
    assert entity.aliases == ("الهاشمي",)
    assert entity.mentions == ("m1", "m2", "m3")


def test_names_inside_longer_names_are_linked_and_other_kinds_are_left_alone() -> None:
    assert ids("{ORG بنك لبنان} في {LOC لبنان}، وقال {NOM الوزير} {PART لبنان}") == ["e1", "e2", None, "e2"]


def test_the_kingdom_is_the_one_of_which_the_article_speaks() -> None:
    assert ids("زار {LOC المغرب}، وعاد إلى {LOC المملكة}.") == ["e1", "e1"]
    assert ids("زار {LOC الأردن} ثم {LOC الأردن}، وعاد إلى {LOC المملكة}.") == ["e1", "e1", "e1"]


def test_what_the_lists_know_without_doubt_has_an_id_of_theirs() -> None:
    _, entities = linked("قال {PER سيرجي لافروف} في {LOC روسيا} إن {PER نبيل الهاشمي} و{PER لافروف} اتفقا.")
    ids = {name: certain_id(entity) for name, entity in entities.items()}
    assert ids == {"سيرجي لافروف": "person:ru-lavrov", "روسيا": "country:RU", "نبيل الهاشمي": None}


def test_a_holder_of_an_office_has_its_country_and_while_in_office_its_sector() -> None:
    text, mentions = read("قال {PER حسني مبارك}")
    (then,) = link(text, mentions, published="2009-03-01")[1]
    (later,) = link(text, mentions, published="2016-03-01")[1]
    assert (then.country, then.sector) == ("EG", "GOV")
    assert (later.country, later.sector) == ("EG", None)


def test_marks_tatweel_and_direction_signs_in_names_change_nothing() -> None:
    plain = "قال {PER نبيل الهاشمي} في {LOC سوريا}، وعاد {PER الهاشمي} من {LOC الأردن} إلى {LOC سوريا}."
    dressed = plain.replace("نبيل", "نَبيل").replace("سوريا", "ســوريا", 1).replace("الأردن", "\u200fالأُردن")
    assert ids(dressed) == ids(plain)


def test_every_link_is_written_on_both_sides() -> None:
    text, mentions = read(
        "{PER الهاشمي}: التقى {PER نبيل الهاشمي} وفدا من {LOC روسيا} في {LOC موسكو}. "
        "وقالت {LOC موسكو} إن اللقاء {ADJ الروسي} مثمر."
    )
    out, entities = link(text, mentions)
    from_entities = {(number, entity.id) for entity in entities for number in entity.mentions}
    assert {(one.id, one.entity) for one in out} == from_entities
    assert [entity.id for entity in entities] == [f"e{number}" for number in range(1, len(entities) + 1)]
    assert all(0 < entity.confidence <= 1 and entity.rule for entity in entities)


def test_a_misspelt_place_that_only_the_lists_have_right_is_known_and_said_to_be_misspelt() -> None:
    _, entities = linked("على هامش مؤتمر عقد في {LOC موينخ} أمس.")
    (entity,) = entities.values()
    assert (entity.wikidata, entity.aliases, entity.rule) == ("Q1726", ("موينخ",), "misspelt")
    assert entity.confidence < 0.9  # less than a name as the lists have it


def test_a_part_of_a_listed_place_has_neither_its_id_nor_its_government() -> None:
    _, entities = linked("أغلق {LOC مطار بغداد} أمس، ثم أعلنت {LOC بغداد} فتحه.")
    assert entities["مطار بغداد"].wikidata is None
    assert certain_id(entities["مطار بغداد"]) != certain_id(replace(entities["بغداد"], stands_for=None))


def test_a_person_of_a_common_name_is_not_the_listed_one_without_evidence() -> None:
    _, entities = linked("سجل {PER محمد نور} هدفا.")
    (entity,) = entities.values()
    assert (entity.wikidata, entity.country) == (None, None)


def test_no_mentions_give_no_entities() -> None:
    assert link("", ()) == ((), ())
    assert link("نص بلا أسماء.", []) == ((), ())


@pytest.mark.parametrize("name", ["", " ", "«»", "ا", "123", "A", "لل", "الله", "بن", "ال", "\u0640\u0651", "😀"])
@pytest.mark.parametrize("label", ["PER", "ORG", "LOC"])
def test_odd_names_are_entities_like_others(name: str, label: str) -> None:
    marked = f"{{{label} نبيل الهاشمي}} {{{label} {name}}}"
    assert len(ids(marked)) == 2


def test_the_order_in_which_mentions_are_given_changes_nothing() -> None:
    text, mentions = read("{PER الهاشمي} في {LOC بيروت}: قال {PER نبيل الهاشمي} لصحيفة {ORG الفجر}.")
    one, entities = link(text, mentions)
    other, again = link(text, mentions[::-1])
    assert other == one[::-1]
    assert again == entities


def test_a_noun_alone_is_the_last_one_that_it_stood_in_front_of() -> None:
    assert ids(
        "هاجم تنظيم {ORG النورس} القرية وقال {ORG التنظيم} ذلك. ورد تنظيم {ORG السنونو} وأعلن {ORG التنظيم} نصره."
    ) == ["e1", "e1", "e2", "e2"]


def test_a_usual_name_is_a_listed_person_only_with_evidence() -> None:
    name = "أحمد حجازي"
    assert linked(f"كتب {{PER {name}}} من {{LOC جدة}}")[1][name].country is None
    assert linked(f"سجل {{PER {name}}} لمنتخب {{LOC مصر}}")[1][name].country == "EG"


def test_an_alias_that_needs_context_is_not_of_a_country_named_in_passing() -> None:
    text = "في {LOC العراق} والعراق {LOC العراق} {LOC العراق} {LOC العراق} قرب {LOC سوريا} قصف {ORG الائتلاف}"
    assert linked(text)[1]["الائتلاف"].country is None
    kingdom = "في {LOC اليمن} {LOC اليمن} {LOC اليمن} {LOC اليمن} عناصر {ADJ سعودية} عادت إلى {LOC المملكة}"
    assert linked(kingdom)[1]["السعودية"].country == "SA"


def test_a_body_of_general_words_is_of_no_country_that_goes_unmentioned() -> None:
    taiwan = "في {LOC تايوان} وفي {LOC تايوان} و{LOC الصين} و{LOC الصين} اجتمع {ORG المجلس التشريعي}"
    assert linked(taiwan)[1]["المجلس التشريعي"].country is None
    assert linked("في {LOC فلسطين} اجتمع {ORG المجلس التشريعي}")[1]["المجلس التشريعي"].country == "PS"


def test_a_word_that_is_an_adjective_of_a_country_too_needs_the_country() -> None:
    assert ids("فرض رسوما {ADJ مالية} عليه") == []
    assert ids("بحث وزير {ADJ المالية} في {LOC مالي} وضع السوق {ADJ المالية} مع وفد {ADJ مالي}") == ["e1", "e1"]
    assert ids("في {LOC مالي} قال لوزير {ADJ المالية} و{ADJ الماليون} نعم") == ["e1", "e1"]
    text, mentions = read("قالت {ORG جمعية الفجر المالية} و{ORG الخزانة المالية} نعم")
    assert [one.country for one in link(text, mentions)[1]] == [None, None]
    assert ids("عاد من {LOC مالي} بوثائق {ADJ مالية}") == ["e1", "e1"]


@pytest.mark.parametrize(
    "marked",
    [
        "أعلنت {ORG وزارة الصحة} في غزة الحصيلة، وقالت {ORG وزارة الصحة اللبنانية} إنها أعلى.",
        "أعلنت {ORG وزارة الصحة} بغزة الحصيلة، وقالت {ORG وزارة الصحة الإسرائيلية} إنها أعلى.",
        "قالت {ORG وزارة النقل الأردنية} ذلك، ونفته {ORG وزارة النقل} في بغداد.",
        "أعلنت {ORG وزارة الصحة في غزة} الحصيلة، وقالت {ORG وزارة الصحة اللبنانية} إنها أعلى.",
    ],
)
def test_a_body_with_a_place_behind_it_is_not_that_of_another_country(marked: str) -> None:
    assert ids(marked) == ["e1", "e2"]


def test_a_body_with_a_place_of_its_own_country_behind_it_stays_one() -> None:
    assert ids("{ORG وزارة النقل العراقية} تنفي. وقالت {ORG وزارة النقل} في بغداد: لا.") == ["e1", "e1"]
    marked = "{ORG وزارة الصحة} بغزة تعلن، و{ORG وزارة الصحة اللبنانية} تنفي. وقالت {ORG وزارة الصحة} في غزة: نعم."
    assert ids(marked) == ["e1", "e2", "e1"]
    assert link(*read(marked))[1][0].country == "PS"


def test_nobody_is_who_will_hold_an_office_later() -> None:
    text, mentions = read("كتب الشاعر {PER محمد بن عبد الرحمن} قصيدة")
    assert link(text, mentions, published="2010-01-01")[1][0].country is None
    assert link(text, mentions, published="2020-01-01")[1][0].country == "QA"


def test_identical_names_a_hundred_thousand_times_take_bounded_time() -> None:
    text, mentions = read("{PER نبيل الهاشمي} {LOC موسكو} " * 50_000)
    begin = time.perf_counter()
    _, entities = link(text, mentions)
    assert len(entities) <= 3
    assert time.perf_counter() - begin < 30


@pytest.mark.slow
def test_a_hundred_thousand_different_names_take_bounded_time() -> None:
    letters = "بتثجحخدذرزسشصضطظعغفقكلمن"
    names = [a + b + c + "ال" for a in letters for b in letters for c in letters]
    marked = []
    for number in range(50_000):
        label, first, last = ("PER", "ORG", "LOC")[number % 3], names[number % 9973], names[number * 31 % 13001]
        marked.append(f"{{{label} {first} {last}}} و{{{label} {last}}} ")
    text, mentions = read("".join(marked))
    begin = time.perf_counter()
    out, _ = link(text, mentions)
    assert len(out) == 100_000
    assert time.perf_counter() - begin < 120
