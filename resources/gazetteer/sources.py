"""What the packages of `resources/requirements.txt` hold about names of persons."""

import json
import sqlite3
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from resources.gazetteer.tables import bare

LETTERS = frozenset("ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي")  # no Persian or Urdu letters
ARAB = frozenset(
    {
        "EG",
        "SY",
        "LB",
        "JO",
        "IQ",
        "SA",
        "AE",
        "QA",
        "KW",
        "BH",
        "OM",
        "YE",
        "PS",
        "LY",
        "TN",
        "DZ",
        "MA",
        "MR",
        "SD",
        "SO",
    }
)


class Unit(NamedTuple):
    """A part of names, how often it stands as given name, as family name, or without saying which."""

    name: str
    role: str
    count: float


def arabic(text: str) -> bool:
    """Whether a text is words of Arabic letters only."""
    return bool(text) and all(word and LETTERS.issuperset(word) for word in text.split(" "))


def romanizer_units() -> Iterator[Unit]:
    """Units of arabic-name-romanizer (Wikidata CC0, dzirinames MIT); letters are folded there (ا for أ, ه for ة)."""
    query = (
        "SELECT arabic_key, role, country, SUM(count) FROM units GROUP BY arabic_key, role, country ORDER BY 1, 2, 3"
    )
    for name, role, country, count in _romanizer().execute(query):
        if arabic(name) and " " not in name:
            yield Unit(name, role, count if country in ARAB else count / 4)


def romanizer_full_names() -> Iterator[tuple[str, str]]:
    """Full names (two words and more, folded) with their country, from Wikidata by arabic-name-romanizer."""
    query = "SELECT DISTINCT arabic_key, country FROM full_names WHERE source = 'wikidata' ORDER BY 1, 2"
    for name, country in _romanizer().execute(query):
        if arabic(name) and " " in name:
            yield name, country


def rigour_groups() -> Iterator[tuple[tuple[str, ...], str, int]]:
    """Spellings in Arabic letters of one name, its Wikidata id, and in how many spellings of any script it is known."""
    text = _packaged("rigour", "data/names/persons.txt").read_text("utf-8")
    for line in text.splitlines():
        forms, arrow, group = line.partition(" => ")
        every = [bare(form.strip()) for form in forms.split(",")]
        spelt = tuple(dict.fromkeys(form for form in every if arabic(form)))
        if arrow and spelt:
            yield spelt, group, len(every)


def arwikicats_people() -> Iterator[str]:
    """Names of well-known persons, two or three words, from ArWikiCats (MIT)."""
    people = json.loads(_packaged("ArWikiCats", "jsons/people/peoples.json").read_text("utf-8"))
    for name in sorted(set(people.values())):
        if arabic(bare(name)) and name.count(" ") in {1, 2}:
            yield bare(name)


def arabnamer_words() -> Iterator[str]:
    """Names of one word from arabnamer's dictionary (CC BY 4.0)."""
    words = json.loads(_packaged("arabnamer", "data/dict_FINAL.json").read_text("utf-8"))
    for name in sorted(set(map(bare, words.values()))):
        if arabic(name) and " " not in name:
            yield name


def _romanizer() -> sqlite3.Connection:
    path = _packaged("arabic_name_romanizer", "resources/names.sqlite3")
    return sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)


def _packaged(package: str, path: str) -> Path:
    """A file of a package, which is not imported for it."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError(f"{package} is not installed: see resources/requirements.txt")
    return Path(spec.submodule_search_locations[0]) / path
