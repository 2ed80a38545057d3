"""Clauses: where a sentence begins to say something new."""

from collections.abc import Iterator
from typing import NamedTuple

from marsad.annotate.grammar.finite import finite_verb
from marsad.annotate.grammar.passages import Passage
from marsad.annotate.grammar.tokens import particles


class Clause(NamedTuple):
    """A stretch of tokens, end exclusive, and what opens it.

    `kind`: sentence, coordinate (و, ثم, لكن … and a verb), relative (الذي), complement (أن), adverbial (لأن, حيث),
    conditional (إذا), marked (speech in quotation marks).
    """

    start: int
    end: int
    kind: str


def clauses(passage: Passage) -> list[Clause]:
    """The clauses of a passage, in order: together all its tokens, each in exactly one."""
    opened = list(_openings(passage))
    ends = [start for start, _ in opened[1:]] + [len(passage.tokens)]
    return [Clause(start, end, kind) for (start, kind), end in zip(opened, ends, strict=True)]


def _openings(passage: Passage) -> Iterator[tuple[int, str]]:
    sentence_starts = frozenset(passage.breaks)
    for index, token in enumerate(passage.tokens):
        if index in sentence_starts:
            yield index, "sentence"
            continue
        pair = passage.mark_at(index)
        if pair and pair.open == index and pair.close and pair.close - index > _SPEECH:
            yield index, "marked"
        elif token.kind == "arabic" and (kind := _kind(passage, index)):
            yield index, kind


_SPEECH = 6  # tokens between marks from which they hold a clause of their own


def _kind(passage: Passage, index: int) -> str | None:
    key = passage.tokens[index].key
    bare = key[1:] if key[:1] in "وف" and len(key) > 2 else key  # noqa: PLR2004 - a particle has two letters
    for kind, name in (
        ("relative", "relatives"),
        ("complement", "complementizers"),
        ("conditional", "conditionals"),
        ("adverbial", "subordinators"),
    ):
        if key in particles(name) or (bare in particles(name) and bare != "ما"):
            return kind
    if key in particles("conjunctions"):
        return "coordinate" if index + 1 < len(passage.tokens) and finite_verb(passage, index + 1) else None
    if bare != key and (finite_verb(passage, index) or bare in particles("verb_particles")):
        return "coordinate"
    return None
