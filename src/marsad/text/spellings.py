"""Are two names one name, written otherwise?

`same_name` looks at the strings alone: letters, blanks, titles, order of words. It knows no things of the world
(that الناتو is حلف شمال الأطلسي stands in a gazetteer) and it never guesses what only a sentence tells: روسية is
not روسيا here, and عمّان is not عُمان. `key` gives names that may be spellings of one another the same string, so
that a long list is compared within its blocks only; `misspelt` finds a slip of the keyboard, which is worth
something only where the text names the right form too.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Literal, NamedTuple

from marsad.text.name_latin import latin_agrees
from marsad.text.name_letters import distance, ending, one_slip, skeleton
from marsad.text.name_words import FIXED, LONGEST, PARTICLES, ROYAL, Parts, bare, fold_name, parts

Kind = Literal["identical", "orthographic", "transliteration", "order", "title", "short-form", "latin"]


class Match(NamedTuple):
    """How two names meet: from `SURE` on the strings suffice, below the text must allow it."""

    kind: Kind
    strength: float


SURE = 0.75
_SHORT, _LONG = 4, 8  # letters: up to four no vowel may differ, from eight on two may
_ARTICLE = 0.1  # what the article on one of two names costs: أسد, الأسد
_SPELT_APART = frozenset({"عمان"})  # two places that only vowel marks tell apart
_TANWIN_OR_CASE = frozenset("\u064b\u064c\u064d\u064e\u064f\u0650\u0652")
_SHADDA = "\u0651"
_LATIN = re.compile("[A-Za-z]{2}")
_NOT_IN_KEYS = frozenset("هوي")  # silent or a vowel, as words are cut
_LEAST = 5  # letters of a name in which a slip is believed


def same_name(first: str, second: str) -> Match | None:
    """How the two strings are one name written otherwise; None where they are not, or where strings cannot tell."""
    if first == second:
        return Match("identical", 1.0)
    if max(len(first), len(second)) > LONGEST or not first.strip() or not second.strip():
        return None
    if _LATIN.search(first) or _LATIN.search(second):
        return _latin(first, second)
    return _arabic(first, second)


@lru_cache(maxsize=16384)
def key(name: str) -> str:
    """A blocking key: names that `same_name` joins as spellings have the same key; most others have another.

    The classes of consonants that occur, sorted: order and cut of words, particles, titles, the article, vowels
    and doubled letters are folded away.
    """
    found = {char for word in parts(name).words for char in skeleton(bare(word)).replace("م", "ن")}
    return "".join(sorted(found - _NOT_IN_KEYS)) or fold_name(name)


def misspelt(first: str, second: str) -> bool:
    """Whether one is the other with one letter missing, too many, changed, or two neighbours exchanged.

    For names of five letters and more, apart from their first letter, the article and Arabic endings; never
    between two names that both exist (`FIXED`).
    """
    one, other = (" ".join(bare(word) for word in parts(name).words) for name in (first, second))
    if one == other or min(len(one), len(other)) < _LEAST or abs(len(one) - len(other)) > 1 or one[:1] != other[:1]:
        return False
    pairs = [(a, b) for a, b in zip(one.split(), other.split(), strict=False) if a != b]
    if len(pairs) != 1 or one.count(" ") != other.count(" "):
        return False
    left, right = pairs[0]
    if {left, right} <= FIXED or ending(left) != ending(right):
        return False
    return min(len(left), len(right)) >= _SHORT and one_slip(left, right)


def _latin(first: str, second: str) -> Match | None:
    both = bool(_LATIN.search(first)) and bool(_LATIN.search(second))
    if both:
        return Match("orthographic", 0.95) if _plain(first) == _plain(second) else None
    latin, arabic = (first, second) if _LATIN.search(first) else (second, first)
    return Match("latin", 0.8) if latin_agrees(latin, parts(arabic).words) else None


def _plain(name: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKD", name).casefold() if char.isalnum())


def _arabic(first: str, second: str) -> Match | None:
    one, other = parts(first), parts(second)
    if not one.letters or not other.letters:
        return None
    if one.letters == other.letters:
        return _same_letters(first, second, one, other)
    if fold_name(first).replace(" ", "") == fold_name(second).replace(" ", ""):
        return Match("orthographic", 0.95)  # بنكيران, بن كيران
    if one.titles or other.titles:
        return _titled(one, other)
    return _spelt(one, other) or _shorter(one, other)


def _same_letters(first: str, second: str, one: Parts, other: Parts) -> Match | None:
    """The same letters: the same name, if marks and titles don't speak against it."""
    if marks_disagree(first, second):
        return None
    if one.titles != other.titles:
        if one.titles and other.titles and len(one.words) == 1:
            return None  # الملك عبدالله, الأمير عبدالله
        return Match("title", 0.9 if len(one.words) > 1 else 0.6)
    undecided = bare(one.letters) in _SPELT_APART and _bare_of_marks(first) != _bare_of_marks(second)
    return Match("orthographic", 0.5 if undecided else 0.97)


def _bare_of_marks(name: str) -> bool:
    return not any(unicodedata.combining(char) for char in unicodedata.normalize("NFC", name))


