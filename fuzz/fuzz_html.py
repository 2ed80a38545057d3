"""Whatever an HTML page is made of, it gives a sound record, the same every time, or a MarsadError."""

from fuzz.invariants import holds
from fuzz.words import LINES, TAGS, spell
from marsad import ARTICLE_ONLY, read_bytes
from marsad.errors import MarsadError

SEEDS = ("*.html", "*.htm")
PARTS = (*TAGS, *LINES)


def check(data: bytes) -> None:
    """A first byte below 128: the rest as it is; above: a page spelled from tags and lines."""
    page = data[1:] if data[:1] < b"\x80" else spell(data[1:], PARTS).encode("utf-8", "surrogatepass")
    try:
        record = read_bytes(
            page, uri="fuzz.html", media_type="text/html", any_page=data[:1] >= b"\x20", wanted=ARTICLE_ONLY
        )
    except MarsadError:
        return
    holds(record)
    if data[:1] >= b"\xc0":
        again = read_bytes(page, uri="fuzz.html", media_type="text/html", any_page=True, wanted=ARTICLE_ONLY)
        assert again == record, "two readings differ"
