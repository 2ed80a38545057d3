"""Are two names the same thing, by themselves and by what is said beside each?

`decide` asks in order: what the hints say of each name (an adjective, two countries, two kinds of thing), what the
lists know, who held an office (dated), whether the names are spellings of each other, whether one is a short form of
the other. What nothing joins stays two: a wrong join costs more than a missed one.
"""

import re
from typing import NamedTuple

from marsad.annotate.linking.groups import abbreviates, is_group, translated_alike, without_head
from marsad.annotate.linking.holders import bearers, holders, office_named
from marsad.annotate.linking.things import narrower, nation
from marsad.annotate.lists.lexicon import lexicon
from marsad.annotate.lists.things import Thing, lookup
from marsad.annotate.times.find import times
from marsad.kinds import Label
from marsad.text.name_words import FIXED, bare, fold_name, parts, wordset
from marsad.text.spellings import SURE, same_name


class Decision(NamedTuple):
    """Whether two names are one thing, by which rule, and how sure that is."""

    same: bool
    kind: str
    rule: str
    confidence: float


class Side(NamedTuple):
    """One of the two names with what is known beside it."""

    name: str
    label: Label | None
    hint: str
    things: tuple[Thing, ...]


_YEAR = re.compile(r"(?:19|20)\d\d")
_COUNTRY_HINT = wordset("البلد بلد دوله الدوله")
_ADJECTIVE_HINT = wordset("صفه الصفه نسبه")
_PREPOSITIONS = wordset("في الي من")
_KIND_HINTS: dict[str, frozenset[str]] = {
    "country": wordset("بلد البلد دوله الدوله"),
    "place": wordset("مدينه المدينه عاصمه العاصمه محافظه منطقه ولايه قريه"),
    "outlet": wordset("صحيفه جريده قناه مجله موقع اذاعه وكاله"),
    "person": wordset("شخص رييس الرييس وزير ملك امير شاعر لاعب مدرب كاتب مرشد"),
    "group": wordset("حزب حركه جماعه تنظيم ايتلاف جبهه منظمه ناد نادي فريق"),
}
_OFFICIAL = frozenset({"سوريه"})  # ـية in a country's own name for itself
_OTHER = wordset("اخر اخري الاخر الاخري")


def decide(
    a: str,
    b: str,
    *,
    label_a: Label | None = None,
    label_b: Label | None = None,
    hint_a: str = "",
    hint_b: str = "",
) -> Decision:
    """Whether `a` and `b` name the same thing; `hint_*` is any text that stands or speaks beside the name."""
    if not fold_name(a) or not fold_name(b):
        return Decision(same=False, kind="none", rule="no-name", confidence=1.0)
    one, other = _side(a, label_a, hint_a), _side(b, label_b, hint_b)
    for rule in (_by_hints, _by_adjective, _by_lists, _by_office, _by_spelling, _by_short_form):
        decision = rule(one, other) or rule(other, one)
        if decision:
            return decision
    return Decision(same=False, kind="none", rule="nothing-joins", confidence=0.8)


def _side(name: str, label: Label | None, hint: str) -> Side:
    things = tuple(thing for thing in lookup(name) or _less(name) if label in {None, thing.label})
    return Side(name, label, hint, things)


def _less(name: str) -> tuple[Thing, ...]:
    """The things of a name without its generic noun, which is what a trigger is, or without المحتلة behind."""
    rest = without_head(name) or name.removesuffix(" المحتلة")
    headed = rest != name.removesuffix(" المحتلة")
    found = lookup(rest)
    triggered = tuple(thing._replace(need="") for thing in found if headed and thing.need == "trigger")
    return triggered or tuple(thing for thing in found if headed or not thing.need)


