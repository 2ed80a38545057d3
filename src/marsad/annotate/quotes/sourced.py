"""What a phrase like وفق مصدر attributes: the clause behind it where it opens one, else the clause in front."""

from bisect import bisect_right
from collections.abc import Sequence

from marsad.annotate.grammar import finite_verb, particles
from marsad.annotate.lists.verbs import FINITE, verb_readings
from marsad.annotate.quotes.according import According
from marsad.annotate.quotes.contents import Boundary, extent
from marsad.annotate.quotes.cues import word_list
from marsad.annotate.quotes.kinds import Extent, trimmed, whole_or_kind
from marsad.annotate.quotes.layout import COMMAS, Layout
from marsad.annotate.quotes.openings import Opening, is_that
from marsad.annotate.quotes.taken import Taken

_TURN = 4  # words of the longest turn at the head of a sentence
_ATTRIBUTE = 25  # tokens that may stand between a source and its clause
_LEAST_CLAUSE, _LEAST_SPEECH = 2, 6  # words of what is attributed


def fronted(layout: Layout, one: According) -> bool:
    """Whether the phrase opens its clause, so that the content follows it."""
    first = one.first
    sentence = layout.passage.sentence(first)[0]
    begins = first == sentence or first == _behind_turn(layout, sentence)
    if not begins and first:
        key = layout.tokens[first].key
        joined = key[:1] in {"و", "ف"} and key[1:2] != "ف"  # ووفق, فبحسب; not وفق
        begins = joined or layout.tokens[first - 1].key in {"و", "ف"}
    return begins and _behind_source(layout, one) < layout.limit(first)


def _behind_turn(layout: Layout, first: int) -> int:
    """Behind «ومن جانب آخر،» at the head of a sentence; `first` where none stands there."""
    words = [token.key for token in layout.tokens[first : first + _TURN]]
    words[:1] = [words[0].removeprefix("و")] if words else []
    for size in range(_TURN, 1, -1):
        place = first + size
        if " ".join(words[:size]) in word_list("turns") and place < len(layout.tokens):
            return place + (layout.tokens[place].text in COMMAS)
    return first


def _behind_source(layout: Layout, one: According) -> int:
    """Where the clause behind a fronted source begins: behind its comma and فإن."""
    limit = layout.limit(one.first)
    for place in range(one.behind, min(limit, one.behind + _ATTRIBUTE)):
        if layout.tokens[place].key in word_list("then") and layout.shut[place] >= limit:
            return place
    place = one.behind
    if place < limit and layout.tokens[place].key in particles("relatives"):
        place = _comma(layout, place, limit)
    elif place < limit and layout.tokens[place].key == "غير":  # تسريبات غير مؤكدة
        place += 2
    elif place < limit:
        moment = layout.passage.time_at(place)
        place = moment[1] if moment else place
    while place < limit:
        if place in layout.behind:
            place = layout.behind[place]
        elif layout.tokens[place].text in COMMAS or layout.tokens[place].text == ":":
            place += 1
        elif layout.tokens[place].key in word_list("published"):
            place = _comma(layout, place, limit)
        else:
            break
    return place


def _comma(layout: Layout, place: int, limit: int) -> int:
    """The next comma, else the limit."""
    return next(iter(layout.commas(place, min(limit, place + _ATTRIBUTE))), limit)


def attributed(layout: Layout, one: According, boundaries: Sequence[Boundary], taken: Taken) -> Extent | None:
    """The content of a phrase that names a source."""
    if fronted(layout, one):
        return _after(layout, one, boundaries)
    return _before(layout, one, taken)


def behind_source(
    layout: Layout, one: According, reach: Extent, boundaries: Sequence[Boundary], taken: Taken
) -> Extent | None:
    """يبدأ المعرض، وفق رئيس الهيئة، في مارس: what of the clause goes on behind a source between commas."""
    place, limit = one.behind + 1, layout.limit(one.first)
    if reach.kind == "direct" or place >= limit or layout.tokens[one.behind].text not in COMMAS:
        return None
    token = layout.tokens[place]
    if token.kind == "sign" or place in taken or not _goes_on(layout, place):
        return None
    following = bisect_right(boundaries, place - 1, key=lambda bound: bound.first)
    if following < len(boundaries):
        limit = min(limit, boundaries[following].first)
    comma = next(iter(layout.commas(place, limit)), limit)
    found = whole_or_kind(layout, place, comma)
    return found if layout.words_between(found.first, found.behind) > 1 else None


