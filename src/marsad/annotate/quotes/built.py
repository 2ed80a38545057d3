"""Attributions made of what was found: tokens become offsets, the cue's letters its agreement."""

from marsad.annotate.quotes.according import According
from marsad.annotate.quotes.attribution import Attribution
from marsad.annotate.quotes.cues import behind_clitics, entries
from marsad.annotate.quotes.drafts import Draft
from marsad.annotate.quotes.kinds import Extent, stretches
from marsad.annotate.quotes.layout import Layout
from marsad.annotate.quotes.openings import Range
from marsad.kinds import CueKind
from marsad.records import Span

_SUFFIXES = {"هما": ("", "d"), "هم": ("m", "p"), "هن": ("f", "p"), "ها": ("f", "s"), "ه": ("m", "s")}
_KINDS: dict[str, CueKind] = {
    "perfect": "verb", "imperfect": "verb", "participle": "participle", "masdar": "verbal-noun",
}  # fmt: skip


def of_draft(layout: Layout, made: Draft, reach: Extent) -> Attribution | None:
    """The attribution of a cue whose reach is known; None where no words are left."""
    cue, form = made.cue, made.cue.reading.form
    content = stretches(layout, reach, made.opening.cut if reach.first == made.opening.content else 0)
    if not content:
        return None
    gender, number = form.gender, form.number
    if made.pronoun is not None:
        gender, number = _SUFFIXES.get(cue.reading.suffix, ("", ""))
    elif form.part == "masdar":
        gender, number = "", ""
    token = layout.tokens[cue.index]
    skip = cue.reading.skip if form.part != "masdar" else int(cue.reading.clitics[:1] in {"و", "ف"})
    start = behind_clitics(token, skip)
    return Attribution(
        cue=Span(start, token.end),
        lemma=cue.entry.lemma,
        class_=cue.entry.class_,
        cue_kind=_KINDS[form.part],
        kind=reach.kind,
        content=content,
        frame=Span(start, max(token.end, content[0].start)),
        source=_span(layout, made.source),
        passage=layout.passage.number,
        rule=made.rule,
        gender=gender,
        number=number,
        passive=form.voice == "passive" or cue.entry.takes("hearsay"),
        pronoun=Span(token.start, token.end) if made.pronoun is not None else None,
        target=_span(layout, made.opening.target),
        reporter=_span(layout, made.reporter),
    )


def of_according(layout: Layout, one: According, reach: Extent, *, cut: int, rule: str) -> Attribution | None:
    """The attribution of a phrase like وفق مصدر; `cut`: letters of a clitic in front of the content."""
    content = stretches(layout, reach, cut)
    if not content:
        return None
    token = layout.tokens[one.first]
    start = behind_clitics(token, int(token.key[:1] in {"و", "ف"} and not token.key.startswith("وفق")))
    pronoun = layout.tokens[one.pronoun] if one.pronoun is not None else None
    agreement = ("", "")
    if pronoun is not None:
        agreement = next((_SUFFIXES[end] for end in _SUFFIXES if pronoun.key.endswith(end)), agreement)
    lemmas = (lemma for lemma, entry in entries().items() if entry.takes("according") and lemma in token.plain)
    return Attribution(
        cue=Span(start, token.end),
        lemma=next(lemmas, "وفق"),
        class_="declare",
        cue_kind="preposition",
        kind=reach.kind,
        content=content,
        frame=Span(start, layout.tokens[one.behind - 1].end),
        source=_span(layout, one.source),
        passage=layout.passage.number,
        rule=rule,
        gender=agreement[0],
        number=agreement[1],
        reporter=_span(layout, one.reporter),
        pronoun=Span(pronoun.start, pronoun.end) if pronoun is not None else None,
    )


def _span(layout: Layout, found: Range | None) -> Span | None:
    """The offsets of a noun phrase; a clitic in front of a name stays outside."""
    if found is None or found[0] >= found[1]:
        return None
    first, last = layout.tokens[found[0]], layout.tokens[found[1] - 1]
    name = layout.passage.mention_at(found[0])
    start = name[2].start if name and name[0] == found[0] else first.start
    return Span(max(start, first.start), last.end)
