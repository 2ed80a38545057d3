"""What a cue brings: where its source stands and where its content begins.

Two looks ahead, both within the sentence. The strong one finds a complementizer, a colon or marked speech, however
much stands between (channel, time, an apposition). The weak one walks phrase by phrase and finds what a verb governs:
a preposition with a noun, a bare verbal noun, an object in front of either.
"""

from typing import NamedTuple

from marsad.annotate.grammar import Token, definite, finite_verb, particles
from marsad.annotate.lists.speakers import speaker_noun
from marsad.annotate.lists.verbs import verb_readings
from marsad.annotate.quotes import subjects
from marsad.annotate.quotes.cues import FINITE, Candidate, Frame, entries, word_list
from marsad.annotate.quotes.layout import Layout

_FAR = 90  # tokens between a cue and its content
_NEAR = 12  # tokens between a noun or participle and its clause
_OBJECT = 45  # tokens between a verb and the preposition that it governs
_BARE = frozenset({"على", "إلى", "من", "عن", "في"})
_KEYS = {"علي": "على", "الي": "إلى", "من": "من", "عن": "عن", "في": "في"}
_COMMAS = frozenset("،,")
_END_SIGNS = frozenset("؛;!؟?")
_OBJECT_PRONOUN = "ايا"  # إياه، إياها
_ANAPHORS = {"اليه": "إلى", "اليها": "إلى", "اليهم": "إلى", "عليه": "على", "عليها": "على", "به": "ب", "بها": "ب", "عنه": "عن", "عنها": "عن",
             "منه": "من", "منها": "من", "لها": "ل", "له": "ل", "لهم": "ل"}  # fmt: skip
_MA = frozenset({"ما", "بما", "مما", "عما", "كما"})
_REPEATING = frozenset({"جدّد", "كرّر"})
_CHANTING = frozenset({"ردّد", "هتف", "صاح", "صرخ"})
_AFTER_TIME = frozenset({"سابق", "لاحق", "متاخر", "مبكر", "اخر", "خاصه", "خاص", "مماثل", "مماثله", "منفصل", "منفصله"})
_ADJECTIVES = ("ي", "يه", "يون", "يين")  # of nationalities and the like
_BLAME = ("مسؤولي", "مسئولي")
_NOMINAL = frozenset({"masdar", "noun"})

Range = tuple[int, int]


class Opening(NamedTuple):
    """The content of a cue as far as its beginning is known.

    `form`: that, colon, marks, noun, prep, object, two, question. `content`: its first token; `cut`: letters of a
    clitic on that token that stay outside. `source`, `target`: ranges of tokens.
    """

    form: str
    content: int
    source: Range | None = None
    target: Range | None = None
    cut: int = 0


def opening(layout: Layout, cue: Candidate) -> Opening | None:
    """What the cue brings, or None where nothing of what its frames ask for stands there."""
    if cue.finite:
        return _Look(layout, cue).verb()
    if cue.reading.form.part == "participle":
        return _Look(layout, cue).participle()
    return _Look(layout, cue).masdar()


