"""Which forms of a word an archive has, and which of them a search takes: each with its count, each to be switched.

Forms come from grammar (`text/search_forms.py`), counts from the index, knowledge of the world (that روسية is also
روسيا, that وعد is a verb) from whoever calls, through `Lists`. What is likely another word is listed as switched off.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

import tantivy

from marsad.text.fold import fold_key
from marsad.text.name_words import fold_name
from marsad.text.search_forms import Candidate, Why, candidates
from marsad.text.search_words import BETWEEN, parted, written
from marsad.text.spellings import SURE, key, same_name

_OWN = 20  # a word with the article in one of so many texts of the word itself is a word of its own
_RARE = 50  # what is so many times rarer than a word is a slip in writing it, not another word
_OFTEN = 5  # the same for ة and ه, ى and ي, which whole newspapers do not tell apart
_SHORT = 3  # letters of a word in which ى is not ي: على, علي
_HAMZA = str.maketrans(dict.fromkeys("أإآٱ", "ا"))
_ALWAYS = frozenset({"في"})  # short, and yet one word: فى


class Lists(Protocol):
    """What is known of words beyond their letters."""

    def same(self, word: str) -> tuple[str, ...]:
        """Other names of one word for the country that the word names: سورية for سوريا; () where it names none."""

    def adjectives(self, word: str) -> tuple[str, ...]:
        """The forms of the adjective of the country that the word names: روسي, روسية, روس."""

    def is_word(self, folded: str) -> bool:
        """Whether the folded form is a word by itself, though it begins as a clitic does: وعد, كريم."""


class NoLists:
    """Nothing is known."""

    def same(self, _word: str) -> tuple[str, ...]:
        """No other name."""
        return ()

    def adjectives(self, _word: str) -> tuple[str, ...]:
        """No adjective."""
        return ()

    def is_word(self, _folded: str) -> bool:
        """No word."""
        return False


@dataclass(frozen=True, slots=True)
class Choice:
    """What a user switches: `off` and `on` are single forms as written; `as_written` takes words as they stand."""

    as_written: bool = False
    adjectives: bool = False
    off: frozenset[str] = frozenset()
    on: frozenset[str] = frozenset()


AS_USUAL = Choice()


@dataclass(frozen=True, slots=True)
class Variant:
    """A form of a query's word: how many articles have it, why it belongs to the word, whether it is searched for."""

    form: str
    of: str
    why: Why
    count: int
    on: bool
    term: str
    field: str = ""  # a country's other spelling counts only where it names a place: "named"


