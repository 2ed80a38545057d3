"""Same thing or not, for two names with what is said beside each; and who held which office."""

import pytest

from marsad.annotate.linking.decide import decide
from marsad.annotate.linking.holders import Office, bearers, holders, office_named
from marsad.kinds import Label


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("بيونغ يانغ", "بيونغيانغ"),
        ("هيلاري كلينتون", "هيلاري كلنتون"),
        ("أمريكا", "الولايات المتحدة"),
        ("تركيا", "الجمهورية التركية"),
        ("سوريا", "سورية"),
        ("وزارة الخارجية القطرية", "الخارجية القطرية"),
        ("الهيئة العامة للطيران المدني", "هيئة الطيران المدني"),
        ("مجلس الاحتياطي الاتحادي", "مجلس الاحتياطي الفيدرالي"),
        ("تنظيم الراية", "الراية"),
        ("حسني مبارك", "مبارك"),
        ("الرئيس السيسي", "عبد الفتاح السيسي"),
        ("العاهل المغربي", "محمد السادس"),
        ("المستشارة الألمانية", "أنغيلا ميركل"),
        ("خادم الحرمين الشريفين", "الملك سلمان"),
        ("الأمين العام للأمم المتحدة", "بان كي مون"),
        ("المبعوث الأممي إلى اليمن", "مارتن غريفيث"),
        ("زعيم حزب الله", "حسن نصر الله"),
        ("محمد بن راشد", "محمد بن راشد آل مكتوم"),
    ],
)
def test_one_thing_is_joined_whichever_name_comes_first(first: str, second: str) -> None:
    assert decide(first, second).same
    assert decide(second, first).same


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("عمّان", "سلطنة عمان"),
        ("العراق", "إيران"),
        ("كوريا الشمالية", "كوريا الجنوبية"),
        ("وزارة العدل", "وزارة الدفاع"),
        ("وزارة العدل المصرية", "وزارة العدل التونسية"),
        ("مجلس الأمن", "مجلس الأمن القومي"),
        ("الاتحاد الأوروبي", "الاتحاد الأوروبي لكرة القدم"),
        ("محمد الفايز", "محمد الراوي"),
        ("محمد", "محمد الراوي"),
        ("الملك فهد", "الملك خالد"),
        ("روسيا", "روسية"),
        ("مصر", "مصري"),
        ("بيروت", "مطار بيروت"),
        ("الرئيس التونسي", "الرئيس اليمني"),
        ("الرئيس المصري", "سيرغي لافروف"),
        ("", ""),
        ("", "بيروت"),
    ],
)
def test_two_things_are_kept_apart(first: str, second: str) -> None:
    assert not decide(first, second).same
    assert not decide(second, first).same


def test_a_hint_tells_the_country_from_the_adjective() -> None:
    assert decide("روسيا", "روسية", hint_b="«روسية أرسلت وفدا»").same
    assert decide("روسيا", "روسية", hint_b="البلد").same
    assert decide("روسيا", "روسية", label_b="LOC").same
    assert not decide("روسيا", "روسية", hint_b="«سفينة روسية»").same
    assert not decide("روسيا", "روسية", hint_b="صفة").same
    assert not decide("سامي التونسي", "التونسي", hint_b="«الدينار التونسي»").same


@pytest.mark.parametrize(
    ("name", "hint_a", "hint_b"),
    [
        ("طرابلس", "«ميناء طرابلس الليبي»", "«طرابلس في لبنان»"),
        ("الوطن", "صحيفة", "حزب"),
        ("كامل", "الوزير المصري", "شخص آخر"),
    ],
)
def test_one_string_with_hints_of_two_things_is_two(name: str, hint_a: str, hint_b: str) -> None:
    assert not decide(name, name, hint_a=hint_a, hint_b=hint_b).same
    assert decide(name, name).same


@pytest.mark.parametrize(
    ("title", "person", "hint", "same"),
    [
        ("الرئيس المصري", "حسني مبارك", "عام 2009", True),
        ("الرئيس المصري", "حسني مبارك", "عام 2016", False),
        ("الرئيس المصري", "حسني مبارك", "رئيس سابق", False),
        ("ولي العهد السعودي", "محمد بن نايف", "2016", True),
        ("ولي العهد السعودي", "محمد بن نايف", "2019", False),
        ("الرئيس التركي", "أحمد داود أوغلو", "", False),
    ],
)
def test_an_office_is_dated(title: str, person: str, hint: str, same: bool) -> None:
    assert decide(title, person, hint_b=hint).same == same


def test_labels_are_believed() -> None:
    person: Label = "PER"
    assert decide("رامبو", "زكزك رامبو", label_a=person, label_b=person).same
    assert not decide("رامبو", "زكزك رامبو").same


@pytest.mark.parametrize(
    ("title", "office"),
    [
        ("الرئيس الفرنسي", Office("state", "FR")),
        ("رئيس الوزراء العراقي", Office("head", "IQ")),
        ("وزيرة الخارجية الألمانية", Office("foreign", "DE")),
        ("ملك الأردن", Office("state", "JO")),
        ("سمو ولي العهد", Office("crown", "")),
        ("رئيس", Office("state", "")),
        ("رئيس النادي", None),
        ("لافروف", None),
        ("", None),
    ],
)
def test_titles_are_read(title: str, office: Office | None) -> None:
    assert office_named(title) == office


def test_holders_are_found_by_day_month_and_year() -> None:
    office = Office("state", "EG")
    assert [one.person for one in holders(office, "2013-01-01")] == ["محمد مرسي"]
    assert [one.person for one in holders(office, "2013-07")] == ["محمد مرسي", "عدلي منصور"]
    assert [one.person for one in holders(office, "2020")] == ["عبد الفتاح السيسي"]
    assert len(holders(office)) > 4


def test_bearers_of_a_name_are_found_under_any_spelling() -> None:
    assert {one.office for one in bearers("سيرجي لافروف")} == {"foreign"}
    assert bearers("لافروف") == []
    assert bearers("") == []
