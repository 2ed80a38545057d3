"""What a cue brings: where its source stands and where its content begins.

Two looks ahead, both within the sentence. The far one (`clausal`) finds a complementizer, a colon or marked speech,
however much stands between: channel, time, an apposition. The near one (`governed`) walks phrase by phrase and finds
what a verb governs: a preposition with a noun, a bare verbal noun, an object in front of either.
"""

from marsad.annotate.grammar import finite_verb
from marsad.annotate.lists.verbs import verb_readings
from marsad.annotate.quotes.clausal import clause_or_speech
from marsad.annotate.quotes.cues import Candidate, word_list
from marsad.annotate.quotes.governed import governed
from marsad.annotate.quotes.layout import COMMAS, Layout
from marsad.annotate.quotes.openings import NOMINAL, PREPOSITIONS, Look, Opening, attached, speaks
from marsad.annotate.quotes.overt import read_subject

_NEAR = 12  # tokens between a noun and its clause; a participle's may stand twice as far


def opening(layout: Layout, cue: Candidate) -> Opening | None:
    """What the cue brings, or None where nothing of what its frames ask for stands there."""
    look, place = Look(layout, cue), cue.index + 1
    if cue.finite:
        return _verb(look, place)
    if cue.reading.form.part == "participle":
        return _best(look, place, min(look.limit, place + 2 * _NEAR))
    return _verbal_noun(look, place)


def _verb(look: Look, first: int) -> Opening | None:
    found = _best(look, read_subject(look, first), look.limit)
    if found is None and look.source and look.cue.reading.suffix:  # يعدّها تصفية: what looked like a subject
        look.source = None
        found = governed(look, first)
    return found


def _best(look: Look, place: int, limit: int) -> Opening | None:
    far = clause_or_speech(look, place, limit)
    near = governed(look, place)
    if far and near and near.form != "object":
        return near if _holds(look, near, far) else far
    return near or far


def _holds(look: Look, near: Opening, far: Opening) -> bool:
    """Whether what the near look found stands in front of the clause or speech and holds it."""
    if near.content >= far.content:
        return False
    before = look.tokens[far.content - 1]
    nominal = near.form == "noun" and look.verbal_noun(near.content)
    if far.form in {"marks", "colon"}:
        if before.text in COMMAS and near.form in {"noun", "two"}:
            return False
        return nominal or near.form in {"prep", "two"}
    if far.form != "that":
        return False
    verb_between = any(finite_verb(look.passage, place) for place in range(near.content + 1, far.content))
    if near.form == "noun":
        return before.key in word_list("matters") or (nominal and (before.key in PREPOSITIONS or verb_between))
    return near.form == "prep" and _holds_clause(look, near, far, verb_between=verb_between)


def _holds_clause(look: Look, near: Opening, far: Opening, *, verb_between: bool) -> bool:
    """Whether a clause belongs to the noun behind the preposition: حذر من احتمال أن."""
    before, token = look.tokens[far.content - 1], look.tokens[far.content]
    own = PREPOSITIONS.get(before.key, "ب" if token.key.startswith("ب") else "")
    nouns = any(one.form.part in NOMINAL for one in verb_readings(look.tokens[near.content].text))
    if not own and not nouns:
        return False
    return verb_between or not (look.entry.takes(own) or before.text in COMMAS)


def _verbal_noun(look: Look, place: int) -> Opening | None:
    """قوله إن، بالقول: «…»، إعلان الوزارة أن, إعلانها عن تأجيل."""
    reading, chanting = look.cue.reading, look.entry.lemma in word_list("chanting")
    article = reading.clitics.endswith("ال")
    if _no_saying(look):
        return None
    if not reading.suffix and not article:
        behind = look.layout.phrase(place, look.limit)
        if behind == place or attached(look.layout, place):
            return None
        if not (chanting or speaks(look.layout, place, behind)):
            return None
        look.source, place = (place, behind), behind
    near = _NEAR
    if look.source is not None and not chanting:
        following = look.layout.skip_between(place, look.limit)
        near = following - place + (1 if following < look.limit and look.tokens[following].kind != "sign" else 2)
    found = clause_or_speech(look, place, min(look.limit, place + near))
    if found and found.form != "question":
        return found
    return None if article else _announced(look, place)


def _no_saying(look: Look) -> bool:
    """Whether a verbal noun is none of saying here: غني عن القول, في إعلانه, قولنا."""
    reading = look.cue.reading
    before = look.tokens[look.cue.index - 1].key if look.cue.index else ""
    if before in word_list("before_sayings") or (reading.clitics == "ال" and before in word_list("truisms")):
        return True
    return reading.suffix in {"نا", "ني"} or (reading.clitics.endswith("ال") and look.entry.lemma != "قال")


def _announced(look: Look, place: int) -> Opening | None:
    """إعلان الصدر تخليه عن, بعد إعلان الوزارة عن فتح, تأكيده أهمية: a verbal noun behind the verbal noun."""
    place = look.layout.skip_between(place, look.limit)
    if place >= look.limit or not look.entry.takes("noun"):
        return None
    if look.tokens[place].key == "عن":
        if not look.entry.takes("عن"):
            return None
        place += 1
    return Opening("noun", place, look.source) if place < look.limit and look.verbal_noun(place) else None
