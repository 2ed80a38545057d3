"""The words of a date line, folded, each with the one-letter symbol that the grammar is written in.

d day number, q ordinal word, n other two-digit number, y Gregorian year, h Hijri or Jalali year, N any other number,
t clock, m month, w weekday, p half of the day, z zone, B "by the time of" and zones whose offset is not written,
f "of", s "month", a "year", g Gregorian mark (also: after noon), H Hijri mark, J solar mark, = "corresponding to",
i filler, o ordinal ending, T between an ISO day and its clock, L published, U modified, V "on the date of" (a weak
label), X any other word with an article, x any other word. Signs stand for themselves; ~ is a dash, and c a stop or
comma, with white space beside it.
"""

from marsad.text.calendars import DAYS_OF_MONTH
from marsad.text.date_view import view

_SYMBOLS = {
    "w": "",
    "f": "من of de du از",
    "s": "شهر لشهر بشهر",
    "a": "عام سنة لعام لسنة العام السنة بعام وعام منعام سال",
    "g": "م ميلادي ميلادية الميلادي ميلاديا میلادی ad",
    "H": "ه هجري هجرية الهجري الهجرية هجريا هـ ھ هق",
    "J": "ش شمسی خورشیدی هش",
    "=": "الموافق موافق الموافقة المصادف يوافق والموافق للموافق لـلموافق corresponding برابر",
    "p": "ص صباحا صباحاً مساء مساءا مساءً ظهرا ظهراً عصرا عصراً فجرا فجراً ليلا ليلاً am pm الظهر قظ بظ صباح",
    "z": "z",
    "B": "بتوقيت توقيت بالتوقيت cet cest eet eest ksa est edt bst ast msk trt pst pdt ist",
    "o": "th st nd rd er eme",
    "T": "t",
    "i": "في يوم اليوم ليوم الساعة ساعة عند تم على at on the تاريخ اخر آخر بتمام تمام ل ب كان تمت إضافة",
    "L": "نشر نشرت نشره نشرها النشر ونشر منشور المنشور نشرة حرر حررت أضيف أضيفت أضيفَ كتب كتبت "
    "published posted انتشار منتشر",
    "U": "تحديث التحديث تحديثه تحديثها حدث عدل عدلت معدل التعديل تعديل تعديله updated modified update",
    "V": "بتاريخ لتاريخ تاريخه بتأريخ بتارخ",
    "d": "فاتح",
}
WEEKDAYS_BY_NUMBER = (
    "الاثنين الأثنين الإثنين اثنين الاتنين الأتنين الإتنين لاثنين monday mon lundi lun دوشنبه",
    "الثلاثاء الثلاثا الثلثاء الثلثا ثلاثاء الثلاتاء الثلاتا tuesday tue tues mardi سهشنبه",
    "الأربعاء الإربعاء الاربعا أربعاء الأربعا wednesday wed mercredi mer چهارشنبه",
    "الخميس خميس الخمیس thursday thu thur thurs jeudi jeu پنجشنبه پنجشنبە",
    "الجمعة الجمعه جمعة friday fri vendredi ven جمعه آدینه",
    "السبت سبت saturday sat samedi sam شنبه",
    "الأحد الاحد أحد sunday sun dimanche dim یکشنبه",
)
"""Spellings, Monday first, as `date.weekday` counts."""

_TENS = {"": 0, "عشر": 10, "والعشرين": 20, "والعشرون": 20, "والثلاثين": 30, "والثلاثون": 30}
_UNITS = (
    ("الأول", "الحادي"),
    ("الثاني",),
    ("الثالث",),
    ("الرابع",),
    ("الخامس",),
    ("السادس",),
    ("السابع",),
    ("الثامن",),
    ("التاسع",),
    ("العاشر",),
)
_WHOLE_TENS = {"العشرين": 20, "العشرون": 20, "الثلاثين": 30, "الثلاثون": 30}

NUMBERS = {
    "واحد واحدة": 1, "اثنين اثنتين": 2, "ثلاث ثلاثة": 3, "أربع أربعة": 4, "خمس خمسة": 5, "ست ستة": 6,
    "سبع سبعة": 7, "ثمان ثماني ثمانية": 8, "تسع تسعة": 9, "عشر عشرة": 10, "نصف": 0,
}  # fmt: skip


def _fold(text: str) -> str:
    return view(text).text


def _spread(table: dict[str, int]) -> dict[str, int]:
    return {_fold(word): value for words, value in table.items() for word in words.split()}


def _ordinals() -> dict[str, int]:
    found = {_fold(word): value for word, value in _WHOLE_TENS.items()}
    for unit, words in enumerate(_UNITS, start=1):
        for word in words:
            for ten, value in _TENS.items():
                if unit + value in DAYS_OF_MONTH and not (unit == len(_UNITS) and value):
                    found[_fold(f"{word} {ten}".strip())] = unit + value
    return found


ORDINALS: dict[str, int] = _ordinals()
WEEKDAYS: dict[str, int] = _spread({words: number for number, words in enumerate(WEEKDAYS_BY_NUMBER)})
WEEKDAYS |= {f"{_fold(first)} {_fold('شنبه')}": number for first, number in
             (("یک", 6), ("دو", 0), ("سه", 1), ("چهار", 2), ("پنج", 3))}  # fmt: skip
COUNTS: dict[str, int] = _spread(NUMBERS)
SYMBOLS: dict[str, str] = {_fold(word): sign for sign, words in _SYMBOLS.items() for word in words.split()}
