"""Whether a sense of the lexicon holds where a word stands."""

from collections.abc import Callable
from typing import NamedTuple

from marsad.annotate.events.negatives import Scene
from marsad.annotate.events.surroundings import Surroundings
from marsad.annotate.lists.acts import Condition, LightVerb
from marsad.annotate.lists.tables import modal_words
from marsad.annotate.lists.verbs import VerbReading

_DRONES = frozenset({"طائره", "طائرات", "الطائره", "الطائرات", "بطائره", "بطائرات", "طائرتين"})
_FUTURE = 4  # tokens behind أن in which the verb of one's own threat stands
_POOR = frozenset({"arrive", "result", "target"})  # light verbs that carry only what is said to need them
_MASDAR = 5  # tokens behind a masdar in which its object stands


class Place(NamedTuple):
    """A word that may be an act: where it stands, how it is read, and the light verb that carries it, if any."""

    around: Surroundings
    scene: Scene
    at: int
    behind: int  # the token behind the word or phrase
    reading: VerbReading | None  # None of a fixed phrase
    carrier: LightVerb | None


def hold(conditions: tuple[Condition, ...], place: Place) -> bool:
    """Whether all conditions of a sense hold at a place."""
    return all(_holds(condition, place) is condition.wanted for condition in conditions)


def _holds(condition: Condition, place: Place) -> bool:
    slot, words = condition.slot, condition.words
    form = _FORMS.get(slot)
    if form:
        return form(place)
    around, last = place.around, place.behind - 1
    if slot == "carrier":
        if place.carrier is None:
            return False
        return words in place.carrier.classes if words else bool(place.carrier.classes - _POOR)
    if slot == "near":
        return around.near(place.at, words) or bool(words == "sport" and place.scene.sport)
    if slot == "object":
        return _in_object(place, words)
    check = _SLOTS.get(slot)
    return check(around, last, words) if check else around.preposition(last, slot, words)


_SLOTS: dict[str, Callable[[Surroundings, int, str], bool]] = {
    "subject": Surroundings.subject,
    "before": Surroundings.in_front,
    "of": Surroundings.genitive,
    "adj": Surroundings.behind,
    "pred": Surroundings.predicate,
}


def _in_object(place: Place, words: str) -> bool:
    """In the object; a passive verb has it as its subject, a masdar behind it; a pronoun on a verb is of people."""
    around, index, reading = place.around, place.at, place.reading
    if reading is None or reading.form.part in {"masdar", "noun"}:
        if reading and reading.suffix and reading.form.part == "masdar" and around.in_front(index, words):
            return True  # الإضراب تم تعليقه
        return around.genitive(index, words) or around.object(index, words, _MASDAR)
    if words == "people" and reading.suffix:
        return True
    return around.object(index, words) or (
        reading.form.voice != "active" and not reading.suffix and around.in_front(index, words)
    )


def definite(place: Place) -> bool:
    """Whether the word has the article or a pronoun."""
    reading = place.reading
    return bool(reading and ("ال" in reading.clitics or "لل" in reading.clitics or reading.suffix))


def _articled(place: Place) -> bool:
    reading = place.reading
    return bool(reading and ("ال" in reading.clitics or "لل" in reading.clitics))


def _adverbial(place: Place) -> bool:
    """A participle in the accusative, as it stands for a verb (متهما, داعية, منددين); any other word."""
    reading = place.reading
    if reading is None or reading.form.part != "participle":
        return True
    return place.around.tokens[place.at].key.endswith(("ا", "ه", "ين", "ات"))


def _apart(place: Place) -> bool:
    """Whether a participle stands apart from the words in front: behind a comma, at the head, or with و."""
    before = place.around.tokens[place.at - 1] if place.at else None
    return before is None or before.kind == "sign" or place.around.tokens[place.at].key.startswith("و")


def _drone(place: Place) -> bool:
    """مسيرة as an unmanned aircraft, not a march."""
    before = place.around.tokens[place.at - 1].key if place.at else ""
    reading = place.reading
    plural = bool(reading and reading.form.number != "s")
    return before in _DRONES or (plural and place.around.near(place.at, "weaponry"))


def _own_future(place: Place) -> bool:
    """حذّر من أنه سيرد: what is warned of is one's own deed."""
    opened = place.around.complement(place.at)
    if opened is None:
        return False
    tokens = place.around.tokens[opened + 1 : opened + 1 + _FUTURE]
    pronoun = place.around.tokens[opened].key not in {"ان", "بان"}
    return pronoun and any(token.key.startswith("س") or token.key == "سوف" for token in tokens[:2])


def _planned(place: Place) -> bool:
    """Whether the word is what somebody intends: ينوي دعم …"""
    around = place.around
    for front in range(place.at - 1, max(around.begin(place.at), place.at - _INTENDED) - 1, -1):
        reading = around.finite[front]
        if reading:
            return reading.form.lemma in modal_words("plan_verbs")
    return False


_INTENDED = 8  # tokens between the verb and what is intended

_WHAT = frozenset({"ما", "بما", "لما", "مما", "عما"})  # ما وصفوه بالانقلاب: so called

_FORMS: dict[str, Callable[[Place], bool]] = {
    "suffix": lambda place: bool(place.reading and place.reading.suffix),
    "definite": definite,
    "indefinite": lambda place: not definite(place) and _adverbial(place),
    "perfect": lambda place: bool(place.reading and place.reading.form.part != "imperfect"),
    "future": lambda place: bool(place.reading and place.reading.clitics.endswith("س")),
    "passive": lambda place: bool(place.reading and place.reading.form.voice != "active"),
    "attributive": _articled,
    "apart": _apart,
    "what": lambda place: place.at > 0 and place.around.tokens[place.at - 1].key in _WHAT,
    "main": lambda place: place.carrier is not None and "main" in place.carrier.classes,
    "cue": lambda place: place.carrier is not None and "cue" in place.carrier.classes,
    "head": lambda place: place.at == 0,
    "drone": _drone,
    "ownfuture": _own_future,
    "planned": _planned,
    "أن": lambda place: place.around.complement(place.behind - 1) is not None,
}
