"""Related links and pictures of an article."""

from marsad.extract.addresses import absolute
from marsad.extract.headline import Headline
from marsad.extract.lines import Line, Sheet
from marsad.extract.metadata import Metadata
from marsad.records import Image, Link

_FEWEST_WORDS = 3
_MOST_LINKS = 60
_ABOVE = 3  # lines above the headline in which its picture may stand


def related(sheet: Sheet) -> tuple[Link, ...]:
    """The titles that the page offers to read as well, with their addresses where they are links."""
    found: dict[str, Link] = {}
    for line in sheet.lines:
        if line.reason == "read-also":
            for title, url in line.links or ((_title(line), ""),):
                if title.count(" ") + 1 >= _FEWEST_WORDS:
                    found.setdefault(title, Link("related", title, url or None))
    return tuple(found.values())[:_MOST_LINKS]


def _title(line: Line) -> str:
    """The title that a line without links offers: `اقرأ أيضا: عنوان`, or the line itself under such a label."""
    return line.text.partition(":")[2].strip() if line.label else line.text.strip(" -–—•*●")


def images(sheet: Sheet, headline: Headline | None, body: list[Line], meta: Metadata) -> tuple[Image, ...]:
    """The pictures of the article with their captions."""
    start = headline.line if headline and headline.line is not None else 0
    low = max(0, min([start, *(line.number for line in body)]) - _ABOVE) if body else start
    high = max([start, *(line.number for line in body)]) + 1 if body else start
    captions = [
        line
        for line in sheet.lines[low : high + 3]
        if line.reason == "caption" and (line.number >= start or "caption" in line.hints)
    ]
    at = {line.number: line for line in captions}
    found: list[Image] = []
    used: set[int] = set()
    for picture in sheet.pictures:
        if not low <= picture.line <= high or (not picture.figure and not {picture.line, picture.line + 1} & at.keys()):
            continue
        beside = [number for number in (picture.line, picture.line + 1) if number in at and number not in used]
        caption = at[beside[0]] if beside else None
        if caption:
            used.add(caption.number)
        if picture.url and not picture.url.startswith("data:"):
            found.append(Image(absolute(meta.url, picture.url), caption.text if caption else None))
    found.extend(Image(None, line.text) for line in captions if line.number not in used)
    if meta.images and not any(image.url for image in found):
        found.insert(0, Image(meta.images[0], None))
    return tuple(found)
