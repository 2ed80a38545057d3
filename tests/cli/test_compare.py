"""`marsad compare`: what it prints, for people and for programs, and how it ends."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from marsad.cli import main
from marsad.group.compare import SEVERITIES
from marsad.group.comparing_kinds import SEVERITY_OF
from marsad.terms import term

MORNING = (
    "بدأت بلدية صور صباح أمس ترميم مرفأ الصيادين القديم، بعد عامين من الدراسات التي أعدتها جامعة محلية.",
    "وقال رئيس البلدية إن الأعمال ستستمر ثمانية أشهر، وإن الصيادين سينقلون مراكبهم إلى الرصيف الشمالي.",
    "ويعمل في المرفأ نحو أربعمئة صياد، يخرجون إلى البحر قبل الفجر ويبيعون ما يصطادونه في سوق المدينة.",
)
EVENING = (MORNING[0], MORNING[1].replace("ثمانية أشهر", "عشرة أشهر"), MORNING[2].replace("الفجر", "الفجـر"))


def page(path: Path, title: str, texts: tuple[str, ...]) -> str:
    body = "".join(f"<p>{text}</p>" for text in texts)
    path.write_text(f'<html lang="ar"><title>{title}</title><h1>{title}</h1><article>{body}</article></html>', "utf-8")
    return str(path)


@pytest.fixture
def both(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    monkeypatch.setenv("MARSAD_LANG", "en")
    return (
        page(tmp_path / "a.html", "بلدية صور ترمم مرفأ الصيادين القديم", MORNING),
        page(tmp_path / "b.html", "بلدية صور ترمم مرفأ الصيادين القديم", EVENING),
    )


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["compare", *words, "--engine", "lists"])


def test_people_see_what_is_common_and_what_differs(both: tuple[str, str]) -> None:
    shown = run(*both)
    assert shown.exit_code == 0
    assert "high · number: ثمانية → عشرة" in shown.output
    assert "Sentences: kept 2, changed 1" in shown.output
    assert "copy" in shown.output


def test_labels_come_in_arabic(both: tuple[str, str]) -> None:
    shown = run(*both, "--lang", "ar").output
    assert "كبير · عدد: ثمانية ← عشرة" in shown
    assert "النص الثاني نسخة من الأول." in shown


def test_programs_get_the_edits_with_their_places(both: tuple[str, str]) -> None:
    found = json.loads(run(*both, "--json").output)
    (edit,) = found["edits"]
    assert (edit["kind"], edit["severity"], edit["a"]["text"], edit["b"]["text"]) == (
        "number",
        "high",
        "ثمانية",
        "عشرة",
    )
    assert found["copy"]["manner"] == "same"
    rows = list(csv.reader(io.StringIO(run(*both, "--csv").output)))
    assert rows[1][:2] == ["number", "high"]
    assert len(rows) == 2


def test_every_sentence_is_shown_where_that_is_wanted(both: tuple[str, str]) -> None:
    lines = run(*both, "--paragraphs").output.splitlines()
    assert [line[0] for line in lines if line[:1] in {"=", "~", "+", "-"}] == ["=", "~", "="]


def test_a_page_compared_with_itself_differs_in_nothing(both: tuple[str, str]) -> None:
    shown = run(both[0], both[0])
    assert shown.exit_code == 0
    assert "no difference" in shown.output


def test_how_a_comparison_ends(both: tuple[str, str], tmp_path: Path) -> None:
    assert run(both[0], str(tmp_path / "absent.html")).exit_code == 1
    assert run(*both, "--json", "--csv").exit_code == 2
    assert run(*both, "--words", "--paragraphs").exit_code == 2
    assert run(both[0]).exit_code == 2
    assert "read once" in run("-", "-").stderr
    several = run(both[0], str(tmp_path))
    assert several.exit_code == 2
    assert "holds several articles" in several.stderr
    english = tmp_path / "en" / "c.html"
    english.parent.mkdir()
    page(english, "Town mends its old harbour", ("The town has begun to mend the old harbour of its fishermen.",) * 3)
    refused = run(both[0], str(english))
    assert refused.exit_code == 1
    assert "other-language" in refused.stderr or "Arabic" in refused.stderr


def test_what_is_written_to_a_file_is_written_whole(both: tuple[str, str], tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    assert run(*both, "--json", "-o", str(target)).exit_code == 0
    assert json.loads(target.read_text("utf-8"))["severity"] == "high"


def test_every_kind_has_a_name_in_both_languages() -> None:
    for lang in ("en", "ar"):
        assert all(term("edit_kind", kind, lang) for kind in SEVERITY_OF)
        assert all(term("severity", one, "ar") != one for one in SEVERITIES)
    assert all(term("edit_kind", kind, "ar") != kind for kind in SEVERITY_OF)
