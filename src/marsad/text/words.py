"""Words with exact spans: what every step on running text counts in.

A word is a run of letters of one script with the marks on them, a number with its separators, or one sign. Clitics
stay on their word (`clitics.py` cuts them); but digits end a word, so that و60 and بـ20 give the clitic and the
number. Nothing is normalised: `text[word.start:word.end] == word.text`, offsets are code points, and together with
the white space between them the words are the whole text.
"""

import re
from typing import NamedTuple

from marsad.text.letters import FORM, INVISIBLE, LETTER, MARK, TATWEEL

_ARABIC = f"{LETTER}{FORM}"
_ON = f"{MARK}{TATWEEL}{INVISIBLE}"  # what may stand on, between and behind the letters of a word
_DIGIT = "0-9٠-٩۰-۹"
_OTHER = f"[^\\W\\d_{_ARABIC}{_ON}]"  # letters of other scripts

# Latin words keep what names are written with: U.S., O'Neill, F-16, Rolls-Royce, x86, user_name.
_WORD = re.compile(
    f"(?P<arabic>[{_ARABIC}][{_ARABIC}{_ON}]*)"
    f"|(?P<number>[{_DIGIT}]+(?:[.,٫٬،:/\\-][{_DIGIT}]+)*)"
    f"|(?P<other>{_OTHER}(?:[{_DIGIT}{MARK}\u0300-\u036f_]|{_OTHER}|['’.\\-&](?={_OTHER}|[{_DIGIT}]))*)"
    "|(?P<sign>\\S)"
)


class Word(NamedTuple):
    """A word, number or sign; `kind` is arabic, other (letters of another script), number or sign."""

    start: int
    end: int
    text: str
    kind: str


def words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of `text[start:end]`, in order; offsets count from the beginning of `text`. Linear in its length."""
    found = _WORD.finditer(text, start, len(text) if end is None else end)
    return [Word(match.start(), match.end(), match[0], match.lastgroup or "sign") for match in found]
