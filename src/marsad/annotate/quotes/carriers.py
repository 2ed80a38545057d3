"""What carries words, with all that belongs to it: a statement, a page with its platform, an interview with its outlet."""

from dataclasses import dataclass
from typing import NamedTuple

from marsad.annotate.grammar import Passage, noun_phrase, particles
from marsad.annotate.lists.channels import Carrier, audience, carrier, channel_words, platform
from marsad.annotate.quotes.outlets import Media, Medium
from marsad.records import Channel, ChannelKind

_AHEAD = 3  # words of a phrase of the lists
_CLAUSE = 14  # tokens of «وجهها إلى مجلس الأمن» behind a carrier
_MORE = 4  # further pieces of one channel: على صفحته | على موقع | فيسبوك
_SIGNS = "،,.:؛-–—"
_SHORT = frozenset({"بيان", "بيانات", "بيانين", "بلاغ", "بلاغات"})  # a statement is named by its noun alone


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
        while last > self.first and passage.tokens[last].kind == "sign" and not self._closes(passage, last):
            last -= 1
        end = passage.tokens[last].end
        return Channel(self.start, end, passage.text[self.start : end], self.kind, self.platform)

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
            if self.passage.tokens[index].text in _SIGNS or self.key(index) in particles("complementizers"):
                behind = index
                break
        behind = min(behind, self.limit)
        while behind - 1 > noun and self.key(behind - 1) in particles("prepositions"):
            behind -= 1
        return min(max(behind, noun + size), self.limit)


class _Piece(NamedTuple):
    behind: int
    medium: Medium | None = None
    site: str | None = None


def carried(stretch: Stretch, place: int, noun: int, one: Carrier, start: int) -> Found | None:
    """The channel whose noun stands at `noun`; None where the noun needs more than there is."""
    behind = _core(stretch, noun, one)
    words = [stretch.key(index).removeprefix("ال") for index in range(noun, behind)]
    site, medium = None, None
    for _ in range(_MORE):
        piece = _longer(stretch, behind, one)
        if piece.behind <= behind:
            break
        site, medium = site or piece.site, medium or piece.medium
        behind = min(piece.behind, stretch.limit)
    site = site or stretch.platform_in(noun, behind)
    kind = one.kind or _limited(stretch, one, words, (noun, behind), site, medium)
    if kind is None:
        return None
    weight = 3 if site or medium else 1
    return Found(place, behind, _finer(kind, words, site), site, weight, one.noun, start)


def _core(stretch: Stretch, noun: int, one: Carrier) -> int:
    behind = stretch.phrase(noun, one.size)
    if one.noun in _SHORT:  # بيان صحفي; the issuer of «بيان للوزارة» is its speaker
        behind = noun + one.size
        if stretch.key(behind).removeprefix("ال") in channel_words("press"):
            behind += 1
    return behind


def _longer(stretch: Stretch, behind: int, one: Carrier) -> _Piece:
    """The next piece of a channel, with the medium and the platform that it names."""
    moment = stretch.passage.time_at(behind) if behind < stretch.limit else None
    if moment:  # في تصريح اليوم لصحيفة س
        further = _longer(stretch, moment[1], one)
        return further if further.medium or further.site else _Piece(behind)
    key = stretch.key(behind)
    if not key:
        return _Piece(behind)
    if key in {"علي", "في", "عبر", "ب"}:
        return _site(stretch, behind, behind + 1)
    if key[:1] == "ب" and (known := platform([key[1:]])):
        return _Piece(stretch.named(behind, 1), None, known[0])
    if key[:1] == "ب" and (page := carrier([key[1:], *stretch.words(behind + 1)])) and page.limited in {"site", "page"}:
        return _on_page(stretch, behind, page)
    if one.noun in _SHORT or one.limited == "meeting":
        return _Piece(behind)
    if one.limited == "call" and key[:1] == "ب" and (told := stretch.medium(behind, told=True)):
        return _Piece(told[1], told[0])
    if key in {"له", "لها", "لهم", "لهما"}:
        further = _longer(stretch, behind + 1, one)
        return further if further.medium or further.site else _Piece(behind)
    if key in channel_words("issued"):
        return _Piece(_issued(stretch, behind))
    if key == "امام" and one.kind in {"speech", "broadcast", "statement"}:
        return _Piece(noun_phrase(stretch.passage, behind + 1))
    if key in {"مع", "الي"} and one.kind != "press-conference":
        found = stretch.medium(behind + 1, told=True)
        if found:
            return _Piece(found[1], found[0])
        with_whom = one.kind in {"letter", "interview"} or key == "الي"
        return _Piece(noun_phrase(stretch.passage, behind + 1) if with_whom else behind)
    if key[:1] == "ل" and len(key) > 1:
        found = stretch.medium(behind, told=True)
        return _Piece(found[1], found[0]) if found else _Piece(noun_phrase(stretch.passage, behind))
    if key == "ل" and (found := stretch.medium(behind, told=True)):
        return _Piece(found[1], found[0])
    return _Piece(behind)


