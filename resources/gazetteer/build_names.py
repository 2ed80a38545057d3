"""Makes `gaz_names.tsv.gz`: parts of persons' names with weights, and whether they are words as well."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from resources.gazetteer import sources
from resources.gazetteer.build_things import everything
from resources.gazetteer.tables import bare, folded, packed, table

ROOM = Path(__file__).parent
HEAD = (
    "Parts of persons' names, for marsad.annotate. Made by resources/build_gazetteer.py: do not edit.",
    "Origin: arabic-name-romanizer 0.2.0 (Wikidata, CC0; dzirinames, MIT); rigour 1.7.4 (MIT; Wikidata, CC0);",
    "ArWikiCats 0.2.3 (MIT); arabnamer 0.1.3 (dictionary by E. Yousef, CC BY 4.0: merged, weighed); own lists.",
    "given, family: 0-9, logarithm of how usual the part is there; word: 1 where it is also a word or a place.",
    "name\tgiven\tfamily\tword",
)
_OWN = 40.0  # what a name of the own lists counts: usual (weight 5)
_LISTED = 15.0  # what a name of a well-known person counts: weight 4
_HIGHEST = 9
_LEAST = 2  # what is rarer is mostly a slip of the sources


def build() -> bytes:
    """The table, packed."""
    return packed(table(HEAD, _rows()))


def _rows() -> Iterator[list[str]]:
    given: Counter[str] = Counter()
    family: Counter[str] = Counter()
    spelt: dict[str, Counter[str]] = defaultdict(Counter)
    for unit in _evidence():
        key = folded(unit.name)
        spelt[key][unit.name] += 1 + (unit.name != key)
        if unit.role in {"given", "unknown"}:
            given[key] += unit.count
        if unit.role in {"surname", "unknown"}:
            family[key] += unit.count
    words = _words()
    for key in sorted(spelt.keys() - set(map(folded, listed("names_not.txt")))):
        weights = _weight(given[key]), _weight(family[key])
        if max(weights) >= _LEAST and _long_enough(key, max(weights)):
            name = max(sorted(spelt[key]), key=spelt[key].__getitem__)
            yield [name, *map(str, weights), "1" if key in words or key.removeprefix("ال") in words else "0"]


def _evidence() -> Iterator[sources.Unit]:
    yield from sources.romanizer_units()
    for name, country in sources.romanizer_full_names():
        yield from _placed(name.split(" "), 1 if country in sources.ARAB else 0.25)
    for name in sources.arwikicats_people():
        yield from _placed(name.split(" "), 1)
    for forms, _, known in sources.rigour_groups():
        yield from (sources.Unit(form, "unknown", min(known, 16) / 2) for form in forms if " " not in form)
    yield from (sources.Unit(name, "unknown", 2) for name in sources.arabnamer_words())
    for role in ("given", "surname"):
        yield from (sources.Unit(name, role, _OWN) for name in listed(f"names_{role}.txt"))
    for thing in everything():
        if thing.kind == "person":
            full = {folded(alias.text): alias.text for alias in thing.aliases if " " in alias.text}
            for name in full.values():
                yield from _placed(bare(name).split(" "), _LISTED)


def _placed(words: list[str], count: float) -> Iterator[sources.Unit]:
    """The first word of a full name is a given name, the last a family name; joined names (عبد الله) stay one."""
    words = list(_whole(words))
    if len(words) > 1:
        yield sources.Unit(words[0], "given", count)
        yield sources.Unit(words[-1], "surname", count)


def _whole(words: Iterable[str]) -> Iterator[str]:
    waiting = ""
    for word in words:
        if word in {"عبد", "أبو", "ابو", "آل", "بن", "ابن", "بو", "ولد"}:
            waiting = word if word == "عبد" else ""
        else:
            yield waiting + word
            waiting = ""


def _weight(count: float) -> int:
    return min(_HIGHEST, int(math.log2(1 + count))) if count >= 1 else 0


def _long_enough(key: str, weight: int) -> bool:
    return len(key) > 2 or (len(key) > 1 and weight > 3)


def _words() -> set[str]:
    """What must not count as a name alone: a list checked by hand, nationalities, names of places and organisations."""
    from resources.gazetteer import build_nationalities

    found = set(map(folded, listed("names_words.txt")))
    for line in build_nationalities.build().decode().splitlines():
        if not line.startswith("#"):
            _, masculine, feminine, plurals = line.split("\t")
            found.update(map(folded, (masculine, feminine, *plurals.split("|"))))
    for thing in everything():
        if thing.label != "PER":
            found.update(folded(alias.text).removeprefix("ال") for alias in thing.aliases)
    return found


def listed(file: str) -> Iterator[str]:
    """The names of an own list: any number on a line, comments behind "#"."""
    for line in (ROOM / file).read_text("utf-8").splitlines():
        yield from map(bare, line.partition("#")[0].split())
