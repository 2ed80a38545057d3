"""From Python too, only MarsadError comes back from what cannot be meant; and refusals travel between processes."""

import gzip
import io
import multiprocessing
import pickle
from pathlib import Path
from typing import Any, cast

import pytest
from tests.cli.conftest import BODY, TITLE, article

import marsad
from marsad.errors import Forbidden, MarsadError, NotAnArticle, NotFound, UsageError
from marsad.read import Options, pages
from marsad.records import Page

TEXT = "\n\n".join((TITLE, *BODY))


@pytest.mark.parametrize("source", [None, article().encode(), 5, ["page.html"], io.StringIO(TEXT)])
def test_what_is_no_source_is_wrong_usage(source: object) -> None:
    with pytest.raises(UsageError):
        list(marsad.read(cast("Any", source)))


def test_a_file_that_is_open_for_text_is_wrong_usage(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(article(), "utf-8")
    with (tmp_path / "page.html").open(encoding="utf-8") as opened, pytest.raises(UsageError, match="'rb'"):
        list(marsad.read(cast("Any", opened)))


@pytest.mark.parametrize(
    "options",
    [Options(encoding="base64"), Options(encoding="idna"), Options(date="yesterday"), Options(date="9999-12-31"),
     Options(url="not a url"), Options(url="ftp://sur.example/1"), Options(url="https:///1"), Options(kind="pdf")],
)  # fmt: skip
def test_an_option_that_cannot_be_meant_is_wrong_usage(options: Options) -> None:
    with pytest.raises(UsageError):
        list(marsad.read(io.BytesIO(article().encode()), options))


def test_an_opinion_of_nobody_is_wrong_usage() -> None:
    with pytest.raises(UsageError, match="trafilatura"):
        list(marsad.read(io.BytesIO(article().encode()), opinion=cast("Any", "nobody")))


@pytest.mark.parametrize(
    "given", [{"data": TEXT}, {"data": None}, {"date": "yesterday"}, {"media_type": "application/pdf"}]
)
def test_what_no_page_in_memory_can_have_is_wrong_usage(given: dict[str, Any]) -> None:
    with pytest.raises(UsageError):
        marsad.read_bytes(**({"data": article().encode()} | given))


@pytest.mark.parametrize("data", [gzip.compress(article().encode()), b'{"html": "x"}\n', b"WARC/1.0\r\n"])
def test_a_container_in_memory_is_no_page(data: bytes) -> None:
    with pytest.raises(MarsadError, match="is not one page"):
        marsad.read_bytes(data)


def test_a_media_type_may_be_that_of_a_header() -> None:
    record = marsad.read_bytes(TEXT.encode("cp1256"), media_type="Text/Plain; charset=windows-1256")
    assert (record.article.headline, record.origin.media_type) == (TITLE, "text/plain")
    assert not record.warnings
    again = marsad.read_bytes(cast("bytes", bytearray(article().encode())), media_type="application/xhtml+xml")
    assert again.article.headline == TITLE


def test_a_refusal_can_be_pickled() -> None:
    for error in (NotAnArticle("no text", reason="empty", where="a.html"), Forbidden("no", reason="robots")):
        again = pickle.loads(pickle.dumps(error))  # noqa: S301 - made just before
        assert (type(again), str(again), again.reason) == (type(error), str(error), error.reason)


def test_a_refusal_comes_out_of_another_process() -> None:
    with multiprocessing.get_context("spawn").Pool(1) as pool, pytest.raises(NotAnArticle):
        pool.apply(marsad.read_bytes, (b"<html><body>-</body></html>",))


def test_a_link_out_of_the_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    (tmp_path / "far" / "page.html").write_text(article(), "utf-8")
    (tmp_path / "near").mkdir()
    (tmp_path / "near" / "link").symlink_to(tmp_path / "far")
    (found,) = pages(tmp_path / "near")
    assert isinstance(found, Page)
    assert found.origin.uri == str(tmp_path / "near" / "link" / "page.html")


def test_an_address_without_its_scheme_is_told_with_it() -> None:
    with pytest.raises(NotFound, match=r"https://www\.sur\.example/news"):
        list(pages("www.sur.example/news"))


def test_a_list_of_feeds_is_named_as_one() -> None:
    (error,) = pages(io.BytesIO(b'<?xml version="1.0"?><opml version="2.0"><body/></opml>'))
    assert isinstance(error, MarsadError)
    assert "OPML" in error.what
