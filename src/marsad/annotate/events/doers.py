"""Who does what a verb or participle says: its subject, who is named by من قبل, nobody where it is passive."""

from marsad.annotate.events.clauses import Subject, agrees, following
from marsad.annotate.events.naming import Who
from marsad.annotate.events.parties import thing, who
from marsad.annotate.events.slots import SlotReading
from marsad.annotate.grammar import particles
from marsad.annotate.lists.tables import party_words
from marsad.annotate.lists.verbs import likeliest

_FAR = 30  # tokens behind an act in which its parties stand
_BY = {"من": party_words("by_side"), "علي": party_words("by_hand")}  # من أيدي is out of somebody's hands
_AUTHORITY = frozenset({"GOV", "COP", "MIL", "JUD", "SPY"})
_NEXT = 10  # tokens behind a verb in which its subject and object begin
_FORCES = frozenset({"MIL", "COP", "GOV", "REB", "UAF", "SPY", "CRM"})
_KILLS = party_words("kills")
_OF_SOMEBODY = party_words("of_somebody")
_IN_IT = party_words("in_it")


class DoerReading(SlotReading):
    """The subject of an act."""

    def _subject(self) -> tuple[Who, ...]:
        act = self.act
        if act.part == "verb" or act.carrier is not None:
            subject = self.clauses.subjects.get(act.head, Subject())
            if subject.how == "speaker":
                self.rule = "speaker"
                return self.speaker
            subject = self._continued(self._unlisted(subject))
            if self._carried_first(subject):
                return ()
            self.start = max(self.start if act.carrier is None else act.carrier + 1, subject.last)
            self.rule = subject.how
            self.meant = subject.object
            nobody = subject.how in {"thing", "whoever"} or self._done_by_whoever()
            return subject.parties or (() if nobody else self.speaker)
        if act.part in {"participle", "object-participle"}:
            return self._of_participle()
        return ()

    def _done_by_whoever(self) -> bool:
        """منفذو *الهجمات*: a participle carries the noun, and names who did it by that alone."""
        if self.act.carrier is None or self.act.head in self.clauses.verbs:
            return False
        carrier = likeliest(self.passage.tokens[self.act.carrier].text)
        return carrier is not None and carrier.form.part == "participle"

    def _carried_first(self, subject: Subject) -> bool:
        """حيث توجه *اتهامات* للشرطة: a noun right behind its light verb that agrees with it is its subject."""
        act = self.act
        if act.carrier is None or act.carried != "actor" or subject.how != "dropped" or act.first != act.carrier + 1:
            return False
        verb = self.clauses.verbs.get(act.carrier)
        carrier, noun = self.passage.tokens[act.carrier].key, self.passage.tokens[act.first].key
        agrees_with = noun.endswith(("ات", "ه")) and (carrier.startswith("ت") or carrier.endswith("ت"))
        return agrees_with and (verb is None or not verb.clitics)

    def _continued(self, subject: Subject) -> Subject:
        """The subject of وطالبت الحكومة بـ behind another verb: the same as before, where one party alone follows."""
        act = self.act
        low = self.passage.sentence(act.head)[0]
        if subject.inner or subject.how != "behind" or "object" not in act.frame.recipient or act.carrier is not None:
            return subject
        clitics = self.clauses.verbs[act.head].clitics if act.head in self.clauses.verbs else ""
        goes_on = clitics[:1] in {"و", "ف"} or self._resumes()
        so = clitics[:1] == "ف" and act.lemma in _KILLS  # أطلقوا النار على السيارة، فقتل النائب: he was killed
        if act.head <= low or not goes_on or so or self._second(subject):
            return subject
        places = (at for at in range(act.head - 1, low - 1, -1) if at in self.clauses.verbs)
        before = (self.clauses.subjects[at].parties for at in places)
        other = (some for some in before if not (some and subject.parties and some[0].same(subject.parties[0])))
        earlier = next(other, ())  # ان لم تمتلك ايران سلاحا، واتهم *ايران*
        if earlier and act.type == "COERCE" and earlier[0].sector in {"UAF", "CVL", "CRM"}:
            return subject  # أن إرهابيا قتل واعتقل *16 شخصا*
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
        head = likeliest(self.passage.tokens[bare[0].first].text)
        deed = head is not None and head.form.part == "masdar" and "ال" in head.clitics  # طلب منهم الاتصال به
        if deed or self.clauses.parties(bare[0].number) or self.passage.tokens[bare[0].first].plain.endswith("ا"):
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
        if self.said and self.speaker:
            spoken_of = (some for some in self.clauses.stands[act.first] if some[0].same(self.speaker[0]))
            return next(spoken_of, self.speaker)
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
            if tokens[place - 1].key.removeprefix("ال") in _OF_SOMEBODY:  # المدعومة من قبل
                continue
            if tokens[place + 1].key in _BY.get(tokens[place].key, ()) and place + 2 < end:
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

    def _passive(self, subject: tuple[Who, ...]) -> bool:
        """قُتل, and قتل of people whom nobody is said to have killed: الجنود قتلوا في هجوم."""
        act = self.act
        if act.voice == "passive":
            return True
        if act.lemma == "اتّهم" and subject and not act.suffix and self.rule == "behind":
            return not self._object_follows() and self._blamed_for()  # تتهم السلطات بالسعي: they are accused
        if act.voice == "active" or act.lemma not in _KILLS or act.suffix or not subject:
            return False
        if act.type == "COERCE" and subject[0].sector in _AUTHORITY:
            return False
        return act.lemma != "طرد" and not self._object_follows()

    def _blamed_for(self) -> bool:
        """Whether what somebody is accused of stands right behind him."""
        chunk = next(following(self.clauses, self.start, self.start + 2), None)
        return chunk is not None and chunk.prep == "ب" and chunk.first == self.start

    def _object_follows(self) -> bool:
        """Whether a party stands bare behind the subject, before the next comma."""
        tokens = self.passage.tokens
        high = min(self.start + _NEXT, self.passage.sentence(self.act.first)[1])
        limit = next((place for place in range(self.start, high) if tokens[place].text in "،,"), high)
        return any(
            not (chunk.prep or chunk.joined or self._aside(chunk)) and self.clauses.parties(chunk.number)
            for chunk in following(self.clauses, self.start, limit)
        )

    def _went_on(self, subject: tuple[Who, ...]) -> bool:
        """Whether who acted last in this passage may go on acting: كما اعتقلت عشرات المحتجين."""
        verb = self.clauses.verbs.get(self.act.head)
        before = self.passage.tokens[self.act.head - 1].key if self.act.head else ""
        goes_on = verb is not None and (verb.clitics[:1] in {"و", "ف"} or before in {"كما", "فيما", "و"})
        if not goes_on or not subject or subject[0].sector in _FORCES | _AUTHORITY or self._object_follows():
            return False
        for parties in self.clauses.stands[self.act.first][:1]:
            here = self.passage.start <= parties[0].start < self.passage.end
            force = parties[0].sector in _FORCES and not parties[0].same(subject[0])
            if verb and here and force and agrees(verb, parties, before=True):
                return True
        return False

    @staticmethod
    def _armed(doers: tuple[Who, ...]) -> bool:
        """An army or a ministry of defence that announces whom it killed."""
        return bool(doers) and (doers[0].sector in {"MIL", "REB"} or "دفاع" in doers[0].text)
