"""Places on the map: every place entity with the location that its mentions agree on."""

from collections.abc import Sequence
from dataclasses import replace

from marsad.annotate.places.locate import PlaceName, locate
from marsad.records import Entity, Location, Mention


def placed(text: str, mentions: Sequence[Mention], entities: Sequence[Entity]) -> tuple[Entity, ...]:
    """The entities, those that are places with their location; the surest of an entity's mentions decides."""
    countries = {entity.id: entity.country for entity in entities}
    names = [mention for mention in mentions if mention.label == "LOC" and mention.kind in {"name", "part"}]
    where = locate(
        text,
        [PlaceName(name.start, name.end, name.text, countries.get(name.entity or "")) for name in names],
    )
    best: dict[str, Location] = {}
    for name, found in zip(names, where, strict=True):
        if found and name.entity and (name.entity not in best or found.confidence > best[name.entity].confidence):
            best[name.entity] = found
    return tuple(_with(entity, best.get(entity.id)) for entity in entities)


def _with(entity: Entity, location: Location | None) -> Entity:
    if location is None or entity.label != "LOC" or entity.stands_for:
        return entity
    return replace(entity, location=location, country=entity.country or location.country)
