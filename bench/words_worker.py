"""One reader of running text, alone in its process: texts on standard input, its speed, load time and memory out.

Runs in the peers' environment too, so it imports the standard library and the one program only. Every reader gets
the same texts, one by one; the first round over them is told apart, since most readers remember the words that they
have seen. Peak memory is the process's own (`ru_maxrss`), texts and interpreter included.
"""

import json
import sys
import time
from collections.abc import Callable
from functools import partial
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any

Read = Callable[[str], object]
_ENOUGH = 45  # seconds of the clock after which no round is begun
DAY = "2016-05-03"  # that relative times count from


def _segmentation() -> Read:
    sentences = import_module("marsad.text.sentences").sentences
    words = import_module("marsad.text.words").words
    return lambda text: [words(text, span.start, span.end) for span in sentences(text)]


def _gazetteer() -> Read:
    parsing = import_module("marsad.annotate.lists.parsing")
    known = parsing.lists()
    return lambda text: parsing.parse(text, known)


def _mentions(engine: str) -> Read:
    mentions = import_module("marsad.annotate.names.find").mentions
    known = import_module("marsad.annotate.lists.parsing").lists()
    made = import_module("marsad.annotate.engines.choose").engine(engine)
    return lambda text: mentions(text, made, known)


def _annotations(engine: str) -> Read:
    annotator = import_module("marsad.annotate").annotator(engine)
    return lambda text: annotator(text, published=DAY, steps=("mentions", "entities", "times"))


def _spacy() -> Read:
    return import_module("spacy").blank("ar")  # type: ignore[no-any-return]


def _camel() -> Read:
    return import_module("camel_tools.tokenizers.word").simple_word_tokenize  # type: ignore[no-any-return]


def _qalsadi() -> Read:
    return import_module("qalsadi.lemmatizer").Lemmatizer().lemmatize_text  # type: ignore[no-any-return]


ENGINES = ("lists", "fast", "accurate")
READERS: dict[str, tuple[str, Callable[[], Read]]] = {
    "segmentation": ("marsad", _segmentation),
    "gazetteer": ("marsad", _gazetteer),
    **{f"{name}, mentions": ("marsad", partial(_mentions, name)) for name in ENGINES},
    **{f"{name}, everything": ("marsad", partial(_annotations, name)) for name in ENGINES},
    "spaCy, blank Arabic": ("spacy", _spacy),
    "camel-tools, simple tokenizer": ("camel-tools", _camel),
    "qalsadi, lemmatizer": ("qalsadi", _qalsadi),
}


def _peak() -> float:
    """Peak resident memory in MiB; where the system tells it, without that of the process which started this one."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text("ascii").splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    usage = import_module("resource")
    peak: int = usage.getrusage(usage.RUSAGE_SELF).ru_maxrss
    return peak / (1024 if sys.platform != "darwin" else 1024 * 1024)


def _round(read: Read, texts: list[str]) -> tuple[float, float]:
    """Seconds of the processor and of the clock for all texts."""
    start, clock = time.process_time(), time.perf_counter()
    for text in texts:
        read(text)
    return time.process_time() - start, time.perf_counter() - clock


def _rounds(read: Read, texts: list[str], most: int) -> list[tuple[float, float]]:
    """So many rounds, or as many as a slow reader has time for."""
    done = [_round(read, texts)]
    while len(done) < most and sum(clock for _, clock in done) < _ENOUGH:
        done.append(_round(read, texts))
    return done


def _measured(name: str, rounds: int, texts: list[str]) -> dict[str, Any]:
    package, prepare = READERS[name]
    start = time.process_time()
    read = prepare()
    read("")
    loaded = time.process_time() - start
    first, *more = _rounds(read, texts, rounds)
    best = [min(column) for column in zip(*(more or [first]), strict=True)]
    return {
        "version": version(package),
        "load_s": loaded,
        "first_s": first[0],
        "cpu_s": best[0],
        "clock_s": best[1],
        "peak_mib": _peak(),
    }


def main() -> None:
    """`words_worker.py NAME ROUNDS`; texts as a JSON list on standard input, one JSON object out."""
    name, rounds = sys.argv[1], int(sys.argv[2])
    texts = json.load(sys.stdin)
    try:
        report = _measured(name, rounds, texts)
    except Exception as error:
        if type(error).__name__ not in {"MissingExtra", "NotFound", "ModuleNotFoundError"}:
            raise
        report = {"skipped": f"{error}"}
    json.dump(report, sys.stdout)


if __name__ == "__main__":
    main()
