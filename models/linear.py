"""Trains the small linear model of the `fast` engine: `python -m models.linear [--out FILE] [--without GROUP]`.

A conditional random field (L-BFGS with both norms, python-crfsuite) over `marsad.annotate.engines.features`. It learns
from the corpora of `corpora.sentences()` and, counted several times because they keep our conventions exactly, from the
annotated articles of `corpora.articles()`. Words that are neither right nor wrong (X) are read as outside.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pycrfsuite

from marsad.annotate.engines.features import features
from marsad.annotate.lists.parsing import Lists, lists, sentence
from marsad.text.words import Word, words
from models import corpora, crfsuite

OUT = Path(__file__).parent / "marsad_model_ar" / "linear.npz"
WEIGHT = 3  # how often an annotated article is seen, against once for a sentence of a corpus
PARAMETERS = {"c1": 0.02, "c2": 0.05, "max_iterations": 120, "feature.possible_transitions": True, "feature.minfreq": 1}
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


def make(known: Lists, path: Path, without: str | None = None) -> None:
    """Trains and writes one model; `without`: a group of outlets that it must not see."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for items, tags in examples(known, without):
        trainer.append(items, ["O" if tag == "X" else tag for tag in tags])
    trainer.set_params(PARAMETERS)
    with TemporaryDirectory() as folder:
        trained = Path(folder) / "linear.crf"
        trainer.train(str(trained))
        crfsuite.pack(trained, path)


def main() -> None:
    """Trains and writes one model."""
    parser = argparse.ArgumentParser(prog="python -m models.linear", description=__doc__.split("\n", 1)[0])
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--without", help="group of outlets to leave out, for cross-validation")
    options = parser.parse_args()
    make(lists(), options.out, options.without)


if __name__ == "__main__":
    main()
