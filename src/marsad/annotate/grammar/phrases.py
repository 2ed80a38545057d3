"""Noun phrases: how far the words reach that name who or what.

Arabic shows it by definiteness. A construct (رئيس هيئة شؤون الأسرى) runs on through bare nouns until one is definite;
behind a definite word only what agrees with it goes on: adjectives with ال, names, appositions. The first bare word
behind a definite one is a verb, an adverb or a new phrase. So no dictionary of nouns is needed, only closed classes.
"""

from marsad.annotate.grammar.definite import agrees, articled, definite_word, nunated
from marsad.annotate.grammar.finite import finite_verb
from marsad.annotate.grammar.passages import Passage
from marsad.annotate.grammar.phrase_words import (
    LEAST_STEM,
    attached_clitic,
    carries_b,
    clitic_of,
    closed_words,
    is_action,
    is_body,
    is_nation,
    is_title,
    opens_clause,
)
from marsad.annotate.grammar.tokens import Token, particles
from marsad.annotate.lists.codes import noun
from marsad.records import Mention

_LONGEST = 40  # tokens; no name of a body or person with its offices is longer
_BRACKET = 8  # tokens that a bracket or a pair of dashes inside a phrase holds
_NAME_MARKS = 7  # tokens that a name in quotation marks holds
_SAME = frozenset({"ذاته", "ذاتها", "نفسه", "نفسها", "أنفسهم", "نفسهم"})
_ALONG = {
    "في": "roles", "من": "roles", "عن": "takes_about", "الي": "takes_to", "لدي": "takes_at", "علي": "takes_over",
    "مع": "takes_with",
}  # fmt: skip


def _abbreviated(passage: Passage, place: int) -> bool:
    """Whether a title of one letter stands in front of a person's name: د. فلان."""
    tokens = passage.tokens
    if place + 2 >= len(tokens) or len(tokens[place].key) > 1 or tokens[place + 1].text != ".":
        return False
    name = passage.mention_at(place + 2)
    return name is not None and name[2].label == "PER"


def noun_phrase(passage: Passage, index: int, *, join: bool = True) -> int:
    """The token behind the noun phrase that begins with token `index`; `index` itself where none begins there.

    Titles, names, adjectives, appositions between commas or dashes, brackets and what role nouns take along (باسم
    الجيش) belong to it; relative clauses do not. `join`: و with a further noun goes on.
    """
    known = passage.known_phrases.get((index, join))
    if known is None:
        known = passage.known_phrases[index, join] = _reach(passage, index, join)
    return known


def _reach(passage: Passage, index: int, join: bool) -> int:  # noqa: FBT001
    limit = min(passage.sentence(index)[1], index + _LONGEST)
    state = _Phrase(passage, index, limit, join)
    place = index
    while place < limit:
        behind = state.step(place)
        if behind == place:
            break
        place = behind
    return place


