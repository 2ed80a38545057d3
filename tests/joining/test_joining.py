"""One entity across the articles of an archive: joined as they come, decided by people, gone when they go."""

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from marsad import joining
from marsad.archive import Archive, Intake, verify, withdraw
from marsad.archive.entity_decisions import decisions
from marsad.archive.entity_find import candidates, portrait, thing
from marsad.archive.entity_review import doubtful
from marsad.archive.entity_rows import waiting
from marsad.archive.facts_find import Events, Quotes, events, quotes
from marsad.archive.migrations import MIGRATIONS
from marsad.errors import ArchiveError, UsageError
from marsad.finding import finder
from marsad.group.entities import join
from marsad.records import Entity, Origin, Page, Record, from_json

NOW = Intake("2026-03-10T09:00:00Z", "مريم", "test", "marsad test")
IRAQI = {"country": "IQ", "office": "وزير الري العراقي"}
TUNISIAN = {"country": "TN", "office": "وزير الري التونسي"}


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "a.db", create=True) as opened:
        yield opened


def record(article: str, *people: tuple[str, dict[str, Any]], day: str = "2024-05-01", more: str = "") -> Record:
    """An article in which each of these says that the dam is safe, and nothing else happens."""
    text, entities, mentions, said = f"خبر عن السد{more}\n\n", [], [], []
    for number, (name, known) in enumerate(people, 1):
        start = len(text)
        text += f"{name} قال إن السد آمن. "
        place = {"start": start, "end": start + len(name), "text": name}
        label = known.get("label", "PER")
        mentions.append({**place, "id": f"m{number}", "label": label, "kind": "name", "entity": f"e{number}"})
        entities.append(
            {"id": f"e{number}", "label": label, "name": name, "aliases": [], "mentions": [f"m{number}"], **known}
        )
        begin = text.index("إن السد", start)
        said.append({
            "id": f"q{number}", "kind": "indirect", "text": text[begin : begin + 11], "status": "asserted",
            "content": [{"start": begin, "end": begin + 11, "mode": "indirect"}], "source": place,
            "cue": {"start": begin - 4, "end": begin - 1, "text": "قال", "class": "declare"},
            "speaker": f"e{number}", "speaker_name": name,
        })  # fmt: skip
    for fact in (*entities, *mentions, *said):
        fact["made_by"] = "test"
    data = {
        "id": article, "language": "ar", "headline": f"خبر عن السد{more}", "text": text, "paragraphs": [],
        "published": {"value": day, "precision": "day", "text": day}, "source": "وكالة النهر",
    }  # fmt: skip
    return from_json({
        "schema": "marsad.record/1", "origin": {"uri": article}, "article": data, "entities": entities,
        "mentions": mentions, "quotes": said, "events": [],
    })  # fmt: skip


def keep(archive: Archive, *records: Record) -> None:
    """Adds and joins articles, one transaction each."""
    for one in records:
        with archive.writing():
            archive.add(Page(Origin(uri=one.article.id), one.article.text.encode()), one, NOW)
            joining.enter(archive, [one.article.id])


def ids(archive: Archive) -> dict[str, str]:
    """The global ids by `article name`."""
    return {
        f"{article} {entity.name}": str(entity.global_)
        for article in archive.ids()
        for entity in entities(archive, article)
    }


def entities(archive: Archive, article: str) -> tuple[Entity, ...]:
    """Those of an article."""
    kept = archive.record(article)
    assert kept is not None
    return kept.entities or ()


def dump(archive: Archive) -> list[list[tuple[Any, ...]]]:
    """All that is derived."""
    tables = ("profiles", "profile_keys", "profile_names", "bearers", "joined", "unsettled")
    return [sorted(archive.connection.execute(f"SELECT * FROM {name}"), key=str) for name in tables]  # noqa: S608


def test_one_person_under_two_spellings_has_one_id_and_the_record_says_it(archive: Archive) -> None:
    keep(archive, record("a", ("سيرغي بوبوف", {})), record("b", ("سيرجي بوبوف", {})))
    one, other = ids(archive).values()
    assert one == other
    assert list(verify(archive)) == []


def test_ministers_of_two_countries_are_two(archive: Archive) -> None:
    keep(archive, record("a", ("نبيل الهاشمي", IRAQI)), record("b", ("نبيل الهاشمي", TUNISIAN)))
    assert len(set(ids(archive).values())) == 2
    found = candidates(archive, "نبيل الهاشمي")
    assert sorted((one.country, one.articles, one.offices) for one in found) == [
        ("IQ", 1, ("وزير الري العراقي",)),
        ("TN", 1, ("وزير الري التونسي",)),
    ]


