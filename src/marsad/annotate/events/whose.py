"""Whose thing an act is about, where no place of its frame names a party: سياسات *الحكومة*, ما قاله *الوزير*."""

from marsad.annotate.events.chunks import Chunk
from marsad.annotate.events.naming import Who
from marsad.annotate.events.nouns import NounReading
from marsad.annotate.lists.tables import party_words

_FAR = 30  # tokens behind an act in which its parties stand
_ADJUNCT = party_words("adjunct")
_THAT = frozenset({"ان", "انه", "انها", "انهم"})


class OwnerReading(NounReading):
    """The owner of what is accepted, blamed or asked for."""

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
                told = told or (self.act.mode == "seize" and found.sector in {"MIL", "COP"})  # عمليات لقوات الأمن
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
