"""When an article was published and modified: the visible date decides the day, metadata confirms or fills in."""

import datetime as dt
import re
from dataclasses import replace

from marsad.extract.facts import Facts, Scene, by_nearness
from marsad.extract.lines import Line, Sheet
from marsad.records import PrintedDate
from marsad.text.dates import FoundDate, agrees, find, parse, settle

_URL_DATE = re.compile(
    r"[/\-_=](20\d\d|19\d\d)(?:([/\-_])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])|(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01]))"
    r"(?=[/\-_.?&]|$)"
)


def dates(facts: Facts, scene: Scene, now: str | None) -> None:
    """Published and modified: the visible date decides the day, metadata confirms, fills in or is contradicted."""
    stated = [d for value in scene.metadata.published[:8] if (d := _stated(value))]
    url_day = _url_day(scene.metadata.url)
    days = sorted(
        {d.value[:10] for d in stated if d.precision in {"day", "minute"}} | ({url_day} if url_day else set())
    )
    if not stated:
        stated = [d for stamp in _stamps(scene) if (d := _stated(stamp))]
    visible = _visible(scene, now) or _confirmed_elsewhere(scene.sheet, days, now)
    visible = [_settled(d, days) for d in visible]
    published = _best(visible, "published", stated, url_day)
    if published:
        facts.published = _with_stated_clock(scene, _with_clock(scene.head, published.date), stated)
        facts.warnings.extend(published.warnings)
        if stated and not any(agrees(d, published.date) or _next_day(d, published.date) for d in stated):
            facts.warnings.append(f"date: the page shows {published.date.value}, its metadata says {stated[0].value}")
    elif stated:
        facts.published = stated[0]
    elif url_day:
        facts.published = PrintedDate(url_day, "day", url_day, basis="url")
    facts.modified = _modified(facts, scene, visible, published, stated)
    if published and published.role == "modified" and facts.modified is None:
        facts.modified = facts.published
        facts.warnings.append("date: the page shows only when it was changed; taken for its publication as well")
    facts.published, facts.modified = _with_offset(facts.published), _with_offset(facts.modified)


def _stamps(scene: Scene) -> list[str]:
    """Machine-readable times (`<time datetime>`, stamps printed as they are) near the text."""
    numbers = [line.number for line in [*scene.head, *scene.body, *scene.tail]]
    low, high = (min(numbers), max(numbers)) if numbers else (0, 0)
    printed = [line.text for line in [*scene.head, *scene.tail] if _MACHINE.match(line.text)]
    return [*(stamp for stamp, at in scene.sheet.times if low <= at <= high), *printed]


_CLOCK_ALONE = re.compile(r"\W*\d{1,2}:\d\d\s*(?:ص|م|صباحا|مساء|am|pm)?\W*")


_BESIDE = frozenset({None, "other", "dateline", "menu"})


def _with_clock(head: list[Line], date: PrintedDate) -> PrintedDate:
    """A printed day with the clock that stands alone on the line before or behind it."""
    if date.precision != "day":
        return date
    for at, line in enumerate(head):
        if date.text in line.text:
            beside = (*head[at + 1 : at + 2], *head[max(0, at - 1) : at])
            for other in (o for o in beside if abs(o.number - line.number) == 1 and o.reason in _BESIDE):
                if _CLOCK_ALONE.fullmatch(other.key) and (found := next(iter(find(f"{date.text} {other.text}")), None)):
                    return replace(found.date, text=date.text)
    return date


def _with_stated_clock(scene: Scene, date: PrintedDate, stated: list[PrintedDate]) -> PrintedDate:
    """A printed day with the clock that the page prints elsewhere and its metadata states for that day."""
    if date.precision != "day":
        return date
    for clock in (d.value[11:16] for d in stated if d.precision == "minute" and d.value[:10] == date.value):
        printed = re.compile(rf"(?<![\d:])0?{clock.lstrip('0')}(?![\d:])")
        for line in [*scene.head, *scene.tail]:
            if line.words <= _CLOCK_WORDS and line.reason not in _NO_DATES and printed.search(line.text):
                found = next(iter(find(f"{date.text} {clock}")), None)
                return replace(found.date, text=date.text) if found else date
    return date


_CLOCK_WORDS = 10


def _modified(
    facts: Facts, scene: Scene, visible: list[FoundDate], published: FoundDate | None, stated: list[PrintedDate]
) -> PrintedDate | None:
    """The update that the page shows, else the one of its metadata where it says more than the publication."""
    shown = next((d for d in visible if d.role == "modified" and d is not published), None)
    if shown:
        return shown.date
    if published and (clock := _update_clock(scene.head, published)):
        return clock
    changed = next((d for value in scene.metadata.modified[:4] if (d := _stated(value))), None)
    if changed is None or (stated and changed.value == stated[0].value):
        return None
    told = facts.published and agrees(changed, facts.published) and changed.precision != "minute"
    return None if told else changed


