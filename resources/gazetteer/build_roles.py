"""Makes `gaz_roles.tsv` and `gaz_renames.tsv`: who held which office when, and what a group was called when."""

import re
from collections.abc import Iterator
from pathlib import Path

from resources.gazetteer.build_things import everything
from resources.gazetteer.listing import Thing
from resources.gazetteer.tables import table

ROOM = Path(__file__).parent
ROLES_HEAD = (
    "Offices with their holders and dates, for marsad.annotate. Made by resources/build_gazetteer.py: do not edit.",
    "Origin: the project's own list resources/gazetteer/roles.txt (Apache-2.0).",
    "from, to: YYYY or YYYY-MM; empty = open, ? = not known whether it ended",
    "holder\tname\toffice\tcountry\tsector\tfrom\tto",
)
RENAMES_HEAD = (
    "Names of groups and places over time, for marsad.annotate. Made by resources/build_gazetteer.py: do not edit.",
    "Origin: the project's own list resources/gazetteer/renames.txt (Apache-2.0).",
    "id of a thing\tfrom\tto\tname",
)
_TIME = re.compile(r"(?:\d{4}(?:-(?:0[1-9]|1[0-2]))?|\?)?")


def roles() -> bytes:
    """The table of offices."""
    return table(ROLES_HEAD, _roles({thing.id: thing for thing in everything()}))


def renames() -> bytes:
    """The table of names."""
    known = {thing.id for thing in everything()}
    return table(RENAMES_HEAD, (_rename(line, known) for line in _lines("renames.txt")))


def _roles(things: dict[str, Thing]) -> Iterator[list[str]]:
    country = sector = office = ""
    for line in _lines("roles.txt"):
        if line.startswith("@"):
            country, sector, office = line[1:].strip().split(" ", 2)
            continue
        holder, *times = (part.strip() for part in line.split("|"))
        start, end = map(_time, times)
        person = things.get(f"person:{holder}")
        if person is None and holder.isascii():
            raise ValueError(f"no such person: {holder}")
        name = person.aliases[0].text if person else holder
        yield [person.id if person else "", name, office, country.strip("-"), sector, start, end]


def _rename(line: str, known: set[str]) -> list[str]:
    thing, start, end, name = (part.strip() for part in line.split("|"))
    if thing not in known:
        raise ValueError(f"no such thing: {thing}")
    return [thing, _time(start), _time(end), name]


def _time(text: str) -> str:
    if not _TIME.fullmatch(text):
        raise ValueError(f"no time: {text}")
    return text


def _lines(file: str) -> Iterator[str]:
    for line in (ROOM / file).read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line
