"""All acts of a passage, in order: what the engine of events starts from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from marsad.annotate.events.carriers import bearer
from marsad.annotate.events.conditions import Place, hold
from marsad.annotate.events.modality import modality
from marsad.annotate.events.negatives import Scene, remembered, told_as_story
from marsad.annotate.events.surroundings import Surroundings
from marsad.annotate.events.types import QUAD, Act, act, sense
from marsad.annotate.events.vocabulary import JUSSIVE, shortened
from marsad.annotate.grammar import Passage
from marsad.annotate.lists.acts import entries
from marsad.annotate.lists.verbs import VerbReading, verb_readings

_NOUNS = frozenset({"masdar", "noun"})
_OBJECT = 4  # tokens between an act and the noun that decides its sense


def triggers(passage: Passage, scene: Scene, verbs: Mapping[int, VerbReading]) -> tuple[Act, ...]:
    """The acts of a passage by position, at most one per token.

    A light verb and its noun are one act; acts that are hypothetical, negated or embedded come too, so marked
    (`Act.standing`): they are no events, but they tell what surrounds them (رفض *وقف* القصف). `scene` is what the whole
    text is about (`negatives.scene(passages)`): acts of matches, weather and accidents are left out by it.
    `verbs`: the finite verbs of the passage.
    """
    around = Surroundings(passage, verbs)
    found: list[Act] = []
    for one in _one_of_each(around, list(_candidates(around, scene))):
        how = modality(around, one, found)
        rule = f"{one.rule} {how.rule}".strip()
        if _same_threat(around, one, found):
            continue
        made = replace(one, standing=how.standing, background=how.background, rule=rule)
        if how.type != one.type:
            made = replace(made, type=how.type, quad=QUAD[how.type], mode=None)
        nominal = made.part in {"masdar", "noun"} and how.intends is not None
        found.append(replace(made, carrier=how.intends, carried="actor") if nominal else made)
    return tuple(found)


def _same_threat(around: Surroundings, act: Act, found: Sequence[Act]) -> bool:
    """Whether an act is what the threat in front of it threatens with: حذر من أنه *سيرد* على أي هجوم."""
    if act.type != "THREATEN" or act.part != "verb" or not found or found[-1].type != "THREATEN":
        return False
    said = around.complement(found[-1].last - 1)
    return said is not None and said < act.first and not any(around.finite[found[-1].last : act.first])


def _candidates(around: Surroundings, scene: Scene) -> Iterator[Act]:
    index = 0
    while index < around.size:
        found = _at(around, scene, index)
        if found and not remembered(around.passage, index) and not told_as_story(around.passage, index):
            yield found
        index = found.last if found else index + 1


def _at(around: Surroundings, scene: Scene, index: int) -> Act | None:
    word = around.words[index]
    if not (word.act or word.starts) or around.passage.mention_at(index) or around.passage.time_at(index):
        return None
    fixed = _phrase(around, scene, index) if word.starts else None
    if fixed or not word.act:
        return fixed
    readings = _readings_of(around, index)
    if not any(reading.form.lemma in entries() for reading in readings):
        return None
    first = next((one for one in readings if one.form.part in _NOUNS and one.form.lemma in entries()), None)
    carried = bearer(around, index, entries()[first.form.lemma][0]) if first else None
    place = Place(around, scene, index, index + 1, None, carried.verb if carried else None)
    found = sense(place, readings)
    return act(place, found[1], found[0], carried) if found else None


def _phrase(around: Surroundings, scene: Scene, index: int) -> Act | None:
    """A fixed phrase of several words that begins with a token: وقف إطلاق النار, عملية انتحارية."""
    for start in around.words[index].starts:
        behind = index + 1 + len(start.keys)
        following = tuple(token.key.removeprefix("ال") for token in around.tokens[index + 1 : behind])
        if following != start.keys:
            continue
        for entry in start.senses:
            carried = bearer(around, index, entry)
            place = Place(around, scene, index, behind, None, carried.verb if carried else None)
            if hold(entry.conditions, place):
                return replace(act(place, entry, None, carried), skip=start.skip) if entry.type else None
    return None


def _one_of_each(around: Surroundings, found: Sequence[Act]) -> list[Act]:
    """Of a verb and the noun that it carries one act: the verb where the noun only decides its sense, else the noun."""
    dropped: set[int] = set()
    verbs = {one.first: one for one in found if one.part in {"verb", "participle", "masdar"}}
    for number, one in enumerate(found):
        holder = verbs.get(one.carrier) if one.carrier is not None else None
        if holder is not None:
            dropped.add(one.first if _decides(around, holder, one) else holder.first)
        elif number and one.part in {"noun", "masdar"}:
            before = found[number - 1]
            near = one.first - before.last <= _OBJECT and one.first < around.ends[before.last - 1]
            if near and before.part != "noun" and not around.governed[one.first] and _decides(around, before, one):
                dropped.add(one.first)
    return [one for one in found if one.first not in dropped]


def _decides(around: Surroundings, holder: Act, noun: Act) -> bool:
    """Whether a noun only decides which sense its verb has (رفع حظرا), or says the same (وافق على اتفاق)."""
    if holder.lemma in _ACCEPTING:
        return True
    return any(
        condition.wanted and condition.words in around.names[noun.first]
        for entry in entries().get(holder.lemma, ())
        if holder.rule.startswith(entry.rule)
        for condition in entry.conditions
        if condition.slot in {"object", "of"} and condition.words
    )


_ACCEPTING = frozenset({"وافق", "قبل"})


_IMPERFECT_FOLLOWS = frozenset({"لم", "لن", "سوف", "ولم", "ولن", "فلم", "فلن", "ان"})


def _readings_of(around: Surroundings, index: int) -> tuple[VerbReading, ...]:
    """The readings of a token that are possible where it stands: of a finite verb only those, else the nominal ones."""
    token = around.tokens[index]
    found = verb_readings(token.text)
    if not found:
        return ()
    if around.finite[index] and index and around.tokens[index - 1].key in _IMPERFECT_FOLLOWS:
        found = tuple(one for one in found if one.form.part == "imperfect") or found
    finite = around.finite[index] is not None
    if finite and (not index or around.tokens[index - 1].key not in JUSSIVE):
        found = tuple(one for one in found if not shortened(one, token.key))
    return tuple(one for one in found if (one.form.part in {"perfect", "imperfect"}) is finite)
