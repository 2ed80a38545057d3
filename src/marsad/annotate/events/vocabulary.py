"""Words as conditions see them: their classes, the clitic in front of them, and the closed classes of clauses."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from marsad.annotate.grammar import Token, particles
from marsad.annotate.lists.acts import ActEntry, entries, phrases, word_classes
from marsad.annotate.lists.codes import noun
from marsad.annotate.lists.verbs import VerbReading, verb_readings, verbs
from marsad.text.fold import fold_key

_ARMED = frozenset({"MIL", "COP", "REB", "UAF", "PRM", "SPY"})
_THIRD = 3
_LEAST = 4  # letters of a word that may begin with a clitic
_BARE = {"به": "ب", "بها": "ب", "بهم": "ب", "له": "ل", "لها": "ل", "لهم": "ل"}
_TWO = {"عليه": "علي", "اليه": "الي", "منه": "من", "عنه": "عن", "معه": "مع", "فيه": "في", "ضده": "ضد", "لديه": "لدي"}
_FOLDED = {"على": "علي", "إلى": "الي", "لدى": "لدي", "إزاء": "ازاء"}

NONE: frozenset[str] = frozenset()
NUMBER = frozenset({"number"})
NATION = frozenset({"nation"})
STOPS = ".؛;؟!?:…"
PREPOSITIONS = frozenset({
    "في", "من", "الي", "علي", "عن", "مع", "ضد", "لدي", "بين", "امام", "بحق", "تجاه", "ازاء", "نحو", "صوب", "باتجاه",
    "حول", "بشان", "خلال", "بعد", "قبل", "عقب", "منذ", "عبر", "قرب", "داخل", "وسط", "تحت", "دون", "حتي", "اثر",
    "بسبب", "جراء", "اثناء", "رغم", "لصالح", "حيال", "ضمن", "كما", "وفق", "بحسب", "حسب", "عند", "غداه", "بموجب",
})  # fmt: skip
JUSSIVE = frozenset({"لم", "ولم", "فلم", "لا", "ولا", "فلا"})  # behind these an imperfect may be short: لم يقل
PARTS = frozenset({
    "جزءا", "جزء", "دفعه", "عددا", "عدد", "بعضا", "كميات", "كميه", "شحنه", "مجموعه", "الافا", "عشرات", "مئات", "الاف",
})  # fmt: skip
COPULAS = frozenset({
    "يعد", "تعد", "يعتبر", "تعتبر", "يمثل", "تمثل", "يشكل", "تشكل", "كان", "كانت", "هو", "هي", "يبقى", "تبقى", "بات",
    "باتت", "اصبح", "اصبحت", "يظل", "تظل", "ليس", "ليست", "يكون", "تكون", "هم",
})  # fmt: skip


@lru_cache(maxsize=1)
def openers() -> frozenset[str]:
    """Words that open a clause; كما and what also joins nouns is left out."""
    names = ("relatives", "complementizers", "subordinators", "conditionals")
    joins = {"كما", "مما", "ما", "حتي", "رغم", "كان", "مثلما"}
    return frozenset().union(*map(particles, names)) - joins | {"بينما", "لكن", "ولكن", "ثم", "فيما"}


class PhraseStart(NamedTuple):
    """A fixed phrase that a word may begin: its keys without article, its senses, the letters of clitics in front."""

    keys: tuple[str, ...]
    senses: tuple[ActEntry, ...]
    skip: int


class Word(NamedTuple):
    """What a word is wherever it stands.

    `governs`: the preposition that it is ("" if none); `opens`: it opens a clause; `act`: it may be a word
    of acts.
    """

    clitic: str
    names: frozenset[str]
    governs: str
    opens: bool
    act: bool
    starts: tuple[PhraseStart, ...]


@lru_cache(maxsize=16384)
def word_of(text: str, key: str, kind: str) -> Word:
    """What a token is by itself."""
    if kind != "arabic":
        names = NUMBER if kind == "number" else NONE
        return Word("", names, "", kind == "sign" and text in STOPS, act=False, starts=())
    clitic, names = known(key)
    bare = key[1:] if key[:1] in "وف" and len(key) > 2 else key  # noqa: PLR2004 - a particle has two letters
    governs = next((one for one in (key, bare) if one in PREPOSITIONS or one in {"ب", "ل", "ك"}), "")
    readings = verb_readings(text)
    adverb = key in PREPOSITIONS or (key in particles("adverbs") and key.endswith("ا"))  # فجرا; but فجّر
    listed = not adverb and key not in particles("prepositions") and key not in _NO_ACTS
    act = listed and any(one.form.lemma in entries() for one in readings)
    starts = tuple(_phrases(key)) if listed else ()
    return Word(clitic, names, governs, key in openers() or bare in openers(), act, starts)


def _phrases(key: str) -> Iterator[PhraseStart]:
    """The fixed phrases that begin with a word, as it stands or without its clitics and article."""
    for skip in (0, 1, 2):
        rest = key[skip:]
        if len(rest) < 2 or any(letter not in "وفبلك" for letter in key[:skip]):  # noqa: PLR2004 - the least word
            return
        for first in dict.fromkeys((rest, rest.removeprefix("ال"))):
            for keys, senses in phrases().get(first, ()):
                yield PhraseStart(tuple(one.removeprefix("ال") for one in keys[1:]), senses, skip)


_NO_ACTS = frozenset({"اجل", "دعوني", "دعونا", "دعني"})  # من أجل is no evacuation, دعونا نؤكد no request


def shortened(reading: VerbReading, key: str) -> bool:
    """Whether an imperfect lacks its long vowel, as only behind لم (يلم, يعد, يستقل are other words elsewhere)."""
    form = reading.form
    if form.part != "imperfect" or form.number != "s" or form.person != _THIRD:
        return False
    listed = verbs().get(form.lemma)
    if listed is None:
        return False
    written = key[reading.skip :]
    written = written.removesuffix(reading.suffix) if reading.suffix else written
    whole = fold_key(listed.imperfect.split("|")[0])
    return len(written) < len(whole)


def mentioned(names: frozenset[str], label: str, *, first: bool) -> frozenset[str]:
    """The classes of a word that belongs to a name: only its first word is of the classes of common words."""
    kept = names if first else NONE
    if label == "PER":
        return kept | {"people", "party_any", "official"}
    return kept | ({"country", "party_any", "official", "area"} if label == "LOC" else {"party_any", "official"})


@lru_cache(maxsize=16384)
def known(key: str) -> tuple[str, frozenset[str]]:
    """The clitic in front of a word (ب, ل, ك or "") and its classes, with those that the lists of parties give."""
    clitic, names = word_classes(key)
    party = noun(key)
    if party.head or party.mark or party.country:
        found = set(names)
        clitic = clitic or next((sign for sign in party.clitics if sign in "بلك"), "")
        if party.head:
            found |= {"party_any", "official"} | ({"people"} if party.head.kind == "person" else set())
            if party.head.kind == "person" and party.head.sector == "GOV":
                found.add("officeholder")
        if {party.mark, party.head.sector if party.head else ""} & _ARMED:
            found.add("force")
        if party.country:
            found |= {"nation", "people"} if key.endswith(("ين", "ون", "يا", "يان")) else {"nation"}
        return clitic, frozenset(found)
    if key in particles("quantifiers"):
        return clitic, names | {"number"}
    if not clitic and not names:
        clitic = _unknown_clitic(key)
    return clitic, names


def _unknown_clitic(key: str) -> str:
    """The clitic of a word that no list of classes knows: what the readings of verbs and nouns say, else its look."""
    bare = key[1:] if key[:1] in "وف" else key
    if bare[:1] not in {"ب", "ل", "ك"} or len(bare) < _LEAST or key in particles("prepositions"):
        return ""
    if bare[1:3] == "ال" or bare.startswith("لل") or bare[1:] in particles("demonstratives"):
        return bare[0]
    readings = verb_readings(key)
    if readings:
        return next((sign for sign in readings[0].clitics if sign in "بلك"), "")
    return "ب" if bare[0] == "ب" and len(bare) > _LEAST else ""


def is_preposition(token: Token, word: str) -> bool:
    """Whether a token is a preposition, also with و in front or a pronoun behind."""
    key = token.key
    bare = key[1:] if key[:1] == "و" and len(key) > 2 else key  # noqa: PLR2004
    wanted = _FOLDED.get(word, word)
    if bare == wanted or _BARE.get(bare) == word:
        return True
    return any(bare.startswith(two) and of == wanted for two, of in _TWO.items())
