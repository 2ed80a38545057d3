"""Known articles, dumped as text and read again: what comes back, and what became of every line that does not."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from typing import Protocol

from bench.dumps import DUMPS, Known
from bench.measure import bare
from marsad.errors import MarsadError
from marsad.records import Record

WORST = 40  # outcomes of each kind that are written out for reading


class Reader(Protocol):
    """Reads one text dump."""

    def __call__(self, dump: str, *, any_page: bool) -> Record:
        """The record; raises a MarsadError."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One dump read: `fates` names each expected line that did not come back as a paragraph, and its fate."""

    key: str
    rejected: str | None
    headline: bool
    exact: bool
    lines: int
    fates: tuple[tuple[str, str], ...] = ()
    extra: tuple[str, ...] = ()
    found_headline: str | None = None


def compare(article: Known, record: Record) -> Outcome:
    """An exact reading has the headline and the same paragraphs in the same order, nothing more."""
    found = [bare(text) for text in record.article.paragraph_texts()]
    expected = [bare(text) for text in article.expected]
    title = bare(record.article.headline or "")
    dropped = [(bare(item.text), item.reason) for item in record.article.dropped]
    return Outcome(
        key=article.key,
        rejected=None,
        headline=title == bare(article.headline or ""),
        exact=found == expected,
        lines=len(expected),
        fates=tuple((_fate(line, found, dropped, title), line) for line in expected if line not in found),
        extra=tuple(text for text in found if text not in expected),
        found_headline=record.article.headline,
    )


def _fate(line: str, found: Sequence[str], dropped: Sequence[tuple[str, str]], headline: str) -> str:
    """`joined` with its neighbours, taken as headline, dropped for a reason, `cut` (a part is kept), or lost."""
    if line in headline:
        return "taken as headline"
    if line in " ".join(found):
        return "joined"
    for text, reason in dropped:
        if line in text:
            return reason
    return "cut" if any(text in line for text in found if text) else "lost"


def read_back(article: Known, dump: str, read: Reader) -> Outcome:
    """The outcome of one dump; an article without a headline is read as any page."""
    try:
        record = read(dump, any_page=article.headline is None)
    except MarsadError as error:
        return Outcome(article.key, error.reason, headline=False, exact=False, lines=len(article.expected))
    return compare(article, record)


def read_all(articles: Sequence[Known], read: Reader) -> dict[str, list[Outcome]]:
    """Every article in every dump; the read-also titles of a messed one are the headlines of its neighbours."""
    headlines = [article.headline for article in articles if article.headline]
    others = list(pairwise(headlines)) or [("", "")]
    return {
        name: [
            read_back(article, dump(article, others[(number + 7) % len(others)]), read)
            for number, article in enumerate(articles)
            if article.headline or name != "messed"  # what is messed up is the headline first of all
        ]
        for name, dump in DUMPS.items()
    }


def shares(outcomes: Sequence[Outcome]) -> dict[str, float]:
    """Shares of articles (exact, headline, rejected) and of lines (kept, and lost without a word)."""
    total, lines = max(len(outcomes), 1), max(sum(outcome.lines for outcome in outcomes), 1)
    gone = sum(o.lines if o.rejected else sum(fate != "joined" for fate, _ in o.fates) for o in outcomes)
    lost = sum(fate == "lost" for outcome in outcomes for fate, _ in outcome.fates)
    return {
        "exact": sum(outcome.exact and outcome.headline for outcome in outcomes) / total,
        "headline": sum(outcome.headline for outcome in outcomes) / total,
        "paragraphs": sum(outcome.exact for outcome in outcomes) / total,
        "rejected": sum(outcome.rejected is not None for outcome in outcomes) / total,
        "lines_kept": 1 - gone / lines,
        "lines_lost_silently": lost / lines,
        "extra_lines": sum(len(outcome.extra) for outcome in outcomes) / total,
    }


def fates(outcomes: Iterable[Outcome]) -> dict[str, int]:
    """How many lines of known articles met each fate, rejections included."""
    counts = Counter(fate for outcome in outcomes for fate, _ in outcome.fates)
    counts.update(f"rejected: {outcome.rejected}" for outcome in outcomes if outcome.rejected)
    return dict(counts.most_common())


def worst(outcomes: Iterable[Outcome]) -> list[dict[str, object]]:
    """The outcomes that lose most, for reading: at most `WORST` for each first fate."""
    seen: Counter[str] = Counter()
    picked: list[dict[str, object]] = []
    flawed = (outcome for outcome in outcomes if not (outcome.exact and outcome.headline))
    for outcome in sorted(flawed, key=lambda o: -len(o.fates) - len(o.extra)):
        kind = outcome.rejected or (outcome.fates[0][0] if outcome.fates else "extra" if outcome.extra else "headline")
        seen[kind] += 1
        if seen[kind] <= WORST:
            picked.append({"kind": kind, **asdict(outcome)})
    return picked
