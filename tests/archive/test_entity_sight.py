"""Entities across articles for those who may not see everything: nothing of a closed article, no name kept back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.joining.test_joining import IRAQI, NOW, TUNISIAN, entities, ids, keep, record

from marsad import joining
from marsad.archive import Archive, lift, redact, set_level, verify
from marsad.archive.entity_decisions import decisions
from marsad.archive.entity_find import candidates, portrait, thing
from marsad.archive.entity_review import doubtful
from marsad.archive.facts_find import Quotes, quotes
from marsad.archive.index_files import folder_of, read_state
from marsad.archive.redaction import proposed
from marsad.archive.search import search
from marsad.errors import ArchiveError
from marsad.finding import finder


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "a.db", create=True) as opened:
        yield opened


def close(archive: Archive, *articles: str) -> None:
    """Only those who may see everything see these articles from now on."""
    set_level(archive, articles, "closed", "طلب", NOW)


def test_a_closed_article_tells_nothing_of_an_entity(archive: Archive) -> None:
    keep(archive, record("a", ("سيرغي بوبوف", {})), record("b", ("سيرجي بوبوف", {"office": "مدير المرفأ"})))
    close(archive, "b")
    (one,) = candidates(archive, "سيرغي بوبوف")
    shown = portrait(archive, thing(archive, one.id))
    assert (shown.articles, shown.variants, shown.offices, shown.said) == (1, (("سيرغي بوبوف", 1),), (), 1)
    assert [place.article for place in shown.places] == ["a"]
    assert {fact.article for fact in shown.quotes} == {"a"}
    everything = archive.seen_by("closed")
    assert portrait(everything, thing(everything, one.id)).articles == 2


def test_a_name_of_closed_articles_finds_nobody(archive: Archive) -> None:
    keep(archive, record("a", ("نبيل الهاشمي", IRAQI)), record("b", ("صقر الوادي", IRAQI)))
    joining.merge(archive, ids(archive)["a نبيل الهاشمي"], ids(archive)["b صقر الوادي"], NOW)
    close(archive, "b")
    assert candidates(archive, "صقر الوادي") == []
    assert len(candidates(archive, "نبيل الهاشمي")) == 1
    assert search(archive, "speaker:الوادي").total == 0
    assert list(quotes(finder(archive), Quotes(speaker="صقر الوادي"))) == []
    everything = archive.seen_by("closed")
    assert len(list(quotes(finder(everything), Quotes(speaker="صقر الوادي")))) == 2


def test_an_entity_of_closed_articles_alone_is_not_there(archive: Archive) -> None:
    keep(archive, record("a", ("ياسر الوردي", {})), record("b", ("هدى الشناوي", {})))
    name = ids(archive)["b هدى الشناوي"]
    close(archive, "b")
    with pytest.raises(ArchiveError, match="no entity"):
        thing(archive, name)
    assert candidates(archive, "هدى") == []
    assert thing(archive.seen_by("closed"), name).id == name


def test_who_is_kept_back_is_not_there_under_any_name_in_any_article(archive: Archive) -> None:
    keep(archive, record("a", ("نبيل الهاشمي", IRAQI)), record("b", ("الهاشمي", IRAQI)), record("c", ("ياسر", {})))
    name = ids(archive)["a نبيل الهاشمي"]
    assert ids(archive)["b الهاشمي"] == name
    assert search(archive, 'person:"نبيل الهاشمي"').total == 2
    number = redact(archive, "نبيل الهاشمي", NOW, reason="طلب")
    assert candidates(archive, "الهاشمي") == candidates(archive, "نبيل الهاشمي") == []
    with pytest.raises(ArchiveError, match="no entity"):
        thing(archive, name)
    assert [entity.global_ for entity in entities(archive, "b")] == [None]
    assert search(archive, 'person:"نبيل الهاشمي"').total == 0
    assert [one.global_ for one in entities(archive, "c")] != [None]
    everything = archive.seen_by("closed")
    assert portrait(everything, thing(everything, name)).articles == 2
    lift(archive, number, "طلب", NOW)
    assert portrait(archive, thing(archive, name)).articles == 2


def test_the_id_of_a_thing_keeps_it_back_in_all_its_articles(archive: Archive) -> None:
    keep(archive, record("a", ("نبيل الهاشمي", IRAQI)), record("b", ("الهاشمي", IRAQI)), record("c", ("ياسر", {})))
    before = ids(archive)["a نبيل الهاشمي"]
    asked = proposed(before, kind="entity")
    redact(archive, before, NOW, reason="طلب", kind="entity")
    keep(archive, record("d", ("نبيل الهاشمي", IRAQI | {"wikidata": "Q77"})))  # it has a better id from now on
    assert ids(archive.seen_by("closed"))["a نبيل الهاشمي"] != before
    assert list(archive.seen_by("closed").gate.holding(asked)) == ["a", "b", "d"]
    for article in "abd":
        shown = archive.record(article)
        assert shown is not None
        assert "الهاشمي" not in repr(shown)
        assert "Q77" not in repr(shown)
        assert [shown.article.text[one.start : one.end] for one in shown.mentions or ()] == ["[…]"]
    assert "ياسر" in repr(archive.record("c"))
    assert candidates(archive, "الهاشمي") == []


def test_the_index_forgets_whom_a_merge_makes_one_with_somebody_kept_back(archive: Archive) -> None:
    keep(archive, record("a", ("نبيل الهاشمي", IRAQI)), record("b", ("صقر الوادي", IRAQI)))
    one, other = ids(archive)["a نبيل الهاشمي"], ids(archive)["b صقر الوادي"]
    redact(archive, one, NOW, reason="طلب", kind="entity")
    assert search(archive, "الوادي").total == 1
    made = joining.merge(archive.seen_by("closed"), one, other, NOW)
    assert "الوادي" not in repr(archive.record("b"))
    assert search(archive, "الوادي").total == 0
    joining.undo(archive.seen_by("closed"), made.number, NOW)
    assert search(archive, "الوادي").total == 1


def test_the_index_forgets_whom_a_later_article_makes_known(archive: Archive) -> None:
    keep(archive, record("a", ("صقر الوادي", {"wikidata": "Q77"})), record("b", ("نبيل الهاشمي", IRAQI)))
    redact(archive, "Q77", NOW, reason="طلب", kind="entity")
    assert search(archive, "الهاشمي").total == 1
    keep(archive, record("c", ("نبيل الهاشمي", IRAQI | {"wikidata": "Q77"})))
    assert search(archive, "الهاشمي").total == 0
    keep(archive, record("d", ("نبيل الهاشمي", IRAQI | {"wikidata": "Q77"})))
    part = read_state(folder_of(archive.path))
    assert search(archive, "الهاشمي").total == 0
    now = read_state(folder_of(archive.path))
    assert part is not None
    assert now is not None
    assert now.folder == part.folder  # a further article of theirs is no reason to make the index again


def test_what_is_kept_back_in_one_article_leaves_the_others(archive: Archive) -> None:
    keep(archive, record("a", ("ياسر الوردي", {})), record("b", ("ياسر الوردي", {})))
    redact(archive, "ياسر الوردي", NOW, reason="طلب", article="a")
    (one,) = candidates(archive, "ياسر الوردي")
    assert [place.article for place in portrait(archive, thing(archive, one.id)).places] == ["b"]
    assert [entity.global_ for entity in entities(archive, "a")] == [None]


def test_others_are_shown_with_marks_in_headline_and_office(archive: Archive) -> None:
    aide = {"office": "مستشار هدى الشناوي"}
    keep(archive, record("a", ("ياسر الوردي", aide), ("هدى الشناوي", {}), more=" الذي افتتحته هدى الشناوي"))
    redact(archive, "هدى الشناوي", NOW, reason="طلب")
    (one,) = candidates(archive, "ياسر الوردي")
    shown = portrait(archive, thing(archive, one.id))
    assert "الشناوي" not in repr((one, shown))
    assert shown.places[0].headline == "خبر عن السد الذي افتتحته […]"
    assert one.offices == ("مستشار […]",)


def test_decisions_about_what_is_kept_back_name_nothing(archive: Archive) -> None:
    keep(archive, record("a", ("نبيل الهاشمي", IRAQI)), record("b", ("ياسر الوردي", {})), record("c", ("صقر", {})))
    known = ids(archive)
    joining.add_alias(archive, known["a نبيل الهاشمي"], "أبو سيف", NOW)
    joining.add_alias(archive, known["b ياسر الوردي"], "أبو الورد", NOW)
    joining.split(archive, "b", "m1", NOW)
    redact(archive, "نبيل الهاشمي", NOW, reason="طلب")
    close(archive, "b")
    for one in map(archive.gate.decision, decisions(archive.connection)):
        assert (one.one, one.other, one.article, one.text in {None, "[…]"}) == ((), (), None, True)
    told = [entry for entry in archive.entries() if entry.deed.startswith("entity-")]
    assert [entry.data for entry in told] == [{"withheld": True}] * 3
    everything = archive.seen_by("closed")
    assert [everything.gate.decision(one).text for one in decisions(archive.connection)][:2] == ["أبو سيف", "أبو الورد"]
    assert list(verify(archive)) == []


def test_an_alias_with_a_word_that_is_kept_back_is_not_shown(archive: Archive) -> None:
    keep(archive, record("a", ("ياسر الوردي", {})))
    name = ids(archive)["a ياسر الوردي"]
    joining.add_alias(archive, name, "صاحب القنديل", NOW)
    redact(archive, "القنديل", NOW, reason="طلب", kind="words")
    assert portrait(archive, thing(archive, name)).aliases == ()
    assert candidates(archive, "صاحب القنديل") == []
    assert portrait(archive.seen_by("closed"), thing(archive, name)).aliases == ("صاحب القنديل",)


def test_a_doubt_leaves_out_whom_only_a_given_name_leads_to(archive: Archive) -> None:
    keep(archive, record("a", ("صقر الوادي", {})), record("b", ("الهاشمي", {})), record("c", ("الهاشمي", {})))
    joining.add_alias(archive, ids(archive)["a صقر الوادي"], "نبيل الهاشمي", NOW)
    (before,) = doubtful(archive)
    assert [side.entity.name for side in before.others] == ["صقر الوادي"]
    close(archive, "a")
    (doubt,) = doubtful(archive)
    assert (doubt.reason, doubt.others) == ("surname", ())


def test_doubts_name_nobody_who_is_kept_back(archive: Archive) -> None:
    keep(
        archive, record("a", ("نبيل الهاشمي", IRAQI)), record("b", ("نبيل الهاشمي", TUNISIAN)),
        record("c", ("نبيل الهاشمي", {})),
    )  # fmt: skip
    (doubt,) = doubtful(archive)
    assert {place.article for side in (doubt.one, *doubt.others) for place in side.places} == {"a", "b", "c"}
    close(archive, "b")
    (doubt,) = doubtful(archive)
    assert {place.article for side in (doubt.one, *doubt.others) for place in side.places} == {"a", "c"}
    close(archive, "c")
    assert list(doubtful(archive)) == []
    redact(archive, "الهاشمي", NOW, reason="طلب")
    assert list(doubtful(archive)) == []
    assert len(list(doubtful(archive.seen_by("closed")))) == 1


def test_what_comes_in_closed_or_is_kept_back_is_joined_all_the_same(archive: Archive) -> None:
    redact(archive, "ياسر الوردي", NOW, reason="طلب")
    keep(archive, record("a", ("هدى الشناوي", {}), ("ياسر الوردي", {})))
    with archive.writing():
        joining.enter(archive, ["a"])
    found = candidates(archive.seen_by("closed"), "ياسر الوردي")
    assert [one.articles for one in found] == [1]


def test_a_split_holds_where_other_words_of_the_article_are_kept_back(archive: Archive) -> None:
    keep(archive, record("a", ("هدى الشناوي", {}), ("ياسر الوردي", {})), record("b", ("ياسر الوردي", {})))
    redact(archive, "هدى الشناوي", NOW, reason="طلب")
    joining.split(archive, "a", "m2", NOW)
    list(joining.renew(archive, again=True))
    assert len(candidates(archive, "ياسر الوردي")) == 2
    with pytest.raises(ArchiveError, match="no article"):
        joining.split(archive, "z", "m2", NOW)
