"""The channel of every attribution: named at its cue, behind its words, in front of them, or carried on from another.

A channel that is named for a quote holds for what continues it (وأضاف …) and for what stands inside it. A new speaker
begins anew, and so does the same one named again, but for what lasts an article: a recording, a press conference.
«جاء ذلك في بيان» names the channel of what was said before.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from marsad.annotate.grammar import Passage
from marsad.annotate.lists.channels import channel_words
from marsad.annotate.quotes.attribution import Attribution
from marsad.annotate.quotes.channels import channels
from marsad.annotate.quotes.named_at import Carried, Named
from marsad.annotate.quotes.outlets import Media
from marsad.annotate.quotes.sources import Speaker
from marsad.annotate.quotes.stretches import Found

_LASTING = frozenset({"broadcast", "press-conference"})  # of which an article goes on to tell: قال فلان … وقال فلان
_AHEAD = 12  # tokens behind «جاء ذلك»
_FOLLOWING = 8  # further quotes of the same speaker before «جاء ذلك»
_CAME = frozenset({"جاء", "جاءت"})


@dataclass(frozen=True, slots=True)
class _Run:
    """The last attribution: who spoke, where, and through which channel."""

    who: object
    passage: int
    sentence: tuple[int, int]
    carried: Carried | None


class Channels:
    """The channels of a row of attributions, asked in the order of their cues."""

    def __init__(self, passages: Sequence[Passage], media: Media, attributions: Sequence[Attribution]) -> None:
        self.passages, self.attributions = passages, attributions
        self.named = Named(media, attributions)
        self.given: dict[int, Carried] = {}
        self._run: _Run | None = None
        self._there = list(said_there(passages, media))

    def ask(self, index: int, speaker: Speaker) -> Carried | None:
        """The channel of an attribution whose speaker is known; None where the text names none."""
        one = self.attributions[index]
        found = self.named.own(self.passages[one.passage], one, speaker)
        who = speaker.referent or speaker.name
        if found is None:
            found = self._from_others(one, who) or self._said_there(index)
        if found:
            self.given[index] = found
        if one.outer is None or found:
            self._run = _Run(who, one.passage, self._sentence(one), found)
        return found

    def _from_others(self, one: Attribution, who: object) -> Carried | None:
        if one.outer is not None and one.outer in self.given:
            return self._again(self.given[one.outer])
        if self._run is None or self._run.who is not who:
            return None
        if who is None and one.passage - self._run.passage > 1:
            return None
        run, known = self._run, self._run.carried
        if known is None or (one.source and known.channel.kind not in _LASTING):
            return None
        if known.relayed and run.sentence != self._sentence(one):
            return None
        return self._again(known)

    def _said_there(self, index: int) -> Carried | None:
        """What «جاء ذلك في بيان» behind the words names, if nobody else is named in between."""
        one = self.attributions[index]
        place = bisect_left(self._there, one.cue.start, key=lambda there: there[1].start)
        if place == len(self._there) or self._there[place][0] - one.passage > 1:
            return None
        passage, found = self._there[place]
        for other in self.attributions[index + 1 : index + 1 + _FOLLOWING]:
            if other.cue.start > found.start:
                return Carried(found.record(self.passages[passage]), found.noun, own=False)
            if other.source and other.outer is None:
                return None
        return Carried(found.record(self.passages[passage]), found.noun, own=False)

    def _sentence(self, one: Attribution) -> tuple[int, int]:
        passage = self.passages[one.passage]
        return one.passage, passage.sentence(passage.at(one.cue.start))[0]

    def _again(self, known: Carried) -> Carried:
        return Carried(known.channel, known.noun, own=False, relayed=known.relayed)


def said_there(passages: Sequence[Passage], media: Media) -> Iterator[tuple[int, Found]]:
    """The channels that «جاء ذلك في بيان» names, each with the number of its paragraph."""
    for passage in passages:
        for first in passage.breaks:
            keys = [token.key for token in passage.tokens[first : first + 2]]
            if len(keys) > 1 and keys[0].removeprefix("و") in _CAME and keys[1] in channel_words("said"):
                behind = min(first + 2 + _AHEAD, passage.sentence(first)[1])
                found = [one for one in channels(passage, first + 2, behind, media) if one.kind != "other"]
                if found:
                    yield passage.number, found[0]
