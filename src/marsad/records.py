"""The nouns of Marsad: what a page, an article and everything found in it are made of.

Plain frozen dataclasses; the JSON form, its JSON Schema and the validation of outside data are derived from
them by pydantic (`to_json`, `from_json`, `json_schema`). Offsets are code points into `Article.text`,
half-open. Field names are the public contract `marsad.record/1`: adding a field is free, a change of meaning
needs a new schema name.
"""

from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal, TypeVar

from pydantic import Field, TypeAdapter, ValidationError

from marsad.errors import UsageError
from marsad.kinds import (
    Calendar,
    ChannelKind,
    CueClass,
    CueKind,
    DateBasis,
    DropReason,
    EventType,
    Label,
    MentionKind,
    Modality,
    MonthSystem,
    PlacePrecision,
    Precision,
    QuoteKind,
    QuoteStatus,
    Resolution,
    TimeBasis,
)

SCHEMA = "marsad.record/1"


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open offsets in code points of `Article.text`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TextSpan:
    """A span together with the words that stand there: `text == Article.text[start:end]`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Container:
    """Where inside a larger file a page was found: WARC record, feed item, zip member, JSONL line."""

    uri: str
    offset: int | None = None  # bytes in a WARC, line number in JSONL, item number in a feed
    record: str | None = None  # WARC-Record-ID, feed item id, member name


@dataclass(frozen=True, slots=True)
class Origin:
    """Which bytes a page is from."""

    uri: str
    url: str | None = None
    fetched_at: str | None = None
    media_type: str | None = None
    encoding: str | None = None
    sha256: str = ""
    bytes: int = 0
    container: Container | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """What the container or the caller says about a page: a feed item's title and date, `--date`, …

    Evidence like a page's own metadata, never the last word.
    """

    headline: str | None = None
    published: str | None = None
    modified: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    section: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """Undecoded bytes, where they are from, and what was said about them.

    `charset` is what the transport declared (HTTP header, JSONL: "utf-8"), not what the page itself says.
    `assumed_date` (ISO day) is the publication date to take where the page names none.
    """

    origin: Origin
    data: bytes
    charset: str | None = None
    given: Given = Given()
    assumed_date: str | None = None


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date as the page gives it.

    `value` is local time as long as `precision` says (`2015`, `2015-02`, `2015-02-08`, `2015-02-08T09:23`,
    with an offset only where one is written); `months` holds every month system that the written name fits.
    """

    value: str
    precision: Precision
    text: str
    calendar: Calendar = "gregorian"
    months: tuple[MonthSystem, ...] = ()
    basis: DateBasis = "printed"


@dataclass(frozen=True, slots=True)
class Link:
    """A link that belongs to the article: `kind` is "related"."""

    kind: str
    title: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of the article with its caption."""

    url: str | None
    caption: str | None = None


@dataclass(frozen=True, slots=True)
class Dropped:
    """A line of the page that is not in the article, and why."""

    reason: DropReason
    text: str


@dataclass(frozen=True, slots=True)
class Article:
    """What a careful editor would cut out of the page, each thing once."""

    id: str
    language: str
    headline: str | None
    text: str
    paragraphs: tuple[Span, ...]
    section: str | None = None
    lead: str | None = None
    published: PrintedDate | None = None
    modified: PrintedDate | None = None
    publisher: str | None = None
    source: str | None = None
    authors: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()
    keywords: tuple[str, ...] = ()
    dropped: tuple[Dropped, ...] = ()

    def paragraph_texts(self) -> tuple[str, ...]:
        """The paragraphs as strings, in reading order."""
        return tuple(self.text[span.start : span.end] for span in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that names somebody or something; never holds an attached clitic."""

    id: str
    start: int
    end: int
    text: str
    label: Label
    kind: MentionKind
    entity: str | None
    made_by: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Location:
    """Where a place is, as far as it is known.

    `precision` is what kind of thing the point stands for, None where that is undecidable (the city of الحسكة or its
    governorate: country and area are known). With rule "undecidable" nothing is known but that the name has homonyms.
    country: alpha-2, None for what lies in several or is disputed; degrees are WGS 84, of the middle.
    """

    geonames: int | None
    latitude: float | None
    longitude: float | None
    country: str | None
    admin1: str | None  # first-level area: governorate, wilaya, state
    admin2: str | None
    precision: PlacePrecision | None
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something in the world, under all names that the article uses."""

    id: str
    label: Label
    name: str
    aliases: tuple[str, ...]
    mentions: tuple[str, ...]
    made_by: str
    wikidata: str | None = None
    country: str | None = None
    sector: str | None = None
    office: str | None = None
    stands_for: str | None = None
    global_: Annotated[str | None, Field(alias="global")] = None  # archive-wide id
    location: Location | None = None  # of a place
    rule: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression and what it stands for."""

    start: int
    end: int
    text: str
    value: str | None
    basis: TimeBasis
    made_by: str
    earliest: str | None = None
    latest: str | None = None
    rule: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Content:
    """One stretch of what was said."""

    start: int
    end: int
    mode: Literal["direct", "indirect"]


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that report: `صرّح`, `بحسب`."""

    start: int
    end: int
    text: str
    class_: Annotated[CueClass, Field(alias="class")]
    kind: CueKind = "verb"
    lemma: str | None = None  # as the lexicon lists it: صرّح


@dataclass(frozen=True, slots=True)
class Channel:
    """The way that the words took: a Facebook page, a press conference, another outlet."""

    start: int
    end: int
    text: str
    kind: ChannelKind
    platform: str | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """Words of the text and the entity that they stand for, where it is known."""

    start: int
    end: int
    text: str
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """Who said what, how, to whom, through which channel, inside which other quote."""

    id: str
    kind: QuoteKind
    text: str
    content: tuple[Content, ...]
    cue: Cue | None
    source: TextSpan | None
    speaker: str | None
    speaker_name: str | None
    status: QuoteStatus
    made_by: str
    channel: Channel | None = None
    addressee: Named | None = None  # to whom it was said
    reporter: Named | None = None  # the medium that relays: نقلت وكالة … عن
    resolution: Resolution = "explicit"  # how the speaker was found
    paraphrase_of: str | None = None
    within: str | None = None
    rule: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Party:
    """Who takes part in an event, as written and as resolved."""

    start: int
    end: int
    text: str
    entity: str | None = None
    code: str | None = None
    sector: str | None = None


@dataclass(frozen=True, slots=True)
class EventDate:
    """When an event happened, as exactly as the text allows."""

    value: str | None
    earliest: str | None = None
    latest: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where an event happened."""

    text: str
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """One place of the text that tells an event."""

    trigger: TextSpan
    evidence: Span


