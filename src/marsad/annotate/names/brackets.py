"""Second names in brackets: منظمة الأمم المتحدة للتربية (يونسكو), ألفابت (Alphabet), البنتاغون (وزارة الدفاع)."""

from collections.abc import Sequence

from marsad.annotate.engines.decoding import Stretch
from marsad.annotate.lists.parsing import Sentence

_OPEN, _CLOSED = frozenset('([«"“'), frozenset(')]»"”')
_MOST = 4  # words of a second name


def bracketed(sentence: Sentence, names: Sequence[Stretch]) -> list[Stretch]:
    """The names of a sentence with those that stand in brackets right behind one: the same thing, so the same label.

    Latin words, or behind an organisation one Arabic word that no list knows as a word (an acronym).
    """
    taken = {place for name in names for place in range(name.first, name.last)}
    added: list[Stretch] = []
    for name in names:
        first = name.last + 1
        last = _end(sentence, name.last)
        if last and taken.isdisjoint(range(first, last)) and _may_be(sentence, first, last, name):
            added.append(Stretch(first, last, name.label, name.sure))
    return sorted([*names, *added])


def _end(sentence: Sentence, place: int) -> int:
    """Behind the last word inside the bracket that opens at `place`; 0 where none does."""
    words = sentence.words
    if place >= len(words) or words[place].text not in _OPEN:
        return 0
    for last in range(place + 2, min(place + 2 + _MOST, len(words))):
        if words[last].text in _CLOSED:
            return last
    return 0


def _may_be(sentence: Sentence, first: int, last: int, name: Stretch) -> bool:
    kinds = {word.kind for word in sentence.words[first:last]}
    if kinds == {"other"}:
        return True
    form = sentence.forms[first]
    unknown = last - first == 1 and not form.known.flags and not form.folded.startswith("ال")
    listed = any(
        hit.first == first and hit.last == last and any(thing.label == "ORG" for thing in hit.things)
        for hit in sentence.hits
    )
    return name.label == "ORG" and kinds == {"arabic"} and (unknown or listed)
