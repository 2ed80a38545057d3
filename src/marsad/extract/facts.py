"""What stands around the text, and where around it to look."""

from dataclasses import dataclass, field

from marsad.extract.addresses import host
from marsad.extract.headline import Headline
from marsad.extract.kickers import menu_names
from marsad.extract.lines import Line, Sheet, letters
from marsad.extract.metadata import Metadata
from marsad.records import PrintedDate
from marsad.text.fold import fold_key

_ABOVE = 12  # lines above the headline in which date, crumb and byline may stand
_BELOW = 14  # lines after the text
_FAR_BELOW = 400  # copies of it included


@dataclass(slots=True)
class Facts:
    """What was found around the text."""

    published: PrintedDate | None = None
    modified: PrintedDate | None = None
    section: str | None = None
    authors: list[str] = field(default_factory=list)
    editors: list[str] = field(default_factory=list)  # who edited or translated: authors where nobody else is named
    source: str | None = None
    warnings: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Scene:
    """The text and what stands around it: where the facts are looked for."""

    sheet: Sheet
    title: str
    key: str  # letters of the title
    body: list[Line]
    head: list[Line]  # from a little above the headline to the text
    tail: list[Line]  # behind the text
    metadata: Metadata
    sites: set[str]  # letters of the names that the site goes by
    menu: dict[str, int]  # letters of the entries of its menus, and how many lines hold them


def scene(sheet: Sheet, headline: Headline | None, body: list[Line], metadata: Metadata) -> Scene:
    """The scene of a page whose headline and text are found."""
    # An abstract may stand before date and byline, so the head reaches to the third line of the text.
    first = (
        next((line.number for line in reversed(body[:3]) if line.number <= body[0].number + _ABOVE), 0) if body else 0
    )
    last = body[-1].number if body else 0
    top = headline.line if headline and headline.line is not None else first
    inside = {line.number for line in body}
    low = max(0, min(top, first) - _ABOVE)
    head = [line for line in sheet.lines[low : max(first, top) + 1] if line.number not in inside]
    title = headline.text if headline else ""
    sites = {letters(fold_key(site)) for site in [*metadata.sites, host(metadata.url)] if site}
    # A second copy of the text stands between the text and what closes the page.
    tail = [line for line in sheet.lines[last + 1 : last + 1 + _FAR_BELOW] if line.reason != "repeat"][:_BELOW]
    return Scene(sheet, title, letters(fold_key(title)), body, head, tail, metadata, sites, menu_names(sheet))


def by_nearness(head: list[Line], key: str) -> list[Line]:
    """The lines of a head, those behind the headline (`key`: its letters) first, then those above it going up."""
    at = next((i for i, line in enumerate(head) if line.letters == key), None)
    if at is None:
        return head
    last = max(i for i, line in enumerate(head) if line.letters == key)
    return [*head[at:], *reversed(head[:at])] if last else head


FOREIGN_REASONS = frozenset(
    {"teaser", "read-also", "menu", "comment", "advert", "legal", "tags", "plea", "widget", "caption"}
)


def is_site(name: str, sites: set[str]) -> bool:
    """Whether a name is one of the site's own names (given as letters), or a part of one, or holds one."""
    key = letters(fold_key(name))
    return any(key in site or site in key for site in sites if len(site) > 2)
