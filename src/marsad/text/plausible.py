"""How much a string reads like Arabic script text: the test that tells a right decoding from readable nonsense.

ISO-8859-6 read as windows-1256 gives Arabic letters too, so letters prove nothing; the most common words and the
article do. In right readings of news about half of the words count, in wrong ones hardly any.
"""

import re
from dataclasses import dataclass

from marsad.text.letters import LETTER

_WORD = re.compile(r"(?:[^\W\d_]|\ufffd){2,}")  # a word that mixes scripts counts, and tells nothing
_ARABIC = re.compile(f"[{LETTER}]")
_TELLING = re.compile(
    "(?:[وف]?[بك]?ال|[وف]?لل)[^ا].+|.{3,}ة"
    "|و?(?:في|من|على|عن|إلى|أن|إن|ان|التي|الذي|هذا|هذه|ذلك|مع|كان|كانت|بعد|بين|قبل|قد|لم|لا|لن|كما|خلال|حتى|أو|ثم|بعض|كل|قال|قالت"
    "|أكد|أضاف|غير|حيث|منذ|هو|هي|ما|به|له|لها|فيها|عليه|اليوم|رئيس|وزير|محمد"
    "|از|در|را|این|اين|است|با|برای|براي|آن|های|هاي|می|مي|شد|کرد|كرد)"
)  # fmt: skip
_FEW_WORDS = 3  # of so few one telling word is enough
_LEAST_RATE = 0.15  # of right readings of news it is about .5, of wrong ones below .1


@dataclass(frozen=True, slots=True)
class Reading:
    """How many words of two and more letters a text has in the Arabic script, and how many of them tell."""

    words: int
    telling: int

    @property
    def rate(self) -> float:
        """Telling words among all, 0 to 1."""
        return self.telling / self.words if self.words else 0.0

    @property
    def sound(self) -> bool:
        """Whether this can be text that somebody wrote: about half of the words tell where it is."""
        return self.telling >= (1 if self.words <= _FEW_WORDS else 2) and self.rate >= _LEAST_RATE


def reading(text: str) -> Reading:
    """Count the telling words of a text (Arabic and Persian)."""
    words = [word for word in _WORD.findall(text) if _ARABIC.search(word)]
    return Reading(len(words), sum(1 for word in words if _TELLING.fullmatch(word)))
