"""Where an act happened: the place behind في or a word of nearness in its clause."""

from collections.abc import Sequence

from marsad.annotate.events.parties import Who, inside
from marsad.annotate.events.subjects import Clauses
from marsad.annotate.events.types import Act
from marsad.records import Place

_WHERE = frozenset(["في", "ب", "قرب", "داخل", "وسط", "خارج", "امام", "عند"])
_SIDES = frozenset(
    ["شمال", "جنوب", "شرق", "غرب", "شمالي", "جنوبي", "شرقي", "غربي", "بمدينه", "بمحافظه", "ببلده", "بمنطقه"]
)
_FAR = 24  # tokens


def place(clauses: Clauses, act: Act, span: tuple[int, int], parties: Sequence[Who]) -> Place | None:
    """The place of an act whose evidence are the tokens of `span`, none of its parties; the nearest behind it first."""
    passage = clauses.passage
    low, high = passage.sentence(act.first)
    first, last = max(low, min(span[0], act.first - _FAR)), min(high, max(span[1], act.last + _FAR))
    numbers = dict.fromkeys(clauses.at[index] for index in range(first, last) if clauses.at[index] >= 0)
    found: list[tuple[bool, int, Who]] = []
    for number in numbers:
        chunk = clauses.chunks[number]
        beside = passage.tokens[chunk.first - 1].key in _SIDES if chunk.first else False
        if chunk.prep in _WHERE or beside or passage.tokens[chunk.first].key in _SIDES:
            where = inside(passage, chunk.first, chunk.last, clauses.world)
            if where and where.sort in {"place", "state"} and not any(where.same(one) for one in parties):
                found.append((chunk.first < act.first, abs(chunk.first - act.first), where))
    if not found:
        return None
    best = min(found, key=lambda item: item[:2])[2]
    return Place(best.text, best.entity)
