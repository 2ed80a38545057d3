"""Counts of dead, injured, arrested and displaced people near an act."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Literal, get_args

from marsad.annotate.events.types import Act
from marsad.annotate.grammar import Passage, finite_verb, noun_phrase, particles
from marsad.annotate.lists.codes import noun
from marsad.annotate.lists.tables import party_words, word_lists
from marsad.annotate.lists.verbs import verb_readings
from marsad.kinds import EventType
from marsad.records import Figure
from marsad.text.numbers import find

Kind = Literal["dead", "injured", "arrested", "displaced"]

_KINDS: dict[EventType, frozenset[Kind]] = {
    "ASSAULT": frozenset({"dead", "injured", "displaced"}),
    "COERCE": frozenset({"arrested", "displaced", "injured"}),
    "PROTEST": frozenset({"dead", "injured", "arrested"}),
    "SANCTION": frozenset({"arrested"}),
}
words = word_lists("figures.toml")

_CAUSE = 8  # tokens in front of a number in which stands what was done to the counted
_COUNTED = 3  # tokens behind it that may name them
_QUALIFIER = 4


@dataclass(frozen=True, slots=True)
class _Count:
    """People counted: tokens from the first qualifier up to the counted; `joined`: goes on with و."""

    kind: Kind
    minimum: int | None
    maximum: int | None
    first: int
    behind: int
    joined: bool


def figures(passage: Passage, act: Act) -> tuple[Figure, ...]:
    """The counts that belong to an act: those of its sentence, with who counts where that is said."""
    kinds = _KINDS.get(act.type)
    if kinds is None:
        return ()
    first, end = passage.sentence(act.first)
    found: dict[Kind, _Count] = {}
    for one in _counts(passage, act, first, end):
        if one.kind not in kinds:
            continue
        earlier = found.get(one.kind)
        if earlier is None:
            found[one.kind] = one
        elif one.joined:
            found[one.kind] = _sum(earlier, one)
    if not found:
        return ()
    who = _counted_by(passage, first, end)
    return tuple(
        Figure(one.kind, one.minimum, one.maximum, passage.slice(one.first, one.behind), who) for one in found.values()
    )


def _sum(one: _Count, other: _Count) -> _Count:
    minimum = None if one.minimum is None or other.minimum is None else one.minimum + other.minimum
    maximum = None if one.maximum is None or other.maximum is None else one.maximum + other.maximum
    return _Count(one.kind, minimum, maximum, one.first, other.behind, one.joined)


def _counts(passage: Passage, act: Act, first: int, end: int) -> Iterator[_Count]:
    """The counts of a sentence in order, those that are parts of others (بينهم) left out."""
    tokens = passage.tokens
    start = tokens[first].start
    counting = any(token.kind == "number" or _numeral(token.text) for token in tokens[first:end])
    places: list[tuple[int, int]] = []
    numbers = find(passage.text[start : tokens[end - 1].end]) if counting else ()
    skip = -1
    for position, number in enumerate(numbers):
        low, high = passage.at(start + number.start), passage.at(start + number.end - 1) + 1
        if (
            position == skip
            or passage.time_at(low)
            or any(t.key in words("among") for t in tokens[max(low - 2, 0) : low])
            or tokens[low - 1].key in _HANDS  # قتل سبعة على يد 3 مهاجمين
        ):
            continue
        minimum, maximum = _whole(number.minimum), _whole(number.maximum)
        if position + 1 < len(numbers) and low and tokens[low - 1].key == "بين":
            skip = position + 1
            high = passage.at(start + numbers[skip].end - 1) + 1
            maximum = _whole(numbers[skip].maximum)
        kind = _kind(passage, low, high, first, end)
        if kind is None:
            continue
        minimum, maximum, begin = _qualified(passage, low, high, minimum, maximum)
        joined = tokens[low].key.startswith("و") or (low > first and tokens[low - 1].key == "و")
        places.append((low, high))
        noun = high < end and tokens[high].kind == "arabic" and tokens[high].key not in particles("prepositions")
        yield _Count(kind, minimum, maximum, begin, high + noun, joined)
    if not places:
        yield from _unnumbered(passage, act, first, end)


_HANDS = party_words("by_hand")


@lru_cache(maxsize=16384)
def _numeral(word: str) -> bool:
    return bool(find(word))


def _whole(value: Fraction | None) -> int | None:
    return None if value is None else int(value)


def _kind(passage: Passage, low: int, high: int, first: int, end: int) -> Kind | None:
    """What a number counts: by its noun, else by what was done in front of it; None where it counts no people."""
    tokens = passage.tokens
    behind = tokens[high : min(high + _COUNTED, end)]
    for token in behind[:2]:
        named = next((kind for kind in _ALL if token.key in words(f"{kind}_people")), None)
        if named:
            return named
        if token.key in words("not_people"):
            return None
    for place in range(low - 1, max(first, low - _CAUSE) - 1, -1):
        done = _done(tokens[place].text, tokens[place].key)
        if done:
            return done
        if tokens[place].kind == "sign" and tokens[place].text not in '،,"«»':
            break
    return next(filter(None, (_done(token.text, token.key) for token in behind if token.key.endswith("وا"))), None)


_ALL: tuple[Kind, ...] = get_args(Kind)


def _done(word: str, key: str) -> Kind | None:
    """What a verb or noun says was done to those that are counted behind it."""
    lemmas = {reading.form.lemma for reading in verb_readings(word)[:2] if reading.form.part != "participle"}
    bare = key.lstrip("وفب")
    for kind in _ALL:
        listed = words(kind)
        if key in listed or bare in listed or lemmas & listed or bare in words(f"{kind}_people"):
            return kind
    return None


def _qualified(
    passage: Passage, low: int, high: int, minimum: int | None, maximum: int | None
) -> tuple[int | None, int | None, int]:
    """The bounds by what stands around a number (ما لا يقل عن, أقل من, على الأقل), and where the words begin."""
    tokens = passage.tokens
    begin = low
    for place in range(low - 1, max(low - _QUALIFIER, 0) - 1, -1):
        key = tokens[place].key
        if key in words("at_least"):
            denied = place and tokens[place - 1].key in {"لا", "لم"} and key.endswith("تجاوز")
            begin = place - 1 if place and tokens[place - 1].key in {"لا", "لم"} else place
            return (None, minimum, begin) if denied else (minimum, None, begin)
        if key in words("at_most"):
            return None, maximum, place
        if key not in {"عن", "من", "علي"}:
            break
    if any(token.key == "الاقل" for token in tokens[high : high + _QUALIFIER]):
        return minimum, None, begin
    return minimum, maximum, begin


def _unnumbered(passage: Passage, act: Act, first: int, end: int) -> Iterator[_Count]:
    """استشهد شابان, مقتل جندي: two or one without a number, right behind what was done."""
    tokens = passage.tokens
    for place in range(max(first, act.first - 2), min(end - 1, act.last + 6)):
        kind = _done(tokens[place].text, tokens[place].key)
        if kind is None or tokens[place + 1].kind != "arabic" or tokens[place + 1].key in words(f"{kind}_people"):
            continue
        size = _one_or_two(passage, place + 1, end)
        if size:
            yield _Count(kind, size, size, place + 1, place + 2, joined=False)
            return


def _one_or_two(passage: Passage, place: int, end: int) -> int:
    key = passage.tokens[place].key
    party = noun(key)
    if key in words("pairs") or (key.endswith("ان") and noun(key[:-2]).head):
        return 2
    head = party.head
    alone = (
        head is not None and head.kind == "person" and not party.definite and head.noun == passage.tokens[place].plain
    )
    object_follows = place + 1 < end and passage.tokens[place + 1].key.endswith("ا")
    return 1 if alone and not object_follows else 0


def _counted_by(passage: Passage, first: int, end: int) -> str | None:
    """Whom the sentence names as its source."""
    for place in range(first, end - 1):
        token = passage.tokens[place]
        reading = finite_verb(passage, place) if token.kind == "arabic" else None
        told = bool(reading and reading.form.lemma in words("reporting"))
        if told or token.key in words("according"):
            behind = noun_phrase(passage, place + 1)
            if behind > place + 1 and not passage.time_at(place + 1):
                return passage.slice(place + 1, behind)
    return None
