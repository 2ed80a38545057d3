"""The near look: phrase by phrase to what a cue governs, a preposition with its noun, a verbal noun, an object."""

from marsad.annotate.grammar import Token, definite, particles
from marsad.annotate.lists.verbs import verb_readings
from marsad.annotate.quotes.bare import bare_phrase
from marsad.annotate.quotes.clausal import starts_anew
from marsad.annotate.quotes.cues import word_list
from marsad.annotate.quotes.layout import COMMAS
from marsad.annotate.quotes.openings import PREPOSITIONS, Look, Opening, attached, is_that
from marsad.annotate.quotes.walk import ANAPHORS, ON, STOP, Step, Walk

_PARTIES = frozenset({*PREPOSITIONS.values(), "ل"})
_RELATIVE_CLAUSE = 3  # tokens that a relative clause has at least in front of a preposition that is not its own


def governed(look: Look, place: int) -> Opening | None:
    """What the cue governs, from `place` on."""
    walk = Walk(look, place)
    parties = any(frame.party in _PARTIES for frame in look.entry.frames)
    if not (walk.objects or walk.told or walk.plain - {"that", "say", "q"} or parties):
        return None
    back = ANAPHORS.get(walk.key())
    if back in walk.objects or back in walk.plain:  # دعا إليه: said of what stands in front
        return None
    while walk.place < walk.limit:
        before = walk.place = walk.layout.skip_between(walk.place, walk.limit)
        if before >= walk.limit:
            return None
        found, goes_on = _step(walk, walk.tokens[before])
        if found or not goes_on or walk.place == before:
            return found
    return None


def _step(walk: Walk, token: Token) -> Step:
    if token.kind == "sign":
        return _sign(walk, token)
    if token.key in particles("relatives") or token.key in word_list("and_who"):
        return _relative(walk)
    if walk.place in walk.layout.cues and starts_anew(walk.look, walk.place):
        return STOP
    return _phrase(walk, token)


def _phrase(walk: Walk, token: Token) -> Step:
    if token.key in PREPOSITIONS:
        return _preposition(walk, PREPOSITIONS[token.key])
    name = attached(walk.layout, walk.place)
    if name:
        return _clitic(walk, name)
    if token.key in particles("prepositions"):
        return walk.over_preposition()
    return bare_phrase(walk, token)


def _sign(walk: Walk, token: Token) -> Step:
    pair = walk.passage.mark_at(walk.place)
    if pair and pair.open == walk.place:
        return _marks(walk) or _passed(walk, (pair.close or walk.place) + 1)
    return _passed(walk, walk.place + 1) if token.text in COMMAS else STOP


def _passed(walk: Walk, behind: int) -> Step:
    walk.place = behind
    return ON


def _marks(walk: Walk) -> Step | None:
    """Marks where the cue awaits what it governs."""
    holder = walk.object or walk.look.source
    if "say" in walk.objects and holder:
        return walk.about(holder[0])
    inner = walk.place + 1
    if "ب" in walk.plain and inner < walk.limit and attached(walk.layout, inner) == "ب":
        return walk.found("prep", walk.place)
    so_called = "two" in walk.plain and (walk.object is not None or walk.pronoun)
    if (
        "noun" in walk.plain
        or so_called
        or ("masdar" in walk.plain and inner < walk.limit and walk.look.verbal_noun(inner))
    ):
        return walk.found("noun", walk.object[0] if walk.object and "two" in walk.plain else walk.place)
    return None


def _relative(walk: Walk) -> Step:
    """A relative clause hides what comes next; behind it a governed preposition may still stand."""
    wanted = walk.objects | walk.plain
    for place in range(walk.place + 1, walk.limit):
        if place in walk.layout.cues and starts_anew(walk.look, place):
            return STOP
        comma = walk.tokens[place - 1].text in COMMAS
        own = PREPOSITIONS.get(walk.tokens[place].key) in wanted and (comma or place > walk.place + _RELATIVE_CLAUSE)
        if own or (comma and "ب" in wanted and attached(walk.layout, place) == "ب"):
            return _passed(walk, place)
        if wanted & {"noun", "masdar"} and _bare_masdar(walk, place):
            return walk.found("noun", place)
    return STOP


def _bare_masdar(walk: Walk, place: int) -> bool:
    """أعلن الرئيس الذي انتخب العام الماضي تولي …: a verbal noun behind what closed the relative clause."""
    passage, before = walk.passage, walk.tokens[place - 1]
    closed = passage.time_at(place - 1) is not None or before.kind == "number" or definite(passage, place - 1)
    if not closed or passage.mention_at(place) or definite(passage, place):
        return False
    readings = verb_readings(walk.tokens[place].text)
    return bool(readings) and all(one.form.part == "masdar" and not one.clitics for one in readings)


def _preposition(walk: Walk, name: str) -> Step:
    place = walk.place + 1
    if place >= walk.limit:
        return STOP
    that = is_that(walk.tokens[place])
    if name in walk.objects and (walk.object or walk.pronoun):
        return walk.about(walk.object[0] if walk.object else place)
    if name in walk.told and (walk.object or walk.pronoun) and not that:
        return walk.found("prep", place, target=walk.object)
    if name in walk.plain and not _carrier(walk, place):
        return walk.found("that" if that else "prep", place)
    if name in walk.objects and walk.look.source:
        return walk.about(walk.look.source[0])
    return _other_preposition(walk, name, place, that=that)


def _other_preposition(walk: Walk, name: str, place: int, *, that: bool) -> Step:
    """Of whom it is asked (طلب من الحكومة), or something by the way."""
    if walk.party is None and any(frame.party == name for frame in walk.entry.frames):
        behind = walk.layout.phrase(place, walk.limit)
        walk.party = (place, behind)
        return _passed(walk, max(behind, place))
    return STOP if that else walk.over_preposition()


def _carrier(walk: Walk, place: int) -> bool:
    """Whether the preposition leads to a channel or occasion: على هامش, في بيان."""
    key = walk.tokens[place].key.removeprefix("ال")
    return key in particles("occasions") and walk.key() in {"في", "علي"}


def _clitic(walk: Walk, name: str) -> Step:
    cut = 1
    if walk.tokens[walk.place].plain in {"ب", "ل"}:  # بـ «…»
        cut, walk.place = 0, walk.place + 1
        if walk.place >= walk.limit:
            return STOP
    if name in walk.objects and (walk.object or walk.pronoun):
        return walk.about(walk.object[0] if walk.object else walk.place)
    if name in walk.told and (walk.object or walk.pronoun):
        return walk.found("prep", walk.place, target=walk.object, cut=cut)
    venue = _venue(walk)
    if name in walk.plain and not venue:
        return walk.found("prep", walk.place, cut=cut)
    if name in walk.objects and walk.look.source and not venue:
        return walk.about(walk.look.source[0])
    behind = max(walk.layout.phrase(walk.place, walk.limit), walk.place + 1)
    named = walk.passage.mention_at(walk.place)
    return _passed(walk, max(behind, named[1]) if named else behind)


def _venue(walk: Walk) -> bool:
    """بمكة، بمحافظة …: where, not what."""
    name = walk.passage.mention_at(walk.place)
    if name and name[2].label == "LOC":
        return True
    return walk.tokens[walk.place].key[1:].removeprefix("ال") in word_list("venues")
