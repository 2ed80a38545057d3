"""Copies made of a text by stated edits: what outlets do to the texts of others, and what their systems do to spelling.

Every edit is a function of a text and of chance; the same chance gives the same copy.
"""

import random
from collections.abc import Callable, Sequence
from typing import NamedTuple

_ABOVE = ("تابعوا آخر الأخبار على تطبيقنا المجاني وفعّلوا التنبيهات", "حجم الخط: كبير متوسط صغير")
_BELOW = (
    "جميع الحقوق محفوظة ولا يجوز نقل المحتوى من دون إذن خطي مسبق من إدارة التحرير في المؤسسة.",
    "للاشتراك في نشرتنا البريدية اليومية اكتبوا عنوانكم في الخانة المخصصة لذلك أسفل الصفحة ثم اضغطوا زر التأكيد.",
    "شارك هذا الخبر مع أصدقائك عبر مواقع التواصل الاجتماعي المختلفة",
)
_SPELT = {"أ": "ا", "إ": "ا", "آ": "ا", "ة": "ه", "ى": "ي", "ؤ": "و", "ئ": "ي"}
_SPELT_BACK = {"ه ": "ة ", "ي ": "ى "}
_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_MARKS = "\u064b\u064e\u064f\u0650\u0651\u0652"


class Source(NamedTuple):
    """A text with what edits need of elsewhere: a headline that is not its own, and words of other articles."""

    text: str
    other_headline: str
    other_words: Sequence[str]


Edit = Callable[[Source, random.Random], str]


def edited(share: float) -> Edit:
    """So many of the words replaced, taken out or with another word behind them."""

    def edit(source: Source, chance: random.Random) -> str:
        made: list[str] = []
        for word in source.text.split(" "):
            what = chance.random()
            if what >= share:
                made.append(word)
            elif what < share / 3:
                made.append(chance.choice(source.other_words))
            elif what < share * 2 / 3:
                made += [word, chance.choice(source.other_words)]
        return " ".join(made)

    return edit


def with_boilerplate(source: Source, chance: random.Random) -> str:
    """What templates put around a text."""
    del chance
    return "\n".join((*_ABOVE, source.text, *_BELOW))


def shortened(share: float) -> Edit:
    """The first part of a text."""

    def edit(source: Source, chance: random.Random) -> str:
        del chance
        words = source.text.split(" ")
        return " ".join(words[: round(len(words) * share)])

    return edit


def other_headline(source: Source, chance: random.Random) -> str:
    """Another headline in front, which a reader may take for the first line."""
    del chance
    return f"{source.other_headline}\n{source.text}"


def spelt(source: Source, chance: random.Random) -> str:
    """Hamza, ة and ى as others write them, vowel marks, tatweel, other digits, spaces before signs, a lone و."""
    text = source.text.translate(_DIGITS) if chance.random() < 1 / 2 else source.text
    for old, new in _SPELT_BACK.items():
        text = "".join(_sometimes(part, old, new, chance) for part in text.split("\n"))
    made = []
    for letter in text:
        what = chance.random()
        if letter in _SPELT and what < 1 / 3:
            made.append(_SPELT[letter])
        elif letter.isalpha() and what > 29 / 30:
            made.append(letter + chance.choice(_MARKS))
        elif letter in "بتسصعفقلنيم" and what > 14 / 15:
            made.append(letter + "ـ" if made and made[-1].isalpha() else letter)
        elif letter in "،.؛:" and what < 1 / 2:
            made.append(" " + letter)
        else:
            made.append(letter)
    return "".join(made).replace(" وال", " و ال")


def _sometimes(text: str, old: str, new: str, chance: random.Random) -> str:
    parts = text.split(old)
    return "".join(part + (new if chance.random() < 1 / 10 else old) for part in parts[:-1]) + parts[-1]


def extended(source: Source, chance: random.Random) -> str:
    """The text with paragraphs of its own in front and behind."""
    own = [" ".join(chance.choices(source.other_words, k=25)) + "." for _ in range(2)]
    return "\n".join((own[0], source.text, own[1]))


EDITS: dict[str, Edit] = {
    "3 % of words edited": edited(0.03),
    "15 % of words edited": edited(0.15),
    "boilerplate around": with_boilerplate,
    "cut to 60 %": shortened(0.6),
    "cut to 30 %": shortened(0.3),
    "another headline": other_headline,
    "other spellings": spelt,
}