def test_a_second_country_takes_apart_what_was_joined_by_name_and_its_withdrawal_joins_again(archive: Archive) -> None:
    keep(archive, record("a", ("نبيل الهاشمي", IRAQI)), record("b", ("نبيل الهاشمي", {})))
    together = ids(archive)
    assert together["a نبيل الهاشمي"] == together["b نبيل الهاشمي"]
    keep(archive, record("c", ("نبيل الهاشمي", TUNISIAN)))
    assert len(set(ids(archive).values())) == 3
    withdraw(archive, "c", "error", NOW)
    with archive.writing():
        joining.settle(archive, ())
    assert ids(archive) == together


def test_a_bare_surname_is_joined_by_its_office_alone(archive: Archive) -> None:
    keep(
        archive,
        record("a", ("نبيل الهاشمي", IRAQI)),
        record("b", ("الهاشمي", {"country": "IQ", "office": "وزير الري"})),
        record("c", ("الهاشمي", {"country": "IQ"})),
        record("d", ("الهاشمي", {})),
    )
    found = ids(archive)
    assert found["a نبيل الهاشمي"] == found["b الهاشمي"]
    assert len({found["a نبيل الهاشمي"], found["c الهاشمي"], found["d الهاشمي"]}) == 3
    rules = {place.article: place.rule for place in portrait(archive, thing(archive, found["a نبيل الهاشمي"])).places}
    assert rules == {"a": "name and country", "b": "office"}


NAMES = ["نبيل الهاشمي", "نبيل هاشمي", "الهاشمي", "محمد علي", "سيرغي بوبوف", "سيرجي بوبوف"]


def some(seed: int) -> list[Record]:
    chance = random.Random(seed)
    people: list[dict[str, Any]] = [{}, {}, IRAQI, TUNISIAN, {"country": "IQ"}, {**IRAQI, "wikidata": "Q77777701"}]
    return [record(f"a{n}", *((chance.choice(NAMES), chance.choice(people)) for _ in range(3))) for n in range(15)]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_order_of_adding_changes_nothing_and_one_by_one_is_as_all_at_once(tmp_path: Path, seed: int) -> None:
    records = some(seed)
    with Archive.open(tmp_path / "a.db", create=True) as archive:
        keep(archive, *records)
        first = dump(archive)
        at_once = join(records).ids
        assert {(article, entity): name for (article, entity), name in at_once.items()} == {
            (article, entity.id): entity.global_ for article in archive.ids() for entity in entities(archive, article)
        }
        assert list(joining.renew(archive)) == []
        assert list(joining.renew(archive, again=True)) == [15]
        assert dump(archive) == first
    random.Random(seed).shuffle(records)
    with Archive.open(tmp_path / "b.db", create=True) as archive:
        keep(archive, *records)
        assert dump(archive) == first


@pytest.mark.parametrize("seed", [1, 2])
def test_after_a_withdrawal_all_is_as_if_the_article_had_never_been_there(tmp_path: Path, seed: int) -> None:
    records = some(seed)
    with Archive.open(tmp_path / "a.db", create=True) as archive:
        keep(archive, *records)
        for gone in ("a3", "a7"):
            withdraw(archive, gone, "error", NOW)
        with archive.writing():
            joining.settle(archive, ())
        left = dump(archive)
    with Archive.open(tmp_path / "b.db", create=True) as archive:
        keep(archive, *(one for one in records if one.article.id not in {"a3", "a7"}))
        assert dump(archive) == left


def test_a_withdrawn_article_leaves_no_name_behind(archive: Archive) -> None:
    keep(archive, record("a", ("جلال المرواني", {})), record("b", ("نبيل الهاشمي", {})))
    joining.add_alias(archive, ids(archive)["a جلال المرواني"], "أبو الورد", NOW)
    withdraw(archive, "a", "court order", NOW)
    archive.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    data = archive.path.read_bytes()
    for name in ("جلال", "المرواني", "أبو الورد", "ابو الورد"):
        assert name.encode() not in data
        assert json.dumps(name)[1:-1].encode() not in data
    assert candidates(archive, "جلال المرواني") == []
    assert candidates(archive, "أبو الورد") == []
    assert "نبيل".encode() in data
    assert list(joining.renew(archive, again=True)) == [1]
    assert list(verify(archive)) == []


