"""The file of a linear model as crfsuite writes it: features with their weights, and the steps from tag to tag.

The format (`lCRF`, version 100): a head of offsets; a table of weights, each of a feature and a tag or of two tags;
two dictionaries (`CQDB`) that number the tags and the features.
"""

import importlib
import struct
from pathlib import Path
from typing import Any, NamedTuple

from marsad.annotate.engines.decoding import TAGS
from marsad.errors import Damaged, MissingExtra, NotFound

_MARK = b"lCRF"
_HEAD = struct.Struct("<4sI4s9I")  # mark, size, kind, version; numbers of features, tags, names; offsets
_CHUNK = struct.Struct("<4sII")
_DICTIONARY = struct.Struct("<4s5I")  # mark, size, flags, byte order, number of names, where their offsets stand
_ITEM = struct.Struct("<II")  # number of a name and its length with the zero behind it
_STATE, _STEP = 0, 1  # kinds of weights
_NEVER = -50.0  # weight of a tag that the model does not know

Array = Any  # numpy is optional, and so are its types


class Weights(NamedTuple):
    """`rows` numbers the features; `states` has a row for each, a column for each of TAGS; `steps` from tag to tag."""

    rows: dict[str, int]
    states: Array
    steps: Array


def read(path: Path) -> Weights:
    """The weights in a file.

    Raises MissingExtra where numpy is not installed, NotFound and Damaged where `path` is no file of sound weights.
    """
    try:
        numpy = importlib.import_module("numpy")
    except ImportError:
        raise MissingExtra("the linear model is read with numpy; install marsad[model]") from None
    try:
        data = path.read_bytes()
    except OSError as error:
        raise NotFound(f"no weights of the linear model: {error.strerror}", where=str(path)) from None
    if len(data) < _HEAD.size or _HEAD.unpack_from(data)[:2] != (_MARK, len(data)):
        raise Damaged("these weights are not whole; reinstall marsad-model-ar", where=str(path))
    try:
        return _parsed(data, numpy)
    except (IndexError, ValueError, struct.error) as error:
        raise Damaged(f"these weights can't be read: {type(error).__name__}", where=str(path)) from None


def _parsed(data: bytes, numpy: Any) -> Weights:  # noqa: ANN401
    _, _, _, _, _, _, _, features, tags, names, _, _ = _HEAD.unpack_from(data)
    known, attributes = _names(data, tags, numpy), _names(data, names, numpy)
    columns = numpy.array([TAGS.index(tag) for tag in known], dtype=numpy.intp)
    if not known:
        raise ValueError("no tags")
    _, _, number = _CHUNK.unpack_from(data, features)
    kind = numpy.dtype([("kind", "<u4"), ("of", "<u4"), ("tag", "<u4"), ("weight", "<f8")])
    table = numpy.frombuffer(data, kind, count=number, offset=features + _CHUNK.size)
    missing = [column for column in range(len(TAGS)) if column not in columns]
    states = numpy.zeros((len(attributes), len(TAGS)))
    steps = numpy.zeros((len(TAGS), len(TAGS)))
    steps[:, missing] = steps[missing, :] = _NEVER
    of_state, of_step = table[table["kind"] == _STATE], table[table["kind"] == _STEP]
    states[of_state["of"], columns[of_state["tag"]]] = of_state["weight"]
    steps[columns[of_step["of"]], columns[of_step["tag"]]] = of_step["weight"]
    return Weights({name: row for row, name in enumerate(attributes)}, states, steps)


def _names(data: bytes, start: int, numpy: Any) -> list[str]:  # noqa: ANN401
    """The names of a dictionary in the order of their numbers."""
    *_, number, offsets = _DICTIONARY.unpack_from(data, start)
    found: list[str] = []
    for offset in numpy.frombuffer(data, "<u4", count=number, offset=start + offsets).tolist():
        _, length = _ITEM.unpack_from(data, start + offset)
        first = start + offset + _ITEM.size
        found.append(data[first : first + length - 1].decode())
    return found
