"""`marsad schema`: the JSON Schema of a record."""

import json

import click

from marsad.records import json_schema


@click.command()
def schema() -> None:
    """Print the JSON Schema of the records that `marsad read --json` prints."""
    click.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))
