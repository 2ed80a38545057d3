"""What stands around the text: date, section, authors, source. Read from the lines, checked against metadata."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from urllib.parse import urlsplit

from marsad.extract.headline import Headline
from marsad.extract.lexicon import agencies, agency_key, bare, is_agency, label_kind, labels, phrases
from marsad.extract.lines import Line, Sheet
from marsad.extract.metadata import Metadata
from marsad.extract.people import agency_tail, credits, dateline_agency, is_name, is_place, is_surely_name, people_in, without_end_mark
from marsad.extract.repeats import letters
from marsad.records import DropReason, PrintedDate
from marsad.text.dates import FoundDate, agrees, find, parse, settle
from marsad.text.fold import fold_key

_LINKED = 0.7
_ABOVE = 12  # lines above the headline in which date, crumb and byline may stand
_BELOW = 14  # lines after the text
_SECTION_WORDS = 6
_CRUMB_CUT = re.compile(r"\s*[|/\\»«>›‹●•·■▪◄►←→]+\s*|\s+[-–—:]\s+")
_HOME = frozenset(map(fold_key, ("الرئيسية", "الصفحة الرئيسية", "الرئيسيه", "الرئيسة", "home", "أنت هنا", "انت هنا", "أنت الآن في", "المسار", "بوابة", "تصنيف", "القسم", "التصنيف", "الأقسام", "تصنيفات", "نشر في", "في", "uncategorized", "غير مصنف", "أخر تحديث", "آخر تحديث", "عاجل")))
_SECTION_LABEL = re.compile(r"^(?:(?:القسم|التصنيف|تصنيف|الاقسام|تصنيفات|قسم|باب|الباب|التصنيفات|الصفحه|في|التسميات)\s*[:：]\s*|(?:نشر في|في تصنيف|مصنف تحت|ضمن تصنيف|التسميات)\s*[:：]?\s+)")
_URL_DATE = re.compile(r"[/\-_=](20\d\d|19\d\d)[/\-_]?(0?[1-9]|1[0-2])[/\-_]?(0?[1-9]|[12]\d|3[01])(?=[/\-_.?&]|$|[0-9]{4,})")


@dataclass(slots=True)
class Facts:
    """What was found around the text."""

    published: PrintedDate | None = None
    modified: PrintedDate | None = None
    section: str | None = None
    authors: list[str] = field(default_factory=list)
    source: str | None = None
    warnings: list[str] = field(default_factory=list)


def zones(sheet: Sheet, headline: Headline | None, body: list[Line]) -> tuple[list[Line], list[Line]]:
    """The lines of the head (from a little above the headline to the text) and of the tail (behind the text)."""
    # An abstract may stand before date and byline, so the head reaches to the third line of the text.
    first = next((line.number for line in reversed(body[:3]) if line.number <= body[0].number + _ABOVE), 0) if body else 0
    last = body[-1].number if body else 0
    top = headline.line if headline and headline.line is not None else first
    inside = {line.number for line in body}
    low = max(0, min(top, first) - _ABOVE)
    head = [line for line in sheet.lines[low : max(first, top) + 1] if line.number not in inside]
    tail = [line for line in sheet.lines[last + 1 : last + 1 + _BELOW]]
    return head, tail


# -- dates -----------------------------------------------------------------------------------------------------


def date(facts: Facts, sheet: Sheet, head: list[Line], tail: list[Line], metadata: Metadata, now: str | None, title: str) -> None:
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
    elif changed and (not facts.published or not agrees(changed[0], facts.published) or changed[0].precision == "minute"):
        facts.modified = changed[0] if not stated or changed[0].value != stated[0].value else None


_CLOCK = re.compile(r"(?:آخر\s+)?تحديث\W{0,4}\d{1,2}:\d{2}")


def _update_clock(head: list[Line], published: FoundDate) -> PrintedDate | None:
    """`07 يناير 2014، آخر تحديث 23:51 (GMT+0300)`: the update is of the printed day."""
    day = published.date.value[:10]
    for line in head:
        at = line.text.find(published.date.text)
        if at >= 0 and (hit := _CLOCK.search(line.text, at)) and len(day) == 10:  # noqa: PLR2004
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
    for line in [*_by_nearness(head, key), *behind]:
        if _MACHINE.match(line.text) or line.reason in {"teaser", "read-also", "comment", "legal", "advert"} or letters(line.key) == key or len(line.text) > 260:  # noqa: PLR2004
            continue
        dates = find(line.text, now=now)
        if dates and line.reason in {None, "other", "menu"}:
            line.reason = "dateline"
        found.extend(dates)
    return found


_MACHINE = re.compile(r"\d{4}-\d\d-\d\dT\d\d")  # a stamp for machines that no reader sees


def _by_nearness(head: list[Line], key: str) -> list[Line]:
    at = next((i for i, line in enumerate(head) if letters(line.key) == key), None)
    if at is None:
        return head
    last = max(i for i, line in enumerate(head) if letters(line.key) == key)
    return [*head[at:], *reversed(head[:at])] if last else head


def _confirmed_elsewhere(sheet: Sheet, days: set[str], now: str | None) -> list[FoundDate]:
    """A date anywhere on the page that says the day that metadata names."""
    for line in sheet.lines:
        if len(line.text) <= 120 and any(c.isdigit() for c in line.text):  # noqa: PLR2004
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
            exact = (d for d in full if d.role != "modified" and d.date.precision == "minute" and d.date.value[:10] == group[0].date.value)
            return next(exact, group[0])
    return None if stated or url_day else next(iter(full), None)


def _next_day(a: PrintedDate, b: PrintedDate) -> bool:
    """Whether two dates are a day apart at most: metadata in UTC against the local day."""
    from datetime import date as day  # noqa: PLC0415

    try:
        return abs((day.fromisoformat(a.value[:10]) - day.fromisoformat(b.value[:10])).days) <= 1
    except ValueError:
        return False


# -- section ---------------------------------------------------------------------------------------------------


def section(facts: Facts, head: list[Line], tail: list[Line], metadata: Metadata, title: str, *, is_dump: bool) -> None:
    """The crumb nearest to the headline, else what metadata names."""
    key = letters(fold_key(title))
    sites = {letters(fold_key(site)) for site in metadata.sites}
    named = {letters(fold_key(s)) for s in [*metadata.sections, *metadata.crumbs]}
    hinted = [line for line in head if "section" in line.hints and line.words <= 30]  # noqa: PLR2004
    head = [line for line in head if line.reason not in _NO_CRUMB or (line.reason == "teaser" and line.words <= _SECTION_WORDS)]
    hinted = [line for line in head if line in hinted]
    for line in [*reversed(hinted), *(line for line in _by_nearness(head, key) if line not in hinted)]:
        written = " | ".join(name for name, _ in line.links) if len(line.links) > 1 and line.link_share >= _LINKED else line.text
        crumbs = [crumb for crumb in _crumbs(written, key, sites) if crumb not in facts.authors]
        if not crumbs or line.reason in {"byline", "source", "headline", "repeat", "caption"}:
            continue
        known = letters(fold_key(crumbs[-1])) in named
        if line in hinted or known or ((is_dump or not named) and (_is_crumb_line(line) or _is_section_line(line, head, key))):
            facts.section = crumbs[-1]
            if line.reason in {None, "other", "menu"}:
                line.reason = "section"
            return
    if is_dump and (name := _plain_section(head, key)):
        facts.section = name
        return
    for line in tail:
        if _SECTION_LABEL.match(line.key) and (crumbs := _crumbs(line.text, key, sites)) and line.words <= 8:  # noqa: PLR2004
            facts.section = crumbs[-1]
            return
    for name in [*reversed(metadata.crumbs), *metadata.sections]:
        crumbs = _crumbs(name, key, sites)
        if crumbs and len(name.split()) <= _SECTION_WORDS:
            facts.section = crumbs[-1]
            return


_NO_CRUMB = frozenset({"widget", "advert", "share", "plea", "teaser", "read-also", "legal", "comment"})


def _is_section_line(line: Line, head: list[Line], title: str) -> bool:
    """A line near the headline that is the name of a section and no entry of a menu."""
    names = phrases("section")
    if line.words > 4:  # noqa: PLR2004
        return False
    at = head.index(line)
    top = next((i for i, other in enumerate(head) if letters(other.key) == title), None)
    if top is None or not -4 <= at - top <= 6:  # noqa: PLR2004
        return False
    if at < top:
        # Above the headline the last of many short lines is a menu's, unless a separator makes them a crumb.
        above = head[max(0, at - 3) : at]
        if len([other for other in above if other.words <= 2 and other.breaks == 1 and letters(other.key)]) >= 3 and not any(  # noqa: PLR2004
            not letters(other.key) for other in head[at - 1 : at + 1]
        ):
            return False
    core = bare(line.key)
    beside = abs(at - top) == 1 and line.words <= 3 and len(line.links) == 1 and line.link_share >= _LINKED  # noqa: PLR2004
    if beside and not is_surely_name(line.text):
        return True  # a single link above or under the headline
    return core in names.whole or is_place(core) or bool(names.starts and names.starts.match(core)) or (at < top and head[at - 1 : at] != [] and not letters(head[at - 1].key))


def _plain_section(head: list[Line], title: str) -> str | None:
    """In a dump, a line of one to three words between headline and text that is nothing else."""
    for at in [i for i, line in enumerate(head) if letters(line.key) == title]:
        near = head[at + 1 : at + 7]
        if not any(line.reason in {"dateline", "byline", "section", "source"} for line in near):
            continue  # a text without date or byline has no section either, only captions and names
        for line in near:
            if line.reason == "section":
                return line.text
            plain = line.reason in {None, "other"} and line.words <= 3 and not line.label and not re.search(r"[\d.:،؟!؛\"«(]", line.text)  # noqa: PLR2004
            if plain and not is_surely_name(line.text) and not credits(line.text) and _ARABIC.search(line.text):
                line.reason = "section"
                return line.text
    return None


def columnist(facts: Facts, head: list[Line], title: str) -> None:
    """In opinion sections a name alone under the headline is the author's."""
    if facts.authors or facts.section is None or fold_key(facts.section) not in labels("section", "opinion"):
        return
    key = letters(fold_key(title))
    at = next((i for i, line in enumerate(head) if letters(line.key) == key), None)
    for line in head[at + 1 : at + 4] if at is not None else ():
        if 2 <= line.words <= 4 and is_name(line.text) and line.reason in {None, "other"} and not line.label and not is_place(line.text):  # noqa: PLR2004
            facts.authors.append(line.text)
            line.reason = "byline"
            return


