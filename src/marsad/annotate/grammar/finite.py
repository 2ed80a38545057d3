"""Which words are finite verbs where they stand, and which close a construct."""

from functools import lru_cache

from marsad.annotate.grammar.definite import definite_word
from marsad.annotate.grammar.passages import Passage
from marsad.annotate.grammar.tokens import Token, particles
from marsad.annotate.lists.gazetteer import fold_word
from marsad.annotate.lists.lexicon import lexicon
from marsad.annotate.lists.verbs import FINITE, VerbReading, verb_readings


def finite_verb(passage: Passage, index: int) -> VerbReading | None:
    """The reading of token `index` as a finite verb, where its form and the word in front allow one; else None.

    A form that is a noun as well (قتل, دعم) is a verb at the head of a clause, behind a definite word and behind the
    particles of verbs; inside a construct it is a noun.
    """
    if index not in passage.known_verbs:
        passage.known_verbs[index] = _finite_verb(passage, index)
    return passage.known_verbs[index]


def _finite_verb(passage: Passage, index: int) -> VerbReading | None:
    token = passage.tokens[index]
    if token.kind != "arabic" or passage.mention_at(index):
        return None
    readings = verb_readings(token.text)
    reading = next((one for one in readings if one.form.part in FINITE), None)
    if reading is None or (reading.clitics and whole_word(token.key)):
        return None  # وزير is no و + زير
    if index == 0 or all(one.form.part in FINITE or _owned(one) for one in readings):
        return reading
    return reading if _verb_may_follow(passage, index - 1, passage.tokens[index - 1]) else None


def _owned(reading: VerbReading) -> bool:
    """A participle with a pronoun on it, which news hardly writes: هاجمها is the verb."""
    return bool(reading.suffix) and reading.form.part == "participle"


def _verb_may_follow(passage: Passage, index: int, before: Token) -> bool:
    if before.key in particles("prepositions") or before.key in particles("quantifiers"):
        return False
    return before.kind != "arabic" or before.key in _before_verbs() or definite(passage, index)


@lru_cache(maxsize=1)
def _before_verbs() -> frozenset[str]:
    return particles("verb_particles") | particles("negations") | particles("relatives") | particles("subordinators")


def definite(passage: Passage, index: int) -> bool:
    """Whether token `index` ends a construct: a name, a word with ال (also behind و ب ل ك), or with a pronoun."""
    return passage.mention_at(index) is not None or definite_word(passage.tokens[index].plain)


@lru_cache(maxsize=16384)
def whole_word(key: str) -> bool:
    """Whether the lexicon of names knows a folded word as it stands, without a clitic: وزير, وليد."""
    known = lexicon().known(fold_word(key))
    return bool(known.flags) and not known.clitics
