"""The lists of resources/lexicons keep their form, speak of each other's words, and ship as they stand."""

import gzip
from importlib.resources import files
from pathlib import Path

import pytest

from marsad.text.conjugation import Verb
from resources import build_lexicons
from resources.gazetteer import tables
from resources.gazetteer.tables import DATA, same
from resources.lexicons import checks, listing
from resources.lexicons.forms import verb_forms

KNOWN = checks.Known(frozenset({"قال"}), frozenset({"غارة"}))


def test_the_lists_have_no_problems() -> None:
    assert listing.problems() == []


@pytest.mark.parametrize("name", listing.names())
def test_a_list_ships_as_it_is(name: str) -> None:
    assert same(DATA / name, listing.content(name)), "run python -m resources.build_lexicons"


@pytest.mark.parametrize("name", listing.names())
def test_a_list_says_whose_it_is(name: str) -> None:
    head = "".join(line for line in listing.content(name).decode("utf-8").splitlines() if line.startswith("#"))
    assert "Apache-2.0" in head or "no licence" in head


def test_the_table_of_forms_is_what_the_verbs_give() -> None:
    shipped = gzip.decompress(files("marsad.data").joinpath("verb_forms.tsv.gz").read_bytes()).decode("utf-8")
    assert "Apache-2.0" in shipped
    made = "\n".join("\t".join(row) for row in verb_forms(listing.verbs(), listing.homographs()))
    assert shipped.endswith(made + "\n"), "run python -m resources.build_lexicons"


def test_the_table_is_not_large() -> None:
    assert len(files("marsad.data").joinpath("verb_forms.tsv.gz").read_bytes()) < 1_500_000


def test_there_are_the_verbs_of_news() -> None:
    known = {verb.perfect for verb in listing.verbs()}
    assert len(known) >= 1_300
    reporting = (
        "قال صرّح ذكر أفاد أوضح أضاف تابع أشار لفت نوّه بيّن كشف"
        " أعلن كتب غرّد أكّد شدّد طالب دعا حثّ نفى حذّر سأل تعهّد اتّهم زعم"
    )
    acting = (
        "التقى زار وقّع انسحب أفرج أدان رفض هدّد تظاهر اعتصم"
        " فرض حشد اعتقل قصف قتل فجّر اغتال اختطف شنّ منح أيّد اعتذر استقال"
    )
    around = "كان أصبح بدأ استمرّ تمّ جرى قام أخذ كاد ظلّ بات أعاد عاد"
    assert set(f"{reporting} {acting} {around}".split()) - known == set()


def test_a_form_is_kept_once_per_letters_with_both_voices() -> None:
    rows = {row[0]: row[1:] for row in verb_forms([Verb("قتل", "يقتل", "قتل")], {})}
    assert "قتل قتل:m0ms- قتل:p3ms-" in rows["قت"]
    assert "مقتول قتل:o0msp" in rows["مق"]


def test_homographs_are_dropped_put_last_or_kept_whole() -> None:
    said = {
        ("قتل", "*", "nominal"): "drop",
        ("قتلت", "قتل", "perfect"): "rare",
        ("وقتل", "*", "*"): "whole",
    }
    rows = {row[0]: row[1:] for row in verb_forms([Verb("قتل", "يقتل", "قتل")], said)}
    assert "قتل قتل:p3ms-" in rows["قت"]
    assert "قتلت قتل:p1-s-? قتل:p3fs-?" in rows["قت"]
    assert rows["وق"] == ["وقتل *"]


@pytest.mark.parametrize(
    ("name", "row", "complaint"),
    [
        ("cues.tsv", ["قال", "declares", "that", ""], "no class"),
        ("cues.tsv", ["نطق", "declare", "that", ""], "no verb"),
        ("acts.tsv", ["قال", "v", "ATTACK", "", "", "", ""], "no type"),
        ("acts.tsv", ["قال", "x", "ASSAULT", "", "", "", ""], "no parts"),
        ("acts.tsv", ["ضرب", "v", "ASSAULT", "", "", "", ""], "no verb"),
        ("acts.tsv", ["بيت", "n", "ASSAULT", "", "", "", ""], "no noun"),
        ("light_verbs.tsv", ["شنّ", "object", "actor", ""], "no verb"),
        ("speakers.tsv", ["رئيس", "", "m", "boss", "", ""], "no gender, kind"),
        ("codes.tsv", ["رئيس", "", "boss", ""], "no kind"),
        ("nouns.tsv", ["غارة", "", "x"], "no gender"),
    ],
)
def test_a_row_that_breaks_its_list_is_named(name: str, row: list[str], complaint: str) -> None:
    assert [said for said in checks.CHECKS[name](row, KNOWN) if complaint in said]


def test_a_row_that_keeps_to_its_list_is_not() -> None:
    assert list(checks.CHECKS["cues.tsv"](["قال", "declare", "that", ""], KNOWN)) == []
    assert list(checks.CHECKS["cues.tsv"](["بحسب", "declare", "according", ""], KNOWN)) == []
    assert list(checks.CHECKS["acts.tsv"](["غارة", "n", "ASSAULT.aerial", "", "", "", ""], KNOWN)) == []


@pytest.mark.parametrize(
    ("name", "text", "complaint"),
    [
        ("verbs.tsv", "# a\tb\tc\td\te\nقال\tيقول\tقول\t\t\nقال\tيقول\tقول\t\t\n", "twice"),
        ("verbs.tsv", "# a\tb\tc\td\te\nبيانات\tيبين\t\t\t\n", "no verb of a known form"),
        ("verbs.tsv", "# a\tb\tc\td\te\nأعلن\tيعلّن\t\t\t\n", ""),
        ("verbs.tsv", "# a\tb\tc\td\te\nأعلن\tيعالن\t\t\t\n", "no imperfect"),
        ("verbs.tsv", "# a\tb\tc\td\te\nقال\tيقول\tقول\t\t?\n", "passive is"),
        ("verbs.tsv", "# a\tb\tc\td\te\nقال\tيقول\n", "columns"),
        ("verbs.tsv", "# a\tb\tc\td\te\nقال\tيقول \t\t\t\n", "spaces"),
        ("other.toml", "# list\nwords = [\n", ""),
        ("other.tsv", "قال\tيقول", "no head line"),
    ],
)
def test_a_list_out_of_form_is_named(
    name: str, text: str, complaint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for empty in ("verbs.tsv", "homographs.tsv", "nouns.tsv", *checks.CHECKS):
        (tmp_path / empty).write_text("# nothing\n", "utf-8")
    (tmp_path / name).write_text(text, "utf-8")
    monkeypatch.setattr(listing, "FOLDER", tmp_path)
    found = listing.problems()
    assert [problem for problem in found if complaint in problem] or (complaint == "" and not found)
    assert all(problem.startswith(f"{name}: ") for problem in found)


def test_the_build_writes_and_checks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(tables, "DATA", tmp_path)
    assert build_lexicons.main(["--check", "verbs.tsv"]) == 1
    assert build_lexicons.main(["verbs.tsv"]) == 0
    assert build_lexicons.main(["--check", "verbs.tsv"]) == 0
    assert "verbs.tsv" in capsys.readouterr().out
    monkeypatch.setattr(listing, "problems", lambda: ["verbs.tsv: twice: قال"])
    assert build_lexicons.main(["verbs.tsv"]) == 1
