"""Pages of text and what is read in them, for tests that keep them in an archive."""

from marsad.archive import Intake
from marsad.pipeline import Wanted, read_bytes
from marsad.records import Origin, Page, Record

NOW = Intake("2026-03-10T09:00:00Z", "مريم", "test", "marsad test")
LISTS = Wanted(engine="lists")


def page_of(text: str, number: int) -> Page:
    """A page of a text with a place for its number."""
    address = f"https://akhbar.example/{number}"
    return Page(Origin(address, address, media_type="text/plain"), text.format(number).encode())


def record(of: Page, wanted: Wanted = LISTS) -> Record:
    """What is read in it."""
    return read_bytes(
        of.data, uri=of.origin.uri, url=of.origin.url, media_type="text/plain", any_page=True, wanted=wanted
    )
