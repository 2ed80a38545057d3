"""What the index keeps of an article, and how an article of the archive becomes that.

`text`, `headline` and `said` (what is quoted) hold the terms of the analyser; `named` those words that name places;
person, place, speaker, office, party, source and section hold names, spelt as `fold_name` does, word by word. Beside
them stand the values that facets count, and the first and last day of publication as numbers. Nothing but the id is
stored: what an answer shows comes from the archive itself.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import tantivy

from marsad.archive.query_dates import covered, ordinal
from marsad.archive.query_tokens import HELD
from marsad.text.clitics import readings
from marsad.text.name_words import fold_name
from marsad.text.search_words import BETWEEN, GAP, VERSION, term, terms, tokens
from marsad.text.spellings import key

SHAPE = f"3.{VERSION}"  # of the fields, and of the analyser: an index of another shape is made again
TEXTS = ("text", "headline", "said")
NAMES = ("person", "place", "speaker", "office", "party", "source", "section")
FACETS = ("source", "section", "month", "person", "place", "speaker", "type")
_MONTH = len("2015-02")
_UNDATED_LAST = 2**62
_MINUTES = 24 * 60


class Stored(NamedTuple):
    """An article as the archive has it: its data, what was found in it by step, and its address."""

    id: str
    article: dict[str, Any]
    facts: dict[str, list[dict[str, Any]]]
    url: str | None


def schema() -> tantivy.Schema:
    """The fields of the index."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    for name in TEXTS:
        builder.add_text_field(name, tokenizer_name="words", index_option="position")
    for name in NAMES:
        builder.add_text_field(name, tokenizer_name="words", index_option="position")
    builder.add_text_field("named", tokenizer_name="words", index_option="basic")
    for name in ("spelt", "type", "lang", "has"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in FACETS:
        builder.add_text_field(f"f_{name}", fast=True, tokenizer_name="raw", index_option="basic")
    for name in ("first", "last", "newest", "oldest"):
        builder.add_unsigned_field(name, indexed=True, fast=True)
    return builder.build()


def document(stored: Stored) -> tantivy.Document:
    """What the index keeps of an article."""
    article, facts, made = stored.article, stored.facts, tantivy.Document()
    text, headline = article["text"], article.get("headline") or ""
    if headline and not text.startswith(headline):
        text = f"{headline}\n{text}"
    made.add_text("id", stored.id)
    made.add_text("text", _terms(text.split("\n")))
    made.add_text("headline", _terms([headline]))
    made.add_text("said", _terms(quote["text"] for quote in facts.get("quotes", ())))
    made.add_text("named", " ".join(sorted(_named(facts))))
    for spelt in sorted(_spelt(facts)):
        made.add_text("spelt", spelt)
    for name, values in _names(stored).items():
        made.add_text(name, f" {GAP} ".join(filter(None, map(fold_name, dict.fromkeys(values)))))
    for name, value in _values(stored):
        made.add_text(name, value)
    _dates(made, (article.get("published") or {}).get("value"))
    return made


def _terms(parts: Iterable[str]) -> str:
    """The terms of several texts, with a gap between two of them, for phrases end there."""
    return f" {GAP} ".join(terms(part) for part in parts)


def _named(facts: dict[str, list[dict[str, Any]]]) -> set[str]:
    """The terms of the words that name a place by themselves: روسية the country, not the adjective."""
    return {
        term(mention["text"])
        for mention in facts.get("mentions", ())
        if mention["label"] == "LOC" and mention["kind"] == "name" and " " not in mention["text"]
    }


def _spelt(facts: dict[str, list[dict[str, Any]]]) -> set[str]:
    """The words of people's names below the key that their spellings share: سيرغي and سيرجي stand side by side."""
    words = {
        token.term.partition(BETWEEN)[0]
        for mention in facts.get("mentions", ())
        if mention["label"] == "PER" and mention["kind"] in {"name", "part"}
        for token in tokens(mention["text"])
    }
    return {f"{key(word)}{BETWEEN}{word}" for word in words}


def without_clitics(text: str) -> list[str]:
    """The folded words as they stand, and without what may be written onto the first: للمملكة, المملكة."""
    first, blank, rest = fold_name(text).partition(" ")
    return [reading.form + blank + rest for reading in readings(first)]


def source_of(article: dict[str, Any], url: str | None) -> str | None:
    """Who published it: the source, else the publisher, else the host of the address."""
    return article.get("source") or article.get("publisher") or (urlsplit(url).hostname if url else None)


def _names(stored: Stored) -> dict[str, list[str]]:
    article, facts = stored.article, stored.facts
    entities = facts.get("entities", ())
    by_id = {entity["id"]: [entity["name"], *entity["aliases"]] for entity in entities}
    offices = {entity["id"]: entity.get("office") for entity in entities}
    found: dict[str, list[str]] = {
        "person": [name for entity in entities if entity["label"] == "PER" for name in by_id[entity["id"]]],
        "place": [name for entity in entities if entity["label"] == "LOC" for name in by_id[entity["id"]]],
        "speaker": [],
        "office": [],
        "party": [],
        "source": [article.get("source") or "", article.get("publisher") or "", source_of(article, stored.url) or ""],
        "section": [article.get("section") or ""],
    }
    for quote in facts.get("quotes", ()):
        found["speaker"] += [quote.get("speaker_name") or "", *by_id.get(quote.get("speaker") or "", ())]
        found["office"] += without_clitics((quote.get("source") or {}).get("text") or "")
        found["office"] += [offices.get(quote.get("speaker") or "") or ""]
    for event in facts.get("events", ()):
        for party in (*event["actors"], *event["recipients"]):
            code, sector = party.get("code") or "", party.get("sector") or ""
            found["party"] += [*by_id.get(party.get("entity") or "", ()), code, sector, code + sector]
            found["party"] += without_clitics(party["text"])
    return found


def features(step: str, fact: dict[str, Any]) -> Iterator[str]:
    """What tells a quote or event from others by a closed list, as values of `has`: `quotes.class:deny`."""
    cue, channel = fact.get("cue") or {}, fact.get("channel") or {}
    told = {"class": cue.get("class"), "channel": channel.get("kind"), "kind": fact.get("kind")}
    told |= {"status": fact.get("status"), "modality": fact.get("modality")}
    yield from (f"{step}.{name}:{value}" for name, value in told.items() if value)


def _values(stored: Stored) -> Iterator[tuple[str, str]]:
    """What facets count and what is exactly one of a list."""
    article, facts = stored.article, stored.facts
    published = (article.get("published") or {}).get("value") or ""
    entities = facts.get("entities", ())
    counted: dict[str, Iterable[str | None]] = {
        "source": [source_of(article, stored.url)],
        "section": [article.get("section")],
        "month": [published[:_MONTH] if len(published) >= _MONTH else None],
        "person": [entity["name"] for entity in entities if entity["label"] == "PER"],
        "place": [entity["name"] for entity in entities if entity["label"] == "LOC"],
        "speaker": [quote.get("speaker_name") for quote in facts.get("quotes", ())],
        "type": [event["type"] for event in facts.get("events", ())],
    }
    for name, values in counted.items():
        yield from ((f"f_{name}", value) for value in dict.fromkeys(values) if value)
    yield from (("type", value) for value in dict.fromkeys(counted["type"]) if value)
    yield "lang", article["language"]
    yield from (("has", name) for name in (*facts, *HELD) if facts.get(name) or article.get(name))
    if published:
        yield "has", "date"
    told = (one for step in ("quotes", "events") for fact in facts.get(step, ()) for one in features(step, fact))
    yield from (("has", one) for one in dict.fromkeys(told))


def _dates(made: tantivy.Document, value: str | None) -> None:
    """First and last day; and two orders, in both of which an article without a date comes last."""
    made.add_unsigned("newest", _moment(value) if value else 0)
    made.add_unsigned("oldest", _moment(value) if value else _UNDATED_LAST)
    if value:
        days = covered(value)
        made.add_unsigned("first", ordinal(days.first or value))
        made.add_unsigned("last", ordinal(days.last or value))


def _moment(value: str) -> int:
    """Minutes since the year 1, for sorting; the first minute of a day, month or year that has no clock."""
    first = covered(value).first or value
    minutes = 0
    if len(value) > len("2015-02-08"):
        clock = datetime.fromisoformat(value)
        minutes = clock.hour * 60 + clock.minute
    return ordinal(first) * _MINUTES + minutes
