"""The pages in Debian's Chromium, without a window: drawn in both directions, wide and narrow, light and dark."""

import shutil
import struct
import subprocess
from pathlib import Path

import pytest
from tests.serve.test_running import serving

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium (Debian: apt-get install chromium)")
@pytest.mark.parametrize("size", ["1280,900", "360,800"])
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_pages_are_drawn(archive: Path, talks: str, lang: str, size: str, tmp_path: Path) -> None:
    with serving(archive) as (home, _):
        for number, path in enumerate((f"{lang}/", f"{lang}/search?q=الأردن", f"{lang}/article/{talks}")):
            shot = tmp_path / f"{number}.png"
            done = subprocess.run(
                [
                    str(CHROMIUM),
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--enable-logging=stderr",
                    f"--user-data-dir={tmp_path / 'profile'}",
                    f"--window-size={size}",
                    f"--screenshot={shot}",
                    home + path,
                ],
                capture_output=True,
                text=True,
                check=True,
                timeout=120,
            )
            assert "CONSOLE" not in done.stderr  # nothing that the policy of the page refused
            assert struct.unpack(">II", shot.read_bytes()[16:24]) == tuple(map(int, size.split(",")))
