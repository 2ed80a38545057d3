"""Who acts and who is acted on, by the frame of an act: subject, object, genitive, and marking prepositions."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from marsad.annotate.events.clauses import Clauses
from marsad.annotate.events.naming import Who
from marsad.annotate.events.parties import inside
from marsad.annotate.events.types import Act
from marsad.annotate.events.whose import OwnerReading
from marsad.annotate.lists.tables import party_words

_FAR = 30  # tokens behind an act in which its parties stand
_VIOLENT = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "RETREAT"})
_AUTHORITY = frozenset({"GOV", "COP", "MIL", "JUD", "SPY"})
_SPONSORED = tuple(party_words("sponsored"))
_TELLERS = party_words("tellers")
_KILLS = party_words("kills")
_GATHERS = party_words("gathers")


@dataclass(frozen=True, slots=True)
class Roles:
    """The parties of one act; `rule` tells where they were found."""

    actors: tuple[Who, ...]
    recipients: tuple[Who, ...]
    host: Who | None = None
    rule: str = ""


def roles(clauses: Clauses, act: Act, speaker: tuple[Who, ...], *, said: bool = False) -> Roles:
    """Who does an act to whom; `speaker`: who says it, where it is in a quote (we refuse) or its cue (`said`)."""
    return _Reader(clauses, act, speaker, said=said).roles()


class _Reader(OwnerReading):
    """All parties of one act."""

    def roles(self) -> Roles:
        """The parties, found in the order in which a reader would look for them."""
        act = self.act
        doers, subject = self._agents(), self._subject()
        if not doers and self._goes_on(subject):
            self.rule = "dropped"
            return self._made(self.clauses.stands[act.first][0], subject, None)
        passive = act.carrier is None and act.part == "verb" and (bool(doers) or self._passive(subject))
        doers, sufferers, host = self._by_frame(doers, subject, passive=passive)
        if act.part in {"masdar", "noun"} or act.carrier is not None:
            doers, sufferers = self._genitive(doers, sufferers)
        elif act.part == "participle":
            sufferers = sufferers or self._of_rest()
        doers = () if self._only_tells(doers) else doers
        doers = doers or self._slots(act.frame.actor) or self._by() or self._carried()
        if act.frame.mutual:
            return self._mutual(doers, sufferers, host or self._host())
        by_preposition = act.voice == "passive" and "object" not in act.frame.recipient  # أُفرج *عن* ناشط
        if by_preposition or not (passive and act.type in _VIOLENT):
            sufferers = sufferers or self._slots(act.frame.recipient, doers) or self._anywhere(doers) or self._things()
        return self._made(() if self._mourns(doers, sufferers) else doers, sufferers, host)

    def _mourns(self, doers: tuple[Who, ...], sufferers: tuple[Who, ...]) -> bool:
        """أعلن الجيش التركي مقتل جنود أتراك: an army that announces the deaths of its own has not killed them."""
        if not (doers and sufferers and self._announced() and self.act.type == "ASSAULT"):
            return False
        ours = doers[0].country and doers[0].country == sufferers[0].country
        return bool(ours) and {doers[0].sector, sufferers[0].sector} <= {"MIL", "COP"}

    def _only_tells(self, doers: tuple[Who, ...]) -> bool:
        """Whether who seems to act announces it: who tells of deaths has not killed."""
        deaths = self.act.type == "ASSAULT" and self.act.frame.genitive == "recipient"
        own = self.rule == "dropped" or self.act.lemma == "استشهاد"  # nobody calls those whom he kills martyrs
        return deaths and self._announced() and (own or not self._armed(doers))

    def _by_frame(
        self, doers: tuple[Who, ...], subject: tuple[Who, ...], *, passive: bool
    ) -> tuple[tuple[Who, ...], tuple[Who, ...], Who | None]:
        """Actors, recipients and host as far as the subject of the verb tells them."""
        act = self.act
        if passive:
            return doers, subject if self.rule != "dropped" else (), None
        if act.carrier is not None and act.carried != "actor":
            if self._gathered() and self.rule == "behind":  # اللقاء الذي جمع الوزير بنظيره
                return subject, (), None
            host = subject[0] if act.carried == "host" and subject else None
            return doers, subject if act.carried == "recipient" else (), host
        if not doers and "subject" in act.frame.actor:
            return subject, (), None
        return doers, subject if "subject" in act.frame.recipient else (), None

    def _goes_on(self, subject: tuple[Who, ...]) -> bool:
        """Whether what looks like the subject is the object of who acted before: كما اعتقلت *عشرات المحتجين*."""
        act = self.act
        return act.part == "verb" and act.lemma in _KILLS and self.rule == "behind" and self._went_on(subject)

    def _inferred(self, doers: tuple[Who, ...], sufferers: tuple[Who, ...]) -> tuple[Who, ...]:
        """Who arrests or bans where nobody is said to: the authority that was last spoken of, or that says so."""
        if doers or not sufferers or self.act.type not in {"COERCE", "SANCTION"} or self.act.standing != "actual":
            return doers
        if (
            self.act.mode in {"martial-law", "curfew"}
            and sufferers[0].country
            and (sufferers[0].sort in {"place", "state"} or not sufferers[0].sector)  # ولاية شمال سيناء المصرية
        ):
            self.rule = f"{self.rule}.inferred"
            state = self.world.countries.get(sufferers[0].country)
            return (replace(sufferers[0], sector="GOV", entity=state, sort="state"),)
        for parties in (*self.clauses.stands[self.act.first][:2], self.speaker):
            if parties and parties[0].sector in _AUTHORITY and not any(parties[0].same(one) for one in sufferers):
                self.rule = f"{self.rule}.inferred"
                return parties[:1]
        return doers

    def _made(self, doers: tuple[Who, ...], sufferers: tuple[Who, ...], host: Who | None) -> Roles:
        arrested = self.act.type == "COERCE" and self.rule in {"dropped", "continued"}
        if arrested and doers and doers[0].sector in {"UAF", "CVL", "CRM"}:  # أن إرهابيا قتل واعتقل 16 شخصا
            doers = ()
        doers = self._inferred(tuple(one for one in doers if one.head not in _TELLERS), sufferers)
        sufferers = tuple(one for one in sufferers if not any(one.same(other) for other in doers))
        return Roles(_once(self._governments(doers)), _once(self._governments(sufferers)), host, self.rule)

    def _mutual(self, doers: tuple[Who, ...], others: tuple[Who, ...], host: Who | None) -> Roles:
        """All who take part act; who stands in the recipient's place is one of them."""
        if len(doers) < 2:  # noqa: PLR2004
            received = self.act.carried == "recipient"  # تلقى الملك اتصالا *من الرئيس*
            doers = doers or (self._slots(("من",)) if received else ())
            if self._gathered():
                doers = doers or self._slots(("object",))
                others = self._slots(("ب", "مع"), doers)
            others = others or self._slots(("بين", "مع", *self.act.frame.recipient, *self._objects()), doers)
        parties = [*doers, *(one for one in others if not any(one.same(other) for other in doers))]
        if self.act.type == "AGREE" and "CONSULT" in self.act.rule and len(parties) > 1:
            return self._made(tuple(parties[:1]), tuple(parties[1:]), host)  # whom one will meet has not agreed yet
        return self._made(tuple(parties), (), host)

    def _gathered(self) -> bool:
        """Whether the verb that carries a meeting has those who meet as its object."""
        return "carried:" in self.act.rule and self.act.rule.split("carried:")[-1].split()[0] in _GATHERS

    def _host(self) -> Who | None:
        """برعاية السعودية، بوساطة قطرية، تحت رعاية الأمم المتحدة: who brings the parties together."""
        high = self.passage.sentence(self.act.first)[1]
        for number in dict.fromkeys(self.clauses.at[self.act.first : min(high, self.act.last + _FAR)]):
            chunk = self.clauses.chunks[number] if number >= 0 else None
            key = self.passage.tokens[chunk.first].key if chunk else ""
            if chunk and (key.startswith(_SPONSORED) or (chunk.prep in {"تحت", "ب"} and key.startswith("رعاي"))):
                self.taken.add(chunk.number)
                return inside(self.passage, chunk.first + 1, chunk.last, self.world)
        return None

    def _objects(self) -> tuple[str, ...]:
        """What a masdar with a pronoun takes besides: لقائه السفير."""
        return ("object",) if self.act.suffix and self.act.part == "masdar" else ()

    def _governments(self, parties: tuple[Who, ...]) -> Iterator[Who]:
        """A city that is dealt with stands for its government, unless it is fought over."""
        for one in parties:
            deals = one.sort == "place" and one.country and self.act.type not in _VIOLENT
            yield replace(one, sector="GOV") if deals else one


def _once(parties: Iterator[Who]) -> tuple[Who, ...]:
    found: list[Who] = []
    for one in parties:
        if not any(one.same(other) for other in found):
            found.append(one)
    return tuple(found)
