"""What was fetched, kept as WARC: other programs read it, and so does Marsad."""

import gzip
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fastwarc.warc import ArchiveIterator
from tests.read.conftest import ARTICLE, Site

from marsad.errors import ArchiveError, NotFound
from marsad.read import FetchOptions, Options, Session, pages, warcout
from marsad.read.warcout import WarcFolder
from marsad.records import Page

Record = tuple[str, str | None, dict[str, str], bytes]


def records(path: Path) -> list[Record]:
    """Kind, address, headers and block of each record, whose digests are right."""
    found = []
    with path.open("rb") as file:
        for record in ArchiveIterator(file, parse_http=False):
            assert record.verify_block_digest()
            headers = dict(record.headers)
            found.append((headers["WARC-Type"], headers.get("WARC-Target-URI"), headers, record.reader.read()))
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "أرشيف الويب"


def fetched(folder: Path, *urls: str) -> list[bytes]:
    with WarcFolder(folder, "marsad test", lambda: datetime(2026, 3, 10, 9, tzinfo=UTC)) as kept:
        options = FetchOptions(allow_private=True, delay=0, respect_robots=False, fetched=kept.write, retries=0)
        with Session(options) as session:
            return [session.fetch(url).stream.read() for url in urls]


def test_a_page_comes_back_identical(site: Site, folder: Path) -> None:
    url = site.page("/1?a=%D8%A8")
    assert fetched(folder, site.url("/1?a=ب")) == [ARTICLE]
    (file,) = folder.iterdir()
    (page,) = pages(file, Options())
    assert isinstance(page, Page)
    assert page.data == ARTICLE
    assert (page.origin.url, page.origin.fetched_at) == (url, "2026-03-10T09:00:00Z")


def test_requests_and_answers_stand_with_what_wrote_them(site: Site, folder: Path) -> None:
    fetched(folder, site.page("/1"))
    (file,) = folder.iterdir()
    info, answer, request = records(file)
    assert (info[0], answer[0], request[0]) == ("warcinfo", "response", "request")
    assert b"software: marsad test" in info[3]
    assert (answer[1], answer[2]["WARC-IP-Address"]) == (site.url("/1"), "127.0.0.1")
    assert answer[3].startswith(b"HTTP/1.1 200 OK\r\n")
    assert answer[3].endswith(b"\r\n\r\n" + ARTICLE)
    assert request[2]["WARC-Concurrent-To"] == answer[2]["WARC-Record-ID"]
    assert request[3].startswith(b"GET /1 HTTP/1.1\r\n")
    assert b"User-Agent: marsad/" in request[3]


def test_codings_are_undone_and_told(site: Site, folder: Path) -> None:
    site.answers["/1"] = (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, gzip.compress(ARTICLE))
    fetched(folder, site.url("/1"))
    (file,) = folder.iterdir()
    block = records(file)[1][3]
    assert b"X-Crawl-Content-Encoding: gzip\r\n" in block
    assert b"\r\nContent-Length: %d\r\n" % len(ARTICLE) in block
    (page,) = pages(file, Options())
    assert isinstance(page, Page)
    assert page.data == ARTICLE


def test_redirects_are_kept_with_what_they_lead_to(site: Site, folder: Path) -> None:
    site.page("/new")
    fetched(folder, site.redirect("/old", "/new"))
    (file,) = folder.iterdir()
    answers = [record for record in records(file) if record[0] == "response"]
    assert [(url, block[9:12]) for _, url, _, block in answers] == [
        (site.url("/old"), b"302"), (site.url("/new"), b"200"),
    ]  # fmt: skip


def test_what_was_not_read_is_said_to_be_cut(site: Site, folder: Path) -> None:
    site.answers["/1"] = (404, {}, b"<p>not here</p>")
    with pytest.raises(NotFound):
        fetched(folder, site.url("/1"))
    (file,) = folder.iterdir()
    assert records(file)[1][2]["WARC-Truncated"] == "unspecified"


def test_a_large_file_is_followed_by_another(site: Site, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warcout, "_LARGEST", 100)
    fetched(folder, site.page("/1"), site.page("/2"))
    assert sorted(records(file)[1][1] or "" for file in folder.iterdir()) == [site.url("/1"), site.url("/2")]


def test_nothing_fetched_leaves_no_file_and_a_bad_folder_is_named(folder: Path, tmp_path: Path) -> None:
    fetched(folder)
    assert list(folder.iterdir()) == []
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(ArchiveError, match="cannot write into"):
        fetched(tmp_path / "file")
