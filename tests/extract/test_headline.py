"""The headline, and the pieces of titles."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from marsad.extract import dump, html
from marsad.extract.dump_headline import is_prose, of_dump
from marsad.extract.headline import Headline, cuts, of_page, without_site
from marsad.extract.lexicon import label_kind
from marsad.extract.lines import Sheet, finish
from marsad.extract.metadata import Metadata

TITLE = "بلدية الموصل تفتتح الجسر القديم أمام المارة"
TEXT = "افتتحت بلدية الموصل صباح أمس الجسر القديم أمام المارة والسيارات بعد ترميم استمر ثلاثة أعوام كاملة."
MORE = "وقال مدير البلدية إن الكلفة بلغت أربعة مليارات دينار وإن الشركة أنهت العمل قبل موعده المحدد بشهرين."


def finished(sheet: Sheet) -> Sheet:
    finish(sheet, "ar")
    for line in sheet.lines:
        line.label = label_kind(line.key)
    return sheet


def of_text(*texts: str, given: str | None = None) -> Headline | None:
    return of_dump(finished(dump.sheet("\n".join(texts))).lines, given)


def of_markup(markup: str, metadata: Metadata | None = None, given: str | None = None) -> Headline | None:
    return of_page(finished(html.sheet(LexborHTMLParser(f"<body>{markup}"))), metadata or Metadata(), given)


def test_a_title_is_cut_at_its_separators_longest_first() -> None:
    pieces = cuts(f"{TITLE} | صحيفة الضفاف")
    assert pieces[:2] == [f"{TITLE} | صحيفة الضفاف", TITLE]
    assert "صحيفة الضفاف" in pieces


@pytest.mark.parametrize("title", ["", "|", " - - - ", "قصير", "| " * 500])
def test_a_title_of_signs_or_of_few_letters_gives_no_pieces(title: str) -> None:
    assert cuts(title) == []


def test_a_title_of_a_thousand_pieces_is_cut_at_the_first_dozen_only() -> None:
    assert len(cuts(" | ".join(f"عنوان الصفحة رقم {number}" for number in range(1000)))) < 100


@pytest.mark.parametrize(
    "title", [f"{TITLE} | صحيفة الضفاف", f"صحيفة الضفاف: {TITLE}", f"صحيفة الضفاف - {TITLE} - صحيفه الضفاف", TITLE]
)
def test_the_name_of_the_site_at_either_end_goes(title: str) -> None:
    assert without_site(title, ["صحيفة الضفاف"]) == TITLE


def test_a_title_that_is_the_name_of_the_site_stays() -> None:
    assert without_site("صحيفة الضفاف", ["صحيفة الضفاف"]) == "صحيفة الضفاف"


def test_the_heading_that_metadata_vouches_for_wins() -> None:
    metadata = Metadata(titles=[f"{TITLE} | صحيفة الضفاف"])
    found = of_markup(f"<h1>صحيفة الضفاف اليومية</h1><h2>{TITLE}</h2><p>{TEXT}</p>", metadata)
    assert found == Headline(TITLE, 1)


def test_a_page_without_the_line_takes_the_title_of_its_metadata() -> None:
    metadata = Metadata(titles=[f"{TITLE} | صحيفة الضفاف"], sites=["صحيفة الضفاف"])
    assert of_markup(f"<p>{TEXT}</p>", metadata) == Headline(TITLE, None)


def test_a_page_without_any_title_has_no_headline() -> None:
    assert of_markup(f"<p>{TEXT}</p>") is None


def test_a_heading_that_is_a_label_is_no_headline() -> None:
    assert of_markup("<h1>اقرأ أيضا</h1><p>نص</p>") is None


@pytest.mark.parametrize("given", ["", " ", "|", "x" * 5000])
def test_odd_titles_from_outside_do_no_harm(given: str) -> None:
    found = of_markup(f"<h1>{TITLE}</h1><p>{TEXT}</p>", given=given)
    assert found == Headline(TITLE, 0)


def test_a_line_that_stands_twice_at_the_top_of_a_dump_is_the_headline() -> None:
    assert of_text(TITLE, "الرئيسية | محليات", TITLE, TEXT, MORE) == Headline(TITLE, 2)


def test_the_first_line_of_a_plain_dump_is_the_headline() -> None:
    assert of_text(TITLE, "", TEXT, MORE) == Headline(TITLE, 0)


def test_a_title_from_outside_is_found_on_the_page() -> None:
    assert of_text("محليات", TITLE, TEXT, MORE, given=f"{TITLE} - صحيفة الضفاف") == Headline(TITLE, 1)


def test_a_title_from_outside_that_the_page_lacks_stands_by_itself() -> None:
    assert of_text(TEXT, MORE, given=TITLE) == Headline(TITLE, None)


@pytest.mark.parametrize("texts", [(), ("",), (" ", "\n"), ("---",), (f"{MORE} {TEXT}", f"{TEXT} {MORE}")])
def test_a_dump_without_a_headline_has_none(texts: tuple[str, ...]) -> None:
    assert of_text(*texts) is None


def test_prose_is_told_from_titles() -> None:
    lines = finished(dump.sheet(f"{TITLE}\n{TEXT}\nاقرأ أيضا\n{TEXT[:-1]} …")).lines
    assert [is_prose(line) for line in lines] == [False, True, False, False]


@pytest.mark.parametrize("first", ["MOSULPRESS.COM", "Mosul News – هدى سالم", "الموصل - هدى سالم"])
def test_neither_an_outlets_latin_name_nor_a_byline_above_a_text_is_its_headline(first: str) -> None:
    found = of_text(first, TEXT * 2, MORE)
    assert found is None or found.text != first


def test_the_name_of_a_site_above_a_longer_title_is_none() -> None:
    assert of_text("أخبار الموصل الآن", TITLE, "الموصل – هدى سالم", "3 مايو 2016", TEXT, MORE) == Headline(TITLE, 1)


def test_a_single_word_above_a_name_and_a_date_is_the_title() -> None:
    assert of_text("الجسر", "ملحق الموصل", "هدى سالم", "3 مايو 2016", "", TEXT, MORE) == Headline("الجسر", 0)


def test_a_path_to_a_section_is_no_headline() -> None:
    assert of_text("أخبار > محافظات", TITLE, "الموصل - رويترز", TEXT, MORE) == Headline(TITLE, 1)
