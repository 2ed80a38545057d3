"""To whom it was said: قال للصحفيين، أبلغ النواب، في رسالة إلى مجلس الأمن، أمام البرلمان، ردا على سؤال لصحيفة.

A ل behind a cue may be purpose, time or possession: only people, groups and bodies are addressees; an outlet that is
told is the channel.
"""

from marsad.annotate.grammar import Passage, noun_phrase
from marsad.annotate.lists.channels import audience, channel_words
from marsad.annotate.lists.speakers import SpeakerNoun, speaker_noun
from marsad.annotate.lists.verbs import verb_readings
from marsad.annotate.quotes.attribution import Attribution
from marsad.annotate.quotes.outlets import Media
from marsad.records import Channel, Named, Span
from marsad.text.fold import fold_key

_TOLD = frozenset({"person", "group", "institution", "anonymous"})
_QUESTIONS = frozenset({"سؤال", "اسئله"})
_FRONT = 20  # tokens in front of a cue: ردا على سؤال للصحفيين، قال


def addressee(
    passage: Passage, one: Attribution, channel: Channel | None, media: Media, source: Span | None = None
) -> Named | None:
    """Whom an attribution names as told; `channel` is the one that it names itself, `source` its overt source."""
    if one.cue_kind == "participle" and source and (told := _addressed(passage, one, source, media)):
        return told
    if fold_key(one.lemma) in channel_words("telling") and (told := _object(passage, one, media)):
        return told
    if channel and (found := _of_channel(passage, channel, media)):
        return found
    first = passage.at(one.cue.start) + 1
    last = passage.at(one.content[0].start) if one.content[0].start > one.cue.start else passage.behind(one.frame.end)
    return _told(passage, first, last, media, one.source) or _asked(passage, first - 1, media)


def _object(passage: Passage, one: Attribution, media: Media) -> Named | None:
    """The object of a verb of telling: أبلغ الرئيس نواب البرلمان أنه …"""
    if one.target:
        return _named(passage, one.target.start, one.target.end)
    first = passage.at(one.cue.start) + 1
    if one.source and one.source.start >= one.cue.end:
        first = passage.behind(one.source.end)
    if first >= len(passage.tokens) or passage.tokens[first].start >= one.content[0].start or media.at(passage, first):
        return None
    start = passage.tokens[first].start
    if not _speaks(passage, first, start):
        return None
    return _phrase(passage, first, start)


def _addressed(passage: Passage, one: Attribution, source: Span, media: Media) -> Named | None:
    """خاطب البابا الشباب قائلا: the object of the verb of telling in front of a participle."""
    cue = passage.at(one.cue.start)
    if not passage.tokens[passage.sentence(cue)[0]].start < source.start < source.end < one.cue.start:
        return None
    verb, first = passage.at(source.start) - 1, passage.behind(source.end)
    if not any(
        fold_key(reading.form.lemma) in channel_words("telling") for reading in verb_readings(passage.tokens[verb].text)
    ):
        return None
    start = passage.tokens[first].start
    if first >= cue or media.at(passage, first) or not _speaks(passage, first, start):
        return None
    return _phrase(passage, first, start, cue)


def _told(passage: Passage, first: int, last: int, media: Media, source: Span | None) -> Named | None:
    """ل and a person or group, right behind the cue or its subject."""
    for place in range(first, last):
        token = passage.tokens[place]
        if source and source.start < token.end and token.start < source.end:
            continue
        if token.text in "،,:" or passage.mark_at(place):
            return None
        if token.key[:1] == "ل" and len(token.key) > 2:  # noqa: PLR2004 - ل and a noun
            start = token.start if token.key.startswith("لل") else token.start + 1
            if not media.at(passage, place) and _hears(passage, place, start, right_behind=place == first):
                return _phrase(passage, place, start)
    return None


def _hears(passage: Passage, place: int, start: int, *, right_behind: bool) -> bool:
    """Whether ل opens who is told: a name, people (للصحفيين); an office only right behind the cue (قال للوزير).

    Behind the subject ل and an office or body belong to it: المدير التنفيذي لشركة س.
    """
    at = passage.mention_at(place)
    if at and at[2].kind == "name":
        return at[2].label == "PER" and at[0] == place
    noun = _noun(passage, place, start)
    if noun is None or noun.kind not in {"person", "group"} or noun.role == "part":
        return False
    return right_behind or (noun.number == "p" and noun.definite)


def _asked(passage: Passage, cue: int, media: Media) -> Named | None:
    """ردا على سؤال للصحفيين، نفى السفير …"""
    first = max(passage.sentence(cue)[0], cue - _FRONT)
    keys = [token.key for token in passage.tokens[first:cue]]
    asked = next((first + index for index, key in enumerate(keys) if key in _QUESTIONS), cue)
    following = asked + 1
    if following < cue and passage.tokens[following].key[:1] == "ل":
        start = passage.tokens[following].start + (not passage.tokens[following].key.startswith("لل"))
        noun = _noun(passage, following, start)
        if noun is not None and noun.kind == "person":  # سؤال لمراسل الإذاعة
            return _phrase(passage, following, start)
        return _told(passage, following, following + 1, media, None)
    if following >= cue or passage.tokens[asked].key != "اسئله":
        return None
    token = passage.tokens[following]  # أسئلة الصحافيين
    return _named(passage, token.start, token.end) if _speaks(passage, following, token.start) else None


def _noun(passage: Passage, place: int, start: int) -> SpeakerNoun | None:
    """The noun of those who speak that a token is from code point `start` on: behind ل."""
    token = passage.tokens[place]
    return speaker_noun(fold_key(token.text[start - token.start :]))


def _of_channel(passage: Passage, channel: Channel, media: Media) -> Named | None:
    """In a letter whom it is sent to, in a speech or statement who hears it."""
    if channel.start < passage.start or channel.end > passage.end:
        return None
    first, last = passage.at(channel.start), passage.behind(channel.end)
    for place in range(first, last - 1):
        key = passage.tokens[place].key
        following = passage.tokens[place + 1]
        if key == "امام" and (audience([following.key]) or _speaks(passage, place + 1, following.start)):
            return _named(passage, following.start, channel.end)
        if key == "الي" and channel.kind == "letter":
            return _named(passage, following.start, channel.end)
        if following.key[:1] == "ل" and channel.kind in {"letter", "statement", "speech", "interview"}:
            start = following.start if following.key.startswith("لل") else following.start + 1
            if not media.at(passage, place + 1) and _speaks(passage, place + 1, start):
                return _named(passage, start, channel.end)
    return None


def _speaks(passage: Passage, place: int, start: int) -> bool:
    """Whether somebody who can be told is named at a token: a person, a group, a body."""
    at = passage.mention_at(place)
    if at and at[2].kind == "name":
        return at[2].label == "PER" or (at[2].label == "ORG" and at[0] == place)
    noun = _noun(passage, place, start)
    return noun is not None and noun.kind in _TOLD and noun.role != "part"


def _phrase(passage: Passage, place: int, start: int, limit: int | None = None) -> Named:
    """The noun phrase at token `place` from code point `start` on, up to token `limit`."""
    behind = max(noun_phrase(passage, place), place + 1)
    return _named(passage, start, passage.tokens[min(behind, limit or behind) - 1].end)


def _named(passage: Passage, start: int, end: int) -> Named:
    at = passage.mention_at(passage.at(start))
    whole = at and at[2].kind == "name" and at[2].start == start
    return Named(start, end, passage.text[start:end], at[2].entity if at and whole else None)
