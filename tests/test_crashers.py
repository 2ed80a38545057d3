"""What once broke the reader is tried again: every find of the fuzzers, and a first round of fresh inputs.

A find is `fuzz/crashers/HARNESS-ID.bin`, with a line beside it that says what escaped; what hung or died in native
code is `HARNESS-timeout-…`, `-oom-…` or `-crash-…`.
"""

import random
from itertools import islice
from pathlib import Path

import pytest

from fuzz.engine import CRASHERS, HARNESSES, Watch, load, mutations, seeds

FINDS = sorted(find for find in CRASHERS.glob("*-*") if find.suffix != ".txt")
ROUND = 60  # inputs; the long runs are `fuzz/run.py`


@pytest.mark.parametrize("find", FINDS, ids=[find.name for find in FINDS])
def test_what_once_broke_the_reader_breaks_it_no_more(find: Path, tmp_path: Path) -> None:
    harness = find.stem.split("-")[0]
    check, _ = load(harness)
    watch = Watch(harness, check, tmp_path)
    watch(find.read_bytes())
    assert not watch.escaped, find.name


@pytest.mark.parametrize("harness", HARNESSES)
def test_nothing_but_own_errors_escapes_from_mutated_pages(harness: str, tmp_path: Path) -> None:
    check, patterns = load(harness)
    watch = Watch(harness, check, tmp_path)
    for data in islice(mutations(seeds(patterns), random.Random(7)), ROUND):
        watch(data)
    assert not watch.escaped, [note.read_text("utf-8") for note in tmp_path.glob("*.txt")]
    assert watch.runs == ROUND


def test_a_watch_keeps_one_input_for_each_kind_of_escape(tmp_path: Path) -> None:
    def check(data: bytes) -> None:
        if data:
            raise KeyError(data[:1])

    watch = Watch("html", check, tmp_path)
    for data in (b"", b"a", b"ab", b"b"):
        watch(data)
    assert [path.read_bytes() for path in tmp_path.glob("*.bin")] == [b"a"]
    assert "KeyError" in next(tmp_path.glob("*.txt")).read_text("utf-8")
