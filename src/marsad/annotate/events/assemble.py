"""Acts with their parties as events of the record: date, place, figures, contexts, evidence, quote."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from marsad.annotate.confidence import confidence
from marsad.annotate.events.clauses import Clauses
from marsad.annotate.events.contexts import contexts
from marsad.annotate.events.dates import date
from marsad.annotate.events.figures import figures
from marsad.annotate.events.naming import Who
from marsad.annotate.events.places import place
from marsad.annotate.events.roles import Roles
from marsad.annotate.events.types import Act
from marsad.annotate.events.world import World
from marsad.kinds import Modality
from marsad.records import Event, EventDate, Figure, Place, Quote, Span, Telling, TextSpan

MADE_BY = "events@1"
_VERBAL = frozenset({1, 3})  # quad classes of words
_FAR = 40  # tokens of a sentence that the evidence of an act may reach over
_LONGEST = 400  # tokens; a sentence beyond is none, and its numbers are not counted again for every act


@dataclass(frozen=True, slots=True)
class Candidate:
    """An event before it is merged with its other tellings."""

    act: Act
    actors: tuple[Who, ...]
    recipients: tuple[Who, ...]
    host: Who | None
    date: EventDate | None
    dated: bool  # the text says when, in so many words
    place: Place | None
    figures: tuple[Figure, ...]
    contexts: tuple[str, ...]
    modality: Modality
    background: bool
    quote: str | None
    said: bool  # the act is the word by which somebody says something
    tellings: tuple[Telling, ...]
    rule: str

    def event(self, number: int, world: World) -> Event:
        """The event of the record."""
        first = self.tellings[0]
        return Event(
            id=f"v{number}",
            type=self.act.type,
            mode=self.act.mode,
            quad=self.act.quad,
            trigger=first.trigger,
            mentions=self.tellings,
            actors=tuple(who.party(world) for who in self.actors),
            recipients=tuple(who.party(world) for who in self.recipients),
            date=self.date,
            place=self.place,
            modality=self.modality,
            evidence=first.evidence,
            made_by=MADE_BY,
            host=self.host.party(world) if self.host else None,
            figures=self.figures,
            contexts=self.contexts,
            background=self.background,
            quote=self.quote,
            rule=self.rule,
            confidence=confidence("event", MADE_BY, *self._group()),
        )

    def _group(self) -> tuple[str, str, str]:
        """What decides how sure an event is: where its actor was found, whether it is told as fact, its type."""
        role = self.rule.rpartition("+")[2].partition(".")[0]
        return role, self.modality, self.act.type


class Speech:
    """Which quote holds a place of the text: by its content, or as its cue."""

    def __init__(self, quotes: Sequence[Quote]) -> None:
        """`quotes`: those of the text, in any order."""
        spans = [(part.start, part.end, quote) for quote in quotes for part in quote.content]
        self._spans = sorted(spans, key=lambda span: (span[0], -span[1]))
        self._starts = [start for start, _, _ in self._spans]
        self._cues = {quote.cue.start: quote for quote in quotes if quote.cue}

    def around(self, offset: int) -> Quote | None:
        """The innermost quote whose content holds a place."""
        last = bisect_right(self._starts, offset)
        for start, end, quote in reversed(self._spans[max(0, last - 12) : last]):
            if start <= offset < end:
                return quote
        return None

    def cued(self, start: int, end: int) -> Quote | None:
        """The quote whose cue begins within a span."""
        return next((self._cues[at] for at in range(start, end) if at in self._cues), None)


def candidate(clauses: Clauses, act: Act, found: Roles, speech: Speech, published: str | None) -> Candidate:
    """An act with everything that its passage says of it."""
    passage = clauses.passage
    if act.type == "RETREAT" and any(one.sort == "place" for one in found.recipients):  # who is left is no place
        left = tuple(one for one in found.recipients if one.sort != "place")
        parties = [*found.actors, *found.recipients]
        found = replace(found, recipients=left)
    else:
        parties = [*found.actors, *found.recipients]
    span = _evidence(clauses, act, parties)
    start, end = trigger(clauses, act)
    holder, cued = speech.around(start), speech.cued(start, end)
    quote = cued or holder
    when = date(passage, act, span, published)
    sentence = passage.sentence(act.first)
    return Candidate(
        act=act,
        actors=found.actors,
        recipients=found.recipients,
        host=found.host,
        date=when,
        dated=when is not None and (when.value or "") != (published or "")[:10],
        place=place(clauses, act, span, parties),
        figures=figures(passage, act) if sentence[1] - sentence[0] <= _LONGEST else (),
        contexts=contexts(token.key for token in passage.tokens[sentence[0] : sentence[1]]),
        modality=_modality(act, found, holder if cued is None or holder is not cued else None),
        background=act.background,
        quote=quote.id if quote else None,
        said=cued is not None,
        tellings=(
            Telling(
                TextSpan(start, end, passage.text[start:end]),
                Span(passage.tokens[span[0]].start, passage.tokens[span[1] - 1].end),
            ),
        ),
        rule=f"{act.rule}+{found.rule}" if found.rule else act.rule,
    )


CLEAR = frozenset({"before", "behind", "continued", "dropped.inferred", "resumed"})  # the subject stands at its verb


def worth(one: Candidate, found: Roles, *, lead: bool) -> bool:
    """Whether an act is told clearly enough to be an event: with both its parties, or as what its sentence is about.

    Without a second party it counts in the lead of a text (the headline and the first sentences); elsewhere as a verb
    at which its actor stands, told as fact or done by saying it.
    """
    known = [one for one in found.actors if one.sort != "thing"]
    second = [one for one in found.recipients if one.sort != "thing"]
    if known and (second or len(known) > 1 or _sides(one)):
        return True
    hosted = one.host is not None and one.act.frame.mutual and one.modality != "reported"
    if hosted or _says_who(one, known, found.rule):
        return True
    told = one.act.part == "verb" or one.act.carrier is not None or found.rule == "genitive"
    clear = found.rule in CLEAR or found.rule == "genitive" or (not found.actors and bool(found.recipients))
    return lead and told and clear and (one.modality != "reported" or (found.rule in CLEAR and bool(known)))


def _sides(one: Candidate) -> bool:
    """Whether one party of a mutual act is both its sides: اتفق *الوفدان*, اجتمع *الطرفان*."""
    return one.act.frame.mutual and len(one.actors) == 1 and one.actors[0].plural


_OFTEN_ASKED = frozenset({"change"})  # ودعت الحكومة إلى الاستقالة: asked or asking


def _says_who(one: Candidate, known: Sequence[Who], rule: str) -> bool:
    """Whether a finite verb tells who acts: its subject stands at it and is somebody of a known country or sector."""
    stands = one.act.part == "verb" and one.act.carrier is None and rule in CLEAR
    if rule == "behind" and one.act.skip and one.act.mode in _OFTEN_ASKED:
        return False
    named = any(who.country or who.code or who.sector or who.entity for who in known)
    return stands and named and (one.said or one.modality != "reported") and not one.act.frame.mutual


def trigger(clauses: Clauses, act: Act) -> tuple[int, int]:
    """Offsets of the trigger, without the clitics in front."""
    tokens = clauses.passage.tokens
    return tokens[act.first].start + act.skip, tokens[act.last - 1].end


def _modality(act: Act, found: Roles, holder: Quote | None) -> Modality:
    """Reported is what only somebody's words say; what the speaker does by saying it is a fact."""
    if act.standing == "planned":
        return "planned"
    if holder is None:
        return "actual"
    own = holder.speaker is not None and any(who.entity == holder.speaker for who in found.actors)
    return "actual" if own and act.quad in _VERBAL else "reported"


def _evidence(clauses: Clauses, act: Act, parties: Sequence[Who]) -> tuple[int, int]:
    """The tokens that show an act: its words and those of its parties in the same sentence."""
    tokens = clauses.passage.tokens
    low, high = clauses.passage.sentence(act.first)
    first, last = min(act.first, act.head), max(act.last, act.head + 1)
    number = clauses.at[act.last - 1]
    if number >= 0:
        last = max(last, clauses.chunks[number].last)
    for who in parties:
        inside = tokens[low].start <= who.start and who.end <= tokens[high - 1].end
        if inside and who.last <= high and abs(who.first - act.first) <= _FAR:
            first, last = min(first, who.first), max(last, who.last)
    return first, min(last, high)
