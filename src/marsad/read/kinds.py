"""What a piece of input is, found from its first bytes and never from its name.

In this order: signatures of packed and binary formats, then the head decoded as far as a byte order mark or
the pattern of NUL bytes tells, then JSON, XML roots and HTML tags; whatever is left and is not binary is text.
"""

import codecs
import re
import zlib

from marsad.errors import Damaged
from marsad.read.limits import Kind

HEAD = 64 * 1024  # bytes that are looked at

PACKED: tuple[tuple[int, bytes, Kind], ...] = (
    (0, b"\x1f\x8b", "gzip"),
    (0, b"PK\x03\x04", "zip"),
    (0, b"PK\x05\x06", "zip"),  # an empty archive
    (0, b"WARC/", "warc"),
)
# (offset, signature, what it is). Office files are zip archives: `zip` finds them by their members.
REFUSED: tuple[tuple[int, bytes, str], ...] = (
    (0, b"%PDF-", "a PDF document"),
    (0, b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (0, b"\xff\xd8\xff", "a JPEG image"),
    (0, b"GIF87a", "a GIF image"),
    (0, b"GIF89a", "a GIF image"),
    (8, b"WEBP", "a WebP image"),
    (8, b"WAVE", "a WAV recording"),
    (8, b"AVI ", "an AVI film"),
    (4, b"ftyp", "a film or picture (MP4, AVIF, HEIC)"),
    (0, b"\x00\x00\x01\x00", "an icon"),
    (0, b"II*\x00", "a TIFF image"),
    (0, b"MM\x00*", "a TIFF image"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (0, b"{\\rtf", "an RTF document"),
    (0, b"\x7fELF", "a program"),
    (0, b"\xcf\xfa\xed\xfe", "a program"),
    (0, b"ID3", "a sound recording"),
    (0, b"OggS", "a sound recording or film"),
    (0, b"\x1aE\xdf\xa3", "a Matroska film"),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7z archive; unpack it first"),
    (0, b"Rar!\x1a\x07", "a RAR archive; unpack it first"),
    (0, b"BZh", "a bzip2 archive; unpack it first"),
    (0, b"\xfd7zXZ\x00", "an xz archive; unpack it first"),
    (0, b"\x28\xb5\x2f\xfd", "a Zstandard archive; unpack it first"),
    (257, b"ustar", "a tar archive; unpack it first"),
    (0, b"SQLite format 3\x00", "an SQLite database"),
    (0, b"PAR1", "a Parquet table"),
    (0, b"bplist00", "a Safari web archive; save the page as HTML"),
    (0, b"wOFF", "a font"),
    (0, b"wOF2", "a font"),
)
BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with the other's
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_PROLOG = re.compile(r"(?:\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE(?:[^\[>]|\[.*?\])*>)*", re.DOTALL | re.IGNORECASE)
_ROOT = re.compile(r"<([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)")
_FEED_ROOTS = frozenset({"rss", "rdf", "feed", "channel"})
# A feed behind what a broken server printed before it.
_LATE_FEED = re.compile(r"<(?:rss\s[^>]*version=|feed\s[^>]*xmlns=|rdf:RDF\s[^>]*xmlns)", re.IGNORECASE)
_MHTML = re.compile(r"(?:[\w-]+:[^\n]*\n|[ \t][^\n]*\n){0,30}Content-Type:\s*multipart/related", re.IGNORECASE)
_FRAME = re.compile(r"<(?:!doctype\s+html|html|head|body|meta|title)[\s>/]", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:html|head|body|meta|title|link|script|style|div|p|span|a|h[1-6]|table|article|section|main|header"
    r"|br|ul|ol|img|pre|center|font|nav|form)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_JSON = re.compile(r'[\s\ufeff]*(?:\{\s*"|\[\s*\{\s*")')
_JSON_LINE = re.compile(r'\{\s*"')
_JSON_FEED = re.compile(r'"version"\s*:\s*"https?:(?:\\?/){2}(?:www\.)?jsonfeed\.org', re.IGNORECASE)
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f]")


def kind(head: bytes) -> Kind:
    """The kind of an input that begins with `head`. Raises Damaged where it is empty or holds no text."""
    if not head:
        raise Damaged("is empty", reason="empty")
    for offset, signature, packed in PACKED:
        if head.startswith(signature, offset):
            return "warc" if packed == "gzip" and unpacked(head).startswith(b"WARC/") else packed
    refuse_binary(head)
    return _kind_of_text(decoded(head))


def refuse_binary(head: bytes) -> None:
    """Raises Damaged where the bytes are empty or carry the signature of a format that is no page."""
    if not head or head.isspace():
        raise Damaged("is empty", reason="empty")
    refuse_signature(head)


def refuse_no_text(head: bytes) -> None:
    """Raises Damaged where bytes that are called a page are a picture or other binary data."""
    refuse_signature(head)
    _refuse_controls(decoded(head))


def refuse_signature(head: bytes) -> None:
    """Raises Damaged where the bytes carry the signature of a format that is no page."""
    for offset, signature, what in REFUSED:
        if head.startswith(signature, offset):
            raise Damaged(f"holds {what}" if ";" in what else f"holds {what}, not a page", reason="not-text")


def looks_like_html(data: bytes) -> bool:
    """Whether tags stand near the beginning."""
    text = decoded(data[:8192])
    return bool(_FRAME.search(text[:4096]) or _TAG.search(text[:1024]))


def unpacked(head: bytes) -> bytes:
    """As much as the head of a gzip stream gives, b"" if it is broken."""
    try:
        return zlib.decompressobj(wbits=31).decompress(head, HEAD)
    except zlib.error:
        return b""


def decoded(head: bytes) -> str:
    """The head as text, good enough to see markup: exact for Unicode encodings, else one character per byte."""
    for mark, name in BOMS:
        if head.startswith(mark):
            return head[len(mark) :].decode(name, "replace")
    return head.decode(wide_encoding(head) or "latin-1", "replace")


def wide_encoding(head: bytes) -> str | None:
    """UTF-16 without a mark: ASCII signs and spaces leave NUL in every other byte, on one side only."""
    sample = head[:4096]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) * 20 < len(sample) or min(even, odd) * 10 > max(even, odd):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _kind_of_text(text: str) -> Kind:
    visible = text.replace("\x00", "")
    if _MHTML.match(visible):
        raise Damaged("holds a web archive (MHTML); save the page as HTML", reason="not-text")
    if not visible.strip():
        raise Damaged("is empty: it holds only blanks", reason="empty")
    if _JSON.match(visible):
        return "feed" if _JSON_FEED.search(visible) else "jsonl"
    if (xml := _kind_of_xml(visible)) is not None:
        return xml
    if _FRAME.search(visible[:4096]) or _TAG.search(visible[:1024]):
        return "html"
    _refuse_controls(text)
    return "jsonl" if _mostly_json_lines(visible) else "text"


def _refuse_controls(text: str) -> None:
    visible = text.replace("\x00", "")
    if len(_CONTROL.findall(visible)) * 50 > len(visible) or len(visible) * 2 < len(text):
        raise Damaged("holds binary data, not a page", reason="not-text")


def _kind_of_xml(text: str) -> Kind | None:
    """None: not XML, or XHTML, which the search for tags finds."""
    start = _PROLOG.match(text)
    root = _ROOT.match(text, start.end() if start else 0)
    if root and root[2].lower() in _FEED_ROOTS:
        return "feed"
    if root and root[2].lower() == "opml":
        raise Damaged("holds a list of feeds (OPML); marsad watch --opml polls them", reason="not-text")
    if _LATE_FEED.search(text[:4096]):
        return "feed"
    if not text.lstrip().startswith("<?xml") or _FRAME.search(text[:4096]):
        return None
    if root is None and "<!ENTITY" in text:
        return "feed"  # a declaration longer than the head: the feed reader says what is wrong with it
    name = root[2] if root else "?"
    raise Damaged(f"holds XML that is neither a page nor a feed (root <{name}>)", reason="not-text")


def _mostly_json_lines(text: str) -> bool:
    """A JSONL file may begin with a damaged line."""
    lines = [line for line in text.splitlines() if line.strip()]
    return sum(bool(_JSON_LINE.match(line)) for line in lines) * 2 > len(lines)
