"""The finite verbs of a passage, as events read them: those of the grammar, less persons and masdars.

Clauses are cut at verbs, also at those that stand in no list but behind a particle that only verbs follow.
"""

import re
from collections.abc import Collection
from functools import lru_cache

from marsad.annotate.events.clauses import auxiliary
from marsad.annotate.grammar import Passage, Token, finite_verb, particles
from marsad.annotate.lists.codes import noun
from marsad.annotate.lists.tables import party_words
from marsad.annotate.lists.verbs import VerbForm, VerbReading, likeliest, verb_readings

_NO_VERBS = party_words("no_verbs")


def finite(passage: Passage, index: int) -> VerbReading | None:
    """The reading of a token as a finite verb, by the lexicon or behind a particle of verbs; None where it is none."""
    token = passage.tokens[index]
    if token.kind != "arabic" or _never(token.key) or passage.mention_at(index) or passage.time_at(index):
        return None
    found = finite_verb(passage, index)
    if _gathers(passage, index):
        return next((one for one in verb_readings(token.text) if one.form.part in _FINITE), None)
    if found is None:
        return _guessed(token, passage.tokens[index - 1] if index else None)
    other = (not found.clitics and _body(token.text)) or _owned(token.text) or _dual(passage, index, found)
    return None if other else _open(found, token.text)


@lru_cache(maxsize=16384)
def _never(key: str) -> bool:
    return key in _NO_VERBS or key in particles("prepositions") or key in particles("complementizers")


def _guessed(token: Token, before: Token | None) -> VerbReading | None:
    """A verb that the grammar does not take for one: behind فيما (فيما *شن* الطيران), إذا, متظاهرا, قد and its like."""
    if before is None:
        return None
    led = both(token.text) and (before.key.removeprefix("و") in _WHILE or _indefinite(before.plain))
    if led or before.key in particles("conditionals"):
        return next((one for one in verb_readings(token.text) if one.form.part in _FINITE), None)
    if _governs(before.key):
        return None
    return _behind_particle(before, token)


@lru_cache(maxsize=16384)
def _owned(word: str) -> bool:
    """Whether a word is a listed noun with a pronoun, and no clitic in front: إن *وزارته* ساهمت is no و + زارته."""
    one = noun(word)
    return one.owned and not one.clitics and one.form[:1] in "وف" and word[:1] in "وف"


def _gathers(passage: Passage, index: int) -> bool:
    """Whether a word is the verb of an indefinite meeting in front: في اجتماع *جمع* الوزيرين, لقاء *ضم* الطرفين."""
    if not _gathering(passage.tokens[index].text):
        return False
    fronts = [passage.tokens[place].key for place in range(max(passage.sentence(index)[0], index - 3), index)]
    return any(key.removeprefix("و") in _MEETINGS for key in fronts)


@lru_cache(maxsize=16384)
def _gathering(word: str) -> bool:
    return any(one.form.lemma in _GATHERS and one.form.part == "perfect" for one in verb_readings(word))


_GATHERS = party_words("gathers")
_MEETINGS = party_words("meetings")


@lru_cache(maxsize=16384)
def _indefinite(plain: str) -> bool:
    return plain.endswith("ا") and noun(plain).head is not None


@lru_cache(maxsize=16384)
def _governs(key: str) -> bool:
    return key in particles("prepositions") or key in particles("quantifiers")


_VERBS_TOO = party_words("verbs_too")


@lru_cache(maxsize=16384)
def _body(word: str) -> bool:
    """Whether a word is a person or body rather than a verb with the same letters: وفد, حرس."""
    known = noun(word)
    return known.head is not None and not known.clitics and not known.owned and known.form not in _VERBS_TOO


@lru_cache(maxsize=16384)
def _open(found: VerbReading, word: str) -> VerbReading:
    """A reading whose gender is left open where other verbs with these letters have the other one: تقاتل."""
    others = {one.form.gender for one in verb_readings(word) if one.form.part in _FINITE and one.form.person == 3}  # noqa: PLR2004
    return found if len(others) < 2 else found._replace(form=found.form._replace(gender=""))  # noqa: PLR2004


_FINITE = frozenset({"perfect", "imperfect"})
_WHILE = party_words("while")
_OF_VERBS = party_words("of_verbs")
_THAT = party_words("that")
_PRESENT_F = re.compile(r"[وف]?[تين][ء-غف-ي]{3,}")


def _behind_particle(before: Token, token: Token) -> VerbReading | None:
    """Behind a relative pronoun or a particle of verbs stands a verb, whatever its shape; behind أن one in ت or ي."""
    plain, sure = token.plain, _calls(before.key)
    if not sure and before.key not in _THAT:
        return None
    present = bool(_PRESENT_F.fullmatch(plain))
    noun_ = plain.startswith(("ال", "لل", "بال")) or token.key in _closed() or noun(plain).head is not None
    if noun_ or not (sure or present):
        return None
    gender = "f" if plain[:1] == "ت" or before.key == "التي" else "m"
    suffix = next((end for end in ("هم", "ها", "ه") if not present and plain.endswith(end)), "")
    return VerbReading(0, "", VerbForm("", "imperfect" if present else "perfect", 3, gender, "s", ""), suffix)


