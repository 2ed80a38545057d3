"""The words that attribute: what the lexicon says of each, and where they stand in a passage."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple, cast

from marsad.annotate.grammar import Passage, Token, particles
from marsad.annotate.lists.tables import rows, word_lists
from marsad.annotate.lists.verbs import FINITE, VerbReading, verb_readings
from marsad.kinds import CueClass
from marsad.text.fold import fold_key

_SHADDA = "\u0651"
_VERB_CLITICS = frozenset({"", "و", "ف", "ل"})
_PARTICIPLE_CLITICS = frozenset({"", "و", "ف"})
_MASDAR_CLITICS = frozenset({"", "و", "ف", "ب", "ل", "وب", "ول", "ال", "وال", "بال", "وبال"})


class Frame(NamedTuple):
    """One way in which a cue takes its content, see the head of `resources/lexicons/cues.tsv`.

    `party`: what stands in front of the content: obj (inside it), to (the addressee, outside), a preposition, or "".
    `opens`: that, say, q, noun, two, in, hearsay, according or a preposition. `strict`: only with أن or marks.
    """

    party: str
    opens: str
    strict: bool = False


class Entry(NamedTuple):
    """What the lexicon says of one cue."""

    lemma: str
    class_: CueClass
    frames: tuple[Frame, ...]
    opens: frozenset[str]

    def takes(self, opens: str) -> bool:
        """Whether the content may be opened so."""
        return opens in self.opens


@dataclass(frozen=True, slots=True)
class Candidate:
    """A token that can be a cue: its reading and the lexicon's entry."""

    index: int
    reading: VerbReading
    entry: Entry

    @property
    def finite(self) -> bool:
        """Whether it is a verb with a subject of its own."""
        return self.reading.form.part in FINITE


@cache
def entries() -> dict[str, Entry]:
    """The lexicon of cues by lemma."""
    found: dict[str, Entry] = {}
    for lemma, class_, frames, *_ in rows("cues.tsv"):
        read = tuple(map(_frame, frames.split()))
        entry = Entry(lemma, cast("CueClass", class_), read, frozenset(frame.opens for frame in read))
        found.setdefault(lemma, entry)
    return found


def _frame(written: str) -> Frame:
    party, _, opens = written.rpartition("+")
    opens, _, strict = opens.partition(":")
    return Frame(party, opens, bool(strict))


word_list = word_lists("quotes.toml")  # as `Token.key` gives its words


@lru_cache(maxsize=16384)
def _readings(text: str) -> tuple[tuple[VerbReading, Entry], ...]:
    """The readings of a word that can attribute, the likeliest first."""
    known = entries()
    readings = readings_of(text)
    found = [
        (reading, known[reading.form.lemma])
        for reading in readings
        if reading.form.lemma in known and reading.form.part != "noun" and _fits(reading, text)
    ]
    return tuple(found)


def readings_of(text: str) -> tuple[VerbReading, ...]:
    """The readings of a word, also where its shadda stands on the wrong letter (أكدّ)."""
    return verb_readings(text) or (verb_readings(text.replace(_SHADDA, "")) if _SHADDA in text else ())


def _fits(reading: VerbReading, text: str) -> bool:
    part = reading.form.part
    if part in FINITE:
        return (
            reading.clitics in _VERB_CLITICS and reading.form.person != 1 and reading.suffix not in {"نا", "ني", "كم"}
        )
    if part == "participle":
        return reading.clitics in _PARTICIPLE_CLITICS and not reading.suffix and accusative(text)
    return part == "masdar" and reading.clitics in _MASDAR_CLITICS


@lru_cache(maxsize=4096)
def accusative(text: str) -> bool:
    """Whether a participle can be the accusative of circumstance: مضيفا، مضيفة، مضيفين، مضيفات."""
    return fold_key(text).endswith(("ا", "ه", "ين", "ات"))


def candidates(passage: Passage) -> list[Candidate]:
    """The tokens of a passage that can be cues, each with every reading that can, in order."""
    return list(_candidates(passage))


def _candidates(passage: Passage) -> Iterator[Candidate]:
    for index, token in enumerate(passage.tokens):
        if token.kind != "arabic":
            continue
        readings = _readings(token.text)
        free = not _homograph(token) or _repeats(passage, index)
        if readings and free and not _named(passage, index, token):
            for reading, entry in readings:
                yield Candidate(index, reading, entry)


def _homograph(token: Token) -> bool:
    """Whether the word is far more often a particle, adverb or noun, unless its shadda is written."""
    if _SHADDA in token.text:
        return False
    return token.key in word_list("no_cues") or token.key in particles("prepositions")


def _repeats(passage: Passage, index: int) -> bool:
    """، مجددا الدعوة إلى: behind a sign and in front of a noun of saying no adverb but a participle."""
    token = passage.tokens[index]
    if token.key not in word_list("repeating") or not index or passage.tokens[index - 1].kind != "sign":
        return False
    following = passage.tokens[index + 1] if index + 1 < len(passage.tokens) else None
    return following is not None and any(
        one.form.part == "masdar" and one.form.lemma in entries() for one in verb_readings(following.text)
    )


def _named(passage: Passage, index: int, token: Token) -> bool:
    """Whether a name holds the word behind its clitic (Said, كتب as part of a title)."""
    found = passage.mention_at(index)
    return found is not None and found[2].start < token.end and found[2].end - found[2].start > 0


@cache
def prepositions_of_sources() -> frozenset[str]:
    """The keys of وفق، حسب …, without clitics."""
    return frozenset(fold_key(lemma) for lemma, entry in entries().items() if entry.takes("according"))


def behind_clitics(token: Token, skip: int) -> int:
    """The code point where a word begins behind `skip` letters of clitics; marks on them are passed."""
    if not skip:
        return token.start
    letters = 0
    for place, sign in enumerate(token.text):
        if sign == "ـ" or "\u064b" <= sign <= "\u065f" or sign == "\u0670":
            continue
        if letters == skip:
            return token.start + place
        letters += 1
    return token.start
