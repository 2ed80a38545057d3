"""How sure a figure is: a 95 % interval of every F1, by drawing the articles again and again.

The scorer counts each article by itself (`score(…, "article")`). An F1 of a sample is made of the sums of its articles,
so a sample drawn with replacement is scored by adding counts, not by reading again.
"""

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

SAMPLES = 1_000
SEED = 20_150_208
_TAIL = 0.025  # left out at each end: what lies between is 95 %

Counts = tuple[float, float, float]  # right, found, expected


@dataclass(frozen=True, slots=True)
class Figure:
    """Precision, recall and F1 of one layer with the interval of F1, and the counts behind them."""

    right: float
    found: float
    expected: float
    low: float
    high: float

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of what is expected that was found."""
        return self.right / self.expected if self.expected else 0.0

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        return f1((self.right, self.found, self.expected))


def f1(counts: Counts) -> float:
    """F1 of counts; 0 where nothing is right."""
    right, found, expected = counts
    return 2 * right / (found + expected) if right else 0.0


def figure(articles: Sequence[Counts]) -> Figure:
    """The figure of a layer from the counts of each article."""
    low, high = interval(articles, f1)
    return Figure(*_sum(articles), low, high)


def interval(articles: Sequence[Counts], measure: Callable[[Counts], float]) -> tuple[float, float]:
    """Where `measure` of the summed counts lies in 95 of 100 samples of as many articles."""
    if not articles:
        return 0.0, 0.0
    chance = random.Random(SEED)
    drawn = sorted(measure(_sum(chance.choices(articles, k=len(articles)))) for _ in range(SAMPLES))
    cut = round(SAMPLES * _TAIL)
    return drawn[cut], drawn[-cut - 1]


def _sum(articles: Iterable[Counts]) -> Counts:
    right = found = expected = 0.0
    for one in articles:
        right += one[0]
        found += one[1]
        expected += one[2]
    return right, found, expected


def by_layer(scored: Mapping[str, Any], ids: Iterable[str], layers: Iterable[str]) -> dict[str, Figure]:
    """The figure of every layer that the scorer counted in these articles (`scored`: its answer by article)."""
    found: dict[str, Figure] = {}
    kept = [scored[one] for one in ids if one in scored]
    for layer in layers:
        counts = [_counts(article[layer]) for article in kept if layer in article]
        if counts:
            found[layer] = figure(counts)
    return found


def _counts(layer: Any) -> Counts:  # noqa: ANN401 - an object of the scorer
    return layer.tp, layer.tp + layer.fp, layer.tp + layer.fn
