"""Whatever lines a text dump holds, it gives a sound record or a MarsadError."""

from fuzz.invariants import holds
from fuzz.words import DATES, LINES, spell
from marsad import ARTICLE_ONLY, read_bytes
from marsad.errors import MarsadError

SEEDS = ("*.txt",)
PARTS = tuple(line + "\n" for line in LINES) + DATES


def check(data: bytes) -> None:
    """A first byte below 128: the rest as it is; above: a dump spelled from lines and dates."""
    dump = data[1:] if data[:1] < b"\x80" else spell(data[1:], PARTS).encode("utf-8", "surrogatepass")
    any_page, date = data[:1] >= b"\x20", "2016-05-03" if data[:1] >= b"\xc0" else None
    try:
        holds(
            read_bytes(dump, uri="fuzz.txt", media_type="text/plain", any_page=any_page, date=date, wanted=ARTICLE_ONLY)
        )
    except MarsadError:
        return
