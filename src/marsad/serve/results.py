"""The page of a search: what was understood, a chip for each form of a word, facets, articles with their snippets."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, get_args

from marsad.archive.highlight import Mark
from marsad.archive.search import Answer, Found, Sort, Wish
from marsad.archive.search_variants import Choice, Variant
from marsad.serve import links
from marsad.serve.asked import DEEPEST, Asked
from marsad.serve.dates import written
from marsad.serve.desk import Reader
from marsad.serve.words import counted, say, term
from marsad.terms import Lang

SIZE = 20  # articles of a page
_FACETS, _CHIPS = 8, 24
_FIELDS = {"month": "date"}  # facets that the query language calls otherwise


@dataclass(frozen=True, slots=True)
class Ask:
    """What the address of the page asks for."""

    query: str = ""
    sort: str = ""
    page: int = 1
    as_written: bool = False
    adjectives: bool = False
    without: tuple[str, ...] = ()
    also: tuple[str, ...] = ()

    @classmethod
    def of(cls, asked: Asked) -> "Ask":
        """Raises BadParameter."""
        return cls(
            asked.text("q"), asked.choice("sort", get_args(Sort)), asked.number("page", 1, 1, DEEPEST // SIZE),
            asked.flag("as_written"), asked.flag("adjectives"), asked.many("without"), asked.many("also"),
        )  # fmt: skip

    @property
    def wish(self) -> Wish:
        """The same as the search wants it."""
        choice = Choice(self.as_written, self.adjectives, frozenset(self.without), frozenset(self.also))
        sort: Sort = self.sort or "relevance"  # type: ignore[assignment]  # it is one of them
        return Wish(sort, SIZE, (self.page - 1) * SIZE, choice=choice, facets=_FACETS)

    def href(self, lang: Lang) -> str:
        """Its address."""
        return links.page(
            lang, "search",
            [
                ("q", self.query), ("sort", self.sort), ("page", str(self.page) if self.page > 1 else ""),
                ("as_written", "1" if self.as_written else ""), ("adjectives", "1" if self.adjectives else ""),
                *(("without", form) for form in self.without), *(("also", form) for form in self.also),
            ],
        )  # fmt: skip


class Piece(NamedTuple):
    """A stretch of a snippet or headline; `hit`: it is what was looked for."""

    text: str
    hit: bool


class Option(NamedTuple):
    """A link that switches something; `number`: of articles."""

    label: str
    href: str
    on: bool = False
    number: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Chips:
    """The forms of one word of the query."""

    word: str
    forms: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Facet:
    """A heading and its most frequent values; `theirs`: the values are words of the articles."""

    label: str
    values: tuple[Option, ...]
    theirs: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that was found."""

    id: str
    href: str
    headline: tuple[Piece, ...]
    date: str
    source: str
    section: str
    snippets: tuple[tuple[Piece, ...], ...]


@dataclass(frozen=True, slots=True)
class Results:
    """What `search.html` shows."""

    ask: Ask
    count: str
    total: int
    understood: str
    hits: tuple[Hit, ...]
    chips: tuple[Chips, ...]
    facets: tuple[Facet, ...]
    switches: tuple[Option, ...]
    sorts: tuple[Option, ...]
    back: str
    forth: str
    beyond: bool  # the page lies behind the last one
    notes: tuple[str, ...]


def results(reader: Reader, asked: Asked, lang: Lang) -> Results:
    """The page. Raises QueryError, BadParameter, ArchiveError."""
    ask = Ask.of(asked)
    answer = reader.finder.search(ask.query, ask.wish)
    seen = (ask.page - 1) * SIZE + len(answer.found)
    plain = replace(ask, page=1)
    return Results(
        ask, counted(answer.total, "article", lang), answer.total,
        answer.query if answer.query != ask.query else "",
        tuple(hit(found, lang) for found in answer.found),
        _chips(answer.variants, plain, lang), facets(answer, ask.query, lang), _switches(plain, lang),
        tuple(
            Option(say(f"sort-{name}", lang), replace(plain, sort=name).href(lang), name == ask.wish.sort)
            for name in get_args(Sort)
        ),
        replace(ask, page=ask.page - 1).href(lang) if ask.page > 1 and answer.found else "",
        replace(ask, page=ask.page + 1).href(lang) if answer.found and seen < min(answer.total, DEEPEST) else "",
        beyond=not answer.found and answer.total > 0, notes=answer.notes,
    )  # fmt: skip


