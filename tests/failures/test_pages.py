"""Hostile pages, each read as one page in memory: the article that is there, or a refusal that says why, nothing else.

Sizes are such that a step whose time grows with the square of the input would hang the test.
"""

import json
import re
from typing import get_args

import pytest

from marsad import NotAnArticle, Record, Wanted, read_bytes, to_json
from marsad.errors import RejectReason

HEADLINE = "افتتاح محطة لتحلية المياه في صفاقس"
SENTENCE = "قال محافظ صفاقس إن المحطة رقم {} تخدم ستين ألف ساكن وتغني عن الصهاريج التي كانت تجوب الأحياء."
PARAGRAPHS = [SENTENCE.format(number) for number in range(1, 7)]
BODY = "".join(f"<p>{text}</p>\n" for text in PARAGRAPHS)
LEVELS = 100_000
MANY = 10_000
MILLION = 1_000_000


def html(*, head: str = "", before: str = "", inside: str = "", after: str = "") -> bytes:
    page = (
        f'<!doctype html><html lang="ar"><head><meta charset="utf-8"><title>{HEADLINE}</title>{head}</head>'
        f"<body>{before}<article><h1>{HEADLINE}</h1><div>3 مايو 2016</div>{BODY}{inside}</article>{after}</body></html>"
    )
    return page.encode("utf-8", "surrogatepass")


def dump(*lines: str) -> bytes:
    return "\n".join((HEADLINE, "", *lines)).encode()


def json_ld(text: str) -> bytes:
    return html(head=f'<script type="application/ld+json">{text}</script>')


def outcome(page: bytes, media_type: str = "text/html") -> Record | NotAnArticle:
    """What becomes of a page; any other error than a refusal fails the test."""
    try:
        record = read_bytes(page, uri="page", media_type=media_type, wanted=Wanted(engine="lists"))
    except NotAnArticle as refusal:
        return refusal
    json.dumps(to_json(record), ensure_ascii=False).encode("utf-8")
    return record


def refused(page: bytes, media_type: str = "text/html") -> NotAnArticle:
    refusal = outcome(page, media_type)
    assert isinstance(refusal, NotAnArticle), refusal
    assert refusal.what
    return refusal


def article_of(page: bytes, media_type: str = "text/html") -> tuple[str | None, list[str]]:
    record = outcome(page, media_type)
    assert isinstance(record, Record), record
    return record.article.headline, list(record.article.paragraph_texts())


NOTHING = {
    "no byte": b"",
    "white space": b" \n\t\r\n" * 500_000,
    "no-break spaces": "\u00a0\n".encode() * 200_000,
    "NUL bytes": b"\x00" * MILLION,
    "one open tag again and again": b"<b>" * 300_000,
    "line breaks": b"<br>" * 300_000,
    "open tables": b"<table>" * 100_000,
    "angle brackets": b"<" * MILLION,
    "an open comment": b"<!--" + b"- " * MILLION,
    "an open script": b"<script>" + b"x " * MILLION,
    "an image that is called a page": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 400,
}


@pytest.mark.parametrize("page", NOTHING.values(), ids=NOTHING)
def test_a_page_that_holds_nothing_is_refused(page: bytes) -> None:
    assert refused(page).reason in get_args(RejectReason)


@pytest.mark.parametrize("media_type", ["text/html", "text/plain"])
def test_white_space_alone_is_called_empty(media_type: str) -> None:
    assert refused(b" \n\t\r\n" * 1000, media_type).reason == "empty"


