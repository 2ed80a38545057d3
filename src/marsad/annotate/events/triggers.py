"""All acts of a passage, in order: what the engine of events starts from."""

from marsad.annotate.events.negatives import Scene
from marsad.annotate.events.types import Act
from marsad.annotate.grammar import Passage


def triggers(passage: Passage, scene: Scene) -> tuple[Act, ...]:
    """The acts of a passage by position, at most one per token.

    A light verb and its noun are one act; acts that are hypothetical, negated or embedded come too, so marked
    (`Act.standing`): they are no events, but they tell what surrounds them (رفض *وقف* القصف). `scene` is what the whole
    text is about (`negatives.scene(passages)`): acts of matches, weather and accidents are left out by it.
    """
    raise NotImplementedError
