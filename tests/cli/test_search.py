"""`marsad search`: what it prints, for people and for programs, and how it ends."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from marsad.cli import main

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.fixture(autouse=True)
def _archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MARSAD_LANG", "en")
    assert run("add", str(SAMPLES), "--jobs", "0", "--engine", "lists").exit_code == 0


def run(*words: str) -> Result:
    """What a command prints and ends with."""
    return CliRunner().invoke(main, list(words))


def test_people_see_variants_headlines_and_pieces_with_marks() -> None:
    shown = run("search", "الأردن")
    assert shown.exit_code == 0
    assert "[الأردن]" in shown.output
    assert shown.output.startswith("1 article\n")


def test_labels_come_in_arabic() -> None:
    shown = run("search", "الأردن", "--lang", "ar", "--facets").output
    assert shown.startswith("مقال واحد\nالمستبعد: ")
    assert "المصدر: " in shown
    assert "5 مقالات، المعروض من 2 إلى 3" in run("search", "--offset", "1", "--limit", "2", "--lang", "ar").output


def test_programs_get_ranges_of_the_article() -> None:
    whole = json.loads(run("search", "المياه", "--json", "--facets").output)
    lines = [json.loads(line) for line in run("search", "المياه", "--jsonl").output.splitlines()]
    assert whole["articles"] == lines
    assert whole["total"] == len(lines) == 2
    assert all(
        hit["text"] in {variant["form"] for variant in whole["variants"]} for line in lines for hit in line["hits"]
    )
    assert whole["facets"]["month"][0]["articles"] == 1


def test_how_a_search_ends() -> None:
    assert run("search", "لاشيءهناك").exit_code == 1
    assert run("search", "(").exit_code == 2
    assert run("search", "x", "--from", "أمس").exit_code == 2
    assert run("search", "x", "--from", "2016", "--to", "2015").exit_code == 2
    assert run("search", "x", "--json", "--jsonl").exit_code == 2
    assert "the query is empty" in run("search", " ").stderr
    assert run("search", "").exit_code == 2
    assert "has no words to look for in quotes" in run("search", "type:CONSULT", "--in", "quotes").stderr
    assert run("search", "NOT type:CONSULT", "--in", "headline").exit_code == 2
    assert run("search", "NOT المياه", "--in", "headline").exit_code == 0
    gone = run("search", "x", "--archive", "none.db")
    assert (gone.exit_code, "no archive at none.db" in gone.stderr) == (1, True)
    told = run("search", '"x', "--json-errors")
    assert json.loads(told.stderr)["reason"] == "query"


def test_count_period_paging_and_switches() -> None:
    assert run("search", "--count").output == "5\n"
    assert run("search", "--count", "--from", "2024-06").output == "2\n"
    assert run("search", "--count", "--to", "نيسان 2024").output == "2\n"
    assert "5 articles, 2 to 3 shown" in run("search", "--offset", "1", "--limit", "2").output
    assert run("search", "الاردن", "--as-written", "--count").output == "0\n"
    assert run("search", "الاردن", "--count").output == "1\n"
    assert run("search", "الاردن", "--without", "الأردن", "--count").output == "0\n"


def test_an_answer_goes_into_a_file() -> None:
    assert run("search", "المياه", "--jsonl", "-o", "found.jsonl").exit_code == 0
    assert len(Path("found.jsonl").read_text("utf-8").splitlines()) == 2
