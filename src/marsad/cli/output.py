"""Where results and messages go: records to standard output or a file, messages to standard error."""

import csv
import io
import json
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import click

from marsad.errors import MarsadError, UsageError

DONE, NOTHING, USAGE, IN_PART, INTERRUPTED = 0, 1, 2, 3, 130


@contextmanager
def results(target: str | None) -> Iterator[TextIO]:
    """Standard output, or a file that is written whole or not at all. Raises UsageError where it cannot be written."""
    if target is None or target == "-":
        yield sys.stdout
        return
    path = Path(target)
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".marsad-", suffix=path.suffix)
    except OSError as error:
        raise UsageError(f"cannot write {target}: {error.strerror}") from None
    temporary = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as stream:
            yield stream
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


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
