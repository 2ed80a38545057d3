"""What looks like an act of politics and is none: matches, weather, accidents, figures of speech, anniversaries."""

from collections.abc import Sequence
from dataclasses import dataclass

from marsad.annotate.grammar import Passage


@dataclass(frozen=True, slots=True)
class Scene:
    """What a text is about, as far as it decides whether words of conflict mean conflict."""

    sport: bool = False
    weather: bool = False
    accident: bool = False


def scene(passages: Sequence[Passage]) -> Scene:
    """The scene of a whole text, from the words of all its passages."""
    raise NotImplementedError
