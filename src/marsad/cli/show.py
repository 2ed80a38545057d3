"""A record for people: headline, facts, paragraphs, what was dropped."""

import textwrap
from collections import Counter

from marsad.records import PrintedDate, Record

_WORDS: dict[str, dict[str, str]] = {
    "en": {
        "source": "source", "authors": "by", "publisher": "publisher", "modified": "updated",
        "paragraphs": "paragraphs",
        "words": "words", "dropped": "Dropped", "related": "Related", "warning": "Note", "images": "Images",
    },
    "ar": {
        "source": "المصدر", "authors": "الكاتب", "publisher": "الناشر", "modified": "تحديث", "paragraphs": "فقرات",
        "words": "كلمة", "dropped": "المحذوف", "related": "مواضيع ذات صلة", "warning": "تنبيه", "images": "صور",
    },
}  # fmt: skip


def show(record: Record, *, lang: str = "en", verbose: bool = False) -> str:
    """The record as text; with `verbose` every dropped line with its reason."""
    article = record.article
    words = _WORDS[lang]
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
    lines = [article.headline or "", " · ".join(fact for fact in facts if fact)]
    lines.append(f"{len(paragraphs)} {words['paragraphs']}, {count} {words['words']}")
    for text in paragraphs:
        lines += ["", text]
    tail = [f"{words['related']}: {link.title}" for link in article.links[:8]]
    tail += [f"{words['images']}: {image.caption}" for image in article.images if image.caption]
    if article.dropped:
        counts = Counter(dropped.reason for dropped in article.dropped)
        tail.append(
            f"{words['dropped']} {len(article.dropped)}: " + ", ".join(f"{r} {n}" for r, n in counts.most_common())
        )
    if verbose:
        tail += [f"  {d.reason:10} {textwrap.shorten(d.text, 100, placeholder='…')}" for d in article.dropped]
    tail += [f"{words['warning']}: {warning}" for warning in record.warnings]
    return "\n".join([*lines, *(["", *tail] if tail else [])])


def _date(date: PrintedDate | None) -> str | None:
    if date is None:
        return None
    value = date.value.replace("T", " ")
    return f"{value} ({date.text})" if date.text and date.basis == "printed" else value
