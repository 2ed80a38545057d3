"""The encoder with the weights that ship; what cuts texts into windows is tested without them."""

import sys
from itertools import chain, pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.annotate.engines import encoder
from marsad.annotate.engines.decoding import TAGS, stretches
from marsad.annotate.engines.encoder import OVERLAP, WINDOW, Encoder, windows
from marsad.errors import Damaged, MissingExtra, NotFound
from marsad.text.words import words

TEXT = "أعلن وزير الخارجية المصري سامح شكري في القاهرة أن مصر تدعم جهود الأمم المتحدة في ليبيا."


@pytest.fixture(scope="module")
def accurate() -> Encoder:
    pytest.importorskip("onnxruntime", reason="onnxruntime is not installed")
    pytest.importorskip("marsad_model_ar", reason="the weights are not installed (pip install ./models)")
    try:
        return Encoder.load()
    except NotFound:
        pytest.skip("the package of the weights holds none")


def found(model: Encoder, text: str) -> list[tuple[str, str]]:
    cut = [word.text for word in words(text)]
    rows = model.posteriors([cut])[0]
    return [(" ".join(cut[name.first : name.last]), name.label) for name in stretches(rows)]


@settings(deadline=None)
@given(st.lists(st.lists(st.integers(1, 16), max_size=400), max_size=6))
def test_every_word_is_judged_in_exactly_one_window(sizes: list[list[int]]) -> None:
    sentences = [[tuple(range(size)) for size in sentence] for sentence in sizes]
    made = windows(sentences)
    judged = [word for window in made for word in window.words]
    assert sorted(judged) == list(range(sum(map(len, sizes))))
    flat = list(chain.from_iterable(sentences))
    for window in made:
        assert 0 < len(window.pieces) <= WINDOW - 2
        for word, first in zip(window.words, window.firsts, strict=True):
            assert tuple(window.pieces[first : first + len(flat[word])]) == flat[word]


def test_words_of_a_long_sentence_are_judged_away_from_the_edges() -> None:
    made = windows([[(7,)] * 1000])
    for before, after in pairwise(made):
        shared = (after.words[0] - after.firsts[0], before.words[-1] + 1)
        assert shared[1] - shared[0] >= OVERLAP // 2  # what the later window has read before it judges
        assert before.firsts[-1] < len(before.pieces) - OVERLAP // 3  # and the earlier behind what it judges


def test_names_are_found(accurate: Encoder) -> None:
    names = found(accurate, TEXT)
    assert ("سامح شكري", "PER") in names
    assert ("القاهرة", "LOC") in names
    assert ("ليبيا", "LOC") in names
    assert ("الأمم المتحدة", "ORG") in names


def test_beliefs_are_probabilities_of_every_word(accurate: Encoder) -> None:
    sentences = [["زار", "عمّان"], [], ["قال", "لافروف", ":"]]
    rows = accurate.posteriors(sentences)
    assert [len(sentence) for sentence in rows] == [2, 0, 3]
    for row in chain.from_iterable(rows):
        assert len(row) == len(TAGS)
        assert sum(2.718281828459045**belief for belief in row) == pytest.approx(1, abs=1e-4)


def test_the_same_text_twice_gives_the_same(accurate: Encoder) -> None:
    cut = [[word.text for word in words(TEXT)]] * 3
    assert accurate.posteriors(cut) == accurate.posteriors(cut)


def test_marks_and_stretching_change_no_belief(accurate: Encoder) -> None:
    bare = ["وصل", "محمد", "إلى", "بيروت"]
    assert accurate.posteriors([bare]) == accurate.posteriors([["وَصَلَ", "مُحمّد", "إلى", "بيـــروت"]])


def test_nothing_gives_nothing(accurate: Encoder) -> None:
    assert accurate.posteriors([]) == []
    assert accurate.posteriors([[], []]) == [[], []]


def test_a_sentence_of_thousands_of_words_is_read(accurate: Encoder) -> None:
    sentence = [word.text for word in words(TEXT)] * 150
    rows = accurate.posteriors([sentence])[0]
    assert len(rows) == len(sentence)
    assert sum(name.label == "PER" for name in stretches(rows)) >= 140


@pytest.mark.parametrize("name", ["onnxruntime", "marsad_model_ar"])
def test_what_is_not_installed_is_named_with_its_extra(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.setattr(encoder, "_PACKAGE", "marsad_model_absent" if name == "marsad_model_ar" else "marsad")
    with pytest.raises(MissingExtra, match=r"marsad\[model\]"):
        Encoder.load()


def test_a_folder_without_weights_is_named(tmp_path: Path) -> None:
    pytest.importorskip("onnxruntime", reason="onnxruntime is not installed")
    with pytest.raises(NotFound, match="no weights"):
        Encoder.load(tmp_path)
    (tmp_path / "pieces.tsv").write_text("<s>\t0\n", "utf-8")
    (tmp_path / "encoder.onnx").write_bytes(b"no graph")
    with pytest.raises(Damaged, match="can't be read"):
        Encoder.load(tmp_path)
