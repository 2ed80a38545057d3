"""In which language the program speaks to people."""

import locale
import os
from collections.abc import Callable
from typing import Any, TypeVar

import click

from marsad.terms import Lang

_Command = TypeVar("_Command", bound=Callable[..., Any])


def spoken(command: _Command) -> _Command:
    """Gives a command the option `--lang`."""
    return click.option(
        "--lang",
        type=click.Choice(["ar", "en"]),
        help="Language of labels for people; else MARSAD_LANG, else the locale.",
    )(command)


def language(given: str | None) -> Lang:
    """The language that was asked for, else that of MARSAD_LANG, else of the locale."""
    name = given or os.environ.get("MARSAD_LANG") or locale.getlocale()[0] or ""
    return "ar" if name.lower().startswith("ar") else "en"
