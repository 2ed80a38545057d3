"""Trains the small linear model of the `fast` engine: `python -m models.linear [--out FILE] [--without GROUP]`.

A conditional random field (L-BFGS with both norms, python-crfsuite) over `marsad.annotate.engines.features`. It learns
from the corpora of `corpora.sentences()` and, counted several times because they keep our conventions exactly, from the
annotated articles of `corpora.articles()`. Words that are neither right nor wrong (X) are first read as outside;
then the model that came of it tags them, and a second model learns from that reading.
"""

import argparse
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pycrfsuite

from marsad.annotate.engines.decoding import TAGS
from marsad.annotate.engines.features import features
from marsad.annotate.engines.linear import Linear
from marsad.annotate.lists.parsing import Lists, lists, sentence
from marsad.text.words import Word, words
from models import corpora

OUT = Path(__file__).parent / "marsad_model_ar" / "linear.crf"
WEIGHT = 2  # how often an annotated article is seen, against once for a sentence of a corpus
PARAMETERS = {"c1": 0.1, "c2": 0.05, "max_iterations": 120, "feature.possible_transitions": True, "feature.minfreq": 2}
Example = tuple[list[list[str]], list[str]]


def examples(known: Lists, without: str | None = None) -> Iterator[Example]:
    """Features and tags (with X) of every sentence to learn from; `without`: a group of outlets to leave out."""
    for learnt in corpora.sentences():
        whole = [words(text)[0] for text in learnt.words]
        yield _features(whole, known), learnt.tags
    for article in corpora.articles():
        if article.group != without:
            found = words(article.text)
            for start, end in article.sentences:
                example = _features(found[start:end], known), article.tags[start:end]
                yield from [example] * WEIGHT


def _features(whole: list[Word], known: Lists) -> list[list[str]]:
    read = sentence(whole, known)
    return features(read.forms, read.hits)


def train(found: Sequence[Example], path: Path) -> None:
    """Writes a model of examples whose X was read."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for items, tags in found:
        trainer.append(items, tags)
    trainer.set_params(PARAMETERS)
    trainer.train(str(path))


def settled(found: Sequence[Example], model: Linear | None) -> list[Example]:
    """Examples with every X read: by a model, else as outside."""
    return [(items, _settled(items, tags, model)) for items, tags in found]


def _settled(items: list[list[str]], tags: list[str], model: Linear | None) -> list[str]:
    if "X" not in tags:
        return tags
    best = ["O"] * len(tags)
    if model:
        best = [TAGS[max(range(len(TAGS)), key=row.__getitem__)] for row in model.beliefs(items)]
    return [guess if tag == "X" else tag for tag, guess in zip(tags, best, strict=True)]


def make(known: Lists, path: Path, without: str | None = None) -> None:
    """Trains and writes one model; `without`: a group of outlets that it must not see."""
    found = list(examples(known, without))
    with tempfile.TemporaryDirectory() as folder:
        first = Path(folder) / "first.crf"
        train(settled(found, None), first)
        train(settled(found, Linear(first)), path)


def main() -> None:
    """Trains and writes one model."""
    parser = argparse.ArgumentParser(prog="python -m models.linear", description=__doc__.split("\n", 1)[0])
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--without", help="group of outlets to leave out, for cross-validation")
    options = parser.parse_args()
    make(lists(), options.out, options.without)


if __name__ == "__main__":
    main()
