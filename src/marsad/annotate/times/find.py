"""Times: every expression of the calendar in a text, with what it stands for.

Spans begin at the first word of time (يوم, مساء, نهاية, عام and شهر inside; prepositions and clitics outside) and
end with its last. A value is as exact as what is written; `earliest` and `latest` bound it where a part of a month,
year or week is told (a third: مطلع, منتصف, نهاية), a season or a week of a month. What counts from publication is
relative, and null without it; what counts from another time of the text is anaphoric. Durations (ثلاثة أيام) and
vague times (الأيام الماضية) are none. The rules are those of the modules `times_*`; linear in the text's length.
"""

from collections.abc import Callable, Sequence
from datetime import date

from marsad.annotate.confidence import confidence
from marsad.annotate.times.calendar import third
from marsad.annotate.times.context import stands
from marsad.annotate.times.dates import date_form
from marsad.annotate.times.forms import Form, forms_at, next_start
from marsad.annotate.times.ranges import month_form, nth_weekday_form, range_form, week_of_month_form
from marsad.annotate.times.scene import Scene, Sense, Told
from marsad.annotate.times.tokens import cut
from marsad.annotate.times.units import (
    ago_form,
    day_only_form,
    deictic_form,
    feast_form,
    season_form,
    then_form,
    unit_form,
    weekday_form,
    weekdays_form,
)
from marsad.annotate.times.years import (
    bare_year_form,
    century_form,
    decade_form,
    month_of_form,
    quarter_form,
    year_form,
    years_form,
    years_of_hijra_form,
)
from marsad.errors import UsageError
from marsad.records import Span, Time

MADE_BY = "times@1"

_SENSES: dict[str, Callable[[Scene, Form], Sense | None]] = {
    "weekdays": weekdays_form,
    "deictic": deictic_form,
    "nth_weekday": nth_weekday_form,
    "weekday": weekday_form,
    "dates": range_form,
    "days": range_form,
    "date": date_form,
    "months": range_form,
    "week_of_month": week_of_month_form,
    "month_of": month_of_form,
    "month": month_form,
    "quarter": quarter_form,
    "decade": decade_form,
    "century": century_form,
    "season": season_form,
    "years": years_form,
    "years_of_hijra": years_of_hijra_form,
    "year": year_form,
    "bare_year": bare_year_form,
    "unit": unit_form,
    "ago": ago_form,
    "then": then_form,
    "day_only": day_only_form,
    "feast": feast_form,
}


def times(text: str, *, published: str | None, spans: Sequence[Span] | None = None) -> tuple[Time, ...]:
    """The times of `text` in order, none overlapping.

    `published`: ISO day or moment of publication, or None. `spans`: sentences or paragraphs; no time crosses their
    ends. Raises UsageError where `published` is not ISO.
    """
    scene = Scene(cut(text, spans), _day(published))
    symbols = scene.tokens.symbols
    place = next_start(symbols, 0)
    while place is not None:
        told = _told(scene, place)
        if told:
            scene.told.append(told)
        place = next_start(symbols, told.form.last if told else place + 1)
    return tuple(_time(scene, text, told) for told in scene.told)


def _told(scene: Scene, place: int) -> Told | None:
    """The first form at token `place` that is a time and has a sense."""
    for form in forms_at(scene.tokens.symbols, place):
        sense = _SENSES[form.kind](scene, form) if stands(scene, form) else None
        if sense:
            trimmed = _trimmed(scene, form if sense.last is None else form._replace(last=sense.last))
            return Told(trimmed, _windowed(scene, trimmed, sense))
    return None


def _day(published: str | None) -> date | None:
    if published is None:
        return None
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        raise UsageError(f"published is {published!r}; give an ISO date such as 2020-12-24") from None


def _trimmed(scene: Scene, form: Form) -> Form:
    """Without an article that stands alone in front, and a bracket at its end whose other half stands outside."""
    if scene.symbol(form.first) == "l":
        form = form._replace(first=form.first + 1)
    symbols = scene.tokens.symbols[form.first : form.last]
    if symbols.endswith(")") and "(" not in symbols:
        return form._replace(last=form.last - 1)
    if symbols.count("(") > symbols.count(")") and scene.symbol(form.last) == ")":
        return form._replace(last=form.last + 1)
    return form


def _windowed(scene: Scene, form: Form, sense: Sense) -> Sense:
    parts = scene.tokens.pick(form.first, form.first + 1, "q")
    if not parts or not sense.value or sense.window:
        return sense
    return sense._replace(window=third(sense.value, parts[0]))


def _time(scene: Scene, text: str, told: Told) -> Time:
    start, end = scene.tokens.place(told.form.first, told.form.last)
    sense = told.sense
    earliest, latest = (day.isoformat() for day in sense.window) if sense.window else (None, None)
    return Time(
        start,
        end,
        text[start:end],
        sense.value,
        sense.basis,
        MADE_BY,
        earliest,
        latest,
        sense.rule,
        confidence("time", MADE_BY, sense.basis, sense.rule),
    )