def test_a_merge_joins_holds_on_renewal_and_is_undone(archive: Archive) -> None:
    keep(archive, record("a", ("ياسر الوردي", {})), record("b", ("صقر الوادي", {})))
    one, other = ids(archive).values()
    made = joining.merge(archive, one, other, NOW)
    assert len(set(ids(archive).values())) == 1
    keep(archive, record("c", ("ياسر الوردي", {})), record("d", ("صقر الوادي", {})))
    assert len(set(ids(archive).values())) == 1
    after = dump(archive)
    list(joining.renew(archive, again=True))
    assert dump(archive) == after
    entry = list(archive.entries())[2]
    assert (entry.deed, entry.data["by"], entry.data["decision"]) == ("entity-merge", "مريم", 1)
    with pytest.raises(UsageError, match="one entity already"):
        joining.merge(archive, one, other, NOW)
    joining.undo(archive, made.number, NOW)
    assert len(set(ids(archive).values())) == 2
    with pytest.raises(UsageError, match="was undone at"):
        joining.undo(archive, made.number, NOW)
    assert list(verify(archive)) == []


def test_an_old_id_still_leads_to_the_entity(archive: Archive) -> None:
    keep(archive, record("a", ("سيرغي بوبوف", {})))
    (old,) = ids(archive).values()
    keep(archive, *(record(f"b{n}", (name, {})) for n, name in enumerate(("سيرجي بوبوف", "سرغي بوبوف", "سيرغى بوبوف"))))
    assert portrait(archive, thing(archive, old)).articles == 4


def test_one_entity_of_an_article_is_merged_alone_and_comes_back(archive: Archive) -> None:
    keep(archive, *(record(name, ("الهاشمي", {})) for name in "abc"), record("d", ("نبيل الهاشمي", IRAQI)))
    before = ids(archive)
    assert len(set(before.values())) == 4
    made = joining.merge(archive, before["a الهاشمي"], before["d نبيل الهاشمي"], NOW)
    after = ids(archive)
    assert after["a الهاشمي"] == after["d نبيل الهاشمي"]
    assert (after["b الهاشمي"], after["c الهاشمي"]) == (before["b الهاشمي"], before["c الهاشمي"])
    joining.undo(archive, made.number, NOW)
    assert ids(archive) == before


def test_a_split_takes_one_article_away_for_good_until_it_is_undone(archive: Archive) -> None:
    keep(archive, *(record(name, ("نبيل الهاشمي", {})) for name in "abc"))
    before = dump(archive)
    made = joining.split(archive, "b", "m1", NOW)
    found = ids(archive)
    assert found["a نبيل الهاشمي"] == found["c نبيل الهاشمي"] != found["b نبيل الهاشمي"]
    list(joining.renew(archive, again=True))
    assert ids(archive) == found
    with pytest.raises(UsageError, match="of its own already"):
        joining.split(archive, "b", "m1", NOW)
    with pytest.raises(ArchiveError, match="no mention 'm9'"):
        joining.split(archive, "b", "m9", NOW)
    with pytest.raises(ArchiveError, match="no article 'x'"):
        joining.split(archive, "x", "m1", NOW)
    joining.undo(archive, made.number, NOW)
    assert dump(archive) == before


def test_who_was_split_can_be_given_to_somebody_else(archive: Archive) -> None:
    keep(archive, *(record(name, ("نبيل الهاشمي", {})) for name in "ab"), record("c", ("ياسر الوردي", {})))
    joining.split(archive, "b", "m1", NOW)
    joining.merge(archive, ids(archive)["b نبيل الهاشمي"], ids(archive)["c ياسر الوردي"], NOW)
    found = ids(archive)
    assert found["b نبيل الهاشمي"] == found["c ياسر الوردي"] != found["a نبيل الهاشمي"]


def test_an_alias_finds_and_joins_and_a_surname_given_as_one_only_finds(archive: Archive) -> None:
    keep(archive, record("a", ("ياسر الوردي", {})), record("b", ("صقر الوادي", {})), record("c", ("الوردي", {})))
    one = ids(archive)["a ياسر الوردي"]
    made = joining.add_alias(archive, one, "صقر الوادي", NOW)
    joining.add_alias(archive, one, "الوردي", NOW)
    found = ids(archive)
    assert found["a ياسر الوردي"] == found["b صقر الوادي"] != found["c الوردي"]
    assert portrait(archive, thing(archive, one)).aliases == ("صقر الوادي", "الوردي")
    assert one in {each.id for each in candidates(archive, "الوردي")} | {thing(archive, one).id}
    with pytest.raises(UsageError, match="has the name"):
        joining.add_alias(archive, one, "صقر الوادي", NOW)
    for wrong in ("", "؟!", "x" * 999):
        with pytest.raises(UsageError, match="is no name"):
            joining.add_alias(archive, one, wrong, NOW)
    after = dump(archive)
    list(joining.renew(archive, again=True))
    assert dump(archive) == after
    joining.undo(archive, made.number, NOW)
    assert len(set(ids(archive).values())) == 3


