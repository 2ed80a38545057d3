"""What the robots.txt of a site allows, read by Protego (RFC 9309)."""

import time
from collections.abc import Callable

import httpx
from protego import Protego

from marsad.errors import FetchFailed, Forbidden, SourceError

LONGEST = 512 * 1024  # bytes that are heeded; RFC 9309 asks for 500 KiB at least
_RULES_LAST = 24 * 3600.0  # seconds; RFC 9309, 2.4: no longer than a day
_TROUBLE_LASTS = 300.0  # seconds that a site whose rules cannot be had is left alone

# The status and the bytes of an address.
Ask = Callable[[httpx.URL], tuple[int, bytes]]


class Robots:
    """The rules of every site that was asked, each fetched once and again after a day."""

    def __init__(self, ask: Ask, user_agent: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._ask, self._clock = ask, clock
        self._name = user_agent.partition("/")[0].partition(" ")[0] or "*"
        self._sites: dict[str, Protego | SourceError] = {}
        self._until: dict[str, float] = {}

    def check(self, url: httpx.URL) -> None:
        """Raises Forbidden where the page may not be fetched, FetchFailed where the site is out of order."""
        site = _site(url)
        if site not in self._sites or self._clock() > self._until[site]:
            rules = self._sites[site] = self._fetched(url.copy_with(raw_path=b"/robots.txt"))
            self._until[site] = self._clock() + (_TROUBLE_LASTS if isinstance(rules, SourceError) else _RULES_LAST)
        rules = self._sites[site]
        if isinstance(rules, SourceError):
            raise type(rules)(rules.what, where=str(url), reason=rules.reason)
        if not rules.can_fetch(str(url), self._name):
            raise Forbidden(
                f"the site's robots.txt does not allow {self._name} to fetch this page; "
                "--no-robots (FetchOptions.respect_robots) fetches it nevertheless",
                where=str(url),
                reason="robots",
            )

    def delay(self, url: httpx.URL) -> float:
        """Seconds that the site wants between two requests; 0 where it says nothing."""
        rules = self._sites.get(_site(url))
        return float(rules.crawl_delay(self._name) or 0) if isinstance(rules, Protego) else 0.0

    def _fetched(self, url: httpx.URL) -> Protego | SourceError:
        """RFC 9309, 2.3.1: no such file allows everything, a server in trouble forbids everything."""
        try:
            status, data = self._ask(url)
        except FetchFailed as error:
            return error
        except SourceError:
            return Protego.parse("")
        if status >= 500 or status == 429:  # noqa: PLR2004  server error, too many requests
            return FetchFailed(
                f"the site's robots.txt cannot be had ({status}), so nothing is fetched; try again later"
            )
        return Protego.parse(data[:LONGEST].decode("utf-8", "replace") if status == 200 else "")  # noqa: PLR2004


def _site(url: httpx.URL) -> str:
    return f"{url.scheme}://{url.netloc.decode('ascii')}"
