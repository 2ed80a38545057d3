"""Where an attribution names its channel itself: at the cue, in front of it, behind the words, or as its source."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from marsad.annotate.grammar import Passage, noun_phrase, particles
from marsad.annotate.lists.channels import carrier, channel_words
from marsad.annotate.quotes.attribution import Attribution
from marsad.annotate.quotes.channels import best, channels
from marsad.annotate.quotes.describing import behind_head, describe
from marsad.annotate.quotes.outlets import Media
from marsad.annotate.quotes.sources import Speaker
from marsad.annotate.quotes.stretches import Found
from marsad.kinds import ChannelKind
from marsad.records import Channel, Span
from marsad.text.fold import fold_key

_TAIL = 25  # tokens behind the content in which its channel may follow
_BEHIND = 12  # tokens behind the source of a cue that stands behind its words
_STOPS = frozenset("،,.؛:") | {"…"}
_FRONT = 30  # tokens in front of a cue
_SAID_OF = frozenset({"بانه", "بانها", "بانهم", "بانهما", "بان", "ب", "انه", "انها"})
_TOLD_IN_FRONT = frozenset({"participle", "punctuation"})  # فلان لـ«الصحيفة»: …
_SKIPPED = frozenset('،,-–—"»”’') | {"و", "هذا", "ذلك"}


@dataclass(frozen=True, slots=True)
class Carried:
    """A channel, the noun that carries it, and whether it is named at this very attribution."""

    channel: Channel
    noun: str
    own: bool
    relayed: bool = False  # the medium that relays, which holds for its sentence only


class Named:
    """The channels that the attributions of a text name."""

    def __init__(self, media: Media, attributions: Sequence[Attribution]) -> None:
        self.media = media
        self._cues = sorted(one.cue.start for one in attributions)
        self._ends: dict[int, list[int]] = {}  # by passage: where contents end
        for end, passage in sorted((part.end, one.passage) for one in attributions for part in one.content):
            self._ends.setdefault(passage, []).append(end)

    def own(self, passage: Passage, one: Attribution, speaker: Speaker) -> Carried | None:
        """The channel that an attribution names itself; `passage` is its own."""
        found = best(self._at_cue(passage, one)) or self._told(passage, one) or self._in_object(passage, one)
        found = found or self._front(passage, one) or self._tail(passage, one)
        if found:
            return Carried(found.record(passage), found.noun, own=True)
        return self._document(passage, one, speaker) or self._relayed(passage, one)

    def _at_cue(self, passage: Passage, one: Attribution) -> list[Found]:
        """Between the cue and the content (behind speech: up to the end of the frame), around the source."""
        first = passage.at(one.cue.start) + 1
        behind_cue = one.content[0].start > one.cue.start
        last = passage.at(one.content[0].start) if behind_cue else self._behind_frame(passage, one)
        found: list[Found] = []
        for start, end in _around(passage, first, last, one.source):
            found += channels(passage, start, end, self.media, told=True)
        return found

    def _behind_frame(self, passage: Passage, one: Attribution) -> int:
        """Where the clause of a cue behind its words ends: «…»، وفق ما أكد مصدر لصحيفة س."""
        last = max(one.frame.end, one.source.end if one.source else 0)
        behind = passage.at(max(last - 1, one.cue.start)) + 1
        limit = min(behind + _BEHIND, self._next_cue(passage, behind), passage.sentence(behind - 1)[1])
        while behind < limit and (passage.tokens[behind].text not in _STOPS or self._goes_on(passage, behind)):
            behind += 1
        return behind

    def _goes_on(self, passage: Passage, comma: int) -> bool:
        """Whether the clause goes on behind a comma: وفق ما صرح به الناطق، فلان، لوكالة الأنباء."""
        if passage.tokens[comma].text not in "،," or comma + 1 >= len(passage.tokens):
            return False
        key = passage.tokens[comma + 1].key
        following = [token.key for token in passage.tokens[comma + 2 : comma + 5]]
        told = key[:1] == "ل" and self.media.at(passage, comma + 1, told=key == "ل") is not None
        return told or (key in {"في", "خلال", "عبر"} and carrier(following) is not None)

    def _told(self, passage: Passage, one: Attribution) -> Found | None:
        """أبلغ وكالة رويترز أن: the object is the outlet, or the occasion."""
        telling = fold_key(one.lemma) in channel_words("telling")
        if not (telling or one.lemma == "أفاد") or one.content[0].start < one.cue.start:
            return None
        first, last = passage.at(one.cue.start) + 1, passage.at(one.content[0].start)
        for start, end in _around(passage, first, last, one.source):
            for place in range(start, end):
                if passage.tokens[place].key in particles("complementizers") or _opens_words(passage, place, one):
                    break  # أبلغه بأن «…»
                medium = self.media.at(passage, place, told=True)
                if medium and (telling or passage.tokens[place].key in channel_words("reporters")):
                    return Found(place, medium[1], medium[0], None, 3, "صحيفة", passage.tokens[place].start)
            words = [token.key for token in passage.tokens[start : min(start + 3, end)]]
            occasion = carrier(words) if words else None
            if telling and occasion and occasion.limited == "meeting":
                behind = max(min(noun_phrase(passage, start), end), start + 1)
                return Found(start, behind, "other", None, 2, "كلمة", passage.tokens[start].start)
        return None

    def _in_object(self, passage: Passage, one: Attribution) -> Found | None:
        """وصف الاتفاق في بيان بأنه …: between the object and what is said of it."""
        if not one.rule.endswith(("/object", "/two")) or one.content[0].mode != "indirect":
            return None
        first, end = passage.at(one.content[0].start), passage.at(one.content[-1].end - 1)
        limit = next((place for place in range(first, end) if passage.tokens[place].key in _SAID_OF), first)
        found = channels(passage, first, limit, self.media)
        kept = best([known for known in found if known.kind != "other" and known.noun != "برلمان"])
        if kept is None and one.rule.endswith("/object"):  # أكد الحادثة لصحيفة "س"
            told = channels(passage, first, end + 1, self.media, told=True)
            kept = next(
                (known for known in told if known.kind in {"outlet", "agency"} and known.behind == end + 1), None
            )
        return kept

    def _front(self, passage: Passage, one: Attribution) -> Found | None:
        """وفي بيان نشره التلفزيون قالت الحكومة: at the head of the sentence or clause, or between source and cue."""
        cue = passage.at(one.cue.start)
        first = max(passage.sentence(cue)[0], cue - _FRONT, self._behind_last(passage, one))
        while first < cue and passage.tokens[first].text in _SKIPPED:
            first += 1
        source = one.source if one.source and one.source.end <= one.cue.start else None
        starts = {first} | ({passage.behind(source.end)} if source else set())
        found = [
            known
            for start, end in _around(passage, first, cue, source)
            for known in channels(passage, start, end, self.media, told=one.cue_kind in _TOLD_IN_FRONT)
            if known.first in starts or one.cue_kind == "participle" or passage.tokens[known.first - 1].text in "-–—،,"
        ]
        crowd = one.cue_kind == "participle" and one.number == "p"  # تجمعوا أمام المحكمة مطالبين
        unlikely = {"other", "parliament", "court"} if crowd else {"other", "parliament"}
        return best([known for known in found if known.first == first or known.kind not in unlikely])

    def _behind_last(self, passage: Passage, one: Attribution) -> int:
        """Behind the last content in front of a cue in its passage."""
        ends = self._ends.get(one.passage, [])
        last = bisect_right(ends, one.cue.start)
        return passage.at(ends[last - 1] - 1) + 1 if last else 0

    def _tail(self, passage: Passage, one: Attribution) -> Found | None:
        """Behind the words: «…»، في بيان; «…»، وفق ما جاء في شريط فيديو."""
        end = max(part.end for part in one.content)
        if end < one.frame.end or end >= passage.end:
            end = max(end, one.frame.end)
        first = passage.behind(end)
        while first < len(passage.tokens) and passage.tokens[first].text in '"»”’،,-–—':
            first += 1
        if first >= len(passage.tokens):
            return None
        limit = min(passage.sentence(first)[1], first + _TAIL, self._next_cue(passage, first))
        start = first
        words = [token.key for token in passage.tokens[first : first + 4]]
        if words[:1] and words[0] in {"وفق", "حسب", "بحسب", "وفقا", "حسبما", "كما"}:  # وفق ما جاء في
            start = next((first + back for back, key in enumerate(words) if key in {"في", "عبر", "علي", "خلال"}), first)
        found = channels(passage, start, limit, self.media)
        return found[0] if found and found[0].first == start and found[0].kind != "parliament" else None

    def _next_cue(self, passage: Passage, first: int) -> int:
        if first >= len(passage.tokens):
            return first
        index = bisect_left(self._cues, passage.tokens[first].start)
        following = self._cues[index] if index < len(self._cues) else passage.end
        return passage.at(following) if following < passage.end else len(passage.tokens)

    def _document(self, passage: Passage, one: Attribution, speaker: Speaker) -> Carried | None:
        """A document that speaks carries its words: وأضاف البيان."""
        if one.source is None:
            return None
        words = describe(passage, one.source)
        if words.head is None or words.head.kind != "document":
            return None
        inner = behind_head(words) if words.head.noun == "نص" else None  # نص البيان
        if inner and inner.head and inner.head.kind == "document":
            words = inner
        keys = words.keys[:3] or [""]
        first = "ال" + keys[0][2:] if keys[0].startswith("لل") else keys[0]
        known = carrier([first, *keys[1:]]) or carrier([first.removesuffix("ا"), *keys[1:]])
        issued = speaker.referent is not None and not speaker.referent.document
        kind: ChannelKind | None = (
            "social-media" if known and known.limited == "page" else known.kind if known else None
        )
        if known is None or kind is None or not (issued or kind == "statement"):
            return None
        behind = words.first + (max(known.size, words.head_size) if kind != "court" else 1)
        found = Found(words.first, behind, kind, None, 1, known.noun, words.span.start)
        return Carried(found.record(passage), known.noun, own=True)

    def _relayed(self, passage: Passage, one: Attribution) -> Carried | None:
        """The medium that relays is the channel where no other is named."""
        if one.reporter is None or self.media.at(passage, passage.at(one.reporter.start)) is None:
            return None
        return Carried(self.of_medium(passage, one.reporter), "صحيفة", own=True, relayed=True)

    def of_medium(self, passage: Passage, span: Span) -> Channel:
        """The channel that the words of a medium name."""
        found = self.media.at(passage, passage.at(span.start))
        text = passage.text[span.start : span.end]
        kind: ChannelKind = found[0] if found else "agency" if fold_key(text).startswith("وكاله") else "outlet"
        return Channel(span.start, span.end, text, kind)


def _opens_words(passage: Passage, place: int, one: Attribution) -> bool:
    """Whether the marks of what is said open at a token."""
    pair = passage.mark_at(place)
    return pair is not None and pair.open == place and passage.tokens[place].end == one.content[0].start


def _around(passage: Passage, first: int, last: int, source: Span | None) -> list[tuple[int, int]]:
    """The stretches of tokens `first` to `last` without those of the source."""
    if source is None:
        return [(first, last)]
    start, end = passage.at(source.start), passage.behind(source.end)
    if end <= first or start >= last:
        return [(first, last)]
    return [(low, high) for low, high in ((first, start), (end, last)) if low < high]
