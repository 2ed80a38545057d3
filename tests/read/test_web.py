"""Addresses: politeness, limits, and nothing inside a private network. The site is on this machine."""

import gzip
import shutil
import ssl
import subprocess
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from marsad.errors import FetchFailed, Forbidden, MarsadError, NotFound, TooLarge, UsageError
from marsad.read import FetchOptions, Options, Session, addresses, pages
from marsad.records import Page

if TYPE_CHECKING:
    from tests.read.conftest import Answer, Site
else:
    Answer = Site = object

NOW = "2026-11-24T06:00:00Z"


class Pauses(list[float]):
    """Remembers the pauses instead of making them."""

    def __call__(self, seconds: float) -> None:
        self.append(seconds)


@pytest.fixture
def pauses() -> Pauses:
    return Pauses()


@pytest.fixture
def options(pauses: Pauses) -> Options:
    return Options(now=NOW, fetch=FetchOptions(allow_private=True, delay=0, pause=pauses, timeout=5))


def fetching(options: Options, **changes: object) -> Options:
    return replace(options, fetch=replace(options.fetch, **changes))  # type: ignore[arg-type]


def one(url: str, options: Options) -> Page:
    (item,) = pages(url, options)
    assert isinstance(item, Page), item
    return item


def failure(url: str, options: Options) -> MarsadError:
    """What went wrong, raised or given."""
    try:
        (item,) = pages(url, options)
    except MarsadError as error:
        return error
    assert isinstance(item, MarsadError), item
    return item


def test_a_page_comes_with_its_address_time_and_charset(site: Site, options: Options) -> None:
    url = site.page("/1", "نص".encode("windows-1256"), "text/html; charset=windows-1256")
    page = one(url, options)
    assert (page.origin.uri, page.origin.url, page.origin.fetched_at) == (url, url, NOW)
    assert (page.data, page.charset) == ("نص".encode("windows-1256"), "windows-1256")


def test_marsad_says_who_it_is_and_asks_for_robots_first(site: Site, options: Options) -> None:
    one(site.page("/1"), options)
    assert site.paths() == ["/robots.txt", "/1"]
    headers = site.asked[1][1]
    assert headers["user-agent"].startswith("marsad/")
    assert "+http" in headers["user-agent"]
    assert headers["host"] == f"127.0.0.1:{site.port}"


def test_another_name_can_be_given(site: Site, options: Options) -> None:
    one(site.page("/1"), fetching(options, user_agent="archive-bot/2 (mail@ufuq.example)"))
    assert site.asked[1][1]["user-agent"] == "archive-bot/2 (mail@ufuq.example)"


@pytest.mark.parametrize(
    "form", ["/أخبار/خبر-عاجل", "/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1/%D8%AE%D8%A8%D8%B1-%D8%B9%D8%A7%D8%AC%D9%84"]
)
def test_arabic_addresses_are_accepted_in_both_forms(site: Site, options: Options, form: str) -> None:
    encoded = "/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1/%D8%AE%D8%A8%D8%B1-%D8%B9%D8%A7%D8%AC%D9%84"
    site.page(encoded)
    assert one(site.url(form), options).origin.url == site.url(encoded)


def test_the_url_option_names_the_canonical_address(site: Site, options: Options) -> None:
    page = one(site.page("/print/1"), replace(options, url="https://ufuq.example/1"))
    assert page.origin.url == "https://ufuq.example/1"


def test_an_address_may_give_any_kind(site: Site, options: Options) -> None:
    feed = b'<rss version="2.0"><channel><item><title>t</title><description>x</description></item></channel></rss>'
    page = one(site.page("/feed", feed, "text/html"), options)
    assert page.given.headline == "t"
    assert one(site.page("/page.gz", gzip.compress(b"<p>x</p>"), "application/gzip"), options).data == b"<p>x</p>"
    assert "a PDF document" in str(failure(site.page("/a", b"%PDF-1.4", "text/html"), options))


def test_a_packed_answer_is_unpacked(site: Site, options: Options) -> None:
    site.answers["/1"] = (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, gzip.compress(b"<p>x</p>"))
    assert one(site.url("/1"), options).data == b"<p>x</p>"
    site.answers["/2"] = (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, b"not gzip")
    assert isinstance(failure(site.url("/2"), options), FetchFailed)


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (404, NotFound), (410, NotFound), (401, Forbidden), (403, Forbidden), (451, Forbidden), (418, FetchFailed),
        (204, FetchFailed),
    ],
)  # fmt: skip
def test_refusals_of_the_server_are_told_apart(
    site: Site, options: Options, status: int, kind: type[MarsadError]
) -> None:
    site.answers["/1"] = (status, {}, b"")
    error = failure(site.url("/1"), options)
    assert type(error) is kind
    assert str(status) in error.what
    assert error.where == site.url("/1")


