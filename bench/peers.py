"""`make bench`: time per page and accuracy beside the best-known readers, on the same pages, in the same run.

Each program runs alone in its own process (`peer_worker.py`), the peers in an environment of their own
(`.venv-bench`, made from `bench/requirements.txt` on first use). Prints a Markdown table and writes it to
`bench/out/peers.md`. Pages: the Arabic ones with gold, or the project's golden pages where those are absent.
"""

import argparse
import datetime as dt
import json
import os
import platform
import subprocess
import sys
import venv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench import gold
from bench.measure import Expected, PageScore, Reading, score
from bench.peer_worker import PROGRAMS

HERE = Path(__file__).resolve().parent
OUT = HERE / "out"
ENVIRONMENT = gold.ROOT / ".venv-bench"
HEAD = (
    "| program | ms per page | × Marsad | P | R | F1 | least F1 | title | date | author | missed | foreign | repeated |"
)
LIMIT = 900  # seconds for one program


@dataclass(frozen=True, slots=True)
class Row:
    """One program: its scores page by page, its best time for each page in milliseconds."""

    name: str
    version: str
    scores: tuple[PageScore, ...]
    milliseconds: tuple[float, ...]
    failed: int

    @property
    def mean_ms(self) -> float:
        """Mean over the pages of the best time for each."""
        return sum(self.milliseconds) / len(self.milliseconds)


def interpreter(name: str) -> Path:
    """The interpreter that runs a program; makes the peers' environment where it does not exist yet."""
    if name == "marsad":
        return Path(sys.executable)
    python = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists():
        venv.create(ENVIRONMENT, with_pip=True)
        (ENVIRONMENT / ".gitignore").write_text("*\n", "utf-8")
        pip = [str(python), "-m", "pip", "install", "--quiet"]
        subprocess.run([*pip, "--upgrade", "pip"], check=True)  # noqa: S603  old ones stumble over these requirements
        subprocess.run([*pip, "-r", str(HERE / "requirements.txt")], check=True)  # noqa: S603
        subprocess.run([*pip, "--no-deps", "-r", str(HERE / "alone.txt")], check=True)  # noqa: S603
    return python


def measure(name: str, pages: dict[Path, Expected], rounds: int) -> Row:
    """Runs one program over the pages and scores what it says."""
    environment = {**os.environ, "PYTHONPATH": str(gold.ROOT / "src"), "PYTHONWARNINGS": "ignore"}
    command = [str(interpreter(name)), str(HERE / "peer_worker.py"), name, str(rounds)]
    paths = json.dumps([str(path) for path in pages])
    done = subprocess.run(  # noqa: S603
        command, input=paths, capture_output=True, text=True, timeout=LIMIT, env=environment, check=True
    )
    report = json.loads(done.stdout)
    said = report["said"]
    return Row(
        name=name,
        version=report["version"],
        scores=tuple(score(_reading(said[str(path)]), expected) for path, expected in pages.items()),
        milliseconds=tuple(report["ms"][str(path)] for path in pages),
        failed=sum("failed" in answer for answer in said.values()),
    )


def _reading(said: dict[str, object]) -> Reading:
    fields = {key: value for key, value in said.items() if key != "failed"}
    for key in ("authors", "paragraphs"):
        value = fields.get(key)
        fields[key] = tuple(text for text in value if text.strip()) if isinstance(value, list) else ()
    return Reading(**fields)  # type: ignore[arg-type]


def table(rows: Sequence[Row]) -> str:
    """A Markdown table; right / named for dates and authors, `+n` for those given where the page names none."""
    own = next((row.mean_ms for row in rows if row.name == "marsad"), None)
    lines = [HEAD, "|---" * HEAD.count(" |") + "|"]
    for row in sorted(rows, key=lambda row: -_mean(row, "f1")):
        ratio = f"{row.mean_ms / own:.1f}" if own else "–"
        cells = [
            f"{row.name} {row.version}", f"{row.mean_ms:.2f}", ratio,
            *(f"{_mean(row, key):.3f}" for key in ("precision", "recall", "f1")),
            f"{min(page.f1 for page in row.scores):.3f}",
            f"{sum(page.title for page in row.scores)}/{len(row.scores)}",
            _verdicts(row, "date"), _verdicts(row, "author"),
            *(str(sum(len(getattr(page, key)) for page in row.scores)) for key in ("missed", "forbidden")),
            str(sum(page.repeated for page in row.scores)),
        ]  # fmt: skip
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def _mean(row: Row, key: str) -> float:
    return sum(float(getattr(page, key)) for page in row.scores) / len(row.scores)


def _verdicts(row: Row, key: str) -> str:
    said = [getattr(page, key) for page in row.scores]
    named = [verdict for verdict in said if verdict not in ("none", "invented")]
    invented = said.count("invented")
    return f"{named.count('right')}/{len(named)}" + (f" +{invented}" if invented else "")


def machine() -> str:
    """Processor, cores, system, interpreter and day of the run."""
    model = platform.processor() or platform.machine()
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        names = [line.split(":", 1)[1].strip() for line in cpuinfo.read_text().splitlines() if "model name" in line]
        model = names[0] if names else model
    day = dt.datetime.now(tz=dt.UTC).date().isoformat()
    return f"{model}, {os.cpu_count()} cores, {platform.system()}, CPython {platform.python_version()}, {day}"


def _pages() -> dict[Path, Expected]:
    return {
        p.path: p.expected for p in gold.pages() if p.expected and p.group != "persian" and p.path.suffix == ".html"
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures every program that was asked for, prints the table and keeps it."""
    parser = argparse.ArgumentParser(prog="python -m bench.peers", description=__doc__.split("\n", 1)[0])
    parser.add_argument("--rounds", type=int, default=5, help="best of this many readings of each page (default 5)")
    parser.add_argument("--only", action="append", choices=list(PROGRAMS), help="a program (may be repeated)")
    options = parser.parse_args(arguments)
    everything = _pages()
    if not everything:
        sys.stdout.write("no pages to measure on\n")
        return 0
    report = [f"{machine()}; best of {options.rounds} for each page, each program in its own process.\n"]
    for title, seed in (("Arabic pages", False), ("The doubled page in three markups", True)):
        pages = {path: gold_ for path, gold_ in everything.items() if path.stem.startswith("seed") is seed}
        if pages:
            rows = [measure(name, pages, options.rounds) for name in options.only or PROGRAMS]
            report.append(f"{title} ({len(pages)}):\n\n{table(rows)}")
    OUT.mkdir(exist_ok=True)
    (OUT / "peers.md").write_text("\n".join(report), "utf-8")
    sys.stdout.write("\n".join(report))
    return 0


if __name__ == "__main__":
    sys.exit(main())
