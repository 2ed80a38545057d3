"""What a noun phrase without a preposition is to the cue in front: its content, its object, or what ends the walk."""

from marsad.annotate.grammar import Token, definite, finite_verb, particles
from marsad.annotate.lists.verbs import FINITE, verb_readings
from marsad.annotate.quotes.cues import entries, word_list
from marsad.annotate.quotes.openings import is_that
from marsad.annotate.quotes.overt import owned_from
from marsad.annotate.quotes.walk import ON, STOP, Step, Walk

_WITH_NOUN = frozenset({"على", "إلى", "من", "عن", "في"})  # prepositions of those of whom something is asked
_REPEATING = frozenset({"جدّد", "كرّر"})
_BLAME = ("مسؤولي", "مسئولي")
_SO_CALLED = 8  # tokens of a clause with ما in which its second accusative stands
_TANWIN_WORD = 3  # letters that a word with the alif of the accusative has more than


def bare_phrase(walk: Walk, token: Token) -> Step:
    """The step over or into the phrase where the walk stands."""
    if walk.entry.lemma in _REPEATING and token.key.startswith("ال"):
        return _again(walk)
    if token.key == "ما" and "two" in walk.plain and walk.object is None:
        return _so_called(walk)
    return _phrase(walk, token)


def _phrase(walk: Walk, token: Token) -> Step:
    if (token.kind == "arabic" and _clause(walk, token)) or _joined(walk, token):
        return STOP
    behind = walk.layout.phrase(walk.place, walk.limit)
    if behind == walk.place or _who(walk, token):
        return STOP
    if not walk.objects and not walk.pronoun and _nominal(walk):
        return walk.found("noun", walk.place)
    if "two" in walk.plain:
        return _two(walk, behind)
    return _object(walk, behind)


def _clause(walk: Walk, token: Token) -> bool:
    names = ("subordinators", "negations", "conjunctions")
    return any(token.key in particles(name) for name in names) or is_that(token) or walk.verb(walk.place)


def _who(walk: Walk, token: Token) -> bool:
    """محللون استطلعت الوكالة آراءهم: a verb behind an indefinite source says who it is."""
    source, readings = walk.look.source, verb_readings(token.text)
    if source is None or source[1] != walk.place or definite(walk.passage, walk.place - 1) or not readings:
        return False
    return all(one.form.part in FINITE for one in readings) and finite_verb(walk.passage, walk.place) is not None


def _joined(walk: Walk, token: Token) -> bool:
    """و in front of a phrase that goes on neither with the source nor with the object."""
    source = walk.look.source
    if not (token.key.startswith("و") and source and walk.place != source[1]):
        return False
    return walk.object is None or walk.object[1] != walk.place


def _object(walk: Walk, behind: int) -> Step:
    if walk.party and any(frame.party in _WITH_NOUN and frame.opens == "noun" for frame in walk.entry.frames):
        return walk.found("noun", walk.place, target=walk.party)
    if "مسؤولية" in walk.objects:
        return _blame(walk, behind)
    if (walk.objects or walk.told) and walk.object is None and not walk.pronoun:
        return walk.over_object(owned_from(walk.look, walk.place, behind))
    if walk.object is None or not walk.objects:
        return STOP
    if "noun" in walk.objects:
        return walk.about(walk.object[0])
    walk.place = behind
    return ON


def _again(walk: Walk) -> Step:
    """جدد الوزير التأكيد على: what is said once more stands behind the noun of saying."""
    readings = verb_readings(walk.tokens[walk.place].text)
    saying = any(one.form.part == "masdar" and one.form.lemma in entries() for one in readings)
    behind = walk.place + 2
    if not saying or behind >= walk.limit or walk.tokens[behind - 1].key not in {"علي", "الي"}:
        return STOP
    return walk.found("that" if is_that(walk.tokens[behind]) else "prep", behind)


def _so_called(walk: Walk) -> Step:
    """تعتبر ما قام به «انقلابا»: a clause with ما in place of the first accusative."""
    for place in range(walk.place + 1, min(walk.place + 1 + _SO_CALLED, walk.limit)):
        plain = walk.tokens[place].plain
        if walk.layout.opens_marks(place) or (plain.endswith("ا") and len(plain) > _TANWIN_WORD):
            return walk.found("two", walk.place)
    return STOP


def _nominal(walk: Walk) -> bool:
    if "noun" in walk.plain:
        return True
    if "matter" in walk.plain:
        return walk.key() in word_list("matters")
    return "masdar" in walk.plain and walk.look.verbal_noun(walk.place)


def _two(walk: Walk, behind: int) -> Step:
    """اعتبر القرار خطأ: the second accusative or marks must follow the first."""
    if walk.object is not None:
        return walk.found("two", walk.place if walk.pronoun else walk.object[0])
    if walk.pronoun or any(walk.layout.opens_marks(place) for place in range(walk.place + 1, behind)):
        return walk.found("two", walk.place)
    return walk.over_object(behind)


def _blame(walk: Walk, behind: int) -> Step:
    """حمّل الحكومة مسؤولية …: only with the word itself is it blame."""
    here = _blaming(walk.key())
    if any(_blaming(walk.tokens[place].key) for place in range(walk.place + 1, behind)) or (walk.object and here):
        return walk.about(walk.object[0] if walk.object else walk.place)
    if walk.object is not None:
        return STOP
    if here:
        return walk.about(walk.look.source[0]) if walk.look.source else STOP
    return walk.over_object(behind)


def _blaming(key: str) -> bool:
    return key.removeprefix("ال").startswith(_BLAME)
