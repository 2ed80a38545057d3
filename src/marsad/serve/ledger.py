"""Two lists over the whole archive: who said what, who did what to whom."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import get_args

from marsad.archive.facts_find import Fact, events, quotes
from marsad.kinds import ChannelKind, CueClass, EventType, Modality, QuoteKind, QuoteStatus
from marsad.serve import links
from marsad.serve.api import events_wanted, quotes_wanted
from marsad.serve.asked import DEEPEST, Asked
from marsad.serve.desk import Reader
from marsad.serve.facts import Card, found_card
from marsad.serve.words import say, term
from marsad.terms import Lang

SIZE = 20  # quotes or events of a page


@dataclass(frozen=True, slots=True)
class Filter:
    """A field of the form: a text, or one of `options` (value and label)."""

    name: str
    label: str
    value: str
    options: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Ledger:
    """What `quotes.html` and `events.html` show."""

    action: str
    filters: tuple[Filter, ...]
    cards: tuple[Card, ...]
    first: int
    back: str
    forth: str
    data: str


def quote_ledger(reader: Reader, asked: Asked, lang: Lang) -> Ledger:
    """The list of quotes. Raises BadParameter, ArchiveError."""
    filters = (
        _text("q", "words", asked, lang), _text("speaker", "speaker", asked, lang),
        _text("about", "about", asked, lang),
        _one("cue_class", "cue_class", get_args(CueClass), asked, lang),
        _one("channel", "channel_kind", get_args(ChannelKind), asked, lang),
        _one("kind", "quote_kind", get_args(QuoteKind), asked, lang),
        _one("status", "quote_status", get_args(QuoteStatus), asked, lang),
        _text("from", "from", asked, lang), _text("to", "to", asked, lang),
    )  # fmt: skip
    return _ledger("quotes", filters, quotes(reader.finder, quotes_wanted(asked)), asked, lang)


def event_ledger(reader: Reader, asked: Asked, lang: Lang) -> Ledger:
    """The list of events. Raises BadParameter, ArchiveError."""
    filters = (
        _text("actor", "actor", asked, lang), _text("recipient", "recipient", asked, lang),
        _text("dyad", "dyad", asked, lang), _one("type", "event_type", get_args(EventType), asked, lang),
        _one("modality", "modality", get_args(Modality), asked, lang), _text("place", "where", asked, lang),
        _text("from", "from", asked, lang), _text("to", "to", asked, lang),
    )  # fmt: skip
    return _ledger("events", filters, events(reader.finder, events_wanted(asked)), asked, lang)


def _ledger(name: str, filters: tuple[Filter, ...], found: Iterator[Fact], asked: Asked, lang: Lang) -> Ledger:
    page = asked.number("page", 1, 1, DEEPEST // SIZE)
    offset = (page - 1) * SIZE
    row = list(islice(found, offset, offset + SIZE + 1))
    given = [(one.name, one.value) for one in filters]

    def other(number: int) -> str:
        return links.page(lang, name, [*given, ("page", str(number) if number > 1 else "")])

    return Ledger(
        links.page(lang, name), filters, tuple(found_card(one, lang) for one in row[:SIZE]), offset + 1,
        other(page - 1) if page > 1 else "", other(page + 1) if len(row) > SIZE else "",
        links.with_params(f"/api/v1/{name}", given),
    )  # fmt: skip


def _text(name: str, label: str, asked: Asked, lang: Lang) -> Filter:
    return Filter(name, say(label, lang), asked.text(name))


def _one(name: str, group: str, values: Iterable[str], asked: Asked, lang: Lang) -> Filter:
    options = tuple((value, term(group, value, lang)) for value in values)
    return Filter(name, say(f"filter-{name}", lang), asked.text(name), options)