_NO_KEYWORD = frozenset({"tags", "share", "plea", "legal", "related", "comment"})


def keywords(sheet: Sheet, metadata: Metadata, body: list[Line]) -> None:
    """Keywords: what metadata says, else the tags that the page shows."""
    if metadata.keywords:
        return
    for line in sheet.lines:
        if line.reason != "tags" or (body and line.number < body[0].number):
            continue
        if line.label == "tags":
            rest = line.text.partition(":")[2]
            found = [title for title, _ in line.links] or re.split(r"\s*[،,|#؛]\s*|\s+[-–]\s+", rest)
        else:
            found = [title for title, _ in line.links] or [line.text]
        for word in found:
            tidy = word.strip(" #:،,.-–•").replace("_", " ")
            if 0 < len(tidy) <= 60 and label_kind(fold_key(tidy)) not in _NO_KEYWORD and tidy not in metadata.keywords:  # noqa: PLR2004
                metadata.keywords.append(tidy)


def _is_crumb_line(line: Line) -> bool:
    """Whether a line of a dump looks like a crumb: bullets, a path, or a date beside a few words."""
    if line.words <= 8 and bare(line.key).split(" ")[0] in _HOME and (line.link_share < _LINKED or len(line.links) <= 4):  # noqa: PLR2004
        return True
    return bool(re.search(r"[●•▪■|»>/›←◄]", line.text)) or bool(find(line.text)) or bool(_SECTION_LABEL.match(line.key))


