"""The measures of quotes, events and confidence measure: what counts as right, how sure a figure is."""

import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from bench import (
    annotations,
    authored,
    calibrate,
    intervals,
    misses,
    remembered,
    sentences,
    statements,
    truth,
    unseen,
)
from bench.predictions import Statements, full_prediction
from marsad.annotate import STEPS, Annotations
from marsad.kinds import EventType, QuoteKind
from marsad.records import Content, Cue, Event, Party, Quote, Span, Telling, TextSpan

TEXT = "قال وزير الري إن السد آمن."


def quote(text: str, content: str, source: str | None, kind: QuoteKind = "indirect", cue: str = "قال") -> Quote:
    start, at = text.index(content), text.index(cue)
    said = TextSpan(text.index(source), text.index(source) + len(source), source) if source else None
    return Quote(
        "q1", kind, content, (Content(start, start + len(content), "indirect"),),
        Cue(at, at + len(cue), cue, "declare"), said, None, source, "asserted", "test",
    )  # fmt: skip


def event(text: str, kind: EventType, trigger: str, *actors: tuple[str | None, str | None]) -> Event:
    start = text.index(trigger)
    here = TextSpan(start, start + len(trigger), trigger)
    parties = tuple(Party(0, 1, text[:1], None, code, sector) for code, sector in actors)
    return Event(
        "v1", kind, None, 1, here, (Telling(here, Span(0, len(text))),), parties, (), None, None, "actual",
        Span(0, len(text)), "test",
    )  # fmt: skip


def test_a_figure_lies_in_its_interval_and_many_equal_articles_leave_no_doubt() -> None:
    found = intervals.figure([(1, 2, 2), (4, 4, 5), (0, 1, 3)])
    assert found.low <= found.f1 <= found.high
    assert (found.right, found.found, found.expected) == (5, 7, 10)
    sure = intervals.figure([(1, 2, 2)] * 40)
    assert (sure.low, sure.f1, sure.high) == (0.5, 0.5, 0.5)
    assert intervals.figure([]).f1 == 0.0


def test_an_interval_is_the_same_every_time() -> None:
    articles = [(float(number % 3), 3.0, 4.0) for number in range(20)]
    assert intervals.figure(articles) == intervals.figure(articles)


def test_a_quote_is_told_to_the_scorer_with_its_words_and_its_name() -> None:
    said = full_prediction(TEXT, Annotations(), Statements((quote(TEXT, "إن السد آمن", "وزير الري"),), ()))
    (one,) = said["quotes"]
    assert one["speaker"] == {"text": "وزير الري", "canonical": "وزير الري"}
    assert (one["cue"], one["kind"], one["channel"]) == ("قال", "indirect", None)


def test_of_two_actors_and_no_recipient_the_second_is_the_target() -> None:
    text = "التقى الوزيران في المدينة."
    said = Statements((), (event(text, "CONSULT", "التقى", ("EGY", "GOV"), ("JOR", "GOV")),))
    (one,) = full_prediction(text, Annotations(), said)["events"]
    assert one["source"]
    assert one["target"]


def test_hearsay_is_not_scored() -> None:
    heard = quote(TEXT, "إن السد آمن", None)
    assert statements.without_hearsay(Statements((heard,), ())).quotes == (heard,)
    assert statements.without_hearsay(Statements((_hearsay(heard),), ())).quotes == ()


def _hearsay(one: Quote) -> Quote:
    from dataclasses import replace

    return replace(one, status="hearsay")


AUTHORED_QUOTE = {
    "id": "q", "text": TEXT,
    "quotes": [{"type": "indirect", "speaker": "وزير الري", "cue": "قال", "content": "السد آمن", "channel": None,
                "addressee": None}],
}  # fmt: skip


