"""A record for people: headline, facts, paragraphs; who said what, who did what to whom; who and what is named."""

import textwrap
from collections import Counter

from marsad.cli.look import Look, Piece, theirs
from marsad.cli.show_events import events
from marsad.cli.show_quotes import quotes
from marsad.cli.words import WORDS, counted, reason, tally
from marsad.records import Article, Entity, PrintedDate, Record

_PLAIN = Look()


def show(record: Record, look: Look = _PLAIN, *, verbose: bool = False) -> str:
    """The record as text; with `verbose` every quote whole and every dropped line with its reason."""
    lines = _article(record.article, look)
    lines += _section("quotes", len(record.quotes or ()), quotes(record, look, whole=verbose), look)
    lines += _section("events", len(record.events or ()), events(record, look), look)
    for lines_below in (_found(record, look), _tail(record, look, verbose=verbose)):
        lines += ["", *lines_below] if lines_below else []
    return "\n".join(lines)


def _article(article: Article, look: Look) -> list[str]:
    """Headline, facts, sizes, paragraphs."""
    words = WORDS[look.lang]
    facts: list[tuple[str, str]] = [
        ("", article.section or ""),
        ("", _date(article.published)),
        (f"{words['modified']}: ", _date(article.modified)),
        (f"{words['publisher']}: ", article.publisher or ""),
        (f"{words['source']}: ", article.source or ""),
        (f"{words['authors']}: ", "، ".join(article.authors)),
    ]
    line: list[Piece | str] = []
    for label, fact in facts:
        if fact:
            line += [" · " if line else "", label, theirs(fact)]
    paragraphs = article.paragraph_texts()
    sizes = (counted(len(paragraphs), "paragraph", look.lang), counted(_words(paragraphs), "word", look.lang))
    lines = look.text(article.headline or "") or [""]
    lines += look.lines(line) or [""]
    lines += look.lines([words["comma"].join(sizes)])
    for text in paragraphs:
        lines += ["", *look.text(text)]
    return lines


def _words(paragraphs: tuple[str, ...]) -> int:
    return sum(len(text.split()) for text in paragraphs)


def _section(title: str, count: int, lines: list[str], look: Look) -> list[str]:
    """A heading with its count, and what stands below it; nothing where nothing was found."""
    return ["", *look.lines([f"{WORDS[look.lang][title]}: {count:,}"]), *lines] if lines else []


def _tail(record: Record, look: Look, *, verbose: bool) -> list[str]:
    """Related links, captions, what was dropped, warnings."""
    words, article = WORDS[look.lang], record.article
    named = [(words["related"], link.title) for link in article.links[:8]]
    named += [(words["images"], image.caption) for image in article.images if image.caption]
    lines = [line for label, text in named for line in look.lines([f"{label}: ", theirs(text)], hang=2)]
    if article.dropped:
        counts = Counter[str](dropped.reason for dropped in article.dropped)
        lines += look.lines([f"{words['dropped']} {len(article.dropped)}: {tally(counts, look.lang)}"], hang=2)
    if verbose:
        for each in article.dropped:
            text = textwrap.shorten(each.text, 100, placeholder="…")
            lines += look.lines([theirs(text)], label=f"{reason(each.reason, look.lang):10} ", indent=2, hang=4)
    for warning in record.warnings:
        lines += look.lines([f"{words['warning']}: {warning}"], hang=2)
    return lines


def _found(record: Record, look: Look) -> list[str]:
    """Who and what is named, by kind, the most often named first; and when."""
    words = WORDS[look.lang]
    lines: list[str] = []
    for label in ("PER", "ORG", "LOC"):
        named = [entity for entity in record.entities or () if entity.label == label]
        named.sort(key=lambda entity: -len(entity.mentions))
        lines += _list(words[label], [_entity(entity) for entity in named], look)
    values = dict.fromkeys((time.text, f" ({time.value})" if time.value else "") for time in record.times or ())
    return lines + _list(words["times"], list(values), look)


def _list(label: str, things: list[tuple[str, str]], look: Look) -> list[str]:
    line: list[Piece | str] = []
    for name, note in things:
        line += [WORDS[look.lang]["comma"] if line else f"{label}: ", theirs(name), note]
    return look.lines(line, hang=2)


def _entity(entity: Entity) -> tuple[str, str]:
    count = f" ×{len(entity.mentions)}" if len(entity.mentions) > 1 else ""
    return f"{entity.name}{f' ({entity.office})' if entity.office else ''}", count


def _date(date: PrintedDate | None) -> str:
    if date is None:
        return ""
    value = date.value.replace("T", " ")
    return f"{value} ({date.text})" if date.text and date.basis == "printed" else value
