"""`marsad schema`: the JSON Schema of a record."""

import json

import click

from marsad.cli.ending import endings
from marsad.cli.output import Messages, results
from marsad.records import json_schema


@click.command()
def schema() -> None:
    """Print the JSON Schema of the records that `marsad read --json` prints."""
    with endings(Messages()), results(None) as output:
        output.record(json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n")
