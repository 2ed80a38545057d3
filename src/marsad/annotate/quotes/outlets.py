"""Media in running text: وكالة رويترز، لـ«الشرق الأوسط»، قناة محلية."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from marsad.annotate.grammar import Passage, noun_phrase
from marsad.annotate.lists.channels import channel_words
from marsad.annotate.lists.speakers import speaker_noun
from marsad.annotate.lists.things import lookup
from marsad.records import Entity, Mention
from marsad.text.fold import fold_key

_MARKED = 8  # tokens of a name in marks
_BRACKET = 5  # in brackets
Medium = Literal["outlet", "agency"]


class Media:
    """Which names of an article are those of media."""

    def __init__(self, mentions: Sequence[Mention], entities: Sequence[Entity]) -> None:
        """`mentions`, `entities`: those of the article, linked."""
        by_id = {entity.id: entity for entity in entities}
        self._unknown = {one.id for one in mentions if _unknown(one, by_id.get(one.entity or ""))}
        self._kinds = {one.id: kind for one in mentions if (kind := _kind(one, by_id.get(one.entity or "")))}

    def of(self, mention: Mention, *, told: bool = False) -> Medium | None:
        """Outlet or agency, None for another name; of one that is told something a name is enough."""
        return self._kinds.get(mention.id) or ("outlet" if told and mention.id in self._unknown else None)

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
        close = _closed(passage, marked)
        inner = marked + 1 if close else marked
        at = passage.mention_at(inner)
        kind = self.of(at[2], told=told) if at and at[0] == inner else None
        if close and (kind or told):
            return kind or _listed(passage.slice(inner, close)) or "outlet", close + 1
        if at and kind:
            return kind, _with_marks(passage, at[1])
        following = _closed(passage, index + 1) if told and token.key.startswith("لل") and at is None else None
        known = speaker_noun(token.key) is not None  # للجوهرة "أف أم", not للوزير "الجديد"
        return ("outlet", following + 1) if following and not known and following - index <= _BRACKET else None

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
        whole = passage.mention_at(index)
        if whole and self.of(whole[2]) is None:  # برنامج الأغذية العالمي
            return False
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


def _unknown(mention: Mention, entity: Entity | None) -> bool:
    """Whether a name is that of an organisation of which nothing is known."""
    if entity is None or mention.label != "ORG" or mention.kind != "name" or entity.sector or entity.wikidata:
        return False
    return speaker_noun(fold_key(mention.text).split()[0]) is None


def _closed(passage: Passage, index: int) -> int | None:
    """The token that closes the marks or brackets around a name, where they open at `index`."""
    pair = passage.mark_at(index) if index < len(passage.tokens) else None
    if pair and pair.open == index and pair.close and pair.close - pair.open <= _MARKED:
        return pair.close
    if index < len(passage.tokens) and passage.tokens[index].text == "(":
        behind = range(index + 2, min(index + _BRACKET, len(passage.tokens)))
        return next((place for place in behind if passage.tokens[place].text == ")"), None)
    return None


def _with_marks(passage: Passage, behind: int) -> int:
    """Behind a name in marks that follows another: الجوهرة "أف أم"."""
    close = _closed(passage, behind) if passage.mark_at(behind) and behind < len(passage.tokens) else None
    return close + 1 if close and close - behind <= _BRACKET else behind


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
    """Whether the lists know a name as that of a medium, and of nothing else."""
    for form in (name, "ال" + name[2:] if name.startswith("لل") else "", name.removeprefix("ل")):
        things = lookup(form) if form else ()
        if things and all(thing.kind in {"agency", "outlet"} or thing.sector == "media" for thing in things):
            return "agency" if any(thing.kind == "agency" for thing in things) else "outlet"
    return None
