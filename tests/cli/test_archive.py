"""`add`, `verify`, `ledger`, `rejects`, `withdraw`: what they print, keep and end with."""

import json
import sys
from pathlib import Path
from typing import NoReturn

import pytest
from click.testing import CliRunner, Result

from marsad.archive import Archive
from marsad.cli import main
from marsad.errors import NotAnArticle

SAMPLES = Path(__file__).parents[2] / "samples"
HEADLINE = "عنوان عن الجسر الجديد"


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MARSAD_OPERATOR", "مريم")


def run(*words: str) -> Result:
    """What a command prints and ends with; names are read from lists, in this process where pages are added."""
    extra = ("--jobs", "0", "--engine", "lists") if words[0] == "add" else ()
    return CliRunner().invoke(main, [words[0], *extra, *words[1:]])


def page(name: str = "page.txt", body: str = "قال وزير النقل إن الجسر سيفتح أمام السيارات بعد أسبوع من اليوم.") -> str:
    """A page in the folder."""
    Path(name).write_text(f"{HEADLINE}\n\nأخبار محلية 9 مارس 2026\n\n{body}\n\n{body} وأضاف أن العمل انتهى.\n", "utf-8")
    return name


def test_what_is_added_stands_in_the_archive_and_verifies() -> None:
    added = run("add", page())
    assert added.exit_code == 0
    assert added.stderr == "marsad: 1 article added to marsad.db\n"
    with Archive.open("marsad.db", read_only=True) as archive:
        (one,) = archive.ids()
        kept = archive.record(one)
    assert kept is not None
    assert kept.article.headline == HEADLINE
    assert kept.mentions is not None
    checked = run("verify")
    assert checked.exit_code == 0
    assert "1 article, 1 ledger entry, nothing wrong" in checked.stderr


def test_adding_again_adds_nothing_and_another_text_a_version() -> None:
    run("add", page(), "--url", "https://akhbar.example/1")
    assert (
        "0 articles added to marsad.db; 1 known already"
        in run("add", "page.txt", "--url", "https://akhbar.example/1").stderr
    )
    page(body="قال وزير النقل إن الجسر سيفتح أمام السيارات بعد شهر من اليوم.")
    again = run("add", "page.txt", "--url", "https://akhbar.example/1")
    assert again.stderr == "marsad: 0 articles and 1 version added to marsad.db\n"


def test_the_archive_is_chosen_by_option_and_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MARSAD_ARCHIVE", "من البيئة.db")
    run("add", page())
    assert Path("من البيئة.db").exists()
    run("add", "page.txt", "--archive", "other.db")
    assert Path("other.db").exists()


def test_a_report_names_every_page() -> None:
    Path("folder").mkdir()
    page("folder/a.txt")
    Path("folder/b.txt").write_text(
        "A bridge was opened in the old town and many people came to see it on that day.\n\n" * 9, "utf-8"
    )
    done = run("add", "folder", "--report", "report.jsonl")
    assert done.exit_code == 0
    lines = [json.loads(line) for line in Path("report.jsonl").read_text("utf-8").splitlines()]
    assert [(line["outcome"], line["reason"]) for line in lines] == [("added", None), ("refused", "other-language")]
    assert "1 refused (other-language 1)" in done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such file names")
def test_a_file_name_that_is_no_utf_8_is_added_and_reported() -> None:
    Path("a\udcfe.txt").write_text(Path(page()).read_text("utf-8"), "utf-8")
    assert run("add", "a\udcfe.txt", "--report", "report.jsonl").exit_code == 0
    assert json.loads(Path("report.jsonl").read_text("utf-8"))["uri"] == "a\udcfe.txt"


def test_a_summary_speaks_arabic() -> None:
    Path("empty.txt").write_text(" ", "utf-8")
    said = run("add", page(), "empty.txt", "--lang", "ar").stderr.splitlines()[-1]
    assert said == "marsad: أضيف إلى marsad.db: مقال واحد؛ المرفوض: 1 (بلا نص 1)"
    assert run("add", "page.txt", "--lang", "ar").stderr == "marsad: أضيف إلى marsad.db: 0 مقال؛ معروف من قبل: 1\n"


def test_what_is_passed_over_in_a_crawl_is_told(tmp_path: Path) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG"
    record = (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        b"WARC-Target-URI: https://akhbar.example/a.png\r\nWARC-Date: 2026-03-09T09:00:00Z\r\n"
        b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n"
    )
    (tmp_path / "crawl.warc").write_bytes(record % (len(head), head))
    assert "1 capture of other kinds" in run("add", page(), "crawl.warc").stderr


