"""Survival of a quote: in which articles the same direct quote stands, how it was changed, and who is named for it.

`survivals(records)` takes what stands between marks of quotation in each article, finds it in the others, in marks or
without them, and compares each telling with the earliest one. Cuts inside a quote, another speaker and a speaker who
is named no more are what a reader wants to know.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from marsad.group.compare import Edit, compare, plain
from marsad.group.copies_prints import Print, covered, print_of
from marsad.group.outlets import by_time, outlet
from marsad.records import Quote, Record, Span
from marsad.text.sentences import sentences
from marsad.text.spellings import SURE, same_name

Named = Literal["first", "same", "other", "nobody", "unquoted"]

_LEAST = 5  # shingles: eight words; shorter ones are said by many
_SAME = 0.6  # share of the shorter quote's words that stand in the longer one
_MOST = 64  # quotes that share a row of four words: beyond, it is a formula


class Telling(NamedTuple):
    """One place where the quote stands; offsets are code points of the article's text.

    `named` says what became of the speaker, against the first telling between marks: the same one, another one, nobody
    is named; unquoted: the words stand in the article without marks, as if they were its own.
    """

    article: str
    outlet: str | None
    published: str | None
    quote: str | None  # its id; None where the words are not quoted
    start: int
    end: int
    text: str
    speaker: str | None
    cue: str | None
    named: Named
    share: float  # of the first telling's words that stand here
    edits: tuple[Edit, ...]  # against the first telling; spelling and typography left out


class Survival(NamedTuple):
    """A quote and its tellings, the earliest known first."""

    tellings: tuple[Telling, ...]

    @property
    def outlets(self) -> int:
        """How many outlets have it, so far as articles name theirs."""
        return len({one.outlet for one in self.tellings if one.outlet})


class _Said(NamedTuple):
    """A direct quote, or a stretch of an article's own words."""

    record: Record
    quote: Quote | None
    span: Span
    print_: Print

    @property
    def text(self) -> str:
        return self.record.article.text[self.span.start : self.span.end]


def survivals(records: Iterable[Record]) -> tuple[Survival, ...]:
    """The direct quotes that stand in two articles and more, those with the earliest first telling first.

    Quotes of less than eight words are left out: they may be said twice. Needs the quotes of the records; records
    without them are looked through for the words of the others. The order of the records does not matter.
    """
    ordered = sorted(records, key=by_time)
    groups: list[list[_Said]] = []
    holders: dict[int, list[int]] = {}
    for said in (one for record in ordered for one in _direct(record)):
        number = _known(said, groups, holders)
        if number is None:
            number = len(groups)
            groups.append([])
        groups[number].append(said)
        for shingle in set(said.print_):
            those = holders.setdefault(shingle, [])
            if number not in those and len(those) < _MOST:
                those.append(number)
    for record in ordered:
        for number, said in _unquoted(record, groups, holders):
            groups[number].append(said)
    found = [sorted(group, key=lambda one: (by_time(one.record), one.span.start)) for group in groups]
    return tuple(Survival(_tellings(group)) for group in found if len({one.record.article.id for one in group}) > 1)


def _direct(record: Record) -> Iterator[_Said]:
    for quote in record.quotes or ():
        parts = [part for part in quote.content if part.mode == "direct"]
        if parts:
            span = Span(parts[0].start, parts[-1].end)
            made = print_of(record.article.text[span.start : span.end])
            if len(made) >= _LEAST:
                yield _Said(record, quote, span, made)


def _near(made: Iterable[int], holders: dict[int, list[int]]) -> list[int]:
    found = {number for shingle in set(made) for number in holders.get(shingle, ())}
    return sorted(found)


def _known(said: _Said, groups: Sequence[Sequence[_Said]], holders: dict[int, list[int]]) -> int | None:
    """The group that a quote belongs to: that of the telling with which it shares most."""
    best, group = 0.0, None
    for number in _near(said.print_, holders):
        for other in groups[number]:
            short, long = sorted((said.print_, other.print_), key=len)
            share = covered(short, set(long))
            if share >= _SAME and share > best:
                best, group = share, number
    return group


def _unquoted(
    record: Record, groups: Sequence[Sequence[_Said]], holders: dict[int, list[int]]
) -> Iterator[tuple[int, _Said]]:
    """Where the words of a quote stand in an article that does not quote them."""
    for paragraph in record.article.paragraphs:
        for span in sentences(record.article.text, paragraph.start, paragraph.end):
            made = print_of(record.article.text[span.start : span.end])
            for number in _near(made, holders):
                group = groups[number]
                has = any(one.record.article.id == record.article.id for one in group)
                if not has and covered(group[0].print_, set(made)) >= _SAME:
                    yield number, _Said(record, None, span, made)


def _tellings(group: Sequence[_Said]) -> tuple[Telling, ...]:
    first = group[0]
    quoted = next(one for one in group if one.quote)
    return tuple(_telling(one, first, quoted) for one in group)


def _telling(said: _Said, first: _Said, quoted: _Said) -> Telling:
    article, quote = said.record.article, said.quote
    name, speaker, cue = (quote.id, quote.speaker_name, quote.cue) if quote else (None, None, None)
    compared = compare(plain(first.text), plain(said.text))
    grave = tuple(edit for edit in compared.edits if edit.severity != "none")
    return Telling(
        article.id, outlet(said.record) or None, article.published.value if article.published else None,
        name, said.span.start, said.span.end, said.text, speaker, cue.text if cue else None, _named(said, quoted),
        compared.share_a, grave,
    )  # fmt: skip


def _named(said: _Said, first: _Said) -> Named:
    """What became of the speaker, against the first telling between marks."""
    if said.quote is None or first.quote is None:
        return "unquoted"
    here, there = said.quote.speaker_name, first.quote.speaker_name
    if said is first:
        return "first"
    if not here:
        return "nobody"
    match = same_name(here, there) if there else None
    return "same" if match and match.strength >= SURE else "other"
