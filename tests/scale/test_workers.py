"""Several processes: the same results as one, and a page that breaks its process costs that page alone."""

import time
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

from marsad.archive import Archive, Intake, rejects, verify
from marsad.archive.refusals import refused_page
from marsad.errors import MarsadError, NotFound
from marsad.pipeline import ARTICLE_ONLY, Wanted
from marsad.records import Origin, Page, Record
from marsad.scale import Crew, add, results

LISTS = Wanted(engine="lists")
NOW = Intake("2026-03-10T09:00:00Z", "مريم", "test", "marsad test")
TEXT = "عنوان رقم {0}\n\nقال وزير النقل في بيان إن الطريق رقم {0} سيفتح أمام السيارات بعد أسبوع من اليوم.\n"


def pages(count: int) -> Iterator[Page]:
    """Pages of text, each another article."""
    for number in range(count):
        yield Page(Origin(uri=f"p{number}", media_type="text/plain"), TEXT.format(number).encode())


@pytest.fixture
def breaking(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers in which a page that says so breaks, hangs or kills."""
    (tmp_path / "sitecustomize.py").write_text(
        "import os, time\n"
        "import marsad.pipeline as pipeline\n"
        "plain = pipeline.record\n"
        "def record(page, **wishes):\n"
        "    if b'kill' in page.data: os._exit(9)\n"
        "    if b'hang' in page.data: time.sleep(60)\n"
        "    if b'raise' in page.data: raise ZeroDivisionError('by page')\n"
        "    if b'print' in page.data: print('noise', flush=True)\n"
        "    return plain(page, **wishes)\n"
        "pipeline.record = record\n",
        "utf-8",
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))


def names(found: Iterator[tuple[Page | None, Record | MarsadError]]) -> list[str]:
    """Each result by the page's name and what came of it."""
    told = []
    for page, result in found:
        where = page.origin.uri if page else getattr(result, "where", "")
        told.append(f"{where} {result.reason if isinstance(result, MarsadError) else 'read'}")
    return told


def test_two_processes_give_what_one_gives_in_order() -> None:
    alone = [result for _, result in results(pages(9), LISTS, any_page=True, jobs=0)]
    assert [result for _, result in results(pages(9), LISTS, any_page=True, jobs=2)] == alone
    assert all(isinstance(result, Record) and result.mentions is not None for result in alone)


@pytest.mark.usefixtures("breaking")
def test_a_page_that_breaks_its_process_costs_that_page_alone() -> None:
    def some() -> Iterator[Page | MarsadError]:
        yield from pages(2)
        yield NotFound("gone", where="lost")
        for word in ("kill", "raise", "print", "hang"):
            yield Page(Origin(uri=word, media_type="text/plain"), TEXT.format(word).encode())
        yield from pages(2)

    assert names(results(some(), ARTICLE_ONLY, any_page=True, jobs=2, seconds=8)) == [
        "p0 read", "p1 read", "lost not-found", "kill broken", "raise broken", "print read", "hang too-slow",
        "p0 read", "p1 read",
    ]  # fmt: skip


@pytest.mark.usefixtures("breaking")
def test_what_breaks_processes_holds_no_files() -> None:
    def killing() -> Iterator[Page]:
        for number in range(4):
            yield Page(Origin(uri=f"kill{number}", media_type="text/plain"), b"kill")

    def held() -> int:
        return len(list(Path("/proc/self/fd").iterdir()))

    if not Path("/proc/self/fd").is_dir():
        pytest.skip("this system does not tell which files are open")
    with Crew(ARTICLE_ONLY, any_page=True, jobs=1) as crew:
        before = held()
        assert [page.origin.uri for page, _ in crew.results(killing()) if page] == ["kill0", "kill1", "kill2", "kill3"]
        assert held() <= before


@pytest.mark.usefixtures("breaking")
def test_a_crew_that_is_left_reads_no_page_that_waits() -> None:
    slow = [Page(Origin(uri="hang", media_type="text/plain"), b"hang") for _ in range(4)]
    with Crew(ARTICLE_ONLY, any_page=True, jobs=1, seconds=9) as crew:
        found = crew.results([*pages(1), *slow])
        assert next(found)[0] is not None
        begun = time.monotonic()  # the stream is still open, and pages wait, when the crew goes
    assert time.monotonic() - begun < 5


def test_a_reader_that_stops_early_leaves_no_process() -> None:
    found = results(pages(1000), ARTICLE_ONLY, any_page=True, jobs=2)
    assert next(found)[0] is not None
    assert isinstance(found, Generator)
    found.close()


@pytest.mark.usefixtures("breaking")
def test_what_is_added_is_kept_and_what_is_refused_too(tmp_path: Path) -> None:
    bad = Page(Origin(uri="bad", media_type="text/plain"), b"raise")
    with Archive.open(tmp_path / "a.db", create=True) as archive:
        found = list(add(archive, [*pages(3), bad, *pages(1)], NOW, wanted=ARTICLE_ONLY, any_page=True, jobs=1))
        assert [kept.outcome for kept in found] == ["added", "added", "added", "refused", "known"]
        assert [reject.reason for reject in rejects(archive)] == ["broken"]
        assert refused_page(archive, rejects(archive)[0]) == bad
        assert len(archive) == 3
        assert list(verify(archive)) == []


def test_an_interrupted_run_keeps_what_was_read(tmp_path: Path) -> None:
    def some() -> Iterator[Page]:
        yield from pages(3)
        raise KeyboardInterrupt

    with Archive.open(tmp_path / "a.db", create=True) as archive:
        with pytest.raises(KeyboardInterrupt):
            list(add(archive, some(), NOW, wanted=ARTICLE_ONLY, any_page=True, jobs=0))
        assert len(archive) == 3