class _Look:
    """One look from one cue."""

    def __init__(self, layout: Layout, cue: Candidate) -> None:
        self.layout, self.cue, self.entry = layout, cue, cue.entry
        self.tokens, self.passage = layout.tokens, layout.passage
        self.limit = min(layout.limit(cue.index), cue.index + _FAR)
        if cue.finite:
            self.limit = _relative_end(layout, cue.index, self.limit)
        self.source: Range | None = None
        before = self.tokens[cue.index - 1] if cue.index else None
        # كان الوزير قد أعلن, أن مالي أعلنت: the subject stands in front
        self.fronted = cue.finite and not cue.reading.clitics and subjects.before(layout, cue.index) is not None
        # ثمّنت الحركة القرار وطالبت الحكومات: joined to a verb of the same subject
        self.continues = (
            cue.finite and cue.reading.clitics == "و" and before is not None and before.kind != "sign"
            and cue.index > self.passage.sentence(cue.index)[0]
        )  # fmt: skip
        self.continues = self.continues or (cue.finite and cue.reading.form.number in {"p", "d"})
        pair = self.passage.mark_at(cue.index - 1) if cue.index else None
        if pair and pair.close == cue.index - 1 and cue.reading.clitics == "و":
            self.continues = cue.index > self.passage.sentence(cue.index)[0]

    def verb(self) -> Opening | None:
        first = self.cue.index + 1
        place = self._subject(first)
        found = self._best(place, self.limit)
        if found is None and self.source and self.cue.reading.suffix:  # يعدّها تصفية: what looked like a subject
            self.source = None
            found = self._weak(first)
        return found

    def participle(self) -> Opening | None:
        place = self.cue.index + 1
        return self._best(place, min(self.limit, place + 2 * _NEAR))

    def _best(self, place: int, limit: int) -> Opening | None:
        strong = self._strong(place, limit)
        weak = self._weak(place)
        if strong and weak and weak.form != "object":
            return weak if self._governs(weak, strong) else strong
        return weak or strong

    def masdar(self) -> Opening | None:
        """قوله إن، بالقول: «…»، إعلان الوزارة أن, إعلانها عن تأجيل."""
        place, reading = self.cue.index + 1, self.cue.reading
        if self.cue.index and self.tokens[self.cue.index - 1].key in {"في", "خلال", "بحسب", "حسب", "وفق"}:
            return None
        if reading.clitics == "ال" and self._truism():
            return None
        if reading.suffix in {"نا", "ني"} or (reading.clitics.endswith("ال") and self.entry.lemma != "قال"):
            return None
        if not reading.suffix and not reading.clitics.endswith("ال"):
            behind = self.layout.phrase(place, self.limit)
            if behind == place or attached(self.layout, place):
                return None
            if not (speaks(self.layout, place, behind) or self.entry.lemma in _CHANTING):
                return None
            self.source, place = (place, behind), behind
        near = _NEAR
        if self.source is not None and self.entry.lemma not in _CHANTING:
            next_ = self.layout.skip_between(place, self.limit)
            near = next_ - place + (1 if next_ < self.limit and self.tokens[next_].kind != "sign" else 2)
        strong = self._strong(place, min(self.limit, place + near))
        if strong and strong.form != "question":
            return strong
        return None if reading.clitics.endswith("ال") else self._announced(place)

    def _truism(self) -> bool:
        """غني عن القول, يمكن القول: nobody in particular says it."""
        before = self.tokens[self.cue.index - 1].key if self.cue.index else ""
        return before in word_list("truisms")

    def _announced(self, place: int) -> Opening | None:
        """إعلان الصدر تخليه عن, بعد إعلان الوزارة عن فتح, تأكيده أهمية: a verbal noun behind the verbal noun."""
        place = self.layout.skip_between(place, self.limit)
        if place >= self.limit:
            return None
        if not self.entry.takes("noun"):
            return None
        if self.tokens[place].key == "عن":
            if not self.entry.takes("عن"):
                return None
            place += 1
        if place < self.limit and self.verbal_noun(place):
            return Opening("noun", place, self.source)
        return None

    def verbal_noun(self, place: int) -> bool:
        key = self.tokens[place].key
        if key in word_list("matters"):
            return True
        readings = verb_readings(self.tokens[place].text)
        return any(one.form.part in _NOMINAL and not one.clitics for one in readings)

    # -- the subject

    def _subject(self, place: int) -> int:
        """Reads the subject behind a verb, if one stands there; the place behind it."""
        start = self.layout.skip_between(place, self.limit)
        if start + 1 < self.limit and self.tokens[start].text in _COMMAS and self.passage.mention_at(start + 1):
            start += 1
        if start >= self.limit or self._opens_something(start) or self._no_subject(start):
            return place
        behind = self.layout.phrase(start, self.limit)
        if start + 2 < self.limit and self.tokens[start + 1].text == "." and len(self.tokens[start].key) == 1:
            behind = max(behind, self.layout.phrase(start + 2, self.limit))  # د. فلان
        if behind == start:
            return place
        behind = self._split(start, behind)
        self.source = (start, behind)
        return behind

    def _split(self, start: int, behind: int) -> int:
        """Where the subject ends and the object begins, both written without a sign between: طالبت الحركة البرلمانات."""
        head = speaker_noun(self.tokens[start].key)
        body = head is not None and head.kind in {"institution", "group", "document"}
        governed = {frame.opens for frame in self.entry.frames if frame.party in {"", "obj", "to"}}
        for place in range(start + 1, behind):
            if self._told_outlet(place) or self.tokens[place].key in {"هل", "لماذا", "ماذا", "كيف", "متي", "اين"}:
                return place
            if _KEYS.get(self.tokens[place].key) in governed and place > start + 1 and not self.passage.mention_at(place):
                return place  # عبّر المدير عن: the preposition is the verb's; المسؤول عن الملف keeps its own
            if not definite(self.passage, place - 1):
                if self._sound_plural(place - 1) and self.verbal_noun(place):
                    return place
                continue
            name, key = self.passage.mention_at(place), self.tokens[place].key
            if (
                name is None
                and not key.startswith(("ال", "لل", "و"))
                and key.endswith(("ه", "ها", "هم"))
                and self._owned(place)
            ):
                return place
            if not self._objects():
                continue
            if name and name[0] == place and name[2].start == self.tokens[place].start:
                if self.passage.mention_at(place - 1) or name[2].label != "PER" or body:
                    return place
            elif name is None and self.tokens[place].plain.startswith("ال"):
                noun = speaker_noun(key)
                if noun and (noun.number == "p" or (noun.number == "s" and noun.kind == "institution")):
                    return place
                parts = {one.form.part for one in verb_readings(self.tokens[place].text)}
                if noun is None and parts and parts <= _NOMINAL:  # الحكم القرار: no adjective
                    return place
        return behind

    def _sound_plural(self, place: int) -> bool:
        """مصريون: no construct begins with such a form."""
        return self.tokens[place].key.endswith(("ون", "ين")) and not self.tokens[place].key.startswith("ال")

    def owned_from(self, start: int, behind: int) -> int:
        """Where in a phrase a noun with a pronoun begins a new one: ناشد أهل الخير مساعدتها."""
        for place in range(start + 1, behind):
            if definite(self.passage, place - 1) and not self.tokens[place].key.startswith(("ال", "لل", "و")) and self._owned(place):
                return place
        return behind

    def _told_outlet(self, place: int) -> bool:
        """قال الناطق لصحيفة …: who is told."""
        key = self.tokens[place].key
        if not key.startswith("ل") or self.entry.class_ != "declare":
            return False
        noun = speaker_noun(key if key.startswith("لل") else key[1:])
        return noun is not None and noun.kind == "outlet"

    def _owned(self, place: int) -> bool:
        """A noun with a pronoun (قرارها) is no adjective; نفسه and ذاته stand for one."""
        plain = self.tokens[place].plain
        return plain.endswith(("ه", "ها", "هم")) and self.tokens[place].key not in word_list("between")

    def _no_subject(self, place: int) -> bool:
        """Whether the phrase here is what is said, asked or meant, not who speaks."""
        token = self.tokens[place]
        if attached(self.layout, place) or (self.continues and self._objects()):
            return True
        if self.passage.mention_at(place) or speaker_noun(token.key):
            return False
        if token.key in word_list("no_ba"):
            return True
        readings = verb_readings(token.text)
        if readings and all(one.form.part in FINITE for one in readings):
            return True
        if not any(map(self.entry.takes, ("noun", "masdar", "two"))):
            return False
        nominal = any(one.form.part == "masdar" and not one.clitics for one in readings)
        return nominal or self.fronted

    def _objects(self) -> bool:
        return any(frame.party in {"obj", "to"} or frame.opens == "two" for frame in self.entry.frames)

    def _opens_something(self, place: int) -> bool:
        token = self.tokens[place]
        if token.kind == "sign":
            pair = self.passage.mark_at(place)
            return not pair or pair.open != place or self.layout.speech(pair, fresh=True)
        return token.key in particles("complementizers") or token.key in _KEYS

    # -- the strong look

    def _strong(self, place: int, limit: int) -> Opening | None:
        """The first complementizer, colon or speech that belongs to the cue."""
        held = False  # another cue in a relative clause takes the next clause
        while place < limit:
            token = self.tokens[place]
            if token.kind == "sign":
                found = self._sign(place, token)
                if found is not None and not held:
                    return found
                held = held and found is None and token.text not in _COMMAS
                if token.text in _END_SIGNS and not self._dotted(place):
                    return None
                place = self._over(place)
                continue
            if is_that(token):
                own = token.plain.startswith("إن") and self.entry.lemma == "قال"  # nothing else takes إن
                if (own or not held) and self._takes_that(place, token):
                    return Opening("that", place, self.source, None, _cut_that(token))
                held = False
            elif self._asks(place, token):
                return Opening("question", place, self.source)
            elif place in self.layout.cues and place > self.cue.index:
                if self._starts_anew(place):
                    return None
                held = held or self._takes_clause(place)
            place += 1
        return None

    def _dotted(self, place: int) -> bool:
        return self.tokens[place].text == "." and any(
            0 <= near < len(self.tokens) and self.tokens[near].text == "." for near in (place - 1, place + 1)
        )

    def _over(self, place: int) -> int:
        if place in self.layout.behind:
            return self.layout.behind[place]
        pair = self.passage.mark_at(place)
        if pair and pair.open == place and pair.close is not None:
            return pair.close + 1
        return place + 1

    def _sign(self, place: int, token: Token) -> Opening | None:
        if token.text == ":":
            if not (self.entry.takes("say") or self.entry.takes("that")):
                return None
            behind = place + 1
            if behind < len(self.tokens) and is_that(self.tokens[behind]):
                return Opening("that", behind, self.source, None, _cut_that(self.tokens[behind]))
            if behind < self.limit:
                pair = self.passage.mark_at(behind)
                return Opening("marks" if pair and pair.open == behind else "colon", behind, self.source)
            return None
        pair = self.passage.mark_at(place)
        if not pair or pair.open != place or not self.entry.takes("say") or self._has_object():
            return None
        fresh = place == self.cue.index + 1 or (self.source is not None and place == self.source[1])
        chant = self.entry.lemma in _CHANTING
        return Opening("marks", place, self.source) if self.layout.speech(pair, fresh=fresh, chant=chant) else None

    def _has_object(self) -> bool:
        """نشرته: the pronoun is the object, so that no speech can be."""
        return self.cue.finite and bool(self.cue.reading.suffix) and not self._objects()

    def _takes_that(self, place: int, token: Token) -> bool:
        """Whether a complementizer belongs to this cue, by what stands in front of it."""
        before = self.tokens[place - 1]
        if self.passage.mention_at(place - 1):  # فرج علي أن: a name, no preposition
            return self.entry.takes("ب" if token.key.startswith("ب") else "that") or self.entry.takes("that")
        if token.plain.startswith("إن") and before.key not in _KEYS:
            return self.entry.takes("that")
        if any(one.form.person == 1 for one in verb_readings(before.text)[:1]):
            return False
        if token.key.startswith("ب"):
            if before.key in {"الا", "علما", "سوي"}:
                return False
            return self.entry.takes("ب") or self.entry.takes("that")
        if place - 1 == self.cue.index:
            return self.entry.takes("that")
        if before.key in _KEYS:
            return self.entry.takes(_KEYS[before.key])
        if before.key in word_list("before_that") or before.key in word_list("matters"):
            return False
        return self.entry.takes("that")

    def _in_source(self, place: int) -> bool:
        return self.source is not None and self.source[0] <= place < self.source[1]

    def _asks(self, place: int, token: Token) -> bool:
        if not self.entry.takes("q") or token.key not in word_list("asking"):
            return False
        return token.key not in {"عن", "من", "ما", "اذا", "لم"} or place == self.cue.index + 1

    def _starts_anew(self, place: int) -> bool:
        """Whether another cue begins a clause of its own here: و or a comma in front of a verb, or a participle."""
        before = self.tokens[place - 1]
        for cue in self.layout.cues[place]:
            if (
                cue.finite
                and not cue.reading.suffix
                and (cue.reading.clitics[:1] in {"و", "ف"} or before.text in _COMMAS)
            ):
                return all(one.finite for one in self.layout.cues[place]) or before.kind == "sign"
            if cue.reading.form.part == "participle" and self._leads(place + 1) and not self._in_source(place):
                return True
        return False

    def _leads(self, place: int) -> bool:
        """Whether the clause of a participle follows at once: مؤكدا أن, مشيرا إلى أن."""
        if place < self.limit and self.tokens[place].key in _KEYS:
            place += 1
        return place < self.limit and (is_that(self.tokens[place]) or self.tokens[place].text == ":")

    def _takes_clause(self, place: int) -> bool:
        """Whether another cue on the way has the next clause: الذي أكد أن, بعد إعلانه أن."""
        for cue in self.layout.cues[place]:
            before = self.tokens[place - 1].key.removeprefix("و")
            if cue.finite and _takes_words(cue) and not cue.reading.suffix:
                sure = all(one.finite for one in self.layout.cues[place]) and place > self.cue.index + 1
                if sure or before in particles("relatives") or before in _MA:
                    return True
            if cue.reading.form.part == "masdar" and cue.reading.suffix and place + 1 < self.limit:
                return is_that(self.tokens[place + 1])
        return False

    def _governs(self, weak: Opening, strong: Opening) -> bool:
        """Whether what the weak look found stands in front of the clause and holds it."""
        if weak.form == "noun" and strong.form == "that":
            before = self.tokens[strong.content - 1]
            if weak.content >= strong.content:
                return False
            if before.key in word_list("matters"):
                return True
            between = range(weak.content + 1, strong.content)
            held = before.key in _KEYS or any(finite_verb(self.passage, place) for place in between)
            return held and self.verbal_noun(weak.content)
        if strong.form in {"marks", "colon"}:
            if self.tokens[strong.content - 1].text in _COMMAS and weak.form in {"noun", "two"}:
                return False
            nominal = weak.form == "noun" and self.verbal_noun(weak.content)
            return weak.content < strong.content and (nominal or weak.form in {"prep", "two"})
        if strong.form != "that" or weak.form != "prep" or weak.content >= strong.content:
            return False
        before, token = self.tokens[strong.content - 1], self.tokens[strong.content]
        own = _KEYS.get(before.key, "ب" if token.key.startswith("ب") else "")
        between = range(weak.content + 1, strong.content)
        if not own and not any(one.form.part in _NOMINAL for one in verb_readings(self.tokens[weak.content].text)):
            return False
        free = self.entry.takes(own) or before.text in _COMMAS
        return not free or any(finite_verb(self.passage, place) for place in between)

    # -- the weak look

    def _weak(self, place: int) -> Opening | None:
        """What the verb governs beside clauses and speech, walking phrase by phrase."""
        return _Walk(self, place).run()

    def frames(self, party: str) -> list[Frame]:
        """The frames with a party of this kind, without those that ask for a clause only."""
        return [frame for frame in self.entry.frames if frame.party == party and not frame.strict]


