"""The command line: one thin command per thing that a user does."""

import sys

import click

from marsad import __version__
from marsad.cli.read import read
from marsad.cli.schema import schema
from marsad.records import SCHEMA

__all__ = ["main"]


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Start with: marsad read page.html",
)
@click.version_option(__version__, "--version", message=f"marsad {__version__} (record schema {SCHEMA})")
def main() -> None:
    """Marsad reads Arabic news: raw pages in, exact records out."""
    for stream in (sys.stdout, sys.stderr):
        # Arabic goes out as UTF-8 whatever the locale says; on a stream that a test replaced there is nothing to set.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


main.add_command(read)
main.add_command(schema)
