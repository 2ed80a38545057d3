"""The places of an act in its clause: the phrases behind it, by the prepositions that mark who takes part."""

from collections.abc import Iterator

from marsad.annotate.events.chunks import Chunk
from marsad.annotate.events.clauses import Clauses, following
from marsad.annotate.events.naming import STATE, Who
from marsad.annotate.events.parties import inside, thing, who
from marsad.annotate.events.types import Act
from marsad.annotate.events.words import attached
from marsad.annotate.lists.tables import party_words

_FAR = 30  # tokens behind an act in which its parties stand
_OF_SOMEBODY = party_words("of_somebody")
_CIRCUMSTANCES = party_words("circumstances")
_TALK = party_words("talk")
_ASIDE = party_words("aside")
_ACCORDING = frozenset({"بحسب", "حسب", "وفق", "وفقا"})
_MOMENTS = party_words("moments")
_VICTIMS = party_words("victims")
_AT_PLACES = frozenset({"MOBILIZE", "COERCE", "ASSAULT"})  # what they do in a city is not done to it


class SlotReading:
    """One act in its clause; phrases that are taken are not read twice."""

    def __init__(self, clauses: Clauses, act: Act, speaker: tuple[Who, ...], *, said: bool = False) -> None:
        self.clauses, self.act, self.speaker, self.said = clauses, act, speaker, said
        self.passage, self.world = clauses.passage, clauses.world
        self.taken: set[int] = set()  # tokens that a party was read from
        self.start = act.last  # where objects are looked for
        self.rule = ""
        self.meant: tuple[Who, ...] = ()  # by the verb's pronoun

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
        if prep == "" and (pronoun := self._pronoun()):
            return self._suffixed(pronoun, known)
        for chunk in self._following():
            if prep and chunk.prep in _CIRCUMSTANCES:
                return ()
            if chunk.prep != prep or self._goes_with(chunk):
                continue
            parties = tuple(one for one in self._of(chunk) if not any(one.same(other) for other in known))
            if prep == "في" and self.act.type in _AT_PLACES:
                parties = tuple(one for one in parties if one.sort != "place")
            if prep in {"مع", "ل", "الي"} and all(one.sector == "JRN" for one in parties):  # told to an outlet
                continue
            if parties:
                self.taken.add(chunk.number)
                return parties
            if prep == "":
                return ()
        return ()

    def _goes_with(self, chunk: Chunk) -> bool:
        """Whether و joins a phrase to one that is taken, or to the subject: دعت أحزاب، *والحزب الحر*، إلى الحوار."""
        return (chunk.joined and chunk.number - 1 in self.taken) or (chunk.prep == "" and self._and(chunk))

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
        blamed = self.act.type == "ACCUSE" and found is not None and found.head in _VICTIMS
        return (found,) if found and not found.owned and not blamed else ()

    def _pronoun(self) -> str:
        """The pronoun that is the object: اعتقلته, مطالبة إياه."""
        if self.act.suffix and self.act.part == "verb":
            return self.act.suffix
        key = self.passage.tokens[self.act.last].key if self.act.last < len(self.passage.tokens) else ""
        return key.removeprefix("ايا") if key.startswith("ايا") else ""

    def _suffixed(self, pronoun: str, known: tuple[Who, ...]) -> tuple[Who, ...]:
        """The pronoun as an object: اعتقلته الشرطة."""
        if self.meant:
            return self.meant
        gender = {"ه": "m", "ها": "f"}.get(pronoun, "")
        plural = pronoun in {"هم", "هن"}
        for chunk in self._before():
            parties = self._of(chunk)
            if not parties or any(parties[0].same(other) for other in known) or parties[0].sort == "place":
                continue
            clash = {gender, parties[0].gender} == {"m", "f"}
            many = len(parties) > 1 or parties[0].plural
            if not clash and plural == many:
                return parties
        return self._spoken_of(gender, known, plural=plural)

    def _spoken_of(self, gender: str, known: tuple[Who, ...], *, plural: bool) -> tuple[Who, ...]:
        """Who acted before, in agreement with a pronoun, and is nobody that arrests and bans."""
        for parties in self.clauses.stands[self.act.first]:
            first = parties[0]
            clash = {gender, first.gender} == {"m", "f"} or plural != (len(parties) > 1 or first.plural)
            if not clash and first.sector not in STATE and not any(one.same(first) for one in known):
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
        if self._aside(chunk):
            return True
        if chunk.prep == "مع" and chunk.first > 1 and self.act.type != "CONSULT":
            talk = self.passage.tokens[chunk.first - 2].key.removeprefix("ال") in _TALK
            return talk and (self.passage.mark_at(chunk.first) is not None or self._outlet(chunk))
        return chunk.prep in {"ل", "من", "ب", "الي"} and self._front(chunk).removeprefix("ال") in _OF_SOMEBODY

    def _aside(self, chunk: Chunk) -> bool:
        """Whether a phrase names a companion, or whom a paper is from: مرفوقا *بوزير*, في بيان صادر عن *الرئاسة*."""
        tokens = self.passage.tokens
        by = chunk.prep == "قبل" and chunk.first > 1 and tokens[chunk.first - 2].key == "من"  # المدعومة من قبل السكان
        lapse = chunk.prep in _CIRCUMSTANCES and tokens[chunk.first].key in _MOMENTS  # سيطرت قبل أيام على المدينة
        if by or lapse or chunk.prep in _ACCORDING or tokens[chunk.first].key in _ASIDE:
            return True
        return self._front(chunk) in _ASIDE

    def _front(self, chunk: Chunk) -> str:
        """The word in front of a phrase and its preposition, times seen through: *صادر* اليوم السبت عن الرئاسة."""
        tokens, place = self.passage.tokens, chunk.first - 1
        low = self.passage.sentence(chunk.first)[0]
        if chunk.prep and place >= low and tokens[place].key.removeprefix("و") == chunk.prep:
            place -= 1
        while place > low and self.passage.time_at(place):
            place -= 1
        return tokens[place].key if place >= low else ""


def _key(prep: str) -> str:
    return prep.replace("ى", "ي").replace("إ", "ا").replace("أ", "ا")
