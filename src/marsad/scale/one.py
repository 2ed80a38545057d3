"""One page read at its own risk."""

from marsad.errors import SourceError
from marsad.pipeline import Result, Wanted, attempt, name_of
from marsad.records import Page


def read(page: Page, wanted: Wanted, *, any_page: bool) -> Result:
    """The record of a page, or why there is none; whatever goes wrong."""
    try:
        return attempt(page, any_page=any_page, wanted=wanted)
    except Exception as error:  # noqa: BLE001 - one page must not end a crawl
        return SourceError(
            f"cannot be read: {type(error).__name__}: {error}. This is a fault of Marsad; please report the page",
            where=name_of(page.origin), reason="broken",
        )  # fmt: skip
