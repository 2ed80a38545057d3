"""The print of a text: what of it is compared to find copies, whatever was done to headline, spelling and signs.

Words are folded as strongly as search does it, signs fall away, a lone و joins its word. Every four words in a row give
a number of 32 bits, a *shingle*. Of each ten shingles in a row the smallest is a *mark* (winnowing, Schleimer et al.
2003): two texts that share thirteen words in a row share a mark, and a text has two marks for eleven words. Marks find,
shingles measure. Among many millions of texts two marks may be equal by chance: what is found is measured anyway.

Whoever changes what this module gives raises `VERSION`: prints of another version are made again.
"""

import re
import struct
from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b
from zlib import crc32

from marsad.text.fold import fold_key

VERSION = 1
WORDS = 4  # words of a shingle
WINDOW = 10  # shingles of which one is a mark
_MOST_WORDS = 20_000  # of a text; what follows is not looked at: no article is longer
_MOST_MARKS = 400  # of a text; of more the smallest, which are the same ones in a copy
_WORD = re.compile(r"[^\W_]+")
_LONGEST = 60  # letters between two spaces that are remembered; what is longer comes once
_BYTES = 4  # of a word's number, and of a shingle

Print = tuple[int, ...]  # the shingles of a text in order


def print_of(text: str) -> Print:
    """The print of a text (without its headline: copies have others); empty below four words. Linear in its length."""
    pieces = text.replace(" و ", " و").split()[:_MOST_WORDS]
    data = b"".join([_numbers(piece) if len(piece) <= _LONGEST else _made(piece) for piece in pieces])
    size = WORDS * _BYTES
    return tuple([crc32(data[at : at + size]) for at in range(0, len(data) - size + 1, _BYTES)])


def marks_of(made: Print) -> tuple[int, ...]:
    """The marks of a print, the smallest first."""
    whole = len(made) - WINDOW + 1
    marks = {min(made[at : at + WINDOW]) for at in range(whole)} if whole > 0 else {min(made)} if made else set()
    return tuple(sorted(marks)[:_MOST_MARKS])


def packed(made: Print) -> bytes:
    """A print as bytes, four for each shingle, for a row of a table."""
    return struct.pack(f"<{len(made)}I", *made)


def unpacked(data: bytes) -> Print:
    """The print that `packed` gave."""
    return struct.unpack(f"<{len(data) // 4}I", data)


@lru_cache(maxsize=1 << 18)
def _numbers(piece: str) -> bytes:
    """The numbers of the words between two spaces, which is one word mostly."""
    return _made(piece)


def _made(piece: str) -> bytes:
    words = _WORD.findall(fold_key(piece).replace("ؤ", "و").replace("ئ", "ي"))
    return b"".join(blake2b(word.encode("utf-8", "replace"), digest_size=_BYTES).digest() for word in words)


def covered(part: Sequence[int], whole: frozenset[int] | set[int]) -> float:
    """The share of a text's words, from 0 to 1, that stand in four words or more which the other text has too.

    `part`: the shingles of the one in order; `whole`: those of the other.
    """
    count = end = 0
    for at, shingle in enumerate(part):
        if shingle in whole:
            count += at + WORDS - max(at, end)
            end = at + WORDS
    return count / (len(part) + WORDS - 1) if part else 0.0