def test_a_doubtful_join_is_listed_with_both_sides_and_leaves_the_list_when_decided(archive: Archive) -> None:
    keep(
        archive, record("a", ("نبيل الهاشمي", IRAQI)), record("b", ("نبيل الهاشمي", TUNISIAN)),
        record("c", ("نبيل الهاشمي", {})),
    )  # fmt: skip
    (doubt,) = doubtful(archive)
    assert doubt.reason == "several countries"
    assert [place.article for place in doubt.one.places] == ["c"]
    assert sorted(str(side.entity.country) for side in doubt.others) == ["IQ", "TN"]
    iraqi, tunisian = sorted(doubt.others, key=lambda side: str(side.entity.country))
    joining.keep_apart(archive, doubt.one.entity.id, iraqi.entity.id, NOW)
    (doubt,) = doubtful(archive)
    assert [side.entity.id for side in doubt.others] == [tunisian.entity.id]
    joining.merge(archive, doubt.one.entity.id, tunisian.entity.id, NOW)
    assert list(doubtful(archive)) == []
    keep(archive, record("d", ("نبيل الهاشمي", {})))
    found = ids(archive)
    assert found["d نبيل الهاشمي"] == found["b نبيل الهاشمي"] != found["a نبيل الهاشمي"]
    assert [one.kind for one in decisions(archive.connection)] == ["apart", "merge"]


def test_a_surname_of_several_articles_is_a_doubt_until_somebody_says_that_they_are_several(archive: Archive) -> None:
    keep(archive, record("a", ("الهاشمي", {})), record("b", ("الهاشمي", {})))
    (doubt,) = doubtful(archive)
    assert (doubt.reason, doubt.one.entity.articles, doubt.others) == ("surname", 2, ())
    joining.keep_apart(archive, doubt.one.entity.id, doubt.one.entity.id, NOW)
    assert list(doubtful(archive)) == []


def test_a_bare_surname_is_shown_beside_those_whose_surname_it_is(archive: Archive) -> None:
    keep(
        archive, record("a", ("الهاشمي", {})), record("b", ("نبيل هاشمي", {})), record("c", ("هاشم الوردي", {})),
        record("d", ("حركة الهاشمي", {"label": "ORG"})),
    )  # fmt: skip
    (doubt,) = doubtful(archive)
    assert [side.entity.name for side in doubt.others] == ["نبيل هاشمي"]


def test_what_is_kept_apart_is_not_joined_by_a_rule(archive: Archive) -> None:
    keep(archive, record("a", ("سيرغي بوبوف", {"country": "RU"})), record("b", ("الورد", {"country": "RU"})))
    one = ids(archive)["a سيرغي بوبوف"]
    keep(archive, record("c", ("سيرجي بوبوف", {"country": "RU"})))
    with pytest.raises(UsageError, match="one entity already; --split"):
        joining.keep_apart(archive, one, ids(archive)["c سيرجي بوبوف"], NOW)
    joining.split(archive, "c", "m1", NOW)
    joining.keep_apart(archive, one, ids(archive)["c سيرجي بوبوف"], NOW)
    assert len(set(ids(archive).values())) == 3


@pytest.mark.parametrize("name", ["per:0000000000000000", "Q1", "", "'; DROP TABLE bearers; --", "x" * 10_000])
def test_an_id_that_is_not_there_is_said(archive: Archive, name: str) -> None:
    keep(archive, record("a", ("نبيل الهاشمي", {})))
    with pytest.raises(ArchiveError, match="no entity") as refusal:
        joining.merge(archive, name, ids(archive)["a نبيل الهاشمي"], NOW)
    assert refusal.value.reason == "not-found"
    with pytest.raises(ArchiveError, match="no decision 7"):
        joining.undo(archive, 7, NOW)
    assert decisions(archive.connection) == []


@pytest.mark.parametrize("name", ["", " ", "«»", "1", "x" * 10_000, "ن " * 3000, "\u0640", "%_'\""])
def test_an_odd_name_is_kept_and_leaves_again(archive: Archive, name: str) -> None:
    empty = dump(archive)
    keep(archive, *(record(article, (name, {}), (name, {"label": "LOC"})) for article in "ab"))
    assert len(ids(archive)) > 0
    assert len({entity.global_ for article in "ab" for entity in entities(archive, article)} - {None}) >= 2
    candidates(archive, name)
    list(doubtful(archive))
    for article in "ab":
        withdraw(archive, article, "error", NOW)
    with archive.writing():
        joining.settle(archive, ())
    assert dump(archive) == empty


