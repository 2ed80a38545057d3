"""Words that point from one source to another (`data/speakers.toml`): ذاته, what means the same, who may be anybody."""

from functools import cache

from marsad.annotate.lists.tables import lists, word_lists

pointing = word_lists("speakers.toml")  # same, issuing, any_person, any_body


@cache
def meaning(noun: str) -> frozenset[str]:
    """The nouns that mean the same office or body as one, itself included."""
    return frozenset({noun}.union(*(group for group in lists("speakers.toml")["synonyms"] if noun in group)))
