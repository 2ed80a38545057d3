"""A web site on this machine, and small builders of what sources are made of."""

import http.server
import ssl
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest

ARTICLE = (
    "<html><head><title>الرباط تستضيف اجتماعا</title></head><body><h1>الرباط تستضيف اجتماعا</h1>"
    "<p>أعلنت وزارة الخارجية في الرباط أن الاجتماع سيعقد الأسبوع المقبل.</p></body></html>"
).encode()

Answer = tuple[int, dict[str, str], bytes]


@dataclass
class Site:
    """What the site answers by path, and what it was asked."""

    port: int
    wrap: Callable[[ssl.SSLContext], None]
    answers: dict[str, Answer | Callable[[dict[str, str]], Answer]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def page(self, path: str, body: bytes = ARTICLE, content_type: str = "text/html; charset=utf-8") -> str:
        self.answers[path] = (200, {"Content-Type": content_type}, body)
        return self.url(path)

    def redirect(self, path: str, to: str) -> str:
        self.answers[path] = (302, {"Location": to}, b"")
        return self.url(path)

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


@pytest.fixture
def site() -> Iterator[Site]:
    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            found.asked.append((self.path, headers))
            answer = found.answers.get(self.path, (404, {}, b""))
            status, sent, body = answer(headers) if callable(answer) else answer
            if "Date" in sent:  # else the server writes its own
                self.send_response_only(status)
            else:
                self.send_response(status)
            for name, value in sent.items():
                self.send_header(name, value)
            if "Transfer-Encoding" not in sent:
                self.send_header("Content-Length", str(len(body)))
            self.send_header("Connection", "close")
            self.end_headers()
            self.close_connection = True
            if status != 304:
                try:
                    self.wfile.write(body)
                except OSError:
                    return  # the reader had enough

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True

    def wrap(context: ssl.SSLContext) -> None:
        server.socket = context.wrap_socket(server.socket, server_side=True)

    found = Site(server.server_address[1], wrap)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield found
    server.shutdown()
    server.server_close()
    thread.join()
