"""What several readings share that fetch addresses; the network's libraries are loaded with the first address."""

from typing import TYPE_CHECKING, Self

from marsad.read.limits import FetchOptions
from marsad.read.parts import Part

if TYPE_CHECKING:
    from marsad.read.web import Web


class Session:
    """Fetches pages one after another and remembers the rules and the last request of every site."""

    def __init__(self, options: FetchOptions, now: str | None = None) -> None:
        self._options = options
        self._now = now
        self._web: Web | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Give the connections back."""
        if self._web is not None:
            self._web.close()

    def fetch(self, url: str) -> Part:
        """The answer of an address, its kind still to be found.

        Raises NotFound, Forbidden, TooLarge, FetchFailed.
        """
        if self._web is None:
            from marsad.read.web import Web  # noqa: PLC0415 - who reads files need not wait for them

            self._web = Web(self._options, self._now)
        return self._web.fetch(url)
