"""Damage of earlier decodings undone: text that was read in a wrong encoding and stored so, and double escapes.

| what happened to السلام | what it looks like |
|---|---|
| UTF-8 read as windows-1252 | Ø§Ù„Ø³Ù„Ø§Ù… |
| UTF-8 read as windows-1256 | ط§ظ„ط³ظ„ط§ظ… |
| windows-1256 read as Latin-1 | ÇáÓáÇã |
| ISO-8859-6 read as Latin-1 | ÇäÓäÇå |

Each is undone word by word, since pages mix sound and damaged parts, and only where it can be undone without
loss and where all that would be undone reads as Arabic afterwards. Call `repair` before `clean`: cleaning drops
bytes of the damage (a soft hyphen, a no-break space), and what was dropped cannot be undone.
"""

import html
import re
from dataclasses import dataclass
from html.entities import html5
from itertools import islice

from marsad.text.letters import LETTER, MARK
from marsad.text.plausible import reading


def _image(encoding: str) -> dict[str, int]:
    """Which byte each character was, as browsers read the encoding (undefined bytes as C1 controls)."""
    return {bytes([byte]).decode(encoding, "ignore") or chr(byte): byte for byte in range(0x80, 0x100)}


def _class(image: dict[str, int], first: int, last: int) -> str:
    """A character class of what the bytes from `first` to `last` look like."""
    return "[" + re.escape("".join(char for char, byte in image.items() if first <= byte <= last)) + "]"


_1252 = {chr(byte): byte for byte in range(0x80, 0x100)} | _image("cp1252")  # also read as Latin-1
_1256 = _image("cp1256")


def _utf8_words(image: dict[str, int]) -> str:
    """Stretches of characters that look like UTF-8 sequences of two to four bytes."""
    tail = _class(image, 0x80, 0xBF)
    two, three, four = (_class(image, *leads) for leads in ((0xC2, 0xDF), (0xE0, 0xEF), (0xF0, 0xF4)))
    return f"(?:{two}{tail}|{three}{tail}{{2}}|{four}{tail}{{3}})++"


@dataclass(frozen=True, slots=True)
class _Damage:
    """One kind of damage."""

    name: str
    signs: tuple[str, ...]  # one of them is in all damaged text but the shortest; single characters, quick to look for
    words: re.Pattern[str]  # what can be damaged so
    image: dict[int, int]  # code point to the byte that it was
    encoding: str  # what the bytes really are
    wanted: re.Pattern[str]  # what comes out

    def undo(self, word: str) -> str | None:
        """The word as it was meant; None where that is not lossless or does not give what it should."""
        if _PUNCTUATED.fullmatch(word):
            return None
        try:
            meant = word.translate(self.image).encode("latin-1").decode(self.encoding)
        except UnicodeError:
            return None
        return meant if self.wanted.fullmatch(meant) else None


def _codes(image: dict[str, int]) -> dict[int, int]:
    return {ord(char): byte for char, byte in image.items()}


_PUNCTUATED = re.compile(f"(?!آ|أ—|ظ[،\u00a0])[{LETTER}][،؛؟«»“”‘’–—\u00a0]+")  # rather ط and a comma than a lone ء
_ANYTHING = re.compile(".+", re.DOTALL)  # the form of UTF-8 is proof enough
_SIGNS = f"{MARK}\u0640،؛؟«»“”‘’…–—\u00a0\u200c-\u200f"
_ARABIC = re.compile(
    f"[{LETTER}{_SIGNS}]{{2,}}|(?![ةىؤئ])[\u0621-\u064a،؛؟–—“”‘’…]"
)  # À and É alone are words of others
_LETTERS = re.compile("[\u0621-\u064a]")
_PROOF = 3  # Arabic letters out of UTF-8 sequences: no accident
_1252_WORDS = f"(?<![A-Za-z]){_class(_1252, 0x80, 0xFF)}++(?![A-Za-z])"
_DAMAGES = (
    _Damage(
        "utf-8 read as windows-1252",
        ("Ø", "Ù", "Ã"),
        re.compile(_utf8_words(_1252)),
        _codes(_1252),
        "utf-8",
        _ANYTHING,
    ),
    _Damage(
        "utf-8 read as windows-1256",
        ("§", "„", "ٹ", "±"),
        re.compile(f"(?<![{LETTER}]){_utf8_words(_1256)}(?![{LETTER}])"),
        _codes(_1256),
        "utf-8",
        _ANYTHING,
    ),
    _Damage("windows-1256 read as windows-1252", ("Ç", "á"), re.compile(_1252_WORDS), _codes(_1252), "cp1256", _ARABIC),
    _Damage(
        "iso-8859-6 read as windows-1252", ("Ç", "ä"), re.compile(_1252_WORDS), _codes(_1252), "iso8859-6", _ARABIC
    ),
)
_SAMPLE = 1000  # words that are enough to tell
_MIXED = "\ufffdا"  # what speaks against a kind of damage: a word that it does not explain
_BY_FORM = 3.0  # above any score of words
_ROUNDS = 3  # a page can have been stored wrongly more than once


def repair(text: str) -> tuple[str, str | None]:
    """The text with damaged words as they were meant, and one sentence on what was undone; None if nothing was.

    Sound words stay as they are; so do damaged letters that lost a byte.
    """
    undone: list[str] = []
    for _ in range(_ROUNDS):
        score, index = max((_evidence(text, damage), -index) for index, damage in enumerate(_DAMAGES))
        if not score:
            break
        text, count = _undo(text, _DAMAGES[-index])
        undone.append(f"{_DAMAGES[-index].name} ({count} {'word' if count == 1 else 'words'})")
    return text, f"encoding: damage of an earlier decoding undone: {', '.join(undone)}" if undone else None


def _evidence(text: str, damage: _Damage) -> float:
    """How much speaks for one kind of damage: 0 for nothing, else the higher the more."""
    if not any(sign in text for sign in damage.signs):
        return 0.0
    words = [match[0] for match in islice(damage.words.finditer(text), _SAMPLE)]
    meant = "\n".join(damage.undo(word) or (_MIXED if len(word) >= _PROOF else "") for word in words)
    whole, _ = repair(meant)  # damage within damage
    if damage.encoding == "utf-8":
        return _BY_FORM if len(_LETTERS.findall(whole)) >= _PROOF else 0.0
    read = reading(whole)
    return read.score if read.formed_well else 0.0


def _undo(text: str, damage: _Damage) -> tuple[str, int]:
    undone = 0

    def meant(match: re.Match[str]) -> str:
        nonlocal undone
        better = damage.undo(match[0])
        undone += better is not None
        return match[0] if better is None else better

    return damage.words.sub(meant, text), undone


_ENTITY = re.compile(r"&(?:amp;)*+(#[0-9]{1,7};?|#[xX][0-9a-fA-F]{2,6};|[a-zA-Z][a-zA-Z0-9]{1,30};)|&amp;(?:amp;)*")


def unescape_twice(text: str) -> str:
    """A line that a parser has already decoded, with the references that are still in it decoded too.

    `&#1571;`, `&quot;` and `&amp;#1571;` are left over where a site escaped its text twice. Unknown names stay.
    """
    for _ in range(_ROUNDS):
        if "&" not in text or (once := _ENTITY.sub(_character, text)) == text:
            break
        text = once
    return text


def _character(match: re.Match[str]) -> str:
    name = match[1]
    if name is None:
        return "&"
    return html.unescape(f"&{name}") if name.startswith("#") or name in html5 else match[0]
