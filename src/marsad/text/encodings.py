"""Bytes of a page as text: which encoding they really are in, whatever is declared.

1. A byte order mark.
2. UTF-8 where the bytes are UTF-8: no other text of more than a few words is so by chance. A few broken bytes
   among many sound ones do not change that.
3. UTF-16 without a mark, by the zero and six bytes at every second place (Basic Latin and Arabic).
4. Declared by the transport, by `<meta>`, by the XML declaration; else guessed. A reading is believed when its
   words are (`plausible`): windows-1256 and ISO-8859-6 read as each other give letters, but few words. A
   declaration that fails loses to an Arabic reading that passes.
5. As a last resort the declared encoding, or windows-1252, with U+FFFD for what cannot be read.

What a careful reader should know stands in `warnings`.
"""

import codecs
import re
from dataclasses import dataclass

from marsad.text.charsets import canonical, python_codec
from marsad.text.mojibake import repair, unescape_twice
from marsad.text.plausible import Reading, reading

__all__ = ["Decoded", "decode", "repair", "unescape_twice"]


@dataclass(frozen=True, slots=True)
class Decoded:
    """A page as text, the encoding that it was in, and what was doubtful about it."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Claim:
    """Who says that the bytes are in which encoding."""

    by: str
    encoding: str


_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32le"),
    (b"\x00\x00\xfe\xff", "utf-32be"),
    (b"\xff\xfe", "utf-16le"),
    (b"\xfe\xff", "utf-16be"),
)
_NEAR, _FAR = 4096, 65536  # bytes; pages should declare in the first kilobyte, some do after their scripts
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_META = re.compile(rb"<meta\b[^>]{0,400}?\bcharset\s*=\s*[\"']?\s*([^\s\"'/>;]{1,40})")
_XML = re.compile(rb"\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*[\"']\s*([^\"']{1,40})")
_HIGH = re.compile(rb"[\x80-\xff]+(?: [\x80-\xff]+)*")
_SAMPLE = 6_000  # bytes of text outside ASCII that are enough to tell
_LOST = "\ufffd"
_SIGNS = "ØÙ"  # one is in every word of damaged Arabic; quick to look for
_ENDS_OF_LINES = re.compile("[\xd8-\xdb][\x80-\x9f]")  # C1 controls, U+0085 among them
_PAIR = re.compile("[\xd8\xd9][^\x00-\x7fÀ-ÿ\u0600-\u06ff]")  # an Arabic letter, one character for each byte
_LONE = re.compile(r"[\xd8\xd9](?=[\s<.,،])(?![\x85\xa0])")
_PROOF = 20  # pairs: no name of the North holds so many
_MOST = 0.7
_LOST_AMONG = 10  # a lost character among so many sound ones outside ASCII is an accident
_ARABIC_SETS = ("windows-1256", "iso-8859-6")
_CATCH_ALL = {*_ARABIC_SETS, "windows-1252"}  # declared by default so often that letters alone overrule it
_MARGIN = 0.25  # of the score: a declaration within it stands


def decode(data: bytes, *, declared: str | None = None, markup: bool = True) -> Decoded:
    """The text of a page. Never raises.

    `declared` is what the transport says (the charset of an HTTP header); with `markup` also `<meta>` and the
    XML declaration are heard. `encoding` of the result is a WHATWG name in small letters.
    """
    mark, encoding = next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", ""))
    data = data.removeprefix(mark)
    claims, warnings = _claims(data, declared, markup=markup)
    if mark:
        claims.insert(0, _Claim("byte order mark", encoding))
    found = _by_mark(data, mark, encoding) or _by_form(data) or _by_words(data, claims)
    text, repaired = _undamaged(found.text)
    warnings += _verdict(found, claims) + _losses(data, found) + repaired
    return Decoded(text, found.encoding, tuple(warnings))


@dataclass(frozen=True, slots=True)
class _Found:
    text: str
    encoding: str
    certain: bool  # proved by the bytes themselves


def _claims(data: bytes, declared: str | None, *, markup: bool) -> tuple[list[_Claim], list[str]]:
    labels = [("server", declared)] if declared else []
    labels += [("page", label) for label in _labels(data)] if markup else []
    claims, warnings = [], []
    for by, label in labels:
        if encoding := canonical(label):
            claims.append(_Claim(by, encoding))
        else:
            warnings.append(f"encoding: the {by} declares {label[:40]!r}, which is no known encoding")
    return claims, warnings


def _labels(data: bytes) -> list[str]:
    """What the page says about itself, in the order of belief."""
    head = _COMMENT.sub(b"", data[:_NEAR].lower())
    found = _META.search(head)
    if not found and len(data) > _NEAR and b"charset" in (far := data[:_FAR].lower()):
        found = _META.search(_COMMENT.sub(b"", far))
    matches = (found, _XML.match(head))
    return [match[1].decode("ascii", "replace") for match in matches if match]


def _by_mark(data: bytes, mark: bytes, encoding: str) -> _Found | None:
    if not mark:
        return None
    text = data.decode(encoding, "replace")
    return _Found(text, encoding, certain=True) if _bearable(text) else None


def _by_form(data: bytes) -> _Found | None:
    """UTF-16 and UTF-8 are known by their form alone."""
    if encoding := _utf16(data):
        return _Found(data.decode(encoding, "replace"), encoding, certain=False)
    try:
        text, used = codecs.utf_8_decode(data, "strict", False)  # noqa: FBT003 - C function; a page may be cut within a character
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
        return _Found(text, "utf-8", certain=True) if _bearable(text) else None
    return _Found(text + _LOST * (used < len(data)), "utf-8", certain=True)


def _bearable(text: str) -> bool:
    """Few characters were lost beside those outside ASCII that were read: the wrong reading loses nearly all."""
    lost = text.count(_LOST)
    if not lost:
        return True
    sound = len(text) - len(text.encode("ascii", "ignore")) - lost
    return sound > _LOST_AMONG * lost


def _utf16(data: bytes) -> str | None:
    """UTF-16 without a mark: in a text of Latin and Arabic letters every second byte is 0 or 6."""
    if b"\x00" not in data and b"\x06" not in data[:_NEAR]:
        return None
    sample = data[:_NEAR]
    shares = {
        encoding: (half.count(0) + half.count(6)) / max(len(half), 1)
        for encoding, half in (("utf-16be", sample[0::2]), ("utf-16le", sample[1::2]))
    }
    best = max(shares, key=lambda encoding: shares[encoding])
    return best if shares[best] > _MOST and min(shares.values()) < 1 - _MOST else None


def _by_words(data: bytes, claims: list[_Claim]) -> _Found:
    """A single-byte or East Asian encoding: the declared one if it reads well, else the best Arabic one."""
    sample = _sample(data)
    arabic = {encoding: _read(sample, encoding) for encoding in _ARABIC_SETS}
    best = max(arabic, key=lambda encoding: arabic[encoding].score)
    for claim in claims:
        claimed = arabic.get(claim.encoding) or _read(sample, claim.encoding)
        if claimed.formed_well and claimed.score >= arabic[best].score - _MARGIN:
            return _found(data, claim.encoding)
    possible = [claim.encoding for claim in claims if not claim.encoding.startswith("utf-")]
    if arabic[best].sound or (arabic[best].formed_well and set(possible) <= _CATCH_ALL):
        return _found(data, best)
    return _found(data, next(iter(possible), "windows-1252"))


def _found(data: bytes, encoding: str) -> _Found:
    return _Found(data.decode(python_codec(encoding), "replace"), encoding, certain=False)


def _sample(data: bytes) -> bytes:
    """Stretches of bytes outside ASCII, where the words are, without the markup between."""
    pieces, size = [], 0
    for match in _HIGH.finditer(data):
        pieces.append(match[0])
        size += len(match[0])
        if size > _SAMPLE:
            break
    return b"\n".join(pieces)


def _read(sample: bytes, encoding: str) -> Reading:
    return reading(sample.decode(python_codec(encoding), "replace"))


def _verdict(found: _Found, claims: list[_Claim]) -> list[str]:
    """What to say where the bytes are not what was declared, or where nothing was declared."""
    if not claims:
        return [] if found.certain else [f"encoding: guessed {found.encoding}"]
    first = claims[0]
    if first.encoding == found.encoding or found.text.isascii():
        return []
    return [f"encoding: the {first.by} declares {first.encoding}, its bytes are {found.encoding}"]


def _undamaged(text: str) -> tuple[str, list[str]]:
    """The text with its damage undone where it holds ends of lines that were letters, and what to say.

    Where UTF-8 was read as Latin-1, every م holds U+0085, at which lines are split and words are taken apart, and
    what was taken apart cannot be undone. All other damage can wait until there are lines.
    """
    said: list[str] = []
    if not any(sign in text for sign in _SIGNS):
        return text, said
    lost = len(_LONE.findall(text)) if len(_PAIR.findall(text)) > _PROOF else 0
    if _ENDS_OF_LINES.search(text):
        text, sentence = repair(text)
        said += [sentence] if sentence else []
    if lost:
        said.append(f"encoding: {_characters(lost)} lost a byte in an earlier decoding and cannot be undone")
    return text, said


def _losses(data: bytes, found: _Found) -> list[str]:
    lost = found.text.count(_LOST)
    if not lost:
        return []
    before = data.count(b"\xef\xbf\xbd") if found.encoding == "utf-8" else 0
    said = []
    if before:
        said.append(f"encoding: {_characters(before)} had been lost before the page was stored")
    if lost > before:
        said.append(f"encoding: {_characters(lost - before)} could not be read")
    return said


def _characters(count: int) -> str:
    return "1 character" if count == 1 else f"{count} characters"
