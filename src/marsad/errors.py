"""Everything that Marsad may raise on bad input; no other exception may leave a step.

MarsadError                  what: one sentence that says what, where and what to do
├── UsageError               the caller asked for something impossible (exit 2)
│   └── MissingExtra         an optional part of Marsad is not installed; names the extra
├── SourceError              the bytes could not be had or are damaged
│   ├── NotFound             no such file, folder or address
│   ├── Forbidden            no permission: rights, robots.txt, a private address
│   ├── Damaged              a truncated or broken container; what was read before it stands
│   ├── TooLarge             over a limit that protects the machine
│   └── FetchFailed          the network or the server failed
├── NotAnArticle             the page was read and holds no article; `reason` says why
└── ArchiveError             the archive cannot be used: missing, damaged, locked, newer, full

The sentence never holds a traceback. `where` names the input (path, URL, record) for messages that go
through other hands; `reason` is a short stable key that programs may count by.
"""

from functools import partial
from typing import Any, Literal

RejectReason = Literal[
    "empty", "listing", "home-page", "error-page", "other-language", "not-text", "too-short", "no-headline"
]


class MarsadError(Exception):
    """The root: catch it to catch everything that Marsad raises on purpose."""

    reason: str = "error"

    def __init__(self, what: str, *, where: str = "", reason: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        if reason:
            self.reason = reason

    def __reduce__(self) -> tuple[Any, ...]:
        """What pickle needs: refusals travel between the processes that share a crawl."""
        return partial(type(self), where=self.where, reason=self.reason), (self.what,)

    def __str__(self) -> str:
        """The message as it is printed: `where: what`."""
        return f"{self.where}: {self.what}" if self.where else self.what


class UsageError(MarsadError):
    """The request itself is wrong; nothing was done."""

    reason = "usage"


class MissingExtra(UsageError):
    """An optional dependency is absent; the message names the extra that brings it."""

    reason = "missing-extra"


class SourceError(MarsadError):
    """The bytes of an input could not be had, or are damaged."""

    reason = "source"


class NotFound(SourceError):
    """There is nothing at that path or address."""

    reason = "not-found"


class Forbidden(SourceError):
    """Reading is not allowed: file rights, robots.txt, or an address inside a private network."""

    reason = "forbidden"


class Damaged(SourceError):
    """A container ends early or breaks its own format."""

    reason = "damaged"


class TooLarge(SourceError):
    """The input passes a limit that protects the machine (bombs, endless pages)."""

    reason = "too-large"


class FetchFailed(SourceError):
    """The network or the server did not give the page."""

    reason = "fetch-failed"


class NotAnArticle(MarsadError):
    """The page was read, and it holds no article. `reason` is one of `RejectReason`."""

    reason = "empty"

    def __init__(self, what: str, *, reason: RejectReason, where: str = "") -> None:
        super().__init__(what, where=where, reason=reason)


class ArchiveError(MarsadError):
    """The archive cannot be used as asked; what it holds is untouched.

    `reason`: no-archive (there is none), not-archive (something else is there),
    damaged, locked, newer, older, full, not-writable, not-found, withdrawn.
    """

    reason = "archive"

    def __init__(self, what: str, *, reason: str, where: str = "") -> None:
        super().__init__(what, where=where, reason=reason)
