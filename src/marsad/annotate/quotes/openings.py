"""What a cue brings, and the state of one look ahead for it."""

from typing import NamedTuple

from marsad.annotate.grammar import Token, particles
from marsad.annotate.lists.speakers import speaker_noun
from marsad.annotate.lists.verbs import verb_readings
from marsad.annotate.quotes import subjects
from marsad.annotate.quotes.cues import Candidate, word_list
from marsad.annotate.quotes.layout import COMMAS, Layout

PREPOSITIONS = {"علي": "على", "الي": "إلى", "من": "من", "عن": "عن", "في": "في"}  # as the frames write them
NOMINAL = frozenset({"masdar", "noun"})
_FAR = 90  # tokens between a cue and its content
_CLITIC_WORD = 3  # letters of the shortest noun with ب or ل written on it; unknown words need one more

Range = tuple[int, int]


class Opening(NamedTuple):
    """The content of a cue as far as its beginning is known.

    `form`: that, colon, marks, noun, prep, object, two, question. `content`: its first token; `cut`: letters of a
    clitic on that token that stay outside. `source`, `target`: ranges of tokens.
    """

    form: str
    content: int
    source: Range | None = None
    target: Range | None = None
    cut: int = 0


class Look:
    """One look ahead from one cue; `source` is what was found on the way."""

    def __init__(self, layout: Layout, cue: Candidate) -> None:
        self.layout, self.cue, self.entry = layout, cue, cue.entry
        self.tokens, self.passage = layout.tokens, layout.passage
        self.limit = min(layout.limit(cue.index), cue.index + _FAR)
        if cue.finite:
            self.limit = _relative_end(layout, cue.index, self.limit)
        self.source: Range | None = None
        # كان الوزير قد أعلن, أن مالي أعلنت: the subject stands in front
        self.fronted = cue.finite and not cue.reading.clitics and subjects.before(layout, cue.index) is not None
        self.continues = cue.finite and _continues(layout, cue)

    def objects(self) -> bool:
        """Whether somebody is asked, told or accused, so that two noun phrases may follow the cue."""
        return any(frame.party in {"obj", "to"} or frame.opens == "two" for frame in self.entry.frames)

    def told(self) -> bool:
        """Whether the cue takes somebody who is told without a preposition."""
        return any(frame.party == "to" for frame in self.entry.frames)

    def verbal_noun(self, place: int) -> bool:
        """Whether what stands at `place` is something done or a matter: طرد, ضرورة."""
        if self.tokens[place].key in word_list("matters"):
            return True
        readings = verb_readings(self.tokens[place].text)
        return any(one.form.part in NOMINAL and not one.clitics for one in readings)


def _continues(layout: Layout, cue: Candidate) -> bool:
    """ثمّنت الحركة القرار وطالبت الحكومات: joined to a verb of the same subject, so that an object follows."""
    if cue.reading.form.number in {"p", "d"}:
        return True
    if cue.reading.clitics != "و" or cue.index == layout.passage.sentence(cue.index)[0]:
        return False
    if layout.tokens[cue.index - 1].key == "هذا" and cue.index - 1 == layout.passage.sentence(cue.index)[0]:
        return False  # هذا واتهم الوزير: a new report
    pair = layout.passage.mark_at(cue.index - 1)
    return layout.tokens[cue.index - 1].kind != "sign" or (pair is not None and pair.close == cue.index - 1)


def _relative_end(layout: Layout, cue: int, limit: int) -> int:
    """Where a relative clause between commas ends that holds a cue: المسؤول، الذي طلب عدم نشر اسمه، أن."""
    tokens = layout.tokens
    if not layout.relative(cue) or tokens[cue - 2].text not in COMMAS:
        return limit
    return next((place for place in layout.commas(cue + 1, limit) if layout.shut[place] >= limit), limit)


def speaks(layout: Layout, first: int, behind: int) -> bool:
    """Whether a noun phrase names who can speak: it holds a name, or its head is a noun of speakers."""
    if any(layout.passage.mention_at(place) for place in range(first, behind)):
        return True
    key = layout.tokens[first].key
    return any(speaker_noun(form) is not None for form in (key, key.removeprefix("و"), key.removeprefix("ل")))


def attached(layout: Layout, place: int) -> str:
    """ب or ل written on a noun: what is governed or whom it is for; "" where the letter is the word's own."""
    token = layout.tokens[place]
    first = token.key[:1]
    if token.kind != "arabic" or first not in {"ب", "ل"} or token.key in word_list("no_ba"):
        return ""
    if token.plain == first or token.key == "بما" or token.key[1:] in particles("quantifiers"):
        return first
    name = layout.passage.mention_at(place)
    if len(token.key) < _CLITIC_WORD:
        return ""
    if name:
        apart = name[0] == place and (name[2].start > token.start or token.key.startswith("لل"))
    else:
        apart = _clitic(token, first)
    return first if apart else ""


def _clitic(token: Token, first: str) -> bool:
    if token.plain[1:].startswith("ال") or token.key.startswith("لل"):
        return True
    readings = verb_readings(token.text)
    if any(one.clitics in {first, first + "ال"} for one in readings):
        return True
    if speaker_noun(token.key) is not None:
        return False
    if first == "ل":
        return speaker_noun(token.key[1:]) is not None
    return len(token.key) > _CLITIC_WORD and all(one.clitics for one in readings)


def is_that(token: Token) -> bool:
    """Whether a word is أن or إن, with a pronoun or ب, as written or without hamza."""
    return token.key in particles("complementizers") and not token.plain.startswith(("إلا", "الا"))


def cut_that(token: Token) -> int:
    """How many letters of a complementizer stay outside of the content: the ب of بأن."""
    return 1 if token.key.startswith("ب") else 0
