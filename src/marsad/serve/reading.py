"""The page of an article: its text with what was found in it, and beside it each finding with a link to its words."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from marsad.errors import NotFound
from marsad.records import Article, Entity, Origin, PrintedDate, Quote, Record
from marsad.serve import links
from marsad.serve.asked import Asked
from marsad.serve.dates import written
from marsad.serve.desk import Reader
from marsad.serve.facts import Card, Label, event_card, quote_card
from marsad.serve.marks import Mark, Marked, tree
from marsad.serve.speech import Speech, of_language
from marsad.serve.words import counted, say, term
from marsad.terms import Lang

_KINDS = {"PER": "person", "ORG": "organisation", "LOC": "place"}
_NAMES = frozenset({"name", "adjective"})  # mentions that are marked: pronouns and descriptions would be half the text


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or the headline, marked; `id`: its anchor."""

    id: str
    text: Marked


@dataclass(frozen=True, slots=True)
class Group:
    """People, organisations or places that the article names, the most often named first."""

    label: str
    kind: str
    names: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What `article.html` shows."""

    id: str
    title: str
    speech: Speech
    headline: Marked
    facts: tuple[Label, ...]
    sizes: str
    paragraphs: tuple[Paragraph, ...]
    quotes: tuple[Card, ...]
    events: tuple[Card, ...]
    quote_count: str
    event_count: str
    groups: tuple[Group, ...]
    related: tuple[Label, ...]
    captions: tuple[str, ...]
    dropped: tuple[Label, ...]
    dropped_count: str
    warnings: tuple[str, ...]
    origin: tuple[Label, ...]
    address: str
    permalink: str
    data: str
    citation: tuple[str, ...]
    cited: str  # its address, else its id


def reading(reader: Reader, _: Asked, lang: Lang, identifier: str) -> Reading:
    """The page of an article. Raises NotFound, ArchiveError."""
    record = reader.archive.record(identifier)
    if record is None:
        raise NotFound(f"there is no article {identifier[:80]!r} here")
    article, names = record.article, {entity.id: entity.name for entity in record.entities or ()}
    headline, *paragraphs = _marked(record, lang)
    quotes = tuple(quote_card(quote, names, lang, article.id) for quote in record.quotes or ())
    events = tuple(
        event_card(event, names, lang, article.id, article.text[event.evidence.start : event.evidence.end])
        for event in record.events or ()
    )
    sizes = (counted(len(paragraphs), "paragraph", lang), counted(len(article.text.split()), "word", lang))
    return Reading(
        article.id, article.headline or say("no-headline", lang), of_language(article.language), headline.text,
        tuple(_facts(article, lang)), say("comma", lang).join(sizes), tuple(paragraphs), quotes, events,
        counted(len(quotes), "quote", lang), counted(len(events), "event", lang), tuple(_groups(record, lang)),
        tuple(Label(link.title, href=links.followed(link.url) or "") for link in article.links),
        tuple(image.caption for image in article.images if image.caption),
        tuple(Label("", term("drop", one.reason, lang), one.text) for one in article.dropped),
        counted(len(article.dropped), "line", lang), record.warnings, tuple(_origin(record.origin, lang)),
        links.followed(record.origin.url) or "", links.article(lang, article.id), f"/api/v1/articles/{article.id}",
        _citation(article, lang), links.followed(record.origin.url) or article.id,
    )  # fmt: skip


def _facts(article: Article, lang: Lang) -> Iterator[Label]:
    """The line under the headline: section, date, source, authors."""
    if article.section:
        yield Label(say("section", lang), words=article.section, href=_searched(lang, "section", article.section))
    if article.published:
        yield Label(say("published", lang), _date(article.published, lang), _as_printed(article.published))
    if article.modified:
        yield Label(say("modified", lang), _date(article.modified, lang), _as_printed(article.modified))
    for name, value in (("source", article.source), ("publisher", article.publisher)):
        if value:
            yield Label(say(name, lang), words=value, href=_searched(lang, "source", value))
    for author in article.authors:
        yield Label(say("author", lang), words=author)


def _date(date: PrintedDate, lang: Lang) -> str:
    return written(date.value, lang)


def _as_printed(date: PrintedDate) -> str:
    return date.text if date.basis == "printed" else ""


def _searched(lang: Lang, field: str, value: str) -> str:
    return links.page(lang, "search", [("q", links.narrowed("", field, value))])


def _marked(record: Record, lang: Lang) -> Iterator[Paragraph]:
    """The headline and the paragraphs with their marks; an anchor stands where its words begin, once."""
    article, marks, used = record.article, list(_marks(record, lang)), set[str]()
    headline = article.headline or ""
    begin = len(headline) if article.text.startswith(headline) else 0
    spans = [(0, begin), *((span.start, span.end) for span in article.paragraphs)]
    for number, (start, end) in enumerate(spans):
        inside = [mark for mark in marks if mark.start < end and start < mark.end]
        here = [replace(mark, id="") if mark.id in used else mark for mark in inside]
        used |= {mark.id for mark in here if mark.id}
        text = tree(article.text, start, end, here)
        if not number and not begin:
            text = Marked(None, [headline or say("no-headline", lang)])
        yield Paragraph(f"p{number}", text)


def _marks(record: Record, lang: Lang) -> Iterator[Mark]:
    """What is marked, what holds more in front of what holds less."""
    for event in record.events or ():
        title = term("event_type", event.type, lang)
        yield Mark(event.evidence.start, event.evidence.end, "evidence", event.id, title=title)
        yield Mark(event.trigger.start, event.trigger.end, "trigger", title=title)
    for quote in record.quotes or ():
        yield from _quote_marks(quote, lang)
    entities = {entity.id: entity for entity in record.entities or ()}
    done = 0  # a link inside a link is no HTML: of two that overlap the first is marked
    for mention in sorted(record.mentions or (), key=lambda one: (one.start, -one.end)):
        entity = entities.get(mention.entity or "")
        if mention.kind in _NAMES and mention.start >= done and entity:
            done = mention.end
            yield Mark(
                mention.start, mention.end, _KINDS[mention.label], title=_who(entity),
                href=links.page(lang, "search", [("q", links.named(entity.name, entity.label))]),
            )  # fmt: skip


def _quote_marks(quote: Quote, lang: Lang) -> Iterator[Mark]:
    who = quote.speaker_name or say("nobody", lang)
    if quote.content:  # the anchor holds all stretches of it, and what stands between them
        yield Mark(quote.content[0].start, quote.content[-1].end, "whole", quote.id, title=who)
    for part in quote.content:
        yield Mark(part.start, part.end, f"quote {part.mode}", title=who)
    if quote.cue:
        yield Mark(quote.cue.start, quote.cue.end, "cue", title=term("cue_class", quote.cue.class_, lang))
    if quote.channel:
        yield Mark(
            quote.channel.start, quote.channel.end, "channel", title=term("channel_kind", quote.channel.kind, lang)
        )


def _who(entity: Entity) -> str:
    return f"{entity.name} ({entity.office})" if entity.office else entity.name


def _groups(record: Record, lang: Lang) -> Iterator[Group]:
    for label, kind in _KINDS.items():
        found = [entity for entity in record.entities or () if entity.label == label]
        found.sort(key=lambda entity: -len(entity.mentions))
        names = tuple(
            Label(
                f"{len(one.mentions):,}", one.office or "", one.name,
                links.page(lang, "search", [("q", links.named(one.name, label))]),
            )
            for one in found
        )  # fmt: skip
        if names:
            yield Group(say(f"group-{kind}", lang), kind, names)


def _origin(origin: Origin, lang: Lang) -> Iterator[Label]:
    """Which bytes the article is from. Of a path only the last name: the folders are the archivist's own."""
    name = origin.uri if links.followed(origin.uri) else origin.uri.replace("\\", "/").rpartition("/")[2]
    rows = (
        ("origin-address", origin.url), ("origin-name", name if name != origin.url else None),
        ("origin-fetched", origin.fetched_at), ("origin-type", origin.media_type),
        ("origin-encoding", origin.encoding), ("origin-hash", origin.sha256),
    )  # fmt: skip
    for key, value in rows:
        if value:
            yield Label(say(key, lang), words=value, href=links.followed(value) or "")


def _citation(article: Article, lang: Lang) -> tuple[str, ...]:
    date = written(article.published.value, lang) if article.published else ""
    source = article.source or article.publisher or ""
    parts = (f"«{article.headline}»" if article.headline else "", source, date)
    return tuple(part for part in parts if part)
