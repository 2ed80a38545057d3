import time

import pytest

from bench.homonyms import score
from marsad.annotate.places.locate import PlaceName, locate
from marsad.records import Location


def located(marked: str, **options: str) -> list[Location | None]:
    """The locations of the names that stand in [ ]."""
    text, names = "", []
    for number, piece in enumerate(marked.replace("]", "[").split("[")):
        if number % 2:
            names.append(PlaceName(len(text), len(text) + len(piece), piece))
        text += piece
    return locate(text, names, outlet_country=options.get("outlet"))


def first(marked: str, **options: str) -> Location:
    found = located(marked, **options)[0]
    assert found is not None
    return found


def test_a_place_carries_its_id_coordinates_and_both_areas() -> None:
    found = first("وصل الوزير إلى مدينة [منبج] بعد الظهر.")
    assert (found.geonames, found.country, found.admin1, found.admin2) == (167357, "SY", "حلب", "منبج")
    assert found.precision == "city"
    assert found.latitude == pytest.approx(36.5, abs=0.1)
    assert found.longitude == pytest.approx(37.95, abs=0.1)


def test_an_adjective_tells_the_country() -> None:
    assert first("اشتباكات في [طرابلس] الليبية").country == "LY"
    assert first("تفجير في العاصمة الليبية [طرابلس]").country == "LY"
    assert first("تفجير في [طرابلس اللبنانية]").country == "LB"


def test_a_name_behind_tells_the_country() -> None:
    assert first("سيارات في [طرابلس] شمال [لبنان]").country == "LB"
    assert first("حريق في بلدة [باريس]، [تكساس]").admin1 == "تكساس"


def test_without_evidence_nothing_is_said_of_a_homonym() -> None:
    found = first("مر الوفد من [طرابلس] صباحا.")
    assert (found.rule, found.country, found.geonames, found.precision) == ("undecidable", None, None, None)


def test_a_famous_city_needs_no_evidence_but_is_less_sure() -> None:
    found = first("اجتمع الوفدان في [باريس].")
    assert found.country == "FR"
    assert found.confidence < first("بلدة [باريس] في ولاية [تكساس]").confidence


def test_the_outlet_decides_where_the_text_does_not() -> None:
    assert first("ضبطت الشرطة مسروقات في [طرابلس].", outlet="LB").country == "LB"
    assert first("ضبطت الشرطة مسروقات في [طرابلس] الليبية.", outlet="LB").country == "LY"


def test_what_the_caller_knows_decides() -> None:
    text = "حفل في طرابلس"
    [found] = locate(text, [PlaceName(7, 13, "طرابلس", country_hint="LB")])
    assert found is not None
    assert (found.country, found.rule) == ("LB", "hint")
    [found] = locate(text, [PlaceName(7, 13, "طرابلس", country_hint="JP")])
    assert found is not None
    assert found.rule == "undecidable"


def test_a_name_keeps_its_sense_within_an_article() -> None:
    found = located("افتتح المعرض في [طرابلس].\n\nوتعد [طرابلس] الليبية مدينة ساحلية.\n\nوعاد الهدوء إلى [طرابلس].")
    assert [place and place.country for place in found] == ["LY", "LY", "LY"]


def test_but_another_sense_may_be_said_in_so_many_words() -> None:
    found = located("انتقل من [طرابلس] الليبية إلى [طرابلس] اللبنانية.")
    assert [place and place.country for place in found] == ["LY", "LB"]


def test_city_and_governorate_are_told_apart_by_the_word_before() -> None:
    assert first("في مدينة [الحسكة]").precision == "city"
    assert first("بمحافظة [الحسكة]").precision == "admin1"
    assert first("في ريف [الحسكة] الجنوبي").precision == "admin1"
    assert first("أحياء [الحسكة]").precision == "city"


def test_where_no_word_tells_them_apart_the_precision_is_null() -> None:
    found = first("قتل خمسة في [الحسكة].")
    assert (found.precision, found.geonames, found.country, found.admin1) == (None, None, "SY", "الحسكة")
    assert found.latitude is not None


def test_the_same_word_means_another_level_in_another_country() -> None:
    assert first("محافظة [جدة] في [السعودية]").precision == "admin2"
    assert first("محافظة [حلب] في [سوريا]").precision == "admin1"
    assert first("ولاية [صور] العمانية").precision == "admin2"
    assert first("ولاية [تكساس]").precision == "admin1"


def test_what_lies_in_a_name_makes_it_the_area() -> None:
    assert located("بلدة [الشدادي] في [الحسكة]")[1].precision == "admin1"  # type: ignore[union-attr]
    assert located("حي [غويران] في [الحسكة]")[1].precision == "city"  # type: ignore[union-attr]


def test_amman_is_never_joined_with_oman() -> None:
    assert first("التقى الوفد في [عمّان] مسؤولين").country == "JO"
    assert first("التقى الوفد في [عمَّان] مسؤولين").country == "JO"
    assert first("زار الوفد [عُمان]").country == "OM"
    assert first("العاصمة الأردنية [عمان]").country == "JO"
    assert first("سلطنة [عمان]").precision == "country"
    assert first("مر الوفد من [عمان]").rule == "undecidable"
    assert first("بحر [عمان]").precision == "water"


