"""Makes `gaz_roles.tsv` and `gaz_renames.tsv`: who held which office when, and what a group was called when."""

import re
from collections.abc import Iterator
from pathlib import Path

from resources.gazetteer.build_things import SECTORS, everything
from resources.gazetteer.listing import Thing
from resources.gazetteer.tables import table

ROOM = Path(__file__).parent
ROLES_HEAD = (
    "Offices with their holders and dates, for marsad.annotate. Made by resources/build_gazetteer.py: do not edit.",
    "Origin: the project's own list resources/gazetteer/roles.txt (Apache-2.0); its head explains the kinds of office.",
    "country: ISO 3166 alpha-2 or the id of a body. from, to: YYYY, YYYY-MM or YYYY-MM-DD; to: empty = held at the end",
    "of 2025, ? = not known since then",
    "holder\tname\tother names\tkind\toffice\tcountry\tsector\tfrom\tto",
)
RENAMES_HEAD = (
    "Names of groups and places over time, for marsad.annotate. Made by resources/build_gazetteer.py: do not edit.",
    "Origin: the project's own list resources/gazetteer/renames.txt (Apache-2.0).",
    "need: context = others bear the name too. sector: where it changed; empty = as in gaz_things",
    "id of a thing\tfrom\tto\tname\tneed\tsector",
)
_TIME = re.compile(r"(?:\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?|\?)?")
_KIND = re.compile(r"[a-z]+(?:-[a-z]+)*|envoy-(?:[A-Z]{2}|peace)|leader:(?P<group>\S+)")
_RENAMED = 4  # the columns of a renaming without its sector


def roles() -> bytes:
    """The table of offices."""
    return table(ROLES_HEAD, _roles({thing.id: thing for thing in everything()}))


def renames() -> bytes:
    """The table of names."""
    known = {thing.id for thing in everything()}
    return table(RENAMES_HEAD, (_rename(line, known) for line in _lines("renames.txt")))


def _roles(things: dict[str, Thing]) -> Iterator[list[str]]:
    names = _names(things)
    shared: list[str] = []
    for line in _lines("roles.txt"):
        if line.startswith("@"):
            shared = _office(line, set(things))
            continue
        holder, start, end, *_ = (part.strip() for part in line.split("|"))
        country, sector, kind, office = shared
        name, *others = names[_key(holder, country)]
        person = f"person:{holder}" if holder.isascii() else ""
        yield [person, name, "|".join(others), kind, office, country, sector, _time(start), _time(end)]


def _office(line: str, known: set[str]) -> list[str]:
    """Country or body, sector, kind and title of a line with @."""
    shared = line[1:].strip().split(" ", 3)
    kind = _KIND.fullmatch(shared[2])
    bodies = [kind["group"] if kind else None, shared[0] if ":" in shared[0] else None]
    if not kind or any(body not in known for body in bodies if body):
        raise ValueError(f"no such office: {line}")
    return shared


def _names(things: dict[str, Thing]) -> dict[str, list[str]]:
    """The names of every holder, the usual one first: full names of the lists, then those of all lines."""
    found: dict[str, list[str]] = {}
    country = ""
    for line in _lines("roles.txt"):
        if line.startswith("@"):
            country = line[1:].split()[0]
            continue
        holder, _, _, *others = (part.strip() for part in line.split("|"))
        person = things.get(f"person:{holder}")
        if person is None and holder.isascii():
            raise ValueError(f"no such person: {holder}")
        aliases = person.aliases if person else ()
        full = [alias.text for alias in aliases if not alias.need and " " in alias.text]
        usual = aliases[0].text if aliases else holder
        known = found.setdefault(_key(holder, country), [usual])
        known.extend(name for name in dict.fromkeys([*full, *others]) if name not in known)
    return found


def _key(holder: str, country: str) -> str:
    """Who is meant: a slug is one person, a name one of each country."""
    return holder if holder.isascii() else f"{country} {holder}"


def _rename(line: str, known: set[str]) -> list[str]:
    thing, start, end, name, sector = ([part.strip() for part in line.split("|")] + [""])[: _RENAMED + 1]
    if thing not in known or sector not in {"", *SECTORS}:
        raise ValueError(f"no such thing or sector: {line}")
    return [thing, _time(start), _time(end), name.removeprefix("?"), "context" if name.startswith("?") else "", sector]


def _time(text: str) -> str:
    if not _TIME.fullmatch(text):
        raise ValueError(f"no time: {text}")
    return text


def _lines(file: str) -> Iterator[str]:
    for line in (ROOM / file).read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line
