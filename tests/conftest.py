"""What all tests share: where things stand, and the options of the runner."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"

# No example fails for being slow, and a run can be repeated exactly.
settings.register_profile("marsad", deadline=None, derandomize=True)
settings.load_profile("marsad")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write what was read of each golden page beside it, as NAME.got.json, for comparison by hand",
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if SHARED.is_dir():
        return
    absent = pytest.mark.skip(reason=f"needs the pages that are not part of the project ({SHARED.name}/ is absent)")
    for item in items:
        if item.get_closest_marker("shared"):
            item.add_marker(absent)


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder beside the repository; a test that asks for it is marked `shared`."""
    return SHARED


@pytest.fixture(scope="session")
def index(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The package index can be reached; skips what needs it where it cannot."""
    pip = [sys.executable, "-m", "pip", "--retries", "1", "--timeout", "20", "download", "-q", "--no-deps"]
    folder = tmp_path_factory.mktemp("index")
    done = subprocess.run([*pip, "-d", folder, "idna"], capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"the package index cannot be reached: {done.stderr.strip().splitlines()[-1]}")
