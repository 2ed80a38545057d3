"""The section: the crumb nearest to the headline, a label, or what metadata names."""

import pytest

from marsad.extract import dump
from marsad.extract.crumbs import section
from marsad.extract.facts import Facts, scene
from marsad.extract.headline import Headline
from marsad.extract.lexicon import label_kind
from marsad.extract.lines import finish
from marsad.extract.metadata import Metadata

TITLE = "بلدية الموصل تفتتح الجسر القديم أمام المارة"
TEXT = "افتتحت بلدية الموصل صباح أمس الجسر القديم أمام المارة والسيارات بعد ترميم استمر ثلاثة أعوام كاملة."


def found(above: str = "", below: str = "", tail: str = "", metadata: Metadata | None = None) -> str | None:
    parts = [*above.splitlines(), TITLE, *below.splitlines(), TEXT, *tail.splitlines()]
    sheet = dump.sheet("\n".join(parts))
    finish(sheet, "ar")
    for line in sheet.lines:
        line.label = label_kind(line.key)
    title = next(line for line in sheet.lines if line.text == TITLE)
    title.reason = "headline"
    body = [line for line in sheet.lines if line.text == TEXT]
    return section(Facts(), scene(sheet, Headline(TITLE, title.number), body, metadata or Metadata()))


@pytest.mark.parametrize(
    "crumb",
    [
        "الرئيسية » أخبار محلية",
        "الرئيسية / أخبار محلية /",
        "الرئيسية > العراق > أخبار محلية",
        "● أخبار محلية ٣ مايو ٢٠١٦",
        "أخبار محلية | 3 مايو 2016",
        "القسم: أخبار محلية",
    ],
)
def test_the_last_crumb_above_the_headline_is_the_section(crumb: str) -> None:
    assert found(crumb) == "أخبار محلية"


def test_a_crumb_line_that_ends_in_the_headline_gives_what_stands_before_it() -> None:
    assert found(f"الرئيسية » أخبار محلية » {TITLE}") == "أخبار محلية"


def test_the_name_of_the_site_is_no_section() -> None:
    assert found("الرئيسية » صحيفة الضفاف", metadata=Metadata(sites=["صحيفة الضفاف"])) is None


@pytest.mark.parametrize("line", ["", "الرئيسية", "3 مايو 2016", "| | |", "12345", "http://news.example/a"])
def test_home_dates_signs_and_addresses_are_no_sections(line: str) -> None:
    assert found(line) is None


def test_a_byline_is_no_section() -> None:
    assert found("كتب: سامي عادل | 3 مايو 2016") is None


def test_metadata_names_the_section_where_the_page_shows_none() -> None:
    assert found(metadata=Metadata(sections=["اقتصاد"])) == "اقتصاد"


def test_the_last_crumb_of_metadata_comes_before_its_section() -> None:
    assert found(metadata=Metadata(crumbs=["الرئيسية", "رياضة"], sections=["اقتصاد"])) == "رياضة"


@pytest.mark.parametrize(
    "name", ["Uncategorized", "غير مصنف", "a" * 500, "قسم طويل الاسم إلى حد لا يكون معه اسما لقسم"]
)
def test_metadata_without_a_real_section_names_none(name: str) -> None:
    assert found(metadata=Metadata(sections=[name])) is None


def test_a_label_behind_the_text_names_the_section() -> None:
    assert found(tail="التصنيف: أخبار محلية") == "أخبار محلية"


def test_a_line_of_a_thousand_crumbs_does_no_harm() -> None:
    assert found(" » ".join(f"قسم {number}" for number in range(1000))) in {None, "قسم 999"}


MENU = "الرئيسية\nمحليات\nمن الحقل\nرياضة"


def test_an_entry_of_the_menu_alone_beside_the_headline_is_the_section() -> None:
    assert found(f"{MENU}\n\nمن الحقل\n") == "من الحقل"
    assert found("الرئيسية | محليات | من الحقل | رياضة\n\nمن الحقل\n") == "من الحقل"


def test_a_word_under_the_name_of_an_outlet_is_the_section() -> None:
    assert found("جريدة الضفاف\nملاعب") == "ملاعب"


def test_the_place_beside_an_outlet_is_no_section() -> None:
    assert found(below="الموصل - مجلة الضفاف - 2023/02/28") is None


def test_initials_are_no_section() -> None:
    assert found(below="ق.ث / هدى سالم\n3 مايو 2016") is None
