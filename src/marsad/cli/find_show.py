"""Quotes and events of an archive as lines for people and as rows of a table."""

from typing import Any

from marsad.archive.facts_find import Fact
from marsad.cli.look import Look, Piece, theirs
from marsad.cli.show_events import date
from marsad.cli.terms import term
from marsad.cli.words import WORDS, Lang
from marsad.records import EventDate

_MOST = 4  # lines of one quote
_PAIRS = {"«": "»", "“": "”", "(": ")", '"': '"'}
_OPENS = {"»": "«", "”": "“"}
_NO_DATE: dict[Lang, str] = {"en": "no date", "ar": "بلا تاريخ"}
_WITHIN: dict[Lang, str] = {"en": "within", "ar": "داخل"}

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
        cue.get("text"), cue.get("class"), channel.get("kind"), quote["status"], closed(quote["text"]),
        content[0]["start"] if content else None, content[-1]["end"] if content else None, quote.get("within"),
        quote["made_by"],
    ]  # fmt: skip


def event_row(found: Fact) -> list[object]:
    """An event under `EVENT_COLUMNS`; several parties stand with | between them."""
    event = found.fact
    when, place = event.get("date") or {}, event.get("place") or {}
    return [
        found.article, event["id"], when.get("value"), when.get("earliest"), when.get("latest"), event["type"],
        event.get("mode"), event["quad"], "|".join(_parties(found, "actors")), "|".join(_parties(found, "recipients")),
        _name(found, place) if place else None, event["modality"], str(event["background"]).lower(),
        event.get("quote"), event["trigger"]["start"], event["trigger"]["end"], event["trigger"]["text"],
        event["made_by"],
    ]  # fmt: skip


def quote_lines(found: Fact, how: Look) -> list[str]:
    """A quote: when, who, how; what; where it stands."""
    quote, lang = found.fact, how.lang
    pieces: list[Piece | str] = [_when(found, lang), " · ", theirs(quote.get("speaker_name") or "–")]
    if cue := quote.get("cue"):
        pieces += [f" · {term('cue_class', cue['class'], lang)} (", theirs(cue["text"]), ")"]
    if channel := quote.get("channel"):
        pieces += [f" · {term('channel_kind', channel['kind'], lang)} (", theirs(channel["text"]), ")"]
    if quote["status"] != "asserted":
        pieces.append(f" · {term('quote_status', quote['status'], lang)}")
    if quote.get("within"):
        pieces.append(f" · {_WITHIN[lang]} {quote['within']}")
    lines = how.lines([*pieces, f" · {found.article} {quote['id']}"])
    return [*lines, *how.lines([theirs(closed(" ".join(quote["text"].split())))], indent=4, most=_MOST)]


def event_lines(found: Fact, how: Look) -> list[str]:
    """An event: when, what, who to whom, where."""
    event, lang, words = found.fact, how.lang, WORDS[how.lang]
    mode = f"{words['comma']}{term('mode', event['mode'], lang)}" if event.get("mode") else ""
    pieces: list[Piece | str] = [
        (date(EventDate(**event["date"])) if event.get("date") else "") or _when(found, lang),
        f" · {term('event_type', event['type'], lang)}{mode} (", theirs(event["trigger"]["text"]), ") · ",
        theirs("، ".join(_parties(found, "actors")) or "؟"),
    ]  # fmt: skip
    if event["recipients"]:
        pieces += [f" {words['arrow']} ", theirs("، ".join(_parties(found, "recipients")))]
    if place := event.get("place"):
        pieces += [f" · {words['in']} ", theirs(_name(found, place))]
    if event["modality"] == "planned" or (event["modality"] == "reported" and not event.get("quote")):
        pieces.append(f" · {term('modality', event['modality'], lang)}")
    if event.get("quote"):
        pieces.append(f" · {words['in']} {event['quote']}")
    pieces += [f" · {words['background']}"] if event["background"] else []
    return how.lines([*pieces, f" · {found.article} {event['id']}"], hang=4)


def closed(text: str) -> str:
    """Words of an article with the marks of quotation that were cut off them: `"لن تقبل` has its second one again."""
    waiting: list[str] = []
    front = ""
    for place, sign in enumerate(text):
        if waiting and (_PAIRS[waiting[-1]] == sign or waiting[-1] == sign == "“"):
            waiting.pop()
        elif sign in _OPENS or (sign == '"' and _ends(text, place)):
            front = _OPENS.get(sign, sign) + front
        elif sign in _PAIRS:
            waiting.append(sign)
    return front + text + "".join(_PAIRS[sign] for sign in reversed(waiting))


def _ends(text: str, place: int) -> bool:
    """Whether a mark stands behind a word and not in front of one."""
    behind = text[place + 1 : place + 2]
    return place > 0 and not text[place - 1].isspace() and not behind.isalnum()


def _when(found: Fact, lang: Lang) -> str:
    return (found.published or _NO_DATE[lang])[: len("2015-02-08")]


def _parties(found: Fact, side: str) -> list[str]:
    return [_name(found, party) for party in found.fact[side]]


def _name(found: Fact, part: dict[str, Any]) -> str:
    """The usual name of who or what takes part, else the words of the text."""
    return found.names.get(part.get("entity") or "") or " ".join(part["text"].split())
