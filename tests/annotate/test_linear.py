"""The small linear model: weights that can't be read, and readers side by side."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from marsad.annotate.engines.choose import Engine, engine
from marsad.annotate.engines.linear import Linear
from marsad.annotate.lists.parsing import lists, parse
from marsad.errors import Damaged, MissingExtra, NotFound

pytest.importorskip("pycrfsuite", reason="python-crfsuite is not installed")

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


def test_half_of_the_weights_does_not_end_the_process(fast: Engine, tmp_path: Path) -> None:
    weights = pytest.importorskip("marsad_model_ar").__path__[0]
    data = (Path(weights) / "linear.crf").read_bytes()
    path = tmp_path / "linear.crf"
    path.write_bytes(data[: len(data) // 2])
    assert fast.name == "fast"
    with pytest.raises(Damaged):
        Linear(path)


def test_weights_that_are_absent_are_not_found(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        Linear(tmp_path / "linear.crf")
