"""Where results and messages go: records to standard output or a file, messages to standard error."""

import csv
import io
import json
import secrets
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import click

from marsad.errors import MarsadError, UsageError

# A file name that is no UTF-8 is in memory a text that UTF-8 cannot write; its escape is valid inside of JSON.
UNWRITABLE = "backslashreplace"


class NotWritten(MarsadError):
    """The results cannot be written: the disk is full, the device refuses."""

    reason = "not-written"


class Output:
    """What takes records, whole ones only."""

    def __init__(self, stream: TextIO | io.FileIO, name: str) -> None:
        self._stream = stream
        self.name = name
        self.records = 0
        self.size = 0  # bytes that whole records take

    def head(self, text: str) -> None:
        """A line above all records that is none. Raises NotWritten, BrokenPipeError."""
        try:
            if isinstance(self._stream, io.FileIO):
                rest = memoryview(text.encode("utf-8", UNWRITABLE))
                self.size += len(rest)
                while rest:
                    rest = rest[self._stream.write(rest) :]
            else:
                self._stream.write(text)
                self._stream.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise NotWritten(f"cannot write to {self.name}: {error.strerror or error}") from None

    def record(self, text: str) -> None:
        """One record, handed on at once. Raises NotWritten, BrokenPipeError."""
        self.head(text)
        self.records += 1


@contextmanager
def results(target: str | None) -> Iterator[Output]:
    """Standard output, or a file that changes only when all is read.

    An interruption keeps the records that are finished; where there are none, the file stays as it was. What is
    no plain file (a device, a pipe) is written to directly. Raises UsageError where the target cannot be written.
    """
    if target is None or target == "-":
        if sys.stdout is None:  # closed by whoever started the program
            raise UsageError("standard output is closed; name a file with -o")
        yield Output(sys.stdout, "standard output")
        return
    path, mode = _place(target)
    if mode is not None and not stat.S_ISREG(mode):
        with _opened(path, "wb", target) as file:
            yield Output(file, target)
        return
    temporary = path.with_name(f".marsad-{secrets.token_hex(4)}{path.suffix[:16]}")
    with _opened(temporary, "xb", target) as file:
        try:
            yield from _replaced(Output(file, target), file, path, mode)
        finally:
            temporary.unlink(missing_ok=True)


def _replaced(output: Output, file: io.FileIO, path: Path, mode: int | None) -> Iterator[Output]:
    """Hand out the output; what it took is put in the place of the file, under the rights that the old one had."""
    done = 0
    interruption: KeyboardInterrupt | None = None
    try:
        while done < 1:
            done = 1
            yield output
    except KeyboardInterrupt as error:
        interruption = error
