"""`watch`: what it prints, keeps and ends with."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.watch.conftest import TEXTS, Site, entry, feed, page, site

from marsad.archive import Archive, rejects
from marsad.cli import main

__all__ = ["site"]


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MARSAD_LANG", "en")


def run(*words: str) -> Result:
    """Names are read from lists, in this process; the site is on this machine and has no robots.txt."""
    plain = {"--list", "--forget"}.isdisjoint(words)
    extra = ("--jobs", "0", "--engine", "lists", "--allow-private", "--no-robots") if plain else ()
    return CliRunner().invoke(main, ["watch", *extra, *words])


def test_a_round_tells_what_was_new_known_and_refused(site: Site) -> None:
    url = site.page("/feed", feed(entry(1), entry(2)))
    first = run(url, "--once")
    assert first.exit_code == 0
    assert first.stderr == f"marsad: {url}: 2 new\nmarsad: 2 articles added to marsad.db\n"
    changed = entry(1, "نص آخر كتبه المراسل بعد أن تبين له خطأ في الخبر الأول عن السوق.")
    site.page("/feed", feed(entry(2), changed, entry(3), "<item><title>فارغ</title><guid>x</guid></item>"))
    second = run("--once", "--report", "report.jsonl")
    assert f"{url}: 1 new, 1 changed, 1 known, 1 refused (empty 1)\n" in second.stderr
    assert "1 article and 1 version added to marsad.db; 1 known already; 1 refused (empty 1)" in second.stderr
    lines = [json.loads(line) for line in Path("report.jsonl").read_text("utf-8").splitlines()]
    assert [line["outcome"] for line in lines] == ["version", "added", "refused"]
    assert run("--once", "--lang", "ar").stderr.splitlines()[0] == f"marsad: {url}: معروف من قبل 4"


def test_the_ledger_says_how(site: Site) -> None:
    run(site.page("/feed", feed(entry(1))), "--once", "--follow")
    with Archive.open("marsad.db", read_only=True) as archive:
        told = list(archive.entries())
    assert [entry.deed for entry in told] == ["refuse", "add"]  # the page of the item is not there
    assert {entry.data["how"] for entry in told} == {"marsad watch --engine lists --follow --no-robots --allow-private"}


def test_what_is_added_has_the_level_that_was_named(site: Site) -> None:
    url = site.page("/feed", feed(entry(1), "<item><title>فارغ</title><guid>x</guid></item>"))
    assert run(url, "--once", "--access", "internal").exit_code == 0
    with Archive.open("marsad.db", read_only=True) as archive:
        assert len(archive) == 0
        assert list(rejects(archive)) == []
        inside = archive.seen_by("internal")
        assert len(inside) == 1
        assert len(list(rejects(inside))) == 1
        assert next(iter(inside.entries())).data["how"].endswith("--access internal")


def test_a_level_that_does_not_exist_is_said(site: Site) -> None:
    done = run(site.page("/feed", feed(entry(1))), "--once", "--access", "secret")
    assert done.exit_code == 2
    assert "'secret' is not one of 'public', 'internal', 'closed'" in done.stderr
    assert not Path("marsad.db").exists()


def test_a_feed_that_fails_is_named_and_the_others_are_read(site: Site) -> None:
    url, lost = site.page("/feed", feed(entry(1))), site.url("/lost").replace("127.0.0.1", "localhost")
    done = run(lost, url, "--once")
    assert done.exit_code == 3
    assert f"marsad: {lost}: the server has no such page (404); asked again at 20" in done.stderr
    assert "(errors in a row: 1)" in done.stderr
    assert f"{url}: 1 new" in done.stderr
    again = run(lost, url, "--once")
    assert again.exit_code == 3
    assert "errors in a row: 1" in again.stderr
    assert [path for path in site.paths() if path == "/lost"] == ["/lost"]


def test_a_feed_that_breaks_off_is_named_and_read_in_part(site: Site) -> None:
    whole = feed(entry(1), entry(2))
    url = site.page("/feed", whole[: whole.index(b"n-2")])
    done = run(url, "--once")
    assert done.exit_code == 3
    said = f"{url}: the feed breaks off inside an item; items read before it: 1"
    assert done.stderr.startswith(f"marsad: {said}\nmarsad: {url}: 1 new\n")
    assert run("--list").stdout.endswith("Z: 1 new; the feed breaks off inside an item; items read before it: 1\n")


def test_an_empty_feed_is_an_ordinary_result(site: Site) -> None:
    done = run(site.page("/feed", feed()), "--once")
    assert done.exit_code == 0
    assert "/feed: no items\n" in done.stderr


def test_where_no_feed_answers_the_code_says_so(site: Site) -> None:
    site.answers["/feed"] = (410, {}, b"")
    done = run(site.url("/feed"))  # without --once, but nothing is left to wait for
    assert done.exit_code == 1
    assert "the page is gone (410); it is not asked any more; marsad watch --forget takes it off" in done.stderr
    assert run(site.url("/feed")).exit_code == 1
    assert len(site.asked) == 1


def test_a_moved_feed_is_told(site: Site) -> None:
    site.page("/new", feed(entry(1)))
    site.answers["/feed"] = (301, {"Location": "/new"}, b"")
    said = f"1 new; moved for good to {site.url('/new')}, which is asked from now on"
    assert said in run(site.url("/feed"), "--once").stderr
    assert f"/feed: at {site.url('/new')}, asked 20" in run("--list").stdout


def test_rounds_end_with_a_summary_when_interrupted(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    slept = []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        raise KeyboardInterrupt

    monkeypatch.setattr("marsad.cli.watch.pause", sleep)
    done = run(site.page("/feed", feed(entry(1))), "--every", "2h")
    assert done.exit_code == 130
    assert done.stderr.endswith("marsad: interrupted; 1 article added to marsad.db\n")
    assert 7100 < slept[0] <= 7200
    assert run("--once").exit_code == 0


@pytest.mark.skipif(sys.platform == "win32", reason="other signals")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_ends_the_program_in_order(site: Site, number: int, code: int) -> None:
    command = [sys.executable, "-m", "marsad", "watch", site.page("/feed", feed(entry(1))), "--engine", "lists"]
    options = ["--allow-private", "--no-robots"]
    with subprocess.Popen([*command, *options], stderr=subprocess.PIPE, text=True) as program:
        assert program.stderr is not None
        assert "1 new" in program.stderr.readline()
        program.send_signal(number)
        assert program.stderr.read() == "marsad: interrupted; 1 article added to marsad.db\n"
    assert program.returncode == code
    assert CliRunner().invoke(main, ["verify"]).exit_code == 0


def test_lists_of_feeds_are_watched(site: Site) -> None:
    url = site.page("/feed", feed(entry(1)))
    Path("feeds.opml").write_text(
        f'<opml><outline><outline xmlUrl="{url}"/></outline><outline xmlUrl="ftp://a.example/f"/></opml>', "utf-8"
    )
    done = run("--opml", "feeds.opml", "--once")
    assert done.exit_code == 0
    assert "feeds.opml: 'ftp://a.example/f' is no address of a feed" in done.stderr
    assert f"{url}: 1 new" in done.stderr


def test_the_state_of_feeds_is_listed(site: Site) -> None:
    url, lost = site.page("/a", feed(entry(1))), site.url("/lost")
    run(url, "--once")
    run(lost, "--once")
    good, bad = run("--list").stdout.splitlines()
    assert good.startswith(f"{url}: asked 20")
    assert good.endswith("Z: 1 new")
    assert bad.startswith(f"{lost}: asked 20")
    assert bad.endswith(", errors in a row: 1: the server has no such page (404)")
    first, second = map(json.loads, run("--list", "--jsonl").stdout.splitlines())
    assert (first["failures"], first["result"]["added"], second["result"]["reason"]) == (0, 1, "not-found")
    assert run("--list", lost).stdout.count("\n") == 1
    assert "أخطاء متتالية: 1" in run("--list", "--lang", "ar").stdout


def test_a_feed_is_taken_off_the_list(site: Site) -> None:
    url = site.page("/feed", feed(entry(1)))
    run(url, "--once")
    assert run("--forget", url).stderr == f"marsad: {url}: not watched any more\n"
    assert run("--list").stdout == ""
    again = run("--forget", url)
    assert again.exit_code == 1
    assert "marsad watch --list shows" in again.stderr
    assert "1 known" in run(url, "--once").stderr


def test_what_was_fetched_is_kept_as_warc(site: Site) -> None:
    site.page("/1", page("عنوان الصفحة", TEXTS[1]))
    url = site.page("/feed", feed(entry(1, link=site.url())), "application/rss+xml")
    done = run(url, "--once", "--follow", "--warc", "web")
    assert done.exit_code == 0
    (file,) = Path("web").iterdir()
    again = CliRunner().invoke(main, ["add", "--jobs", "0", "--engine", "lists", str(file)])
    assert "0 articles added to marsad.db; 1 known already" in again.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "there are no feeds to watch"),
        (("feed.xml",), "'feed.xml' is no address of a feed"),
        (("https://akhbar.example/f", "--every", "soon"), "is no span from 10s to 168h"),
        (("https://akhbar.example/f", "--every", "1s"), "is no span"),
        (("https://akhbar.example/f", "--every", "9999999h"), "is no span"),
        (("https://akhbar.example/f", "--every", "١٥m"), "is no span"),
        (("https://akhbar.example/f", "--user-agent", "راصد"), "plain Latin letters"),
        (("--opml", "none.opml"), "cannot read none.opml"),
        (("--opml", "."), "cannot read ."),
        (("--opml", "empty.opml"), "empty.opml: holds no list of feeds"),
        (("https://akhbar.example/f", "--warc", "empty.opml"), "--warc: cannot write into empty.opml"),
        (("https://akhbar.example/f", "--report", "no/such/folder"), "cannot write to no/such/folder"),
    ],
)
def test_what_is_wrong_is_said_at_once_and_nothing_is_made(words: tuple[str, ...], said: str) -> None:
    Path("empty.opml").write_text("", "utf-8")
    done = run(*words)
    assert done.exit_code == 2
    assert said in done.stderr
    assert not Path("marsad.db").exists()


def test_an_archive_that_cannot_be_used_is_said(site: Site) -> None:
    Path("other.db").write_text("no archive, but a text that is long enough", "utf-8")
    assert run(site.url("/feed"), "--archive", "other.db").exit_code == 4
    assert run("--list", "--archive", "none.db").exit_code == 1


def test_errors_are_json_where_it_is_asked_for(site: Site) -> None:
    done = run(site.url("/lost"), "--once", "--json-errors")
    (error,) = map(json.loads, done.stderr.splitlines())
    assert (error["where"], error["reason"]) == (site.url("/lost"), "not-found")
    assert done.stdout == ""