class _Walk:
    """From phrase to phrase behind the subject until a frame is filled."""

    def __init__(self, look: _Look, place: int) -> None:
        self.look, self.place = look, place
        self.layout, self.tokens, self.passage = look.layout, look.tokens, look.passage
        self.limit = min(look.limit, place + _OBJECT)
        self.object: Range | None = None
        self.party: Range | None = None
        self.pronoun = bool(look.cue.reading.suffix) and look.cue.finite
        frames = look.entry.frames
        self.objects = {frame.opens for frame in frames if frame.party == "obj"}
        self.told = {frame.opens for frame in frames if frame.party == "to"}
        self.plain = {frame.opens for frame in frames if frame.party == "" and not frame.strict}

    def run(self) -> Opening | None:
        if not (self.objects or self.told or self.plain - {"that", "say", "q"} or self._parties()):
            return None
        governed = _ANAPHORS.get(self.tokens[self.place].key) if self.place < self.limit else None
        if governed in self.objects or governed in self.plain:  # دعا إليه: said of what stands in front
            return None
        while self.place < self.limit:
            self.place = self.layout.skip_between(self.place, self.limit)
            if self.place >= self.limit:
                return None
            before = self.place
            found, go_on = self._step(self.tokens[self.place])
            if found or not go_on:
                return found
            if self.place == before:
                return None
        return None

    def _parties(self) -> bool:
        return any(frame.party in _BARE or frame.party == "ل" for frame in self.look.entry.frames)

    def _step(self, token: Token) -> tuple[Opening | None, bool]:
        if token.kind == "sign":
            return self._sign(token)
        if token.key in particles("relatives") or token.key in {"وهو", "وهي", "وهم"}:
            return self._relative()
        if self.place in self.layout.cues and self.look._starts_anew(self.place):  # noqa: SLF001
            return None, False
        if token.key in _KEYS:
            return self._preposition(_KEYS[token.key])
        name = attached(self.layout, self.place)
        if name:
            return self._clitic(name)
        if token.key in particles("prepositions"):
            self._over_preposition()
            return None, True
        return self._phrase(token)

    # -- signs

    def _sign(self, token: Token) -> tuple[Opening | None, bool]:
        pair = self.passage.mark_at(self.place)
        if pair and pair.open == self.place:
            if "say" in self.objects and (self.object or self.look.source):
                return self._object(
                    self.object[0] if self.object else (self.look.source or (0, 0))[0], self.place
                ), False
            if "ب" in self.plain and self.place + 1 < self.limit and attached(self.layout, self.place + 1) == "ب":
                return self._found("prep", self.place), False
            if (
                "noun" in self.plain
                or ("masdar" in self.plain and self.look.verbal_noun(self.place + 1))
                or ("two" in self.plain and (self.object or self.pronoun))
            ):
                return self._found("noun", self.object[0] if self.object and "two" in self.plain else self.place), False
            self.place = (pair.close or self.place) + 1
            return None, True
        if token.text in _COMMAS:
            self.place += 1
            return None, True
        return None, False

    def _relative(self) -> tuple[Opening | None, bool]:
        """A relative clause hides what comes next; behind it a governed preposition may still stand."""
        wanted = self.objects | self.plain
        for place in range(self.place + 1, self.limit):
            token = self.tokens[place]
            if place in self.layout.cues and self.look._starts_anew(place):  # noqa: SLF001
                return None, False
            comma = self.tokens[place - 1].text in _COMMAS
            if _KEYS.get(token.key) in wanted and (comma or place > self.place + 3):
                self.place = place
                return None, True
            if comma and "ب" in wanted and attached(self.layout, place) == "ب":
                self.place = place
                return None, True
            if wanted & {"noun", "masdar"} and self._bare_masdar(place):
                return self._found("noun", place), False
        return None, False

    def _bare_masdar(self, place: int) -> bool:
        """أعلن الرئيس الذي انتخب العام الماضي تولي …: a verbal noun behind what closed the relative clause."""
        before = self.tokens[place - 1]
        closed = self.passage.time_at(place - 1) is not None or before.kind == "number" or definite(self.passage, place - 1)
        if not closed or self.passage.mention_at(place) or definite(self.passage, place):
            return False
        readings = verb_readings(self.tokens[place].text)
        return bool(readings) and all(one.form.part == "masdar" and not one.clitics for one in readings)

    # -- prepositions

    def _preposition(self, name: str) -> tuple[Opening | None, bool]:
        place = self.place + 1
        if place >= self.limit:
            return None, False
        that = is_that(self.tokens[place])
        if name in self.objects and (self.object or self.pronoun):
            return self._object(place if self.pronoun and not self.object else None, place), False
        if name in self.told and (self.object or self.pronoun) and not that:
            return self._found("prep", place, target=self.object), False
        if name in self.plain and not self._carrier(place):
            return self._found("that" if that else "prep", place), False
        if name in self.objects and self.look.source:
            return self._object(self.look.source[0], place), False
        if any(frame.party == name for frame in self.look.entry.frames) and self.party is None:
            behind = self.layout.phrase(place, self.limit)
            self.party, self.place = (place, behind), max(behind, place)
            return None, True
        if that:
            return None, False
        self._over_preposition()
        return None, True

    def _carrier(self, place: int) -> bool:
        """Whether the preposition leads to a channel or occasion: على هامش, في بيان."""
        key = self.tokens[place].key.removeprefix("ال")
        return key in particles("occasions") and self.tokens[self.place].key in {"في", "علي"}

    def _over_preposition(self) -> None:
        place = self.place + 1
        if place < self.limit and self.tokens[place].key in particles("prepositions"):
            place += 1
        moment = self.passage.time_at(place) if place < self.limit else None
        behind = moment[1] if moment else self.layout.phrase(place, self.limit)
        self.place = behind if behind > place else min(place + 1, self.limit)
        while self.place < self.limit and self.tokens[self.place].key in _AFTER_TIME:  # في وقت سابق
            self.place += 1
        if self.place < self.limit and self.tokens[self.place].key in word_list("issuing"):  # في بيان صدر عنه
            self.place += 1
            if self.place < self.limit and self.tokens[self.place].key in _ANAPHORS:
                self.place += 1

    def _clitic(self, name: str) -> tuple[Opening | None, bool]:
        cut = 1
        if self.tokens[self.place].plain in {"ب", "ل"}:  # بـ «…»
            cut, self.place = 0, self.place + 1
            if self.place >= self.limit:
                return None, False
        if name in self.objects and (self.object or self.pronoun):
            return self._object(self.place if self.pronoun and not self.object else None, self.place), False
        if name in self.told and (self.object or self.pronoun):
            return self._found("prep", self.place, target=self.object, cut=cut), False
        if name in self.plain and not self._venue():
            return self._found("prep", self.place, cut=cut), False
        if name in self.objects and self.look.source and not self._venue():
            return self._object(self.look.source[0], self.place), False
        behind = max(self.layout.phrase(self.place, self.limit), self.place + 1)
        name_ = self.passage.mention_at(self.place)
        self.place = max(behind, name_[1]) if name_ else behind
        return None, True

    def _venue(self) -> bool:
        """بمكة، بمحافظة …: where, not what."""
        name = self.passage.mention_at(self.place)
        if name and name[2].label == "LOC":
            return True
        return self.tokens[self.place].key[1:].removeprefix("ال") in word_list("venues")

    def _object(self, start: int | None, _: int) -> Opening | None:
        """اتهم الحكومة بالتقصير: the content begins with who is accused; with a pronoun, behind the verb."""
        if start is None:
            start = self.object[0] if self.object else self.place
        if self.look.source and start == self.look.source[0]:
            self.look.source = None
        target = self.object
        if self.look.source is None and target is None and not self.pronoun:
            start = self._two_in_one(start)
        if target is None and not self.pronoun:
            target = (start, self.layout.phrase(start, self.limit))
        if is_that(self.tokens[start]):  # وصفه بأنه
            return Opening("that", start, self.look.source, target, _cut_that(self.tokens[start]))
        return Opening(
            "object", start, self.look.source, target, int(target is None and attached(self.layout, start) == "ب")
        )

    def _two_in_one(self, start: int) -> int:
        """حمّل الأهالي المقاول: of two definite nouns in a row the second is the object, unless it is an adjective."""
        behind = self.layout.phrase(start, self.limit)
        for place in range(behind - 1, start, -1):
            key = self.tokens[place].key
            if key.startswith("ال") and definite(self.passage, place - 1) and speaker_noun(key) and not key.endswith(_ADJECTIVES):
                self.look.source = (start, place)
                return place
        return start

    # -- bare phrases

    def _again(self) -> Opening | None:
        """جدد الوزير التأكيد على: what is said once more stands behind the noun of saying."""
        readings = verb_readings(self.tokens[self.place].text)
        saying = any(one.form.part == "masdar" and one.form.lemma in entries() for one in readings)
        behind = self.place + 1
        if not saying or behind >= self.limit or self.tokens[behind].key not in {"علي", "الي"}:
            return None
        behind += 1
        if behind >= self.limit:
            return None
        return self._found("that" if is_that(self.tokens[behind]) else "prep", behind)

    def _phrase(self, token: Token) -> tuple[Opening | None, bool]:
        if self.look.entry.lemma in _REPEATING and token.key.startswith("ال"):
            return self._again(), False
        if token.key == "ما" and "two" in self.plain and self.object is None:
            return self._so_called(), False
        if token.kind == "arabic" and (
            token.key in particles("subordinators") or token.key in particles("negations") or is_that(token)
            or token.key in particles("conjunctions") or self._verb(self.place)
        ):  # fmt: skip
            return None, False
        if token.key.startswith("و") and self.place and self.look.source and self.place != self.look.source[1]:
            if self.object is None or self.object[1] != self.place:
                return None, False
        behind = self.layout.phrase(self.place, self.limit)
        if behind == self.place:
            return None, False
        if not self.objects and not self.pronoun and self._nominal():
            return self._found("noun", self.place), False
        if "two" in self.plain:
            return self._two(behind)
        if any(frame.party in _BARE and frame.opens == "noun" for frame in self.look.entry.frames) and self.party:
            return self._found("noun", self.place, target=self.party), False
        if "مسؤولية" in self.objects:
            return self._blame(behind)
        if (self.objects or self.told) and self.object is None and not self.pronoun:
            behind = self.look.owned_from(self.place, behind)
            self.object, self.place = (self.place, behind), behind
            return None, True
        if "noun" in self.objects and self.object:
            return self._object(None, self.place), False
        if (self.objects or "two" in self.plain) and self.object:
            self.place = behind
            return None, True
        return None, False

    def _so_called(self) -> Opening | None:
        """تعتبر ما قام به «انقلابا»: a clause with ما in place of the first accusative."""
        for place in range(self.place + 1, min(self.place + 9, self.limit)):
            token = self.tokens[place]
            pair = self.passage.mark_at(place)
            if (pair and pair.open == place) or (token.plain.endswith("ا") and len(token.plain) > 3):  # noqa: PLR2004
                return self._found("two", self.place)
        return None

    def _nominal(self) -> bool:
        if "noun" in self.plain:
            return True
        if "matter" in self.plain:
            return self.tokens[self.place].key in word_list("matters")
        return "masdar" in self.plain and self.look.verbal_noun(self.place)

    def _two(self, behind: int) -> tuple[Opening | None, bool]:
        """اعتبر القرار خطأ: the second accusative or marks must follow the first."""
        inner = next((place for place in range(self.place + 1, behind) if self._opens_marks(place)), None)
        if inner is not None and self.object is None:
            return self._found("two", self.place), False
        if self.pronoun:
            return self._found("two", self.place), False
        if self.object is None:
            self.object, self.place = (self.place, behind), behind
            return None, True
        return self._found("two", self.object[0]), False

    def _blame(self, behind: int) -> tuple[Opening | None, bool]:
        """حمّل الحكومة مسؤولية …: only with the word itself is it blame."""
        named = any(_blame(self.tokens[place].key) for place in range(self.place + 1, behind))
        if named or (self.object is not None and _blame(self.tokens[self.place].key)):
            start = self.object[0] if self.object else self.place
            return self._object(start, self.place), False
        if self.object is not None:
            return None, False
        if _blame(self.tokens[self.place].key):
            return self._object(self.look.source[0], self.place) if self.look.source else None, False
        self.object, self.place = (self.place, behind), behind
        return None, True

    def _opens_marks(self, place: int) -> bool:
        pair = self.passage.mark_at(place)
        return pair is not None and pair.open == place

    def _verb(self, place: int) -> bool:
        """Whether a verb stands here; a form that is a noun too is one where an object is awaited."""
        found = finite_verb(self.passage, place)
        if found is None or found.form.part == "perfect":  # an object is awaited: a bare perfect is a noun (أهل, مصدر)
            return False
        return not any(one.form.part in _NOMINAL and not one.clitics for one in verb_readings(self.tokens[place].text))

    def _found(self, form: str, content: int, *, target: Range | None = None, cut: int = 0) -> Opening:
        if target is None:
            target = self.object if form != "two" else None
        return Opening(form, content, self.look.source, target, cut)


