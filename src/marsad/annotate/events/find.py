"""All events of a text: its acts, who takes part in them, each event once."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from marsad.annotate.events.assemble import CLEAR, Candidate, Speech, candidate, trigger, worth
from marsad.annotate.events.clauses import Clauses, Memory
from marsad.annotate.events.homes import members, placed
from marsad.annotate.events.merge import merged
from marsad.annotate.events.naming import Who
from marsad.annotate.events.negatives import Scene, scene
from marsad.annotate.events.roles import Roles, roles
from marsad.annotate.events.subjects import read
from marsad.annotate.events.triggers import triggers
from marsad.annotate.events.types import Act
from marsad.annotate.events.verbs import both, verbs_of
from marsad.annotate.events.world import World
from marsad.annotate.grammar import Passage, particles
from marsad.annotate.lists.verbs import VerbForm, VerbReading, verb_readings
from marsad.records import Entity, Event, Mention, Quote, Time

_ANSWERS = frozenset({"REJECT", "ACCUSE"})
_LOOKS_BACK = 3  # acts
_STANDS = frozenset({"actual", "planned"})


def events(  # noqa: PLR0913, PLR0917 - the interface of the step
    text: str,
    passages: Sequence[Passage],
    mentions: Sequence[Mention],
    entities: Sequence[Entity],
    times: Sequence[Time],  # noqa: ARG001 - the passages hold them
    quotes: Sequence[Quote],
    published: str | None,
) -> tuple[Event, ...]:
    """The events of a text (v1, v2, … in text order), each with all places that tell it.

    `passages` are those of `text` with `mentions` and `times`; `published` is the ISO day that undated news is of.
    """
    world = World.of(text, mentions, entities)
    speech = Speech(quotes)
    told, first = scene(passages), _first(passages)
    memory, known = Memory(), set[str]()
    found: list[Candidate] = []
    for passage in passages:
        found += _of_passage(passage, world, speech, (memory, told, first, known), published)
    return tuple(one.event(number, world) for number, one in enumerate(merged(found), 1))


def _of_passage(
    passage: Passage, world: World, speech: Speech, state: tuple[Memory, Scene, int, set[str]], published: str | None
) -> Iterator[Candidate]:
    memory, told, first, known = state
    verbs = verbs_of(passage)
    acts = [_as_read(act, verbs, passage) for act in triggers(passage, told, verbs)]
    clauses = read(passage, verbs, world, memory)
    before: list[Roles] = []
    read_roles = [roles(clauses, act, _speaker(clauses, act, speech), said=_said(clauses, act, speech)) for act in acts]
    for act, found in zip(acts, pooled(passage, acts, read_roles), strict=True):
        if _pointed_at(passage, act) or (act.type == "CONSULT" and _goes_back(passage, act, known)):
            found = Roles((), (), found.host, found.rule)  # noqa: PLW2901 - its parties were named where it was told
        answers = act.type in _ANSWERS and not found.recipients and found.rule in CLEAR
        before.append(answered(found, before) if answers else both_sides(act, found, before))
        if act.standing in _STANDS and (found.actors or found.recipients or found.host):
            one = candidate(clauses, act, placed(clauses, act, members(clauses, before[-1])), speech, published)
            if worth(one, before[-1], lead=_leads(passage, act, first)):
                known.add(act.type)
                yield one


def _pointed_at(passage: Passage, act: Act) -> bool:
    """Whether an act is only spoken of again: تقريرا حول *تلك* الزيارة إلى رئيس البرلمان."""
    front = [token.key for token in passage.tokens[max(act.first - 2, 0) : act.first]]
    if act.part not in {"noun", "masdar"} or not front or front[-1] not in particles("demonstratives"):
        return False
    return act.carrier is None or front[0] in particles("prepositions")


def _goes_back(passage: Passage, act: Act, known: set[str]) -> bool:
    """Whether a meeting with the article is the one that the text has told of: وجرى خلال *الاجتماع* بحث العلاقات."""
    tokens = passage.tokens
    attended = act.rule.endswith("carried:حضر")
    carried = act.carrier is not None and not attended
    if act.part not in {"noun", "masdar"} or carried or act.type not in known or not act.first:
        return False
    behind = tokens[act.last].key if act.last < len(tokens) else ""
    alone = behind not in particles("relatives") | {"بين", "مع"} and passage.mention_at(act.last) is None
    timed = tokens[act.first - 1].key in {"خلال", "في", "بعد", "عقب", "قبل", "اثناء"}
    return (timed or attended) and alone and tokens[act.first].key.startswith("ال")


_NEAR = 16  # tokens between two tellings of a sentence
_POOLS = frozenset({"ASSAULT", "PROTEST"})


def pooled(passage: Passage, acts: Sequence[Act], found: Sequence[Roles]) -> list[Roles]:
    """What one telling of a sentence leaves open, another one there says: مقتل جنديين *في هجوم شنه مسلحون*."""
    whole: dict[tuple[str, int], list[tuple[int, Roles]]] = defaultdict(list)
    for act, one in zip(acts, found, strict=True):
        if act.type in _POOLS and act.standing in _STANDS:
            whole[act.type, passage.sentence(act.first)[0]].append((act.first, one))
    out: list[Roles] = []
    for act, one in zip(acts, found, strict=True):
        others = [
            other
            for at, other in whole.get((act.type, passage.sentence(act.first)[0]), [])
            if abs(at - act.first) <= _NEAR and not _parted(passage, at, act.first)
        ]
        # قتل 23 مدنيا في قصف: who is killed does not shell
        victims = [who for other in others if not other.actors for who in other.recipients]
        actors = one.actors or next((other.actors for other in others if other.actors), ())
        actors = tuple(who for who in actors if not any(who.same(victim) for victim in victims))
        open_ = not one.recipients and bool(others)
        recipients = next((other.recipients for other in others if other.recipients), ()) if open_ else one.recipients
        recipients = tuple(who for who in recipients if not any(who.same(actor) for actor in actors))
        out.append(replace(one, actors=actors, recipients=recipients))
    return out


def _parted(passage: Passage, one: int, other: int) -> bool:
    """Whether another clause begins between two words: مقتل اثنين بعد *أن* حاول المحتجون اقتحام المبنى."""
    between = passage.tokens[min(one, other) : max(one, other)]
    return any(token.key in particles("complementizers") | particles("subordinators") for token in between)


def both_sides(act: Act, found: Roles, before: Sequence[Roles]) -> Roles:
    """A dual as the two who met before: التقى وفد المعارضة وفد النظام واتفق *الوفدان*."""
    one = found.actors[0] if len(found.actors) == 1 else None
    if one is None or not act.frame.mutual or not one.plural or not _DUAL.fullmatch(one.text):
        return found
    two = next((other.actors for other in reversed(before[-_LOOKS_BACK:]) if len(other.actors) == 2), ())  # noqa: PLR2004
    return replace(found, actors=two) if two else found


_DUAL = re.compile(r"ال\w+(ان|ين)")


def answered(found: Roles, before: Sequence[Roles]) -> Roles:
    """An act without recipient as the answer to what was done before it: وهو ما نفاه الوزير, ورفض الحزب القرار."""
    for other in reversed(before[-_LOOKS_BACK:]):
        if other.actors and found.actors and not any(one.same(two) for one in found.actors for two in other.actors):
            return replace(found, recipients=other.actors[:1], rule=f"{found.rule}.answer")
    return found


def _leads(passage: Passage, act: Act, first: int) -> bool:
    """Whether an act stands in the headline or the first two sentences below it; `first` is the first long passage."""
    return passage.number <= first and passage.breaks.index(passage.sentence(act.first)[0]) <= 1


_LINE = 14  # tokens; a headline, a place and a source are shorter


def _first(passages: Sequence[Passage]) -> int:
    """The number of the first passage that is more than a line; 0 of a text of lines."""
    return next((passage.number for passage in passages[1:4] if len(passage.tokens) > _LINE), 0)


def _as_read(act: Act, verbs: dict[int, VerbReading], passage: Passage) -> Act:
    """An act whose word is verb and masdar in one, as the clause reads it; other verbs are made known to the clause."""
    for place in {act.head, act.first} - verbs.keys():
        if place == act.first and act.part != "verb":
            continue
        if place == act.first and act.carrier is None and both(passage.tokens[place].text):
            return replace(act, part="masdar", voice="", person=0, gender="m", number="s")
        if place != act.first and not _is_verb(passage.tokens[place].text):
            continue  # إجراء *حوار*
        form = VerbForm(act.lemma, "perfect", act.person or 3, act.gender, act.number, act.voice)
        verbs[place] = VerbReading(act.skip, "", form, act.suffix)
    return act


def _is_verb(word: str) -> bool:
    return any(reading.form.part in {"perfect", "imperfect"} for reading in verb_readings(word))


def _said(clauses: Clauses, act: Act, speech: Speech) -> bool:
    """Whether an act is the cue of a quote: then who speaks does it."""
    return speech.cued(*trigger(clauses, act)) is not None


def _speaker(clauses: Clauses, act: Act, speech: Speech) -> tuple[Who, ...]:
    """Who says it: of the quote whose cue the act is, else of the quote around it."""
    start, end = trigger(clauses, act)
    quote = speech.cued(start, end) or speech.around(start)
    if quote is None or (quote.source is None and quote.speaker is None):
        return ()
    entity = clauses.world.entities.get(quote.speaker or "")
    source = quote.source
    if source is None:
        return ()
    return (
        Who(act.first, act.first, source.start, source.end, source.text, "name", quote.speaker,
            (entity.country if entity else None) or "", (entity.sector if entity else None) or ""),
    )  # fmt: skip
