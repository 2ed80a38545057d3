"""A record for people: headline, facts, paragraphs, what was dropped."""

import textwrap
from collections import Counter

from marsad.cli.words import WORDS, Lang, counted, reason, tally
from marsad.records import Entity, PrintedDate, Record


def show(record: Record, *, lang: Lang = "en", verbose: bool = False) -> str:
    """The record as text; with `verbose` every dropped line with its reason."""
    article = record.article
    words = WORDS[lang]
    facts = [
        article.section,
        _date(article.published),
        f"{words['modified']}: {_date(article.modified)}" if article.modified else None,
        f"{words['publisher']}: {article.publisher}" if article.publisher else None,
        f"{words['source']}: {article.source}" if article.source else None,
        f"{words['authors']}: {'، '.join(article.authors)}" if article.authors else None,
    ]
    paragraphs = article.paragraph_texts()
    count = sum(len(text.split()) for text in paragraphs)
    sizes = (counted(len(paragraphs), "paragraph", lang), counted(count, "word", lang))
    lines = [article.headline or "", " · ".join(fact for fact in facts if fact), words["comma"].join(sizes)]
    for text in paragraphs:
        lines += ["", text]
    lines += _found(record, lang)
    tail = [f"{words['related']}: {link.title}" for link in article.links[:8]]
    tail += [f"{words['images']}: {image.caption}" for image in article.images if image.caption]
    if article.dropped:
        counts = Counter[str](dropped.reason for dropped in article.dropped)
        tail.append(f"{words['dropped']} {len(article.dropped)}: {tally(counts, lang)}")
    if verbose:
        tail += [
            f"  {reason(d.reason, lang):10} {textwrap.shorten(d.text, 100, placeholder='…')}" for d in article.dropped
        ]
    tail += [f"{words['warning']}: {warning}" for warning in record.warnings]
    return "\n".join([*lines, *(["", *tail] if tail else [])])


def _found(record: Record, lang: Lang) -> list[str]:
    """Who and what is named, by kind, the most often named first; and when."""
    words = WORDS[lang]
    lines = []
    for label in ("PER", "ORG", "LOC"):
        named = [entity for entity in record.entities or () if entity.label == label]
        named.sort(key=lambda entity: -len(entity.mentions))
        if named:
            lines.append(f"{words[label]}: {words['comma'].join(map(_entity, named))}")
    if record.times:
        values = dict.fromkeys(f"{time.text} ({time.value})" if time.value else time.text for time in record.times)
        lines.append(f"{words['times']}: {words['comma'].join(values)}")
    return ["", *lines] if lines else []


def _entity(entity: Entity) -> str:
    count = f" ×{len(entity.mentions)}" if len(entity.mentions) > 1 else ""
    return f"{entity.name}{f' ({entity.office})' if entity.office else ''}{count}"


def _date(date: PrintedDate | None) -> str | None:
    if date is None:
        return None
    value = date.value.replace("T", " ")
    return f"{value} ({date.text})" if date.text and date.basis == "printed" else value
