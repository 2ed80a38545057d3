"""Damage of earlier decodings undone: text that was read in a wrong encoding and stored so, and double escapes.

| what happened to السلام | what it looks like |
|---|---|
| UTF-8 read as windows-1252 | Ø§Ù„Ø³Ù„Ø§Ù… |
| UTF-8 read as windows-1256 | ط§ظ„ط³ظ„ط§ظ… |
| windows-1256 read as Latin-1 | ÇáÓáÇã |
| ISO-8859-6 read as Latin-1 | ÇäÓäÇå |

Each is undone run by run, since pages mix sound and damaged parts, and only where it can be undone without loss
and reads as Arabic afterwards. Call `repair` before `clean`: cleaning drops bytes of the damage (a soft hyphen, a
no-break space), and what was dropped cannot be undone.
"""

import html
import re
from dataclasses import dataclass
from html.entities import html5

from marsad.text.letters import LETTER
from marsad.text.plausible import reading


def _image(encoding: str) -> dict[str, int]:
    """Which byte each character was, as browsers read the encoding (undefined bytes as C1 controls)."""
    return {bytes([byte]).decode(encoding, "ignore") or chr(byte): byte for byte in range(0x80, 0x100)}


def _class(image: dict[str, int], first: int, last: int) -> str:
    """A character class of what the bytes from `first` to `last` look like."""
    return "[" + re.escape("".join(char for char, byte in image.items() if first <= byte <= last)) + "]"


_1252 = _image("cp1252")
_1256 = _image("cp1256")
_1252_OR_LATIN1 = {chr(byte): byte for byte in range(0x80, 0x100)} | _1252


def _utf8_runs(image: dict[str, int]) -> str:
    """Stretches of characters that look like UTF-8 sequences of two to four bytes, with ASCII between them."""
    tail = _class(image, 0x80, 0xBF)
    one = (
        f"(?:{_class(image, 0xC2, 0xDF)}{tail}|{_class(image, 0xE0, 0xEF)}{tail}{{2}}|{_class(image, 0xF0, 0xF4)}{tail}{{3}})"
    )
    return f"{one}+(?:[\x00-\x7f]+{one}+)*"


@dataclass(frozen=True, slots=True)
class _Damage:
    """One kind: its name, a quick sign without which it cannot be, its runs, the bytes behind, the right reading."""

    name: str
    signs: tuple[str, ...]
    runs: re.Pattern[str]
    image: dict[int, int]
    encoding: str

    def undo(self, run: str) -> str | None:
        """The run as it was meant; None where that is not lossless."""
        try:
            return run.translate(self.image).encode("latin-1").decode(self.encoding)
        except UnicodeError:
            return None


def _codes(image: dict[str, int]) -> dict[int, int]:
    return {ord(char): byte for char, byte in image.items()}


_WORDS_1252 = f"{_class(_1252_OR_LATIN1, 0x80, 0xFF)}+"
_LATIN_RUNS = re.compile(f"(?<![A-Za-z]){_WORDS_1252}(?:[\\x00-@\\[-`{{-\\x7f]+{_WORDS_1252})*(?![A-Za-z])")
_DAMAGES = (
    _Damage("utf-8 read as windows-1252", ("Ø", "Ù"), re.compile(_utf8_runs(_1252_OR_LATIN1)), _codes(_1252_OR_LATIN1), "utf-8"),
    _Damage(
        "utf-8 read as windows-1256",
        ("ط§", "ظ„"),
        re.compile(f"(?<![{LETTER}]){_utf8_runs(_1256)}(?![{LETTER}])"),
        _codes(_1256),
        "utf-8",
    ),
    _Damage("windows-1256 read as windows-1252", ("Ç", "á"), _LATIN_RUNS, _codes(_1252_OR_LATIN1), "cp1256"),
    _Damage("iso-8859-6 read as windows-1252", ("Ç", "ä"), _LATIN_RUNS, _codes(_1252_OR_LATIN1), "iso8859-6"),
)
_ROUNDS = 3  # a page can have been stored wrongly more than once
_ARABIC = re.compile(f"[{LETTER}]")


def repair(text: str) -> tuple[str, str | None]:
    """The text with damaged runs as they were meant, and one sentence on what was undone; None if nothing was."""
    undone: list[str] = []
    for _ in range(_ROUNDS):
        found = max((_diagnosis(text, damage) for damage in _DAMAGES), key=lambda found: found.rate)
        if not found.meant:
            break
        text, count = _swap(text, found)
        undone.append(f"{found.damage.name} ({count} {'run' if count == 1 else 'runs'} of text)")
    return text, f"encoding: damage of an earlier decoding undone: {', '.join(undone)}" if undone else None


@dataclass(frozen=True, slots=True)
class _Diagnosis:
    """What one kind of damage would explain: the runs and what they were meant to be, and how well that reads."""

    damage: _Damage
    meant: dict[str, str]
    rate: float


def _diagnosis(text: str, damage: _Damage) -> _Diagnosis:
    if not all(sign in text for sign in damage.signs):
        return _Diagnosis(damage, {}, 0.0)
    meant = {run: better for run in set(damage.runs.findall(text)) if (better := _better(run, damage))}
    read = reading("\n".join(meant.values()))
    return _Diagnosis(damage, meant, read.rate) if read.sound else _Diagnosis(damage, {}, 0.0)


def _better(run: str, damage: _Damage) -> str | None:
    """What a run was meant to be, if it comes out as Arabic."""
    meant = damage.undo(run)
    return meant if meant and _ARABIC.search(meant) else None


def _swap(text: str, found: _Diagnosis) -> tuple[str, int]:
    swapped = 0

    def meant(match: re.Match[str]) -> str:
        nonlocal swapped
        swapped += match[0] in found.meant
        return found.meant.get(match[0], match[0])

    return found.damage.runs.sub(meant, text), swapped


_ENTITY = re.compile(r"&(?:amp;)*(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")


def unescape_twice(text: str) -> str:
    """A line that a parser has already decoded, with the references that are still in it decoded too.

    `&#1571;`, `&quot;` and `&amp;#1571;` are left over where a site escaped its text twice. Unknown names stay.
    """
    if "&" not in text:
        return text
    for _ in range(_ROUNDS):
        text, count = _ENTITY.subn(_character, text)
        if not count:
            break
    return text


def _character(match: re.Match[str]) -> str:
    name = match[0].rsplit("amp;", 1)[-1].lstrip("&")
    if name.startswith("#") or name in html5:
        return html.unescape(f"&{name}")
    return match[0]
