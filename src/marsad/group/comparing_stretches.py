"""The words in which two sentences differ, each difference typed.

A difference of several words is taken apart: a term (قوات النظام) and a number stand by themselves; where as many words
stand on both sides they are typed one by one, and neighbours of one kind joined again.
"""

from collections.abc import Iterator

from marsad.group.comparing_align import matcher
from marsad.group.comparing_kinds import SEVERITY_OF, Edit, EditKind, kind_of, number_pair, term_pair
from marsad.group.comparing_sides import Sentence, Side, Stretch
from marsad.group.comparing_writing import spelt
from marsad.records import Span, TextSpan

_Typed = tuple[Stretch, Stretch, EditKind, str]
_MOST_SPLIT = 6  # words on each side
_AS_ONE = frozenset({"typography", "spelling", "quote", "attribution"})


def differences(a: Side, one: Sentence, b: Side, other: Sentence) -> Iterator[Edit]:
    """The differences of two sentences that belong together, in their order; typography is told once for all."""
    plain = _written(a, one.span) != _written(b, other.span)
    for here, there, kind, what in _reordered(list(_typed(a, one, b, other))):
        if kind == "typography":
            continue
        plain = plain and kind == "spelling" and not _only_letters(a, one, b, other)
        yield Edit(kind, SEVERITY_OF[kind], _shown(here), _shown(there), what)
    if plain:
        yield Edit("typography", SEVERITY_OF["typography"], a.at(one.span), b.at(other.span))


def _written(side: Side, span: Span) -> str:
    return " ".join(side.text[span.start : span.end].split())


def _shown(stretch: Stretch) -> TextSpan | None:
    return stretch.side.at(stretch.span) if stretch.span else None


def _only_letters(a: Side, one: Sentence, b: Side, other: Sentence) -> bool:
    """Whether nothing but the spelling of words differs: the signs between them are the same."""
    signs = []
    for side, sentence in ((a, one), (b, other)):
        text, at, found = side.text, sentence.span.start, []
        for word in sentence.words:
            found.append(text[at : word.start].strip())
            at = word.end
        signs.append([*found, text[at : sentence.span.end].strip()])
    return signs[0] == signs[1]


def _typed(a: Side, one: Sentence, b: Side, other: Sentence) -> Iterator[_Typed]:
    for tag, first, last, there, behind in matcher(one.keys, other.keys).get_opcodes():
        here = Stretch(a, one.words, one.keys, first, last)
        across = Stretch(b, other.words, other.keys, there, behind)
        if tag == "equal":
            yield from _spelt(here, across)
        else:
            yield from _parted(here, across)


def _reordered(found: list[_Typed]) -> Iterator[_Typed]:
    """The differences, with words that left one place of the sentence and stand at another as one of wording."""
    gone = {here.chosen: (here, number) for number, (here, there, *_) in enumerate(found) if not there.span}
    came = {there.chosen: (there, number) for number, (here, there, *_) in enumerate(found) if not here.span}
    both = {words: (*gone[words], *came[words]) for words in gone if words in came}
    first = {min(left, right): (here, there) for here, left, there, right in both.values()}
    second = {max(left, right) for _, left, _, right in both.values()}
    for number, each in enumerate(found):
        if number in first:
            yield *first[number], "wording", ""
        elif number not in second:
            yield each


def _spelt(here: Stretch, across: Stretch) -> Iterator[_Typed]:
    """Words that are one below their spelling, and are not written alike."""
    for at in range(here.last - here.first):
        first, second = here.words[here.first + at].text, across.words[across.first + at].text
        if first != second and spelt(first) != spelt(second):
            yield _cut(here, at), _cut(across, at), "spelling", ""


def _cut(stretch: Stretch, at: int) -> Stretch:
    return stretch._replace(first=stretch.first + at, last=stretch.first + at + 1)


def _parted(here: Stretch, across: Stretch) -> Iterator[_Typed]:
    """A difference as what it consists of: a term and a number each by itself, equal numbers of words one by one."""
    kind, what = kind_of(here, across)
    if kind in _AS_ONE:
        yield here, across, kind, what
        return
    core = term_pair(here, across) or number_pair(here, across)
    if core and core != (here, across):
        yield from _around(here, across, core)
        return
    size = here.last - here.first
    if core or size != across.last - across.first or not 1 < size <= _MOST_SPLIT:
        yield here, across, kind, what
        return
    yield from _one_by_one(here, across, size)


def _around(here: Stretch, across: Stretch, core: tuple[Stretch, Stretch]) -> Iterator[_Typed]:
    """The core of a difference, and what stands in front of it and behind."""
    middle, opposite = core
    parts = (
        (here._replace(last=middle.first), across._replace(last=opposite.first)),
        core,
        (here._replace(first=middle.last), across._replace(first=opposite.last)),
    )
    for first, second in parts:
        if first.span or second.span:
            yield from _parted(first, second)


def _one_by_one(here: Stretch, across: Stretch, size: int) -> Iterator[_Typed]:
    row: list[_Typed] = []
    for at in range(size):
        first, second = _cut(here, at), _cut(across, at)
        kind, what = kind_of(first, second)
        if row and row[-1][2:] == (kind, what):
            before = row.pop()
            first, second = before[0]._replace(last=first.last), before[1]._replace(last=second.last)
        row.append((first, second, kind, what))
    yield from row
