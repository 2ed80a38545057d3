"""What goes back: pages and JSON with an ETag, and errors as problem+json (RFC 9457)."""

import hashlib
import json
from http import HTTPStatus
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

_HTML, _JSON, _PROBLEM = "text/html; charset=utf-8", "application/json", "application/problem+json"


def sent(request: Request, body: bytes, media_type: str, status: int = HTTPStatus.OK) -> Response:
    """The answer; empty with 304 where whoever asks has it already.

    The ETag is the hash of what is sent, so that it changes with every correction, redaction and level at once; a
    cache asks each time, for what is kept back must not be shown from memory.
    """
    headers = {"Cache-Control": "private, no-cache"}
    if status == HTTPStatus.OK:
        headers["ETag"] = tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
        known = [each.strip().removeprefix("W/") for each in request.headers.get("if-none-match", "").split(",")]
        if tag in known or "*" in known:
            return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)
    return Response(body, status_code=status, headers=headers, media_type=media_type)


def html(request: Request, text: str, status: int = HTTPStatus.OK) -> Response:
    """A page."""
    return sent(request, text.encode("utf-8", "replace"), _HTML, status)


def as_json(request: Request, data: Any) -> Response:  # noqa: ANN401 - JSON
    """Data, Arabic as it is."""
    return sent(request, json.dumps(data, ensure_ascii=False).encode("utf-8", "replace"), _JSON)


def problem(request: Request, status: HTTPStatus, code: str, detail: str, **more: object) -> Response:
    """An error: `code` is for programs, `detail` says what, where and what to do."""
    told = {"type": "about:blank", "title": status.phrase, "status": status.value, "code": code, "detail": detail}
    body = json.dumps(told | more, ensure_ascii=False).encode("utf-8", "replace")
    return sent(request, body, _PROBLEM, status)
