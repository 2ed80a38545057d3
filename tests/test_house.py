"""The rules of the house that no linter knows: sizes, names, licences, and what an import costs."""

import ast
import re
import subprocess
import sys
from importlib.metadata import metadata, version
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted((ROOT / "src" / "marsad").rglob("*.py"))
VAGUE = {"utils", "util", "helpers", "helper", "common", "base", "misc", "tools"}
# The nouns of the record stand in one file: they are one contract.
LONGER_ON_PURPOSE = {"records.py": 500}

sources = pytest.mark.parametrize("source", SOURCES, ids=lambda path: str(path.relative_to(ROOT / "src")))


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert [path for path in SOURCES if path.stem in VAGUE] == []


@sources
def test_a_module_fits_into_one_sitting(source: Path) -> None:
    assert len(source.read_text("utf-8").splitlines()) <= LONGER_ON_PURPOSE.get(source.name, 300)


@sources
def test_a_function_fits_on_one_screen(source: Path) -> None:
    functions = [n for n in ast.walk(ast.parse(source.read_text("utf-8"))) if isinstance(n, ast.FunctionDef)]
    sizes = {node.name: (node.end_lineno or node.lineno) - node.lineno + 1 for node in functions}
    assert {name: size for name, size in sizes.items() if size > 50} == {}


def test_importing_marsad_loads_no_optional_or_slow_library() -> None:
    slow = {"trafilatura", "lxml", "tqdm", "sqlite3", "httpx", "feedparser", "protego"}
    script = f"import sys, marsad; print(*sorted({slow} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_every_public_name_exists_and_says_what_it_is() -> None:
    import marsad

    assert marsad.__all__
    assert [name for name in marsad.__all__ if not name.startswith("__") and not getattr(marsad, name).__doc__] == []


def test_the_program_and_its_package_have_one_version() -> None:
    import marsad

    assert marsad.__version__ == version("marsad")


def test_no_required_library_is_under_the_gpl() -> None:
    names = re.findall(r"^([a-z0-9-]+)==[^;]*?(?:;.*sys_platform.*)?$", locked("base.lock"), re.MULTILINE)
    assert len(names) > 10
    found = {name: licence(name) for name in names if name != "colorama"}  # of Windows only; BSD
    assert {name: text for name, text in found.items() if re.search(r"(?<!L)GPL|General Public", text)} == {}


def locked(lock: str) -> str:
    return re.sub(r" \\$", "", (ROOT / "requirements" / lock).read_text("utf-8"), flags=re.MULTILINE)


def licence(name: str) -> str:
    about = metadata(name)
    fields = [*(about.get_all("License-Expression") or []), *(about.get_all("Classifier") or [])]
    return " ".join(text for text in fields if "License ::" in text or "::" not in text)