def test_a_dry_run_keeps_nothing() -> None:
    done = run("add", page(), "--dry-run")
    assert "1 article added (nothing is kept: --dry-run)" in done.stderr
    assert not Path("marsad.db").exists()


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("add", "missing.txt"), 1, "there is no such file"),
        (("add", "page.txt", "--date", "gestern"), 2, "is no date"),
        (("add", "page.txt", "--engine", "nothing"), 2, "nothing"),
        (("add", "page.txt", "--report", "no/where.jsonl"), 2, "cannot write to"),
        (("add", "page.txt", "missing.txt"), 3, "there is no such file"),
        (("add", "missing.txt", "page.txt", "--strict"), 1, "there is no such file"),
        (("add", "./empty.txt", "page.txt"), 3, "empty.txt: is empty"),
        (("add", "folder", "-q"), 1, "0 articles added"),
        (("verify", "--archive", "none.db"), 1, 'Make one with "marsad add INPUT…"'),
        (("verify", "--archive", "page.txt"), 4, "this is no archive"),
        (("verify", "--head", "x"), 2, "is no ledger head"),
        (("withdraw", "a-0", "--reason", "x"), 1, "no article a-0"),
        (("withdraw", "a-0", "--reason", " "), 2, "say why"),
        (("add", "page.txt", "--archive", "no/where.db"), 4, "there is no folder"),
        (("add", ""), 2, "an input is empty"),
        (("read", " "), 2, "an input is empty"),
    ],
)
def test_what_goes_wrong_is_one_line_and_a_code(words: tuple[str, ...], code: int, said: str) -> None:
    page()
    Path("folder").mkdir()
    for name in ("empty.txt", "folder/empty.txt"):
        Path(name).write_text(" ", "utf-8")
    run("add", "page.txt", "--archive", "marsad.db")
    done = run(*words)
    assert said in done.stderr
    assert "Traceback" not in done.output
    assert done.exit_code == code


def test_verify_says_what_was_changed_with_a_code_of_its_own() -> None:
    run("add", page())
    head = run("ledger", "head").stdout.strip()
    with Archive.open("marsad.db") as archive:
        archive.connection.execute("UPDATE pages SET data = x'00'")
    done = run("verify", "--head", head)
    assert done.exit_code == 4
    assert done.stdout.startswith("page ")


def test_a_damaged_file_is_said_so() -> None:
    run("add", page())
    path = Path("marsad.db")
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(data)
    done = run("verify")
    assert done.exit_code == 4
    assert "Traceback" not in done.output


def test_the_ledger_says_who_added_what_from_where() -> None:
    run("add", page(), "--url", "https://akhbar.example/1")
    entry = json.loads(run("ledger").stdout)
    assert entry["deed"] == "add"
    assert {key: entry["data"][key] for key in ("by", "how", "uri", "url")} == {
        "by": "مريم", "how": "marsad add --engine lists --url https://akhbar.example/1", "uri": "page.txt", "url": "https://akhbar.example/1",
    }  # fmt: skip


def test_rejects_are_listed_and_read_again() -> None:
    Path("bad.txt").write_text("كلمة\n", "utf-8")
    assert run("add", "bad.txt").exit_code == 1
    assert run("rejects").stdout.startswith("bad.txt: ")
    assert json.loads(run("rejects", "--jsonl").stdout)["uri"] == "bad.txt"
    assert "0 of 1 read now" in run("rejects", "--retry").stderr


def test_a_page_that_is_read_at_last_is_the_article_that_it_would_have_been(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuses(*_: object, **__: object) -> NoReturn:
        raise NotAnArticle("a list", reason="listing")

    address = "https://akhbar.example/1"
    with monkeypatch.context() as broken:
        broken.setattr("marsad.pipeline.record", refuses)
        run("add", page(), "--url", address)
    with monkeypatch.context() as alone:
        alone.setattr("marsad.scale.workers.os.cpu_count", lambda: 1)
        assert "1 of 1 read now" in run("rejects", "--retry").stderr
    assert run("rejects").stdout == ""
    assert "1 known already" in run("add", "page.txt", "--url", address).stderr


def test_a_refused_page_is_taken_out() -> None:
    Path("bad.txt").write_text("كلمة\n", "utf-8")
    run("add", "bad.txt")
    assert run("rejects", "--forget", "bad.txt").stderr == "marsad: bad.txt: 1 page out\n"
    assert run("rejects").stdout == ""
    assert [json.loads(line)["deed"] for line in run("ledger").stdout.splitlines()] == ["refuse", "forget"]
    assert run("rejects", "--forget", "bad.txt").exit_code == 1
    assert run("rejects", "--forget", "bad.txt", "--retry").exit_code == 2
    assert run("verify").exit_code == 0


def test_what_is_withdrawn_is_gone_and_verifies() -> None:
    run("add", page())
    (entry,) = run("ledger").stdout.splitlines()
    done = run("withdraw", json.loads(entry)["article"], "--reason", "طلب الكاتب")
    assert done.stderr.endswith("1 version withdrawn\n")
    assert run("verify").exit_code == 0
    assert "1 withdrawn before, left out" in run("add", "page.txt").stderr


def test_the_samples_are_added_by_several_processes() -> None:
    done = CliRunner().invoke(main, ["add", str(SAMPLES), "--jobs", "2", "--engine", "lists"])
    assert done.exit_code == 0
    assert "added to marsad.db" in done.stderr
    assert run("verify").exit_code == 0
