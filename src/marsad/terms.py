"""The closed lists of the record in words for people, from `data/terms.toml`; the languages they are written in."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal

Lang = Literal["ar", "en"]


def term(group: str, key: str, lang: Lang) -> str:
    """A value of a closed list in words: `term("cue_class", "declare", "en")` is "declares"; else the value itself."""
    return _terms().get(group, {}).get(key, {}).get(lang, key)


@cache
def _terms() -> dict[str, dict[str, dict[str, str]]]:
    return tomllib.loads(files("marsad.data").joinpath("terms.toml").read_text("utf-8"))
