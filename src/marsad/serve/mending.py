"""What is wrong with a request, in the language of the page, with the place in the query and how to mend it.

The rooms below speak English. Each of their sentences about queries has an Arabic one in `mending.toml`; a test sees
that none is missing. What has none is shown in English.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from marsad.archive.query_tokens import QueryError
from marsad.errors import UsageError
from marsad.terms import Lang


@dataclass(frozen=True, slots=True)
class Mend:
    """What is wrong (`lang`: in which language it is said), and the query in three parts around the place."""

    what: str
    lang: Lang
    before: str = ""
    wrong: str = ""
    after: str = ""


def mend(error: UsageError, lang: Lang, query: str = "") -> Mend:
    """An error for the page; `query`: what was asked."""
    what, spoken = error.what, lang
    if lang == "ar":
        arabic = next(
            (said.format(**match.groupdict()) for pattern, said in _arabic() if (match := pattern.fullmatch(what))), ""
        )
        what, spoken = (arabic, "ar") if arabic else (what, "en")
    if not isinstance(error, QueryError):
        return Mend(what, spoken)
    start, end = error.start, max(error.end, error.start + 1)
    return Mend(what, spoken, query[:start], query[start:end], query[end:])


@cache
def _arabic() -> tuple[tuple[re.Pattern[str], str], ...]:
    table = tomllib.loads(files("marsad.serve").joinpath("mending.toml").read_text("utf-8"))
    return tuple((re.compile(row["english"]), row["arabic"]) for row in table["sentence"])
