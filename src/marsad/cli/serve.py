"""`marsad serve`: an archive in the browser and over HTTP, read-only."""

import sys
from ipaddress import ip_address
from typing import Any

import click

from marsad.cli.archive import archive_endings, archived, cleared
from marsad.cli.ending import DONE
from marsad.cli.output import Messages
from marsad.cli.search import Bar
from marsad.errors import MissingExtra


@click.command("serve", epilog="Example: marsad serve --archive news.db --port 8080")
@click.option("--host", default="127.0.0.1", metavar="NAME", help="Where to listen; 127.0.0.1: this machine alone.")
@click.option(
    "--port", type=click.IntRange(0, 65_535), default=8080, metavar="N", help="The port, 8080; 0: any that is free."
)
@click.option(
    "--allow-host", "hosts", multiple=True, metavar="NAME",
    help="A name under which browsers reach it, beside --host and this machine's own; repeatable.",
)  # fmt: skip
@cleared
@archived
def serve_command(**given: Any) -> None:  # noqa: ANN401 - click hands over the options by name
    """Read an archive in the browser; the same as JSON below /api/v1. Nothing is written.

    Ends with Ctrl-C. Exit code 0: ended; 1: no archive; 2: wrong usage, port taken; 4: the archive cannot be used.
    """
    messages = Messages(quiet=given["quiet"], as_json=given["json_errors"])
    with archive_endings(messages):
        try:
            from marsad.serve.app import application  # noqa: PLC0415 - an extra that most installations lack
            from marsad.serve.desk import Desk  # noqa: PLC0415
            from marsad.serve.guard import LOOPBACK  # noqa: PLC0415
            from marsad.serve.running import address, bound, run  # noqa: PLC0415
        except ModuleNotFoundError as error:
            if (error.name or "").startswith("marsad"):
                raise
            raise MissingExtra(f"marsad serve needs {error.name}; install marsad[web]") from None
        with Bar(quiet=given["quiet"]) as bar:
            desk = Desk(given["file"], given["access"], bar.done)
        place = bound(given["host"], given["port"])
        messages.note(f"{address(place)} shows {given['file']} as {given['access']}; Ctrl-C ends it")
        if not _loopback(given["host"]):
            messages.note(
                f"{given['host']} can be reached from other machines, and whoever reaches it reads all of that"
            )
        run(application(desk, {*LOOPBACK, given["host"], *given["hosts"]}, messages.note), place)
    sys.exit(DONE)


def _loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"
