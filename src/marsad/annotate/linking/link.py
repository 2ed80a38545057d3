"""Which names of an article are one thing: mentions in, the same mentions with their entity, and the entities out.

From what is certain to what is likely: one spelling (linking_forms), one thing of the lists (linking_things), one
name written otherwise (text.spellings), two names that the article puts side by side (linking_pairs), slips of the
keyboard (linking_slips), the full name and its short forms (linking_people, linking_groups). A capital stays apart from
its country; where it speaks for the government (linking_capitals) it is an entity of its own with `stands_for`: the
id of the country's entity, or `gov:XX` where the article does not name the country. Adjectives (kind "adjective") are
linked to their country's entity, which is made where the article names the country by adjectives only.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from marsad.annotate.linking.capitals import speaks
from marsad.annotate.linking.entities import Described, adjective_only, describe
from marsad.annotate.linking.forms import Clusters, Form, forms_of
from marsad.annotate.linking.groups import link_groups
from marsad.annotate.linking.pairs import link_pairs
from marsad.annotate.linking.people import link_people
from marsad.annotate.linking.slips import link_slips, look_up_slips
from marsad.annotate.linking.things import OTHER_SENSE, choose, narrower, nation
from marsad.annotate.lists.things import country, lookup
from marsad.records import Entity, Mention
from marsad.text.clitics import readings
from marsad.text.name_words import fold_name, wordset
from marsad.text.spellings import SURE, key, same_name

_MONEY = wordset(
    """
    وزير وزيره وزاره وزرا سوق السوق اسواق الاسواق الاوراق اوراق هييه موسسه الموسسه موسسات الموسسات شركات الشركات ازمه
    الازمه ازمات الازمات غرامه غرامات الغرامه الغرامات الدعم الموارد موارد القوايم التقارير السنه المركز المدير مدير
    المحللون المحللين الخبرا المستشارون الشوون لجنه اللجنه القطاع الخدمات خدمات النتايج المخالفات العقوبات الرقابه
    """
)
_BEFORE = 40  # characters in front of a word that are looked at
_AN_ARTICLE = 4000  # forms; where there are more, the text is a list of names, and less is compared
_MOST_ALIKE, _FEW_ALIKE = 40, 4  # forms of one blocking key that are compared with one another


def link(
    text: str, mentions: Sequence[Mention], *, published: str | None = None
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """The mentions, each with its entity's id, and the entities by first mention (e1, e2, …).

    `text` is what the mentions point into; `published` (ISO day) dates offices. Mentions of kind "nominal" and
    "pronoun" come back as they are. Any order of mentions is taken; the order given is kept. Left out are adjectives
    of another sense: المالية beside words of finance, or where the article does not name Mali.
    """
    mentions = [one for one in mentions if not _of_money(text, one)]
    order = sorted(range(len(mentions)), key=lambda place: (mentions[place].start, -mentions[place].end))
    ordered = [mentions[place] for place in order]
    clusters = _clusters(text, ordered)
    entities, owner = _entities(text, ordered, clusters, published)
    linked = {id(ordered[place]): entity for place, entity in owner.items()}
    kept = (one for one in mentions if id(one) in linked or not _other_sense(one))
    return tuple(replace(one, entity=linked.get(id(one), one.entity)) for one in kept), entities


def _other_sense(mention: Mention) -> bool:
    return mention.kind == "adjective" and fold_name(mention.text) in OTHER_SENSE


def _of_money(text: str, mention: Mention) -> bool:
    """Whether an adjective is المالية behind a word of finance: وزير المالية, السوق المالية."""
    if not _other_sense(mention):
        return False
    words = fold_name(text[max(0, mention.start - _BEFORE) : mention.start]).split()
    return bool(words) and any(reading.form in _MONEY for reading in readings(words[-1]))


def _clusters(text: str, mentions: Sequence[Mention]) -> Clusters:
    forms = forms_of(mentions, _speaking(text, mentions))
    choose(forms, mentions)
    for form in forms:  # طرابلس of Lebanon is no capital, though one has the name
        form.speaks = form.speaks and form.thing is not None and form.thing.kind == "capital"
    look_up_slips(forms)
    clusters = Clusters(forms)
    _same_things(clusters)
    _same_spelling(clusters)
    owner = {place: form for form in forms for place in form.places}
    link_pairs(clusters, text, mentions, owner)
    link_slips(clusters)
    link_people(clusters, text, mentions)
    link_groups(clusters, text, mentions)
    return clusters


def _speaking(text: str, mentions: Sequence[Mention]) -> frozenset[int]:
    """The mentions of capitals that stand for their governments; what "and" joins to one that does, does too."""
    found: set[int] = set()
    for place, mention in enumerate(mentions):
        if mention.label != "LOC" or mention.kind != "name" or not _is_capital(mention.text):
            continue
        joined = place - 1 in found and text[mentions[place - 1].end : mention.start] == " و"
        if joined or speaks(text, mention.start, mention.end):
            found.add(place)
    return frozenset(found)


def _is_capital(name: str) -> bool:
    kinds = {thing.kind for thing in lookup(name)}
    return "capital" in kinds and "country" not in kinds


def _same_things(clusters: Clusters) -> None:
    first: dict[tuple[str, bool], Form] = {}
    for form in clusters.forms:
        if form.thing:
            known = first.setdefault((form.thing.id, form.speaks), form)
            if not narrower(known.text, form.text):
                clusters.join(known, form, "same-thing", 0.9 if form.thing.need else 0.95)


def _same_spelling(clusters: Clusters) -> None:
    """Joins forms that are one name written otherwise; a country's ـيا and ـية are, since both are names here."""
    blocks: dict[tuple[str, str], list[Form]] = defaultdict(list)
    for form in clusters.forms:
        blocks[form.label, key(form.text)].append(form)
    most = _MOST_ALIKE if len(clusters.forms) <= _AN_ARTICLE else _FEW_ALIKE
    for forms in blocks.values():
        for place, form in enumerate(forms[:most]):
            for other in forms[place + 1 : most]:
                match = same_name(form.text, other.text)
                if match and match.strength >= SURE:
                    clusters.join(form, other, match.kind, match.strength)
                elif form.label == "LOC" and _country_ending(form.key, other.key):
                    clusters.join(form, other, "country-ending", 0.85)


