"""The headline: the line of the page that its metadata, its headings or its own repetition vouch for.

Titles in metadata carry the name of the site before or behind; the line on the page does not. So titles are cut
at separators into all their beginnings and ends, and the longest cut that stands on the page as a line wins.
"""

import re
from dataclasses import dataclass

from marsad.extract.lexicon import bare
from marsad.extract.lines import Line, Sheet
from marsad.extract.metadata import Metadata
from marsad.extract.repeats import letters
from marsad.text.dates import find
from marsad.text.fold import fold_key

_SEPARATOR = re.compile(r"\s+[|\-–—·•:»«>/]+\s+|\s*\|+\s*|\s*::+\s*|\s+[»«]\s*|\s*[»«]\s+|(?<=\S)\s*:\s+|\s+\.{2,}\s+|\s*[-–—]\s+|\s+[-–—]\s*")
_LONGEST = 300  # characters
_FEWEST_LETTERS = 8


@dataclass(frozen=True, slots=True)
class Headline:
    """The headline as printed, and the number of its line (None: it stands in metadata only)."""

    text: str
    line: int | None


def cuts(title: str) -> list[str]:
    """A title and all its beginnings and ends at separators, longest first."""
    places = [m.span() for m in _SEPARATOR.finditer(title)][:12]
    found = {title}
    for start, end in places:
        found.update((title[:start], title[end:]))
    for (_, start), (end, _) in ((a, b) for i, a in enumerate(places) for b in places[i + 1 :]):
        found.add(title[start:end])
    return sorted((cut.strip() for cut in found if len(letters(fold_key(cut))) >= _FEWEST_LETTERS), key=len, reverse=True)


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
        if len(title) <= 2 * _LONGEST:
            for cut in cuts(title):
                key = letters(fold_key(cut))
                wanted[key] = max(wanted.get(key, 0), len(cut) / len(title))
    sites = {letters(fold_key(site)) for site in metadata.sites}
    best: tuple[float, Line] | None = None
    for line in sheet.lines:
        score = _score(line, wanted, sites)
        if score > 0 and (best is None or score > best[0]):
            best = (score, line)
    if best:
        return Headline(best[1].text, best[1].number)
    for title in titles:
        if text := without_site(title, metadata.sites):
            return Headline(text, None)
    return None


def _score(line: Line, wanted: dict[str, float], sites: set[str]) -> float:
    if len(line.text) > _LONGEST:
        return 0
    key = letters(line.key)
    share = wanted.get(key, 0.0)
    if not share and line.tag != "h1" and "headline" not in line.hints:
        return 0
    if key in sites or len(key) < _FEWEST_LETTERS:
        return 0
    foreign = line.hints & {"related", "aside", "comment", "menu"} or (line.reason and line.tag != "h1")
    score = 6 * share + {"h1": 2.5, "h2": 1.0, "h3": 0.6}.get(line.tag, 0.0) + 0.7 * ("headline" in line.hints)
    if foreign:
        score -= 2.5
    if "section" in line.hints:
        score -= 1.0
    if line.link_share > 0.8:  # noqa: PLR2004
        score -= 1.2
    if not share and (line.words < 3 or line.label):  # noqa: PLR2004
        return 0
    return score


# -- dumps -----------------------------------------------------------------------------------------------------

_TOP = 60  # lines in which a dump's headline must stand
_FEWEST_WORDS, _MOST_WORDS = 2, 32


def of_dump(lines: list[Line], given: str | None) -> Headline | None:
    """The headline of a text dump: given from outside, else repeated at the top, else the last line before the text."""
    prose = next((line for line in lines if is_prose(line)), None)
    limit = prose.number if prose else (lines[-1].number + 1 if lines else 0)
    head = [line for line in lines[:_TOP] if line.number < limit]
    if given:
        wanted = {letters(fold_key(cut)) for cut in cuts(given)}
        for line in head:
            if letters(line.key) in wanted:
                return Headline(line.text, line.number)
        return Headline(given, None)
    usable = [line for line in head if _may_be_headline(line)]
    if repeated := _repeated(usable):
        return repeated
    for line in usable:
        return _clip(line, usable)
    return None


def is_prose(line: Line) -> bool:
    """Whether a line of a dump is running text: a sentence that ends, or too long for anything else."""
    if line.reason or line.words < 8:  # noqa: PLR2004
        return False
    ended = line.text.rstrip().endswith((".", "!", "؟", "?", ":", '"', "»", "”", ")", "…", "؛", "."))
    return (ended and line.words >= 12) or line.words >= 22 or (ended and line.text.endswith(".") and line.words >= 8)  # noqa: PLR2004


def _may_be_headline(line: Line) -> bool:
    if line.reason or not _FEWEST_WORDS <= line.words <= _MOST_WORDS or len(line.text) > _LONGEST:
        return False
    if len(letters(line.key)) < _FEWEST_LETTERS or line.label:
        return False
    dates = find(line.text)
    return not dates or sum(d.end - d.start for d in dates) < 0.35 * len(line.text)


def _repeated(usable: list[Line]) -> Headline | None:
    """A line that stands twice at the top, also once with the name of the site glued to it."""
    counts: dict[str, list[Line]] = {}
    for line in usable:
        for cut in {letters(fold_key(cut)) for cut in cuts(line.text)}:
            counts.setdefault(cut, []).append(line)
    best: tuple[int, str] | None = None
    for key, found in counts.items():
        whole = [line for line in found if letters(line.key) == key]
        if len(found) > 1 and whole and whole[0].words > 2 and (best is None or len(key) > best[0]):  # noqa: PLR2004
            best = (len(key), key)
    if best is None:
        return None
    line = next(line for line in counts[best[1]] if letters(line.key) == best[1])
    return Headline(line.text, line.number)


def _clip(line: Line, usable: list[Line]) -> Headline:
    """The first usable line of three words or more; a lone short one in front is a kicker or the site's name."""
    for candidate in usable:
        if candidate.words >= 4 and not bare(candidate.key).endswith(":"):  # noqa: PLR2004
            return Headline(candidate.text, candidate.number)
    return Headline(line.text, line.number)
