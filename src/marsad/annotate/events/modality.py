"""Whether an act happened, is planned, supposed, denied, or only wished; and whether it is told as background."""

from typing import NamedTuple

from marsad.annotate.events.types import Act, Standing
from marsad.annotate.grammar import Passage


class Modality(NamedTuple):
    """`Act.standing` and `Act.background` of a trigger, with the id of the rule that decided."""

    standing: Standing
    background: bool
    rule: str


def modality(passage: Passage, act: Act) -> Modality:
    """How an act stands in its passage."""
    raise NotImplementedError
