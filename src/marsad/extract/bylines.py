"""Authors and source of an article, from the lines around its text; metadata only where the page shows the name.

`source` (المصدر: outlet or agency that the text is taken from) is neither the author (الكاتب) nor the publisher (the
site). A doubtful author is left out: empty beats wrong.
"""

import re
from collections.abc import Iterator

from marsad.extract.credits import credits, people_in, reads_on, starts_with_label
from marsad.extract.facts import FOREIGN_REASONS, Facts, Scene, is_site
from marsad.extract.lexicon import agencies, agency_key, bare, is_agency, labels
from marsad.extract.lines import Line, letters
from marsad.extract.metadata import Metadata
from marsad.extract.names import is_bio, is_name, is_place, is_surely_name, jobs, may_be_name, several
from marsad.extract.parts import undated
from marsad.extract.signatures import first_name, last_name, name_above
from marsad.extract.tails import agency_tail, dateline_agency, dateline_authors, without_end_mark
from marsad.kinds import DropReason
from marsad.text.dates import find
from marsad.text.fold import fold_key


def columnist(facts: Facts, scene: Scene) -> None:
    """In opinion sections a name alone under the headline is the author's."""
    if facts.authors or facts.section is None or fold_key(facts.section) not in labels("section", "opinion"):
        return
    at = next((i for i, line in enumerate(scene.head) if line.letters == scene.key), None)
    for line in scene.head[at + 1 : at + 4] if at is not None else ():
        if (
            2 <= line.words <= 4
            and is_name(line.text)
            and line.reason in {None, "other"}
            and not line.label
            and not is_place(line.text)
        ):
            facts.authors.append(line.text)
            line.reason = "byline"
            return


def people(facts: Facts, scene: Scene) -> list[Line]:
    """Authors and source; returns the lines of the body that are bylines or agency tails and leave it."""
    body, sites = scene.body, scene.sites
    near = [line for line in scene.head if _may_credit(line) and (not scene.key or scene.key not in line.letters)]
    edge = [*body[:3], *body[-3:]] if len(body) > 1 else []
    after = [line for line in scene.tail if _may_credit(line) and line.reason != "repeat"]
    authors = _split_heads(body)
    leaving = _credited([*near, *edge, *after], scene, facts, authors)
    if body:
        facts.source = facts.source or _tail_source(body, leaving) or _dateline_source(body[0], sites)
    facts.authors = (
        authors
        or first_name(scene, leaving)
        or _in_title(scene.title)
        or _hinted_authors([*near, *after], sites)
        or (dateline_authors(body[0].text) if body else [])
        or _beside_date(near, body)
        or _stated_authors(scene.metadata, [*scene.head, *after, *edge], sites)
        or last_name(body, after, leaving)
        or name_above(scene)
        or facts.editors
    )
    leaving.extend(_repeating_authors([line for line in edge if line not in leaving], facts.authors))
    return leaving


def _repeating_authors(lines: list[Line], authors: list[str]) -> list[Line]:
    """Lines at the ends of a text that say the names of its authors and nothing else."""
    found = [line for line in lines if line.words <= _ROW_WORDS and authors and set(several(line.text)) <= {*authors}]
    for line in found:
        line.reason = line.reason or "byline"
    return found


_ROW_WORDS = 12


def _may_credit(line: Line) -> bool:
    """Whether a line of the head may name people: no furniture, unless its own words or markup make it a byline."""
    named = line.words <= 8 and ("byline" in line.hints or starts_with_label(line.key))
    return line.reason not in FOREIGN_REASONS or (line.reason == "menu" and named)


_TITLE_BYLINE = re.compile(r"(?:[.…:|/-]|\s)\s*بقلم\s*[:/]?\s*([^.:|/]{4,50})$")


def _in_title(title: str) -> list[str]:
    """`عنوان المقال .. بقلم: فلان`."""
    hit = _TITLE_BYLINE.search(title)
    return people_in(hit.group(1)) if hit else []


def _credited(lines: list[Line], scene: Scene, facts: Facts, authors: list[str]) -> list[Line]:
    """Take what lines credit by their words; returns those of the body."""
    inside = {line.number for line in scene.body}
    leaving: list[Line] = []
    for text, members in _with_values(lines):
        found = credits(_without_sites(undated(text), scene.sites))
        in_body = [line for line in members if line.number in inside]
        if not found or (in_body and (not _all_credit(text) or reads_on(text))):
            continue
        if is_agency(text) and is_site(text, scene.sites):
            continue  # the site's own name, standing alone as a logo or a picture credit
        for credit in found:
            name = _without_site(credit.name, scene.sites)
            if credit.role == "author" and name not in authors and not is_site(name, scene.sites):
                authors.append(name)
            elif credit.role == "editor" and name not in facts.editors and not is_site(name, scene.sites):
                facts.editors.append(name)
            elif credit.role == "source":
                facts.source = facts.source or credit.name
        role: DropReason = "source" if found[0].role == "source" else "byline"
        for line in members:
            if line.reason in {None, "other", "menu"}:
                line.reason = role
        leaving.extend(in_body)
    return leaving


def _dateline_source(first: Line, sites: set[str]) -> str | None:
    """The agency of the dateline, unless it is a site that names itself."""
    agency = dateline_agency(first.text)
    return agency if agency and (agency_key(agency) in agencies() or not is_site(agency, sites)) else None


