"""Whether a verb, participle or pronoun can belong to somebody: gender and number, as Arabic makes them agree.

Behind its subject a verb has its number: وأضافوا of محتجون. Things in the plural are feminine singular: مصادر … وأضافت;
so are groups that are no row of people (شخصيات، قوات). Of whom nothing tells the gender everything agrees, weakly.
"""

from typing import NamedTuple

from marsad.annotate.lists.speakers import SpeakerNoun, gender_of, speaker_noun, speaker_phrase
from marsad.records import Entity
from marsad.text.fold import fold_key

_MALE_FRONT = frozenset({"عبد", "ابو", "ابا", "ابي", "ابن", "بن"})
_FEMALE_FRONT = frozenset({"ام", "بنت"})
_PEOPLE = frozenset({"person", "group", "anonymous"})


class Traits(NamedTuple):
    """Gender (m, f) and number of what agrees with somebody; "" where nothing tells.

    The number is s, d, p, or g of a group in the singular, of which the plural may go on: وفد … وأضافوا.
    """

    gender: str = ""
    number: str = ""


def of_noun(noun: SpeakerNoun) -> Traits:
    """What agrees with a noun: the plural of people keeps its number, every other plural is feminine singular."""
    if noun.number != "p":
        return Traits(noun.gender, "g" if noun.kind == "group" and noun.number == "s" else noun.number)
    if noun.kind in _PEOPLE and _row_of_people(noun):
        return Traits(noun.gender, "p")
    return Traits("f", "s")


def _row_of_people(noun: SpeakerNoun) -> bool:
    """Whether the plural says single people: وزراء، محتجون، سكان; not مصادر، حركات، شخصيات."""
    return noun.kind == "person" or noun.noun.startswith("شاهد") or (noun.gender == "m" and noun.noun not in _THINGS)


_THINGS = frozenset({"مصدر", "تنظيم", "فصيل", "تيار", "تحالف", "ائتلاف", "وفد", "طرف", "جانب", "مجتمع", "شعب", "فريق"})


def of_name(name: str) -> Traits:
    """What agrees with a person of this name."""
    words = fold_key(name).split()
    while len(words) > 1 and (noun := speaker_noun(words[0])):
        if noun.definite or noun.role:
            return Traits(noun.gender, "s")
        words.pop(0)
    if not words:
        return Traits("", "s")
    if words[0] in _MALE_FRONT or words[0].startswith("عبدال"):
        return Traits("m", "s")
    if words[0] in _FEMALE_FRONT:
        return Traits("f", "s")
    return Traits(gender_of(words[0]), "s")


def of_entity(entity: Entity) -> Traits:
    """What agrees with an entity by its name, office and label."""
    if entity.label == "PER":
        head = speaker_noun(fold_key(entity.office).split()[0]) if entity.office else None
        if head and head.gender == "f":
            return Traits("f", "s")
        named = of_name(entity.name)
        return named if named.gender or not head else Traits(head.gender, "s")
    return _of_body(entity)


def _of_body(entity: Entity) -> Traits:
    words = fold_key(entity.name).split()
    noun = (speaker_phrase(*words[:2]) if len(words) > 1 else None) or (speaker_noun(words[0]) if words else None)
    if noun:
        return of_noun(noun)
    if words and len(words) == 1 and words[0].endswith(("ون", "يين")) and words[0].startswith("ال"):
        return Traits("m", "p")  # الحوثيون
    if entity.label == "LOC" or entity.sector == "JRN" or (words and words[0].endswith("ه")):
        return Traits("f", "s")
    return Traits("", "s")


def agrees(gender: str, number: str, traits: Traits) -> bool:
    """Whether a verb or pronoun of this gender and number behind its subject can be of somebody with these traits."""
    if number == "p":
        return traits.number in {"p", "d", "g", ""} and (gender != "f" or traits.gender != "m")
    if number == "d":
        return traits.number in {"d", "g", ""}
    if traits.number == "p":
        return gender == "f" and traits.gender == "f"
    if traits.number == "d" and number:
        return False
    return not (gender and traits.gender and gender != traits.gender)
