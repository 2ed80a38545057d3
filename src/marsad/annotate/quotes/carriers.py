"""What carries words, with all that belongs to it: a statement, a page with its platform, a talk with its outlet."""

from typing import NamedTuple

from marsad.annotate.grammar import noun_phrase, particles
from marsad.annotate.lists.channels import Carrier, audience, carrier, channel_words, platform
from marsad.annotate.quotes.outlets import Medium
from marsad.annotate.quotes.stretches import SIGNS, Found, Stretch
from marsad.kinds import ChannelKind

_CLAUSE = 14  # tokens of «وجهها إلى مجلس الأمن» behind a carrier
_MORE = 4  # further pieces of one channel: على صفحته | على موقع | فيسبوك
_TOLD = frozenset({"تصريح", "تصريحات", "تصريحين", "إفادة", "إفادات"})  # تصريحات لقناة س: the outlet is told
_SHORT = frozenset({"بيان", "بيانات", "بيانين", "بلاغ", "بلاغات"})  # a statement is named by its noun alone


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
    kind: ChannelKind | None = one.kind or _limited(stretch, one, words, (noun, behind), site, medium)
    if kind is None:
        return None
    if kind == "parliament" and _of_parliament(stretch, behind):
        behind = stretch.phrase(behind, 1)
    if medium and one.noun in _TOLD:
        kind = medium
    weight = 3 if site or medium else _weight(one, kind)
    return Found(place, behind, _finer(kind, words, site), site, weight, one.noun, start)


def _weight(one: Carrier, kind: ChannelKind) -> int:
    """An occasion tells less than what is said at it: في كلمة له خلال حفل."""
    return 0 if one.limited == "meeting" and kind == "other" else 1


def _core(stretch: Stretch, noun: int, one: Carrier) -> int:
    behind = stretch.phrase(noun, one.size)
    if one.noun in _SHORT:  # بيان صحفي; the issuer of «بيان للوزارة» is its speaker
        behind = noun + one.size
        if stretch.key(behind).removeprefix("ال") in channel_words("press"):
            behind += 1
    return behind


def _longer(stretch: Stretch, behind: int, one: Carrier) -> _Piece:
    """The next piece of a channel; a time or «له» stands in between only where a medium or platform follows."""
    piece = _next(stretch, behind, one)
    if piece.behind > behind:
        return piece
    place = behind + 1 if stretch.key(behind) in {"له", "لها", "لهم", "لهما"} else behind
    moment = stretch.passage.time_at(place) if place < stretch.limit else None
    place = moment[1] if moment else place
    further = _next(stretch, place, one) if place > behind else piece
    return further if further.medium or further.site else _Piece(behind)


def _next(stretch: Stretch, behind: int, one: Carrier) -> _Piece:
    """What stands at `behind` if it goes on with the channel, with the medium and the platform that it names."""
    key = stretch.key(behind)
    if not key or (behind < stretch.limit and stretch.passage.time_at(behind)):
        return _Piece(behind)
    if key in {"علي", "في", "عبر", "ب"}:
        return _site(stretch, behind, behind + 1)
    if key[:1] == "ب" and (piece := _with_ba(stretch, behind, key, one)):
        return piece
    if one.noun in _SHORT or one.limited == "meeting":
        return _Piece(behind)
    return _Piece(_issued(stretch, behind)) if key in channel_words("issued") else _to_whom(stretch, behind, key, one)


def _with_ba(stretch: Stretch, behind: int, key: str, one: Carrier) -> _Piece | None:
    """بتويتر، بصفحته, of a call بالصحيفة."""
    known = platform([key[1:]])
    if known:
        return _Piece(stretch.named(behind, 1), None, known[0])
    page = carrier([key[1:], *stretch.words(behind + 1)])
    if page and page.limited in {"site", "page"}:
        return _on_page(stretch, behind, page)
    told = stretch.medium(behind, told=True) if one.limited == "call" else None
    return _Piece(told[1], told[0]) if told else None


def _to_whom(stretch: Stretch, behind: int, key: str, one: Carrier) -> _Piece:
    """مع قناة س، إلى مجلس الأمن، للصحفيين، أمام الحضور: a medium always, others as the carrier allows."""
    if key == "امام" and one.kind in {"speech", "broadcast", "statement"}:
        return _Piece(noun_phrase(stretch.passage, behind + 1))
    apart = key in {"مع", "الي"}
    if (key == "مع" and one.kind == "press-conference") or not (apart or key[:1] == "ل"):
        return _Piece(behind)
    found = stretch.medium(behind + apart, told=True)
    if found:
        return _Piece(found[1], found[0])
    if key == "ل" or (key == "مع" and one.kind not in {"letter", "interview"}) or key in {"له", "لها", "لهم", "لهما"}:
        return _Piece(behind)
    return _Piece(noun_phrase(stretch.passage, behind + apart))


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
        if token.text in SIGNS or token.key in particles("complementizers") or stretch.passage.mark_at(index):
            return index
        if stretch.passage.time_at(index) and index > place:
            return index
    return end


def _limited(
    stretch: Stretch, one: Carrier, words: list[str], place: tuple[int, int], site: str | None, medium: Medium | None
) -> ChannelKind | None:
    """What a noun that may be a channel is here; None where it is none."""
    noun, behind = place
    known = set(words[1:])
    named = len(words) > 1 and stretch.medium(noun) is not None and stretch.names_medium(noun, behind)
    kind: ChannelKind | None = None
    if site or (one.limited == "page" and one.owner and not one.noun.startswith("قن")):
        kind = "social-media"
    elif one.limited == "site" and (medium or named):
        kind = "outlet"
    elif one.limited == "site" and (one.owner or known & {"الكتروني", "رسمي", "انترنت"}):
        kind = "other"
    elif one.limited == "talk" and (medium or known & channel_words("press") or _inside(stretch, noun, behind)):
        kind = "interview"
    elif one.limited == "call" and (medium or known & {"هاتفي", "هاتفيه"}):
        kind = "phone"
    elif one.limited == "meeting":
        kind = _meeting(stretch, one, noun, behind)
    return kind


def _inside(stretch: Stretch, noun: int, behind: int) -> bool:
    """Whether a medium stands in the phrase of a talk: حديث لقناة س."""
    return any(stretch.medium(index, told=True) for index in range(noun + 1, behind))


def _meeting(stretch: Stretch, one: Carrier, noun: int, behind: int) -> ChannelKind | None:
    """A session of parliament; a meeting that is not with somebody and not known: في اجتماع مغلق."""
    if one.noun.startswith("جلس") and _of_parliament(stretch, behind):
        return "parliament"
    known = one.definite or one.owner or stretch.key(behind) in {"مع", "جمعه", "جمعها", "بين", "ضم", "عقده", "ل"}
    return None if known or any(stretch.key(index)[:1] == "ب" for index in range(noun + 1, behind + 1)) else "other"


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
