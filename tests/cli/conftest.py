"""Pages as a user has them, and the command as a user runs it."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from marsad.cli import main

TITLE = "بلدية صور ترمم مرفأ الصيادين القديم"
BODY = (
    "بدأت بلدية صور صباح أمس ترميم مرفأ الصيادين القديم، بعد عامين من الدراسات التي أعدتها جامعة محلية.",
    "وقال رئيس البلدية إن الأعمال ستستمر ثمانية أشهر، وإن الصيادين سينقلون مراكبهم إلى الرصيف الشمالي.",
    "ويعمل في المرفأ نحو أربعمئة صياد، يخرجون إلى البحر قبل الفجر ويبيعون ما يصطادونه في سوق المدينة.",
)


def article(title: str = TITLE, *texts: str) -> str:
    body = "".join(f"<p>{text}</p>" for text in texts or BODY)
    return (
        f'<html lang="ar"><head><meta charset="utf-8"><title>{title}</title></head>'
        f"<body><h1>{title}</h1><article>{body}</article></body></html>"
    )


ENGLISH = article("Town mends its old harbour", *["The town has begun to mend the old harbour of its fishermen."] * 3)
Run = Callable[..., Result]
Program = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def page(tmp_path: Path) -> str:
    return written(tmp_path / "page.html", article())


@pytest.fixture
def english(tmp_path: Path) -> str:
    return written(tmp_path / "en.html", ENGLISH)


def written(path: Path, text: str) -> str:
    path.write_text(text, "utf-8")
    return str(path)


def lines(path: Path, *pages: dict[str, Any]) -> str:
    """A JSONL file."""
    return written(path, "".join(json.dumps(each) + "\n" for each in pages))


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command inside of the test."""
    monkeypatch.setenv("MARSAD_LANG", "en")
    return lambda *arguments: CliRunner().invoke(main, ["read", *map(str, arguments)])


@pytest.fixture
def program() -> Program:
    """The command as a program of its own, with what its shell does to it."""

    def started(command: str, *arguments: str) -> "subprocess.CompletedProcess[str]":
        script = f"marsad() {{ '{sys.executable}' -m marsad \"$@\"; }}; {command}"
        return subprocess.run(
            ["bash", "-c", script, "bash", *arguments], capture_output=True, text=True, check=False, timeout=60
        )

    return started
