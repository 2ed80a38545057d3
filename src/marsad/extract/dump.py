"""Text dump -> lines: what a browser's "save as text", a copied page, lynx, w3m or html2text leaves."""

import re

from marsad.extract.lines import Block, Line, Sheet
from marsad.text.clean import clean

_BREAK = re.compile("\r\n|[\r\n\x0b\x0c\x1c-\x1e\x85\u2028]")
# Markdown, as html2text writes it: links inline or by number, images, headings, emphasis.
_IMAGE = re.compile(r"!\[([^\[\]]{0,300})\](?:\([^()\s]{0,500}(?:\s+\"[^\"]*\")?\)|\[\d{1,4}\])")
_LINK = re.compile(r"\[([^\[\]]{0,300})\](?:\(((?:[^()\s\\]|\\.){0,500})(?:\s+\"[^\"]*\")?\)|\[\d{1,4}\])")
_HEADING = re.compile(r"^\s*#{1,6}\s+|(?<!\s)\s+#+$")
_BULLET = re.compile(r"^\s*[*+]\s+(?=\S)|^\s*>\s+")
_EMPHASIS = re.compile(r"(\*\*|__)(?=\S)(.{1,400}?)(?<=\S)\1|(?<!\w)([*_])(?=\S)(.{1,400}?)(?<=\S)\3(?!\w)")
# lynx and w3m: numbers before links, names of pictures, form fields.
_NUMBER = re.compile(r"\[\d{1,4}\](?=[^\s.،,؛:!؟?)»])")  # before a sign it refers to a footnote
_PICTURE = re.compile(r"\[(?:[\w.%-]+\.(?:jpe?g|png|gif|webp|svg)|(?:img|image|logo)[\w.-]*)\]\s*", re.IGNORECASE)
_FIELD = re.compile(r"\((?:BUTTON|\s)\)|(?<!_)_{5,}(?=\s)|\[ ?\]")
_REFERENCE = re.compile(r"^\s*(?:\d{1,4}\.|\[\d{1,4}\]:?)\s*(?:https?|file|mailto|ftp):\S*\s*$|^\s*IFRAME:")
_ANGLED = re.compile(r"(?<!\s)\s*+<(?:https?|mailto|ftp|file):[^<>\s]{0,2000}>")  # as Thunderbird and Firefox save text
# Who forwarded it when, as messengers export chats, and the stars of bold type around the first line.
_CHAT = re.compile(r"^\s*\[?\d{1,2}/\d{1,2}/\d{2,4}[،,] \d{1,2}:\d{2}[^\]\n-]{0,12}(?:\]|\s-)\s*[^:\n]{2,40}:\s*")
_STARRED = re.compile(r"^\s*\*([^*\n]{3,200})\*\s*$")
_FEWEST_LINKS = 3  # of one form, that prove who wrote the dump
_SAMPLE = 50_000  # characters


def sheet(text: str) -> Sheet:
    """All lines of a dump that hold something, not yet cleaned; blank lines and lone spaces count as breaks."""
    lines: list[Line] = []
    breaks = 1
    pictured = False  # the line before was a picture: what stands right under it is its caption
    markdown = _proves(_LINK, text)
    numbered = _proves(_NUMBER, text) and not markdown
    for raw in _BREAK.split(text.replace("\u2029", "\n\n")):
        if not raw or raw.isspace():
            breaks += 1
            continue
        line = _line(raw, len(lines), breaks)
        if markdown:
            _read_markdown(line)
            if pictured and breaks == 1:
                line.hints |= {"caption"}
            pictured = bool(_IMAGE.match(raw.strip())) and not line.text.strip()
        elif numbered or _PICTURE.search(raw):
            _read_numbered(line)
        if "<" in raw and _ANGLED.search(raw):
            _read_angled(line)
        if numbered and raw.lstrip()[:1] == "#" and len(lines) < _LINK_ELEMENTS:
            line.reason = "menu"  # lynx writes <link> elements so: feeds, other languages
        if _REFERENCE.match(raw):
            line.reason = "menu"
        lines.append(line)
        breaks = 1
    _mark_mail_header(lines[:_HEADER_WITHIN])
    return Sheet(lines, [Block(0, 0, "text")], is_dump=True)


def _line(raw: str, number: int, breaks: int) -> Line:
    """A line without what messengers put around it: who forwarded it when, stars of bold type."""
    line = Line(raw, "", number, breaks=breaks)
    forwarded = _CHAT.match(raw)
    if forwarded and raw[forwarded.end() :].strip():
        line.text, line.cut = raw[forwarded.end() :], (("other", clean(forwarded[0]).strip()),)
    if starred := _STARRED.match(line.text):
        line.text = starred.group(1)
    return line


_LINK_ELEMENTS = 10  # lines at the top
_HEADER_NAME = 40  # characters in which the name of a field stands
_HEADER_WITHIN = 20  # lines of a forwarded mail
_HEADER_LINE = re.compile(r">?\s*(?:من|إلى|التاريخ|الموضوع|نسخة|from|to|date|sent|subject|cc)\s*:", re.IGNORECASE)


_SUBJECT = re.compile(r">?\s*(?:الموضوع|subject)", re.IGNORECASE)


def _mark_mail_header(lines: list[Line]) -> None:
    """Three lines of a mail's header near each other: their date is that of the mail."""
    header = [line for line in lines if _HEADER_LINE.match(line.text.lstrip()[:_HEADER_NAME])]
    if len(header) >= 3 and header[2].number - header[0].number <= 4:
        for line in (line for line in header if not _SUBJECT.match(line.text.lstrip()[:_HEADER_NAME])):
            line.reason = "menu"
            line.hints |= {"menu"}


def _proves(form: re.Pattern[str], text: str) -> bool:
    return sum(1 for _ in form.finditer(text[:_SAMPLE])) >= _FEWEST_LINKS


def _read_markdown(line: Line) -> None:
    """Take links as links; headings, bullets and emphasis are not text."""
    text = _IMAGE.sub("", line.text)
    line.links = tuple(
        (hit.group(1).strip(), hit.group(2) or "") for hit in _LINK.finditer(text) if hit.group(1).strip()
    )
    line.link_chars = sum(len(title) for title, _ in line.links)
    text = _BULLET.sub("", _HEADING.sub("", _LINK.sub(r"\1", text).rstrip()))
    line.text = _EMPHASIS.sub(lambda hit: hit.group(2) or hit.group(4), text)


_LINKED_ITEM = re.compile(r"\s*[*+•-]\s*\[\d{1,4}\](?!.*[.؟!]\s*$)")


def _read_angled(line: Line) -> None:
    """`عنوان <https://…>`: what stands before an address, up to the address before it, is the text of the link."""
    pieces = _ANGLED.split(line.text)
    titles = [piece.strip(" *•-") for piece in pieces[:-1]]
    line.links = tuple((title, "") for title in titles if title)
    short = all(len(title.split()) <= _LINKED_WORDS for title in titles)
    line.link_chars = sum(map(len, titles)) if short else 0  # in a paragraph only its last words are the link
    line.text = " ".join(pieces)


_LINKED_WORDS = 16


def _read_numbered(line: Line) -> None:
    """Take off what lynx and w3m put before links and for pictures; text beside a picture is its caption."""
    picture = _PICTURE.search(line.text)
    item = _LINKED_ITEM.match(line.text)
    line.text = _FIELD.sub(" ", _PICTURE.sub("", _NUMBER.sub("", line.text)))
    if item:  # a list of links; in a paragraph nothing says where a link ends
        line.link_chars = len(line.text)
    if picture and line.text.strip():
        line.hints |= {"caption"}
