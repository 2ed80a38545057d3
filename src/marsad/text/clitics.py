"""Clitics: the letters that Arabic writes onto a word. A list of ways to read a written word, likeliest first.

In front stand و ف, then ب ل ك, then ال (with ل it is written لل, and before a word in ل one lam disappears:
للاذقية is ل + اللاذقية). The first letter is as often part of the word (وليد، بغداد، كيري،
لافروف، فرنسا), so a reading without a cut comes first, and a caller with a lexicon takes the first reading that the
lexicon knows. Forms are cut as written; a form that is no slice of the word (الأردن of للأردن) is spelt out.
"""

from functools import lru_cache
from typing import NamedTuple

_CONJUNCTIONS = "وف"
_PREPOSITIONS = "بلك"
_LEAST = 2  # letters that a word keeps


class Reading(NamedTuple):
    """One way to read a written word: `skip` letters of clitics in front, and the form of what is left.

    `form` is the word without clitics; where the article hides in لل it is written out, and `skip` leaves the لل
    in the word, as spans of mentions do.
    """

    skip: int
    form: str
    clitics: str


@lru_cache(maxsize=16384)
def readings(word: str) -> tuple[Reading, ...]:
    """All ways to cut the clitics in front of `word` (no vowel marks, no tatweel), the whole word first.

    At most eight; a reading leaves at least two letters.
    """
    found = [Reading(0, word, "")]
    _prepositions(word, 0, found)
    if word[:1] and word[0] in _CONJUNCTIONS and len(word) > _LEAST:
        found.append(Reading(1, word[1:], word[0]))
        _prepositions(word, 1, found)
    return tuple(found)


def _prepositions(word: str, skip: int, found: list[Reading]) -> None:
    rest = word[skip:]
    if len(rest) <= _LEAST or rest[0] not in _PREPOSITIONS:
        return
    if rest.startswith("لل") and len(rest) > len("لل") + 1:
        # للأردن: ل + الأردن; للاذقية: ل + اللاذقية, of which one lam is not written
        found.append(Reading(skip, "ال" + rest[2:], word[:skip] + "ل"))
        found.append(Reading(skip, "ال" + rest[1:], word[:skip] + "ل"))
    found.append(Reading(skip + 1, rest[1:], word[: skip + 1]))
