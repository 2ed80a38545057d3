"""Spans of days and months, and the weekdays and weeks that are counted within a month."""

from datetime import date

from marsad.annotate.times.calendar import bounds, nth_weekday
from marsad.annotate.times.dates import NAMES, dated, in_year, named_day, shifted_month
from marsad.annotate.times.forms import Form
from marsad.annotate.times.scene import Scene, Sense

_MOST_WEEKDAYS = 5  # of one name in a month


def range_form(scene: Scene, form: Form) -> Sense | None:
    """From a day or month to another; the first takes what only the second says."""
    symbols = scene.tokens.symbols
    link = next((p for p in range(form.first + 1, form.last) if symbols[p] in "iW-"), None)
    if link is None:
        return None
    if form.kind == "months" and symbols[link] == "-" and _one_name(scene, form):
        return None  # حزيران - يونيو
    second = dated(scene, link + 1 + (symbols[link + 1] == "i"), form.last)
    if second is None or second.last:
        return None
    if form.kind == "days":
        names = [place for place in range(link, form.last) if symbols[place] in NAMES]
        first = _same_month(scene, form, link, names)
    else:
        first = _same_year(scene, form, link, second)
    if first is None or (second.value and (not first.value or bounds(first.value)[0] >= bounds(second.value)[0])):
        return None
    value = (
        f"{first.value.partition('/')[0]}/{second.value.rpartition('/')[2]}" if first.value and second.value else None
    )
    return Sense(value, second.basis, "range")


def _one_name(scene: Scene, form: Form) -> bool:
    return len(set(scene.tokens.pick(form.first, form.last, NAMES))) == 1


def _same_month(scene: Scene, form: Form, link: int, names: list[int]) -> Sense | None:
    days = scene.tokens.pick(form.first, link, "do")
    named = named_day(scene, form.last, names) if names else None
    if named is None or not days:
        return None
    return in_year(scene, named._replace(day=days[-1]), form, names[-1] + 1)


def _same_year(scene: Scene, form: Form, link: int, second: Sense) -> Sense | None:
    first = dated(scene, form.first, link)
    if first is None or first.basis == "explicit" or not first.value or not second.value:
        return first
    value = second.value[:4] + first.value[4:]
    if value >= second.value:  # from December to March
        value = f"{int(second.value[:4]) - 1}{first.value[4:]}"
    return first._replace(value=value)


def month_form(scene: Scene, form: Form) -> Sense | None:
    """A month alone; two names of different months with a stroke between are a span of two."""
    symbols = scene.tokens.symbols
    names = [place for place in range(form.first, form.last) if symbols[place] in NAMES]
    meanings = {scene.tokens.meanings[place] for place in names}
    if len(names) > 1 and len(meanings) > 1:
        if symbols[names[0] + 1] not in "/-":
            return dated(scene, form.first, names[0] + 1)._replace(last=names[0] + 1)  # type: ignore[union-attr]
        return range_form(scene, form._replace(kind="months")) if symbols[names[0] + 1] == "-" else None
    return dated(scene, form.first, form.last)


def nth_weekday_form(scene: Scene, form: Form) -> Sense | None:
    """`الجمعة الثالثة من رمضان`; but `الخميس الثالث من مايو` is the third where that is a Thursday."""
    tokens = scene.tokens
    place = next(place for place in range(form.first, form.last) if tokens.symbols[place] in "oO")
    count, weekday = tokens.meanings[place], tokens.pick(form.first, place, "w")[0]
    if tokens.symbols[place] == "o":
        day = dated(scene, place, form.last)
        fits = day and day.value and date.fromisoformat(day.value).weekday() == weekday
        if fits or count > _MOST_WEEKDAYS:
            return day
    named = set(tokens.symbols[place : form.last]) & set(NAMES)
    whole = dated(scene, place + 1, form.last) if named else None
    value, basis = whole[:2] if whole else shifted_month(scene, place + 1, form.last) or (None, "relative")
    return Sense(nth_weekday(value, weekday, count) if value else None, basis, "nth-weekday")


def week_of_month_form(scene: Scene, form: Form) -> Sense | None:
    """`الأسبوع الثالث من مايو`: the month, with the days as its window."""
    tokens = scene.tokens
    count = tokens.meanings[form.first + 1]
    whole = (
        dated(scene, form.first + 2, form.last) if set(tokens.symbols[form.first : form.last]) & set(NAMES) else None
    )
    value, basis = whole[:2] if whole else shifted_month(scene, form.first + 2, form.last) or (None, "relative")
    if not value or count > 4:  # noqa: PLR2004
        return Sense(value, basis, "week-of-month")
    first, last = bounds(value)
    start = first.replace(day=7 * count - 6) if "/" not in value else first
    return Sense(value, basis, "week-of-month", (start, min(last, start.replace(day=min(7 * count, last.day)))))
