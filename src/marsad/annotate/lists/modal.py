"""The words of `data/modality.toml`: what makes an act planned, supposed, denied, wished or told as background."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def words(name: str) -> frozenset[str]:
    """A list by its name: words as `Token.key` gives them, or verbs by their perfect."""
    return _lists()[name]


@cache
def _lists() -> dict[str, frozenset[str]]:
    lists = tomllib.loads(files("marsad.data").joinpath("modality.toml").read_text("utf-8"))
    return {name: frozenset(members) for name, members in lists.items()}
