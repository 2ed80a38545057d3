"""Folding: what readers of Arabic see as the same word is made the same string.

`fold_key` is the quick form for comparing lines and labels. `view` folds what its caller chooses and remembers
where each character came from: matching runs on views, spans are stored on the original.

Each fold has its price, so they are chosen per use (`SEARCH`, `NAMES`, `CUES`): ى/ي makes على (on) of علي (a
name), أ/إ/ا loses إن, ة/ه meets the suffix -ه, the hamza seats ؤ/ئ hurt short names. Input is expected in NFC
(`clean` gives it): a decomposed ؤ would lose its hamza as a mark.
"""

import re
from dataclasses import dataclass
from enum import Flag, auto
from functools import cache

from marsad.records import Span
from marsad.text.digits import ARABIC_INDIC, PERSIAN
from marsad.text.letters import CONTROL, FORM, INVISIBLE, LETTER, MARK, SHADDA, TATWEEL, characters, unfolded


class Fold(Flag):
    """What may be folded away."""

    MARKS = auto()  # vowel marks, dagger alef, Quranic signs
    SHADDA = auto()  # apart, since where it is written it tells صرّح (declared) from صرح (edifice)
    TATWEEL = auto()
    INVISIBLE = auto()  # bidi controls, zero-width characters, soft hyphen, control characters
    ALEF = auto()  # أ إ آ ٱ → ا
    YEH = auto()  # ى → ي
    TEH = auto()  # ة → ه
    HAMZA = auto()  # ؤ ئ → و ي
    PERSIAN = auto()  # ی ک ھ … → ي ك ه, as typed on other keyboards
    FORMS = auto()  # presentation forms → letters
    DIGITS = auto()  # three sets → ASCII
    CASE = auto()  # Latin, Greek and Cyrillic capitals → small letters
    SPACE = auto()  # runs of white space → one space, none at the ends


_HARMLESS = (
    Fold.MARKS | Fold.TATWEEL | Fold.INVISIBLE | Fold.PERSIAN | Fold.FORMS | Fold.DIGITS | Fold.CASE | Fold.SPACE
)
KEY = _HARMLESS | Fold.SHADDA | Fold.ALEF | Fold.YEH | Fold.TEH  # what `fold_key` does
SEARCH = KEY | Fold.HAMZA
NAMES = _HARMLESS | Fold.SHADDA | Fold.ALEF | Fold.TEH
CUES = _HARMLESS  # verbs and particles: أن is not إن, and على not علي

_CAPITALS = "A-ZÀ-ÖØ-ÞĀ-ɏΆ-ΫЀ-Я"

_PAIRS: tuple[tuple[Fold, dict[str, str]], ...] = (
    (Fold.MARKS, dict.fromkeys(characters(MARK).replace(SHADDA, ""), "")),
    (Fold.SHADDA, {SHADDA: ""}),
    (Fold.TATWEEL, {TATWEEL: ""}),
    (Fold.INVISIBLE, dict.fromkeys(characters(INVISIBLE + CONTROL), "")),
    (Fold.ALEF, dict.fromkeys("أإآٱٲٳ", "ا")),
    (Fold.YEH, {"ى": "ي"}),
    (Fold.TEH, {"ة": "ه"}),
    (Fold.HAMZA, {"ؤ": "و", "ئ": "ي"}),
    (Fold.PERSIAN, dict(zip("یکڪہھەۀۂۃ", "يككهههههة", strict=True))),
    (Fold.DIGITS, dict(zip(ARABIC_INDIC + PERSIAN + "０１２３４５６７８９", "0123456789" * 3, strict=True))),
    (Fold.CASE, {char: char.lower() for char in characters(_CAPITALS)}),
)


@cache
def _table(folds: Fold) -> dict[int, str]:
    """What each character becomes; chains (ﺓ → ة → ه, ۃ → ة → ه) are followed to their end here, once."""
    single: dict[str, str] = {}
    for fold, pairs in _PAIRS:
        if fold in folds:
            single |= pairs
    table = {char: _settle(out, single) for char, out in single.items()}
    if Fold.FORMS in folds:
        table |= {char: _settle(unfolded(char), single) for char in characters(FORM)}
    return {ord(char): out for char, out in table.items() if out != char}


def _settle(text: str, single: dict[str, str]) -> str:
    while (further := "".join(single.get(char, char) for char in text)) != text:
        text = further
    return text


