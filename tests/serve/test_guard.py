"""Who may ask at all: host names, methods, sizes, and what stands on every answer."""

from pathlib import Path

import pytest
from tests.serve.browser import Browser

from marsad.archive import Archive
from marsad.serve.app import application
from marsad.serve.desk import Desk
from marsad.serve.guard import HEADERS, LONGEST, host_name


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:9", "localhost:8080", "LOCALHOST", "[::1]:8080", "[::1]"])
def test_a_host_of_the_list_is_served_on_any_port(client: Browser, host: str) -> None:
    assert client.get("/ar/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "127.0.0.1.evil.example",
        "evil.example:8080",
        "localhost.evil.example",
        "127.0.0.1@evil.example",
        "evil.example#127.0.0.1",
        "127.0.0.1/x",
        "127.0.0.2",
        "0.0.0.0",  # noqa: S104 - a name in a header
        "2130706433",
        "0x7f.1",
        "[::2]",
        "[",
        "",
        " ",
        "127.0.0.1:x",
        "127.0.0.1, evil.example",
        "localhost.",
    ],
)
@pytest.mark.parametrize("path", ["/ar/", "/api/v1/search", "/healthz", "/static/marsad.css", "/"])
def test_another_host_is_refused(client: Browser, host: str, path: str) -> None:
    done = client.get(path, headers={"Host": host})
    assert done.status_code == 400
    assert "الأردن" not in done.text
    assert "etag" not in done.headers


def test_two_hosts_are_refused(client: Browser) -> None:
    done = client.get("/ar/", headers=[("Host", "127.0.0.1"), ("Host", "evil.example")])
    assert done.status_code == 400


def test_a_host_in_other_letters_is_no_host() -> None:
    assert host_name("١٢٧.0.0.1") is None
    assert host_name("LocalHost:80") == "localhost"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "BREW"])
@pytest.mark.parametrize("path", ["/ar/", "/api/v1/search", "/nowhere"])
def test_only_reading_is_allowed(client: Browser, method: str, path: str) -> None:
    done = client.request(method, path)
    assert (done.status_code, done.headers["allow"]) == (405, "GET, HEAD")


def test_head_is_get_without_a_body(client: Browser) -> None:
    got, head = client.get("/ar/"), client.head("/ar/")
    assert (head.status_code, head.headers["etag"]) == (200, got.headers["etag"])


@pytest.mark.parametrize("path", ["/", "/ar/", "/en/nothing", "/api/v1/search", "/api/v1/x", "/static/marsad.css"])
def test_every_answer_carries_the_headers(client: Browser, path: str) -> None:
    done = client.get(path)
    for name, value in HEADERS.items():
        assert done.headers.get_list(name) == [value]
    assert "script-src" not in HEADERS["Content-Security-Policy"]  # default-src 'none' holds for it
    assert not {"set-cookie", "access-control-allow-origin", "server"} & set(done.headers)


def test_an_endless_address_is_refused(client: Browser) -> None:
    for path in ("/ar/search", "/api/v1/search"):
        assert client.get(path, params={"q": "a" * LONGEST}).status_code == 414


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py",
        "/static/%2e%2e/app.py",
        "/static/..%2fapp.py",
        "/static/..%5capp.py",
        "/static//etc/passwd",
        "/static/marsad.css%00.png",
        "/ar/article/..%2f..%2fetc%2fpasswd",
        "/ar/article/%00",
        "/api/v1/articles/%2e%2e",
        "/ar/article/a%0d%0aX-Evil:1",
        "/fr/",
        "/ar/templates/layout.html",
        "//evil.example/",
        "/ar//evil.example",
    ],
)
def test_no_path_leads_out(client: Browser, path: str) -> None:
    done = client.get(path)
    assert done.status_code in {400, 404}
    assert "root:" not in done.text
    assert "x-evil" not in done.headers
    assert "location" not in done.headers


def test_a_failure_is_told_to_the_terminal_and_not_to_the_web(archive: Path, tmp_path: Path) -> None:
    path, told = tmp_path / "copy.db", list[str]()
    with Archive.open(archive) as opened:
        opened.connection.execute("VACUUM INTO ?", (str(path),))
    desk = Desk(path, "public")
    client = Browser(application(desk, {"127.0.0.1"}, told.append))
    desk.close()
    path.write_bytes(b"no database any more" * 100)
    for address in ("/ar/", "/api/v1/search", "/healthz"):
        done = client.get(address)
        assert done.status_code == 503
        assert str(tmp_path) not in done.text
        assert "Traceback" not in done.text
    assert len(told) == 3
    assert all(str(path) in line and "\n" not in line for line in told)


def test_an_error_of_the_program_is_one_line(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = list[str]()
    desk = Desk(archive, "public")
    client = Browser(application(desk, {"127.0.0.1"}, told.append))
    monkeypatch.setattr("marsad.serve.api._LIMIT", "many")
    done = client.get("/api/v1/search")
    desk.close()
    assert (done.status_code, done.json()["code"]) == (500, "broken")
    assert len(told) == 1
    assert "TypeError" in told[0]
    assert "TypeError" not in done.text
