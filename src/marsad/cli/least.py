"""`--min-confidence`: from which confidence on facts are wanted."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from marsad.errors import UsageError

_Command = TypeVar("_Command", bound=Callable[..., Any])


def confident(command: _Command) -> _Command:
    """Gives a command the option `--min-confidence`."""
    return click.option(
        "--min-confidence", default="0", metavar="X",
        help="From 0 to 1: leave out the mentions, entities, times, quotes and events that are less certain.",
    )(command)  # fmt: skip


def least(given: str) -> float:
    """What was given as a number. Raises UsageError."""
    try:
        number = float(given)
    except ValueError:
        number = -1.0
    if not 0 <= number <= 1:  # so is what is no number
        raise UsageError(f"--min-confidence {given[:50]!r} is not from 0 to 1; write it as in 0.8")
    return number