_CLOCK = re.compile(r"(?:آخر\s+)?تحديث\W{0,4}\d{1,2}:\d{2}")


def _update_clock(head: list[Line], published: FoundDate) -> PrintedDate | None:
    """`07 يناير 2014، آخر تحديث 23:51 (GMT+0300)`: the update is of the printed day."""
    day = published.date.value[:10]
    for line in head:
        at = line.text.find(published.date.text)
        if at >= 0 and (hit := _CLOCK.search(line.text, at)) and len(day) == 10:
            clock = line.text[hit.end() - 5 :].lstrip(" :")
            if found := next(iter(find(f"{day} {clock}")), None):
                return replace(found.date, text=line.text[at:])
    return None


def _stated(value: str) -> PrintedDate | None:
    found = parse(value) or next(iter(find(value)), None)
    return replace(found.date, basis="metadata", text=value.strip()) if found else None


def _with_offset(date: PrintedDate | None) -> PrintedDate | None:
    """Greenwich written as an offset, as all other zones are."""
    if date is None or not date.value.endswith("Z"):
        return date
    return replace(date, value=date.value.removesuffix("Z") + "+00:00")


def _url_day(url: str | None) -> str | None:
    hit = _URL_DATE.search(url) if url else None
    if not hit or (hit.group(5) and "?" in hit.string[: hit.start() + 1]):
        return None  # eight digits of a query are the number of an article
    year, month, day = hit.group(1), int(hit.group(3) or hit.group(5)), int(hit.group(4) or hit.group(6))
    try:
        return dt.date(int(year), month, day).isoformat()
    except ValueError:  # no calendar has that day
        return None


def _visible(scene: Scene, now: str | None) -> list[FoundDate]:
    """Dates of the head and tail lines, those nearest to the headline first; none out of the headline itself."""
    found: list[FoundDate] = []
    behind = [
        line
        for line in scene.tail
        if line.reason in _PLAIN_REASONS or (line.reason == "menu" and "date" in line.hints)  # `آخر تعديل على …`
    ]
    for line in [*by_nearness(scene.head, scene.key), *behind]:
        if (
            line.reason in _NO_DATES
            or (scene.sheet.is_dump and "menu" in line.hints)
            or line.letters == scene.key
            or len(line.text) > 260
            or _MACHINE.match(line.text)
        ):
            continue
        dates_of_line = find(line.text, now=now)
        if line.reason == "menu" and line in behind:  # `==` of lines is identity
            dates_of_line = tuple(found for found in dates_of_line if found.role)
        if dates_of_line and line.reason in {None, "other", "menu"}:
            line.reason = "dateline"
        found.extend(dates_of_line)
    return found


_PLAIN_REASONS = frozenset({None, "other", "dateline", "source", "byline", "section"})
_NO_DATES = frozenset({"teaser", "read-also", "comment", "legal", "advert"})


_MACHINE = re.compile(r"\d{4}-\d\d-\d\dT\d\d")  # a stamp for machines that no reader sees


def _confirmed_elsewhere(sheet: Sheet, days: list[str], now: str | None) -> list[FoundDate]:
    """A date anywhere on the page that says the day that metadata names."""
    if not days:
        return []
    for line in sheet.lines:
        if len(line.text) <= 120 and any(c.isdigit() for c in line.text):
            for found in find(line.text, now=now):
                if found.date.value[:10] in days and found.role != "modified":
                    return [found]
    return []


def _settled(found: FoundDate, days: list[str]) -> FoundDate:
    for day in days:
        if not found.sure:
            found = settle(found, day)
    return found


def _best(visible: list[FoundDate], role: str, stated: list[PrintedDate], url_day: str | None) -> FoundDate | None:
    """The labelled date, else the one that metadata or address confirm, else the first."""
    full = [d for d in visible if d.date.precision in {"day", "minute"}] or visible
    unlabelled = [d for d in full if d.role is None]
    labelled = [d for d in full if d.role == role]
    confirmed = [
        d for d in [*labelled, *unlabelled]
        if any(agrees(d.date, s) or _next_day(s, d.date) for s in stated) or (url_day and d.date.value[:10] == url_day)
    ]  # fmt: skip
    exactly = [d for d in confirmed if any(agrees(d.date, s) for s in stated)]
    for group in (labelled, exactly, confirmed, unlabelled):
        if group:
            exact = (
                d
                for d in full
                if d.role != "modified" and d.date.precision == "minute" and d.date.value[:10] == group[0].date.value
            )
            return next(exact, group[0])
    return None if stated or url_day else next(iter(full), None)


def _next_day(a: PrintedDate, b: PrintedDate) -> bool:
    """Whether two dates are a day apart at most: metadata in UTC against the local day."""
    try:
        return abs((dt.date.fromisoformat(a.value[:10]) - dt.date.fromisoformat(b.value[:10])).days) <= 1
    except ValueError:
        return False
