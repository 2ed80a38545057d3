"""What is released is what was tested: the built wheel reads a page in an environment that holds nothing else."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

pytestmark = pytest.mark.slow


def run(*command: str | Path, cwd: Path) -> str:
    environment = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME")}
    environment |= {"PYTHONUTF8": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    done = subprocess.run([*command], cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built with the build backend of the lock: nothing is fetched."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "-w", folder, ROOT, cwd=folder)
    return next(folder.glob("marsad-*-py3-none-any.whl"))


def test_the_wheel_holds_the_whole_package_and_its_licence(wheel: Path) -> None:
    source = {str(path.relative_to(ROOT / "src")) for path in (ROOT / "src" / "marsad").rglob("*") if path.is_file()}
    source = {name for name in source if "__pycache__" not in name}
    inside = set(zipfile.ZipFile(wheel).namelist())
    assert source <= inside
    assert [name for name in inside - source if ".dist-info/" not in name] == []
    assert any(name.endswith("licenses/LICENSE") for name in inside)


def test_the_wheel_and_the_weights_stay_small(wheel: Path) -> None:
    assert wheel.stat().st_size < 15_000_000
    weights = ROOT / "models" / "marsad_model_ar"
    assert sum(path.stat().st_size for path in weights.iterdir() if path.is_file()) <= 45_000_000


@pytest.mark.network
@pytest.mark.usefixtures("index")
def test_the_wheel_reads_a_page_in_a_bare_environment(wheel: Path, tmp_path: Path) -> None:
    bare = tmp_path / "bare"
    run(sys.executable, "-m", "venv", bare, cwd=tmp_path)
    programs = bare / ("Scripts" if os.name == "nt" else "bin")
    python = programs / "python"
    run(python, "-m", "pip", "install", "-q", "--require-hashes", "-r", ROOT / "requirements/base.lock", cwd=tmp_path)
    run(python, "-m", "pip", "install", "-q", "--no-deps", "--no-index", wheel, cwd=tmp_path)
    assert "اتفاقاً لربط شبكتي مياه الشرب" in run(programs / "marsad", "read", ROOT / "samples/dump.txt", cwd=tmp_path)
    assert "site-packages" in run(python, "-c", "import marsad; print(marsad.__file__)", cwd=tmp_path)
