"""Dates as the pages write them; what an article itself writes is never changed."""

from marsad.terms import Lang

_MONTHS: dict[Lang, tuple[str, ...]] = {
    "ar": (
        "كانون الثاني/يناير", "شباط/فبراير", "آذار/مارس", "نيسان/أبريل", "أيار/مايو", "حزيران/يونيو",
        "تموز/يوليو", "آب/أغسطس", "أيلول/سبتمبر", "تشرين الأول/أكتوبر", "تشرين الثاني/نوفمبر", "كانون الأول/ديسمبر",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ),
}  # fmt: skip
_DAY = len("2015-02-08")


def written(value: str, lang: Lang) -> str:
    """A date of the record for people, as exact as it is: `8 شباط/فبراير 2015`; what is no such date as it stands.

    The clock is left out: it is local time of a place that is not always known.
    """
    parts = value[:_DAY].split("-")
    if not all(part.isascii() and part.isdigit() for part in parts):
        return value
    numbers = [int(part) for part in parts]
    if len(numbers) == 1:
        return parts[0]
    if not 1 <= numbers[1] <= len(_MONTHS[lang]):
        return value
    month = f"{_MONTHS[lang][numbers[1] - 1]} {parts[0]}"
    return month if len(numbers) == 2 else f"{numbers[2]} {month}"  # noqa: PLR2004 - year and month
