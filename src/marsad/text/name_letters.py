"""One foreign word in Arabic letters, written in two ways: how far are the two spellings apart?

`skeleton(word)` keeps one letter per class of sounds and no vowels: words with different skeletons are no
spellings of each other, whatever else is said. `distance(a, b)` then weighs what is left: which letter of the
class, which long vowel is written. Both take words folded by `name_words.fold_name`. The classes are those of
transliteration in the press (g as غ ج ق ك; s as س ز ص; t as ت ط ث; d as د ض ذ; f as ف ڤ; b as ب پ; tsch as تش ش);
ه inside a word may be silent.
"""

import re
from functools import lru_cache

FAR = 9.0  # no spelling of each other
_CLASS = {
    **dict.fromkeys("غجقكگچ", "ك"),
    **dict.fromkeys("سزصژش", "س"),
    **dict.fromkeys("تطث", "ت"),
    **dict.fromkeys("دضذظ", "د"),
    **dict.fromkeys("فڤ", "ف"),
    **dict.fromkeys("بپ", "ب"),
}
_TO_CLASS = str.maketrans(_CLASS)
_SOUNDS = tuple((re.compile(old), new) for old, new in (("تش", "ش"), ("^دج", "ج"), ("ن(?=ب)", "م"), ("ت(?=ز)", "")))
_VOWELS = frozenset("اويى")
_SILENT = _VOWELS | {"ه"}
_ENDINGS = ("يات", "يون", "يين", "ية", "يه", "يا", "ات", "ون", "ين", "ان", "ي")
_DOUBLED = re.compile(r"(.)\1")
_LONGEST = 24  # letters of a word for which the distance is computed

_SAME_CLASS = 0.15
_EMPHATIC = 0.25  # ساهر, زاهر: too much for a short word
_FREE = frozenset("غجقكگچڤپثذ")  # letters that stand for foreign sounds
_VOWEL_WRITTEN = 0.3  # نتنياهو, نتانياهو
_VOWEL_CHANGED = 0.5  # جازان, جيزان
_HISSED = 0.45  # غوتيريش, غوتيريس
_UNHEARD = 0.4  # توتنهام, توتنام
_PROTHETIC = 6  # letters of a word whose first ا may be left out: استوكهولم, ستوكهولم
_DOUBLE = 0.1
_FINAL = 0.1  # كاميرا, كاميرة


@lru_cache(maxsize=16384)
def skeleton(word: str) -> str:
    """The classes of a folded word's consonants, doubled ones once; the first letter stays where it is و or ي."""
    word = _heard(word)
    first, rest = word[:1], word[1:]
    kept = ("" if first in "اى" else first) + "".join(char for char in rest if char not in _SILENT)
    return _DOUBLED.sub(r"\1", kept.translate(_TO_CLASS))


def _heard(word: str) -> str:
    """تش as ش, دج in front as ج, تز as ز, ن before ب as م: what differs in writing only."""
    for old, new in _SOUNDS:
        word = old.sub(new, word)
    return word


def ending(word: str) -> str:
    """The Arabic ending that makes another word of a word (روسي, روسية, روسيون), or ""."""
    return next((end for end in _ENDINGS if word.endswith(end) and len(word) - len(end) > 1), "")


@lru_cache(maxsize=16384)
def distance(first: str, second: str) -> float:
    """How far two folded words are apart as spellings of one foreign name: 0 equal, FAR none of each other."""
    first, second = _heard(first), _heard(second)
    if first == second:
        return 0.0
    if skeleton(first) != skeleton(second) or max(len(first), len(second)) > _LONGEST:
        return FAR
    if not _ends_alike(first, second):
        return FAR
    return _aligned(first, second)


def _ends_alike(first: str, second: str) -> bool:
    """A final vowel is a sound of its own (آن, آنا; ماريو, ماريا), and an ending makes another word (تونس, تونسي)."""
    if ending(first) != ending(second) and _stem(first) in {_stem(second), second}:
        return False
    if ending(first) != ending(second) and _stem(second) == first:
        return False
    return _FINALS.get(first[-1]) == _FINALS.get(second[-1])


_FINALS = {"ا": "a", "ه": "a", "ي": "i", "و": "u"}


def _stem(word: str) -> str:
    """A word without its ending, or without a final ة."""
    return word.removesuffix(ending(word)) if ending(word) else word.removesuffix("ه")


def _aligned(first: str, second: str) -> float:
    """Weighted edit distance; a class change that comes twice (غوغل, قوقل) counts once."""
    width = len(second) + 1
    row: list[tuple[float, frozenset[str]]] = [(0.0, frozenset())]
    for place in range(1, width):
        row.append((row[-1][0] + _written(second, place - 1), frozenset()))
    for line in range(len(first)):
        above, row = row, [(row[0][0] + _written(first, line), row[0][1])]
        for place in range(1, width):
            row.append(_cheapest(above, row, (first, line), (second, place - 1)))
    return row[-1][0]


def _cheapest(
    above: list[tuple[float, frozenset[str]]],
    row: list[tuple[float, frozenset[str]]],
    left: tuple[str, int],
    right: tuple[str, int],
) -> tuple[float, frozenset[str]]:
    """The cheapest way to one cell: a letter for a letter, or a letter that only one of them writes."""
    place = right[1] + 1
    cost, seen = above[place - 1]
    one, other = left[0][left[1]], right[0][right[1]]
    change = _change(one, other, last=left[1] == len(left[0]) - 1 and right[1] == len(right[0]) - 1)
    pair = one + other
    swap = (cost, seen) if pair in seen else (cost + change, seen | {pair} if 0 < change < FAR else seen)
    skip_left = (above[place][0] + _written(*left), above[place][1])
    skip_right = (row[place - 1][0] + _written(*right), row[place - 1][1])
    return min(swap, skip_left, skip_right, key=lambda way: way[0])


def _change(one: str, other: str, *, last: bool) -> float:
    if one == other:
        return 0.0
    if last and one in "اه" and other in "اه":
        return _FINAL
    if one in _VOWELS and other in _VOWELS:
        return _VOWEL_CHANGED
    if "ش" in {one, other}:
        return _HISSED if _CLASS.get(one) == _CLASS.get(other) else FAR
    if _CLASS.get(one, one) != _CLASS.get(other, other):
        return FAR
    return _SAME_CLASS if {one, other} & _FREE else _EMPHATIC


def _written(word: str, place: int) -> float:
    """The price of a letter that the other spelling leaves out: a long vowel inside, the second of a pair."""
    if place and word[place] == word[place - 1]:
        return _DOUBLE
    if not place and word[0] == "ا" and len(word) >= _PROTHETIC and word[1] not in _VOWELS:
        return _UNHEARD
    inside = 0 < place < len(word) - 1
    if inside and word[place] == "ه":
        return _UNHEARD
    return _VOWEL_WRITTEN if inside and word[place] in _VOWELS else FAR


def one_slip(left: str, right: str) -> bool:
    """Whether one edit leads from one word to the other; exchanged neighbours are one edit."""
    if len(left) > len(right):
        left, right = right, left
    place = next((spot for spot, char in enumerate(left) if char != right[spot]), len(left))
    if len(left) < len(right):
        return left[place:] == right[place + 1 :]
    exchanged = left[place : place + 2] == right[place : place + 2][::-1]
    return left[place + 1 :] == right[place + 1 :] or (exchanged and left[place + 2 :] == right[place + 2 :])
