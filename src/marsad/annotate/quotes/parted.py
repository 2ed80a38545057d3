"""Parts a source from the medium that was told: قال الوزير لـ«الصحيفة»، كشف لـ(الصحيفة) عميد الكلية.

A noun phrase in front of ل reads on, since an office takes it along (مدير عام الوكالة); a medium behind a whole source
does not belong to it. Where the medium stands first, the source stands behind it.
"""

from marsad.annotate.grammar import Passage, articled, bare, finite_verb, noun_phrase, particles
from marsad.annotate.lists.channels import channel_words
from marsad.annotate.lists.speakers import speaker_noun
from marsad.annotate.lists.verbs import verb_readings
from marsad.annotate.quotes.attribution import Attribution
from marsad.annotate.quotes.outlets import Media
from marsad.records import Span
from marsad.text.fold import fold_key

_SPEAK = frozenset({"person", "group", "institution", "anonymous", "document"})


def part(passage: Passage, one: Attribution, media: Media) -> None:
    """Corrects the source of an attribution in place."""
    if one.source:
        one.source = _without_medium(passage, one, one.source, media)
    elif one.cue_kind == "verb" and one.content[0].start > one.cue.start and not one.passive:
        one.source = _behind_medium(passage, one, media)


def _without_medium(passage: Passage, one: Attribution, source: Span, media: Media) -> Span | None:
    """The source up to ل and a medium, or up to the medium that a verb of telling has as its object."""
    first, behind = passage.at(source.start), passage.behind(source.end)
    telling = fold_key(one.lemma) in channel_words("telling")
    if telling and media.at(passage, first) and source.start > one.cue.start:
        return None  # كان الوزير أبلغ رويترز
    noun = speaker_noun(passage.tokens[first].key)
    if telling and source.start > one.cue.start and noun and noun.role == "relative" and noun.owner:
        one.target = source  # الوزير أبلغ نظيره
        return None
    if telling and (owner := _told_by_title(passage, one, source)):
        return owner
    office = noun is not None and noun.role == "office"
    alone = 1 if noun is not None and noun.definite else 0  # الوزير لوكالة س
    for place in range(first + 1, behind):
        key = passage.tokens[place].key
        belongs = (office and place > first + alone) or bare(passage.tokens[place - 1].key) in channel_words(
            "of_offices"
        )
        told = key[:1] == "ل" and (key == "ل" or not belongs) and media.at(passage, place, told=key == "ل") is not None
        if _press(passage, first, place):
            return Span(source.start, passage.tokens[place - 1].end)
        apart = place > first + 1 or (noun is not None and (noun.definite or noun.kind == "anonymous"))
        object_ = telling and (
            media.named(passage, place) is not None
            or _second(passage, first, place)
            or _second_office(passage, place, behind)
            or (office and alone and place == first + 1 and _marked_name(passage, place, behind))
        )
        if (told and apart) or object_:
            return Span(source.start, passage.tokens[place - 1].end)
    return source


def _told_by_title(passage: Passage, one: Attribution, source: Span) -> Span | None:
    """أبلغ الوزير | البرهان بأن: a verb of telling needs an object, so that a lone title and a name are two."""
    first, verb = passage.at(source.start), passage.at(one.cue.start)
    at = passage.mention_at(first + 1) if first + 1 < len(passage.tokens) else None
    noun = speaker_noun(passage.tokens[first].key)
    lone = first == verb + 1 and noun is not None and noun.kind == "person" and noun.definite and not noun.owner
    if not lone or at is None or at[0] != first + 1 or at[2].label != "PER" or at[2].end != source.end:
        return None
    free = at[1] < len(passage.tokens) and passage.tokens[at[1]].key in particles("complementizers")
    if not free or any(reading.suffix for reading in verb_readings(passage.tokens[verb].text)):
        return None
    return Span(source.start, passage.tokens[first].end)


def _marked_name(passage: Passage, place: int, behind: int) -> bool:
    """أبلغ الوزير | «الحياة» أن: whether marks hold the rest of a source."""
    pair = passage.mark_at(place)
    return pair is not None and pair.open == place and pair.close in {behind, behind - 1}


def _second_office(passage: Passage, place: int, behind: int) -> bool:
    """أبلغ الوزير فلان | الرئيس السوداني فلان: an office behind a name, with a name of its own."""
    before, noun = passage.mention_at(place - 1), speaker_noun(passage.tokens[place].key)
    if before is None or before[1] != place or before[2].label != "PER" or passage.mention_at(place):
        return False
    if noun is None or noun.role != "office" or not noun.definite:
        return False
    end = min(max(behind, noun_phrase(passage, place)) + 1, len(passage.tokens))
    names = (passage.mention_at(index) for index in range(place + 1, end))
    return any(at is not None and at[2].label == "PER" for at in names)


def _second(passage: Passage, first: int, place: int) -> bool:
    """Whether a phrase of its own begins: طمأن المدير | الجمهور, أخبر الطبيب | ذوي المريض."""
    noun, key = speaker_noun(passage.tokens[place].key), passage.tokens[place].key
    if noun is None or noun.kind not in {"group", "institution"} or passage.mention_at(place):
        return False
    several = noun.role == "relative" and noun.number == "p"
    return (articled(key) or several) and all(articled(passage.tokens[at].key) for at in range(first, place))


def _press(passage: Passage, first: int, place: int) -> bool:
    """Whether journalists are told at `place`: الوزير للصحفيين; الاتحاد الدولي للصحفيين is a body."""
    key = passage.tokens[place].key
    told = speaker_noun(key if key.startswith("لل") else key[1:]) if key[:1] == "ل" else None
    if told is None or told.sector != "JRN" or told.number != "p" or told.kind != "person":
        return False
    between = (speaker_noun(passage.tokens[index].key) for index in range(first, place))
    return not any(noun and noun.kind in {"institution", "group"} for noun in between)


def _behind_medium(passage: Passage, one: Attribution, media: Media) -> Span | None:
    """كشف لـ(الصحيفة) عميد الكلية: who stands behind the medium."""
    first, limit = passage.at(one.cue.start) + 1, passage.at(one.content[0].start)
    if first >= limit or passage.tokens[first].key[:1] != "ل":
        return None
    found = media.at(passage, first, told=passage.tokens[first].key == "ل")
    if found is None or found[1] >= limit:
        return None
    place = found[1]
    while place < limit and (passage.time_at(place) or passage.tokens[place].text in "،,"):
        place += 1
    if place >= limit:
        return None
    if passage.tokens[place].kind != "arabic" or not _speaks(passage, place, limit):
        return None
    behind = min(max(noun_phrase(passage, place), place + 1), limit)
    for index in range(behind, limit):  # a long office, then the name
        at = passage.mention_at(index)
        if at and at[2].label == "PER" and at[2].kind == "name":
            behind = min(at[1], limit)
            break
        if finite_verb(passage, index) or passage.tokens[index].text in "،,:":
            break
    return Span(passage.tokens[place].start, passage.tokens[behind - 1].end)


def _speaks(passage: Passage, place: int, limit: int) -> bool:
    """Whether the words behind a medium can be who told it: a noun of the lists, or words with a person's name."""
    noun = speaker_noun(passage.tokens[place].key)
    if noun:
        return noun.kind in _SPEAK
    names = (passage.mention_at(index) for index in range(place, limit))
    return any(at and at[2].kind == "name" and at[2].label in {"PER", "ORG"} for at in names)
