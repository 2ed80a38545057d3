"""Two texts side by side: what was kept, cut, added, moved; which words differ, and what these differences are.

    compare(side(record_a), side(record_b))     two articles, or two versions of one address
    compare(plain("…"), plain("…"))             two texts

Spelling and typography (hamza, marks, digits, signs, spaces) stand apart from what changes anything: `Edit.severity`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from marsad.group.comparing_align import Aligned, aligned, matcher, ratio
from marsad.group.comparing_kinds import SEVERITIES, SEVERITY_OF, Edit, EditKind, Severity, contents
from marsad.group.comparing_sides import Sentence, Side, Stretch, plain, quote_marks, side
from marsad.group.comparing_stretches import differences
from marsad.records import Span, TextSpan

__all__ = ["SEVERITIES", "Comparison", "Edit", "EditKind", "Piece", "Severity", "Status", "compare", "plain", "side"]

Status = Literal["kept", "changed", "cut", "added"]

_ANOTHER = 0.3  # how alike two headlines are that are not one any more


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence, or several that were one, in each text. `kept`: no word differs but in spelling."""

    status: Status
    moved: bool
    a: TextSpan | None
    b: TextSpan | None
    alike: float  # from 0 to 1


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two texts have in common and what not; shares are of the words of each body, from 0 to 1."""

    share_a: float  # words of a that stand in b
    share_b: float
    pieces: tuple[Piece, ...]
    edits: tuple[Edit, ...]

    @property
    def severity(self) -> Severity:
        """That of the gravest difference."""
        return max((edit.severity for edit in self.edits), key=SEVERITIES.index, default="none")

    @property
    def kinds(self) -> frozenset[EditKind]:
        """Which kinds of differences there are."""
        return frozenset(edit.kind for edit in self.edits)


def compare(a: Side, b: Side) -> Comparison:
    """The differences of two texts, in the order in which they stand: headline, then the body."""
    rows = aligned(a.sentences, b.sentences)
    edits = [*_headline(a, b)]
    pieces = []
    same = 0
    for row in rows:
        found = list(_edits(a, b, row))
        edits += found
        pieces.append(_piece(a, b, row, found))
        same += _same(row)
    sizes = [sum(len(one.keys) for one in text.sentences) for text in (a, b)]
    return Comparison(_share(same, sizes[0]), _share(same, sizes[1]), tuple(pieces), tuple(edits))


def _share(same: int, size: int) -> float:
    return round(same / size, 4) if size else 0.0


def _same(row: Aligned) -> int:
    if not row.a or not row.b:
        return 0
    blocks = matcher(row.a.keys, row.b.keys).get_matching_blocks()
    return sum(block.size for block in blocks)


def _piece(a: Side, b: Side, row: Aligned, found: list[Edit]) -> Piece:
    changed = any(edit.kind not in {"spelling", "typography", "moved"} for edit in found)
    status: Status = "added" if not row.a else "cut" if not row.b else "changed" if changed else "kept"
    return Piece(status, row.moved, _shown(a, row.a), _shown(b, row.b), round(row.alike, 4))


def _shown(text: Side, sentence: Sentence | None) -> TextSpan | None:
    return text.at(sentence.span) if sentence else None


def _edits(a: Side, b: Side, row: Aligned) -> Iterator[Edit]:
    if row.a and row.b:
        if row.moved:
            yield Edit("moved", SEVERITY_OF["moved"], _shown(a, row.a), _shown(b, row.b))
        marks = list(_unquoted(a, row.a, b, row.b))
        yield from marks
        yield from (one for one in differences(a, row.a, b, row.b) if not (marks and one.kind == "typography"))
    elif row.a:
        yield _whole("deletion", a, row.a)
    elif row.b:
        yield _whole("addition", b, row.b)


def _whole(kind: Literal["deletion", "addition"], text: Side, sentence: Sentence) -> Edit:
    """A sentence that one text lacks; it weighs more where somebody is quoted in it."""
    held = contents(Stretch(text, sentence.words, sentence.keys, 0, len(sentence.words)))
    severity: Severity = "high" if {"quote", "attribution"} & set(held) else SEVERITY_OF[kind]
    shown = _shown(text, sentence)
    return Edit(kind, severity, shown if kind == "deletion" else None, shown if kind == "addition" else None,
                ",".join(held))  # fmt: skip


def _unquoted(a: Side, one: Sentence, b: Side, other: Sentence) -> Iterator[Edit]:
    """Words that stood between marks of quotation and do so no more, or the other way round."""
    texts = [text.text[part.span.start : part.span.end] for text, part in ((a, one), (b, other))]
    held = [any(_inside(part.span, quoted) for quoted in text.quoted) for text, part in ((a, one), (b, other))]
    if held[0] != held[1] and quote_marks(texts[0]) != quote_marks(texts[1]):
        yield Edit("quote", SEVERITY_OF["quote"], _shown(a, one), _shown(b, other), "marks")


def _inside(span: Span, quoted: Span) -> bool:
    return span.start <= quoted.start and quoted.end <= span.end


def _headline(a: Side, b: Side) -> Iterator[Edit]:
    """The difference of the headlines as one edit, with the kinds that are in it."""
    if not a.head or not b.head:
        if a.head or b.head:
            yield Edit("headline", SEVERITY_OF["headline"], _shown(a, a.head), _shown(b, b.head), "missing")
        return
    found = list(differences(a, a.head, b, b.head))
    grave = [edit for edit in found if edit.kind not in {"spelling", "typography"}]
    if not grave:
        yield from found
        return
    another = ratio(a.head.keys, b.head.keys) < _ANOTHER
    what = "another" if another else ",".join(dict.fromkeys(edit.kind for edit in grave))
    weights = [SEVERITY_OF["headline"], *(edit.severity for edit in grave if not another)]
    yield Edit("headline", max(weights, key=SEVERITIES.index), _shown(a, a.head), _shown(b, b.head), what)
