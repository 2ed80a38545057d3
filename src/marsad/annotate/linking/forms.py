"""The names of an article as forms: every spelling once per label, with the things of the lists that it may be.

Linking works on forms, since the same string under the same label is the same thing in one article; only where a
short name fits two long ones is a form cut (`Clusters.cut`), mention by mention.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from marsad.annotate.lists.speakers import speaker_noun
from marsad.annotate.lists.things import Thing, lookup
from marsad.kinds import Label
from marsad.records import Mention, Named, Party, Place
from marsad.text.fold import fold_key
from marsad.text.letters import INVISIBLE, MARK, TATWEEL
from marsad.text.name_words import PARTICLES, Parts, fold_name, parts, wordset

_UNREAD = re.compile(f"[{MARK}{TATWEEL}{INVISIBLE}]")  # لِلأردن
CERTAIN, LIKELY = 0.95, 0.75


def written(name: str) -> str:
    """A name as it is written without the preposition: للأردن is الأردن; لل stays where the name begins so."""
    bare = _UNREAD.sub("", name) if name.startswith("ل") else name
    if bare.startswith("لل") and len(bare) > len("لل") + 1 and not lookup(bare):
        whole = "ال" + bare[1:]  # للاذقية, للاجئين: a word in ل, of which one lam is not written
        return whole if lookup(whole) or speaker_noun(fold_key(whole).partition(" ")[0]) else "ال" + bare[2:]
    return name


def whom(someone: Named | Party | Place, names: Mapping[str, str]) -> str:
    """Who is meant, for the eye: the usual name, by the ids of entities; where it is not known the words of the text.

    They stand without the preposition that لل hides: the record keeps للصحفيين, which people see as الصحفيين.
    """
    return names.get(someone.entity or "") or written(someone.text)


@dataclass(slots=True, eq=False)
class Form:
    """One spelling of a name under one label; `places` are indexes into the article's mentions, ascending."""

    label: Label
    text: str
    key: str
    places: list[int]
    parts: Parts
    words: tuple[str, ...]  # all folded words, particles and titles with them
    things: tuple[Thing, ...]  # rows of the list with this name and label
    speaks: bool = False  # a capital that stands for its government
    thing: Thing | None = None  # the one that it is in this article
    seat: frozenset[str] = frozenset()  # the countries of the place behind it (وزارة الصحة في غزة)

    @property
    def certain(self) -> bool:
        """Whether the list names its thing without asking for anything beside the name."""
        return self.thing is not None and not self.thing.need


def form_of(label: Label, name: str, place: int, *, speaks: bool = False) -> Form:
    """The form of a mention's text."""
    text = written(name)
    key = fold_name(text)
    things = tuple(thing for thing in lookup(text) if thing.label == label) or _behind_head(label, key)
    words = tuple(key.split()) or (text,)  # a name of signs only is a word
    apart = parts(text)
    return Form(label, text, key, [place], apart if apart.words else Parts((), words), words, things, speaks)


# Nouns in front of a name by the kind of thing that they make it.
_HEADS_OF = {
    "armed-group": wordset("تنظيم جماعه حركه ميليشيا ميليشيات مليشيا مليشيات كتايب"),
    "party": wordset("حزب حركه تيار"),
    "club": wordset("نادي ناد فريق"),
    "outlet": wordset("صحيفه جريده مجله قناه اذاعه موقع تلفزيون"),
    "agency": wordset("وكاله"),
    "company": wordset("شركه مجموعه"),
    "bank": wordset("بنك مصرف"),
}


def _behind_head(label: Label, key: str) -> tuple[Thing, ...]:
    """The things of a name that the lists have without the noun of its kind: تنظيم الدولة الإسلامية."""
    head, _, rest = key.partition(" ")
    if label != "ORG" or not rest:
        return ()
    found = (thing for thing in lookup(rest) if thing.label == label and head in _HEADS_OF.get(thing.kind, ()))
    return tuple(thing._replace(need="") if thing.need == "trigger" else thing for thing in found)