def _crumbs(text: str, title: str, sites: set[str]) -> list[str]:
    """The parts of a crumb line that may be sections: no home, title, site, date, byline."""
    for found in reversed(find(text)):
        text = f"{text[: found.start]} | {text[found.end :]}"
    text = _IN.sub("", text)
    hit = _SECTION_LABEL.match(fold_key(text))
    if hit and len(fold_key(text)) == len(text.strip()):
        text = text.strip()[hit.end() :]
    parts = [_IN.sub("", part).strip(" \t:،,.-–—()[]\"'*_") for part in _CRUMB_CUT.split(text)]
    kept = []
    for part in parts:
        key = bare(fold_key(part))
        while " " in part and key.split(" ")[0] in _HOME:
            part = part.split(" ", 1)[1].strip()
            key = bare(fold_key(part))
        size = len(part.split())
        if not 1 <= size <= _SECTION_WORDS or len(letters(key)) < 2 or key in _HOME or key.isdigit():  # noqa: PLR2004
            continue
        squeezed = letters(key)
        if squeezed in sites or (title and (squeezed == title or (size > 2 and squeezed in title))):  # noqa: PLR2004
            continue
        if not _ARABIC.search(part):
            continue
        if _NO_SECTION.search(key) or credits(part) or label_kind(key) in {"share", "comment", "related", "plea", "advert", "legal", "tags"}:
            continue
        if key in labels("author") or key in labels("source"):
            continue
        kept.append(part)
    return kept


