"""The sample pages, which everybody sees first, come out exactly."""

from pathlib import Path

import pytest

import marsad
from marsad import Record

SAMPLES = Path(__file__).resolve().parent.parent / "samples"


def records(name: str) -> list[Record]:
    found = list(marsad.read(SAMPLES / name))
    refused = [error for error in found if not isinstance(error, Record)]
    assert not refused
    return [record for record in found if isinstance(record, Record)]


def test_the_text_dump_gives_one_article_with_six_paragraphs() -> None:
    (record,) = records("dump.txt")
    article = record.article
    assert article.headline == "وزيرا المياه في تونس والجزائر يتفقان على ربط شبكتي الشرب على الحدود"
    assert (article.section, article.source, article.authors) == ("شؤون مغاربية", "وكالة الضفتين", ("قسم الأخبار",))
    assert article.published
    assert (article.published.value, article.published.text) == ("2024-03-12", "١٢ مارس ٢٠٢٤")
    assert len(article.paragraphs) == 6
    assert {line.reason for line in article.dropped} >= {"repeat", "dateline", "share", "read-also", "rule"}
    assert record.warnings == ()


def test_the_html_page_gives_its_writer_and_not_its_newspaper_as_author() -> None:
    (record,) = records("page.html")
    article = record.article
    assert article.headline == "متحف الصيادين يفتح أبوابه في رشيد بعد ترميم دام ست سنوات"
    assert (article.section, article.publisher, article.authors) == ("ثقافة", "جريدة الساحل اليوم", ("هدى الشناوي",))
    assert article.published
    assert article.modified
    assert (article.published.value, article.modified.value) == ("2024-04-03T16:15", "2024-04-03T18:40")
    assert [text.split()[0] for text in article.paragraph_texts()] == ["افتتح", "وقال", "وأضاف", "ومن", "وكان"]
    assert [image.caption for image in article.images] == ["واجهة المتحف بعد الترميم - تصوير: كريم عطية"]
    assert [link.title for link in article.links] == ["معرض الكتاب في دمنهور يمدد أيامه أسبوعًا"]
    assert set(article.keywords) == {"رشيد", "متاحف", "ترميم"}


def test_the_feed_gives_an_article_for_each_item() -> None:
    rice, seeds = (record.article for record in records("feed.xml"))
    assert rice.headline == "مزارعو السماوة يستأنفون زراعة العنبر بعد عودة المياه إلى الجداول"
    assert [len(article.paragraphs) for article in (rice, seeds)] == [3, 3]
    assert [article.authors for article in (rice, seeds)] == [("زينب الجبوري",), ("عمار الحمداني",)]
    assert {article.publisher for article in (rice, seeds)} == {"نشرة الرافدين الزراعية"}


def test_the_talks_are_one_article_of_six_paragraphs() -> None:
    (record,) = records("talks.txt")
    article = record.article
    assert article.headline == "وزيرا الطاقة في الأردن ومصر يبحثان ربط شبكتي الكهرباء"
    assert (article.published and article.published.value, article.source) == ("2024-05-05", "وكالة الضفتين")
    assert [text.split()[0] for text in article.paragraph_texts()] == ["التقى", "وقال", "وقالت", "ونفت", "ومن", "يذكر"]


@pytest.mark.parametrize("name", ["dump.txt", "page.html", "talks.txt"])
def test_a_sample_read_from_memory_gives_the_article_that_its_file_gives(name: str) -> None:
    (record,) = records(name)
    assert marsad.read_bytes((SAMPLES / name).read_bytes(), uri=name).article == record.article