def facets(answer: Answer, query: str, lang: Lang) -> tuple[Facet, ...]:
    """What the articles that were found have in common, as links that narrow the query."""
    found = []
    for name, rows in answer.facets.items():
        field = _FIELDS.get(name, name)
        values = tuple(
            Option(
                _value(name, value, lang), Ask(links.narrowed(query, field, value)).href(lang), number=f"{count:,}"
            )
            for value, count in rows
        )  # fmt: skip
        if values:
            found.append(Facet(say(f"facet-{name}", lang), values, name not in {"month", "type"}))
    return tuple(found)


def hit(found: Found, lang: Lang) -> Hit:
    """An article of an answer."""
    headline = found.headline or say("no-headline", lang)
    return Hit(
        found.article, links.article(lang, found.article),
        _pieces(headline, 0, found.headline_hits if found.headline else ()),
        written(found.published, lang) if found.published else say("no-date", lang),
        found.source or "", found.section or "",
        tuple(
            (
                *([Piece("… ", hit=False)] * one.before), *_pieces(one.text, one.start, one.marks),
                *([Piece(" …", hit=False)] * one.after),
            )
            for one in found.snippets
        ),
    )  # fmt: skip


def _value(name: str, value: str, lang: Lang) -> str:
    return written(value, lang) if name == "month" else term("event_type", value, lang) if name == "type" else value


def _pieces(text: str, start: int, marks: Sequence[Mark]) -> tuple[Piece, ...]:
    """The text cut at its marks, which count from `start`."""
    pieces, done = [], 0
    for mark in marks:
        pieces += [Piece(text[done : mark.start - start], hit=False), Piece(mark.text, hit=True)]
        done = mark.end - start
    return tuple(piece for piece in (*pieces, Piece(text[done:], hit=False)) if piece.text)


def _chips(variants: Sequence[Variant], ask: Ask, lang: Lang) -> tuple[Chips, ...]:
    found = []
    for word in dict.fromkeys(one.of for one in variants):
        mine = [one for one in variants if one.of == word and (one.count or one.why == "exact")]
        if len(mine) > 1 or not all(one.on for one in mine):
            found.append(Chips(word, tuple(_chip(one, ask, lang) for one in mine[:_CHIPS])))
    return tuple(found)


def _chip(variant: Variant, ask: Ask, lang: Lang) -> Option:
    """A form as a switch: what is on leads to the page without it, what is off to the page with it.

    The word itself is no switch: it is what was asked for.
    """
    form, count = variant.form, f"{variant.count:,}"
    without, also = (tuple(one for one in forms if one != form) for forms in (ask.without, ask.also))
    title = say("chip-off" if variant.on else "chip-on", lang, why=term("why", variant.why, lang))
    if variant.why == "exact":
        return Option(form, "", on=True, number=count, title=term("why", "exact", lang))
    if variant.on and form not in ask.also:
        without = (*without, form)
    if not variant.on and form not in ask.without:
        also = (*also, form)
    return Option(form, replace(ask, without=without, also=also).href(lang), variant.on, count, title)


def _switches(ask: Ask, lang: Lang) -> tuple[Option, ...]:
    written_, adjectives = replace(ask, as_written=not ask.as_written), replace(ask, adjectives=not ask.adjectives)
    return (
        Option(say("as-written", lang), written_.href(lang), ask.as_written),
        Option(say("adjectives", lang), adjectives.href(lang), ask.adjectives),
    )
