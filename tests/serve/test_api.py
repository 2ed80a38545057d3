"""The JSON API: the same data as the command line, ETags, and errors that name what is wrong."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from tests.serve.browser import Browser

from marsad.archive import Archive
from marsad.cli import main
from marsad.records import from_json


def printed(archive: Path, *words: str) -> Any:  # noqa: ANN401 - JSON
    return json.loads(CliRunner().invoke(main, [*words, "--json", "--archive", str(archive)]).stdout)


def test_an_article_is_its_record(client: Browser, archive: Path, talks: str) -> None:
    done = client.get(f"/api/v1/articles/{talks}")
    assert done.headers["content-type"] == "application/json"
    with Archive.open(archive, read_only=True) as opened:
        assert from_json(done.json()) == opened.record(talks)
    assert "الأردن" in done.text
    assert client.get(f"/api/v1/articles/{talks}?version=1").json() == done.json()
    assert client.get(f"/api/v1/articles/{talks}?version=2").status_code == 404


@pytest.mark.parametrize("words", [["الأردن"], ["المياه", "--sort", "oldest", "--facets"], ["الأردن", "--as-written"]])
def test_a_search_answers_as_the_command_does(client: Browser, archive: Path, words: list[str]) -> None:
    params = {"q": words[0]} | ({"sort": "oldest", "facets": "10"} if "--facets" in words else {})
    params |= {"as_written": "1"} if "--as-written" in words else {}
    assert client.get("/api/v1/search", params=params).json() == printed(archive, "search", *words)


def test_quotes_and_events_are_those_of_the_command(client: Browser, archive: Path) -> None:
    quotes = client.get("/api/v1/quotes", params={"limit": 200}).json()
    assert quotes["quotes"] == printed(archive, "quotes")
    assert quotes["next"] is None
    assert client.get("/api/v1/events").json()["events"] == printed(archive, "events")
    given = {"speaker": "الحوراني", "kind": ["mixed", "direct"], "from": "2024-05", "to": "2024"}
    assert [one["kind"] for one in client.get("/api/v1/quotes", params=given).json()["quotes"]] == ["mixed"]


def test_walking_the_pages_gives_every_quote_once(client: Browser, archive: Path) -> None:
    path, walked = "/api/v1/quotes?limit=2", []
    while path:
        page = client.get(path).json()
        walked += page["quotes"]
        path = page["next"]
    assert walked == printed(archive, "quotes")


def test_an_etag_saves_what_is_known(client: Browser, talks: str) -> None:
    for path in (f"/api/v1/articles/{talks}", "/ar/", "/static/marsad.css", "/static/naskh-arabic.woff2"):
        first = client.get(path)
        tag = first.headers["etag"]
        for known in (tag, f'"other", W/{tag}', "*"):
            again = client.get(path, headers={"If-None-Match": known})
            assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
        assert client.get(path, headers={"If-None-Match": '"other"'}).content == first.content


@pytest.mark.parametrize(
    ("path", "code", "parameter"),
    [
        ("/search?q=%22", "bad-query", None),
        ("/search?limit=201", "bad-parameter", "limit"),
        ("/search?limit=-1", "bad-parameter", "limit"),
        ("/search?offset=10001", "bad-parameter", "offset"),
        ("/search?sort=best", "bad-parameter", "sort"),
        ("/search?page=2", "bad-parameter", "page"),
        ("/search?q=a&q=b", "bad-parameter", "q"),
        ("/search?as_written=yes", "bad-parameter", "as_written"),
        ("/search?from=soon", "bad-parameter", "from"),
        ("/search?from=2016&to=2015", "bad-parameter", "from"),
        ("/search?in=quotes", "bad-parameter", None),
        ("/quotes?kind=loud", "bad-parameter", "kind"),
        ("/quotes?speeker=x", "bad-parameter", "speeker"),
        ("/events?dyad=RUS", "bad-parameter", None),
        ("/events?type=consult", "bad-parameter", "type"),
        ("/articles/x?version=0", "bad-parameter", "version"),
        ("/quotes?about=%D8%8C", "bad-parameter", None),
    ],
)
def test_a_wrong_request_is_a_problem_that_says_what(
    client: Browser, path: str, code: str, parameter: str | None
) -> None:
    done = client.get(f"/api/v1{path}")
    assert done.status_code == 400
    assert done.headers["content-type"] == "application/problem+json"
    told = done.json()
    assert (told["status"], told["code"], told.get("parameter")) == (400, code, parameter)
    assert told["detail"]


def test_the_place_of_an_error_in_a_query_is_told(client: Browser) -> None:
    told = client.get("/api/v1/search", params={"q": "روسيا AND"}).json()
    assert (told["start"], told["end"]) == (6, 9)


@pytest.mark.parametrize("path", ["/api/v1/articles/a-0", "/api/v1/nothing", "/api/", "/static/secret", "/healthz/x"])
def test_what_is_not_there_is_a_problem(client: Browser, path: str) -> None:
    done = client.get(path)
    assert (done.status_code, done.json()["code"]) == (404, "not-found")


def test_health(client: Browser) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}
