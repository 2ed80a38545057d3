"""The only file that knows the order of the steps.

    read.pages(source) -> extract.article(page) -> Record

Refusals and damage come back as values, so that one bad page never ends a run.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from marsad import read as reading
from marsad.errors import MarsadError
from marsad.extract import article
from marsad.records import SCHEMA, Given, Origin, Page, Record

Result = Record | MarsadError
HTML = "text/html"
TEXT = "text/plain"


def record(page: Page, *, any_page: bool = False) -> Record:
    """The record of one page. Raises NotAnArticle."""
    found = article(page, any_page=any_page)
    return Record(schema=SCHEMA, origin=found.origin, article=found.article, warnings=found.warnings)


def read(
    source: str | Path | BinaryIO,
    options: reading.Options = reading.Options(),  # noqa: B008 - frozen
    *,
    any_page: bool = False,
    session: reading.Session | None = None,
) -> Iterator[Result]:
    """Read every page of an input: a record each, or the error that says why there is none.

    Arguments:
        source: path, folder, http(s) address, "-" for standard input, or an open binary file.
        options: kind, encoding, assumed date, following of feeds, limits, fetching.
        any_page: also read pages that are no Arabic articles.
        session: shared by several calls that fetch addresses.

    Raises (at the first step): NotFound, Forbidden or UsageError where the input as a whole cannot be read.
    """
    for item in reading.pages(source, options, session):
        yield item if isinstance(item, MarsadError) else _result(item, any_page)


def _result(page: Page, any_page: bool) -> Result:  # noqa: FBT001
    try:
        return record(page, any_page=any_page)
    except MarsadError as error:
        error.where = error.where or _name(page.origin)
        return error


def _name(origin: Origin) -> str:
    """How a page is called in messages: its address or path, and its place in the file that holds it."""
    box = origin.container
    if box is None or origin.uri.startswith(box.uri):
        return origin.uri
    return f"{box.uri}: {origin.uri}"


def read_bytes(
    data: bytes,
    *,
    uri: str = "",
    url: str | None = None,
    media_type: str | None = None,
    date: str | None = None,
    any_page: bool = False,
) -> Record:
    """The record of one page that is in memory.

    Arguments:
        data: the undecoded page.
        uri: where it is from, for `origin.uri` and messages.
        url: its canonical address, where known.
        media_type: "text/html" or "text/plain"; found from the content where None.
        date: publication date to assume where the page has none (ISO day).
        any_page: also read pages that are no Arabic articles.

    Raises NotAnArticle, or another MarsadError where the bytes are no page.
    """
    if media_type is None:
        media_type = HTML if reading.kinds.kind(data[: reading.kinds.HEAD]) == "html" else TEXT
    origin = Origin(uri=uri, url=url, media_type=media_type, sha256=hashlib.sha256(data).hexdigest(), bytes=len(data))
    return record(Page(origin, data, given=Given(), assumed_date=date), any_page=any_page)


def second_opinion(found: Record, source: str | Path, options: reading.Options) -> Record:
    """The record with a warning that says how far trafilatura agrees on the body; only for single HTML files.

    Raises MissingExtra where trafilatura is not installed.
    """
    from marsad.extract.second import opinion  # noqa: PLC0415 - an optional heavy dependency stands behind it

    for page in reading.pages(source, options):
        if isinstance(page, Page) and page.origin.sha256 == found.origin.sha256:
            return replace(found, warnings=(*found.warnings, *opinion(page, found.article)))
    return found
