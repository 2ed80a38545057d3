"""Why the record says what it says: the rule, the words in their sentence, what refers to what."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from tests.cli.conftest import BODY, TITLE, Run, article, written
from tests.cli.told import told

from marsad import UsageError, confident
from marsad.cli.explain import explain
from marsad.cli.facts import facts, ranges
from marsad.cli.look import Look, cells

LOOK = Look("en")
PLACES = "وصلت إلى بيروت قافلة من الأردن تحمل أدوات الصيد والشباك، واستقبلها الصيادون عند مدخل المرفأ بالأهازيج."


@pytest.fixture
def places(tmp_path: Path) -> str:
    """A page that names places which every engine knows."""
    return written(tmp_path / "places.html", article(TITLE, PLACES, *BODY))


def rows(text: str, name: str) -> list[str]:
    """The rows of one fact, with single spaces."""
    start = text.index(f"\n{name}  ")
    return [" ".join(line.split()) for line in text[start + 1 :].split("\n\n", 1)[0].splitlines()]


def test_a_quote_is_explained_by_rule_words_and_references() -> None:
    assert rows(explain(told(), "q3", LOOK), "q3") == [
        "q3 quote · indirect · confidence 0.70",
        "found by quotes@1 (rules over clauses, with the lexicon of cues), rule verb-first",
        "cue شدد · verb · asserts · شدّد على",
        "source الوزير",
        "speaker سمير الخطيب · an office or description",
        "content ضرورة ترشيد المياه · indirect · 193–211",
        "status asserted",
        "in the text ونشرت وزارة الري على صفحتها في فيسبوك: «[شدد] [الوزير] على {ضرورة ترشيد المياه}».",
        "refers to speaker: e1 سمير الخطيب; stands inside: q2 وزارة الري",
        "referred to by reported in: v2 شدد",
    ]


def test_an_event_is_explained_by_trigger_parties_and_every_telling() -> None:
    assert rows(explain(told(), "v1", LOOK), "v1") == [
        "v1 event · meeting or talks (CONSULT, 1) · visit (visit) · actual · confidence 0.90",
        "found by events@1 (rules over clauses, with the lexicon of acts), rule verb-subject",
        "trigger زار",
        "actor سمير الخطيب · JOR GOV",
        "date 2024-05-01",
        "place سد الزرقاء",
        "told again يزور: وزير الري يزور سد الزرقاء",
        "in the text {[زار] وزير الري [سمير الخطيب] أمس سد الزرقاء}.",
        "refers to actor: e1 سمير الخطيب; place: e3 سد الزرقاء",
    ]


def test_names_and_times_are_explained_too() -> None:
    shown = explain(told(), "e1,m2,t1", LOOK)
    assert rows(shown, "m2") == [
        "m2 mention · الخطيب · person · name · confidence 0.80",
        "found by mentions.fast@1 (the linear model and the lists)",
        "words الخطيب · code points 74–80",
        "in the text وقال [الخطيب] للصحفيين في مؤتمر صحفي إن السد «آمن تماما» بعد الصيانة.",
        "refers to names: e1 سمير الخطيب",
    ]
    assert "found by linking@1 (rules that join names), rule surname" in rows(shown, "e1")
    assert "referred to by speaker: q1 سمير الخطيب, q3 سمير الخطيب; actor: v1 زار, v2 شدد" in rows(shown, "e1")
    assert "value 2024-05-01 · counted from the publication" in rows(shown, "t1")


def test_all_explains_every_fact_once() -> None:
    shown = explain(told(), "all", LOOK)
    names = [line.split()[0] for line in shown.splitlines()[1:] if line and not line.startswith(" ")]
    assert names == list(facts(told()))
    assert len(names) == 18


def test_it_is_explained_in_arabic_too() -> None:
    shown = explain(told(), "all", Look("ar"))
    assert "وجدته" in shown
    assert "found by" not in shown
    assert "القائل: e1 سمير الخطيب" in shown


@pytest.mark.parametrize("width", [20, 40, 59, 60, 100])
def test_an_explanation_fits_the_terminal(width: int) -> None:
    shown = explain(told(), "all", Look("en", width, isolates=True))
    longest = max(cells(word) for word in shown.split())
    assert max(map(cells, shown.splitlines())) <= max(width, longest + width // 3 + 6)


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ("q9", "no fact has the id 'q9'; there are q1–q5, v1–v3, e1–e4, m1–m4, t1–t2, or all"),
        ("q1,x", "no fact has the id 'x'; there are q1–q5"),
        ("", "no fact has the id ''"),
        ("all,q1", "no fact has the id 'all'"),
        ("Q1", "no fact has the id 'Q1'"),
        ("q" * 500, "q'; there are"),
        ("q٣", "no fact has the id 'q٣'"),
    ],
)
def test_an_id_that_is_not_there_names_those_that_are(wanted: str, said: str) -> None:
    with pytest.raises(UsageError, match="there are") as caught:
        explain(told(), wanted, LOOK)
    assert said in str(caught.value)
    assert len(str(caught.value)) < 200


def test_where_nothing_was_found_nothing_can_be_explained() -> None:
    nothing = replace(told(), mentions=(), entities=(), times=(), quotes=None, events=())
    with pytest.raises(UsageError, match="nothing was found in this article"):
        explain(nothing, "q1", LOOK)
    assert explain(nothing, "all", LOOK) == told().article.headline


def test_a_fact_that_was_left_out_says_why() -> None:
    with pytest.raises(UsageError, match=r"q5 is left out by --min-confidence, its confidence is 0\.60; there are q1"):
        explain(confident(told(), 0.8), "q5", LOOK, told())


def test_ids_are_named_in_short() -> None:
    assert ranges(["q1", "q2", "q3", "q5", "v1", "e2", "e3"]) == ["q1–q3", "q5", "v1", "e2–e3"]
    assert len(ranges([f"m{n}" for n in range(0, 1000, 2)])) == 41
    assert ranges(["odd", "q1"]) == ["q1"]


def test_facts_of_a_text_without_sentences_are_explained() -> None:
    record = replace(told(), article=replace(told().article, text="", headline=None))
    assert "q1  quote" in explain(record, "all", LOOK)


def test_the_command_explains_instead_of_showing(places: str, run: Run) -> None:
    done = run(places, "--engine", "lists", "--explain", "m1")
    assert (done.exit_code, done.stderr) == (0, "")
    assert "found by" in done.stdout
    assert "إلى [بيروت] قافلة" in done.stdout
    assert BODY[2] not in done.stdout


def test_the_command_says_which_ids_there_are(places: str, run: Run) -> None:
    done = run(places, "--engine", "lists", "--explain", "m77")
    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert done.stderr.startswith(f"marsad: {places}: no fact has the id 'm77'; there are ")
    told_as_json = run(places, "--engine", "lists", "--explain", "m77", "--json-errors")
    assert json.loads(told_as_json.stderr)["reason"] == "usage"


@pytest.mark.parametrize("form", ["--json", "--jsonl", "--csv"])
def test_data_explains_itself(places: str, form: str, run: Run) -> None:
    done = run(places, form, "--explain", "q1")
    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "--explain is for people" in done.stderr


@pytest.mark.parametrize("least", ["", "x", "-0.1", "1.01", "nan", "inf", "٠٫٥", "0,5", "80%"])
def test_a_least_confidence_is_a_number_from_nought_to_one(places: str, least: str, run: Run) -> None:
    done = run(places, "--jsonl", f"--min-confidence={least}")
    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "is not from 0 to 1; write it as in 0.8" in done.stderr


def test_a_least_confidence_holds_for_data_and_for_people(places: str, run: Run) -> None:
    everything = json.loads(run(places, "--jsonl", "--engine", "lists").stdout)
    assert everything["mentions"]
    for form in ("--json", "--jsonl"):
        sure = json.loads(run(places, form, "--engine", "lists", "--min-confidence", "1").stdout)
        assert all(fact["confidence"] == 1 for step in ("mentions", "entities", "times") for fact in sure[step])
        assert len(sure["entities"]) < len(everything["entities"])
    assert "الأردن" in run(places, "--engine", "lists").stdout.split("Places:")[1]
    assert "Places:" not in run(places, "--engine", "lists", "--min-confidence", "1").stdout
