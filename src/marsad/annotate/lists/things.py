"""The things that the lists know: countries, places, organisations, well-known people, with all their names.

Source: `data/gaz_things.tsv.gz`, and for names of another time `data/gaz_renames.tsv`; both are built by `resources/`
(origin and licences in their heads).
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple, cast

from marsad.annotate.lists.tables import rows
from marsad.kinds import Label
from marsad.text.letters import MARK
from marsad.text.name_words import fold_name
from marsad.text.spellings import marks_disagree

_MARKED = re.compile(f"[{MARK}]")
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


def lookup(name: str) -> tuple[Thing, ...]:
    """The rows that have this name, under any spelling of its letters (`fold_name`); () where none has.

    A name may belong to several things (طرابلس), and one thing may have several rows: one per `need`.
    """
    found = _by_name().get(fold_name(name), ())
    if len(found) > 1 and _MARKED.search(name):
        return tuple(thing for thing in found if not _other_word(name, thing))
    return found


def _other_word(name: str, thing: Thing) -> bool:
    """Whether the marks on a name speak against every spelling of the thing: عمّان, عُمان."""
    key = fold_name(name)
    return all(marks_disagree(name, other) for other in (thing.name, *thing.aliases) if fold_name(other) == key)


def country(code: str) -> Thing | None:
    """The country of an ISO 3166 alpha-2 code."""
    return _countries().get(code)


def usual_name(thing: Thing) -> str:
    """What the thing is mostly called: the name of its first row."""
    return _usual()[thing.id]


@cache
def _usual() -> dict[str, str]:
    found: dict[str, str] = {}
    for thing in everything():
        found.setdefault(thing.id, thing.name)
    return found


@cache
def _by_name() -> dict[str, tuple[Thing, ...]]:
    found: dict[str, list[Thing]] = defaultdict(list)
    for thing in everything():
        for key in {fold_name(name) for name in (thing.name, *thing.aliases)}:
            found[key].append(thing)
    for key, thing in _names_of_another_time():
        if thing.id not in {other.id for other in found[key]}:
            found[key].append(thing)
    return {key: tuple(things) for key, things in found.items()}


def _names_of_another_time() -> Iterator[tuple[str, Thing]]:
    """What a thing was called before or is called since, with what the name needs beside it, for every renaming."""
    first: dict[str, Thing] = {}
    for thing in everything():
        first.setdefault(thing.id, thing)
    for owner, _, _, name, need, _ in rows("gaz_renames.tsv"):
        known = first[owner]
        yield fold_name(name), known._replace(aliases=(*known.aliases, name), need=cast("Need", need))


@cache
def _countries() -> dict[str, Thing]:
    found: dict[str, Thing] = {}
    for thing in everything():
        if thing.kind == "country":
            found.setdefault(thing.country, thing)
    return found


def _thing(row: list[str]) -> Thing:
    name, label, kind, usual, aliases, country, sector, wikidata, need = row
    names = tuple(alias for alias in aliases.split("|") if alias)
    return Thing(name, cast("Label", label), kind, usual, names, country, sector, wikidata, cast("Need", need))
