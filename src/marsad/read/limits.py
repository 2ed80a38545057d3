"""What a caller may set: the options of one reading, and the limits that protect the machine.

The limits are own choices. The largest of the news pages looked at holds 0.5 MB, and HTML seldom packs better
than 20 to 1, so an honest input stays far below every one of them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import sleep
from typing import Literal

from marsad.read.exchange import Exchange
from marsad.read.feedformats import Entry

Kind = Literal["html", "text", "feed", "warc", "zip", "gzip", "jsonl"]

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes in bytes of the unpacked input, and counts. Whatever passes one is answered with TooLarge."""

    page: int = 32 * MIB
    feed: int = 64 * MIB
    line: int = 128 * MIB  # one JSONL line: a page of \\uXXXX escapes is three times its UTF-8
    unpacked: int = 16 * 1024 * MIB  # all members of one zip archive together
    members: int = 200_000  # of one zip archive
    ratio: int = 200  # unpacked to packed size of a zip member of more than 1 MiB; deflate can reach 1032
    nesting: int = 2  # packings inside one another: gzip in zip, zip in zip


@dataclass(frozen=True, slots=True)
class FetchOptions:
    """How addresses are fetched. Times in seconds.

    `pause` is what waits between tries; tests hand in one that does not. `names` resolves a host name to its
    addresses and is there for tests, too; None asks the system. `fetched` is called with each answer of a server, those
    to robots.txt and redirects among them.
    """

    user_agent: str = ""  # empty: marsad/VERSION with the project's page
    timeout: float = 20.0  # for each of connecting and waiting for more bytes
    total: float = 120.0  # for one whole answer
    retries: int = 3
    longest_wait: float = 60.0  # a Retry-After beyond it ends the tries
    max_bytes: int = 64 * MIB
    redirects: int = 5
    delay: float = 1.0  # between two requests to one host
    allow_private: bool = False
    respect_robots: bool = True
    cache: Path | None = None
    pause: Callable[[float], None] = sleep
    names: Callable[[str, int], tuple[str, ...]] | None = None
    fetched: Callable[[Exchange], None] | None = None


@dataclass(frozen=True, slots=True)
class Options:
    """What holds for every page of one reading.

    `kind` None finds the kind from the content. `encoding` overrules what pages declare. `url` is the canonical
    URL of a single page. `date` (ISO day) goes into `Page.assumed_date`. `follow` fetches the page that each
    feed item points to. `now` (ISO 8601, UTC) is the time to note for fetched pages. `passed_over` is called with
    the place of each capture in a WARC that is no page: a picture, an error of a server. `known` is asked about each
    item of a feed before it is read, and leaves it out where it answers True.
    """

    kind: str | None = None
    encoding: str | None = None
    url: str | None = None
    date: str | None = None
    follow: bool = False
    now: str | None = None
    limits: Limits = Limits()
    fetch: FetchOptions = FetchOptions()
    passed_over: Callable[[str], None] | None = None
    known: Callable[[Entry], bool] | None = None
