"""A channel in tokens, and the tokens in which channels are looked for."""

from dataclasses import dataclass

from marsad.annotate.grammar import Passage, noun_phrase, particles
from marsad.annotate.lists.channels import platform
from marsad.annotate.quotes.outlets import Media, Medium
from marsad.kinds import ChannelKind
from marsad.records import Channel

_AHEAD = 3  # words of a phrase of the lists
SIGNS = "،,.:؛-–—"  # end a channel


@dataclass(frozen=True, slots=True)
class Found:
    """A channel in tokens `first` up to `behind`; `weight` says how much it tells, `noun` what carries (بيان)."""

    first: int
    behind: int
    kind: ChannelKind
    platform: str | None
    weight: int
    noun: str
    start: int  # the code point where it begins: behind و

    def record(self, passage: Passage) -> Channel:
        """The channel of the record, without a mark that opens what is said."""
        last = self.behind - 1
        while last > self.first and self._open(passage, last):
            last -= 1
        end = passage.tokens[last].end
        return Channel(self.start, end, passage.text[self.start : end], self.kind, self.platform)

    def _open(self, passage: Passage, index: int) -> bool:
        """Whether a token does not belong to the end: a sign that opens or parts, a preposition of what is said."""
        token = passage.tokens[index]
        return token.key in particles("prepositions") or (token.kind == "sign" and not self._closes(passage, index))

    def _closes(self, passage: Passage, index: int) -> bool:
        pair = passage.mark_at(index)
        return passage.tokens[index].text == ")" or (
            pair is not None and pair.close == index and pair.open >= self.first
        )

    def joined(self, other: "Found") -> "Found":
        """One channel of two that touch: what carries decides over who was told."""
        kind = other.kind if self.kind in {"outlet", "agency"} else self.kind
        weight = max(self.weight, other.weight)
        site = self.platform or other.platform
        return Found(self.first, other.behind, kind, site, weight, self.noun, self.start)


@dataclass(frozen=True, slots=True)
class Stretch:
    """The tokens of a passage up to `limit`, in which channels are looked for."""

    passage: Passage
    limit: int
    media: Media

    def key(self, index: int) -> str:
        """The folded word at `index`, "" behind the end."""
        return self.passage.tokens[index].key if index < self.limit else ""

    def words(self, first: int) -> list[str]:
        """The next words, folded; marks of quotation are seen through."""
        found: list[str] = []
        for index in range(first, min(first + _AHEAD + 1, self.limit)):
            token = self.passage.tokens[index]
            if token.kind != "sign":
                found.append(token.key)
            elif self.passage.mark_at(index) is None:
                break
        return found[:_AHEAD]

    def named(self, noun: int, size: int) -> int:
        """Behind a name of so many words with the marks around it."""
        index = noun
        while size and index < self.limit:
            size -= self.passage.tokens[index].kind != "sign"
            index += 1
        pair = self.passage.mark_at(index) if index < self.limit else None
        return index + 1 if pair and pair.close == index and pair.open >= noun else index

    def medium(self, index: int, *, told: bool = False) -> tuple[Medium, int] | None:
        """The outlet or agency that begins here."""
        found = self.media.at(self.passage, index, told=told) if index < self.limit else None
        return (found[0], min(found[1], self.limit)) if found else None

    def names_medium(self, first: int, behind: int) -> bool:
        """Whether a name stands in these tokens."""
        passage = self.passage
        return any(passage.mention_at(index) or passage.mark_at(index) for index in range(first, behind))

    def platform_in(self, first: int, behind: int) -> str | None:
        """The first platform that is named in these tokens."""
        for index in range(first, min(behind, self.limit)):
            key = self.key(index)
            known = platform([key, *self.words(index + 1)]) or (platform([key[1:]]) if key[:1] == "ب" else None)
            if known:
                return known[0]
        return None

    def phrase(self, noun: int, size: int) -> int:
        """Behind the noun phrase of a carrier of so many words."""
        behind = noun_phrase(self.passage, noun, join=False)
        for index in range(noun + 1, min(behind, self.limit)):
            if self.passage.tokens[index].text in SIGNS or self.key(index) in particles("complementizers"):
                behind = index
                break
        behind = min(behind, self.limit)
        while behind - 1 > noun and self.key(behind - 1) in particles("prepositions"):
            behind -= 1
        return min(max(behind, noun + size), self.limit)
