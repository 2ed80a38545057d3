"""Cues with their openings, before the reach of each is known."""

from dataclasses import dataclass

from marsad.annotate.grammar import particles
from marsad.annotate.lists.speakers import speaker_noun
from marsad.annotate.quotes import subjects
from marsad.annotate.quotes.complements import opening
from marsad.annotate.quotes.contents import Boundary
from marsad.annotate.quotes.cues import Candidate, word_list
from marsad.annotate.quotes.guards import allowed, sure, unsaid, verb_here
from marsad.annotate.quotes.layout import Layout
from marsad.annotate.quotes.openings import Opening, Range

_RELAY = 40  # tokens between the verb that relays and قوله
_JOINED = 40  # tokens between a verb and what opens its clause
_ADVERBIAL = 12
_STARTS = frozenset("،,؛.")
_NAMES = {"perfect": "verb", "imperfect": "verb", "participle": "participle", "masdar": "nominal"}


@dataclass(slots=True)
class Draft:
    """One cue with what it brings. All are tokens of its passage."""

    cue: Candidate
    opening: Opening
    rule: str
    source: Range | None = None
    reporter: Range | None = None
    pronoun: int | None = None
    boundary: Boundary | None = None  # none of a verbal noun, which opens no clause


def draft(layout: Layout, index: int) -> Draft | None:
    """The reading of the cue at token `index` that finds a content; None where it is no cue here."""
    for cue in layout.cues[index]:
        found = _opening(layout, cue)
        if found is not None and allowed(layout, cue, found):
            made = Draft(cue, found, _rule(cue, found), found.source)
            _subject(layout, made)
            made.boundary = _boundary(layout, made)
            return made
    return None


def _opening(layout: Layout, cue: Candidate) -> Opening | None:
    if cue.finite:
        if not verb_here(layout, cue) or unsaid(layout, cue):
            return None
        found = opening(layout, cue)
        return found if found and sure(layout, cue, found) else None
    if cue.index and layout.tokens[cue.index - 1].key in word_list("relative_ma") | word_list("denying"):
        return None
    return opening(layout, cue) or _bare_speech(layout, cue)


def _bare_speech(layout: Layout, cue: Candidate) -> Opening | None:
    """وتابع قائلا لن نقبل: speech without any sign."""
    place = cue.index + 1
    if cue.reading.form.part != "participle" or cue.entry.lemma != "قال" or place >= layout.limit(cue.index):
        return None
    return Opening("colon", place) if layout.tokens[place].kind == "arabic" else None


def _rule(cue: Candidate, found: Opening) -> str:
    name = _NAMES[cue.reading.form.part]
    if cue.entry.takes("in"):
        name = "document"
    elif cue.finite and (cue.reading.form.voice == "passive" or cue.entry.takes("hearsay")):
        name = "passive-hearsay"
    return f"{name}/{found.form}"


def _subject(layout: Layout, made: Draft) -> None:
    """The source where it does not stand behind the cue: in front, behind في or عن, the pronoun of a verbal noun."""
    cue, index = made.cue, made.cue.index
    if cue.entry.takes("in"):
        _document(layout, made)
    elif cue.entry.lemma == "نقل":
        _relayed(layout, made, index + 1, made.opening.content)
    elif cue.finite and made.source is None:
        before = layout.tokens[index - 1] if index else None
        if before is not None and before.key in particles("relatives"):
            made.source = subjects.antecedent(layout, index - 1)
        elif not cue.reading.clitics and (before is None or before.key not in {"و", "ف"}):
            made.source = subjects.before(layout, index)
    elif cue.reading.form.part == "masdar" and cue.reading.suffix:
        made.pronoun = index
        _relay_in_front(layout, made)


def _document(layout: Layout, made: Draft) -> None:
    place = made.cue.index + 1
    if layout.tokens[place].key in {"في", "علي"}:
        behind = layout.phrase(place + 1, made.opening.content)
        made.source = (place + 1, behind) if behind > place + 1 else None
    else:
        made.source = subjects.before(layout, made.cue.index)


def _relayed(layout: Layout, made: Draft, first: int, behind: int) -> None:
    """نقلت الوكالة عن المصدر أن: the medium relays, who stands behind عن speaks."""
    for place in range(first, behind):
        if layout.tokens[place].key == "عن":
            end = layout.phrase(place + 1, behind)
            if end > place + 1:
                made.reporter, made.source = made.source, (place + 1, end)
            return


def _relay_in_front(layout: Layout, made: Draft) -> None:
    """نقلت الوكالة عن المصدر قوله إن: verb and source in front of the verbal noun."""
    index = made.cue.index
    start = max(layout.passage.sentence(index)[0], index - _RELAY)
    for place in range(index - 1, start - 1, -1):
        if any(cue.finite and cue.entry.lemma in word_list("relaying") for cue in layout.cues.get(place, ())):
            subject = layout.phrase(place + 1, index)
            medium = (place + 1, subject) if subject > place + 1 else None
            made.source = medium
            _relayed(layout, made, place + 1, index)
            if made.source == medium:
                made.source = None
            return


def _boundary(layout: Layout, made: Draft) -> Boundary | None:
    tokens, index = layout.tokens, made.cue.index
    part = made.cue.reading.form.part
    if part == "masdar":
        return None
    if part == "participle":
        return Boundary(index, "participle", joined=True)
    if index and tokens[index - 1].key.removeprefix("و") in particles("relatives"):
        return Boundary(index - 1, "relative", joined=False)
    start = made.source[0] if made.source and made.source[1] <= index else index
    while start > max(0, index - _JOINED) and tokens[start - 1].key in word_list("joining"):
        start -= 1
    if start == index:
        start = _adverbial(layout, start)
    return Boundary(start, "verb", joined=_joined(layout, made, start))


def _joined(layout: Layout, made: Draft, start: int) -> bool:
    """Whether something joins a clause to what stands in front: a sign, a conjunction, و of its own."""
    first = layout.tokens[start].key
    if start == 0 or layout.tokens[start - 1].text in _STARTS:
        return True
    if first in word_list("joining") and first not in word_list("inside_clause"):
        return True
    if start == made.cue.index:
        return made.cue.reading.clitics[:1] in {"و", "ف"}
    return first[:1] == "و" and not _own_waw(layout, start)


def _own_waw(layout: Layout, place: int) -> bool:
    """Whether a noun begins with و of its own: وزير."""
    name = layout.passage.mention_at(place)
    token = layout.tokens[place]
    return name[2].start == token.start if name else speaker_noun(token.key) is not None


def _adverbial(layout: Layout, verb: int) -> int:
    """Where the adverbial in front of a verb begins, if a comma stands before it: ، في سياق آخر أعلن."""
    tokens = layout.tokens
    for place in range(verb - 1, max(verb - _ADVERBIAL, 0), -1):
        if tokens[place].kind == "sign":
            first = tokens[place + 1]
            bare = first.key.removeprefix("و")
            prepositional = bare in particles("prepositions") or layout.passage.time_at(place + 1) is not None
            led = prepositional or first.key in word_list("in_turn")
            return place + 1 if tokens[place].text in _STARTS and led else verb
    return verb
