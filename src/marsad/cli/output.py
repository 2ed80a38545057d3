"""Where results and messages go: records to standard output or a file, messages to standard error."""

import csv
import io
import json
import os
import secrets
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
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
        self.size = 0  # bytes of a file that were written whole

    def head(self, text: str) -> None:
        """A line above all records that is none. Raises NotWritten, BrokenPipeError."""
        try:
            if isinstance(self._stream, io.FileIO):
                self.size += _write(self._stream, text.encode("utf-8", UNWRITABLE))
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

    @property
    def to_terminal(self) -> bool:
        """Whether a person sees the records as they come."""
        return not isinstance(self._stream, io.FileIO) and self._stream.isatty()


def _write(file: io.FileIO, data: bytes) -> int:
    rest = memoryview(data)
    while rest:
        rest = rest[file.write(rest) :]
    return len(data)


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
        with _opened(path, "wb", target) as device:
            yield Output(device, target)
        return
    path = path.resolve()  # a link stays, what it leads to is replaced
    temporary = path.with_name(f".marsad-{secrets.token_hex(4)}.tmp")
    interruption: KeyboardInterrupt | None = None
    with _opened(temporary, "xb", target) as file:
        output = Output(file, target)
        try:
            yield output
        except KeyboardInterrupt as error:
            interruption = error
            file.truncate(output.size)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    _replace(path, temporary, mode, keep=output.records > 0)
    if interruption:
        raise interruption


def _place(target: str) -> tuple[Path, int | None]:
    """The path and what stands there; None for nothing. Raises UsageError."""
    if not target:
        raise UsageError("-o names a file to write to; here it is empty")
    path = Path(target)
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        mode = None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise UsageError(f"cannot write to {target[:200]}: {_why(error)}") from None
    if mode is None and not path.parent.is_dir():
        raise UsageError(f"cannot write to {target}: there is no folder {path.parent}; make it first")
    if mode is not None and stat.S_ISDIR(mode):
        raise UsageError(f"cannot write to {target}: this is a folder; name a file in it")
    return path, mode


def _opened(path: Path, how: str, target: str) -> io.FileIO:
    try:
        return path.open(how, buffering=0)  # type: ignore[return-value]  # what open gives without a buffer
    except OSError as error:
        raise UsageError(f"cannot write to {target}: {_why(error)}") from None


def _why(error: OSError | ValueError) -> str:
    return (isinstance(error, OSError) and error.strerror) or str(error)


def _replace(path: Path, temporary: Path, mode: int | None, *, keep: bool) -> None:
    """Put what was written in the place of the file, under the rights that the old one had. Raises NotWritten."""
    try:
        if keep:
            if mode is not None:
                temporary.chmod(stat.S_IMODE(mode))
            temporary.replace(path)
    except OSError as error:
        raise NotWritten(f"cannot write to {path}: {_why(error)}") from None
    finally:
        temporary.unlink(missing_ok=True)


def silence() -> None:
    """Standard output takes nothing more: what is still in its buffer must not fail once again at the end."""
    with suppress(OSError, AttributeError):  # it is closed, or no stream of the system
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class Messages:
    """Lines on standard error: for people, or one JSON object each."""

    def __init__(self, *, quiet: bool = False, as_json: bool = False) -> None:
        self._quiet = quiet
        self._as_json = as_json

    def error(self, error: MarsadError) -> None:
        """One line for an input that was refused or damaged."""
        if self._as_json:
            line = json.dumps(
                {"where": error.where or None, "reason": error.reason, "message": error.what}, ensure_ascii=False
            )
            click.echo(line, err=True)
        else:
            click.echo(f"marsad: {error}", err=True)

    def note(self, text: str) -> None:
        """A line that is no error; nothing with --quiet or --json-errors."""
        if not self._quiet and not self._as_json:
            click.echo(f"marsad: {text}", err=True)


def csv_line(values: list[object]) -> str:
    """One line of CSV (RFC 4180 quoting, ends with a line feed)."""
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerow(["" if value is None else value for value in values])
    return buffer.getvalue()
