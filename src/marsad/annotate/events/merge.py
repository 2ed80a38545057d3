"""One event that is told several times: headline, lead and later paragraphs become one event with several tellings."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from marsad.annotate.events.assemble import Candidate
from marsad.annotate.events.naming import STATE, Who

_BACK = 30  # events of one type that a new one is compared with
_SOON = 200  # letters between a meeting without parties and who met there
_LOOSE = frozenset({"CONSULT", "ASSAULT", "SANCTION", "COERCE", "PROTEST", "AGREE"})  # told again in other words


def merged(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The events in text order, each once; what is told again adds its telling and what the first left open."""
    found: list[Candidate] = []
    by_type: dict[str, list[int]] = defaultdict(list)
    for one in candidates:
        places = by_type[one.act.type]
        for place in reversed(places[-_BACK:]):
            if _again(found[place], one):
                found[place] = _joined(found[place], one)
                break
        else:
            places.append(len(found))
            found.append(one)
    return found


def _again(first: Candidate, other: Candidate) -> bool:
    if first.act.type not in _LOOSE and first.act.lemma != other.act.lemma:
        return False
    apart = first.dated and other.dated and first.date != other.date
    if apart or (first.place and other.place and first.place.entity != other.place.entity):
        return False
    if first.act.frame.mutual != other.act.frame.mutual:
        together = first.tellings[-1].evidence == other.tellings[0].evidence  # لقوا مصرعهم في اشتباكات
        one = first.act.lemma == other.act.lemma or (together and _all_known(other.recipients, first.recipients))
        return one and _all_known(other.actors, first.actors)
    if first.act.frame.mutual:
        if first.host and not first.actors:  # استضافت روسيا لقاء … حيث التقى الوفدان
            return other.tellings[0].trigger.start - first.tellings[-1].trigger.end < _SOON
        return _all_known(other.actors, first.actors) or _all_known(first.actors, other.actors)
    return _fit(first.actors, other.actors) and _fit(first.recipients, other.recipients)


def _all_known(some: tuple[Who, ...], others: tuple[Who, ...]) -> bool:
    return bool(some) and all(any(_one(who, other) for other in others) for who in some)


def _fit(some: tuple[Who, ...], others: tuple[Who, ...]) -> bool:
    """Whether two lists may mean the same: one is empty, or they share somebody."""
    if not some or not others:
        return True
    return any(_one(who, other) for who in some for other in others[:12])


def _one(who: Who, other: Who) -> bool:
    """The same entity, the same words, or the officials of one country."""
    if who.same(other):
        return True
    if who.head and who.head == other.head and _counts_fit(who, other):
        return who.country == other.country
    official = who.sector in STATE and other.sector in STATE
    named = "name" in {who.sort, other.sort} and who.sort == other.sort and who.head == other.head == ""
    return official and bool(who.country) and who.country == other.country and not named


def _counts_fit(who: Who, other: Who) -> bool:
    one, two = _numbers(who), _numbers(other)
    return not one or not two or one == two


def _numbers(who: Who) -> str:
    return "".join(char for char in who.text if char.isdigit())


def _joined(first: Candidate, other: Candidate) -> Candidate:
    return replace(
        first,
        actors=first.actors or other.actors,
        recipients=first.recipients or other.recipients,
        date=first.date if first.dated or not other.dated else other.date,
        dated=first.dated or other.dated,
        place=first.place or other.place,
        host=first.host or other.host,
        figures=first.figures or other.figures,
        tellings=(*first.tellings, *other.tellings),
        quote=first.quote,
        background=first.background and other.background,
    )
