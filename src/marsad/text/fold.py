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
from marsad.text.letters import CONTROL, FORM, INVISIBLE, LETTER, MARK, TATWEEL, characters, unfolded


class Fold(Flag):
    """What may be folded away."""

    MARKS = auto()  # vowel marks, shadda, dagger alef
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


_ALWAYS = Fold.MARKS | Fold.TATWEEL | Fold.INVISIBLE | Fold.PERSIAN | Fold.FORMS | Fold.DIGITS | Fold.CASE | Fold.SPACE
KEY = _ALWAYS | Fold.ALEF | Fold.YEH | Fold.TEH  # what fold_key does
SEARCH = KEY | Fold.HAMZA
NAMES = _ALWAYS | Fold.ALEF | Fold.TEH
CUES = _ALWAYS & ~Fold.MARKS  # verbs: صرّح is not صرح; marks are compared by the lexicon

_CAPITALS = "A-ZÀ-ÖØ-ÞĀ-ɏΆ-ΫЀ-Я"

_PAIRS: tuple[tuple[Fold, dict[str, str]], ...] = (
    (Fold.MARKS, dict.fromkeys(characters(MARK), "")),
    (Fold.TATWEEL, {TATWEEL: ""}),
    (Fold.INVISIBLE, dict.fromkeys(characters(INVISIBLE + CONTROL), "")),
    (Fold.ALEF, dict.fromkeys("أإآٱٲٳ", "ا")),
    (Fold.YEH, {"ى": "ي"}),
    (Fold.TEH, {"ة": "ه"}),
    (Fold.HAMZA, {"ؤ": "و", "ئ": "ي"}),
    (Fold.PERSIAN, dict(zip("یېکڪہھەۀۂۃ", "ييككههههہة", strict=True)) | {"ۂ": "ه"}),
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
_RARE = re.compile("[" + re.escape("".join(map(chr, _table(KEY).keys() - {ord(old) for old, _ in _COMMON}))) + "]")


def fold_key(text: str) -> str:
    """The text folded for comparing lines and labels: `view(text, KEY).text`, many times as fast.

    The five frequent letters are replaced one by one, which is cheap in CPython; the table of all the others
    is walked only for a text that has one of them.
    """
    for old, new in _COMMON:
        text = text.replace(old, new)
    if _RARE.search(text):
        text = text.translate(_table(KEY))
    return " ".join(text.split())


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
    table, squeeze = _table(folds), Fold.SPACE in folds
    chars: list[str] = []
    offsets: list[int] = []
    ends: list[int] = []
    for place, char in enumerate(text):
        if squeeze and char.isspace():
            out = "" if not chars or chars[-1] == " " else " "
            if chars and not out:
                ends[-1] = place + 1
        else:
            out = table.get(ord(char), char)
            if ends and ends[-1] == place and _belongs(char, chars[-1], out):
                ends[-1] = place + 1
        chars.extend(out)
        offsets.extend([place] * len(out))
        ends.extend([place + 1] * len(out))
    if squeeze and chars and chars[-1] == " ":
        chars.pop(), offsets.pop(), ends.pop()
    return View("".join(chars), tuple(offsets), tuple(ends))


def _belongs(char: str, base: str, out: str) -> bool:
    """Whether a dropped character is part of the drawn letter before it: its mark, its stretching."""
    return not out and char in _TRAILING and _CARRIES.match(base) is not None
