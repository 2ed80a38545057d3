"""The documents say what the program does: their sessions and examples are run, their references compared."""

import doctest
import os
import re
import runpy
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from marsad.cli import main
from marsad.records import json_schema

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[[^\]]*\]\((?!https?:|#)([^)#\s]+)")

documents = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the samples in it, as a reader of the documents has it in front of him."""
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def blocks(document: Path, language: str) -> list[str]:
    return [text for name, text in FENCE.findall(document.read_text("utf-8")) if name == language]


def sessions(block: str) -> Iterator[tuple[str, str]]:
    """Each command of a console block with the output shown below it."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, shown = part.partition("\n")
        yield command, shown


def pattern_of(shown: str) -> str:
    """What is shown as a pattern: `…` stands for anything in its line, alone in a line for any lines."""
    lines = [r"(?s:.*)" if line.strip() == "…" else re.escape(line).replace("…", ".*") for line in shown.split("\n")]
    return "\n".join(lines)


def run(command: str) -> str:
    """What a terminal shows after a command: both outputs, in the order in which they were written."""
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    environment |= {"COLUMNS": "100", "NO_COLOR": "1", "PYTHONUTF8": "1", "MARSAD_LANG": "en"}
    done = subprocess.run(["bash", "-c", command], capture_output=False, check=False, env=environment,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)  # fmt: skip
    return done.stdout.decode()


@documents
@pytest.mark.usefixtures("workplace")
def test_a_session_in_a_document_shows_what_the_program_prints(document: Path) -> None:
    for block in blocks(document, "console"):
        for command, shown in sessions(block):
            if re.search(r"\bmarsad\b", command) and not re.match(r"(pipx|uvx|pip|make)\b", command):
                said = run(command)
                assert re.fullmatch(pattern_of(shown.rstrip()), said.rstrip()), f"$ {command}\n{said}"


@documents
@pytest.mark.usefixtures("workplace")
def test_a_python_example_in_a_document_runs(document: Path) -> None:
    names: dict[str, object] = {}
    for number, block in enumerate(blocks(document, "python")):
        test = doctest.DocTestParser().get_doctest(block, names, f"{document.name}[{number}]", None, None)
        assert test.examples, f"an example without >>> in {document.name}: {block}"
        report: list[str] = []
        doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, out=report.append, clear_globs=False)
        assert not report, "".join(report)
        names |= test.globs


@documents
def test_a_link_in_a_document_leads_to_a_file(document: Path) -> None:
    broken = [link for link in LINK.findall(document.read_text("utf-8")) if not (document.parent / link).exists()]
    assert not broken


@pytest.mark.parametrize("page", ["cli", "record"])
def test_a_generated_reference_is_fresh(page: str) -> None:
    fresh = runpy.run_path(str(ROOT / "docs" / "generate.py"))[page]()
    assert (ROOT / "docs" / f"{page}.md").read_text("utf-8") == fresh, "run `make docs`"


def test_every_command_and_option_is_in_the_reference() -> None:
    text = (ROOT / "docs" / "cli.md").read_text("utf-8")
    names = [name for command in everything(main) for option in command.params for name in option.opts]
    assert [name for name in names if name.startswith("-") and name not in text] == []


def everything(command: click.Command) -> Iterator[click.Command]:
    yield command
    if isinstance(command, click.Group):
        for below in command.commands.values():
            yield from everything(below)


def test_every_field_of_the_record_has_a_meaning_and_no_meaning_is_left_over() -> None:
    meanings = tomllib.loads((ROOT / "docs" / "fields.toml").read_text("utf-8"))
    schema = json_schema()
    nouns = {"Record": schema, **schema["$defs"]}
    assert {name: set(fields) for name, fields in meanings.items()} == {
        name: set(noun["properties"]) for name, noun in nouns.items()
    }


def test_every_value_of_a_closed_list_has_one_meaning_and_no_meaning_is_left_over() -> None:
    program = runpy.run_path(str(ROOT / "docs" / "generate.py"))
    meanings = tomllib.loads((ROOT / "docs" / "lists.toml").read_text("utf-8"))
    values = program["closed_lists"]()
    assert set(meanings) <= set(values)
    assert {"EventType", "CueClass", "ChannelKind", "QuoteStatus", "DropReason"} <= set(values)
    for name, listed in values.items():
        beside, below = set(program["comments"](name)), set(meanings.get(name, {}))
        assert beside.isdisjoint(below)
        assert beside | below == set(listed)
