"""Which country a public body is of by the place behind it: وزارة الصحة في غزة is not وزارة الصحة اللبنانية.

The place counts where the article names such a body of another country; else the name alone says enough.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from marsad.annotate.linking.forms import Clusters, Form
from marsad.annotate.linking.things import nations
from marsad.annotate.lists.things import lookup
from marsad.records import Mention
from marsad.text.name_words import fold_name, wordset

# Bodies of a state or of those who rule a place; an embassy is of another country than the place that it is in.
_BODIES = wordset("وزاره هييه مديريه دايره نيابه شرطه محكمه بلديه مجلس حكومه اداره دفاع صحه داخليه ماليه سلطه سلطات")
_IN = re.compile(r"""[»"”]?\s+(?:في\s+|ب)(?:(?:قطاع|مدينة|محافظة|ولاية|إقليم)\s+)?""")
_NAME = re.compile(r"\w+(?: \w+)?")
_IN_NAME = re.compile(r" (?:في |ب)(\w+(?: \w+)?)$")


def cut_seated(clusters: Clusters, text: str, mentions: Sequence[Mention]) -> None:
    """Makes forms of their own of the bodies with a place behind, where a body of another country has their name."""
    bodies = [form for form in clusters.forms if form.label == "ORG" and _stem(form.words[0]) in _BODIES]
    for form in bodies:
        match = _IN_NAME.search(form.text)
        form.seat = _countries(match[1]) if match else frozenset()
    for form in bodies:
        if form.certain or form.seat or _own(form):
            continue
        others = [_own(other) for other in bodies if other.words[: len(form.words)] == form.words and _own(other)]
        seated: dict[frozenset[str], list[int]] = defaultdict(list)
        for place in form.places:
            seat = _seat(text, mentions[place].end)
            if seat and any(not seat & other for other in others):
                seated[seat].append(place)
        for seat, places in seated.items():
            clusters.cut(form, places).seat = seat


def of_another_country(one: Form, other: Form) -> bool:
    """Whether one of two bodies has a place behind it that is not of the other's country."""
    left, right = one.seat or _own(one), other.seat or _own(other)
    return bool((one.seat or other.seat) and left and right and not left & right)


def _stem(word: str) -> str:
    return word.removeprefix("ال")


def _own(form: Form) -> frozenset[str]:
    """The countries that the words of a name say: اللبنانية."""
    return frozenset(nations(form.words[1:]))


def _seat(text: str, end: int) -> frozenset[str]:
    """The countries of the place that stands behind في or بـ at `end`."""
    match = _IN.match(text, end)
    name = _NAME.match(text, match.end()) if match else None
    return _countries(name[0]) if name else frozenset()


def _countries(name: str) -> frozenset[str]:
    """The countries of the listed places that a name begins with: of its two words, or of the first alone."""
    for front in (name, name.partition(" ")[0]):
        found = _codes(thing.country for thing in lookup(fold_name(front)) if thing.label == "LOC" and not thing.need)
        if found:
            return found
    return frozenset()


def _codes(codes: Iterable[str | None]) -> frozenset[str]:
    return frozenset(code for code in codes if code)
