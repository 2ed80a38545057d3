"""Counts of dead, injured, arrested and displaced people near an act."""

from marsad.annotate.events.types import Act
from marsad.annotate.grammar import Passage
from marsad.records import Figure


def figures(passage: Passage, act: Act) -> tuple[Figure, ...]:
    """The counts that belong to an act: those of its sentence, with who counts where that is said."""
    raise NotImplementedError
