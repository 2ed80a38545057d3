"""Which act a word is where it stands: lexicon senses, chosen by complement, subject and scene."""

from dataclasses import dataclass
from typing import Literal

from marsad.annotate.grammar import Passage
from marsad.annotate.lists.acts import Frame
from marsad.kinds import EventType

Part = Literal["verb", "masdar", "participle", "object-participle", "noun"]
Standing = Literal[
    "actual",  # told as fact
    "planned",  # سوف، من المقرر، يعتزم; CONSULT, SUPPORT, COOPERATE and AID have become AGREE already
    "hypothetical",  # إذا، لو، قد يفعل، ربما، تحسبا: no event
    "negated",  # لم، لن، نفى: no event
    "embedded",  # only wished, demanded, threatened, feared, warned of, or what another act is about: no event
]


@dataclass(frozen=True, slots=True)
class Act:
    """One act at one place of a passage. Token indices are of `Passage.tokens`, half-open.

    `first`/`last` is the trigger: the word that carries the type (the noun of a light-verb phrase: شنت *غارات*).
    `carrier` is the token of the light verb (شنت), whose subject is the party that `carried` names: "actor" (شنّ،
    أجرى), "recipient" (تعرّض لـ، تلقّى), "host" (استضاف), "" (شهد، أسفر عن: the subject is no party). None without a
    light verb. `skip` is the number of letters of clitics before the trigger in its token. `head` is the token that a
    clause around the act begins with: the carrier where there is one, else the trigger.
    """

    type: EventType
    mode: str | None
    quad: int
    first: int
    last: int
    skip: int
    lemma: str
    part: Part
    voice: Literal["active", "passive", ""]
    person: int
    gender: str
    number: str
    suffix: str  # the pronoun behind the trigger: ه in استقالته, هم in اعتقلهم
    frame: Frame
    carrier: int | None
    carried: Literal["actor", "recipient", "host", ""]
    standing: Standing
    background: bool
    rule: str  # id of the lexicon line and of what decided

    @property
    def head(self) -> int:
        """The token whose subject and clause are the act's."""
        return self.first if self.carrier is None else self.carrier


def senses(passage: Passage, index: int) -> tuple[Act, ...]:
    """Every act that the token at `index` may be there, likeliest first; empty where it is none."""
    raise NotImplementedError
