"""The tables that ship: tab-separated lines below a head that names origin and licence."""

import gzip
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files


def rows(name: str) -> Iterator[list[str]]:
    """The rows of `data/<name>` (gzip where it ends in .gz) as lists of columns; comment lines are left out."""
    data = files("marsad.data").joinpath(name).read_bytes()
    text = (gzip.decompress(data) if name.endswith(".gz") else data).decode("utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


@cache
def word_list(name: str) -> frozenset[str]:
    """A list of folded words from `data/patterns.toml`."""
    return _patterns()[name]


@cache
def _patterns() -> dict[str, frozenset[str]]:
    lists = tomllib.loads(files("marsad.data").joinpath("patterns.toml").read_text("utf-8"))
    return {name: frozenset(words) for name, words in lists.items()}
