"""Is this page an article at all? If not, the reason, in words that say what to do."""

import re
from itertools import pairwise

from marsad.errors import NotAnArticle, RejectReason
from marsad.extract import addresses
from marsad.extract.dump_headline import is_prose
from marsad.extract.lexicon import POLICY_LIMIT, labels, phrases
from marsad.extract.lines import LINKED, Line, Sheet
from marsad.extract.metadata import Metadata
from marsad.text.fold import fold_key

_SHORTEST_TEXT = 60  # letters of a brief that is still an article
_SHORT_BODY = 1200  # below that, a body must outweigh the lists around it
_MANY_TITLES = 15


def check(sheet: Sheet, body: list[Line], headline: str | None, language: str, metadata: Metadata) -> None:
    """Raise NotAnArticle where the page holds none: empty, error page, other language, listing, home page."""
    size = sum(len(line.text) for line in body)
    titles = _titles(sheet, body)
    if size < _SHORT_BODY and _is_error(sheet, headline, metadata, body):
        raise NotAnArticle("no article: an error page of the site", reason="error-page")
    if sum(len(line.letters) for line in sheet.lines) < 20:
        raise NotAnArticle(
            "no article: the page holds no text (an empty page, or one that only a browser fills)", reason="empty"
        )
    if body and language != "ar" and size >= _SHORTEST_TEXT:
        raise NotAnArticle(
            f"no Arabic article: the text is in another language ({language}); --any reads it anyway",
            reason="other-language",
        )
    if kind := _listing(sheet, body, size, titles, metadata):
        what = (
            "the front page of a site"
            if kind == "home-page"
            else f"a list of {titles} headlines without a body"
            if titles >= _SOME_TITLES
            else "a list without a body"
        )
        raise NotAnArticle(f"no article: {what}. Give the address of one article", reason=kind)
    if size < _SHORT_BODY and (wall := _wall(sheet, headline, body, size)):
        raise NotAnArticle(f"no article: {wall}", reason="empty")
    if size < _SHORTEST_TEXT:
        raise NotAnArticle("no article: too little running text; --any reads it anyway", reason="too-short")
    if not headline:
        raise NotAnArticle("no article: text without a headline; --any reads it anyway", reason="no-headline")


def _announced(sheet: Sheet, body: list[Line]) -> int:
    """How many lines of the body are abstracts: a title before, "read more" behind."""
    inside = {line.number for line in body}
    return sum(
        line.number in inside and line.number + 1 < len(sheet.lines)
        and sheet.lines[line.number + 1].label in {"related", "popular"} and sheet.lines[line.number + 1].words <= 3
        for line in sheet.lines
    )  # fmt: skip


def _titles(sheet: Sheet, body: list[Line]) -> int:
    inside = {line.number for line in body}
    if sheet.is_dump:
        return sum(
            line.number not in inside
            and line.reason in {"other", "teaser", "menu", "dateline"}
            and line.label is None
            and 4 <= line.words <= 20
            for line in sheet.lines
        )
    return sum(line.number not in inside and line.link_share >= LINKED and line.words >= 4 for line in sheet.lines)


def _tells(body: list[Line]) -> bool:
    """Whether a body has paragraphs: an article about a mistake or about 404 houses is no error page."""
    return sum(line.words >= 15 and line.text.endswith((".", "؟", "!", "»")) for line in body) >= 2


def _is_error(sheet: Sheet, headline: str | None, metadata: Metadata, body: list[Line]) -> bool:
    error = phrases("error")
    heads = [fold_key(headline or ""), fold_key(metadata.title_tag)]
    if any(error.match(key) for key in heads if key):
        return True
    if not _tells(body) and any(phrase in key for key in heads for phrase in labels("error", "weak")):
        return True
    size = sum(len(line.text) for line in body)
    return size < 300 and any(
        error.match(line.key) or any(word in line.key for word in labels("error", "weak"))
        for line in sheet.lines[:80]
        if line.reason in {None, "other", "menu", "headline"}
    )