AROUND = {
    "an article at 100,000 levels of depth": html(before="<span>" * LEVELS, after="</span>" * LEVELS),
    "100,000 links below": html(after="".join(f'<a href="/{n}">خبر آخر رقم {n}</a> ' for n in range(100_000))),
    "a list of links below": html(
        after="<ul>" + "".join(f'<li><a href="/{n}">خبر آخر من أخبار المدينة رقم {n}</a></li>' for n in range(MANY))
    ),
    "headlines above": html(before=f"<h1>{HEADLINE}</h1>" * MANY),
    "an attribute of megabytes": html(inside='<p class="' + "related " * 500_000 + '"></p>'),
    "thousands of attributes": html(inside="<p " + " ".join(f"a{n}=1" for n in range(5000)) + "></p>"),
    "meta tags": html(head="".join(f'<meta property="og:image" content="/{n}.jpg">' for n in range(MANY))),
    "NUL bytes between": html(inside="\x00" * MILLION),
    "direction marks": html(inside="\u200f" * MILLION),
    "entities of XML": html().replace(
        b"<!doctype html>",
        b"<!DOCTYPE r [" + b"".join(b'<!ENTITY a%d "&a%d;&a%d;">' % (n, n - 1, n - 1) for n in range(1, 60)) + b"]>",
    ),
}


@pytest.mark.parametrize("page", AROUND.values(), ids=AROUND)
def test_the_article_is_found_within(page: bytes) -> None:
    assert article_of(page) == (HEADLINE, PARAGRAPHS)


def test_blocks_of_100_000_levels_are_read_or_refused() -> None:
    record = outcome(html(before="<div>" * LEVELS, after="</div>" * LEVELS))
    assert isinstance(record, NotAnArticle) or list(record.article.paragraph_texts()) == PARAGRAPHS


BROKEN = {
    "cut in the middle": '{"@type": "NewsArticle", "headline": "افتتاح',
    "open brackets": "[" * LEVELS,
    "open objects": '{"a":' * LEVELS,
    "closed, but deep": "[" * 50_000 + "]" * 50_000,
    "graphs within graphs": '{"@graph": [' * 400 + "]}" * 400,
    "commas": '{"@type": "NewsArticle"' + "," * 200_000 + "}",
    "backslashes": '{"headline":"\\' * 50_000,
    "a number without end": '{"@type": "NewsArticle", "headline": ' + "9" * 100_000 + "}",
    "not a number": '{"@type": "NewsArticle", "datePublished": NaN, "headline": Infinity}',
    "values of wrong types": '{"@type": ["NewsArticle", 1, null], "headline": [], "author": 7, "datePublished": {}, '
    '"keywords": {"a": 1}, "articleSection": [null, [1]], "publisher": [[]], "image": true, "url": 0}',
    "lone surrogates": '{"@type": "NewsArticle", "keywords": "\\udfff", "articleSection": "\\ud800", '
    '"author": {"name": "\\ud800"}}',
    "ten megabytes of body": '{"@type": "NewsArticle", "articleBody": "' + "كلمة " * 1_100_000 + '"}',
    "ten megabytes of articles": '{"@graph": [' + '{"@type": "NewsArticle", "headline": "خبر"},' * 200_000 + "{}]}",
    "an address that is none": '{"@type": "NewsArticle", "url": "http://[::1", "publisher": {"url": "//["}}',
}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN)
def test_broken_json_ld_takes_nothing_from_the_page(text: str) -> None:
    assert article_of(json_ld(text)) == (HEADLINE, PARAGRAPHS)


INSIDE = {
    "numeric entities": ("<p>" + "&#1571;&#1582;" * 100_000, "أخ"),
    "entities of entities": ("<p>نص " + "&" + "amp;" * 300_000, "نص"),
    "doubly escaped entities": ("<p>" + "&amp;#1571;" * 50_000, "أ"),
    "a line of five megabytes": ("<p>" + "كلمة طويلة " * 250_000, "كلمة طويلة"),
    "a word of two megabytes": ("<p>ن" + "ـ" * 400_000 + "ص" * 400_000, "نص"),
    "marks on one letter": ("<p>ب" + "\u064e" * 400_000, "ب"),
    "marks out of order": ("<p>ب" + "\u0651\u064e" * 5000, "ب"),
    "open quotation marks": ("<p>" + "«" * 300_000, ""),
    "damaged letters": ("<p>" + "Ø§Ù„Ø³" * 50_000, ""),
}


