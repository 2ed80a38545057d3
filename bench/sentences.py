"""How fast statements are read: sentences a second from raw text to quotes and events, step by step, and the memory.

    python -m bench.sentences [--engine fast] [--articles 5000]

Each measure runs alone in a process. A sentence is what `marsad.text.sentences` cuts. Speed is per second of one core
(the processor's time); a step costs what the texts take longer with it than without it. Memory is taken while thousands
of different articles are read one after another: what does not grow is flat. The texts are the annotated articles and
the Saudi papers beside the repository, or the project's own samples, repeated, where those are absent.
"""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from bench import dumps
from bench.gold import ROOT, SHARED
from bench.peers import OUT, machine
from bench.words import texts
from marsad.annotate import STEPS, annotator
from marsad.text.sentences import sentences

DAY = "2016-05-03"  # that relative times count from
TARGET = 2_000  # sentences a second with everything
MARKS = 5  # how often memory is looked at


def news(number: int, shared: Path = SHARED) -> list[str]:
    """So many different articles, or fewer where there are fewer."""
    known = dumps.saudinewsnet(shared / "corpora" / "news" / "saudinewsnet")
    long = (one for one in known if sum(map(len, one.paragraphs)) >= dumps.SHORTEST)
    return ["\n".join(filter(None, (one.headline, *one.paragraphs))) for one in islice(long, number)]


def speeds(articles: Sequence[str], engine: str, rounds: int) -> list[dict[str, Any]]:
    """For every step, with those in front of it: seconds of the processor in the first round and in the best one."""
    reads = annotator(engine)
    found: list[dict[str, Any]] = []
    for last in range(1, len(STEPS) + 1):
        taken = []
        for _ in range(rounds):
            start = time.process_time()
            for text in articles:
                reads(text, published=DAY, steps=STEPS[:last])
            taken.append(time.process_time() - start)
        found.append({"step": STEPS[last - 1], "first_s": taken[0], "best_s": min(taken)})
    return found


def memory(articles: Sequence[str], engine: str) -> list[tuple[int, float]]:
    """Resident memory in MiB after so many articles."""
    reads = annotator(engine)
    found: list[tuple[int, float]] = []
    marks = {max(1, len(articles) * mark // MARKS) for mark in range(1, MARKS + 1)} | {min(500, len(articles))}
    for number, text in enumerate(articles, 1):
        reads(text, published=DAY)
        if number in marks:
            found.append((number, _resident()))
    return found


def _resident() -> float:
    status = Path("/proc/self/status")
    if not status.exists():
        return 0.0
    line = next(line for line in status.read_text("ascii").splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def table(rows: Sequence[dict[str, Any]], number: int) -> str:
    """Sentences a second of every step alone and of all up to it."""
    lines = ["| step | ms per sentence | sentences/s up to it | first time |", "|---|---|---|---|"]
    before = 0.0
    for row in rows:
        alone = (row["best_s"] - before) / number * 1000
        lines.append(
            f"| {row['step']} | {alone:.3f} | {number / row['best_s']:,.0f} | {number / row['first_s']:,.0f} |"
        )
        before = row["best_s"]
    return "\n".join(lines) + "\n"


def _alone(what: str, engine: str, rounds: int, articles: Sequence[str]) -> Any:  # noqa: ANN401
    """A measure in a process of its own."""
    command = [sys.executable, "-m", "bench.sentences", "--alone", what, "--engine", engine, "--rounds", str(rounds)]
    done = subprocess.run(  # noqa: S603 - this file
        command, input=json.dumps(articles), stdout=subprocess.PIPE, text=True, check=True, cwd=ROOT
    )
    return json.loads(done.stdout)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures, prints the tables and keeps them in `bench/out/sentences.md`."""
    parser = argparse.ArgumentParser(prog="python -m bench.sentences", description=str(__doc__).split("\n", 1)[0])
    parser.add_argument("--engine", default="fast")
    parser.add_argument("--rounds", type=int, default=4, help="rounds over the texts, best of all")
    parser.add_argument("--articles", type=int, default=5000, help="articles read for the memory; 0 for none")
    parser.add_argument("--alone", choices=["speed", "memory"], help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.alone:
        given = json.load(sys.stdin)
        measured = (
            speeds(given, options.engine, options.rounds) if options.alone == "speed" else memory(given, options.engine)
        )
        json.dump(measured, sys.stdout)
        return 0
    name, articles = texts()
    number = sum(len(sentences(text)) for text in articles)
    size = sum(len(text.split()) for text in articles)
    parts = [
        f"{machine()}; {name}: {number:,} sentences of {size / number:.1f} words; engine {options.engine}.\n",
        f"With everything at least {TARGET:,} sentences/s are asked.\n",
        table(_alone("speed", options.engine, options.rounds, articles), number),
    ]
    if options.articles:
        many = news(options.articles) or articles
        parts.append(f"Memory over {len(many):,} articles of {sum(len(text.split()) for text in many):,} words:\n")
        after = _alone("memory", options.engine, 1, many)
        parts.append(
            "| articles | MiB |\n|---|---|\n" + "".join(f"| {count:,} | {mib:.0f} |\n" for count, mib in after)
        )
    report = "\n".join(parts)
    OUT.mkdir(exist_ok=True)
    (OUT / "sentences.md").write_text(report, "utf-8")
    sys.stdout.write(report)
    return 0


if __name__ == "__main__":
    sys.exit(main())