def marks_disagree(first: str, second: str) -> bool:
    """Whether the marks on one spelling make two words: another vowel, or a shadda in one of two vowelled names.

    The names are expected to have the same letters (`fold_name`); what has no marks agrees with everything.
    """
    left, right = _vowelled(first), _vowelled(second)
    if len(left) != len(right) or not any(left) or not any(right):
        return False
    pairs = list(zip(left[:-1], right[:-1], strict=True))
    return any((_SHADDA in a) != (_SHADDA in b) or bool(a - {_SHADDA} and b - {_SHADDA} and a != b) for a, b in pairs)


def _vowelled(name: str) -> list[frozenset[str]]:
    """The vowel marks on each letter of a name."""
    letters: list[set[str]] = []
    for char in unicodedata.normalize("NFC", name):
        if char in _TANWIN_OR_CASE or char == _SHADDA:
            if letters:
                letters[-1].add(char)
        elif char.isalpha() and char != "ء":
            letters.append(set())
    return [frozenset(marks) for marks in letters]


def _titled(one: Parts, other: Parts) -> Match | None:
    """A name with a title beside the bare name: by surname, or of a king, prince or pope by the given name."""
    bared = _spelt(one._replace(titles=()), other._replace(titles=()))
    if bared:
        strength = bared.strength if one.titles == other.titles else bared.strength - 0.1
        return Match("title", strength)
    shorter, longer = (one, other) if len(one.words) <= len(other.words) else (other, one)
    if set(shorter.titles) & ROYAL and len(shorter.words) < len(longer.words):
        starts = all(_word(a, b) is not None for a, b in zip(shorter.words, longer.words, strict=False))
        return Match("title", 0.6) if starts else None
    short = _shorter(one, other)
    return Match("title", short.strength) if short else None


def _spelt(one: Parts, other: Parts) -> Match | None:
    """The same words in other letters, in other order, or with another cut."""
    if len(one.words) != len(other.words):
        cost = _word(one.letters, other.letters) if "ال" not in one.letters[1:] + other.letters[1:] else None
        return None if cost is None or one.letters[:2] == "ال" else Match("transliteration", 0.9 - cost / 4)
    equal = len({*one.words} & {*other.words})
    costs = [
        cost
        for place, (a, b) in enumerate(zip(one.words, other.words, strict=True), 1)
        if (cost := _word(a, b, more=_more(a, b, last=place == len(one.words) or equal > 1) if equal else 0.0))
        is not None
    ]
    if len(costs) == len(one.words):
        kind: Kind = "orthographic" if max(costs) <= _ARTICLE else "transliteration"
        return Match(kind, 0.95 - min(sum(costs), 1.2) / 6)
    if len(one.words) > 1 and sorted(one.words) == sorted(other.words):
        return Match("order", 0.85)
    return None


@lru_cache(maxsize=16384)
def _word(first: str, second: str, *, more: float = 0.0) -> float | None:
    """The distance of two spellings of a word, None where they are two words; `more` is a larger budget to use."""
    if first == second:
        return 0.0
    left, right = bare(first), bare(second)
    if left == right:
        return _ARTICLE
    if {left, right} <= FIXED or left in PARTICLES or right in PARTICLES:
        return None
    apart = distance(left, right)
    return apart if apart <= max(_budget(first, second), more) else None


def _more(first: str, second: str, *, last: bool) -> float:
    """The budget of a word where another word of the name is the same: a short one may write a vowel (ركس, ريكس)."""
    if {first, second} & FIXED or first.startswith("ال") or min(len(first), len(second)) < _SHORT - 1:
        return 0.0
    return 0.5 if last and len(first) == len(second) else 0.3


def _budget(first: str, second: str) -> float:
    """How much two spellings of this length may differ; of an Arabic family name (العامري, العمري) no vowel."""
    size, longer = sorted((len(bare(first)), len(bare(second))))
    arabic = first.startswith("ال") and second.startswith("ال")
    if size < _SHORT:
        return _ARTICLE
    family = first[-1] == second[-1] == "ي" and (first.startswith("ال") or second.startswith("ال"))
    if family or (arabic and size == _SHORT and first[-1] == "ه") or first.startswith("عبدال"):
        return 0.2
    if size == _SHORT:
        return 0.3 if longer > _SHORT else 0.2  # ترمب, ترامب
    return 0.8 if size >= _LONG else 0.6 if size >= _LONG - 2 or longer >= _LONG - 1 else 0.5


def _shorter(one: Parts, other: Parts) -> Match | None:
    """One is part of the other: its last words (the family name) weigh more than its first."""
    short, long = (one.words, other.words) if len(one.words) < len(other.words) else (other.words, one.words)
    if len(short) == len(long):
        return None
    if all(_word(a, b) is not None for a, b in zip(short[::-1], long[::-1], strict=False)):
        return Match("short-form", 0.4 if len(short) == 1 and bare(short[0]) in FIXED else 0.6)
    if _within(short, long):
        return Match("short-form", 0.3)
    return None


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the words stand in the longer name, in their order."""
    rest = iter(long)
    return all(any(_word(word, candidate) is not None for candidate in rest) for word in short)
