"""Light verbs: which verb carries a noun of action (شنّ *غارة*, تعرّض لـ*هجوم*, *اشتباكات* اندلعت).

The verb may stand in front, with its subject between, or behind its noun in a relative clause (الغارة التي شنتها);
a masdar may itself be carried (تمّ توقيع اتفاق).
"""

from typing import NamedTuple

from marsad.annotate.events.surroundings import Surroundings
from marsad.annotate.grammar import particles
from marsad.annotate.lists.acts import ActEntry, LightVerb, light_verbs
from marsad.annotate.lists.verbs import VerbReading, likeliest, verb_readings

_BEFORE = 14  # tokens between a light verb and its noun
_SUBJECT = 6  # tokens between an intransitive verb and its subject
_FAR = 30  # tokens between a fixed phrase and the verb whose subject acts in it
_BEHIND = 7  # tokens between a noun and the verb that is said of it
_NOMINAL = frozenset({"masdar", "participle"})


class Carrier(NamedTuple):
    """The light verb that carries a noun: its token, its entry and reading."""

    at: int
    verb: LightVerb
    reading: VerbReading


def carrier(around: Surroundings, index: int) -> Carrier | None:
    """The light verb of the noun or masdar at `index`, None where it has none."""
    found = None if _owned(around, index) else _in_front(around, index)
    found = found or _behind(around, index)
    if found and found.reading.form.part == "masdar":
        outer = _in_front(around, found.at)
        if outer and outer.reading.form.part != "masdar":
            return Carrier(outer.at, found.verb._replace(subject=outer.verb.subject), outer.reading)
    return found


def bearer(around: Surroundings, index: int, entry: ActEntry) -> Carrier | None:
    """The verb whose subject acts in a fixed phrase: its light verb, else the one that its sense asks for.

    بالتعاون مع asks for the verb of its clause ("main"), غير مقبول for the verb that reports it ("cue").
    """
    asked = {condition.slot for condition in entry.conditions}
    if not asked & {"main", "cue"}:
        return carrier(around, index)
    first = around.passage.sentence(index)[0]
    opened = False
    for place in range(index - 1, max(first, index - _FAR) - 1, -1):
        reading = around.finite[place]
        opened = opened or around.tokens[place].key in particles("complementizers")
        if reading and reading.form.lemma == _ACCUSES:
            return None
        if reading and ("main" in asked or opened):
            return Carrier(place, LightVerb(reading.form.lemma, (), "actor", _MAIN), reading)
    return None


_ACCUSES = "اتّهم"  # اتهم بالتعاون مع: he has not, for all that is told
_MAIN = frozenset({"main", "cue"})


def _owned(around: Surroundings, index: int) -> bool:
    """Whether the noun is the genitive of another act (رفض حضور *لقاء*): what carries that does not carry it."""
    if not index or around.governed[index] or around.tokens[index].key.startswith("و"):
        return False
    before = around.tokens[index - 1]
    if before.kind != "arabic" or before.key.startswith("ال"):
        return False
    act = likeliest(before.text)
    return act is not None and act.form.part == "masdar" and not act.suffix and act.form.lemma not in light_verbs()


def _in_front(around: Surroundings, index: int) -> Carrier | None:
    first = max(around.passage.sentence(index)[0], index - _BEFORE)
    for place in range(index - 1, first - 1, -1):
        found = _carries(around, place, index)
        if found:
            return found
        if around.opens[place] or around.finite[place]:
            return None
    return None


def _carries(around: Surroundings, place: int, index: int) -> Carrier | None:
    """The light verb at `place`, if the noun at `index` stands in one of its slots."""
    token = around.tokens[place]
    if token.kind != "arabic" or around.passage.mention_at(place):
        return None
    for reading in verb_readings(token.text):
        for verb in light_verbs().get(reading.form.lemma, ()):
            if _allowed(around, place, index, reading) and _in_slot(around, place, index, verb, reading):
                return Carrier(place, verb, reading)
    return None


def _allowed(around: Surroundings, place: int, index: int, reading: VerbReading) -> bool:
    """A finite verb where one may stand; a masdar right before its noun; a participle without article."""
    part = reading.form.part
    if part == "masdar":
        return index - place <= 2 and "ال" not in reading.clitics  # noqa: PLR2004 - one word may stand between
    if part == "participle":
        return "ال" not in reading.clitics and reading.form.gender != ""
    return part in {"perfect", "imperfect"} and around.finite[place] is not None


def _in_slot(around: Surroundings, place: int, index: int, verb: LightVerb, reading: VerbReading) -> bool:
    governor = around.governed[index]
    for slot in verb.slots:
        if slot == "object" and not governor:
            return True
        if slot == "subject" and not governor and index - place <= _SUBJECT:
            return True
        if slot not in {"object", "subject"} and governor == _KEYS.get(slot, slot):
            return True
    passive = reading.form.voice == "passive"
    return passive and "object" in verb.slots and not governor and index - place <= _SUBJECT


def _behind(around: Surroundings, index: int) -> Carrier | None:
    """A verb that is said of the noun: اشتباكات اندلعت, الغارة التي شنتها, اجتماع عُقد."""
    end = min(around.passage.sentence(index)[1], index + 1 + _BEHIND)
    for place in range(index + 1, end):
        token = around.tokens[place]
        if token.kind == "sign" and token.text not in '،,-–"«»()':
            return None
        verb = around.finite[place]
        if verb is None:
            if token.key in particles("complementizers"):
                return None
            continue
        return _said_of(around, index, place)
    return None


def _said_of(around: Surroundings, index: int, place: int) -> Carrier | None:
    relative = around.tokens[place - 1].key in particles("relatives") or not around.opens[place]
    for reading in verb_readings(around.tokens[place].text):
        if reading.form.part not in {"perfect", "imperfect"} or reading.clitics[:1] in {"و", "ف"}:
            continue
        for verb in light_verbs().get(reading.form.lemma, ()):
            taken = "object" in verb.slots and (reading.suffix or reading.form.voice == "passive")
            taken = taken or ("ب" in verb.slots and _resumed(around, place))
            said = "subject" in verb.slots and not around.governed[index]
            if relative and (taken or said):
                return Carrier(place, verb, reading)
    return None


def _resumed(around: Surroundings, place: int) -> bool:
    """الزيارة التي قام *بها*: the noun as the pronoun behind its verb."""
    return place + 1 < around.size and around.tokens[place + 1].key in {"به", "بها"}


_KEYS = {"إلى": "الي", "على": "علي"}