class Variants:
    """The forms of words in one index."""

    def __init__(self, searcher: tantivy.Searcher, lists: Lists, choice: Choice) -> None:
        self._searcher, self._lists, self._choice = searcher, lists, choice

    def of(self, word: str) -> list[Variant]:
        """All forms of a word that occur, those in use first, the most frequent first; as written it is one."""
        exact = written(word)
        own = f"{fold_key(exact)}{BETWEEN}{exact}"
        count = self._searcher.doc_freq("text", own)
        found = {(own, ""): Variant(exact, exact, "exact", count, on=True, term=own)}
        if not self._choice.as_written:
            for variant in self._others(exact):
                found.setdefault((variant.term, variant.field), variant)
        switched = (self._switched(variant) for variant in found.values())
        return sorted(switched, key=lambda one: (one.why != "exact", not one.on, -one.count, one.form))

    def spellings(self, word: str) -> list[str]:
        """A word of a name, folded, and its other spellings; itself alone as written."""
        return (
            [word]
            if self._choice.as_written
            else list(dict.fromkeys([word, *map(fold_name, self._spelt(fold_key(word)))]))
        )

    def _switched(self, variant: Variant) -> Variant:
        on = variant.on
        if variant.why != "exact":
            on = variant.form in self._choice.on or (on and variant.form not in self._choice.off)
        return Variant(variant.form, variant.of, variant.why, variant.count, on, variant.term, variant.field)

    def _others(self, exact: str) -> Iterator[Variant]:
        folded = fold_key(exact)
        country = self._lists.same(exact)
        seen = self._forms(folded)
        frequency = sum(count for _, count in seen)
        for candidate in candidates(exact, pronouns=not country and not self._is_name(folded)):
            yield from self._occurring(candidate, exact, frequency)
        for name in self._spelt(folded):
            for candidate in candidates(name, pronouns=False):
                for form, count in self._forms(candidate.form):
                    yield Variant(
                        form,
                        exact,
                        "name",
                        count,
                        on=not self._own(candidate, frequency),
                        term=f"{candidate.form}{BETWEEN}{form}",
                    )
        yield from self._country(exact, country)
        yield from self._adjectives(exact)

    def _occurring(self, candidate: Candidate, exact: str, frequency: int) -> Iterator[Variant]:
        forms = self._forms(candidate.form)
        if not forms:
            return
        own = self._own(candidate, frequency)
        for form, count in forms:
            why: Why = "spelling" if candidate.why == "exact" else candidate.why
            same = _agrees(form, exact, candidate, (count, frequency))
            yield Variant(form, exact, why, count, on=same and not own, term=f"{candidate.form}{BETWEEN}{form}")

    def _forms(self, folded: str) -> list[tuple[str, int]]:
        """The written forms of a folded one, with the number of articles that have each."""
        found = self._searcher.terms_with_prefix("text", f"{folded}{BETWEEN}")
        return [(parted(made)[1], count) for made, count in found]

    def _count(self, folded: str) -> int:
        return sum(count for _, count in self._forms(folded))

    def _own(self, candidate: Candidate, frequency: int) -> bool:
        """Whether a form with something written onto it is rather a word of its own.

        It is where the article stands before it (الفرد is no word of رد: nothing stands between the article and a
        word), or where the lists know it and it is more frequent than the word itself.
        """
        if candidate.form == candidate.core and candidate.why != "pronoun":
            return False
        if "ال" in candidate.front or candidate.front.endswith("لل"):
            return False
        count = self._count(candidate.form)
        with_article = sum(self._count(front + candidate.form) for front in ("ال", "وال", "بال")) + self._count(
            "لل" + candidate.form
        )
        if with_article > 1 and with_article * _OWN >= count:
            return True
        return count > frequency and self._lists.is_word(candidate.form)

    def _is_name(self, folded: str) -> bool:
        return self._searcher.doc_freq("spelt", f"{key(folded)}{BETWEEN}{folded}") > 0

    def _spelt(self, folded: str) -> Iterator[str]:
        """Other spellings of a person's name that occur in names: سيرغي, سيرجي."""
        if not self._is_name(folded):
            return
        for made, _ in self._searcher.terms_with_prefix("spelt", f"{key(folded)}{BETWEEN}"):
            other = made.partition(BETWEEN)[2]
            match = same_name(folded, other) if other != folded else None
            if match and match.strength >= SURE:
                yield other

    def _country(self, exact: str, names: Iterable[str]) -> Iterator[Variant]:
        """A country's other names; where one of them is also an adjective (روسية), only as the name of a place."""
        for name in names:
            ambiguous = name in self._lists.adjectives(exact)
            for candidate in candidates(name, pronouns=False):
                for form, count in self._forms(candidate.form):
                    made = f"{candidate.form}{BETWEEN}{form}"
                    if ambiguous:
                        yield from self._named(Variant(form, exact, "country", count, on=True, term=made), candidate)
                    else:
                        yield Variant(form, exact, "country", count, on=True, term=made)

    def _named(self, variant: Variant, candidate: Candidate) -> Iterator[Variant]:
        """The form where a mention names a place by it. Mentions hold no clitics: the bare form is asked for."""
        if candidate.form != candidate.core:
            return
        count = self._searcher.doc_freq("named", variant.term)
        if count:
            yield Variant(variant.form, variant.of, "country", count, on=True, term=variant.term, field="named")

    def _adjectives(self, exact: str) -> Iterator[Variant]:
        on = self._choice.adjectives
        for name in self._lists.adjectives(exact):
            for candidate in candidates(name, pronouns=False):
                for form, count in self._forms(candidate.form):
                    yield Variant(form, exact, "adjective", count, on=on, term=f"{candidate.form}{BETWEEN}{form}")


def _agrees(form: str, exact: str, candidate: Candidate, counts: tuple[int, int]) -> bool:
    """Whether a written form of the same folded letters is the word, not one that only marks of letters tell apart."""
    count, frequency = counts
    core = form[len(form) - len(candidate.core) :] if candidate.why != "pronoun" else form
    if candidate.why == "pronoun":
        return not core.endswith("ة")
    if len(core) != len(exact):
        return True  # مسؤول, مسئول
    rare = count * _RARE <= frequency or count >= frequency * _RARE
    loose = count * _OFTEN <= frequency or count >= frequency * _OFTEN
    for have, want in zip(core, exact, strict=True):
        if have == want:
            continue
        if have.translate(_HAMZA) == want.translate(_HAMZA) == "ا":
            if "ا" not in {have, want} and not rare:
                return False  # إعلام, أعلام
        elif {have, want} == {"ى", "ي"}:
            if len(exact) <= _SHORT and fold_key(exact) not in _ALWAYS:
                return False
        elif {have, want} == {"ة", "ه"} and not loose:
            return False  # رئيسة, رئيسه
    return True
