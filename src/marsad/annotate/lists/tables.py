"""What ships in `marsad.data`: tables of tab-separated lines below a head that names their origin, and word lists."""

import gzip
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files
from typing import Any


def rows(name: str) -> Iterator[list[str]]:
    """The rows of `data/<name>` (gzip where it ends in .gz) as lists of columns; comment lines are left out."""
    data = files("marsad.data").joinpath(name).read_bytes()
    text = (gzip.decompress(data) if name.endswith(".gz") else data).decode("utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


@cache
def lists(name: str) -> dict[str, Any]:
    """The lists of `data/<name>`, a TOML file, as they are written."""
    return tomllib.loads(files("marsad.data").joinpath(name).read_text("utf-8"))


def word_lists(name: str) -> Callable[[str], frozenset[str]]:
    """The lists of `data/<name>`, each by its name as a set of words; the file is read once, when first asked for."""

    @cache
    def words(listed: str) -> frozenset[str]:
        return frozenset(lists(name)[listed])

    return words


word_list = word_lists("patterns.toml")  # folded words, of the rules of names
modal_words = word_lists("modality.toml")  # what makes an act planned, supposed, denied, wished or background
party_words = word_lists("parties.toml")  # by which the parties of events are read
