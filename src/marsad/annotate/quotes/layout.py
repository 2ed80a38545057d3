"""A passage as the reader of quotes sees it: what is shut inside marks, brackets and dashes, and where cues stand."""

from bisect import bisect_left
from functools import cached_property

from marsad.annotate.grammar import Marked, Passage, Token, noun_phrase, particles
from marsad.annotate.quotes.cues import Candidate, candidates, word_list

COMMAS = frozenset("،,")
QUOTES = frozenset('«»‹›“”„"')
_BRACKETS = {"(": ")", "[": "]"}
_DASHES = "-–—"
_LONGEST_DASHED = 40  # tokens between two dashes that belong together
_LONGEST_BRACKET = 60
_BEFORE_SPEECH = frozenset(":،,")
_STOPS = frozenset(".!؟?")
_SAID = 4  # words from which marks without a colon are taken for speech
_SURELY_SAID = 7  # words from which they are, whatever stands in front


class Layout:
    """Answers about one passage; everything is prepared in one sweep, so that each answer is quick."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.tokens = passage.tokens
        self.behind = _pairs(passage)  # opening sign of a bracket or dash -> token behind the closing one
        self.shut = self._shut()
        self.breaks = [start for start in passage.breaks if not self._in_bracket(start)]
        self.stops = [index for index, token in enumerate(self.tokens) if token.text in _STOPS]
        closing = [pair.close for pair in passage.marks if pair.close is not None]
        self._commas = [index for index, token in enumerate(self.tokens) if token.text in COMMAS]
        self._turns = sorted(self._commas + closing)

    @cached_property
    def cues(self) -> dict[int, list[Candidate]]:
        """The candidates by token."""
        found: dict[int, list[Candidate]] = {}
        for one in candidates(self.passage):
            found.setdefault(one.index, []).append(one)
        return found

    def _shut(self) -> list[int]:
        """For each token the closing token of the innermost marks, brackets or dashes around it; else the length."""
        spans = [(pair.open, pair.close) for pair in self.passage.marks if pair.close is not None]
        spans += [(first, behind - 1) for first, behind in self.behind.items()]
        spans.sort(key=lambda span: (span[0], -span[1]))
        found = [len(self.tokens)] * len(self.tokens)
        opened: list[int] = []
        place = 0
        for index in range(len(self.tokens)):
            while opened and opened[-1] <= index:
                opened.pop()
            if opened:
                found[index] = opened[-1]
            while place < len(spans) and spans[place][0] == index:
                if spans[place][1] > index and (not opened or spans[place][1] < opened[-1]):
                    opened.append(spans[place][1])
                place += 1
        return found

    def _in_bracket(self, start: int) -> bool:
        """Whether a sentence seems to begin inside a bracket, as behind the dots of (إن.بي.سي)."""
        close = self.shut[start] if start < len(self.tokens) else start
        return close < len(self.tokens) and self.tokens[close].text in ")]"

    def sentence(self, index: int) -> tuple[int, int]:
        """The tokens of the sentence that token `index` stands in, end exclusive."""
        place = bisect_left(self.breaks, index + 1)
        return self.breaks[place - 1], self.breaks[place] if place < len(self.breaks) else len(self.tokens)

    def limit(self, index: int) -> int:
        """Where what token `index` says must end: its sentence, or the marks or brackets around it."""
        end = min(self.sentence(index)[1], self.shut[index])
        if self.shut[index] < len(self.tokens):  # inside marks sentences are not cut
            stop = bisect_left(self.stops, index + 1)
            while stop < len(self.stops) and self.stops[stop] < end:
                if not self._in_row(self.stops[stop]):
                    return self.stops[stop]
                stop += 1
        return end

    def _in_row(self, index: int) -> bool:
        """Whether a stop is one of several dots: a breath, no end."""
        near = (index - 1, index + 1)
        return any(0 <= place < len(self.tokens) and self.tokens[place].text == "." for place in near)

    def relative(self, cue: int) -> bool:
        """Whether a relative pronoun with something in front of it opens the clause of the cue."""
        return cue > 1 and self.tokens[cue - 1].key in particles("relatives")

    def commas(self, first: int, behind: int) -> list[int]:
        """The commas among some tokens."""
        return self._commas[bisect_left(self._commas, first) : bisect_left(self._commas, behind)]

    def turns(self, first: int, behind: int) -> list[int]:
        """The commas and closing marks among some tokens."""
        return self._turns[bisect_left(self._turns, first) : bisect_left(self._turns, behind)]

    def opens_marks(self, place: int) -> bool:
        """Whether quotation marks open at a token."""
        pair = self.passage.mark_at(place)
        return pair is not None and pair.open == place

    def words_between(self, first: int, behind: int) -> int:
        """How many tokens there are that are no signs."""
        return sum(1 for token in self.tokens[first:behind] if token.kind != "sign")

    def speech(self, pair: Marked, *, fresh: bool, chant: bool = False) -> bool:
        """Whether marks hold words that somebody says, not a name or a term.

        `fresh`: they stand where a quotation is awaited, behind a comma or the one who speaks.
        `chant`: a verb of shouting stands in front, whose words are few.
        """
        close = pair.close if pair.close is not None else min(self.passage.sentence(pair.open)[1], len(self.tokens))
        size = self.words_between(pair.open + 1, min(close, pair.open + 40))
        if chant:
            return size > 0
        before = self.tokens[pair.open - 1] if pair.open else None
        if before is not None and before.text in _BEFORE_SPEECH:
            return size > 1 or before.text == ":"
        if before is not None and _names(before.key, "titles" if size >= _SURELY_SAID else "namers"):
            return False
        if size >= _SURELY_SAID:
            return True
        inside = self.passage.mention_at(pair.open + 1)
        if inside and inside[1] >= close:
            return False
        return size >= _SAID or (fresh and size > 0)

    def skip_between(self, place: int, limit: int) -> int:
        """The place behind adverbs, times, brackets and commas that stand between a verb and what belongs to it."""
        while place < limit:
            token = self.tokens[place]
            moment = self.passage.time_at(place)
            if place in self.behind:
                place = self.behind[place]
            elif moment:
                place = max(moment[1], place + 1)
            elif self._between(token) or (token.text in COMMAS and self._moment_between_commas(place, limit)):
                place += 1
            else:
                break
        return min(place, limit)

    def _between(self, token: Token) -> bool:
        return token.key in word_list("between") or token.key in particles("adverbs")

    def _moment_between_commas(self, place: int, limit: int) -> bool:
        """، الخميس، : a time between commas, or the comma behind one."""
        if place + 1 < limit and self.passage.time_at(place + 1):
            return True
        return place > 0 and self.passage.time_at(place - 1) is not None

    def phrase(self, place: int, limit: int) -> int:
        """The place behind the noun phrase at `place`, at most `limit`; `place` itself where there is none."""
        return min(noun_phrase(self.passage, place), limit) if place < limit else place


def _names(key: str, listed: str) -> bool:
    bare = key[1:] if key[:1] in "وبلف" else key
    return any(form in word_list(listed) for form in (key, bare, key.removeprefix("ال"), bare.removeprefix("ال")))


def _pairs(passage: Passage) -> dict[int, int]:
    """Brackets and dashes that hold an aside: the opening sign and the token behind the closing one."""
    tokens = passage.tokens
    found: dict[int, int] = {}
    bracket: int | None = None
    dash: int | None = None
    for index, token in enumerate(tokens):
        if token.kind != "sign":
            continue
        if token.text in _BRACKETS:
            bracket = index
        elif token.text in ")]" and bracket is not None:
            if index - bracket <= _LONGEST_BRACKET:
                found[bracket] = index + 1
            bracket = None
        elif token.text in _DASHES:
            spaced = index > 0 and tokens[index - 1].end < token.start
            leans = index + 1 < len(tokens) and tokens[index + 1].start == token.end
            if spaced and leans:
                dash = index
            elif dash is not None and index - dash <= _LONGEST_DASHED and not (spaced and leans):
                found[dash] = index + 1
                dash = None
    return found
