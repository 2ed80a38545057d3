"""`marsad entity`: what it prints for people and programs, what it decides, and how it ends."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.joining.test_joining import IRAQI, TUNISIAN, ids, keep, record

from marsad.archive import Archive
from marsad.cli import main


@pytest.fixture(autouse=True)
def _archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An archive in which three articles name a نبيل الهاشمي, two of them a minister."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MARSAD_LANG", "en")
    monkeypatch.setenv("MARSAD_OPERATOR", "مريم")
    with Archive.open("marsad.db", create=True) as archive:
        keep(
            archive, record("a", ("نبيل الهاشمي", IRAQI)), record("b", ("نبيل الهاشمي", TUNISIAN)),
            record("c", ("نبيل الهاشمي", {})), record("d", ("ياسر الوردي", {}), day="2020-01-31"),
        )  # fmt: skip


def run(*words: str) -> Result:
    """What a command prints and ends with."""
    return CliRunner().invoke(main, ["entity", *words])


def known() -> dict[str, str]:
    """The ids in the archive by article and name."""
    with Archive.open("marsad.db", read_only=True) as archive:
        return ids(archive)


def test_one_entity_is_shown_with_its_names_articles_and_words() -> None:
    shown = run("الوردي")
    assert shown.exit_code == 0
    assert shown.stdout.splitlines()[:6] == [
        f"ياسر الوردي · person · {known()['d ياسر الوردي']}",
        "names: ياسر الوردي 1",
        "1 article · says 1 quote",
        "",
        "Articles",
        "    2020-01-31 · وكالة النهر · خبر عن السد · d e1 · name",
    ]
    assert "2020-01-31 · ياسر الوردي · declares (قال) · d q1" in shown.stdout


def test_programs_get_the_same() -> None:
    data = json.loads(run("ياسر", "الوردي", "--json").stdout)
    assert (data["name"], data["articles"], data["variants"]) == (
        "ياسر الوردي", 1, [{"name": "ياسر الوردي", "count": 1}]
    )  # fmt: skip
    assert [quote["id"] for quote in data["quotes"]] == ["q1"]
    assert data == json.loads(run("--id", data["id"], "--jsonl").stdout)


def test_bearers_of_one_name_are_listed_with_their_ids() -> None:
    shown = run("نبيل الهاشمي")
    assert shown.exit_code == 0
    assert "several have that name" in shown.stderr
    for id_, country in ((known()["a نبيل الهاشمي"], "IQ"), (known()["b نبيل الهاشمي"], "TN")):
        assert any(id_ in line and country in line for line in shown.stdout.splitlines())
    assert "not joined (several countries)" in shown.stdout
    assert len(json.loads(run("الهاشمي", "--json").stdout)) == 3
    limited = run("الهاشمي", "--limit", "1")
    assert len(limited.stdout.splitlines()) == 1
    assert "more than 1" in limited.stderr


def test_a_doubt_is_accepted_and_the_decision_undone() -> None:
    (doubt,) = json.loads(run("--review", "--json").stdout)
    assert doubt["reason"] == "several countries"
    assert "may be نبيل الهاشمي" in run("--review").stdout
    iraqi = known()["a نبيل الهاشمي"]
    kept = run("--merge", doubt["one"]["id"], iraqi)
    assert (kept.exit_code, kept.stderr) == (0, "marsad: decision 1 kept; --undo 1 takes it back\n")
    assert known()["c نبيل الهاشمي"] == iraqi
    assert (run("--review").exit_code, run("--review").stderr) == (1, "marsad: nothing to decide\n")
    assert "1 · 20" in run("--decisions").stdout
    assert " · مريم · merge · " in run("--decisions").stdout
    assert run("--undo", "1").stderr == "marsad: decision 1 undone\n"
    assert "undone 20" in run("--decisions").stdout
    assert len(json.loads(run("--review", "--json").stdout)) == 1


def test_a_doubt_is_refused() -> None:
    (doubt,) = json.loads(run("--review", "--json").stdout)
    for other in doubt["others"]:
        assert run("--apart", doubt["one"]["id"], other["id"]).exit_code == 0
    assert run("--review", "--json").stdout == "[]\n"


def test_a_mention_is_split_off() -> None:
    with Archive.open("marsad.db") as archive:
        keep(archive, record("e", ("ياسر الوردي", {})))
    assert run("ياسر الوردي").stdout.splitlines()[2].startswith("2 articles")
    assert run("--split", "e", "m1").stderr == "marsad: decision 1 kept; --undo 1 takes it back\n"
    assert len(json.loads(run("ياسر الوردي", "--json").stdout)) == 2
    assert run("--split", "e", "m1").exit_code == 2
    run("--undo", "1")
    assert run("ياسر الوردي").stdout.splitlines()[2].startswith("2 articles")


def test_a_name_is_added() -> None:
    made = json.loads(run("ياسر الوردي", "--add-alias", "صقر الوادي", "--json").stdout)
    assert (made["kind"], made["text"]) == ("alias", "صقر الوادي")
    assert "names given by decision: صقر الوادي" in run("صقر الوادي").stdout
    assert run("الهاشمي", "--add-alias", "صقر").exit_code == 2


def test_all_is_joined_anew() -> None:
    before = known()
    assert run("--again").stderr == "marsad: 4 articles joined\n"
    assert known() == before
    assert run("--renew").stderr == "marsad: 0 articles joined\n"


def test_a_withdrawn_article_leaves_no_entity() -> None:
    CliRunner().invoke(main, ["withdraw", "b", "--reason", "error"])
    assert known()["a نبيل الهاشمي"] == known()["c نبيل الهاشمي"]
    CliRunner().invoke(main, ["withdraw", "d", "--reason", "error"])
    gone = run("ياسر الوردي")
    assert (gone.exit_code, gone.stdout, gone.stderr) == (1, "", "marsad: no entity has that name\n")


def test_whoever_may_not_see_an_article_sees_no_entity_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    name = known()["d ياسر الوردي"]
    assert CliRunner().invoke(main, ["access", "d", "--set", "closed", "--reason", "طلب"]).exit_code == 0
    for words in (["الوردي"], ["--id", name], ["--merge", name, known()["a نبيل الهاشمي"]]):
        hidden = run(*words)
        assert (hidden.exit_code, hidden.stdout) == (1, "")
        assert "no entity" in hidden.stderr
    assert run("الوردي", "--access", "closed").stdout.startswith("ياسر الوردي · person")
    monkeypatch.setenv("MARSAD_ACCESS", "closed")
    assert run("--id", name, "--add-alias", "صقر الوادي").exit_code == 0
    assert "صقر الوادي" in run("--decisions").stdout
    assert "صقر" not in run("--decisions", "--access", "internal").stdout


def test_whose_name_is_kept_back_is_no_candidate_and_no_doubt() -> None:
    assert CliRunner().invoke(main, ["redact", "نبيل الهاشمي", "--reason", "طلب"]).exit_code == 0
    for words in (["الهاشمي"], ["نبيل", "--json"], ["--review"]):
        done = run(*words)
        assert done.exit_code == 1
        assert "الهاشمي" not in done.output
    assert len(json.loads(run("الهاشمي", "--json", "--access", "closed").stdout)) == 3


def test_labels_come_in_arabic() -> None:
    assert "شخص" in run("الوردي", "--lang", "ar").stdout
    assert "لم يُربط (حملة الاسم من عدة بلدان)" in run("الهاشمي", "--lang", "ar").stdout
    assert "لا كيان بهذا الاسم" in run("مجهول", "--lang", "ar").stderr


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        ([], 2, "which entity?"),
        (["", " "], 2, "which entity?"),
        (["--id", ""], 2, "which entity?"),
        (["الوردي", "--id", "x"], 2, "one entity only"),
        (["الوردي", "--review"], 2, "one entity only"),
        (["--review", "--decisions"], 2, "exclude each other"),
        (["--merge", "x", "y", "--undo", "1"], 2, "exclude each other"),
        (["الوردي", "--json", "--jsonl"], 2, "choose one"),
        (["--id", "per:1"], 1, "no entity 'per:1'"),
        (["--merge", "per:1", "per:2"], 1, "no entity 'per:1'"),
        (["--split", "a", "m77"], 1, "no mention 'm77'"),
        (["--undo", "9"], 1, "no decision 9"),
        (["--undo", "0"], 2, "not in the range"),
        (["الوردي", "--archive", "none.db"], 1, "no archive at none.db"),
    ],
)
def test_what_cannot_be_done_is_said(words: list[str], code: int, told: str) -> None:
    done = run(*words)
    assert (done.exit_code, told in done.stderr) == (code, True), done.stderr
    assert "Traceback" not in done.stderr
    assert run("--decisions").exit_code == 1


def test_errors_are_objects_where_that_is_wanted() -> None:
    line = json.loads(run("--id", "per:1", "--json-errors").stderr)
    assert line["reason"] == "not-found"
