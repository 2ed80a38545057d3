"""Days, weeks, months and years that are told by their distance from publication or from another time."""

import re
from datetime import date, timedelta
from itertools import pairwise

from marsad.annotate.times.calendar import bounds, hijri_of, month, moved, week
from marsad.annotate.times.dates import date_form
from marsad.annotate.times.forms import Form
from marsad.annotate.times.lexicon import DAY, MONTH, WEEK, YEAR
from marsad.annotate.times.scene import Scene, Sense, will
from marsad.annotate.times.until import planned_night
from marsad.kinds import TimeBasis
from marsad.text.calendars import gregorian, hijri

_STEPS = {"R": -1, "F": 1, "P": 0, "z": 0}
_NIGHT = re.compile("pD?w[-/iW]?W?w")
_NEARER = 3  # days, of seven
_NIGHT_REACH = 5  # tokens
_DATE_SIGNS = frozenset("muHU9S")


def deictic_form(scene: Scene, form: Form) -> Sense | None:
    """`أمس الأربعاء`, `صباح اليوم`, `غدا الثلاثاء 5 مايو`."""
    tokens = scene.tokens
    day = _dated_part(scene, form)
    if day and day.basis == "explicit":
        return day
    offset = sum(tokens.pick(form.first, form.last, "YG"))
    weekdays = tokens.pick(form.first, form.last, "w")
    told = moved(scene.published, offset) if scene.published else None
    if told and weekdays:
        # where publication is given a day late, the weekday knows better
        told += timedelta(days=(weekdays[0] - told.weekday() + 3) % 7 - 3)
    return Sense(told.isoformat() if told else None, "relative", "day-from-now")


def _dated_part(scene: Scene, form: Form) -> Sense | None:
    """The date with day and month that a weekday or deictic word announces."""
    symbols = scene.tokens.symbols
    start = next((p for p in range(form.first, form.last) if symbols[p] in "wvYTGI"), form.first) + 1
    while start < form.last and symbols[start] in "c(=w)R":
        start += 1
    if not set(symbols[start : form.last]) & (_DATE_SIGNS | {"P"}) or start >= form.last:
        return None
    return date_form(scene, Form("date", start, form.last))


def weekday_form(scene: Scene, form: Form) -> Sense | None:
    """`الأحد`, `يوم الجمعة الماضي`, `مساء الأحد 3 مايو`."""
    tokens = scene.tokens
    day = _dated_part(scene, form)
    if day and day.value:
        return day
    weekday = tokens.pick(form.first, form.last, "wv")[0]
    symbols = tokens.symbols[form.first : form.last]
    if "K" in symbols:
        return _of_week(scene, form, weekday)
    ending = next((sign for sign in symbols if sign in "RFPLM"), "")
    return _weekday(scene, weekday, ending, form)


def _of_week(scene: Scene, form: Form, weekday: int) -> Sense:
    place = scene.tokens.symbols.index("K", form.first)
    whole = unit_form(scene, Form("unit", place, form.last))
    if whole is None or not whole.value:
        return Sense(None, "relative", "weekday-of-week")
    return Sense((bounds(whole.value)[0] + timedelta(days=weekday)).isoformat(), whole.basis, "weekday-of-week")


def _weekday(scene: Scene, weekday: int, ending: str, form: Form) -> Sense:
    if ending in ("L", "M"):
        before = next(scene.earlier("day"), None)
        after = date.fromisoformat(before) if before else None
        told = moved(after, (weekday - after.weekday() - (ending == "L")) % 7 + (ending == "L")) if after else None
        return Sense(told.isoformat() if told else None, "anaphoric", "weekday-after-told")
    now = scene.published
    if now is None:
        return Sense(None, "relative", "weekday")
    if ending == "F":
        return _days_off(now, (weekday - now.weekday() - 1) % 7 + 1, "weekday-coming")
    if ending == "R":
        return _days_off(now, -((now.weekday() - weekday - 1) % 7 + 1), "weekday-past")
    coming = (weekday - now.weekday()) % 7
    if scene.ahead(form.first, form.last) and not (_of_night(scene, form) and _is_over(scene, form, coming)):
        return _days_off(now, coming, "weekday-next")
    return _days_off(now, -((now.weekday() - weekday) % 7), "weekday-latest")


