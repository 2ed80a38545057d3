"""How usual a word is as a part of persons' names: the table of name parts, read when it is first asked."""

import gzip
from functools import cache, lru_cache
from importlib.resources import files

from marsad.text.fold import fold_key

_FEWEST = 3  # of 0-9, logarithmic: from here on a word is usual
_OFTEN = 5  # from here on also where it is an ordinary word besides


@cache
def _table() -> str:
    """The rows of the table behind each other, folded: ` name given family word name …`.

    Kept as it is: to make a set of 17,000 rows would take longer than all look-ups of a run.
    """
    packed = files("marsad.data").joinpath("gaz_names.tsv.gz").read_bytes()
    rows = [row for row in gzip.decompress(packed).decode("utf-8").split("\n") if row and row[0] != "#"]
    return f" {fold_key(' '.join(rows).replace(chr(9), ' '))} "


@lru_cache(maxsize=4096)
def _usual(word: str) -> tuple[int, int, bool]:
    """How usual a folded word is as a given name and as a family name, and whether it is a word besides."""
    at = _table().find(f" {word} ") if word.isalpha() else -1
    if at < 0:
        return 0, 0, False
    start = at + len(word) + 2
    given, family, other = _table()[start : start + 5].split(" ")
    return int(given), int(family), other == "1"


def is_given(word: str) -> bool:
    """Whether a folded word is a usual given name."""
    given, _, other = _usual(word)
    return given >= (_OFTEN if other else _FEWEST)


def is_part(word: str) -> bool:
    """Whether a folded word is usual in names and is no ordinary word besides."""
    given, family, other = _usual(word)
    return not other and max(given, family) >= _FEWEST
