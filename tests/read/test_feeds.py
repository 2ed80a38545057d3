"""Feeds: each item as a page of its own content, also where the feed is broken."""

import io
import json
from collections.abc import Callable

import pytest

from marsad.errors import MarsadError
from marsad.read import Item, Limits, Options, pages
from marsad.records import Page

BODY = (
    "<p>أعلنت وزارة الخارجية في الرباط أن الاجتماع سيعقد الأسبوع المقبل.</p>\n"
    "<p>وقال المتحدث باسمها إن الدعوات وُجّهت إلى تسع دول.</p>"
)
RSS = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
     xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>شبكة الأفق</title><link>https://ufuq.example/</link>
<item><title>الرباط تستضيف اجتماعا</title><link>https://ufuq.example/1</link><guid isPermaLink="false">n-1</guid>
<dc:creator>هدى سالم</dc:creator><category>سياسة</category><category>المغرب</category>
<pubDate>الأربعاء، 07 أكتوبر 2020 10:00</pubDate><description>ملخص قصير</description>
<content:encoded><![CDATA[{BODY}]]></content:encoded></item>
<item><title>خبر ثان &amp; مهم</title><link>https://ufuq.example/2</link>
<pubDate>Wed, 07 Oct 2020 10:00:00 +0300</pubDate><description>&lt;p&gt;نص مرمّز&lt;/p&gt;</description></item>
</channel></rss>
"""


def read(feed: str | bytes, options: Options = Options()) -> list[Item]:  # noqa: B008  frozen
    return list(pages(io.BytesIO(feed if isinstance(feed, bytes) else feed.encode()), options))


def page(item: Item) -> Page:
    assert isinstance(item, Page), item
    return item


def text(item: Item) -> str:
    return page(item).data.decode()


def test_an_item_gives_its_full_content_and_all_that_the_feed_says() -> None:
    first, second = map(page, read(RSS))
    assert first.data.decode() == BODY
    assert (first.origin.media_type, first.charset) == ("text/html", "utf-8")
    assert first.origin.uri == first.origin.url == "https://ufuq.example/1"
    assert first.origin.container is not None
    assert (first.origin.container.uri, first.origin.container.offset, first.origin.container.record) == ("-", 1, "n-1")
    given = first.given
    assert (given.headline, given.publisher) == ("الرباط تستضيف اجتماعا", "شبكة الأفق")
    assert (given.published, given.authors, given.keywords) == (
        "الأربعاء، 07 أكتوبر 2020 10:00", ("هدى سالم",), ("سياسة", "المغرب"),
    )  # fmt: skip
    assert (text(second), second.given.headline) == ("<p>نص مرمّز</p>", "خبر ثان & مهم")


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", "UTF-8"), ("utf-8-sig", "UTF-8"), ("utf-8", "windows-1256"), ("utf-8", ""), ("utf-16", "UTF-16"),
        ("windows-1256", "windows-1256"), ("windows-1256", "UTF-8"), ("windows-1256", "iso-8859-1"),
        ("windows-1256", ""), ("windows-1256", "no-such-charset"), ("iso-8859-6", "iso-8859-6"),
    ],
)  # fmt: skip
def test_arabic_survives_every_encoding_declared_rightly_or_wrongly(encoding: str, declared: str) -> None:
    feed = RSS.replace(' encoding="UTF-8"', f' encoding="{declared}"' if declared else "")
    first, second = read(feed.encode(encoding, "ignore"))
    assert "أعلنت وزارة الخارجية في الرباط" in text(first)
    assert page(second).given.headline == "خبر ثان & مهم"


def test_a_western_feed_keeps_its_letters() -> None:
    feed = RSS.replace("UTF-8", "iso-8859-1").replace(BODY, "<p>Le ministre a déclaré à Alger.</p>")
    feed = "".join(letter for letter in feed if ord(letter) < 256)
    assert "déclaré à Alger" in text(read(feed.encode("latin-1"))[0])


Damage = Callable[[str], str]
DAMAGES: dict[str, Damage] = {
    "a bare ampersand": lambda feed: feed.replace("&amp; مهم", "& مهم"),
    "a bare ampersand in a link": lambda feed: feed.replace("ufuq.example/2", "ufuq.example/2?a=1&b=2"),
    "an HTML entity": lambda feed: feed.replace("ملخص قصير", "ملخص&nbsp;قصير"),
    "a control character": lambda feed: feed.replace("ملخص قصير", "ملخص\x0bقصير"),
    "markup that is not escaped": lambda feed: feed.replace("ملخص قصير", "<p>ملخص <b>قصير</b></p>"),
    "tags that are not closed": lambda feed: feed.replace("ملخص قصير", "<p>ملخص <br> قصير <b>غير مغلق"),
    "blank lines before the declaration": lambda feed: "\n  \n" + feed,
    "a warning before the declaration": lambda feed: "<br />\n<b>Warning</b>: x in y.php<br />\n" + feed,
    "a prefix without a namespace": lambda feed: feed.replace(
        ' xmlns:content="http://purl.org/rss/1.0/modules/content/"', ""
    ),
    "something after the end": lambda feed: feed + "<!-- cached -->\n<script>x()</script>",
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_badly_formed_feed_keeps_its_items(damage: Damage) -> None:
    first, second = read(damage(RSS))
    assert text(first) == BODY
    assert text(second) == "<p>نص مرمّز</p>"


def test_a_broken_byte_costs_one_letter_and_not_the_feed() -> None:
    filler = RSS.replace(BODY, BODY + "<p>تفاصيل أخرى من الخبر.</p>" * 60)
    first, _ = read(filler.encode().replace("الدعوات".encode(), b"\xd8\xff\xd9\x84"))
    assert "أعلنت وزارة الخارجية" in text(first)


@pytest.mark.parametrize("end", ["نص مر", "ثان &amp; مهم", "<guid isPerma"])
def test_a_feed_that_breaks_off_keeps_whole_items_only(end: str) -> None:
    *whole, error = read(RSS[: RSS.index(end) + 3])
    assert [text(item) for item in whole] == [BODY][: RSS[: RSS.index(end)].count("</item>")]
    assert isinstance(error, MarsadError)
    assert f"breaks off inside an item; items read before it: {len(whole)}" in error.what


def test_a_feed_without_its_last_lines_keeps_all_items_and_says_so() -> None:
    first, second, error = read(RSS[: RSS.rindex("</channel>")])
    assert text(first) == BODY
    assert text(second) == "<p>نص مرمّز</p>"
    assert "after its last item" in str(error)


def test_atom_with_xhtml_and_relative_links_is_read() -> None:
    feed = f"""<?xml version="1.0" encoding="utf-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://ufuq.example/news/"><title>الأفق</title>
    <entry><id>tag:ufuq.example,2020:3</id><title type="html">عنوان &amp;quot;أول&amp;quot;</title>
    <link rel="alternate" href="3.html"/><author><name>سامي عادل</name></author><category term="سياسة"/>
    <published>2020-10-07T10:00:00Z</published><updated>2020-10-08T10:00:00Z</updated><summary>ملخص</summary>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{BODY}</div></content></entry>
    <entry><id>urn:uuid:4</id><title>نص فقط</title><content type="text">فقرة أولى &lt; 5

