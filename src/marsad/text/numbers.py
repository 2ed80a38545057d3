"""Numbers in running Arabic text, in digits of three sets and in words, with what they are worth.

Read: thousands and decimals in their signs, ones to trillions in words, tens behind ones (خمسة وعشرون), fractions
behind و (مليونان ونصف) and before a scale (ربع مليون), digits before a scale (3,5 ملايين), ordinals with article,
vague plurals (عشرات الآلاف), which have a least value only. Clitics stay outside of the span. Dates, clocks and
what is glued to Latin letters are none. Offsets are code points of the input; linear in its length.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, NamedTuple

from marsad.text.date_view import DateView, view
from marsad.text.numbers_words import (
    DUALS_ALONE,
    FEW,
    FRACTIONS,
    HUNDRED,
    HUNDREDS,
    JOINED,
    MANY_FRACTIONS,
    NEEDS_HAMZA,
    ONES,
    ORDINALS,
    SCALES,
    TEENS,
    TENS,
    TWO_FRACTIONS,
    VAGUE,
)

NumberKind = Literal["cardinal", "ordinal", "vague"]


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """A number and where it stands: `text` is the input's `start:end`; `maximum` is None where nothing bounds it."""

    start: int
    end: int
    text: str
    minimum: Fraction
    maximum: Fraction | None
    kind: NumberKind


class _Word(NamedTuple):
    """A word of a number at `start` up to `end` of the folded text; `joined`: و stands in front of it."""

    text: str
    start: int
    end: int
    joined: bool
    apart: bool  # something else stands between it and the word before


class _Worth(NamedTuple):
    minimum: Fraction
    maximum: Fraction | None
    kind: NumberKind
    last: int  # the word behind it


_SPACED = r"\d{1,3}(?: \d{3}){1,4}(?![\d.,٫:/])"
_CHAIN = r"\d+(?:[.,٬٫:/]\d+)*+(?:[a-z]\w*)?"  # digits with signs inside: matched as one, then judged
_TOKEN = re.compile(rf"(?P<digits>{_SPACED}|{_CHAIN})|[a-z]+(?:-?\d[\w.\-]*)?|[^\W\d_]+")
_NUMBER = re.compile(r"\d{1,3}(?:[,٬ ]\d{3})+(?:[.٫]\d+)?|\d+(?:[.٫,]\d+)?")
_CLITICS = re.compile("[وف]?[بلك]?")
_WORDS = frozenset(ONES) | set(JOINED) | set(TENS) | set(HUNDREDS) | set(SCALES) | set(FRACTIONS) | set(MANY_FRACTIONS)
_WORDS |= set(TWO_FRACTIONS) | set(VAGUE) | FEW | set(ORDINALS)
_THOUSANDS = re.compile(r"\d{1,3}(?:[,٬ ]\d{3})+(?:[.٫]\d+)?")
_GLUED = re.compile(r"[^\W\d_]-")  # كوفيد-19
_LONGEST = 30  # digits: what is longer is no count
_TEN = 10
_SCALES_IN_A_ROW = 3  # مئات آلاف الملايين


def find(text: str) -> tuple[FoundNumber, ...]:
    """Every number inside `text`, in order, none overlapping."""
    folded = view(text)
    words = list(_words(folded))
    found = []
    place = 0
    while place < len(words):
        worth = _read(words, place)
        if worth is None:
            place += 1
            continue
        start, end = folded.back(words[place].start, words[worth.last - 1].end)
        found.append(FoundNumber(start, end, text[start:end], worth.minimum, worth.maximum, worth.kind))
        place = worth.last
    return tuple(found)


