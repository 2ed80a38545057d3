"""Media in running text: وكالة رويترز، لـ«الشرق الأوسط»، قناة محلية."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from marsad.annotate.grammar import Passage, noun_phrase
from marsad.annotate.lists.channels import channel_words
from marsad.annotate.lists.things import lookup
from marsad.records import Entity, Mention

_MARKED = 8  # tokens of a name in marks
Medium = Literal["outlet", "agency"]


class Media:
    """Which names of an article are those of media."""

    def __init__(self, mentions: Sequence[Mention], entities: Sequence[Entity]) -> None:
        """`mentions`, `entities`: those of the article, linked."""
        by_id = {entity.id: entity for entity in entities}
        self._kinds = {one.id: kind for one in mentions if (kind := _kind(one, by_id.get(one.entity or "")))}

    def of(self, mention: Mention) -> Medium | None:
        """Outlet or agency, None for another name."""
        return self._kinds.get(mention.id)

    def at(self, passage: Passage, index: int, *, told: bool = False) -> tuple[Medium, int] | None:
        """The outlet or agency that begins with token `index` (ل in front is seen through), and the token behind it.

        `told`: the words in front say that somebody is told something, so that any name in marks is an outlet's.
        """
        if index >= len(passage.tokens):
            return None
        token = passage.tokens[index]
        key = _without_lam(token.key)
        if key in channel_words("agencies"):
            return "agency", _behind(passage, index)
        if key in channel_words("outlets"):
            behind = _behind(passage, index)
            return (
                ("outlet", behind) if key not in channel_words("vague") or self._named(passage, index, behind) else None
            )
        marked = index + 1 if token.key == "ل" and index + 1 < len(passage.tokens) else index
        pair = passage.mark_at(marked)
        inner = marked + 1 if pair and pair.open == marked else marked
        at = passage.mention_at(inner)
        kind = self.of(at[2]) if at and at[0] == inner else None
        if pair and pair.open == marked and pair.close and pair.close - pair.open <= _MARKED and (kind or told):
            listed = _listed(passage.slice(inner, pair.close))
            return kind or listed or "outlet", pair.close + 1
        return (kind, at[1]) if at and kind else None

    def named(self, passage: Passage, index: int) -> tuple[Medium, int] | None:
        """The medium whose name, in marks or not, begins with token `index`."""
        pair = passage.mark_at(index) if index < len(passage.tokens) else None
        inner = index + 1 if pair and pair.open == index else index
        at = passage.mention_at(inner)
        kind = self.of(at[2]) if at and at[0] == inner and at[2].start == passage.tokens[inner].start else None
        if at is None or kind is None:
            return None
        return kind, pair.close + 1 if pair and pair.open == index and pair.close else at[1]

    def _named(self, passage: Passage, index: int, behind: int) -> bool:
        """Whether a name stands in the words: برنامج «س», not برنامج الحكومة."""
        names = (passage.mention_at(place) for place in range(index, behind))
        return any(at and at[2].label == "ORG" for at in names) or any(
            passage.mark_at(place) for place in range(index, behind)
        )


def _kind(mention: Mention, entity: Entity | None) -> Medium | None:
    listed = _listed(mention.text)
    if entity is None or mention.label != "ORG" or mention.kind != "name":
        return None
    if entity.sector == "JRN":
        return listed or _listed(entity.name) or "outlet"
    return listed if entity.sector is None else None


def _without_lam(key: str) -> str:
    if key.startswith(("لل", "بال")):
        return "ال" + key[2 + key.startswith("بال") :]
    return key[1:] if key[:1] in "لب" and key[1:] in channel_words("outlets") | channel_words("agencies") else key


def _behind(passage: Passage, index: int) -> int:
    """Behind the name of an outlet: its noun, adjectives, and the name itself in marks or not."""
    behind = max(noun_phrase(passage, index, join=False), index + 1)
    pair = passage.mark_at(behind) if behind < len(passage.tokens) else None
    if pair and pair.open == behind and pair.close and pair.close - behind <= _MARKED:
        behind = pair.close + 1
    return behind


@lru_cache(maxsize=4096)
def _listed(name: str) -> Medium | None:
    for form in (name, "ال" + name[2:] if name.startswith("لل") else "", name.removeprefix("ل")):
        for thing in lookup(form) if form else ():
            if thing.kind == "agency":
                return "agency"
            if thing.kind == "outlet" or thing.sector == "media":
                return "outlet"
    return None