def test_an_error_names_the_address_as_it_was_written(site: Site, options: Options) -> None:
    assert failure(site.url("/لا-صفحة"), options).where == site.url("/لا-صفحة")
    assert failure(site.redirect("/a", "/gone"), options).where == site.url("/gone")


# robots.txt


def robots(site: Site, text: str) -> None:
    site.page("/robots.txt", text.encode(), "text/plain")


def test_what_robots_txt_forbids_is_not_fetched(site: Site, options: Options) -> None:
    robots(site, "User-agent: *\nDisallow: /private/\n")
    url = site.page("/private/1")
    error = failure(url, options)
    assert (type(error), error.reason) == (Forbidden, "robots")
    assert site.paths() == ["/robots.txt"]
    assert one(url, fetching(options, respect_robots=False)).origin.url == url


def test_rules_for_marsad_by_name_are_heeded(site: Site, options: Options) -> None:
    robots(site, "User-agent: marsad\nDisallow: /\n\nUser-agent: *\nAllow: /\n")
    assert isinstance(failure(site.page("/1"), options), Forbidden)
    assert one(site.url("/1"), fetching(options, user_agent="other/1")).origin.url


def test_redirects_are_checked_against_robots_txt_too(site: Site, options: Options) -> None:
    robots(site, "User-agent: *\nDisallow: /private/\n")
    site.page("/private/1")
    assert failure(site.redirect("/go", "/private/1"), options).reason == "robots"


def test_a_site_whose_robots_txt_is_out_of_order_is_left_alone(site: Site, options: Options) -> None:
    site.answers["/robots.txt"] = (503, {}, b"")
    error = failure(site.page("/1"), options)
    assert isinstance(error, FetchFailed)
    assert "robots.txt" in error.what
    assert "/1" not in site.paths()


def test_robots_txt_is_asked_for_once_in_a_session(site: Site, options: Options) -> None:
    with Session(options.fetch, options.now) as session:
        for path in ("/1", "/2"):
            list(pages(site.page(path), options, session))
    assert site.paths() == ["/robots.txt", "/1", "/2"]


def test_pauses_between_requests_are_kept(site: Site, options: Options, pauses: Pauses) -> None:
    robots(site, "User-agent: *\nCrawl-delay: 7\n")
    with Session(replace(options.fetch, delay=2.0), options.now) as session:
        for path in ("/1", "/2"):
            list(pages(site.page(path), options, session))
    assert len(pauses) == 2
    assert all(5 < pause <= 7 for pause in pauses)


# Redirects and private networks


def test_redirects_are_followed_to_the_final_address(site: Site, options: Options) -> None:
    site.page("/end")
    site.redirect("/b", "/end")
    page = one(site.redirect("/a", "b"), options)
    assert (page.origin.uri, page.origin.url) == (site.url("/a"), site.url("/end"))


def test_a_circle_of_redirects_ends(site: Site, options: Options) -> None:
    error = failure(site.redirect("/a", "/a"), options)
    assert "more than 5 times" in error.what
    assert site.paths().count("/a") == 6


@pytest.mark.parametrize("to", ["http://[", "", "//", "http://:0:0/", "javascript:x()", "data:text/html,x"])
def test_a_redirect_to_nowhere_is_an_error(site: Site, options: Options, to: str) -> None:
    assert isinstance(failure(site.redirect("/a", to), options), MarsadError)


@pytest.mark.parametrize("to", ["file:///etc/hostname", "ftp://ufuq.example/x", "gopher://127.0.0.1:70/x"])
def test_redirects_to_other_schemes_are_refused(site: Site, options: Options, to: str) -> None:
    error = failure(site.redirect("/a", to), options)
    assert isinstance(error, Forbidden)
    assert "only http and https" in error.what


@pytest.fixture
def open_site(site: Site, monkeypatch: pytest.MonkeyPatch) -> Site:
    """The site counts as public under the name ufuq.example; every other private address stays private."""
    public = addresses.is_public
    monkeypatch.setattr(addresses, "is_public", lambda machine: machine == "127.0.0.1" or public(machine))
    return site


