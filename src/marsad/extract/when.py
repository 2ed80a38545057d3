"""When an article was published and modified: the visible date decides the day, metadata confirms or fills in."""

import re
from dataclasses import replace

from marsad.extract.facts import Facts, by_nearness
from marsad.extract.lines import Line, Sheet, letters
from marsad.extract.metadata import Metadata
from marsad.records import PrintedDate
from marsad.text.dates import FoundDate, agrees, find, parse, settle
from marsad.text.fold import fold_key

_URL_DATE = re.compile(
    r"[/\-_=](20\d\d|19\d\d)[/\-_]?(0?[1-9]|1[0-2])[/\-_]?(0?[1-9]|[12]\d|3[01])(?=[/\-_.?&]|$|[0-9]{4,})"
)


def dates(
    facts: Facts, sheet: Sheet, head: list[Line], tail: list[Line], metadata: Metadata, now: str | None, title: str
) -> None:
    """Published and modified: the visible date decides the day, metadata confirms, fills in or is contradicted."""
    stated = [d for value in metadata.published[:8] if (d := _stated(value))]
    changed = [d for value in metadata.modified[:4] if (d := _stated(value))]
    days = {d.value[:10] for d in stated if d.precision in {"day", "minute"}}
    url_day = _url_day(metadata.url)
    visible = _visible(head, tail, now, title)
    if not visible and days | ({url_day} if url_day else set()):
        visible = _confirmed_elsewhere(sheet, days | ({url_day} if url_day else set()), now)
    visible = [_settled(d, [*days, *([url_day] if url_day else [])]) for d in visible]
    published = _best(visible, "published", stated, url_day)
    if published:
        facts.published = published.date
        facts.warnings.extend(published.warnings)
        same = [d for d in stated if agrees(d, published.date)]
        if stated and not same and not _next_day(stated[0], published.date):
            facts.warnings.append(f"date: the page shows {published.date.value}, its metadata says {stated[0].value}")
    elif stated:
        facts.published = stated[0]
    elif url_day:
        facts.published = PrintedDate(url_day, "day", url_day, basis="url")
    modified = next((d for d in visible if d.role == "modified" and d is not published), None)
    if modified:
        facts.modified = modified.date
    elif published and (clock := _update_clock(head, published)):
        facts.modified = clock
    elif changed and (
        not facts.published or not agrees(changed[0], facts.published) or changed[0].precision == "minute"
    ):
        facts.modified = changed[0] if not stated or changed[0].value != stated[0].value else None


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


def _url_day(url: str | None) -> str | None:
    hit = _URL_DATE.search(url) if url else None
    return f"{hit.group(1)}-{int(hit.group(2)):02}-{int(hit.group(3)):02}" if hit else None


def _visible(head: list[Line], tail: list[Line], now: str | None, title: str) -> list[FoundDate]:
    """Dates of the head and tail lines, those nearest to the headline first; none out of the headline itself."""
    key = letters(fold_key(title))
    found: list[FoundDate] = []
    behind = [line for line in tail if line.reason in {None, "other", "dateline", "source", "byline", "section"}]
    for line in [*by_nearness(head, key), *behind]:
        if (
            _MACHINE.match(line.text)
            or line.reason in {"teaser", "read-also", "comment", "legal", "advert"}
            or line.letters == key
            or len(line.text) > 260
        ):
            continue
        dates = find(line.text, now=now)
        if dates and line.reason in {None, "other", "menu"}:
            line.reason = "dateline"
        found.extend(dates)
    return found


_MACHINE = re.compile(r"\d{4}-\d\d-\d\dT\d\d")  # a stamp for machines that no reader sees


def _confirmed_elsewhere(sheet: Sheet, days: set[str], now: str | None) -> list[FoundDate]:
    """A date anywhere on the page that says the day that metadata names."""
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
    for group in (labelled, confirmed, unlabelled):
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
    from datetime import date as day  # noqa: PLC0415

    try:
        return abs((day.fromisoformat(a.value[:10]) - day.fromisoformat(b.value[:10])).days) <= 1
    except ValueError:
        return False
