"""Article -> mentions, entities, times."""

from dataclasses import dataclass

from marsad.records import Entity, Mention, Time


@dataclass(frozen=True, slots=True)
class Annotations:
    """What the steps of this room found in one text."""

    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    times: tuple[Time, ...] = ()
    warnings: tuple[str, ...] = ()


__all__ = ["Annotations"]
