"""`marsad access` and `marsad redact`: what they say, and how they end."""

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
    monkeypatch.setenv("MARSAD_OPERATOR", "مريم")
    monkeypatch.delenv("MARSAD_ACCESS", raising=False)
    assert run("add", str(SAMPLES), "--jobs", "0", "--engine", "lists").exit_code == 0


def run(*words: str) -> Result:
    """What a command prints and ends with."""
    return CliRunner().invoke(main, list(words))


def talks() -> str:
    """The id of an article."""
    (line,) = run("search", "الكهرباء", "--jsonl", "--access", "closed").stdout.splitlines()
    return str(json.loads(line)["article"])


def test_a_level_is_given_shown_and_taken_back() -> None:
    one = talks()
    assert run("access", one).stdout == f"{one} public\n"
    done = run("access", one, "--set", "closed", "--reason", "شاهد")
    assert (done.stderr, done.exit_code) == ("marsad: 1 article closed from now on\n", 0)
    assert run("access").stdout == ""
    assert run("access", "--access", "closed", "--jsonl").stdout == f'{{"article": "{one}", "access": "closed"}}\n'
    hidden = run("access", one)
    assert (hidden.exit_code, hidden.stderr) == (1, f"marsad: no article {one} in marsad.db\n")
    silent = run("access", one, "--json-errors")
    assert (silent.exit_code, json.loads(silent.stderr)["reason"]) == (1, "not-found")
    assert run("search", "الكهرباء", "--count").stdout == "0\n"
    again = run("access", one, "--set", "closed", "--reason", "شاهد")
    assert again.stderr == "marsad: 0 articles closed from now on; 1 already\n"
    assert run("access", one, "--set", "public", "--reason", "انتهى").exit_code == 0
    assert run("search", "الكهرباء", "--count").stdout == "1\n"
    last = json.loads(run("ledger").stdout.splitlines()[-1])
    assert (last["deed"], last["data"]["by"], last["data"]["how"]) == ("level", "مريم", "marsad access --set public")
    assert run("verify").exit_code == 0


def test_a_name_is_kept_back_and_given_free() -> None:
    tried = run("redact", "الحوراني", "--dry-run")
    assert tried.stderr == "marsad: would hide something in 1 article (nothing is kept: --dry-run)\n"
    assert "in 0 articles" in run("redact", "الحورانيون", "--dry-run").stderr
    assert run("redact").stdout == ""
    kept = run("redact", "الحوراني", "--reason", "طلب")
    number = kept.stderr.split()[2]
    assert "is in force" in kept.stderr
    assert run("quotes", "--speaker", "الحوراني").exit_code == 1
    rows = run("quotes", "الكهرباء", "--csv").stdout
    assert "[…]" in rows
    assert "الحوراني" not in rows
    assert json.loads(run("redact", "--jsonl", "--access", "closed").stdout)["words"] == "الحوراني"
    assert run("redact", "--lift", number, "--reason", "انتهى").exit_code == 0
    assert run("quotes", "--speaker", "الحوراني").exit_code == 0
    assert run("redact").stdout == ""
    assert run("verify").exit_code == 0


def test_what_is_added_closed_is_told_in_the_ledger() -> None:
    Path("سر.txt").write_text("كلمة\n", "utf-8")
    run("add", "سر.txt", "--access", "closed", "--jobs", "0")
    assert "سر" not in run("rejects").stdout
    assert "سر.txt" in run("rejects", "--access", "closed").stdout
    last = json.loads(run("ledger", "--access", "closed").stdout.splitlines()[-1])
    assert (last["deed"], last["data"]["level"], last["data"]["how"]) == (
        "refuse", "closed", "marsad add --access closed",
    )  # fmt: skip
    assert run("rejects", "--forget", "سر.txt").exit_code == 0
    assert "سر" not in run("ledger").stdout


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("access", "--set", "closed", "--reason", "x"), 2, "name them by their ids"),
        (("access", "a-0", "--set", "closed"), 2, "--reason is empty"),
        (("access", "a-0", "--set", "closed", "--reason", "x"), 1, "no article a-0 in marsad.db; nothing was changed"),
        (("access", "a-0", "--set", "secret", "--reason", "x"), 2, "--set"),
        (("redact", "اسم"), 2, "--reason is empty"),
        (("redact", "«»", "--reason", "x"), 2, "holds no word"),
        (("redact", "«»", "--dry-run"), 2, "holds no word"),
        (("redact", "اسم", "--lift", "1", "--reason", "x"), 2, "exclude each other"),
        (("redact", "--lift", "99", "--reason", "x"), 1, "no redaction 99 is in force"),
        (("redact", "اسم", "--seen-from", "public", "--reason", "x"), 2, "--seen-from"),
        (("redact", "--archive", "none.db"), 1, "no archive at none.db"),
    ],
)
def test_what_goes_wrong_is_one_line_and_a_code(words: tuple[str, ...], code: int, said: str) -> None:
    done = run(*words)
    assert said in done.stderr
    assert done.exit_code == code
    assert "Traceback" not in done.output
