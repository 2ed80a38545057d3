"""What the words of a source say: its noun, the name in it, whose it is, whether it points back.

A `Description` is made by `describing.describe`.
"""

from dataclasses import dataclass, field
from functools import cached_property

from marsad.annotate.grammar import Passage, articled, bare, particles
from marsad.annotate.linking.things import OTHER_SENSE
from marsad.annotate.lists.gazetteer import fold_word
from marsad.annotate.lists.lexicon import NATION, lexicon
from marsad.annotate.lists.pointing import pointing
from marsad.annotate.lists.speakers import SpeakerNoun, speaker_noun, speaker_phrase
from marsad.records import Mention, Span


@dataclass(slots=True)
class Name:
    """A name inside the words: its first token, the token behind it, and the mention."""

    first: int
    behind: int
    mention: Mention


@dataclass
class Description:
    """The words of a source. `first` and `behind` are tokens of `passage`; `span` begins behind clitics."""

    passage: Passage
    span: Span
    first: int
    behind: int
    keys: list[str] = field(default_factory=list)  # of its tokens, the first without clitics
    names: list[Name] = field(default_factory=list)
    head: SpeakerNoun | None = None
    head_size: int = 1  # words of the head
    name: Mention | None = None  # of the source itself; None where the words name nobody or somebody else

    @property
    def text(self) -> str:
        """The words as written."""
        return self.passage.text[self.span.start : self.span.end]

    @property
    def joined(self) -> list[Name]:
        """The names that و joins from the first on: فلان وفلان."""
        if not self.names or (self.names[0].first != self.first and self.names[0].mention.label != "PER"):
            return []
        tokens, found = self.passage.tokens, self.names[:1]
        for name in self.names[1:]:
            token = tokens[name.first]
            if (
                token.key[:1] != "و"
                or name.mention.start == token.start
                or name.mention.label != found[0].mention.label
            ):
                break
            found.append(name)
        return found

    @cached_property
    def same(self) -> bool:
        """Whether the words say that it is the one spoken of: المصدر ذاته."""
        return any(key in pointing("same") for key in self.keys)

    @cached_property
    def definite(self) -> bool:
        """Whether the words point to somebody known: the noun has the article or a pronoun, or its genitive has."""
        if self.head and (self.head.definite or self.guest):
            return True
        if not self.head or self.head.role == "part":
            return False
        for place in range(self.first + self.head_size, self.behind):
            key, at = self.keys[place - self.first], self.passage.mention_at(place)
            if articled(key) or self.passage.mark_at(place) or (at and at[2].kind == "name"):
                return True
            adjective = key.endswith(ADJECTIVE) and speaker_noun(key) is None
            if key in particles("prepositions") or adjective or key.startswith("باسم"):
                break
        return self.same

    @cached_property
    def nations(self) -> frozenset[str]:
        """The words of nationality, without article: اسباني, ماليه."""
        return frozenset(word for key in self.keys[1:] if _nation(word := bare(key)))

    @cached_property
    def words(self) -> frozenset[str]:
        """What else the words say: without article, noun, nationality, closed classes and what says ذاته."""
        closed = particles("prepositions") | particles("demonstratives") | particles("adverbs") | pointing("same")
        kept = (bare(key) for key in self._own_keys() if key not in closed)
        return frozenset(word for word in kept if len(word) > 1 and word not in self.nations and word not in closed)

    def _own_keys(self) -> list[str]:
        """The words behind the noun, up to a relative clause."""
        keys = self.keys[self.head_size if self.head else 0 :]
        if self.guest or (self.head and self.passage.mark_at(self.first + self.head_size)):  # ضيف «البرنامج»
            return []
        stop = next((place for place, key in enumerate(keys) if key in particles("relatives")), len(keys))
        return keys[:stop]

    @cached_property
    def of(self) -> SpeakerNoun | None:
        """Of a part the noun of the whole: مصدر of أحد المصادر."""
        if not self.head or self.head.role != "part":
            return None
        return next(
            (noun for key in self.keys[self.head_size : self.head_size + 3] if (noun := speaker_noun(key))), None
        )

    @property
    def guest(self) -> bool:
        """Whether it is the guest of a programme."""
        return self.head is not None and self.head.noun in pointing("guests")


ADJECTIVE = ("ي", "يه", "يا", "يون", "يين")


def head_of(keys: list[str]) -> tuple[SpeakerNoun | None, int]:
    """The noun that a row of folded words begins with, and of how many words it is."""
    words = [key for key in keys[:2] if key]
    if not words:
        return None, 1
    phrase = speaker_phrase(*words) if len(words) > 1 else None
    if phrase:
        return phrase, 2
    found = speaker_noun(words[0]) or _people(words[0])
    if found is None and words[0] in pointing("same") and len(words) > 1:  # ذات المصدر
        return speaker_noun(words[1]), 2
    return found, 1


def _people(key: str) -> SpeakerNoun | None:
    """A nationality as a noun: فلسطينيون, الإيرانيون."""
    flags = lexicon().known(fold_word(key)).flags
    if "natpl" not in flags and not (flags & NATION and key.endswith(("ون", "ين"))):
        return None
    return SpeakerNoun(bare(key), "m", "p", "group", "", "", definite=articled(key))


def _nation(word: str) -> bool:
    return word not in OTHER_SENSE and lexicon().nation(fold_word(word)) is not None
