"""The JSON API, version 1: the records and answers that the command line prints with `--json`."""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any, get_args

from starlette.requests import Request

from marsad.archive.answers import answer_json, fact_json
from marsad.archive.facts_find import Events, Fact, Quotes, events, quotes
from marsad.archive.search import Inside, Sort, Wish
from marsad.archive.search_variants import Choice
from marsad.errors import NotFound
from marsad.kinds import ChannelKind, CueClass, EventType, Modality, QuoteKind, QuoteStatus
from marsad.records import to_json
from marsad.serve.asked import DEEPEST, Asked
from marsad.serve.desk import Reader
from marsad.serve.links import with_params

BASE = "/api/v1"
_LIMIT, _MOST, _FACETS = 25, 200, 50
_PAGED = frozenset({"sort", "limit", "offset", "from", "to"})
SEARCH = _PAGED | {"q", "in", "as_written", "adjectives", "without", "also", "facets"}
QUOTES = _PAGED | {"q", "speaker", "about", "cue_class", "channel", "kind", "status"}
EVENTS = _PAGED | {"actor", "recipient", "dyad", "type", "modality", "place", "background"}
Data = dict[str, Any]


def article(reader: Reader, asked: Asked, request: Request) -> Data:
    """A record as `marsad read --json` prints it. Raises NotFound."""
    asked.only({"version"})
    identifier = request.path_params["id"]
    record = reader.archive.record(identifier, asked.number("version", 0, 1, 1_000_000) or None)
    if record is None:
        raise NotFound(f"there is no article {identifier[:80]!r} here, or not that version of it")
    return to_json(record)


def search(reader: Reader, asked: Asked, _: Request) -> Data:
    """An answer as `marsad search --json` prints it."""
    asked.only(SEARCH)
    wish = Wish(
        asked.choice("sort", get_args(Sort)) or "relevance",  # type: ignore[arg-type]  # it is one of them
        asked.number("limit", _LIMIT, 0, _MOST), asked.number("offset", 0, 0, DEEPEST),
        asked.choice("in", get_args(Inside)) or "text",  # type: ignore[arg-type]
        asked.period(), choice(asked), asked.number("facets", 0, 0, _FACETS),
    )  # fmt: skip
    return answer_json(reader.finder.search(asked.text("q"), wish), wish.offset)


def choice(asked: Asked) -> Choice:
    """Which forms of the words are wanted."""
    return Choice(
        asked.flag("as_written"), asked.flag("adjectives"),
        frozenset(asked.many("without")), frozenset(asked.many("also")),
    )  # fmt: skip


def quote_list(reader: Reader, asked: Asked, request: Request) -> Data:
    """Quotes as `marsad quotes --json` prints them, a page of them."""
    asked.only(QUOTES)
    return _page("quotes", quotes(reader.finder, quotes_wanted(asked)), asked, request)


def event_list(reader: Reader, asked: Asked, request: Request) -> Data:
    """Events as `marsad events --json` prints them, a page of them."""
    asked.only(EVENTS)
    return _page("events", events(reader.finder, events_wanted(asked)), asked, request)


def quotes_wanted(asked: Asked) -> Quotes:
    """Which quotes the parameters name. Raises BadParameter."""
    return Quotes(
        asked.text("q") or None, asked.text("speaker") or None, asked.text("about") or None,
        asked.choice("cue_class", get_args(CueClass)) or None, asked.choice("channel", get_args(ChannelKind)) or None,
        asked.choices("kind", get_args(QuoteKind)), asked.choice("status", get_args(QuoteStatus)) or None,
        asked.period(), _order(asked),
    )  # fmt: skip


def events_wanted(asked: Asked) -> Events:
    """Which events the parameters name. Raises BadParameter."""
    return Events(
        asked.text("actor") or None, asked.text("recipient") or None, asked.text("dyad") or None,
        asked.choices("type", get_args(EventType)), asked.choice("modality", get_args(Modality)) or None,
        asked.text("place") or None, asked.choice("background", ("0", "1")) != "0", asked.period(), _order(asked),
    )  # fmt: skip


def _order(asked: Asked) -> Sort:
    return "oldest" if asked.choice("sort", ("newest", "oldest")) == "oldest" else "newest"


def _page(name: str, found: Iterator[Fact], asked: Asked, request: Request) -> Data:
    """A page of facts and the address of the next one; None where this is the last."""
    limit, offset = asked.number("limit", _LIMIT, 1, _MOST), asked.number("offset", 0, 0, DEEPEST)
    row = list(islice(found, offset, offset + limit + 1))
    others = [(key, value) for key, value in request.query_params.multi_items() if key != "offset"]
    more = len(row) > limit and offset + limit <= DEEPEST
    following = with_params(f"{BASE}/{name}", [*others, ("offset", str(offset + limit))]) if more else None
    return {"offset": offset, "next": following, name: [fact_json(fact) for fact in row[:limit]]}


ROUTES: dict[str, Callable[[Reader, Asked, Request], Data]] = {
    "/articles/{id}": article, "/search": search, "/quotes": quote_list, "/events": event_list,
}  # fmt: skip
