"""Definiteness and agreement, as the letters of single words show them."""

from functools import lru_cache

from marsad.annotate.grammar.tokens import particles
from marsad.annotate.lists.verbs import verb_readings
from marsad.text.fold import fold_key

_SUFFIXES = ("هما", "هم", "هن", "ها", "ه")
_LEAST_STEM = 3  # letters
_SINGULAR = ("زيون", "ليون")  # التلفزيون, المليون
_CLITICS = frozenset("وفبكل")


@lru_cache(maxsize=16384)
def definite_word(plain: str) -> bool:
    """Whether a word (`Token.plain`) carries the article, also behind clitics, or a pronoun."""
    return articled(plain) or (plain.endswith(_SUFFIXES) and len(plain) > _LEAST_STEM)


def articled(word: str) -> bool:
    """Whether a word (`Token.plain` or `Token.key`) carries the article, also behind و ف ب ل ك."""
    return _noun_at(word) > 0


def bare(word: str) -> str:
    """A word without the article and the clitics in front of it; as it is where it has no article."""
    return word[_noun_at(word) :]


@lru_cache(maxsize=16384)
def _noun_at(word: str) -> int:
    """How many letters the article and the clitics in front of it take; 0 of a word without article."""
    key = fold_key(word)
    for skip in (0, 1, 2):
        rest = key[skip:]
        if rest in particles("false_articles") or (skip and not set(key[:skip]) <= _CLITICS):
            return 0
        if rest.startswith(("ال", "لل")) and len(rest) > _LEAST_STEM:
            return skip + len("ال")
    return 0


@lru_cache(maxsize=16384)
def agrees(noun: str, adjective: str) -> bool:
    """Whether a word with ال can describe the word with ال in front of it, as far as their endings tell.

    A feminine noun takes a feminine adjective, a plural in ات a feminine one, a plural in يون a plural one; of other
    nouns (broken plurals are feminine) any adjective is believed.
    """
    if noun.endswith("ة"):
        return adjective.endswith(("ة", "ه", "ى"))
    if noun.endswith("ات"):
        return adjective.endswith(("ة", "ه", "ات"))
    number = _person(noun)
    if number == "p" or (noun.endswith("يون") and not noun.endswith(_SINGULAR)):
        return adjective.endswith(("ون", "ين"))
    if fold_key(noun).removeprefix("ال") in particles("people"):
        return not adjective.endswith(("ة", "ات"))
    return not adjective.endswith(("ات", "ة", "ون") if number == "s" else "ات")


@lru_cache(maxsize=16384)
def nunated(noun: str) -> bool:
    """Whether a word is a plural in ون of people, which no noun can depend on: مسلحون | طاقما."""
    return noun.endswith("ون") and (_person(noun) == "p" or (noun.endswith("يون") and not noun.endswith(_SINGULAR)))


def _person(noun: str) -> str:
    """The number of a word that names people by what they do (المحتجون p, المتحدث s); "" of other words."""
    for reading in verb_readings(noun):
        form = reading.form
        who = form.part in {"participle", "object-participle"} and form.gender == "m"
        if who and (form.number == "s" or (form.number == "p" and noun.endswith("ون"))):
            return form.number
    return ""
