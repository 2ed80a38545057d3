"""Related links and pictures."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from marsad.extract import dump, html
from marsad.extract.headline import Headline
from marsad.extract.lines import Sheet, finish
from marsad.extract.media import images, related
from marsad.extract.metadata import Metadata
from marsad.kinds import DropReason
from marsad.records import Image, Link

TITLE = "بلدية الموصل تفتتح الجسر"
TEXT = "افتتحت بلدية الموصل صباح أمس الجسر القديم أمام المارة والسيارات بعد ترميم استمر ثلاثة أعوام كاملة."


def marked(sheet: Sheet, start: str, reason: DropReason) -> Sheet:
    """Lines that begin so get the reason."""
    finish(sheet, "ar")
    for line in sheet.lines:
        if line.text.startswith(start):
            line.reason = reason
    return sheet


def of_markup(markup: str, start: str, reason: DropReason) -> Sheet:
    return marked(html.sheet(LexborHTMLParser(f"<body>{markup}")), start, reason)


def pictures(markup: str, metadata: Metadata | None = None) -> tuple[Image, ...]:
    sheet = of_markup(f"<h1>{TITLE}</h1>{markup}<p>{TEXT}</p>", "صورة", "caption")
    title = next(line for line in sheet.lines if line.text == TITLE)
    body = [line for line in sheet.lines if line.text == TEXT]
    return images(sheet, Headline(TITLE, title.number), body, metadata or Metadata(url="https://n.example/a/b"))


def test_linked_titles_that_the_page_offers_are_related() -> None:
    sheet = of_markup('<p><a href="/2">عنوان خبر آخر</a></p><p>نص</p>', "عنوان", "read-also")
    assert related(sheet) == (Link("related", "عنوان خبر آخر", "/2"),)


def test_a_title_without_a_link_is_related_too() -> None:
    sheet = marked(dump.sheet("- عنوان خبر آخر"), "-", "read-also")
    assert related(sheet) == (Link("related", "عنوان خبر آخر", None),)


def test_the_label_before_a_title_is_no_part_of_it() -> None:
    sheet = marked(dump.sheet("اقرأ أيضا: عنوان خبر آخر"), "اقرأ", "read-also")
    sheet.lines[0].label = "related"
    assert related(sheet) == (Link("related", "عنوان خبر آخر", None),)


def test_a_title_that_stands_twice_is_one_link() -> None:
    link = '<p><a href="/2">عنوان خبر آخر</a></p>'
    assert len(related(of_markup(link * 3, "عنوان", "read-also"))) == 1


@pytest.mark.parametrize("text", ["المزيد", "اقرأ المزيد", "-", "اقرأ أيضا:"])
def test_labels_and_buttons_are_no_titles(text: str) -> None:
    assert related(marked(dump.sheet(text), text, "read-also")) == ()


def test_an_endless_list_of_links_is_cut_off() -> None:
    markup = "".join(f'<p><a href="/{number}">عنوان خبر آخر {number}</a></p>' for number in range(500))
    assert len(related(of_markup(markup, "عنوان", "read-also"))) == 60


def test_a_figure_gives_its_picture_and_caption() -> None:
    found = pictures('<figure><img src="/a.jpg"><figcaption>صورة الجسر</figcaption></figure>')
    assert found == (Image("https://n.example/a.jpg", "صورة الجسر"),)


def test_a_picture_above_a_caption_belongs_to_the_article() -> None:
    found = pictures('<div><img src="a.jpg"></div><p>صورة الجسر</p>')
    assert found == (Image("https://n.example/a/a.jpg", "صورة الجسر"),)


def test_a_picture_without_figure_or_caption_is_furniture() -> None:
    assert pictures('<div><img src="/logo.png"></div>') == ()


def test_a_caption_without_a_picture_is_kept() -> None:
    assert pictures("<p>صورة الجسر</p>") == (Image(None, "صورة الجسر"),)


def test_a_picture_written_into_its_address_is_left_out() -> None:
    assert pictures('<figure><img src="data:image/png;base64,AAAA"></figure>') == ()


def test_the_picture_of_metadata_stands_in_where_the_page_shows_none() -> None:
    assert pictures("", Metadata(images=["https://n.example/og.jpg"])) == (Image("https://n.example/og.jpg", None),)


def test_two_pictures_do_not_share_a_caption() -> None:
    found = pictures('<figure><img src="/a.jpg"><img src="/b.jpg"><figcaption>صورة الجسر</figcaption></figure>')
    assert [image.caption for image in found] == ["صورة الجسر", None]


@pytest.mark.parametrize("src", ["http://[", "//", "\x00", "javascript:x", "ا" * 3000])
def test_odd_addresses_of_pictures_do_no_harm(src: str) -> None:
    assert len(pictures(f'<figure><img src="{src}"></figure>')) == 1
