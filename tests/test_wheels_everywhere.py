"""Nobody needs a compiler: every locked dependency of the program and of its model has a wheel on every platform."""

import subprocess
import sys
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ROOT / "requirements"
# pip's platform tag, and what environment markers of the lock see there
PLATFORMS = {
    "manylinux_2_28_x86_64": {"sys_platform": "linux", "platform_system": "Linux", "platform_machine": "x86_64"},
    "manylinux_2_28_aarch64": {"sys_platform": "linux", "platform_system": "Linux", "platform_machine": "aarch64"},
    "macosx_14_0_arm64": {"sys_platform": "darwin", "platform_system": "Darwin", "platform_machine": "arm64"},
    "win_amd64": {"sys_platform": "win32", "platform_system": "Windows", "platform_machine": "AMD64"},
}
PYTHONS = ("3.11", "3.13")


def entries(text: str) -> list[list[str]]:
    """The lock entry by entry: a requirement, then its hashes."""
    return [entry.split() for entry in text.replace("\\\n", " ").splitlines() if entry and not entry.startswith("#")]


def chosen(lock: str, platform: str, python: str) -> str:
    """The part of a lock that this platform installs, markers taken off: pip would judge them by this machine."""
    environment = PLATFORMS[platform] | {"python_version": python, "python_full_version": f"{python}.0"}
    lines = []
    for words in entries((LOCKS / lock).read_text("utf-8")):
        hashes = [word for word in words if word.startswith("--hash=")]
        requirement = Requirement(" ".join(word for word in words if word not in hashes))
        if requirement.marker is None or requirement.marker.evaluate(dict(environment)):
            lines.append(" ".join([f"{requirement.name}{requirement.specifier}", *hashes]))
    return "\n".join(lines) + "\n"


def test_the_lock_names_no_index_and_no_path() -> None:
    for lock in LOCKS.glob("*.lock"):
        text = lock.read_text("utf-8")
        assert "://" not in text
        assert not [words for words in entries(text) if words[0].startswith("-") or "/" in words[0]]
        assert all(any(word.startswith("--hash=sha256:") for word in words) for words in entries(text))


def tags_of(platform: str) -> list[str]:
    """The tag and all that such a machine takes as well: pip adds them by itself for macOS only."""
    if not platform.startswith("manylinux"):
        return [platform]
    machine = platform.removeprefix("manylinux_2_28_")
    return [f"manylinux_2_{minor}_{machine}" for minor in range(28, 16, -1)] + [f"manylinux2014_{machine}"]


@pytest.mark.slow
@pytest.mark.network
@pytest.mark.usefixtures("index")
@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize("lock", ["base.lock", "model.lock"])
def test_an_install_is_wheels_alone(lock: str, platform: str, python: str, tmp_path: Path) -> None:
    requirements = tmp_path / "requirements.txt"
    requirements.write_text(chosen(lock, platform, python), "utf-8")
    target = [word for tag in tags_of(platform) for word in ("--platform", tag)]
    done = subprocess.run(
        [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--only-binary=:all:", "--require-hashes",
         *target, "--python-version", python, "-r", requirements, "-d", tmp_path / "wheels"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert {path.suffix for path in (tmp_path / "wheels").iterdir()} == {".whl"}
