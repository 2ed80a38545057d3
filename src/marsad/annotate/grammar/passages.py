"""Passages: the paragraphs of a text as tokens, with all that was found in them by place."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from marsad.annotate.grammar.marks import Marked, marked
from marsad.annotate.grammar.tokens import Token, tokens
from marsad.annotate.lists.verbs import VerbReading
from marsad.records import Mention, Time
from marsad.text.sentences import sentences

_Found = TypeVar("_Found", Mention, Time)
_NAMES = frozenset({"name", "part"})
_LONGEST_SPEECH = 400  # tokens; marks further apart are strays, and do not hold a paragraph together


@dataclass(slots=True)
class Passage:
    """A paragraph. All indices are of `tokens`; offsets of tokens are code points of the whole text."""

    text: str  # the whole text
    number: int
    start: int
    end: int
    tokens: list[Token]
    marks: list[Marked]
    breaks: list[int]  # where each sentence begins, 0 first; none inside marked speech
    _mentions: dict[int, tuple[int, int, Mention]]
    _adjectives: dict[int, tuple[int, int, Mention]]
    _times: dict[int, tuple[int, int, Time]]
    _marks: dict[int, Marked]
    known_verbs: dict[int, VerbReading | None] = field(default_factory=dict)  # what `finite_verb` has answered
    known_phrases: dict[tuple[int, bool], int] = field(default_factory=dict)  # what `noun_phrase` has answered

    def mention_at(self, index: int) -> tuple[int, int, Mention] | None:
        """The longest name that token `index` belongs to: its first token, the token behind it, and the mention."""
        return self._mentions.get(index)

    def adjective_at(self, index: int) -> tuple[int, int, Mention] | None:
        """The nationality word (الروسي, linked to its country) that token `index` is, in the same form."""
        return self._adjectives.get(index)

    def time_at(self, index: int) -> tuple[int, int, Time] | None:
        """The time expression that token `index` belongs to: first token, token behind it, and the expression."""
        return self._times.get(index)

    def mark_at(self, index: int) -> Marked | None:
        """The marked stretch that opens or closes with token `index`."""
        return self._marks.get(index)

    def sentence(self, index: int) -> tuple[int, int]:
        """The tokens of the sentence that token `index` stands in, end exclusive."""
        place = bisect_left(self.breaks, index + 1)
        return self.breaks[place - 1], self.breaks[place] if place < len(self.breaks) else len(self.tokens)

    def at(self, offset: int) -> int:
        """The first token that ends behind code point `offset`."""
        return bisect_left(self.tokens, offset + 1, key=lambda token: token.end)

    def behind(self, offset: int) -> int:
        """The token behind the one that holds the last code point in front of `offset`."""
        return self.at(offset - 1) + 1

    def slice(self, first: int, behind: int) -> str:
        """The words as written from token `first` up to token `behind`, which is left out."""
        return self.text[self.tokens[first].start : self.tokens[behind - 1].end] if first < behind else ""


def passages(text: str, mentions: Sequence[Mention] = (), times: Sequence[Time] = ()) -> list[Passage]:
    """The paragraphs of `text` that hold anything, in order. Linear in its length.

    Of mentions that overlap (a place inside a name) the outer counts.
    """
    found: list[Passage] = []
    names = sorted((one for one in mentions if one.kind in _NAMES), key=lambda one: (one.start, -one.end))
    others = sorted((one for one in mentions if one.kind not in _NAMES), key=lambda one: one.start)
    moments = sorted(times, key=lambda time: time.start)
    name = other = moment = 0
    for start, end in _paragraphs(text):
        words = tokens(text, start, end)
        first, name = name, _behind(names, name, end)
        second, other = other, _behind(others, other, end)
        early, moment = moment, _behind(moments, moment, end)
        pairs = marked(words)
        found.append(
            Passage(
                text, len(found), start, end, words, pairs, _breaks(text, start, end, words, pairs),
                _placed(words, names[first:name]), _placed(words, others[second:other]),
                _placed(words, moments[early:moment]),
                {index: pair for pair in reversed(pairs) for index in (pair.open, pair.close) if index is not None},
            )
        )  # fmt: skip
    return found


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield start, start + len(line)
        start += len(line) + 1


def _behind(found: Sequence[_Found], index: int, end: int) -> int:
    while index < len(found) and found[index].start < end:
        index += 1
    return index


def _placed(words: list[Token], found: Sequence[_Found]) -> dict[int, tuple[int, int, _Found]]:
    placed: dict[int, tuple[int, int, _Found]] = {}
    index = 0
    for one in found:
        while index < len(words) and words[index].end <= one.start:
            index += 1
        first = behind = index
        while behind < len(words) and words[behind].start < one.end:
            behind += 1
        for covered in range(first, behind):
            placed.setdefault(covered, (first, behind, one))
    return placed


def _breaks(text: str, start: int, end: int, words: list[Token], pairs: list[Marked]) -> list[int]:
    """The first token of each sentence; a sentence does not end inside marked speech."""
    held = [False] * (len(words) + 1)
    for pair in pairs:
        if pair.close is not None and pair.close - pair.open <= _LONGEST_SPEECH:
            held[pair.open + 1 : pair.close + 1] = [True] * (pair.close - pair.open)
    found = [0]
    index = 0
    for sentence in sentences(text, start, end)[1:]:
        while index < len(words) and words[index].start < sentence.start:
            index += 1
        if index > found[-1] and not held[index]:
            found.append(index)
    return found
