"""Misspelt names that betray themselves: the article has the right form too, or the lists have it one slip away.

Two long names of one label that differ by one slip (`misspelt`) are one where one of them stands once or twice only
and the lists don't know both: of persons, one of the words must be no name that anybody bears (ضرعام beside ضرغام);
of places and bodies two neighbours must be exchanged. A place or body that nothing knows (`موينخ`) is looked up with
two neighbours exchanged, one of two equal letters left out, or a long vowel more; only one such thing may be found.
"""

from collections import defaultdict
from collections.abc import Iterator

from marsad.annotate.linking.forms import Clusters, Form
from marsad.annotate.lists.lexicon import lexicon
from marsad.annotate.lists.things import Thing, lookup
from marsad.text.name_words import bare, parts
from marsad.text.spellings import misspelt

_RARE = 2  # mentions of a form that may be a slip
_LONGEST = 24  # letters of a word that is looked at
_LEAST = 5
_MOST_FORMS = 400  # forms of an article that are looked up letter by letter
_MOST_NEAR = 20  # forms that share a key and are compared


def link_slips(clusters: Clusters) -> None:
    """Joins a misspelt name with the right one in the same article."""
    near: dict[tuple[str, str], list[Form]] = defaultdict(list)
    for form in clusters.forms:
        if form.label == "PER" and len(form.parts.words) == 1 and len(form.key) <= _LEAST:
            continue
        for key in _without_one(form.key):
            near[form.label, key].append(form)
    for forms in near.values():
        for place, form in enumerate(forms[:_MOST_NEAR]):
            for other in forms[place + 1 : _MOST_NEAR]:
                if _slip(form, other):
                    right, wrong = sorted((form, other), key=lambda one: (not one.thing, -len(one.places)))
                    clusters.join(right, wrong, "misspelt", 0.75)


def _without_one(name: str) -> set[str]:
    """The name and the name without one of its letters: two names one slip apart share one of these."""
    if not _LEAST <= len(name) <= _LONGEST * 2:
        return set()
    return {name} | {name[:place] + name[place + 1 :] for place in range(len(name))}


def _slip(one: Form, other: Form) -> bool:
    if one is other or one.speaks != other.speaks or (one.things and other.things):
        return False
    if min(len(one.places), len(other.places)) > _RARE or not misspelt(one.text, other.text):
        return False
    changed = [pair for pair in zip(one.parts.words, other.parts.words, strict=True) if pair[0] != pair[1]]
    if one.label == "PER":  # نبيل and نبيه are brothers
        return not all(all(lexicon().flags(bare(word)) & _NAMES for word in pair) for pair in changed)
    return all(len(left) == len(right) and sorted(left) == sorted(right) for left, right in changed)


_NAMES = frozenset({"given", "given?", "family", "family?"})


def right_thing(form: Form) -> Thing | None:
    """The thing whose name an unknown place or body is one slip away from; None where there is none or several."""
    words = parts(form.text).words
    if form.things or form.label == "PER" or len(words) != 1 or not _LEAST <= len(bare(words[0])) <= _LONGEST:
        return None
    found = {thing.id: thing for name in _slips(form.key) for thing in lookup(name)}
    able = [thing for thing in found.values() if thing.label == form.label and not thing.need]
    return able[0] if len(able) == 1 else None


def look_up_slips(forms: list[Form]) -> None:
    """Gives unknown forms the thing that they are one slip away from."""
    for form in [form for form in forms if not form.things][:_MOST_FORMS]:
        form.thing = right_thing(form)


def _slips(name: str) -> Iterator[str]:
    """What the writer may have meant: neighbours exchanged, a letter doubled, a long vowel left out."""
    for place in range(1, len(name)):
        if place + 1 < len(name) and name[place] != name[place + 1]:
            yield name[:place] + name[place + 1] + name[place] + name[place + 2 :]
        if name[place] == name[place - 1]:
            yield name[:place] + name[place + 1 :]
        if not name.startswith("ال"):
            yield from (name[:place] + vowel + name[place:] for vowel in "اوي")
