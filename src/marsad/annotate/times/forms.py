"""The forms that a time takes in running text, as regular expressions over the symbols of `times_lexicon`.

Each form is a line; the first that matches at a place wins. All repeats are bounded, so that matching is linear.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_MM = r"[muHU](?:[/\-(]?[muHU]\)?)?"
_MONTH = rf"(?:s?{_MM})"
_REL = r"[RFPLM]"
_YEAR = r"(?:[aA]?yg?|[aA]?h%?)"
_OF_YEAR = rf"(?:f?A{_REL}(?:y|\(y\))?|f[zZ]?A{_REL}?|f?[zZ]A)"
_TAIL = rf"(?:[f^c]?{_YEAR}|{_OF_YEAR}|{_REL})"
_DAY = r"(?:\(d\)|l?[do])"
_DATE = rf"(?:{_DAY}[f/\-]?{_MONTH}(?:[/\-]{_YEAR}|{_TAIL})?|e{_MM}{_TAIL}?|{_DAY}f[zZ]?S{_REL}?|l?[do]fP|dP)"
_WEEKDAY = r"(?:D?w|Dv)"
_BOTH = rf"(?:{_DATE}(?:[c(]?=D?w?{_DATE}\)?|\({_DATE}\))?|9[g%]?(?:[c(]?=D?w?9[g%]?\)?)?)"
_UNIT = r"[DEsab13]"
_CENTURY = rf"C(?:{_REL}|l?[do])"

_FORMS = {
    "weekdays": rf"p?Ew(?:c?Ww|cw){{1,6}}{_REL}?",
    "deictic": rf"p?D?p?(?:Y|DG|G(?=\(?w)|(?<=f)G|zT|T(?![RLM])|I(?![RLM]))(?:w|\(w\))?(?:[c(]?=?c?{_BOTH}\)?)?",
    "nth_weekday": rf"p?D?w[oO]f(?:{_MONTH}{_TAIL}?|S{_REL})",
    "weekday": rf"p?{_WEEKDAY}(?:f[zZ]?K{_REL}?|{_REL}?(?:[c(]?=?c?{_BOTH}\)?)?)",
    "dates": rf"f[DE]?{_DATE}W?i[DE]?{_DATE}|N[DE]?{_DATE}[iW][DE]?{_DATE}|E{_DATE}W{_DATE}|p?D?{_DATE}-{_DATE}",
    "days": (
        rf"f[DE]?{_DAY}W?i{_DAY}f?{_MONTH}{_TAIL}?|N?p?[DE]?{_DAY}(?:c?Wi?|-){_DAY}f?{_MONTH}{_TAIL}?"
        rf"|Ew{_DAY}c?Ww{_DAY}f?{_MONTH}{_TAIL}?"
    ),
    "date": rf"p?D?{_BOTH}",
    "months": (
        rf"f{_MONTH}{_TAIL}?i{_MONTH}{_TAIL}?|N{_MONTH}{_TAIL}?W{_MONTH}{_TAIL}?"
        rf"|r?{_MM}-{_MM}{_TAIL}?|r{_MM}W{_MM}{_TAIL}?"
    ),
    "week_of_month": rf"K[oO]f(?:{_MONTH}{_TAIL}?|S{_REL})",
    "month_of": rf"q?SMf(?:{_YEAR}|A{_REL})",
    "month": rf"q?{_MONTH}{_TAIL}?",
    "quarter": rf"Q[oO][f^]?(?:{_YEAR}|[zZ]?A{_REL}?y?)",
    "decade": rf"q?t(?:f?{_CENTURY})?",
    "century": rf"q?{_CENTURY}",
    "season": rf"q?(?:j{_REL}|[jJ](?:f?a?A?y|A{_REL}))",
    "years": (
        r"N[baA]?[y8](?:[iW][aA]?[y8]){1,6}g?|b[y8](?:[iW][aA]?[y8]){1,9}g?"
        r"|f?[aA]?[y8](?:i[aA]?|-|/)[y8]g?|y[/\-]d"
    ),
    "years_of_hijra": r"[aA]?h%?[\-/]h%",
    "year": rf"q?(?:[aA][y8h]g?%?|h%|qh|yg|A{_REL}(?:y|\(y\))?)|qy",
    "bare_year": r"y",
    "unit": rf"q?(?:[zZ][SAKTIj]{_REL}?|[SKTI]{_REL}|q?[zZ]?A[RFPLM])|q[SAK]",
    "ago": rf"[<>@]~?(?:(?:[dn]|k(?:W?k)?){_UNIT}|2|[sa3](?=[x!c)W])|D(?=[!c)W]))",
    "then": r"V",
    "day_only": r"p?Dl?d(?![dnkE1bsaD%/\-])",
    "feast": r"(?:eE|[pD])?\*",
}
_STARTS = re.compile("[peEDYTIwGNfldo9rsmuHUKSqQtCjJabAyhzZV<>@8*]")
_PATTERNS = tuple((kind, re.compile(form)) for kind, form in _FORMS.items())


class Form(NamedTuple):
    """A form and the tokens, `first` up to `last`, that show it."""

    kind: str
    first: int
    last: int


def next_start(symbols: str, place: int) -> int | None:
    """The first token at or behind `place` that may begin a form."""
    start = _STARTS.search(symbols, place)
    return start.start() if start else None


def forms_at(symbols: str, place: int) -> Iterator[Form]:
    """The forms that begin at token `place`, the likeliest first."""
    for kind, pattern in _PATTERNS:
        match = pattern.match(symbols, place)
        if match:
            yield Form(kind, *match.span())
