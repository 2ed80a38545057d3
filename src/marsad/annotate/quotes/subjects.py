"""The subject in front of a verb: the one who stands first (والوزير قال), or what a relative clause is about."""

from itertools import islice

from marsad.annotate.grammar import finite_verb, particles
from marsad.annotate.quotes.cues import word_list
from marsad.annotate.quotes.layout import COMMAS, Layout

_BACK = 45  # tokens from a verb back to its subject
_CLAUSES = 8  # beginnings of clauses at which it is looked for
_ANTECEDENT = 15
_SIGNS = frozenset("،,؛.:")  # a clause can begin behind them
_BULLETS = frozenset("-–—•*●▪■◆")  # a line of a list begins with them
_NO_NOUNS = ("conjunctions", "pronouns", "complementizers", "subordinators")

Range = tuple[int, int]


def before(layout: Layout, verb: int) -> Range | None:
    """The noun phrase in front of a verb that is its subject; None where the verb opens its clause."""
    tokens, passage = layout.tokens, layout.passage
    start = max(passage.sentence(verb)[0], verb - _BACK, _opened(layout, verb))
    start = behind_bullet(layout, start)
    last = verb - 1
    while last >= start and (tokens[last].key in word_list("before_verb") or tokens[last].text in COMMAS):
        last -= 1
    if last < start:
        return None
    begins = (place for place in range(last, start - 1, -1) if place == start or _opens(layout, place - 1))
    for place in islice(begins, _CLAUSES):
        found = _phrase(layout, place, verb)
        if found:
            return found
        if place == start or tokens[place - 1].key in word_list("openers"):
            return None
    return None


def behind_bullet(layout: Layout, place: int) -> int:
    """Behind the sign that a line of a list begins with; `place` where none stands there."""
    while place < len(layout.tokens) and layout.tokens[place].text in _BULLETS:
        place += 1
    return place


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
    return token.key in word_list("openers") or token.text in _SIGNS


def _phrase(layout: Layout, place: int, verb: int) -> Range | None:
    """The phrase at `place` if nothing but a relative clause or an aside stands between it and the verb."""
    token = layout.tokens[place]
    bare = token.key.removeprefix("و")
    if token.kind == "sign" or bare in particles("prepositions") or finite_verb(layout.passage, place):
        return None
    if token.key in {"و", "ف"} or any(bare in particles(name) for name in _NO_NOUNS):
        return None
    behind = layout.phrase(place, verb)
    return (place, behind) if behind > place and _leads(layout, behind, verb) else None


def _leads(layout: Layout, place: int, verb: int) -> bool:
    """Whether a subject that ends at `place` belongs to the verb."""
    tokens = layout.tokens
    while place < verb:
        key = tokens[place].key
        if key in particles("relatives"):
            return True
        if place in layout.behind:
            place = layout.behind[place]
        elif key in word_list("before_verb") or key in particles("adverbs") or layout.passage.time_at(place):
            place += 1
        elif tokens[place].text in COMMAS:
            return tokens[verb - 1].text in COMMAS
        elif key in word_list("attributing") and place + 1 < verb:  # أحد المصادر العاملة في المحكمة توقع
            place = max(layout.phrase(place + 1, verb), place + 2)
        else:
            return False
    return True


def antecedent(layout: Layout, relative: int) -> Range | None:
    """The noun phrase that a relative pronoun is about."""
    tokens, passage = layout.tokens, layout.passage
    end = relative
    while end > 0 and tokens[end - 1].text in COMMAS:
        end -= 1
    start = max(passage.sentence(relative)[0], end - _ANTECEDENT)
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
