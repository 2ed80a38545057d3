"""The archive on the command line: which file it is, who works on it, how its failures end."""

import getpass
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

import click

from marsad.archive import LEVELS, Archive, Intake
from marsad.cli.ending import NOTHING, endings
from marsad.cli.output import Messages
from marsad.cli.sources import now
from marsad.errors import ArchiveError

BROKEN = 4  # the archive is damaged, locked or of a newer version, or verify found something
_ABSENT = frozenset({"no-archive", "not-found", "withdrawn"})
_Command = TypeVar("_Command", bound=Callable[..., Any])


def archived(command: _Command) -> _Command:
    """Gives a command the options that name the archive and the form of its messages."""
    for option in (
        click.option("--json-errors", is_flag=True, help="Errors as one JSON object per line."),
        click.option("-q", "--quiet", is_flag=True, help="No progress, no summary."),
        click.option(
            "--archive", "file", default=lambda: os.environ.get("MARSAD_ARCHIVE") or "marsad.db", metavar="FILE",
            help="The archive; else MARSAD_ARCHIVE; else marsad.db in this folder.",
        ),
    ):  # fmt: skip
        command = option(command)
    return command


def cleared(command: _Command) -> _Command:
    """Gives a command that hands something out the option that says for whom."""
    return click.option(
        "--access", type=click.Choice(LEVELS), default=lambda: os.environ.get("MARSAD_ACCESS") or "public",
        help="For whom: what is above this level, or kept back from it, is left out; else MARSAD_ACCESS; else public.",
    )(command)  # fmt: skip


def handing_out(given: dict[str, Any]) -> Archive:
    """The archive that the options name, opened for whom they name. Raises ArchiveError."""
    return Archive.open(given["file"], read_only=True, access=given["access"])


@contextmanager
def archive_endings(messages: Messages) -> Iterator[None]:
    """As `endings`; what is wrong with the archive is one line and its own exit code."""
    with endings(messages):
        try:
            yield
        except ArchiveError as error:
            messages.error(error)
            sys.exit(NOTHING if error.reason in _ABSENT else BROKEN)


def intake(how: str) -> Intake:
    """Who works now, how, and with which version."""
    from marsad import __version__  # noqa: PLC0415 - the package imports the command line's siblings

    try:
        name = os.environ.get("MARSAD_OPERATOR") or getpass.getuser()
    except (OSError, KeyError):  # an account without a name
        name = "unknown"
    return Intake(now(), name, how, f"marsad {__version__}")
