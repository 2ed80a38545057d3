"""Columns of words and tags, as the corpora come, and the spans that they mean."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

OUTSIDE = "O"
MASKED = "X"  # neither right nor wrong: the loss leaves such a word out


class Token(NamedTuple):
    """One line of a corpus: the word as written there, and its columns of tags."""

    text: str
    tags: tuple[str, ...]


class Tagged(NamedTuple):
    """A labelled stretch of words: from `start` up to `end`, and its label without B- and I-."""

    start: int
    end: int
    label: str


def listed(text: str) -> frozenset[str]:
    """The words of a list that is written as one text."""
    return frozenset(text.split())


def read(path: Path) -> Iterator[list[Token]]:
    """The sentences of a file with one word a line and an empty line behind each sentence."""
    sentence: list[Token] = []
    for line in path.read_text("utf-8").splitlines():
        parts = line.split()
        if parts:
            sentence.append(Token(parts[0], tuple(parts[1:])))
        elif sentence:
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def spans(tags: list[str]) -> list[Tagged]:
    """The spans of BIO tags; an I- without its B- begins a span (AQMAR and Wojood have some)."""
    found: list[Tagged] = []
    for at, tag in enumerate(tags):
        if tag in {OUTSIDE, MASKED} or len(tag) < len("B-X"):
            continue
        label = tag[2:].lstrip("-")
        if tag[0] == "I" and found and found[-1].end == at and found[-1].label == label:
            found[-1] = found[-1]._replace(end=at + 1)
        else:
            found.append(Tagged(at, at + 1, label))
    return found


def bio(length: int, found: list[Tagged]) -> list[str]:
    """The tags of a sentence of `length` words; MASKED as a label masks its words."""
    tags = [OUTSIDE] * length
    for start, end, label in found:
        if label == MASKED:
            tags[start:end] = [MASKED] * (end - start)
        elif label != OUTSIDE:
            tags[start:end] = [f"B-{label}"] + [f"I-{label}"] * (end - start - 1)
    return tags
