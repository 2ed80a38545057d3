"""Through which channel words came: في بيان، على صفحتها الرسمية في فيسبوك، خلال مؤتمر صحفي، لصحيفة، أمام البرلمان.

`channels` reads a stretch of tokens around a cue and gives what it finds there, in order, each with its exact span (a
preposition of its own belongs to it, a letter that is written on the word does not) and with how much it says: a named
medium or platform says more than «في تصريح».
"""

from marsad.annotate.grammar import Passage, noun_phrase, particles
from marsad.annotate.lists.channels import audience, carrier, channel_words, platform
from marsad.annotate.lists.speakers import speaker_noun
from marsad.annotate.quotes.carriers import carried
from marsad.annotate.quotes.outlets import Media
from marsad.annotate.quotes.stretches import Found, Stretch
from marsad.kinds import ChannelKind

_PARTS = frozenset(
    {"سلسله", "سياق", "اطار", "معرض", "احد", "احدي", "ثاني", "اول", "اخر", "هذا", "هذه", "ذلك", "تلك", "ذات", "نفس"}
)
_NOT_ON = frozenset({"other", "court", "parliament", "press-conference", "speech"})  # على القرار, عبر الاجتماع
_TAKES_LAM = frozenset({"فقا", "طبقا", "خلافا", "تبعا", "استنادا"})
_DOCUMENTS: frozenset[ChannelKind] = frozenset({"statement", "letter", "other"})
_ACCORDING = frozenset({"حسب", "بحسب", "وفق", "وفقا", "حسبما"})
_ON = frozenset({"علي", "عبر", "في"})


def channels(passage: Passage, first: int, behind: int, media: Media, *, told: bool = False) -> list[Found]:
    """The channels in tokens `first` up to `behind`, in order; relative clauses are left out.

    `told`: ل behind the cue opens who was told.
    """
    found: list[Found] = []
    stretch = Stretch(passage, behind, media)
    place = first
    while place < behind:
        if passage.tokens[place].key in particles("relatives"):
            clause, place = place, _behind_clause(passage, place, behind)
            if place >= behind:
                found += _at_end(stretch, clause + 2, told=told)
            continue
        one = _at(stretch, place, told=told)
        if one:
            found.append(one)
        place = max(one.behind if one else 0, place + 1)
    return found


def _behind_clause(passage: Passage, place: int, limit: int) -> int:
    """Behind a relative clause: the sign that closes it."""
    for index in range(place, limit):
        if passage.tokens[index].text in "،,-–—.:؛" or passage.tokens[index].key in particles("complementizers"):
            return index + 1
    return limit


def _at_end(stretch: Stretch, first: int, *, told: bool) -> list[Found]:
    """The channel that ends a relative clause without a sign: قال التحالف الذي يقود العملية *في بيان* إن."""
    ends = (_at(stretch, place, told=told) for place in range(first, stretch.limit))
    return [one for one in ends if one and one.behind == stretch.limit and one.kind not in _SEATS][:1]


_SEATS: frozenset[ChannelKind] = frozenset({"other", "parliament", "court"})


def best(found: list[Found]) -> Found | None:
    """What tells most, of equals the last one; neighbours are one channel: لصحيفة … في مقابلة."""
    joined: list[Found] = []
    for one in found:
        last = joined[-1] if joined else None
        if last and last.behind == one.first:
            joined[-1] = last.joined(one)
        else:
            joined.append(one)
    return max(joined, key=lambda one: (one.weight, one.first), default=None)


def _at(stretch: Stretch, place: int, *, told: bool) -> Found | None:
    token = stretch.passage.tokens[place]
    if token.kind != "arabic":
        return None
    skip = 1 if token.key[:1] in "وف" and token.key[1:] in channel_words("prepositions") | {"من", "امام"} else 0
    key = token.key[skip:]
    start = token.start + skip
    if key in channel_words("prepositions"):
        return _behind_preposition(stretch, place, place + 1, start, key)
    if key == "من" and stretch.words(place + 1)[:1] == ["خلال"]:
        return _behind_preposition(stretch, place, place + 2, start, "خلال")
    if key == "امام":
        return _audience(stretch, place, start)
    if key in _ACCORDING:
        return _by_document(stretch, place)
    return _attached(stretch, place, key, told=told)


def _attached(stretch: Stretch, place: int, key: str, *, told: bool) -> Found | None:
    """ل and إلى in front of who was told; ب in front of a carrier of several words: بمؤتمر صحفي."""
    if key[:1] == "ل" or key == "الي":
        return _told(stretch, place) if told and not _belongs(stretch, place) else None
    one = carrier([key[1:], *stretch.words(place + 1)]) if key[:1] == "ب" else None
    if one is None or one.kind is None or one.size == 1:
        return None
    return carried(stretch, place, place, one, stretch.passage.tokens[place].start)