def speaks(layout: Layout, first: int, behind: int) -> bool:
    """Whether a noun phrase names who can speak: it holds a name, or its head is a noun of speakers."""
    if any(layout.passage.mention_at(place) for place in range(first, behind)):
        return True
    key = layout.tokens[first].key
    return any(speaker_noun(form) is not None for form in (key, key.removeprefix("و"), key.removeprefix("ل")))


def attached(layout: Layout, place: int) -> str:
    """ب or ل written on a noun: what is governed or whom it is for; "" where the letter is the word's own."""
    token = layout.tokens[place]
    first, plain = token.key[:1], token.plain
    if token.kind != "arabic" or first not in "بل" or token.key in word_list("no_ba"):
        return ""
    if plain in {"ب", "ل"} or token.key == "بما":
        return first
    if token.key[1:] in particles("quantifiers"):
        return first
    if len(token.key) <= 2:  # noqa: PLR2004 - a clitic needs a word
        return ""
    name = layout.passage.mention_at(place)
    if name:
        inside = name[2].start > token.start or token.key.startswith("لل")
        return first if inside and name[0] == place else ""
    if plain[1:].startswith("ال") or token.key.startswith("لل"):
        return first
    if any(one.clitics in {first, first + "ال"} for one in verb_readings(token.text)):
        return first
    if first == "ل":
        return first if speaker_noun(token.key) is None and speaker_noun(token.key[1:]) else ""
    return first if len(token.key) > 3 and not _known(token) and speaker_noun(token.key) is None else ""  # noqa: PLR2004


def _relative_end(layout: Layout, cue: int, limit: int) -> int:
    """Where a relative clause between commas ends that holds a cue: المسؤول، الذي طلب عدم نشر اسمه، أن."""
    tokens = layout.tokens
    if cue < 2 or tokens[cue - 1].key not in particles("relatives") or tokens[cue - 2].text not in _COMMAS:  # noqa: PLR2004
        return limit
    commas = (place for place in range(cue + 1, limit) if tokens[place].text in _COMMAS and layout.shut[place] >= limit)
    return next(commas, limit)


def _takes_words(cue: Candidate) -> bool:
    return cue.entry.takes("that") or cue.entry.takes("say")


def _blame(key: str) -> bool:
    return key.removeprefix("ال").startswith(_BLAME)


def _known(token: Token) -> bool:
    return any(not one.clitics for one in verb_readings(token.text))


def is_that(token: Token) -> bool:
    """Whether a word is أن or إن, with a pronoun or ب, as written or without hamza."""
    return token.key in particles("complementizers") and not token.plain.startswith(("إلا", "الا"))


def _cut_that(token: Token) -> int:
    return 1 if token.key.startswith("ب") else 0