def _by_hints(one: Side, other: Side) -> Decision | None:
    """Of one string, the hints may speak of two countries or two kinds; `another` says so outright."""
    if _ADJECTIVE_HINT & set(fold_name(one.hint).split()) and one.hint != other.hint:
        return Decision(same=False, kind="adjective", rule="adjective-of-hint", confidence=0.95)
    if fold_name(one.name) != fold_name(other.name) or one.hint == other.hint or not (one.hint and other.hint):
        return None
    left, right = _codes(one.hint), _codes(other.hint)
    if left and right and not left & right:
        return Decision(same=False, kind="homonym", rule="countries-of-hints", confidence=0.85)
    if _OTHER & set(fold_name(one.hint).split()):
        return Decision(same=False, kind="homonym", rule="another", confidence=0.9)
    kinds, kinds_b = _kinds(one.hint), _kinds(other.hint)
    if (kinds and kinds_b and not kinds & kinds_b) or bool(kinds) != bool(kinds_b):
        return Decision(same=False, kind="homonym", rule="kinds-of-hints", confidence=0.7)
    return None


def _codes(hint: str) -> set[str]:
    found = {code for word in hint.split() if (code := nation(word))}
    return found | {thing.country for word in hint.split() for thing in lookup(word) if thing.kind == "country"}


def _kinds(hint: str) -> set[str]:
    words = set(fold_name(hint).split())
    return {kind for kind, triggers in _KIND_HINTS.items() if words & triggers}


def _by_adjective(one: Side, other: Side) -> Decision | None:
    """A nationality word is no name of the country, nor of a person with such a family name: the hint tells."""
    word = fold_name(one.name)
    if " " in word or nation(one.name) is None or fold_name(other.name) == word:
        return None
    if one.label == "LOC" or _is_country(one):
        return None
    if _is_adjective(one) or word.endswith(("ي", "يه")):
        return Decision(same=False, kind="adjective", rule="adjective", confidence=0.85)
    return None


def _is_country(side: Side) -> bool:
    """Whether the hint shows the word as the country: it says so, or puts it behind a preposition or first."""
    words = fold_name(side.hint).split()
    if set(words) & _ADJECTIVE_HINT:
        return False
    if set(words) & _COUNTRY_HINT:
        return True
    word = fold_name(side.name)
    if word in words:
        place = words.index(word)
        return place == 0 or words[place - 1] in _PREPOSITIONS
    return any(not thing.need for thing in side.things) or (word in _OFFICIAL and not words)


def _is_adjective(side: Side) -> bool:
    words = fold_name(side.hint).split()
    return bool(set(words) & _ADJECTIVE_HINT) or fold_name(side.name) in words[1:]


def _by_lists(one: Side, other: Side) -> Decision | None:
    """What the lists know of both."""
    shared = {thing.id for thing in one.things} & {thing.id for thing in other.things}
    against = _against(one, other, shared) if shared else None
    if against:
        return Decision(same=False, kind="none", rule=against, confidence=0.75)
    sure_one, sure_other = _sure(one), _sure(other)
    if shared & (sure_one | sure_other) and _fits(one, shared) and _fits(other, shared):
        kind = "orthographic" if fold_name(one.name) == fold_name(other.name) else "alias"
        return Decision(same=True, kind=kind, rule="same-thing", confidence=0.95)
    if shared and not (sure_one or sure_other):
        return Decision(same=True, kind="alias", rule="same-thing", confidence=0.8)
    if sure_one and sure_other and not sure_one & sure_other:
        return Decision(same=False, kind="none", rule="two-things", confidence=0.95)
    return None


def _against(one: Side, other: Side, shared: set[str]) -> str | None:
    """What speaks against two names that share a thing of the lists."""
    if narrower(one.name, other.name):
        return "part-of-it"
    if any(hinted and not hinted & shared for hinted in (_things_of_hint(one), _things_of_hint(other))):
        return "thing-of-hint"
    if _of_another_country(one, shared) or _of_another_country(other, shared):
        return "country-of-hint"
    return None


def _of_another_country(side: Side, shared: set[str]) -> bool:
    """Whether a hint names a country, and no thing of that name and country is among the shared ones."""
    codes = _codes(side.hint)
    able = [thing for thing in side.things if thing.country in codes]
    return bool(able) and not any(thing.id in shared for thing in able)


def _things_of_hint(side: Side) -> set[str]:
    """The things that a hint names outright and that sound like the name: الكونغو, hint الكونغو برازافيل."""
    hint = side.hint.strip('«»" ')
    longer = fold_name(side.name) in fold_name(hint) and fold_name(side.name) != fold_name(hint)
    return {thing.id for thing in lookup(hint)} if longer else set()


