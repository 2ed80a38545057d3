"""Days and months with a name: which year they are of.

A month or day without a year is the latest one not after publication, unless an ending (المقبل), the tense of the
clause or the name of an anniversary says otherwise.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from marsad.annotate.times.calendar import bounds, hijri_month, hijri_of, month
from marsad.annotate.times.forms import Form
from marsad.annotate.times.names import anniversary
from marsad.annotate.times.scene import Scene, Sense
from marsad.annotate.times.until import looks_ahead
from marsad.kinds import TimeBasis
from marsad.text.calendars import gregorian, hijri
from marsad.text.dates import parse

NAMES = "muHU"
_ENDINGS = "RFPLM"
_NEAR = timedelta(days=21)


class Named(NamedTuple):
    """A day and month, or a month alone, of one of two calendars, without its year."""

    month: int
    day: int | None
    of_hijra: bool

    def value(self, year: int) -> str | None:
        """What it is in `year`; None where there is no such day."""
        if self.day is None:
            return hijri_month(year, self.month) if self.of_hijra else month(year, self.month)
        found = (hijri if self.of_hijra else gregorian)(year, self.month, self.day)
        return found.isoformat() if found else None

    def year(self, day: date) -> int | None:
        """The year of `day` in the calendar."""
        if not self.of_hijra:
            return day.year
        of_day = hijri_of(day)
        return of_day[0] if of_day else None


def dated(scene: Scene, first: int, last: int) -> Sense | None:
    """The sense of one date or month at tokens `first` up to `last`."""
    tokens = scene.tokens
    places = [place for place in range(first, last) if tokens.symbols[place] in NAMES]
    if not places:
        return _of_month_unnamed(scene, first, last)
    named = named_day(scene, first, places)
    if named is None:
        return None
    return in_year(scene, named, Form("", first, last), places[-1] + 1)


def named_day(scene: Scene, first: int, places: list[int]) -> Named | None:
    """The day and month of tokens `places` and before them; None where their names are of different months."""
    tokens = scene.tokens
    numbers = {(tokens.meanings[place], tokens.symbols[place] in "HU") for place in places}
    if len(numbers) != 1:
        return None
    number, of_hijra = numbers.pop()
    days = tokens.pick(first, places[0], "doe")
    return Named(number, days[-1] if days else None, of_hijra)


def in_year(scene: Scene, named: Named, form: Form, tail: int) -> Sense | None:
    """The sense of a day or month whose year, or what tells it, begins at token `tail`."""
    symbols = scene.tokens.symbols[tail : form.last]
    years = scene.tokens.pick(tail, form.last, "h" if named.of_hijra else "y")
    if years:
        value = named.value(years[-1])
        return Sense(value, "explicit", "date-with-year") if value else None
    if symbols.strip(")%g") and not set(symbols) & set(_ENDINGS + "zZA"):
        return Sense(*_undated(scene, named, Form("", form.first, tail))[:3], last=tail)
    if "A" in symbols or not set(symbols) & set(_ENDINGS):
        year, basis, rule = _year_of(scene, named, symbols, tail) if "A" in symbols else (None, "relative", "")
        if rule:
            return Sense(named.value(year) if year else None, basis, rule)
        return _undated(scene, named, form)
    return _with_ending(scene, named, next(sign for sign in symbols if sign in _ENDINGS))


def _year_of(scene: Scene, named: Named, symbols: str, tail: int) -> tuple[int | None, TimeBasis, str]:
    """`من العام الماضي`, `من ذلك العام`, `من العام نفسه` behind a month."""
    ending = next((sign for sign in symbols if sign in _ENDINGS), "Z" if "Z" in symbols else "P")
    if ending in "LMZ":
        before = next(scene.earlier("year"), None)
        step = sum(scene.tokens.pick(tail, tail + len(symbols), "L"))
        return int(before) + step if before else None, "anaphoric", "date-of-told-year"
    now = named.year(scene.published) if scene.published else None
    return now + {"R": -1, "F": 1, "P": 0}[ending] if now else None, "relative", "date-of-named-year"


def _undated(scene: Scene, named: Named, form: Form) -> Sense:
    known = anniversary(scene, form.first, named.month, named.day) if not named.of_hijra else None
    if known and (scene.published is None or known <= scene.published.year):
        return Sense(named.value(known), "explicit", "anniversary")
    if re.match("f?a[dn]", scene.tokens.symbols[form.last : form.last + 3]):
        return Sense(None, "explicit", "date-of-old-year")
    follower = _year_that_follows(scene, form.last)
    if follower:
        return Sense(named.value(follower), "explicit", "date-with-shared-year")
    coming = _nearest(scene, named, lambda day, now: day >= now, 1)
    ahead = looks_ahead(scene, form, coming)
    if ahead or (ahead is None and named.day and scene.published and coming and _soon(coming, scene.published)):
        return Sense(coming, "relative", "date-next")
    return Sense(_nearest(scene, named, lambda day, now: day <= now, -1), "relative", "date-latest")


def _soon(coming: str, now: date) -> bool:
    """Whether a day is so near that the one of the year before is not meant, if no verb tells."""
    return date.fromisoformat(coming) - now <= _NEAR


def _year_that_follows(scene: Scene, last: int) -> int | None:
    """`مايو ويونيو 2014`, `3 مايو و5 يونيو 2014`: the year of the second is that of the first."""
    symbols = scene.tokens.symbols[last : last + 8]
    if not symbols.startswith(("W", "cW")):
        return None
    rest = symbols.lstrip("cW").lstrip("do").lstrip("f")
    size = len(rest) - len(rest.lstrip("muHU/("))
    after = rest[size:].lstrip(")")
    if not size or after[:1] != "y":
        return None
    return scene.tokens.meanings[last + len(symbols) - len(after)]


def _with_ending(scene: Scene, named: Named, ending: str) -> Sense:
    if ending in "LM":
        before = next(scene.earlier("year"), None)
        return Sense(named.value(int(before)) if before else None, "anaphoric", "date-of-told-year")
    if ending == "P":
        year = named.year(scene.published) if scene.published else None
        return Sense(named.value(year) if year else None, "relative", "date-of-this-year")
    if ending == "R":
        return Sense(_nearest(scene, named, lambda day, now: day < now, -1), "relative", "date-past")
    return Sense(_nearest(scene, named, lambda day, now: day > now, 1), "relative", "date-coming")


def _nearest(scene: Scene, named: Named, fits: Callable[[date, date], bool], step: int) -> str | None:
    """The date of the year nearest to publication, in the direction of `step`, that `fits`.

    A month is compared by its first day with that of the month of publication.
    """
    now = scene.published
    year = named.year(now) if now else None
    if now is None or year is None:
        return None
    for candidate in range(year - step, year + 5 * step, step):  # the 29th of February comes every four years
        value = named.value(candidate)
        if value and fits(bounds(value)[0], now if named.day else _first(named, now)):
            return value
    return None


def _first(named: Named, now: date) -> date:
    if not named.of_hijra:
        return now.replace(day=1)
    year, number, _ = hijri_of(now) or (0, 0, 0)
    return hijri(year, number, 1) or now


def _of_month_unnamed(scene: Scene, first: int, last: int) -> Sense | None:
    """`31 من الشهر الجاري`, `15 الجاري`."""
    tokens = scene.tokens
    days = tokens.pick(first, last, "do")
    whole = shifted_month(scene, first, last)
    if not days or whole is None:
        return None
    value, basis = whole
    day = gregorian(*bounds(value)[0].timetuple()[:2], days[0]) if value else None
    return Sense(day.isoformat() if day else None, basis, "day-of-month")


def shifted_month(scene: Scene, first: int, last: int) -> tuple[str | None, TimeBasis] | None:
    """The month of `الشهر المقبل`, `الشهر نفسه`."""
    symbols = scene.tokens.symbols[first:last]
    ending = next((sign for sign in symbols if sign in _ENDINGS), "Z" if "Z" in symbols else "P")
    if ending in "LMZ":
        before = next(scene.earlier("month"), None)
        step = sum(scene.tokens.pick(first, last, "L"))
        return month(int(before[:4]), int(before[5:]) + step) if before else None, "anaphoric"
    now = scene.published
    step = {"R": -1, "F": 1, "P": 0}[ending]
    return month(now.year, now.month + step) if now else None, "relative"


def date_form(scene: Scene, form: Form) -> Sense | None:
    """A day with its month; two calendars beside each other are one day, the Gregorian wins."""
    tokens = scene.tokens
    if "9" in tokens.symbols[form.first : form.last]:
        return _numeric(scene, form)
    equal = tokens.symbols.find("=", form.first + 1, form.last)
    bracket = _second(scene, form)
    cut = equal if equal > 0 else bracket
    if cut > 0:
        senses = [dated(scene, form.first, cut), dated(scene, cut + 1, form.last)]
        known = [sense for sense in senses if sense and sense.value]
        western = [i for i in (0, 1) if not set(tokens.symbols[(form.first, cut)[i] : (cut, form.last)[i]]) & set("HU")]
        best = senses[western[0]] if western else None
        return best if best and best.value else known[0] if known else senses[0]
    return dated(scene, form.first, form.last)


def _second(scene: Scene, form: Form) -> int:
    """The bracket that opens a second date: `3 مايو (14 رجب)`; not one round a second name of the month."""
    place = scene.tokens.symbols.find("(", form.first + 1, form.last)
    return place if place > 0 and scene.symbol(place + 1) in "ldo" else 0


def _numeric(scene: Scene, form: Form) -> Sense | None:
    """A date in numbers; the Gregorian of two wins."""
    places = [place for place in range(form.first, form.last) if scene.symbol(place) == "9"]
    values = []
    for place in places:
        mark = "هـ" if scene.symbol(place + 1) == "%" else ""
        found = parse(scene.word(place).replace(" ", "") + mark)
        if found and found.date.precision == "day":
            values.append((found.date.calendar != "gregorian", found.date.value[:10]))
    return Sense(min(values)[1], "explicit", "date-numeric") if values else None
