"""The subject behind a verb, and where its object begins when nothing stands between the two."""

from marsad.annotate.grammar import definite, particles
from marsad.annotate.lists.speakers import speaker_noun
from marsad.annotate.lists.verbs import FINITE, VerbReading, verb_readings
from marsad.annotate.quotes.cues import word_list
from marsad.annotate.quotes.layout import COMMAS
from marsad.annotate.quotes.openings import NOMINAL, PREPOSITIONS, Look, attached

_JOINED = ("ال", "لل", "و")  # words that begin so go on with the noun phrase in front
_PRONOUNS = ("ه", "ها", "هم")


def read_subject(look: Look, place: int) -> int:
    """Reads the subject behind a verb into `look.source`, if one stands there; the place behind it."""
    start = look.layout.skip_between(place, look.limit)
    if start + 1 < look.limit and look.tokens[start].text in COMMAS and look.passage.mention_at(start + 1):
        start += 1
    if start >= look.limit or _opens_something(look, start) or _no_subject(look, start):
        return place
    behind = look.layout.phrase(start, look.limit)
    if start + 2 < look.limit and look.tokens[start + 1].text == "." and len(look.tokens[start].key) == 1:
        behind = max(behind, look.layout.phrase(start + 2, look.limit))  # د. فلان
    if behind == start:
        return place
    behind = _split(look, start, behind)
    look.source = (start, behind)
    return behind


def _opens_something(look: Look, place: int) -> bool:
    token = look.tokens[place]
    if token.kind == "sign":
        pair = look.passage.mark_at(place)
        return not pair or pair.open != place or look.layout.speech(pair, fresh=True)
    return token.key in particles("complementizers") or token.key in PREPOSITIONS


def _no_subject(look: Look, place: int) -> bool:
    """Whether the phrase here is what is said, asked or meant, not who speaks."""
    token, named = look.tokens[place], look.passage.mention_at(place) is not None
    told = look.fronted and look.told() and not named and _owned(look, place)  # الوزير أبلغ نظيره أن
    led = look.continues or (look.fronted and named and not look.cue.reading.suffix)  # كانت إيران اتهمت إسرائيل
    if told or attached(look.layout, place) or (led and look.objects()):
        return True
    if named or speaker_noun(token.key):
        return False
    if token.key in word_list("no_ba") or _own_saying(token.key):
        return True
    readings = verb_readings(token.text)
    if readings and all(one.form.part in FINITE and not _as_noun(one) for one in readings):
        return True
    if not any(map(look.entry.takes, ("noun", "masdar", "two"))):
        return False
    return look.fronted or any(one.form.part == "masdar" and not one.clitics for one in readings)


def _as_noun(reading: VerbReading) -> bool:
    """أظهرت صور: right behind a verb a bare perfect is a noun that is spelt so."""
    form = reading.form
    return form.part == "perfect" and (form.gender, form.number) == ("m", "s") and not reading.clitics + reading.suffix


def _own_saying(key: str) -> bool:
    """وتابع حديثه: «…»: a noun of saying with its pronoun is no speaker."""
    return any(key.endswith(end) and key.removesuffix(end) in word_list("sayings") for end in _PRONOUNS)


def _split(look: Look, start: int, behind: int) -> int:
    """Where the subject ends and the object begins, without a sign between: طالبت الحركة البرلمانات."""
    head = speaker_noun(look.tokens[start].key)
    body = head is not None and head.kind in {"institution", "group", "document"}
    governed = {frame.opens for frame in look.entry.frames if frame.party in {"", "obj", "to"}}
    for place in range(start + 1, behind):
        key = look.tokens[place].key
        if look.cue.reading.suffix and look.entry.takes("two") and look.layout.opens_marks(place):
            return place  # الذي اعتبره الوزير «كارثة»
        if key in word_list("questions") or _told_outlet(look, place):
            return place
        if PREPOSITIONS.get(key) in governed and place > start + 1 and not look.passage.mention_at(place):
            return place  # عبّر المدير عن: the preposition is the verb's; المسؤول عن الملف keeps its own
        if not definite(look.passage, place - 1):
            if _sound_plural(look, place - 1) and look.verbal_noun(place):
                return place
        elif _owned_noun(look, place) or (look.objects() and _object(look, place, body=body)):
            return place
    return behind


def _object(look: Look, place: int, *, body: bool) -> bool:
    """Whether behind a definite noun another begins that is not its adjective or name."""
    name, token = look.passage.mention_at(place), look.tokens[place]
    if name:
        begins = name[0] == place and name[2].start == token.start
        return begins and bool(look.passage.mention_at(place - 1) or name[2].label != "PER" or body)
    if not token.plain.startswith("ال"):
        return False
    noun = speaker_noun(token.key)
    if noun:
        return noun.number == "p" or (noun.number == "s" and noun.kind == "institution")
    parts = {one.form.part for one in verb_readings(token.text)}
    return bool(parts) and parts <= NOMINAL  # الحكم القرار: no adjective


def owned_from(look: Look, start: int, behind: int) -> int:
    """Where in a phrase a noun with a pronoun begins a new one: ناشد أهل الخير مساعدتها."""
    for place in range(start + 1, behind):
        if definite(look.passage, place - 1) and not look.tokens[place].key.startswith(_JOINED) and _owned(look, place):
            return place
    return behind


def _owned_noun(look: Look, place: int) -> bool:
    key = look.tokens[place].key
    free = look.passage.mention_at(place) is None and not key.startswith(_JOINED)
    return free and key.endswith(_PRONOUNS) and _owned(look, place)


def _owned(look: Look, place: int) -> bool:
    """A noun with a pronoun (قرارها) is no adjective; نفسه and ذاته stand for one."""
    return look.tokens[place].plain.endswith(_PRONOUNS) and look.tokens[place].key not in word_list("between")


def _sound_plural(look: Look, place: int) -> bool:
    """مصريون: no construct begins with such a form."""
    return look.tokens[place].key.endswith(("ون", "ين")) and not look.tokens[place].key.startswith("ال")


def _told_outlet(look: Look, place: int) -> bool:
    """قال الناطق لصحيفة …: who is told."""
    key = look.tokens[place].key
    if not key.startswith("ل") or look.entry.class_ != "declare":
        return False
    noun = speaker_noun(key if key.startswith("لل") else key[1:])
    return noun is not None and noun.kind == "outlet"
