"""What the words of a noun phrase tell of who is meant: entity, country, sector."""

import pytest
from tests.annotate.events.scenes import clauses, found

from marsad.annotate.events.codes import homeless
from marsad.annotate.lists.codes import alpha3, noun


@pytest.mark.parametrize(
    ("phrase", "country", "sector"),
    [
        ("وزير الخارجية الدنماركي", "DK", "GOV"),
        ("الجيش الكندي", "CA", "MIL"),
        ("ثلاثة جنود برتغاليين", "PT", "MIL"),
        ("عشرات المحتجين", "", "CVL"),
        ("مسلحون مجهولون", "", "UAF"),
        ("المعارضة التونسية", "TN", "OPP"),
        ("نواب البرلمان الياباني", "JP", "LEG"),
        ("محكمة مغربية", "MA", "JUD"),
        ("لاجئين سوريين", "SY", "REF"),
        ("عمال المصنع", "", "LAB"),
        ("الوزير السابق", "", "ELI"),
        ("قوات الشرطة", "", "COP"),
        ("مقاتلو المعارضة", "", "REB"),
        ("خمسة فلسطينيين", "PS", "CVL"),
        ("الكرملين", "RU", "GOV"),
    ],
)
def test_a_description_has_the_country_and_sector_of_its_words(phrase: str, country: str, sector: str) -> None:
    read = clauses(f"{phrase} .")
    (who, *_) = read.parties(0)
    assert (who.country, who.sector) == (country, sector)


@pytest.mark.parametrize("phrase", ["الأسعار الجديدة", "انتخابات الرئاسة", "تنظيم الانتخابات", "الأمن", "مياه الشرب"])
def test_things_and_abstracts_are_nobody(phrase: str) -> None:
    assert all(not clauses(f"{phrase} .").parties(number) for number in range(len(clauses(f"{phrase} .").chunks)))


def test_the_person_behind_an_office_is_who_is_meant() -> None:
    (who,) = clauses("وزير الصحة التونسي *فوزي بن عمار* .").parties(0)
    assert (who.entity, who.country, who.sector, who.text) == ("فوزي بن عمار", "TN", "GOV", "فوزي بن عمار")


def test_an_office_means_the_one_last_named_with_it() -> None:
    text = "وصل *فوزي بن عمار* إلى *كندا*.\n\nوانتقد وزير الصحة *حزب السنبلة*."
    (event,) = [event for event in found(text) if event.type == "ACCUSE"]
    assert (event.actors[0].entity, event.actors[0].code, event.recipients[0].code) == ("فوزي بن عمار", "TUN", "TUN")


def test_officials_without_a_country_are_of_the_country_spoken_of() -> None:
    (event,) = found("فرقت الشرطة مئات المحتجين في *مكناس*.")
    assert {one.code for one in (*event.actors, *event.recipients)} == {"MAR"}
    (event,) = found("هاجم مسلحون دورية للشرطة في *مكناس*.")
    assert (event.actors[0].code, event.actors[0].sector) == (None, "UAF")


def test_the_diplomats_that_a_country_expels_are_not_its_own() -> None:
    (event,) = found("طردت *كندا* سفيرا بارزا.")
    assert (event.actors[0].code, event.recipients[0].code) == ("CAN", None)


def test_codes_have_three_letters_and_areas_none() -> None:
    assert [alpha3(code) for code in ("MA", "CA", None, "Q458")] == ["MAR", "CAN", None, None]


def test_a_noun_is_known_behind_its_clitics_and_with_its_pronoun() -> None:
    assert (noun("وللشرطة").clitics, noun("وللشرطة").form) == ("ول", "شرطه")
    assert noun("قواتهم").owned
    assert not noun("حكومة").owned


def test_armed_men_and_foreigners_have_no_home_by_place() -> None:
    assert homeless("UAF", "مسلحون")
    assert homeless("CVL", "عمال أجنبيون")
    assert not homeless("COP", "الشرطة")
