"""In which language and direction a piece of content stands; the page around it may run the other way."""

import unicodedata
from typing import Literal, NamedTuple

_ARABIC_SCRIPT = frozenset({"ar", "fa", "ur", "ps", "ckb", "ug", "sd"})
_RIGHT = _ARABIC_SCRIPT | {"he", "yi", "dv", "syr"}


class Speech(NamedTuple):
    """What `lang` and `dir` of an element say; "" is HTML's word for an unknown language."""

    lang: str
    dir: Literal["rtl", "ltr", "auto"]


def of_language(code: str) -> Speech:
    """Of an article, whose language the record says."""
    return Speech(code, "rtl" if code.partition("-")[0] in _RIGHT else "ltr")


def of_text(text: str) -> Speech:
    """Of a name or title alone: by the first letter that has a direction."""
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind == "AL":
            return Speech("ar", "rtl")
        if kind == "R":
            return Speech("", "rtl")
        if kind == "L":
            return Speech("", "ltr")
    return Speech("", "auto")
