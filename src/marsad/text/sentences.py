"""Sentences of Arabic news, which forgets the space behind a full stop and writes … and .. for a breath.

A sentence ends at a line break and behind `.`, `!`, `؟` or `?` with the closing marks that belong to it, where a
space, an opening mark or an Arabic letter follows. It does not end at an ellipsis (`..`, `...`, `…` are commas in
news), behind an abbreviation (`د.`, `أ.ف.ب.`, `U.S.`), inside a number, address or file name.
"""

import re

from marsad.records import Span
from marsad.text.letters import LETTER, MARK

_CLOSING = "\"'»”’)\\]}›"
_END = re.compile(f"(?<![.!?؟])[.!?؟]++(?P<closing>[{_CLOSING}]*)(?=\\s|[\"'«“‘(\\[‹]|[{LETTER}]|$)")
_LINE = re.compile(r"[^\n]+")
_SINGLE = re.compile(f"(?:^|[^{LETTER}{MARK}\\w])(?:[{LETTER}]|[A-Za-z])[{MARK}]?$")  # one letter, as in د. or ب.
_SHORT = frozenset({"إلخ", "الخ", "أد", "م.د", "ص.ب", "ق.م", "ت.م", "Mr", "Dr", "St", "No", "vs", "Inc", "Co", "Ltd"})
_LAST = re.compile(f"[{LETTER}{MARK}\\w.]+$")
_BACK = 40  # characters in front of a stop that decide; no abbreviation is longer


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The sentences of `text[start:end]`, without the white space around them, in order; code points of `text`.

    They do not overlap, and every character that is no white space lies in exactly one. Linear in its length.
    """
    found: list[Span] = []
    for line in _LINE.finditer(text, start, len(text) if end is None else end):
        begin = line.start()
        for stop in _END.finditer(text, line.start(), line.end()):
            if _ends(text, stop, begin):
                _keep(found, text, begin, stop.end())
                begin = stop.end()
        _keep(found, text, begin, line.end())
    return found


def _keep(found: list[Span], text: str, start: int, end: int) -> None:
    part = text[start:end]
    stripped = part.strip()
    if stripped:
        first = start + len(part) - len(part.lstrip())
        found.append(Span(first, first + len(stripped)))


def _ends(text: str, stop: re.Match[str], begin: int) -> bool:
    """Whether this stop is the end of a sentence that began at `begin`."""
    marks = stop[0]
    if marks.startswith(".."):
        return False
    if marks[0] != "." or stop["closing"]:
        return True
    before = text[max(begin, stop.start() - _BACK) : stop.start()]
    if _SINGLE.search(before):  # an initial, even where a sentence ends with it (أ.ف.ب. وقالت)
        return False
    last = _LAST.search(before)
    return last is None or (last[0] not in _SHORT and not _inside_address(text, stop, last[0]))


def _inside_address(text: str, stop: re.Match[str], last: str) -> bool:
    """`marsad.news`, `U.S.`: Latin letters on both sides without a space."""
    following = text[stop.end() : stop.end() + 1]
    return last.isascii() and following.isascii() and following.isalnum()