@dataclass(frozen=True, slots=True)
class Figure:
    """A count of people that an event concerns."""

    kind: Literal["dead", "injured", "arrested", "displaced"]
    minimum: int | None
    maximum: int | None
    text: str
    counted_by: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom, when and where, in one of PLOVER's 16 types."""

    id: str
    type: EventType
    mode: str | None
    quad: int
    trigger: TextSpan
    mentions: tuple[Telling, ...]
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    date: EventDate | None
    place: Place | None
    modality: Modality
    evidence: Span
    made_by: str
    host: Party | None = None  # who receives on neutral ground, or mediates
    figures: tuple[Figure, ...] = ()
    contexts: tuple[str, ...] = ()
    background: bool = False
    quote: str | None = None
    rule: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Record:
    """All that is known of one article. A list is None where its step was not run."""

    schema: str
    origin: Origin
    article: Article
    mentions: tuple[Mention, ...] | None = None
    entities: tuple[Entity, ...] | None = None
    times: tuple[Time, ...] | None = None
    quotes: tuple[Quote, ...] | None = None
    events: tuple[Event, ...] | None = None
    warnings: tuple[str, ...] = ()


STEPS = ("mentions", "entities", "times", "quotes", "events")


@cache
def _adapter() -> TypeAdapter[Record]:
    return TypeAdapter(Record)


def to_json(record: Record) -> dict[str, Any]:
    """The record as JSON-ready data in the order of the contract; a step that was not run leaves its list out."""
    data: dict[str, Any] = _adapter().dump_python(record, mode="json", by_alias=True)
    return {key: value for key, value in data.items() if value is not None or key not in STEPS}


def from_json(data: object) -> Record:
    """The record that `to_json` gave, validated. Raises UsageError that names the first wrong field."""
    try:
        record = _adapter().validate_python(data)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise UsageError(f"not a {SCHEMA} record: {place}: {first['msg']}") from None
    if record.schema != SCHEMA:
        raise UsageError(f"a record of schema {record.schema!r}; this version reads {SCHEMA}")
    return record


_Fact = TypeVar("_Fact", Mention, Entity, Time, Quote, Event)


def fact_from_json(kind: type[_Fact], data: object) -> _Fact:
    """One fact as it stands in a list of `to_json`."""
    fact: _Fact = _fact_adapters()[kind].validate_python(data)
    return fact


@cache
def _fact_adapters() -> dict[type[Any], TypeAdapter[Any]]:
    return {kind: TypeAdapter(kind) for kind in (Mention, Entity, Time, Quote, Event)}


def json_schema() -> dict[str, Any]:
    """The JSON Schema of one record as `to_json` gives it."""
    schema = _adapter().json_schema(by_alias=True, mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": SCHEMA}