class _Phrase:
    """A phrase in the making: what its last word was decides what may follow."""

    def __init__(self, passage: Passage, first: int, limit: int, join: bool) -> None:  # noqa: FBT001
        self.passage, self.first, self.limit, self.join = passage, first, limit, join
        self.definite = False  # the last word closed its construct
        self.named = False  # holds the name of a person
        self.label = ""  # of the name that its last words are
        self.behind_preposition = False
        self.nouns: list[str] = []  # all its words: an adjective may agree with any
        self.roles: set[str] = set()  # its nouns: some take a preposition along

    def step(self, place: int) -> int:
        """The place behind the next piece of the phrase; `place` where the phrase is over."""
        token = self.passage.tokens[place]
        name = self.passage.mention_at(place)
        if name:
            return self._name(place, name[1], name[2])
        if token.kind == "sign":
            return self._sign(place, token)
        if token.kind == "number":
            return place + 1 if not self.definite else place
        if token.kind != "arabic":
            return place + 1
        return self._word(place, token)

    def _name(self, place: int, behind: int, mention: Mention) -> int:
        clitic = clitic_of(self.passage.tokens[place], mention)
        if place > self.first and not (
            clitic == ""
            or (clitic == "و" and self.join)
            or (clitic == "ل" and self._owns())
            or (clitic == "ب" and mention.label == "ORG" and self._at_work(place, self.passage.tokens[place].key))
        ):
            return place  # بلندن: the preposition is the verb's
        person = mention.label == "PER" and bool(self.nouns) and self._person()
        group = mention.label == "PER" and bool(self.nouns) and self.nouns[0].endswith("ون")
        if place > self.first and not clitic and ((self.definite and not person) or group):
            return place  # the object: طالبت المجموعة باماكو
        self.definite, self.label = True, mention.label
        self.nouns += [token.plain for token in self.passage.tokens[place:behind]]
        self.named = self.named or mention.label == "PER"
        return behind

    def _person(self) -> bool:
        """Whether a person's name may follow: the phrase has none yet, and is of one person, no body or group."""
        if self.named or not self.nouns or self.nouns[0].endswith("ون"):
            return False
        return any(map(is_title, self.roles)) or not is_body(self.passage.tokens[self.first].key)

    def _word(self, place: int, token: Token) -> int:
        key = token.key
        quantity = key in particles("quantifiers")
        if place == self.first:
            return self._take(place, token) if quantity or not (key in closed_words() or opens_clause(key)) else place
        if self._begins_anew(place, key):
            return place
        if key in closed_words() and not quantity:
            return self._preposition(place, key)
        if self._at_work(place, key):
            return self._take(place, token)
        attached = attached_clitic(key)
        if attached in {"و", "ل", "ب"}:
            return self._clitic_word(place, token, attached)
        return self._behind_definite(place, token) if self.definite else self._bare(place, token)

    def _at_work(self, place: int, key: str) -> bool:
        """الوزير المكلف بحقوق الإنسان, خبير بمركز الدراسات: ب with what somebody has charge of, or where he works."""
        if key[:1] != "ب" or len(key) <= LEAST_STEM:
            return False
        charged = self.passage.tokens[place - 1].key.removeprefix("ال") in particles("takes_with")
        return charged or (self._takes("staff") and is_body(key[1:].removeprefix("ال")))

    def _begins_anew(self, place: int, key: str) -> bool:
        return opens_clause(key) or key in particles("demonstratives") or self.passage.time_at(place) is not None

    def _bare(self, place: int, token: Token) -> int:
        """A word behind a bare noun goes on, but for a verb, and a noun behind an adjective (مصدر أمني | وجود خلاف)."""
        closed = self.passage.tokens[place - 1].key in particles("others") and noun(token.text).head
        if closed or carries_b(token.text, token.key):  # سكان آخرون | قوة
            return place
        if articled(token.plain):
            apart = bool(self.nouns) and nunated(self.nouns[-1]) and not self.behind_preposition
            return place if apart else self._take(place, token)
        adjective = len(self.nouns) > 1 and self.nouns[-1].endswith(("ي", "ية"))
        anew = adjective and is_action(token.text) and not is_title(token.key)
        anew = anew or (bool(self.nouns) and nunated(self.nouns[-1]) and not token.plain.endswith(("ون", "ين")))
        return place if anew or finite_verb(self.passage, place) else self._take(place, token)

    def _clitic_word(self, place: int, token: Token, attached: str) -> int:
        if attached == "و":
            return self._joined(place, token)
        counterpart = token.key.startswith("لنظير")  # استقبال الرئيس | لنظيره
        return self._take(place, token) if attached == "ل" and self._owns() and not counterpart else place

    def _owns(self) -> bool:
        """Whether ل goes on (الأمين العام للأمم المتحدة); behind sources it opens the outlet that is told."""
        return self._takes("roles") and not self._takes("sources")

    def _takes(self, roles: str) -> bool:
        return bool(roles) and not self.named and any(role in particles(roles) for role in self.roles)

    def _take(self, place: int, token: Token) -> int:
        self.behind_preposition = False
        self.definite, self.label = definite_word(token.plain), ""
        self.nouns.append(token.plain)
        self.roles.add(token.key.removeprefix("و").removeprefix("ال"))
        return place + 1

    def _behind_definite(self, place: int, token: Token) -> int:
        """Adjectives that agree, and appositions (باسكال نيابيندا رئيس الحزب); other words end the phrase."""
        if _abbreviated(self.passage, place) and self._person():
            self.definite = False
            return place + 2
        if attached_clitic(token.key) == "باسم":
            return self._take(place, token)
        if token.plain in _SAME:
            return place + 1
        title = is_title(token.key) and (token.key in particles("offices") or not finite_verb(self.passage, place))
        apposed = title and self._person() and self._person_at(place + 1)  # خادم الحرمين الشريفين الملك فلان
        if apposed or self.label == "PER" or not articled(token.plain):
            return self._take(place, token) if apposed or (title and self.named) else place
        adjective = not is_action(token.text) and any(agrees(noun, token.plain) for noun in self.nouns)
        return self._take(place, token) if adjective or is_nation(token.key) else place

    def _joined(self, place: int, token: Token) -> int:
        rest = token.key[1:]
        if (
            rest in closed_words()
            or not self.join
            or finite_verb(self.passage, place)
            or rest.removeprefix("ال") in particles("occasions")
        ):
            return place
        if self.definite and not articled(token.plain) and not is_title(rest):
            return place
        self.roles.add(rest.removeprefix("ال"))
        self.definite, self.label = definite_word(token.plain[1:]), ""
        return place + 1

    def _preposition(self, place: int, key: str) -> int:
        """A preposition goes on behind a role, where a noun or name follows that is no occasion or carrier."""
        counted = key == "من" and self.passage.tokens[place - 1].key in particles("quantifiers")
        if place + 1 >= self.limit or not (counted or self._expert(place) or self._takes(_ALONG.get(key, ""))):
            return place
        following = self.passage.tokens[place + 1]
        if counted and finite_verb(self.passage, place + 1):  # بعض من حضر اللقاء
            self.definite = True
            return max(place + 2, noun_phrase(self.passage, place + 2, join=False))
        if self.passage.time_at(place + 1) or following.kind != "arabic" or following.key in closed_words():
            return place
        if following.key.removeprefix("ال") in particles("occasions"):
            return place
        if not counted and not (self.passage.mention_at(place + 1) or articled(following.plain) or self._field(place)):
            return place
        self.definite, self.behind_preposition = False, True
        return place + 1

    def _field(self, place: int) -> bool:
        """Whether a field follows (خبير في شؤون المناخ), or whom somebody serves (مستشار لدى رئيس الحكومة)."""
        return self.passage.tokens[place].key == "لدي" or self._expert(place)

    def _expert(self, place: int) -> bool:
        return self.passage.tokens[place].key == "في" and self._takes("experts")

    def _sign(self, place: int, token: Token) -> int:
        pair = self.passage.mark_at(place)
        if pair and pair.open == place and pair.close and pair.close - place <= _NAME_MARKS:
            return self._marked_name(place, pair.close)
        if place == self.first:
            return place
        if token.text == "(":
            return self._closing(place, ")")
        if token.text in "،,":
            return self._comma(place)
        return place + 1 if token.text == "/" or (token.text in "-–—" and self._name_follows(place)) else place

    def _marked_name(self, place: int, close: int) -> int:
        if any(finite_verb(self.passage, inner) for inner in range(place + 1, close)):
            return place
        self.definite = True
        return min(close + 1, self.limit)

    def _closing(self, place: int, sign: str) -> int:
        for index in range(place + 1, min(place + 1 + _BRACKET, self.limit)):
            if self.passage.tokens[index].text == sign:
                return index + 1
        return place

    def _name_follows(self, place: int) -> bool:
        behind = place + 1
        if behind < self.limit and is_title(self.passage.tokens[behind].key):
            behind += 1
        return self._person_at(behind) and not self.named

    def _person_at(self, place: int) -> bool:
        found = self.passage.mention_at(place) if place < self.limit else None
        return found is not None and found[2].label == "PER"

    def _comma(self, place: int) -> int:
        """عضو اللجنة، أحمد المجدلاني، and the other way round: أحمد المجدلاني، عضو اللجنة،"""
        if not self.definite or place + 1 >= self.limit:
            return place
        following = self.passage.tokens[place + 1]
        if attached_clitic(following.key) == "و" or self.passage.time_at(place + 1):
            return place
        if not self.named:
            return place + 1 if self._name_follows(place) and self._person() else place
        if self.label == "PER" and is_title(following.key) and not finite_verb(self.passage, place + 1):
            self.definite, self.label = False, ""
            return place + 1
        return place