_IN = re.compile(r"^\s*(?:(?:نشر|نشرت|منشور|مصنف|كتب)\s+)?(?:في|ضمن|تحت)\s+(?:تصنيف\s+|قسم\s+|باب\s+)?|^\s*(?:تصنيف|قسم|باب)\s+")
_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3]")
_NO_SECTION = re.compile(r"[؛°%]|^(?:تاريخ|التاريخ|المصدر|مصدر|الكاتب|القراءات|المشاهدات|عدد|مسيحي|ميلادي|ميلاديه|هجري|هـ|حجم الخط|uploader\d*|نشر|تم نشر|اخر تحديث|تحديث|بتاريخ|كتب|الساعه|gmt|السبت|الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|am|pm|ص|م)\b|\d{3,}|[@؟!]|http")


_FOREIGN = frozenset({"teaser", "read-also", "menu", "comment", "advert", "legal", "tags", "plea", "widget"})


# -- people ----------------------------------------------------------------------------------------------------


def people(facts: Facts, head: list[Line], tail: list[Line], body: list[Line], metadata: Metadata, title: str) -> list[Line]:
    """Authors and source; returns the lines of the body that are bylines or agency tails and leave it."""
    key = letters(fold_key(title))
    authors: list[str] = []
    source: str | None = None
    leaving: list[Line] = []
    near = [line for line in head if line.reason not in _FOREIGN and (not key or key not in letters(line.key))]
    edge = [*body[:3], *body[-3:]] if len(body) > 1 else []
    after = [line for line in tail if line.reason not in _FOREIGN and line.reason != "repeat"]
    inside = {line.number for line in body}
    sites = {letters(fold_key(site)) for site in [*metadata.sites, _host(metadata.url)] if site}
    _split_heads(body, authors)
    for text, members in _with_values([*near, *edge, *after]):
        found = credits(_without_sites(_without_dates(text), sites))
        in_body = [line for line in members if line.number in inside]
        if not found or (in_body and not _all_credit(text)):
            continue
        if is_agency(text) and _is_site(text, sites):
            continue  # the site's own name, standing alone as a logo or a picture credit
        for credit in found:
            if credit.role == "author":
                name = _without_site(credit.name, sites)
                if name not in authors and not _is_site(name, sites):
                    authors.append(name)
            if credit.role == "source":
                source = source or credit.name
        role: DropReason = "source" if found[0].role == "source" else "byline"
        for line in members:
            if line.reason in {None, "other"}:
                line.reason = role
        leaving.extend(in_body)
    if body:
        source = source or _tail_source(body, leaving)
        if source is None and (agency := dateline_agency(body[0].text)) and (agency_key(agency) in agencies() or not _is_site(agency, sites)):
            source = agency
    facts.source = source
    facts.authors = (
        authors or _hinted_authors([*near, *after], sites) or _stated_authors(metadata, [*near, *after, *edge], sites) or _last_name(body, after, leaving)
    )
    return leaving


def _hinted_authors(near: list[Line], sites: set[str]) -> list[str]:
    """Names in a line that the page's markup calls a byline."""
    for line in near:
        if "byline" in line.hints and line.words <= 8 and line.label is None:  # noqa: PLR2004
            names = [_without_site(name, sites) for name in people_in(line.text)]
            names = [name for name in names if len(name.split()) >= 2 and letters(fold_key(name)) not in sites and not find(name)]  # noqa: PLR2004
            if names:
                if line.reason in {None, "other"}:
                    line.reason = "byline"
                return names
    return []


def _without_dates(text: str) -> str:
    """A short line without the dates in it, which would pass for parts of names."""
    if len(text) > 120:  # noqa: PLR2004
        return text
    for found in reversed(find(text)):
        text = f"{text[: found.start]} {text[found.end :]}"
    return text.strip()


_OUTLETS = frozenset(("صحيفة", "جريدة", "موقع", "شبكة", "بوابة", "وكالة", "قناة", "مجلة"))


def _without_site(name: str, sites: set[str]) -> str:
    """`محمد الحازمي صحيفة كذا`: links side by side leave the site's name behind the author's."""
    words = name.split()
    for size in range(1, min(4, len(words) - 1)):
        if letters(fold_key(" ".join(words[-size:]))) in sites:
            return " ".join(words[: -size - (words[-size - 1] in _OUTLETS)])
    return name