@pytest.mark.parametrize(
    ("found", "right"),
    [
        ((quote(TEXT, "إن السد آمن", "وزير الري"),), True),
        ((quote(TEXT, "إن السد آمن", "وزير الري", "direct"),), False),
        ((quote(TEXT, "إن السد آمن", None),), False),
        ((quote(TEXT, "آمن", "وزير الري"),), False),
        ((quote(TEXT, "إن السد آمن", "وزير الري"), quote(TEXT, "آمن", "وزير الري")), False),
        ((), False),
    ],
)
def test_an_authored_quote_is_right_as_a_whole(found: tuple[Quote, ...], right: bool) -> None:
    verdict = authored.judged(AUTHORED_QUOTE, Statements(found, ()))
    assert verdict.right is right
    assert right or verdict.flaws


EVENT_TEXT = "شنت طائرات غارات على القرية."
AUTHORED_EVENT = {"id": "e", "text": EVENT_TEXT, "event": "ASSAULT", "mode": None, "actor": ["UNK"], "recipient": [],
                  "trigger": "غارات"}  # fmt: skip


@pytest.mark.parametrize(
    ("found", "right"),
    [
        ((event(EVENT_TEXT, "ASSAULT", "غارات"),), True),
        ((event(EVENT_TEXT, "ASSAULT", "شنت طائرات غارات"),), True),
        ((event(EVENT_TEXT, "ASSAULT", "شنت"),), False),
        ((event(EVENT_TEXT, "COERCE", "غارات"),), False),
        ((event(EVENT_TEXT, "ASSAULT", "غارات", ("EGY", "MIL")),), False),
        ((event(EVENT_TEXT, "ASSAULT", "غارات"), event(EVENT_TEXT, "ACCUSE", "شنت")), False),
    ],
)
def test_an_authored_event_is_right_as_a_whole(found: tuple[Event, ...], right: bool) -> None:
    assert authored.judged(AUTHORED_EVENT, Statements((), found)).right is right


def test_a_sentence_that_holds_nothing_must_yield_nothing() -> None:
    none: dict[str, Any] = {"id": "n", "text": EVENT_TEXT, "event": None}
    assert authored.judged(none, Statements((), ())).right
    assert not authored.judged(none, Statements((), (event(EVENT_TEXT, "ASSAULT", "غارات"),))).right
    assert not authored.judged(
        {"id": "n", "text": TEXT, "quotes": []}, Statements((quote(TEXT, "آمن", None),), ())
    ).right


def test_small_groups_are_drawn_to_the_wider_one() -> None:
    facts = [
        *[calibrate.Fact(("quote", "q", "verb"), right=True)] * 90,
        calibrate.Fact(("quote", "q", "rare"), right=False),
    ]
    table = calibrate.shares(facts, pull=10)
    whole = table["quote", "q"][0]
    assert whole == pytest.approx(90 / 91, abs=0.01)
    assert table["quote", "q", "rare"][0] == pytest.approx(10 * whole / 11)
    assert table["quote", "q", "rare"][1:] == (0, 1)


def test_odds_are_moved_until_the_mean_is_the_share_that_is_right() -> None:
    table: calibrate.Table = {("quote", "q"): (0.9, 9, 10)}
    found = [calibrate.Fact(("quote", "q"), number < 6) for number in range(10)]
    factor = calibrate.factors(table, found)["quote", "q"]
    assert calibrate.moved(0.9, factor) == pytest.approx(0.6, abs=1e-6)
    assert calibrate.moved(0.5, 1.0) == 0.5


def test_reliability_compares_belief_and_truth_bin_by_bin() -> None:
    error, rows = calibrate.reliability([(0.95, True), (0.95, False), (0.15, False)])
    assert error == pytest.approx((2 * 0.45 + 0.15) / 3)
    assert [number for *_, number in rows] == [1, 2]


def test_the_surest_facts_come_first_and_ties_share() -> None:
    sure = [(0.9, True), (0.9, False), (0.1, False), (0.1, False)]
    assert calibrate.precision_at(sure, 0.5) == 0.5
    assert calibrate.precision_at(sure, 0.25) == 0.5
    assert calibrate.precision_at(sure, 1.0) == 0.25


