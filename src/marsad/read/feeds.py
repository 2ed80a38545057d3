"""RSS 0.9x to 2.0, Atom, CDF and JSON Feed: each item as a page of its own content.

What the feed says about an item (headline, date, authors, categories, name of the feed) goes into `Page.given`;
the dates stay as written, for the reader of Arabic dates. With `follow` the page that an item points to is
fetched, and the item's own content is what remains where that fails.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from marsad.errors import Damaged, SourceError, TooLarge
from marsad.read import feedformats, kinds
from marsad.read.feedformats import Entry, Feed
from marsad.read.parts import Context, Item, Part, Stream, located, page
from marsad.records import Container, Given, Page

_TAG = re.compile(r"<[^<>]+>")
_MARKUP = re.compile(r"<[A-Za-z/!][^<>]*>|&#?\w+;")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")


@dataclass(frozen=True, slots=True)
class _Place:
    """Which item of which feed."""

    part: Part
    number: int
    entry: Entry

    @property
    def name(self) -> str:
        return self.entry.url or f"{self.part.uri}:{self.number}"


def feed(part: Part, context: Context) -> Iterator[Item]:
    """A page per item; an error for an item without text, and for what a damaged feed lost. Raises SourceError."""
    data = part.stream.whole(context.options.limits.feed, "feed")
    found = feedformats.parse(data, context.options.encoding or part.charset)
    if not found.entries and not found.damage:
        raise Damaged("the feed has no items", reason="empty")
    for number, entry in enumerate(found.entries, 1):
        if context.options.known and context.options.known(entry):
            continue
        yield from _item(_Place(part, number, entry), found, context)
    if found.damage:
        yield Damaged(f"{found.damage}; items read before it: {len(found.entries)}", where=part.uri)


def _item(place: _Place, found: Feed, context: Context) -> Iterator[Item]:
    here = replace(
        place.part,
        uri=place.name,
        url=place.entry.url,
        fetched_at=place.part.fetched_at,
        charset="utf-8",
        container=Container(place.part.uri, offset=place.number, record=place.entry.id),
        given=_given(place.entry, found.title),
    )
    if context.options.follow:
        followed = _followed(here, context)
        yield from followed
        if any(isinstance(item, Page) for item in followed):
            return
        why = next((item.what for item in followed if isinstance(item, SourceError)), "it gives no page")
        here = replace(here, notes=(f"feed: the page of the item was not read ({why}); this is what the feed says",))
    elif place.entry.summary and place.entry.url:
        here = replace(
            here, notes=("feed: the item holds a short text, perhaps a summary only; --follow reads its page",)
        )
    try:
        yield _own(here, place.entry, context)
    except SourceError as error:
        if not context.options.follow:  # with it, the reason why there is no page was just given
            yield located(error, f"{place.part.uri}:{place.number}")


def _followed(here: Part, context: Context) -> list[Item]:
    """The page that the item points to, or why there is none."""
    try:
        if here.url is None:
            raise Damaged("the item has no http(s) address to follow", reason="not-found")
        answer = context.fetch(here.url)
        kind = kinds.kind(answer.stream.peek(kinds.HEAD))
        if kind not in ("html", "text"):
            raise Damaged(f"the address gives a {kind} file, not a page", reason="not-text")
        return list(context.read(replace(answer, container=here.container, given=here.given)))
    except SourceError as error:
        return [located(error, here.uri)]


def _own(here: Part, entry: Entry, context: Context) -> Item:
    data = _markup(entry).encode("utf-8", "replace")
    if not data.strip():
        raise Damaged("the item has no text of its own; read the page it points to with --follow", reason="empty")
    if len(data) > context.options.limits.page:
        raise TooLarge(f"the item is larger than {context.options.limits.page:,} bytes")
    own = replace(here, stream=Stream.of(data))
    return page(own, data, "text/html", replace(context.options, encoding=None))


def _markup(entry: Entry) -> str:
    """The content as HTML; plain text gets its paragraphs."""
    if not entry.plain or _MARKUP.search(entry.content):
        return entry.content
    paragraphs = [piece.strip() for piece in _BLANK_LINE.split(entry.content)]
    return "\n".join(f"<p>{html.escape(piece, quote=False)}</p>" for piece in paragraphs if piece)


def _given(entry: Entry, publisher: str) -> Given:
    return Given(
        headline=_plain(entry.title) or None,
        published=entry.published,
        modified=entry.modified,
        publisher=_plain(publisher) or None,
        authors=entry.authors,
        keywords=entry.keywords,
    )


def _plain(title: str) -> str:
    """A title without markup: feeds escape it once, twice or not at all."""
    text = html.unescape(html.unescape(title))
    return " ".join(_TAG.sub(" ", text).split())
