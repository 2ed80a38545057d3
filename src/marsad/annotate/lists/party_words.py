"""The words by which the parties of events are read (`data/parties.toml`, reviewed in `resources/lexicons/`)."""

import tomllib
from functools import cache
from importlib.resources import files


def party_words(name: str) -> frozenset[str]:
    """One list of the file."""
    return frozenset(_lists()[name])


@cache
def _lists() -> dict[str, list[str]]:
    return tomllib.loads(files("marsad.data").joinpath("parties.toml").read_text("utf-8"))
