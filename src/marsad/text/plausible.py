"""How much a string reads like Arabic: the test that tells a right decoding from readable nonsense.

ISO-8859-6 read as windows-1256 gives Arabic letters too, so letters alone prove nothing. Two things do, together:
- words are well formed: one script in a word, ة and ى only at its end, tanwin only there. A wrong reading puts
  é, ê or U+FFFD between the letters;
- words tell: the article and the most common words are about half of the words of news, and hardly any of a
  wrong reading.
"""

import re
from dataclasses import dataclass

from marsad.text.letters import LETTER

_TANWIN = "\u064b-\u064d"
_INNER = f"(?![ةى])[{LETTER}\u0640\u064e-\u0652\u0670]"
_WORD = re.compile(r"(?:[^\W\d_]|[\ufffd\u064b-\u0652\u0670\u0640]){2,}")
_ARABIC = re.compile(f"[{LETTER}]")
_FORMED = re.compile(f"(?!ء)(?:{_INNER})+(?:[{_TANWIN}]?[اى]?|ى?ة?)[{_TANWIN}]?")
_TELLING = re.compile(
    "(?:[وف]?[بك]?ال|[وف]?لل)[^ا].+|.{3,}ة"
    "|و?(?:في|من|على|عن|إلى|أن|إن|ان|التي|الذي|هذا|هذه|ذلك|مع|كان|كانت|بعد|بين|قبل|قد|لم|لا|لن|كما|خلال|حتى|أو|ثم|بعض|كل|قال|قالت"
    "|أكد|أضاف|غير|حيث|منذ|هو|هي|ما|به|له|لها|فيها|عليه|اليوم|رئيس|وزير|محمد"
    "|از|در|را|این|اين|است|با|برای|براي|آن|های|هاي|می|مي|شد|کرد|كرد)"
)  # fmt: skip
_LEAST_RATE = 0.15  # telling words; right readings of news have about .5, wrong ones below .1
_LEAST_SHARE = 0.8  # well-formed words
_LONG = 3  # letters of a word that is no accident
_LEAST_LETTERS = 5  # in such words
_LEAST_TELLING = 2  # words, where the others are short


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text has of words with Arabic letters in them (two and more letters)."""

    words: int
    formed: int  # of them well formed
    telling: int  # of them well formed and common, or with the article
    letters: int  # in well-formed words of three and more

    @property
    def score(self) -> float:
        """For comparing readings: shares of well-formed and of telling words together, 0 to 2."""
        return (self.formed + self.telling) / self.words if self.words else 0.0

    @property
    def formed_well(self) -> bool:
        """Whether this can be Arabic by its letters: enough for a headline without common words."""
        enough = self.letters >= _LEAST_LETTERS or self.telling >= _LEAST_TELLING
        return enough and self.formed >= _LEAST_SHARE * self.words

    @property
    def sound(self) -> bool:
        """Whether this is Arabic that somebody wrote: its words tell too."""
        return self.formed_well and self.telling >= max(1.0, _LEAST_RATE * self.words)


def reading(text: str) -> Reading:
    """Count what tells in a text (Arabic and Persian)."""
    words = [word for word in _WORD.findall(text) if _ARABIC.search(word)]
    formed = [word for word in words if _FORMED.fullmatch(word)]
    telling = sum(1 for word in formed if _TELLING.fullmatch(word))
    return Reading(len(words), len(formed), telling, sum(len(word) for word in formed if len(word) >= _LONG))
