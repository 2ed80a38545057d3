"""How far the words of somebody reach, and which of them stand in marks.

A complement clause runs on until somebody else speaks, the same one speaks anew (و and a verb of saying, مضيفا), an
aside of the writer begins (، في إشارة إلى), or the sentence ends. Marked speech ends with its mark.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from marsad.annotate.grammar import Marked, finite_verb, particles
from marsad.annotate.quotes.complements import Opening
from marsad.annotate.quotes.cues import behind_clitics, word_list
from marsad.annotate.quotes.layout import Layout
from marsad.kinds import QuoteKind
from marsad.records import Content

_LONGEST = 400  # tokens of one content
_COMMAS = frozenset("،,")
_TRIMMED = frozenset("،,؛;.:!؟?-–—…")
QUOTES = frozenset("«»‹›“”„\"")
_SENTENCE = 4  # words in marks behind أنه from which they are the whole content
_LONG_PART = 9  # words in marks behind أن from which an adjunct outside does not make the content mixed
_PART = 5  # words in marks from which what follows outside is the writer's again
_NOUN_WHOLE = 5  # words in marks that fill a noun phrase (أعربت عن «…») from which it is speech
_MOST_MARKS = 60  # marks looked at in one content


class Boundary(NamedTuple):
    """Where a clause with a cue begins, and what it does to a content in front of it.

    `index`: its first token; `kind`: verb, participle, relative, tail. `joined`: و, a conjunction or comma opens it.
    """

    index: int
    kind: str
    joined: bool


class Extent(NamedTuple):
    """Tokens of a content, end exclusive, and its kind."""

    first: int
    behind: int
    kind: QuoteKind


def extent(layout: Layout, found: Opening, cue: int, boundaries: Sequence[Boundary]) -> Extent | None:
    """The tokens that an opening holds; None where nothing is left. `boundaries` are sorted."""
    first = found.content
    if found.form == "marks":
        return _marked(layout, first)
    limit = _clause_end(layout, first, cue, boundaries)
    if found.form in {"noun", "prep", "object", "two"}:
        limit = _new_clause(layout, first, limit)
    if found.form != "colon":
        limit = _speech_end(layout, first, _breath(layout, first, limit))
    if found.form == "colon":
        limit = _stray_close(layout, first, limit)
    limit = trimmed(layout, first, limit)
    if found.form == "colon":
        return Extent(first, limit, "direct") if limit > first else None
    inner = first + 1 if found.form == "that" else first
    if all(token.kind == "sign" or token.key in particles("demonstratives") for token in layout.tokens[inner : min(limit, inner + 4)]):
        return None
    return _whole_marks(layout, found, first, inner, limit) or Extent(first, limit, _kind(layout, first, limit))


def _marked(layout: Layout, first: int) -> Extent | None:
    pair = layout.passage.mark_at(first)
    if pair is None:
        return None
    start = first + 2 if layout.tokens[min(first + 1, len(layout.tokens) - 1)].text == ":" else first + 1  # ":أن …"
    if pair.close is not None:
        behind = trimmed(layout, start, pair.close, signs=_COMMAS)
        return Extent(start, behind, "direct") if behind > start else None
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
    limit = min(layout.limit(cue), first + _LONGEST)
    limit = min(limit, layout.shut[first])
    nested = False
    if layout.relative_cue(cue):
        limit = next((index for index in range(first, limit) if layout.tokens[index].text in _COMMAS and layout.shut[index] >= limit), limit)
    for place in range(bisect_right(boundaries, first, key=lambda one: one.index), len(boundaries)):
        one = boundaries[place]
        if one.index >= limit:
            break
        if layout.shut[one.index] < limit and layout.shut[one.index] != layout.shut[first]:
            continue
        if _ends(layout, one, nested=nested):
            limit = one.index
            break
        nested = nested or (one.kind == "verb" and not one.joined)
    return _aside(layout, first, limit)


def _ends(layout: Layout, one: Boundary, *, nested: bool) -> bool:
    before = layout.tokens[one.index - 1].text
    if one.kind in {"participle", "tail"}:
        return True
    if one.kind == "relative":
        return before in _COMMAS
    if not one.joined:
        return False
    return not nested or before in _COMMAS


def _stray_close(layout: Layout, first: int, limit: int) -> int:
    """A closing mark that nothing opened ends speech behind a colon."""
    for index in range(first, limit):
        if layout.tokens[index].text in "»”›" and layout.passage.mark_at(index) is None:
            return index
    return limit


def _new_clause(layout: Layout, first: int, limit: int) -> int:
    """A noun phrase does not go on with و and a finite verb behind a comma: there the writer tells on."""
    for index in range(first + 1, limit - 1):
        if layout.tokens[index].text in _COMMAS and layout.shut[index] >= limit:
            following = layout.tokens[index + 1]
            if following.key[:1] == "و" and finite_verb(layout.passage, index + 1):
                return index
    return limit


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
    marks = layout.passage.marks
    for pair in marks[bisect_left(marks, first, key=lambda pair: pair.open) :][:_MOST_MARKS]:
        if pair.open >= limit or pair.close is None or pair.close >= limit - 1:
            return limit
        if layout.words_between(pair.open + 1, pair.close) > _PART and _adjunct(layout, pair.close + 1):
            return pair.close + 1
    return limit


def _aside(layout: Layout, first: int, limit: int) -> int:
    """Where the writer takes over behind a comma or dash."""
    asides = word_list("asides")
    for index in range(first + 1, min(limit, len(layout.tokens) - 1)):
        pair = layout.passage.mark_at(index)
        closes = pair is not None and pair.close == index and pair.open >= first
        if not (closes or layout.tokens[index].text in _COMMAS) or layout.shut[index] < limit:
            continue
        words = [token.key for token in layout.tokens[index + 1 : index + 4]]
        if any(" ".join(words[:size]) in asides for size in (1, 2, 3)):
            return index + closes
    return limit


def trimmed(layout: Layout, first: int, behind: int, signs: frozenset[str] = _TRIMMED) -> int:
    """Without the signs and stray conjunctions at the end."""
    tokens = layout.tokens
    while behind > first:
        last = tokens[behind - 1]
        pair = layout.passage.mark_at(behind - 1)
        if last.text in signs or last.key in {"و", "فيما", "بينما", "كما", "لكن", "لكنه", "لكنها", "وقد", "حيث", "وذلك"} or (pair and pair.open == behind - 1) or (pair and pair.close == behind - 1 and pair.open < first - 1):
            behind -= 1
        else:
            break
    return behind


def _whole_marks(layout: Layout, found: Opening, first: int, inner: int, limit: int) -> Extent | None:
    """A content that is wholly in marks, or begins with long marks and goes on in the writer's words: direct."""
    while inner < limit and layout.tokens[inner].text in {":", "،", "-"}:  # وأضاف أن: «…»
        inner += 1
    if inner < limit and layout.tokens[inner].text in QUOTES and layout.passage.mark_at(inner) is None:
        return _turned(layout, inner, limit)
    pair = layout.passage.mark_at(inner) if inner < limit else None
    if pair is None or pair.open != inner:
        return None
    if pair.close is None or pair.close >= limit:
        stray = _stray(layout, inner) if pair.close is None else None
        close = stray or min(pair.close or limit, limit)
        return Extent(inner + 1, trimmed(layout, inner + 1, close), "direct") if close > inner + 1 else None
    size = layout.words_between(inner + 1, pair.close)
    rest = layout.words_between(pair.close + 1, limit)
    if rest and not (size > _LONG_PART and _adjunct(layout, pair.close + 1)):
        return None
    if found.form != "that" and size < _NOUN_WHOLE:
        return None
    suffixed = found.form == "that" and layout.tokens[first].key not in {"ان", "بان", "فان"}
    predicate = layout.tokens[inner + 1].plain.endswith("ة")  # أنها «خطوة أولى …»: the subject stands outside
    if suffixed and (rest or predicate or size < _SENTENCE):
        return None
    return Extent(inner + 1, trimmed(layout, inner + 1, pair.close, signs=_COMMAS), "direct")


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
    return token.text in _COMMAS or (token.key[:1] in "لب" and token.kind == "arabic")


