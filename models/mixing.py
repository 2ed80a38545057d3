"""More names than the corpora have: mentions are exchanged for others of their kind while the encoder learns.

A person's name is exchanged for one of 40,000 names of the Arab world or for two units of foreign ones, a place for one
of GeoNames' cities, an organisation for another of the training texts. The clitics of the exchanged word stay. Some
sentences lose their hamzas, as hasty writers write.
"""

import gzip
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from marsad.text.words import words as split
from models.conll import Tagged, bio, listed, spans

ARAB = listed("DZ BH TD KM DJ EG IQ JO KW LB LY MR MA OM PS QA SA SO SD SY TN AE YE")
_LETTERS = re.compile("[\u0621-\u063a\u0641-\u064a -]+")
_CLITICS = re.compile("[وف]?[بلك]?")
_UNITS = range(2, 5)  # of a full name
_SHORT = 2  # letters; a unit has more
_CITY = 5000  # inhabitants from which on a place is news
_FOREIGN = 0.4  # of the persons' names
_BARE_PER, _BARE_LOC, _BARE_ORG = 0.3, 0.2, 0.1  # how often a mention is exchanged
_HASTY = 0.1  # of the sentences
_HAMZA = str.maketrans("أإآ", "ااا")

Mention = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stock:
    """What mentions are exchanged for, by label, and the first words that are known to carry no clitic."""

    names: dict[str, list[Mention]]
    bare: frozenset[str]


def stock(gazetteers: Path, sentences: Sequence[tuple[list[str], list[str]]]) -> Stock:
    """The names of the tables and of the training texts."""
    seen: dict[str, set[Mention]] = {"PER": set(), "LOC": set(), "ORG": set()}
    for words, tags in sentences:
        for start, end, label in spans(tags):
            seen[label].add(tuple(words[start:end]))
    arab, foreign = _persons(gazetteers)
    cities = _cities(gazetteers)
    known = {name[0] for name in [*arab, *foreign, *cities]}
    mentions = {label: [name for name in sorted(found) if not _clitic(name[0], known)] for label, found in seen.items()}
    names = {
        "ORG": mentions["ORG"],
        "LOC": cities + mentions["LOC"] * 2,
        "PER": arab,
        "FOREIGN": foreign,
    }
    return Stock(names, frozenset(known | {name[0] for found in mentions.values() for name in found}))


def _rows(path: Path) -> list[list[str]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [line.rstrip("\n").split("\t") for line in lines][1:]


def _persons(folder: Path) -> tuple[list[Mention], list[Mention]]:
    """Full names of the Arab world, and single units of all the world's names."""
    full = [row[0] for row in _rows(folder / "persons" / "full_names.tsv.gz") if row[3] in ARAB]
    units = [
        form for row in _rows(folder / "person_name_groups" / "person_names_ar.tsv.gz") for form in row[1].split("|")
    ]
    return (
        [tuple(name.split()) for name in full if _LETTERS.fullmatch(name) and len(name.split()) in _UNITS],
        [(unit,) for unit in units if _LETTERS.fullmatch(unit) and " " not in unit and len(unit) > _SHORT],
    )


def _cities(folder: Path) -> list[Mention]:
    rows = _rows(folder / "geonames" / "geonames_cities1000_ar.tsv.gz")
    names = [row[7].split("|")[0] for row in rows if int(row[6]) >= _CITY]
    return [tuple(word.text for word in split(name)) for name in names if _LETTERS.fullmatch(name)]


def _clitic(word: str, known: set[str]) -> bool:
    """Whether a clitic seems to stand before the word: what is behind it is a known name, or it begins with لل."""
    cut = _CLITICS.match(word)
    skip = cut.end() if cut else 0
    return word.startswith("لل") or any(word[at:] in known for at in range(1, skip + 1))


def mixed(words: list[str], tags: list[str], stock_: Stock, chance: random.Random) -> tuple[list[str], list[str]]:
    """The sentence with some of its mentions exchanged."""
    out_words: list[str] = []
    out_tags: list[str] = []
    at = 0
    for span in spans(tags):
        out_words += words[at : span.start]
        out_tags += tags[at : span.start]
        name = _exchanged(words[span.start : span.end], span.label, stock_, chance)
        out_words += name
        out_tags += bio(len(name), [Tagged(0, len(name), span.label)])
        at = span.end
    out_words += words[at:]
    out_tags += tags[at:]
    if chance.random() < _HASTY:
        out_words = [word.translate(_HAMZA) for word in out_words]
    return out_words, out_tags


def _exchanged(name: list[str], label: str, stock_: Stock, chance: random.Random) -> list[str]:
    """Another name for this one, or this one."""
    if chance.random() > {"PER": _BARE_PER, "LOC": _BARE_LOC, "ORG": _BARE_ORG}[label]:
        return name
    before = _before(name[0], stock_.bare)
    if before is None:
        return name
    new = list(chance.choice(stock_.names[label]))
    if label == "PER":
        if chance.random() < _FOREIGN:
            new = [chance.choice(stock_.names["FOREIGN"])[0] for _ in range(2)]
        new = new[-1:] if len(name) == 1 else new
    if before.endswith("ل") and new[0].startswith("ال"):
        return [before + new[0][1:], *new[1:]]
    return [before + new[0], *new[1:]]


def _before(word: str, bare: frozenset[str]) -> str | None:
    """The clitics in front of a name's first word; None where they can't be told."""
    if word in bare:
        return ""
    cut = _CLITICS.match(word)
    for skip in range(1, (cut.end() if cut else 0) + 1):
        if word[skip:] in bare:
            return word[:skip]
    if word.startswith("لل") and "ا" + word[1:] in bare:
        return "ل"
    return "" if word[:1] not in "وفبلك" else None