def _country_ending(one: str, other: str) -> bool:
    return {one[-2:], other[-2:]} == {"يا", "يه"} and one[:-2] == other[:-2] and len(one) > len("يا") + 1


def _entities(
    text: str, mentions: Sequence[Mention], clusters: Clusters, published: str | None
) -> tuple[tuple[Entity, ...], dict[int, str]]:
    """The entities with their ids, and which mention belongs to which."""
    found = [describe(group, clusters.joint(group[0]), text, mentions, published) for group in clusters.groups()]
    _add_adjectives(found, mentions)
    found.sort(key=lambda one: one.places[0])
    ids = {id(one): f"e{number}" for number, one in enumerate(found, 1)}
    countries = {one.thing.country: ids[id(one)] for one in found if one.thing and one.thing.kind == "country"}
    entities = tuple(one.entity(ids[id(one)], mentions, countries) for one in found)
    return entities, {place: ids[id(one)] for one in found for place in one.places}


def _add_adjectives(found: list[Described], mentions: Sequence[Mention]) -> None:
    """Gives every nationality word to its country, with or without a name in the article."""
    known = {one.thing.id: one for one in found if one.thing and not one.speaks}
    for place, mention in enumerate(mentions):
        if mention.kind != "adjective":
            continue
        code = nation(mention.text)
        thing = country(code) if code else None
        if thing is None or (thing.id not in known and fold_name(mention.text) in OTHER_SENSE):
            continue
        if thing.id not in known:
            known[thing.id] = adjective_only(thing)
            found.append(known[thing.id])
        known[thing.id].places.append(place)
        known[thing.id].places.sort()
