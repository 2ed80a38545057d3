"""Those who speak in an article: entities, and who is only described (مصدر أمني، المحتجون), each with what is known.

A referent gathers the words that the article has for somebody, so that «الوزير» and «المسؤول الإسباني» find him.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from marsad.annotate.grammar import bare
from marsad.annotate.linking.holders import bearers
from marsad.annotate.linking.things import nation
from marsad.annotate.lists.gazetteer import fold_word
from marsad.annotate.lists.lexicon import lexicon
from marsad.annotate.lists.speakers import SpeakerNoun
from marsad.annotate.quotes.agreement import Traits, of_entity, of_name, of_noun
from marsad.annotate.quotes.descriptions import Description, head_of
from marsad.records import Entity, Mention, Span
from marsad.text.fold import fold_key

_MOST = 300  # entities of one article that words can point to
_RECENT = 30  # people who are only described: words point to the last ones
_TITLES = {
    "state": "الرئيس",
    "head": "رئيس الوزراء",
    "supreme": "المرشد الأعلى",
    "foreign": "وزير الخارجية",
}  # offices of the lists


@dataclass(slots=True, eq=False)
class Referent:
    """Somebody who speaks or may speak. `heads`: the nouns that the article has for him, `words`: what goes with it."""

    entity: Entity | None
    name: str
    traits: Traits
    person: bool
    heads: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    starts: list[int] = field(default_factory=list)  # of his mentions
    source: Span | None = None  # the nearest overt mention so far
    last: int = -1  # where he was last spoken of as a source
    anonymous: bool = False
    document: bool = False

    def before(self, place: int) -> int:
        """The last place in front of `place` where he is named or quoted; -1 where he is not."""
        return max(self.named_before(place), self.last if self.last < place else -1)

    def named_before(self, place: int) -> int:
        """The last place in front of `place` where his name stands; -1 without one."""
        index = bisect_left(self.starts, place)
        return self.starts[index - 1] if index else -1


class Cast:
    """All referents of an article."""

    def __init__(self, mentions: Sequence[Mention], entities: Sequence[Entity]) -> None:
        """`mentions` and `entities`: those of the article, linked."""
        self._by_entity: dict[str, Referent] = {}
        self.described: list[Referent] = []
        starts: dict[str, list[int]] = {}
        for mention in mentions:
            if mention.entity and mention.kind in {"name", "part"}:
                starts.setdefault(mention.entity, []).append(mention.start)
        self.named = [self._known(entity, sorted(starts.get(entity.id, ()))) for entity in entities]

    def some(self) -> Iterator[Referent]:
        """Those whom words can point to: all of an article; of a list of names the first, and the last described."""
        yield from self.named[:_MOST]
        yield from self.described[-_RECENT:]

    def of(self, entity: str | None) -> Referent | None:
        """The referent of an entity's id."""
        return self._by_entity.get(entity or "")

    def _known(self, entity: Entity, starts: list[int]) -> Referent:
        one = Referent(entity, entity.name, of_entity(entity), entity.label == "PER", starts=starts)
        if entity.country:
            one.countries.add(entity.country)
        for phrase in _phrases(entity):
            heads, words = _told(phrase)
            one.heads |= heads
            one.words |= words
        self._by_entity[entity.id] = one
        return one

    def add(self, description: Description) -> Referent:
        """A new referent that is only described."""
        head = description.head
        person = head is not None and head.kind in {"person", "anonymous"}
        known = traits_of(description)
        one = Referent(None, clean(description.text), known, person or head is None)
        one.anonymous = any(noun.kind == "anonymous" for noun in (head, description.of) if noun)
        one.document = head is not None and head.kind == "document"
        self.learn(one, description)
        self.described.append(one)
        return one

    def learn(self, one: Referent, description: Description) -> None:
        """Adds the words that the article has for somebody."""
        one.heads |= {noun.noun for noun in (description.head, description.of) if noun}
        one.words |= description.words
        one.countries |= countries(description)
        if one.entity is None and not description.same and len(description.text) > len(one.name):
            one.name = clean(description.text)


def _phrases(entity: Entity) -> Iterator[str]:
    """What the article and the lists call an entity: its office, the names of a body."""
    if entity.office:
        yield entity.office
    if entity.label != "PER":
        yield from (entity.name, *entity.aliases)
    elif " " in entity.name:
        yield from _titles(entity.name, entity.country or "")


@lru_cache(maxsize=4096)
def _titles(name: str, country: str) -> tuple[str, ...]:
    held = (holder.office for holder in bearers(name) if holder.country == country)
    return tuple(dict.fromkeys(_TITLES[office] for office in held if office in _TITLES))


@lru_cache(maxsize=16384)
def _told(phrase: str) -> tuple[frozenset[str], frozenset[str]]:
    """The noun and the further words of an office or name, without nationalities."""
    keys = fold_key(phrase).split()
    head, size = head_of(keys)
    words = (bare(key) for key in keys[size if head else 0 :])
    heads = frozenset({head.noun} if head else ())
    return heads, frozenset(word for word in words if not lexicon().nation(fold_word(word)))


def countries(description: Description) -> set[str]:
    """The countries that the words name, by nationality or by name."""
    return {code for word in description.nations if (code := nation(word))}


def traits_of(description: Description) -> Traits:
    """What agrees with the words: of a part that is one of several its own gender, else that of the whole."""
    head = description.head
    if head is None:
        return of_name(description.text)
    if description.of and head.noun not in {"أحد", "إحدى"}:
        return of_noun(description.of._replace(number="p"))
    return of_noun(head)


def clean(text: str) -> str:
    """The words of a source as a name: one blank between them, no marks at the ends, no title without its name."""
    text = f"ال{text[2:]}" if text.startswith("لل") else text
    words = text.split()
    while len(words) > 2 and _title(fold_key(words[-1])):  # noqa: PLR2004 - اللجنة التنفيذية المهندس
        words.pop()
    return " ".join(words).strip(" ،,.:؛\"«»“”'()[]-–")


def _title(key: str) -> bool:
    return key.startswith("ال") and "hon" in lexicon().known(fold_word(key)).flags


def compatible(one: Referent, noun: SpeakerNoun, known: Mapping[str, Traits]) -> bool:
    """Whether the noun can be said of somebody by gender, number and kind."""
    traits = known.get(one.entity.id, one.traits) if one.entity else one.traits
    wanted = of_noun(noun)
    if noun.kind == "person" and not one.person:
        return False
    if noun.kind in {"institution", "outlet"} and one.person:
        return False
    if noun.kind == "anonymous" and one.anonymous:
        return wanted == traits  # المصادر of مصادر أمنية, المصدر of مصدر أمني
    if noun.kind != "person":
        return noun.number == "s" or not one.person or traits.number != "s"
    if traits.number and wanted.number != traits.number:
        return False
    return not (traits.gender and wanted.gender != traits.gender)