def _of_night(scene: Scene, form: Form) -> bool:
    """Whether it is one of the two days of `ليل الخميس - الجمعة`."""
    around = scene.tokens.symbols[max(form.first - _NIGHT_REACH, 0) : form.last + _NIGHT_REACH]
    return any(match.start() <= min(form.first, _NIGHT_REACH) < match.end() for match in _NIGHT.finditer(around))


def _is_over(scene: Scene, form: Form, coming: int) -> bool:
    """Whether a night is the last such one: it is nearer than the next, in `coming` days, or not announced."""
    return coming > _NEARER or not planned_night(scene, form.first, form.last)


def _days_off(now: date, days: int, rule: str) -> Sense:
    told = moved(now, days)
    return Sense(told.isoformat() if told else None, "relative", rule)


def weekdays_form(scene: Scene, form: Form) -> Sense | None:
    """`يومي الثلاثاء والأربعاء الماضيين`: from the first day to the last."""
    days = scene.tokens.pick(form.first, form.last, "w")
    ending = scene.tokens.symbols[form.last - 1]
    span = sum((after - before - 1) % 7 + 1 for before, after in pairwise(days))
    if ending == "F" or (ending == "w" and scene.ahead(form.first, form.last)):
        start = _weekday(scene, days[0], "F" if ending == "F" else "", form)
        first = date.fromisoformat(start.value) if start.value else None
    else:
        end = _weekday(scene, days[-1], "R" if ending == "R" else "", form)
        first = moved(date.fromisoformat(end.value), -span) if end.value else None
    last = moved(first, span) if first else None
    return Sense(f"{first}/{last}" if first and last else None, "relative", "weekdays")


def unit_form(scene: Scene, form: Form) -> Sense | None:
    """`الشهر الجاري`, `هذا العام`, `نهاية الأسبوع المقبل`, `اليوم نفسه`, `ذلك العام`."""
    tokens = scene.tokens
    place = next(p for p in range(form.first, form.last) if tokens.symbols[p] in "SAKTIj")
    unit = tokens.symbols[place]
    if unit == "j":
        return season_form(scene, form)
    around = tokens.symbols[form.first : form.last]
    sign = next((s for s in tokens.symbols[place + 1 : form.last] if s in "RFPLM"), "Z" if "Z" in around else "z")
    years = tokens.pick(place, form.last, "y")
    if years and unit == "A":
        return Sense(str(years[0]), "explicit", "year")
    if sign in "LMZ":
        return _told_unit(scene, unit, sum(tokens.pick(form.first, form.last, "L")))
    if unit in "TI" and sign == "P":
        return Sense(scene.published.isoformat() if scene.published else None, "relative", "day-from-now")
    return Sense(_shifted(scene.published, unit, _STEPS[sign]), "relative", "unit-from-now")


def _shifted(now: date | None, unit: str, step: int) -> str | None:
    if now is None:
        return None
    if unit == "A":
        return f"{now.year + step:04}"
    if unit == "S":
        return month(now.year, now.month + step)
    day = moved(now, 7 * step if unit == "K" else step)
    if day is None:
        return None
    return week(day) if unit == "K" else day.isoformat()


def _told_unit(scene: Scene, unit: str, step: int) -> Sense:
    before = next(scene.earlier({"A": "year", "S": "month"}.get(unit, "day")), None)
    day = bounds(before)[0] if before else None
    return Sense(_shifted(day, unit, step), "anaphoric", "unit-of-told")


def season_form(scene: Scene, form: Form) -> Sense | None:
    """`ربيع 2003`, `الصيف الماضي`: the year, with the months as its window; winter is that of December."""
    tokens = scene.tokens
    place = next(p for p in range(form.first, form.last) if tokens.symbols[p] in "jJ")
    season = tokens.meanings[place]
    years = tokens.pick(place, form.last, "y")
    basis: TimeBasis = "explicit" if years else "relative"
    year = years[0] if years else _season_year(scene, form, place)
    if year is None:
        return Sense(None, basis, "season")
    first = gregorian(year - (season == 0), 12 if season == 0 else 3 * season, 1)
    last = bounds(f"{year:04}-{3 * season + 2:02}")[1]
    return Sense(f"{year:04}", basis, "season", (first, last) if first else None)


