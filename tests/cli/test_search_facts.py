"""`marsad quotes` and `marsad events`: what they print, for people and for programs, and how they end."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from marsad.cli import main
from marsad.text.quotation import closed

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.fixture(autouse=True)
def _archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MARSAD_LANG", "en")
    assert run("add", str(SAMPLES), "--jobs", "0", "--engine", "lists").exit_code == 0


def run(*words: str) -> Result:
    """What a command prints and ends with."""
    return CliRunner().invoke(main, list(words))


@pytest.mark.parametrize("command", ["quotes", "events"])
def test_all_forms_give_the_same_facts(command: str) -> None:
    lines = [json.loads(line) for line in run(command, "--jsonl").output.splitlines()]
    assert len(lines) > 1
    assert json.loads(run(command, "--json").output) == lines
    rows = list(csv.DictReader(io.StringIO(run(command, "--csv").output)))
    assert [(row["article"], row["id"]) for row in rows] == [(line["article"], line["id"]) for line in lines]
    shown = run(command).output
    assert all(f"{line['article']} {line['id']}" in shown for line in lines[:20])
    assert [
        json.loads(line) for line in run(command, "--jsonl", "--offset", "1", "--limit", "2").output.splitlines()
    ] == lines[1:3]


@pytest.mark.parametrize("command", ["quotes", "events"])
def test_how_they_end(command: str) -> None:
    assert (run(command, "--to", "1990").exit_code, run(command, "--to", "1990").output) == (1, "nothing found\n")
    assert run(command, "--to", "1990", "--json").output == "[]\n"
    assert run(command, "--json", "--csv").exit_code == 2
    assert run(command, "--from", "xyz").exit_code == 2
    assert run(command, "--archive", "none.db").exit_code == 1
    assert run("events", "--dyad", "RUS").exit_code == 2


def test_they_are_narrowed() -> None:
    said = [
        json.loads(line) for line in run("quotes", "الكهرباء", "--speaker", "الحوراني", "--jsonl").output.splitlines()
    ]
    assert [one["speaker_name"] for one in said] == ["الحوراني"]
    met = [
        json.loads(line)
        for line in run("events", "--dyad", "EGY:JOR", "--type", "consult", "--jsonl").output.splitlines()
    ]
    assert [one["type"] for one in met] == ["CONSULT"]


@pytest.mark.parametrize(("command", "noun"), [("quotes", "quotes"), ("events", "events")])
def test_people_learn_how_many_there_are(command: str, noun: str) -> None:
    total = len(run(command, "--jsonl").output.splitlines())
    assert f"2 to 3 of {total} {noun}" in run(command, "--offset", "1", "--limit", "2").stderr
    assert run(command, "--limit", str(total)).stderr == ""
    assert (run(command, "--limit", "0").output, run(command, "--limit", "0").exit_code) == (f"{total} {noun}\n", 0)
    assert (run(command, "--limit", "0", "--json").output, run(command, "--limit", "0", "--json").exit_code) == (
        "[]\n",
        0,
    )
    assert run(command, "--offset", "1000").output == f"{total} {noun}\n"
    assert f"2 to 3 of {total}" in run(command, "--offset", "1", "--limit", "2").stderr


@pytest.mark.parametrize("command", ["quotes", "events"])
def test_the_less_certain_are_left_out_and_counted(command: str) -> None:
    sure = [json.loads(line)["confidence"] for line in run(command, "--jsonl").output.splitlines()]
    least = sorted(sure)[len(sure) // 2]
    kept = run(command, "--jsonl", "--min-confidence", str(least))
    assert [json.loads(line)["confidence"] for line in kept.stdout.splitlines()] == [x for x in sure if x >= least]
    assert f"left out because less certain than {least:g}: {sum(x < least for x in sure)}" in kept.stderr
    assert [run(command, "--min-confidence", wrong).exit_code for wrong in ("2", "nan", "x")] == [2, 2, 2]


def test_labels_come_in_arabic() -> None:
    assert "تصريح (" in run("quotes", "--lang", "ar").stdout
    assert "لقاء أو محادثات (التقى) · الأردن، مصر" in run("events", "--lang", "ar").stdout
    assert "من 1 إلى 2 من أصل" in run("events", "--lang", "ar", "--limit", "2").stderr


def test_a_country_is_asked_for_by_its_name() -> None:
    by_code = run("events", "--actor", "JOR", "--csv").output
    assert by_code.count("\n") > 1
    assert run("events", "--actor", "الاردن", "--csv").output == by_code
    assert run("events", "--actor", "jo", "--csv").output == by_code
    assert run("events", "--dyad", "مصر:الأردن").output == run("events", "--dyad", "EGY:JOR").output


@pytest.mark.parametrize(
    "words", [("quotes", ""), ("quotes", " "), ("quotes", "--speaker", ""), ("events", "--actor", " ")]
)
def test_what_asks_for_nothing_is_refused(words: tuple[str, ...]) -> None:
    assert run(*words).exit_code == 2


def test_a_quote_inside_another_says_so_and_marks_come_in_pairs() -> None:
    assert "within q3" in run("quotes", "--limit", "50").stdout
    row = next(csv.DictReader(io.StringIO(run("quotes", "الكهرباء", "--speaker", "الحوراني", "--csv").output)))
    assert row["text"].endswith("«مستعد لتزويد جيرانه بالكهرباء قبل الشتاء»")


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ('إن المملكة "لن تقبل', 'إن المملكة "لن تقبل"'),
        ('"نعم" ثم "لا', '"نعم" ثم "لا"'),
        ("إن السد «آمن", "إن السد «آمن»"),
        ("آمن» تماما", "«آمن» تماما"),
        ('آمن" تماما', '"آمن" تماما'),
        ("قال «نعم “أو لا", "قال «نعم “أو لا”»"),
        ("إن السد (آمن) تماما", "إن السد (آمن) تماما"),
        ("", ""),
    ],
)
def test_marks_that_were_cut_off_are_there_again(text: str, whole: str) -> None:
    assert closed(text) == whole
