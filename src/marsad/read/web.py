"""Pages from the web, politely: robots.txt, a name to be known by, pauses, few tries, limits on size and time.

Redirects are followed by hand, and each step is checked like the first address. Every request goes to a machine
that `addresses` has checked; connections are not kept, as two sites may live on one machine. The settings for a
proxy in the environment are not used: behind a proxy nobody could check which machine is asked.
"""

import contextlib
import datetime as dt
import email.utils
import functools
import importlib.metadata
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import httpx

from marsad.errors import FetchFailed, Forbidden, NotFound, SourceError, TooLarge
from marsad.read import addresses, cache, httpbody
from marsad.read.exchange import Exchange
from marsad.read.limits import FetchOptions
from marsad.read.parts import Part, Stream
from marsad.read.robots import LONGEST as ROBOTS_LONGEST
from marsad.read.robots import Robots
from marsad.read.session import Reply

OK, NOT_MODIFIED, GONE = 200, 304, 410
REDIRECTS = frozenset({301, 302, 303, 307, 308})
FOR_GOOD = frozenset({301, 308})
AGAIN = frozenset({429, 500, 502, 503, 504})
REFUSALS: dict[int, tuple[type[SourceError], str]] = {
    401: (Forbidden, "the server wants a password"),
    403: (Forbidden, "the server refuses the page"),
    404: (NotFound, "the server has no such page"),
    410: (NotFound, "the page is gone"),
    451: (Forbidden, "the page is withheld for legal reasons"),
}
ACCEPT = {
    "Accept": "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,*/*;q=0.8",
    "Accept-Language": "ar,*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
}
ACCEPT_FEEDS = "application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,*/*;q=0.5"


@dataclass(frozen=True, slots=True)
class _Answer:
    url: httpx.URL
    status: int
    headers: dict[str, str]
    body: bytes
    moved: httpx.URL | None = None  # where redirects for good have led, those for now left aside


@functools.cache
def user_agent() -> str:
    """The name that Marsad goes by where the caller gives none."""
    try:
        version = importlib.metadata.version("marsad")
    except importlib.metadata.PackageNotFoundError:
        version = "0"
    return f"marsad/{version} (+https://pypi.org/project/marsad/)"


