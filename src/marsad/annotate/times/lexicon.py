"""The words of time in running news text, folded, each with a symbol of one letter and what it counts for.

The grammar of `times_forms` is written over these symbols:

digits   d a day of a month, y a year, 8 a year before 1900, h a Hijri year, 9 a whole numeric date, n any other number
counts   k a number word, e an ordinal before its noun, o a masculine ordinal (1-31), O a feminine one,
         2 two units in one word
names    m month, u month whose name is also a word or a person, H and U the same of the Hijra, w weekday, v one
         without its article, C the century, t a decade, j and J a season with and without article, * a feast
units    D يوم, E أيام, T اليوم, I الليلة, 3 أسبوع, K الأسبوع, s شهر, S الشهر, r شهري, a عام, A العام, b عامي, 1 counted
deixis   Y yesterday or tomorrow, G غد, R past, P present, F future, L following or preceding, M the same, z this,
         Z that, V then
parts    p of a day, q of a month or year, Q quarter and half
links    f of, i until, N between, B in and other prepositions, < before, > after, @ since, W and, ^ other clitics,
         l an article alone, = corresponding to, g Gregorian, % of the Hijra, ~ about
signs    / - ( ) c comma, ! end of a sentence, x anything else
"""

from marsad.text.date_view import view
from marsad.text.date_words import COUNTS, ORDINALS, WEEKDAYS
from marsad.text.months import MONTHS

DAY, WEEK, MONTH, YEAR = range(4)
"""Units of time, as the meanings of counted ones."""

_HOMOGRAPHS = "مارس ماي جوان آب نيسان تموز شباط أيار آذار أبريل مايو أوت يوليه غشت"
_HIJRI_HOMOGRAPHS = "محرم المحرم صفر رجب شعبان رمضان شوال"
_ENDINGS = {
    "R": ("الماضي الماضية الماضيين الماضيتين المنصرم المنصرمة المنصرمين الفائت الفائتة الفارط الفارطة المنقضي", -1),
    "F": ("المقبل المقبلة المقبلين القادم القادمة القادمين الآتي الآتية", 1),
    "P": ("الجاري الجارية الجاريين الحالي الحالية الحاليين", 0),
    "M": ("نفسه نفسها ذاته ذاتها عينه عينها", 0),
}
_WORDS: dict[str, tuple[tuple[str, int], ...]] = {
    **{symbol: (row,) for symbol, row in _ENDINGS.items()},
    "L": (("التالي التالية الموالي الموالية اللاحق", 1), ("السابق السابقة", -1)),
    "z": (("هذا هذه هذين", 0),),
    "Z": (("ذلك تلك", 0),),
    "V": (("آنذاك حينها حينذاك وقتها وقتذاك وقتئذ آنئذ يومها يومذاك يومئذ", 0),),
    "Y": (("أمس الأمس البارحة", -1), ("غدا", 1)),
    "G": (("غد الغد", 1),),
    "D": (("يوم", DAY),),
    "E": (("يومي أيام", DAY),),
    "T": (("اليوم", 0),),
    "I": (("الليلة", 0),),
    "3": (("أسبوع", WEEK),),
    "K": (("الأسبوع", WEEK),),
    "s": (("شهر", MONTH),),
    "S": (("الشهر", MONTH),),
    "r": (("شهري", MONTH),),
    "a": (("عام سنة", YEAR),),
    "A": (("العام السنة", YEAR),),
    "b": (("عامي سنتي أعوام سنوات", YEAR),),
    "1": (("يوما", DAY), ("أسابيع أسبوعا", WEEK), ("أشهر شهور شهرا", MONTH), ("عاما سنين", YEAR)),
    "2": (("يومين", DAY), ("أسبوعين", WEEK), ("شهرين", MONTH), ("عامين سنتين", YEAR)),
    "p": (("صباح مساء ليل ليلة ظهر عصر فجر عشية صبيحة ظهيرة ضحى أمسية سحر", 0),),
    "q": (
        ("بداية مطلع أوائل مستهل بدايات", 0),
        ("منتصف أواسط أوسط", 1),
        ("نهاية أواخر ختام نهايات آخر", 2),
    ),
    "Q": (("الربع", 4), ("النصف", 2), ("الثلث", 3)),
    "C": (("القرن", 0),),
    "f": (("من", 0),),
    "i": (("إلى حتى لغاية", 0),),
    "N": (("بين", 0),),
    "B": (("في خلال بحلول مند عن على", 0),),
    "<": (("قبل", 0),),
    ">": (("بعد", 0),),
    "@": (("منذ", 0),),
    "l": (("ال", 0),),
    "=": (("الموافق المصادف الموافقة", 0),),
    "g": (("م ميلادي ميلادية الميلادي الميلادية", 0),),
    "%": (("هـ ه هجري هجرية الهجري الهجرية", 0),),
    "~": (("نحو حوالي قرابة زهاء", 0),),
    "e": (("أول", 1), ("ثاني", 2), ("ثالث", 3), ("رابع", 4), ("خامس", 5)),
    "J": (("شتاء", 0), ("ربيع", 1), ("صيف", 2), ("خريف", 3)),
    "j": (("الشتاء", 0), ("الربيع", 1), ("الصيف", 2), ("الخريف", 3)),
}
_PHRASES: dict[str, tuple[tuple[str, int], ...]] = {
    "Y": (("أول أمس", -2), ("أول من أمس", -2), ("أمس الأول", -2), ("أول البارحة", -2), ("بعد غد", 2), ("بعد الغد", 2)),
    "p": (("منتصف ليل", 0), ("بعد ظهر", 0), ("قبل ظهر", 0)),
    "N": (("ما بين", 0),),
    "i": (("إلى غاية", 0),),
    "*": (("عيد الفطر", 1001), ("عيد الأضحى", 1210)),
}
_BARE_WEEKDAYS = "اثنين ثلاثاء أربعاء خميس جمعة سبت أحد"
_TENS = "عشر ثلاث أربع خمس ست سبع ثمان تسع"
_FEMININE = "الأولى الثانية الثالثة الرابعة الخامسة"
_DECADES = "عشرين ثلاثين أربعين خمسين ستين سبعين ثمانين تسعين"


