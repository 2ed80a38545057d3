"""Reads the curated lists of things (`things/*.txt`).

A line that begins with "@" sets what the following lines share: `@ LABEL kind [ISO2] [sector=…]`. Every other line is
a thing: `slug: name | alias | ?alias | >alias | Q42 | country=XX | sector=yyy`. "?" marks an alias that needs other
evidence (`need` context), ">" one that needs a trigger noun of its kind (`need` trigger), "=" one whose first word is
part of the name though it looks like a head (`heads`). "#" begins a comment.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

LABELS = ("PER", "ORG", "LOC")
NEEDS = {"?": "context", ">": "trigger"}
_BARE = frozenset({"country", "capital", "igo", "continent", "area", "water"})  # their ids have no country
_QID = re.compile(r"Q[1-9]\d*")


class Alias(NamedTuple):
    """One name of a thing, what it needs beside it in a text, and whether its first word must stay."""

    text: str
    need: str
    whole: bool = False


@dataclass(frozen=True)
class Thing:
    """A thing of the world with all its names, the usual one first."""

    id: str
    label: str
    kind: str
    aliases: tuple[Alias, ...]
    country: str
    sector: str
    wikidata: str


class _Shared(NamedTuple):
    label: str
    kind: str
    country: str
    sector: str


def things(path: Path) -> Iterator[Thing]:
    """The things of one list, in its order; ValueError names the line that does not follow the grammar."""
    shared = None
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            if line.startswith("@"):
                shared = _directive(line[1:].split())
            elif shared is not None:
                yield _thing(line, shared)
        except ValueError as wrong:
            raise ValueError(f"{path.name}:{number}: {wrong}: {line}") from wrong


def _directive(words: list[str]) -> _Shared:
    sector = next((word[7:] for word in words if word.startswith("sector=")), "")
    plain = [word for word in words if "=" not in word]
    if plain[0] not in LABELS:
        raise ValueError("unknown label")
    return _Shared(plain[0], plain[1], plain[2] if len(plain) > 2 else "", sector)


def _thing(line: str, shared: _Shared) -> Thing:
    slug, colon, rest = line.partition(": ")
    if not colon or not re.fullmatch(r"[A-Za-z0-9-]+", slug):
        raise ValueError("no slug")
    thing = Thing(
        "", shared.label, shared.kind, (), shared.country or _own_country(slug, shared.kind), shared.sector, ""
    )
    for item in (part.strip() for part in rest.split("|")):
        thing = _with(thing, item)
    if not thing.aliases:
        raise ValueError("no name")
    return replace(thing, id=_id(slug, thing))


def _with(thing: Thing, item: str) -> Thing:
    if _QID.fullmatch(item):
        return replace(thing, wikidata=item)
    if item.startswith("country="):
        return replace(thing, country=item[8:])
    if item.startswith("sector="):
        return replace(thing, sector=item[7:])
    alias = Alias(item.lstrip("?>="), NEEDS.get(item[:1], ""), whole=item.startswith("="))
    if not alias.text:
        raise ValueError("empty alias")
    return replace(thing, aliases=(*thing.aliases, alias))


def _own_country(slug: str, kind: str) -> str:
    return slug[:2] if kind in {"country", "capital"} else ""


def _id(slug: str, thing: Thing) -> str:
    if thing.kind in _BARE or not thing.country:
        return f"{thing.kind}:{slug}"
    return f"{thing.kind}:{thing.country.lower()}-{slug}"
