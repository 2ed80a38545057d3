"""What the ledger proves: refusals as well as articles, complete entries, heads that were deposited elsewhere."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.archive.test_store import NOW, keep, page

from marsad.archive import Archive, Intake, forget, rejects, verify, withdraw
from marsad.archive.ledger import START
from marsad.archive.migrations import MIGRATIONS
from marsad.archive.packing import packed, unpacked
from marsad.archive.refusals import drop, refuse
from marsad.errors import NotAnArticle, NotFound, UsageError
from marsad.records import Container, Origin, Page

REFUSED = Page(
    Origin(
        "قائمة.html", "https://a.example/list", "2026-03-09T09:00:00Z", "text/html", container=Container("c.warc", 7)
    ),
    "<html>قائمة بلا متن</html>".encode(),
)
LIST = NotAnArticle("a list", reason="listing")


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    """An empty archive."""
    with Archive.open(tmp_path / "a.db", create=True) as opened:
        yield opened


def refused(archive: Archive, *pages: Page) -> None:
    """Keeps pages as refused."""
    with archive.writing():
        for one in pages:
            refuse(archive, one, LIST, NOW)


def found(archive: Archive) -> list[tuple[str, str]]:
    """What verify finds, and of what."""
    return [(finding.what, finding.which) for finding in verify(archive)]


def test_the_ledger_tells_of_a_refusal_who_when_where_how_and_the_hash(archive: Archive) -> None:
    refused(archive, REFUSED)
    (entry,) = archive.entries()
    assert (entry.deed, entry.at, entry.complete) == ("refuse", NOW.at, True)
    assert entry.data.items() >= {
        "by": "مريم", "how": "test", "program": "marsad test", "uri": "قائمة.html", "url": "https://a.example/list",
        "fetched_at": "2026-03-09T09:00:00Z", "reason": "listing", "page": rejects(archive)[0].sha256,
        "container": {"uri": "c.warc", "offset": 7, "record": None},
    }.items()  # fmt: skip
    assert found(archive) == []


def test_a_page_that_is_refused_again_is_known_already(archive: Archive) -> None:
    later = replace(REFUSED, origin=replace(REFUSED.origin, fetched_at="2026-03-10T09:00:00Z"))
    refused(archive, REFUSED, REFUSED, later)
    assert len(list(archive.entries())) == len(rejects(archive)) == 1
    with archive.writing():
        refuse(archive, REFUSED, NotAnArticle("a list of headlines", reason="listing"), NOW)
    assert [reject.message for reject in rejects(archive)] == ["a list of headlines"]
    assert [entry.deed for entry in archive.entries()] == ["refuse", "refuse"]
    assert found(archive) == []


def test_every_way_out_of_the_refusals_is_told(archive: Archive) -> None:
    one, two, three = (Page(Origin(f"p{number}"), f"صفحة {number}".encode()) for number in range(3))
    refused(archive, one, two, three)
    with archive.writing():
        refuse(archive, None, NotFound("gone", where="v"), NOW)
        drop(archive, rejects(archive)[0], NOW)
    forget(archive, "p1", NOW)
    assert [reject.uri for reject in rejects(archive)] == ["p2", "v"]
    assert [entry.deed for entry in archive.entries()] == ["refuse"] * 4 + ["drop", "forget"]
    assert found(archive) == []


def test_a_withdrawn_page_takes_its_refusals_along(archive: Archive) -> None:
    refused(archive, page())
    keep(archive, page())
    withdraw(archive, next(archive.ids()), "طلب", NOW)
    assert rejects(archive) == []
    assert found(archive) == []


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE rejects SET reason = 'empty'",
        "UPDATE rejects SET message = 'x'",
        "UPDATE rejects SET at = '2020-01-01T00:00:00Z'",
        "UPDATE rejects SET page = NULL",
        "UPDATE rejects SET level = 'closed'",
        "UPDATE rejects SET data = x'00'",
        "UPDATE rejects SET sha256 = 'x'",
        "DELETE FROM rejects",
        "INSERT INTO rejects (uri, sha256, reason, message, at) VALUES ('u', 's', 'r', 'm', 'now')",
    ],
)
def test_verify_names_a_refusal_that_was_changed(archive: Archive, damage: str) -> None:
    refused(archive, REFUSED)
    archive.connection.execute(damage)
    assert "refusal" in {what for what, _ in found(archive)}


def test_what_stands_beside_the_text_is_proven_too(archive: Archive) -> None:
    keep(archive, page())
    (body,) = archive.connection.execute("SELECT body FROM articles").fetchone()
    data = json.loads(unpacked(body))
    data["article"]["authors"] = ["كاتب آخر"]
    archive.connection.execute("UPDATE articles SET body = ?", (packed(json.dumps(data).encode()),))
    assert [finding.wrong for finding in verify(archive)] == [
        "what is said of it beside its text is not what was added"
    ]


def test_refusals_of_an_older_archive_are_in_the_proof_from_then_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "old.db"
    with monkeypatch.context() as older:
        older.setattr("marsad.archive.file.MIGRATIONS", MIGRATIONS[:2])
        with Archive.open(path, create=True) as archive:
            archive.connection.execute(
                "INSERT INTO rejects VALUES ('u', ?, 'listing', 'a list', '2026-01-01T00:00:00Z', NULL, NULL, NULL)",
                ("0" * 64,),
            )
    with Archive.open(path) as archive:
        assert [(entry.deed, entry.data["uri"], entry.complete) for entry in archive.entries()] == [
            ("refuse", "u", True)
        ]
        assert found(archive) == []
        archive.connection.execute("DELETE FROM rejects")
        assert found(archive) == [("refusal", f"listing {'0' * 64}")]


@pytest.mark.parametrize(
    "wrong",
    [
        {"at": "2026-03-10"}, {"at": "2026-03-10T09:00:00"}, {"at": "2026-03-10T11:00:00+02:00"}, {"at": "أمس"},
        {"by": " "}, {"how": ""}, {"program": "\n"},
    ],
)  # fmt: skip
def test_an_intake_that_leaves_something_out_is_refused(wrong: dict[str, str]) -> None:
    whole = {"at": "2026-03-10T09:00:00Z", "by": "مريم", "how": "test", "program": "marsad"}
    with pytest.raises(UsageError, match="the ledger needs"):
        Intake(**{**whole, **wrong})


def test_an_entry_that_leaves_something_out_is_named(archive: Archive) -> None:
    refused(archive, REFUSED)
    archive.connection.execute("""UPDATE ledger SET data = json_remove(data, '$.by')""")
    assert ("ledger", "entry 1", "does not say who, when in UTC, how, with which version") in list(verify(archive))


def test_a_deposited_head_is_found_again_and_another_is_named(archive: Archive) -> None:
    assert list(verify(archive, head=archive.head())) == []
    assert [finding.wrong for finding in verify(archive, head=(0, "f" * 64))] == ["has not the hash that was deposited"]
    keep(archive, page())
    first = archive.head()
    refused(archive, REFUSED)
    for head in ((0, START), first, archive.head()):
        assert list(verify(archive, head=head)) == []
    assert [finding.wrong for finding in verify(archive, head=(1, "f" * 64))] == ["has not the hash that was deposited"]


def test_a_ledger_that_was_cut_off_at_its_end_misses_the_head(archive: Archive) -> None:
    keep(archive, page())
    refused(archive, REFUSED)
    head = archive.head()
    archive.connection.executescript("DELETE FROM ledger WHERE number = 2; DELETE FROM rejects;")
    assert [finding.wrong for finding in verify(archive)] == []
    assert [finding.wrong for finding in verify(archive, head=head)] == ["is missing; the ledger ends at entry 1"]
