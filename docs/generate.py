"""Writes the two references that the program itself knows best: docs/cli.md and docs/record.md (`make docs`).

`tests/test_docs.py` compares the files with what this gives.
"""

import re
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, get_args

import click

from marsad import kinds
from marsad.cli import main
from marsad.records import json_schema

HERE = Path(__file__).parent
NOTE = "<!-- Written by `make docs`; change the program, not this page. -->"
WIDTH = 100  # columns of the help texts

CLI_HEAD = f"""{NOTE}
# Command line

Results go to standard output, progress and messages to standard error.
"""

RECORD_HEAD = f"""{NOTE}
# The record

`marsad read INPUT --json` prints one record for each article (`--jsonl`: one a line); `marsad schema` prints its JSON
Schema. Offsets are code points of `article.text`, the end exclusive; a `text` beside offsets always equals that slice.
In Python the same names are frozen dataclasses of `marsad.records`.

A step that was not run leaves its list out; so does `--only`, whose output is a part of a record and does not fit the
schema of a whole one. The values of fields that hold one of a few words stand [below](#closed-lists) with examples.
"""

LISTS_HEAD = """## Closed lists

Each of these fields holds one of a few words, and no other. Arabic beside a word is an example.
"""


def commands(command: click.Command, name: str, parent: click.Context | None = None) -> Iterator[str]:
    """The help of a command and of all below it, as Markdown."""
    settings = {**command.context_settings, "max_content_width": WIDTH, "terminal_width": WIDTH}
    context = click.Context(command, info_name=name, parent=parent, **settings)
    yield f"## {context.command_path}\n\n```text\n{command.get_help(context).rstrip()}\n```\n"
    for below in command.list_commands(context) if isinstance(command, click.Group) else ():
        found = command.get_command(context, below) if isinstance(command, click.Group) else None
        if found and not found.hidden:
            yield from commands(found, below, context)


def cli() -> str:
    """The text of docs/cli.md."""
    return "\n".join([CLI_HEAD, *commands(main, "marsad")])


def record() -> str:
    """The text of docs/record.md. Raises KeyError where docs/fields.toml says nothing of a field."""
    meanings = tomllib.loads((HERE / "fields.toml").read_text("utf-8"))
    schema = json_schema()
    nouns = {"Record": schema, **schema["$defs"]}
    parts = (noun(name, nouns[name], meanings[name]) for name in meanings)
    return "\n".join([RECORD_HEAD, *parts, LISTS_HEAD, *map(closed_list, closed_lists())])


def noun(name: str, schema: dict[str, Any], meanings: dict[str, str]) -> str:
    """One noun of the record: what it is, and a table of its fields."""
    rows = [f"| `{field}` | {kind(part)} | {meanings[field]} |" for field, part in schema["properties"].items()]
    text = "\n\n".join(" ".join(part.split()) for part in schema["description"].split("\n\n"))
    return "\n".join([f"## {name}\n\n{text}\n", "| field | type | what it says |", "|---|---|---|", *rows, ""])


@cache
def closed_lists() -> dict[str, tuple[str, ...]]:
    """The closed lists of the record by name, in the order of `marsad.kinds`."""
    return {name: get_args(value) for name, value in vars(kinds).items() if name[0].isupper() and get_args(value)}


def closed_list(name: str) -> str:
    """One closed list: a table of its values with their meanings. Raises KeyError for a value without one."""
    said = comments(name) | tomllib.loads((HERE / "lists.toml").read_text("utf-8")).get(name, {})
    rows = [f"| `{value}` | {said[value]} |" for value in closed_lists()[name]]
    return "\n".join([f"### {name}\n", "| value | what it means |", "|---|---|", *rows, ""])


def comments(name: str) -> dict[str, str]:
    """What stands beside the values of a closed list in the source."""
    source = Path(kinds.__file__).read_text("utf-8")
    block = source.partition(f"\n{name} = Literal[\n")[2].partition("\n]")[0]  # nothing of a list in one line
    return dict(re.findall(r'^ +"([^"]+)",  # (.+)$', block, re.MULTILINE))


def kind(schema: dict[str, Any]) -> str:
    """The type of a field in words."""
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[-1]
        return f"[{name}](#{name.lower()})"
    if "enum" in schema:
        return one_of(tuple(schema["enum"]))
    if "const" in schema:
        return f"`{schema['const']}`"
    if "anyOf" in schema:
        return " or ".join(kind(part) for part in schema["anyOf"])
    if schema.get("type") == "array":
        return f"list of {kind(schema['items'])}"
    return str(schema.get("type", "any"))


def one_of(values: tuple[str, ...]) -> str:
    """The closed list of these values; the values themselves, where none has a name."""
    named = (f"[{name}](#{name.lower()})" for name, listed in closed_lists().items() if listed == values)
    return next(named, ", ".join(f"`{value}`" for value in values))


if __name__ == "__main__":
    for path, text in ((HERE / "cli.md", cli()), (HERE / "record.md", record())):
        path.write_text(text, "utf-8")
        sys.stdout.write(f"wrote {path.name}\n")
