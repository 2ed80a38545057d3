"""Who said what: every attributed statement of a text, with its speaker, its channel and its words."""

from collections.abc import Sequence

from marsad.annotate.grammar import Passage
from marsad.annotate.quotes.assemble import assembled
from marsad.annotate.quotes.find import attributions
from marsad.records import Entity, Mention, Quote


def quotes(
    text: str,
    passages: Sequence[Passage],
    mentions: Sequence[Mention],
    entities: Sequence[Entity],
    headline_end: int = 0,
) -> tuple[Quote, ...]:
    """The quotes of a text in its order. `headline_end`: the code point where its headline ends, 0 for none."""
    found = attributions(passages, headline_end)
    return assembled(text, passages, mentions, entities, found, headline_end)


__all__ = ["quotes"]
