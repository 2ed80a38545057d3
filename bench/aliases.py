"""Pairs of names, same thing or not, against the labelled pairs beside the repository.

The pairs are cut in two by a hash of both names: rules are developed on one half (`develop`), the other (`check`) is
only ever scored. `right`: decided as labelled; `wrong_joins`: of all pairs, those joined that are two things.
"""

import csv
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from bench.gold import SHARED
from marsad.annotate.linking.decide import decide

_FIRST = re.compile(r"(?:^|؛)\s*a:\s*(.*?)(?=؛\s*b:|$)")
_SECOND = re.compile(r"(?:^|؛)\s*b:\s*(.*)$")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names with what is said beside each, and whether they are one thing."""

    first: str
    second: str
    hint_first: str
    hint_second: str
    same: bool

    @property
    def half(self) -> str:
        """The half that a pair belongs to."""
        digest = hashlib.sha1(f"{self.first}|{self.second}".encode(), usedforsecurity=False).digest()
        return "check" if digest[-1] % 2 else "develop"


def pairs(shared: Path = SHARED) -> list[Pair]:
    """The labelled pairs; [] where they are absent."""
    path = shared / "gold" / "aliases_dev.tsv"
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [Pair(row["form_a"], row["form_b"], *hints(row["context_hint"]), row["label"] == "same") for row in rows]


def hints(text: str) -> tuple[str, str]:
    """What is said beside each name (`a: …؛ b: …`); what is said of neither by name is said of both."""
    first, second = _FIRST.search(text), _SECOND.search(text)
    if not first and not second:
        return text, text
    return (first[1].strip() if first else ""), (second[1].strip() if second else "")


def scores(of: list[Pair]) -> dict[str, float]:
    """The share decided right, and the share of wrong joins."""
    decided = [
        (decide(pair.first, pair.second, hint_a=pair.hint_first, hint_b=pair.hint_second).same, pair.same)
        for pair in of
    ]
    size = max(len(decided), 1)
    return {
        "right": sum(found == wanted for found, wanted in decided) / size,
        "wrong_joins": sum(found and not wanted for found, wanted in decided) / size,
    }


def by_half(shared: Path = SHARED) -> dict[str, dict[str, float]]:
    """The scores of each half; empty where there are no pairs."""
    halves: dict[str, list[Pair]] = {}
    for pair in pairs(shared):
        halves.setdefault(pair.half, []).append(pair)
    return {name: scores(of) for name, of in sorted(halves.items())}


if __name__ == "__main__":
    for half, found in by_half().items():
        print(half, *(f"{key} {value:.3f}" for key, value in found.items()))
