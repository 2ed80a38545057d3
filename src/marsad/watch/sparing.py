"""Pages fetched in rounds: a site that fails again and again is spared until the next one."""

from collections import Counter
from urllib.parse import urlsplit

from marsad.errors import FetchFailed
from marsad.read import FetchOptions, Session
from marsad.read.parts import Part

SPARED = "spared"  # the reason of what was not asked for
_ENOUGH = 3  # failures of a site in a row


class SparingSession(Session):
    """A session whose rounds are the tries, so that a page is asked for but once in each."""

    def __init__(self, options: FetchOptions) -> None:
        super().__init__(options)
        self._failures: Counter[str] = Counter()

    def begin(self) -> None:
        """A new round: every site is asked again."""
        self._failures.clear()

    def fetch(self, url: str) -> Part:
        """As `Session.fetch`; FetchFailed, with the reason `spared`, also where the site has failed too often."""
        site = urlsplit(url).netloc
        if self._failures[site] >= _ENOUGH:
            raise FetchFailed(
                f"not asked for, as {site} has failed {_ENOUGH} times in a row; the next round tries again",
                where=url, reason=SPARED,
            )  # fmt: skip
        try:
            part = super().fetch(url)
        except FetchFailed:
            self._failures[site] += 1
            raise
        self._failures[site] = 0
        return part
