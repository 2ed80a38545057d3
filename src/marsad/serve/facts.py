"""A quote and an event as the pages show them: labels in the language of the page, words as the article has them."""

from dataclasses import dataclass

from marsad.annotate.linking.forms import whom
from marsad.archive.facts_find import Fact
from marsad.records import Event, EventDate, Quote, fact_from_json
from marsad.serve import links
from marsad.serve.dates import written
from marsad.serve.words import say, term
from marsad.terms import Lang
from marsad.text.quotation import closed


@dataclass(frozen=True, slots=True)
class Label:
    """A line of a card: its name, words of the article or none, and what they are called."""

    name: str
    kind: str = ""  # in the language of the page
    words: str = ""  # of the article
    href: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A quote or an event: where its words stand (`href`), what it is (`title`), who (`who`), what was said."""

    id: str
    href: str
    title: str
    who: tuple[str, ...]
    whom: tuple[str, ...]
    who_href: str
    words: str
    labels: tuple[Label, ...]
    marks: tuple[str, ...]  # what a reader must know before using it
    found_by: str
    headline: str = ""
    date: str = ""
    source: str = ""
    depth: int = 0


def quote_card(quote: Quote, names: dict[str, str], lang: Lang, article: str) -> Card:
    """A quote of an article; `names`: of its entities by their ids."""
    speaker = quote.speaker_name or (quote.source.text if quote.source else "")
    labels = [
        Label(say("speaker", lang), words=quote.source.text) if quote.source and quote.source.text != speaker else None,
        Label(say("cue", lang), term("cue_class", quote.cue.class_, lang), quote.cue.text) if quote.cue else None,
        Label(say("channel", lang), term("channel_kind", quote.channel.kind, lang), quote.channel.text)
        if quote.channel
        else None,
        Label(say("addressee", lang), words=whom(quote.addressee, names)) if quote.addressee else None,
        Label(say("reporter", lang), words=whom(quote.reporter, names)) if quote.reporter else None,
        Label(say("within", lang), words=quote.within, href=f"#card-{quote.within}") if quote.within else None,
    ]
    return Card(
        quote.id, links.article(lang, article, quote.id), term("quote_kind", quote.kind, lang),
        (speaker,) if speaker else (), (), links.page(lang, "quotes", [("speaker", speaker)]), closed(quote.text),
        tuple(filter(None, labels)),
        (term("quote_status", quote.status, lang),) if quote.status != "asserted" else (),
        _found_by(quote.rule, quote.made_by, quote.confidence, lang), depth=1 if quote.within else 0,
    )  # fmt: skip


def event_card(event: Event, names: dict[str, str], lang: Lang, article: str, evidence: str = "") -> Card:
    """An event of an article; `evidence`: the words that show it, where the text is at hand."""
    mode = f" · {term('mode', event.mode, lang)}" if event.mode else ""
    actors, recipients = (tuple(whom(party, names) for party in side) for side in (event.actors, event.recipients))
    labels = [
        Label(say("when", lang), _when(event.date, lang)) if event.date and _when(event.date, lang) else None,
        Label(say("where", lang), words=whom(event.place, names)) if event.place else None,
        Label(say("host", lang), words=whom(event.host, names)) if event.host else None,
        *(Label(term("figure", one.kind, lang), words=one.text) for one in event.figures),
        Label(say("trigger", lang), words=event.trigger.text),
        Label(say("told-in", lang), words=event.quote, href=links.article(lang, article, event.quote))
        if event.quote
        else None,
    ]
    marks = [term("modality", event.modality, lang)] if event.modality != "actual" else []
    marks += [say("background", lang)] if event.background else []
    return Card(
        event.id, links.article(lang, article, event.id), term("event_type", event.type, lang) + mode,
        actors, recipients, "", evidence, tuple(filter(None, labels)), tuple(marks),
        _found_by(event.rule, event.made_by, event.confidence, lang),
    )  # fmt: skip


def found_card(found: Fact, lang: Lang) -> Card:
    """A quote or event of the ledger, with its article."""
    if "cue" in found.fact:
        card = quote_card(fact_from_json(Quote, found.fact), found.names, lang, found.article)
    else:
        card = event_card(fact_from_json(Event, found.fact), found.names, lang, found.article)
    date = written(found.published, lang) if found.published else say("no-date", lang)
    return Card(
        card.id, card.href, card.title, card.who, card.whom, card.who_href, card.words,
        tuple(label for label in card.labels if not label.href.startswith("#")), card.marks, card.found_by,
        found.headline or "", date, found.source or "",
    )  # fmt: skip


def _when(date: EventDate, lang: Lang) -> str:
    if date.value:
        return written(date.value, lang)
    days = [written(day, lang) for day in (date.earliest, date.latest) if day]
    return " – ".join(days)


def _found_by(rule: str, made_by: str, confidence: float, lang: Lang) -> str:
    return say("found-by", lang, rule=rule or "–", made_by=made_by, confidence=round(confidence * 100))
