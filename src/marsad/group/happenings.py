"""An event as other articles may tell it: its parties under ids, the days on which it may have happened, its words."""

import calendar
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from marsad.group.outlets import day, ordinal
from marsad.group.stories_features import stems, thing
from marsad.kinds import EventType, Modality
from marsad.records import Entity, Event, EventDate, Party, Record
from marsad.text.name_words import fold_name

MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})  # who is named as the actor of these depends on the teller

_BEFORE, _AFTER = 3, 14  # days in which an undated act lies before the article, and a planned one behind it
_EXACT = 2  # days of a span that says when something happened
_VAGUE = 31  # days of a span that says next to nothing
_BY_CODE = 0.6  # what it says that two parties act for the same state
_AGREED = 0.5  # from which parties are the same ones
# In front of keys that name nobody: a sector of a state, a noun (الشركة), a place, the state itself.
_CODE, _SAID, _AT, _STATE = "code:", "said:", "at:", "gov:"
_ABOUT = 0.2  # share of words that two articles about the same thing have in common in headline and lead
_HEAD = 600  # characters in which these stand
_LEAD = 40  # stems of an article that say what it is about
_ENOUGH = 0.45  # share of words that two sentences about the same thing have in common
_WEEK = re.compile(r"(\d{4})-W(\d\d)")

Named = tuple[str, frozenset[str]]  # the name of a party, and the keys under which others may know it


class Act(NamedTuple):
    """An event of an article.

    `span`: ordinals of the first and last day that are possible, None where any is.
    """

    article: str
    event: str
    type: EventType
    actors: tuple[Named, ...]
    recipients: tuple[Named, ...]
    span: tuple[int, int] | None
    place: str | None
    place_key: str | None
    place_country: str | None
    place_is_city: bool
    words: frozenset[str]
    about: frozenset[str]
    modality: Modality
    background: bool
    day: int | None

    @property
    def begins(self) -> int:
        """The first day that is possible."""
        return self.span[0] if self.span else 0

    @property
    def ends(self) -> int:
        """The last day that is possible."""
        return self.span[1] if self.span else date.max.toordinal()

    def found_by(self) -> frozenset[str]:
        """All under which an act of another article may be found that is the same."""
        found = frozenset().union(*(keys for _, keys in (*self.actors, *self.recipients)))
        return found | {f"{_AT}{self.place_key}"} if self.place_key else found


def acts(record: Record, ids: Mapping[tuple[str, str], str]) -> Iterator[Act]:
    """The events of a record as acts."""
    article = record.article
    entities = {entity.id: entity for entity in record.entities or ()}
    published = day(record)
    about = frozenset(stems(article.text[:_HEAD])[:_LEAD])

    def parties(those: Sequence[Party]) -> tuple[Named, ...]:
        return tuple(
            _party(one, entities.get(one.entity or ""), ids.get((article.id, one.entity or ""))) for one in those
        )

    for event in record.events or ():
        place = entities.get(event.place.entity or "") if event.place else None
        yield Act(
            article.id, event.id, event.type, parties(event.actors), parties(event.recipients),
            _span(event, published),
            event.place.text if event.place else None,
            *_location(place, ids.get((article.id, place.id if place else ""))),
            frozenset(stems(article.text[event.evidence.start : event.evidence.end])), about,
            event.modality, event.background, published,
        )  # fmt: skip


def _party(party: Party, entity: Entity | None, known: str | None) -> Named:
    keys = {known or thing(entity) if entity else f"{_SAID}{' '.join(sorted(stems(party.text))) or party.text}"}
    if party.code:
        keys.add(f"{_CODE}{party.code}{party.sector or ''}")
    return (entity.name if entity else party.text), frozenset(keys)


def _location(place: Entity | None, known: str | None) -> tuple[str | None, str | None, bool]:
    """The key of a place, its country, and whether it is a city; a capital that stands for its state is a city here."""
    if place is None:
        return None, None, False
    key = f"named {fold_name(place.name)}" if place.stands_for else known or thing(place)
    return key, place.country, place.location is not None and place.location.precision == "city"


def _span(event: Event, published: int | None) -> tuple[int, int] | None:
    """The days on which an event may have happened: what the text says, else those around the article."""
    said = _days(event.date) if event.date else None
    if said or published is None:
        return said
    if event.background:
        return None
    return (published, published + _AFTER) if event.modality == "planned" else (published - _BEFORE, published)


