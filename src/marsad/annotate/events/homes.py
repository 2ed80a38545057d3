"""The country of parties that leave it out: that of their sentence, where it speaks of one country only."""

from dataclasses import replace

from marsad.annotate.events.clauses import Clauses
from marsad.annotate.events.codes import homeless
from marsad.annotate.events.naming import Who
from marsad.annotate.events.parties import who
from marsad.annotate.events.roles import Roles
from marsad.annotate.events.types import Act
from marsad.annotate.lists.codes import noun


def placed(clauses: Clauses, act: Act, found: Roles) -> Roles:
    """The roles of an act, parties without a country in the country of the sentence: تظاهر *العاطلون* في الرباط."""
    if all(_settled(one) for one in (*found.actors, *found.recipients)):
        return found
    country = _spoken_of(clauses, act)
    if not country or (act.frame.mutual and _foreign(found, country)):  # who meets the Japanese is not one of them
        return found
    recipients = tuple(
        one if one.sector == "GOV" and _foreign(found, country) else _at_home(one, country) for one in found.recipients
    )
    actors = tuple(_at_home(one, country) for one in found.actors)
    if not actors and act.mode in _STATE_ALONE and act.standing == "actual" and recipients:
        state = clauses.world.countries.get(country)  # أُعلنت حالة الطوارئ في ولاية شمال سيناء المصرية
        actors = (replace(recipients[0], country=country, sector="GOV", entity=state, sort="state"),)
        recipients = ()
    return replace(found, actors=actors, recipients=recipients)


_STATE_ALONE = frozenset({"martial-law", "curfew"})  # what only a government declares


def _foreign(found: Roles, country: str) -> bool:
    """Whether officials are dealt with by that country itself: the diplomats that it expels are not its own."""
    return any(one.country == country for one in found.actors)


def _settled(one: Who) -> bool:
    return bool(one.country or one.code) or one.sort in {"place", "state", "nation"} or homeless(one.sector, one.text)


def _at_home(one: Who, country: str) -> Who:
    return one if _settled(one) or (one.sort == "name" and one.sector == "") else replace(one, country=country)


def _spoken_of(clauses: Clauses, act: Act) -> str:
    """The one country that a sentence speaks of, by name, by nationality or by a place; "" where there are more."""
    first, last = clauses.passage.sentence(act.first)
    if first not in clauses.countries:
        clauses.countries[first] = _only_country(clauses, first, last)
    return clauses.countries[first]


def _only_country(clauses: Clauses, first: int, last: int) -> str:
    passage = clauses.passage
    countries: set[str] = set()
    for place in range(first, last):
        name = passage.mention_at(place)
        if name and name[0] == place and name[2].label != "PER":
            entity = clauses.world.entity(name[2])
            home = (entity.location.country if entity and entity.location else None) or (
                entity.country if entity else None
            )
            countries.add(home or "")
        elif not name:
            countries.add(noun(passage.tokens[place].text).country)
    countries.discard("")
    return countries.pop() if len(countries) == 1 else ""


def members(clauses: Clauses, found: Roles) -> Roles:
    """The roles of an act, parts of a body with its country and sector: *تيارات* في المعارضة السورية, نواب من الحزب."""
    return replace(found, actors=tuple(_member(clauses, one) for one in found.actors))


def _member(clauses: Clauses, one: Who) -> Who:
    if one.sort != "nominal" or one.country or one.code or one.sector not in _PARTS:
        return one
    number = clauses.at[one.last] if one.last < len(clauses.passage.tokens) else -1
    number = number if number >= 0 else clauses.at[min(one.last + 1, len(clauses.at) - 1)]
    chunk = clauses.chunks[number] if number >= 0 else None
    if chunk is None or chunk.prep not in {"في", "من", "داخل"} or chunk.first > one.last + 1:
        return one
    body = who(clauses.passage, chunk.first, chunk.last, clauses.world)
    if body is None or body.sort not in {"name", "nominal"} or body.same(one):
        return one
    return replace(one, country=body.country, sector=body.sector or one.sector)


_PARTS = frozenset({"", "PTY", "CVL"})  # sectors that say little
