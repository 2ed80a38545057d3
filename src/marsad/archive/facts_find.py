"""Quotes and events of an archive: who said what about whom, who did what to whom.

The index says which articles may hold what is asked for; what they hold is then read from the archive itself and
looked at one by one, so that an answer is never more than what stands there.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from marsad.archive import index_changes as changes
from marsad.archive.facts_names import Named
from marsad.archive.file import said
from marsad.archive.highlight import Marker
from marsad.archive.index_schema import Stored, source_of
from marsad.archive.query import All, Field, Node, Word
from marsad.archive.query_dates import Period
from marsad.archive.search import Finder, Sort, Wish
from marsad.errors import UsageError
from marsad.text.search_words import tokens

_Fact = dict[str, Any]
_TOGETHER = frozenset({"AGREE", "CONSULT", "COOPERATE"})  # what two do with one another stands with two actors


@dataclass(frozen=True, slots=True)
class Fact:
    """A quote or event as the record has it, with the article that it stands in."""

    article: str
    headline: str | None
    published: str | None
    source: str | None
    fact: dict[str, Any]
    names: dict[str, str] = field(default_factory=dict)  # of the entities of the article, by their ids


@dataclass(frozen=True, slots=True)
class Quotes:
    """Which quotes are wanted; what is None does not matter.

    `words`: in the quote, in any of their forms; `about`: whom or what it names; the others are values of the record.
    """

    words: str | None = None
    speaker: str | None = None
    about: str | None = None
    cue_class: str | None = None
    channel: str | None = None
    kinds: tuple[str, ...] = ()
    status: str | None = None
    period: Period | None = None
    sort: Sort = "newest"


@dataclass(frozen=True, slots=True)
class Events:
    """Which events are wanted. `actor`, `recipient`: a name, or a code (RUS, RUSGOV); `dyad`: both ways, `RUS:USA`."""

    actor: str | None = None
    recipient: str | None = None
    dyad: str | None = None
    types: tuple[str, ...] = ()
    modality: str | None = None
    place: str | None = None
    background: bool = True
    period: Period | None = None
    sort: Sort = "newest"


def quotes(finder: Finder, wanted: Quotes) -> Iterator[Fact]:
    """The quotes that are wanted, by article. Raises UsageError, ArchiveError."""
    parts: list[Node] = [Field("has", "quotes")]
    parts += _told("quotes", {"class": wanted.cue_class, "channel": wanted.channel, "status": wanted.status})
    words = _words(wanted.words)
    variants = finder.variants()
    speaker = Named(wanted.speaker, variants, finder.archive) if wanted.speaker else None
    parts += [speaker.speaker_field()] if speaker else []
    about = _about(finder, wanted.about) if wanted.about else None
    markers = [_marker(finder, word) for word in words]

    def fits(stored: Stored, quote: _Fact) -> bool:
        entities = {entity["id"]: entity for entity in stored.facts.get("entities", ())}
        cue, channel = quote.get("cue") or {}, quote.get("channel") or {}
        return (
            (wanted.cue_class in {None, cue.get("class")})
            and (wanted.channel in {None, channel.get("kind")})
            and (not wanted.kinds or quote["kind"] in wanted.kinds)
            and (wanted.status in {None, quote["status"]})
            and (not speaker or _speaks(speaker, quote, entities))
            and all(marker.marks(quote["text"]) for marker in markers)
            and (not about or about(stored, quote, entities))
        )

    tree = All((*parts, *(Word(word) for word in words)))
    return _found(finder, tree, Wish(sort=wanted.sort, period=wanted.period), "quotes", fits)


def events(finder: Finder, wanted: Events) -> Iterator[Fact]:
    """The events that are wanted, by article. Raises UsageError, ArchiveError."""
    parts: list[Node] = [Field("has", "events")]
    parts += [Field("type", wanted.types[0])] if len(wanted.types) == 1 else []
    parts += _told("events", {"modality": wanted.modality})
    dyad = _dyad(wanted.dyad) if wanted.dyad else None
    variants = finder.variants()
    actor, recipient, place = (
        Named(name, variants, finder.archive) if name else None
        for name in (wanted.actor, wanted.recipient, wanted.place)
    )
    both = (Named(dyad[0], variants, finder.archive), Named(dyad[1], variants, finder.archive)) if dyad else None
    parts += [one.party_field() for one in (actor, recipient, *(both or ())) if one]
    types = {name.upper() for name in wanted.types}

    def fits(stored: Stored, event: _Fact) -> bool:
        entities = {entity["id"]: entity for entity in stored.facts.get("entities", ())}
        where = event.get("place") or {}
        return (
            (not types or event["type"] in types)
            and (wanted.modality in {None, event["modality"]})
            and (wanted.background or not event["background"])
            and (not actor or any(actor.is_party(party, entities) for party in event["actors"]))
            and (not recipient or any(recipient.is_party(party, entities) for party in event["recipients"]))
            and (not both or _between(both, event, entities))
            and (not place or place.among([where.get("text")]) or place.is_one(where.get("entity"), entities))
        )

    return _found(finder, All(tuple(parts)), Wish(sort=wanted.sort, period=wanted.period), "events", fits)


def _found(finder: Finder, tree: Node, wish: Wish, step: str, fits: Callable[[Stored, _Fact], bool]) -> Iterator[Fact]:
    archive = finder.archive
    for article in finder.candidates(tree, wish):
        with said(archive.path):
            stored = changes.shown(archive, article, with_facts=True)
        if stored is None:
            continue
        for fact in stored.facts.get(step, ()):
            if fits(stored, fact):
                yield fact_of(stored, fact)


def fact_of(stored: Stored, fact: _Fact) -> Fact:
    """A quote or event with the article that it stands in."""
    data = stored.article
    published = (data.get("published") or {}).get("value")
    names = {entity["id"]: entity["name"] for entity in stored.facts.get("entities", ())}
    return Fact(stored.id, data.get("headline"), published, source_of(data, stored.url), fact, names)


def _words(text: str | None) -> list[str]:
    return [text[token.start : token.end] for token in tokens(text)] if text else []


def _marker(finder: Finder, word: str) -> Marker:
    marker = Marker()
    marker.words(variant for variant in finder.variants().of(word) if variant.on and not variant.field)
    return marker


def _about(finder: Finder, name: str) -> Callable[[Stored, _Fact, dict[str, _Fact]], bool]:
    """Whether a quote names somebody: by all words of the name, or by a mention of the one whose name it is."""
    asked, markers = Named(name, finder.variants(), finder.archive), [_marker(finder, word) for word in _words(name)]
    if not markers:
        raise UsageError("--about names nobody; write a name")

    def fits(stored: Stored, quote: _Fact, entities: dict[str, _Fact]) -> bool:
        if all(marker.marks(quote["text"]) for marker in markers):
            return True
        meant = {entity for entity in entities if asked.is_one(entity, entities)}
        return names_one(quote, meant, stored.facts.get("mentions", ()))

    return fits


def names_one(quote: _Fact, entities: Collection[str], mentions: Iterable[_Fact]) -> bool:
    """Whether one of the entities is mentioned in the words of a quote."""
    return any(
        mention["entity"] in entities
        and any(part["start"] <= mention["start"] and mention["end"] <= part["end"] for part in quote["content"])
        for mention in mentions
    )


def _speaks(speaker: Named, quote: _Fact, entities: dict[str, _Fact]) -> bool:
    """Whether it is the one who says a quote: by name, by the words of the source, by office."""
    who = quote.get("speaker") or ""
    return (
        speaker.among([quote.get("speaker_name")])
        or speaker.is_one(who, entities)
        or speaker.heads((quote.get("source") or {}).get("text"))
        or speaker.heads(entities.get(who, {}).get("office"))
    )


def _told(step: str, values: dict[str, str | None]) -> list[Node]:
    """Conditions on what the index knows of quotes and events by closed lists."""
    return [Field("has", f"{step}.{name}:{value}") for name, value in values.items() if value]


def _dyad(text: str) -> tuple[str, str]:
    one, colon, other = text.partition(":")
    if not colon or not one.strip() or not other.strip() or ":" in other:
        raise UsageError(f"a dyad is two parties with a colon between them, as in RUS:USA, not {text[:60]!r}")
    return one.strip(), other.strip()


def _between(dyad: tuple[Named, Named], event: _Fact, entities: dict[str, _Fact]) -> bool:
    """Whether one does something to the other, or both do it together."""
    actors, recipients = event["actors"], event["recipients"]
    for one, other in (dyad, dyad[::-1]):
        acting = [party for party in actors if one.is_party(party, entities)]
        if acting and any(other.is_party(party, entities) for party in recipients):
            return True
        together = event["type"] in _TOGETHER and not recipients
        if together and acting and any(other.is_party(party, entities) for party in actors if party not in acting):
            return True
    return False
