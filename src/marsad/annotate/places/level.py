"""Which of the places of one country is meant: the country, its area or the city of the same name.

A country's name is the country, unless مدينة, ولاية or العاصمة says otherwise. A city that shares its name with its
area (الحسكة) is told from it by the words before (مدينة, أحياء; محافظة, ريف), by what lies in it, by its companions
in a list, by the rest of the article; of capitals and cities of millions the bare name means the city.
"""

from math import log10

from marsad.annotate.places.context import Reading, companions
from marsad.annotate.places.country import Article, only
from marsad.annotate.places.table import Place
from marsad.annotate.places.words import level

_MILLIONS = 1_000_000  # such a city, not its area, is meant by the bare name
_TIMES = 0.7  # log10 of how many times larger one of several towns must be to be meant


def choose(article: Article, number: int, places: list[Place]) -> tuple[Place, str] | None:
    """The place that a name means among two or more of one country, and by which rule; None where it is open."""
    return _by_words(article.readings[number], places) or _by_rank(article, number, places)


def _by_words(one: Reading, places: list[Place]) -> tuple[Place, str] | None:
    """By the words beside the name."""
    if one.capital and (capital := [place for place in places if place.capital]):
        return capital[0], "capital"
    if one.trigger:
        return _at_level(places, level(one.trigger, places[0].country), "word")
    return None


def _by_rank(article: Article, number: int, places: list[Place]) -> tuple[Place, str] | None:
    """By what the name usually means in its country, and by the article."""
    for kind in ("country", "water", "area"):
        if top := [place for place in places if place.kind == kind]:
            return top[0], ""
    cities = [place for place in places if place.kind == "city"]
    areas = [place for place in places if place.kind == "admin1"]
    if not areas or (cities and areas[0].worded):
        return _at_level(places, "city" if cities else "admin2", "")
    return _city_or_area(article, number, places, areas[0]) if cities else (areas[0], "")


def _city_or_area(article: Article, number: int, places: list[Place], area: Place) -> tuple[Place, str] | None:
    """A city and the first-level area of its name."""
    one = article.readings[number]
    beside = companions(article.readings, number)
    if one.urban and (city := _at_level(places, "city", "holds")):
        return city
    if area.admin1 in one.holds:
        return area, "holds"
    for kind in ("admin1", "city"):
        if any(only(other, kind) for other in beside) and (found := _at_level(places, kind, "list")):
            return found
    levels = article.levels[one.key, area.country]
    if len(levels) == 1 and (same := _at_level(places, min(levels), "same-article")):
        return same
    large = [place for place in places if place.capital or (place.kind == "city" and place.population >= _MILLIONS)]
    return (large[0], "large") if large else None


def _at_level(places: list[Place], wanted: str, how: str) -> tuple[Place, str] | None:
    """The place of a level, areas of another one where there is none of it."""
    order = {"admin1": ("admin1", "admin2", "area"), "admin2": ("admin2", "admin1", "area")}
    for kind in order.get(wanted, (wanted,)):
        fitting = [place for place in places if place.kind == kind]
        if fitting and (place := _largest(fitting)):
            return place, how
    return None


def _largest(places: list[Place]) -> Place | None:
    """The one that is clearly larger than its namesakes."""
    first, *others = sorted(places, key=lambda place: -place.population)
    if others and log10(first.population + 1000) - log10(others[0].population + 1000) < _TIMES:
        return None
    return first
