"""Who held which office when: the dated table of heads of state and government, ministers, leaders.

Source: `data/gaz_roles.tsv` (built from the project's own list `resources/gazetteer/roles.txt`). A title in a text
(`العاهل المغربي`, `وزير الخارجية الأميركي`) is read as an office with its country; a name as the persons who bear it,
in a year if one is known.
"""

import re
from collections import defaultdict
from functools import cache
from typing import NamedTuple

from marsad.annotate.linking.things import nation
from marsad.annotate.lists.dated import Period
from marsad.annotate.lists.tables import rows
from marsad.annotate.lists.things import Thing, lookup
from marsad.text.name_words import fold_name, wordset
from marsad.text.spellings import SURE, key, same_name


class Holder(NamedTuple):
    """A person in an office, for a period."""

    id: str  # the person's id in the lists, or "person:" and the name
    person: str
    names: tuple[str, ...]
    country: str  # ISO 3166 alpha-2, or the id of a body
    office: str
    time: Period
    sector: str

    @property
    def first(self) -> str:
        """When the office began: a day, a month or a year."""
        return self.time.first

    def held(self, day: str | None) -> bool:
        """Whether the office was held on a day (`2015-02-08`), in a month or a year (`2015`); None: ever."""
        return self.time.has(day)


class Office(NamedTuple):
    """An office as a title names it; `country` is "" where the title names none."""

    kind: str
    country: str


# What titles begin with, longest first; a country may follow.
_TITLES = {
    "خادم الحرمين الشريفين": ("state", "SA"),
    "خادم الحرمين": ("state", "SA"),
    "سيد البيت الابيض": ("state", "US"),
    "ساكن البيت الابيض": ("state", "US"),
    "سيد الكرملين": ("state", "RU"),
    "الامين العام للامم المتحده": ("secretary", "igo:un"),
    "الامين العام لجامعه الدول العربيه": ("secretary", "igo:arab-league"),
    "الامين العام للجامعه العربيه": ("secretary", "igo:arab-league"),
    "الامين العام لحلف شمال الاطلسي": ("secretary", "igo:nato"),
    "الامين العام للناتو": ("secretary", "igo:nato"),
    "بابا الفاتيكان": ("state", "VA"),
    "البابا": ("state", "VA"),
    "ولي ولي العهد": ("deputy-crown", ""),
    "ولي العهد": ("crown", ""),
    "امير المومنين": ("state", "MA"),
    "المرشد الاعلي للثوره": ("supreme", "IR"),
    "المرشد الاعلي": ("supreme", "IR"),
    "مرشد الجمهوريه": ("supreme", "IR"),
    "مرشد الثوره": ("supreme", "IR"),
    "رييس مجلس الوزرا": ("head", ""),
    "رييس الوزرا": ("head", ""),
    "رييسه الوزرا": ("head", ""),
    "رييس الحكومه": ("head", ""),
    "رييسه الحكومه": ("head", ""),
    "المستشاره": ("head", "DE"),
    "المستشار": ("head", "DE"),
    "الوزير الاول": ("head", ""),
    "رييس وزرا": ("head", ""),
    "رييس حكومه": ("head", ""),
    "وزير الخارجيه": ("foreign", ""),
    "وزيره الخارجيه": ("foreign", ""),
    "وزير خارجيه": ("foreign", ""),
    "وزيره خارجيه": ("foreign", ""),
    "وزير الدفاع": ("defence", ""),
    "وزير الداخليه": ("interior", ""),
    "رييس مجلس النواب": ("parliament", ""),
    "رييس البرلمان": ("parliament", ""),
    "رييس السلطه": ("state", ""),
    "رييس النظام": ("state", ""),
    "رييس دوله": ("state", ""),
    "الرييس": ("state", ""),
    "رييس": ("state", ""),
    "العاهل": ("state", ""),
    "عاهل": ("state", ""),
    "الملك": ("state", ""),
    "ملك": ("state", ""),
    "امير": ("state", ""),
    "السلطان": ("state", ""),
    "سلطان": ("state", ""),
}
_ISLAMIC = "الاسلاميه"
_REPUBLIC = "الجمهوريه"
_HONOURS = wordset("سمو جلاله فخامه معالي سعاده قداسه صاحب السمو الجلاله الفخامه")
_ENVOY = re.compile("(?:المبعوث|مبعوث|الموفد) (?:الاممي|الدولي|الامم المتحده|الخاص) (?:الخاص )?(?:الي|ل) ?(.+)")
_LEADER = re.compile("(?:زعيم|قايد|رييس|امين عام|الامين العام ل|رييس المكتب السياسي ل|الامين العام) ?(.+)")


