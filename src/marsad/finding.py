"""Searching with all that Marsad knows: the archive's search, and the lists of countries, names and verbs beside it.

with Archive.open("news.db", read_only=True) as archive:
    finder(archive).search("روسيا AND speaker:لافروف", Wish(limit=5))
"""

from collections import defaultdict
from functools import cache

from marsad.annotate.lists.codes import alpha3
from marsad.annotate.lists.gazetteer import fold_word
from marsad.annotate.lists.lexicon import lexicon
from marsad.annotate.lists.tables import rows, word_list
from marsad.annotate.lists.things import everything
from marsad.annotate.lists.verb_table import entries, key
from marsad.archive import Archive
from marsad.archive.index import Progress
from marsad.archive.search import Finder
from marsad.text.fold import fold_key
from marsad.text.name_words import fold_name
from marsad.text.spellings import SURE, same_name

_NAMES = frozenset({"given", "family"})


class KnownLists:
    """What the lists of annotation say about words, as the search asks for it."""

    def same(self, word: str) -> tuple[str, ...]:
        """Other names of one word for the country that the word names: سورية for سوريا; () where it names none."""
        codes = _countries().get(fold_key(word), frozenset())
        if len(codes) != 1:
            return ()
        names = _names()[next(iter(codes))]
        return tuple(name for name in names if fold_key(name) != fold_key(word) and _spelling(name, word))

    def adjectives(self, word: str) -> tuple[str, ...]:
        """The forms of the adjective of the country that the word names: روسي, روسية, روس."""
        codes = _countries().get(fold_key(word), frozenset())
        if len(codes) != 1:
            return ()
        return tuple(form for form in _adjectives().get(next(iter(codes)), ()) if fold_key(form) != fold_key(word))

    def code(self, name: str) -> str:
        """The three letters of the country that a name or a code of two or three letters stands for; "" for none."""
        letters = name.strip().upper()
        if letters.isascii():
            return alpha3(letters) or (letters if letters in _three_letters() else "")
        folded, names = fold_name(name), _all_names()
        found = names.get(folded) or names.get(_loosely(folded), frozenset())
        return next(iter(found)) if len(found) == 1 else ""

    def is_word(self, folded: str) -> bool:
        """Whether the folded form is a word by itself: a form of a verb, a usual name, a particle."""
        flags = lexicon().flags(fold_word(folded))
        return folded in word_list("closed") or bool(flags & _NAMES) or bool(entries(key(folded)))

    def is_name(self, folded: str) -> bool:
        """Whether the folded form is a name: of a country, or a given name that is no word beside it (not أمل)."""
        flags = lexicon().flags(fold_word(folded))
        given = "given" in flags and ("word" not in flags or folded.endswith("ي"))
        return given or folded in _countries()


def finder(archive: Archive, progress: Progress | None = None) -> Finder:
    """What searches an archive, with the lists; kept open, it answers faster from the second time on."""
    return Finder(archive, KnownLists(), progress)


@cache
def _names() -> dict[str, tuple[str, ...]]:
    """The names of one word that each country has, by its code."""
    found: dict[str, list[str]] = defaultdict(list)
    for thing in everything():
        if thing.kind == "country":
            found[thing.country] += [name for name in (thing.name, *thing.aliases) if " " not in name]
    return {code: tuple(dict.fromkeys(names)) for code, names in found.items()}


@cache
def _three_letters() -> frozenset[str]:
    return frozenset(letters for _, letters in rows("alpha3.tsv"))


@cache
def _all_names() -> dict[str, frozenset[str]]:
    """Countries in three letters by all their names, of several words too; and by names without their last ا or ه."""
    found: dict[str, set[str]] = defaultdict(set)
    for thing in everything():
        letters = (thing.kind == "country" and alpha3(thing.country)) or ""
        for name in map(fold_name, (thing.name, *thing.aliases) if letters else ()):
            found[name].add(letters)
            found[_loosely(name)].add(letters)
    return {name: frozenset(codes) for name, codes in found.items()}


def _loosely(folded: str) -> str:
    """The beginning that the spellings of a name in ا or ه share, marked as such: سوريا, سورية."""
    return folded[:-1] + "-" if folded.endswith(("ا", "ه")) else folded


def _spelling(one: str, other: str) -> bool:
    """Whether two names of a country are one word written otherwise: روسيا, روسية; not بورما, ميانمار."""
    match = same_name(one, other)
    return bool(match and match.strength >= SURE) or _without_ending(one) == _without_ending(other)


def _without_ending(name: str) -> str:
    return fold_key(name).rstrip("اهي")


@cache
def _countries() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for code, names in _names().items():
        for name in names:
            found[fold_key(name)].add(code)
    return {name: frozenset(codes) for name, codes in found.items()}


@cache
def _adjectives() -> dict[str, tuple[str, ...]]:
    return {
        nation: tuple(filter(None, (masculine, feminine, *plurals.split("|"))))
        for nation, masculine, feminine, plurals in rows("gaz_nationalities.tsv")
    }