def _last_name(body: list[Line], after: list[Line], leaving: list[Line]) -> list[str]:
    """A name alone under the text, or above a note about the writer."""
    if not body:
        return []
    lines = [*body[-2:], *(line for line in after[:2] if line.reason in {None, "other", "byline"})]
    for number, line in enumerate(lines):
        if line.words > 4 or line.links or line is body[0] or not is_surely_name(line.text) or line.text.endswith("."):  # noqa: PLR2004
            continue
        line.reason = line.reason or "byline"
        inside = {other.number for other in body}
        leaving.extend(other for other in lines[number:] if other.number in inside)
        for other in lines[number:]:
            other.reason = other.reason or "byline"
        return [line.text]
    return []


def _split_heads(body: list[Line], authors: list[str]) -> None:
    """A byline in bold with which the first paragraph begins leaves it: `<b>أسوان - كتب: فلان</b> شهدت …`."""
    for line in body[:2]:
        found = [credit.name for credit in credits(line.head) if credit.role == "author"] if line.head else []
        if found and line.text.startswith(line.head):
            authors.extend(found)
            line.text = line.text[len(line.head) :].lstrip(" :-–—")
            line.key = fold_key(line.text)


def _without_sites(text: str, sites: set[str]) -> str:
    """`صحيفة كذا - فلان`: a byline without the name of the site, as if a label stood there."""
    if len(text) > 80 or not sites:  # noqa: PLR2004
        return text
    parts = re.split(r"\s*[-–—|/:]\s*", text)
    rest = [part for part in parts if part and letters(fold_key(part)) not in sites]
    own_name = len(rest) < len([part for part in parts if part])
    return f"الكاتب: {rest[0]}" if own_name and len(rest) == 1 and 2 <= len(rest[0].split()) <= 4 else text  # noqa: PLR2004


def _is_site(name: str, sites: set[str]) -> bool:
    key = letters(fold_key(name))
    return any(key in site or site in key for site in sites if len(site) > 2)  # noqa: PLR2004


def _host(url: str | None) -> str:
    host = (urlsplit(url).hostname or "") if url else ""
    return host.removeprefix("www.")


def _all_credit(text: str) -> bool:
    """Whether a line is a byline as a whole, not a sentence that happens to hold a label."""
    return len(text) <= 110 and text.count(" ") < 12 and not text.endswith(("؟", "!"))  # noqa: PLR2004


def _with_values(lines: list[Line]) -> Iterator[tuple[str, list[Line]]]:
    """Each line with its text; a label that stands alone takes the value from the line behind it."""
    skip = False
    for number, line in enumerate(lines):
        if skip:
            skip = False
            continue
        core = bare(line.key)
        value = lines[number + 1] if number + 1 < len(lines) else None
        if value and (core in labels("source") or core in labels("author")) and value.words <= 6 and value.number == line.number + 1:  # noqa: PLR2004
            yield f"{line.text.rstrip(' :')}: {value.text}", [line, value]
            skip = True
        else:
            yield line.text, [line]


def _tail_source(body: list[Line], leaving: list[Line]) -> str | None:
    """An agency in brackets at the end of the last paragraph, or alone on the last line."""
    rest = [line for line in body if line not in leaving]
    if not rest:
        return None
    last = rest[-1]
    last.text = without_end_mark(last.text)
    if found := agency_tail(last.text):
        text, agency = found
        if text:
            last.text, last.key = without_end_mark(text), fold_key(text)
        else:
            leaving.append(last)
        return agency
    return None


def _stated_authors(metadata: Metadata, around: list[Line], sites: set[str]) -> list[str]:
    """Authors of the metadata that the page shows near the text and that are no site, address or machine."""
    shown = " ".join(line.key for line in around if len(line.text) < 200)  # noqa: PLR2004
    hinted = " ".join(line.key for line in around if "byline" in line.hints)
    found = []
    for name in metadata.authors[:5]:
        for part in people_in(name):
            key = fold_key(part)
            squeezed = letters(key)
            if len(part.split()) < 2 or is_agency(part) or is_place(part) or any(squeezed in s or (s in squeezed and len(s) > 4) for s in sites):  # noqa: PLR2004
                continue
            if key in hinted or key in shown:
                found.append(part)
    return list(dict.fromkeys(found))
