"""PLOVER's contexts: what an event is about (military, economic, legal …), by the words around it."""

from collections.abc import Iterable


def contexts(words: Iterable[str]) -> tuple[str, ...]:
    """The contexts of some words (those of a sentence, folded), in the order of PLOVER's list."""
    raise NotImplementedError