فقرة ثانية</content></entry></feed>"""
    first, second = map(page, read(feed))
    assert [piece.strip() for piece in first.data.decode().splitlines()] == BODY.split("\n")
    assert first.origin.url == "https://ufuq.example/news/3.html"
    given = first.given
    assert (given.headline, given.authors, given.keywords) == ('عنوان "أول"', ("سامي عادل",), ("سياسة",))
    assert (given.published, given.modified) == ("2020-10-07T10:00:00Z", "2020-10-08T10:00:00Z")
    assert second.data.decode() == "<p>فقرة أولى &lt; 5</p>\n<p>فقرة ثانية</p>"
    assert (second.origin.url, second.origin.uri) == (None, "-:2")


def test_rss_1_0_is_read() -> None:
    feed = """<?xml version="1.0" encoding="utf-8"?><rdf:RDF xmlns="http://purl.org/rss/1.0/"
    xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <channel rdf:about="x"><title>الأفق</title></channel><item rdf:about="https://ufuq.example/4"><title>عنوان</title>
    <link>https://ufuq.example/4</link><description>نص الخبر</description><dc:date>2015-02-08</dc:date></item>
    </rdf:RDF>"""
    (item,) = map(page, read(feed))
    assert (item.data.decode(), item.given.published) == ("<p>نص الخبر</p>", "2015-02-08")
    assert item.origin.url == "https://ufuq.example/4"


def test_rss_0_91_with_its_document_type_is_read() -> None:
    feed = (
        '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://127.0.0.1:1/rss-0.91.dtd">'
        '<rss version="0.91"><channel><title>x</title><item><title>عنوان</title><description>نص</description></item>'
        "</channel></rss>"
    )
    (item,) = read(feed)
    assert text(item) == "<p>نص</p>"


def test_a_simple_entity_of_the_feed_is_harmless() -> None:
    first, _ = read(RSS.replace("<rss", '<!DOCTYPE rss [<!ENTITY nbsp "&#160;">]><rss', 1))
    assert text(first) == BODY


def test_the_longer_of_content_and_description_is_read() -> None:
    first, _ = read(RSS.replace("ملخص قصير", "نص كامل في الوصف. " * 20).replace(BODY, "<img src='x.jpg'>" * 50))
    assert text(first).startswith("نص كامل") or text(first).startswith("<p>نص كامل")


def test_json_feed_is_read() -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "الأفق",
        "items": [
            {
                "id": "5", "url": "https://ufuq.example/5", "title": "عنوان", "content_html": BODY,
                "date_published": "2020-10-07T10:00:00Z", "authors": [{"name": "هدى سالم"}], "tags": ["سياسة"],
            },
            {"id": 6, "content_text": "فقرة\n\nأخرى", "author": {"name": "سامي"}, "url": "javascript:x()"},
            "not an item",
        ],
    }  # fmt: skip
    first, second, error = read(json.dumps(feed, ensure_ascii=False))
    assert text(first) == BODY
    given = page(first).given
    assert (given.headline, given.publisher, given.published) == ("عنوان", "الأفق", "2020-10-07T10:00:00Z")
    assert (given.authors, given.keywords) == (("هدى سالم",), ("سياسة",))
    assert text(second) == "<p>فقرة</p>\n<p>أخرى</p>"
    assert (page(second).origin.url, page(second).given.authors) == (None, ("سامي",))
    assert "1 items are no JSON objects" in str(error)


def test_an_item_without_text_is_named_and_the_next_is_read() -> None:
    feed = RSS.replace("ملخص قصير", "").replace(BODY, "")
    error, second = read(feed)
    assert isinstance(error, MarsadError)
    assert (error.where, error.reason) == ("-:1", "empty")
    assert "--follow" in error.what
    assert text(second) == "<p>نص مرمّز</p>"


def test_file_addresses_in_a_feed_are_no_addresses() -> None:
    (first, _) = read(RSS.replace("https://ufuq.example/1", "file:///etc/hostname"))
    assert page(first).origin.url is None


def test_a_feed_without_items_is_empty() -> None:
    (error,) = read('<rss version="2.0"><channel><title>x</title></channel></rss>')
    assert isinstance(error, MarsadError)
    assert error.reason == "empty"


@pytest.mark.parametrize("feed", ['{"version": "https://jsonfeed.org/version/1", "items": 5}', "<rss"])
def test_what_only_looks_like_a_feed_is_damaged(feed: str) -> None:
    (error,) = read(feed, Options(kind="feed"))
    assert isinstance(error, MarsadError)


def test_limits_hold_for_the_feed_and_for_its_items() -> None:
    error, second = read(RSS, Options(limits=Limits(page=100)))
    assert isinstance(error, MarsadError)
    assert error.reason == "too-large"
    assert text(second) == "<p>نص مرمّز</p>"
    (error,) = read(RSS, Options(limits=Limits(feed=100)))
    assert isinstance(error, MarsadError)
    assert error.reason == "too-large"


EXPANDING = '<!ENTITY a "ha">' + "".join(
    f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "&a;" * 10}">' for n in range(9)
)


@pytest.mark.parametrize(
    "declarations",
    [
        EXPANDING,
        '<!ENTITY x SYSTEM "file:///etc/hostname">',
        '<!ENTITY x PUBLIC "y" "http://127.0.0.1:1/x">',
        '<!ENTITY % x SYSTEM "http://127.0.0.1:1/x.dtd">%x;',
        "<!-- " + "x" * 70_000 + " -->" + EXPANDING,
    ],
)
def test_entities_made_of_others_or_of_files_are_not_opened(declarations: str) -> None:
    bomb = RSS.replace("<rss", f"<!DOCTYPE rss [{declarations}]><rss", 1).replace("ملخص قصير", "&a8;&x;")
    (error,) = read(bomb)
    assert isinstance(error, MarsadError)
    assert "XML" in error.what


@pytest.mark.parametrize(
    "filling", ["<a>" * 100_000, "<a " * 20_000, "&" * 200_000, "<![CDATA[" * 50_000, "<!--" * 50_000, "]]>" * 50_000]
)
def test_hostile_markup_ends_in_pages_or_errors(filling: str) -> None:
    found = read(RSS.replace("ملخص قصير", filling))
    assert found
    assert all(isinstance(item, Page | MarsadError) for item in found)