def _goes_on(layout: Layout, place: int) -> bool:
    """Whether a word goes on with a clause: a preposition or noun; not و, a conjunction, a turn of the writer's."""
    key = layout.tokens[place].key
    if key[:1] == "و" or key in particles("conjunctions") or key in particles("subordinators"):
        return False
    words = [token.key for token in layout.tokens[place : place + 2]]
    return not {key, " ".join(words)} & word_list("asides")


def conjunction(layout: Layout, place: int) -> int:
    """How many letters of a verb at `place` join its clause to the one in front: they stay outside."""
    readings = verb_readings(layout.tokens[place].text)
    return int(bool(readings) and readings[0].clitics[:1] in {"و", "ف"} and readings[0].form.part in FINITE)


def _after(layout: Layout, one: According, boundaries: Sequence[Boundary]) -> Extent | None:
    place = _behind_source(layout, one)
    pair = layout.passage.mark_at(place)
    if pair and pair.open == place and layout.speech(pair, fresh=True):
        return extent(layout, Opening("marks", place), one.first, boundaries)
    token = layout.tokens[place]
    form = "that" if is_that(token) or token.key in word_list("then") else "noun"
    found = extent(layout, Opening(form, place), one.first, boundaries)
    return found if found and found.behind - found.first > 1 else None


def _before(layout: Layout, one: According, taken: Taken) -> Extent | None:
    """The clause in front of the source, unless somebody already says it."""
    place = one.first - 1
    while place >= 0 and layout.tokens[place].text in {*COMMAS, ".", "-", "–"}:
        place -= 1
    sentence = layout.passage.sentence(one.first)[0]
    if place < sentence or layout.shut[one.first] < len(layout.tokens) or place in taken or place - 1 in taken:
        return None
    speech = _speech_before(layout, place)
    if speech is not None:
        return speech
    first = max(sentence, taken.end_before(place))
    if first > sentence and (one.pronoun is not None or not _tells_on(layout, first, place)):
        return None
    first = _joined(layout, _behind_turn(layout, _connector(layout, first, place)), place)
    while first < place and (layout.tokens[first].text in '،,؛.:"»”' or layout.tokens[first].key in {"و", "في"}):
        first += 1
    if layout.words_between(first, place + 1) < _LEAST_CLAUSE:
        return None
    return whole_or_kind(layout, first, place + 1)


def _speech_before(layout: Layout, place: int) -> Extent | None:
    """The speech whose marks close at a token."""
    pair = layout.passage.mark_at(place)
    if pair is None or pair.close != place or not layout.speech(pair, fresh=False):
        return None
    if layout.words_between(pair.open, place) < _LEAST_SPEECH:
        return None
    return Extent(pair.open + 1, trimmed(layout, pair.open + 1, place, COMMAS), "direct")


def _tells_on(layout: Layout, first: int, place: int) -> bool:
    """Whether behind what somebody says in this sentence a clause of its own begins: ، و and a verb."""
    while first < place and layout.tokens[first].kind == "sign":
        first += 1
    return layout.tokens[first].key[:1] == "و" and finite_verb(layout.passage, first) is not None


def _joined(layout: Layout, first: int, place: int) -> int:
    """Behind the last comma that و and a verb follow: only that clause is attributed."""
    for index in reversed(layout.commas(first + 1, place)):
        free = layout.shut[index] == len(layout.tokens)
        if free and layout.tokens[index + 1].key[:1] == "و" and finite_verb(layout.passage, index + 1):
            return index + 1
    return first


def _connector(layout: Layout, first: int, place: int) -> int:
    """Behind the last فيما, بينما, في حين أن of the sentence."""
    for index in range(place - 1, first, -1):
        token, before = layout.tokens[index], layout.tokens[index - 1]
        if layout.shut[index] < len(layout.tokens):
            continue
        if token.key in {"فيما", "بينما"} and before.text in COMMAS:
            return index + 1
        if token.key == "حين" and before.key == "في":
            return index + (2 if is_that(layout.tokens[index + 1]) else 1)
    return first
