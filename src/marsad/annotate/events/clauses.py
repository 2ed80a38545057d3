"""A passage as clauses: its noun phrases, its verbs with their subjects, and who acted before each word."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from marsad.annotate.events.chunks import Chunk, compared
from marsad.annotate.events.naming import Who
from marsad.annotate.events.parties import who
from marsad.annotate.events.words import qualifies
from marsad.annotate.events.world import World
from marsad.annotate.grammar import Passage, particles
from marsad.annotate.lists.verbs import VerbReading
from marsad.text.fold import fold_key

_REMEMBERED = 6  # subjects that a verb without one may mean


@dataclass(frozen=True, slots=True)
class Subject:
    """The parties that do what a verb says; `how`: before, behind, relative, dropped, speaker, none."""

    parties: tuple[Who, ...] = ()
    how: str = "none"
    last: int = 0  # the token behind the phrase where it stands behind the verb
    inner: bool = False  # of a relative clause: a later verb does not mean these
    object: tuple[Who, ...] = ()  # whom the verb's pronoun means, where that stands before it: الوزير الذي اتهمته


@dataclass(slots=True)
class Memory:
    """Who acted last, latest first, over the passages of a text."""

    last: list[tuple[Who, ...]] = field(default_factory=list)

    def add(self, parties: tuple[Who, ...]) -> None:
        """Remembers the subject of a main clause."""
        self.last = [parties, *(known for known in self.last if known != parties)][:_REMEMBERED]

    def find(self, verb: VerbReading | None) -> tuple[Who, ...]:
        """The last one that a verb without subject agrees with; of no verb (a participle, a noun) simply the last."""
        fits = (parties for parties in self.last if verb is None or agrees(verb, parties, before=True))
        return next(fits, ())


@dataclass(slots=True)
class Clauses:
    """A passage with its noun phrases and the subjects of its verbs."""

    passage: Passage
    chunks: list[Chunk]
    world: World
    at: list[int]  # the chunk that each token belongs to, -1 where none
    verbs: dict[int, VerbReading]
    subjects: dict[int, Subject] = field(default_factory=dict)
    stands: list[list[tuple[Who, ...]]] = field(default_factory=list)  # by token: who acted before it, latest first
    countries: dict[int, str] = field(default_factory=dict)  # by where a sentence begins: the one country it speaks of

    def group(self, number: int) -> list[Chunk]:
        """A chunk with all that و joins to it."""
        found = [self.chunks[number]]
        for chunk in self.chunks[number + 1 : number + 12]:
            if not chunk.joined:
                break
            found.append(chunk)
        return found

    def parties(self, number: int) -> tuple[Who, ...]:
        """The parties that a chunk and what is joined to it mean; empty where its own head is none."""
        chunks = self.group(number)
        first = who(self.passage, chunks[0].first, chunks[0].last, self.world)
        if first is None:
            return ()
        others = (
            who(self.passage, chunk.first, chunk.last, self.world)
            for chunk in chunks[1:]
            if not qualifies(self.passage, chunk.first)
        )
        return (first, *(_alike(first, other) for other in others if other))


def _alike(first: Who, other: Who) -> Who:
    """البحريتان السعودية *والباكستانية*: the second of two is what the first is, of another country."""
    if first.sort == "nominal" and other.sort == "nation" and not other.plural and first.country != other.country:
        return replace(other, sort="nominal", sector=first.sector, head=first.head, gender=first.gender)
    return other


def following(clauses: Clauses, first: int, limit: int) -> Iterator[Chunk]:
    """The phrases from a token on, up to where another clause begins; relative clauses are passed over."""
    passage = clauses.passage
    place, end = first, min(passage.sentence(min(first, len(passage.tokens) - 1))[1], limit)
    while place < end:
        token = passage.tokens[place]
        number = clauses.at[place]
        if number >= 0:
            chunk = clauses.chunks[number]
            if chunk.first >= first:
                yield chunk
            place = chunk.last
            continue
        if least := compared(passage, place):
            place += least
            continue
        if moment := passage.time_at(place):  # سيطرت قبل أيام على المدينة
            place = max(moment[1], place + 1)
            continue
        by = token.key == "قبل" and place > 0 and passage.tokens[place - 1].key == "من"  # المدعومة من قبل
        if token.text in "؛.؟!:" or place in clauses.verbs or (opens(token.key) and not by):
            return
        if token.key.removeprefix("و") in particles("relatives"):
            place = _past_relative(clauses, place, end)
            continue
        place += 1


def _past_relative(clauses: Clauses, place: int, end: int) -> int:
    """The place behind a relative clause: its comma, or the preposition that belongs to the verb before it."""
    for index in range(place + 1, end):
        if clauses.passage.tokens[index].text in "،,-–":
            return index + 1
    return end


def opens(key: str) -> bool:
    """Whether a word begins a clause of its own."""
    bare = key[1:] if key[:1] in "وف" and len(key) > len("ان") else key
    return (
        key in particles("complementizers")
        or bare in particles("complementizers")
        or bare in particles("subordinators")
        or bare in particles("conditionals")
        or bare in {"لكن", "ثم", "بل"}
    )


def auxiliary(key: str) -> bool:
    """Whether a word only goes with a verb: كان, قد, سوف."""
    return key in particles("verb_particles") or key.removeprefix("و") in particles("verb_particles")


def agrees(verb: VerbReading, parties: tuple[Who, ...], *, before: bool) -> bool:
    """Whether a verb may have these as its subject, by gender, and by number where they stand before it."""
    if not parties:
        return False
    form, first = verb.form, parties[0]
    many = len(parties) > 1 or first.plural
    if before and form.number == "p" and not (many or first.sort in {"nation", "nominal"}):
        return False
    if before and form.number == "s" and first.plural and form.gender == "m" and first.sort != "name":
        return False
    quantity = first.sort == "nominal" and fold_key(first.text.split()[0]) in particles("quantifiers")
    if form.gender == "m" and first.gender == "f" and not quantity:  # but وقع بعض الجماعات
        return False
    return not (form.gender == "f" and first.gender == "m" and not many)
