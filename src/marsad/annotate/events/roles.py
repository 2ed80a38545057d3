"""Who acts and who is acted on, by the frame of an act: subject, object, genitive, and the prepositions that mark them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from marsad.annotate.events.chunks import Chunk
from marsad.annotate.events.parties import Who, inside, thing, who
from marsad.annotate.events.subjects import Clauses, Subject, agrees, following
from marsad.annotate.events.types import Act
from marsad.annotate.events.words import attached
from marsad.annotate.grammar import particles
from marsad.annotate.lists.codes import noun
from marsad.annotate.lists.party_words import party_words

_FAR = 30  # tokens behind an act in which its parties stand
_AGENT = party_words("agent")
_ADJUNCT = party_words("adjunct")
_INHERITS = frozenset({"", "ب", "عن", "علي", "الي", "في"})  # how the act of another verb hangs on it: أعلن عن طرد
_VIOLENT = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "RETREAT"})


@dataclass(frozen=True, slots=True)
class Roles:
    """The parties of one act; `rule` tells where they were found."""

    actors: tuple[Who, ...]
    recipients: tuple[Who, ...]
    host: Who | None = None
    rule: str = ""


def roles(clauses: Clauses, act: Act, speaker: tuple[Who, ...]) -> Roles:
    """Who does an act to whom. `speaker`: who says it, where it stands in a quote or is one (we refuse; he demanded)."""
    return _Reader(clauses, act, speaker).roles()


class _Reader:
    """One act in its clause; places that are taken are not read twice."""

    def __init__(self, clauses: Clauses, act: Act, speaker: tuple[Who, ...]) -> None:
        self.clauses, self.act, self.speaker = clauses, act, speaker
        self.passage, self.world = clauses.passage, clauses.world
        self.taken: set[int] = set()  # tokens that a party was read from
        self.start = act.last  # where objects are looked for
        self.rule = ""
        self.meant: tuple[Who, ...] = ()  # by the verb's pronoun

    def roles(self) -> Roles:
        act = self.act
        doers = self._agents()
        subject = self._subject()
        if (
            act.part == "verb"
            and act.lemma in _KILLS
            and self.rule == "behind"
            and not doers
            and self._went_on(subject)
        ):
            self.rule = "dropped"
            return self._made(self.clauses.stands[act.first][0], subject, None)
        passive = act.carrier is None and act.part == "verb" and (bool(doers) or self._passive(subject))
        host: Who | None = None
        sufferers: tuple[Who, ...] = ()
        if passive:
            sufferers = subject if self.rule != "dropped" else ()
        elif act.carrier is not None and act.carried != "actor":
            sufferers = subject if act.carried == "recipient" else ()
            host = subject[0] if act.carried == "host" and subject else None
        elif not doers and "subject" in act.frame.actor:
            doers = subject
        elif "subject" in act.frame.recipient:
            sufferers = subject
        if act.part in {"masdar", "noun"} or act.carrier is not None:
            doers, sufferers = self._genitive(doers, sufferers)
        elif act.part == "participle":
            sufferers = sufferers or self._of_rest()
        if self._announced() and act.type == "ASSAULT" and act.frame.genitive == "recipient" and not self._armed(doers):
            doers = ()  # who tells of deaths has not killed
        doers = doers or self._slots(act.frame.actor) or self._by() or self._carried()
        if act.frame.mutual:
            return self._mutual(doers, sufferers, host or self._host())
        if passive and act.type in _VIOLENT:
            return self._made(doers, sufferers, host)
        sufferers = sufferers or self._slots(act.frame.recipient, doers)
        sufferers = sufferers or self._anywhere(doers) or self._things()
        return self._made(doers, sufferers, host)

    def _inferred(self, doers: tuple[Who, ...], sufferers: tuple[Who, ...]) -> tuple[Who, ...]:
        """Who arrests or bans where nobody is said to: the authority that was last spoken of, or that says so."""
        if doers or not sufferers or self.act.type not in {"COERCE", "SANCTION"} or self.act.standing != "actual":
            return doers
        if (
            self.act.mode in {"martial-law", "curfew"}
            and sufferers[0].country
            and sufferers[0].sort in {"place", "state"}
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
        doers = self._inferred(tuple(one for one in doers if one.head not in _TELLERS), sufferers)
        sufferers = tuple(one for one in sufferers if not any(one.same(other) for other in doers))
        return Roles(_once(self._governments(doers)), _once(self._governments(sufferers)), host, self.rule)

    def _mutual(self, doers: tuple[Who, ...], others: tuple[Who, ...], host: Who | None) -> Roles:
        """All who take part act; who stands in the recipient's place is one of them."""
        if len(doers) < 2:  # noqa: PLR2004 - a pair
            others = others or self._slots(("بين", "مع", *self.act.frame.recipient, *self._objects()), doers)
        parties = [*doers, *(one for one in others if not any(one.same(other) for other in doers))]
        if self.act.type == "AGREE" and "CONSULT" in self.act.rule and len(parties) > 1:
            return self._made(tuple(parties[:1]), tuple(parties[1:]), host)  # whom one will meet has not agreed yet
        return self._made(tuple(parties), (), host)

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

    @staticmethod
    def _armed(doers: tuple[Who, ...]) -> bool:
        """An army or a ministry of defence that announces whom it killed."""
        return bool(doers) and (doers[0].sector in {"MIL", "COP", "REB"} or "دفاع" in doers[0].text)

    def _passive(self, subject: tuple[Who, ...]) -> bool:
        """قُتل, and قتل of people whom nobody is said to have killed: الجنود قتلوا في هجوم."""
        act = self.act
        if act.voice == "passive":
            return True
        if act.voice == "active" or act.lemma not in _KILLS or act.suffix or not subject:
            return False
        if act.type == "COERCE" and subject[0].sector in _AUTHORITY:
            return False
        return act.lemma != "طرد" and not self._object_follows()

    def _object_follows(self) -> bool:
        """Whether a party stands bare behind the subject, before the next comma."""
        tokens = self.passage.tokens
        high = min(self.start + _NEXT, self.passage.sentence(self.act.first)[1])
        limit = next((place for place in range(self.start, high) if tokens[place].text in "،,"), high)
        return any(
            not chunk.prep and self.clauses.parties(chunk.number) for chunk in following(self.clauses, self.start, limit)
        )

    def _went_on(self, subject: tuple[Who, ...]) -> bool:
        """Whether who acted last in this passage may go on acting: كما اعتقلت عشرات المحتجين."""
        verb = self.clauses.verbs.get(self.act.head)
        if not subject or subject[0].sector in _FORCES | _AUTHORITY or self._object_follows():
            return False
        for parties in self.clauses.stands[self.act.first][:1]:
            here = self.passage.start <= parties[0].start < self.passage.end
            force = parties[0].sector in _FORCES and not parties[0].same(subject[0])
            if verb and here and force and agrees(verb, parties, before=True):
                return True
        return False

    # -- the subject

    def _subject(self) -> tuple[Who, ...]:
        act = self.act
        if act.part == "verb" or act.carrier is not None:
            subject = self.clauses.subjects.get(act.head, Subject())
            if subject.how == "speaker":
                self.rule = "speaker"
                return self.speaker
            subject = self._continued(self._unlisted(subject))
            self.start = max(self.start if act.carrier is None else act.carrier + 1, subject.last)
            self.rule = subject.how
            self.meant = subject.object
            return subject.parties or self.speaker
        if act.part in {"participle", "object-participle"}:
            return self._of_participle()
        return ()

    def _continued(self, subject: Subject) -> Subject:
        """The subject of وطالبت الحكومة بـ behind another verb: the same as before, where one party alone follows."""
        act, tokens = self.act, self.passage.tokens
        low = self.passage.sentence(act.head)[0]
        if subject.how != "behind" or "object" not in act.frame.recipient or act.carrier is not None:
            return subject
        clitics = self.clauses.verbs[act.head].clitics if act.head in self.clauses.verbs else ""
        goes_on = clitics[:1] in {"و", "ف"} or self._resumes()
        if act.head <= low or not goes_on or self._second(subject):
            return subject
        before = next((place for place in range(act.head - 1, low - 1, -1) if place in self.clauses.verbs), -1)
        earlier = self.clauses.subjects[before].parties if before >= 0 else ()
        verb = self.clauses.verbs.get(act.head)
        if not earlier or verb is None or not agrees(verb, earlier, before=True):
            return subject
        return Subject(earlier, "continued", act.last)

    def _unlisted(self, subject: Subject) -> Subject:
        """The phrase right behind a verb as its subject, also where no list has its noun: هدمت *جرافات* منزلين."""
        act = self.act
        verb = self.clauses.verbs.get(act.head)
        if self.act.carrier is not None and act.carried != "actor":
            return subject
        if subject.how not in {"dropped", "none"} or verb is None or verb.form.number != "s" or act.suffix:
            return subject
        bare = [chunk for chunk in following(self.clauses, act.head + 1, act.head + _NEXT) if not chunk.prep][:2]
        if not bare or bare[0].first > act.head + 2 or (len(bare) < 2 and "object" in act.frame.recipient):  # noqa: PLR2004
            return subject
        if bare[0].first <= act.first < bare[0].last or act.voice == "passive":
            return subject
        if self.clauses.parties(bare[0].number) or self.passage.tokens[bare[0].first].plain.endswith("ا"):
            return subject
        one = thing(self.passage, bare[0].first, bare[0].last, self.world)
        fits = agrees(verb, (one,), before=False)
        return Subject((one,), "behind", bare[0].last) if fits else subject

    def _resumes(self) -> bool:
        """أصدرت القائمة بيانا هاجمت *فيه* الحكومة."""
        behind = self.act.head + 1
        return behind < len(self.passage.tokens) and self.passage.tokens[behind].key in _IN_IT

    def _second(self, subject: Subject) -> bool:
        """Whether a bare phrase stands behind the one that looks like the subject."""
        return any(
            not chunk.prep and not chunk.joined for chunk in following(self.clauses, subject.last, subject.last + _FAR)
        )

    def _of_participle(self) -> tuple[Who, ...]:
        """مظاهرات منددة: the noun in front; متهما إياه: who acted last, in agreement."""
        act = self.act
        number = self.clauses.at[act.first]
        chunk = self.clauses.chunks[number] if number >= 0 else None
        key = self.passage.tokens[act.first].key
        if chunk and chunk.first < act.first and not key.endswith("ا"):
            found = who(self.passage, chunk.first, act.first, self.world)
            if found:
                self.rule = "qualified"
                return (found,)
        self.rule = "participle"
        gender = act.gender
        for parties in self.clauses.stands[act.first]:
            clash = {gender, parties[0].gender} == {"m", "f"}
            if not clash:
                return parties
        return self.speaker

    def _agents(self) -> tuple[Who, ...]:
        """من قبل الجيش، على يد مسلحين، من جانب."""
        tokens = self.passage.tokens
        end = min(self.passage.sentence(self.act.first)[1], self.act.last + _FAR)
        for place in range(self.act.last, end - 1):
            if place in self.clauses.verbs or tokens[place].key in particles("relatives"):
                break
            if tokens[place].key in {"من", "علي"} and tokens[place + 1].key in _AGENT and place + 2 < end:
                found = self._at_token(place + 2)
                if found:
                    self.rule = "agent"
                    return found
        return ()

    def _at_token(self, place: int) -> tuple[Who, ...]:
        number = self.clauses.at[place]
        if number < 0:
            return ()
        chunk = self.clauses.chunks[number]
        self.taken.add(chunk.number)
        found = who(self.passage, place, chunk.last, self.world)
        return (found,) if found else ()

    # -- nouns and masdars

    def _genitive(self, doers: tuple[Who, ...], sufferers: tuple[Who, ...]) -> tuple[tuple[Who, ...], tuple[Who, ...]]:
        """What stands right behind a noun, the pronoun on it, and the verb that it depends on."""
        act = self.act
        governed = () if doers or act.carrier is not None or act.part == "noun" else self._governor()
        if act.suffix and not doers:
            doers = governed or self._meant()
            self.rule = "pronoun"
        number = self.clauses.at[act.first]
        owner: Who | None = None
        if number >= 0 and act.suffix:
            sufferers = sufferers or self._behind_pronoun(number)
        if number >= 0 and not act.suffix:
            chunk = self.clauses.chunks[number]
            owner = inside(self.passage, act.last, chunk.last, self.world) if act.last < chunk.last else None
            self.taken.add(number)
        if owner is None:
            return doers or governed, sufferers
        parties = self._joined(number, owner)
        if self._announced() and act.frame.genitive == "actor" and not self._affects() and not act.frame.mutual:
            return parties, sufferers
        if act.frame.mutual:
            return (*doers, *parties), sufferers
        if self._is_doer(owner, bool(doers or governed)):
            self.rule = self.rule or "genitive"
            return (doers or parties), sufferers
        received = () if act.frame.genitive == "actor" and not self._affects() else parties
        return doers or governed, sufferers or received

    def _affects(self) -> bool:
        """Whether the lexicon has the genitive as what is done to: طرد *الدبلوماسيين*, not رفض *الحكومة*."""
        return "of:" in self.act.rule and "of:@party" not in self.act.rule

    def _announced(self) -> bool:
        """أعلن المبعوث *موافقة الأطراف*: who announces does not do it."""
        return self.act.rule.split("carried:")[-1].split()[0] in _ANNOUNCE if "carried:" in self.act.rule else False

    def _of_rest(self) -> tuple[Who, ...]:
        """داعيا *المواطنين*: what the phrase of a participle goes on with is its object."""
        number = self.clauses.at[self.act.first]
        if number < 0 or self.act.last >= self.clauses.chunks[number].last or "object" not in self.act.frame.recipient:
            return ()
        last = self.clauses.chunks[number].last
        found = who(self.passage, self.act.last, last, self.world)
        found = found or inside(self.passage, self.act.last, last, self.world)
        self.taken.add(number)
        return (found,) if found and not found.owned else ()

    def _by(self) -> tuple[Who, ...]:
        """هجمات *من الحوثيين*, ترحيب *من التحالف*: who stands behind a noun and من."""
        if self.act.part not in {"noun", "masdar"} or "من" in self.act.frame.recipient:
            return ()
        number = self.clauses.at[self.act.last - 1]
        behind = self.clauses.chunks[number].last if number >= 0 else self.act.last
        for chunk in self.clauses.chunks[number + 1 : number + 2]:
            if chunk.prep not in {"من", "ل"} or chunk.first - behind > 1 or self.act.frame.genitive == "recipient":
                continue
            found = self._of(chunk)
            if found and (chunk.prep == "من" or found[0].sector in _FORCES - {"GOV"}):
                self.taken.add(chunk.number)
                return found
        return ()

    def _carried(self) -> tuple[Who, ...]:
        """غارات *شنها طيران التحالف* على; *التحالف شن* 13 غارة: the verb that carries a noun, behind or before it."""
        act, verbs = self.act, self.clauses.verbs
        if act.part not in {"noun", "masdar"} or act.carrier is not None:
            return ()
        number = self.clauses.at[act.last - 1]
        behind = self.clauses.chunks[number].last if number >= 0 else act.last
        first = self.clauses.chunks[number].first if number >= 0 else act.first
        for place in range(behind, min(behind + 2, len(self.passage.tokens))):
            if place in verbs and verbs[place].form.lemma in _GATHERS and act.frame.mutual:
                self.start, self.rule = place + 1, "gathered"
                return self._slot("object", ())
            if place in verbs and verbs[place].suffix and verbs[place].form.lemma in _LIGHT:
                subject = self.clauses.subjects[place]
                self.start = max(self.start, subject.last)
                self.rule = "carried"
                return subject.parties if subject.how == "behind" else ()
        low = max(self.passage.sentence(first)[0], first - _CLOSE)
        for place in range(first - 1, low - 1, -1):
            if place in verbs:
                carries = verbs[place].form.lemma in _LIGHT and not verbs[place].suffix
                self.rule = "carried"
                return self.clauses.subjects[place].parties if carries else ()
        return ()

    def _behind_pronoun(self, number: int) -> tuple[Who, ...]:
        """لقائه *السفير*, رفضه *القرار*: what the phrase of a noun with its pronoun goes on with."""
        chunk = self.clauses.chunks[number]
        self.taken.add(number)
        if self.act.last >= chunk.last:
            return ()
        found = who(self.passage, self.act.last, chunk.last, self.world)
        found = found or inside(self.passage, self.act.last, chunk.last, self.world)
        return (found,) if found and "object" in self.act.frame.recipient else ()

    def _joined(self, number: int, owner: Who) -> tuple[Who, ...]:
        others = (who(self.passage, chunk.first, chunk.last, self.world) for chunk in self.clauses.group(number)[1:])
        return (owner, *(other for other in others if other))

    def _is_doer(self, owner: Who, known: bool) -> bool:  # noqa: FBT001 - one fact
        """Whether the genitive acts: by the frame, else by who it is."""
        genitive = "recipient" if self._affects() else self.act.frame.genitive
        qualifies = owner.sort == "nation" and noun(self.passage.tokens[owner.first].text).country and not owner.plural
        if qualifies:
            return True
        if self.act.type == "ASSAULT" and (owner.sort == "place" or owner.first > self.act.last + 1):  # هجوم تينيسي
            return False
        if genitive != "either":
            return genitive == "actor" and not known
        if known or owner.sort == "place" or owner.sector in {"CVL", "REF", "JRN"}:
            return False
        return True

    def _meant(self) -> tuple[Who, ...]:
        """Who a pronoun on a noun means: who acted last, in agreement."""
        suffix = self.act.suffix
        gender = {"ه": "m", "ها": "f"}.get(suffix, "")
        for parties in self.clauses.stands[self.act.first]:
            if {gender, parties[0].gender} == {"m", "f"} or (suffix in {"هم", "هما"} and not self._many(parties)):
                continue
            return parties
        return self.speaker

    @staticmethod
    def _many(parties: tuple[Who, ...]) -> bool:
        return len(parties) > 1 or parties[0].plural or parties[0].sort in {"nation", "nominal"}

    def _governor(self) -> tuple[Who, ...]:
        """The subject of the verb that a masdar depends on: أعلنت الوزارة *طرد* الدبلوماسيين، قررت تعليق العضوية."""
        number = self.clauses.at[self.act.first]
        first = self.clauses.chunks[number].first if number >= 0 else self.act.first
        if number >= 0 and self.clauses.chunks[number].prep not in _INHERITS:
            return ()
        start = max(self.passage.sentence(first)[0], first - _FAR)
        for place in range(first - 1, start - 1, -1):
            if place in self.clauses.verbs:
                subject = self.clauses.subjects[place]
                if subject.how in {"dropped", "none"}:
                    return ()
                self.rule = self.rule or "governed"
                return self.speaker if subject.how == "speaker" else subject.parties
            key = self.passage.tokens[place].key
            if key.removeprefix("و") in particles("relatives") or key in particles("complementizers"):
                return ()
        return ()

    # -- objects and prepositions

    def _things(self) -> tuple[Who, ...]:
        """What is attacked, closed or seized, where it is nobody: منزلين, مصفاة."""
        if self.act.type not in {"ASSAULT", "COERCE"}:
            return ()
        preps = {"" if name == "object" else _key(name) for name in self.act.frame.recipient}
        for chunk in self._following():
            if chunk.prep in _CIRCUMSTANCES:
                return ()
            if chunk.prep in preps:
                return (thing(self.passage, chunk.first, chunk.last, self.world),)
        return ()

    def _slots(self, names: tuple[str, ...], known: tuple[Who, ...] = ()) -> tuple[Who, ...]:
        for name in names:
            if name in {"subject", "genitive"}:
                continue
            found = self._slot(name, known)
            if found:
                return found
        return ()

    def _slot(self, name: str, known: tuple[Who, ...]) -> tuple[Who, ...]:
        """The parties in the first phrase with this preposition; of an object, what is bare."""
        prep = "" if name == "object" else _key(name)
        if prep == "بين":
            return self._between()
        if prep == "" and self.act.suffix and self.act.part == "verb":
            return self._suffixed(known)
        for chunk in self._following():
            if prep and chunk.prep in _CIRCUMSTANCES:
                return ()
            if chunk.prep != prep or (chunk.joined and chunk.number - 1 in self.taken):
                continue
            parties = tuple(one for one in self._of(chunk) if not any(one.same(other) for other in known))
            if prep in {"مع", "ل", "الي"} and all(one.sector == "JRN" for one in parties):  # told to an outlet
                continue
            if parties:
                self.taken.add(chunk.number)
                return parties
            if prep == "":
                return ()
        return ()

    def _between(self) -> tuple[Who, ...]:
        """بين أ وب: both, with an apposition or a second بين between them."""
        found: list[Who] = []
        for chunk in self._following():
            if (chunk.prep == "بين" and not chunk.joined) or (found and self._and(chunk)):
                found += self._of(chunk)
                self.taken.add(chunk.number)
            elif len(found) > 1:
                break
        return tuple(found)

    def _and(self, chunk: Chunk) -> bool:
        return "و" in attached(self.passage, chunk.first)

    def _of(self, chunk: Chunk) -> tuple[Who, ...]:
        """The parties of a phrase by its heads, else who stands inside of it."""
        parties = self.clauses.parties(chunk.number)
        if parties:
            return tuple(one for one in parties if not one.owned)
        found = inside(self.passage, chunk.first + 1, chunk.last, self.world)
        return (found,) if found and not found.owned else ()

    def _suffixed(self, known: tuple[Who, ...]) -> tuple[Who, ...]:
        """The pronoun as an object: اعتقلته الشرطة."""
        if self.meant:
            return self.meant
        gender = {"ه": "m", "ها": "f"}.get(self.act.suffix, "")
        plural = self.act.suffix in {"هم", "هن"}
        for chunk in self._before():
            parties = self._of(chunk)
            if not parties or any(parties[0].same(other) for other in known) or parties[0].sort == "place":
                continue
            clash = {gender, parties[0].gender} == {"m", "f"}
            many = len(parties) > 1 or parties[0].plural
            if not clash and plural == many:
                return parties
        return ()

    def _before(self) -> Iterator[Chunk]:
        """The phrases of the passage before the act, nearest first."""
        place = self.act.first - 1
        low = max(0, self.act.first - 2 * _FAR)
        while place >= low:
            number = self.clauses.at[place]
            if number >= 0:
                yield self.clauses.chunks[number]
                place = self.clauses.chunks[number].first - 1
            else:
                place -= 1

    def _following(self) -> Iterator[Chunk]:
        for chunk in following(self.clauses, self.start, self.act.last + _FAR):
            if chunk.number not in self.taken and not self._belongs(chunk):
                yield chunk

    def _outlet(self, chunk: Chunk) -> bool:
        found = who(self.passage, chunk.first, chunk.last, self.world)
        return found is not None and found.sector == "JRN"

    def _belongs(self, chunk: Chunk) -> bool:
        """Whether a phrase goes with the word in front, not with the act: جيش الفتح التابع *للمعارضة*."""
        before = self.passage.tokens[chunk.first - 1].key.removeprefix("ال") if chunk.first else ""
        if chunk.prep == "مع" and chunk.first > 1 and self.act.type != "CONSULT":
            talk = self.passage.tokens[chunk.first - 2].key.removeprefix("ال") in _TALK
            return talk and (self.passage.mark_at(chunk.first) is not None or self._outlet(chunk))
        return chunk.prep in {"ل", "من", "ب", "الي"} and before in _OF_SOMEBODY

    def _anywhere(self, doers: tuple[Who, ...]) -> tuple[Who, ...]:
        """The first party behind the act that is no circumstance of it: whose thing is accepted, blamed, asked for."""
        if self.act.type == "REQUEST":
            return ()
        if " pred:" in self.act.rule or ":pred:" in self.act.rule or "+pred:" in self.act.rule:
            return self._judged(doers)
        whose = self._of_what()
        if whose and not any(whose[0].same(other) for other in doers):
            return whose[:1]
        for chunk in self._following():
            if chunk.prep in _ADJUNCT and not self._against(chunk):
                continue
            for found in self._of(chunk) or self._owner(chunk):
                told = found.sector == "JRN" and chunk.prep in {"مع", "ل", "الي"}
                if (
                    not told
                    and not any(found.same(other) for other in doers)
                    and found.sort != "place"
                    and found.head != "بلد"
                ):
                    self.taken.add(chunk.number)
                    return (found,)
        return ()

    def _against(self, chunk: Chunk) -> bool:
        """في وجه السلطات، في مواجهة الجيش."""
        return chunk.prep == "في" and self.passage.tokens[chunk.first].key in {"وجه", "مواجهه"}

    def _of_what(self) -> tuple[Who, ...]:
        """Whose words or deeds: يرفض *ما قاله الوزير*, شجب *ما تقوم به إسرائيل*."""
        tokens = self.passage.tokens
        for place in range(self.act.last, min(self.act.last + 3, len(tokens))):
            if tokens[place].key in {"ما", "بما", "لما", "مما"}:
                for verb in range(place + 1, min(place + 4, len(tokens))):
                    if verb in self.clauses.verbs:
                        subject = self.clauses.subjects[verb]
                        return subject.parties if subject.how == "behind" else ()
        return ()

    def _owner(self, chunk: Chunk) -> tuple[Who, ...]:
        """Whose thing it is by the clause behind it: حوارا دعا إليه *الرئيس*, اتهامات وجهتها *الولايات المتحدة*."""
        for place in range(chunk.last, min(chunk.last + 4, len(self.passage.tokens))):
            token = self.passage.tokens[place]
            if place in self.clauses.verbs:
                subject = self.clauses.subjects[place]
                return subject.parties if subject.how == "behind" else ()
            if token.text in "،.؛" or (self.clauses.at[place] >= 0 and token.kind != "sign"):
                return ()
        return ()

    def _judged(self, doers: tuple[Who, ...]) -> tuple[Who, ...]:
        """Of whom something bad is said: قال إن *إسرائيل* ترتكب جريمة، قال إن قصف *الجيش* عدوان."""
        tokens = self.passage.tokens
        high = self.passage.sentence(self.act.first)[1]
        for place in range(self.act.last, min(high, self.act.last + _FAR)):
            if tokens[place].key.lstrip("وفب") in _THAT:
                break
        else:
            return ()
        for number in dict.fromkeys(self.clauses.at[index] for index in range(place + 1, min(high, place + _FAR))):
            found = self._of(self.clauses.chunks[number]) if number >= 0 else ()
            for one in found:
                if one.sort != "place" and one.sector not in {"CVL", "REF", "JRN"} and not _kin(one, doers):
                    return (one,)
        return ()