def test_a_person_and_a_body_are_never_one(archive: Archive) -> None:
    keep(archive, record("a", ("نبيل الهاشمي", {}), ("حركة الورد", {"label": "ORG"})))
    person, body = ids(archive).values()
    with pytest.raises(UsageError, match="two kinds"):
        joining.merge(archive, person, body, NOW)


def test_only_the_last_version_of_an_article_counts(archive: Archive) -> None:
    keep(archive, record("a", ("نبيل الهاشمي", {})), record("a", ("ياسر الوردي", {}), more=" الجديد"))
    assert list(ids(archive)) == ["a ياسر الوردي"]
    assert candidates(archive, "نبيل الهاشمي") == []
    old = archive.record("a", 1)
    assert old is not None
    assert [entity.global_ for entity in old.entities or ()] == [None]


def test_an_archive_that_was_never_joined_is_joined_on_demand(archive: Archive) -> None:
    for one in (record("a", ("سيرغي بوبوف", {})), record("b", ("سيرجي بوبوف", {}))):
        with archive.writing():
            archive.add(Page(Origin(uri=one.article.id), b"x"), one, NOW)
    assert waiting(archive.connection) == ["a", "b"]
    with pytest.raises(ArchiveError, match="--renew"):
        joining.split(archive, "a", "m1", NOW)
    assert list(joining.renew(archive)) == [2]
    assert waiting(archive.connection) == []
    assert len(set(ids(archive).values())) == 1


def test_a_speaker_is_found_under_the_names_of_other_articles(archive: Archive) -> None:
    keep(archive, record("a", ("ياسر الوردي", {})), record("b", ("أبو الورد", {})), record("c", ("نبيل الهاشمي", {})))
    search = finder(archive)
    assert [fact.article for fact in quotes(search, Quotes(speaker="أبو الورد"))] == ["b"]
    made = joining.merge(archive, ids(archive)["a ياسر الوردي"], ids(archive)["b أبو الورد"], NOW)
    assert sorted(fact.article for fact in quotes(search, Quotes(speaker="أبو الورد"))) == ["a", "b"]
    for query in ('speaker:"أبو الورد"', 'person:"ياسر الوردي"'):
        assert sorted(found.article for found in search.search(query).found) == ["a", "b"]
    assert [found.article for found in search.search('الهاشمي person:"ياسر الوردي"').found] == []
    assert list(events(search, Events(actor="أبو الورد"))) == []
    joining.undo(archive, made.number, NOW)
    assert [fact.article for fact in quotes(search, Quotes(speaker="أبو الورد"))] == ["b"]


def test_a_portrait_tells_names_offices_and_what_was_said(archive: Archive) -> None:
    later = {**IRAQI, "office": "رئيس الوزراء العراقي"}
    keep(
        archive, record("a", ("نبيل الهاشمي", IRAQI), day="2019-02-01"), record("b", ("نبيل هاشمي", later)),
        record("c", ("نبيل الهاشمي", IRAQI), day="2020-07-01"),
    )  # fmt: skip
    (one,) = candidates(archive, "نبيل الهاشمى")
    shown = portrait(archive, thing(archive, one.id))
    assert (shown.name, shown.country, shown.articles, shown.said) == ("نبيل الهاشمي", "IQ", 3, 3)
    assert shown.variants == (("نبيل الهاشمي", 2), ("نبيل هاشمي", 1))
    assert [(office.text, office.articles, office.first, office.last) for office in shown.offices] == [
        ("وزير الري العراقي", 2, "2019-02-01", "2020-07-01"),
        ("رئيس الوزراء العراقي", 1, "2024-05-01", "2024-05-01"),
    ]
    assert [place.article for place in shown.places] == ["b", "c", "a"]
    assert [(fact.article, fact.fact["id"]) for fact in shown.quotes] == [("b", "q1"), ("c", "q1"), ("a", "q1")]


def test_an_older_archive_gets_the_tables_and_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    one = record("a", ("نبيل الهاشمي", {}))
    with Archive.open(path, create=True) as archive:
        with archive.writing():
            archive.add(Page(Origin(uri="a"), b"x"), one, NOW)
        for table in ("profiles", "profile_keys", "bearers", "profile_names", "joined", "unsettled"):
            archive.connection.execute(f"DROP TABLE {table}")
        archive.connection.execute("DROP TABLE entity_decisions")
        place = [name for name, _ in MIGRATIONS].index("entities")
        archive.connection.execute(f"PRAGMA user_version = {place}")
    with Archive.open(path) as archive:
        assert archive.record("a") == one
        assert list(joining.renew(archive)) == [1]
        assert list(verify(archive)) == []
