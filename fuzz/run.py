"""All harnesses in turn, on one core: `python fuzz/run.py --minutes 24` (`make soak`).

Past crashers and what the last run learnt are starting points of the next. Finds: `fuzz/crashers/`, one input and
one line each; `pytest tests/test_crashers.py` replays them. The exit code is 1 where anything was found.
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from fuzz.engine import HARNESSES  # noqa: E402  the path is set first so that the file runs as a script


def main(arguments: Sequence[str] | None = None) -> int:
    """Shares the minutes equally among the harnesses that were asked for."""
    parser = argparse.ArgumentParser(prog="python fuzz/run.py", description=__doc__.split("\n", 1)[0])
    parser.add_argument("--minutes", type=float, default=6, help="for all harnesses together (default 6)")
    parser.add_argument("--only", action="append", choices=HARNESSES, help="a harness (may be repeated)")
    parser.add_argument("--plain", action="store_true", help="random mutation, even where atheris is installed")
    options = parser.parse_args(arguments)
    harnesses = options.only or HARNESSES
    found = 0
    for name in harnesses:
        seconds = options.minutes * 60 / len(harnesses)
        command = [sys.executable, "-m", "fuzz.engine", name, "--seconds", f"{seconds:.0f}"]
        command += ["--plain"] if options.plain else []
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT)))}
        found += subprocess.run(command, cwd=ROOT, check=False, env=environment).returncode != 0  # noqa: S603
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
