"""What the pages say around the content, in Arabic and English, from `words.toml`; and closed lists of the record."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, get_args

from marsad import terms
from marsad.terms import Lang

LANGS: tuple[Lang, ...] = get_args(Lang)
_FEW, _MANY = range(3, 11), range(11, 100)  # of the last two digits, as Arabic grammar counts


def say(key: str, lang: Lang, **filled: object) -> str:
    """A sentence or label: `say("not-found", "ar", id="a-1")`. Raises KeyError for one that is not in the list."""
    text: str = table()["say"][key][lang]
    return text.format(**filled) if filled else text


def term(group: str, key: str, lang: Lang) -> str:
    """A value of a closed list in words: `term("cue_class", "declare", "ar")`; else the value itself."""
    found = table().get(group, {}).get(key)
    return found[lang] if found else terms.term(group, key, lang)


def counted(number: int, noun: str, lang: Lang) -> str:
    """A number with its noun, which has six forms in Arabic: مقال واحد, مقالان, 3 مقالات, 11 مقالا, 100 مقال."""
    forms: dict[str, str] = table()["counted"][noun][lang]
    form = plural(number, lang)
    return forms.get(form, forms["other"]).format(number=f"{number:,}")


def plural(number: int, lang: Lang) -> str:
    """The form that a number asks for: zero, one, two, few, many, other (CLDR)."""
    if lang == "en":
        return "one" if number == 1 else "other"
    if number in {0, 1, 2}:
        return ("zero", "one", "two")[number]
    rest = number % 100
    return "few" if rest in _FEW else "many" if rest in _MANY else "other"


@cache
def table() -> dict[str, dict[str, Any]]:
    """All that `words.toml` says."""
    return tomllib.loads(files("marsad.serve").joinpath("words.toml").read_text("utf-8"))
