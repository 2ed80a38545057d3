"""Python values through a pipe: the length in eight bytes, then the pickle. Both ends are this program."""

import pickle
import struct
from typing import Any, BinaryIO

_LENGTH = struct.Struct(">Q")


def send(pipe: BinaryIO, value: object) -> None:
    """Writes one value. Raises OSError where the other end is gone."""
    data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    pipe.write(_LENGTH.pack(len(data)))
    pipe.write(data)
    pipe.flush()


def receive(pipe: BinaryIO) -> Any:  # noqa: ANN401 - whatever was sent
    """Reads one value. Raises EOFError where the other end is gone, also within a value."""
    (length,) = _LENGTH.unpack(_exactly(pipe, _LENGTH.size))
    return pickle.loads(_exactly(pipe, length))  # noqa: S301 - from our own process


def _exactly(pipe: BinaryIO, size: int) -> bytes:
    data = pipe.read(size)
    if len(data) < size:
        raise EOFError
    return data
