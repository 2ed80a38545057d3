"""What several readings share that fetch addresses; the network's libraries are loaded with the first address."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Self

from marsad.errors import SourceError
from marsad.read.limits import FetchOptions
from marsad.read.parts import Part

if TYPE_CHECKING:
    from marsad.read.web import Web


@dataclass(frozen=True, slots=True)
class Reply:
    """What came of asking whether an address has something new: a part, an error, or neither where it has nothing.

    `conditions` are the headers to ask with the next time. `moved`: where the address has moved for good. `wait`:
    seconds for which the server does not want to be asked. `gone`: it says that nothing will be here again (410).
    """

    part: Part | None = None
    error: SourceError | None = None
    conditions: dict[str, str] = field(default_factory=dict)
    moved: str | None = None
    wait: float = 0.0
    gone: bool = False


class Session:
    """Fetches pages one after another and remembers the rules and the last request of every site.

    `now` (ISO 8601, UTC) is the time to note for what is fetched, the server's own where None; it may be set anew.
    """

    def __init__(self, options: FetchOptions, now: str | None = None) -> None:
        self._options = options
        self.now = now
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
        return self._dated(self._opened().fetch(url))

    def poll(self, url: str, conditions: Mapping[str, str]) -> Reply:
        """Whether an address has something new; `conditions` are those of the reply before, {} to have it anyway."""
        reply = self._opened().poll(url, conditions)
        return replace(reply, part=self._dated(reply.part)) if reply.part else reply

    def _dated(self, part: Part) -> Part:
        return replace(part, fetched_at=self.now or part.fetched_at)

    def _opened(self) -> "Web":
        if self._web is None:
            from marsad.read.web import Web  # noqa: PLC0415 - who reads files need not wait for them

            self._web = Web(self._options)
        return self._web
