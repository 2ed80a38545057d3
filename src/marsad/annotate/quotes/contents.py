"""How far the words of somebody reach.

A complement clause runs on until somebody else speaks, the same one speaks anew (و and a verb of saying, مضيفا), an
aside of the writer begins (، في إشارة إلى), or the sentence ends. Marked speech ends with its mark.
"""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from marsad.annotate.grammar import finite_verb, particles
from marsad.annotate.lists.speakers import speaker_noun
from marsad.annotate.quotes.cues import word_list
from marsad.annotate.quotes.kinds import Extent, kind_of, marks_from, trimmed
from marsad.annotate.quotes.layout import COMMAS, QUOTES, Layout
from marsad.annotate.quotes.openings import Opening, is_that

_CLOSING = frozenset('»”›"')
_LONGEST = 400  # tokens of one content
_SENTENCE = 4  # words in marks behind أنه from which they are the whole content
_LONG_PART = 9  # words in marks behind أن from which an adjunct outside does not make the content mixed
_PART = 5  # words in marks from which what follows outside is the writer's again
_NOUN_WHOLE = 5  # words in marks that fill a noun phrase (أعربت عن «…») from which it is speech
_PASSED = 40  # clauses with a cue that are looked at for the end of one content
_EMPTY = 3  # tokens that are looked at for a content without any noun
_ASIDE = 3  # words of the longest turn that begins an aside


class Boundary(NamedTuple):
    """Where a clause with a cue begins, and what it does to a content in front of it.

    `first`: its first token; `kind`: verb, participle, relative, tail. `joined`: و, a conjunction or comma opens it.
    """

    first: int
    kind: str
    joined: bool


def extent(layout: Layout, found: Opening, cue: int, boundaries: Sequence[Boundary]) -> Extent | None:
    """The tokens that an opening holds; None where nothing is left. `boundaries` are sorted."""
    first = found.content
    if found.form == "marks":
        return _marked(layout, first)
    limit = _clause_end(layout, first, cue, boundaries)
    if found.form in {"noun", "prep", "object", "two"}:
        limit = _new_clause(layout, first, limit)
    if found.form == "colon":
        limit = trimmed(layout, first, _stray_close(layout, first, limit))
        return Extent(first, limit, "direct") if limit > first else None
    limit = trimmed(layout, first, _speech_end(layout, first, _breath(layout, first, limit)))
    inner = first + 1 if found.form == "that" else first
    head = layout.tokens[inner : min(limit, inner + _EMPTY + 1)]
    if all(token.kind == "sign" or token.key in particles("demonstratives") for token in head):
        return None
    return _whole_marks(layout, found, inner, limit) or Extent(first, limit, kind_of(layout, first, limit))


def _marked(layout: Layout, first: int) -> Extent | None:
    pair = layout.passage.mark_at(first)
    if pair is None:
        return None
    start = first + 1
    if start < len(layout.tokens) and layout.tokens[start].text == ":":  # ":أن …"
        start += 1
    if pair.close is not None:
        behind = trimmed(layout, start, pair.close, signs=COMMAS)
    else:
        behind = trimmed(layout, start, _unclosed(layout, first))
    return Extent(start, behind, "direct") if behind > start else None


def _unclosed(layout: Layout, first: int) -> int:
    """Where speech ends whose marks nobody closed: at a sign that nothing opened, else with its sentence.

    «… «أ» …»: with marks of the same family inside, the closing sign is one that nothing seems to have opened.
    """
    stray = _stray(layout, first)
    return stray if stray is not None else layout.sentence(first)[1]


def _stray(layout: Layout, first: int) -> int | None:
    """The closing sign behind token `first` that belongs to no pair."""
    for index in range(first + 2, min(first + _LONGEST, len(layout.tokens))):
        token = layout.tokens[index]
        if token.text in QUOTES and layout.passage.mark_at(index) is None:
            return index if layout.tokens[index - 1].end == token.start else None
    return None


def _clause_end(layout: Layout, first: int, cue: int, boundaries: Sequence[Boundary]) -> int:
    limit = min(layout.limit(cue), first + _LONGEST, layout.shut[first])
    nested = False
    if layout.relative(cue) and layout.tokens[cue - 2].text not in COMMAS:  # الفتى الذي ذكر سكان أنه …، نجا
        limit = next((place for place in layout.commas(first, limit) if layout.shut[place] >= limit), limit)
    elif layout.relative(cue):  # الوزير، الذي طالب بإقالة المدير، إن: the clause behind is not its own
        limit = next((place for place in layout.commas(first, limit - 1) if is_that(layout.tokens[place + 1])), limit)
    place = bisect_right(boundaries, first, key=lambda one: one.first)
    for one in boundaries[place : place + _PASSED]:
        if one.first >= limit:
            break
        if layout.shut[one.first] < limit and layout.shut[one.first] != layout.shut[first]:
            continue
        if _ends(layout, one, nested=nested):
            limit = one.first
            break
        nested = nested or (one.kind == "verb" and not one.joined)
    return _aside(layout, first, limit)


def _ends(layout: Layout, one: Boundary, *, nested: bool) -> bool:
    before = layout.tokens[one.first - 1].text
    if one.kind in {"participle", "tail"}:
        return True
    if one.kind == "relative":
        return before in COMMAS
    return one.joined and (not nested or before in COMMAS)