def _sure(side: Side) -> set[str]:
    return {thing.id for thing in side.things if not thing.need}


def _fits(side: Side, shared: set[str]) -> bool:
    """Whether the name alone is one of these things, or at least no other one."""
    sure = _sure(side)
    if not sure:
        return True
    able = [thing for thing in side.things if thing.id in shared]
    return bool(sure & shared) and (len(sure) == 1 or any(_hinted(side, thing) for thing in able) or not side.hint)


def _hinted(side: Side, thing: Thing) -> bool:
    return not _codes(side.hint) or thing.country in _codes(side.hint)


def _by_office(one: Side, other: Side) -> Decision | None:
    """A title against a person: who held the office in the year that a hint names, or ever."""
    office = office_named(one.name)
    if office is None:
        return None
    able = holders(office, _when(one, other))
    named = any(_names(name, other.name) for holder in able for name in (holder.person, *holder.names))
    former = any("سابق" in hint for hint in (one.hint, other.hint))
    same = named and not former
    return Decision(same, "title", "office-holder", 0.8)


def _when(one: Side, other: Side) -> str | None:
    """The latest day, month or year that a hint names: its end behind بعد and منذ, its beginning behind قبل."""
    hint = f"{one.hint}، {other.hint}" if one.hint != other.hint else one.hint
    if not _YEAR.search(hint):
        return None
    found = [
        time.value
        for time in times(hint, published=None)
        if time.value and _YEAR.match(time.value) and "/" not in time.value
    ]
    day = max(found or _YEAR.findall(hint))
    words = set(fold_name(hint).split())
    if words & _AFTER:
        return day + "-12-31"[len(day) - 4 :] if len(day) < _DAY else day
    return day + "-01-01"[len(day) - 4 :] if words & _BEFORE and len(day) < _DAY else day


_DAY = len("2015-02-08")
_AFTER, _BEFORE = wordset("بعد منذ عقب"), wordset("قبل قبيل")


def _names(person: str, name: str) -> bool:
    match = same_name(person, name)
    return match is not None and (match.strength >= 0.6 or match.kind in {"short-form", "title"})  # noqa: PLR2004


def _by_spelling(one: Side, other: Side) -> Decision | None:
    if translated_alike(one.name, other.name):
        return Decision(same=True, kind="translation-variant", rule="translated-alike", confidence=0.85)
    match = same_name(one.name, other.name)
    if match and (match.strength >= SURE or match.kind == "title"):
        return Decision(same=True, kind=match.kind, rule=f"spelling:{match.kind}", confidence=match.strength)
    return None


def _by_short_form(one: Side, other: Side) -> Decision | None:
    """The shorter name as a family name, or as what is left of a long name."""
    if len(fold_name(one.name).split()) >= len(fold_name(other.name).split()):
        return None
    if other.label == "ORG" or (other.label is None and is_group(other.name)):
        ok = abbreviates(one.name, other.name)
        return Decision(same=True, kind="short-form", rule="short-form", confidence=0.8) if ok else None
    if any(thing.label != "PER" and not thing.need for thing in one.things):
        return None  # ميلان, إنتر ميلان
    return _of_a_person(one, other)


def _of_a_person(one: Side, other: Side) -> Decision | None:
    """The family name, or the first names with more behind them; a given name alone is nobody's."""
    match = same_name(one.name, other.name)
    if match is None or match.kind != "short-form" or not _is_person(other):
        return None
    words, longer = parts(one.name).words, parts(other.name).words
    if len(words) == 1 and bare(words[0]) in FIXED and words[0] != longer[-1]:
        return None  # الحسين, صدام حسين
    begins = words[0] == longer[0] and len(words) > 1
    ends = bare(words[-1]) == bare(longer[-1]) and (len(words) > 1 or match.strength > 0.3)  # noqa: PLR2004
    if begins or ends:
        return Decision(same=True, kind="short-form", rule="surname" if ends else "given-names", confidence=0.75)
    return None


def _is_person(side: Side) -> bool:
    """Whether a long name is a person's: by its label, an office that was held, or its first word."""
    if side.label:
        return side.label == "PER"
    first = parts(side.name).words[0]
    return bool(bearers(side.name)) or bool(lexicon().flags(first) & {"given", "given?"})