@pytest.mark.parametrize(
    ("marked", "country", "precision"),
    [
        ("قالت [الجزائر]", "DZ", "country"),
        ("في [الجزائر] العاصمة", "DZ", "city"),
        ("في [الجزائر العاصمة]", "DZ", "city"),
        ("ولاية [الجزائر]", "DZ", "admin1"),
        ("أعلنت [تونس]", "TN", "country"),
        ("مدينة [الكويت]", "KW", "city"),
        ("أكدت [الكويت]", "KW", "country"),
        ("جنوب [المكسيك]", "MX", "country"),
        ("في [سنغافورة]", "SG", "country"),
        ("في [جيبوتي]", "DJ", "country"),
        ("إلى [كوريا] الشمالية", "KP", "country"),
        ("إلى [كوريا الجنوبية]", "KR", "country"),
        ("في [الكونغو الديمقراطية]", "CD", "country"),
        ("[الكونغو] برازافيل", "CG", "country"),
        ("رئيس [غينيا]", "GN", "country"),
        ("رئيس [غينيا الاستوائية]", "GQ", "country"),
        ("رئيس [جنوب السودان]", "SS", "country"),
        ("رئيس [السودان]", "SD", "country"),
        ("منتخب [كوت ديفوار]", "CI", "country"),
        ("إقليم [دارفور]", "SD", "area"),
        ("في [القرم]", "UA", "area"),
    ],
)
def test_countries_are_not_their_capitals_nor_each_other(marked: str, country: str, precision: str) -> None:
    found = first(marked)
    assert (found.country, found.precision) == (country, precision)


def test_one_of_two_countries_of_a_name_is_never_guessed() -> None:
    assert first("قوات السلام في [الكونغو]").rule == "undecidable"
    assert first("مباراة [كوريا]").rule == "undecidable"


def test_a_disputed_city_has_a_place_but_no_country() -> None:
    found = first("في [القدس] المحتلة")
    assert (found.country, found.precision) == (None, "city")
    assert first("في [القدس الشرقية]").country == "PS"


@pytest.mark.parametrize("written", ["الحسكه", "الحَسَكة", "للحسكة", "الحـــسكة"])
def test_other_spellings_find_the_same_place(written: str) -> None:
    assert first(f"مدينة [{written}]").geonames == 173811


def test_the_written_form_of_li_and_the_article_is_understood() -> None:
    assert first("رسالة [للأردن]").country == "JO"
    assert first("طريق [للاذقية]").country == "SY"


def test_a_word_for_the_kind_may_stand_inside_the_name() -> None:
    assert first("زار [مدينة الرقة] السورية").precision == "city"
    assert first("زار [محافظة الرقة]").precision == "admin1"


def test_a_street_named_after_a_place_is_not_that_place() -> None:
    assert located("حادث في [شارع فلسطين]") == [None]


@pytest.mark.parametrize("name", ["", " ", "«»", "بلا معنى", "xyz", "١٢٣", "و", "ال", "لل", "مدينة", "\u202e", "ـ"])
def test_what_is_no_place_is_none(name: str) -> None:
    assert located(f"في [{name}] اليوم") == [None]


def test_no_names_give_no_locations() -> None:
    assert locate("نص بلا أماكن", []) == []
    assert locate("", []) == []


def test_spans_that_fit_no_text_do_no_harm() -> None:
    names = [PlaceName(50, 60, "طرابلس"), PlaceName(-5, 3, "عمان"), PlaceName(9, 2, "باريس")]
    assert len(locate("نص قصير", names)) == 3


def test_a_name_of_a_hundred_thousand_words_is_none_at_once() -> None:
    started = time.perf_counter()
    assert located("[" + "مدينة الليبية " * 50_000 + "]") == [None]
    assert time.perf_counter() - started < 5


def test_a_name_inside_a_longer_name_is_located_too() -> None:
    text = "مطار بيروت"
    found = locate(text, [PlaceName(0, 10, "مطار بيروت"), PlaceName(5, 10, "بيروت")])
    assert [place and place.country for place in found] == ["LB", "LB"]


def test_the_same_article_gives_the_same_answer() -> None:
    marked = "من [طرابلس] إلى [صور] ثم [عمان] و[المنصورة] في [مصر]"
    assert located(marked) == located(marked)


def test_vowel_marks_and_stretching_change_nothing_but_what_they_decide() -> None:
    plain, marked = first("في مدينة [درنة] الليبية"), first("في مَدينةِ [دَرْنَة] اللّيبيّة")
    assert plain == marked


def test_ten_thousand_names_take_time_in_proportion() -> None:
    def seconds(number: int) -> float:
        marked = " ".join(f"في [{name}] و" for name in ("طرابلس", "عمان", "الحسكة", "مكان", "صور") * (number // 5))
        started = time.perf_counter()
        located(marked)
        return time.perf_counter() - started

    seconds(100)
    assert seconds(10_000) < 40 * max(seconds(1_000), 0.01)
    assert seconds(10_000) < 10


def test_a_list_of_ten_thousand_names_is_read_as_quickly() -> None:
    started = time.perf_counter()
    located("، ".join(["[الحسكة]"] * 10_000))
    assert time.perf_counter() - started < 10


def test_own_cases_with_homonyms_stay_right() -> None:
    shares = score()
    assert shares["homonyms.develop"] >= 0.95
    assert shares["homonyms.check"] >= 0.85
    assert shares["homonyms.wrong"] <= 0.05
