"""Makes `gaz_things.tsv.gz` from the curated lists (`things/*.txt`)."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from resources.gazetteer.bodies import with_bodies
from resources.gazetteer.heads import bare
from resources.gazetteer.listing import Alias, Thing, things
from resources.gazetteer.tables import folded, packed, table

LISTS = Path(__file__).parent / "things"
FILES = (
    "countries", "capitals", "areas", "arab_places_mashriq", "arab_places_gulf_nile", "arab_places_maghreb",
    "world_places", "bodies", "parties", "media", "clubs", "companies", "societies", "people_arab", "people_world",
    "people_sport", "more_tunisia", "more_world", "more_people", "more_bodies", "local_places",
    "local_outlets", "local_clubs", "people_stage", "generic",
)  # fmt: skip
SECTORS = (
    "government", "military", "security", "rebels", "opposition", "party", "media", "international", "business",
    "sport", "education", "judiciary", "religious", "ngo", "royal", "culture",
)  # fmt: skip
HEAD = (
    "Things with their names in Arabic news, for marsad.annotate. Made by resources/build_gazetteer.py: do not edit.",
    "Origin: the project's own lists in resources/gazetteer/things (Apache-2.0); Wikidata ids of countries from rigour",
    "1.7.4 (MIT; Wikidata CC0), further ids from the lists. A thing has a row per need, which its names share.",
    "need: empty = nearly always this thing; trigger = only behind a noun of its kind; context = never alone.",
    f"sectors: {' '.join(SECTORS)}, or empty.",
    "id\tlabel\tkind\tname\taliases\tcountry\tsector\twikidata\tneed",
)
_ORDER = ("", "trigger", "context")


def everything() -> list[Thing]:
    """All things of all lists, with the variants that follow from their names."""
    found = [thing for name in FILES if (LISTS / f"{name}.txt").exists() for thing in things(LISTS / f"{name}.txt")]
    return [_varied(thing) for thing in with_bodies(found)]


def build() -> bytes:
    """The table, packed."""
    ids = country_ids()
    return packed(table(HEAD, (row for thing in everything() for row in rows(thing, ids))))


def rows(thing: Thing, ids: dict[str, str]) -> Iterator[list[str]]:
    """A row per need; the row that holds the usual name comes first, and its first name is the usual one."""
    first = thing.aliases[0].need
    wikidata = thing.wikidata or (ids.get(thing.id.partition(":")[2], "") if thing.kind == "country" else "")
    for need in sorted(_ORDER, key=lambda need: (need != first, _ORDER.index(need))):
        names = _distinct(alias.text for alias in thing.aliases if alias.need == need)
        if names:
            usual, further = names[0], "|".join(names[1:])
            yield [thing.id, thing.label, thing.kind, usual, further, thing.country, thing.sector, wikidata, need]


def country_ids() -> dict[str, str]:
    """Wikidata ids of countries by ISO 3166 alpha-2 code."""
    from rigour.territories import get_territories

    return {item.code.upper(): item.qid for item in get_territories() if len(item.code) == 2 and item.qid}


def _distinct(names: Iterable[str]) -> list[str]:
    """Names that differ by more than what the matcher folds."""
    kept: dict[str, str] = {}
    for name in names:
        kept.setdefault(folded(name), name)
    return list(kept.values())


def _varied(thing: Thing) -> Thing:
    aliases = list(bare(thing))
    aliases += [Alias(text, alias.need) for alias in aliases for text in _joined(alias.text)]
    if thing.kind == "country":
        aliases += [Alias(text, "context") for alias in thing.aliases for text in _as_adjective(alias.text)]
    known: dict[str, Alias] = {}
    for alias in aliases:
        known.setdefault(folded(alias.text), alias)
    return replace(thing, aliases=tuple(known.values()))


def _joined(name: str) -> Iterator[str]:
    """عبد الله for عبدالله and the other way round."""
    if "عبد ال" in name:
        yield name.replace("عبد ال", "عبدال")
    elif "عبدال" in name:
        yield name.replace("عبدال", "عبد ال")


def _as_adjective(name: str) -> Iterator[str]:
    """روسية for روسيا: the country as some write it, and the adjective as well."""
    if name.endswith("يا") and " " not in name:
        yield f"{name[:-1]}ة"
