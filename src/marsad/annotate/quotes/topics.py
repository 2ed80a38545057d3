"""Who a paragraph is about: the subjects of its verbs that are able to speak, in order.

A verb that names nobody (وقال إنه) belongs to the subject in front of it: «لكن رئيس الوزراء لا ينوي الرضوخ، وقال …».
"""

from functools import lru_cache
from typing import NamedTuple

from marsad.annotate.grammar import Passage, finite_verb, noun_phrase, particles
from marsad.annotate.lists.speakers import speaker_noun
from marsad.annotate.lists.verbs import FINITE, VerbReading, verb_readings
from marsad.records import Span

_BETWEEN = 5  # tokens of time or manner between a verb and its subject
_SPEAK = frozenset({"person", "group", "institution", "outlet", "anonymous"})
_WAS = frozenset({"كان", "كانت", "كانوا", "كانا", "كانتا"})
_OPENERS = frozenset({"لكن", "ولكن", "اما", "ان", "بينما", "فيما", "كما", "غير", "وان", "فان", "الا", "حيث"})


class Topic(NamedTuple):
    """A noun phrase that a verb is said of: its first token, the token behind it, its span, and the verb's gender."""

    first: int
    behind: int
    span: Span
    gender: str


def topics(passage: Passage, first: int, behind: int) -> list[Topic]:
    """The subjects of the sentence from token `first` up to `behind` that can speak, in order. Linear in its tokens."""
    found: list[Topic] = []
    place = first
    while place < behind:
        token = passage.tokens[place]
        opens = place == first or passage.tokens[place - 1].key in _OPENERS
        one = _of_verb(passage, place, behind) if token.kind == "arabic" and _may_be_verb(token.text) else None
        done = one.behind if one else 0
        if one is None and opens and (first_one := _first_noun(passage, place)):
            one, verb = first_one
            done = verb + 1  # what stands behind it is its object
        if one:
            found.append(one)
        place = max(done, place + 1)
    return found


@lru_cache(maxsize=16384)
def _may_be_verb(word: str) -> bool:
    return word.removeprefix("و") in _WAS or any(one.form.part in FINITE for one in verb_readings(word))


def _of_verb(passage: Passage, place: int, behind: int) -> Topic | None:
    if passage.tokens[place].key.removeprefix("و") in _WAS:
        return _noun(passage, place + 1, "") if place + 1 < behind else None
    reading = _verb(passage, place)
    if reading is None or reading.form.person == 1 or _has_subject(passage, place):
        return None
    if reading.suffix and not (reading.clitics or (place and passage.tokens[place - 1].key == "ما")):
        return None  # إجراء اتخذته دول
    for index in range(place + 1, min(place + 1 + _BETWEEN, behind)):
        if passage.time_at(index) or passage.tokens[index].key in particles("adverbs"):
            continue
        return _noun(passage, index, reading.form.gender)
    return None


def _verb(passage: Passage, place: int) -> VerbReading | None:
    """The reading as a finite verb, also behind فيما and كما, which open a clause."""
    token = passage.tokens[place]
    if token.key in particles("prepositions"):
        return None
    if place and passage.tokens[place - 1].key in {"فيما", "كما"} and passage.mention_at(place) is None:
        return next((one for one in verb_readings(token.text) if one.form.part in FINITE), None)
    return finite_verb(passage, place)


def _has_subject(passage: Passage, place: int) -> bool:
    """Whether the subject stands in front of a verb: كان الوزير قد زار, المحكمة التي أمرت."""
    before = passage.tokens[place - 1].key if place else ""
    return before in {"قد", "لم", "لن"} or before.removeprefix("و") in particles("relatives")


def _first_noun(passage: Passage, place: int) -> tuple[Topic, int] | None:
    """The noun that a sentence begins with, where a verb is said of it (لكن الوزير نفى), and where that stands."""
    one = _noun(passage, place, "")
    if one is None or one.behind >= len(passage.tokens):
        return None
    following = one.behind
    for _ in range(2):  # أما فلان، فقد دعا
        token = passage.tokens[following] if following < len(passage.tokens) else None
        if token and (token.text in "،," or token.key in particles("verb_particles") | particles("negations")):
            following += 1
    if following >= len(passage.tokens):
        return None
    reading = finite_verb(passage, following)
    return (one._replace(gender=reading.form.gender), following) if reading else None


def _noun(passage: Passage, index: int, gender: str) -> Topic | None:
    token = passage.tokens[index]
    at = passage.mention_at(index)
    start = token.start
    if at and at[2].kind == "name":
        if at[0] != index or (at[2].start > start and token.key[:1] not in "وف"):
            return None
        start = at[2].start
    else:
        key = token.key
        noun = speaker_noun(key)
        if noun is None and key[:1] in "وف":
            noun, start = speaker_noun(key[1:]), start + 1
        if noun is None or noun.kind not in _SPEAK:
            return None
    behind = noun_phrase(passage, index)
    if behind <= index:
        return None
    for place in range(index + 1, behind):  # طالب الحزب | السلطة
        other = speaker_noun(passage.tokens[place].key)
        if other and other.definite and other.kind in {"institution", "group"} and _whole(passage, index, place):
            behind = place
            break
    return Topic(index, behind, Span(start, passage.tokens[behind - 1].end), gender)


def _whole(passage: Passage, first: int, place: int) -> bool:
    """Whether the words before a definite noun are a phrase of their own, with the article."""
    return all(passage.tokens[index].key.removeprefix("و").startswith("ال") for index in range(first, place))
