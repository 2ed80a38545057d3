"""From a model as crfsuite trains it to the weights that Marsad reads."""

import math
from pathlib import Path

import pytest

from marsad.annotate.engines.decoding import TAGS
from marsad.annotate.engines.features import features
from marsad.annotate.engines.linear import Linear
from marsad.annotate.lists.parsing import lists, parse

pytest.importorskip("numpy", reason="numpy is not installed")
pycrfsuite = pytest.importorskip("pycrfsuite", reason="python-crfsuite is not installed")

NAMES = {"عبد": "B-PER", "الفتاح": "I-PER", "السيسي": "I-PER", "سامح": "B-PER", "شكري": "I-PER"}
NAMES |= {"ليبيا": "B-LOC", "القاهرة": "B-LOC", "الأمم": "B-ORG", "المتحدة": "I-ORG", "بئر": "B-LOC", "العبد": "I-LOC"}
LEARNT = (
    "قال الرئيس المصري عبد الفتاح السيسي إن بلاده تدعم ليبيا في الأمم المتحدة.",
    "زار سامح شكري القاهرة ثم بئر العبد.",
)
READ = (*LEARNT, "وصل", "وقال " * 300, "() 12 «»", "قال سامح الفتاح إن الأمم في القاهرة ليبيا.")


def test_a_sentence_is_judged_as_crfsuite_judges_it(tmp_path: Path) -> None:
    crfsuite = pytest.importorskip("models.crfsuite")
    trainer = pycrfsuite.Trainer(verbose=False)
    for text in LEARNT:
        for sentence in parse(text, lists()):
            tags = [NAMES.get(word.text, "O") for word in sentence.words]
            trainer.append(features(sentence.forms, sentence.hits), tags)
    trainer.set_params({"c1": 0.02, "c2": 0.05, "max_iterations": 60, "feature.possible_transitions": True})
    trainer.train(str(tmp_path / "linear.crf"))
    crfsuite.pack(tmp_path / "linear.crf", tmp_path / "linear.npz")
    tagger = pycrfsuite.Tagger()
    tagger.open(str(tmp_path / "linear.crf"))
    model = Linear(tmp_path / "linear.npz")
    for text in READ:
        for sentence, rows in zip(parsed := parse(text, lists()), model.beliefs(parsed), strict=True):
            tagger.set(features(sentence.forms, sentence.hits))
            for place, row in enumerate(rows):
                expected = [max(tagger.marginal(tag, place), 1e-6) for tag in TAGS]
                assert [math.exp(belief) for belief in row] == pytest.approx(expected, rel=1e-6)


@pytest.mark.parametrize("data", [b"", b"lCRF", b"lCRF\xff\xff\x00\x00FOMC" + bytes(100), b"no weights" * 100])
def test_what_crfsuite_did_not_write_is_refused(tmp_path: Path, data: bytes) -> None:
    crfsuite = pytest.importorskip("models.crfsuite")
    source = tmp_path / "linear.crf"
    source.write_bytes(data)
    with pytest.raises(ValueError, match="crfsuite"):
        crfsuite.pack(source, tmp_path / "linear.npz")
    assert not (tmp_path / "linear.npz").exists()