def _days(said: EventDate) -> tuple[int, int] | None:
    begins, ends = ordinal(said.earliest), ordinal(said.latest)
    if begins and ends:
        return min(begins, ends), max(begins, ends)
    first, _, last = (said.value or "").partition("/")
    one, other = _unit(first), _unit(last or first)
    return (one[0], max(one[0], other[1])) if one and other else None


def _unit(value: str) -> tuple[int, int] | None:
    """The first and last day of a year, month, week or day; None of what is none."""
    try:
        if week := _WEEK.fullmatch(value):
            monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
            return monday.toordinal(), (monday + timedelta(days=6)).toordinal()
        numbers = [int(part) for part in value[:10].split("-")]
        first = date(*[*numbers, 1, 1][:3])
        if len(numbers) == 1:
            return first.toordinal(), first.replace(month=12, day=31).toordinal()
        last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
        return first.toordinal(), (first if len(numbers) > 2 else last).toordinal()  # noqa: PLR2004 - year, month, day
    except (ValueError, TypeError):
        return None


def likeness(one: Act, other: Act) -> float:
    """How likely two acts are the same happening, from 0 (they are not: something contradicts) to 1."""
    if one.type != other.type or one.article == other.article:
        return 0.0
    parties, when, where = _parties(one, other), _when(one, other), _where(one, other)
    if parties is None or when == 0 or where == 0:
        return 0.0
    told = min(1.0, _shared(one.words, other.words) / _ENOUGH)
    score = 0.45 * parties + 0.15 * when + 0.15 * where + 0.25 * told
    if _names_in_common(one, other):
        return score
    return score * max(0.1, min(1.0, _shared(one.about, other.about) / _ABOUT))


def _names_in_common(one: Act, other: Act) -> bool:
    """Whether one is in both who has a name: الشركة is another in every article, and a state acts every day."""
    return any(not key.startswith((_CODE, _SAID, _AT, _STATE)) for key in one.found_by() & other.found_by())


def _shared(those: frozenset[str], others: frozenset[str]) -> float:
    return len(those & others) / (min(len(those), len(others)) or 1)


def _parties(one: Act, other: Act) -> float | None:
    """How well the parties agree in their roles; None where they contradict or nobody is known."""
    if one.type in MUTUAL:
        both, others = one.actors + one.recipients, other.actors + other.recipients
        agreed = _agree(both, others)
        return None if agreed is None or agreed < _AGREED else agreed
    roles = [_agree(one.actors, other.actors), _agree(one.recipients, other.recipients)]
    known = [agreed for agreed in roles if agreed is not None]
    if not known or min(known) < _AGREED:
        return None
    return sum(known) / len(known) * (1.0 if len(known) == len(roles) else 0.8)


def _agree(those: Sequence[Named], others: Sequence[Named]) -> float | None:
    """How many of the fewer parties are among the others; None where one side names nobody."""
    if not those or not others:
        return None
    few, many = (those, others) if len(those) <= len(others) else (others, those)
    return sum(max(_same(keys, found) for _, found in many) for _, keys in few) / len(few)


def _same(keys: frozenset[str], others: frozenset[str]) -> float:
    shared = keys & others
    if not shared:
        return 0.0
    return _BY_CODE if all(key.startswith(_CODE) for key in shared) else 1.0


def _when(one: Act, other: Act) -> float:
    """1 where both say the same day or two, less where one is vague, 0 where there is no day for both."""
    if not one.span or not other.span:
        return 0.3
    if max(one.begins, other.begins) > min(one.ends, other.ends) + 1:
        return 0.0
    longest = max(one.ends - one.begins, other.ends - other.begins)
    return 1.0 if longest <= _EXACT else 0.3 if longest > _VAGUE else 0.7


def _where(one: Act, other: Act) -> float:
    """1 of one place, less where one is unknown or may lie in the other, 0 of two cities or countries."""
    if not one.place_key or not other.place_key:
        return 0.5
    if one.place_key == other.place_key:
        return 1.0
    return 0.0 if one.place_country != other.place_country or (one.place_is_city and other.place_is_city) else 0.25
