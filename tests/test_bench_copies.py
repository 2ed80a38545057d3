"""The measure of copies measures: what is counted, and that made copies are made as stated."""

import random
from pathlib import Path

import pytest

from bench.copies import best, f1, pairs, section
from bench.copies_made import EDITS, Source
from bench.copies_peers import PEERS

TEXT = "افتتحت البلدية أمس جسرا جديدا فوق النهر، وقال المهندس إن العمل استمر 14 شهرا وإن الكلفة بلغت مليوني دينار. " * 4
SOURCE = Source(TEXT.strip(), "عنوان آخر", ["غير", "هذا", "تماما"])


def test_f1_counts_found_and_missed() -> None:
    assert f1([True, True, False], [True, False, True]) == pytest.approx(0.5)
    assert f1([False], [True]) == 0.0


def test_the_best_threshold_is_the_one_that_parts_best() -> None:
    assert best([0.1, 0.9, 0.8, 0.2], [False, True, True, False]) == (0.8, 1.0)


@pytest.mark.parametrize("kind", EDITS)
def test_a_made_copy_is_the_same_for_the_same_chance(kind: str) -> None:
    first, again = (EDITS[kind](SOURCE, random.Random(5)) for _ in range(2))
    assert first == again != SOURCE.text


def test_so_many_words_are_left_and_changed_as_stated() -> None:
    words = SOURCE.text.split(" ")
    assert len(EDITS["cut to 30 %"](SOURCE, random.Random(1)).split(" ")) == round(len(words) * 0.3)
    long = SOURCE._replace(text=" ".join(f"كلمة{number}" for number in range(3000)))
    left = set(EDITS["15 % of words edited"](long, random.Random(1)).split(" ")) & set(long.text.split(" "))
    assert 0.85 < len(left) / 3000 < 0.95  # a third of the edits only put a word in between


@pytest.mark.parametrize("name", PEERS)
def test_a_peer_finds_a_text_equal_to_itself_and_unlike_others(name: str) -> None:
    other = "فاز الفريق الضيف بثلاثة أهداف في مباراة حماسية حضرها جمهور كبير من المشجعين"
    score = PEERS[name]([TEXT, other])
    assert score(TEXT, TEXT) == pytest.approx(1.0)
    assert score(TEXT, other) < 0.8


def test_without_the_labelled_pairs_the_project_s_own_are_measured(tmp_path: Path) -> None:
    assert pairs(tmp_path) == []
    found = section(tmp_path)
    assert set(found.measures) == {"edits.right", "made.found"}
    assert min(found.measures.values()) >= 0.95
    assert "is absent" in found.lines[-1]
