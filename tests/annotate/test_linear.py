"""The small linear model: weights that can't be read, and readers side by side."""

import math
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from marsad.annotate.engines import linear
from marsad.annotate.engines.choose import Engine, engine
from marsad.annotate.engines.decoding import TAGS
from marsad.annotate.engines.features import features
from marsad.annotate.engines.linear import Linear
from marsad.annotate.lists.parsing import lists, parse
from marsad.errors import Damaged, MissingExtra, NotFound

pytest.importorskip("numpy", reason="numpy is not installed")

TEXTS = (
    "قال الرئيس المصري عبد الفتاح السيسي إن بلاده تدعم ليبيا والسودان في الأمم المتحدة.",
    "زار سامح شكري القاهرة.",
    "وصل",
)


@pytest.fixture(scope="module")
def fast() -> Engine:
    try:
        return engine("fast")
    except (MissingExtra, NotFound):
        pytest.skip("the weights are not installed (pip install ./models)")


@pytest.fixture(scope="module")
def weights(fast: Engine) -> Path:
    assert fast.name == "fast"
    return Path(str(pytest.importorskip("marsad_model_ar").__path__[0])) / "linear.crf"


def test_a_sentence_is_judged_as_crfsuite_judges_it(weights: Path) -> None:
    tagger = pytest.importorskip("pycrfsuite", reason="python-crfsuite is not installed").Tagger()
    tagger.open(str(weights))
    for text in (*TEXTS, "وقال " * 300, "() 12 «»"):
        for sentence, rows in zip(parsed := parse(text, lists()), Linear(weights).beliefs(parsed), strict=True):
            tagger.set(features(sentence.forms, sentence.hits))
            for place, row in enumerate(rows):
                expected = [max(tagger.marginal(tag, place), 1e-6) for tag in TAGS]
                assert [math.exp(belief) for belief in row] == pytest.approx(expected, rel=1e-6)


def test_what_is_remembered_of_words_changes_nothing(weights: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sentences = [sentence for text in TEXTS for sentence in parse(text, lists())]
    model = Linear(weights)
    first = model.beliefs(sentences)
    assert model.beliefs(sentences) == first
    monkeypatch.setattr(linear, "_MOST", 3)
    for sentence, rows in zip(sentences, first, strict=True):
        alone = model.beliefs([sentence])[0]
        assert alone == [pytest.approx(row) for row in rows]
    assert model.beliefs([]) == []


def test_threads_that_share_a_model_do_not_disturb_each_other(fast: Engine) -> None:
    sentences = [parse(text, lists()) for text in TEXTS]
    alone = [fast.beliefs(parsed) for parsed in sentences]
    with ThreadPoolExecutor(6) as threads:
        together = list(threads.map(fast.beliefs, sentences * 400))
    assert together == alone * 400


@pytest.mark.parametrize(
    "data",
    [b"", b"lCRF", b"no weights" * 100, b"lCRF\xff\xff\x00\x00FOMC" + bytes(100), b"lCRF\x40\x00\x00\x00" + bytes(56)],
)
def test_damaged_weights_are_said_to_be_damaged(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "linear.crf"
    path.write_bytes(data)
    with pytest.raises(Damaged):
        Linear(path)


def test_half_of_the_weights_is_said_to_be_damaged(weights: Path, tmp_path: Path) -> None:
    data = weights.read_bytes()
    path = tmp_path / "linear.crf"
    path.write_bytes(data[: len(data) // 2])
    with pytest.raises(Damaged):
        Linear(path)
    cut = data[: len(data) // 2]
    path.write_bytes(cut[:4] + len(cut).to_bytes(4, "little") + cut[8:])  # a size that is said is no proof
    with pytest.raises(Damaged):
        Linear(path)


def test_weights_that_are_absent_are_not_found(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        Linear(tmp_path / "linear.crf")
