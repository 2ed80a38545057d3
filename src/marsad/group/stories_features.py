"""What articles are compared by when stories are made: words and names, the rarer the weightier.

A profile has three fields, each with a fixed share of the likeness of two articles: the words of headline and lead
(what the article is about), the words of the whole text (what else it knows), the names in headline and lead (who and
where). Words are cut to a light stem; function words are left out. A profile is made of plain values, to be kept as a
row; what a word weighs depends on all articles (`Rarity`) and is asked when profiles are compared.
"""

import math
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

from marsad.group.outlets import day
from marsad.records import Entity, Record
from marsad.text.fold import fold_key
from marsad.text.name_words import fold_name
from marsad.text.words import words

LEAD, TEXT, NAMES = "^", "", "@"  # in front of the terms of each field; no word begins so
SHARES = {LEAD: 0.55, TEXT: 0.30, NAMES: 0.15}  # of the likeness; fitted on pairs, see the decision about stories
UNDATED = 0  # the day of articles that have no date: they are compared with one another

_LEAD_WORDS = 30
_TEXT_WORDS = 400  # what a long article tells behind is seldom what it is about
_TEXT_CHARACTERS = 8000  # in which these words stand
_HEAD_TIMES, _LEAD_TIMES = 3, 2  # how often a word of headline and lead counts in the whole text
_LEAD_CHARACTERS = 350  # how far behind the headline a name is one of the lead
_KEPT = 160  # terms of a vector; the lightest go
_IMAGINED = 500  # articles that every word is thought to be missing from, so that few articles give no odd weights
_LEAST = 3  # letters of a stem
_FRONTS = ("بال", "كال", "فال", "لل", "ال")
_ENDS = ("ها", "ان", "ات", "ون", "ين", "يه", "هم", "ه", "ي")
_FUNCTIONS = (
    "prepositions", "complementizers", "subordinators", "conditionals", "conjunctions", "relatives", "negations",
    "verb_particles", "pronouns", "demonstratives", "quantifiers", "adverbs",
)  # fmt: skip

Vector = dict[str, float]


class Profile(NamedTuple):
    """An article as stories see it: its id, the ordinal of its day, and how much each term says in it."""

    article: str
    day: int
    terms: Mapping[str, float]


def profile(record: Record) -> Profile:
    """The profile of an article; names only where the record has mentions and entities."""
    article = record.article
    head = stems((article.headline or "")[:_TEXT_CHARACTERS])
    start = article.paragraphs[0].start if article.paragraphs else len(article.text)
    body = stems(article.text[start : start + _TEXT_CHARACTERS])[:_TEXT_WORDS]
    lead = Counter(head + head + body[:_LEAD_WORDS])
    text = Counter(body + body[: 2 * _LEAD_WORDS] * (_LEAD_TIMES - 1) + head * _HEAD_TIMES)
    terms = {LEAD + stem: _told(times) for stem, times in lead.items()}
    terms |= {TEXT + stem: _told(times) for stem, times in text.items()}
    terms |= {NAMES + name: 1.0 for name in _leading_names(record)}
    return Profile(article.id, day(record) or UNDATED, terms)


def _told(times: int) -> float:
    return round(1 + math.log(times), 3)


def stems(text: str) -> list[str]:
    """The light stems of a text in order, without function words and single letters."""
    return [found for word in words(text) if word.kind != "sign" and (found := _stem(word.text))]


@lru_cache(maxsize=131072)
def _stem(word: str) -> str:
    """The word without what is written onto it; "" of a function word. Wrong cuts are wrong in all articles alike."""
    folded = fold_key(word)
    if len(folded) < 2 or folded in _function_words():  # noqa: PLR2004 - a letter is no word
        return ""
    if folded[0] == "و" and len(folded) > _LEAST + 1:
        folded = folded[1:]
        if folded in _function_words():
            return ""
    front = next((one for one in _FRONTS if folded.startswith(one) and len(folded) >= len(one) + _LEAST), "")
    stem = folded[len(front) :]
    end = next((one for one in _ENDS if stem.endswith(one) and len(stem) >= len(one) + _LEAST), "")
    return stem.removesuffix(end)


@cache
def _function_words() -> frozenset[str]:
    listed = tomllib.loads(resources.files("marsad.data").joinpath("particles.toml").read_text("utf-8"))
    return frozenset(word for name in _FUNCTIONS for word in listed[name])


def _leading_names(record: Record) -> set[str]:
    """Who and what is named in headline and lead."""
    article = record.article
    start = article.paragraphs[0].start if article.paragraphs else 0
    early = {one.entity for one in record.mentions or () if one.start < start + _LEAD_CHARACTERS}
    return {thing(entity) for entity in record.entities or () if entity.id in early}


def thing(entity: Entity) -> str:
    """What stands for an entity in other articles: its id in the archive, else a known id, else label and name."""
    if entity.global_:
        return entity.global_
    if entity.stands_for and entity.country:
        return f"gov:{entity.country}"
    if entity.wikidata:
        return f"wikidata:{entity.wikidata}"
    if entity.location and entity.location.geonames:
        return f"geonames:{entity.location.geonames}"
    return f"{entity.label.lower()}:{fold_name(entity.name)}"


class Rarity:
    """In how many of all articles each term stands; what is rare weighs more.

    `counts` may be any mapping, one that looks rows up among them.
    """

    def __init__(self, counts: MutableMapping[str, int] | None = None, articles: int = 0) -> None:
        self.counts: MutableMapping[str, int] = {} if counts is None else counts
        self.articles = articles

    @classmethod
    def of(cls, profiles: Iterable[Profile]) -> "Rarity":
        """The rarity of terms among these articles, in whichever order they come."""
        made = cls()
        for one in profiles:
            made.add(one)
        return made

    def add(self, one: Profile) -> None:
        """Counts one more article."""
        self.articles += 1
        for term in one.terms:
            self.counts[term] = self.counts.get(term, 0) + 1

    def weight(self, term: str) -> float:
        """What a term weighs: the logarithm of the share of articles that lack it; 0 of what stands in all."""
        return math.log((self.articles + _IMAGINED) / (self.counts.get(term, 0) + 1))

    def vector(self, one: Profile) -> Vector:
        """The profile as a vector of length one (of what a field has that is not empty), the heaviest terms first."""
        parts: dict[str, list[tuple[str, float]]] = {}
        for term, told in one.terms.items():
            parts.setdefault(_field(term), []).append((term, told * self.weight(term)))
        whole = sum(SHARES[field] for field in parts)
        terms = [
            (round(weight * math.sqrt(SHARES[field] / whole) / length, 5), term)
            for field, weights in parts.items()
            if (length := math.sqrt(sum(weight * weight for _, weight in weights)))
            for term, weight in weights
        ]
        return {term: weight for weight, term in sorted(terms, key=lambda pair: (-pair[0], pair[1]))[:_KEPT]}


def _field(term: str) -> str:
    return term[0] if term[0] in {LEAD, NAMES} else TEXT


def dot(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """The likeness of two vectors; exact, so that no order of terms changes it."""
    small, large = (one, other) if len(one) <= len(other) else (other, one)
    return math.fsum([weight * large[term] for term, weight in small.items() if term in large])


def named(terms: Iterable[str]) -> Iterator[str]:
    """The names among terms, as `thing` gives them."""
    return (term[1:] for term in terms if term[0] == NAMES)
