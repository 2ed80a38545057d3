"""`marsad annotate`: what it says and ends with; what it keeps is tested in tests/scale."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from marsad.archive import Archive
from marsad.cli import main

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.fixture(autouse=True)
def _archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MARSAD_LANG", "en")
    monkeypatch.setenv("MARSAD_OPERATOR", "مريم")
    assert run("add", str(SAMPLES), "--jobs", "0", "--engine", "lists").exit_code == 0


def run(*words: str) -> Result:
    """What a command prints and ends with."""
    return CliRunner().invoke(main, list(words))


def annotate(*words: str) -> Result:
    """`marsad annotate`, in this process."""
    return run("annotate", "--jobs", "0", "--engine", "lists", *words)


def test_what_is_there_is_left_alone_and_what_is_read_again_is_counted() -> None:
    assert annotate().stderr == "marsad: 0 articles annotated in marsad.db\n"
    assert annotate("--again").stderr == "marsad: 0 articles annotated in marsad.db; 5 the same\n"
    fast = ("annotate", "--jobs", "0", "--again", "--engine", "fast")
    assert run(*fast, "--dry-run").stderr == "marsad: 5 articles would change (nothing is kept: --dry-run)\n"
    assert run(*fast).stderr == "marsad: 5 articles annotated in marsad.db\n"
    entries = [json.loads(line) for line in run("ledger").stdout.splitlines()]
    assert [entry["data"]["how"] for entry in entries if entry["deed"] == "annotate"] == [
        "marsad annotate --again --engine fast"
    ] * 5
    assert run("verify").exit_code == 0


def test_a_search_finds_what_is_found_now() -> None:
    assert run("search", "has:quotes", "--count").stdout != "0\n"
    with Archive.open("marsad.db") as archive, archive.writing():
        archive.connection.execute("DELETE FROM facts")
    Path("marsad.db.index/state.json").unlink()
    assert run("search", "has:quotes", "--count").stdout == "0\n"
    assert annotate("--again").exit_code == 0
    assert run("search", "has:quotes", "--count").stdout != "0\n"


def test_one_of_two_that_name_each_other_brings_the_other_along() -> None:
    done = annotate("--again", "--only", "entities", "--dry-run")
    assert "mentions are read anew as well" in done.stderr
    assert done.exit_code == 0


def test_an_article_that_needs_another_step_is_told_of() -> None:
    done = run("annotate", "--again", "--only", "mentions", "--engine", "fast", "--jobs", "0")
    assert done.exit_code == 3
    assert "left as they were: their quotes,events stand on what would change" in done.stderr
    arabic = run("annotate", "--again", "--only", "mentions", "--engine", "fast", "--jobs", "0", "--lang", "ar")
    assert "تُرك على حاله" in arabic.stderr


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--only", "verbs"), 2, "there is no step 'verbs'"),
        (("--only", ""), 2, "there is no step ''"),
        (("--made-by", "quotes"), 2, "add --again"),
        (("--again", "--made-by", "nobody"), 2, "there are events@"),
        (("--archive", "none.db"), 1, "no archive at none.db"),
        (("--again", "--engine", "nothing"), 2, "nothing"),
    ],
)
def test_what_goes_wrong_is_one_line_and_a_code(words: tuple[str, ...], code: int, said: str) -> None:
    done = annotate(*words)
    assert done.exit_code == code
    assert said in done.stderr
    assert "Traceback" not in done.output
