"""Running text as sentences, verbs and phrases: what the readers of quotes and events share.

A `Passage` is a paragraph: its tokens, its sentences (marked speech is not cut), its pairs of quotation marks, and
which names and times stand where.
"""

from marsad.annotate.grammar.definite import articled, bare
from marsad.annotate.grammar.finite import definite, finite_verb
from marsad.annotate.grammar.marks import Marked
from marsad.annotate.grammar.passages import Passage, passages
from marsad.annotate.grammar.phrase_words import carries_b
from marsad.annotate.grammar.phrases import noun_phrase
from marsad.annotate.grammar.tokens import Token, particles, tokens

__all__ = [
    "Marked",
    "Passage",
    "Token",
    "articled",
    "bare",
    "carries_b",
    "definite",
    "finite_verb",
    "noun_phrase",
    "particles",
    "passages",
    "tokens",
]