def _belongs(stretch: Stretch, place: int) -> bool:
    """Whether ل belongs to the word in front: وفقا لوكالة, المدير العام لقناة."""
    before = stretch.passage.tokens[place - 1].key if place else ""
    lam = stretch.passage.tokens[place].key == "ل"
    return before.removeprefix("ف").removeprefix("و") in _TAKES_LAM or (
        not lam and before.removeprefix("ال") in channel_words("of_offices")
    )


def _by_document(stretch: Stretch, place: int) -> Found | None:
    """قالت الوزيرة -حسب البيان ذاته-: the document carries her words."""
    noun = place + 1
    if noun < stretch.limit and stretch.key(noun) == "نص":
        noun += 1
    words = stretch.words(noun)
    if words and words[0].startswith("لل"):
        words[0] = "ال" + words[0][2:]
    one = carrier(words)
    if one is None or one.kind not in _DOCUMENTS:
        return None
    start = stretch.passage.tokens[noun].start
    return Found(place, noun + one.size, one.kind, None, 1, one.noun, start)


def _behind_preposition(stretch: Stretch, place: int, noun: int, start: int, preposition: str) -> Found | None:
    words = stretch.words(noun)
    while len(words) > 1 and words[0] in _PARTS:  # في سلسلة تغريدات
        noun += 1
        words = stretch.words(noun)
    if not words or stretch.passage.time_at(noun):
        return None
    known = platform(words)
    if known and preposition in _ON:
        return Found(place, stretch.named(noun, known[1]), "social-media", known[0], 3, "منصة", start)
    one = carrier(words)
    if one and not (preposition in {"علي", "عبر"} and one.kind in _NOT_ON):
        return carried(stretch, place, noun, one, start)
    if preposition in _ON and words[0] in channel_words("outlets") | channel_words("agencies"):
        return _on_air(stretch, place, noun, start, preposition)
    named = stretch.media.named(stretch.passage, noun) if preposition in _ON else None
    if named:  # في "الجوهرة"، على CNN
        return Found(place, min(named[1], stretch.limit), named[0], None, 2, "قناة", start)
    return _place_of_speech(stretch, place, noun, start) if preposition == "في" else None


def _on_air(stretch: Stretch, place: int, noun: int, start: int, preposition: str) -> Found | None:
    """عبر قناة الجزيرة، على شاشة التلفزيون; في قناة السويس is no channel."""
    found = stretch.medium(noun)
    if found is None or (preposition == "في" and not stretch.names_medium(noun, found[1])):
        return None
    return Found(place, found[1], found[0], None, 2, "قناة", start)


def _place_of_speech(stretch: Stretch, place: int, noun: int, start: int) -> Found | None:
    """في مجلس النواب، في البرلمان: said in parliament."""
    words = stretch.words(noun)
    known = audience(words)
    before = speaker_noun(stretch.passage.tokens[place - 1].key) if place else None
    if before and before.kind == "person":  # النائب في البرلمان
        return None
    if known is None or known[0] != "parliament" or words[0] in {"النواب", "نواب"}:
        return None
    behind = max(noun_phrase(stretch.passage, noun), noun + known[1])
    return Found(place, min(behind, stretch.limit), "parliament", None, 1, "برلمان", start)


def _audience(stretch: Stretch, place: int, start: int) -> Found | None:
    known = audience(stretch.words(place + 1))
    if known is None:
        return None
    behind = max(noun_phrase(stretch.passage, place + 1), place + 1 + known[1])
    return Found(place, min(behind, stretch.limit), known[0], None, 2, "كلمة", start)


def _told(stretch: Stretch, place: int) -> Found | None:
    """The outlet that is told something, with the channel that it runs on: لبرنامج «س» على قناة ص."""
    token = stretch.passage.tokens[place]
    apart = token.key in {"ل", "الي"}
    noun = place + 1 if token.key == "الي" else place
    found = stretch.medium(noun, told=token.key != "الي")
    if found is None:
        return None
    behind = found[1]
    if behind + 1 < stretch.limit and stretch.passage.tokens[behind].key in _ON:
        further = stretch.medium(behind + 1)
        behind = further[1] if further else behind
    start = stretch.passage.tokens[place + 1].start if apart else token.start + (not token.key.startswith("لل"))
    return Found(place, behind, found[0], None, 3, "صحيفة", start)
