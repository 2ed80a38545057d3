"""Phrases around names that grammar shapes: the name of an institution, and the words between a title and a person.

An institution's name is a head and what hangs on it. Behind a head with the article stand adjectives with the article
(الهيئة العليا المستقلة); behind one without it a chain of nouns that the first definite noun closes (هيئة مراقبة
دستورية القوانين), then adjectives with the article. Both may go on with ل and a noun (للانتخابات, لحقوق الإنسان), and
with و and another definite noun (التربية والتعليم), which is less sure. These are proposals that a model weighs.
"""

from collections.abc import Sequence
from typing import NamedTuple

from marsad.annotate.lists.forms import Form
from marsad.annotate.lists.lexicon import INSTITUTION, TITLE
from marsad.annotate.lists.tables import word_list

_LONGEST = 9  # words


class Phrase(NamedTuple):
    """Words `first` to `core` are likely one institution's name, to `last` possibly (both exclusive)."""

    first: int
    core: int
    last: int


def institutions(forms: Sequence[Form]) -> list[Phrase]:
    """The phrases of a sentence that have the shape of an institution's name, left to right, disjoint."""
    found: list[Phrase] = []
    place = 0
    while place < len(forms):
        phrase = None if forms[place].known.flags.isdisjoint(INSTITUTION) else _institution(forms, place)
        if phrase and phrase.last - phrase.first > 1:
            found.append(phrase)
            place = phrase.last
        else:
            place += 1
    return found


def _institution(forms: Sequence[Form], first: int) -> Phrase:
    place = first + 1
    if not forms[first].known.form.startswith("ال"):
        place = _chain(forms, place)
    core = _longer(forms, _adjectives(forms, place))
    last = core
    while last < len(forms) and last - first < _LONGEST and _joined(forms[last]):
        last = _longer(forms, _adjectives(forms, last + 1))
    return Phrase(first, min(core, first + _LONGEST), min(last, first + _LONGEST))


def _chain(forms: Sequence[Form], place: int) -> int:
    """Behind a chain of nouns that the first definite noun or name closes; its beginning where nothing closes it."""
    for end in range(place, min(place + 4, len(forms))):
        form = forms[end]
        if not _is_noun(form):
            return place
        if _is_definite(form):
            return end + 1
    return place


def _adjectives(forms: Sequence[Form], place: int) -> int:
    while place < len(forms) and forms[place].folded.startswith("ال") and _is_noun(forms[place]):
        place += 1
    return place


def _longer(forms: Sequence[Form], place: int) -> int:
    """Behind ل and its noun, where they follow."""
    if place >= len(forms) or not _is_noun(forms[place]):
        return place
    word = forms[place].folded
    if word.startswith("لل"):
        return _adjectives(forms, place + 1)
    if (word.startswith("ل") and not forms[place].known.form.startswith("ل")) or _unknown_lam(forms[place]):
        end = _chain(forms, place + 1)
        return _adjectives(forms, end) if end > place + 1 else place
    return place


def _unknown_lam(form: Form) -> bool:
    """A word in ل that no list knows: behind the head of a phrase it is mostly ل and a noun (لحقوق, لنصرة)."""
    return form.folded.startswith("ل") and not form.known.flags and len(form.folded) > len("لجنه")


def _joined(form: Form) -> bool:
    """و and a definite noun."""
    return form.folded.startswith("وال") and _is_noun(form)


def _is_noun(form: Form) -> bool:
    closed = word_list("closed")
    return form.arabic and form.folded not in closed and form.known.form not in closed


def _is_definite(form: Form) -> bool:
    return form.folded.startswith("ال") or bool(form.known.flags & {"given", "family", "nat"})


def after_title(forms: Sequence[Form]) -> list[int]:
    """For every word how it stands to a title: 0 not behind one, 1 right behind, 2 behind title and its definite words.

    وزير الخارجية الإسباني | خوسيه: the words of the office are themselves marked 3.
    """
    marks = [0] * len(forms)
    state = 0
    for place, form in enumerate(forms):
        if not form.known.flags.isdisjoint(TITLE):
            marks[place], state = 3 if state else 0, 1
        elif state:
            goes_on = form.arabic and form.folded.startswith("ال") and not form.known.flags & {"given"}
            marks[place] = 3 if goes_on else state
            state = 2 if goes_on else 0
    return marks
