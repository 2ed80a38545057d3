"""Which forms of a word an archive has, and which of them a search takes: each with its count, each to be switched.

Forms come from grammar (`text/search_forms.py`), counts from the index, knowledge of the world (that روسية is also
روسيا, that وعد is a verb) from whoever calls, through `Lists`. What is likely another word is listed as switched off.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, Protocol

import tantivy

from marsad.text.fold import fold_key
from marsad.text.name_words import fold_name
from marsad.text.search_forms import Candidate, Why, candidates
from marsad.text.search_words import BETWEEN, parted, written
from marsad.text.spellings import SURE, key, same_name

_FAR = 20  # a form that is so many times as frequent as the word in itself is another word
_OWN = 20  # a word with the article in one of so many texts of the word itself is a word of its own
_RARE = 50  # what is so many times rarer than a word is a slip in writing it, not another word
_SHORT = 3  # letters of a word in which ى is not ي: على, علي
_HAMZA = str.maketrans(dict.fromkeys("أإآٱ", "ا"))
_ALWAYS = frozenset({"في"})  # short, and yet one word: فى


class Lists(Protocol):
    """What is known of words beyond their letters."""

    def same(self, word: str) -> tuple[str, ...]:
        """Other names of one word for the country that the word names: سورية for سوريا; () where it names none."""

    def adjectives(self, word: str) -> tuple[str, ...]:
        """The forms of the adjective of the country that the word names: روسي, روسية, روس."""

    def code(self, name: str) -> str:
        """The three letters of the country that a name or a code of two or three letters stands for; "" for none."""

    def is_word(self, folded: str) -> bool:
        """Whether the folded form is a word by itself, though it begins as a clitic does: وعد, كريم."""

    def is_name(self, folded: str) -> bool:
        """Whether the folded form names somebody or some place, so that no pronoun stands behind it: علي."""


class NoLists:
    """Nothing is known."""

    def same(self, _word: str) -> tuple[str, ...]:
        """No other name."""
        return ()

    def adjectives(self, _word: str) -> tuple[str, ...]:
        """No adjective."""
        return ()

    def code(self, _name: str) -> str:
        """No country."""
        return ""

    def is_word(self, _folded: str) -> bool:
        """No word."""
        return False

    def is_name(self, _folded: str) -> bool:
        """No name."""
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

    @property
    def lists(self) -> Lists:
        """What is known beyond letters."""
        return self._lists

    def _switched(self, variant: Variant) -> Variant:
        on = variant.on
        if variant.why != "exact":
            on = variant.form in self._choice.on or (on and variant.form not in self._choice.off)
        return Variant(variant.form, variant.of, variant.why, variant.count, on, variant.term, variant.field)

    def _others(self, exact: str) -> Iterator[Variant]:
        folded = fold_key(exact)
        word = _Word(exact, folded, self._count(folded))
        country = self._lists.same(exact)
        named = bool(country) or self._lists.is_name(folded) or self._is_name(folded)
        for candidate in candidates(exact, pronouns=not named):
            yield from self._occurring(candidate, word)
        for name in self._spelt(folded):
            for candidate in candidates(name, pronouns=False):
                for form, count in self._forms(candidate.form):
                    on = not self._own(candidate, word)
                    yield Variant(form, exact, "name", count, on=on, term=f"{candidate.form}{BETWEEN}{form}")
        yield from self._country(exact, country)
        yield from self._adjectives(exact)

    def _occurring(self, candidate: Candidate, word: "_Word") -> Iterator[Variant]:
        own: bool | None = None
        for form, count in self._forms(candidate.form):
            if candidate.why == "pronoun" and form.endswith("ة"):
                continue  # كاملة has no pronoun
            own = self._own(candidate, word) if own is None else own
            why: Why = "spelling" if candidate.why == "exact" else candidate.why
            on = not own and self._agrees(form, candidate, word)
            yield Variant(form, word.exact, why, count, on=on, term=f"{candidate.form}{BETWEEN}{form}")

    def _forms(self, folded: str) -> list[tuple[str, int]]:
        """The written forms of a folded one, with the number of articles that have each."""
        found = self._searcher.terms_with_prefix("text", f"{folded}{BETWEEN}")
        return [(parted(made)[1], count) for made, count in found]

    def _count(self, folded: str) -> int:
        return sum(count for _, count in self._forms(folded))

    def _own(self, candidate: Candidate, word: "_Word") -> bool:
        """Whether a form with something written onto it is rather a word of its own, or a form of such a word.

        It is where the article stands before it (الفرد is no form of رد: nothing stands between the article and a
        word), where it is far more frequent, or where the lists know it and it is more frequent. So is what has
        further clitics in front (وكامل, for كامل is no form of أمل) or a pronoun behind (فكرته of فكرة).
        """
        front = candidate.front
        if candidate.why == "pronoun" and self._stands_alone(candidate.core, word, pronoun=True):
            return True
        if "ال" in front or front.endswith("لل"):
            return False
        inner = [word.folded, candidate.core] if candidate.why == "pronoun" else [candidate.core]
        return any(
            self._stands_alone(front[place:] + core, word, pronoun=core != word.folded)
            for place in range(len(front))
            for core in inner
        )

    def _stands_alone(self, form: str, word: "_Word", *, pronoun: bool = False) -> bool:
        count = self._count(form)
        if not count:
            return False
        defined = [one for front in ("ال", "وال", "بال", "لل") for one in self._forms(front + form)]
        with_article = sum(number for written_so, number in defined if not (pronoun and written_so.endswith("ة")))
        if with_article > 1 and with_article * _OWN >= count:
            return True
        known = not pronoun and count > word.frequency and self._lists.is_word(form)
        return known or count > max(1, word.frequency) * _FAR  # a word that is nowhere else says nothing

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

    def _agrees(self, form: str, candidate: Candidate, word: "_Word") -> bool:
        """Whether a written form of the same folded letters is the word, not one that only hamza or dots tell apart."""
        if len(form) < len(candidate.core):
            return True  # للاذقية, of which one lam is not written
        core = form[len(form) - len(candidate.core) :][: len(word.exact)]
        pairs = [(have, want) for have, want in zip(core, word.exact, strict=False) if have != want]
        if any(_hamzas(have, want) for have, want in pairs) and not self._slip(core, word.exact):
            return False  # إعلام, أعلام
        last = pairs[-1] if pairs and len(core) == len(word.exact) and core[-1] != word.exact[-1] else None
        if candidate.why == "pronoun" or last is None:
            return True
        if set(last) == {"ى", "ي"}:
            apart = len(word.exact) <= _SHORT or len(pairs) > 1  # علي, على; والي, وإلى
            return not apart or word.folded in _ALWAYS
        if (
            set(last) == {"ة", "ه"}
            and "ال" not in candidate.front + candidate.form[:2]
            and not candidate.front.endswith("لل")
        ):
            return self._count(word.folded[:-1]) <= word.frequency  # رئيسه may be his president; مدينه is مدينة
        return True

    def _slip(self, other: str, exact: str) -> bool:
        """Whether one of two spellings is so rare beside the other that it is no word of its own."""
        one, two = self._family(other), self._family(exact)
        return one * _RARE <= two or two * _RARE <= one

    def _family(self, form: str) -> int:
        """How many articles have a written form, or the form with the article."""
        forms = [form] if form.startswith("ال") else [form, f"ال{form}"]
        return sum(self._searcher.doc_freq("text", f"{fold_key(one)}{BETWEEN}{one}") for one in forms)

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


class _Word(NamedTuple):
    """The word of a query: as written, folded, and how many articles have it without anything written onto it."""

    exact: str
    folded: str
    frequency: int


def _hamzas(have: str, want: str) -> bool:
    """Whether two letters are an alef with different hamzas; one without any agrees with all."""
    return have.translate(_HAMZA) == want.translate(_HAMZA) == "ا" and "ا" not in {have, want}
