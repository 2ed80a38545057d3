"""The order of the steps from a page to an article, and the record that comes out."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace

from selectolax.lexbor import LexborHTMLParser

from marsad.errors import UsageError
from marsad.extract import dump, gate, html, metadata, regions, wraps
from marsad.extract.addresses import host, path, permalink
from marsad.extract.body import settle_hints
from marsad.extract.bylines import columnist, people
from marsad.extract.choose import body_lines
from marsad.extract.crumbs import section
from marsad.extract.dump_headline import of_dump
from marsad.extract.facts import Facts, scene
from marsad.extract.guard import bounded
from marsad.extract.headline import Headline, of_page
from marsad.extract.html import HEADINGS
from marsad.extract.keywords import keywords
from marsad.extract.lines import LINKED, Line, Sheet, finish
from marsad.extract.media import images, related
from marsad.extract.metadata import Metadata, tidy
from marsad.extract.sites import glued_sites, sites_of_dump
from marsad.extract.tables import paragraphs
from marsad.extract.when import dates
from marsad.records import Article, Dropped, Origin, Page, PrintedDate, Span
from marsad.text.dates import parse
from marsad.text.encodings import Decoded, decode
from marsad.text.languages import identify

HTML_TYPES = frozenset({"text/html", "application/xhtml+xml"})
_LANGUAGE_SAMPLE = 1_500  # characters of a page by which its language is first guessed


@dataclass(frozen=True, slots=True)
class Extracted:
    """An article, its origin completed with encoding and address, and what a careful reader should know."""

    article: Article
    origin: Origin
    warnings: tuple[str, ...]


def article(page: Page, *, any_page: bool = False) -> Extracted:
    """Cut the article out of a page.

    Arguments:
        page: undecoded bytes with their origin; `media_type` says the form: HTML, or else plain text.
        any_page: read pages that are no Arabic article as well (other languages, lists, bare text).

    Raises NotAnArticle with the reason where the page holds no article.
    """
    is_html = (page.origin.media_type or "").split(";")[0].strip().lower() in HTML_TYPES
    decoded = _decoded(page, is_html)
    text, cut = bounded(decoded.text) if is_html else (decoded.text, ())
    sheet, meta = _read_page(text) if is_html else (dump.sheet(text), Metadata())
    # Only the joiner of Persian and its neighbours makes cleaning depend on the language.
    written_in = identify(_sample(sheet.lines)) if "\u200c" in decoded.text else "ar"
    warnings = [*decoded.warnings, *cut, *finish(sheet, written_in)]
    if not is_html:
        meta.url = permalink(line.text for line in sheet.lines)
    _take_given(meta, page)
    headline = _mark(sheet, meta, tidy(page.given.headline) or None)
    body = body_lines(sheet, headline, meta.descriptions)
    own, body = _own_headline(sheet, headline, body)
    if own is not headline and headline:
        meta.sites.append(headline.text)
        headline = own
    found = _facts(sheet, headline, body, meta, page)
    language = identify(_sample(body or sheet.lines))
    if not any_page:
        gate.check(sheet, body, headline.text if headline else None, language, meta)
    elif not body and not headline:
        gate.check(sheet, body, None, "ar", meta)
    origin = replace(page.origin, encoding=decoded.encoding, url=_address(page, meta))
    warnings.extend(found.warnings)
    return Extracted(
        _record(sheet, headline, body, found, meta, origin, language), origin, tuple(dict.fromkeys(warnings))
    )


def _decoded(page: Page, is_html: bool) -> Decoded:  # noqa: FBT001
    """The text of a page; an encoding that the caller set holds against all evidence."""
    if page.origin.encoding:
        text = _as_asked(page.data, page.origin.encoding)
        lost = text.count("\ufffd")
        return Decoded(text, page.origin.encoding, (f"encoding: {lost} characters could not be read",) if lost else ())
    return decode(page.data, declared=page.charset, markup=is_html)


def _as_asked(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding, "replace")
    except (LookupError, UnicodeError, ValueError):  # codecs that are no encodings of texts: hex, idna
        raise UsageError(f"{encoding!r} is no encoding of texts; utf-8 or windows-1256 are") from None
    return text.removeprefix("\ufeff")


def _read_page(text: str) -> tuple[Sheet, Metadata]:
    tree = LexborHTMLParser(text)
    meta = metadata.read(tree)
    return html.sheet(tree), meta


def _sample(lines: list[Line]) -> str:
    """Enough of the running text to tell its language: long lines first, as menus mix languages."""
    long = [line.text for line in lines if len(line.text) > 60]
    text = "\n".join(long or [line.text for line in lines])
    return text[:_LANGUAGE_SAMPLE]


def _take_given(meta: Metadata, page: Page) -> None:
    """What a feed item or the caller says stands beside the page's own metadata, behind it."""
    given = page.given
    meta.published.extend(filter(None, [given.published]))
    meta.modified.extend(filter(None, [given.modified]))
    meta.given_authors.extend(tidy(name) for name in given.authors)
    meta.sections.extend(filter(None, [tidy(given.section)]))
    meta.sites.extend(filter(None, [tidy(given.publisher)]))
    meta.keywords.extend(word for word in map(tidy, given.keywords) if word and word not in meta.keywords)
    meta.url = meta.url or page.origin.url


