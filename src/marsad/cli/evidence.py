"""What each kind of fact stands on: its title, its parts in rows, and the words of the text to mark."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from marsad.cli.facts import Fact
from marsad.cli.look import Piece, theirs
from marsad.cli.show_events import date, number
from marsad.records import Entity, Event, Mention, Party, Quote, Time
from marsad.terms import Lang, term

_TELLINGS = 5  # of an event that are shown with their words


class Spot(NamedTuple):
    """Words of the text; `decides`: the sentence they stand in is shown, else they are marked where they are seen."""

    start: int
    end: int
    decides: bool = True


class Row(NamedTuple):
    """One line: a key of the terms of `explain`, and what is said."""

    label: str
    pieces: Sequence[Piece | str]


class Evidence(NamedTuple):
    """Everything to show of a fact beside what made it."""

    title: Sequence[Piece | str]
    rows: list[Row]
    spots: list[Spot]


def evidence(fact: Fact, text: str, lang: Lang) -> Evidence:
    """What a fact stands on; `text` is the article's."""
    match fact:
        case Mention():
            return _mention(fact, lang)
        case Entity():
            return _entity(fact, lang)
        case Time():
            return _time(fact, lang)
        case Quote():
            return _quote(fact, text, lang)
        case Event():
            return _event(fact, text, lang)


def _mention(fact: Mention, lang: Lang) -> Evidence:
    kind = f" · {term('label', fact.label, lang)} · {term('mention_kind', fact.kind, lang)}"
    return Evidence([theirs(fact.text), kind], [_points("words", fact, lang)], [Spot(fact.start, fact.end)])


def _entity(fact: Entity, lang: Lang) -> Evidence:
    rows = [Row("names", _listed(fact.aliases))] if fact.aliases else []
    known = [fact.country, fact.sector, fact.wikidata]
    facts: list[Piece | str] = [theirs(fact.office), " "] if fact.office else []
    if line := [*facts, " ".join(filter(None, known))]:
        rows += [Row("facts", line)] if any(line) else []
    if place := fact.location:
        area = ", ".join(str(part) for part in (place.precision, place.country, place.geonames) if part)
        rows.append(
            Row("location", [f"{area} · {term('explain', 'rule', lang)} {place.rule} · {place.confidence:.2f}"])
        )
    if (fact.stands_for or "").startswith("gov:"):
        rows.append(Row("stands-for", [fact.stands_for or ""]))
    return Evidence([theirs(fact.name), f" · {term('label', fact.label, lang)}"], rows, [])


def _time(fact: Time, lang: Lang) -> Evidence:
    rows = [Row("value", [f"{fact.value or '?'} · {term('time_basis', fact.basis, lang)}"])]
    if fact.earliest or fact.latest:
        rows.append(Row("window", [f"{fact.earliest or '…'} – {fact.latest or '…'}"]))
    return Evidence([theirs(fact.text)], [*rows, _points("words", fact, lang)], [Spot(fact.start, fact.end)])


def _quote(fact: Quote, text: str, lang: Lang) -> Evidence:
    rows: list[Row] = []
    if cue := fact.cue:
        kind = f" · {term('cue_kind', cue.kind, lang)} · {term('cue_class', cue.class_, lang)}"
        listed: list[Piece | str] = [" · ", theirs(cue.lemma)] if cue.lemma and cue.lemma != cue.text else []
        rows.append(Row("cue", [theirs(cue.text), kind, *listed]))
    if fact.source:
        rows.append(Row("source", [theirs(fact.source.text)]))
    how = term("resolution", fact.resolution, lang)
    rows.append(Row("speaker", [theirs(fact.speaker_name), f" · {how}"] if fact.speaker_name else [how]))
    if channel := fact.channel:
        kind = f" · {term('channel_kind', channel.kind, lang)}"
        rows.append(Row("channel", [theirs(channel.text), kind, f" · {channel.platform}" if channel.platform else ""]))
    rows += [
        Row(label, [theirs(whom.text)])
        for label, whom in (("addressee", fact.addressee), ("reporter", fact.reporter))
        if whom
    ]
    for part in fact.content:
        words = " ".join(text[part.start : part.end].split())
        rows.append(
            Row("content", [theirs(words), f" · {term('quote_kind', part.mode, lang)} · {part.start}–{part.end}"])
        )
    rows.append(Row("status", [term("quote_status", fact.status, lang)]))
    deciding = [fact.cue, fact.source, fact.channel, fact.addressee, fact.reporter]
    content = [Spot(part.start, part.end, decides=fact.cue is None) for part in fact.content]
    return Evidence(
        [term("quote_kind", fact.kind, lang)], rows, [Spot(span.start, span.end) for span in deciding if span] + content
    )


def _event(fact: Event, text: str, lang: Lang) -> Evidence:
    mode = f" · {term('mode', fact.mode, lang)} ({fact.mode})" if fact.mode else ""
    kind = f"{term('event_type', fact.type, lang)} ({fact.type}, {fact.quad})"
    title = f"{kind}{mode} · {term('modality', fact.modality, lang)}"
    rows = [Row("trigger", [theirs(fact.trigger.text)])]
    rows += [Row("actor", _party(party)) for party in fact.actors]
    rows += [Row("recipient", _party(party)) for party in fact.recipients]
    rows += [Row("host", _party(fact.host))] if fact.host else []
    rows += [Row("date", [day])] if fact.date and (day := date(fact.date)) else []
    rows += [Row("place", [theirs(fact.place.text)])] if fact.place else []
    rows += [
        Row("figure", [f"{term('figure', each.kind, lang)}: {number(each, lang)} · ", theirs(each.text)])
        for each in fact.figures
    ]
    rows += [Row("contexts", [", ".join(fact.contexts)])] if fact.contexts else []
    for telling in fact.mentions[1:_TELLINGS]:
        words = " ".join(text[telling.evidence.start : telling.evidence.end].split())
        rows.append(Row("told-again", [theirs(telling.trigger.text), ": ", theirs(words)]))
    spots = [Spot(span.start, span.end) for span in (fact.trigger, *fact.actors, *fact.recipients, fact.host) if span]
    return Evidence([title], rows, [*spots, Spot(fact.evidence.start, fact.evidence.end, decides=False)])


def _party(party: Party) -> list[Piece | str]:
    code = " ".join(part for part in (party.code, party.sector) if part)
    return [theirs(party.text), f" · {code}" if code else ""]


def _listed(names: Iterable[str]) -> list[Piece | str]:
    pieces: list[Piece | str] = []
    for name in names:
        pieces += [", " if pieces else "", theirs(name)]
    return pieces


def _points(label: str, span: Mention | Time, lang: Lang) -> Row:
    return Row(label, [theirs(span.text), f" · {term('explain', 'code-points', lang)} {span.start}–{span.end}"])
