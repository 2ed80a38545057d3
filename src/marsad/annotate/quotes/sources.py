"""Who the words of a source are: a name, an office, a document with its issuer, somebody who is only described.

`Sources` reads the overt sources of an article in their order and remembers whom it has named, since «الوزير» and
«البيان» point back.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from marsad.annotate.grammar import Passage, particles
from marsad.annotate.lists.pointing import meaning, pointing
from marsad.annotate.lists.speakers import SpeakerNoun
from marsad.annotate.quotes.agreement import Traits
from marsad.annotate.quotes.describing import behind_head, describe
from marsad.annotate.quotes.descriptions import Description
from marsad.annotate.quotes.referents import Cast, Referent, clean, compatible, countries, traits_of
from marsad.kinds import Resolution
from marsad.records import Entity, Mention, Span
from marsad.text.fold import fold_key

_WITHHELD = 12  # tokens behind a source in which it withholds its name


@dataclass(slots=True)
class Speaker:
    """Who speaks: `source` the nearest overt words, `traits` what agrees with these words."""

    referent: Referent | None
    source: Span | None
    resolution: Resolution
    traits: Traits
    name: str | None  # of the referent, or the words of a source of which nothing is known
    anonymous: bool = False


class Sources:
    """Reads sources: words in, a speaker out. Keeps who was named for the words that point back to them."""

    def __init__(self, passages: Sequence[Passage], mentions: Sequence[Mention], entities: Sequence[Entity]) -> None:
        self.passages = passages
        self.cast = Cast(mentions, entities)
        self.observed: dict[str, Traits] = {}  # by entity: what verbs in front of its name have shown
        self.documents: dict[str, Referent] = {}  # the noun of a document -> who issued the last one
        self.last: Speaker | None = None  # the last speaker that was given

    def read(self, passage: Passage, span: Span) -> Speaker:
        """Who the words at `span` are."""
        description = describe(passage, span)
        speaker = self._speaker(description)
        one = speaker.referent
        if one:
            one.last, one.source = span.start, span
            if not one.document and (speaker.resolution != "document"):
                self.cast.learn(one, description)
        return speaker

    def traits(self, one: Referent) -> Traits:
        """What agrees with somebody, by his words or by the verbs of the article."""
        known = self.observed.get(one.entity.id) if one.entity else None
        return known if known and not (one.traits.gender and one.person) else one.traits

    def issued(self, noun: str, one: Referent, *, known: bool = False) -> None:
        """Remembers whose document the text just named: في بيان. `known`: it was spoken of before (في البيان)."""
        if not known or fold_key(noun) not in self.documents:
            self.documents[fold_key(noun)] = one

    def _speaker(self, description: Description) -> Speaker:
        one, resolution = self._referent(description)
        traits = traits_of(description) if description.head or not one else self.traits(one)
        if len(description.joined) > 1:
            traits = Traits(traits.gender, "d" if len(description.joined) == 2 else "p")  # noqa: PLR2004 - a pair
        name = one.name if one else clean(description.text) or None
        anonymous = _anonymous(description, one)
        if one and one.entity is None:
            one.anonymous = anonymous
        return Speaker(one, description.span, resolution, traits, name, anonymous)

    def _referent(self, description: Description) -> tuple[Referent | None, Resolution]:
        named = self.cast.of(description.name.entity) if description.name else None
        if named:
            return named, "explicit"
        head = description.head
        if head is None:
            return self._by_words(description) or self.cast.add(description), "explicit"
        if (surname := self._surname(description)) is not None:
            return surname, "explicit"
        if description.same and self.last and self.last.referent:
            return self.last.referent, "nominal"
        if head.kind == "document":
            return self._issuer(description), "document"
        resolution: Resolution = "anonymous" if head.kind == "anonymous" else "nominal"
        found = self._called(description) if head.role == "relative" and head.owner else None
        if found is None and description.definite:
            found = self._pointed(description)
        return found or self._again(description) or self.cast.add(description), resolution

    def _by_words(self, description: Description) -> Referent | None:
        """Somebody whose name holds all these words: ضرغام of ضرغام الزيدي, whom nothing has found as a name."""
        words = set(description.keys)
        able = [one for one in self.cast.some() if (one.person or one.entity is None) and words <= set(_keys(one.name))]
        return max(able, key=lambda one: one.before(description.span.start), default=None)

    def _surname(self, description: Description) -> Referent | None:
        """رئيسي: a lone word that is a noun too, of somebody named in front whose name ends with it."""
        if len(description.keys) != 1 or description.definite:
            return None
        key, place = description.keys[0], description.span.start
        able = [one for one in self.cast.some() if one.person and one.entity and one.before(place) >= 0]
        able = [one for one in able if len(names := _keys(one.name)) > 1 and names[-1] == key]
        return max(able, key=lambda one: one.before(place), default=None)

    def _called(self, description: Description) -> Referent | None:
        """Somebody in front of whose name the very same words have stood: نظيره التركي فلان."""
        keys, passage = description.keys, description.passage
        for one in self.cast.some():
            start = one.named_before(description.span.start) if one.person else -1
            place = passage.at(start) if start >= passage.start else 0
            if place >= len(keys) and [token.key for token in passage.tokens[place - len(keys) : place]] == keys:
                return one
        return None

    def _again(self, description: Description) -> Referent | None:
        """Somebody who was described in the very same words."""
        text = clean(description.text)
        return next((one for one in self.cast.some() if one.entity is None and one.name == text), None)

    def _issuer(self, description: Description) -> Referent | None:
        """Who issued a document: whoever stands behind its noun, or who issued the last one that was spoken of."""
        head = description.head
        if head is None:
            return None
        inner = behind_head(description)
        if inner and inner.head and inner.head.kind == "document" and head.noun == "نص":  # نص البيان
            return self._issuer(inner)
        if inner and (inner.name or (inner.head and inner.head.kind in {"person", "group", "institution", "outlet"})):
            one, _ = self._referent(inner)
            if one:
                self.issued(head.noun, one)
                return one
        if description.definite:
            known = next((one for noun in meaning(head.noun) if (one := self.documents.get(fold_key(noun)))), None)
            if known:
                return known
            last = self.last.referent if self.last else None
            if last and not last.person and not inner and head.number == "s":
                return last
        return self._again(description) or self.cast.add(description)

    def _pointed(self, description: Description) -> Referent | None:
        """Whom a definite description points to: the last one spoken of that it fits."""
        head = description.head
        if head is None:
            return None
        place = description.span.start
        best: tuple[tuple[bool, bool, bool, int], Referent] | None = None
        for one in self.cast.some():
            seen = one.before(place)
            if seen < 0 or one.document or not compatible(one, head, self.observed):
                continue
            rank = self._rank(one, description, head, seen)
            if rank and (best is None or rank > best[0]):
                best = rank, one
        return best[1] if best else None

    def _rank(
        self, one: Referent, description: Description, head: SpeakerNoun, seen: int
    ) -> tuple[bool, bool, bool, int] | None:
        """How well a definite description fits somebody; None where it cannot be meant of him."""
        wanted = countries(description)
        exact = not one.heads.isdisjoint(meaning(head.noun)) or (not one.person and _short(one, head))
        spoken = one.last >= 0
        if (wanted and one.countries and wanted.isdisjoint(one.countries)) or (
            one.entity and one.entity.label == "LOC"
        ):
            return None
        if not exact:
            if one.entity is None or not (spoken or wanted) or not self._likely(one, description, head):
                return None
        elif not description.words <= one.words or (wanted and not one.countries and not spoken):
            return None
        return exact, bool(wanted and one.countries), spoken, seen

    def _likely(self, one: Referent, description: Description, head: SpeakerNoun) -> bool:
        """Whether a noun that the article has not for somebody may be his: المسؤول التركي, المؤسسة المالية."""
        if one.person:
            return head.noun in pointing("any_person") and description.words <= one.words
        if head.noun in pointing("any_body"):
            return self.last is not None and self.last.referent is one
        bare = not description.words and not description.nations
        return head.noun in pointing("any_name") and bare and not one.heads and one.last >= 0


def _short(one: Referent, head: SpeakerNoun) -> bool:
    """Whether a noun is the first word of a body's: المجلس of مجلس الوزراء."""
    return head.kind in {"institution", "group"} and any(noun.split()[0] == head.noun for noun in one.heads)


