"""The acts of politics in words: which verb or noun is which PLOVER type, and where its parties stand.

`resources/lexicons/acts.tsv` has one line per sense; the lines of a word are tried in their order, and the first whose
conditions hold at a place of a text is its sense there. A line of type `-` says that the word is no act there.
"""

from dataclasses import dataclass
from typing import Literal

from marsad.kinds import EventType

Slot = str  # "subject", "object", "genitive", or a preposition as it is listed: ب ل على إلى من مع ضد عن في بين …


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the parties of an act stand, best place first.

    `actor` is ("subject",) of most verbs; ("من",) of تسلّم, whose giver acts; ("object",) where the subject suffers or
    receives (استقبل has the visitor as its object). `recipient` may hold "object" (the object of a verb, or what
    stands behind a masdar and its agent) and prepositions. `genitive` says who stands right behind a noun or masdar:
    زيارة الوزير is its actor, مقتل جندي its recipient, قصف إسرائيل / قصف المدينة either. `mutual`: all parties act and
    nobody receives (التقى، اتفق مع): whoever stands in the recipient's place is a further actor.
    """

    actor: tuple[Slot, ...] = ("subject",)
    recipient: tuple[Slot, ...] = ()
    genitive: Literal["actor", "recipient", "either", ""] = ""
    mutual: bool = False


@dataclass(frozen=True, slots=True)
class ActEntry:
    """One line of the lexicon; `type` is None where the word is no act under these conditions."""

    lemma: str
    parts: str
    type: EventType | None
    mode: str | None
    frame: Frame
    needs: tuple[tuple[str, str], ...]
    bars: tuple[tuple[str, str], ...]
    rule: str
