"""Somebody in a text, and who a name or a nationality word means."""

from dataclasses import dataclass
from typing import Literal

from marsad.annotate.events.codes import name_code
from marsad.annotate.events.words import attached_letters, gender
from marsad.annotate.events.world import World, is_country
from marsad.annotate.grammar import Passage
from marsad.annotate.lists.codes import alpha3, noun
from marsad.records import Mention, Party

Sort = Literal["name", "nominal", "nation", "state", "place", "thing"]
STATE = frozenset({"GOV", "MIL", "COP", "SPY", "LEG", "JUD"})  # who acts for a state


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody in a text: tokens `first` up to `last` (of its passage), offsets of what names them.

    `sort`: name (a person or body), state (a country, or a capital that speaks for one), place (any other place),
    nation (a people or nationality word), nominal (a description), thing (no party by its words: مقر الحزب).
    `country` is alpha-2, "" where nothing tells.
    """

    first: int
    last: int
    start: int
    end: int
    text: str
    sort: Sort
    entity: str | None
    country: str
    sector: str
    head: str = ""  # the head noun as the list has it
    gender: str = ""
    plural: bool = False
    code: str = ""  # a code that is no country's: IMG, EUR
    owned: bool = False  # somebody's own, by a pronoun: سفيرها, أنصاره

    def same(self, other: "Who") -> bool:
        """Whether both are one, as far as the text tells."""
        if self.entity and other.entity:
            return self.entity == other.entity
        return self.text == other.text

    def party(self, world: World) -> Party:
        """The party of the record; the bodies and officials of a state without entity of their own have its entity."""
        code = self.code or alpha3(self.country)
        entity = self.entity or (world.countries.get(self.country) if self.sector in STATE else None)
        return Party(self.start, self.end, self.text, entity, code, self.sector or None)


def nationality(passage: Passage, place: int, world: World) -> Who:
    """Who a nationality word means by itself: the officials of that country."""
    token, country = passage.tokens[place], noun(passage.tokens[place].text).country
    start = token.start + len(attached_letters(passage, place))
    return Who(place, place + 1, start, token.end, world.text[start : token.end], "nation",
               world.countries.get(country), country, "GOV")  # fmt: skip


def named(passage: Passage, span: tuple[int, int], mention: Mention, world: World) -> Who | None:
    """Who a name means; `span`: the token where it begins, and the end of its phrase."""
    place, last = span
    entity = world.entity(mention)
    country = (entity.country if entity else None) or ""
    behind = _end_of(passage, place)
    if mention.kind == "adjective":
        person = next_person(passage, behind, last)
        if person:  # والأمريكي «جون كيري»
            return named(passage, (person[0], last), person[2], world)
        plural = passage.tokens[place].key.endswith(("ون", "ين"))
        return Who(place, behind, mention.start, mention.end, mention.text, "nation", mention.entity, country,
                   "CVL" if plural else "GOV", plural=plural)  # fmt: skip
    sort: Sort = "name"
    sector, code = name_code(mention, entity)
    if mention.label == "LOC":
        sort = "state" if entity and (entity.stands_for or is_country(entity)) else "place"
        sector = "GOV" if sort == "state" else ""
    return Who(place, behind, mention.start, mention.end, mention.text, sort, mention.entity, country, sector,
               gender=gender(noun(passage.tokens[place].text), mention),
               plural=mention.label == "ORG" and mention.text.endswith(("ون", "ين")), code=code)  # fmt: skip


def _end_of(passage: Passage, place: int) -> int:
    name = passage.mention_at(place)
    return name[1] if name else place + 1


def next_person(passage: Passage, first: int, last: int) -> tuple[int, int, Mention] | None:
    """The person whose name begins at a token, signs of quotation seen through."""
    for place in range(first, min(last + 2, len(passage.tokens))):
        name = passage.mention_at(place)
        if name:
            return name if name[0] == place and name[2].label == "PER" and name[2].kind == "name" else None
        if passage.tokens[place].kind != "sign":
            return None
    return None