@lru_cache(maxsize=16384)
def _calls(key: str) -> bool:
    """Whether a word is always followed by a verb: قد, لم, الذي."""
    return key in _OF_VERBS or key.removeprefix("و") in particles("relatives")


@lru_cache(maxsize=1)
def _closed() -> frozenset[str]:
    names = ("prepositions", "complementizers", "subordinators", "conditionals", "conjunctions", "relatives",
             "negations", "verb_particles", "pronouns", "adverbs", "demonstratives", "quantifiers")  # fmt: skip
    return frozenset().union(*map(particles, names))


def verbs_of(passage: Passage) -> dict[int, VerbReading]:
    """The finite verbs of a passage by token.

    A form that is a masdar too (طرد, رفض) is one where its clause has its verb already: أعلنت الوزارة *طرد* السفير.
    """
    found: dict[int, VerbReading] = {}
    busy = False
    starts = frozenset(passage.breaks)
    pious = any(token.text == _GOD for token in passage.tokens)
    for index, token in enumerate(passage.tokens):
        if index in starts or (token.kind == "sign" and token.text[0] in "؛:.") or _opens(token.key):
            busy = False
        verb = None if (pious and _aside(passage, index)) or _compares(passage, index) else finite(passage, index)
        if verb is None or (busy and both(token.text) and _masdar(passage, index, verb, found)):
            continue
        found[index] = verb
        busy = busy or not auxiliary(token.key)
    return found


def _compares(passage: Passage, index: int) -> bool:
    """Whether a word is the verb of ما لا يقل عن 23, which counts and tells nothing."""
    tokens = passage.tokens
    if tokens[index].key not in {"يقل", "يزيد", "يربو"} or not 0 < index < len(tokens) - 1:
        return False
    return tokens[index + 1].key in {"عن", "علي"} and tokens[index - 1].key.removeprefix("و") in {"لا", "ما"}


def _aside(passage: Passage, index: int) -> bool:
    """Whether a word stands in a pious formula between dashes or brackets: -حفظه الله-."""
    around = [passage.tokens[place].text for place in range(max(0, index - 1), min(index + 4, len(passage.tokens)))]
    return around[0] in _DASHES and any(text in _DASHES for text in around[2:]) and _GOD in around


_DASHES = frozenset("-–—()")
_GOD = "الله"


@lru_cache(maxsize=16384)
def both(word: str) -> bool:
    """Whether a word is a finite verb and a masdar or noun in the same letters."""
    parts = {reading.form.part for reading in verb_readings(word)}
    return bool(parts & {"masdar", "noun"}) and bool(parts & {"perfect", "imperfect"})


def _masdar(passage: Passage, index: int, verb: VerbReading, found: Collection[int]) -> bool:
    """Whether a word that may be a masdar is one in a clause that has its verb; `found`: the verbs in front.

    Behind و it is the next verb (ورفض الرئيس), unless و joins it to a masdar that a preposition governs: لتحسين الخدمات
    *ودعم* الأسر. Behind قد and the like it is a verb.
    """
    before = passage.tokens[index - 1].key
    if _calls(before):
        return False
    if not verb.clitics:
        return True
    for place in range(index - 1, max(passage.sentence(index)[0], index - _FRONT) - 1, -1):
        if place in found:
            return False
        front = likeliest(passage.tokens[place].text)
        if front and front.form.part == "masdar":
            governed = place and passage.tokens[place - 1].key in particles("prepositions")
            if governed or front.clitics[-1:] in {"ل", "ب"}:
                return True
    return False


_FRONT = 10  # tokens in front of a masdar in which another stands that it is joined to


def _opens(key: str) -> bool:
    bare = key[1:] if key[:1] in "وف" and len(key) > len("ان") else key
    return key in _openers() or bare in _openers()


@lru_cache(maxsize=1)
def _openers() -> frozenset[str]:
    names = ("complementizers", "relatives", "subordinators", "conditionals")
    return frozenset().union(*map(particles, names))


def _dual(passage: Passage, index: int, verb: VerbReading) -> bool:
    """Whether a word in ا is a dual without two in front of it: ردا على, دعما لـ are nouns."""
    if verb.form.number != "d" or verb.form.part != "perfect" or verb.form.gender == "f" or verb.suffix:
        return False
    before = passage.tokens[index - 1].key if index else ""
    if before in particles("relatives") or auxiliary(before):  # الزيارة التي قاما بها; كان صادرا
        return auxiliary(before)
    return not before.endswith(("ان", "ين", "قد", "لم", "لن", "انهما", "اللذان", "اللذين"))
