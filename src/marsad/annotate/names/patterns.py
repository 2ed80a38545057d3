"""Conventions of names that a model learns only halfway: what belongs to a name, what only describes it.

- A describing noun in front of a name that stands by itself is outside: وكالة | الأناضول, مدينة | حلب; where the rest
  alone would be no name it is inside: وكالة الأنباء القطرية, مدينة الثقافة.
- Titles, offices and nationalities in front of a person are outside: الرئيس | الباكستاني | شهباز شريف.
- A ministry is its head, its portfolio and its country: وزارة الخارجية الروسية; the short form with its country,
  الخارجية الروسية, unless an office stands in front (وزير الخارجية الروسي names nobody's ministry).
- The country's adjective behind a body of the state belongs to it: الجيش المصري, البرلمان العراقي.
- An ending in ـية that may spell a country or be its adjective is the country behind a preposition, behind أن and its
  like, and behind a masculine noun that no feminine adjective could follow: في سورية, أن روسية استضافت, رئيس سورية.
- Praise and status behind a place are outside: القدس | المحتلة.

The source of the conventions is part A of the project's annotation guideline (docs/annotation.md).
"""

from collections.abc import Callable, Sequence
from itertools import chain

from marsad.annotate.engines.decoding import Stretch
from marsad.annotate.lists.forms import Form
from marsad.annotate.lists.gazetteer import Hit
from marsad.annotate.lists.lexicon import NATION, TITLE
from marsad.annotate.lists.parsing import Lists, Sentence
from marsad.annotate.lists.phrases import institutions
from marsad.annotate.lists.tables import word_list
from marsad.annotate.names.brackets import bracketed
from marsad.annotate.names.ministries import SURE, definite_nation, ministries
from marsad.annotate.names.trimming import trimmed

_WITH_HEAD = frozenset({"facility", "camp", "crossing"})  # listed without their noun, named with it
_SHORT_PLACE = 2  # words


def corrected(sentence: Sentence, found: Sequence[Stretch], known: Lists) -> list[Stretch]:
    """The names of a sentence after every rule, in order and disjoint."""
    patterned = [*ministries(sentence, known), *_countries(sentence)]
    covered = {place for name in patterned for place in range(name.first, name.last)}
    names = [name for name in trimmed(sentence, found) if covered.isdisjoint(range(name.first, name.last))]
    fitted = _facilities(sentence, [_fitted(sentence, name) for name in names])
    kept = [name for name in fitted if not _only_a_title(sentence, name) and not _only_a_head(sentence, name)]
    return bracketed(sentence, _disjoint(sorted(chain(patterned, kept))))


def _disjoint(names: list[Stretch]) -> list[Stretch]:
    kept: list[Stretch] = []
    for name in names:
        if not kept or kept[-1].last <= name.first:
            kept.append(name)
    return kept


def _fitted(sentence: Sentence, name: Stretch) -> Stretch:
    for rule in _RULES:
        name = rule(sentence, name)
    return name


def _without_title(sentence: Sentence, name: Stretch) -> Stretch:
    """A person without the titles, offices and nationalities in front."""
    while name.label == "PER" and name.last - name.first > 1 and _is_title(sentence, name.first):
        name = name._replace(first=name.first + 1)
    return name


def _is_title(sentence: Sentence, place: int) -> bool:
    known = sentence.forms[place].known
    if known.form == "الله":  # of آية الله
        return place > 0 and sentence.forms[place - 1].known.form == "ايه"
    return not known.flags & {"given", "family"} and (
        bool(known.flags & TITLE) or (bool(known.flags & NATION) and known.form.startswith("ال"))
    )


def _only_a_title(sentence: Sentence, name: Stretch) -> bool:
    """One word that says what somebody is, not who: الشهيد, التونسي, فلسطينيون."""
    if name.label != "PER" or name.last - name.first > 1:
        return False
    known = sentence.forms[name.first].known
    title = bool(known.flags & TITLE) and known.form.startswith("ال")
    return title or bool(known.flags & NATION and not known.flags & {"given", "family"})


def _only_a_head(sentence: Sentence, name: Stretch) -> bool:
    """A noun that only begins a name: وكالة, متحف, غرب."""
    known = sentence.forms[name.first].known
    heads = {"ORG": {"orgin", "orgout"}, "LOC": {"locin", "locout"}, "PER": set[str]()}[name.label]
    listed = any(hit.first == name.first and hit.last == name.last for hit in sentence.hits)
    return name.last - name.first == 1 and bool(known.flags & heads) and not known.form.startswith("ال") and not listed


def _without_head(sentence: Sentence, name: Stretch) -> Stretch:
    """An organisation or place without the noun that describes it, where the rest is a name by itself."""
    head = sentence.forms[name.first].known
    outside = {"ORG": "orgout", "LOC": "locout"}.get(name.label)
    if outside not in head.flags or head.form.removeprefix("ال") in word_list("kept_heads"):
        return name
    for hit in sentence.hits:
        if hit.first == name.first + 1 and hit.last <= name.last:
            fits = any(
                thing.label == name.label and thing.need != "context" and thing.kind not in _WITH_HEAD
                for thing in hit.things
            )
            return name._replace(first=hit.first, last=hit.last) if fits else name
    bare = _without_country(sentence, name._replace(first=name.first + 1))
    strange = name.last - name.first > 1 and all(map(_strange, sentence.forms[bare.first : bare.last]))
    return bare if name.label == "ORG" and strange else name


def _strange(form: Form) -> bool:
    """A word without article that no list knows as a word: a name of its own (تاس, ألفابت, Meta)."""
    return not form.known.flags and not form.known.form.startswith(("ال", "لل")) and not form.known.clitics


