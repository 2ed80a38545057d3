"""How the reader bears a crawl: pages a second, megabytes a second and peak memory over a WARC made for it.

The file is made page by page (`pagemaker.py`) into a temporary folder, plain and with one gzip member a record, and
read by `marsad.read` in a process of its own, whose peak resident memory is the figure given. A smaller file of
the same pages is read first: memory that does not grow between the two is memory that stays flat.
"""

import argparse
import gzip
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.gold import ROOT
from bench.pagemaker import PageMaker

OUT = ROOT / "bench" / "out"
MIB = 1024 * 1024
SHORT = 16  # the small file is this many times smaller
CHILD = """
import json, resource, sys, time
import marsad
from marsad.errors import MarsadError
start = time.perf_counter()
read = failed = 0
for item in marsad.read(sys.argv[1], wanted=marsad.ARTICLE_ONLY):
    if isinstance(item, MarsadError):
        failed += 1
    else:
        read += 1
seconds = time.perf_counter() - start
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)
json.dump({"read": read, "failed": failed, "seconds": seconds, "peak_mib": peak}, sys.stdout)
"""


@dataclass(frozen=True, slots=True)
class Run:
    """One file read: pages, refusals, seconds, peak resident memory in MiB, and sizes in MiB."""

    name: str
    unpacked_mib: float
    file_mib: float
    read: int
    failed: int
    seconds: float
    peak_mib: float

    def row(self) -> str:
        """A line of the Markdown table."""
        pages, size = (self.read + self.failed) / self.seconds, self.unpacked_mib / self.seconds
        return (
            f"| {self.name} | {self.unpacked_mib:.0f} | {self.file_mib:.0f} | {self.read} | {self.failed} "
            f"| {self.seconds:.1f} | {pages:.0f} | {size:.1f} | {self.peak_mib:.0f} |"
        )


def record(number: int, page: str) -> bytes:
    """One WARC response record."""
    body = page.encode()
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n" % len(body)
    head = (
        "WARC/1.1\r\nWARC-Type: response\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{number:012d}>\r\n"
        "WARC-Date: 2024-12-30T10:00:00Z\r\n"
        f"WARC-Target-URI: https://almina.example/news/{number}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http) + len(body)}\r\n\r\n"
    )
    return head.encode() + http + body + b"\r\n\r\n"


def write(path: Path, mib: float) -> float:
    """Fills a WARC (packed where the name ends in .gz) until it holds that many MiB unpacked; gives their count."""
    maker, written, number = PageMaker(), 0, 0
    with path.open("wb") as file:
        while written < mib * MIB:
            number += 1
            raw = record(number, maker.page())
            file.write(gzip.compress(raw, 1, mtime=0) if path.suffix == ".gz" else raw)
            written += len(raw)
    return written / MIB


def run(path: Path, unpacked: float, name: str) -> Run:
    """Reads the file in a process of its own."""
    done = subprocess.run(  # noqa: S603  our own interpreter and our own file
        [sys.executable, "-c", CHILD, str(path)], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return Run(name, unpacked, path.stat().st_size / MIB, **json.loads(done.stdout))


def measure(mib: float) -> list[Run]:
    """A small and a full file, plain and packed."""
    runs: list[Run] = []
    for suffix in ("warc", "warc.gz"):
        for size in (mib / SHORT, mib):
            with tempfile.TemporaryDirectory() as folder:
                path = Path(folder) / f"crawl.{suffix}"
                runs.append(run(path, write(path, size), suffix))
    return runs


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the table and keeps it in `bench/out/warc.md`."""
    parser = argparse.ArgumentParser(prog="python -m bench.warc", description=str(__doc__).split("\n", 1)[0])
    parser.add_argument("--mb", type=float, default=1024, help="MiB of unpacked records (default 1024)")
    options = parser.parse_args(arguments)
    head = ["| file | MiB | MiB on disk | read | refused | s | pages/s | MiB/s | peak MiB |", "|---" * 9 + "|"]
    report = "\n".join((*head, *(run.row() for run in measure(options.mb)), ""))
    OUT.mkdir(exist_ok=True)
    (OUT / "warc.md").write_text(report, "utf-8")
    sys.stdout.write(report)
    return 0


if __name__ == "__main__":
    sys.exit(main())
