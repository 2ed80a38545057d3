"""Who speaks in every attribution: the words at its cue, or with a pronoun or no word (وأضاف) somebody before it.

`Speakers` is asked attribution by attribution, in the order of the text, and remembers whom it has given. A wrong
speaker is worse than none: where agreement excludes everybody, nobody is named.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from marsad.annotate.grammar import Passage, finite_verb, noun_phrase
from marsad.annotate.lists.speakers import speaker_noun
from marsad.annotate.quotes.able import able, hearsay
from marsad.annotate.quotes.agreement import Traits, agrees
from marsad.annotate.quotes.attribution import Attribution
from marsad.annotate.quotes.describing import describe
from marsad.annotate.quotes.sources import Sources, Speaker
from marsad.annotate.quotes.topics import Topic, topics
from marsad.kinds import Resolution
from marsad.records import Span

HEARSAY = Speaker(None, None, "hearsay", Traits(), None)
_LOOK_BACK = 8  # attributions or subjects in front of a cue that are asked
_HEADLINE = 25  # tokens: a longer first paragraph is no headline
_CAME = "جاء"
_NEAR = 6  # tokens between a document and what came in it
_PASSAGES = 3  # paragraphs back in which a speaker is looked for


class Speakers:
    """The speakers of a row of attributions, in the order of their cues."""

    def __init__(self, sources: Sources, attributions: Sequence[Attribution]) -> None:
        self.sources = sources
        self.attributions = attributions
        self.given: dict[int, Speaker] = {}  # by the attribution's index
        self.order: list[int] = []  # indexes, as they were asked
        self._topics: dict[tuple[int, int], list[Topic]] = {}  # by passage and the first token of the sentence
        self._relays: dict[int, set[int]] = {}  # by passage: where those stand who only relay
        for one in attributions:
            if one.reporter:
                self._relays.setdefault(one.passage, set()).add(one.reporter.start)

    def ask(self, index: int) -> Speaker:
        """The speaker of an attribution; those whose cues stand in front must have been asked before."""
        one = self.attributions[index]
        passage = self.sources.passages[one.passage]
        words = describe(passage, one.source) if one.source else None
        heard = words is not None and hearsay(words)
        if words and (heard or not able(one, words)):
            one.source = None
        if one.source is None and one.lemma == _CAME and not heard:
            speaker = self._written(one, passage) or self._silent(one)
        else:
            speaker = HEARSAY if heard else self._overt(one, one.source) if one.source else self._silent(one)
        self.given[index] = speaker
        self.order.append(index)
        if speaker.referent:
            self.sources.last = speaker
        return speaker

    def _overt(self, one: Attribution, source: Span) -> Speaker:
        speaker = self.sources.read(self.sources.passages[one.passage], source)
        whole, content = speaker.source, one.content[0].start
        if whole and whole.end > source.end and not source.start < content < whole.end:
            one.source = Span(source.start, whole.end)  # with the name behind the office
        entity = speaker.referent.entity if speaker.referent else None
        shown = one.cue_kind == "verb" and one.cue.start < source.start and one.gender and one.number in {"s", ""}
        if entity and speaker.resolution == "explicit" and shown:
            self.sources.observed.setdefault(entity.id, Traits(one.gender, "s"))
        return speaker

    def _silent(self, one: Attribution) -> Speaker:
        if one.passive:
            return HEARSAY
        resolution: Resolution = "pronoun" if one.pronoun else "pro-drop"
        for speaker in self._able(one):
            if self._agree(one, speaker):
                return replace(speaker, resolution=resolution)
        return Speaker(None, None, resolution, Traits(one.gender, one.number), None)

    def _written(self, one: Attribution, passage: Passage) -> Speaker | None:
        """أصدرت النقابة بيانا جاء فيه أن …: the document in front of the cue, and who issued it."""
        cue = passage.at(one.cue.start)
        for place in range(cue - 1, max(passage.sentence(cue)[0], cue - _NEAR) - 1, -1):
            noun = speaker_noun(passage.tokens[place].key)
            if noun is None or noun.kind != "document":
                continue
            one.source = Span(
                passage.tokens[place].start,
                passage.tokens[max(noun_phrase(passage, place, join=False), place + 1) - 1].end,
            )
            speaker = self.sources.read(passage, one.source)
            document = speaker.referent is None or speaker.referent.document
            issuer = (
                next(iter(self._near(one, passage.tokens[passage.sentence(cue)[0]].start)), None) if document else None
            )
            if issuer is None or issuer.span.end > one.source.start:
                return speaker
            known = self.sources.read(passage, issuer.span)
            if known.referent:
                self.sources.issued(noun.noun, known.referent)
            return replace(known, source=one.source, resolution="document")
        return None

    def _agree(self, one: Attribution, speaker: Speaker) -> bool:
        if speaker.resolution == "hearsay" or (speaker.referent is None and speaker.name is None):
            return False
        known = self.sources.traits(speaker.referent) if speaker.referent else speaker.traits
        return any(agrees(one.gender, one.number, traits) for traits in (speaker.traits, known))

    def _able(self, one: Attribution) -> Iterator[Speaker]:
        """Who may be meant, the likeliest first."""
        yield from self._joined_to(one)
        if one.cue_kind == "preposition" and one.content[0].start < one.cue.start:
            yield from self._in_content(one)
        if one.outer is not None:
            yield from self._inside(one)
        yield from self._in_sentence(one)
        if one.cue_kind == "participle" and self._sentence_speaks(one):
            yield from self._spoken_of(one)
            return
        yield from self._said_in(one, one.passage)
        for back in range(1, _PASSAGES + 1):
            yield from self._said_in(one, one.passage - back)
        yield from self._subjects_before(one)

    def _joined_to(self, one: Attribution) -> Iterator[Speaker]:
        """Who stands between the verb before and a verb with و right behind him: هاجمها بعض الحضور واعتبر أن."""
        passage = self.sources.passages[one.passage]
        cue = passage.at(one.cue.start)
        if not cue or passage.tokens[cue].start == one.cue.start:  # no و in front
            return
        for verb in range(max(passage.sentence(cue)[0], cue - _NEAR), cue - 1):  # the outer phrase first
            if finite_verb(passage, verb) and noun_phrase(passage, verb + 1, join=False) == cue:
                yield self.sources.read(passage, Span(passage.tokens[verb + 1].start, passage.tokens[cue - 1].end))
                return

    def _sentence_speaks(self, one: Attribution) -> bool:
        """Whether somebody speaks in the sentence of a participle, to whom it then belongs."""
        first, _ = self._sentence_start(one)
        return any(self.attributions[other].cue.start >= first for other in self.order[-_LOOK_BACK:])

    def _sentence_start(self, one: Attribution) -> tuple[int, int]:
        passage = self.sources.passages[one.passage]
        first, _ = passage.sentence(passage.at(one.cue.start))
        return (passage.tokens[first].start if passage.tokens else 0), first

    def _in_content(self, one: Attribution) -> Iterator[Speaker]:
        """Behind words that are somebody's (…، وفق تعبيرهم): their own first subjects."""
        passage = self.sources.passages[one.passage]
        start = one.content[0].start
        for topic in self._topics_of(one.passage, passage.sentence(passage.at(start))[0]):
            if start <= topic.span.start and topic.span.end <= one.cue.start:
                yield self.sources.read(passage, topic.span)

    def _topics_of(self, number: int, first: int) -> list[Topic]:
        """The subjects of the sentence that begins with token `first`, without who only relays."""
        if (number, first) not in self._topics:
            passage = self.sources.passages[number]
            relays = self._relays.get(number, set())
            found = topics(passage, first, passage.sentence(first)[1])
            self._topics[number, first] = [topic for topic in found if topic.span.start not in relays]
        return self._topics[number, first]

    def _inside(self, one: Attribution) -> Iterator[Speaker]:
        """Of speech within speech: who speaks in the outer one, its subjects, and its own speaker."""
        for other in reversed(self.order[-_LOOK_BACK:]):
            if self.attributions[other].outer == one.outer:
                yield self.given[other]
        outer = self.attributions[one.outer] if one.outer is not None else None
        start = outer.content[0].start if outer else 0
        for subject in self._near(one, start):
            yield self.sources.read(self.sources.passages[one.passage], subject.span)
        if one.outer in self.given:
            yield self.given[one.outer]

    def _in_sentence(self, one: Attribution) -> Iterator[Speaker]:
        """The subjects and speakers of the sentence in front of a cue, the nearest first."""
        passage = self.sources.passages[one.passage]
        first, _ = passage.sentence(passage.at(one.cue.start))
        start = passage.tokens[first].start if passage.tokens else 0
        found: list[tuple[int, Speaker | Topic]] = [
            (self.attributions[other].cue.start, self.given[other])
            for other in self.order[-_LOOK_BACK:]
            if start <= self.attributions[other].cue.start < one.cue.start
            and self.attributions[other].outer == one.outer
        ]
        found += [(subject.span.start, subject) for subject in self._near(one, start)]
        for _, speaker in sorted(found, key=lambda item: item[0], reverse=True):
            yield self.sources.read(passage, speaker.span) if isinstance(speaker, Topic) else speaker

    def _spoken_of(self, one: Attribution) -> Iterator[Speaker]:
        """The subjects in the speech in front of a participle: ذكرت الصحيفة أن المدير نفى الاستقالة مؤكدا …"""
        start, first = self._sentence_start(one)
        for topic in reversed(self._topics_of(one.passage, first)[-_LOOK_BACK:]):
            if start <= topic.span.start < one.cue.start:
                yield self.sources.read(self.sources.passages[one.passage], topic.span)

    def _said_in(self, one: Attribution, passage: int) -> Iterator[Speaker]:
        """The speakers of a paragraph in front of a cue, the last first; those of speech within speech come behind."""
        found = [
            other
            for other in self.order[-4 * _LOOK_BACK :]
            if self.attributions[other].passage == passage and self.attributions[other].cue.start < one.cue.start
        ][-_LOOK_BACK:]
        level = [other for other in found if self.attributions[other].outer == one.outer]
        for other in (*reversed(level), *(other for other in reversed(found) if other not in level)):
            yield self.given[other]

    def _subjects_before(self, one: Attribution) -> Iterator[Speaker]:
        """The subjects in front of a cue, in its paragraph and the one before; of a headline only names and offices."""
        for number in (one.passage, one.passage - 1):
            for topic in self._near(one, 0, number) if number >= 0 else ():
                passage = self.sources.passages[number]
                words = describe(passage, topic.span) if number == 0 and len(passage.tokens) < _HEADLINE else None
                if words is None or words.name or (words.head and words.head.role in {"office", "spokesman"}):
                    yield self.sources.read(passage, topic.span)

    def _near(self, one: Attribution, start: int, number: int | None = None) -> list[Topic]:
        """The subjects between `start` and a cue that stand in nobody's speech, or in the same; the nearest first."""
        number = one.passage if number is None else number
        passage, here = self.sources.passages[number], self._speech(one.cue.start)
        found: list[Topic] = []
        last = bisect_left(passage.breaks, passage.at(min(one.cue.start, passage.end)) + 1)
        for sentence in reversed(passage.breaks[max(0, last - _LOOK_BACK) : last]):
            known = self._topics_of(number, sentence)
            end = bisect_left(known, one.cue.start, key=lambda topic: topic.span.start)
            near = (topic for topic in reversed(known[max(0, end - _LOOK_BACK) : end]) if topic.span.start >= start)
            found += [topic for topic in near if self._speech(topic.span.start) in {None, here}]
            if len(found) >= _LOOK_BACK or passage.tokens[sentence].start <= start:
                break
        return found[:_LOOK_BACK]

    def _speech(self, place: int) -> int | None:
        """Which stretch of speech a place lies in; None for the writer's own words."""
        index = bisect_left(self._stretches, place + 1, key=lambda span: span.start) - 1
        return index if index >= 0 and place < self._stretches[index].end else None

    @cached_property
    def _stretches(self) -> list[Span]:
        """All contents, those that overlap as one."""
        merged: list[Span] = []
        for start, end in sorted((part.start, part.end) for one in self.attributions for part in one.content):
            if merged and start < merged[-1].end:
                merged[-1] = Span(merged[-1].start, max(end, merged[-1].end))
            else:
                merged.append(Span(start, end))
        return merged
