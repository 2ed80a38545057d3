"""What the lists add to what an engine believes: a listed name is likely to be one, in the form of better odds.

A name that needs nothing beside it, and one that stands behind the noun of its kind (صحيفة الوطن), get better odds
for its label at each of its words; what an engine is nearly sure of is not overturned.
"""

import math
from collections.abc import Sequence

from marsad.annotate.engines.decoding import TAGS, Beliefs
from marsad.annotate.lists.gazetteer import Hit
from marsad.annotate.lists.parsing import Sentence
from marsad.kinds import Label

ALONE = 2.5  # natural logarithm of the factor by which the odds rise
TRIGGERED = 3.0
_TRIGGERS: dict[Label, frozenset[str]] = {
    "ORG": frozenset({"orgin", "orgout"}),
    "LOC": frozenset({"locin", "locout"}),
    "PER": frozenset({"off", "hon"}),
}


def weighed(sentence: Sentence, beliefs: Sequence[Beliefs]) -> list[Beliefs]:
    """The beliefs of a sentence with the evidence of the lists."""
    rows = list(beliefs)
    for hit in sentence.hits:
        label, weight = _says(sentence, hit)
        if label:
            begin = TAGS.index(f"B-{label}")
            for place in range(hit.first, hit.last):
                rows[place] = _raised(rows[place], begin + (place > hit.first), weight)
    return rows


def _says(sentence: Sentence, hit: Hit) -> tuple[Label | None, float]:
    """The label that the lists give a hit, and by how much; None where they need other evidence."""
    alone = {thing.label for thing in hit.things if not thing.need}
    if len(alone) == 1:
        return alone.pop(), ALONE
    before = sentence.forms[hit.first - 1].known.flags if hit.first else frozenset()
    behind = {thing.label for thing in hit.things if thing.need == "trigger" and before & _TRIGGERS[thing.label]}
    return (behind.pop(), TRIGGERED) if len(behind) == 1 else (None, 0.0)


def _raised(row: Beliefs, tag: int, weight: float) -> Beliefs:
    raised = [belief + weight * (number == tag) for number, belief in enumerate(row)]
    total = math.log(sum(map(math.exp, raised)))
    return tuple(belief - total for belief in raised)
