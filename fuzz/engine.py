"""One harness until its time is over: `python -m fuzz.engine html --seconds 60`.

atheris (coverage-guided) where it is installed, plain random mutation elsewhere. A find does not end the run: each
place where something other than a MarsadError escapes is kept once, with a line that says what escaped, and so
is the first input that takes longer than a second.
"""

import argparse
import hashlib
import importlib
import os
import random
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CRASHERS = ROOT / "fuzz" / "crashers"
OUT = ROOT / "fuzz" / "out"
HARNESSES = ("html", "dump", "dates", "feed", "encodings", "warc")
SEED_FOLDERS = ("tests/golden", "samples", "tests/read")
SLOW = 1.0  # seconds of CPU time that no input of a fuzzer's size should need
HANGS = 20  # seconds after which libFuzzer gives an input up
LONGEST = 8_192  # bytes of one input
KEPT = 20  # finds of one run


class Watch:
    """Runs the check, counts, and keeps what escapes: one input for each kind of error and place."""

    def __init__(self, name: str, check: Callable[[bytes], None], folder: Path = CRASHERS) -> None:
        self.name, self.check, self.folder = name, check, folder
        self.runs, self.seen, self.slowest = 0, set[str](), 0.0

    def __call__(self, data: bytes) -> None:
        """One input; nothing escapes but KeyboardInterrupt."""
        self.runs += 1
        start = time.process_time()
        try:
            self.check(data)
        except Exception as error:  # noqa: BLE001  this is what a fuzzer looks for
            self._keep(data, *_described(error))
        spent = time.process_time() - start
        self.slowest = max(self.slowest, spent)
        if spent > SLOW:
            self._keep(data, "slow", f"{spent:.1f} s of CPU time for {len(data)} bytes")

    @property
    def escaped(self) -> set[str]:
        """The places that something other than slowness was found at."""
        return self.seen - {"slow"}

    def summary(self) -> str:
        """A line for the end of the run."""
        return f"{self.name}: {self.runs} inputs, slowest {self.slowest:.2f} s, {len(self.seen)} finds\n"

    def _keep(self, data: bytes, place: str, said: str) -> None:
        if place in self.seen or len(self.seen) >= KEPT:
            return
        self.seen.add(place)
        self.folder.mkdir(parents=True, exist_ok=True)
        stem = f"{self.name}-{hashlib.sha256(place.encode()).hexdigest()[:8]}"
        (self.folder / f"{stem}.bin").write_bytes(data)
        (self.folder / f"{stem}.txt").write_text(f"{said}\n", "utf-8")
        sys.stderr.write(f"{self.name}: {stem}: {said}\n")


def _described(error: Exception) -> tuple[str, str]:
    """The place in the package where it began, and a line that says what and where."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if "marsad" in Path(frame.filename).parts] or frames
    place = f"{type(error).__name__} {Path(own[-1].filename).name} {own[-1].name}"
    reason = ascii(str(error))[:200]
    return place + (reason[:40] if isinstance(error, AssertionError) else ""), f"{place}:{own[-1].lineno}: {reason}"


def seeds(patterns: Sequence[str], folders: Sequence[str] = SEED_FOLDERS) -> list[bytes]:
    """The project's own pages of that kind as starting points, cut to a fuzzer's size."""
    found = sorted({path for folder in folders for pattern in patterns for path in (ROOT / folder).rglob(pattern)})
    return [b"\x00" + path.read_bytes()[:LONGEST] for path in found]


def mutations(corpus: Sequence[bytes], dice: random.Random) -> Iterator[bytes]:
    """Endless variations: a byte changed, a stretch cut, doubled, moved or taken from another seed."""
    while True:
        data = bytearray(dice.choice(corpus) if corpus and dice.random() < 0.8 else dice.randbytes(dice.randrange(200)))
        for _ in range(dice.randrange(1, 8)):
            start = dice.randrange(len(data) + 1)
            end = min(len(data), start + dice.randrange(1, 64))
            stretch = bytes(data[start:end])
            other = dice.choice(corpus) if corpus else b"\x80"
            choice = dice.randrange(5)
            data[start:end] = (dice.randbytes(1), b"", stretch * 2, other[start:end], dice.randbytes(end - start))[
                choice
            ]
        yield bytes(data[:LONGEST])


def _plain(watch: Watch, corpus: Sequence[bytes], seconds: float) -> None:
    end = time.monotonic() + seconds
    for data in mutations(corpus, random.Random(watch.name)):
        if time.monotonic() > end:
            return
        watch(data)


def _guided(watch: Watch, corpus: Sequence[bytes], seconds: float) -> None:
    import atheris

    folder = OUT / watch.name
    folder.mkdir(parents=True, exist_ok=True)
    for data in corpus:
        (folder / hashlib.sha256(data).hexdigest()[:16]).write_bytes(data)
    end = time.monotonic() + seconds

    def one(data: bytes) -> None:
        watch(data)
        if time.monotonic() > end:  # libFuzzer would leave the process without a summary
            sys.stdout.write(watch.summary())
            sys.stdout.flush()
            os._exit(1 if watch.seen else 0)

    # What hangs or dies in native code ends the run; libFuzzer writes its input beside the other finds.
    limits = [f"-max_len={LONGEST}", "-rss_limit_mb=4096", f"-timeout={HANGS}", "-verbosity=0"]
    atheris.Setup([sys.argv[0], *limits, f"-artifact_prefix={CRASHERS / watch.name}-", str(folder)], one)
    atheris.Fuzz()


def load(name: str) -> tuple[Callable[[bytes], None], Sequence[str]]:
    """The check and the seed patterns of a harness."""
    module = importlib.import_module(f"fuzz.fuzz_{name}")
    return module.check, module.SEEDS


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one harness; the exit code says whether anything was found."""
    parser = argparse.ArgumentParser(prog="python -m fuzz.engine", description=__doc__.split("\n", 1)[0])
    parser.add_argument("harness", choices=HARNESSES)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--plain", action="store_true", help="random mutation, even where atheris is installed")
    options = parser.parse_args(arguments)
    try:
        import atheris
    except ImportError:
        options.plain = True
    if options.plain:
        check, patterns = load(options.harness)
    else:
        with atheris.instrument_imports(include=["marsad"]):
            check, patterns = load(options.harness)
    watch = Watch(options.harness, check)
    corpus = seeds(patterns)
    (_plain if options.plain else _guided)(watch, corpus, options.seconds)
    sys.stdout.write(watch.summary())
    return 1 if watch.seen else 0


if __name__ == "__main__":
    sys.exit(main())
