"""Quotes and events of an article in the terms of the scorer that stands with the annotated articles."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from bench.annotations import Prediction, prediction
from marsad.annotate import Annotations
from marsad.annotate.annotator import first_line
from marsad.records import Event, Party, Quote


@dataclass(frozen=True, slots=True)
class Statements:
    """What was said and done in one text; None where the rules for it are not there yet."""

    quotes: tuple[Quote, ...] | None = None
    events: tuple[Event, ...] | None = None


def statements(text: str, names: Annotations, published: str | None) -> Statements:
    """The quotes and events of a text whose names and times are known, as `Annotator` finds them."""
    if not hasattr(_room("grammar"), "passages") or not hasattr(_room("quotes"), "quotes"):
        return Statements()
    mentions, entities, times = names.mentions or (), names.entities or (), names.times or ()
    passages = _room("grammar").passages(text, mentions, times)
    said = _room("quotes").quotes(text, passages, mentions, entities, first_line(text))
    if not hasattr(_room("events.find"), "events"):
        return Statements(said)
    done = _room("events.find").events(text, passages, mentions, entities, times, said, published)
    return Statements(said, done)


def _room(name: str) -> Any:  # noqa: ANN401 - a module
    try:
        return import_module(f"marsad.annotate.{name}")
    except ModuleNotFoundError as error:
        if not (error.name or "").startswith("marsad.annotate."):
            raise
        return None


def full_prediction(text: str, names: Annotations, found: Statements) -> Prediction:
    """Names, times, quotes and events of a text in the form of the scorer."""
    known = {entity.id: entity.name for entity in names.entities or ()}
    return prediction(names) | {
        "quotes": [_quote(quote) for quote in found.quotes or ()],
        "events": [_event(event, known, text) for event in found.events or ()],
    }


def _quote(quote: Quote) -> dict[str, Any]:
    return {
        "speaker": {"text": quote.source.text if quote.source else "", "canonical": quote.speaker_name or ""},
        "text": quote.text,
        "cue": quote.cue.text if quote.cue else "",
        "kind": quote.kind,
        "channel": quote.channel.text if quote.channel else None,
        "rule": quote.rule,
    }


def _event(event: Event, known: Mapping[str, str], text: str) -> dict[str, Any]:
    """Source and target are the first actor and the first recipient; of two actors alone, the first and the second."""
    source = event.actors[0] if event.actors else None
    target = (event.recipients or event.actors[1:] or (None,))[0]
    return {
        "type": event.type,
        "source": _party(source, known),
        "target": _party(target, known),
        "date": event.date.value if event.date else None,
        "trigger": event.trigger.text,
        "evidence": text[event.evidence.start : event.evidence.end],
        "rule": event.rule,
    }


def _party(party: Party | None, known: Mapping[str, str]) -> dict[str, str] | None:
    return {"text": party.text, "canonical": known.get(party.entity or "", "")} if party else None
