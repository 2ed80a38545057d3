"""Makes `gaz_people.tsv.gz`: full names of known persons with their country."""

from collections import defaultdict
from collections.abc import Iterator

from resources.gazetteer import sources
from resources.gazetteer.build_names import listed
from resources.gazetteer.build_things import everything
from resources.gazetteer.tables import folded, packed, table

HEAD = (
    "Full names of persons, for marsad.annotate. Made by resources/build_gazetteer.py: do not edit.",
    "Origin: arabic-name-romanizer 0.2.0 (Wikidata, CC0): letters are folded there (ا for أ, ه for ة); ArWikiCats",
    "0.2.3 (MIT). The sources give no Wikidata ids. The persons of gaz_things are not repeated.",
    "name\tcountries(|)\twikidata",
)
_MOST_WORDS = 5
_JOINED = frozenset({"عبد", "ابو", "ابا", "ام", "ال", "بن", "ابن", "بنت"})  # no name of their own
_BEHIND = frozenset({"الله", "الدين", "الاسلام", "الحق"})  # belongs to the word before it


def build() -> bytes:
    """The table, packed."""
    return packed(table(HEAD, _rows()))


def _rows() -> Iterator[list[str]]:
    countries: dict[str, set[str]] = defaultdict(set)
    spelt: dict[str, str] = {}
    for name in sources.arwikicats_people():
        countries[folded(name)].update(())
        spelt[folded(name)] = name
    for name, country in sources.romanizer_full_names():
        countries[folded(name)].add(country)
    known = {folded(alias.text) for thing in everything() for alias in thing.aliases}
    no_names = set(map(folded, listed("names_not.txt")))
    for key in sorted(countries.keys() - known):
        if _is_full(key.split(" "), no_names):
            yield [spelt.get(key, key), "|".join(sorted(countries[key] - {""})), ""]


def _is_full(words: list[str], no_names: set[str]) -> bool:
    """Two parts at least that are a name each, no word that is none, no title in front."""
    parts = [word for word in words if word not in _JOINED and word not in _BEHIND]
    if words[0] == "عبد" and len(words) > 1 and words[1] in parts:
        parts.remove(words[1])
        parts.append(words[0])
    if len(parts) < 2 or len(words) > _MOST_WORDS or parts[0].startswith("ال"):
        return False
    return all(len(part) > 1 and part not in no_names for part in parts)