def _stray_close(layout: Layout, first: int, limit: int) -> int:
    """A closing mark that nothing opened ends speech behind a colon."""
    for index in range(first, limit):
        if layout.tokens[index].text in _CLOSING and layout.passage.mark_at(index) is None:
            return index
    return limit


def _new_clause(layout: Layout, first: int, limit: int) -> int:
    """A noun phrase does not go on with و and a finite verb behind a comma: there the writer tells on."""
    for index in layout.commas(first + 1, limit - 1):
        following = layout.tokens[index + 1]
        if layout.shut[index] < limit:
            continue
        if following.key[:1] == "و" and finite_verb(layout.passage, index + 1):
            return index
        if following.key == "كما" and _with_subject(layout, index + 2, limit):
            return index
    return limit


def _with_subject(layout: Layout, verb: int, limit: int) -> bool:
    """كما أجلت فرنسا …: a perfect with a subject of its own that can act."""
    if verb + 1 >= limit:
        return False
    found, named = finite_verb(layout.passage, verb), layout.passage.mention_at(verb + 1)
    acts = named is not None or speaker_noun(layout.tokens[verb + 1].key) is not None
    return found is not None and found.form.part == "perfect" and not found.suffix and acts


def _breath(layout: Layout, first: int, limit: int) -> int:
    """Two dots at the end of a word, with space behind, end a clause in some newsrooms."""
    for index in range(first + 1, limit - 2):
        token, following = layout.tokens[index], layout.tokens[index + 1]
        if token.text == "." and following.text == "." and layout.shut[index] >= limit:
            behind = layout.tokens[index + 2]
            if layout.tokens[index - 1].end == token.start and behind.start > following.end and behind.text != ".":
                return index
    return limit


def _speech_end(layout: Layout, first: int, limit: int) -> int:
    """Behind long marked speech an adjunct (خلال الاحتجاجات التي …) is the writer's."""
    for pair in marks_from(layout, first):
        if pair.open >= limit or pair.close is None or pair.close >= limit - 1:
            return limit
        if layout.words_between(pair.open + 1, pair.close) > _PART and _adjunct(layout, pair.close + 1):
            return pair.close + 1
    return limit


def _aside(layout: Layout, first: int, limit: int) -> int:
    """Where the writer takes over behind a comma or dash."""
    asides = word_list("asides")
    for index in layout.turns(first + 1, min(limit, len(layout.tokens) - 1)):
        pair = layout.passage.mark_at(index)
        closes = pair is not None and pair.close == index and pair.open >= first
        if not (closes or layout.tokens[index].text in COMMAS) or layout.shut[index] < limit:
            continue
        words = [token.key for token in layout.tokens[index + 1 : index + 1 + _ASIDE]]
        if any(" ".join(words[: size + 1]) in asides for size in range(_ASIDE)):
            return index + closes
    return limit


def _whole_marks(layout: Layout, found: Opening, inner: int, limit: int) -> Extent | None:
    """A content that is wholly in marks, or begins with long marks and goes on in the writer's words: direct."""
    while inner < limit and layout.tokens[inner].text in {":", "،", "-"}:  # وأضاف أن: «…»
        inner += 1
    if inner >= limit:
        return None
    pair = layout.passage.mark_at(inner)
    if pair is None:
        return _turned(layout, inner, limit) if layout.tokens[inner].text in QUOTES else None
    if pair.open != inner:
        return None
    if pair.close is None or pair.close >= limit:
        stray = _stray(layout, inner) if pair.close is None else None
        close = stray or min(pair.close or limit, limit)
        return Extent(inner + 1, trimmed(layout, inner + 1, close), "direct") if close > inner + 1 else None
    if not _filled(layout, found, inner, pair.close, limit):
        return None
    return Extent(inner + 1, trimmed(layout, inner + 1, pair.close, signs=COMMAS), "direct")


def _filled(layout: Layout, found: Opening, inner: int, close: int, limit: int) -> bool:
    """Whether marks hold so much of a content that it is speech."""
    size, rest = layout.words_between(inner + 1, close), layout.words_between(close + 1, limit)
    if rest and not (size > _LONG_PART and _adjunct(layout, close + 1)):
        return False
    if found.form != "that":
        return size >= _NOUN_WHOLE
    if layout.tokens[found.content].key in {"ان", "بان", "فان"}:
        return True
    predicate = layout.tokens[inner + 1].plain.endswith("ة")  # أنها «خطوة أولى …»: the subject stands outside
    return not (rest or predicate or size < _SENTENCE)


def _turned(layout: Layout, sign: int, limit: int) -> Extent | None:
    """إن» …»: a mark written the wrong way round; speech up to the next one of the sentence, or its end."""
    close = next((place for place in range(sign + 1, limit) if layout.tokens[place].text in QUOTES), limit)
    behind = trimmed(layout, sign + 1, close)
    return Extent(sign + 1, behind, "direct") if behind > sign + 1 else None


def _adjunct(layout: Layout, place: int) -> bool:
    """Whether what stands behind the marks only says when, where or whom for."""
    token = layout.tokens[place]
    if layout.passage.time_at(place) or token.key in particles("prepositions") or token.key in particles("relatives"):
        return True
    return token.text in COMMAS or (token.kind == "arabic" and token.key[:1] in {"ل", "ب"})
