"""The headline: the line of the page that its metadata, its headings or its own repetition vouch for.

Titles in metadata carry the name of the site before or behind; the line on the page does not. So titles are cut
at separators into all their beginnings and ends, and the longest cut that stands on the page as a line wins.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from marsad.extract.lexicon import label_kind
from marsad.extract.lines import Line, Sheet, letters
from marsad.extract.metadata import Metadata
from marsad.text.fold import fold_key

_SEPARATOR = re.compile(
    r"\s+[|\-–—·•:»«>/]+\s+|\s*\|+\s*|\s*::+\s*|\s+[»«]\s*|\s*[»«]\s+|(?<=\S)\s*:\s+|\s+\.{2,}\s+|\s*[-–—]\s+|\s+[-–—]\s*"
)
LONGEST = 300  # characters
_LONGEST_TITLE = 1000  # with the names of site and sections
FEWEST_LETTERS = 8


@dataclass(frozen=True, slots=True)
class Headline:
    """The headline as printed, and the number of its line (None: it stands in metadata only)."""

    text: str
    line: int | None


def cuts(title: str) -> list[str]:
    """A title and all its beginnings and ends at separators, longest first."""
    return list(_cuts(title))


@lru_cache(maxsize=64)  # a page's titles are cut each time its headline is looked for
def _cuts(title: str) -> tuple[str, ...]:
    if len(title) > _LONGEST_TITLE:
        return (title,)
    places = [m.span() for m in _SEPARATOR.finditer(title)][:12]
    found = [title, *(piece for start, end in places for piece in (title[:start], title[end:]))]
    found.extend(title[start:end] for i, (_, start) in enumerate(places) for end, _ in places[i + 1 :])
    long = (cut.strip() for cut in dict.fromkeys(found) if len(letters(fold_key(cut))) >= FEWEST_LETTERS)
    return tuple(sorted(long, key=len, reverse=True))


def without_site(title: str, sites: list[str]) -> str:
    """A title without the names of the site at its ends."""
    keys = {letters(fold_key(site)) for site in sites if site}
    changed = True
    while changed:
        changed = False
        for hit in list(_SEPARATOR.finditer(title))[:12]:
            front, back = title[: hit.start()], title[hit.end() :]
            if letters(fold_key(back)) in keys and front.strip():
                title, changed = front.strip(), True
                break
            if letters(fold_key(front)) in keys and back.strip():
                title, changed = back.strip(), True
                break
    return title


def of_page(sheet: Sheet, metadata: Metadata, given: str | None) -> Headline | None:
    """The headline of a web page."""
    titles = [*([given] if given else []), *metadata.titles, *([metadata.title_tag] if metadata.title_tag else [])]
    wanted: dict[str, float] = {}
    for title in titles:
        if len(title) <= 2 * LONGEST and label_kind(fold_key(title)) is None:
            for cut in cuts(title):
                if label_kind(fold_key(cut)):
                    continue  # `تفاصيل الخبر`
                key = letters(fold_key(cut))
                wanted[key] = max(wanted.get(key, 0), len(cut) / len(title))
    if best := _best_line(sheet, wanted, {letters(fold_key(site)) for site in metadata.sites}):
        return Headline(best.text, best.number)
    for title in titles:
        if label_kind(fold_key(title)) is None and (text := without_site(title, metadata.sites)):
            return Headline(text, None)
    return None


def _best_line(sheet: Sheet, wanted: dict[str, float], sites: set[str]) -> Line | None:
    prose = [line.number for line in sheet.lines if line.words >= _PROSE_WORDS and line.link_share < 0.3]
    below = prose[1] if len(prose) > 1 else len(sheet.lines)
    best: tuple[float, Line] | None = None
    for line in sheet.lines:
        if line.number > below and line.tag not in _RANKED and wanted.get(line.letters, 0) < _MOSTLY:
            continue  # a signature under the text, which the title names as well
        score = _score(line, wanted, sites)
        if score > 0 and (best is None or score > best[0]):
            best = (score, line)
    return best[1] if best else None


_PROSE_WORDS = 20
_RANKED = frozenset({"h1", "h2", "h3"})
_MOSTLY = 0.7  # share of a title


def _score(line: Line, wanted: dict[str, float], sites: set[str]) -> float:
    if len(line.text) > LONGEST:
        return 0
    key = line.letters
    share = wanted.get(key, 0.0)
    if not share and line.tag != "h1" and "headline" not in line.hints:
        return 0
    if key in sites or len(key) < FEWEST_LETTERS:
        return 0
    foreign = line.hints & {"related", "aside", "comment", "menu"} or (line.reason and line.tag != "h1")
    score = 6 * share + {"h1": 2.5, "h2": 1.0, "h3": 0.6}.get(line.tag, 0.0) + 0.7 * ("headline" in line.hints)
    if foreign:
        score -= 2.5
    if "section" in line.hints:
        score -= 1.0
    if line.link_share > 0.8:
        score -= 1.2
    if not share and (line.words < 3 or line.label):
        return 0
    return score
