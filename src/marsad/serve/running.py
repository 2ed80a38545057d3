"""From an address to a running server, and to its end."""

import socket
from contextlib import suppress

import uvicorn
from starlette.types import ASGIApp

from marsad.errors import UsageError

_GRACE = 3  # seconds that requests have to finish when the server ends
_AT_ONCE = 64  # connections; more are told to come later


def bound(host: str, port: int) -> socket.socket:
    """A socket at that address; port 0 is any free one. Raises UsageError that says what to do instead."""
    try:
        rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        family, _, _, _, place = rows[0]
        return socket.create_server(place[:2], family=family)
    except socket.gaierror:
        raise UsageError(f"--host {host[:60]} is no address of this machine; leave it out for 127.0.0.1") from None
    except PermissionError:
        raise UsageError(f"port {port} needs rights that you do not have; take one above 1023") from None
    except OSError as error:
        raise UsageError(
            f"port {port} on {host} cannot be used ({error.strerror or error}); another program may have it: "
            "name another with --port, or 0 for any that is free"
        ) from None


def address(place: socket.socket) -> str:
    """The address to open in a browser."""
    host, port = place.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def run(app: ASGIApp, place: socket.socket) -> None:
    """Serves until the program is interrupted (Ctrl-C, SIGTERM); then what is under way is finished."""
    settings = uvicorn.Config(
        app, log_level="error", access_log=False, server_header=False, proxy_headers=False,
        timeout_graceful_shutdown=_GRACE, limit_concurrency=_AT_ONCE, lifespan="on", loop="asyncio", http="h11",
        ws="none",
    )  # fmt: skip
    with suppress(KeyboardInterrupt), place:
        uvicorn.Server(settings).run(sockets=[place])
