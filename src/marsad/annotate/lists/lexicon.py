"""What single words tell about names: titles and offices, heads of organisations and places, nationalities, name units.

A word's *flags* are short strings that rules and the linear model share. Sources: `data/titles.toml` (curated),
`data/gaz_nationalities.tsv`, `data/gaz_names.tsv.gz` (person-name units with weights; origin in their heads).
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from marsad.annotate.lists.gazetteer import fold_word, name_key
from marsad.annotate.lists.tables import lists, rows
from marsad.text.clitics import readings

_COMMON = 4  # weight (log scale, 0-9) from which a unit counts as a usual name
WORD_LISTS = {
    "honorifics": "hon",
    "offices": "off",
    "org_inside": "orgin",
    "org_outside": "orgout",
    "place_heads_outside": "locout",
    "place_heads_inside": "locin",
    "ministry_short": "minshort",
}

_FIRST_WORD_TELLS = frozenset({"honorifics", "offices"})


class Known(NamedTuple):
    """A word as the lexicon reads it: letters of clitics in front, the form without them, what the form is."""

    skip: int
    form: str
    clitics: str
    flags: frozenset[str]


NOTHING: frozenset[str] = frozenset()
TITLE = frozenset({"hon", "off"})  # flags of what stands before a person
NATION = frozenset({"nat", "natpl"})  # of nationalities
INSTITUTION = frozenset({"orgin", "orgout"})  # of the first noun of an institution


class Lexicon:
    """Flags by folded word, and the reading of a word that they decide."""

    def __init__(self, flags: dict[str, frozenset[str]], ministries: frozenset[str], countries: dict[str, str]) -> None:
        """`ministries`: portfolios by name key; `countries`: nationality form without ال -> country or thing id."""
        self._flags = flags
        self.ministries = ministries
        self.countries = countries
        self.longest_ministry = max((key.count(" ") + 1 for key in ministries), default=0)
        self.known = lru_cache(maxsize=16384)(self._known)

    def flags(self, form: str) -> frozenset[str]:
        """The flags of a folded form without clitics; the article in front is seen through."""
        found = self._flags.get(form, NOTHING)
        if form.startswith("ال") and len(form) > len("ال"):
            return found | (self._flags.get(form[2:], NOTHING) - _NEVER_DEFINITE)
        return found

    def nation(self, form: str) -> str | None:
        """The country (ISO 3166 alpha-2) or group that a nationality word belongs to."""
        return self.countries.get(form.removeprefix("ال"))

    def _known(self, folded: str) -> Known:
        """The first reading of a word that the lexicon knows; the whole word where it knows none."""
        for reading in readings(folded):
            flags = self.flags(reading.form)
            if flags:
                return Known(*reading, flags)
        return Known(0, folded, "", NOTHING)


_NEVER_DEFINITE = frozenset({"given", "given?", "word"})  # a given name with ال is mostly a word (الكريم)


@cache
def lexicon() -> Lexicon:
    """The lexicon that ships, loaded once."""
    flags: dict[str, set[str]] = defaultdict(set)
    titles = lists("titles.toml")
    for name, flag in WORD_LISTS.items():
        for phrase in titles[name]:
            first, _, more = name_key(phrase).partition(" ")
            if not more or name in _FIRST_WORD_TELLS:  # مدينة الملك makes no facility of every مدينة
                flags[first].add(flag)
    countries: dict[str, str] = {}
    for form, nation, flag in _nationalities():
        flags[form].add(flag)
        countries.setdefault(form, nation)
    for unit, flag in _units():
        flags[unit].add(flag)
    return Lexicon(
        {word: frozenset(found) for word, found in flags.items()},
        frozenset(map(name_key, titles["ministries"])),
        countries,
    )


def _nationalities() -> Iterator[tuple[str, str, str]]:
    for nation, masculine, feminine, plurals in rows("gaz_nationalities.tsv"):
        for form in filter(None, (masculine, feminine)):
            yield fold_word(form), nation, "nat"
        for form in filter(None, plurals.split("|")):
            yield fold_word(form), nation, "natpl"


def _units() -> Iterator[tuple[str, str]]:
    """Name units: usual given and family names apart from rare ones, and what is also a word."""
    for name, given, family, word in rows("gaz_names.tsv.gz"):
        unit = fold_word(name)
        if int(given):
            yield unit, "given" if int(given) >= _COMMON else "given?"
        if int(family):
            yield unit, "family" if int(family) >= _COMMON else "family?"
        if word == "1":
            yield unit, "word"
