"""What is kept comes back identical, once, and nothing is lost on the way."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from marsad.archive import Archive, Intake, forget, rejects, verify, withdraw
from marsad.archive.migrations import MIGRATIONS
from marsad.archive.refusals import drop, refuse, refused_page
from marsad.errors import ArchiveError, NotAnArticle, NotFound
from marsad.pipeline import read_bytes
from marsad.records import Container, Given, Origin, Page, Record

NOW = Intake("2026-03-10T09:00:00Z", "مريم", "test", "marsad test")
BODY = (
    "قال وزير النقل سامر الحداد في بيان أمس إن الجسر الجديد سيفتح أمام السيارات بعد أسبوع، مضيفا أن الأعمال انتهت.\n\n"
    "وزار الوزير مدينة بيروت والتقى نظيره الأردني، وبحثا إعادة تشغيل خط القطار بين البلدين قبل نهاية العام الجاري."
)


def page(
    headline: str = "الجسر الجديد يفتح بعد أسبوع", *, url: str = "https://akhbar.example/1", body: str = BODY
) -> Page:
    """A page of a text dump."""
    data = f"{headline}\n\nأخبار محلية 9 مارس 2026\n\n{body}\n".encode()
    return Page(Origin(uri=url, url=url, media_type="text/plain"), data)


def record(of: Page) -> Record:
    """What is read in a page."""
    return read_bytes(of.data, uri=of.origin.uri, url=of.origin.url, media_type="text/plain", any_page=True)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    """An empty archive on a path with Arabic letters and a space."""
    folder = tmp_path / "أرشيف الأخبار"
    folder.mkdir()
    with Archive.open(folder / "مرصد.db", create=True) as opened:
        yield opened


def keep(archive: Archive, *pages: Page) -> list[str]:
    """Adds pages in one transaction; what became of each."""
    with archive.writing():
        return [archive.add(one, record(one), NOW).outcome for one in pages]


def test_what_is_added_comes_back_identical(archive: Archive) -> None:
    one = page()
    found = record(one)
    with archive.writing():
        added = archive.add(one, found, NOW)
    assert archive.record(added.id) == found
    assert archive.page(found.origin.sha256) == one.data
    assert found.mentions
    assert list(archive.ids()) == [added.id]


def test_adding_twice_adds_nothing(archive: Archive) -> None:
    assert keep(archive, page(), page()) == ["added", "known"]
    head = archive.head()
    assert keep(archive, page()) == ["known"]
    assert archive.head() == head
    assert len(archive) == 1


def test_another_text_at_the_same_address_is_a_version(archive: Archive) -> None:
    first, second = page(), page("الجسر الجديد يفتح بعد شهر")
    assert keep(archive, first, second) == ["added", "version"]
    (one,) = archive.ids()
    assert archive.record(one, 1) == record(first)
    assert archive.record(one) == archive.record(one, 2) == record(second)


def test_one_text_at_two_addresses_is_two_articles_of_one_page(archive: Archive) -> None:
    keep(archive, page(), page(url="https://other.example/2"))
    assert len(archive) == 2
    assert archive.connection.execute("SELECT count(*) FROM pages").fetchone() == (1,)


def test_a_broken_transaction_leaves_nothing(archive: Archive) -> None:
    with pytest.raises(RuntimeError), archive.writing():  # noqa: PT012 - the write before the failure is the point
        archive.add(page(), record(page()), NOW)
        raise RuntimeError
    assert len(archive) == 0
    assert archive.head()[0] == 0


def test_rejects_are_kept_with_their_reason_and_bytes(archive: Archive) -> None:
    refused = page("قائمة", body="عنوان")
    with archive.writing():
        refuse(archive, refused, NotAnArticle("a list", reason="listing"), NOW)
        refuse(archive, refused, NotAnArticle("a list", reason="listing"), NOW)
    (reject,) = rejects(archive)
    assert (reject.reason, reject.message) == ("listing", "a list")
    assert refused_page(archive, reject) == refused
    with archive.writing():
        drop(archive, reject, NOW)
    assert rejects(archive) == []


def test_a_refused_page_keeps_what_was_known_of_it(archive: Archive) -> None:
    origin = Origin(
        "u", "https://a.example/1", "2026-03-09T09:00:00Z", "text/html", container=Container("c.warc.gz", 7)
    )
    one = Page(origin, b"<html>", "utf-8", Given(headline="عنوان", authors=("هدى",)), "2026-03-09")
    with archive.writing():
        refuse(archive, one, NotAnArticle("a list", reason="listing"), NOW)
        refuse(archive, None, NotFound("gone", where="v"), NOW)
    assert [refused_page(archive, reject) for reject in rejects(archive)] == [one, None]


def test_a_file_name_that_is_no_utf_8_is_kept(archive: Archive) -> None:
    one = Page(Origin("a\udcfe.txt", "https://a.example/\udcfe", "2026-03-09T09:00:00Z", "text/plain"), page().data)
    found = read_bytes(one.data, uri=one.origin.uri, url=one.origin.url, media_type="text/plain", any_page=True)
    with archive.writing():
        added = archive.add(one, found, NOW)
        refuse(archive, one, NotAnArticle("a list of \udcfe", reason="listing"), NOW)
    assert archive.record(added.id) == found
    assert [refused_page(archive, reject) for reject in rejects(archive)] == [one]
    assert list(verify(archive)) == []
    assert forget(archive, one.origin.uri, NOW) == 1


def test_a_refused_page_is_forgotten_and_the_ledger_tells_of_it(archive: Archive) -> None:
    secret = page("قائمة", body="سر لا يعاد")
    with archive.writing():
        refuse(archive, secret, NotAnArticle("a list", reason="listing"), NOW)
    assert forget(archive, secret.origin.uri, NOW) == 1
    assert rejects(archive) == []
    _, entry = archive.entries()
    assert (entry.deed, entry.data["uri"], entry.data["by"]) == ("forget", secret.origin.uri, "مريم")
    assert list(verify(archive)) == []
    with pytest.raises(ArchiveError, match="no refused page"):
        forget(archive, secret.origin.uri, NOW)


def test_an_untouched_archive_verifies(archive: Archive) -> None:
    keep(archive, page(), page("عنوان آخر للجسر نفسه"), page(url="https://other.example/2"))
    assert list(verify(archive, head=archive.head())) == []


@pytest.mark.parametrize(
    ("damage", "what"),
    [
        ("UPDATE pages SET data = x'00'", "page"),
        ("UPDATE pages SET size = size + 1", "page"),
        ("UPDATE articles SET content = 'x'", "article"),
        ("UPDATE articles SET body = x'00'", "article"),
        ("DELETE FROM articles", "article"),
        ("DELETE FROM pages", "article"),
        ("UPDATE ledger SET data = replace(data, 'مريم', 'ليلى')", "ledger"),
        ("UPDATE ledger SET data = 'x'", "ledger"),
        ("DELETE FROM ledger WHERE number = 1", "ledger"),
        ("UPDATE facts SET data = replace(data, 'PER', 'ORG')", "article"),
        ("DELETE FROM facts", "article"),
        ("UPDATE articles SET headline = 'عنوان آخر'", "article"),
        ("UPDATE articles SET published = '2020-01-01'", "article"),
    ],
)
def test_verify_names_what_was_changed(archive: Archive, damage: str, what: str) -> None:
    keep(
        archive,
        page(),
        page(url="https://other.example/2", body=BODY + "\n\nفقرة أخرى عن القطار وعن المحطة القديمة في المدينة."),
    )
    archive.connection.execute(damage)
    assert what in {finding.what for finding in verify(archive)}


def test_a_chain_that_was_forged_whole_misses_the_deposited_head(archive: Archive) -> None:
    keep(archive, page())
    deposited = archive.head()
    archive.connection.executescript("DELETE FROM ledger; DELETE FROM articles; DELETE FROM pages; DELETE FROM facts;")
    keep(archive, page("عنوان مزور تماما"))
    assert list(verify(archive)) == []
    assert [finding.what for finding in verify(archive, head=deposited)] == ["ledger"]


def test_what_is_withdrawn_is_gone_and_stays_gone(archive: Archive) -> None:
    keep(archive, page(), page("عنوان آخر للجسر نفسه"))
    (one,) = archive.ids()
    assert withdraw(archive, one, "طلب من الكاتب", NOW) == 2
    assert archive.record(one) is None
    assert len(archive) == 0
    assert keep(archive, page()) == ["withdrawn"]
    assert list(verify(archive)) == []
    assert [entry.deed for entry in archive.entries()] == ["add", "version", "withdraw"]
    for file in archive.path.parent.iterdir():
        assert "الحداد".encode() not in file.read_bytes()
    with pytest.raises(ArchiveError, match="withdrawn before"):
        withdraw(archive, one, "again", NOW)


def test_a_page_that_another_article_needs_stays(archive: Archive) -> None:
    keep(archive, page(), page(url="https://other.example/2"))
    first, second = archive.ids()
    withdraw(archive, first, "x", NOW)
    kept = archive.record(second)
    assert kept is not None
    assert archive.page(kept.origin.sha256) == page().data


@pytest.mark.parametrize(
    ("prepare", "reason"),
    [
        (lambda _: None, "no-archive"),
        (lambda path: path.mkdir(), "not-archive"),
        (
            lambda path: path.write_bytes(b"not a database at all, but long enough to be read as one" * 99),
            "not-archive",
        ),
        (lambda path: sqlite3.connect(path).executescript("CREATE TABLE x (y)"), "not-archive"),
    ],
)
def test_what_is_no_archive_is_refused(tmp_path: Path, prepare: object, reason: str) -> None:
    prepare(tmp_path / "a.db")  # type: ignore[operator]
    with pytest.raises(ArchiveError) as refusal:
        Archive.open(tmp_path / "a.db")
    assert refusal.value.reason == reason


def test_a_newer_archive_is_refused_and_an_older_one_migrates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.db"
    with Archive.open(path, create=True) as archive:
        keep(archive, page())
    taken = []
    further = (*MIGRATIONS, ("second", lambda connection: taken.append(connection.execute("CREATE TABLE later (x)"))))
    monkeypatch.setattr("marsad.archive.file.MIGRATIONS", further)
    with pytest.raises(ArchiveError, match="older version"):
        Archive.open(path, read_only=True)
    with Archive.open(path) as archive:
        assert len(archive) == 1
    assert len(taken) == 1
    monkeypatch.setattr("marsad.archive.file.MIGRATIONS", MIGRATIONS)
    with pytest.raises(ArchiveError, match="newer Marsad") as refusal:
        Archive.open(path)
    assert refusal.value.reason == "newer"


def test_a_reader_cannot_write(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    Archive.open(path, create=True).close()
    with Archive.open(path, read_only=True) as archive, pytest.raises(ArchiveError) as refusal, archive.writing():
        archive.add(page(), record(page()), NOW)
    assert refusal.value.reason == "not-writable"


def test_a_second_writer_is_told_to_wait(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("marsad.archive.file._PATIENCE", 0.1)
    with Archive.open(archive.path) as other, archive.writing():
        with pytest.raises(ArchiveError, match="another process writes") as refusal, other.writing():
            pass
        assert refusal.value.reason == "locked"


def test_a_full_disk_loses_nothing(archive: Archive) -> None:
    keep(archive, page())
    pages = archive.connection.execute("PRAGMA page_count").fetchone()[0]
    archive.connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(ArchiveError, match="disk is full") as refusal, archive.writing():  # noqa: PT012
        for number in range(200):
            archive.add(page(url=f"https://akhbar.example/f{number}"), record(page()), NOW)
            archive.add(
                replace(page(), data=os.urandom(9000)),
                replace(record(page()), article=replace(record(page()).article, id=str(number))),
                NOW,
            )
    assert refusal.value.reason == "full"
    assert list(verify(archive)) == []
    assert len(archive) == 1


_WRITER = """
import sys
sys.path.insert(0, {root!r})
from tests.archive.test_store import NOW, page, record
from dataclasses import replace
from marsad.archive import Archive
plain = record(page())
print("ready", flush=True)
with Archive.open({path!r}, create=True) as archive:
    for number in range(100000):
        with archive.writing():
            one = page(url=f"https://akhbar.example/{{number}}", body=f"{{number}}")
            archive.add(one, replace(plain, article=replace(plain.article, id=f"a{{number}}")), NOW)
"""


@pytest.mark.slow
@pytest.mark.parametrize("after", [0.05, 0.2, 0.4])
def test_a_killed_writer_leaves_whole_articles(tmp_path: Path, after: float) -> None:
    path = tmp_path / "a.db"
    script = _WRITER.format(root=str(Path(__file__).parents[2]), path=str(path))
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        while not path.exists():
            time.sleep(0.01)
        time.sleep(after)
        writer.send_signal(signal.SIGKILL)
    with Archive.open(path, create=True) as archive:
        assert list(verify(archive)) == []
        assert len(archive) == archive.head()[0]
        for one in archive.ids():
            kept = archive.record(one)
            assert kept is not None
            assert kept.mentions