def names(host: str, _: int) -> tuple[str, ...]:
    return {"ufuq.example": ("127.0.0.1",), "inside.example": ("10.0.0.5",)}.get(host, (host,))


@pytest.mark.parametrize(
    "to",
    [
        "http://10.0.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::1]/",
        "//inside.example/",
        "http://0.0.0.0/",
    ],
)
def test_redirects_into_a_private_network_are_refused(open_site: Site, options: Options, to: str) -> None:
    strict = fetching(options, allow_private=False, names=names)
    open_site.redirect("/a", to)
    error = failure(open_site.url("/a", "ufuq.example"), strict)
    assert isinstance(error, Forbidden)
    assert "private network" in error.what


def test_a_private_address_is_refused_unless_allowed(site: Site, options: Options) -> None:
    assert isinstance(failure(site.page("/1"), fetching(options, allow_private=False)), Forbidden)
    assert site.asked == []


def test_the_machine_that_was_checked_is_the_one_that_is_asked(open_site: Site, options: Options) -> None:
    """A name that leads elsewhere when it is resolved a second time gains nothing: it is resolved once a request."""
    asked: list[str] = []

    def rebinding(host: str, _: int) -> tuple[str, ...]:
        asked.append(host)
        return ("127.0.0.1",) if len(asked) <= 2 else ("10.0.0.5",)

    strict = fetching(options, allow_private=False, names=rebinding)
    open_site.page("/1")
    page = one(open_site.url("/1", "ufuq.example"), strict)
    assert page.origin.url == open_site.url("/1", "ufuq.example")
    assert asked == ["ufuq.example"] * len(open_site.asked)
    assert open_site.asked[1][1]["host"] == f"ufuq.example:{open_site.port}"


def test_the_next_machine_is_asked_where_one_is_down(open_site: Site, options: Options) -> None:
    open_site.page("/1")
    several = fetching(options, names=lambda _host, _port: ("127.0.0.2", "127.0.0.1"))
    assert one(open_site.url("/1", "ufuq.example"), several).data


@pytest.mark.parametrize("header", ["ETag", "Last-Modified", "Location", "Content-Type", "Retry-After", "Date"])
@pytest.mark.parametrize("value", ["\u00e9\u00ff", "²", "9" * 5000, "Wed, 99 Oct 99999 99:99:99 +9999"])
@pytest.mark.parametrize("status", [200, 302, 503])
def test_strange_headers_end_in_a_page_or_an_error(
    site: Site, options: Options, tmp_path: Path, header: str, value: str, status: int
) -> None:
    site.answers["/1"] = (status, {header: value}, b"<p>x</p>" if status == 200 else b"")
    cached = fetching(options, cache=tmp_path, respect_robots=False)
    for _ in range(2):
        try:
            found = list(pages(site.url("/1"), cached))
        except MarsadError as error:
            found = [error]
        assert len(found) == 1


def test_a_name_that_http_cannot_carry_is_wrong_usage(options: Options) -> None:
    with pytest.raises(UsageError, match="user agent"):
        next(pages("http://ufuq.example/", fetching(options, user_agent="مرصد/1")))


@pytest.mark.parametrize("source", ["file:///etc/hostname", "FILE:/etc/hostname", "ftp://ufuq.example/a"])
def test_other_schemes_are_refused_as_input(source: str, options: Options) -> None:
    with pytest.raises(Forbidden):
        next(pages(source, options))