_COMMON = (("أ", "ا"), ("إ", "ا"), ("آ", "ا"), ("ى", "ي"), ("ة", "ه"))
_RARE = re.compile(f"[{re.escape(''.join(map(chr, _table(KEY).keys() - {ord(old) for old, _ in _COMMON})))}]|[^\\S ]")


def fold_key(text: str) -> str:
    """The text folded for comparing lines and labels: `view(text, KEY).text`, many times as fast.

    The five frequent letters are replaced one by one, which is cheap in CPython; the table of all the others
    is walked only for a text that has one of them.
    """
    for old, new in _COMMON:
        text = text.replace(old, new)
    if _RARE.search(text):
        return " ".join(text.translate(_table(KEY)).split())
    return " ".join(text.split()) if "  " in text else text.strip(" ")


@dataclass(frozen=True, slots=True)
class View:
    """A folded text that knows where it came from.

    Character `i` of `text` stands for the original's `offsets[i]:ends[i]` (code points), its trailing marks,
    and for a space its whole run of white space, included.
    """

    text: str
    offsets: tuple[int, ...]
    ends: tuple[int, ...]

    def back(self, span: Span) -> Span:
        """The original span of a span of the view, widened to whole characters and their trailing marks.

        An empty span comes back empty; what lies beyond the view's end is cut off.
        """
        start = min(max(span.start, 0), len(self.text))
        end = min(max(span.end, start), len(self.text))
        if start < end:
            return Span(self.offsets[start], self.ends[end - 1])
        place = self.offsets[start] if start < len(self.offsets) else self.ends[-1] if self.ends else 0
        return Span(place, place)


_TRAILING = frozenset(characters(MARK) + TATWEEL)
_CARRIES = re.compile(f"[{LETTER}{FORM}]")


def view(text: str, folds: Fold) -> View:
    """The text folded as chosen, with the way back to the original."""
    table, odd = _table(folds), _odd(folds)
    building = _Building(squeeze=Fold.SPACE in folds)
    done = 0
    for match in odd.finditer(text):
        building.keep(text[done : match.start()], done)
        done = match.end()
        if match.lastgroup:
            building.space(match.start(), done)
        else:
            building.put(match[0], table[ord(match[0])], match.start())
    building.keep(text[done:], done)
    return building.view()


@cache
def _odd(folds: Fold) -> re.Pattern[str]:
    """What cannot be copied as it is: a character of the table, or (group `space`) a run of white space."""
    letters = "[" + re.escape("".join(map(chr, _table(folds)))) + "]" if folds & ~Fold.SPACE else "(?!)"
    return re.compile(f"{letters}|(?P<space>[^\\S ]\\s*| \\s+)" if Fold.SPACE in folds else letters)


class _Building:
    """A view in the making; copies stretches whole, because most of a text stays as it is."""

    def __init__(self, *, squeeze: bool) -> None:
        self.squeeze = squeeze
        self.chars: list[str] = []
        self.offsets: list[int] = []
        self.ends: list[int] = []

    def keep(self, piece: str, start: int) -> None:
        """Text that stays; a space after a space (what stood between was dropped) joins that one."""
        if self.squeeze and piece.startswith(" "):
            self.space(start, start + 1)
            piece, start = piece[1:], start + 1
        self.chars.extend(piece)
        self.offsets.extend(range(start, start + len(piece)))
        self.ends.extend(range(start + 1, start + len(piece) + 1))

    def put(self, char: str, out: str, place: int) -> None:
        """A folded character; a dropped one widens the drawn letter that it is part of."""
        if out:
            self.chars.extend(out)
            self.offsets.extend([place] * len(out))
            self.ends.extend([place + 1] * len(out))
        elif self.ends and self.ends[-1] == place and char in _TRAILING and _CARRIES.match(self.chars[-1]):
            self.ends[-1] = place + 1

    def space(self, start: int, end: int) -> None:
        """A run of white space as one space; none at the beginning."""
        if self.chars and self.chars[-1] == " ":
            self.ends[-1] = end
        elif self.chars:
            self.chars.append(" ")
            self.offsets.append(start)
            self.ends.append(end)

    def view(self) -> View:
        """The finished view; none at the end either."""
        size = len(self.chars) - (self.squeeze and self.chars[-1:] == [" "])
        return View("".join(self.chars[:size]), tuple(self.offsets[:size]), tuple(self.ends[:size]))
