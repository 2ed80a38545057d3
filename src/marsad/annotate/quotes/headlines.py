"""The speaker in front, without a verb: headlines (الوزير: لن ننسحب, لافروف... روسيا مستعدة) and interviews."""

from marsad.annotate.grammar import Marked
from marsad.annotate.lists.speakers import speaker_noun
from marsad.annotate.quotes.attribution import Attribution
from marsad.annotate.quotes.kinds import Extent, stretches, trimmed
from marsad.annotate.quotes.layout import QUOTES, Layout
from marsad.annotate.quotes.subjects import behind_bullet
from marsad.records import Span

_LONGEST = 12  # tokens of a speaker in front of a colon
_DASHES = frozenset("-–—")
_LEAST = 2  # words of what is said


def headline(layout: Layout) -> list[Attribution]:
    """The statement of a headline whose speaker stands before a colon or dots, or behind marks and a dash."""
    if layout.opens_marks(0):
        return _dashed(layout)
    for index, token in enumerate(layout.tokens[: _LONGEST + 1]):
        if token.text == ":":
            return _made(layout, 0, index, index + 1, "headline-colon")
        if token.text in {".", "…"} and index:
            behind = index
            while behind < len(layout.tokens) and layout.tokens[behind].text in {".", "…"}:
                behind += 1
            if behind - index > 1 or token.text == "…":
                return _made(layout, 0, index, behind, "headline-dots")
            return []
    return []


def speaker_first(layout: Layout) -> list[Attribution]:
    """فلان: «…» at the head of a sentence of the text."""
    found: list[Attribution] = []
    for sentence in layout.passage.breaks:
        start = behind_bullet(layout, sentence)
        for index in range(start + 1, min(start + _LONGEST, len(layout.tokens) - 1)):
            token = layout.tokens[index]
            pair = layout.passage.mark_at(index + 1)
            if token.text == ":" and pair and pair.open == index + 1 and pair.close:
                found += _made(layout, start, index, index + 1, "speaker-colon-marks")
            if token.kind == "sign" and token.text not in '()-–"«»':
                break
    return found


def _dashed(layout: Layout) -> list[Attribution]:
    """«…» - رئيس الوزراء."""
    tokens, pair = layout.tokens, layout.passage.mark_at(0)
    if pair is None or pair.close is None or pair.close + 2 >= len(tokens):
        return []
    sign, first, behind = pair.close + 1, pair.close + 2, len(tokens)
    if tokens[sign].text not in _DASHES:
        return []
    if not _speaker(layout, first, behind, dots=False) or layout.words_between(1, pair.close) < _LEAST:
        return []
    source = Span(tokens[first].start, tokens[-1].end)
    reach = Extent(1, trimmed(layout, 1, pair.close), "direct")
    cue = Span(tokens[sign].start, tokens[sign].end)
    return [_attribution(layout, cue, source, reach, "headline-dash")]


def _made(layout: Layout, first: int, sign: int, behind: int, rule: str) -> list[Attribution]:
    tokens, passage = layout.tokens, layout.passage
    last = sign
    if not _speaker(layout, first, sign, dots=rule == "headline-dots"):
        last = _in_front_of_outlet(layout, first, sign)
        if last == first or not _speaker(layout, first, last, dots=False):
            return []
    limit = layout.passage.sentence(behind)[1] if behind < len(tokens) else behind
    if rule != "speaker-colon-marks":
        limit = len(tokens)
    pair = passage.mark_at(behind)
    if pair is None and behind + 1 < limit and tokens[behind].text in QUOTES and tokens[limit - 1].text in QUOTES:
        pair = Marked(behind, limit - 1, "straight")  # :" …": marks that lean on nothing
    if pair and pair.open == behind and pair.close and pair.close <= limit:
        reach = Extent(behind + 1, trimmed(layout, behind + 1, pair.close), "direct")
    else:
        reach = Extent(behind, trimmed(layout, behind, limit), "indirect")
    if layout.words_between(reach.first, reach.behind) < _LEAST:
        return []
    cue = Span(tokens[sign].start, tokens[behind - 1].end)
    source = Span(tokens[first].start, tokens[last - 1].end)
    return [_attribution(layout, cue, source, reach, rule)]


def _in_front_of_outlet(layout: Layout, first: int, sign: int) -> int:
    """فلان لـ«الصحيفة»: the token where ل and who is told begin, an outlet or one name up to the sign; else `first`."""
    for place in range(first + 1, sign):
        token, pair = layout.tokens[place], layout.passage.mark_at(place + 1)
        if token.key == "ل" and pair and pair.open == place + 1 and pair.close == sign - 1:
            return place
        noun = speaker_noun(token.key if token.key.startswith("لل") else token.key[1:])
        if token.key[:1] == "ل" and noun and noun.kind == "outlet":
            return place
        name = layout.passage.mention_at(place)
        if name and name[0] == place and name[1] == sign and name[2].label == "ORG":
            return place if token.key[:1] == "ل" and name[2].start > token.start else first
    return first


def _attribution(layout: Layout, cue: Span, source: Span, reach: Extent, rule: str) -> Attribution:
    return Attribution(
        cue=cue,
        lemma=layout.passage.text[cue.start : cue.start + 1],
        class_="declare",
        cue_kind="punctuation",
        kind=reach.kind,
        content=stretches(layout, reach, 0),
        frame=Span(min(source.start, cue.start), max(source.end, cue.end)),
        source=source,
        passage=layout.passage.number,
        rule=rule,
    )


def _speaker(layout: Layout, first: int, sign: int, *, dots: bool) -> bool:
    """Whether the words up to the sign are one phrase that names who can speak."""
    if layout.phrase(first, sign) != sign:
        return False
    name = layout.passage.mention_at(first)
    if name and name[2].label == "LOC" and name[1] == sign:
        return False
    for index in range(first, sign):
        found = layout.passage.mention_at(index)
        if found and (found[2].label == "PER" or (found[2].label == "ORG" and not dots)):
            return True
    if dots and sign - first == 1:
        return False
    noun = speaker_noun(layout.tokens[first].key)
    return noun is not None and (not dots or noun.kind in {"person", "anonymous", "group"})