def _wall(sheet: Sheet, headline: str | None, body: list[Line], size: int) -> str | None:
    """A page that asks for consent, a password or a script before it shows its text."""
    wall = phrases("wall")
    asking = [
        line
        for line in [*body, *sheet.lines[:40]]
        if line.reason in {None, "legal", "menu"} and wall.match(line.key, POLICY_LIMIT)
    ]
    if fold_key(headline or "") and wall.match(fold_key(headline or "")):
        return "a page that asks for consent or a login first"
    in_body = sum(len(line.text) for line in asking if line in body)
    return (
        "a page that asks for consent or a login first"
        if in_body > 0.3 * size or (asking and size < 2 * _SHORTEST_TEXT)
        else None
    )


def _pairs(body: list[Line]) -> int:
    """How many times a title is followed by its abstract, each pair in a list item, or a link by its description."""
    pairs = 0
    for first, second in pairwise(body):
        if first.block == second.block and first.tag == "li" and second.breaks == 1 and not first.text.endswith("."):
            pairs += 1
    leading = sum(bool(line.links) and line.text.startswith(line.links[0][0]) for line in body)
    return max(pairs, leading)


def _listing(sheet: Sheet, body: list[Line], size: int, titles: int, metadata: Metadata) -> RejectReason | None:
    """Many headlines and hardly a body; or a front page by its address or type."""
    path = addresses.path(metadata.url) if metadata.url else "?"
    if titles >= _MANY_TITLES and metadata.kind == "website" and not metadata.published and path in _FRONT_PAGES:
        return "home-page"
    pairs = _pairs(body)
    results = size < 400 and any(phrases("results").match(line.key) for line in sheet.lines[:60])
    if results or (pairs >= 6 and pairs >= 0.35 * len(body)):
        return "listing"
    if titles >= _SOME_TITLES and size < 700 and not _vouched(sheet, body, metadata):
        return "home-page" if path == "" else "listing"
    if sheet.is_dump:
        return "listing" if _lists_titles(sheet, body, size, titles) else None
    if _hardly_a_body(sheet, body, size, titles, metadata):
        return "home-page" if path == "" else "listing"
    return None


_SOME_TITLES = 8
_CLOCK_LINE = re.compile(r"\d{1,2}:\d\d")


def _vouched(sheet: Sheet, body: list[Line], metadata: Metadata) -> bool:
    """Whether anything says that a short text among titles is an article: a date, a byline, a source, paragraphs."""
    first = body[0].number if body else 0
    head = sheet.lines[max(0, first - 10) : first + 40]
    return (
        bool(metadata.published)
        or len([line for line in body if line.words >= 12]) >= 3
        or any(line.reason in {"dateline", "byline", "source"} for line in head)
    )


_FRONT_PAGES = frozenset({"", "ar", "index.html", "index.php", "home"})


_CUT_OFF = re.compile(r"(?:\.{2,}|…)\s*[\[(]?\s*(?:المزيد|اقرا المزيد|التفاصيل)\W*$")


def _lists_titles(sheet: Sheet, body: list[Line], size: int, titles: int) -> bool:
    """Whether a dump is a list: abstracts with "read more", boxes of titles, titles with dates, or titles alone."""
    boxes = sum(line.label in {"related", "popular"} for line in sheet.lines)
    dated = sum(line.reason == "dateline" for line in sheet.lines)
    cut_off = sum(bool(_CUT_OFF.search(line.key[-60:])) for line in body)
    return (
        _announced(sheet, body) >= 3
        or (boxes >= 3 and size < 500 and not any(is_prose(line) for line in body))
        or (cut_off >= 4 and cut_off >= 0.25 * len(body))
        or (dated >= 4 and dated >= len(body))
        or sum(bool(_CLOCK_LINE.fullmatch(line.key)) for line in sheet.lines) >= 4
        or (titles >= 6 and size < 400 and titles * 60 > 1.2 * size)
    )


def _hardly_a_body(sheet: Sheet, body: list[Line], size: int, titles: int, metadata: Metadata) -> bool:
    """Whether a page has titles and no paragraph, or many titles and a short one that nothing vouches for."""
    paragraphs = [line for line in body if line.words >= 15]
    if not paragraphs:
        return titles >= 5
    vouched = bool(metadata.published) or any("body" in line.hints for line in paragraphs) or _heads(sheet, body)
    return titles >= _MANY_TITLES and size < 200 and not vouched


def _heads(sheet: Sheet, body: list[Line]) -> bool:
    """Whether the body follows its own top heading."""
    return bool(body) and any(
        line.reason == "headline" and line.tag == "h1" and 0 < body[0].number - line.number < 8 for line in sheet.lines
    )
