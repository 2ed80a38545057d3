"""What stays of a record when only what is certain enough is wanted.

    confident(record, 0.8)   -> the same record without the facts below 0.8

Facts are mentions, entities, times, quotes, events, and the location of an entity. What stays keeps its id.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from marsad.errors import UsageError
from marsad.records import Entity, Event, Mention, Named, Party, Place, Quote, Record, Time

_Fact = TypeVar("_Fact", Mention, Entity, Time, Quote, Event)
_Whom = TypeVar("_Whom", Named, Party, Place)


def confident(record: Record, least: float) -> Record:
    """The record without the derived facts whose confidence is below `least` (0 to 1).

    An entity that is named nowhere any more goes as well. What refers to something that went refers to nothing: a
    mention has no entity, a speaker only the words of the text. A quote inside a quote that went stands inside the
    next one that holds it, and so does an event that is told there. A list that is None stays None. Raises UsageError.
    """
    number: object = least  # callers without types may give anything
    if not isinstance(number, int | float) or not 0 <= number <= 1:  # nan too
        raise UsageError(f"a least confidence is a number from 0 to 1, not {least!r}")
    mentions = _certain(record.mentions, least)
    entities = _entities(record.entities, _gone(record.mentions, mentions), least)
    quotes = _certain(record.quotes, least)
    gone = _Gone(_gone(record.entities, entities), {each.id: each.within for each in _left(record.quotes, quotes)})
    events = _certain(record.events, least)
    return replace(
        record,
        mentions=None if mentions is None else tuple(map(gone.from_mention, mentions)),
        entities=None if entities is None else tuple(map(gone.from_entity, entities)),
        times=_certain(record.times, least),
        quotes=None if quotes is None else tuple(map(gone.from_quote, quotes)),
        events=None if events is None else tuple(map(gone.from_event, events)),
    )


def _certain(facts: tuple[_Fact, ...] | None, least: float) -> tuple[_Fact, ...] | None:
    return None if facts is None else tuple(fact for fact in facts if fact.confidence >= least)


def _entities(entities: tuple[Entity, ...] | None, unread: set[str], least: float) -> tuple[Entity, ...] | None:
    """The entities that are certain and still named, with the mentions and the location that are left."""
    found: list[Entity] = []
    for entity in _certain(entities, least) or ():
        mentions = tuple(name for name in entity.mentions if name not in unread)
        place = entity.location if entity.location and entity.location.confidence >= least else None
        if mentions or not entity.mentions:
            found.append(replace(entity, mentions=mentions, location=place))
    return None if entities is None else tuple(found)


_Named = TypeVar("_Named", Mention, Entity, Quote)


def _left(before: tuple[_Named, ...] | None, now: tuple[_Named, ...] | None) -> Iterable[_Named]:
    """What was there before and is not now."""
    stayed = {fact.id for fact in now or ()}
    return (fact for fact in before or () if fact.id not in stayed)


def _gone(before: tuple[_Named, ...] | None, now: tuple[_Named, ...] | None) -> set[str]:
    return {fact.id for fact in _left(before, now)}


@dataclass(frozen=True, slots=True)
class _Gone:
    """What left the record: ids of entities; ids of quotes, each with the quote that held it."""

    entities: set[str]
    quotes: dict[str, str | None]

    def from_mention(self, mention: Mention) -> Mention:
        return replace(mention, entity=self._entity(mention.entity))

    def from_entity(self, entity: Entity) -> Entity:
        return replace(entity, stands_for=self._entity(entity.stands_for))

    def from_quote(self, quote: Quote) -> Quote:
        """The quote with the words at the cue where the name was that of an entity which went."""
        lost = quote.speaker in self.entities
        return replace(
            quote,
            speaker=self._entity(quote.speaker),
            speaker_name=(quote.source.text if quote.source else None) if lost else quote.speaker_name,
            addressee=self._whom(quote.addressee),
            reporter=self._whom(quote.reporter),
            within=self._around(quote.within),
            paraphrase_of=None if quote.paraphrase_of in self.quotes else quote.paraphrase_of,
        )

    def from_event(self, event: Event) -> Event:
        return replace(
            event,
            actors=tuple(map(self._party, event.actors)),
            recipients=tuple(map(self._party, event.recipients)),
            host=self._whom(event.host),
            place=self._whom(event.place),
            quote=self._around(event.quote),
        )

    def _party(self, party: Party) -> Party:
        return replace(party, entity=self._entity(party.entity))

    def _whom(self, whom: _Whom | None) -> _Whom | None:
        return None if whom is None else replace(whom, entity=self._entity(whom.entity))

    def _entity(self, name: str | None) -> str | None:
        return None if name in self.entities else name

    def _around(self, name: str | None) -> str | None:
        """The quote, or the nearest one around it that stayed."""
        for _ in self.quotes:  # no circle, even in a record that holds one
            if name not in self.quotes:
                return name
            name = self.quotes[name]
        return None if name in self.quotes else name
