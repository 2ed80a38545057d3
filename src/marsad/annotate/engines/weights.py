"""The file of the linear model: the weights of its features and of the steps from tag to tag, packed by numpy.

`python -m models.linear` writes it (models/crfsuite.py). `tags` and `names` of features are lines of UTF-8; weight `i`
belongs to the tag `columns[i]` and to the feature that stands `skips[i]` behind that of the weight before it (the first
counts from 0); `steps` is a square.
"""

import importlib
import zipfile
import zlib
from pathlib import Path
from typing import Any, NamedTuple

from marsad.annotate.engines.decoding import TAGS
from marsad.errors import Damaged, MissingExtra, NotFound

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
        with path.open("rb") as file, numpy.load(file, allow_pickle=False) as parts:
            return _unpacked(parts, numpy)
    except OSError as error:
        raise NotFound(f"no weights of the linear model: {error.strerror}", where=str(path)) from None
    except (EOFError, IndexError, KeyError, TypeError, ValueError, zipfile.BadZipFile, zlib.error) as error:
        message = f"these weights can't be read ({type(error).__name__}); reinstall marsad-model-ar"
        raise Damaged(message, where=str(path)) from None


def _unpacked(parts: Any, numpy: Any) -> Weights:  # noqa: ANN401
    if tuple(_lines(parts["tags"])) != TAGS:
        raise ValueError("other tags")
    names, steps = _lines(parts["names"]), parts["steps"]
    states = numpy.zeros((len(names), len(TAGS)))
    states[numpy.cumsum(parts["skips"], dtype=numpy.intp), parts["columns"]] = parts["weights"]
    if steps.shape != (len(TAGS), len(TAGS)):
        raise ValueError("not a square of tags")
    return Weights({name: row for row, name in enumerate(names)}, states, steps)


def _lines(part: Array) -> list[str]:
    return str(part.tobytes(), "utf-8").split("\n")
