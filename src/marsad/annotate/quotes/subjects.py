"""The subject in front of a verb: the one who stands first (والوزير قال), or what a relative clause is about."""

from marsad.annotate.grammar import finite_verb, particles
from marsad.annotate.quotes.layout import Layout

_BACK = 45  # tokens from a verb back to its subject
_OPENERS = frozenset({"لكن", "ولكن", "ان", "بان", "بينما", "فيما", "كما", "حيث", "اذ", "اما", "حين", "غير", "ثم", "وان", "كان", "كانت",
                      "وكان", "وكانت", "كانوا", "وكانوا", "وقد"})  # fmt: skip
_PARTICLES = frozenset({"قد", "كان", "كانت", "كانوا", "هو", "هي", "هم", "لقد", "فقد", "ايضا", "بدوره", "بدورها"})

Range = tuple[int, int]


def before(layout: Layout, verb: int) -> Range | None:
    """The noun phrase in front of a verb that is its subject; None where the verb opens its clause."""
    tokens, passage = layout.tokens, layout.passage
    start = max(passage.sentence(verb)[0], verb - _BACK, _opened(layout, verb))
    last = verb - 1
    while last >= start and (tokens[last].key in _PARTICLES or tokens[last].text in "،,"):
        last -= 1
    if last < start:
        return None
    for place in range(last, start - 1, -1):
        if not (place == start or _opens(layout, place - 1)):
            continue
        found = _phrase(layout, place, verb)
        if found:
            return found
        if place == start or tokens[place - 1].key in _OPENERS:
            return None
    return None


def _opened(layout: Layout, verb: int) -> int:
    """The first token inside the marks or brackets around the verb."""
    if layout.shut[verb] == len(layout.tokens):
        return 0
    place = verb
    while place > 0 and layout.shut[place - 1] == layout.shut[verb] and verb - place < _BACK:
        place -= 1
    return place


def _opens(layout: Layout, place: int) -> bool:
    """Whether a clause can begin behind this token."""
    token = layout.tokens[place]
    return token.key in _OPENERS or token.text in "،,؛.:"


def _phrase(layout: Layout, place: int, verb: int) -> Range | None:
    """The phrase at `place` if nothing but a relative clause or an aside stands between it and the verb."""
    tokens, passage = layout.tokens, layout.passage
    token = tokens[place]
    if token.kind == "sign" or token.key.removeprefix("و") in particles("prepositions") or finite_verb(passage, place):
        return None
    bare = token.key.removeprefix("و")
    if token.key in {"و", "ف"} or any(
        bare in particles(name) for name in ("conjunctions", "pronouns", "complementizers", "subordinators")
    ):
        return None
    behind = layout.phrase(place, verb)
    if behind == place:
        return None
    gap = behind
    while gap < verb:
        key = tokens[gap].key
        if key in particles("relatives"):
            return (place, behind)
        if gap in layout.behind:
            gap = layout.behind[gap]
        elif key in _PARTICLES or key in particles("adverbs") or passage.time_at(gap):
            gap += 1
        elif tokens[gap].text in "،,":
            return (place, behind) if tokens[verb - 1].text in "،," else None
        elif key in {"في", "من", "علي", "عن", "الي", "لدي"} and gap + 1 < verb:  # أحد المصادر العاملة في المحكمة توقع
            gap = max(layout.phrase(gap + 1, verb), gap + 2)
        else:
            return None
    return (place, behind)


def antecedent(layout: Layout, relative: int) -> Range | None:
    """The noun phrase that a relative pronoun is about."""
    tokens, passage = layout.tokens, layout.passage
    end = relative
    while end > 0 and tokens[end - 1].text in "،,":
        end -= 1
    start = max(passage.sentence(relative)[0], end - 15)
    best: Range | None = None
    for place in range(end - 1, start - 1, -1):
        token = tokens[place]
        if token.kind == "sign" and not passage.mark_at(place):
            break
        name = passage.mention_at(place)
        if name and name[0] < place:
            continue
        if token.key in particles("prepositions") or finite_verb(passage, place):
            break
        if layout.phrase(place, end) == end:
            best = (place, end)
    return best
