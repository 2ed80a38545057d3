"""Levels and redactions as decisions: who sees what, in the ledger, proven, taken back; what an index holds of it."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from tests.archive.made import NOW, page_of, record

from marsad import joining
from marsad.archive import Access, Archive, lift, redact, redactions, rejects, set_level, verify, withdraw
from marsad.archive.facts_find import Quotes, quotes
from marsad.archive.index import follow
from marsad.archive.index_files import folder_of
from marsad.archive.refusals import refuse, refused_page
from marsad.archive.search import Answer, Wish
from marsad.errors import ArchiveError, NotAnArticle, UsageError
from marsad.finding import finder
from marsad.records import Origin, Page
from marsad.scale import add

TEXT = (
    "لقاء في بيروت رقم {0}\n\nقال وزير الخارجية الروسي سيرغي لافروف في مؤتمر صحفي في بيروت إن بلاده مستعدة للحوار.\n\n"
    "والتقى لافروف نظيره الأردني، وبحثا فتح الجسر الجديد قبل نهاية العام الجاري.\n"
)
page = partial(page_of, TEXT)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    """An empty archive, open as everybody sees it."""
    with Archive.open(tmp_path / "a.db", create=True) as opened:
        yield opened


def keep(archive: Archive, *numbers: int, level: Access | None = None) -> list[str]:
    """Adds pages; the ids of their articles."""
    with archive.writing():
        return [archive.add(page(number), record(page(number)), NOW, level=level).id for number in numbers]


def asked(archive: Archive, query: str, access: Access = "public") -> Answer:
    """A search by somebody of a level."""
    return finder(archive.seen_by(access)).search(query, Wish(facets=9))


def test_who_sees_an_article_is_decided_by_its_level(archive: Archive) -> None:
    (public,) = keep(archive, 1)
    (internal,) = keep(archive, 2, level="internal")
    (closed,) = keep(archive, 3, level="closed")
    seen = {"public": {public}, "internal": {public, internal}, "closed": {public, internal, closed}}
    for access, ids in seen.items():
        with Archive.open(archive.path, read_only=True, access=access) as reader:
            assert set(reader.ids()) == ids
            assert len(reader) == len(ids)
            assert {one for one in (public, internal, closed) if reader.record(one)} == ids
            found = finder(reader).search("الجسر", Wish(facets=5))
            assert {one.article for one in found.found} == ids
            assert [variant.count for variant in found.variants if variant.why == "exact"] == [len(ids)]
            assert dict(found.facets["person"]).get("سيرغي لافروف") == len(ids)
            assert {fact.article for fact in quotes(finder(reader), Quotes())} == ids
    with pytest.raises(UsageError, match="no access level 'secret'"):
        Archive.open(archive.path, access="secret")


def test_a_level_is_set_told_proven_and_taken_back(archive: Archive) -> None:
    one, two = keep(archive, 1, 2)
    assert asked(archive, "الجسر").total == 2
    assert set_level(archive, [one, two, one], "closed", "شاهد", NOW) == [(one, "public"), (two, "public")]
    assert set_level(archive, [one], "closed", "شاهد", NOW) == []
    assert asked(archive, "الجسر").total == 0
    assert asked(archive, "الجسر", "closed").total == 2
    assert set_level(archive, [one], "public", "انتهى السبب", NOW) == [(one, "closed")]
    assert [found.article for found in asked(archive, "الجسر").found] == [one]
    *_, last = (entry for entry in archive.seen_by("closed").entries() if entry.deed == "level")
    assert (last.article, last.data["level"], last.data["before"], last.data["reason"], last.data["by"]) == (
        one, "public", "closed", "انتهى السبب", "مريم",
    )  # fmt: skip
    assert list(verify(archive)) == []
    with pytest.raises(ArchiveError, match="nothing was changed"):
        set_level(archive, [one, "a-0"], "closed", "x", NOW)
    assert asked(archive, "الجسر").total == 1


def test_adding_again_never_opens_what_was_closed(archive: Archive) -> None:
    (one,) = keep(archive, 1)
    keep(archive, 1, level="closed")
    assert list(archive.ids()) == []
    keep(archive, 1, level="public")
    keep(archive, 1)
    assert list(archive.ids()) == []
    other = Page(page(1).origin, TEXT.format("آخر").encode())
    with archive.writing():
        assert archive.add(other, record(other), NOW, level="internal").version == 2
    assert list(archive.seen_by("internal").ids()) == []
    assert list(archive.seen_by("closed").ids()) == [one]
    assert list(verify(archive)) == []


@pytest.mark.parametrize(
    "damage",
    [
        "DELETE FROM levels", "UPDATE levels SET level = 'internal'", "INSERT INTO levels VALUES ('a-1', 'closed')",
        "DELETE FROM redactions", "UPDATE redactions SET words = 'كيري'",
        "UPDATE redactions SET seen_from = 'internal'",
        "UPDATE redactions SET article = 'a-1'", "UPDATE redactions SET number = 99",
    ],
)  # fmt: skip
def test_verify_names_a_decision_that_was_changed(archive: Archive, damage: str) -> None:
    keep(archive, 1, level="closed")
    redact(archive, "لافروف", NOW, reason="طلب")
    assert list(verify(archive)) == []
    archive.connection.execute(damage)
    assert {finding.what for finding in verify(archive)} <= {"access", "redaction"}
    assert list(verify(archive))


def test_what_is_kept_back_is_found_by_nobody_who_may_not_see_it(archive: Archive) -> None:
    (one,) = keep(archive, 1)
    assert asked(archive, "لافروف").total == 1
    number = redact(archive, "سيرغي لافروف", NOW, reason="طلب")
    for query in ("لافروف", "ولافروف", "سيرجي", "لافر*", '"سيرغي لافروف"', "speaker:لافروف", "person:لافروف"):
        assert asked(archive, query).total == 0
        assert [variant.form for variant in asked(archive, query).variants if variant.count] == []
    for query in ("لافروف", "لافر*", '"سيرغي لافروف"', "speaker:لافروف", "person:لافروف"):
        assert asked(archive, query, "closed").total == 1
    found = asked(archive, "الجسر")
    assert (found.total, "لافروف" in repr(found)) == (1, False)
    kept = archive.record(one)
    assert kept is not None
    assert "لافروف" not in repr(kept)
    (mark,) = found.found[0].hits
    assert kept.article.text[mark.start : mark.end] == "الجسر"
    assert all(kept.article.text[x.start : x.end] == x.text for x in found.found[0].snippets)
    assert list(quotes(finder(archive), Quotes(speaker="لافروف"))) == []
    assert "لافروف" not in repr(list(quotes(finder(archive), Quotes())))
    assert archive.seen_by("closed").record(one) == record(page(1))
    lift(archive, number, "انتهى", NOW)
    assert asked(archive, "لافروف").total == 1
    assert archive.record(one) == record(page(1))
    assert list(verify(archive)) == []


def test_a_redaction_holds_in_one_article_and_below_its_level(archive: Archive) -> None:
    one, two = keep(archive, 1, 2)
    redact(archive, "لافروف", NOW, reason="طلب", article=one, seen_from="internal")
    assert [found.article for found in asked(archive, "لافروف").found] == [two]
    assert asked(archive, "لافروف", "internal").total == 2
    kept = archive.record(one)
    assert kept is not None
    assert archive.page(record(page(1)).origin.sha256) is None
    assert archive.page(record(page(2)).origin.sha256) == page(2).data
    assert archive.seen_by("internal").page(record(page(1)).origin.sha256) == page(1).data


def words_in(folder: Path) -> str:
    """All bytes of an index, as far as they are text."""
    return b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file()).decode("utf-8", "ignore")


def test_what_is_kept_back_stands_in_no_file_of_an_index(archive: Archive) -> None:
    keep(archive, 1, 2)
    asked(archive, "لافروف")
    assert "لافروف" in words_in(folder_of(archive.path))
    redact(archive, "لافروف", NOW, reason="طلب")
    set_level(archive, [keep(archive, 3)[0]], "closed", "طلب", NOW)
    follow(archive)
    assert not folder_of(archive.path, "closed").exists()
    assert "لافروف" not in words_in(folder_of(archive.path))
    asked(archive, "لافروف", "closed")
    assert "لافروف" in words_in(folder_of(archive.path, "closed"))
    withdraw(archive, next(archive.ids()), "طلب", NOW)
    follow(archive)
    assert asked(archive, "لافروف", "closed").total == 2


def test_the_ledger_tells_of_a_redaction_without_its_words(archive: Archive) -> None:
    (one,) = keep(archive, 1)
    (hidden,) = keep(archive, 2, level="closed")
    number = redact(archive, "لافروف", NOW, reason="طلب من لافروف نفسه")
    assert "لافروف" not in str(archive.connection.execute("SELECT data FROM ledger WHERE deed = 'add'").fetchall())
    entries = list(archive.entries())
    assert "لافروف" not in repr(entries)
    assert hidden not in repr(entries)
    (first, second, third) = entries
    assert first.article == one
    assert first.data["withheld"]
    assert "content" not in first.data
    assert second.data == {"withheld": True}
    assert (third.deed, third.number, len(third.data["sealed"])) == ("redact", number, 64)
    whole = list(archive.seen_by("closed").entries())
    assert all(entry.expected() == entry.hash for entry in whole)
    assert [entry.hash for entry in entries] == [entry.hash for entry in whole]
    (shown,) = redactions(archive)
    assert (shown.words, shown.reason) == ("[…]", "طلب من […] نفسه")
    assert redactions(archive.seen_by("closed"))[0].words == "لافروف"


def test_a_lifted_redaction_leaves_no_words_behind(archive: Archive) -> None:
    number = redact(archive, "كلمة نادرة جدا", NOW, reason="طلب")
    lift(archive, number, "انتهى", NOW)
    assert redactions(archive) == []
    assert all("نادرة".encode() not in file.read_bytes() for file in archive.path.parent.iterdir() if file.is_file())
    with pytest.raises(ArchiveError, match=f"no redaction {number} is in force"):
        lift(archive, number, "x", NOW)
    assert list(verify(archive)) == []


@pytest.mark.parametrize(
    ("words", "more", "said"),
    [
        ("", {}, "no word"), (" « » ", {}, "no word"), ("اسم", {"kind": "person"}, "no kind of redaction"),
        ("اسم", {"seen_from": "public"}, "everybody"), ("اسم", {"seen_from": "x"}, "no access level"),
    ],
)  # fmt: skip
def test_what_cannot_be_kept_back_is_said(archive: Archive, words: str, more: dict[str, str], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        redact(archive, words, NOW, reason="طلب", **more)
    assert list(archive.entries()) == []


def test_a_redaction_is_made_once_and_of_an_article_that_is_there(archive: Archive) -> None:
    redact(archive, "لافروف", NOW, reason="طلب")
    with pytest.raises(ArchiveError, match="already, by redaction 1"):
        redact(archive, "  لافروف ", NOW, reason="طلب")
    with pytest.raises(ArchiveError, match="no article a-0"):
        redact(archive, "كيري", NOW, reason="طلب", article="a-0")
    assert len(redactions(archive)) == 1


def test_refused_pages_have_levels_too(archive: Archive) -> None:
    list(add(archive, [Page(Origin("سر.txt", media_type="text/plain"), b"")], NOW, jobs=0, level="closed"))
    with archive.writing():
        refuse(archive, Page(Origin("لافروف.txt"), b"x"), NotAnArticle("about لافروف", reason="listing"), NOW)
    assert [one.uri for one in rejects(archive)] == ["لافروف.txt"]
    assert [one.level for one in rejects(archive.seen_by("closed"))] == ["closed", "public"]
    assert "سر" not in repr(list(archive.entries()))
    redact(archive, "لافروف", NOW, reason="طلب")
    (one,) = rejects(archive)
    assert (one.uri, one.message) == ("[…].txt", "about […]")
    assert refused_page(archive, one) is None
    assert "لافروف" not in repr(list(archive.entries()))
    with archive.writing():
        refuse(archive, Page(Origin("سر.txt", media_type="text/plain"), b""), NotAnArticle("x", reason="empty"), NOW)
    assert [one.uri for one in rejects(archive)] == ["[…].txt"]
    assert list(verify(archive)) == []


@pytest.mark.parametrize("what", [
    lambda archive: archive.record("a\udcff"),
    lambda archive: redact(archive, "لافروف\udcff", NOW, reason="شاهد"),
    lambda archive: redact(archive, "لافروف", NOW, reason="شاهد\udcff"),
    lambda archive: set_level(archive, ["a\udcff"], "closed", "شاهد", NOW),
    lambda archive: withdraw(archive, "a\udcff", "شاهد", NOW),
    lambda archive: joining.merge(archive, "a\udcff", "b", NOW),
])  # fmt: skip
def test_what_is_no_text_is_refused_in_a_sentence(archive: Archive, what: Callable[[Archive], object]) -> None:
    head = archive.head()
    with pytest.raises(UsageError, match="no UTF-8 text; write it again"):
        what(archive)
    assert archive.head() == head


def test_a_query_passes_over_what_is_no_text(archive: Archive) -> None:
    (one,) = keep(archive, 1)
    assert [found.article for found in asked(archive, "speaker:لافروف\udcff").found] == [one]
    assert asked(archive, "lang:a\udcff").found == ()
    assert {fact.article for fact in quotes(finder(archive), Quotes(speaker="لافروف\udcff"))} == {one}