def test_the_check_half_is_never_shown(capsys: pytest.CaptureFixture[str]) -> None:
    for option in (["--errors", "quotes"], ["--only", "x"]):
        with pytest.raises(SystemExit):
            statements.main(["--half", "check", *option])
    assert "only ever scored" in capsys.readouterr().err


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    module = annotations.scorer()
    if module is None:
        pytest.skip("no annotated articles")
    return module


@pytest.mark.shared
@pytest.mark.filterwarnings("ignore")  # the scorer leaves its files to the collector
def test_the_gold_itself_is_all_right(scorer: ModuleType) -> None:
    ids = [article["id"] for article in annotations.articles()]
    found, shares = statements.figures(scorer.gold_as_pred(), ids, scorer)
    assert set(found) == set(statements.LAYERS)
    assert {one.f1 for one in found.values()} == {1.0}
    assert set(shares.values()) == {1.0}


@pytest.mark.shared
def test_what_is_missed_and_what_is_wrong_is_told_with_its_words(scorer: ModuleType) -> None:
    speaker = {"mention": "وزير الري", "canonical": "وزير الري"}
    expected = {"kind": "indirect", "cue": "قال", "speaker": speaker, "channel": None, "text": "إن السد آمن تماما"}
    gold = {"quotes": [expected], "quotes_optional": []}
    said = {
        "speaker": {"text": "السد", "canonical": ""},
        "cue": "قال",
        "kind": "direct",
        "channel": "في بيان",
        "rule": "r",
    }
    wrong = {**said, "text": "كلام آخر لم يقل"}
    near = {**said, "text": "إن السد آمن تماما"}
    assert [line.split()[0] for line in misses.quotes({"quotes": [wrong]}, gold, scorer)] == ["MISSED", "WRONG"]
    lines = list(misses.quotes({"quotes": [near]}, gold, scorer))
    assert [line.split()[0] for line in lines] == ["SPEAKER", "KIND", "CHANNEL"]
    judged = {**gold, "entities": [], "entities_optional": [], "dates": [], "dates_optional": [], "events": []}
    found = Statements((quote(TEXT, "إن السد آمن", "وزير الري"),), ())
    verdicts = list(truth.verdicts({"text": TEXT, "gold": judged}, Annotations(), found, scorer))
    assert verdicts == [("quote", 1.0, True)]


def test_without_authored_sentences_there_is_nothing_to_judge(tmp_path: Path) -> None:
    assert authored.items(tmp_path, "quotes") == []
    (tmp_path / authored.FILES["quotes"]).write_text(json.dumps(AUTHORED_QUOTE) + "\n\n", "utf-8")
    assert [item["id"] for item in authored.items(tmp_path, "quotes")] == ["q"]


def test_a_step_costs_what_the_texts_take_longer_with_it() -> None:
    rows = [{"step": "mentions", "first_s": 2.0, "best_s": 1.0}, {"step": "times", "first_s": 3.0, "best_s": 1.5}]
    lines = sentences.table(rows, 1000).splitlines()
    assert lines[2:] == ["| mentions | 1.000 | 1,000 | 500 |", "| times | 0.500 | 667 | 333 |"]


def test_memory_is_looked_at_now_and_then() -> None:
    found = sentences.memory([TEXT] * 10, "lists")
    assert [number for number, _ in found] == [2, 4, 6, 8, 10]
    assert [row["step"] for row in sentences.speeds([TEXT], "lists", 1)] == list(STEPS)


def test_what_is_remembered_is_told_by_what_made_it() -> None:
    assert remembered.version() == remembered.version()
    assert len(remembered.version()) == 16


def test_an_engine_without_weights_has_seen_no_article() -> None:
    reads = unseen.reader("lists")({"id": "dj01"})
    assert reads is not None
    assert reads.engine == "lists"
