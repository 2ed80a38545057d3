"""Texts as the encoder reads them: several sentences in one chunk, chunks of like length in one batch."""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from marsad.annotate.engines.pieces import BEGIN, END, PAD, Pieces
from models.conll import MASKED

TAGS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
IGNORED = -100  # the number of a tag that the loss leaves out

_NUMBERS = {tag: number for number, tag in enumerate(TAGS)} | {MASKED: IGNORED}

Labelled = tuple[list[str], list[str]]  # words and tags of a sentence


@dataclass(frozen=True, slots=True)
class Chunk:
    """Pieces with both ends, where each word's first piece stands, and its tag's number."""

    pieces: list[int]
    firsts: list[int]
    tags: list[int]


def chunks(sentences: Iterable[Labelled], pieces: Pieces, longest: int) -> Iterator[Chunk]:
    """Sentences that follow each other, packed into chunks of at most `longest` pieces; longer ones are cut."""
    chunk = Chunk([BEGIN], [], [])
    for words, tags in sentences:
        cut = [pieces.of(word) for word in words]
        if len(chunk.pieces) + sum(map(len, cut)) >= longest and chunk.firsts:
            yield _closed(chunk)
            chunk = Chunk([BEGIN], [], [])
        for piece, tag in zip(cut, tags, strict=True):
            if len(chunk.pieces) + len(piece) >= longest:
                yield _closed(chunk)
                chunk = Chunk([BEGIN], [], [])
            chunk.firsts.append(len(chunk.pieces))
            chunk.pieces.extend(piece)
            chunk.tags.append(_NUMBERS[tag])
    if chunk.firsts:
        yield _closed(chunk)


def _closed(chunk: Chunk) -> Chunk:
    chunk.pieces.append(END)
    return chunk


def batches(found: Sequence[Chunk], most: int, chance: random.Random) -> list[list[Chunk]]:
    """Chunks of like length together, at most `most` pieces a batch with the filling; in random order."""
    ordered = sorted(found, key=lambda chunk: (len(chunk.pieces) // 8, chance.random()))
    made: list[list[Chunk]] = [[]]
    for chunk in ordered:
        longest = max([len(chunk.pieces), *(len(other.pieces) for other in made[-1])])
        if made[-1] and longest * (len(made[-1]) + 1) > most:
            made.append([])
        made[-1].append(chunk)
    chance.shuffle(made)
    return made


def tensors(batch: Sequence[Chunk]) -> tuple[Tensor, Tensor, Tensor]:
    """Pieces (batch x length), the flat places of the words' first pieces, and the words' tags."""
    longest = max(len(chunk.pieces) for chunk in batch)
    filled = [chunk.pieces + [PAD] * (longest - len(chunk.pieces)) for chunk in batch]
    firsts = [row * longest + first for row, chunk in enumerate(batch) for first in chunk.firsts]
    return torch.tensor(filled), torch.tensor(firsts), torch.tensor([tag for chunk in batch for tag in chunk.tags])
