"""The attributions of one passage: drafts, how far each reaches, quotations in front of their cue, sources behind."""

from dataclasses import replace

from marsad.annotate.lists.speakers import speaker_noun
from marsad.annotate.lists.verbs import verb_readings
from marsad.annotate.quotes.according import According, all_sources
from marsad.annotate.quotes.attribution import Attribution
from marsad.annotate.quotes.built import of_according, of_draft
from marsad.annotate.quotes.contents import Boundary, extent
from marsad.annotate.quotes.drafts import Draft, draft
from marsad.annotate.quotes.inner import without_inner
from marsad.annotate.quotes.kinds import Extent, stretches
from marsad.annotate.quotes.layout import Layout
from marsad.annotate.quotes.openings import NOMINAL
from marsad.annotate.quotes.preceding import first_part, parallel, parenthetical, quoted_first
from marsad.annotate.quotes.sourced import attributed, behind_source, conjunction, fronted
from marsad.annotate.quotes.taken import Taken
from marsad.records import Span

_WORDS = frozenset({"that", "marks", "colon"})
_SHORT = 2  # tokens of a phrase that only names somebody
_SAME_END = 3  # contents in front that are compared with a new one


def in_passage(layout: Layout, *, head: bool = False) -> list[Attribution]:
    """The attributions of a passage, in no particular order. In a headline (`head`) only clauses and speech count."""
    taken = Taken(len(layout.tokens))
    sources = all_sources(layout)
    verbs = {one.verb for one in sources}
    drafts = _once([made for index in sorted(layout.cues) if index not in verbs and (made := draft(layout, index))])
    if head:
        drafts = [made for made in drafts if made.opening.form in _WORDS]
    tails = [Boundary(one.first, "tail", joined=False) for one in sources if not fronted(layout, one)]
    boundaries = sorted([made.boundary for made in drafts if made.boundary is not None] + tails)
    found: list[Attribution] = []
    for made in drafts:
        found += _spoken(layout, made, boundaries, taken)
    found = without_inner(layout, found)
    drafted = {made.cue.index for made in drafts}
    for index in sorted(layout.cues):
        if index not in drafted and index not in verbs:
            found += _in_front(layout, index, taken)
    for one in sources:
        found += _attributed(layout, one, boundaries, taken)
    return found


def _once(drafts: list[Draft]) -> list[Draft]:
    """One draft for each content: of قال … قائلا the verb with its subject."""
    found: dict[int, Draft] = {}
    for made in drafts:
        other = found.get(made.opening.content)
        if other is None or (other.cue.reading.form.part == "masdar" and made.cue.reading.form.part != "masdar"):
            found[made.opening.content] = made
    return sorted(found.values(), key=lambda made: made.cue.index)


def _spoken(layout: Layout, made: Draft, boundaries: list[Boundary], taken: Taken) -> list[Attribution]:
    """What a cue with content behind it attributes."""
    reach = extent(layout, made.opening, made.cue.index, boundaries)
    if reach is None or (made.opening.form not in _WORDS and taken.holds_speech(reach)):
        return []
    if made.opening.form == "noun" and _target(layout, made, reach):
        return []
    same = [first for first, behind in taken.last[-_SAME_END:] if behind == reach.behind]
    if any(made.cue.index < first <= reach.first + 2 for first in same):
        return []
    before = first_part(layout, made, reach, taken)
    found = [one for part in [*parallel(layout, made, reach), reach] if (one := _made(layout, made, part, taken))]
    if before is not None and found:
        whole = (*stretches(layout, before, 0), *found[-1].content)
        found[-1] = replace(found[-1], content=whole, rule="split")
        taken.add(before)
    return found


def _target(layout: Layout, made: Draft, reach: Extent) -> bool:
    """انتقد المجتمع الدولي, انتقد المنتظم الدولي: who is meant, and nothing about him."""
    first = layout.tokens[reach.first]
    if reach.kind != "indirect" or layout.phrase(reach.first, reach.behind) < reach.behind:
        return False
    if layout.passage.mention_at(reach.first) is not None or speaker_noun(first.key) is not None:
        return True
    thing = not first.key.startswith("ال") or any(one.form.part in NOMINAL for one in verb_readings(first.text))
    return made.cue.entry.takes("attitude") and not thing and reach.behind - reach.first <= _SHORT


def _made(layout: Layout, made: Draft, reach: Extent, taken: Taken) -> Attribution | None:
    found = of_draft(layout, made, reach)
    if found:
        taken.add(reach, speech=made.opening.form == "marks")
    return found


def _in_front(layout: Layout, index: int, taken: Taken) -> list[Attribution]:
    """What the verb at token `index` attributes where its quotation stands in front of it."""
    quoted = quoted_first(layout, index, taken)
    one = _made(layout, *quoted, taken) if quoted else None
    if quoted is None or one is None:
        return _between(layout, index, taken)
    made = quoted[0]
    behind = made.source[1] if made.source else index + 1
    return [replace(one, frame=Span(one.cue.start, layout.tokens[behind - 1].end))]


def _between(layout: Layout, index: int, taken: Taken) -> list[Attribution]:
    """What the verb at token `index` attributes where it stands between commas amid the words."""
    parts = parenthetical(layout, index, taken)
    one = _made(layout, parts[0], parts[1], taken) if parts else None
    if parts is None or one is None:
        return []
    taken.add(parts[2])
    behind = parts[0].source[1] if parts[0].source else index + 1
    whole = (*one.content, *stretches(layout, parts[2], 0))
    return [replace(one, content=whole, frame=Span(one.cue.start, layout.tokens[behind - 1].end))]


def _attributed(layout: Layout, one: According, boundaries: list[Boundary], taken: Taken) -> list[Attribution]:
    reach = attributed(layout, one, boundaries, taken)
    if reach is None:
        return []
    rule = "according-to/first" if fronted(layout, one) else "according-to/behind"
    found = of_according(layout, one, reach, cut=conjunction(layout, reach.first), rule=rule)
    if found is None:
        return []
    taken.add(reach)
    rest = behind_source(layout, one, reach, boundaries, taken) if rule.endswith("behind") else None
    if rest is not None:
        found = replace(found, content=(*found.content, *stretches(layout, rest, 0)))
        taken.add(rest)
    return [found]
