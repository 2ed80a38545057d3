"""What is known of one text while its events are read: its entities, who was last spoken of, which country it is in."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from marsad.annotate.lists.codes import noun
from marsad.annotate.lists.tables import party_words
from marsad.records import Entity, Mention
from marsad.text.name_words import fold_name

_MINISTRIES = party_words("ministries")
_NEAR = 400  # mentions looked back at for who "the ministry" is


@dataclass(slots=True)
class World:
    """The entities of a text by id, and its mentions in order."""

    text: str
    entities: dict[str, Entity]
    mentions: list[Mention]
    countries: dict[str, str] = field(default_factory=dict)  # alpha-2: the entity of the country
    _by_head: dict[str, list[tuple[int, str]]] = field(default_factory=dict)  # head noun: offset and entity, in order
    _offices: dict[str, list[tuple[int, Entity]]] = field(default_factory=dict)

    @classmethod
    def of(cls, text: str, mentions: Sequence[Mention], entities: Sequence[Entity]) -> "World":
        """The world of a text; mentions may come in any order."""
        ordered = sorted(mentions, key=lambda mention: (mention.start, -mention.end))
        world = cls(text, {entity.id: entity for entity in entities}, ordered)
        for entity in entities:
            if entity.label == "LOC" and entity.country and not entity.stands_for and is_country(entity):
                world.countries.setdefault(entity.country, entity.id)
        world._index()
        return world

    def _index(self) -> None:
        heads: dict[str, list[tuple[int, str]]] = defaultdict(list)
        offices: dict[str, list[tuple[int, Entity]]] = defaultdict(list)
        for mention in self.mentions:
            entity = self.entities.get(mention.entity or "")
            if entity is None or mention.kind == "adjective":
                continue
            if entity.label == "ORG":
                words = {_head_of(mention.text), _head_of(entity.name), _head_in_front(self.text, mention)}
                if words & _MINISTRIES:
                    words.add("وزارة")
                for word in words - {""}:
                    heads[word].append((mention.start, entity.id))
            elif entity.label == "PER" and entity.office:
                offices[_head_of(entity.office)].append((mention.start, entity))
        self._by_head, self._offices = dict(heads), dict(offices)

    def entity(self, mention: Mention | None) -> Entity | None:
        """The entity of a mention."""
        return self.entities.get(mention.entity or "") if mention else None

    def body(self, head: str, offset: int) -> Entity | None:
        """The organisation last named before `offset` that is called by this noun: الوزارة, الحركة."""
        found = self._by_head.get(head, [])
        place = bisect_left(found, (offset, ""))
        return self.entities[found[place - 1][1]] if place else None

    def holder(self, head: str, country: str, portfolio: str, offset: int) -> Entity | None:
        """The person last named before `offset` whose office has this noun, in this country where one is given.

        `portfolio` is the definite noun behind it (الوزراء of رئيس الوزراء), "" where none is: then a head of state is
        meant by الرئيس, any minister by الوزير. A person who is named only later is taken where nobody else fits.
        """
        found = [
            (at, one)
            for at, one in self._offices.get(head, [])[-_NEAR:]
            if (not country or one.country == country) and _fits(one.office or "", head, portfolio)
        ]
        before = [one for at, one in found if at < offset]
        if before:
            return before[-1]
        return found[0][1] if len({one.id for _, one in found}) == 1 else None


def _fits(office: str, head: str, portfolio: str) -> bool:
    """Whether an office has the portfolio that a description has."""
    words = [noun(word) for word in office.split()]
    own = next((word.form for word in words[1:] if not word.country), "")
    if portfolio:
        return portfolio in {word.form for word in words}
    return head != "رئيس" or own in {"", "جمهوريه", "دوله"}


def is_country(entity: Entity) -> bool:
    """Whether an entity is a country."""
    place = entity.location
    return bool(place and place.precision == "country") or (place is None and bool(entity.wikidata and entity.country))


def _head_of(name: str) -> str:
    head = noun(name.split(maxsplit=1)[0]).head if name.split() else None
    return head.noun if head else ""


def _head_in_front(text: str, mention: Mention) -> str:
    """The noun that stands right before a name: حركة of حركة حماس."""
    words = text[max(0, mention.start - 20) : mention.start].rstrip(" \"«“'‘").split()
    head = noun(words[-1]).head if words else None
    return head.noun if head and head.kind == "body" else ""


def folded(text: str) -> str:
    """Folded for comparing what parties are called."""
    return fold_name(text)