@pytest.fixture
def secure_site(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    """The site behind a certificate for ufuq.example, which is trusted."""
    if (openssl := shutil.which("openssl")) is None:
        pytest.skip("needs the openssl program to make a certificate")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subject = ["-subj", "/CN=ufuq.example", "-addext", "subjectAltName=DNS:ufuq.example"]
    curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    out = ["-keyout", str(key), "-out", str(certificate)]
    subprocess.run([openssl, "req", "-x509", *curve, *subject, *out, "-days", "2"], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    site.wrap(context)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    return site


def test_a_certificate_is_checked_against_the_name_and_not_the_machine(secure_site: Site, options: Options) -> None:
    secure_site.page("/1")
    named = fetching(options, names=lambda _host, _port: ("127.0.0.1",))
    url = secure_site.url("/1", "ufuq.example").replace("http:", "https:")
    assert one(url, named).origin.url == url
    error = failure(url.replace("ufuq.example", "other.example"), fetching(named, retries=0))
    assert isinstance(error, FetchFailed)
    assert "certificate" in error.what


# Tries, waits and limits


def after(failures: list[tuple[int, dict[str, str]]], body: bytes = b"<p>x</p>") -> Callable[[object], Answer]:
    """Answers that fail so often before one succeeds."""
    left = list(failures)

    def answer(_: object) -> Answer:
        if left:
            status, headers = left.pop(0)
            return status, headers, b""
        return 200, {"Content-Type": "text/html"}, body

    return answer


def test_a_busy_server_is_asked_again_after_the_time_it_names(site: Site, options: Options, pauses: Pauses) -> None:
    dated = {"Retry-After": "Wed, 07 Oct 2026 10:00:30 GMT", "Date": "Wed, 07 Oct 2026 10:00:00 GMT"}
    site.answers["/1"] = after([(429, {"Retry-After": "9"}), (503, {}), (503, dated)])
    assert one(site.url("/1"), fetching(options, respect_robots=False)).data == b"<p>x</p>"
    assert pauses[0] == 9
    assert pauses[1] == 2
    # http.server sends a Date of its own as well, so only the lower bound is sure
    assert pauses[2] >= 4


def test_a_wait_that_is_too_long_ends_the_tries(site: Site, options: Options, pauses: Pauses) -> None:
    site.answers["/1"] = (429, {"Retry-After": "3600"}, b"")
    error = failure(site.url("/1"), options)
    assert "3600 seconds" in error.what
    assert pauses == []


def test_tries_are_few(site: Site, options: Options, pauses: Pauses) -> None:
    site.answers["/1"] = (503, {}, b"")
    error = failure(site.url("/1"), fetching(options, respect_robots=False))
    assert isinstance(error, FetchFailed)
    assert "503" in error.what
    assert (len(site.asked), pauses) == (4, [1, 2, 4])


def test_no_connection_is_tried_again_and_said(site: Site, options: Options, pauses: Pauses) -> None:
    url = site.url("/1").replace(str(site.port), "1")
    error = failure(url, fetching(options, respect_robots=False))
    assert isinstance(error, FetchFailed)
    assert "no connection" in error.what
    assert pauses == [1, 2, 4]
    assert "no connection" in failure(url, options).what


def test_a_name_that_does_not_exist_is_said(options: Options) -> None:
    def unknown(host: str, _: int) -> tuple[str, ...]:
        raise FetchFailed(f"the name {host} cannot be resolved")

    error = failure("http://ufuq.invalid/", fetching(options, names=unknown))
    assert "cannot be resolved" in error.what
    assert error.where


def test_an_answer_over_the_limit_is_not_read_to_its_end(site: Site, options: Options) -> None:
    error = failure(site.page("/1", b"<p>" * 400_000), fetching(options, max_bytes=100_000))
    assert isinstance(error, TooLarge)
    site.answers["/2"] = (200, {"Content-Encoding": "gzip"}, gzip.compress(bytes(5_000_000)))
    assert isinstance(failure(site.url("/2"), fetching(options, max_bytes=100_000)), TooLarge)


def test_a_server_that_does_not_answer_is_given_up(site: Site, options: Options) -> None:
    def slow(_: object) -> Answer:
        time.sleep(0.4)
        return 200, {}, b"x"

    site.answers["/1"] = slow
    error = failure(site.url("/1"), fetching(options, timeout=0.05, retries=0, respect_robots=False))
    assert isinstance(error, FetchFailed)
    assert "in time" in error.what


def test_an_answer_that_drips_is_given_up(site: Site, options: Options) -> None:
    error = failure(site.page("/1", b"x" * 300_000), fetching(options, total=-1.0, respect_robots=False))
    assert isinstance(error, FetchFailed)
    assert "took longer" in error.what


def test_an_answer_that_breaks_off_is_an_error(site: Site, options: Options) -> None:
    site.answers["/1"] = (200, {"Transfer-Encoding": "chunked"}, b"ff\r\nshort")
    error = failure(site.url("/1"), fetching(options, retries=1, respect_robots=False))
    assert isinstance(error, FetchFailed)
    assert len(site.asked) == 2


# Conditional requests


@pytest.mark.parametrize(
    ("sent", "asks"),
    [({"ETag": '"v1"'}, "if-none-match"), ({"Last-Modified": "Wed, 07 Oct 2020 10:00:00 GMT"}, "if-modified-since")],
)
def test_a_page_that_has_not_changed_is_not_sent_again(
    site: Site, options: Options, tmp_path: Path, sent: dict[str, str], asks: str
) -> None:
    def answer(headers: dict[str, str]) -> Answer:
        if headers.get(asks) == next(iter(sent.values())):
            return 304, {}, b""
        return 200, {"Content-Type": "text/html; charset=windows-1256", **sent}, b"<p>x</p>"

    site.answers["/1"] = answer
    cached = fetching(options, cache=tmp_path / "cache", respect_robots=False)
    first, second = one(site.url("/1"), cached), one(site.url("/1"), cached)
    assert first == second
    assert asks not in site.asked[0][1]
    assert asks in site.asked[1][1]


def test_a_damaged_cache_is_as_good_as_none(site: Site, options: Options, tmp_path: Path) -> None:
    site.answers["/1"] = (200, {"ETag": '"v1"', "Content-Type": "text/html"}, b"<p>x</p>")
    cached = fetching(options, cache=tmp_path, respect_robots=False)
    one(site.url("/1"), cached)
    for ending in ("*.body", "*.json"):
        (path,) = tmp_path.glob(ending)
        path.write_bytes(b"damaged")
        assert one(site.url("/1"), cached).data == b"<p>x</p>"
        assert "if-none-match" not in site.asked[-1][1]


def test_a_cache_that_cannot_be_written_costs_nothing(site: Site, options: Options, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    site.answers["/1"] = (200, {"ETag": '"v1"', "Content-Type": "text/html"}, b"<p>x</p>")
    assert one(site.url("/1"), fetching(options, cache=tmp_path / "file")).data == b"<p>x</p>"


# Feeds that point to pages


def feed(*links: str) -> bytes:
    items = "".join(
        f"<item><title>خبر {number}</title><link>{link}</link><pubDate>2020-10-07</pubDate>"
        f"<description>ملخص {number}</description></item>"
        for number, link in enumerate(links, 1)
    )
    return f'<rss version="2.0"><channel><title>الأفق</title>{items}</channel></rss>'.encode()


def test_followed_items_give_the_page_with_what_the_feed_says(site: Site, options: Options) -> None:
    url = site.page("/feed", feed(site.page("/1")), "application/rss+xml")
    page = one(url, replace(options, follow=True))
    assert b"<h1>" in page.data
    assert (page.origin.url, page.given.headline, page.given.published) == (site.url("/1"), "خبر 1", "2020-10-07")
    assert page.origin.container is not None
    assert (page.origin.container.uri, page.origin.container.offset) == (url, 1)


def test_what_cannot_be_followed_is_said_and_the_own_content_stays(
    site: Site, options: Options, tmp_path: Path
) -> None:
    image = site.page("/image", b"\x89PNG\r\n\x1a\n", "image/png")
    path = tmp_path / "feed.xml"
    path.write_bytes(
        feed(site.url("/missing"), "file:///etc/hostname", image, site.page("/feed", feed("x")), site.page("/5"))
    )
    found = list(pages(path, replace(options, follow=True)))
    kinds = ["page" if isinstance(item, Page) else item.reason for item in found]
    assert kinds == ["not-found", "page", "not-found", "page", "not-text", "page", "not-text", "page", "page"]
    first = found[1]
    assert isinstance(first, Page)
    assert "ملخص 1" in first.data.decode()


def test_private_addresses_in_feeds_are_not_followed(site: Site, options: Options, tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_bytes(feed(site.page("/1"), "http://169.254.169.254/", "http://[::1]/"))
    found = list(pages(path, replace(fetching(options, allow_private=False), follow=True)))
    assert [item.reason for item in found if isinstance(item, MarsadError)] == ["forbidden"] * 3
    assert site.asked == []


def test_rules_of_a_site_are_asked_for_again_after_a_day_and_trouble_after_minutes() -> None:
    import httpx

    from marsad.read.robots import Robots

    time, asked = [0.0], [0]
    answers = [(503, b""), (200, b"User-agent: *\nDisallow: /x"), (200, b"")]

    def ask(_: httpx.URL) -> tuple[int, bytes]:
        asked[0] += 1
        return answers[asked[0] - 1]

    robots, url = Robots(ask, "marsad/1", lambda: time[0]), httpx.URL("https://akhbar.example/x")
    for moment, count, error in (
        (0, 1, FetchFailed),
        (200, 1, FetchFailed),
        (400, 2, Forbidden),
        (80_000, 2, Forbidden),
    ):
        time[0] = moment
        with pytest.raises(error):
            robots.check(url)
        assert asked[0] == count
    time[0] = 90_000
    robots.check(url)
    assert asked[0] == 3
