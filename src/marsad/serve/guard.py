"""Who may ask at all, and what stands on every answer: the layer around the application.

A page of another site can make a browser ask a server on this machine; by a name of its own that leads here it could
also read the answer (DNS rebinding). So a request must name a host of the list, whatever the port. Pages hold no script
and no style of their own, and load nothing from elsewhere: the policy says so to the browser.
"""

from collections.abc import Callable, Iterable
from http import HTTPStatus
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
LONGEST = 16_384  # bytes of a query string: the longest query, each letter of it percent-encoded, is shorter
_METHODS = frozenset({"GET", "HEAD"})
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
Refusal = Callable[[Request, HTTPStatus, str, str], Response]  # the status, a code, and one sentence


class Guard:
    """Answers what may not be asked, with a refusal; puts the headers on everything."""

    def __init__(self, app: ASGIApp, hosts: Iterable[str], refusal: Refusal) -> None:
        self._app, self._refusal = app, refusal
        self._hosts = frozenset(map(str.lower, hosts))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """As ASGI has it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [
                    *message.get("headers", ()),
                    *((name.lower().encode(), value.encode()) for name, value in HEADERS.items()),
                ]
            await send(message)

        request = Request(scope)
        answer: ASGIApp = self._refused(request) or self._app
        await answer(scope, receive, guarded)

    def _refused(self, request: Request) -> Response | None:
        hosts = request.headers.getlist("host")
        if len(hosts) != 1 or host_name(hosts[0]) not in self._hosts:
            return self._refusal(
                request, HTTPStatus.BAD_REQUEST, "bad-host",
                "the request names a host that is not served here; marsad serve --allow-host NAME adds one",
            )  # fmt: skip
        if request.method not in _METHODS:
            refused = self._refusal(
                request, HTTPStatus.METHOD_NOT_ALLOWED, "read-only", "this server only reads: GET and HEAD"
            )
            refused.headers["Allow"] = "GET, HEAD"
            return refused
        if len(request.scope["query_string"]) > LONGEST:
            return self._refusal(
                request, HTTPStatus.REQUEST_URI_TOO_LONG, "too-long", f"the address is longer than {LONGEST:,} bytes"
            )
        return None


def host_name(header: str) -> str | None:
    """The name in a Host header, without its port, in small letters; None where it is none: `[::1]:8080` is `::1`."""
    try:
        parts = urlsplit(f"//{header}")
        _ = parts.port  # raises where it is no number
    except ValueError:
        return None
    plain = not (parts.path or parts.query or parts.fragment or "@" in header or header != header.strip())
    return parts.hostname if plain and header.isascii() else None
