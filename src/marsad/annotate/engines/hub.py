"""Any token-classification model that the user names, from the hub or a folder: `--engine transformers:NAME`.

The model's own labels are read as ours: PER, PERS and PERSON; ORG; LOC, GPE and FAC; with B- and I- (or BIOES, BILOU)
or without; everything else (MISC, DATE …) counts as outside. Sentences are read one by one, long ones in pieces.
"""

import importlib
import math
from collections.abc import Iterator, Sequence
from typing import Any

from marsad.annotate.engines.decoding import TAGS, Beliefs
from marsad.errors import MissingExtra, NotFound, UsageError

WORDS = 100  # of a sentence that are read at once; the usual models take 512 pieces
BATCH = 16
LONGEST = 64  # characters that are read of a word

_LABELS = {
    "PER": "PER", "PERS": "PER", "PERSON": "PER",
    "ORG": "ORG", "ORGANIZATION": "ORG", "ORGANISATION": "ORG", "CORP": "ORG", "CORPORATION": "ORG",
    "LOC": "LOC", "LOCATION": "LOC", "GPE": "LOC", "FAC": "LOC", "FACILITY": "LOC", "PLACE": "LOC",
}  # fmt: skip
_BEGINNING = frozenset({"B", "S", "U"})
_INSIDE = frozenset({"I", "E", "L", "M"})
_LEAST = 1e-6  # a probability below this is taken as this


class Hub:
    """A model of the hub, ready to read. Make one with `load`."""

    def __init__(self, model: Any, tokenizer: Any, torch: Any) -> None:  # noqa: ANN401 - the library is optional
        self._model, self._tokenizer, self._torch = model, tokenizer, torch
        labels = model.config.id2label
        self._tags = [_tags(str(labels[number])) for number in range(len(labels))]
        if all(tags == ("O", "O") for tags in self._tags):
            raise UsageError("this model knows no persons, organisations or places: its labels are " + _some(labels))

    @classmethod
    def load(cls, name: str) -> "Hub":
        """The model `name`: `owner/model` of the hub, or a folder.

        Raises MissingExtra where transformers and torch are not installed, NotFound where there is no such model,
        UsageError where it is of another kind.
        """
        if not name:
            raise UsageError("transformers: needs a name behind it, as in transformers:owner/model")
        try:
            transformers = importlib.import_module("transformers")
            torch = importlib.import_module("torch")
        except ImportError:
            raise MissingExtra("models of the hub need transformers and torch; install marsad[transformers]") from None
        try:
            tokenizer = transformers.AutoTokenizer.from_pretrained(name, use_fast=True)
            model = transformers.AutoModelForTokenClassification.from_pretrained(name)
        except Exception as error:  # noqa: BLE001 - transformers raises what its parts raise, of any kind
            reason = str(error).strip().partition("\n")[0][:200]
            raise NotFound(f"no token-classification model can be loaded: {reason}", where=name) from None
        if not tokenizer.is_fast:
            raise UsageError("this model's tokenizer does not tell which word a piece belongs to", where=name)
        return cls(model.eval(), tokenizer, torch)

    def posteriors(self, sentences: Sequence[Sequence[str]]) -> list[list[Beliefs]]:
        """For every word the natural logarithm of the probability of each of `decoding.TAGS`."""
        parts = [
            (number, sentence[start : start + WORDS])
            for number, sentence in enumerate(sentences)
            for start in range(0, len(sentence), WORDS)
        ]
        found: list[list[Beliefs]] = [[] for _ in sentences]
        for start in range(0, len(parts), BATCH):
            batch = parts[start : start + BATCH]
            for (number, _), rows in zip(batch, self._read([words for _, words in batch]), strict=True):
                found[number] += rows
        return found

    def _read(self, batch: Sequence[Sequence[str]]) -> Iterator[list[Beliefs]]:
        """The beliefs about the words of each part; a word that got no piece is outside."""
        words = [[word[:LONGEST] for word in part] for part in batch]
        most = min(self._tokenizer.model_max_length, 512)
        given = self._tokenizer(
            words, is_split_into_words=True, padding=True, truncation=True, max_length=most, return_tensors="pt"
        )
        with self._torch.no_grad():
            chances = self._model(**given).logits.softmax(-1).tolist()
        for row, part in enumerate(words):
            first: dict[int, int] = {}
            for at, word in enumerate(given.word_ids(row)):
                if word is not None:
                    first.setdefault(word, at)
            yield self._ours([chances[row][first[at]] if at in first else None for at in range(len(part))])

    def _ours(self, rows: Sequence[Sequence[float] | None]) -> list[Beliefs]:
        """The model's probabilities as ours. A label without B- or I- continues the name of the word before it."""
        found: list[Beliefs] = []
        before = ""
        for row in rows:
            sums = dict.fromkeys(TAGS, 0.0)
            for (alone, following), chance in zip(self._tags, row or (), strict=row is not None):
                sums[following if before and following[2:] == before else alone] += chance
            if row is None:
                sums["O"] = 1.0
            before = max(sums, key=sums.__getitem__)[2:]
            found.append(tuple(math.log(max(sums[tag], _LEAST)) for tag in TAGS))
        return found


def _tags(label: str) -> tuple[str, str]:
    """Our tag for a model's label where it begins a name, and where it follows a word of the same kind."""
    head, _, rest = label.upper().replace("_", "-").partition("-")
    if label.upper() in _LABELS:  # no B- or I-
        ours = _LABELS[label.upper()]
        return f"B-{ours}", f"I-{ours}"
    name = _LABELS.get(rest)
    if name and head in _BEGINNING:
        return f"B-{name}", f"B-{name}"
    return (f"I-{name}", f"I-{name}") if name and head in _INSIDE else ("O", "O")


def _some(labels: dict[int, str]) -> str:
    shown = sorted({str(label) for label in labels.values()})[:8]
    return ", ".join(shown)
