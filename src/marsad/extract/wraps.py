"""Hard-wrapped text: lines that were cut at a column are joined to paragraphs again.

A page wrapped at 72 or 80 columns has lines of nearly one length that end in mid-sentence; paragraphs that
stand on lines of their own have any length and end where a sentence ends.
"""

import re
from collections import Counter
from itertools import pairwise

from marsad.extract.credits import credits
from marsad.extract.lines import Line
from marsad.text.dates import find

_WIDEST = 125  # columns; text that somebody wrapped is narrower
_NARROWEST = 34
_ENDED = (".", "!", "؟", "?", ":", "…", "»", '"', "”", "؛")
_FULL_STOP = (".", "!", "؟", ".»", '."', ".”", "».", '".', "؟»", "!»")
_OWN_LINE = re.compile(
    r"^\s*(?:[-–—•●*▪■·◄►>#|/]|\d{1,2}\s*[.)\-–ـ]\s)"
)  # bullets and crumbs begin a line of their own
_GREEDY = 0.8  # share of the breaks in mid-sentence; a headline or byline at the top of a run makes the others
_SLACK = 2  # characters
_FEWEST = 3  # lines that prove a wrapped block by themselves


def join(lines: list[Line]) -> list[Line]:
    """The lines with wrapped runs joined; each joined line keeps the place of its first."""
    if max((len(line.text) for line in lines if line.breaks == 1), default=0) < _NARROWEST:
        return lines
    runs = _runs(lines)
    wrapped = [run for run in runs if _width(run)]
    width = max(map(_width, wrapped), default=0)
    if sum(len(run) - 1 for run in wrapped) < _FEWEST and not (width := _width_of_pairs(runs)):
        return lines
    joined: list[Line] = []
    for run in runs:
        joined.extend(_joined(run, width))
    return joined


def _runs(lines: list[Line]) -> list[list[Line]]:
    """Lines that follow each other without a blank line, in one block, and may be pieces of one text."""
    counts = Counter(line.key for line in lines)
    runs: list[list[Line]] = []
    closed = True
    for line in lines:
        alone = _stands_alone(line, counts)
        last = runs[-1][-1] if runs else None
        if last and not closed and not alone and line.breaks == 1 and line.block == last.block:
            runs[-1].append(line)
        else:
            runs.append([line])
        closed = alone
    return runs


def _stands_alone(line: Line, counts: Counter[str]) -> bool:
    """Whether a line is something by itself: a label, link, list item, date, byline, or a line that is repeated."""
    if line.label or line.reason or line.links or counts[line.key] > 1 or len(line.text) > _WIDEST or not line.letters:
        return True
    return bool(_OWN_LINE.match(line.text)) or (
        len(line.text) < 90 and (_mostly_date(line.text) or bool(credits(line.text)))
    )


def _mostly_date(text: str) -> bool:
    dates = find(text)
    return bool(dates) and (sum(d.end - d.start for d in dates) > 0.6 * len(text) or any(d.role for d in dates))


def _width(run: list[Line]) -> int:
    """The column at which a run is wrapped, or 0: wherever no sentence ends, the next word would not have fitted."""
    if len(run) < _FEWEST:
        return 0
    width = max(len(line.text) for line in run)
    inner = [(before.text, after.text) for before, after in pairwise(run) if not before.text.endswith(_FULL_STOP)]
    if not _NARROWEST <= width <= _WIDEST or len(inner) < max(_FEWEST - 1, 0.5 * (len(run) - 1)):
        return 0
    greedy = sum(_cut_between(before, after, width) for before, after in inner)
    ended = sum(before.endswith(_ENDED) for before, _ in inner)
    return width if greedy >= _GREEDY * len(inner) and ended <= 0.34 * len(inner) else 0


def _width_of_pairs(runs: list[list[Line]]) -> int:
    """The column of short paragraphs that each fill one line and a piece of the next, or 0."""
    pairs = [(run[0].text, run[1].text) for run in runs if len(run) == 2]
    if len(pairs) < _FEWEST or len(pairs) < 0.5 * sum(len(run[0].text) > _NARROWEST for run in runs):
        return 0
    width = max(len(first) for first, _ in pairs)
    full = [pair for pair in pairs if len(pair[0]) >= 0.7 * width]
    whole = all(_cut_between(first, second, width) and not first.endswith(_ENDED) for first, second in full)
    return width if whole and len(full) >= _FEWEST and _NARROWEST <= width <= _WIDEST else 0


def _cut_between(before: str, after: str, width: int) -> bool:
    """Whether a line ends where the first word of the next one would have passed the width."""
    return len(before) <= width and len(before) + 1 + len(after.split(" ", 1)[0]) > width


# Where paragraphs follow each other without a blank line, most of them begin so.
_REPORTS = re.compile(r"و(?:قال|اضاف|اوضح|اكد|كان|ذكر|اشار|تابع|لفت|شدد|اعلن|بين|راي|افاد|اعتبر|هذا|هذه)\w?\b")
_FEWEST_ENDS = 2  # inside a run: of paragraphs that follow each other so
_INSIDE = re.compile(r"[.!؟][»\"”]?\s+\S")  # a sentence that ends inside a line
_FEWEST_STOPS = 3  # at ends of lines and none inside: nobody's sentences fill the column by chance


def _ends_short(line: Line, width: int) -> bool:
    return line.text.endswith(_FULL_STOP) and len(line.text) < 0.8 * width


def _joined(run: list[Line], width: int) -> list[Line]:
    result = [run[0]]
    pieces: list[list[str]] = [[run[0].text]]
    previous = run[0].text
    packed = sum(_ends_short(line, width) for line in run[:-1]) >= _FEWEST_ENDS
    stops = sum(line.text.endswith(_FULL_STOP) for line in run[:-1])
    always = stops >= _FEWEST_STOPS and not any(_INSIDE.search(line.text) for line in run)
    for number, line in enumerate(run[1:], 1):
        last = number == len(run) - 1
        ended = (
            (always and previous.endswith(_FULL_STOP))
            or (
                previous.endswith(_FULL_STOP)
                and last
                and not line.text.endswith(_ENDED)
                and len(line.text) < 0.6 * width
            )
            or (packed and previous.endswith(_FULL_STOP) and bool(_REPORTS.match(line.key)))
        )
        # Marks that were taken out since (links, formatting) make lines a little shorter than they were.
        if not ended and any(_cut_between(previous, line.text, width + slack) for slack in range(-_SLACK, _SLACK + 1)):
            pieces[-1].append(line.text)
        else:
            result.append(line)
            pieces.append([line.text])
        previous = line.text
    for head, texts in zip(result, pieces, strict=True):
        if len(texts) > 1:
            head.rewrite(" ".join(texts))
    return result