def office_named(title: str) -> Office | None:
    """The office that a title names and nothing but a country beside it; None where it says anything else."""
    folded = " ".join(word for word in fold_name(title).split() if word not in _HONOURS)
    for front, (kind, country) in _TITLES.items():
        if folded == front or folded.startswith(front + " "):
            rest = folded[len(front) :].split()
            rest = rest[1:] if rest[:1] == [_REPUBLIC] or rest == [_ISLAMIC] else rest
            code = _country(" ".join(rest)) if rest else country
            if code is not None and (code or not rest):
                return Office(kind, code)
    return _of_a_body(folded)


def _of_a_body(folded: str) -> Office | None:
    """زعيم حزب الله, رئيس الفيفا, المبعوث الأممي إلى سوريا."""
    envoy = _ENVOY.fullmatch(folded)
    if envoy:
        code = _country(envoy[1])
        return Office(f"envoy-{code}", "igo:un") if code else None
    leader = _LEADER.fullmatch(folded)
    known = {(holder.office, holder.country) for holder in _table()}
    for thing in _bodies(leader[1]) if leader else ():
        for office in (
            Office(f"leader:{thing.id}", thing.country),
            Office("secretary", thing.id),
            Office("president", thing.id),
        ):
            if office in known:
                return office
    return None


def _bodies(name: str) -> tuple[Thing, ...]:
    """The things of a name behind ل or none: للأمم المتحدة, لحزب الله, الفيفا."""
    fronts = ("ال" + name.removeprefix("لل"),) if name.startswith("لل") else (name, name.removeprefix("ل"))
    return tuple(thing for front in fronts for thing in lookup(front))


def _country(words: str) -> str | None:
    """The country that a nationality word or a country's name says; None where it is anything else."""
    code = nation(words) if " " not in words else None
    return code or next((thing.country for thing in lookup(words) if thing.kind == "country"), None)


def holders(office: Office, day: str | None = None) -> list[Holder]:
    """Who held an office on a day, or ever; of every country where the title names none."""
    return [
        holder
        for holder in _table()
        if holder.office == office.kind and office.country in {"", holder.country} and holder.held(day)
    ]


def bearers(name: str) -> list[Holder]:
    """The rows of the persons who bear this full name, under any spelling."""
    near = _by_key().get(key(name), ())
    return [holder for holder in near if any(_same(name, other) for other in (holder.person, *holder.names))]


def _same(name: str, other: str) -> bool:
    match = same_name(name, other)
    return match is not None and match.strength >= SURE


@cache
def _table() -> tuple[Holder, ...]:
    found = []
    for number, person, names, kind, _, country, sector, first, last in rows("gaz_roles.tsv"):
        others = tuple(name for name in names.split("|") if name)
        time = Period(first, last)
        found.append(Holder(number or f"person:{person}", person, others, country, kind, time, sector))
    return tuple(found)


@cache
def _by_key() -> dict[str, tuple[Holder, ...]]:
    found: dict[str, list[Holder]] = defaultdict(list)
    for holder in _table():
        for name in {key(name) for name in (holder.person, *holder.names)}:
            found[name].append(holder)
    return {name: tuple(those) for name, those in found.items()}
