"""Rows of a table of data are paragraphs; tables that lay a page out are not."""

import pytest

from marsad import ARTICLE_ONLY, read_bytes

TITLE = "أسعار الخضار في سوق المدينة هذا الأسبوع"
TEXT = "ارتفعت أسعار الخضار في سوق المدينة هذا الأسبوع بعد انقطاع الطريق، وقال التجار إن الكميات قليلة."
MORE = "وتوقع التجار أن تعود الأسعار إلى ما كانت عليه بعد فتح الطريق الدولي وعودة الشاحنات إلى السوق."


def paragraphs(inner: str) -> tuple[str, ...]:
    page = f"<html><body><h1>{TITLE}</h1><div class=text><p>{TEXT}</p>{inner}<p>{MORE}</p></div></body></html>"
    return read_bytes(page.encode(), media_type="text/html", wanted=ARTICLE_ONLY).article.paragraph_texts()


def table(*rows: tuple[str, ...], cell: str = "td") -> str:
    lines = "".join("<tr>" + "".join(f"<{cell}>{text}</{cell}>" for text in row) + "</tr>" for row in rows)
    return f"<table>{lines}</table>"


def test_a_row_is_a_paragraph() -> None:
    found = paragraphs(table(("الصنف", "أمس", "اليوم"), ("بندورة", "300", "450"), ("خيار", "200", "275")))
    assert found == (TEXT, "الصنف أمس اليوم", "بندورة 300 450", "خيار 200 275", MORE)


def test_paragraphs_inside_of_cells_count_as_the_cell() -> None:
    assert "بندورة 300" in paragraphs(table(("<p>بندورة</p>", "<p>300</p>"), ("<p>خيار</p>", "<p>200</p>")))


LEFT = "قالت البائعة سعاد الخطيب إن الزبائن صاروا يشترون بالحبة بدل الكيلو، وإن السوق يخلو قبل الظهر."
RIGHT = "وذكر سائق شاحنة أن الطريق البديلة أطول بمئتي كيلومتر، وأن أجرة النقل زادت إلى الضعف منذ شهر."


@pytest.mark.parametrize("cell", ["td", "th"])
def test_long_cells_lay_a_page_out(cell: str) -> None:
    assert paragraphs(table((LEFT, RIGHT), cell=cell)) == (TEXT, LEFT, RIGHT, MORE)