class Web:
    """What stands behind a `Session`."""

    def __init__(self, options: FetchOptions) -> None:
        self._options = options
        self._name = options.user_agent or user_agent()
        self._robots = Robots(self._ask_robots, self._name)
        self._last: dict[str, float] = {}
        self._client: httpx.Client | None = None

    def close(self) -> None:
        """Give the connections back."""
        if self._client is not None:
            self._client.close()
            self._client = None

    def fetch(self, url: str) -> Part:
        """The answer of an address, its kind still to be found.

        Raises NotFound, Forbidden, TooLarge, FetchFailed.
        """
        start = addresses.parsed(url)
        try:
            return self._fetched(url, start)
        except SourceError as error:
            if error.where in ("", str(start)):
                error.where = url  # as the caller wrote it
            raise

    def _fetched(self, url: str, start: httpx.URL) -> Part:
        kept = cache.kept(self._options.cache, str(start))
        answer = self._followed(start, kept.conditions() if kept else {}, robots=self._options.respect_robots)
        if answer.status == NOT_MODIFIED and kept:
            answer = _Answer(answer.url, OK, {**answer.headers, **kept.headers}, kept.body)
        _check_status(answer)
        cache.keep(self._options.cache, str(start), answer.headers, answer.body)
        return _part(url, answer)

    def poll(self, url: str, conditions: Mapping[str, str]) -> Reply:
        """Whether an address has something new; what goes wrong is in the reply."""
        answer: _Answer | None = None
        try:
            headers = {"Accept": ACCEPT_FEEDS, **conditions}
            answer = self._followed(addresses.parsed(url), headers, robots=self._options.respect_robots)
            moved = str(answer.moved) if answer.moved else None
            if answer.status == NOT_MODIFIED and conditions:
                return Reply(conditions={**conditions, **cache.conditions(answer.headers)}, moved=moved)
            _check_status(answer)
        except SourceError as error:
            error.where = url
            if answer is None:
                return Reply(error=error)
            return Reply(error=error, wait=_retry_after(answer.headers), gone=answer.status == GONE)
        return Reply(_part(url, answer), conditions=cache.conditions(answer.headers), moved=moved)

    def _followed(
        self, url: httpx.URL, conditions: dict[str, str], *, robots: bool, limit: int | None = None
    ) -> _Answer:
        moved, for_good = None, True
        for _ in range(self._options.redirects + 1):
            if robots:
                self._robots.check(url)
            answer = self._tried(url, conditions, limit or self._options.max_bytes)
            if answer.status not in REDIRECTS:
                return replace(answer, moved=moved)
            url = addresses.joined(url, answer.headers.get("location", ""))
            for_good = for_good and answer.status in FOR_GOOD
            moved = url if for_good else moved
        raise FetchFailed(f"it redirects more than {self._options.redirects} times", where=str(url))

    def _tried(self, url: httpx.URL, conditions: dict[str, str], limit: int) -> _Answer:
        """The answer after as many tries as it takes and the options allow."""
        for attempt in range(self._options.retries + 1):
            last = attempt == self._options.retries
            wait = float(2**attempt)
            try:
                answer = self._asked(url, conditions, limit)
            except httpx.TransportError as error:
                if last:
                    raise FetchFailed(_network_trouble(error), where=str(url)) from None
            else:
                if answer.status not in AGAIN or last:
                    return answer
                wait = max(wait, _retry_after(answer.headers))
                if wait > self._options.longest_wait:
                    raise FetchFailed(
                        f"the server ({answer.status}) asks to wait {wait:.0f} seconds; try again then", where=str(url)
                    )
            self._options.pause(wait)
        raise FetchFailed("it was not tried", where=str(url))  # a negative number of retries

    def _asked(self, url: httpx.URL, conditions: dict[str, str], limit: int) -> _Answer:
        self._keep_distance(url)
        target = addresses.checked(url, self._options)
        failure: httpx.TransportError | None = None
        for machine in target.machines:
            try:
                with self._sent(url, machine, conditions) as response:
                    headers = {name.lower(): value for name, value in response.headers.items()}
                    body = self._body(response, url, limit) if response.status_code == OK else b""
                    if self._options.fetched:
                        self._options.fetched(_exchange(url, machine, response, body))
                    return _Answer(url, response.status_code, headers, body)
            except (httpx.ConnectError, httpx.ConnectTimeout) as error:
                failure = error
            except httpx.InvalidURL as error:  # httpx looks at Location although it is told not to follow
                raise NotFound(f"it redirects to what is no address ({error})", where=str(url)) from None
            except httpx.DecodingError as error:
                raise FetchFailed(f"the answer is wrongly packed ({error})", where=str(url)) from None
        raise failure or httpx.ConnectError("no machine to ask")

    @contextlib.contextmanager
    def _sent(self, url: httpx.URL, machine: str, conditions: dict[str, str]) -> Iterator[httpx.Response]:
        """The response of one machine: asked by its number, under the name of the site."""
        if self._client is None:
            self._client = httpx.Client(
                timeout=self._options.timeout,
                trust_env=False,
                verify=httpx.create_ssl_context(),  # heeds SSL_CERT_FILE
                limits=httpx.Limits(max_keepalive_connections=0),
            )
        headers = {**ACCEPT, "User-Agent": self._name, "Host": url.netloc.decode("ascii"), **conditions}
        request = self._client.build_request(
            "GET", url.copy_with(host=machine), headers=headers, extensions={"sni_hostname": url.raw_host.decode()}
        )
        response = self._client.send(request, stream=True, follow_redirects=False)
        try:
            yield response
        finally:
            response.close()

    def _body(self, response: httpx.Response, url: httpx.URL, limit: int) -> bytes:
        deadline = time.monotonic() + self._options.total
        pieces: list[bytes] = []
        size = 0
        for piece in response.iter_bytes():
            size += len(piece)
            if size > limit:
                raise TooLarge(f"the answer is larger than {limit:,} bytes; it was not read further", where=str(url))
            if time.monotonic() > deadline:
                raise FetchFailed(f"the answer took longer than {self._options.total:g} seconds", where=str(url))
            pieces.append(piece)
        return b"".join(pieces)

    def _keep_distance(self, url: httpx.URL) -> None:
        """Wait until the site may be asked again."""
        wanted = min(max(self._options.delay, self._robots.delay(url)), self._options.longest_wait)
        since = time.monotonic() - self._last.get(url.host, float("-inf"))
        if since < wanted:
            self._options.pause(wanted - since)
        self._last[url.host] = time.monotonic()

    def _ask_robots(self, url: httpx.URL) -> tuple[int, bytes]:
        answer = self._followed(url, {}, robots=False, limit=ROBOTS_LONGEST)
        return answer.status, answer.body


def _exchange(url: httpx.URL, machine: str, response: httpx.Response, body: bytes) -> Exchange:
    whole = response.status_code in {OK, NOT_MODIFIED} or response.headers.get("content-length") == "0"
    sent, had = tuple(response.request.headers.raw), tuple(response.headers.raw)
    return Exchange(str(url), machine, sent, response.status_code, response.reason_phrase, had, body, whole)


def _part(url: str, answer: _Answer) -> Part:
    return Part(
        uri=url,
        stream=Stream.of(answer.body),
        url=str(answer.url),
        fetched_at=_iso(answer.headers.get("date")),
        charset=httpbody.charset(answer.headers.get("content-type", "")),
    )


def _check_status(answer: _Answer) -> None:
    if answer.status == OK:
        return
    kind, what = REFUSALS.get(answer.status, (FetchFailed, "the server did not give the page"))
    raise kind(f"{what} ({answer.status})", where=str(answer.url))


def _network_trouble(error: httpx.TransportError) -> str:
    match error:
        case httpx.ConnectTimeout() | httpx.ConnectError():
            return f"no connection ({error}); check the address and the network"
        case httpx.TimeoutException():
            return "the server does not answer in time; try again later"
        case _:
            return f"the connection broke ({error})"


def _retry_after(headers: dict[str, str]) -> float:
    """Seconds, from a number or a date (RFC 9110, 10.2.3); a date is taken against the server's own clock."""
    value = headers.get("retry-after", "")
    if value.strip().isdecimal():
        return float(value)
    until, now = _moment(value), _moment(headers.get("date"))
    return max((until - now).total_seconds(), 0.0) if until and now else 0.0


def _moment(value: str | None) -> dt.datetime | None:
    try:
        found = email.utils.parsedate_to_datetime(value or "")
    except (ValueError, OverflowError):
        return None
    return found if found.tzinfo else found.replace(tzinfo=dt.UTC)


def _iso(value: str | None) -> str | None:
    found = _moment(value)
    return found.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if found else None
