"""Words of a noun phrase, each by itself: title, body, noun of action, what opens a clause, what is attached."""

from functools import lru_cache

from marsad.annotate.grammar.finite import whole_word
from marsad.annotate.grammar.tokens import Token, particles
from marsad.annotate.lists.gazetteer import fold_word
from marsad.annotate.lists.lexicon import INSTITUTION, NATION, TITLE, lexicon
from marsad.annotate.lists.tables import word_list
from marsad.annotate.lists.verbs import verb_readings
from marsad.records import Mention

LEAST_STEM = 3  # letters
_CLITICS = frozenset("وفبكل")
_CLAUSAL = ("complementizers", "negations", "verb_particles", "relatives")  # what ف may open a clause with


@lru_cache(maxsize=16384)
def is_action(word: str) -> bool:
    """Whether a word is a noun of action or another noun of the lexicon (الاتفاق), and no participle (المعارض)."""
    parts = {reading.form.part for reading in verb_readings(word)}
    return bool(parts & {"masdar", "noun"}) and not parts & {"participle", "object-participle"}


@lru_cache(maxsize=16384)
def is_title(key: str) -> bool:
    """Whether a word is a title or office: الوزير."""
    return bool(lexicon().known(fold_word(key)).flags & TITLE) or key in particles("offices")


@lru_cache(maxsize=16384)
def is_nation(key: str) -> bool:
    """Whether a word is a nationality: روسي."""
    return bool(lexicon().known(fold_word(key)).flags & NATION)


@lru_cache(maxsize=1)
def closed_words() -> frozenset[str]:
    """Prepositions, particles, pronouns, adverbs: words that no phrase runs through."""
    names = (
        "prepositions", "complementizers", "subordinators", "conditionals", "conjunctions", "relatives", "negations",
        "verb_particles", "pronouns", "adverbs",
    )  # fmt: skip
    return frozenset().union(*map(particles, names))


def opens_clause(key: str) -> bool:
    """Whether a word is و or ف with a closed one: وقد, (مراقبين) فإن."""
    if key[:1] == "ف":
        return any(key[1:] in particles(name) for name in _CLAUSAL)
    return key[:1] == "و" and key[1:] in closed_words()


@lru_cache(maxsize=16384)
def is_body(key: str) -> bool:
    """Whether a noun is of an institution: الجيش, المحكمة."""
    flags = lexicon().known(fold_word(key)).flags
    return key in word_list("state_bodies") or (bool(flags & INSTITUTION) and not flags & TITLE)


def _unattached(key: str) -> bool:
    """Whether the lexicon of verbs and nouns knows a word without a clitic: وجود, وصف."""
    return any(not reading.clitics for reading in verb_readings(key))


def clitic_of(token: Token, mention: Mention) -> str:
    """The clitic in front of a name; of للجزيرة, which is kept whole, it is ل."""
    return token.key[:1] if mention.start > token.start or token.key.startswith("لل") else ""


@lru_cache(maxsize=16384)
def attached_clitic(key: str) -> str:
    """The clitic in front that decides whether a phrase goes on: باسم, و, ل, ب (also ك ف); nothing else."""
    if len(key) == 1:  # لـ«الصحيفة»
        return key if key in "ول" else "ب" * (key in _CLITICS)
    if key.startswith("باسم"):
        return "باسم"
    if key.startswith("و") and len(key) > LEAST_STEM and not whole_word(key) and not _unattached(key):
        return "و"
    if key.startswith(("بال", "كال", "فال")) and key not in particles("false_articles"):
        return "ب"
    return "ل" if key.startswith("ل") and len(key) > LEAST_STEM and not lexicon().flags(fold_word(key)) else ""


@lru_cache(maxsize=16384)
def carries_b(word: str, key: str) -> bool:
    """Whether ب stands in front of a noun without article: (خبير) بضرورة, بوضع."""
    if key[:1] != "ب":
        return False
    found = verb_readings(word)
    return key in particles("with_b") or (bool(found) and all(one.clitics.endswith("ب") for one in found))
