"""Month names of every system that Arabic news prints, and of the Persian, Kurdish and Latin ones beside them.

Sources: CLDR (`ar`, `ar-SY`, `ar-DZ`, `ar-MA`, `ar-MR`, `fa`, `ckb`, `en`, `fr`; Unicode-3.0); the Libyan names
as in use from 1969 to 2011; misspellings as pages print them. Twelve rows per system, January (or the first
month of the calendar) first; spellings of one month are separated by commas.
"""

from dataclasses import dataclass
from typing import get_args

from marsad.kinds import Calendar, MonthSystem
from marsad.text.date_view import view

# A name that regions share stands in the row of each; Libya and Mauritania hold only what is peculiar to them,
# their other names being the Egyptian ones.
_EGYPT = """
يناير, ينائر
فبراير, فبرائر, فيراير
مارس
أبريل, إبريل, ابريل
مايو
يونيو, يونية, يونيه
يوليو, يولية, يوليه
أغسطس, اغسطوس
سبتمبر
أكتوبر
نوفمبر
ديسمبر, دسمبر
"""
_LEVANT = """
كانون الثاني, كانون ثاني, كانون ثان, كانونالثاني, كانون التاني
شباط
آذار
نيسان
أيار
حزيران
تموز
آب
أيلول
تشرين الأول, تشرين أول, تشرينالأول, تشرين الاولى
تشرين الثاني, تشرين ثاني, تشرين ثان, تشرينالثاني, تشرين التاني
كانون الأول, كانون أول, كانونالأول
"""
_MAGHREB = """
جانفي
فيفري
مارس
أفريل
ماي
جوان
جويلية, جويليه, جويلة
أوت
سبتمبر
أكتوبر
نوفمبر
ديسمبر, دسمبر
"""
_MOROCCO = """
يناير, ينائر
فبراير, فبرائر, فيراير
مارس
أبريل, إبريل, ابريل
ماي
يونيو, يونية, يونيه
يوليوز
غشت
شتنبر
أكتوبر
نونبر
دجنبر
"""
_LIBYA = """
أي النار, أيالنار
النوار
الربيع
الطير
الماء, الما
الصيف
ناصر
هانيبال
الفاتح
التمور
الحرث
الكانون
"""
_MAURITANIA = """
-
-
-
-
-
-
-
أغشت
شتمبر
-
-
دجمبر
"""
_HIJRI = """
محرم, المحرم, محرم الحرام, المحرم الحرام
صفر, صفر الخير, صفر المظفر
ربيع الأول, ربيع أول, ربيعالأول
ربيع الثاني, ربيع ثاني, ربيع الآخر, ربيع آخر, ربيعالثاني, ربيعالآخر
جمادى الأولى, جمادى الأول, جمادى أولى, جمادى أول, جماد الأول, جماد أول
جمادى الآخرة, جمادى الثانية, جمادى الثاني, جمادى الآخر, جمادى ثانية, جماد الثاني, جماد ثاني, جماد الآخر
رجب, رجب المرجب, رجب الفرد
شعبان, شعبان المعظم
رمضان, رمضان المبارك, رمضان الكريم
شوال, شوال المكرم
ذو القعدة, ذي القعدة, ذوالقعدة, ذيالقعدة, ذا القعدة
ذو الحجة, ذي الحجة, ذوالحجة, ذيالحجة, ذا الحجة
"""
_JALALI = """
فروردین
اردیبهشت
خرداد
تیر
مرداد, امرداد
شهریور
مهر
آبان
آذر
دی
بهمن
اسفند
"""
_LATIN = """
january, jan, janvier, janv
february, feb, fevrier, fevr, fev
march, mar, mars
april, apr, avril, avr
may, mai
june, jun, juin
july, jul, juillet, juil
august, aug, aout
september, sept, sep, septembre
october, oct, octobre
november, nov, novembre
december, dec, decembre
"""
# Gregorian months as Persian and Kurdish pages name them: a month system of their own that the record does not name.
_NEIGHBOURS = """
ژانویه, کانونی دووەم
فوریه, شوبات
ئازار
آوریل
ئایار
ژوئن, حوزەیران
ژوئیه, تەممووز
ئاب
سپتامبر, ئەیلوول
اکتبر, تشرینی یەکەم
نوامبر, تشرینی دووەم
دسامبر, کانونی یەکەم
"""
_TABLES: tuple[tuple[MonthSystem | None, Calendar, str], ...] = (
    ("egypt", "gregorian", _EGYPT),
    ("levant", "gregorian", _LEVANT),
    ("maghreb", "gregorian", _MAGHREB),
    ("morocco", "gregorian", _MOROCCO),
    ("libya", "gregorian", _LIBYA),
    ("mauritania", "gregorian", _MAURITANIA),
    ("hijri", "hijri", _HIJRI),
    ("jalali", "jalali", _JALALI),
    ("latin", "gregorian", _LATIN),
    (None, "gregorian", _NEIGHBOURS),
)
ORDER: tuple[MonthSystem, ...] = get_args(MonthSystem)


@dataclass(frozen=True, slots=True)
class Month:
    """What a written month name means: its number in `calendar`, and every system that has the name."""

    number: int
    calendar: Calendar
    systems: frozenset[MonthSystem]


def _read() -> dict[str, Month]:
    months: dict[str, Month] = {}
    for system, calendar, table in _TABLES:
        for number, row in enumerate(table.split("\n")[1:13], start=1):
            for name in filter(None, map(str.strip, row.strip("-").split(","))):
                key = view(name).text
                known = months.get(key)
                if known and (known.number, known.calendar) != (number, calendar):
                    raise ValueError(f"the month name {name} stands for {known} and for {number} of {calendar}")
                systems = (known.systems if known else frozenset()) | ({system} if system else frozenset())
                months[key] = Month(number, calendar, systems)
    return months


MONTHS: dict[str, Month] = _read()
"""Folded name (`date_view.view`) to month; names of two words hold one space."""


def ordered(systems: frozenset[MonthSystem]) -> tuple[MonthSystem, ...]:
    """The systems in the order of the record's contract."""
    return tuple(system for system in ORDER if system in systems)
