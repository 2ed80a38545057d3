"""From the file of a linear model as crfsuite writes it to the small one that Marsad reads.

The format of crfsuite (`lCRF`, version 100): a head of offsets; a table of weights, each of a feature and a tag or of
two tags; two dictionaries (`CQDB`) that number the tags and the features. Nearly all of it is zeros and offsets: packed
for `marsad.annotate.engines.weights` it takes a sixth of the room, and loses nothing.
"""

import struct
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from marsad.annotate.engines.decoding import TAGS
from marsad.annotate.engines.weights import Array, Weights

_HEAD = struct.Struct("<4sI4s9I")  # mark, size, kind, version; numbers of features, tags, names; offsets
_CHUNK = struct.Struct("<4sII")
_DICTIONARY = struct.Struct("<4s5I")  # mark, size, flags, byte order, number of names, where their offsets stand
_ITEM = struct.Struct("<II")  # number of a name and its length with the zero behind it
_STATE, _STEP = 0, 1  # kinds of weights
_NEVER = -50.0  # weight of a tag that the model does not know


def pack(source: Path, path: Path) -> None:
    """Writes the weights in `source`, a file of crfsuite, to `path`. Raises ValueError where it is none."""
    weights = _parsed(source.read_bytes())
    rows, columns = np.nonzero(weights.states)
    skips = np.diff(rows, prepend=0)
    with path.open("wb") as file:
        np.savez_compressed(
            file,
            tags=_lines(TAGS),
            names=_lines(weights.rows),
            skips=skips.astype(np.min_scalar_type(skips.max(initial=0))),
            columns=columns.astype("u1"),
            weights=weights.states[rows, columns],
            steps=weights.steps,
        )


def _lines(names: Iterable[str]) -> Array:
    found = list(names)
    if any("\n" in name for name in found):
        raise ValueError("a name of two lines")
    return np.frombuffer("\n".join(found).encode(), np.uint8)


def _parsed(data: bytes) -> Weights:
    if len(data) < _HEAD.size or _HEAD.unpack_from(data)[:2] != (b"lCRF", len(data)):
        raise ValueError("no whole file of crfsuite")
    _, _, _, _, _, _, _, features, tags, names, _, _ = _HEAD.unpack_from(data)
    known, attributes = _names(data, tags), _names(data, names)
    columns = np.array([TAGS.index(tag) for tag in known], dtype=np.intp)
    if not known:
        raise ValueError("no tags")
    _, _, number = _CHUNK.unpack_from(data, features)
    kind = np.dtype([("kind", "<u4"), ("of", "<u4"), ("tag", "<u4"), ("weight", "<f8")])
    table = np.frombuffer(data, kind, count=number, offset=features + _CHUNK.size)
    missing = [column for column in range(len(TAGS)) if column not in columns]
    states = np.zeros((len(attributes), len(TAGS)))
    steps = np.zeros((len(TAGS), len(TAGS)))
    steps[:, missing] = steps[missing, :] = _NEVER
    of_state, of_step = table[table["kind"] == _STATE], table[table["kind"] == _STEP]
    states[of_state["of"], columns[of_state["tag"]]] = of_state["weight"]
    steps[columns[of_step["of"]], columns[of_step["tag"]]] = of_step["weight"]
    return Weights({name: row for row, name in enumerate(attributes)}, states, steps)


def _names(data: bytes, start: int) -> list[str]:
    """The names of a dictionary in the order of their numbers."""
    *_, number, offsets = _DICTIONARY.unpack_from(data, start)
    found: list[str] = []
    for offset in np.frombuffer(data, "<u4", count=number, offset=start + offsets).tolist():
        _, length = _ITEM.unpack_from(data, start + offset)
        first = start + offset + _ITEM.size
        found.append(data[first : first + length - 1].decode())
    return found
