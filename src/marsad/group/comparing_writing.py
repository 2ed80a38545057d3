"""Whether words that differ are the same ones in another writing: signs, spelling, a conjunction in front."""

from typing import Literal

from marsad.group.comparing_sides import Stretch
from marsad.group.comparing_words import without_conjunction
from marsad.text.fold import CUES, Fold, view

_HAMZA = str.maketrans("أإؤئ", "ءءءء")  # on whatever seat: هيئة, هيأة
_CALENDARS = "هم"  # behind a year
_SEEN = CUES | Fold.SHADDA  # what is folded away beside spelling: marks, digits, capitals


def written_alike(a: Stretch, b: Stretch) -> Literal["typography", "spelling", "wording"] | None:
    """What the difference of two stretches is, where their words are the same; None where they are others."""
    if _letters("".join(a.chosen)) == _letters("".join(b.chosen)):
        return "typography" if _seen(a) == _seen(b) else "spelling"
    if _seen(a).translate(_HAMZA) == _seen(b).translate(_HAMZA):
        return "spelling"
    return "wording" if _conjoined(a) == _conjoined(b) else None


def _conjoined(stretch: Stretch) -> list[str]:
    """The words without the conjunctions in front: والتي for التي changes nothing, not even a quote."""
    return list(map(without_conjunction, stretch.chosen))


def _letters(text: str) -> str:
    """The letters and digits of words, in one: without spaces, signs and the mark of a calendar (1436هـ)."""
    whole = "".join(filter(str.isalnum, text))
    return whole[:-1] if whole[-2:-1].isdigit() and whole[-1] in _CALENDARS else whole


def _seen(stretch: Stretch) -> str:
    """The letters as they are spelt, without marks."""
    return _letters(spelt(stretch.text))


def spelt(text: str) -> str:
    """A text as it is spelt: without marks, with one kind of digits."""
    return view(text, _SEEN).text