def forms_of(mentions: Sequence[Mention], speaking: frozenset[int]) -> list[Form]:
    """All forms of the names, by first mention; other kinds of mention are left out."""
    found: dict[tuple[Label, str, bool], Form] = {}
    for place, mention in enumerate(mentions):
        if mention.kind not in {"name", "part"}:
            continue
        speaks = place in speaking
        known = found.get((mention.label, fold_name(written(mention.text)), speaks))
        if known:
            known.places.append(place)
        else:
            form = form_of(mention.label, mention.text, place, speaks=speaks)
            found[form.label, form.key, speaks] = form
    return list(found.values())


def patronymics(form: Form) -> frozenset[str]:
    """The words that follow بن or آل: a father's name, or none without آل (محمد بن سلمان is not سلمان)."""
    return frozenset(b for a, b in zip(form.words, form.words[1:], strict=False) if a in PARTICLES and a in _SON)


_SON = wordset("بن ابن بنت ولد ال")


@dataclass(slots=True)
class Joint:
    """What joined a cluster: the rule that decided last and the weakest confidence."""

    rule: str = "one-form"
    confidence: float = CERTAIN
    things: set[str] = field(default_factory=set)


class Clusters:
    """Which forms are one thing (union-find); two certain things of the list are never joined."""

    def __init__(self, forms: Iterable[Form]) -> None:
        self.forms = list(forms)
        self._parent: dict[int, int] = {}
        self._joints: dict[int, Joint] = {}
        self._by_id: dict[int, Form] = {}
        for form in self.forms:
            self._enter(form)

    def _enter(self, form: Form) -> None:
        number = id(form)
        self._parent[number], self._by_id[number] = number, form
        known = {form.thing.id} if form.certain and form.thing else set()
        slipped = form.thing is not None and not form.things  # found one slip away (linking_slips)
        self._joints[number] = Joint("misspelt", LIKELY, known) if slipped else Joint(things=known)

    def root(self, form: Form) -> int:
        """The number of the form's cluster."""
        number = id(form)
        while self._parent[number] != number:
            self._parent[number] = self._parent[self._parent[number]]
            number = self._parent[number]
        return number

    def joint(self, form: Form) -> Joint:
        """What joined the form's cluster."""
        return self._joints[self.root(form)]

    def apart(self, one: Form, other: Form) -> bool:
        """Whether the lists know that the two clusters are different things."""
        left, right = self.joint(one).things, self.joint(other).things
        return bool(left and right and not left & right) or one.speaks != other.speaks

    def join(self, one: Form, other: Form, rule: str, confidence: float, *, force: bool = False) -> bool:
        """Makes two clusters one, unless they are known to be different; whether they are one now."""
        left, right = self.root(one), self.root(other)
        if left == right:
            return True
        if self.apart(one, other) and not force:
            return False
        gone = self._joints[right]
        self._parent[right] = left
        kept = self._joints[left]
        kept.things |= gone.things
        kept.rule = rule if rule != "same-thing" or kept.rule == "one-form" else kept.rule
        kept.confidence = min(kept.confidence, gone.confidence, confidence)
        return True

    def cut(self, form: Form, places: Sequence[int]) -> Form:
        """Takes some mentions out of a form into one of their own, which belongs nowhere yet."""
        taken = set(places)
        part = Form(form.label, form.text, form.key, sorted(taken), form.parts, form.words, form.things, form.speaks)
        form.places = [place for place in form.places if place not in taken]
        self.forms.append(part)
        self._enter(part)
        return part

    def groups(self) -> list[list[Form]]:
        """The clusters by first mention, each with its forms by first mention."""
        found: dict[int, list[Form]] = {}
        for form in sorted((form for form in self.forms if form.places), key=lambda form: form.places[0]):
            found.setdefault(self.root(form), []).append(form)
        return list(found.values())
