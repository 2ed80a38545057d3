"""Which country's place is meant, when a name fits places of several.

In order: what stands beside the name in so many words; the word before it (مدينة, محافظة), where it fits the places of
one country only; a list of countries; the size, where one place dwarfs the others; else the countries that the article
speaks of, near ones more, and the outlet's. Where nothing stands out, nothing is said.
"""

from collections import defaultdict
from collections.abc import Sequence
from math import log10

from marsad.annotate.places.context import Reading, Votes, companions
from marsad.annotate.places.table import Place
from marsad.annotate.places.words import AREA, VAGUE, level

UNDECIDABLE = "undecidable"

# Weights of evidence for a country; the unit is one adjective of it beside the name.
_NEAR = 2.0
_WHOLE = 0.5
_WHOLE_MOST = 4.0
_OUTLET = 1.5
_ELSEWHERE = 3.0  # its country is said at another place of the article
_PEOPLE = 0.8  # for ten times as many people
_MARGIN = 0.8  # the best must lead by so much
_SAME = 0.1  # evidence that differs by less is none
# log10 of how many times larger a place must be for its namesakes to need being said in so many words; less where
# Arabic news rarely goes.
_DWARFS, _DWARFS_FAR = 1.0, 0.5
_AT_HOME = 1.0  # as if so many tens of times larger: most places of Arabic news are Arab
_AGAINST = 3.0  # … unless the evidence for a namesake is so much stronger, and the large place is no capital
_ARAB = frozenset((
    "SY", "LB", "JO", "PS", "IL", "IQ", "EG", "LY", "TN", "DZ", "MA", "EH", "SA", "YE", "OM", "AE", "KW", "QA", "BH",
    "SD", "TR", "IR",
))  # fmt: skip
# News of these countries is news of those, too: Moroccan news of Western Sahara, Israel's deeds in Palestine.
_KIN = {"EH": "MA", "PS": "IL"}


class Article:
    """The names of one article, weighed together."""

    def __init__(self, readings: list[Reading], cast: Votes, outlet: str | None) -> None:
        self.readings = readings
        self.votes = cast
        self.outlet = outlet
        self.said: dict[str, set[str]] = defaultdict(set)  # name → countries said of it anywhere
        self.levels: dict[tuple[str, str], set[str]] = defaultdict(set)  # name and country → levels said of it
        for one in readings:
            said = one.countries.keys() & one.homes()
            self.said[one.key] |= said
            if one.trigger:
                for country in one.homes():
                    self.levels[one.key, country].add(level(one.trigger, country))

    def country(self, number: int) -> tuple[str | None, str, float]:
        """The country that is meant, by which rule, how surely; None where that cannot be told."""
        one = self.readings[number]
        homes = one.homes()
        if len(homes) == 1:
            return min(homes), "only-one", 0.9
        if "" in homes and (one.trigger not in AREA or one.trigger in VAGUE):
            return "", "prior", 0.85  # a sea, a continent, a disputed city: better known than its namesakes
        said = one.countries.keys() & homes
        if len(said) == 1:
            return min(said), one.countries[min(said)], 0.95
        homes -= {""}
        fitting = _fitting(one, homes) or homes
        if len(fitting) == 1:
            return min(fitting), "word", 0.85
        return self._among(number, fitting)

    def _among(self, number: int, homes: set[str]) -> tuple[str | None, str, float]:
        one = self.readings[number]
        if listed := self._listed(number):
            return listed, "list", 0.85
        evidence = self._evidence(one, homes)
        if famous := _famous(one, homes, evidence, self.said[one.key]):
            return famous, "prior", 0.85 if evidence[famous] > _SAME else 0.7
        return self._weighed(one, homes, evidence)

    def _listed(self, number: int) -> str | None:
        """The country of that name, where the name stands in a list of countries: السعودية وقطر وعمان."""
        own = {place.country for place in self.readings[number].places if place.kind == "country"}
        others = companions(self.readings, number)
        if len(own) == 1 and others and all(only(other, "country") for other in others):
            return min(own)
        return None

    def _evidence(self, one: Reading, homes: set[str]) -> dict[str, float]:
        """How much the article and its outlet speak for each country."""
        near, whole = self.votes.near(one.start, one.end, one.key), self.votes.whole
        found = {}
        for home in homes:
            kin = _KIN.get(home, "")
            found[home] = _NEAR * (near[home] + near[kin]) + _WHOLE * min(whole[home] + whole[kin], _WHOLE_MOST)
            found[home] += _ELSEWHERE * (self.said[one.key] == {home}) + _OUTLET * (self.outlet in {home, kin})
        return found

    def _weighed(self, one: Reading, homes: set[str], evidence: dict[str, float]) -> tuple[str | None, str, float]:
        score = {home: evidence[home] + _PEOPLE * _size(one.places, home) for home in homes}
        best, second = sorted(homes, key=lambda home: (-score[home], home))[:2]
        lead = score[best] - score[second]
        if lead < _MARGIN or evidence[best] <= evidence[second] + _SAME:
            return None, UNDECIDABLE, 0.0
        if self.said[one.key] == {best}:
            return best, "same-article", 0.9
        only_outlet = evidence[best] <= _OUTLET
        return (best, "outlet", 0.7) if only_outlet else (best, "article", min(0.92, 0.7 + 0.05 * lead))


def _famous(one: Reading, homes: set[str], evidence: dict[str, float], said: set[str]) -> str | None:
    """The place that is so much larger than its namesakes that those are named with their country: باريس."""
    if country := _country_among_towns(one, homes):
        return country if said <= {country} else None
    first, second = sorted(homes, key=lambda home: -_size(one.places, home))[:2]
    lead = _size(one.places, first) - _size(one.places, second)
    if _are_countries(one.places) or lead < (_DWARFS if second in _ARAB else _DWARFS_FAR):
        return None
    top = max((place for place in one.places if place.country == first), key=lambda place: place.population)
    against = max(evidence[home] for home in homes - {first}) - evidence[first]
    fixed = top.capital or top.kind == "country"
    return first if said <= {first} and (fixed or against < _AGAINST) else None


def _country_among_towns(one: Reading, homes: set[str]) -> str | None:
    """The country whose namesakes are towns of other countries, no capitals and no areas: بنين, لبنان."""
    own = {place.country for place in one.places if place.kind == "country"}
    others = [place for place in one.places if place.country in homes - own]
    if len(own) == 1 and own <= homes and all(place.kind == "city" and not place.capital for place in others):
        return min(own)
    return None


def _fitting(one: Reading, homes: set[str]) -> set[str]:
    """The countries in which the name is of the level that the word before it means: مدينة, محافظة."""
    if not one.trigger:
        return homes
    word = one.trigger
    return {
        place.country for place in one.places if place.country in homes and place.kind == level(word, place.country)
    }


def only(reading: Reading, kind: str) -> bool:
    """Whether a name can be a place of one kind only."""
    return bool(reading.places) and all(place.kind == kind for place in reading.places)


def _are_countries(places: Sequence[Place]) -> bool:
    return sum(place.kind == "country" for place in places) > 1


def _size(places: Sequence[Place], home: str) -> float:
    """log10 of the people of the largest place in a country."""
    people = max(place.population for place in places if place.country == home)
    return log10(people + 1000) + _AT_HOME * (home in _ARAB)
