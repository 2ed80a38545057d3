"""Quotes and events of an archive as lines for people and as rows of a table."""

from collections.abc import Iterable
from typing import Any

from marsad.archive.facts_find import Fact
from marsad.cli.look import Look, Piece, theirs
from marsad.cli.terms import term

_MOST = 4  # lines of one quote

QUOTE_COLUMNS = (
    "article", "id", "published", "source", "speaker", "kind", "cue", "cue_class", "channel", "status", "text", "start",
    "end", "within", "made_by",
)  # fmt: skip
EVENT_COLUMNS = (
    "article", "id", "date", "earliest", "latest", "type", "mode", "quad", "actors", "recipients", "place", "modality",
    "background", "quote", "start", "end", "text", "made_by",
)  # fmt: skip


def quote_row(found: Fact) -> list[object]:
    """A quote under `QUOTE_COLUMNS`."""
    quote = found.fact
    cue, channel, content = quote.get("cue") or {}, quote.get("channel") or {}, quote["content"]
    return [
        found.article, quote["id"], found.published, found.source, quote.get("speaker_name"), quote["kind"],
        cue.get("text"), cue.get("class"), channel.get("kind"), quote["status"], quote["text"],
        content[0]["start"] if content else None, content[-1]["end"] if content else None, quote.get("within"),
        quote["made_by"],
    ]  # fmt: skip


def event_row(found: Fact) -> list[object]:
    """An event under `EVENT_COLUMNS`; several parties stand with | between them."""
    event = found.fact
    date, place = event.get("date") or {}, event.get("place") or {}
    return [
        found.article, event["id"], date.get("value"), date.get("earliest"), date.get("latest"), event["type"],
        event.get("mode"), event["quad"], "|".join(_texts(event["actors"])), "|".join(_texts(event["recipients"])),
        place.get("text"), event["modality"], str(event["background"]).lower(), event.get("quote"),
        event["trigger"]["start"], event["trigger"]["end"], event["trigger"]["text"], event["made_by"],
    ]  # fmt: skip


def quote_lines(found: Fact, how: Look) -> list[str]:
    """A quote: when, who, how; what; where it stands."""
    quote = found.fact
    pieces: list[Piece | str] = [_when(found), " · ", theirs(quote.get("speaker_name") or "–")]
    if cue := quote.get("cue"):
        pieces += [f" · {term('cue_class', cue['class'], 'en')} (", theirs(cue["text"]), ")"]
    if channel := quote.get("channel"):
        pieces += [f" · {term('channel_kind', channel['kind'], 'en')} (", theirs(channel["text"]), ")"]
    if quote["status"] != "asserted":
        pieces.append(f" · {quote['status']}")
    lines = how.lines([*pieces, f" · {found.article} {quote['id']}"])
    return [*lines, *how.lines([theirs(" ".join(quote["text"].split()))], indent=4, most=_MOST)]


def event_lines(found: Fact, how: Look) -> list[str]:
    """An event: when, what, who to whom, where."""
    event = found.fact
    mode = f".{event['mode']}" if event.get("mode") else ""
    pieces: list[Piece | str] = [
        (event.get("date") or {}).get("value") or _when(found), f" · {event['type']}{mode} · ",
        theirs("، ".join(_texts(event["actors"])) or "–"),
    ]  # fmt: skip
    if event["recipients"]:
        pieces += [" → ", theirs("، ".join(_texts(event["recipients"])))]
    if place := event.get("place"):
        pieces += [" · in ", theirs(place["text"])]
    pieces += [f" · {event['modality']}"] if event["modality"] != "actual" else []
    pieces += [" · background"] if event["background"] else []
    lines = how.lines([*pieces, f" · {found.article} {event['id']}"])
    return [*lines, *how.lines([theirs(event["trigger"]["text"])], indent=4)]


def _when(found: Fact) -> str:
    return (found.published or "no date")[: len("2015-02-08")]


def _texts(parties: Iterable[dict[str, Any]]) -> list[str]:
    return [" ".join(party["text"].split()) for party in parties]
