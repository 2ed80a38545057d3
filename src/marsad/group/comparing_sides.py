"""A text as it is compared: its headline, its sentences, its words, and what is known of them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from marsad.group.comparing_words import loose
from marsad.records import Record, Span, TextSpan
from marsad.text.numbers import FoundNumber
from marsad.text.numbers import find as numbers_in
from marsad.text.sentences import sentences
from marsad.text.words import Word, words

_LEAST_QUOTED = 3  # words between marks; fewer are a name or a term
_QUOTED = re.compile(r"«([^«»\n]+)»|“([^“”\n]+)”|\"([^\"\n]+)\"|”([^“”\n]+)“")
_QUOTE_MARKS = '«»“”"„‟'


@dataclass(frozen=True)
class Side:
    """One of two texts; spans are code points of `text`.

    `names`, `quoted`, `said_by` (cues, sources, channels) are what was found in the text; names are None where nobody
    has looked for them: then a changed name is a changed word.
    """

    text: str
    headline: Span | None
    body: tuple[Span, ...]
    names: tuple[Span, ...] | None = None
    quoted: tuple[Span, ...] = ()
    said_by: tuple[Span, ...] = ()

    def at(self, span: Span) -> TextSpan:
        """A span with the words that stand there."""
        return TextSpan(span.start, span.end, self.text[span.start : span.end])

    @cached_property
    def sentences(self) -> tuple["Sentence", ...]:
        """The sentences of the body that hold words."""
        found = (
            Sentence.of(self.text, one) for part in self.body for one in sentences(self.text, part.start, part.end)
        )
        return tuple(one for one in found if one.keys)

    @cached_property
    def head(self) -> "Sentence | None":
        """The headline as one sentence."""
        found = Sentence.of(self.text, self.headline) if self.headline else None
        return found if found and found.keys else None

    @cached_property
    def numbers(self) -> tuple[FoundNumber, ...]:
        """The numbers of the text."""
        return numbers_in(self.text)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or several in a row: its words without signs, and their keys, which all spellings share."""

    span: Span
    words: tuple[Word, ...]
    keys: tuple[str, ...]

    @classmethod
    def of(cls, text: str, span: Span) -> "Sentence":
        """The sentence of a span."""
        found = [(word, loose(word.text)) for word in words(text, span.start, span.end) if word.kind != "sign"]
        kept = [(word, key) for word, key in found if key]
        return cls(span, tuple(word for word, _ in kept), tuple(key for _, key in kept))

    def with_next(self, other: "Sentence") -> "Sentence":
        """This sentence and one behind it as one."""
        return Sentence(Span(self.span.start, other.span.end), self.words + other.words, self.keys + other.keys)


class Stretch(NamedTuple):
    """Words of a sentence that differ: `words[first:last]`, with the whole sentence around them."""

    side: Side
    words: tuple[Word, ...]
    keys: tuple[str, ...]
    first: int
    last: int

    @property
    def span(self) -> Span | None:
        """Where the words stand; None where there are none."""
        chosen = self.words[self.first : self.last]
        return Span(chosen[0].start, chosen[-1].end) if chosen else None

    @property
    def place(self) -> Span:
        """Where the words stand; where there are none, the place between their neighbours."""
        if self.span:
            return self.span
        end = self.words[self.first - 1].end if self.first else self.words[0].start
        return Span(end, self.words[self.first].start if self.first < len(self.words) else end)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The keys of the words."""
        return self.keys[self.first : self.last]

    @property
    def text(self) -> str:
        """The words as they are written."""
        return self.side.text[self.span.start : self.span.end] if self.span else ""


def plain(text: str, *, headline: str | None = None) -> Side:
    """A text of which nothing is known but its headline, where it has one."""
    if not headline:
        return _side(text, None, [Span(0, len(text))])
    whole = f"{headline}\n\n{text}"
    return _side(whole, Span(0, len(headline)), [Span(len(headline), len(whole))])


def side(record: Record) -> Side:
    """An article with its names and quotes, as far as they were looked for."""
    article = record.article
    head = article.headline or ""
    span = Span(0, len(head)) if head and article.text.startswith(head) else None
    names = None if record.mentions is None else [one for one in record.mentions if one.kind in {"name", "part"}]
    said = [
        part for quote in record.quotes or () for part in (quote.cue, quote.source, quote.channel) if part is not None
    ]
    direct = [one for quote in record.quotes or () for one in quote.content if one.mode == "direct"]
    return _side(
        article.text, span, article.paragraphs,
        names=None if names is None else tuple(Span(one.start, one.end) for one in names),
        quoted=tuple(Span(one.start, one.end) for one in direct),
        said_by=tuple(Span(one.start, one.end) for one in said),
    )  # fmt: skip


def _side(text: str, headline: Span | None, body: Iterable[Span], *, names: tuple[Span, ...] | None = None,
          quoted: tuple[Span, ...] = (), said_by: tuple[Span, ...] = ()) -> Side:  # fmt: skip
    marked = [Span(*one.span(one.lastindex or 0)) for one in _QUOTED.finditer(text)]
    long = [one for one in marked if len(text[one.start : one.end].split()) >= _LEAST_QUOTED]
    return Side(text, headline, tuple(body), names, (*quoted, *long), said_by)


def quote_marks(text: str) -> int:
    """How many marks of quotation stand in a text."""
    return sum(map(text.count, _QUOTE_MARKS))
