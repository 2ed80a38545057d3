"""The small linear model: weights that can't be read, and readers side by side."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from marsad.annotate.engines import linear
from marsad.annotate.engines.choose import Engine, engine
from marsad.annotate.engines.decoding import TAGS
from marsad.annotate.engines.linear import Linear
from marsad.annotate.engines.weights import read
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
    return Path(str(pytest.importorskip("marsad_model_ar").__path__[0])) / "linear.npz"


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
    [b"", b"PK", b"no weights" * 100, b"PK\x05\x06" + bytes(18), b"\x93NUMPY\x01\x00", b"\x80\x04N."],
)
def test_damaged_weights_are_said_to_be_damaged(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "linear.npz"
    path.write_bytes(data)
    with pytest.raises(Damaged):
        Linear(path)


@pytest.mark.parametrize("share", [0.5, 0.999])
def test_a_part_of_the_weights_is_said_to_be_damaged(weights: Path, tmp_path: Path, share: float) -> None:
    data = weights.read_bytes()
    path = tmp_path / "linear.npz"
    path.write_bytes(data[: int(len(data) * share)])
    with pytest.raises(Damaged):
        Linear(path)


def test_a_byte_that_changed_is_said_to_be_damage(weights: Path, tmp_path: Path) -> None:
    data = bytearray(weights.read_bytes())
    data[len(data) // 2] ^= 0xFF
    path = tmp_path / "linear.npz"
    path.write_bytes(data)
    with pytest.raises(Damaged):
        Linear(path)


SOUND = {
    "tags": "\n".join(TAGS).encode(),
    "names": b"one\ntwo",
    "skips": [0, 1],
    "columns": [1, 6],
    "weights": [0.5, -2.0],
    "steps": [[0.0] * len(TAGS)] * len(TAGS),
}


def _packed(path: Path, **changed: object) -> Path:
    numpy = pytest.importorskip("numpy")
    parts = {
        name: numpy.frombuffer(part, numpy.uint8) if isinstance(part, bytes) else numpy.array(part)
        for name, part in {**SOUND, **changed}.items()
    }
    numpy.savez_compressed(path, **{name: part for name, part in parts.items() if part.shape})
    return path


def test_weights_stand_at_their_features_and_tags(tmp_path: Path) -> None:
    rows, states, _ = read(_packed(tmp_path / "linear.npz"))
    assert rows == {"one": 0, "two": 1}
    assert states.tolist() == [[0, 0.5, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, -2.0]]


@pytest.mark.parametrize(
    "changed",
    [
        {"tags": b"O\nB-PER"},  # of another model
        {"names": b"\xff\xfe"},
        {"names": b"one"},  # fewer than the weights speak of
        {"skips": [0, 90]},
        {"columns": [1, 7]},
        {"columns": [1, 2, 3]},
        {"weights": ["much", "little"]},
        {"steps": [[0.0]]},
        {"steps": 0},  # left out
    ],
)
def test_weights_that_do_not_belong_together_are_damage(tmp_path: Path, changed: dict[str, object]) -> None:
    with pytest.raises(Damaged):
        read(_packed(tmp_path / "linear.npz", **changed))


def test_weights_that_are_absent_are_not_found(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        Linear(tmp_path / "linear.npz")
