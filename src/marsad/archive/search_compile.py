"""From the tree of a query to what the index is asked, and to what is marked in the texts that it finds."""

from collections.abc import Callable, Iterable, Sequence
from itertools import product
from math import log

import tantivy
from tantivy import Occur

from marsad.archive import query as q
from marsad.archive.highlight import Marker
from marsad.archive.index import SearchIndex
from marsad.archive.query_dates import Period, ordinal
from marsad.archive.search_variants import Variant, Variants
from marsad.text.name_words import fold_name
from marsad.text.search_words import BETWEEN, parted, tokens

_FOR_HEADLINE = 2.0  # a word in the headline weighs so much more than the same in the text
_MOST_SPELLINGS = 24  # of a name of several words
_MOST_BEGUN = 1000  # words that a prefix may stand for as a set; more are asked for as a pattern
_WEIGHED = 16  # of them, so many are weighed one by one
_EXACT_NAMES = {"lang": str.lower, "type": str.upper, "has": str.lower}


class Compiler:
    """Makes one query for one index; gathers the variants and what is to be marked on the way."""

    def __init__(
        self,
        index: SearchIndex,
        variants: Variants,
        inside: str = "text",
        elsewhere: Callable[[q.Field, Variants], tuple[str, ...]] | None = None,
    ) -> None:
        """`inside`: the field that words are looked for in: text, headline or said.

        `elsewhere`: the articles in which somebody stands whom a field names, under any name.
        """
        self._elsewhere = elsewhere
        self._schema, self._searcher, self._inside = index.schema, index.searcher, inside
        self._variants = variants
        self.used: list[Variant] = []
        self.marker = Marker()

    def query(self, node: q.Node | None, period: Period | None = None) -> tantivy.Query:
        """What the index is asked; `period` is a further condition on the date of publication."""
        parts = [self._node(node, marked=True)] if node else []
        if period:
            parts.append(self._dated(period))
        return self._all(parts) if parts else tantivy.Query.all_query()

    def _node(self, node: q.Node, *, marked: bool) -> tantivy.Query:
        match node:
            case q.Word() | q.Phrase():
                return self._words(node, marked=marked)
            case q.Field():
                return self._field(node)
            case q.Among() | q.Dated():
                return self._among(node.articles) if isinstance(node, q.Among) else self._dated(node.period)
            case q.Not():
                without = self._node(node.part, marked=False)
                return _boolean([(Occur.Must, _weightless(tantivy.Query.all_query())), (Occur.MustNot, without)])
            case q.All():
                return self._all([self._node(part, marked=marked) for part in node.parts])
            case q.Any():
                return _any(self._node(part, marked=marked) for part in node.parts)

    def _words(self, node: q.Word | q.Phrase, *, marked: bool) -> tantivy.Query:
        if isinstance(node, q.Phrase):
            return self._phrase(node.text, marked=marked)
        return self._begun(node.text, marked=marked) if node.prefix else self._word(node.text, marked=marked)

    def _all(self, parts: Sequence[tantivy.Query]) -> tantivy.Query:
        return parts[0] if len(parts) == 1 else _boolean([(Occur.Must, part) for part in parts])

    def _word(self, text: str, *, marked: bool) -> tantivy.Query:
        variants = self._variants.of(text)
        self.used += variants
        chosen = [variant for variant in variants if variant.on]
        if marked:
            self.marker.words(chosen)
        return self._weighed([(variant.field or self._inside, variant.term, variant.count) for variant in chosen])

    def _weighed(self, terms: Sequence[tuple[str, str, int]]) -> tantivy.Query:
        """One of several terms, all weighing what the word weighs: a rare form is no rare word."""
        size = max(self._searcher.num_docs, 1)
        together = _rarity(size, min(size, sum(count for _, _, count in terms)))
        found, above = [], []
        for field, term, count in terms:
            weight = min(1.0, together / _rarity(size, count))
            found.append(tantivy.Query.boost_query(self._term(field, term), weight))
            if field == "text":
                above.append(tantivy.Query.boost_query(self._term("headline", term), weight * _FOR_HEADLINE))
        return _boolean([(Occur.Must, _any(found)), *((Occur.Should, one) for one in above)])

    def _term(self, field: str, term: str) -> tantivy.Query:
        text = term.encode(errors="replace").decode()  # bytes that are no text are found nowhere
        return tantivy.Query.term_query(self._schema, field, text, index_option="freq")

    def _begun(self, text: str, *, marked: bool) -> tantivy.Query:
        """All words that begin so, in any spelling of the beginning."""
        (token,) = tokens(text)
        beginning = parted(token.term)[0]
        if marked:
            self.marker.prefix(beginning, text)
        terms = self._searcher.terms_with_prefix(self._inside, beginning, limit=_MOST_BEGUN + 1)
        if len(terms) > _MOST_BEGUN:
            return tantivy.Query.regex_query(self._schema, self._inside, _literally(beginning) + ".*")
        if len(terms) > _WEIGHED:
            return tantivy.Query.term_set_query(self._schema, self._inside, [term for term, _ in terms])
        return (
            self._weighed([(self._inside, term, count) for term, count in terms])
            if terms
            else tantivy.Query.empty_query()
        )

    def _phrase(self, text: str, *, marked: bool) -> tantivy.Query:
        terms = [token.term for token in tokens(text)]
        if marked:
            self.marker.phrase(terms, text)
        if len(terms) == 1:
            return self._term(self._inside, terms[0])
        return tantivy.Query.phrase_query(self._schema, self._inside, list(terms))

    def _field(self, field: q.Field) -> tantivy.Query:
        if field.name in _EXACT_NAMES:
            return _weightless(self._term(field.name, _EXACT_NAMES[field.name](field.text)))
        words = fold_name(field.text).split()
        if not words:
            return tantivy.Query.empty_query()
        spellings = [self._variants.spellings(word) for word in words]
        rows = [list(row) for row, _ in zip(product(*spellings), range(_MOST_SPELLINGS), strict=False)]
        named = [
            tantivy.Query.phrase_query(self._schema, field.name, list(row))
            if len(row) > 1
            else self._term(field.name, row[0])
            for row in rows
        ]
        others = self._elsewhere(field, self._variants) if self._elsewhere else ()
        return _any([*named, self._among(others)] if others else named)

    def _among(self, articles: Sequence[str]) -> tantivy.Query:
        if not articles:
            return tantivy.Query.empty_query()
        return _weightless(tantivy.Query.term_set_query(self._schema, "id", list(articles)))

    def _dated(self, period: Period) -> tantivy.Query:
        """Articles whose own day, month or year of publication meets the period."""
        parts = []
        for field, low, high in (("first", None, period.last), ("last", period.first, None)):
            lower, upper = ordinal(low) if low else 0, ordinal(high) if high else 2**40
            wanted = tantivy.Query.range_query(self._schema, field, tantivy.FieldType.Unsigned, lower, upper)
            parts.append(_weightless(wanted))
        return self._all(parts)


def _boolean(parts: list[tuple[Occur, tantivy.Query]]) -> tantivy.Query:
    return tantivy.Query.boolean_query(parts)


def _any(parts: Iterable[tantivy.Query]) -> tantivy.Query:
    found = list(parts)
    return found[0] if len(found) == 1 else _boolean([(Occur.Should, part) for part in found])


def _weightless(part: tantivy.Query) -> tantivy.Query:
    """A condition that says nothing about how well an article answers."""
    return tantivy.Query.const_score_query(part, 0.0)


def _rarity(size: int, count: int) -> float:
    """What a term weighs that so many of the texts have (as BM25 has it)."""
    return log(1 + (size - count + 0.5) / (count + 0.5))


def _literally(text: str) -> str:
    """The text as a pattern of tantivy that means itself."""
    return "".join(char if char.isalnum() or char == BETWEEN else f"\\{char}" for char in text)
