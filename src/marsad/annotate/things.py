"""The things that the lists know: countries, places, organisations, well-known people, with all their names.

Source: `data/gaz_things.tsv.gz`, built by `resources/` (origin and licences in its head).
"""

from functools import cache
from typing import Literal, NamedTuple, cast

from marsad.annotate.tables import rows
from marsad.records import Label

Need = Literal["", "trigger", "context"]


class Thing(NamedTuple):
    """A row of the list.

    `need` says what an alias must have beside it to be this thing: nothing, a trigger noun of its kind
    (صحيفة الوطن), or other evidence.
    """

    id: str
    label: Label
    kind: str
    name: str
    aliases: tuple[str, ...]
    country: str
    sector: str
    wikidata: str
    need: Need


@cache
def everything() -> tuple[Thing, ...]:
    """All things, in the order of the list."""
    return tuple(_thing(row) for row in rows("gaz_things.tsv.gz"))


def _thing(row: list[str]) -> Thing:
    name, label, kind, usual, aliases, country, sector, wikidata, need = row
    names = tuple(alias for alias in aliases.split("|") if alias)
    return Thing(name, cast(Label, label), kind, usual, names, country, sector, wikidata, cast(Need, need))
