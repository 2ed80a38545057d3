"""Which quote of the headline or lead repeats one of the body."""

from collections.abc import Sequence
from dataclasses import replace

from marsad.records import Quote
from marsad.text.clitics import readings
from marsad.text.fold import fold_key
from marsad.text.words import words

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
        found.append(replace(quote, paraphrase_of=_repeated(quote, _words(quote.text), body)))
    return tuple(found)


def _repeated(quote: Quote, own: frozenset[str], body: Sequence[tuple[Quote, frozenset[str]]]) -> str | None:
    for other, others in body:
        if other.content[0].start <= quote.content[-1].end or other.within == quote.id:
            continue
        if None not in (quote.speaker, other.speaker) and quote.speaker != other.speaker:
            continue
        least = min(len(own), len(others))
        if least >= _LEAST and len(own & others) >= _SHARED * least:
            return other.id
    return None


def _words(text: str) -> frozenset[str]:
    """The content words of a text, folded, without article and clitics: للتعاون is لتعاون."""
    found = (readings(fold_key(word.text))[-1].form for word in words(text) if word.kind == "arabic")
    return frozenset(bare for form in found if len(bare := form.removeprefix("ال")) > _SHORT)
