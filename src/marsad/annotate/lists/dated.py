"""What changes with time: whether a day falls into a period, and what sector a group has on a day.

Source: `data/gaz_renames.tsv` (the project's own list), where the sector of a group stands for each period in which it
is certain: a movement that became a government, a militia that fought its state. All other groups keep theirs.
"""

from collections import defaultdict
from functools import cache
from typing import NamedTuple

from marsad.annotate.lists.tables import rows
from marsad.annotate.lists.things import Thing

_WRITTEN = "2025-12-31"  # what the tables know of ends here
_DAY = len(_WRITTEN)


class Period(NamedTuple):
    """From one day to another, each a year, a month or a day; an empty end is open, "?" unknown since the list."""

    first: str
    last: str

    def has(self, day: str | None) -> bool:
        """Whether a day, month or year may fall into it, at the coarser precision of the two; None: at some time."""
        if not day:
            return True
        last = _WRITTEN if self.last == "?" else self.last
        return _no_later(self.first, day) and (not last or _no_later(day, last))


def sector_on(thing: Thing, day: str | None) -> str:
    """The sector of a thing (a word of the lists) on an ISO day, or "" where it is not certain.

    It is not where it changed and the day is unknown, too coarse, or the day of the change. Before and behind all
    periods it is what `thing` says.
    """
    periods = _sectors().get(thing.id)
    if periods is None:
        return thing.sector
    found = {sector for period, sector in periods if period.has(day)} or {thing.sector}
    return found.pop() if len(found) == 1 else ""


def _no_later(one: str, other: str) -> bool:
    size = min(len(one), len(other[:_DAY]))
    return one[:size] <= other[:size]


@cache
def _sectors() -> dict[str, tuple[tuple[Period, str], ...]]:
    found: dict[str, list[tuple[Period, str]]] = defaultdict(list)
    for thing, first, last, _, _, sector in rows("gaz_renames.tsv"):
        if sector:
            found[thing].append((Period(first, last), sector))
    return {thing: tuple(periods) for thing, periods in found.items()}
