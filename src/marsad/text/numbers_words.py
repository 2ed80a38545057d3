"""The words of Arabic numbers, folded, by what they do in a number: both genders, all cases, both seats of hamza.

A counted dual (قتيلان) has no number word and is left to the caller.
"""

from fractions import Fraction

from marsad.text.date_view import view

_ONES = (
    "واحد واحدة",
    "اثنان اثنين اثنتان اثنتين",
    "ثلاثة ثلاث",
    "أربعة أربع",
    "خمسة خمس",
    "ستة ست",
    "سبعة سبع",
    "ثمانية ثماني ثمان ثمانيا",
    "تسعة تسع",
    "عشرة عشر",
)
_JOINED = (  # before عشر or وعشرون only: alone أحد is "one of"
    ("أحد إحدى واحد واحدة حادي حادية", 1),
    ("اثنا اثني اثنتا اثنتي اثنان اثنين اثنتان اثنتين", 2),
)
_TENS = "عشر ثلاث أربع خمس ست سبع ثمان تسع"
_HUNDRED = "مئة مائة"
_DUAL_HUNDRED = "مئتان مئتين مئتا مئتي مائتان مائتين مائتا مائتي"
_STEMS = "ثلاث أربع خمس ست سبع ثمان ثماني تسع"
_SCALES = (
    (1_000, "ألف ألفا آلاف", "ألفان ألفين ألفا ألفي"),
    (1_000_000, "مليون مليونا ملايين", "مليونان مليونين مليوني"),
    (1_000_000_000, "مليار مليارا مليارات بليون بليونا بلايين", "ملياران مليارين ملياري بليونان بليونين"),
    (1_000_000_000_000, "تريليون ترليون تريليونا تريليونات", "تريليونان تريليونين تريليوني"),
)
_FRACTIONS = {"نصف": Fraction(1, 2), "ثلث": Fraction(1, 3), "ربع": Fraction(1, 4), "خمس": Fraction(1, 5)}
_MANY_FRACTIONS = {"أثلاث": Fraction(1, 3), "أرباع": Fraction(1, 4), "أخماس": Fraction(1, 5)}
_TWO_FRACTIONS = {"ثلثي": Fraction(2, 3), "ثلثا": Fraction(2, 3), "ثلثين": Fraction(2, 3)}
_VAGUE = (
    (20, "عشرات"),
    (200, "مئات مائات"),
    (2_000, "آلاف ألوف"),
    (2_000_000, "ملايين"),
    (2_000_000_000, "مليارات بلايين"),
)
_FEW = "بضعة بضع"
_ORDINALS = (
    "الأول الأولى",
    "الثاني الثانية",
    "الثالث الثالثة",
    "الرابع الرابعة",
    "الخامس الخامسة",
    "السادس السادسة",
    "السابع السابعة",
    "الثامن الثامنة",
    "التاسع التاسعة",
    "العاشر العاشرة",
)


def _fold(text: str) -> str:
    return view(text).text


def _spread(words: str, value: int) -> dict[str, int]:
    return dict.fromkeys(_fold(words).split(), value)


def _definite(table: dict[str, int]) -> dict[str, int]:
    """The words with their article too, but for الاثنين, which is Monday, and الف, which begins like one."""
    return table | {f"ال{word}": value for word, value in table.items() if not word.startswith(("اثن", "اح"))}


ONES: dict[str, int] = {}
for _number, _words in enumerate(_ONES, start=1):
    ONES |= _spread(_words, _number)
ONES = _definite(ONES)
"""1-10, with and without article."""

JOINED: dict[str, int] = dict(ONES)
for _words, _number in _JOINED:
    JOINED |= _definite(_spread(_words, _number))
"""1-9 as they stand before عشر and before وعشرون."""

TEENS = frozenset(_fold("عشر عشرة").split())
TENS: dict[str, int] = {}
for _number, _stem in enumerate(_TENS.split(), start=2):
    TENS |= _definite(_spread(f"{_stem}ون {_stem}ين", 10 * _number))

HUNDREDS: dict[str, int] = _spread(_HUNDRED, 100) | _spread(_DUAL_HUNDRED, 200)
for _stem, _number in zip(_STEMS.split(), (3, 4, 5, 6, 7, 8, 8, 9), strict=True):
    HUNDREDS |= _spread(" ".join(_stem + word for word in _HUNDRED.split()), 100 * _number)
HUNDREDS = _definite(HUNDREDS)
"""100-900 in one word; ثلاث مئة is one of `ONES` before `HUNDRED`."""

HUNDRED = frozenset(_fold(_HUNDRED).split())

SCALES: dict[str, tuple[int, int]] = {}
for _scale, _words, _duals in _SCALES:
    SCALES |= {f"{article}{word}": (_scale, 1) for word in _fold(_words).split() for article in ("", "ال")}
    SCALES |= {word: (_scale, 2) for word in _fold(_duals).split() if word not in SCALES}
"""Thousand to trillion: the scale, and 2 for a dual."""

DUALS_ALONE = frozenset(_fold("ألفا مليونا مليارا").split())
"""A dual before its noun (ألفا شخص) where no number stands before, else a singular (عشرون ألفا)."""

FRACTIONS: dict[str, Fraction] = {_fold(word): value for word, value in _FRACTIONS.items()}
MANY_FRACTIONS: dict[str, Fraction] = {_fold(word): value for word, value in _MANY_FRACTIONS.items()}
TWO_FRACTIONS: dict[str, Fraction] = {_fold(word): value for word, value in _TWO_FRACTIONS.items()}

VAGUE: dict[str, int] = {}
for _number, _words in _VAGUE:
    VAGUE |= _spread(_words, _number) | {f"ال{word}": _number for word in _fold(_words).split()}
"""The least that the plural of a unit can mean."""

FEW = frozenset(_fold(_FEW).split())

ORDINALS: dict[str, int] = {}
for _number, _words in enumerate(_ORDINALS, start=1):
    ORDINALS |= _spread(_words, _number)
ORDINALS |= _spread("الحادي الحادية", 1)

NEEDS_HAMZA = frozenset(_fold("مئة مئات مئتان مئتين مئتا مئتي المئة المئات").split())
"""Folded these are other words: ميتين is "dead"."""
