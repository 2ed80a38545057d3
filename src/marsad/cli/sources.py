"""The options of every command that reads pages: what the inputs are, and how they are fetched."""

import datetime as dt
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from marsad.errors import UsageError
from marsad.read import FetchOptions, Options

_Command = TypeVar("_Command", bound=Callable[..., Any])

_OPTIONS: dict[str, Callable[[Any], Any]] = {
    "engine": click.option(
        "--engine",
        default="auto",
        metavar="NAME",
        help="What reads names: auto (the best that is installed), lists, fast, accurate, or transformers:MODEL.",
    ),
    "type": click.option(
        "--type",
        "kind",
        type=click.Choice(["html", "text", "feed", "warc", "zip", "gzip", "jsonl"]),
        help="What the input is; found from its content otherwise.",
    ),
    "encoding": click.option("--encoding", metavar="NAME", help="Encoding of the pages, against what they declare."),
    "url": click.option("--url", metavar="URL", help="Canonical address of the (single) page."),
    "date": click.option("--date", metavar="YYYY-MM-DD", help="Publication date to assume where a page has none."),
    "any": click.option("--any", "any_page", is_flag=True, help="Read pages that are no Arabic articles as well."),
    "follow": click.option("--follow", is_flag=True, help="Fetch the page that each feed item points to."),
    "strict": click.option(
        "--strict", is_flag=True, help="The first refusal ends the run, and never with exit code 0."
    ),
    "no-robots": click.option("--no-robots", is_flag=True, help="Fetch also what robots.txt asks not to."),
    "allow-private": click.option("--allow-private", is_flag=True, help="Fetch also from private and local addresses."),
    "user-agent": click.option("--user-agent", default="", metavar="TEXT", help="How to identify to servers."),
    "cache": click.option(
        "--cache",
        type=click.Path(file_okay=False, path_type=Path),
        help="Folder that keeps fetched pages, to ask servers only for changes.",
    ),
}


def sources(command: _Command) -> _Command:
    """Gives a command the options of reading, behind its own."""
    for option in reversed(_OPTIONS.values()):
        command = option(command)
    return command


def some_sources(*names: str) -> Callable[[_Command], _Command]:
    """Gives a command just these of them."""

    def give(command: _Command) -> _Command:
        for name in reversed(names):
            command = _OPTIONS[name](command)
        return command

    return give


def now() -> str:
    """This moment in UTC, as ISO 8601."""
    return dt.datetime.now(dt.UTC).replace(microsecond=0).isoformat().replace("+00:00", "Z")


def options(inputs: tuple[str, ...], given: dict[str, Any]) -> Options:
    """What was asked for, as the reader takes it. Raises UsageError."""
    if any(not one.strip() for one in inputs):
        raise UsageError("an input is empty; name a file, a folder or an address, and . for the folder that you are in")
    date = given["date"]
    if date is not None and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", date):
        raise UsageError(f"--date {date!r} is no date; write it as YYYY-MM-DD")
    if given["url"] is not None and len(inputs) > 1:
        raise UsageError("--url belongs to one page; there are several inputs")
    fetch = FetchOptions(
        user_agent=given["user_agent"], allow_private=given["allow_private"],
        respect_robots=not given["no_robots"], cache=_cache(given["cache"]),
    )  # fmt: skip
    return Options(given["kind"], given["encoding"], given["url"], date, given["follow"], now(), fetch=fetch)


def _cache(folder: Path | None) -> Path | None:
    """The folder, made where there is none. Raises UsageError where it cannot keep anything."""
    if folder is not None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UsageError(f"--cache {folder}: this folder cannot be made ({error.strerror or error})") from None
        if not os.access(folder, os.W_OK):
            raise UsageError(f"--cache {folder}: no permission to write into this folder")
    return folder