def _words(folded: DateView) -> Iterator[_Word]:
    """The words and digits that may be of a number."""
    last = 0
    for match in _TOKEN.finditer(folded.text):
        word, start = match[0], match.start()
        if match["digits"] and not _counts(folded.text, match):
            continue
        bare, joined = (word, _behind_and(folded.text, start)) if match["digits"] else _bare(word)
        if match["digits"] or (bare and _written(folded, bare, match.end())):
            end = match.end()
            apart = folded.text[last : end - len(bare)].strip() not in ("", "و")
            word = bare[:-1] if bare in DUALS_ALONE and _accusative(folded, start, end) else bare
            yield _Word(word, end - len(bare), end, joined, apart)
            last = end


def _counts(text: str, match: re.Match[str]) -> bool:
    """Whether digits are a number, and no date, clock, version or part of a name (F16, كوفيد-19)."""
    return bool(_NUMBER.fullmatch(match[0])) and not _GLUED.match(text, max(match.start() - 2, 0))


def _accusative(folded: DateView, start: int, end: int) -> bool:
    """Whether the vowel mark of an indefinite is written: ألفًا is a thousand, ألفا before a noun two."""
    return "\u064b" in folded.origin[slice(*folded.back(start, end))]


def _behind_and(text: str, start: int) -> bool:
    return text[start - 1 : start] == "و" and not text[start - 2 : start - 1].isalpha() if start else False


def _bare(word: str) -> tuple[str, bool]:
    """The word without clitics, "" where it is none of a number; whether و stands in front."""
    if word in _WORDS:
        return word, False
    if word[0] not in "وفبلك":
        return "", False
    for size in range(1, 3):
        rest = word[size:]
        if rest in _WORDS and _CLITICS.fullmatch(word[:size]):
            return rest, word[0] == "و" and size == 1
    return "", False  # للمئة too: the article is written inside, no span could leave the clitic out


def _written(folded: DateView, bare: str, end: int) -> bool:
    """Whether the letters that folding makes equal are those of the number: مئتين, not ميتين; ألف, not ألّف."""
    if bare == "الف":
        return "\u0651" not in folded.origin[slice(*folded.back(end - len(bare), end))]
    if bare not in NEEDS_HAMZA:
        return True
    start, stop = folded.back(end - len(bare), end)
    return "ئ" in folded.origin[start:stop] or "ﺋ" in folded.origin[start:stop]


def _read(words: list[_Word], place: int) -> _Worth | None:
    word = words[place].text
    if word in ORDINALS:
        return _ordinal(words, place)
    if word in VAGUE:
        return _vague(words, place)
    if word in FEW:
        return _few(words, place)
    return _cardinal(words, place)


def _next(words: list[_Word], place: int, *, joined: bool) -> str:
    """The word at `place` where it follows directly, with or without و; else ""."""
    if place >= len(words) or words[place].apart or words[place].joined is not joined:
        return ""
    return words[place].text


def _ordinal(words: list[_Word], place: int) -> _Worth | None:
    value = ORDINALS[words[place].text]
    if _next(words, place + 1, joined=False) in TEENS:
        return _exact(value + 10, place + 2, "ordinal")
    ten = _next(words, place + 1, joined=True)
    if ten in TENS and ten.startswith("ال"):
        return _exact(value + TENS[ten], place + 2, "ordinal")
    if words[place].text.startswith("الحادي"):
        return None
    return _exact(value, place + 1, "ordinal")


def _exact(value: Fraction | int, last: int, kind: NumberKind = "cardinal") -> _Worth:
    return _Worth(Fraction(value), Fraction(value), kind, last)


def _vague(words: list[_Word], place: int) -> _Worth:
    value, last = Fraction(VAGUE[words[place].text]), place + 1
    while last - place < _SCALES_IN_A_ROW and ((scale := _next(words, last, joined=False)) in SCALES or scale in VAGUE):
        value *= SCALES[scale][0] if scale in SCALES else VAGUE[scale] // 2
        last += 1
    return _Worth(value, None, "vague", last)


def _few(words: list[_Word], place: int) -> _Worth:
    after = _next(words, place + 1, joined=False)
    if after in TEENS:
        return _Worth(Fraction(13), Fraction(19), "vague", place + 2)
    scale = SCALES.get(after, (1, 1))[0]
    return _Worth(Fraction(3 * scale), Fraction(9 * scale), "vague", place + 1 + (after in SCALES))


