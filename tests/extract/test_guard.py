"""Markup that would stall a parser is read as a browser shows it; ordinary markup is not touched."""

import pytest

from marsad import ARTICLE_ONLY, read_bytes
from marsad.extract.guard import MOST_ATTRIBUTES, MOST_DEPTH, bounded

TITLE = "افتتاح الجسر القديم أمام المارة في الموصل"
TEXT = "قال مدير البلدية إن أعمال الترميم انتهت قبل موعدها بشهرين، وإن السكان عبروا الجسر سيرا على الأقدام."
PAGE = f"<html><body><h1>{TITLE}</h1><p>{TEXT}</p></body></html>"


@pytest.mark.parametrize("page", ["", PAGE, "<div>" * 5000 + PAGE, PAGE + "<li>خبر</li>" * 30_000])
def test_ordinary_markup_is_not_touched(page: str) -> None:
    assert bounded(page) == (page, ())


@pytest.mark.parametrize("tag", ["div", "span", "blockquote", "table", "pre", "B"])
def test_depth_is_capped_as_in_browsers(tag: str) -> None:
    text, warnings = bounded(f"<{tag}>" * 50_000 + TEXT + f"</{tag}>" * 50_000)
    assert text.count(f"<{tag}>") == text.count(f"</{tag}>") == MOST_DEPTH
    assert TEXT in text
    assert "levels" in warnings[0]


def test_what_stands_behind_deep_markup_keeps_its_blocks() -> None:
    text, _ = bounded("<div>" * 30_000 + "</div>" * 30_000 + PAGE)
    assert text.endswith(PAGE)


def test_a_tag_of_countless_attributes_is_read_without_them() -> None:
    text, warnings = bounded("<p " + " ".join(f"a{n}=1" for n in range(MOST_ATTRIBUTES * 2)) + f">{TEXT}</p>")
    assert text == f"<p>{TEXT}</p>"
    assert "attributes" in warnings[0]


def test_a_picture_written_into_its_address_stays() -> None:
    page = f'<img src="data:image/png;base64,{"A" * 100_000}">{PAGE}'
    assert bounded(page) == (page, ())


@pytest.mark.parametrize("nest", ["<div>", "<ul><li>", "<pre>", "<table><tr><td>"])
def test_a_page_of_400_000_levels_gives_its_article(nest: str) -> None:
    found = read_bytes(
        f"<h1>{TITLE}</h1>{nest * 400_000}<p>{TEXT}</p>".encode(), media_type="text/html", wanted=ARTICLE_ONLY
    )
    assert found.article.headline == TITLE
    assert TEXT in found.article.paragraph_texts()
    assert any("levels" in warning for warning in found.warnings)
