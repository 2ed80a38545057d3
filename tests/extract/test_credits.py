"""What a line credits: authors, sources, and those who are neither."""

import pytest

from marsad.extract.credits import credits, people_in, starts_with_label
from marsad.extract.named import Credit


def told(text: str) -> list[tuple[str, str]]:
    return [(credit.role, credit.name) for credit in credits(text)]


def test_a_labelled_line_is_cut_at_its_labels() -> None:
    assert told("المصدر: شبكة الضفاف الكاتب: فريق التحرير مشاركة:") == [
        ("source", "شبكة الضفاف"),
        ("author", "فريق التحرير"),
    ]


@pytest.mark.parametrize("text", ["كتبت هدى سالم", "كتبت: هدى سالم", "بقلم : هدى سالم", "حوار: هدى سالم"])
def test_a_byline_names_its_author_with_or_without_a_colon(text: str) -> None:
    assert told(text) == [("author", "هدى سالم")]


def test_vowel_marks_hide_no_label() -> None:
    assert told("كَتَبَت: هدى سالم") == [("author", "هدى سالم")]


@pytest.mark.parametrize("text", ["القاهرة - سامي عادل", "سامي عادل - القاهرة", "القاهرة: سامي عادل"])
def test_the_place_beside_an_author_is_set_apart(text: str) -> None:
    assert told(text) == [("author", "سامي عادل")]


def test_two_authors_are_two() -> None:
    assert told("كتب: أحمد علي ومنى سعد") == [("author", "أحمد علي"), ("author", "منى سعد")]


@pytest.mark.parametrize("text", ["(رويترز)", "رويترز", "(أ ف ب)", "وكالات", "[أ.ف.ب]"])
def test_an_agency_alone_is_a_source(text: str) -> None:
    assert [role for role, _ in told(text)] == ["source"]


def test_the_agency_in_a_byline_is_the_source_and_not_the_author() -> None:
    assert told("كتب: سامي عادل - رويترز") == [("author", "سامي عادل"), ("source", "رويترز")]


def test_whoever_took_the_picture_is_not_the_author() -> None:
    assert told("تصوير: سامي عادل") == [("other", "سامي عادل")]


@pytest.mark.parametrize(
    "text",
    [
        "",
        ":",
        "الكاتب:",
        "المصدر: https://news.example/a",
        "افتتح الوزير الجسر صباح أمس بحضور الأهالي.",
        "كتب التاريخ تروي قصة هذه المدينة منذ ألف عام كما لم تعرفها الأجيال الجديدة من قبل.",
        "كتب: " * 200,
        "(" * 399,
        "- " * 150,
    ],
)
def test_what_names_nobody_credits_nobody(text: str) -> None:
    assert credits(text) == ()


def test_a_paragraph_that_holds_a_label_credits_nobody() -> None:
    text = "وأضاف الوزير في كلمته أمام سكان المدينة والقرى القريبة منها أن الأمر واضح، المصدر: شهود رأوا كل شيء."
    assert credits(f"وفي ختام الزيارة تحدث الوزير. {text}") == ()


def test_names_come_back_as_they_are_written() -> None:
    assert credits("الكاتبة: هُدى سالم") == (Credit("author", "هُدى سالم"),)


def test_what_stands_behind_a_foreign_label_belongs_to_it() -> None:
    assert told("الكاتب: سامي عادل عدد المشاهدات: 1200")[0][1].startswith("سامي عادل")
    assert told("الكاتب: سامي عادل التاريخ: 2015") == [("author", "سامي عادل")]


@pytest.mark.parametrize("value", ["https://facebook.com/sami", "sami@news.example", "www.news.example", "", "admin"])
def test_addresses_and_accounts_are_no_people(value: str) -> None:
    assert people_in(value) == []


def test_a_field_of_authors_gives_its_names_only() -> None:
    assert people_in("سامي عادل - القاهرة") == ["سامي عادل"]


@pytest.mark.parametrize("key", ["كتب: سامي", "- بقلم: هدي سالم", "نقلا عن صحيفه", "رويترز"])
def test_a_line_that_begins_with_a_label_is_known(key: str) -> None:
    assert starts_with_label(key)


@pytest.mark.parametrize("key", ["", "افتتح الوزير الجسر", "مكتب الوزير: لا صحه للخبر"])
def test_a_line_that_begins_otherwise_is_none(key: str) -> None:
    assert not starts_with_label(key)


def test_a_row_of_credits_names_each_and_sets_the_editor_apart() -> None:
    row = "(تغطية صحفية هدى سالم - إعداد سامي عادل للنشرة العربية - تحرير منى سعد)"
    assert told(row) == [("author", "هدى سالم"), ("author", "سامي عادل"), ("editor", "منى سعد")]


@pytest.mark.parametrize(("text", "role"), [("ترجمة: هدى سالم", "other"), ("تحرير: هدى سالم", "editor")])
def test_who_edits_or_translates_is_no_author(text: str, role: str) -> None:
    assert told(text) == [(role, "هدى سالم")]


@pytest.mark.parametrize(
    "text",
    [
        "بقلم سامي عادل في 18 أبريل 2017 لا تعليقات",
        "القاهرة – سامي عادل، تصوير – منى سعد",
        "ق.ث / سامي عادل",
        "Delta News – سامي عادل",
        "سامي عادل من القنطرة شرق:",
    ],
)
def test_dates_technicians_desks_and_outlets_beside_an_author_are_set_apart(text: str) -> None:
    assert told(text) == [("author", "سامي عادل")]


def test_vowel_marks_of_a_name_stay() -> None:
    assert told("جنين - قسّام أبو لبدة") == [("author", "قسّام أبو لبدة")]


@pytest.mark.parametrize("text", ["الكاف: إضراب عمال البلدية", "تونس - إضراب عام غدا"])
def test_a_place_before_a_headline_makes_nobody_an_author(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize("text", ["تقرير/ هدى سالم", "متابعة – هدى سالم", "الموصل - «الملحق الثقافي»: هدى سالم"])
def test_a_slash_or_dash_parts_a_label_from_its_name_as_well(text: str) -> None:
    assert told(text) == [("author", "هدى سالم")]


@pytest.mark.parametrize("text", ["متابعة – أسعار الخضار ترتفع", "تقرير/ الأمطار تغلق الطرق"])
def test_a_label_before_words_that_are_no_name_names_nobody(text: str) -> None:
    assert told(text) == []


def test_an_agency_beside_an_unknown_place_is_the_source() -> None:
    assert told("عواصم - وكالات") == [("source", "وكالات")]
