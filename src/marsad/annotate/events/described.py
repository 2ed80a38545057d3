"""Who a description means: its head noun, the person or body it names, its country, its entity."""

import re
from dataclasses import replace

from marsad.annotate.events.codes import description_code
from marsad.annotate.events.naming import Who, named, nationality, next_person
from marsad.annotate.events.words import attached_letters, gender, plural
from marsad.annotate.events.world import World
from marsad.annotate.grammar import Passage, particles
from marsad.annotate.lists.codes import Noun, noun
from marsad.annotate.lists.tables import party_words
from marsad.records import Entity, Mention

_DESCRIBES = party_words("describes")
_PEOPLE = re.compile(r"(م[ء-ي]{3,}|[ء-ي]ا[ء-ي]{2}|[ء-ي]{3,}ي)(ون|ين)")
_THINGS = party_words("things")
_ABSTRACT = party_words("abstract")
_HONORIFICS = party_words("honorifics")
_OTHER = party_words("other_holder")


def described(passage: Passage, span: tuple[int, int, int], world: World) -> Who | None:
    """A party by its head noun, from `begin` (with its quantity): مئات المحتجين, وزير الخارجية الفرنسي."""
    begin, place, last = span
    word = noun(passage.tokens[place].text)
    if word.head is None:
        return _titled(passage, span, word, world) or _people(passage, span, word, world)
    if word.head.kind in {"doubt", "state"} and not _sure(passage, place, last, word):
        return None
    person = _apposed(passage, place, last, world)
    if person:
        name = named(passage, (person[0], last), person[2], world)
        return replace(name, first=begin, last=max(last, person[1]), gender=gender(word, None)) if name else None
    behind = place + 2 if place + 1 < last and passage.mark_at(place + 1) else place + 1
    following = passage.mention_at(behind) if behind < last else None
    if following and word.head.noun in _DESCRIBES and _is_what(word, following[2]):
        name = named(passage, (behind, last), following[2], world)
        return replace(name, first=begin, gender=gender(word, None), head=word.head.noun) if name else None
    return _nominal(passage, span, word, world)


def _is_what(word: Noun, name: Mention) -> bool:
    """Whether a name behind a noun is that one thing's: حركة النهضة, دولة قطر; not دول الخليج."""
    return name.kind == "name" and name.label != "PER" and not (name.label == "LOC" and plural(word))


def _titled(passage: Passage, span: tuple[int, int, int], word: Noun, world: World) -> Who | None:
    """A person behind a description that no list has: النجم البرازيلي السابق *زيكو*, الداعية *يوسف القرضاوي*."""
    begin, place, last = span
    if not word.definite and word.form not in _HONORIFICS:
        return None
    tokens = passage.tokens
    behind = passage.mention_at(last + 1) if last + 1 < len(tokens) and tokens[last].text in "،,-" else None
    if behind and behind[0] == last + 1 and behind[2].label == "PER" and behind[2].kind == "name":
        found = named(passage, (last + 1, behind[1]), behind[2], world)  # الداعية الإسلامي، يوسف القرضاوي
        return replace(found, first=begin) if found else None
    for index in range(place + 1, last):
        name = passage.mention_at(index)
        if name and name[0] == index and name[2].label == "PER" and name[2].kind == "name":
            found = named(passage, (index, last), name[2], world)
            return replace(found, first=begin) if found else None
        if not noun(passage.tokens[index].text).definite:
            break
    return None


def _people(passage: Passage, span: tuple[int, int, int], word: Noun, world: World) -> Who | None:
    """People by their nationality (خمسة فلسطينيين) or by what is done to them (المشيعين, عددا من الضالعين)."""
    begin, place, last = span
    many = word.form.endswith(("ون", "ين"))
    if word.country and not many and word.definite is False and place == begin and alone(passage, place):
        many = True  # a Palestinian: على فلسطيني
    person = next_person(passage, place + 1, last) if word.country and not many and word.definite else None
    if person:  # والأمريكي «جون كيري»
        return named(passage, (person[0], last), person[2], world)
    if word.country and not many and word.definite and last == place + 1:  # البحريتان السعودية *والباكستانية*
        return nationality(passage, place, world)
    if not many or not (word.definite or begin < place or word.country):
        return None
    if not word.country and (not _PEOPLE.fullmatch(word.form) or word.form in _THINGS):
        return None
    start = passage.tokens[begin].start + (len(attached_letters(passage, begin)) if begin == place else 0)
    end = passage.tokens[last - 1].end
    country = word.country or next((found for index in range(place + 1, last)
                                    if (found := noun(passage.tokens[index].text).country)), "")  # fmt: skip
    return Who(begin, last, start, end, world.text[start:end], "nominal", None, country, "CVL", "", "m", plural=True)


def alone(passage: Passage, place: int) -> bool:
    """Whether no noun stands in front that a nationality word could qualify."""
    before = passage.tokens[place - 1] if place else None
    return (
        before is None or before.kind != "arabic" or before.key in particles("prepositions") or before.kind == "number"
    )


def _sure(passage: Passage, place: int, last: int, word: Noun) -> bool:
    """Whether a noun that is also something else (تنظيم الانتخابات) means a body here."""
    return sided(passage, place, last) or (word.definite and word.form not in _ABSTRACT)


def sided(passage: Passage, place: int, last: int) -> bool:
    """Whether a nationality, a name or a word like مسلح stands right behind a noun."""
    behind = place + 1
    if behind < last and passage.mark_at(behind):
        behind += 1
    if behind >= last:
        return False
    following = noun(passage.tokens[behind].text)
    nations = any(noun(passage.tokens[at].text).country for at in range(behind, min(last, behind + 3)))
    return bool(passage.mention_at(behind) or nations or following.mark or following.form == "من")


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
    owned = word.owned and word.head.noun != "نظير"
    return Who(begin, last, start, end, world.text[start:end], "nominal", entity.id if entity else None, country,
               sector, word.head.noun, gender(word, None), many, code, owned)  # fmt: skip


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
