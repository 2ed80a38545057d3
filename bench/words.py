"""How fast names are read: words a second, load time and memory of every step and engine beside other programs.

Each reader runs alone in its own process (`words_worker.py`), the peers in `.venv-bench`. A word is what stands
between white space, for all of them. Speed is per second of one core (the processor's time, which other work on
the machine does not count in) and by the clock. The texts are the annotated articles beside the repository, or the
project's own samples, repeated, where those are absent.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from bench.gold import ROOT, SHARED
from bench.peers import HERE, LIMIT, OUT, interpreter, machine
from bench.words_worker import READERS

SAMPLE = ROOT / "samples" / "page.html"
SAMPLES = """
import json, sys
import marsad
found = [item for path in sys.argv[1:] for item in marsad.read(path, wanted=marsad.ARTICLE_ONLY)]
texts = [item.article.text for item in found if isinstance(item, marsad.Record)]
json.dump(texts, sys.stdout)
"""
REPEATED = 200  # how often the samples are read where nothing else is there
TARGETS = {"gazetteer": 60_000, "fast, mentions": 20_000, "accurate, mentions": 4_000}  # words/s; accurate by the clock
STARTS = 5
HEAD = (
    "| reader | words/s of one core | × spaCy | first time | by the clock | at least | load s | peak MiB |\n"
    "|---|---|---|---|---|---|---|---|"
)


@dataclass(frozen=True, slots=True)
class Row:
    """One reader: words per second (of one core, in the first round, by the clock), seconds to load, peak MiB."""

    name: str
    version: str = ""
    speed: float = 0.0
    first: float = 0.0
    clock: float = 0.0
    load_s: float = 0.0
    peak_mib: float = 0.0
    skipped: str = ""


@dataclass(frozen=True, slots=True)
class Start:
    """`marsad read` of one page, from nothing to the last byte of its record: best seconds by the clock."""

    engine: str
    seconds: float
    skipped: str = ""


def texts(shared: Path = SHARED) -> tuple[str, list[str]]:
    """What is read, with its name."""
    articles = [
        json.loads(path.read_text("utf-8"))["text"] for path in sorted((shared / "gold" / "dev").glob("*.json"))
    ]
    if articles:
        return f"{len(articles)} annotated articles", articles
    paths = [str(ROOT / "samples" / name) for name in ("page.html", "dump.txt", "feed.xml")]
    done = subprocess.run(  # noqa: S603  our own interpreter and samples
        [sys.executable, "-c", SAMPLES, *paths], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return f"the samples, {REPEATED} times", json.loads(done.stdout) * REPEATED


def measure(name: str, articles: Sequence[str], rounds: int) -> Row:
    """Runs one reader over the texts."""
    command = [str(interpreter(READERS[name][0])), str(HERE / "words_worker.py"), name, str(rounds)]
    environment = {**os.environ, "PYTHONWARNINGS": "ignore"}
    done = subprocess.run(  # noqa: S603
        command, input=json.dumps(articles), capture_output=True, text=True, timeout=LIMIT, env=environment, check=True
    )
    report = json.loads(done.stdout.splitlines()[-1])
    if "skipped" in report:
        return Row(name, skipped=report["skipped"])
    count = sum(len(text.split()) for text in articles)
    return Row(
        name=name,
        version=report["version"],
        speed=count / report["cpu_s"],
        first=count / report["first_s"],
        clock=count / report["clock_s"],
        load_s=report["load_s"],
        peak_mib=report["peak_mib"],
    )


def start(engine: str, page: Path = SAMPLE) -> Start:
    """Reads one page in a new process, several times."""
    command = [sys.executable, "-m", "marsad", "read", "--json", "--engine", engine, str(page)]
    best = float("inf")
    for _ in range(STARTS):
        begun = time.perf_counter()
        done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)  # noqa: S603
        if done.returncode:
            return Start(engine, 0.0, done.stderr.strip().splitlines()[-1] if done.stderr.strip() else "failed")
        best = min(best, time.perf_counter() - begun)
    return Start(engine, best)


def table(rows: Sequence[Row]) -> str:
    """A Markdown table; what was skipped stands below it with the reason."""
    peer = next((row.speed for row in rows if row.name.startswith("spaCy")), None)
    lines = [HEAD]
    for row in rows:
        if row.skipped:
            continue
        ratio = f"{row.speed / peer:.3g}" if peer else "–"
        target = f"{TARGETS[row.name]:,}" if row.name in TARGETS else ""
        name = row.name if READERS[row.name][0] == "marsad" else f"{row.name} {row.version}"
        speeds = (row.speed, row.first, row.clock)
        per_core, first, clock = (f"{speed:,.0f}" for speed in speeds)
        lines.append(
            f"| {name} | {per_core} | {ratio} | {first} | {clock} | {target} | {row.load_s:.2f} | {row.peak_mib:.0f} |"
        )
    skipped = [f"Skipped: {row.name} ({row.skipped})." for row in rows if row.skipped]
    return "\n".join((*lines, *(("", *skipped) if skipped else ()))) + "\n"


def starts_table(starts: Sequence[Start]) -> str:
    """One line for each engine."""
    return "".join(
        f"`marsad read --engine {one.engine}` of one page: "
        + (f"skipped ({one.skipped}).\n" if one.skipped else f"{one.seconds:.2f} s, best of {STARTS}.\n")
        for one in starts
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures every reader, prints the table and keeps it in `bench/out/words.md`."""
    parser = argparse.ArgumentParser(prog="python -m bench.words", description=str(__doc__).split("\n", 1)[0])
    parser.add_argument("--rounds", type=int, default=4, help="rounds over the texts, best of all but the first")
    parser.add_argument("--only", action="append", choices=list(READERS), help="a reader (may be repeated)")
    parser.add_argument("--json", action="store_true", help="figures as JSON instead of a table")
    options = parser.parse_args(arguments)
    name, articles = texts()
    rows = [measure(reader, articles, options.rounds) for reader in options.only or READERS]
    starts = [] if options.only else [start(engine) for engine in ("lists", "fast", "accurate")]
    report = f"{machine()}; {name}.\n\n{table(rows)}\n{starts_table(starts)}"
    OUT.mkdir(exist_ok=True)
    (OUT / "words.md").write_text(report, "utf-8")
    if options.json:
        report = json.dumps({"text": name, "rows": [asdict(row) for row in rows], "start": [*map(asdict, starts)]})
    sys.stdout.write(report.rstrip() + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