@pytest.mark.parametrize(("inside", "kept"), INSIDE.values(), ids=INSIDE)
def test_a_monstrous_paragraph_leaves_the_others_as_they_are(inside: str, kept: str) -> None:
    record = outcome(html(inside=inside))
    assert isinstance(record, Record), record
    paragraphs = record.article.paragraph_texts()
    assert record.article.headline == HEADLINE
    assert list(paragraphs[: len(PARAGRAPHS)]) == PARAGRAPHS
    assert kept in " ".join((*paragraphs, *(line.text for line in record.article.dropped)))


SIGNS = (
    ". ",
    ".",
    "…",
    "-",
    "/",
    "(",
    "«",
    "|",
    ":",
    "،",
    "؟ ",
    "*",
    "ـ",
    "1",
    "١/",
    "المزيد ",
    "كتب: ",
    "&amp;",
    "\u064b",
    "a.",
)


@pytest.mark.parametrize("sign", SIGNS)
def test_a_sign_repeated_without_end_is_no_trap_for_a_pattern(sign: str) -> None:
    line = sign * (MANY // len(sign))
    record = outcome(dump(*PARAGRAPHS, f"ا {line} ا", *PARAGRAPHS[:1]), "text/plain")
    assert isinstance(record, Record), record
    assert set(PARAGRAPHS) <= set(record.article.paragraph_texts())


LONE = {
    "as references": html(inside="<p>&#xD800; &#55296; &#xDFFF; &#x110000; &#0; &#xFFFFFFFFFFFF; نهاية الخبر هنا.</p>"),
    "as bytes": html(inside="<p>\ud800\udc00 نهاية الخبر هنا.</p>"),
    "in UTF-16": b"\xff\xfe"
    + html(inside="<p>\ud83d</p>").decode("utf-8", "surrogatepass").encode("utf-16-le", "surrogatepass"),
}


@pytest.mark.parametrize("page", LONE.values(), ids=LONE)
def test_lone_surrogates_never_reach_the_record(page: bytes) -> None:
    headline, paragraphs = article_of(page)
    assert headline == HEADLINE
    assert paragraphs[: len(PARAGRAPHS)] == PARAGRAPHS
    assert not re.search("[\ud800-\udfff]", " ".join(paragraphs))


DUMPS = {
    "many lines": dump(*(SENTENCE.format(number) for number in range(MANY))),
    "one line again and again": dump(*PARAGRAPHS, *([PARAGRAPHS[0]] * MANY)),
    "short lines": dump(*PARAGRAPHS, *(f"سطر {number}" for number in range(MANY))),
    "rules": dump(*PARAGRAPHS, *(["ـــــــ ــ"] * MANY)),
    "bylines": dump(*PARAGRAPHS, *(f"كتب: سامي الهلالي {number}" for number in range(MANY))),
    "dates": dump(*PARAGRAPHS, *(f"● أخبار محلية {number % 28 + 1} مايو ٢٠١٦" for number in range(MANY))),
    "labels in one line": dump(*PARAGRAPHS, "المصدر: شبكة الكاتب: فريق " * 20_000),
    "a line of five megabytes": dump(*PARAGRAPHS, "قال محافظ صفاقس إن المحطة تخدم السكان " * 70_000),
    "NUL bytes": dump(*PARAGRAPHS, "\x00" * MILLION),
}


@pytest.mark.parametrize("page", DUMPS.values(), ids=DUMPS)
def test_a_monstrous_text_dump_is_read_or_refused(page: bytes) -> None:
    found = outcome(page, "text/plain")
    if isinstance(found, Record):
        assert found.article.headline == HEADLINE
        assert set(PARAGRAPHS) <= set(found.article.paragraph_texts())


@pytest.mark.slow
def test_a_hundred_thousand_lines_are_each_kept() -> None:
    lines = [SENTENCE.format(number) for number in range(100_000)]
    assert article_of(dump(*lines), "text/plain") == (HEADLINE, lines)