def _fold(text: str) -> str:
    return view(text).text


def word_set(words: str) -> frozenset[str]:
    """The words of a list, folded."""
    return frozenset(_fold(words).split())


def _lexicon() -> dict[str, tuple[str, int]]:
    found: dict[str, tuple[str, int]] = {word: ("k", count) for word, count in COUNTS.items() if count}
    found |= _months() | {day: ("w", number) for day, number in WEEKDAYS.items() if day.startswith("ال")}
    found |= {_fold(day): ("v", number) for number, day in enumerate(_BARE_WEEKDAYS.split())}
    found |= {word: ("o", number) for word, number in ORDINALS.items()}
    found |= {_fold(word): ("o", 1) for word in ("غرة", "فاتح", "الفاتح")}
    found |= {_fold(stem + end): ("k", 10 * ten) for ten, stem in enumerate(_TENS.split(), 2) for end in ("ين", "ون")}
    found |= {_fold(word): ("O", number) for number, word in enumerate(_FEMININE.split(), start=1)}
    for table in (_WORDS, _PHRASES):
        for symbol, rows in table.items():
            for words, meaning in rows:
                found |= {_fold(word): (symbol, meaning) for word in ([words] if table is _PHRASES else words.split())}
    for place, ten in enumerate(_DECADES.split(), start=2):
        stem = ten.removesuffix("ين")
        for ending in ("ينات", "ينيات"):
            found |= {_fold(f"{article}{stem}{ending}"): ("t", place * 10) for article in ("", "ال")}
    return found


def _months() -> dict[str, tuple[str, int]]:
    plain, hijri = (set(_fold(words).split()) for words in (_HOMOGRAPHS, _HIJRI_HOMOGRAPHS))
    found = {}
    for name, month in MONTHS.items():
        if not "ء" <= name[0] <= "ي" or month.systems <= {"libya", "jalali"}:
            continue
        if month.calendar == "hijri":
            found[name] = ("U" if name in hijri else "H", month.number)
        elif month.systems:
            found[name] = ("u" if name in plain else "m", month.number)
    return found


LEXICON: dict[str, tuple[str, int]] = _lexicon()
"""Folded word or phrase to its symbol and meaning."""

HEADS: dict[str, tuple[tuple[str, ...], ...]] = {}
"""The first word of each phrase to the tails that make it one, the longest first."""
for _phrase in sorted(LEXICON, key=len, reverse=True):
    _first, *_rest = _phrase.split()
    if _rest:
        HEADS[_first] = (*HEADS.get(_first, ()), tuple(_rest))
