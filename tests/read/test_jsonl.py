"""JSON Lines, arrays, and objects one after another."""

import gzip
import io
import json

import pytest

from marsad.errors import MarsadError
from marsad.read import Item, Limits, Options, pages
from marsad.records import Page


def read(text: str | bytes, options: Options = Options()) -> list[Item]:  # noqa: B008  frozen
    return list(pages(io.BytesIO(text if isinstance(text, bytes) else text.encode()), options))


def test_all_fields_of_a_line_come_through() -> None:
    line = {
        "id": "n-17", "url": "https://ufuq.example/17", "html": "<p>نص</p>", "published": "٨ فبراير ٢٠١٥",
        "modified": "2015-02-09", "publisher": "شبكة الأفق", "fetched_at": "2020-01-01T00:00:00Z", "title": "عنوان",
        "authors": ["هدى سالم", ""], "keywords": ["سياسة"], "section": "أخبار",
    }  # fmt: skip
    (page,) = read(json.dumps(line))
    assert isinstance(page, Page)
    origin, given = page.origin, page.given
    assert (origin.uri, origin.url, origin.fetched_at) == ("n-17", "https://ufuq.example/17", "2020-01-01T00:00:00Z")
    assert (page.data, origin.media_type, page.charset) == ("<p>نص</p>".encode(), "text/html", "utf-8")
    assert origin.container is not None
    assert (origin.container.uri, origin.container.offset) == ("-", 1)
    assert (given.headline, given.published, given.modified) == ("عنوان", None, "2015-02-09")
    assert page.assumed_date == "٨ فبراير ٢٠١٥"
    assert (given.publisher, given.authors, given.section) == ("شبكة الأفق", ("هدى سالم",), "أخبار")
    assert given.keywords == ("سياسة",)


def test_a_line_without_id_is_named_by_its_number_and_text_is_plain() -> None:
    first, second = read('{"text": "واحد"}\n\n{"id": 7, "text": "اثنان"}')
    assert isinstance(first, Page)
    assert isinstance(second, Page)
    assert (first.origin.uri, first.origin.media_type, second.origin.uri) == ("-:1", "text/plain", "7")


def test_the_date_of_a_line_goes_before_the_date_for_all() -> None:
    first, second = read('{"text": "واحد", "published": "2015-02-08"}\n{"text": "اثنان"}', Options(date="2020-01-01"))
    assert isinstance(first, Page)
    assert isinstance(second, Page)
    assert (first.assumed_date, second.assumed_date) == ("2015-02-08", "2020-01-01")


@pytest.mark.parametrize(
    ("bad", "what"),
    [
        ("{broken", "not JSON"),
        ('"a string"', "object"),
        ("[1, 2]", "object"),
        ('{"id": 1}', "neither"),
        ('{"text": 5}', "neither"),
        ('{"text": "  "}', "empty"),
        ('{"text": "' + "x" * 5000 + '"}', "longer"),
        ("[" * 100_000, "longer|usable"),
    ],
)
def test_a_bad_line_is_named_and_the_next_is_read(bad: str, what: str) -> None:
    options = Options(limits=Limits(line=4000))
    first, error, last = read(f'{{"text": "واحد"}}\n{bad}\n{{"text": "ثلاثة"}}\n', options)
    assert isinstance(first, Page)
    assert isinstance(last, Page)
    assert isinstance(error, MarsadError)
    assert error.where == "-:2"
    assert any(word in error.what for word in what.split("|"))


def test_a_deeply_nested_line_is_damaged() -> None:
    (_, error) = read('{"text": "واحد"}\n' + "[" * 100_000 + "\n")
    assert isinstance(error, MarsadError)


def test_a_line_in_another_encoding_is_damaged() -> None:
    _, error = read('{"text": "واحد"}\n'.encode() + '{"text": "خبر"}\n'.encode("windows-1256"))
    assert isinstance(error, MarsadError)
    assert "UTF-8" in error.what


@pytest.mark.parametrize(
    "text",
    [
        '[{"text": "واحد"}, {"text": "اثنان"}]',
        '[\n  {\n    "text": "واحد"\n  },\n  {\n    "text": "اثنان"\n  }\n]\n',
        '{\n  "text": "واحد"\n}\n{\n  "text": "اثنان"\n}\n',
        '\ufeff{"text": "واحد"}\r\n{"text": "اثنان"}\r\n',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_arrays_and_printed_objects_are_read(text: str, encoding: str) -> None:
    found = read(text.encode(encoding))
    assert [page.data.decode() for page in found if isinstance(page, Page)] == ["واحد", "اثنان"]


def test_a_large_array_is_read_piece_by_piece() -> None:
    items = [{"text": f"خبر رقم {n} " + "كلمة " * 3000} for n in range(60)]
    found = read(json.dumps(items, indent=1))
    assert len(found) == 60
    assert all(isinstance(page, Page) for page in found)


def test_an_array_that_breaks_off_keeps_what_was_before() -> None:
    first, error = read('[{"text": "واحد"}, {"text": "اث')
    assert isinstance(first, Page)
    assert isinstance(error, MarsadError)
    assert error.where == "-:2"


def test_packed_lines_that_break_off_keep_what_was_before() -> None:
    data = gzip.compress(b"".join(b'{"text": "line %d"}\n' % n for n in range(20_000)))
    *found, error = read(data[: len(data) // 2])
    assert len(found) > 100
    assert all(isinstance(page, Page) for page in found)
    assert isinstance(error, MarsadError)
    assert "ends early" in error.what


def test_a_lone_surrogate_does_not_break_the_encoding() -> None:
    (page,) = read('{"text": "خبر \\ud800 عاجل"}')
    assert isinstance(page, Page)
    assert "عاجل" in page.data.decode()