def _site(stretch: Stretch, behind: int, noun: int) -> _Piece:
    """على موقع «فيسبوك»، في منصة إكس، بـ"تويتر"."""
    words = stretch.words(noun)
    known = platform(words)
    if known:
        return _Piece(stretch.named(noun, known[1]), None, known[0])
    one = carrier(words)
    if one and one.limited in {"site", "page"}:
        return _on_page(stretch, noun, one)
    found = stretch.medium(noun)
    if found and stretch.key(behind) == "في" and not stretch.names_medium(noun, found[1]):
        found = None
    return _Piece(found[1], found[0]) if found else _Piece(behind)


def _on_page(stretch: Stretch, noun: int, one: Carrier) -> _Piece:
    behind = stretch.phrase(noun, one.size)
    pair = stretch.passage.mark_at(behind) if behind < stretch.limit else None
    if pair and pair.open == behind and pair.close:
        behind = min(pair.close + 1, stretch.limit)
    return _Piece(behind, None, stretch.platform_in(noun, behind))


def _issued(stretch: Stretch, place: int) -> int:
    """Behind «وجهها إلى مجلس الأمن»: up to a sign, a time, or what is said."""
    end = min(place + _CLAUSE, stretch.limit)
    for index in range(place, end):
        token = stretch.passage.tokens[index]
        if token.text in _SIGNS or token.key in particles("complementizers") or stretch.passage.mark_at(index):
            return index
        if stretch.passage.time_at(index) and index > place:
            return index
    return end


def _limited(
    stretch: Stretch, one: Carrier, words: list[str], place: tuple[int, int], site: str | None, medium: Medium | None
) -> ChannelKind | None:
    """What a noun that may be a channel is here; None where it is none."""
    noun, behind = place
    if site:
        return "social-media"
    if one.limited == "page":
        return "social-media" if one.owner and not one.noun.startswith("قن") else None
    if one.limited == "site":
        if medium or (len(words) > 1 and stretch.medium(noun) and stretch.names_medium(noun, behind)):
            return "outlet"
        return "other" if one.owner or {"الكتروني", "رسمي", "انترنت"}.intersection(words) else None
    if one.limited == "talk":
        press = channel_words("press").intersection(words[1:])
        inside = any(stretch.medium(index, told=True) for index in range(noun + 1, behind))
        return "interview" if medium or press or inside else None
    if one.limited == "meeting" and one.noun.startswith("جلس") and _of_parliament(stretch, behind):
        return "parliament"
    if one.limited == "call":
        return "phone" if medium or {"هاتفي", "هاتفيه"}.intersection(words) else None
    if one.definite or one.owner or stretch.key(behind) in {"مع", "جمعه", "جمعها", "بين", "ضم", "عقده", "ل"}:
        return None
    return "other" if not any(stretch.key(index)[:1] == "ب" for index in range(noun + 1, behind + 1)) else None


def _of_parliament(stretch: Stretch, behind: int) -> bool:
    """جلسة بمجلس الأمة، جلسة لمجلس النواب."""
    key = stretch.key(behind)
    words = [("ال" + key[2:]) if key.startswith("لل") else key[1:], *stretch.words(behind + 1)]
    found = audience(words) if key[:1] in "لب" else None
    return found is not None and found[0] == "parliament"


def _finer(kind: ChannelKind, words: list[str], site: str | None) -> ChannelKind:
    """A filmed or recorded statement is a broadcast; whatever stands on a platform is social media."""
    if site and kind in {"statement", "other", "letter", "broadcast", "speech"}:
        return "social-media"
    if kind in {"statement", "speech", "letter"} and channel_words("filmed").intersection(words):
        return "broadcast"
    return kind
