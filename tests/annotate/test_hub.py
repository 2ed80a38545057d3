"""Models of the hub, with a tiny one that is made here and never leaves the disk."""

import math
import sys
from pathlib import Path

import pytest

from marsad.annotate.engines.decoding import TAGS
from marsad.annotate.engines.hub import WORDS, Hub, _tags
from marsad.errors import MissingExtra, NotFound, UsageError

WORDS_OF_THE_TINY_MODEL = ("زار", "الوزير", "بيروت", "أمس", "سامح", "شكري")


def tiny(folder: Path, labels: tuple[str, ...]) -> Path:
    """A random BERT of one layer over six words, saved as the hub saves models."""
    pytest.importorskip("torch", reason="torch is not installed")
    transformers = pytest.importorskip("transformers", reason="transformers is not installed")
    tokenizers = pytest.importorskip("tokenizers", reason="tokenizers is not installed")
    names = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", *WORDS_OF_THE_TINY_MODEL]
    cutter = tokenizers.Tokenizer(
        tokenizers.models.WordLevel({name: at for at, name in enumerate(names)}, unk_token="[UNK]")  # noqa: S106 - no secret
    )
    cutter.pre_tokenizer = tokenizers.pre_tokenizers.Whitespace()
    cutter.post_processor = tokenizers.processors.TemplateProcessing(
        "[CLS] $A [SEP]", None, [("[CLS]", 2), ("[SEP]", 3)]
    )
    fast = transformers.PreTrainedTokenizerFast(
        tokenizer_object=cutter,
        pad_token="[PAD]",  # noqa: S106
        unk_token="[UNK]",  # noqa: S106
        model_max_length=WORDS + 8,
    )
    fast.save_pretrained(folder)
    transformers.set_seed(1)
    shape = transformers.BertConfig(
        vocab_size=len(names),
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=16,
        max_position_embeddings=WORDS + 8,
        id2label=dict(enumerate(labels)),
        label2id={label: at for at, label in enumerate(labels)},
    )
    transformers.BertForTokenClassification(shape).save_pretrained(folder)
    return folder


@pytest.mark.filterwarnings("ignore")
def test_a_model_on_disk_reads_words(tmp_path: Path) -> None:
    hub = Hub.load(str(tiny(tmp_path, ("O", "B-PERS", "I-PERS", "B-GPE", "I-GPE", "B-ORG", "I-ORG", "B-DATE"))))
    sentences = [["زار", "الوزير", "سامح", "شكري", "بيروت"], [], ["أمس"], ["كلمة"] * (2 * WORDS + 3)]
    rows = hub.posteriors(sentences)
    assert [len(sentence) for sentence in rows] == [5, 0, 1, 2 * WORDS + 3]
    for sentence in rows:
        for row in sentence:
            assert len(row) == len(TAGS)
            assert sum(map(math.exp, row)) == pytest.approx(1, abs=1e-3)
    assert rows == hub.posteriors(sentences)


@pytest.mark.filterwarnings("ignore")
def test_a_model_without_names_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="NOUN"):
        Hub.load(str(tiny(tmp_path, ("NOUN", "VERB"))))


@pytest.mark.filterwarnings("ignore")
def test_a_name_that_nothing_has_is_said_so(tmp_path: Path) -> None:
    pytest.importorskip("torch", reason="torch is not installed")
    pytest.importorskip("transformers", reason="transformers is not installed")
    with pytest.raises(NotFound, match="no token-classification model"):
        Hub.load(str(tmp_path / "absent"))


@pytest.mark.parametrize(
    ("label", "tags"),
    [
        ("O", ("O", "O")),
        ("B-PER", ("B-PER", "B-PER")),
        ("I-PERS", ("I-PER", "I-PER")),
        ("PERSON", ("B-PER", "I-PER")),
        ("GPE", ("B-LOC", "I-LOC")),
        ("S-LOC", ("B-LOC", "B-LOC")),
        ("E-ORG", ("I-ORG", "I-ORG")),
        ("b_org", ("B-ORG", "B-ORG")),
        ("B-MISC", ("O", "O")),
        ("LABEL_0", ("O", "O")),
    ],
)
def test_labels_of_other_schemes_are_read_as_ours(label: str, tags: tuple[str, str]) -> None:
    assert _tags(label) == tags


def test_what_is_not_installed_is_named_with_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "transformers", None)
    with pytest.raises(MissingExtra, match=r"marsad\[transformers\]"):
        Hub.load("owner/model")
