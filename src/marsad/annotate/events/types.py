"""Which act a word is where it stands: the senses of the lexicon, chosen by complement, subject and scene."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from marsad.annotate.events.carriers import Carrier
from marsad.annotate.events.conditions import Place, hold
from marsad.annotate.events.modes import mode
from marsad.annotate.grammar import particles
from marsad.annotate.lists.acts import ActEntry, Frame, entries
from marsad.annotate.lists.verbs import VerbReading
from marsad.kinds import EventType

Part = Literal["verb", "masdar", "participle", "object-participle", "noun"]
Standing = Literal[
    "actual",  # told as fact
    "planned",  # سوف، من المقرر، يعتزم; CONSULT, SUPPORT, COOPERATE and AID have become AGREE already
    "hypothetical",  # إذا، لو، قد يفعل، ربما، تحسبا: no event
    "negated",  # لم، لن، نفى: no event
    "embedded",  # only wished, demanded, threatened, feared, warned of, or what another act is about: no event
]

QUAD: dict[EventType, int] = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "CONCEDE": 1,
    "COOPERATE": 2, "AID": 2, "RETREAT": 2,
    "REQUEST": 3, "ACCUSE": 3, "REJECT": 3, "THREATEN": 3,
    "PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip
_PARTS: dict[str, tuple[str, Part]] = {
    "perfect": ("v", "verb"),
    "imperfect": ("v", "verb"),
    "masdar": ("m", "masdar"),
    "participle": ("p", "participle"),
    "noun": ("n", "noun"),
}


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


def sense(place: Place, readings: Sequence[VerbReading]) -> tuple[VerbReading, ActEntry] | None:
    """The first sense of the lexicon that holds for a word, and the reading that it is of; None where it is no act.

    Of readings the likeliest is tried first; a line that says that the word is no act ends the search for its lemma.
    """
    least = min((one.skip for one in readings if one.form.lemma in entries()), default=0)
    for reading in readings:
        if reading.skip > least:  # وصفت is no و + صفّت
            continue
        if reading.form.part == "participle" and _attributive(place):
            continue
        letter = _PARTS.get(reading.form.part, ("", "noun"))[0]
        here = place._replace(reading=reading)
        for entry in entries().get(reading.form.lemma, ()):
            if letter and letter in entry.parts and hold(entry.conditions, here):
                if entry.type is None:
                    break
                return reading, entry
    return None


def _framed(frame: Frame, carried: Carrier | None) -> Frame:
    """The frame of a sense; the object of جمع and ضمّ are those who meet (الاجتماع الذي جمع الوزيرين)."""
    if carried is None or carried.verb.lemma not in _GATHERING:
        return frame
    return frame._replace(recipient=("object", *frame.recipient), mutual=True)


_GATHERING = frozenset({"جمع", "ضمّ"})


def _attributive(place: Place) -> bool:
    """Whether a participle only describes the accusative noun in front of it: مسؤولا سابقا *متهما* بالفساد."""
    if not place.at:
        return False
    front = place.at - 1
    if front and place.around.tokens[front].key in particles("adverbs"):
        front -= 1  # مسؤولا سابقا متهما
    before = place.around.tokens[front]
    accusative = before.kind == "arabic" and before.key.endswith("ا") and len(before.key) > _SHORT
    return accusative and place.around.tokens[place.at].key.endswith("ا")


_SHORT = 3  # letters of a word that may end in ا without being an accusative


def act(place: Place, entry: ActEntry, reading: VerbReading | None, carried: Carrier | None) -> Act:
    """The act of a sense at its place; how it stands is decided later."""
    assert entry.type is not None  # noqa: S101 - a sense of type "-" is no act
    form = reading.form if reading else None
    voice = form.voice if form else ""
    return Act(
        entry.type,
        mode(entry.type, entry.mode, place),
        QUAD[entry.type],
        place.at,
        place.behind,
        reading.skip if reading else 0,
        entry.lemma,
        _PARTS[form.part][1] if form else "noun",
        "passive" if voice == "passive" else "active" if voice == "active" else "",
        form.person if form else 0,
        form.gender if form else "",
        form.number if form else "",
        reading.suffix if reading else "",
        _framed(entry.frame, carried),
        carried.at if carried else None,
        carried.verb.subject if carried else "",
        "actual",
        False,  # noqa: FBT003 - the field's name stands in the class
        entry.rule if carried is None else f"{entry.rule} carried:{carried.verb.lemma}",
    )
