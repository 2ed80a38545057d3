"""What stands around a word: which classes of words in its object, subject, prepositions, genitive and sentence.

The reach of a word is its clause: up to the next relative, complement or adverbial clause, the next و with a finite
verb, or the end of the sentence. A word is governed where a preposition stands in front of it or on it; the object and
the subject of a verb are not.
"""

from collections.abc import Iterator, Mapping

from marsad.annotate.events.vocabulary import (
    COPULAS,
    NATION,
    NONE,
    PARTS,
    PREPOSITIONS,
    is_preposition,
    mentioned,
    word_of,
)
from marsad.annotate.grammar import Passage, definite, particles
from marsad.annotate.lists.verbs import VerbReading

_OBJECT = 16  # tokens behind a verb in which its object is looked for
_SUBJECT = 7  # tokens behind it that may hold its subject
_IN_FRONT = 10  # tokens before it that may
_GENITIVE = 3
_ADJECTIVES = 5
_NEAR = (12, 18)  # tokens before and behind
_SAID = 26  # tokens behind أن in which its predicate is looked for


class Surroundings:
    """A passage, with what conditions ask for by token."""

    def __init__(self, passage: Passage, verbs: Mapping[int, VerbReading]) -> None:
        """`verbs`: the finite verbs of the passage, by token (`verbs.verbs_of`)."""
        self.passage = passage
        self.tokens = passage.tokens
        self.size = len(passage.tokens)
        self.words = [word_of(token.text, token.key, token.kind) for token in passage.tokens]
        self.starts = frozenset(passage.breaks)
        self.clitics: list[str] = []  # ب ل ك in front of each token
        self.names: list[frozenset[str]] = []  # the classes of each token
        self._place()
        self.finite = [verbs.get(index) for index in range(self.size)]
        self.governed = [self._governor(index) for index in range(self.size)]
        self.opens = [self._opens(index) for index in range(self.size)]
        self.ends = self._ends()

    def _place(self) -> None:
        for index, word in enumerate(self.words):
            found = self.passage.mention_at(index)
            clitic, names = word.clitic, word.names
            if found:
                token = self.tokens[index]
                inside = found[2].start - token.start
                clitic = token.key[inside - 1 : inside] if inside > 0 and token.key[inside - 1] in "بلك" else ""
                clitic = "ل" if token.key.startswith(("لل", "ولل")) and not inside else clitic
                names = mentioned(names, found[2].label, first=found[0] == index)
            elif self.passage.adjective_at(index):
                names |= NATION
            self.clitics.append(clitic)
            self.names.append(names)

    def _governor(self, index: int) -> str:
        """The preposition in front of a token or on it; "" where there is none."""
        if self.clitics[index] or not index:
            return self.clitics[index]
        before = self.words[index - 1].governs
        if before == "من" and index > 1 and self.tokens[index - 2].key in PARTS:
            return ""  # سحبت جزءا من قواتها
        return before

    def _opens(self, index: int) -> bool:
        """Whether a new clause begins with a token: a particle, a stop, or و with a verb."""
        verb = self.finite[index]
        return self.words[index].opens or bool(verb and verb.clitics[:1] in {"و", "ف"})

    def _ends(self) -> list[int]:
        """For every token the first one behind it that is not of its clause."""
        ends = [self.size] * self.size
        last = self.size
        for index in range(self.size - 1, -1, -1):
            ends[index] = last
            if self.opens[index] or index in self.starts:
                last = index
        return ends

    def begin(self, index: int) -> int:
        """The first token of the clause that a token stands in."""
        first = self.passage.sentence(index)[0]
        place = index
        while place > first and not self.opens[place]:
            place -= 1
        return place

    def object(self, index: int, name: str, reach: int = _OBJECT) -> bool:
        """Whether a word of a class is in the object of the verb at `index`; of a relative clause also its head."""
        end = min(self.ends[index], index + reach)
        return any(name in self.names[place] and not self.governed[place] for place in range(index + 1, end)) or (
            name in self._relative_head(index)
        )

    def _relative_head(self, index: int) -> frozenset[str]:
        """The classes of what a relative clause belongs to, where the verb at `index` begins one."""
        if index < 1 or self.tokens[index - 1].key not in particles("relatives"):
            return NONE
        return frozenset().union(*self.names[max(index - 5, 0) : index - 1])

    def in_front(self, index: int, name: str) -> bool:
        """Whether a word of a class stands before the verb in its clause, as its subject or fronted object may."""
        first = max(self.begin(index), index - _IN_FRONT)
        return any(name in self.names[place] and not self.governed[place] for place in range(first, index)) or (
            name in self._relative_head(index)
        )

    def subject(self, index: int, name: str) -> bool:
        """Whether a word of a class may be in the subject of the verb at `index`: behind it, else before it."""
        for place in range(index + 1, min(self.ends[index], index + _SUBJECT)):
            if self.governed[place] or self.tokens[place].key in PREPOSITIONS:
                break
            if name in self.names[place]:
                return True
        return self.in_front(index, name)

    def genitive(self, index: int, name: str) -> bool:
        """Whether a word of a class stands right behind a noun."""
        for place in range(index + 1, min(self.ends[index], index + 1 + _GENITIVE)):
            if self.governed[place] or self.tokens[place].kind == "sign":
                return False
            if name in self.names[place]:
                return True
        return False

    def behind(self, index: int, name: str) -> bool:
        """Whether a word of a class stands soon behind a noun, as its adjective or attribute."""
        end = min(self.passage.sentence(index)[1], index + 1 + _ADJECTIVES)
        return any(name in self.names[place] for place in range(index + 1, end))

    def near(self, index: int, name: str) -> bool:
        """Whether a word of a class stands in the sentence, not far."""
        first, end = self.passage.sentence(index)
        places = range(max(first, index - _NEAR[0]), min(end, index + _NEAR[1]))
        return any(name in self.names[place] for place in places if place != index)

    def preposition(self, index: int, word: str, name: str) -> bool:
        """Whether a preposition with a word of a class (any, if "") behind it stands in the clause of a word."""
        for place, governs in self._prepositions(index, word):
            if not name or any(name in self.names[one] for one in governs):
                return True
            del place
        return False

    def _prepositions(self, index: int, word: str) -> Iterator[tuple[int, range]]:
        for place in range(index + 1, min(self.ends[index], index + _OBJECT + 6)):
            token = self.tokens[place]
            if self.clitics[place] == word and not (place == index + 1 and token.kind != "arabic"):
                yield place, range(place, min(place + 3, self.ends[index]))
            elif token.kind == "arabic" and is_preposition(token, word):
                yield place, range(place + 1, min(place + 4, self.ends[index]))

    def complement(self, index: int) -> int | None:
        """The complementizer (أن, بأن, أنه) that follows a verb in its clause, if one does."""
        for place in range(index + 1, min(self.passage.sentence(index)[1], index + _OBJECT)):
            if self.tokens[place].key in particles("complementizers"):
                return place
        return None

    def predicate(self, index: int, name: str) -> bool:
        """Whether a bare word of a class is said of something in the clause that أن behind `index` opens.

        A predicate: behind a definite word, a copula or another predicate; no verb of another kind stands before it.
        """
        opened = self.complement(index)
        if opened is None:
            return False
        alone = self.tokens[opened].key in {"ان", "بان"}  # not أنه, which names its subject
        for place in range(opened + 1 + alone, min(self.passage.sentence(index)[1], opened + _SAID)):
            if self.tokens[place].kind == "sign":
                continue
            if self.finite[place] and self.tokens[place].key not in COPULAS:
                return False
            said = name in self.names[place] and not self.governed[place]
            if said and not self.tokens[place].key.startswith(("ال", "وال")) and self._follows_subject(opened, place):
                return True
        return False

    def _follows_subject(self, opened: int, place: int) -> bool:
        """Whether a definite word, or a copula, stands right before a word, or one bare noun between (عمل وحشي)."""
        if place <= opened + 2 and self.tokens[opened].key not in {"ان", "بان"}:
            return True
        front = [one for one in range(max(opened + 1, place - 3), place) if self.tokens[one].kind != "sign"]
        return any(definite(self.passage, one) or self.tokens[one].key in COPULAS for one in front[-2:])
