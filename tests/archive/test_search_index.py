"""The index is derived: a process that is killed while it writes it costs nothing, and many may search beside it."""

import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.archive import Archive, Intake
from marsad.archive.index_files import folder_of, read_state
from marsad.archive.query import said
from marsad.archive.query_parse import parse
from marsad.archive.query_tokens import QueryError
from marsad.archive.search import Finder, Wish, search
from marsad.records import Origin, Page, from_json

NOW = Intake("2026-03-10T09:00:00Z", "مريم", "test", "marsad test")
WORDS = [
    "روسيا",
    "الصين",
    "وزير",
    "القطار",
    "المدينة",
    "اتفاق",
    "لقاء",
    "الحدود",
    "ميناء",
    "سفينة",
    "مطر",
    "قمح",
    "سوق",
    "مدرسة",
    "جسر",
    "نهر",
]
SEARCH = """
import sys
from marsad.archive import Archive
from marsad.archive.search import search
print(search(Archive.open(sys.argv[1], read_only=True), "روسيا").total, flush=True)
"""


def fill(archive: Archive, first: int, last: int) -> None:
    """Adds articles, as many words in each as it takes to keep an index busy."""
    with archive.writing():
        for number in range(first, last):
            text = " ".join(random.Random(number).choices(WORDS, k=200))
            article: dict[str, object] = {
                "id": f"a-{number}",
                "language": "ar",
                "headline": None,
                "text": text,
                "paragraphs": [],
            }
            record = from_json({"schema": "marsad.record/1", "origin": {"uri": str(number)}, "article": article})
            archive.add(Page(Origin(uri=str(number)), str(number).encode()), record, NOW)


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    """An archive of 600 articles."""
    path = tmp_path / "a.db"
    with Archive.open(path, create=True) as archive:
        fill(archive, 0, 600)
    return path


def test_a_process_that_is_killed_while_it_indexes_costs_nothing(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("marsad.archive.index._BATCH", 100)
    script = f"import marsad.archive.index as index\nindex._BATCH = 20\n{SEARCH}"
    for number in range(8):
        process = subprocess.Popen([sys.executable, "-c", script, str(filled)], stdout=subprocess.PIPE)
        time.sleep(0.4 + 0.15 * number)
        process.kill()
        process.communicate()
        if number == 3:
            with Archive.open(filled) as archive:
                fill(archive, 600, 650)
    with Archive.open(filled, read_only=True) as archive:
        asked = Finder(archive)
        found = {word: asked.search(word).total for word in WORDS}
        shutil.rmtree(folder_of(filled))
        assert found == {word: Finder(archive).search(word).total for word in WORDS}
        state = read_state(folder_of(filled))
        assert state is not None
        assert (state.number, state.articles) == (650, 650)


def test_many_processes_search_while_one_adds(filled: Path) -> None:
    with Archive.open(filled) as archive:
        search(archive, "روسيا")
        readers = [
            subprocess.Popen(
                [sys.executable, "-c", SEARCH, str(filled)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
            )
            for _ in range(4)
        ]
        for start in range(600, 700, 10):
            fill(archive, start, start + 10)
        for reader in readers:
            out, error = reader.communicate()
            assert reader.returncode == 0, error.decode()
            assert int(out) > 500
        assert search(archive, "", Wish(limit=0)).total == 700


SIGNS = ("(", ")", "*", '"', "»", "،", "\u200f", "-", "مدر*", '"روسيا الصين"', "«قمح»")
OPERATORS = ("AND", "OR", "NOT", "و", "أو", "ليس", "وليس")
FIELDS = ("person:", "place:روسيا", "date:2015", "date:x", "foo:", "has:quotes")
PART = st.sampled_from([*WORDS[:4], *SIGNS, *OPERATORS, *FIELDS])


@settings(deadline=None)
@given(st.lists(PART, max_size=9).map(" ".join))
def test_any_query_has_a_meaning_or_a_place_to_mend(query: str) -> None:
    tree, place = None, (0, 0)
    try:
        tree = parse(query)
    except QueryError as error:
        place = (error.start, error.end)
    assert 0 <= place[0] <= place[1] <= len(query)
    if tree is not None:
        assert said(parse(said(tree)) or tree) == said(tree)


CASES: dict[str, Callable[[list[str]], bool]] = {
    "روسيا قمح": lambda words: "روسيا" in words and "قمح" in words,
    "روسيا OR قمح": lambda words: "روسيا" in words or "قمح" in words,
    "NOT روسيا": lambda words: "روسيا" not in words,
    "روسيا NOT (قمح OR مطر)": lambda words: "روسيا" in words and not {"قمح", "مطر"} & set(words),
    '"روسيا قمح مطر"': lambda words: "روسيا قمح مطر" in " ".join(words),
    "مد*": lambda words: "مدرسة" in words,
}


def test_operators_mean_what_they_say(filled: Path) -> None:
    with Archive.open(filled, read_only=True) as archive:
        asked = Finder(archive)
        texts = {one: record.article.text.split() for one in archive.ids() if (record := archive.record(one))}
        for query, fits in CASES.items():
            expected = {one for one, words in texts.items() if fits(words)}
            assert {found.article for found in asked.search(query, Wish(limit=1000)).found} == expected, query
