"""What an article says around its place names: triggers, adjectives, containers, lists, votes of countries.

One pass over the words of the text collects the countries that it speaks of; everything else looks at a few words
beside a name or between two, so that an article of n names is read in time proportional to n.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from marsad.annotate.places.table import Place, candidates, country_of
from marsad.annotate.places.words import AFTER_CAPITAL, AREA, HEADS, LINKS, PLURAL, RURAL, URBAN, bare, holds, trigger
from marsad.text.fold import fold_key

WORD = re.compile("[\\w\u064b-\u0652\u0670\u0640]+")
_TOKEN = re.compile('[\\w\u064b-\u0652\u0670\u0640]+|[.:؛؟!«»"()،,\n]')
_COMMAS = frozenset("،,")
_JOINS = _COMMAS | {"و"}
_STOPS = frozenset('.:؛؟!\n«"')
_REACH = 60  # characters looked at on either side of a name
_WORDS_BETWEEN = 5  # "X مركز محافظة Y", "X غرب العاصمة الليبية Y"
NEAR = 250  # characters; farther countries vote for the whole article only
_VOTERS = 12  # of the nearest on either side
# These make another name of the name behind them: بحر عمان, ريف دمشق.
_JOINED = frozenset(map(fold_key, ("بحر", "خليج", "ريف", "قطاع", "سلطنة", "قناة", "نهر", "مضيق")))
_LONGEST = 80  # characters of a name
_COMPANIONS = 3  # in a list, on either side


@dataclass(slots=True)
class Reading:
    """One place name with all that stands beside it."""

    start: int
    end: int
    key: str
    places: tuple[Place, ...]
    trigger: str | None = None
    capital: bool = False  # العاصمة stands behind it
    countries: dict[str, str] = field(default_factory=dict)  # said in so many words → by which rule
    inside: set[str] = field(default_factory=set)  # first-level areas that it is said to lie in
    holds: set[str] = field(default_factory=set)  # first-level areas of what is said to lie in it
    urban: bool = False  # a quarter, a street of it is named
    listed: int = -1  # number of the list that it stands in

    def homes(self) -> set[str]:
        """The countries that it may lie in."""
        return {place.country for place in self.places}


def lookup(text: str) -> Reading:
    """A name by itself: its folded form, what it may be, what its own words say of it."""
    words = fold_key(text.replace("-", " ")).strip('"«»()').split() if len(text) <= _LONGEST else []
    found = Reading(0, 0, " ".join(words), ())
    while words:
        found.key = " ".join(words)
        for key in _forms(found.key):
            found.places = candidates(key)
            if found.places:
                found.key = key
                return found
        if not _shed(words, found):
            break
    return found


def _forms(key: str) -> tuple[str, ...]:
    """A name as it is; without ل + ال; with or without the article."""
    if key.startswith("لل"):
        return key, "ال" + key[2:], "الل" + key[2:], key[2:]
    if key.startswith("ال"):
        return key, key[2:]
    return (key,) if trigger(key) else (key, "ال" + key)  # مدينة is not المدينة


def _shed(words: list[str], found: Reading) -> bool:
    """Take off a word that is no part of the name and remember what it said; False where there is none."""
    if len(words) == 1:
        return False
    said = country_of(words[-1])
    if said and said[1]:
        found.countries[said[0]] = "adjective"
        words.pop()
    elif words[-1] in AFTER_CAPITAL:
        found.capital = True
        words.pop()
    elif (head := trigger(words[0])) in HEADS or head in AREA:
        found.trigger = head
        del words[0]
    else:
        return False
    return True


def read(text: str, spans: Sequence[tuple[int, int, str]]) -> list[Reading]:
    """The names of an article, each with the words beside it and its links to its neighbours."""
    readings = []
    for start, end, name in spans:
        found = lookup(name)
        found.start, found.end = start, end
        _look_before(text, found)
        _look_behind(text, found)
        readings.append(found)
    for number in range(1, len(readings)):
        _link(text, readings, number)
    return readings


def _tokens(text: str) -> list[str]:
    return [_key(match[0]) for match in _TOKEN.finditer(text)]


@lru_cache(maxsize=16384)
def _key(word: str) -> str:
    return fold_key(word) or word


def _look_before(text: str, found: Reading) -> None:
    """مدينة X, the Libyan capital X, بحر X."""
    tokens = _tokens(text[max(0, found.start - _REACH) : found.start])
    if found.start > _REACH and tokens:
        del tokens[0]  # may be half a word
    if not tokens or tokens[-1] in _STOPS - {"«", '"'}:
        return
    if tokens[-1] in {"«", '"', "("}:
        tokens.pop()
    if not tokens:
        return
    head = bare(tokens[-1], _JOINED)
    if head and (whole := candidates(f"{head} {found.key}")):
        found.places, found.key = whole, f"{head} {found.key}"
        return
    said = country_of(tokens[-1])
    if said and said[1] and len(tokens) > 1 and trigger(tokens[-2]):  # العاصمة الليبية طرابلس
        found.countries.setdefault(said[0], "adjective")
        found.trigger = found.trigger or trigger(tokens[-2])
    found.trigger = found.trigger or trigger(tokens[-1])


def _look_behind(text: str, found: Reading) -> None:
    """X الليبية, X العاصمة, X وريفها, كوريا الشمالية."""
    tokens = _tokens(text[found.end : found.end + _REACH])
    if not tokens or text[found.end : found.end + 1] not in {" ", "\u00a0"}:
        return
    if whole := candidates(f"{found.key} {tokens[0]}"):
        found.places, found.key = whole, f"{found.key} {tokens[0]}"
    elif tokens[0] in AFTER_CAPITAL:
        found.capital = True
        tokens = tokens[1:]
    for token in tokens[:2]:
        said = country_of(token)
        if said and said[1]:
            found.countries.setdefault(said[0], "adjective")
            return
        if said or not token.endswith("ه"):
            return  # X القديمة الليبية; otherwise the second word has its own noun


def _link(text: str, readings: list[Reading], number: int) -> None:
    """What stands between a name and the one before it: X في محافظة Y, X وY, X، Y."""
    first, second = readings[number - 1], readings[number]
    if second.start < first.start or second.start - first.end > _REACH:
        return
    tokens = _tokens(text[first.end : second.start])
    if tokens and all(token in _JOINS for token in tokens):
        if len(tokens) == 1 and tokens[0] in _COMMAS:
            _comma(first, second)
        first.listed = first.listed if first.listed >= 0 else number
        second.listed = first.listed
        if first.trigger in PLURAL:
            second.trigger = second.trigger or first.trigger
    elif len(tokens) <= _WORDS_BETWEEN and all(_links(token) for token in tokens):
        holding = any(holds(token) for token in tokens)
        _contain(first, second, holding=holding)
        if holding:
            _rank(first, second, fold_key(text[first.start : first.end]).split()[:1])


def _rank(first: Reading, second: Reading, head: list[str]) -> None:
    """حي X في Y: Y is a city; بلدة X في Y: an area."""
    words = {first.trigger, *head}
    if words & URBAN:
        second.urban = True
    elif words & RURAL:
        second.holds |= {place.admin1 for place in second.places}


def _links(token: str) -> bool:
    said = country_of(token)
    return token in _COMMAS or bool(said and said[1]) or bare(token, LINKS) is not None


def _comma(first: Reading, second: Reading) -> None:
    """«باريس، تكساس»: the second is a country or area, and the first lies in it."""
    if any(place.kind == "city" for place in second.places):
        return
    around = {(place.country, place.admin1) for place in second.places}
    if any((place.country, place.admin1) in around or (place.country, "") in around for place in first.places):
        _contain(first, second, holding=True)


def _contain(first: Reading, second: Reading, *, holding: bool) -> None:
    """The first lies in the second or beside it: one country for both, and where it is said one area."""
    shared = (first.homes() & second.homes()) - {""}
    if len(shared) == 1:
        for one in (first, second):
            one.countries.setdefault(min(shared), "container")
    areas = {(p.country, p.admin1) for p in first.places if p.admin1} & {
        (p.country, p.admin1) for p in second.places if p.admin1
    }
    if not areas and len(shared) != 1:
        return
    if holding:
        first.inside |= {area for _, area in areas}
        if first.key != second.key:
            second.holds |= {area for _, area in areas}


@dataclass(slots=True)
class Votes:
    """Which countries the article speaks of, and where."""

    places: list[int]
    cast: list[tuple[str, float, str]]  # country, weight, by which word or name
    whole: Counter[str]

    def near(self, start: int, end: int, key: str) -> Counter[str]:
        """The votes beside a name, the nearer the weightier; the name itself has none."""
        found: Counter[str] = Counter()
        middle = bisect_left(self.places, start)
        for number in range(max(0, middle - _VOTERS), min(len(self.places), middle + _VOTERS)):
            country, weight, word = self.cast[number]
            distance = start - self.places[number] if self.places[number] < start else self.places[number] - end
            if distance < NEAR and word != key:
                found[country] += weight / (1 + max(0, distance) / 60)  # type: ignore[assignment]
        return found


def companions(readings: Sequence[Reading], number: int) -> list[Reading]:
    """The names beside one in its list, the nearest."""
    own = readings[number]
    if own.listed < 0:
        return []
    around = readings[max(0, number - _COMPANIONS) : number + _COMPANIONS + 1]
    return [one for one in around if one is not own and one.listed == own.listed and one.key != own.key]


def votes(text: str, readings: Sequence[Reading]) -> Votes:
    """The adjectives and words of countries in the text, and the names that fit one country only."""
    cast = [
        (match.start(), said[0], 1.0 if said[1] else 0.7, match[0])
        for match in WORD.finditer(text)
        if (said := country_of(match[0]))
    ]
    for one in readings:
        homes = one.homes() or set(one.countries)
        if len(homes) == 1 and "" not in homes:
            weight = 1.5 if any(place.kind == "country" for place in one.places) else 1.2
            cast.append((one.start, min(homes), weight, one.key))
    cast.sort()
    whole: Counter[str] = Counter()
    for (country, _), number in Counter((country, word) for _, country, _, word in cast).items():
        whole[country] += min(1 + 0.25 * (number - 1), 2.0)  # type: ignore[assignment]
    return Votes([start for start, *_ in cast], [(country, weight, word) for _, country, weight, word in cast], whole)
