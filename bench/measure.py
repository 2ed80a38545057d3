"""What it means to read a page rightly: one reading against one expectation.

Body: tokens are split at white space after NFC and compared as multisets, page by page. Headlines are equal
after white space is folded; dates by their day; authors, sources and sections by their folded string.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

REMOVED = dict.fromkeys(
    chain(
        range(0x09),
        range(0x0E, 0x20),
        range(0x7F, 0x85),
        range(0x200B, 0x2010),
        range(0x202A, 0x202F),
        range(0x2066, 0x206A),
        (0x061C, 0xFEFF, 0x00AD, 0x0640),
    )
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a program says about one page; paragraphs in reading order, nothing where it rejects the page."""

    title: str | None = None
    day: str | None = None
    authors: tuple[str, ...] = ()
    source: str | None = None
    section: str | None = None
    paragraphs: tuple[str, ...] = ()
    rejected: str | None = None


@dataclass(frozen=True, slots=True)
class Expected:
    """What stands on the page, by hand. `None` means that the page names none."""

    title: str | None
    day: str | None
    author: str | None
    source: str | None
    section: str | None
    paragraphs: tuple[str, ...]
    must: tuple[str, ...] = ()
    must_not: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PageScore:
    """One page: `verdict` fields are right, wrong, missing, invented, or none (nothing there, nothing said)."""

    precision: float
    recall: float
    f1: float
    title: bool
    date: str
    author: str
    source: str
    section: str
    missed: tuple[str, ...]
    forbidden: tuple[str, ...]
    repeated: int


def folded(text: str) -> str:
    """NFC, white space folded to single blanks."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def bare(text: str) -> str:
    """As `folded`, without what extraction takes away on purpose: controls, tatweel, presentation forms."""
    shaped = (unicodedata.normalize("NFKC", sign) if "\ufb50" <= sign <= "\ufefc" else sign for sign in text)
    return folded("".join(shaped).translate(REMOVED))


def body_scores(found: Iterable[str], expected: Iterable[str]) -> tuple[float, float, float]:
    """Precision, recall and F1 over the tokens of all paragraphs."""
    mine, gold = (Counter(chain.from_iterable(folded(text).split() for text in side)) for side in (found, expected))
    shared = (mine & gold).total()
    precision = shared / mine.total() if mine else 0.0
    recall = shared / gold.total() if gold else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if shared else 0.0


def verdict(found: Sequence[str], expected: str | None) -> str:
    """Which of: right (exactly the expected one), wrong, missing, invented (nothing is expected), none."""
    if not found:
        return "missing" if expected else "none"
    if expected is None:
        return "invented"
    return "right" if {folded(name) for name in found} == {folded(expected)} else "wrong"


def repeats(paragraphs: Iterable[str]) -> int:
    """How many paragraphs say again what an earlier one said."""
    counts = Counter(bare(text) for text in paragraphs)
    return counts.total() - len(counts)


def score(reading: Reading, expected: Expected) -> PageScore:
    """Every measure of one page. `must` strings stand in the body, `must_not` strings do not."""
    body = folded(" ".join(reading.paragraphs))
    precision, recall, f1 = body_scores(reading.paragraphs, expected.paragraphs)
    return PageScore(
        precision=precision,
        recall=recall,
        f1=f1,
        title=folded(reading.title or "") == folded(expected.title or ""),
        date=verdict([reading.day] if reading.day else [], expected.day),
        author=verdict(reading.authors, expected.author),
        source=verdict([reading.source] if reading.source else [], expected.source),
        section=verdict([reading.section] if reading.section else [], expected.section),
        missed=tuple(text for text in expected.must if folded(text) not in body),
        forbidden=tuple(text for text in expected.must_not if folded(text) in body),
        repeated=repeats(reading.paragraphs),
    )
