"""Whatever a feed holds, each item is a sound record or a MarsadError, and the reading ends."""

from io import BytesIO

import marsad
from fuzz.invariants import holds
from fuzz.words import FEED, LINES, spell
from marsad.errors import MarsadError

SEEDS = ("*.xml", "*.rss", "*.atom", "*.json")
PARTS = (*FEED, *LINES)


def check(data: bytes) -> None:
    """A first byte below 128: the rest as it is; above: a feed spelled from its tags and lines."""
    feed = data[1:] if data[:1] < b"\x80" else spell(data[1:], PARTS).encode("utf-8", "surrogatepass")
    try:
        for item in marsad.read(BytesIO(feed), marsad.Options(kind="feed"), wanted=marsad.ARTICLE_ONLY):
            if not isinstance(item, MarsadError):
                holds(item)
    except MarsadError:
        return