def _mark(sheet: Sheet, meta: Metadata, given: str | None) -> Headline | None:
    """Labels, headline, regions."""
    regions.label_lines(sheet)
    if sheet.is_dump:
        sheet.lines = wraps.join(sheet.lines)
        for number, line in enumerate(sheet.lines):
            line.number = number
        headline = of_dump(sheet.lines, given)
    else:
        headline = of_page(sheet, meta, given)
        settle_hints(sheet, headline)
        headline = of_page(sheet, meta, given) or of_dump(sheet.lines, None)
        if headline and headline.line is None and not (meta.titles or given):
            # A title that stands nowhere on the page is often the site's alone.
            shown = of_dump(sheet.lines, None)
            if shown and shown.line is not None and sheet.lines[shown.line].link_share < LINKED:
                headline = shown if shown.text.count(" ") > _TITLE_BLANKS else headline
    regions.mark_regions(sheet, headline)
    return headline


_FAR = 6  # lines
_TITLE_BLANKS = 2


def _own_headline(sheet: Sheet, headline: Headline | None, body: list[Line]) -> tuple[Headline | None, list[Line]]:
    """A post on a channel's page: the page is titled like the channel, the post by its own first line in bold."""
    if sheet.is_dump or headline is None or headline.text.count(" ") > 2 or len(body) < 2:
        return headline, body
    top = headline.line if headline.line is not None else body[0].number
    # The first heading of a paper's page may be the paper's own name, far above that of the article.
    if body[0].tag in HEADINGS and body[0].words > 2 and body[0].number - top > _FAR:
        body[0].reason = "headline"
        return Headline(body[0].text, body[0].number), body[1:]
    titled = headline.line is not None and sheet.lines[headline.line].tag in HEADINGS
    if titled:
        return headline, body
    first = body[0]
    if not first.bold or first.tag in HEADINGS or not 4 <= first.words <= 25 or first.text.endswith("."):
        return headline, body
    first.reason = "headline"
    return Headline(first.text, first.number), body[1:]


def _facts(sheet: Sheet, headline: Headline | None, body: list[Line], meta: Metadata, page: Page) -> Facts:
    """Date, section, people; lines of the body that are bylines or agency tails leave it."""
    found = Facts()
    title = headline.text if headline else ""
    if headline:
        meta.sites.extend(
            sites_of_dump(sheet, headline) if sheet.is_dump else glued_sites([*meta.titles, meta.title_tag], title)
        )
    around = scene(sheet, headline, body, meta)
    leaving = people(found, around)
    body[:] = [line for line in body if line not in leaving]
    dates(found, around, page.origin.fetched_at)
    found.section = section(found, around)
    columnist(found, around)
    keywords(sheet, meta, body)
    if found.published is None and page.assumed_date:
        found.published = _assumed(page.assumed_date)
    return found


def _assumed(day: str) -> PrintedDate:
    parsed = parse(day)
    if parsed is None or parsed.date.precision not in {"day", "minute"}:
        raise UsageError(f"{day!r} is no date to assume; write it as YYYY-MM-DD")
    return replace(parsed.date, basis="given", text=day)


def _address(page: Page, meta: Metadata) -> str | None:
    """The canonical address: the page's own word for it, if it is of the same host as where it was fetched."""
    fetched = page.origin.url
    if fetched and meta.url and (host(meta.url) != host(fetched) or not path(meta.url)):
        return fetched
    return meta.url or fetched


def _record(  # noqa: PLR0913, PLR0917 - everything that was found meets here
    sheet: Sheet,
    headline: Headline | None,
    body: list[Line],
    found: Facts,
    meta: Metadata,
    origin: Origin,
    language: str,
) -> Article:
    """The article of what was found."""
    title = headline.text if headline else None
    text = title or ""
    spans: list[Span] = []
    for paragraph in paragraphs(sheet, body):
        text += "\n\n" if text else ""
        spans.append(Span(len(text), len(text) + len(paragraph)))
        text += paragraph
    chosen: set[int | None] = {line.number for line in body}
    key = origin.url or text
    return Article(
        id="a-" + hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:12],
        language=language,
        headline=title,
        text=text,
        paragraphs=tuple(spans),
        section=found.section,
        lead=_lead(body),
        published=found.published,
        modified=found.modified,
        publisher=_publisher(meta, origin),
        source=found.source,
        authors=tuple(found.authors),
        links=related(sheet),
        images=images(sheet, headline, body, meta),
        keywords=tuple(meta.keywords),
        dropped=tuple(_dropped(sheet, chosen | ({headline.line} if headline else set()))),
    )  # fmt: skip


def _dropped(sheet: Sheet, kept: set[int | None]) -> Iterator[Dropped]:
    """Everything that was left out, lines and pieces of kept lines, in the order of the page."""
    for line in sheet.lines:
        if line.number not in kept:
            yield Dropped(line.reason or "other", line.text)
        for reason, piece in line.cut:
            yield Dropped(reason, piece)


def _lead(body: list[Line]) -> str | None:
    """The abstract in front of the text, where the page sets one apart."""
    return body[0].text if len(body) > 1 and "lead" in body[0].hints and "lead" not in body[1].hints else None


def _publisher(meta: Metadata, origin: Origin) -> str | None:
    if meta.sites:
        return meta.sites[0]
    return host(origin.url) or None
