"""Quotes and events of an archive as lines for people and as rows of a table."""

from marsad.annotate.linking.forms import whom
from marsad.archive.facts_find import Fact
from marsad.cli.look import Look, Piece
from marsad.cli.show_events import date, event_parts
from marsad.cli.show_quotes import MOST, STEP, joined, quote_parts, said
from marsad.cli.words import WORDS
from marsad.records import Event, Quote, fact_from_json
from marsad.terms import Lang
from marsad.text.quotation import closed

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
    quote = fact_from_json(Quote, found.fact)
    cue, content = quote.cue, quote.content
    return [
        found.article, quote.id, found.published, found.source, quote.speaker_name, quote.kind, cue and cue.text,
        cue and cue.class_, quote.channel and quote.channel.kind, quote.status, closed(quote.text),
        content[0].start if content else None, content[-1].end if content else None, quote.within, quote.made_by,
    ]  # fmt: skip


def event_row(found: Fact) -> list[object]:
    """An event under `EVENT_COLUMNS`; several parties stand with | between them."""
    event = fact_from_json(Event, found.fact)
    when, trigger = event.date, event.trigger
    actors, recipients = (
        "|".join(_plain(whom(party, found.names)) for party in side) for side in (event.actors, event.recipients)
    )
    return [
        found.article, event.id, when and when.value, when and when.earliest, when and when.latest, event.type,
        event.mode, event.quad, actors, recipients, event.place and _plain(whom(event.place, found.names)),
        event.modality, str(event.background).lower(), event.quote, trigger.start, trigger.end, trigger.text,
        event.made_by,
    ]  # fmt: skip


def quote_lines(found: Fact, how: Look) -> list[str]:
    """A quote: when, who, how; what; where it stands."""
    quote, lang = fact_from_json(Quote, found.fact), how.lang
    parts: list[list[Piece | str]] = [[_when(found, lang)], *quote_parts(quote, found.names, lang)]
    parts += [[f"{WORDS[lang]['within']} {quote.within}"]] if quote.within else []
    lines = how.lines(joined([*parts, [f"{found.article} {quote.id}"]]))
    return [*lines, *how.lines(said(quote, closed(_plain(quote.text)), lang), indent=STEP, most=MOST)]


def event_lines(found: Fact, how: Look) -> list[str]:
    """An event: when, what, who to whom, where."""
    event, lang = fact_from_json(Event, found.fact), how.lang
    when = (date(event.date) if event.date else "") or _when(found, lang)
    parts: list[list[Piece | str]] = [
        [when],
        *event_parts(event, found.names, lang, dated=False),
        [f"{found.article} {event.id}"],
    ]
    return how.lines(joined(parts), hang=STEP)


def _when(found: Fact, lang: Lang) -> str:
    return (found.published or WORDS[lang]["no-date"])[: len("2015-02-08")]


def _plain(text: str) -> str:
    """In one line."""
    return " ".join(text.split())
