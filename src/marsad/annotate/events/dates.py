"""When an act happened: a time in its clause, else the only one of its sentence, else the day of the news."""

from marsad.annotate.events.types import Act
from marsad.annotate.grammar import Passage
from marsad.records import EventDate, Time

_NEAR = 14  # tokens between an act and a time that dates it, without looking at clauses
_BEHIND = 6  # tokens between its evidence and such a time: … نظيره المصري في القاهرة | أمس


def date(passage: Passage, act: Act, span: tuple[int, int], published: str | None) -> EventDate | None:
    """The date of an act whose evidence are the tokens of `span`; `published` is the ISO day of the text, or None.

    Background without a time of its own has no date; nor has what is only planned.
    """
    time = _nearest(passage, act, span)
    if time is not None:
        return EventDate(time.value, time.earliest, time.latest)
    if act.background or act.standing != "actual" or not published:
        return None
    return EventDate(published[: len("2015-02-08")])


def _nearest(passage: Passage, act: Act, span: tuple[int, int]) -> Time | None:
    """The time nearest to the act inside of its evidence or close to it, in its sentence."""
    low, high = passage.sentence(act.first)
    first = max(low, min(span[0], act.first - _NEAR))
    last = min(high, max(span[1] + _BEHIND, act.last + _NEAR))
    found: dict[int, Time] = {}
    for place in range(first, last):
        moment = passage.time_at(place)
        if moment and moment[2].value:
            found.setdefault(moment[0], moment[2])
    if not found:
        return None
    return min(found.items(), key=lambda item: (abs(item[0] - act.first), item[0]))[1]