def _cardinal(words: list[_Word], place: int) -> _Worth | None:
    """A sum of groups, each below 1,000 or in digits, times a falling scale."""
    total, scale, last = Fraction(0), None, place
    while True:
        group = _group(words, last, first=last == place)
        if group is None or (scale is not None and group.size >= scale):
            break
        total += group.value
        last, scale = group.last, group.size
        if scale == 1:
            break
    if last == place:
        return None
    fraction = _next(words, last, joined=True)
    if fraction in FRACTIONS and fraction not in ONES and scale is not None:
        return _exact(total + FRACTIONS[fraction] * scale, last + 1)
    if fraction in ONES and _next(words, last + 1, joined=False) in MANY_FRACTIONS and scale is not None:
        return _exact(total + ONES[fraction] * MANY_FRACTIONS[words[last + 1].text] * scale, last + 2)
    return _exact(total, last)


class _Group(NamedTuple):
    value: Fraction
    size: int  # its scale, 1 for none
    last: int


def _group(words: list[_Word], place: int, *, first: bool) -> _Group | None:
    if not first and not _next(words, place, joined=True):
        return None
    if place >= len(words):
        return None
    word = words[place].text
    if word in SCALES and word not in VAGUE:
        scale, count = SCALES[word] if word not in DUALS_ALONE else (SCALES[word][0], 2)
        return _Group(Fraction(scale * count), scale, place + 1)
    part = _fraction(words, place) if first else None
    value, last = part or _small(words, place)
    if last == place:
        return None
    after = _next(words, last, joined=False)
    if after in SCALES and SCALES[after][1] == 1:
        return _Group(value * SCALES[after][0], SCALES[after][0], last + 1)
    return None if part and last - place == 1 and part[0] != Fraction(2, 3) else _Group(value, 1, last)


def _fraction(words: list[_Word], place: int) -> tuple[Fraction, int] | None:
    word = words[place].text
    if word in TWO_FRACTIONS:
        return TWO_FRACTIONS[word], place + 1
    if word in FRACTIONS and word not in ONES:
        return FRACTIONS[word], place + 1
    many = _next(words, place + 1, joined=False)
    if word in ONES and many in MANY_FRACTIONS:
        return ONES[word] * MANY_FRACTIONS[many], place + 2
    return None


def _small(words: list[_Word], place: int) -> tuple[Fraction, int]:
    """A number below 1,000 in words, or one in digits; the place itself where there is none."""
    word = words[place].text
    if word[0].isdigit():
        return _digits(word), place + (len(word) <= _LONGEST)
    value, last = 0, place
    if word in HUNDREDS:
        value, last = HUNDREDS[word], place + 1
    elif word in ONES and ONES[word] < _TEN and _next(words, place + 1, joined=False) in HUNDRED:
        value, last = 100 * ONES[word], place + 2
    if last > place and not _next(words, last, joined=True):
        return Fraction(value), last
    below, last = _below_hundred(words, last)
    return Fraction(value + below), last


def _below_hundred(words: list[_Word], place: int) -> tuple[int, int]:
    word = words[place].text
    if word in JOINED and JOINED[word] < _TEN:
        if _next(words, place + 1, joined=False) in TEENS:
            return JOINED[word] + 10, place + 2
        ten = _next(words, place + 1, joined=True)
        if ten in TENS:
            return JOINED[word] + TENS[ten], place + 2
    if word in TENS:
        return TENS[word], place + 1
    return (ONES[word], place + 1) if word in ONES else (0, place)


def _digits(word: str) -> Fraction:
    if len(word) > _LONGEST:
        return Fraction(0)
    if _THOUSANDS.fullmatch(word):
        word = re.sub("[,٬ ]", "", word)
    return Fraction(word.replace(",", ".").replace("٫", "."))
