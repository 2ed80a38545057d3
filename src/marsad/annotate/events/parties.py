"""Who a noun phrase means: its name or its head, its entity, its country and its sector."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from marsad.annotate.events.codes import description_code, name_code
from marsad.annotate.events.words import TENS, attached_letters, gender, plural, qualifies
from marsad.annotate.events.world import World, is_country
from marsad.annotate.grammar import Passage, particles
from marsad.annotate.lists.codes import Noun, alpha3, noun
from marsad.annotate.lists.party_words import party_words
from marsad.records import Entity, Mention, Party

Sort = Literal["name", "nominal", "nation", "state", "place", "thing"]
_DESCRIBES = party_words("describes")
_STATE = frozenset({"GOV", "MIL", "COP", "SPY", "LEG", "JUD"})  # who acts for a state


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody in a text: tokens `first` up to `last` (of its passage), offsets of what names them.

    `sort`: name (a person or body), state (a country, or a capital that speaks for one), place (any other place),
    nation (a people or nationality word), nominal (a description), thing (no party by its words: مقر الحزب). `country` is alpha-2, "" where nothing tells.
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
        entity = self.entity or (world.countries.get(self.country) if self.sector in _STATE else None)
        return Party(self.start, self.end, self.text, entity, code, self.sector or None)


def who(passage: Passage, first: int, last: int, world: World) -> Who | None:
    """Who a noun phrase (tokens `first` up to `last`) means by its own head; None where that is no party."""
    place = _past_quantity(passage, first, last)
    if place >= last:
        return _crowd(passage, first, last, world)
    name = passage.mention_at(place)
    if name and name[0] == place:
        return _named(passage, (place, last), name[2], world)
    return _described(passage, (first, place, last), world)


def thing(passage: Passage, first: int, last: int, world: World) -> Who:
    """Whatever some tokens mean, where only their place says that they take part: جرافات, مدرسة."""
    while last > first + 1 and passage.tokens[last - 1].kind == "sign":
        last -= 1
    start, end = passage.tokens[first].start + len(attached_letters(passage, first)), passage.tokens[last - 1].end
    word = noun(passage.tokens[first].text)
    feminine = word.form.endswith(("ه", "ات"))
    return Who(first, last, start, end, world.text[start:end], "thing", None, "", "", gender="f" if feminine else "m")


def _crowd(passage: Passage, first: int, last: int, world: World) -> Who | None:
    """People by their number alone: المئات, العشرات."""
    word, token = noun(passage.tokens[last - 1].text), passage.tokens[last - 1]
    if not word.definite or word.head is None or word.head.kind != "part" or token.kind != "arabic":
        return None
    start = passage.tokens[first].start + len(attached_letters(passage, first))
    return Who(first, last, start, token.end, world.text[start : token.end], "nominal", None, "", "CVL", plural=True)


def inside(passage: Passage, first: int, last: int, world: World) -> Who | None:
    """The first party that stands anywhere in some tokens: الحكومة of سياسات الحكومة, فلسطين of مقترحا فلسطينيا.

    The tokens are the rest of a phrase, whose head is in front of them.
    """
    adjective: Who | None = None
    for place in range(first, last):
        name = passage.mention_at(place)
        if name and name[0] < place and place > first:
            continue
        if name and name[2].kind == "adjective" and not _is_people(passage, place):
            adjective = adjective or _named(passage, (place, last), name[2], world)
        elif not name and place > first and _adjective(passage, place):
            adjective = adjective or _nationality(passage, place, world)
        elif qualifies(passage, place) or (not name and _abstract(passage, place, last)):
            continue
        elif found := who(passage, place, last, world):
            return found
    return adjective


def _abstract(passage: Passage, place: int, last: int) -> bool:
    """Whether a noun inside of a phrase is rather a thing than a body: انتخابات *الرئاسة*."""
    word = noun(passage.tokens[place].text)
    doubt = word.head is not None and word.head.kind == "doubt" and word.form not in _BODIES
    return doubt and not _sided(passage, place, last)


_BODIES = party_words("bodies")


def _sided(passage: Passage, place: int, last: int) -> bool:
    """Whether a nationality, a name or a word like مسلح stands right behind a noun."""
    behind = place + 1
    if behind < last and passage.mark_at(behind):
        behind += 1
    if behind >= last:
        return False
    following = noun(passage.tokens[behind].text)
    nations = any(noun(passage.tokens[at].text).country for at in range(behind, min(last, behind + 3)))
    return bool(passage.mention_at(behind) or nations or following.mark or following.form == "من")


def _past_quantity(passage: Passage, first: int, last: int) -> int:
    """The token behind numbers and quantities in front: عشرات, نحو 30, عدد من."""
    place = first
    while place < last:
        token = passage.tokens[place]
        word = noun(token.text)
        quantity = (
            token.kind == "number" or token.key in _quantities() or (not word.definite and word.form in _quantities())
        )
        if token.kind == "sign" and passage.mark_at(place):
            quantity = True
        if word.head and place + 1 < last and noun(passage.tokens[place + 1].text).mark:  # مجموعة مسلحة
            break
        if not quantity and token.key not in particles("demonstratives") and not (place > first and token.key == "من"):
            break
        place += 1
    return place


_HONOURS = frozenset("معالي فخامه سمو جلاله سعاده حضره سماحه فضيله".split())


@lru_cache(maxsize=1)
def _quantities() -> frozenset[str]:
    return particles("quantifiers") | TENS


def _is_people(passage: Passage, place: int) -> bool:
    """Whether a nationality word is a noun here: الروس, خمسة فلسطينيين."""
    token = passage.tokens[place]
    return token.key.endswith(("ون", "ين", "روس", "اتراك", "اكراد", "عرب")) and noun(token.text).country != ""


def _adjective(passage: Passage, place: int) -> bool:
    """Whether a word that no engine has marked is a nationality in the singular: القصف الإسرائيلي."""
    return bool(noun(passage.tokens[place].text).country) and not _is_people(passage, place)


def _nationality(passage: Passage, place: int, world: World) -> Who:
    token, country = passage.tokens[place], noun(passage.tokens[place].text).country
    start = token.start + len(attached_letters(passage, place))
    return Who(place, place + 1, start, token.end, world.text[start : token.end], "nation",
               world.countries.get(country), country, "GOV")  # fmt: skip


def _named(passage: Passage, span: tuple[int, int], mention: Mention, world: World) -> Who | None:
    place, last = span
    entity = world.entity(mention)
    country = (entity.country if entity else None) or ""
    behind = _end_of(passage, place)
    if mention.kind == "adjective":
        person = _next_person(passage, behind, last)
        if person:  # والأمريكي «جون كيري»
            return _named(passage, (person[0], last), person[2], world)
        plural = passage.tokens[place].key.endswith(("ون", "ين"))
        return Who(place, behind, mention.start, mention.end, mention.text, "nation", mention.entity, country,
                   "CVL" if plural else "GOV", plural=plural)  # fmt: skip
    sort: Sort = "name"
    sector, code = name_code(mention, entity)
    if mention.label == "LOC":
        sort = "state" if entity and (entity.stands_for or is_country(entity)) else "place"
        sector = "GOV" if sort == "state" else ""
    return Who(place, behind, mention.start, mention.end, mention.text, sort, mention.entity, country, sector,
               gender=gender(noun(passage.tokens[place].text), mention), code=code)  # fmt: skip


def _end_of(passage: Passage, place: int) -> int:
    name = passage.mention_at(place)
    return name[1] if name else place + 1


def _next_person(passage: Passage, first: int, last: int) -> tuple[int, int, Mention] | None:
    """The person whose name begins at a token, signs of quotation seen through."""
    for place in range(first, min(last + 2, len(passage.tokens))):
        name = passage.mention_at(place)
        if name:
            return name if name[0] == place and name[2].label == "PER" and name[2].kind == "name" else None
        if passage.tokens[place].kind != "sign":
            return None
    return None


def _described(passage: Passage, span: tuple[int, int, int], world: World) -> Who | None:
    """A party by its head noun, from `begin` (with its quantity): مئات المحتجين, وزير الخارجية الفرنسي."""
    begin, place, last = span
    word = noun(passage.tokens[place].text)
    if word.head is None:
        return _titled(passage, span, word, world) or _people(passage, span, word, world)
    if word.head.kind in {"doubt", "state"} and not _sure(passage, place, last, word):
        return None
    person = _apposed(passage, place, last, world)
    if person:
        name = _named(passage, (person[0], last), person[2], world)
        return replace(name, first=begin, last=max(last, person[1]), gender=gender(word, None)) if name else None
    behind = place + 2 if place + 1 < last and passage.mark_at(place + 1) else place + 1
    following = passage.mention_at(behind) if behind < last else None
    if following and word.head.noun in _DESCRIBES and following[2].kind == "name" and following[2].label != "PER":
        name = _named(passage, (behind, last), following[2], world)
        return replace(name, first=begin, gender=gender(word, None), head=word.head.noun) if name else None
    return _nominal(passage, span, word, world)


_PEOPLE = re.compile(r"(م[ء-ي]{3,}|[ء-ي]ا[ء-ي]{2}|[ء-ي]{3,}ي)(ون|ين)")
_THINGS = party_words("things")


def _titled(passage: Passage, span: tuple[int, int, int], word: Noun, world: World) -> Who | None:
    """A person behind a description that no list has: النجم البرازيلي السابق *زيكو*, الداعية *يوسف القرضاوي*."""
    begin, place, last = span
    if not word.definite:
        return None
    tokens = passage.tokens
    behind = passage.mention_at(last + 1) if last + 1 < len(tokens) and tokens[last].text in "،,-" else None
    if behind and behind[0] == last + 1 and behind[2].label == "PER" and behind[2].kind == "name":
        found = _named(passage, (last + 1, behind[1]), behind[2], world)  # الداعية الإسلامي، يوسف القرضاوي
        return replace(found, first=begin) if found else None
    for index in range(place + 1, last):
        name = passage.mention_at(index)
        if name and name[0] == index and name[2].label == "PER" and name[2].kind == "name":
            found = _named(passage, (index, last), name[2], world)
            return replace(found, first=begin) if found else None
        if not noun(passage.tokens[index].text).definite:
            break
    return None


def _people(passage: Passage, span: tuple[int, int, int], word: Noun, world: World) -> Who | None:
    """People by their nationality (خمسة فلسطينيين) or by what is done to them (المشيعين, عددا من الضالعين)."""
    begin, place, last = span
    many = word.form.endswith(("ون", "ين"))
    if word.country and not many and word.definite is False and place == begin and _alone(passage, place):
        many = True  # a Palestinian: على فلسطيني
    if word.country and not many and word.definite and last == place + 1:  # البحريتان السعودية *والباكستانية*
        return _nationality(passage, place, world)
    if not many or not (word.definite or begin < place or word.country):
        return None
    if not word.country and (not _PEOPLE.fullmatch(word.form) or word.form in _THINGS):
        return None
    start = passage.tokens[begin].start + (len(attached_letters(passage, begin)) if begin == place else 0)
    end = passage.tokens[last - 1].end
    country = word.country or next((found for index in range(place + 1, last)
                                    if (found := noun(passage.tokens[index].text).country)), "")  # fmt: skip
    return Who(begin, last, start, end, world.text[start:end], "nominal", None, country, "CVL", "", "m", plural=True)


def _alone(passage: Passage, place: int) -> bool:
    """Whether no noun stands in front that a nationality word could qualify."""
    before = passage.tokens[place - 1] if place else None
    return (
        before is None or before.kind != "arabic" or before.key in particles("prepositions") or before.kind == "number"
    )


def _sure(passage: Passage, place: int, last: int, word: Noun) -> bool:
    """Whether a noun that is also something else (تنظيم الانتخابات) means a body here."""
    return _sided(passage, place, last) or (word.definite and word.form not in _ABSTRACT)


_ABSTRACT = party_words("abstract")


def _apposed(passage: Passage, place: int, last: int, world: World) -> tuple[int, int, Mention] | None:
    """The person whose office the phrase is: جون كيري of وزير الخارجية الأمريكي جون كيري."""
    word = noun(passage.tokens[place].text)
    if word.head is None or word.head.kind == "body" or word.form == "انصار":
        return None
    for index in range(place + 1, last):
        name = passage.mention_at(index)
        if name and name[0] == index and name[2].label == "PER" and name[2].kind == "name":
            entity = world.entity(name[2])
            office = entity.office if entity else None
            own = noun(office.split()[0]).head if office else None
            fits = office is None or (own is not None and own.noun == word.head.noun) or word.definite
            fits = fits or not any(_person(passage, between) for between in range(place + 1, index))
            return name if fits and (word.head.kind == "person" or office) else None
    return None


def _person(passage: Passage, place: int) -> bool:
    head = noun(passage.tokens[place].text).head
    return head is not None and head.kind == "person"


def _nominal(passage: Passage, span: tuple[int, int, int], word: Noun, world: World) -> Who | None:
    begin, place, last = span
    if word.head is None:
        return None
    while last > place + 1 and passage.tokens[last - 1].kind == "sign":
        last -= 1
    words = [noun(passage.tokens[index].text) for index in range(place, last)]
    names = [world.entity(name[2]) for index in range(place + 1, last)
             if (name := passage.mention_at(index)) and name[0] == index]  # fmt: skip
    country, sector, code = description_code(words, [entity for entity in names if entity])
    start = passage.tokens[begin].start + (len(attached_letters(passage, begin)) if begin == place else 0)
    end = passage.tokens[last - 1].end
    entity = _entity(passage, place, last, word, country, world)
    if entity and not country:
        country = entity.country or ""
    many = word.head.kind != "body" and plural(word)
    return Who(begin, last, start, end, world.text[start:end], "nominal", entity.id if entity else None, country,
               sector, word.head.noun, gender(word, None), many, code, word.owned and word.head.noun != "نظير")  # fmt: skip


def _entity(passage: Passage, place: int, last: int, word: Noun, country: str, world: World) -> Entity | None:
    """Who a description without a name is, where the text has said so: الوزارة, الرئيس الفرنسي."""
    if word.head is None or not (word.definite or last > place + 1):
        return None
    offset = passage.tokens[place].start
    words = [noun(passage.tokens[index].text) for index in range(place, last)]
    if not (words[-1].definite or words[-1].country or passage.mention_at(last - 1)) or _OTHER & {
        one.form for one in words
    }:
        return None
    if word.head.kind == "person" and word.form == noun(word.head.noun).form:
        portfolio = next((one.form for one in words[1:] if not one.country and one.definite), "")
        return world.holder(word.head.noun, country, portfolio, offset)
    if word.head.kind in {"body", "part"} and last == place + 1 and word.definite:
        return world.body(word.head.noun, offset)
    return None


_OTHER = party_words("other_holder")
