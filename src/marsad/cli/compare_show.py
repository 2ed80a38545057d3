"""A comparison as lines for people, as JSON and as rows of a table."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any, NamedTuple

from marsad.cli.look import Look, Piece, theirs
from marsad.cli.words import WORDS
from marsad.group.compare import SEVERITIES, Comparison, Edit, Severity, Status
from marsad.group.compare import Piece as Sentences
from marsad.group.copies import Match
from marsad.records import Record, TextSpan
from marsad.terms import Lang, term

COLUMNS = ("kind", "severity", "what", "a_start", "a_end", "a_text", "b_start", "b_end", "b_text")
_WHOLE = frozenset({"deletion", "addition", "moved"})
_MOST = 2  # lines of a sentence that people see of a difference
_SIGNS: dict[Status, str] = {
    "kept": "=",
    "changed": "~",
    "cut": "-",
    "added": "+",
}  # as programs that compare have them


class Shown(NamedTuple):
    """What is wanted: from which severity on, words within sentences only, every sentence of both."""

    least: Severity
    words: bool = False
    paragraphs: bool = False

    def edits(self, found: Comparison) -> list[Edit]:
        """The differences that weigh enough."""
        grave = [one for one in found.edits if SEVERITIES.index(one.severity) >= SEVERITIES.index(self.least)]
        return [one for one in grave if not (self.words and one.kind in _WHOLE)]


def as_json(both: tuple[Record, Record], found: Comparison, copy: Match | None, shown: Shown) -> dict[str, Any]:
    """The comparison as JSON-ready data; offsets are code points of each article's text."""
    return {
        "a": _named(both[0]), "b": _named(both[1]), "share_a": found.share_a, "share_b": found.share_b,
        "copy": None if copy is None else {
            "manner": copy.manner, "share_b": round(copy.share, 4), "share_a": round(copy.share_of_other, 4),
        },
        "severity": found.severity, "edits": [asdict(one) for one in shown.edits(found)],
        "pieces": [asdict(one) for one in found.pieces],
    }  # fmt: skip


def _named(record: Record) -> dict[str, Any]:
    article = record.article
    return {
        "id": article.id, "uri": record.origin.uri, "headline": article.headline,
        "published": article.published.value if article.published else None,
    }  # fmt: skip


def csv_rows(found: Comparison, shown: Shown) -> Iterator[list[object]]:
    """A head and a row for each difference."""
    yield list(COLUMNS)
    for one in shown.edits(found):
        yield [one.kind, one.severity, one.what, *_cells(one.a), *_cells(one.b)]


def _cells(span: TextSpan | None) -> list[object]:
    return [span.start, span.end, span.text] if span else [None, None, None]


def lines(found: Comparison, copy: Match | None, shown: Shown, how: Look) -> list[str]:
    """The comparison for people: what is common, the sentences, the differences."""
    parts = [_summary(found, copy, how)]
    if shown.paragraphs:
        parts.append([line for one in found.pieces for line in _sentence(one, how)])
    else:
        edits = shown.edits(found)
        parts.append([line for one in edits for line in _edit(one, how)])
        if not edits:
            parts.append(how.lines([WORDS[how.lang]["no-difference"]]))
    return [line for number, part in enumerate(filter(None, parts)) for line in ([""] * bool(number) + part)]


def _summary(found: Comparison, copy: Match | None, how: Look) -> list[str]:
    words = WORDS[how.lang]
    said = how.lines([words["shares"].format(a=_percent(found.share_a), b=_percent(found.share_b))])
    counts = Counter(one.status for one in found.pieces)
    moved = sum(one.moved for one in found.pieces)
    told = [f"{term('piece_status', status, how.lang)} {counts[status]}" for status in _SIGNS if counts[status]]
    told += [f"{term('edit_kind', 'moved', how.lang)} {moved}"] if moved else []
    said += how.lines([words["sentences"] + " " + words["comma"].join(told)])
    return said + (how.lines([term("copy_manner", copy.manner, how.lang)]) if copy else [])


def _percent(share: float) -> str:
    return f"{share:.0%}".replace("%", " %")


def _sentence(one: Sentences, how: Look) -> list[str]:
    """A sentence as the second text has it, or the first one alone, behind a sign."""
    text = one.b or one.a
    label = f"{_SIGNS[one.status]}{'>' if one.moved else ' '} "
    return how.lines([theirs(_line(text.text))], label=label, hang=len(label)) if text else []


def _edit(one: Edit, how: Look) -> list[str]:
    """A difference: how grave, what, from what to what."""
    label = f"{term('severity', one.severity, how.lang)} · {_kind(one, how.lang)}: "
    return how.lines(_words(one, how.lang), label=label, hang=2, most=_MOST)


def _kind(one: Edit, lang: Lang) -> str:
    held = [term("edit_kind", kind, lang) for kind in one.what.split(",") if kind] if one.kind != "term" else []
    name = term("edit_kind", one.kind, lang)
    return f"{name} ({WORDS[lang]['comma'].join(held)})" if held else name


def _words(one: Edit, lang: Lang) -> list[Piece | str]:
    here, there = one.a and theirs(_line(one.a.text)), one.b and theirs(_line(one.b.text))
    if here and there:
        return [here, f" {WORDS[lang]['arrow']} ", there]
    return ["+ ", there] if there else ["- ", here] if here else []


def _line(text: str) -> str:
    return " ".join(text.split())
