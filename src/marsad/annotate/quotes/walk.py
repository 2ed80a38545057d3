"""The state of a walk behind a cue: where it stands, and what it met on the way."""

from marsad.annotate.grammar import definite, finite_verb, particles
from marsad.annotate.lists.speakers import speaker_noun
from marsad.annotate.lists.verbs import verb_readings
from marsad.annotate.quotes.cues import word_list
from marsad.annotate.quotes.openings import NOMINAL, Look, Opening, Range, attached, cut_that, is_that

_OBJECT = 45  # tokens between a verb and what it governs
_PRONOUNS = ("ه", "ها", "هم", "هما")
_ADJECTIVES = ("ي", "يه", "يون", "يين")  # of nationalities and the like
ANAPHORS = {"اليه": "إلى", "اليها": "إلى", "اليهم": "إلى", "عليه": "على", "عليها": "على", "به": "ب", "بها": "ب",
            "عنه": "عن", "عنها": "عن", "منه": "من", "منها": "من", "لها": "ل", "له": "ل", "لهم": "ل"}  # fmt: skip

Step = tuple[Opening | None, bool]  # what was found, and whether the walk goes on
STOP: Step = (None, False)
ON: Step = (None, True)


class Walk:
    """A walk phrase by phrase. `objects`, `told`, `plain`: what the frames of the cue open, by the party in front."""

    def __init__(self, look: Look, place: int) -> None:
        self.look, self.place, self.entry = look, place, look.entry
        self.layout, self.tokens, self.passage = look.layout, look.tokens, look.passage
        self.limit = min(look.limit, place + _OBJECT)
        self.object: Range | None = None
        self.party: Range | None = None
        self.pronoun = bool(look.cue.reading.suffix) and look.cue.finite
        frames = look.entry.frames
        self.objects = {frame.opens for frame in frames if frame.party == "obj"}
        self.told = {frame.opens for frame in frames if frame.party == "to"}
        self.plain = {frame.opens for frame in frames if frame.party == "" and not frame.strict}

    def found(self, form: str, content: int, *, target: Range | None = None, cut: int = 0) -> Step:
        """The content begins at token `content`."""
        if target is None:
            target = self.object if form != "two" else None
        return Opening(form, content, self.look.source, target, cut), False

    def about(self, start: int) -> Step:
        """اتهم الحكومة بالتقصير: the content begins with who is accused, or behind the verb whose pronoun stands so."""
        if self.look.source and start == self.look.source[0]:
            self.look.source = None
        target = self.object
        if self.look.source is None and target is None and not self.pronoun:
            start = self._two_in_one(start)
        if target is None and not self.pronoun:
            target = (start, self.layout.phrase(start, self.limit))
        if is_that(self.tokens[start]):  # وصفه بأنه
            return Opening("that", start, self.look.source, target, cut_that(self.tokens[start])), False
        cut = int(target is None and attached(self.layout, start) == "ب")
        return Opening("object", start, self.look.source, target, cut), False

    def _two_in_one(self, start: int) -> int:
        """حمّل الأهالي المقاول: of two definite nouns in a row the second is the object, unless an adjective."""
        for place in range(self.layout.phrase(start, self.limit) - 1, start, -1):
            key = self.tokens[place].key
            noun = key.startswith("ال") and not key.endswith(_ADJECTIVES) and speaker_noun(key)
            if noun and definite(self.passage, place - 1):
                self.look.source = (start, place)
                return place
        return start

    def over_object(self, behind: int) -> Step:
        """The phrase up to `behind` is the object."""
        self.object, self.place = (self.place, behind), behind
        return ON

    def over_preposition(self) -> Step:
        """Passes a preposition with its noun, its time, and how a statement came out (في بيان صدر عنه)."""
        place = self.place + 1
        if place < self.limit and self.tokens[place].key in particles("prepositions"):
            if self.key().endswith(_PRONOUNS):  # خلاله عن: the second is another
                self.place = place
                return ON
            place += 1
        moment = self.passage.time_at(place) if place < self.limit else None
        behind = moment[1] if moment else self.layout.phrase(place, self.limit)
        self.place = behind if behind > place else min(place + 1, self.limit)
        while self.key() in word_list("after_time"):  # في وقت سابق
            self.place += 1
        if self.key() in word_list("issuing"):
            self.place += 1
            self.place += self.key() in ANAPHORS
        return ON

    def key(self) -> str:
        """The word where the walk stands, "" at its end."""
        return self.tokens[self.place].key if self.place < self.limit else ""

    def verb(self, place: int) -> bool:
        """Whether a verb stands here, where an object is awaited: no noun spelt alike, no bare perfect (أهل, مصدر)."""
        found = finite_verb(self.passage, place)
        if found is None or found.form.part == "perfect":
            return False
        return not any(one.form.part in NOMINAL and not one.clitics for one in verb_readings(self.tokens[place].text))
