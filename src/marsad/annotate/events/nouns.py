"""Who takes part in an act that is a noun: its genitive, its pronoun, and the verbs that it hangs on."""

from dataclasses import replace

from marsad.annotate.events.doers import DoerReading
from marsad.annotate.events.naming import Who, nationality
from marsad.annotate.events.parties import inside, who
from marsad.annotate.grammar import particles
from marsad.annotate.lists.codes import noun
from marsad.annotate.lists.tables import party_words

_FAR = 30  # tokens behind an act in which its parties stand
_INHERITS = frozenset({"", "ب", "عن", "علي", "الي", "في"})  # how the act of another verb hangs on it: أعلن عن طرد
_GATHERS = party_words("gathers")
_NO_DOERS = frozenset({"CVL", "REF", "JRN"})  # to whom things are done, where a frame leaves it open
_SIDES = party_words("sides") | party_words("where")
_LIGHT = party_words("carry")
_DASHES = frozenset("-–—")
_CLOSE = 12  # tokens between a noun and the verb that carries it
_FORCES = frozenset({"MIL", "COP", "GOV", "REB", "UAF", "SPY", "CRM"})
_ANNOUNCE = party_words("announce")


class NounReading(DoerReading):
    """The parties of masdars and nouns."""

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
            owner = None if owner and self._beside(owner) else owner
            self.taken.add(number)
        if owner is None:
            return doers or governed, sufferers
        parties = self._joined(number, owner)
        if self._announced() and act.frame.genitive == "actor" and not self._affects() and not act.frame.mutual:
            return parties, sufferers
        if act.frame.mutual:
            return (*doers, *parties), sufferers
        if self._is_doer(owner, known=bool(doers or governed)):
            self.rule = self.rule or "genitive"
            return (doers or parties), sufferers
        meant = doers and act.rule.endswith(("intended", "purpose-of-travel"))  # يعتزم الوزير زيارة *بغداد*
        received = () if act.frame.genitive == "actor" and not meant and not self._affects() else parties
        return doers or governed, sufferers or received

    def _beside(self, owner: Who) -> bool:
        """كمين غربي *النيجر*: a place that the act was near to."""
        return owner.sort in {"place", "state"} and self.passage.tokens[owner.first - 1].key in _SIDES

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
        if self._pronoun():  # داعية إياه
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
        marks = {"من", "ل"} - {*self.act.frame.recipient}  # اتهامات للشرطة: they are not hers
        for chunk in self.clauses.chunks[number + 1 : number + 2]:
            if chunk.prep not in marks or chunk.first - behind > 1 or self.act.frame.genitive == "recipient":
                continue
            found = self._of(chunk)
            if found and found[0].sort in {"state", "place"} and behind > self.act.last:
                continue  # قصف المناطق الجنوبية من السعودية
            if found and ((chunk.prep == "من" and found[0].head != "بلد") or found[0].sector in _FORCES - {"GOV"}):
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
                return self._ours(self._slot("object", ()) or self._slot("بين", ()))
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

    def _ours(self, gathered: tuple[Who, ...]) -> tuple[Who, ...]:
        """الاجتماع الذي جمع *وزير الخارجية* بنظيره: an official without country is one of the country that speaks."""
        stands = self.clauses.stands[self.act.first]
        country = stands[0][0].country if stands else ""
        if len(gathered) != 1 or gathered[0].sort != "nominal" or gathered[0].sector != "GOV" or not country:
            return gathered
        one = gathered[0]
        words = [noun(self.passage.tokens[place].text) for place in range(one.first, one.last)]
        if any(word.country for word in words):
            return gathered
        portfolio = next((word.form for word in words[1:] if word.definite), "")
        holder = self.world.holder(one.head, country, portfolio, one.start)
        return (replace(one, country=country, entity=holder.id if holder else None),)

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
        return (owner, *self._second_nation(owner), *(other for other in others if other))

    def _second_nation(self, owner: Who) -> tuple[Who, ...]:
        """المحادثات الأمريكية – *الروسية*, لقاء سعودي *إيراني*: of a mutual act two nations are two parties."""
        tokens, place = self.passage.tokens, owner.last
        if owner.sort != "nation" or not self.act.frame.mutual or place >= len(tokens):
            return ()
        if tokens[place].text in _DASHES and place + 1 < len(tokens):
            place += 1
        country = noun(tokens[place].text).country
        apart = country and country != owner.country and place not in self.passage.breaks
        return (nationality(self.passage, place, self.world),) if apart else ()

    def _is_doer(self, owner: Who, *, known: bool) -> bool:
        """Whether the genitive acts: by the frame, else by who it is."""
        genitive = "recipient" if self._affects() else self.act.frame.genitive
        qualifies = owner.sort == "nation" and noun(self.passage.tokens[owner.first].text).country and not owner.plural
        person = genitive == "recipient" and not noun(self.passage.tokens[owner.first].text).definite  # مقتل فلسطيني
        if qualifies and not person:
            return True
        if self.act.type == "ASSAULT" and (owner.sort == "place" or owner.first > self.act.last + 1):  # هجوم تينيسي
            return False
        if genitive != "either":
            return genitive == "actor" and not known
        return not (known or owner.sort == "place" or owner.sector in _NO_DOERS)

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
                if subject.inner and self._comma_between(
                    place, first
                ):  # تعمد الحركة التي ألحقت بها … هزائم، إلى اغتيال
                    continue
                if subject.how in {"dropped", "none"}:
                    return ()
                self.rule = self.rule or "governed"
                return self.speaker if subject.how == "speaker" else subject.parties
            key = self.passage.tokens[place].key
            if key.removeprefix("و") in particles("relatives") or key in particles("complementizers"):
                return ()
        return ()

    def _comma_between(self, one: int, other: int) -> bool:
        return any(token.text in "،," for token in self.passage.tokens[one:other])
