"""The table of places: what a name may stand for, before anything is decided.

Read once from `data/places.tsv.gz` (origin and licence at its head). Rows are kept as lines and taken apart when a
name asks for them, so that reading the table costs a few hundredths of a second.
"""

import gzip
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal, NamedTuple

from marsad.text.fold import fold_key

Kind = Literal["country", "admin1", "admin2", "city", "area", "water"]
_KINDS: dict[str, Kind] = {
    "country": "country", "admin1": "admin1", "admin2": "admin2", "city": "city", "area": "area", "water": "water",
}  # fmt: skip


_CAPITAL, _WORDED = "=capital", "=worded"


class Place(NamedTuple):
    """One row of the table; country is "" for what lies in several or in a disputed one."""

    geonames: int | None
    name: str
    latitude: float | None
    longitude: float | None
    country: str
    admin1: str
    admin2: str
    kind: Kind
    population: int
    capital: bool
    worded: bool  # a first-level area that only its word names: the bare name means the city


@dataclass(frozen=True, slots=True)
class _Table:
    lines: list[str]
    by_key: dict[str, list[int]]
    adjectives: dict[str, str]  # folded, without ال → country
    words: dict[str, str]


@cache
def _table() -> _Table:
    packed = files("marsad.data").joinpath("places.tsv.gz").read_bytes()
    lines, by_key = [], {}  # type: list[str], dict[str, list[int]]
    adjectives, words = {}, {}  # type: dict[str, str], dict[str, str]
    for line in gzip.decompress(packed).decode("utf-8").splitlines():
        if line.startswith("#"):
            continue
        keys, _, rest = line.partition("\t")
        for key in keys.split("|"):
            by_key.setdefault(key, []).append(len(lines))
        lines.append(rest)
        if not rest.endswith(("\t", _CAPITAL, _WORDED)):
            _learn(rest, adjectives, words)
    return _Table(lines, by_key, adjectives, words)


def _learn(rest: str, adjectives: dict[str, str], words: dict[str, str]) -> None:
    """The adjectives of a country, and ("~") the words that speak of it."""
    cells = rest.split("\t")
    for form in cells[-1].split("|"):
        target = words if form.startswith("~") else adjectives
        target.setdefault(form.lstrip("~"), cells[5])


@lru_cache(maxsize=4096)
def candidates(key: str) -> tuple[Place, ...]:
    """All places of a folded name (`fold_key`), none where the table has not got it."""
    table = _table()
    return tuple(_place(table.lines[number]) for number in table.by_key.get(key, ()))


def _place(rest: str) -> Place:
    geonames, name, _, lat, lon, country, admin1, admin2, kind, people, marks = rest.split("\t")
    return Place(
        int(geonames) if geonames else None, name, float(lat) if lat else None, float(lon) if lon else None,
        country, admin1, admin2, _KINDS[kind], int(people or 0), marks == _CAPITAL, marks == _WORDED,
    )  # fmt: skip


@lru_cache(maxsize=16384)
def country_of(word: str) -> tuple[str, bool] | None:
    """The country that a word of the text speaks of, and whether as an adjective: الليبية → LY, True."""
    key = fold_key(word)
    found = _speaks(key)
    if found is None and key.startswith(("و", "ف")):
        found = _speaks(key[1:])
    return found


def _speaks(key: str) -> tuple[str, bool] | None:
    table = _table()
    if key in table.words:
        return table.words[key], False
    for bare in _without_article(key):
        if bare in table.adjectives:
            return table.adjectives[bare], True
    return None


def _without_article(key: str) -> tuple[str, ...]:
    """A folded word as it is, and without an article and what is attached before it."""
    for head in ("ال", "لل", "بال", "كال"):
        if key.startswith(head):
            return key, key[len(head) :]
    return (key,)
