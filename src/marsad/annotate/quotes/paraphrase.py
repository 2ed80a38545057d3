"""Which quote of the headline or lead repeats one of the body."""

from collections.abc import Sequence
from dataclasses import replace

from marsad.records import Quote
from marsad.text.fold import fold_key

_SHARED = 0.6  # of the words of the shorter one
_LEAST = 3  # words
_MOST, _FIRST = 300, 12  # quotes of an article, and of its headline and lead, that are compared
_SHORT = 2  # letters of a word that says nothing


def with_paraphrases(quotes: Sequence[Quote], headline_end: int, lead_end: int) -> tuple[Quote, ...]:
    """The quotes, those of headline and lead with the id of the first quote of the body that they repeat."""
    first = [quote for quote in quotes[:_FIRST] if quote.content[0].start < max(headline_end, lead_end)]
    if not first or len(quotes) == 1:
        return tuple(quotes)
    body = [(quote, _words(quote.text)) for quote in quotes[:_MOST] if quote.content[0].start >= headline_end]
    found: list[Quote] = []
    for place, quote in enumerate(quotes):
        if quote.content[0].start >= max(headline_end, lead_end) or place >= _FIRST:
            found.append(quote)
            continue
        words = _words(quote.text)
        found.append(replace(quote, paraphrase_of=_repeated(quote, words, body)))
    return tuple(found)


def _repeated(quote: Quote, words: frozenset[str], body: Sequence[tuple[Quote, frozenset[str]]]) -> str | None:
    for other, others in body:
        if other.content[0].start <= quote.content[-1].end or other.within == quote.id:
            continue
        if None not in (quote.speaker, other.speaker) and quote.speaker != other.speaker:
            continue
        least = min(len(words), len(others))
        if least >= _LEAST and len(words & others) >= _SHARED * least:
            return other.id
    return None


def _words(text: str) -> frozenset[str]:
    """The content words of a text, folded, without article and و."""
    bare = (word.removeprefix("و").removeprefix("ال") for word in fold_key(text).split())
    return frozenset(word for word in bare if len(word) > _SHORT)
