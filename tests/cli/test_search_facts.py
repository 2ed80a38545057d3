"""`marsad quotes` and `marsad events`: what they print, for people and for programs, and how they end."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from marsad.cli import main

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.fixture(autouse=True)
def _archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
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
