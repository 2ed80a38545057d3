"""What a run says of itself: options that contradict each other, pages that were refused, exit codes, summaries."""

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from tests.cli.conftest import BODY, ENGLISH, TITLE, Run, article, lines, written

from marsad.cli import main
from marsad.cli.words import counted

ITEM = (
    f"<item><title>{TITLE}</title><link>http://127.0.0.1:1/1</link>"
    f"<description>{BODY[0]} {BODY[1]}</description></item>"
)
FEED = f'<rss version="2.0"><channel><title>شبكة المرفأ</title>{ITEM}</channel></rss>'


def zipped(path: Path, **members: str | bytes) -> str:
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return str(path)


def records(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


@pytest.mark.parametrize(
    "name", ["base64", "rot13", "zlib", "idna", "punycode", "undefined", "unicode_escape", "a\0b", "no-such"]
)
def test_an_encoding_of_no_page_is_wrong_usage(page: str, name: str, run: Run) -> None:
    done = run(page, "--encoding", name)
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert "try utf-8 or windows-1256" in done.stderr


@pytest.mark.parametrize(
    "options",
    [
        ["--json", "--csv"],
        ["--only", "article"],
        ["--only", "article", "--csv"],
        ["--only", "sounds", "--jsonl"],
        ["--engine", "nonsense"],
        ["--only", "nonsense", "--jsonl"],
        ["--url", "not a url"],
        ["--url", ""],
        ["--date", "9999-12-31"],
        ["--date", "2015-02-30"],
        ["--date", "2023-13-01"],
        ["--cache", "/proc/nope"],
    ],
)
def test_what_cannot_be_meant_is_wrong_usage(page: str, options: list[str], run: Run) -> None:
    done = run(page, *options)
    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (2, "", 1)


@pytest.mark.parametrize(
    "parts", ["quotes", "events", "article,mentions,entities,times,quotes,events", "times, quotes"]
)
def test_only_the_parts_that_are_wanted_are_printed(page: str, parts: str, run: Run) -> None:
    (record,) = records(run(page, "--jsonl", "--engine", "lists", "--only", parts).stdout)
    wanted = {part.strip() for part in parts.split(",")}
    assert record.keys() - {"schema", "origin", "warnings"} == wanted
    if "quotes" in wanted:
        assert [quote["cue"]["text"] for quote in record["quotes"]] == ["قال"]


def test_an_address_belongs_to_one_page(page: str, tmp_path: Path, run: Run) -> None:
    containers = (
        zipped(tmp_path / "z.zip", a=article()), lines(tmp_path / "l.jsonl", {"html": article()}),
        written(tmp_path / "f.xml", FEED), str(tmp_path),
    )  # fmt: skip
    address = ("--url", "https://sur.example/1")
    assert [run(each, *address).exit_code for each in containers] == [2] * 4
    assert run(page, page, *address).exit_code == 2
    assert records(run(page, *address, "--jsonl").stdout)[0]["origin"]["url"] == address[1]


def test_a_strict_run_ends_at_what_is_refused_inside_an_archive(tmp_path: Path, run: Run) -> None:
    source = zipped(tmp_path / "z.zip", a=article(), b=b"\x89PNG\r\n\x1a\n" + bytes(50), c=article())
    done = run(source, "--strict", "--jsonl")
    assert (done.exit_code, len(records(done.stdout))) == (3, 1)
    assert done.stderr.endswith("marsad: 1 article of 2 pages; refused: not-text 1\n")


def test_a_run_with_a_limit_sums_up_what_it_read(tmp_path: Path, run: Run) -> None:
    done = run(lines(tmp_path / "l.jsonl", *[{"html": article()}] * 5), "--limit", 2, "--jsonl")
    assert (done.exit_code, done.stderr) == (0, "marsad: 2 articles of 2 pages\n")


def test_a_folder_without_pages_is_named(page: str, tmp_path: Path, run: Run) -> None:
    (tmp_path / "empty").mkdir()
    assert run(tmp_path / "empty").stderr == f"marsad: {tmp_path / 'empty'}: holds no pages\n"
    assert [run(tmp_path / "empty").exit_code, run(tmp_path / "empty", page).exit_code] == [1, 3]


def test_a_quiet_run_without_an_article_says_why(tmp_path: Path, run: Run) -> None:
    (tmp_path / "folder").mkdir()
    written(tmp_path / "folder" / "en.html", ENGLISH)
    done = run(tmp_path / "folder", "-q")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == f"marsad: {tmp_path / 'folder'}: 0 articles of 1 page; refused: other-language 1\n"


@pytest.mark.usefixtures("page", "english")
def test_a_page_is_named_however_its_path_is_written(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("page.html", "./en.html", "-q").exit_code == 3


def warc(*pages: tuple[str, str, bytes]) -> bytes:
    found = b""
    for number, (status, media_type, body) in enumerate(pages):
        block = f"HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\n\r\n".encode() + body
        found += (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
            f"WARC-Target-URI: http://sur.example/{number}\r\nWARC-Date: 2026-01-01T00:00:00Z\r\n"
            f"Content-Type: application/http;msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
        ).encode() + block + b"\r\n\r\n"  # fmt: skip
    return found


def test_captures_that_are_no_pages_are_counted(tmp_path: Path, run: Run) -> None:
    source = tmp_path / "crawl.warc"
    others = (("404 Not Found", "text/html", b"gone"), ("200 OK", "image/png", b"png"))
    source.write_bytes(warc(("200 OK", "text/html", article().encode()), *others))
    done = run(source, "--jsonl")
    assert (done.exit_code, len(records(done.stdout))) == (0, 1)
    assert done.stderr == "marsad: 1 article of 1 page; passed over: 2 captures of other kinds\n"
    source.write_bytes(warc(*others))
    done = run(source)
    assert (done.exit_code, "passed over: 2 captures" in done.stderr) == (1, True)


def test_a_short_item_of_a_feed_may_be_a_summary_only(tmp_path: Path, run: Run) -> None:
    (record,) = records(run(written(tmp_path / "f.xml", FEED), "--jsonl").stdout)
    assert "--follow" in record["warnings"][0]


def test_an_item_whose_page_cannot_be_had_says_so_and_counts_once(tmp_path: Path, run: Run) -> None:
    done = run(
        written(tmp_path / "f.xml", FEED.replace(ITEM, ITEM + ITEM.replace("/1<", "/2<"))), "--follow", "--jsonl"
    )
    assert done.exit_code == 3
    assert ["private network" in record["warnings"][0] for record in records(done.stdout)] == [True, True]
    assert done.stderr.endswith("marsad: 2 articles of 2 pages; refused: forbidden 2\n")
    assert "--allow-private" in done.stderr


def test_an_item_whose_page_cannot_be_had_and_that_is_no_article_counts_once(tmp_path: Path, run: Run) -> None:
    item = ITEM.replace(BODY[0], "").replace(BODY[1], "قصير")
    done = run(
        written(tmp_path / "f.xml", FEED.replace(ITEM, ITEM + item.replace("/1<", "/2<"))), "--follow", "--jsonl"
    )
    assert "marsad: 1 article of 2 pages; refused: forbidden 2" in done.stderr


@pytest.mark.parametrize("published", ["next week", 1423353600])
def test_a_date_of_a_line_that_is_none_is_told(published: object, tmp_path: Path, run: Run) -> None:
    source = lines(tmp_path / "l.jsonl", {"html": article(), "published": published})
    (record,) = records(run(source, "--jsonl", "--date", "2015-02-08").stdout)
    assert record["article"]["published"]["value"] == "2015-02-08"
    assert str(published) in record["warnings"][0]


def test_arabic_output_is_arabic(page: str, tmp_path: Path, run: Run) -> None:
    shown = run(page, "--lang", "ar").stdout
    assert "3 فقرات، 49 كلمة" in shown
    assert "العنوان 1" not in shown
    assert "1 paragraph, " in run(written(tmp_path / "one.html", article(TITLE, " ".join(BODY)))).stdout
    done = run(page, page, page, "--lang", "ar")
    assert done.stderr == "marsad: 3 مقالات من 3 صفحات\n"
    dump = run(written(tmp_path / "dump.txt", "\n\n".join((TITLE, TITLE, *BODY, "مشاركة:", "فيسبوك"))), "--lang", "ar")
    assert "المحذوف" in dump.stdout
    assert "repeat" not in dump.stdout


@pytest.mark.parametrize(
    ("number", "said"),
    [(1, "صفحة واحدة"), (2, "صفحتان"), (3, "3 صفحات"), (10, "10 صفحات"), (11, "11 صفحة"), (100, "100 صفحة"),
     (102, "102 صفحة"), (103, "103 صفحات"), (1111, "1,111 صفحة"), (0, "0 صفحة")],
)  # fmt: skip
def test_an_arabic_noun_agrees_with_its_number(number: int, said: str) -> None:
    assert counted(number, "page", "ar") == said


def test_wrong_usage_is_told_as_json_where_errors_are(page: str, run: Run) -> None:
    for options in (["--nonsense"], ["--limit", "0"], ["--type", "pdf"], ["--json", "--csv"]):
        done = run(page, *options, "--json-errors")
        assert (done.exit_code, done.stdout) == (2, "")
        assert json.loads(done.stderr)["reason"] == "usage"
    plain = run(page, "--nonsense")
    assert (plain.exit_code, "Usage: " in plain.stderr) == (2, True)


def test_a_picture_stays_a_picture_whatever_it_is_called(tmp_path: Path, run: Run) -> None:
    picture = tmp_path / "p.html"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    done = run(picture, "--any", "--type", "html")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "holds a PNG image" in done.stderr
    picture.write_bytes(bytes(range(256)) * 20)
    assert "holds binary data" in run(picture, "--any", "--type", "html").stderr


def test_a_record_is_no_page(page: str, tmp_path: Path, run: Run) -> None:
    done = run(written(tmp_path / "r.json", run(page, "--json").stdout))
    assert (done.exit_code, "a record that Marsad gave" in done.stderr) == (1, True)


@pytest.mark.parametrize(
    ("source", "said"),
    [("www.sur.example/news", "https://www.sur.example/news"), ("sur.example/a/b", "https://sur.example/a/b"),
     ("ب" * 300, "File name too long")],
)  # fmt: skip
def test_what_is_missing_is_said_with_what_to_do(source: str, said: str, run: Run) -> None:
    done = run(source)
    assert (done.exit_code, done.stderr.count("\n")) == (1, 1)
    assert said in done.stderr
    assert "Errno" not in done.stderr


def test_a_second_opinion_is_had_of_each_page_once(tmp_path: Path, run: Run) -> None:
    pytest.importorskip("trafilatura")
    source = zipped(tmp_path / "z.zip", **{"a.html": article(), "b.txt": "\n\n".join((TITLE, *BODY))})
    marked, plain = records(run(source, "--with", "trafilatura", "--jsonl").stdout)
    assert "second opinion: trafilatura agrees" in " ".join(marked["warnings"])
    assert "no second opinion: not HTML" in plain["warnings"]


def test_a_second_opinion_on_what_comes_through_a_pipe_is_had_or_the_extra_named() -> None:
    done = CliRunner().invoke(
        main, ["read", "-", "--with", "trafilatura", "--jsonl"], input=io.BytesIO(article().encode())
    )
    assert "second opinion: trafilatura agrees" in done.stdout or "marsad[trafilatura]" in done.stderr
