"""The tables that ship: tab-separated lines below a head that names origin and licence."""

import gzip
from collections.abc import Iterator
from importlib.resources import files


def rows(name: str) -> Iterator[list[str]]:
    """The rows of `data/<name>` (gzip where it ends in .gz) as lists of columns; comment lines are left out."""
    data = files("marsad.data").joinpath(name).read_bytes()
    text = (gzip.decompress(data) if name.endswith(".gz") else data).decode("utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")
