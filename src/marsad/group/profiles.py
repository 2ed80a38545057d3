"""What an entity of an article says of itself beyond the article: its profile, and below which keys it meets others.

Entities of many articles that say the same of themselves share a profile, so that what is decided is decided once for
all of them. A profile never changes: another office, another spelling is another profile.
"""

import hashlib
from collections.abc import Callable, Iterator
from typing import NamedTuple

from marsad.kinds import Label
from marsad.records import Entity
from marsad.text.name_words import FIXED, bare, fold_name, parts, wordset
from marsad.text.spellings import SURE, key

Known = Callable[[Entity], str | None]  # the certain id of an entity, where a list has one

PINNED = "pinned"  # `weak` of an entity that a person has taken out of the rules
_COMMON = 2  # words of a name that may be borne by many: محمد علي
_FULL = 3  # words of an office with its country: وزير الخارجية الروسي
_NATIONAL = 4  # letters of the shortest word that may be a nationality: الروسي
# Offices that one person holds at a time. A member, an expert, a commander "of the movement" may be anybody.
_ONE_HOLDER = frozenset(map(fold_name, wordset("""
وزير وزيرة رئيس رئيسة ملك ملكة أمير سلطان محافظ حاكم سفير سفيرة أمين أمينة مفتي ولي بابا بطريرك عمدة مدير مديرة مبعوث
مبعوثة مندوب مندوبة نائب نائبة متحدث متحدثة ناطق ناطقة مستشار مستشارة شيخ خليفة
""")))  # fmt: skip
# Bodies that every country, ministry or town has: without a country their name says little.
_OF_MANY = frozenset(map(fold_name, wordset("""
وزارة حكومة مجلس برلمان جيش شرطة هيئة لجنة محكمة رئاسة ديوان مديرية دائرة بلدية نقابة قوات أمن دفاع خارجية داخلية قيادة
غرفة جمعية بنك مصرف مؤسسة مكتب
""")))  # fmt: skip


class Profile(NamedTuple):
    """What entities of several articles have in common.

    `certain`: ids that lists and links give, the strongest first; `office`: of one who holds it alone, without its
    country, "" for none; `weak`: why the name alone is not enough to know its bearer, "" where it is; `times`: so many
    entities of articles say this.
    """

    id: str
    label: Label
    name: str
    country: str | None = None
    office: str = ""
    certain: tuple[str, ...] = ()
    weak: str = ""
    times: int = 1


def profile(entity: Entity, known: Known | None = None) -> Profile:
    """The profile of an entity; `known` gives the id that a list has for it."""
    certain = tuple(dict.fromkeys(_certain(entity, known)))
    office = _office(entity.office or "") if entity.label == "PER" and entity.country else ""
    name = " ".join(entity.name.split())
    what = (entity.label, name, entity.country or "", office, *certain)
    weak = "" if certain else _weak(entity)
    return Profile(number(entity.label, *what), entity.label, name, entity.country, office, certain, weak)


def number(label: str, *what: str) -> str:
    """An id made of what something is: `per:` and sixteen digits of a hash."""
    digest = hashlib.sha256("\x1f".join((label, *what)).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{label.lower()}:{digest[:16]}"


def keys(one: Profile) -> Iterator[str]:
    """Below which keys a profile meets those that may be the same thing, or that decide about it."""
    yield from (f"is:{name}" for name in one.certain)
    if one.weak == PINNED:
        return
    if not one.weak and not (one.label == "LOC" and one.certain):  # places of one name are many: ids alone join them
        yield f"name:{one.label}:{key(one.name)}"
    if one.office:
        yield f"post:{one.country}:{one.office}:{key(surname(one.name))}"


def family(one: Profile) -> str:
    """The key of all who share a surname: for a person who looks for the bearer of a bare one."""
    return f"family:{one.label}:{key(surname(one.name))}"


def surname(name: str) -> str:
    """The last word of a name."""
    return (parts(name).words or ("",))[-1]


def _certain(entity: Entity, known: Known | None) -> Iterator[str]:
    if entity.stands_for:  # a capital that speaks for its government, not the town
        if entity.country:
            yield f"gov:{entity.country}"
        return
    if known and (listed := known(entity)):
        yield listed
    if entity.wikidata:
        yield f"wikidata:{entity.wikidata}"
    place = entity.location
    if place and place.geonames and place.confidence >= SURE:
        yield f"geonames:{place.geonames}"


def _weak(entity: Entity) -> str:
    """Why a name is not enough to know its bearer; "" where it is."""
    words = parts(entity.name).words
    if entity.stands_for:
        return "government"  # of a country that the article does not tell
    if not words:
        return "no name"
    if entity.label == "PER":
        common = len(words) == _COMMON and all(bare(word) in FIXED for word in words)
        return "surname" if len(words) == 1 else "common name" if common else ""
    if entity.label == "ORG":
        little = "one word" if len(words) == 1 else "body of many countries" if bare(words[0]) in _OF_MANY else ""
        return "" if entity.country else little
    return "undecided place" if entity.location and entity.location.rule == "undecidable" else ""


def _office(text: str) -> str:
    """An office as a key: folded, without the nationality behind it; "" where several may hold it."""
    words = fold_name(text).split()
    if len(words) < _COMMON or bare(words[0]) not in _ONE_HOLDER:
        return ""
    last = words[-1]
    national = len(words) >= _FULL and last.startswith("ال") and last.endswith("ي") and len(last) > _NATIONAL
    return " ".join(words[:-1] if national else words)
