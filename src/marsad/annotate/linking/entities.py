"""What an entity of an article is called, and what is known of it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from marsad.annotate.confidence import band, confidence
from marsad.annotate.linking.forms import Form, Joint
from marsad.annotate.linking.holders import Holder, bearers
from marsad.annotate.linking.offices import Office, office_of
from marsad.annotate.linking.things import narrower, nations
from marsad.annotate.lists.dated import sector_on
from marsad.annotate.lists.things import Thing, lookup, usual_name
from marsad.kinds import Label
from marsad.records import Entity, Mention
from marsad.text.name_words import fold_name, parts

MADE_BY = "linking@1"
_HOUSE = re.compile(r" آل \w+$")
_ALPHA_2 = 2  # letters of a country code; groups have longer ids


# The sectors of the lists as actor codes of the record (PLOVER's).
SECTORS = {
    "government": "GOV", "royal": "GOV", "military": "MIL", "security": "COP", "rebels": "REB", "opposition": "OPP",
    "party": "PTY", "judiciary": "JUD", "media": "JRN", "international": "IGO", "ngo": "NGO", "business": "BUS",
    "education": "EDU", "religious": "REL", "sport": "CVL", "culture": "CVL",
}  # fmt: skip


@dataclass(slots=True, eq=False)
class Described:
    """An entity that has no id yet; `places` are indexes into the article's mentions."""

    label: Label
    name: str
    aliases: tuple[str, ...]
    places: list[int]
    thing: Thing | None
    office: Office | None
    speaks: bool
    rule: str
    strength: float  # of the weakest rule that joined its mentions, as its author believed
    country: str | None = None
    sector: str = ""  # a word of the lists

    def entity(self, number: str, mentions: Sequence[Mention], countries: Mapping[str, str]) -> Entity:
        """The entity of the record. `countries`: the entities of countries by their code."""
        thing = self.thing
        certain = thing is not None and not thing.need
        code = self.country or (self.office.country if self.office else None)
        return Entity(
            id=number,
            label=self.label,
            name=self.name,
            aliases=self.aliases,
            mentions=tuple(mentions[place].id for place in self.places),
            made_by=MADE_BY,
            wikidata=(thing.wikidata or None) if thing and certain and not self.speaks else None,
            country=code,
            sector=self._sector(),
            office=self.office.text if self.office else None,
            stands_for=(countries.get(code or "") or f"gov:{code}") if self.speaks and code else None,
            rule=self.rule,
            confidence=confidence("entity", MADE_BY, band(self.strength), self.rule, self.label),
        )

    def _sector(self) -> str | None:
        if self.speaks:
            return "GOV"
        return SECTORS.get(self.sector) or (self.office.sector if self.office else None)


def describe(
    group: Sequence[Form], joint: Joint, text: str, mentions: Sequence[Mention], published: str | None
) -> Described:
    """The entity of a cluster of forms."""
    thing = _thing(group)
    name = _name(group, thing)
    holder = _holder(name, published) if group[0].label == "PER" else None
    places = sorted(place for form in group for place in form.places)
    surfaces = dict.fromkeys(form.text for form in group)
    return Described(
        label=group[0].label,
        name=name,
        aliases=tuple(surface for surface in surfaces if surface != name),
        places=places,
        thing=thing,
        office=office_of(text, mentions, places) if group[0].label == "PER" else None,
        speaks=group[0].speaks,
        rule="metonym" if group[0].speaks else joint.rule,
        strength=min(joint.confidence, 0.8) if group[0].speaks else joint.confidence,
        country=holder.country if holder else _country(group, thing),
        sector=holder.sector if holder else sector_on(thing, published) if thing else "",
    )


def _holder(name: str, published: str | None) -> Holder | None:
    """The office that a person of this full name held when the article was published, or had left; else any."""
    if len(parts(name).words) == 1:
        return None
    found = [holder for holder in bearers(name) or bearers(_HOUSE.sub("", name)) if len(holder.country) == _ALPHA_2]
    past = [holder for holder in found if not published or holder.first[: len(published)] <= published]
    last = past[-1]._replace(sector="") if past else None  # out of office: of that country, without its sector
    return next((holder for holder in found if holder.held(published)), last)


def certain_id(entity: Entity) -> str | None:
    """The id that the lists give to an entity's name without doubt; for `group.entities.join`, as its `known`.

    The id of one thing with this name, label and country, or of a person in the table of offices (`Holder.id`).
    """
    if entity.label == "PER":
        persons = {holder.id for holder in bearers(entity.name) if entity.country in {None, holder.country}}
        return persons.pop() if len(persons) == 1 and len(parts(entity.name).words) > 1 else None
    things = {
        thing.id
        for thing in lookup(entity.name)
        if thing.label == entity.label
        and not thing.need
        and entity.country in {None, thing.country or entity.country}
        and not narrower(usual_name(thing), entity.name)
    }
    return things.pop() if len(things) == 1 else None


def adjective_only(thing: Thing) -> Described:
    """A country that the article names by its adjectives only."""
    return Described(
        thing.label,
        usual_name(thing),
        (),
        [],
        thing,
        None,
        speaks=False,
        rule="adjective",
        strength=0.9,
        country=thing.country,
    )


def _thing(group: Sequence[Form]) -> Thing | None:
    """The thing of the lists that most mentions of the cluster are, a certain one first."""
    if group[0].label == "PER":  # a surname may be another's: the longest name says who it is
        most = max(len(form.parts.words) for form in group)
        group = [form for form in group if len(form.parts.words) == most or most == 1]
    if len({form.thing.id for form in group if form.thing}) > 1:
        group = [max(group, key=lambda form: len(form.parts.words))]  # الاتحاد الأوروبي of الاتحاد الأوروبي لكرة القدم
    known = [form for form in group if form.thing]
    best = max(known, key=lambda form: (form.certain, len(form.places)), default=None)
    return best.thing if best else None


def _name(group: Sequence[Form], thing: Thing | None) -> str:
    """The fullest name of the text; of a country, of a misspelt or a foreign one the usual name."""
    able = [form for form in group if any("ء" <= char <= "ي" for char in form.text)] or list(group)
    if thing and (thing.kind == "country" or not any(form.things for form in able)):
        return usual_name(thing)
    if thing and thing.label == "PER" and not thing.need and all(len(form.parts.words) == 1 for form in able):
        return usual_name(thing)
    best = max(able, key=lambda form: (len(form.parts.words), len(form.places), -form.places[0]))
    return _nominative(best, thing)


def _nominative(form: Form, thing: Thing | None) -> str:
    """الحوثيين as الحوثيون, where the list has it so."""
    if thing and form.key.endswith("ين"):
        names = (name for name in (thing.name, *thing.aliases) if fold_name(name) == form.key[:-2] + "ون")
        return next(names, form.text)
    return form.text


def _country(group: Sequence[Form], thing: Thing | None) -> str | None:
    if thing and thing.country:
        return thing.country
    words = {word for form in group if form.label == "ORG" for word in form.words[1:]}
    codes = {code for code in nations(words) if len(code) == _ALPHA_2}
    codes = codes or {code for form in group for code in form.seat}
    return codes.pop() if len(codes) == 1 else None
