"""Where a place name is: which of its homonyms the article means, and whether the city or the area.

`locate` answers for all names of an article together. In two steps: the country, then what in that country.

1. The country is said in so many words (`طرابلس الليبية`, `باريس في ولاية تكساس`, a written mark: عُمان, عمّان), or at
   another place of the article; else the countries that the article speaks of vote, near ones more; the outlet's
   country and the size of the places weigh little. Where nothing stands out, nothing is said: `undecidable`.
2. In the country: a country's name is the country, unless مدينة, ولاية or العاصمة says otherwise. A city that shares
   its name with its area (الحسكة) is told from it by the words before (مدينة, أحياء; محافظة, ريف), by what lies in it,
   by its companions in a list, by the rest of the article; capitals and cities of millions are the city. Otherwise
   country and area are known, and the precision is not.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from marsad.annotate.places.context import Reading, read, votes
from marsad.annotate.places.country import UNDECIDABLE, Article
from marsad.annotate.places.level import choose
from marsad.annotate.places.table import Place
from marsad.records import Location

_FATHA = "\u064e"  # stands between letter and shadda
_MARKED = {"عمان": (("عُ", "OM"), ("مّ", "JO"))}  # the only pair of the news that vowel marks tell apart


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A place's mention in `text[start:end]`; `country_hint`: its country (alpha-2) where a caller knows it."""

    start: int
    end: int
    text: str
    country_hint: str | None = None


_NOTHING = Location(None, None, None, None, None, None, None, 0.0, UNDECIDABLE)


def locate(text: str, names: Sequence[PlaceName], *, outlet_country: str | None = None) -> list[Location | None]:
    """The location of each place name of an article, in their order; None where the table has no such place.

    `names`: the place mentions in reading order; `outlet_country`: alpha-2 of the country whose news the outlet tells.
    """
    readings = read(text, [(name.start, name.end, name.text) for name in names])
    for name, reading in zip(names, readings, strict=True):
        _marked(name, reading)
    article = Article(readings, votes(text, readings), outlet_country)
    return [_location(article, number) if one.places else None for number, one in enumerate(readings)]


def _marked(name: PlaceName, reading: Reading) -> None:
    """What the caller and the written marks say."""
    if name.country_hint in reading.homes():
        reading.countries = {name.country_hint: "hint"}
    for marks, country in _MARKED.get(reading.key, ()):
        if marks in name.text.replace(_FATHA, ""):
            reading.countries = {country: "marks"}


def _location(article: Article, number: int) -> Location:
    """Where a name with at least one place is."""
    one = article.readings[number]
    country, rule, confidence = article.country(number)
    if country is None:
        return _NOTHING
    places = [place for place in one.places if place.country == country]
    if one.inside:
        places = [place for place in places if place.admin1 in one.inside] or places
    if len(places) == 1:
        return _at(places[0], rule, confidence)
    found = choose(article, number, places)
    if found is None:
        return _open(places, rule, confidence)
    place, how = found
    return _at(place, f"{rule}/{how}" if how else rule, confidence)


def _open(places: list[Place], rule: str, confidence: float) -> Location:
    """Country, and the area where it is the same for all that the name may be; no precision."""
    shared = {place.admin1 for place in places if place.kind in {"admin1", "admin2", "city"}}
    seat = max(places, key=lambda place: (place.kind == "city", place.population))
    one_area = len(shared) == 1
    return Location(
        None, seat.latitude if one_area else None, seat.longitude if one_area else None,
        places[0].country or None, min(shared) or None if one_area else None, None, None, confidence,
        f"{rule}/city-or-area" if one_area else f"{rule}/several",
    )  # fmt: skip


def _at(place: Place, rule: str, confidence: float) -> Location:
    return Location(
        place.geonames, place.latitude, place.longitude, place.country or None, place.admin1 or None,
        place.admin2 or None, place.kind, round(confidence, 2), rule,
    )  # fmt: skip
