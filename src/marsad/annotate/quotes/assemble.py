"""Attributions become quotes of the record: with speaker, channel, addressee, reporter, status, in the text's order."""

from collections.abc import Sequence

from marsad.annotate.confidence import confidence
from marsad.annotate.grammar import Passage
from marsad.annotate.quotes.addressees import addressee
from marsad.annotate.quotes.attribution import Attribution
from marsad.annotate.quotes.carried import Channels
from marsad.annotate.quotes.named_at import Carried
from marsad.annotate.quotes.outlets import Media
from marsad.annotate.quotes.paraphrase import with_paraphrases
from marsad.annotate.quotes.parted import part
from marsad.annotate.quotes.reporters import reporter
from marsad.annotate.quotes.sources import Sources, Speaker
from marsad.annotate.quotes.speakers import Speakers
from marsad.kinds import QuoteStatus
from marsad.records import Channel, Cue, Entity, Mention, Quote, Span, TextSpan

MADE_BY = "quotes@1"


def assembled(
    text: str,
    passages: Sequence[Passage],
    mentions: Sequence[Mention],
    entities: Sequence[Entity],
    found: Sequence[Attribution],
    headline_end: int,
) -> tuple[Quote, ...]:
    """The quotes of a text, ids q1 … in its order. `found`: its attributions."""
    one = _Assembly(text, passages, mentions, entities, found)
    quotes = one.quotes()
    body = [passage for passage in passages if passage.start >= headline_end]
    return with_paraphrases(quotes, headline_end, body[0].end if body else headline_end)


class _Assembly:
    def __init__(
        self,
        text: str,
        passages: Sequence[Passage],
        mentions: Sequence[Mention],
        entities: Sequence[Entity],
        found: Sequence[Attribution],
    ) -> None:
        self.text, self.passages, self.found = text, passages, found
        self.media = Media(mentions, entities)
        for one in found:
            part(passages[one.passage], one, self.media)
        self.sources = Sources(passages, mentions, entities)
        self.speakers = Speakers(self.sources, found)
        self.channels = Channels(passages, self.media, found)

    def quotes(self) -> list[Quote]:
        """All quotes without what repeats what, in the order of the text."""
        made = [self._asked(index) for index in range(len(self.found))]
        order = sorted(range(len(made)), key=lambda index: _start(self.found[index]))
        ids = {index: f"q{number}" for number, index in enumerate(order, 1)}
        return [self._quote(index, ids, *made[index]) for index in order]

    def _asked(self, index: int) -> tuple[Speaker, Carried | None]:
        speaker = self.speakers.ask(index)
        channel = self.channels.ask(index, speaker)
        if channel and channel.own and speaker.referent and not speaker.referent.document:
            self.sources.issued(channel.noun, speaker.referent, known=_definite(channel.channel))
        return speaker, channel

    def _quote(self, index: int, ids: dict[int, str], speaker: Speaker, channel: Carried | None) -> Quote:
        one = self.found[index]
        passage = self.passages[one.passage]
        relays = reporter(passage, one, self.media)
        carrier = channel.channel if channel else None
        if carrier is None and relays:
            carrier = self.channels.named.of_medium(passage, Span(relays.start, relays.end))
        referent = speaker.referent
        start, end = one.content[0].start, one.content[-1].end
        return Quote(
            id=ids[index],
            kind=one.kind,
            text=self.text[start:end],
            content=one.content,
            cue=Cue(one.cue.start, one.cue.end, self._slice(one.cue), one.class_, one.cue_kind, one.lemma),
            source=TextSpan(speaker.source.start, speaker.source.end, self._slice(speaker.source))
            if speaker.source
            else None,
            speaker=referent.entity.id if referent and referent.entity else None,
            speaker_name=(referent.name if referent else speaker.name),
            status=_status(one, speaker),
            made_by=MADE_BY,
            channel=carrier,
            addressee=addressee(
                passage, one, channel.channel if channel and channel.own else None, self.media, speaker.source
            ),
            reporter=relays,
            resolution=speaker.resolution,
            within=ids.get(one.outer) if one.outer is not None else None,
            rule=one.rule,
            confidence=confidence("quote", MADE_BY, *_group(one, speaker)),
        )

    def _slice(self, span: Span) -> str:
        return self.text[span.start : span.end]


def _group(one: Attribution, speaker: Speaker) -> tuple[str, str, str]:
    """What decides how sure a quote is: how the speaker was found, whether the article names one, and the rule."""
    found = "nested" if one.outer is not None else speaker.resolution
    return found, "entity" if speaker.referent and speaker.referent.entity else "words", one.rule


def _definite(channel: Channel) -> bool:
    """Whether a channel was spoken of before: في البيان."""
    return any(word.startswith("ال") for word in channel.text.split()[:2])


def _start(one: Attribution) -> int:
    return min(one.cue.start, one.content[0].start)


def _status(one: Attribution, speaker: Speaker) -> QuoteStatus:
    if speaker.resolution == "hearsay":
        return "hearsay"
    if one.class_ == "deny":
        return "denied"
    return "anonymous" if speaker.anonymous else "asserted"