def _keys(name: str) -> list[str]:
    return fold_key(name).split()


def _withheld(description: Description) -> bool:
    """متحدث، طلب عدم الكشف عن هويته: whether the words behind a source say that it would not be named."""
    behind, passage = description.behind, description.passage
    end = min(behind + _WITHHELD, passage.sentence(description.first)[1])
    keys = [token.key for token in passage.tokens[behind:end]]
    ends = particles("complementizers") | {":", "«", '"', "“"}
    stop = next((place for place, key in enumerate(keys) if key in ends), len(keys))
    own = next((place for place, key in enumerate(keys[:stop]) if key in pointing("identities")), 0)
    return not pointing("withholding").isdisjoint(keys[:own])


def _anonymous(description: Description, one: Referent | None) -> bool:
    """Whether the source has no name: مصدر أمني, and a person who is only described and not pointed to (مسؤول كبير)."""
    head = description.head
    if (one and one.entity) or head is None or head.kind == "document":
        return False
    if head.kind == "person" and _withheld(description):
        return True
    if one and (one.anonymous or description.same):
        return one.anonymous
    if head.kind == "anonymous":
        return True
    if head.role == "part":
        return "مصادر" in description.words or "مصدر" in description.words
    return head.kind == "person" and head.role not in {"spokesman", "relative"} and not description.definite
