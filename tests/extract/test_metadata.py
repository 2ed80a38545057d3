"""What pages say about themselves, as candidates."""

import json

import pytest
from selectolax.lexbor import LexborHTMLParser

from marsad.extract.metadata import Metadata, read, tidy

TITLE = "بلدية الموصل تفتتح الجسر القديم"


def of(head: str, body: str = "") -> Metadata:
    return read(LexborHTMLParser(f"<html lang='ar-IQ'><head>{head}</head><body>{body}</body></html>"))


def ld(data: object) -> Metadata:
    return of(f'<script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script>')


def test_an_article_in_json_ld_gives_its_fields() -> None:
    found = ld({
        "@type": "NewsArticle", "headline": TITLE, "datePublished": "2016-05-03", "dateModified": "2016-05-04",
        "author": {"@type": "Person", "name": "سامي عادل"}, "publisher": {"name": "صحيفة الضفاف"},
        "articleSection": ["محليات"], "keywords": "الموصل، جسور, ترميم", "image": {"url": "https://n.example/a.jpg"},
    })  # fmt: skip
    assert (found.titles, found.published, found.modified) == ([TITLE], ["2016-05-03"], ["2016-05-04"])
    assert (found.authors, found.sites, found.sections) == (["سامي عادل"], ["صحيفة الضفاف"], ["محليات"])
    assert (found.keywords, found.images) == (["الموصل", "جسور", "ترميم"], ["https://n.example/a.jpg"])


def test_an_article_inside_a_graph_is_found() -> None:
    found = ld({"@graph": [{"@type": "WebSite", "name": "الضفاف"}, {"@type": ["Article"], "headline": TITLE}]})
    assert (found.titles, found.sites) == ([TITLE], ["الضفاف"])


def test_articles_that_a_list_names_are_not_the_article() -> None:
    other = {"@type": "NewsArticle", "headline": TITLE, "url": "https://n.example/2", "datePublished": "2011-01-01"}
    found = ld({"@type": "ItemList", "itemListElement": [other]})
    assert (found.titles, found.published, found.url) == ([], [], None)


def test_a_thing_that_is_no_article_gives_no_title() -> None:
    assert ld({"@type": "Product", "headline": TITLE, "author": "سامي عادل"}).titles == []


def test_crumbs_come_in_their_order() -> None:
    items = [{"name": "الرئيسية"}, {"item": {"name": "محليات"}}]
    assert ld({"@type": "BreadcrumbList", "itemListElement": items}).crumbs == ["الرئيسية", "محليات"]


@pytest.mark.parametrize(
    "text",
    [
        '{"@type":"Article","headline":"%s",}',
        '<!-- {"@type":"Article","headline":"%s"} -->',
        '{"@type":"Article","headline":"%s\n"}',
        '{"@type":"Article","headline":"%s"};',
    ],
)
def test_json_as_it_is_found_in_the_wild_is_read(text: str) -> None:
    assert of(f'<script type="application/ld+json">{text % TITLE}</script>').titles == [TITLE]


@pytest.mark.parametrize(
    "text",
    ["", "null", "[]", "{", '{"@type":', "[" * 100_000, '{"@type":{"a":[1]}}', '{"@type":"Article","headline":{"a":1}}',
     '{"@type":"Article","author":[[[[[null]]]]]}', '{"@type":"Article","datePublished":1e999}', "\x00"],
)  # fmt: skip
def test_broken_json_gives_nothing(text: str) -> None:
    found = of(f'<script type="application/ld+json">{text}</script>')
    assert (found.titles, found.authors) == ([], [])


def test_meta_elements_are_read_under_any_of_their_names() -> None:
    found = of(
        f'<title>{TITLE} | الضفاف</title><meta property="og:title" content="{TITLE}">'
        '<meta name="Author" content="سامي عادل"><meta property="article:published_time" content="2016-05-03">'
        '<meta property="og:site_name" content="الضفاف"><meta name="keywords" content="جسور,ترميم">'
    )
    assert (found.title_tag, found.titles) == (f"{TITLE} | الضفاف", [TITLE])
    assert (found.authors, found.published, found.sites) == (["سامي عادل"], ["2016-05-03"], ["الضفاف"])
    assert found.keywords == ["جسور", "ترميم"]


def test_microdata_is_read() -> None:
    found = of(
        "", f'<h1 itemprop="headline">{TITLE}</h1><time itemprop="datePublished" datetime="2016-05-03">أمس</time>'
    )
    assert (found.titles, found.published) == ([TITLE], ["2016-05-03"])


def test_the_canonical_address_comes_before_the_one_of_open_graph() -> None:
    found = of('<link rel=canonical href="https://n.example/1"><meta property="og:url" content="https://n.example/2">')
    assert found.url == "https://n.example/1"


@pytest.mark.parametrize("href", ["", "/a", "javascript:alert(1)", "file:///etc/hosts"])
def test_an_address_that_is_none_of_the_web_is_passed_over(href: str) -> None:
    assert of(f'<link rel=canonical href="{href}">').url is None


@pytest.mark.parametrize(
    ("value", "text"),
    [(" أول \n ثان ", "أول ثان"), ("&amp;quot;نعم&amp;quot;", '"نعم"'), ("<b>نص</b>", "نص"), (2016, "2016"), (True, ""),
     (None, ""), ([], ""), ({}, ""), ("\ud800", "\ufffd"), ("\u200fنص\u200e", "نص")],
)  # fmt: skip
def test_a_value_becomes_one_clean_line(value: object, text: str) -> None:
    assert tidy(value) == text


def test_a_page_of_brackets_alone_has_no_metadata() -> None:
    assert of("<" * 5000).titles == []