def _kin(one: Who, doers: tuple[Who, ...]) -> bool:
    """Whether somebody is the speaker, or of the speaker's own country."""
    return any(one.same(other) or (one.country and one.country == other.country) for other in doers)


_OF_SOMEBODY = party_words("of_somebody")
_AUTHORITY = frozenset({"GOV", "COP", "MIL", "JUD", "SPY"})
_CIRCUMSTANCES = party_words("circumstances")
_GATHERS = party_words("gathers")
_SPONSORED = tuple(party_words("sponsored"))
_TELLERS = party_words("tellers")
_LIGHT = party_words("carry")
_NEXT = 10  # tokens behind a verb in which its subject and object begin
_CLOSE = 12  # tokens between a noun and the verb that carries it
_FORCES = frozenset({"MIL", "COP", "GOV", "REB", "UAF", "SPY", "CRM"})
_TALK = party_words("talk")
_ANNOUNCE = party_words("announce")
_KILLS = party_words("kills")
_IN_IT = party_words("in_it")
_THAT = frozenset({"ان", "انه", "انها", "انهم"})


def _key(prep: str) -> str:
    return prep.replace("ى", "ي").replace("إ", "ا").replace("أ", "ا")


def _once(parties: Iterator[Who]) -> tuple[Who, ...]:
    found: list[Who] = []
    for one in parties:
        if not any(one.same(other) for other in found):
            found.append(one)
    return tuple(found)
