"""Searching an archive: one query language, answers that say why each article is there."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, Literal, TypeVar

import tantivy

from marsad.archive import index_changes as changes
from marsad.archive.facts_names import elsewhere
from marsad.archive.file import said
from marsad.archive.highlight import Mark, Marker, Snippet, snippets
from marsad.archive.index import Progress, SearchIndex
from marsad.archive.index_schema import FACETS, source_of
from marsad.archive.query import Node, has_words, ranks
from marsad.archive.query import said as understood
from marsad.archive.query_dates import Period
from marsad.archive.query_parse import parse
from marsad.archive.search_compile import Compiler
from marsad.archive.search_variants import AS_USUAL, Choice, Lists, NoLists, Variant, Variants
from marsad.archive.store import Archive
from marsad.errors import UsageError

Sort = Literal["relevance", "newest", "oldest"]
Inside = Literal["text", "headline", "quotes"]
_FURTHEST = 100_000  # articles that can be paged through; more are for an export
_FIRST = 50  # articles of the first page that is looked into; each further one is larger
_PARTS: dict[Inside, str] = {"text": "text", "headline": "headline", "quotes": "said"}
_WHERE: dict[Inside, str] = {"text": "in the text", "headline": "in headlines", "quotes": "in quotes"}
_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class Wish:
    """How an answer is wanted.

    `limit`, `offset`: articles; `facets`: how many values of each, 0 for none; `snippets`: of each article.
    """

    sort: Sort = "relevance"
    limit: int = 20
    offset: int = 0
    inside: Inside = "text"
    period: Period | None = None
    choice: Choice = AS_USUAL
    facets: int = 0
    snippets: int = 2

    def __post_init__(self) -> None:
        """Raises UsageError where nothing can be shown."""
        if self.limit < 0 or self.offset < 0 or self.limit + self.offset > _FURTHEST:
            raise UsageError(
                f"limit and offset are not negative, and together at most {_FURTHEST:,}; narrow the query instead"
            )


@dataclass(frozen=True, slots=True)
class Found:
    """An article that answers a query, with its marks (in the order of its text)."""

    article: str
    headline: str | None
    published: str | None
    source: str | None
    section: str | None
    url: str | None
    score: float | None
    hits: tuple[Mark, ...]
    snippets: tuple[Snippet, ...]
    headline_hits: tuple[Mark, ...] = ()  # marks in the headline, counted from its own beginning


@dataclass(frozen=True, slots=True)
class Answer:
    """All that a search gives: how many articles there are, those that were asked for, and why."""

    query: str  # as it was understood, operators written out
    total: int
    found: tuple[Found, ...]
    variants: tuple[Variant, ...]
    facets: dict[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


_USUAL = Wish()


class Finder:
    """Searches one archive again and again; the index is brought up to date when the archive has changed."""

    def __init__(self, archive: Archive, lists: Lists | None = None, progress: Progress | None = None) -> None:
        self._archive, self._lists, self._progress = archive, lists or NoLists(), progress
        self._index: SearchIndex | None = None

    def search(self, query: str, wish: Wish = _USUAL) -> Answer:
        """What answers the query. Raises QueryError where it is malformed, UsageError, ArchiveError."""
        tree = parse(query)
        if wish.inside != "text" and not has_words(tree):
            raise UsageError(f"the query has no words to look for {_WHERE[wish.inside]}; add words, or look everywhere")
        return self._asked(lambda index: _answer(self._archive, index, self._lists, tree, wish))

    def candidates(self, tree: Node | None, wish: Wish) -> Iterator[str]:
        """The ids of all articles that answer, in the order of the wish: for what is looked for inside of articles."""
        offset, limit = 0, _FIRST
        while offset < _FURTHEST:
            page = replace(wish, offset=offset, limit=min(limit, _FURTHEST - offset))
            ids = self._asked(partial(self._page, tree, page))
            yield from ids
            if len(ids) < page.limit:
                return
            offset, limit = offset + page.limit, limit * 8

    def _page(self, tree: Node | None, wish: Wish, index: SearchIndex) -> list[str]:
        compiler = _compiler(self._archive, index, self._lists, wish)
        return [article for article, _ in _rows(index, compiler.query(tree, wish.period), wish, tree)[1]]

    def variants(self, choice: Choice = AS_USUAL) -> Variants:
        """The forms of words in this archive."""
        return Variants(self._current().searcher, self._lists, choice)

    @property
    def archive(self) -> Archive:
        """What is searched."""
        return self._archive

    def _asked(self, ask: Callable[[SearchIndex], _Result]) -> _Result:
        """The result of asking the index; where that breaks, the index is made again and asked once more."""
        index = self._current()
        try:
            return ask(index)
        except (ValueError, OSError):
            pass
        except BaseException as error:
            if type(error).__name__ != "PanicException":  # what tantivy, written in Rust, raises where a file lies
                raise
        self._index = SearchIndex.again(self._archive, progress=self._progress)
        return ask(self._index)

    def _current(self) -> SearchIndex:
        with said(self._archive.path):
            old = self._index
            if old and not old.notes and not changes.waiting(self._archive.connection, old.state.number):
                return old
        self._index = SearchIndex.of(self._archive, progress=self._progress)
        return self._index


def _compiler(archive: Archive, index: SearchIndex, lists: Lists, wish: Wish) -> Compiler:
    return Compiler(
        index, Variants(index.searcher, lists, wish.choice), _PARTS[wish.inside], partial(elsewhere, archive)
    )


def _answer(archive: Archive, index: SearchIndex, lists: Lists, tree: Node | None, wish: Wish) -> Answer:
    compiler = _compiler(archive, index, lists, wish)
    query = compiler.query(tree, wish.period)
    total, rows = _rows(index, query, wish, tree)
    with said(archive.path):
        found = tuple(
            one for article, score in rows if (one := _found(archive, article, score, compiler.marker, wish.snippets))
        )
    facets = _facets(index, query, wish.facets) if wish.facets else {}
    variants = tuple(dict.fromkeys(compiler.used))
    return Answer(understood(tree) if tree else "", total, found, variants, facets, index.notes)


def _rows(
    index: SearchIndex, query: tantivy.Query, wish: Wish, tree: Node | None
) -> tuple[int, list[tuple[str, float | None]]]:
    """How many articles there are, and the ids on the page that is asked for, with what each scores."""
    sort = "newest" if wish.sort == "relevance" and not ranks(tree) else wish.sort  # all answer equally well
    by, way = (None if sort == "relevance" else sort), tantivy.Order.Asc if sort == "oldest" else tantivy.Order.Desc
    if not wish.limit:
        return _total(index.searcher.search(query, 1)), []
    result = index.searcher.search(query, wish.limit, offset=wish.offset, order_by_field=by, order=way)
    return _total(result), [
        (index.searcher.doc(at)["id"][0], None if by else round(score, 4)) for score, at in result.hits
    ]


def _total(result: tantivy.SearchResult) -> int:
    return int(result.count)  # type: ignore[attr-defined]  # it is there; the stubs of tantivy leave it out


def _found(archive: Archive, article: str, score: float | None, marker: Marker, most: int) -> Found | None:
    """The article with its marks; None where it has been taken out in the meantime."""
    stored = changes.shown(archive, article, with_facts=marker.needs_places)
    if stored is None:
        return None
    data, text = stored.article, stored.article["text"]
    headline = data.get("headline") or ""
    marks = marker.marks(text, _places(stored.facts))
    begin = len(headline) if text.startswith(headline) else 0
    above = tuple(mark for mark in marks if mark.end <= begin) if begin else tuple(marker.marks(headline))
    return Found(
        article, headline or None, (data.get("published") or {}).get("value"), source_of(data, stored.url),
        data.get("section"), stored.url, score, tuple(marks), snippets(text, marks, most, begin), above,
    )  # fmt: skip


def _places(facts: dict[str, list[dict[str, Any]]]) -> frozenset[tuple[int, int]]:
    return frozenset(
        (mention["start"], mention["end"])
        for mention in facts.get("mentions", ())
        if mention["label"] == "LOC" and mention["kind"] == "name"
    )


def _facets(index: SearchIndex, query: tantivy.Query, most: int) -> dict[str, tuple[tuple[str, int], ...]]:
    """How many of all articles that answer have which source, section, month …; the most frequent values first."""
    asked = {name: {"terms": {"field": f"f_{name}", "size": most}} for name in FACETS}
    given = index.searcher.aggregate(query, asked)
    return {
        name: tuple(sorted(((row["key"], row["doc_count"]) for row in given[name]["buckets"]), key=_by_count))
        for name in FACETS
    }


def _by_count(row: Sequence[Any]) -> tuple[int, str]:
    return -row[1], row[0]


def search(archive: Archive, query: str, wish: Wish = _USUAL, lists: Lists | None = None) -> Answer:
    """What answers a query, once. Raises QueryError, ArchiveError."""
    return Finder(archive, lists).search(query, wish)
