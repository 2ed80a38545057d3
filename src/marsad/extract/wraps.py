"""Hard-wrapped text: lines that were cut at a column are joined to paragraphs again.

A page wrapped at 72 or 80 columns has lines of nearly one length that end in mid-sentence; paragraphs that
stand on lines of their own have any length and end where a sentence ends.
"""

from marsad.extract.lines import Line
from marsad.text.fold import fold_key

_WIDEST = 125  # columns; text that somebody wrapped is narrower
_NARROWEST = 34
_FULL = 0.72  # a wrapped line fills at least this share of the width
_ENDED = (".", "!", "؟", "?", ":", "…", "»", '"', "”", "؛")
_FEWEST = 3  # lines that prove a wrapped block by themselves


def join(lines: list[Line]) -> list[Line]:
    """The lines with wrapped runs joined; each joined line keeps the place of its first."""
    runs = _runs(lines)
    width = max((w for run in runs if (w := _width(run))), default=0)
    joined: list[Line] = []
    for run in runs:
        joined.extend(_joined(run, width) if width else run)
    return joined


def _runs(lines: list[Line]) -> list[list[Line]]:
    """Lines that follow each other without a blank line, in one block, not yet told to be something else."""
    runs: list[list[Line]] = []
    for line in lines:
        last = runs[-1][-1] if runs else None
        if last and line.breaks == 1 and line.block == last.block and not line.reason and not last.reason and not line.links:
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def _width(run: list[Line]) -> int:
    """The column at which a run is wrapped, or 0: most lines but the last are full and end in mid-sentence."""
    if len(run) < _FEWEST or len({line.key for line in run}) < len(run):
        return 0
    width = max(len(line.text) for line in run)
    inner = run[:-1]
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    full = [line for line in inner if len(line.text) >= _FULL * width]
    ended = [line for line in inner if line.text.endswith(_ENDED)]
    return width if len(full) >= 0.8 * len(inner) and len(ended) <= 0.34 * len(inner) else 0


def _joined(run: list[Line], width: int) -> list[Line]:
    result = [run[0]]
    previous = run[0]
    for line in run[1:]:
        # A line is cut where the first word of the next one would not have fitted.
        first = line.text.split(" ", 1)[0]
        cut = len(previous.text) >= _FULL * width or len(previous.text) + 1 + len(first) > width
        ended = previous.text.endswith((".", "!", "؟")) and len(previous.text) < 0.95 * width and len(run) < _FEWEST
        if cut and not ended and len(previous.text) <= width + 2 and previous.key != line.key:
            head = result[-1]
            head.text = f"{head.text} {line.text}"
            head.key = fold_key(head.text)
        else:
            result.append(line)
        previous = line
    return result
