"""Events of different articles that are one happening share an occurrence; lookalikes do not."""

import csv
import random
from dataclasses import replace
from itertools import combinations, permutations
from pathlib import Path

import pytest
from tests.group.made import article, bare, telling

from marsad.group.entities import same_across
from marsad.group.occurrences import Occurrence, occurrences
from marsad.records import EventDate, PrintedDate, Record

with (Path(__file__).parent / "happenings.tsv").open(encoding="utf-8", newline="") as _lines:
    ROWS = list(csv.DictReader(_lines, delimiter="\t"))
RECORDS = [telling(f"a{number:02d}", row) for number, row in enumerate(ROWS)]
# Pairs within a scene: the same parties, places and weeks, so that nothing is far apart by itself.
PAIRS = [(one, other) for one, other in combinations(range(len(ROWS)), 2) if ROWS[one]["scene"] == ROWS[other]["scene"]]


def of(found: tuple[Occurrence, ...]) -> dict[str, str]:
    return {telling.article: one.id for one in found for telling in one.tellings}


def test_pairs_of_tellings_are_joined_where_they_are_one_happening() -> None:
    where = of(occurrences(RECORDS))
    wanted = {pair for pair in PAIRS if ROWS[pair[0]]["happening"] == ROWS[pair[1]]["happening"]}
    joined = {(one, other) for one, other in PAIRS if where[f"a{one:02d}"] == where[f"a{other:02d}"]}
    assert len(PAIRS) >= 150
    f1 = 2 * len(wanted & joined) / (len(wanted) + len(joined))
    assert f1 >= 0.95, f"missed {wanted - joined}; wrongly joined {joined - wanted}"


def test_the_same_records_give_the_same_occurrences_in_any_order_and_with_ids_of_the_archive() -> None:
    wanted = occurrences(RECORDS)
    for seed in range(5):
        shuffled = RECORDS[:]
        random.Random(seed).shuffle(shuffled)
        assert occurrences(shuffled) == wanted
    assert of(occurrences(RECORDS, ids=same_across(RECORDS))) == of(wanted)


def meeting(number: str, **other: str) -> Record:
    return telling(number, {**ROWS[0], **other})


def test_copies_are_one_report_of_several_outlets() -> None:
    those = [meeting(f"c{number}") for number in range(40)]
    copies = [[record.article.id for record in those[:38]], ["c38", "unknown"]]
    (one,) = occurrences(those, copies=copies)
    assert (one.outlets, one.reports, len(one.tellings)) == (40, 3, 40)


def test_an_occurrence_says_who_what_when_where_and_who_told_it_first() -> None:
    (one,) = occurrences([meeting("b", published="2024-03-13"), meeting("z")])
    assert one.id == "o-z/v1"
    assert one.type == "CONSULT"
    assert one.actors == ("سليم المرواني", "رشيد بن عاشور")
    assert (one.place, one.earliest, one.latest) == ("تونس", "2024-03-12", "2024-03-12")
    assert [(telling.article, telling.day) for telling in one.tellings] == [("z", "2024-03-12"), ("b", "2024-03-13")]


def test_two_events_of_one_article_are_two_happenings() -> None:
    record = meeting("a")
    (event,) = record.events or ()
    twice = replace(record, events=(event, replace(event, id="v2")))
    assert len(occurrences([twice])) == 2
    assert sorted(len(one.tellings) for one in occurrences([twice, meeting("b")])) == [1, 2]


@pytest.mark.parametrize(
    "other",
    [
        {"type": "AID"},
        {"date": "2024-03-20", "published": "2024-03-20"},
        {"place": "القاهرة"},
        {"place": "صفاقس"},
        {"actors": "TN-minister union"},
    ],
)
def test_what_contradicts_keeps_events_apart(other: dict[str, str]) -> None:
    joined = occurrences([meeting("a"), meeting("b", **other)])
    assert len(joined) == (1 if "actors" in other else 2)  # one party of two in common is no contradiction


def test_who_does_it_to_whom_matters() -> None:
    one = {**ROWS[0], "type": "ASSAULT", "actors": "armed", "recipients": "YE", "place": ""}
    other = {**one, "actors": "YE", "recipients": "armed"}
    assert len(occurrences([telling("a", one), telling("b", other)])) == 2


@pytest.mark.parametrize("value", ["2024", "2024-03", "2024-W11", "2024-03-10/2024-03-14", "2024-03-12", None, "", "؟"])
def test_dates_of_every_form_are_understood_or_left_open(value: str | None) -> None:
    record = meeting("b")
    (event,) = record.events or ()
    dated = replace(record, events=(replace(event, date=EventDate(value)),))
    assert len(occurrences([meeting("a"), dated])) == 1


@pytest.mark.parametrize("value", ["2023", "2024-02", "2024-W20", "2024-04-10/2024-04-14"])
def test_dates_that_lie_apart_are_two_happenings(value: str) -> None:
    record = meeting("b")
    (event,) = record.events or ()
    assert len(occurrences([meeting("a"), replace(record, events=(replace(event, date=EventDate(value)),))])) == 2


def test_records_without_events_tell_nothing() -> None:
    assert occurrences([bare(article("a", "عنوان", "نص الخبر."))]) == ()
    assert occurrences([]) == ()


def test_on_one_day_the_hour_tells_who_was_first() -> None:
    row = next(row for row in ROWS if row["date"])
    early, late = (telling(number, row) for number in ("z", "a"))
    dated = [
        replace(one, article=replace(one.article, published=PrintedDate(f"{row['published']}T{hour}", "minute", hour)))
        for one, hour in ((early, "08:00"), (late, "17:30"))
    ]
    for order in permutations(dated):
        (found,) = occurrences(order)
        assert [one.article for one in found.tellings] == ["z", "a"]
