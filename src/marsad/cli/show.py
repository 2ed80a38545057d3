"""A record for people: headline, facts, paragraphs, what was dropped."""

import textwrap
from collections import Counter

from marsad.cli.words import WORDS, Lang, counted, reason, tally
from marsad.records import PrintedDate, Record


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


def _date(date: PrintedDate | None) -> str | None:
    if date is None:
        return None
    value = date.value.replace("T", " ")
    return f"{value} ({date.text})" if date.text and date.basis == "printed" else value