def _season_year(scene: Scene, form: Form, place: int) -> int | None:
    now = scene.published
    if now is None:
        return None
    symbols = scene.tokens.symbols[place : form.last]
    step = next((_STEPS[sign] for sign in symbols if sign in "RFP"), 0)
    if "A" in symbols or step == 0:
        return now.year + step
    season = scene.tokens.meanings[place]
    ends, starts = 3 * season + 2, 3 * season
    if step < 0:
        return now.year if now.month > ends else now.year - 1
    return now.year if now.month < starts else now.year + 1


_SEASON_OF_FEAST = timedelta(days=45)  # feasts are told of before and after them
_THEN_REACH = 50  # times looked through
_LENGTH = {DAY: 1, WEEK: 7}


def ago_form(scene: Scene, form: Form) -> Sense | None:
    """`قبل ثلاثة أيام`, `منذ شهر`; `بعد أسبوعين` only where the clause looks ahead, else it counts from elsewhere."""
    tokens = scene.tokens
    forward = tokens.symbols[form.first] == ">"
    if forward and not scene.ahead(form.first, form.last):
        return None
    if scene.symbol(form.last) in "fi" or scene.word(form.last) in ("ان", "ذلك"):
        return None
    unit = tokens.meanings[form.last - 1]
    counts = tokens.pick(form.first + 1, form.last - 1, "dnk")
    count = sum(counts) if counts else 2 if tokens.symbols[form.last - 1] == "2" else 1
    if not 1 <= count <= 1000:  # noqa: PLR2004
        return None
    return Sense(_distant(scene.published, unit, count if forward else -count), "relative", "counted-from-now")


def _distant(now: date | None, unit: int, count: int) -> str | None:
    if now is None:
        return None
    if unit == YEAR:
        return f"{now.year + count:04}" if 1 <= now.year + count <= 9999 else None  # noqa: PLR2004
    if unit == MONTH:
        return month(now.year, now.month + count)
    day = moved(now, count * _LENGTH[unit])
    if day is None:
        return None
    return week(day) if unit == WEEK else day.isoformat()


def day_only_form(scene: Scene, form: Form) -> Sense | None:
    """`يوم 15`: of this month or the last (the next, where the clause looks ahead)."""
    now = scene.published
    day = scene.tokens.pick(form.first, form.last, "d")[0]
    if now is None:
        return Sense(None, "relative", "day-of-month")
    ahead = scene.ahead(form.first, form.last)
    step = 1 if ahead else -1
    for months in range(3):
        value = month(now.year, now.month + step * months)
        found = gregorian(*bounds(value)[0].timetuple()[:2], day) if value else None
        if found and (found >= now if ahead else found <= now):
            return Sense(found.isoformat(), "relative", "day-of-month")
    return None


def feast_form(scene: Scene, form: Form) -> Sense | None:
    """`يوم عيد الفطر`, `ثالث أيام عيد الأضحى`."""
    number, day = divmod(scene.tokens.pick(form.first, form.last, "*")[0], 100)
    now = scene.published
    of_now = hijri_of(now) if now else None
    if now is None or of_now is None:
        return Sense(None, "relative", "feast")
    days = [found for year in (-1, 0, 1) if (found := hijri(of_now[0] + year, number, day))]
    told = _feast_told(days, now, ahead=bool(scene.ahead(form.first, form.last)))
    if told and scene.symbol(form.first) == "e":
        told = moved(told, scene.tokens.meanings[form.first] - 1)
    return Sense(told.isoformat() if told else None, "relative", "feast")


def _feast_told(days: list[date], now: date, *, ahead: bool) -> date | None:
    """The feast of these weeks; where none is, the latest, or the next where the clause looks ahead."""
    near = [day for day in days if abs(day - now) <= _SEASON_OF_FEAST]
    if near:
        return near[0]
    return (
        min((day for day in days if day > now), default=None)
        if ahead
        else max((day for day in days if day <= now), default=None)
    )


def then_form(scene: Scene, form: Form) -> Sense | None:
    """`آنذاك`: the time told last that is not the day of publication."""
    if will(scene.word(form.last)):
        return Sense(None, "anaphoric", "then")  # of a future that is only supposed
    today = scene.published.isoformat() if scene.published else ""
    for told in reversed(scene.told[-_THEN_REACH:]):
        sense = told.sense
        if told.form.kind != "then" and sense.value and sense.value != today:
            return Sense(sense.value, "anaphoric", "then", sense.window)
    return Sense(None, "anaphoric", "then")