def _without_country(sentence: Sentence, name: Stretch) -> Stretch:
    """وكالة | تسنيم | الإيرانية."""
    if name.last - name.first > 1 and definite_nation(sentence.forms[name.last - 1]):
        return name._replace(last=name.last - 1)
    return name


def _facilities(sentence: Sentence, names: Sequence[Stretch]) -> list[Stretch]:
    """Names with the noun of the facility or landscape in front: مسجد السودان, شارع محمد الخامس are places."""
    return [_facility(sentence, name) for name in names if not _is_bare_head(sentence, name, names)]


def _facility(sentence: Sentence, name: Stretch) -> Stretch:
    place = name.first - 1
    if (
        name.label == "ORG"
        or place < 0
        or not _is_place_head(sentence.forms[place])
        or _has_clitic(sentence, name.first)
        or (name.label == "PER" and sentence.forms[place].known.form in word_list("acts"))
    ):
        return name
    return Stretch(place, name.last, "LOC", name.sure)


def _has_clitic(sentence: Sentence, place: int) -> bool:
    listed = any(hit.first == place and hit.skip for hit in sentence.hits)
    return listed or bool(sentence.forms[place].known.clitics)


def _is_place_head(form: Form) -> bool:
    return (
        "locin" in form.known.flags
        and not form.known.form.startswith("ال")
        and form.known.form not in word_list("directions")
    )


def _is_bare_head(sentence: Sentence, name: Stretch, names: Sequence[Stretch]) -> bool:
    """Whether this is only the noun in front of another name, which takes it in."""
    return (
        name.last - name.first == 1
        and _is_place_head(sentence.forms[name.first])
        and any(other.first == name.last and other.label != "ORG" for other in names)
    )


def _without_status(sentence: Sentence, name: Stretch) -> Stretch:
    while (
        name.label == "LOC"
        and name.last - name.first > 1
        and sentence.forms[name.last - 1].folded in word_list("status")
    ):
        if _is_listed(sentence, name):
            break
        name = name._replace(last=name.last - 1)
    return name


def _with_country(sentence: Sentence, name: Stretch) -> Stretch:
    """A body of a state or a society with the adjective of its country: الجيش المصري, نقابة المحامين العراقيين."""
    known = sentence.forms[name.first].known
    body = known.form in word_list("state_bodies") or known.form in word_list("ministries")
    society = "orgin" in known.flags and not any(
        hit.first <= name.first and hit.last >= name.last and not all(thing.need for thing in hit.things)
        for hit in sentence.hits
    )
    belongs = name.label == "ORG" and (body or society)
    if belongs and name.last < len(sentence.forms) and definite_nation(sentence.forms[name.last]):
        return name._replace(last=name.last + 1)
    return name


def _without_owner(sentence: Sentence, name: Stretch) -> Stretch:
    """A place of several words without the adjective of its country: ميناء جيهان | التركي."""
    long = name.label == "LOC" and name.last - name.first > _SHORT_PLACE
    return _without_country(sentence, name) if long and not _is_listed(sentence, name) else name


def _is_listed(sentence: Sentence, name: Stretch) -> bool:
    return any(hit.first <= name.first and hit.last == name.last for hit in sentence.hits)


def _whole_chain(sentence: Sentence, name: Stretch) -> Stretch:
    """An institution up to the noun that closes its chain: هيئة مراقبة -> هيئة مراقبة دستورية القوانين."""
    if name.label == "ORG" and name.last - name.first > 1 and not sentence.forms[name.last - 1].folded.startswith("ال"):
        for phrase in institutions(sentence.forms):
            more = sentence.forms[name.last : phrase.core]
            if phrase.first == name.first and more and not _is_listed(sentence, name) and not _joins(more[0]):
                return name._replace(last=phrase.core)
    return name


def _joins(form: Form) -> bool:
    return form.folded.startswith("وال")


def _as_listed(sentence: Sentence, name: Stretch) -> Stretch:
    """A name of several words that the lists give to one kind of thing: باريس سان جيرمان is no place."""
    for hit in sentence.hits:
        if hit.first == name.first and hit.last == name.last and name.last - name.first > 1:
            labels = {thing.label for thing in hit.things}
            if len(labels) == 1 and not any(thing.need for thing in hit.things):
                return name._replace(label=labels.pop())
    return name


_RULES: tuple[Callable[[Sentence, Stretch], Stretch], ...] = (
    _as_listed,
    _without_title,
    _without_head,
    _without_status,
    _without_owner,
    _whole_chain,
    _with_country,
)


def _countries(sentence: Sentence) -> list[Stretch]:
    """سورية, روسية where they are the country."""
    return [
        Stretch(hit.first, hit.last, "LOC", SURE)
        for hit in sentence.hits
        if hit.last == hit.first + 1 and _may_be_adjective(sentence, hit) and _country_stands(sentence, hit.first)
    ]


def _may_be_adjective(sentence: Sentence, hit: Hit) -> bool:
    country = any(thing.kind == "country" for thing in hit.things)
    return country and "nat" in sentence.forms[hit.first].known.flags and sentence.forms[hit.first].folded[-2:] == "يه"


def _country_stands(sentence: Sentence, place: int) -> bool:
    clitics = sentence.forms[place].known.clitics
    if clitics[-1:] and clitics[-1] in "بل":
        return True
    before = sentence.forms[place - 1] if place else None
    return before is not None and (
        before.folded in word_list("prepositions") | word_list("subject_follows")
        or before.known.form in word_list("prepositions") | word_list("masculine")
    )
