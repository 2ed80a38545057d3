"""Is an Arabic name the Latin one, by sound: Google and غوغل, CNN and سي إن إن?"""

import re
import unicodedata

from marsad.text.name_letters import one_slip, skeleton

_LETTERS = {  # how the Latin letters are called
    "a": "اي ايه", "b": "بي", "c": "سي", "d": "دي", "e": "اي", "f": "اف", "g": "جي", "h": "اتش", "i": "اي",
    "j": "جي جيه", "k": "كي كيه كاي", "l": "ال", "m": "ام", "n": "ان", "o": "او", "p": "بي", "q": "كيو", "r": "ار",
    "s": "اس", "t": "تي", "u": "يو", "v": "في", "w": "دبليو", "x": "اكس", "y": "واي", "z": "زد زي",
}  # fmt: skip
_NAMES = {letter: frozenset(names.split()) for letter, names in _LETTERS.items()}
_PAIRS = (
    ("tsch", "ش"), ("tch", "ش"), ("sch", "ش"), ("sh", "ش"), ("ch", "ش"), ("kh", "خ"), ("gh", "ك"), ("th", "ت"),
    ("ph", "ف"),
    ("ck", "ك"), ("dj", "ك"), ("zh", "ك"), ("x", "كس"), ("c(?=[eiy])", "س"),
)  # fmt: skip
_SINGLE = dict(zip("bcdfghjklmnpqrstvz", "بكدفكهككلمنبكرستفس", strict=True))
_DOUBLED = re.compile(r"(.)\1")
_NEAR = 4  # consonants from which one may differ


def latin_agrees(latin: str, words: tuple[str, ...]) -> bool:
    """Whether the folded Arabic words sound like the Latin name, or spell its letters."""
    plain = "".join(char for char in unicodedata.normalize("NFKD", latin) if char.isascii() and char.isalpha())
    if not plain or not words or len(plain) > 60:  # noqa: PLR2004 - no name is longer
        return False
    if len(words) == len(plain) and all(word in _NAMES[char] for char, word in zip(plain.lower(), words, strict=True)):
        return True
    return _alike(_sound(plain.lower()), skeleton("".join(words)[:60].removeprefix("ال")))


def _sound(latin: str) -> str:
    """The classes of a Latin word's consonants, as `skeleton` gives those of an Arabic one."""
    latin = _DOUBLED.sub(r"\1", latin)
    first = {"w": "و", "y": "ي"}.get(latin[0], "")
    for letters, arabic in _PAIRS:
        latin = re.sub(letters, arabic, latin)
    arabic = "".join(_SINGLE.get(char, char if char >= "ء" else "") for char in latin)
    return skeleton(first + arabic) if first else skeleton("ا" + arabic)


def _alike(left: str, right: str) -> bool:
    """Equal, or of four consonants and more with one of them silent or written otherwise."""
    return (left == right and len(left) > 1) or (min(len(left), len(right)) >= _NEAR and one_slip(left, right))
