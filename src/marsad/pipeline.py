"""The only file that knows the order of the steps.

    read.pages(source) -> extract.article(page) -> annotate(article.text) -> Record

Refusals and damage come back as values, so that one bad page never ends a run.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, Literal

from marsad import annotate
from marsad import read as reading
from marsad.annotate import STEPS, Step
from marsad.errors import Damaged, MarsadError, UsageError
from marsad.extract import article
from marsad.read import checks, httpbody, kinds, warc
from marsad.records import SCHEMA, Given, Origin, Page, Record

Opinion = Literal["trafilatura"]
Result = Record | MarsadError
HTML = "text/html"
TEXT = "text/plain"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for in an article: steps of `STEPS`, and the engine that reads names.

    `engine`: auto (the best that is installed), lists, fast, accurate, or transformers:NAME.
    """

    steps: tuple[Step, ...] = STEPS
    engine: str = "auto"

    def __post_init__(self) -> None:
        """Raises UsageError for a step that does not exist."""
        if any(step not in STEPS for step in self.steps):  # so are the letters of a string
            raise UsageError(f"steps are a tuple of some of {', '.join(STEPS)}, not {self.steps!r}")


EVERYTHING = Wanted()
ARTICLE_ONLY = Wanted(())  # the article and nothing in it: fastest, for crawls


def record(page: Page, *, any_page: bool = False, wanted: Wanted = EVERYTHING) -> Record:
    """The record of one page. Raises NotAnArticle; UsageError or MissingExtra for the engine."""
    found = article(page, any_page=any_page)
    notes = page.notes if isinstance(page, reading.NotedPage) else ()
    plain = Record(schema=SCHEMA, origin=found.origin, article=found.article, warnings=(*notes, *found.warnings))
    return annotated(plain, wanted)


def annotated(plain: Record, wanted: Wanted = EVERYTHING) -> Record:
    """The record with the lists of the wanted steps read anew; those of other steps stay, and are what is read with.

    Mentions and entities name each other and are read together; what a wanted step needs and the record lacks is read
    as well.
    """
    if not wanted.steps:
        return plain
    published = plain.article.published
    day = published.value if published and published.precision in {"day", "minute"} else None
    text, head = plain.article.text, plain.article.headline or ""
    annotator = annotate.annotator(wanted.engine)
    end = len(head) if text.startswith(head) else 0
    earlier = annotate.Annotations(**{step: getattr(plain, step) for step in STEPS})
    found = annotator(text, published=day, steps=wanted.steps, headline_end=end, earlier=earlier)
    lists = {step: getattr(found, step) for step in STEPS if getattr(found, step) is not None}
    old = tuple(warning for warning in plain.warnings if warning.partition(":")[0] not in lists)
    return replace(plain, **lists, warnings=(*old, *found.warnings))


def read(
    source: str | Path | BinaryIO,
    options: reading.Options = reading.Options(),  # noqa: B008 - frozen
    *,
    any_page: bool = False,
    wanted: Wanted = EVERYTHING,
    opinion: Opinion | None = None,
    session: reading.Session | None = None,
) -> Iterator[Result]:
    """Read every page of an input: a record each, or the error that says why there is none.

    Arguments:
        source: path, folder, http(s) address, "-" for standard input, or an open binary file.
        options: kind, encoding, assumed date, following of feeds, limits, fetching.
        any_page: also read pages that are no Arabic articles.
        wanted: what to look for in the articles, and with which engine; `ARTICLE_ONLY` for the articles alone.
        opinion: "trafilatura" adds to the warnings how far that program agrees on the body of an HTML page.
        session: shared by several calls that fetch addresses.

    Raises (at the first step): NotFound, Forbidden or UsageError where the input as a whole cannot be read;
    MissingExtra at the first record where trafilatura is asked for and not installed.
    """
    if opinion not in {None, "trafilatura"}:
        raise UsageError(f"no opinion can be had of {opinion!r}; known: trafilatura")
    if wanted.steps:
        annotate.annotator(wanted.engine)  # says at once where the engine cannot be had
    for item in reading.pages(source, options, session):
        result = item if isinstance(item, MarsadError) else attempt(item, any_page=any_page, wanted=wanted)
        if opinion and isinstance(item, Page) and isinstance(result, Record):
            result = _with_opinion(result, item)
        yield result


def attempt(page: Page, *, any_page: bool = False, wanted: Wanted = EVERYTHING) -> Result:
    """The record of one page, or the error that says why there is none and names the page."""
    try:
        return record(page, any_page=any_page, wanted=wanted)
    except MarsadError as error:
        error.where = error.where or name_of(page.origin)
        return error


def name_of(origin: Origin) -> str:
    """How a page is called in messages: its address or path, and its place in the file that holds it."""
    box = origin.container
    if box is None or origin.uri.startswith(box.uri):
        return origin.uri
    return f"{box.uri}: {origin.uri}"


def read_bytes(  # noqa: PLR0913 - by name, all but the page
    data: bytes,
    *,
    uri: str = "",
    url: str | None = None,
    media_type: str | None = None,
    date: str | None = None,
    any_page: bool = False,
    wanted: Wanted = EVERYTHING,
) -> Record:
    """The record of one page that is in memory.

    Arguments:
        data: the undecoded page.
        uri: where it is from, for `origin.uri` and messages.
        url: its canonical address, where known.
        media_type: as in a Content-Type header: text/html, application/xhtml+xml or text/plain, a charset behind
            it is heard; found from the content where None.
        date: publication date to assume where the page has none (ISO day).
        any_page: also read pages that are no Arabic articles.
        wanted: what to look for in the article, and with which engine.

    Raises NotAnArticle, UsageError, or another MarsadError where the bytes are no page.
    """
    if not isinstance(data, bytes | bytearray | memoryview):
        raise UsageError(f"a page is bytes, not {type(data).__name__}; encode a text as UTF-8, marsad.read opens files")
    if date is not None and not checks.is_date(date):
        raise UsageError(f"{date!r} is no date to assume; write it as YYYY-MM-DD")
    data = bytes(data)
    form = _media_type(data) if media_type is None else _known(media_type)
    origin = Origin(uri=uri, url=url, media_type=form, sha256=hashlib.sha256(data).hexdigest(), bytes=len(data))
    charset = httpbody.charset(media_type or "")
    return record(Page(origin, data, charset, given=Given(), assumed_date=date), any_page=any_page, wanted=wanted)


def _media_type(data: bytes) -> str:
    """HTML or text. Raises Damaged where the bytes are neither."""
    kind = kinds.kind(data[: kinds.HEAD])
    if kind not in {"html", "text"}:
        raise Damaged(f"holds {kind} data, which is not one page; marsad.read opens it", reason="not-text")
    return HTML if kind == "html" else TEXT


def _known(media_type: str) -> str:
    known = warc.MEDIA_TYPES.get(media_type.partition(";")[0].strip().lower())
    if known is None:
        raise UsageError(f"pages of type {media_type!r} are not read; known: {', '.join(warc.MEDIA_TYPES)}")
    return known


def _with_opinion(found: Record, page: Page) -> Record:
    """The record with a warning that says how far trafilatura agrees on the body. Raises MissingExtra."""
    from marsad.extract.second import opinion  # noqa: PLC0415 - an optional heavy dependency stands behind it

    if found.origin.media_type != HTML:
        return replace(found, warnings=(*found.warnings, "no second opinion: not HTML"))
    return replace(found, warnings=(*found.warnings, *opinion(page, found.article)))