def whole_or_kind(layout: Layout, first: int, behind: int) -> Extent:
    """The extent of a clause in front of its source: direct where it is wholly in marks."""
    behind = trimmed(layout, first, behind)
    pair = layout.passage.mark_at(first)
    if pair and pair.open == first and pair.close == behind - 1 and behind - first > 2:
        return Extent(first + 1, behind - 1, "direct")
    return Extent(first, behind, _kind(layout, first, behind))


def _kind(layout: Layout, first: int, behind: int) -> QuoteKind:
    return "mixed" if next(spoken(layout, first, behind), None) else "indirect"


def spoken(layout: Layout, first: int, behind: int) -> Iterator[Marked]:
    """The marks in a content that hold somebody's words rather than a name."""
    marks = layout.passage.marks
    place = bisect_left(marks, first, key=lambda pair: pair.open)
    for pair in marks[place : place + _MOST_MARKS]:
        if pair.open >= behind:
            return
        if pair.close is not None and pair.close <= behind and pair.close - pair.open > 1 and not _name(layout, pair):
            yield pair


def _name(layout: Layout, pair: Marked) -> bool:
    first, close = pair.open + 1, pair.close or pair.open
    named = layout.passage.mention_at(first)
    if named and named[1] >= close:
        return True
    if all(token.kind != "arabic" for token in layout.tokens[first:close]):
        return True
    if close - first > 2 and finite_verb(layout.passage, first):  # القانون «يكرس …»
        return False
    before = layout.tokens[pair.open - 1].key if pair.open else ""
    return any(
        key in word_list("namers") or key.removeprefix("ال") in word_list("namers") for key in (before, before[1:])
    )


def stretches(layout: Layout, found: Extent, cut: int) -> tuple[Content, ...]:
    """The content as spans: of a mixed one what stands in marks apart, without them."""
    tokens = layout.tokens
    start = behind_clitics(tokens[found.first], cut)
    end = tokens[found.behind - 1].end
    if found.kind != "mixed":
        return (Content(start, end, "direct" if found.kind == "direct" else "indirect"),)
    spans: list[Content] = []
    for pair in spoken(layout, found.first, found.behind):
        close = pair.close if pair.close is not None else found.behind
        if tokens[pair.open].start < start:
            continue
        _indirect(layout, spans, start, tokens[pair.open].start)
        spans.append(Content(tokens[pair.open].end, tokens[close].start, "direct"))
        start = tokens[close].end
    _indirect(layout, spans, start, end)
    return tuple(spans)


def _indirect(layout: Layout, spans: list[Content], start: int, end: int) -> None:
    words = layout.passage.text[start:end]
    bare = words.strip()
    if any(sign.isalnum() for sign in bare):
        begin = start + len(words) - len(words.lstrip())
        spans.append(Content(begin, begin + len(bare), "indirect"))
