"""The engines on articles whose outlets their weights have not seen: `python -m models.crossval --folder models/out`.

Cross-validation over groups of outlets. The linear model is trained three times here, each time without one group; the
encoder's beliefs are those that `models.evaluate` wrote into the folder (`beliefs.json`: each article read by a network
that has not seen its outlet). Articles that no weights may learn from (`ds`, `df`, the seed page) are read by the
models that know most of the others. Prints the figures of the scorer for each half of the articles (docs/quality.md).
"""

import argparse
import json
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from bench import annotations
from marsad.annotate import Annotator
from marsad.annotate.engines.choose import AccurateEngine, Engine, FastEngine
from marsad.annotate.engines.decoding import TAGS, Beliefs
from marsad.annotate.engines.linear import Linear
from marsad.annotate.lists.parsing import lists, parse
from marsad.annotate.seen import as_seen
from marsad.text.words import Word
from models import corpora, linear

GROUPS = ("aljazeera", "maghreb", "others")
_OTHERS = "others"  # the smallest group: its model knows most


class Remembered:
    """What an encoder believed of an article, word by word."""

    def __init__(self, text: str, rows: Sequence[Sequence[float]]) -> None:
        """`rows`: of each word of `text` as it came; a word without a shape (a lone tatweel) is read no longer."""
        seen = as_seen(text)
        if seen is not None:
            starts = [word.start for word in _words(text)]
            rows = [rows[bisect_right(starts, seen.offsets[word.start]) - 1] for word in _words(seen.text)]
        self._rows = [tuple(row) for row in rows]

    def posteriors(self, sentences: Sequence[Sequence[str]]) -> list[list[Beliefs]]:
        """The rows in the order of the words."""
        assert sum(map(len, sentences)) == len(self._rows)
        assert all(len(row) == len(TAGS) for row in self._rows)
        rows = iter(self._rows)
        return [[next(rows) for _ in sentence] for sentence in sentences]


def _words(text: str) -> list[Word]:
    return [word for sentence in parse(text, lists()) for word in sentence.words]


def trained(folder: Path, *, again: bool) -> dict[str, Linear]:
    """The linear models without each group."""
    for group in GROUPS:
        path = folder / f"linear-{group}.npz"
        if again or not path.exists():
            linear.make(lists(), path, without=group)
    return {group: Linear(folder / f"linear-{group}.npz") for group in GROUPS}


def main() -> None:
    """Trains what is missing and prints the figures of both engines."""
    parser = argparse.ArgumentParser(prog="python -m models.crossval", description=__doc__.split("\n", 1)[0])
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--again", action="store_true", help="train the linear models anew")
    parser.add_argument("--by", choices=["half", "outlet"], default="half")
    options = parser.parse_args()
    models = trained(options.folder, again=options.again)
    group_of = {article.id: article.group for article in corpora.articles()}
    path = options.folder / "beliefs.json"
    beliefs = json.loads(path.read_text("utf-8")) if path.exists() else {}

    def fast(article: Mapping[str, Any]) -> Engine:
        return FastEngine(models[group_of.get(article["id"], _OTHERS)])

    def accurate(article: Mapping[str, Any]) -> Engine:
        remembered = Remembered(article["text"], beliefs[article["id"]][1])
        return AccurateEngine(models[group_of.get(article["id"], _OTHERS)], remembered)

    for name, engine in (("fast", fast), ("accurate", accurate)):
        if name == "accurate" and not beliefs:
            print("accurate: skipped, there is no beliefs.json; python -m models.evaluate writes it")
            continue
        found = annotations.by_group(
            lambda article, engine=engine: Annotator(engine(article))(article["text"], published=article["pub_date"]),
            lambda article: annotations.half(article["outlet"]) if options.by == "half" else article["outlet"],
        )
        for half, measures in found.items():
            print(
                f"{name:9} {half:24}",
                *(f"{key.removeprefix('entities.')} {value:.3f}" for key, value in measures.items()),
            )


if __name__ == "__main__":
    main()
