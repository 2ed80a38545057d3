"""Words that want to be markup: in texts, headlines, names, addresses and queries they stay words."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote as quote_path

import pytest
from tests.serve.browser import Browser
from tests.serve.conftest import Html

from marsad.archive import Archive, Intake
from marsad.records import (
    SCHEMA,
    Article,
    Content,
    Cue,
    Dropped,
    Entity,
    Event,
    Image,
    Link,
    Mention,
    Origin,
    Page,
    Party,
    Place,
    Quote,
    Record,
    Span,
    Telling,
    TextSpan,
)
from marsad.serve.links import followed

NOW = Intake("2026-03-10T09:00:00Z", "مريم", "test", "marsad test")
PAYLOADS = (
    "<script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '" onfocus=alert(1) autofocus="',
    "<svg/onload=alert(1)>",
    "<svg><script>alert(1)</script>",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "<a href=javascript:alert(1)>x</a>",
    "<iframe src=//evil.example>",
    "<base href=//evil.example>",
    "<style>*{background:url(//evil.example)}</style>",
    "<link rel=stylesheet href=//evil.example>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<form action=//evil.example><input name=q>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<!--><script>alert(1)</script>-->",
    "]]><script>alert(1)</script>",
    "{{ 7*7 }}",
    "{% include 'layout.html' %}",
    "${7*7}",
    "#{7*7}",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;",
    "\u202e<script>alert(1)</script>",
    "<ScRiPt >alert(1)</sCrIpT>",
    "<scr<script>ipt>alert(1)</script>",
    "<input onfocus=alert(1) autofocus>",
    "<details open ontoggle=alert(1)>",
    "</textarea><script>alert(1)</script>",
    "</blockquote></li></ol><script>alert(1)</script>",
    "%3Cscript%3Ealert(1)%3C/script%3E",
    "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
    "<script\x0c>alert(1)</script>",
    "<\u0130mg src=x>",
    "\U0001f4a3<b onclick=alert(1)>",
)
ADDRESSES = (
    *(text for text in PAYLOADS if ":" in text),
    'https://evil.example/"><script>alert(1)</script>',
    "//evil.example",
    "ftp://evil.example/x",
    "https:",
    "http:///x",
    "file:///etc/passwd",
    "https://[::1",
    "blob:https://x/1",
    " javascript:alert(1)",
    "https://evil.example/' onclick='alert(1)",
)


def poisoned(number: int, text: str, address: str) -> Record:
    """A record in which everything that can hold words holds these."""
    head, body = f"{text} عنوان", f"قال {text} إن {text} انتهى"
    whole, begin = f"{head}\n\n{body}", len(head) + 2
    at = begin + len("قال ")
    said = at + len(text) + len(" إن ")
    name = TextSpan(at, at + len(text), text)
    article = Article(
        f"a-{number:012x}",
        "ar",
        head,
        whole,
        (Span(begin, len(whole)),),
        section=text,
        publisher=text,
        source=text,
        authors=(text,),
        links=(Link("related", text, address),),
        images=(Image(address, text),),
        keywords=(text,),
        dropped=(Dropped("menu", text),),
    )
    party = Party(name.start, name.end, text, "e1")
    quote = Quote(
        "q1",
        "direct",
        text,
        (Content(said, said + len(text), "direct"),),
        Cue(begin, begin + 3, "قال", "declare"),
        name,
        "e1",
        text,
        "anonymous",
        "test@1",
        rule=text,
    )
    event = Event(
        "v1",
        "CONSULT",
        None,
        1,
        TextSpan(begin, begin + 3, "قال"),
        (Telling(TextSpan(begin, begin + 3, "قال"), Span(begin, len(whole))),),
        (party,),
        (party,),
        None,
        Place(text, "e1"),
        "actual",
        Span(begin, len(whole)),
        "test@1",
        rule=text,
    )
    return Record(
        SCHEMA,
        Origin(f"folder/{text}", address, None, text, text, "", 1),
        article,
        (Mention("m1", name.start, name.end, text, "PER", "name", "e1", "test@1"),),
        (Entity("e1", "PER", text, (text,), ("m1",), "test@1", office=text),),
        (),
        (quote,),
        (event,),
        (text,),
    )


@pytest.fixture(scope="module")
def records() -> list[Record]:
    texts = (*PAYLOADS, *["<b>"] * (len(ADDRESSES) - len(PAYLOADS)))
    addresses = (*ADDRESSES, *["javascript:alert(1)"] * (len(PAYLOADS) - len(ADDRESSES)))
    return [poisoned(number, *pair) for number, pair in enumerate(zip(texts, addresses, strict=True), 1)]


@pytest.fixture(scope="module")
def poison(tmp_path_factory: pytest.TempPathFactory, records: list[Record]) -> Path:
    path = tmp_path_factory.mktemp("poison") / "poison.db"
    with Archive.open(path, create=True) as archive, archive.writing():
        for record in records:
            archive.add(Page(record.origin, record.origin.uri.encode()), record, NOW)
    return path


@pytest.mark.parametrize("number", range(1, len(PAYLOADS) + 1))
def test_an_article_full_of_markup_is_shown_as_words(
    browse: Callable[..., Browser], poison: Path, records: list[Record], number: int
) -> None:
    record = records[number - 1]
    text = PAYLOADS[number - 1]
    done = browse(poison).get(f"/en/article/{record.article.id}")
    assert done.status_code == 200
    page = Html(done.text)  # refuses every element, attribute and address that is not the program's own
    assert page.words["h1"] == f"{text} عنوان"
    assert text in page.words["blockquote"]
    assert f"{text} عنوان" in page.words["title"]
    assert "49" not in page.words["h1"]
    address = record.origin.url or ""
    assert (address in page.links) == (followed(address) is not None)


def test_lists_full_of_markup_are_lists_of_words(browse: Callable[..., Browser], poison: Path) -> None:
    client, shown = browse(poison), ""
    for lang in ("ar", "en"):
        for path in (
            "/",
            "/search?sort=newest",
            "/search?page=2",
            "/search?page=3",
            "/quotes",
            "/quotes?page=2",
            "/events",
            "/events?page=2",
        ):
            shown += Html(client.get(f"/{lang}{path}").text).words["main"]
    for text in PAYLOADS:
        assert text in shown


@pytest.mark.parametrize("text", PAYLOADS)
def test_a_query_full_of_markup_is_repeated_as_words(client: Browser, text: str) -> None:
    for lang in ("ar", "en"):
        for path, name in (
            ("search", "q"),
            ("search", "without"),
            ("quotes", "speaker"),
            ("quotes", "q"),
            ("events", "actor"),
            ("events", "dyad"),
            ("quotes", "channel"),
            ("search", "sort"),
            ("search", "page"),
            (text, text),
        ):
            done = client.get(f"/{lang}/{quote_path(path)}", params={name: text})
            assert done.status_code in {200, 400, 404}
            Html(done.text)
    told = client.get("/api/v1/search", params={"sort": text})
    assert told.headers["content-type"] == "application/problem+json"
    assert told.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("address", ADDRESSES)
def test_only_the_web_may_be_followed(address: str) -> None:
    assert followed(address) in {None, address}
    assert (followed(address) is not None) == address.startswith("https://evil.example/")


@pytest.mark.parametrize(
    "query",
    ["\x00", "a\x00b", "\ud800", "\ufffe", "%", "%zz", "ا\u0301" * 500, "\u202e", "(" * 500, '"' * 501, "*" * 99],
)
def test_odd_signs_in_a_query_are_no_failure(client: Browser, query: str) -> None:
    raw = query.encode("utf-8", "surrogatepass")
    encoded = "".join(f"%{byte:02x}" for byte in raw)
    for path in (
        "/ar/search?q=",
        "/ar/quotes?speaker=",
        "/ar/events?place=",
        "/api/v1/search?q=",
        "/api/v1/quotes?about=",
        "/api/v1/events?dyad=",
    ):
        assert client.get(path + encoded).status_code in {200, 400}
        assert client.get(f"{path}%ff%fe{encoded}").status_code in {200, 400}
