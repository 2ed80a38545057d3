"""Words that point from one source to another (`data/speakers.toml`): ذاته, what means the same, who may be anybody."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def pointing(name: str) -> frozenset[str]:
    """A list of `speakers.toml`: same, issuing, any_person, any_body."""
    return frozenset(_table()[name])


@cache
def meaning(noun: str) -> frozenset[str]:
    """The nouns that mean the same office or body as one, itself included."""
    return frozenset({noun}.union(*(group for group in _table()["synonyms"] if noun in group)))


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files("marsad.data").joinpath("speakers.toml").read_text("utf-8"))
