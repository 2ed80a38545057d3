"""Keywords: what metadata says, else the tags that the page shows."""

import pytest

from marsad.extract import dump
from marsad.extract.keywords import keywords
from marsad.extract.lexicon import label_kind
from marsad.extract.lines import Sheet, finish
from marsad.extract.metadata import Metadata


def tagged(*texts: str, start: int = 0) -> Sheet:
    sheet = dump.sheet("\n".join(texts))
    finish(sheet, "ar")
    for line in sheet.lines[start:]:
        line.reason, line.label = "tags", label_kind(line.key)
    return sheet


def found(*texts: str) -> list[str]:
    metadata = Metadata()
    keywords(tagged(*texts), metadata, [])
    return metadata.keywords


@pytest.mark.parametrize(
    "text", ["الوسوم: الموصل، جسور، ترميم", "الكلمات الدلالية: الموصل | جسور | ترميم", "وسوم: #الموصل #جسور #ترميم"]
)
def test_a_line_of_tags_is_cut_at_its_signs(text: str) -> None:
    assert found(text) == ["الموصل", "جسور", "ترميم"]


def test_tags_on_lines_of_their_own_are_keywords() -> None:
    assert found("الوسوم", "الموصل", "جسور") == ["الموصل", "جسور"]


def test_a_tag_that_stands_twice_is_one_keyword() -> None:
    assert found("الوسوم: الموصل، جسور، الموصل") == ["الموصل", "جسور"]


def test_the_underscore_of_a_hashtag_is_a_space() -> None:
    assert found("الوسوم: #جسر_الموصل") == ["جسر الموصل"]


def test_keywords_of_metadata_stand_alone() -> None:
    metadata = Metadata(keywords=["نهر"])
    keywords(tagged("الوسوم: الموصل، جسور"), metadata, [])
    assert metadata.keywords == ["نهر"]


def test_tags_above_the_text_are_a_menu() -> None:
    sheet = tagged("الوسوم: الموصل، جسور", "نص الخبر")
    sheet.lines[1].reason = None
    metadata = Metadata()
    keywords(sheet, metadata, sheet.lines[1:])
    assert metadata.keywords == []


def test_links_of_a_line_are_its_tags() -> None:
    sheet = tagged("الموصل جسور")
    sheet.lines[0].links = (("الموصل", "/1"), ("جسور", "/2"))
    metadata = Metadata()
    keywords(sheet, metadata, [])
    assert metadata.keywords == ["الموصل", "جسور"]


@pytest.mark.parametrize("text", ["الوسوم:", "الوسوم", "الوسوم: ، ، ،", "الوسوم: " + "ا" * 100, "###", "الوسوم: شارك"])
def test_signs_labels_and_long_runs_are_no_keywords(text: str) -> None:
    assert found(text) == []


def test_a_page_without_tags_has_no_keywords() -> None:
    metadata = Metadata()
    keywords(tagged("نص الخبر", start=1), metadata, [])
    assert metadata.keywords == []


class Looked(list[str]):
    """A list that counts how many of its items were looked at to find one."""

    steps = 0

    def __contains__(self, item: object) -> bool:
        self.steps += len(self)
        return super().__contains__(item)


def test_many_tags_cost_no_more_than_their_number() -> None:
    metadata = Metadata()
    metadata.keywords = looked = Looked()
    keywords(tagged("الوسوم", *(f"وسم {number}" for number in range(500))), metadata, [])
    assert looked.steps < 20 * 500
