"""The command line: one thin command per thing that a user does."""

import sys
from typing import Any

import click

from marsad import __version__
from marsad.cli.add import add
from marsad.cli.annotate import annotate_command
from marsad.cli.compare import compare_command
from marsad.cli.custody import access_command, redact_command
from marsad.cli.ending import NOTHING
from marsad.cli.entity import entity_command
from marsad.cli.find_facts import events_command, quotes_command
from marsad.cli.keeping import ledger_command, rejects_command, verify_command, withdraw_command
from marsad.cli.output import UNWRITABLE, Messages, silence
from marsad.cli.read import read
from marsad.cli.schema import schema
from marsad.cli.search import search_command
from marsad.cli.serve import serve_command
from marsad.cli.watch import watch_command
from marsad.errors import UsageError
from marsad.records import SCHEMA

__all__ = ["main"]

_JSON_ERRORS = "--json-errors"


class _Commands(click.Group):
    """Says what click itself finds wrong in the form that was asked for."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """The arguments as click reads them; whether errors are wanted as JSON is noted before."""
        ctx.meta[_JSON_ERRORS] = _JSON_ERRORS in args
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as click has it
        """Run the command that is named."""
        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            if not ctx.meta[_JSON_ERRORS]:
                raise
            Messages(as_json=True).error(UsageError(error.format_message()))
            ctx.exit(error.exit_code)

    def main(self, *args: Any, **extra: Any) -> Any:  # noqa: ANN401 - as click has it
        """Run the program. Texts of click (help, version) meet a full disk, too."""
        try:
            return super().main(*args, **extra)
        except OSError as error:
            silence()
            click.echo(f"marsad: cannot write to standard output: {error.strerror or error}", err=True)
            sys.exit(NOTHING)


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Start with: marsad read page.html",
)
@click.version_option(__version__, "--version", message=f"marsad {__version__} (record schema {SCHEMA})")
def main() -> None:
    """Marsad reads Arabic news: raw pages in, exact records out."""
    for stream in (sys.stdout, sys.stderr):
        # Arabic goes out as UTF-8 whatever the locale says; on a stream that a test replaced there is nothing to set.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors=UNWRITABLE)


for _command in (read, add, watch_command, annotate_command):
    main.add_command(_command)
for _keeping in (verify_command, ledger_command, rejects_command, withdraw_command, access_command, redact_command):
    main.add_command(_keeping)
for _finding in (search_command, quotes_command, events_command, entity_command, serve_command):
    main.add_command(_finding)
main.add_command(compare_command)
main.add_command(schema)