def _beside_date(near: list[Line], body: list[Line]) -> list[str]:
    """Names alone on the line before or behind the date; beside an unknown outlet also right above the text."""
    dated = {line.number for line in near if line.reason == "dateline"}
    for line in near:
        outlet, dash, name = line.text.partition(" - " if " - " in line.text else ": ")
        above = bool(body) and line.number == body[0].number - 1 and bool(dash) and outlet.count(" ") <= 1
        if line.words > 9 or line.links or line.label or not (above or {line.number - 1, line.number + 1} & dated):
            continue
        beside = dash and outlet.count(" ") <= 1 and not is_surely_name(outlet)
        names = several(name if beside else line.text)
        placed = bool(beside) and is_place(outlet) and all(map(may_be_name, names))
        if line.reason in {None, "other"} and names and (placed or all(map(is_surely_name, names))):
            line.reason = "byline"
            return names
    return []


def _hinted_authors(near: list[Line], sites: set[str]) -> list[str]:
    """Names in a line that the page's markup calls a byline."""
    for line in near:
        if "byline" in line.hints and line.words <= 8 and line.label is None:
            linked = [title for title, _ in line.links if is_surely_name(title) or _opens_as_name(line, title)]
            names = [_without_site(name, sites) for name in people_in(line.text) or linked]
            names = [name for name in names if len(name.split()) >= 2 and not is_site(name, sites) and not find(name)]
            if names:
                if line.reason in {None, "other"}:
                    line.reason = "byline"
                return names
    return []


_ONE_LINK = 3  # blanks in it


def _opens_as_name(line: Line, title: str) -> bool:
    """`<a>فلانة الفلاني</a> أستاذة في الجامعة`: the only link of a byline, in front of what its writer is."""
    alone = len(line.links) == 1 and line.text.startswith(title)
    return alone and is_bio(line.key[len(fold_key(title)) :]) and is_name(title) and 1 <= title.count(" ") <= _ONE_LINK


def _without_site(name: str, sites: set[str]) -> str:
    """`محمد الحازمي صحيفة كذا`: links side by side leave the site's name behind the author's."""
    words = name.split()
    for size in range(1, min(4, len(words) - 1)):
        if letters(fold_key(" ".join(words[-size:]))) in sites:
            return " ".join(words[: -size - (fold_key(words[-size - 1]) in labels("outlet", "kinds"))])
    return name


def _split_heads(body: list[Line]) -> list[str]:
    """A byline in bold with which the first paragraph begins leaves it: `<b>أسوان - كتب: فلان</b> شهدت …`."""
    authors: list[str] = []
    for line in body[:2]:
        found = [credit.name for credit in credits(line.head) if credit.role == "author"] if line.head else []
        if found and line.text.startswith(line.head):
            authors.extend(found)
            line.shorten(line.text[len(line.head) :].lstrip(" :-–—"), "byline", line.head)
    return authors


def _without_sites(text: str, sites: set[str]) -> str:
    """`صحيفة كذا - فلان`, `المكلا / خاص - فلان`: one name beside the site's, or beside a place and "special"."""
    parts = [part.strip() for part in re.split(r"\s*[-–—|/:]\s*", text) if part.strip()] if len(text) <= 80 else []
    own = [part for part in parts if _is_own(part, sites) or fold_key(part) in jobs()]
    rest = [part for part in parts if part not in own and not is_place(part)]
    if own and len(rest) > 1 and own[-1] in parts[:-1]:
        rest = parts[parts.index(own[-1]) + 1 :]  # `الخمس - بوابة كذا: فلان`
    if own and len(rest) == 1 and 2 <= len(rest[0].split()) <= 4 and is_name(rest[0]):
        return f"الكاتب: {rest[0]}"
    return text


def _is_own(part: str, sites: set[str]) -> bool:
    """Whether a part of a byline is the site's name, or the beginning of its longer name."""
    key = letters(fold_key(part))
    return key in sites or (
        len(key) >= 5
        and any(site.startswith(key) or site.endswith(key) or (len(site) >= 4 and key.endswith(site)) for site in sites)
    )


def _all_credit(text: str) -> bool:
    """Whether a line is a byline as a whole, not a sentence that happens to hold a label."""
    bracketed = text[0] == "(" and text[-1] == ")"  # a row of credits, as agencies close a text with
    return len(text) <= (200 if bracketed else 110) and (bracketed or text.count(" ") < 12) and text[-1] not in "؟!"


def _with_values(lines: list[Line]) -> Iterator[tuple[str, list[Line]]]:
    """Each line with its text; a label that stands alone takes the value from the line behind it."""
    skip = False
    for number, line in enumerate(lines):
        if skip:
            skip = False
            continue
        core = bare(line.key)
        value = lines[number + 1] if number + 1 < len(lines) else None
        if (
            value
            and (core in labels("source") or core in labels("author"))
            and value.words <= 6
            and value.number == line.number + 1
        ):
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
    _cut_end(last, without_end_mark(last.text))
    if found := agency_tail(last.text):
        text, agency = found
        if text:
            _cut_end(last, without_end_mark(text))
        else:
            leaving.append(last)
        return agency
    return None


def _cut_end(line: Line, text: str) -> None:
    if text != line.text:
        line.shorten(text, "source", line.text[len(text) :])


def _stated_authors(metadata: Metadata, around: list[Line], sites: set[str]) -> list[str]:
    """Authors of the metadata that the page shows near the text and that are no site, address or machine."""
    shown = " ".join(line.key for line in around if len(line.text) < 200)
    hinted = " ".join(line.key for line in around if "byline" in line.hints)
    found = []
    for name in metadata.authors[:5]:
        for part in people_in(name):
            key = fold_key(part)
            squeezed = letters(key)
            if (
                len(part.split()) < 2
                or is_agency(part)
                or is_place(part)
                or any(squeezed in s or (s in squeezed and len(s) > 4) for s in sites)
            ):
                continue
            if key in hinted or key in shown:
                found.append(part)
    found.extend(
        name for name in metadata.given_authors if is_name(name) and not is_agency(name) and not is_site(name, sites)
    )
    return list(dict.fromkeys(found))
