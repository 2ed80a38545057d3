"""Facts of little confidence leave a record, and nothing that stays refers to them."""

from dataclasses import replace
from itertools import chain
from math import inf, nan

import pytest
from tests.cli.told import told

import marsad
from marsad import Record, UsageError, confident
from marsad.cli.facts import facts, references


def ids(record: Record) -> set[str]:
    return {name for name in facts(record) if not name.startswith("t")}


def test_nothing_leaves_where_nothing_is_asked() -> None:
    assert confident(told(), 0) == told()


def test_each_fact_below_the_least_leaves() -> None:
    sure = confident(told(), 0.8)
    assert [quote.id for quote in sure.quotes or ()] == ["q1", "q2", "q4"]
    assert [event.id for event in sure.events or ()] == ["v1"]
    assert [entity.id for entity in sure.entities or ()] == ["e1", "e4"]
    assert [mention.id for mention in sure.mentions or ()] == ["m1", "m2", "m3"]
    assert len(sure.times or ()) == 2


@pytest.mark.parametrize("least", [0.0, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.92, 0.95, 0.99, 1.0])
def test_nothing_refers_to_what_left(least: float) -> None:
    sure = confident(told(), least)
    known = facts(sure)
    assert set(chain.from_iterable((name for _, name in references(fact)) for fact in known.values())) <= set(known)
    assert all(fact.confidence >= least for fact in known.values())


def test_an_entity_that_is_named_nowhere_any_more_leaves() -> None:
    sure = confident(told(), 0.6)  # the only mention of e3 has 0.55
    assert "e3" not in ids(sure)
    (visit, *_) = sure.events or ()
    assert visit.place
    assert (visit.place.text, visit.place.entity) == ("سد الزرقاء", None)
    assert [party.entity for party in visit.actors] == ["e1"]


def test_a_mention_of_an_entity_that_left_names_nothing() -> None:
    sure = confident(told(), 0.8)
    assert {mention.id: mention.entity for mention in sure.mentions or ()} == {"m1": "e1", "m2": "e1", "m3": None}


def test_what_stands_for_an_entity_that_left_stands_for_nothing() -> None:
    assert [e.stands_for for e in confident(told(), 0.8).entities or () if e.id == "e4"] == [None]
    record = replace(told(), entities=tuple(replace(e, stands_for="gov:JO") for e in told().entities or ()))
    assert {e.stands_for for e in confident(record, 0.8).entities or ()} == {"gov:JO"}


def test_a_location_below_the_least_leaves_its_place() -> None:
    def location(least: float) -> object:
        record = replace(told(), mentions=tuple(replace(m, confidence=1.0) for m in told().mentions or ()))
        return next(e.location for e in confident(record, least).entities or () if e.id == "e3")

    assert location(0.65)
    assert location(0.7) is None


def test_a_speaker_that_left_keeps_the_words_of_the_text() -> None:
    _, ministry, *_ = confident(told(), 0.65).quotes or ()
    assert (ministry.speaker, ministry.speaker_name) == (None, "وزارة الري")
    record = replace(told(), entities=tuple(replace(e, confidence=0.1) for e in told().entities or ()))
    first, *_, hearsay = confident(record, 0.5).quotes or ()
    assert (first.speaker, first.speaker_name) == (None, "الخطيب")
    assert (hearsay.speaker, hearsay.speaker_name) == (None, None)


def test_what_stood_in_a_quote_that_left_stands_in_the_one_around_it() -> None:
    outer, middle = "q1", "q3"
    quotes = tuple(replace(q, within={"q2": outer, "q3": "q2"}.get(q.id), confidence=0.9) for q in told().quotes or ())
    record = replace(told(), quotes=quotes, events=tuple(replace(e, confidence=0.9) for e in told().events or ()))
    without = replace(record, quotes=tuple(replace(q, confidence=0.1 if q.id == "q2" else 0.9) for q in quotes))
    assert [q.within for q in confident(without, 0.5).quotes or () if q.id == middle] == [outer]
    without = replace(record, quotes=tuple(replace(q, confidence=0.1 if q.id == middle else 0.9) for q in quotes))
    assert [e.quote for e in confident(without, 0.5).events or ()] == [None, "q2", None]


def test_a_circle_of_quotes_ends() -> None:
    quotes = tuple(replace(q, within="q2" if q.id == "q1" else "q1", confidence=0.1) for q in told().quotes or ())
    last = replace(quotes[-1], id="q9", confidence=1.0)
    assert [q.within for q in confident(replace(told(), quotes=(*quotes, last)), 0.5).quotes or ()] == [None]


def test_a_repeated_quote_that_left_is_repeated_by_nobody() -> None:
    quotes = tuple(replace(q, paraphrase_of="q5" if q.id == "q1" else None) for q in told().quotes or ())
    first, *_ = confident(replace(told(), quotes=quotes), 0.8).quotes or ()
    assert first.paraphrase_of is None
    first, *_ = confident(replace(told(), quotes=quotes), 0.6).quotes or ()
    assert first.paraphrase_of == "q5"


def test_a_step_that_was_not_run_stays_so_and_takes_nothing_along() -> None:
    partial = replace(told(), mentions=None, entities=None)
    sure = confident(partial, 0.8)
    assert (sure.mentions, sure.entities) == (None, None)
    assert [quote.speaker for quote in sure.quotes or ()] == ["e1", "e2", None]


def test_all_may_leave() -> None:
    assert ids(confident(told(), 1.0)) == set()
    assert confident(told(), 1.0).quotes == ()
    assert confident(told(), 1.0).article == told().article


def test_sifting_twice_changes_nothing_more() -> None:
    once = confident(told(), 0.7)
    assert confident(once, 0.7) == once == confident(confident(told(), 0.6), 0.7)
    assert marsad.from_json(marsad.to_json(once)) == once


@pytest.mark.parametrize("least", [-0.1, 1.1, nan, inf, -inf])
def test_a_confidence_is_from_nought_to_one(least: float) -> None:
    with pytest.raises(UsageError, match="from 0 to 1"):
        confident(told(), least)
