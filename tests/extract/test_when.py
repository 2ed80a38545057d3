"""When an article was published and modified."""

import pytest

from marsad.extract import dump
from marsad.extract.facts import Facts, scene
from marsad.extract.headline import Headline
from marsad.extract.lines import finish
from marsad.extract.metadata import Metadata
from marsad.extract.when import dates

TITLE = "بلدية الموصل تفتتح الجسر القديم"
TEXT = "افتتحت بلدية الموصل صباح أمس الجسر القديم أمام المارة والسيارات بعد ترميم استمر ثلاثة أعوام كاملة."


def facts(below: str = "", metadata: Metadata | None = None, *, title: str = TITLE, tail: str = "") -> Facts:
    sheet = dump.sheet(f"{title}\n{below}\n{TEXT}\n{tail}")
    finish(sheet, "ar")
    body = [line for line in sheet.lines if line.text == TEXT]
    found = Facts()
    dates(found, scene(sheet, Headline(title, 0), body, metadata or Metadata()), now=None)
    return found


def published(below: str = "", metadata: Metadata | None = None, **more: str) -> tuple[str, str] | None:
    date = facts(below, metadata, **more).published
    return (date.value, date.basis) if date else None


@pytest.mark.parametrize("line", ["3 مايو 2016", "نشر في: ٣ أيار/مايو ٢٠١٦", "الثلاثاء 03-05-2016", "2016/05/03"])
def test_the_date_under_the_headline_is_the_day(line: str) -> None:
    assert published(line) == ("2016-05-03", "printed")


def test_a_clock_on_the_next_line_belongs_to_the_day() -> None:
    assert published("3 مايو 2016\n10:30 ص") == ("2016-05-03T10:30", "printed")


def test_the_date_below_the_text_counts_where_none_stands_above() -> None:
    assert published(tail="3 مايو 2016") == ("2016-05-03", "printed")


def test_published_and_updated_are_two_dates() -> None:
    found = facts("نشر: 3 مايو 2016\nآخر تحديث: 4 مايو 2016")
    assert found.published is not None
    assert found.modified is not None
    assert (found.published.value, found.modified.value) == ("2016-05-03", "2016-05-04")


def test_metadata_fills_in_where_the_page_shows_nothing() -> None:
    metadata = Metadata(published=["2016-05-03T08:00:00+03:00"])
    assert published(metadata=metadata) == ("2016-05-03T08:00+03:00", "metadata")


def test_greenwich_is_written_as_an_offset() -> None:
    assert published(metadata=Metadata(published=["2016-05-03T08:00:00Z"])) == ("2016-05-03T08:00+00:00", "metadata")


def test_the_shown_day_wins_over_utc_of_metadata() -> None:
    metadata = Metadata(published=["2020-12-24T23:59:00Z"])
    assert published("25 ديسمبر 2020", metadata) == ("2020-12-25", "printed")


def test_a_page_that_contradicts_its_metadata_is_told() -> None:
    found = facts("3 مايو 2016", Metadata(published=["2019-01-01"]))
    assert found.published is not None
    assert found.warnings


def test_metadata_decides_between_day_and_month() -> None:
    assert published("03/05/2016", Metadata(published=["2016-03-05"])) == ("2016-03-05", "printed")


@pytest.mark.parametrize("url", ["https://n.example/2016/05/03/bridge", "https://n.example/20160503/12345.html"])
def test_the_address_names_the_day_where_nothing_else_does(url: str) -> None:
    assert published(metadata=Metadata(url=url)) == ("2016-05-03", "url")


@pytest.mark.parametrize(
    "url", [None, "", "https://n.example/", "https://n.example/99999999", "https://n.example/2016/13/45"]
)
def test_no_date_is_invented(url: str | None) -> None:
    assert published(metadata=Metadata(url=url)) is None


def test_a_date_in_the_headline_is_not_the_day_of_publication() -> None:
    assert published(title="ذكرى 14 تموز 1958 في الموصل") is None


@pytest.mark.parametrize("value", ["", "غدا", "0000-00-00", "9" * 500, "2016-02-31", "<b>", "-" * 300])
def test_odd_values_of_metadata_name_no_day(value: str) -> None:
    assert published(metadata=Metadata(published=[value])) is None


def test_an_update_that_says_no_more_than_the_publication_is_left_out() -> None:
    assert facts("3 مايو 2016", Metadata(modified=["2016-05-03"])).modified is None


def test_an_update_of_metadata_is_kept() -> None:
    modified = facts("3 مايو 2016", Metadata(modified=["2016-05-04"])).modified
    assert modified is not None
    assert (modified.value, modified.basis) == ("2016-05-04", "metadata")


def test_an_update_with_a_clock_alone_is_of_the_printed_day() -> None:
    modified = facts("07 يناير 2014، آخر تحديث 23:51 (GMT+0300)").modified
    assert modified is not None
    assert modified.value.startswith("2014-01-07T23:51")
