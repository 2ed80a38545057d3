"""What a time is resolved against: the words around it, the day of publication, the times told before it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from marsad.annotate.times.forms import Form
from marsad.annotate.times.lexicon import word_set
from marsad.annotate.times.tokens import Tokens
from marsad.kinds import TimeBasis

FUTURE = word_set(
    "سوف اقتراب قرب لاستقبال استعدادا "
    "المقرر مقرر مقررا المقرره مقرره المزمع مزمع المزمعه المرتقب مرتقب المرتقبه مرتقبه المنتظر منتظر "
    "المنتظره منتظره المتوقع متوقع المتوقعه يعتزم تعتزم يعتزمون ينوي تنوي يستعد تستعد تنطلق ينطلق وتنطلق "
    "وينطلق يبدا تبدا تنتهي ينتهي يفتتح تفتتح تقام يقام تعقد يعقد تستضيف يستضيف تسليم عقود لعقود لن موعد موعدا"
)
PAST = word_set(
    "قال قالت واضاف واضافت وقال وقالت اعلن اعلنت واعلن واعلنت اكد اكدت ذكر ذكرت افاد افادت كشف كشفت صرح صرحت "
    "اوضح كان كانت وكان وكانت قتل قتلت اصيب وقع وقعت نشر نشرت صدر صدرت اصدر اصدرت وصل وصلت شهد شهدت بدا بدات "
    "انطلق انطلقت عقد عقدت جرت جري تم تمت لم التقي اجري استقبل"
)
_WILL = re.compile(r"[وف]?س[يت][ء-ي]{2,}")
_NO_VERB = re.compile(
    r"[وف]?(?:سياس|سيار|سيد|سيطر|سيناء|سيناريو|سينم|سيول|سيوف|سياح|سياد|سياق|سياج|سيرغي|سيرج|سيره|سيمون|سيلفا|سيرا|سيسي|"
    r"ستيف|ستوك|ستراتيج|ستين|ستون|ستار|ستاد|ستمائ|سته|سيف)"
)
_REACH = 25  # times looked through for what an anaphor points to
_CLAUSE = 12  # tokens between a verb and its time


class Sense(NamedTuple):
    """What a form means; `last` is the token behind it where the sense takes fewer tokens than the form."""

    value: str | None
    basis: TimeBasis
    rule: str
    window: tuple[date, date] | None = None
    last: int | None = None


class Told(NamedTuple):
    """A form with its sense."""

    form: Form
    sense: Sense


@dataclass(slots=True)
class Scene:
    """A text in the reading: `told` grows as its times are resolved."""

    tokens: Tokens
    published: date | None
    told: list[Told] = field(default_factory=list)

    def word(self, place: int) -> str:
        """The word of a token, "" outside of the text."""
        return self.tokens.words[place] if 0 <= place < len(self.tokens.words) else ""

    def symbol(self, place: int) -> str:
        """The symbol of a token, "!" outside of the text."""
        return self.tokens.symbols[place] if 0 <= place < len(self.tokens.symbols) else "!"

    def before(self, first: int) -> int:
        """The token in front of `first`, clitics and opening signs skipped."""
        place = first - 1
        while place >= 0 and self.symbol(place) in "W^l(":
            place -= 1
        return place

    def ahead(self, first: int, last: int) -> bool | None:
        """Whether the clause puts the time at `first` up to `last` into the future; None where nothing tells."""
        if will(self.word(last)) and self.symbol(first - 1) in "!cW":
            return True
        for place in range(first - 1, max(first - _CLAUSE, -1), -1):
            word = self.word(place)
            if self.symbol(place) == "!":
                return None
            if word in PAST or self.symbol(place) == "@":
                return False
            if (word in FUTURE and self.word(place - 1) != "غير") or will(word):
                return True
        return None

    def earlier(self, precision: str) -> Iterator[str]:
        """Values told before, the latest first, that are days, months or years, or finer."""
        size = {"day": 10, "month": 7, "year": 4}[precision]
        for told in reversed(self.told[-_REACH:]):
            value = told.sense.value
            if value and "/" not in value and "W" not in value and len(value) >= size:
                yield value[:size]


def will(word: str) -> bool:
    """Whether a word is a verb of the future: سيصل, وستعقد."""
    return bool(_WILL.fullmatch(word)) and not _NO_VERB.match(word)
