"""The lists that find names keep their form: `gaz_*` and `titles.toml` as they ship, the grammar of their sources."""

import gzip
import re
import tomllib
import unicodedata
from collections import Counter, defaultdict
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pytest

from resources.gazetteer.build_roles import _office, _rename
from resources.gazetteer.listing import Alias, things
from resources.gazetteer.tables import folded, packed, same, table

COLUMNS = {
    "gaz_things.tsv.gz": 9,
    "gaz_nationalities.tsv": 4,
    "gaz_names.tsv.gz": 4,
    "gaz_people.tsv.gz": 3,
    "gaz_roles.tsv": 9,
    "gaz_renames.tsv": 6,
}
KINDS = {
    "PER": {"person"},
    "LOC": {
        "country", "capital", "city", "region", "continent", "area", "water", "mountain", "island", "camp", "crossing",
        "facility",
    },
    "ORG": {
        "igo", "body", "party", "armed-group", "agency", "outlet", "company", "club", "university", "ngo", "court",
        "bank", "union", "security", "think-tank", "religious",
    },
}  # fmt: skip
SECTORS = {
    "", "government", "military", "security", "rebels", "opposition", "party", "media", "international", "business",
    "sport", "education", "judiciary", "religious", "ngo", "royal", "culture",
}  # fmt: skip
TITLES = {
    "honorifics", "offices", "person_titles", "org_inside", "org_outside", "place_heads_outside", "place_heads_inside",
    "ministries", "ministry_short",
}  # fmt: skip


def text(name: str) -> str:
    data = files("marsad.data").joinpath(name).read_bytes()
    return (gzip.decompress(data) if name.endswith(".gz") else data).decode("utf-8")


def rows(name: str) -> list[list[str]]:
    return [line.split("\t") for line in text(name).splitlines() if not line.startswith("#")]


@pytest.mark.parametrize("name", COLUMNS)
def test_a_table_has_a_head_with_origin_and_licence_and_even_rows_in_nfc(name: str) -> None:
    content = text(name)
    head = [line for line in content.splitlines() if line.startswith("#")]
    assert any("Origin:" in line for line in head)
    assert "Apache-2.0" in content or ("CC0" in content and "MIT" in content)
    assert unicodedata.is_normalized("NFC", content)
    assert {len(row) for row in rows(name)} == {COLUMNS[name]}


def test_all_tables_together_stay_small() -> None:
    sizes = [len(files("marsad.data").joinpath(name).read_bytes()) for name in COLUMNS]
    assert sum(sizes) < 6_000_000


def test_things_keep_to_the_closed_lists() -> None:
    for thing, label, kind, name, aliases, country, sector, wikidata, need in rows("gaz_things.tsv.gz"):
        assert re.fullmatch(rf"{kind}:[A-Za-z0-9-]+", thing)
        assert kind in KINDS[label]
        assert name
        assert all(aliases.split("|")) or not aliases
        assert re.fullmatch(r"([A-Z]{2})?", country), thing
        assert sector in SECTORS, thing
        assert re.fullmatch(r"(Q[1-9]\d*)?", wikidata)
        assert need in {"", "trigger", "context"}


def test_a_thing_has_one_row_per_need() -> None:
    counts = Counter((row[0], row[8]) for row in rows("gaz_things.tsv.gz"))
    assert [key for key, count in counts.items() if count > 1] == []


def test_a_wikidata_id_belongs_to_one_thing() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for row in rows("gaz_things.tsv.gz"):
        if row[7]:
            owners[row[7]].add(row[0])
    assert {wikidata: things for wikidata, things in owners.items() if len(things) > 1} == {}


def test_a_name_that_stands_alone_has_one_label() -> None:
    labels: dict[str, set[str]] = defaultdict(set)
    for row in rows("gaz_things.tsv.gz"):
        for name in (row[3], *row[4].split("|")):
            if name and row[8] == "":
                labels[folded(name)].add(row[1])
    assert {name: found for name, found in labels.items() if len(found) > 1} == {}


def test_every_country_has_a_name_and_the_great_ones_a_capital() -> None:
    kinds: dict[str, set[str]] = defaultdict(set)
    for row in rows("gaz_things.tsv.gz"):
        kinds[row[2]].add(row[5])
    assert len(kinds["country"]) > 190
    assert kinds["capital"] - kinds["country"] <= {""}
    assert {"EG", "SY", "RU", "US", "FR"} <= kinds["capital"]


def test_words_of_the_language_never_stand_alone() -> None:
    alone = {
        folded(name)
        for row in rows("gaz_things.tsv.gz")
        if row[8] == ""
        for name in (row[3], *row[4].split("|"))
    }  # fmt: skip
    common = "فتح الباب سلوك إطار العدل حديثة جمال نور صور مشهد حرض عسكري القائم الخبر روسية سورية الوطن اليوم الحياة"
    assert sorted(alone & {folded(word) for word in common.split()}) == []


def test_nationalities_are_without_article_and_point_to_known_things() -> None:
    known = {row[0] for row in rows("gaz_things.tsv.gz")}
    countries = {row[5] for row in rows("gaz_things.tsv.gz") if row[2] == "country"}
    for nation, masculine, feminine, plurals in rows("gaz_nationalities.tsv"):
        assert nation in countries or nation.startswith("group:") or nation in known or f"country:{nation}" in known
        assert masculine
        assert feminine.endswith("ة")
        assert not any(form.startswith("ال") for form in (masculine, feminine, *plurals.split("|")) if form[2:3] != "ب")


def test_parts_of_names_are_weighed() -> None:
    units = {folded(row[0]): row for row in rows("gaz_names.tsv.gz")}
    assert all(row[1] in "0123456789" and row[2] in "0123456789" and row[3] in "01" for row in units.values())
    assert len(units) == len(rows("gaz_names.tsv.gz"))
    assert int(units["محمد"][1]) == 9
    assert int(units["سيرغي"][1]) >= 4
    assert int(units["مايكل"][1]) >= 4
    assert [units[folded(word)][3] for word in ("أمل", "سعيد", "جمال", "نور", "كريم")] == ["1"] * 5
    assert int(units["علي"][1]) == 9
    assert not {"كان", "خلال", "وزير"} & units.keys()


def test_full_names_have_at_least_two_words() -> None:
    assert all(" " in row[0] for row in rows("gaz_people.tsv.gz"))


def test_offices_are_held_by_known_persons_and_end_after_they_begin() -> None:
    known = {row[0] for row in rows("gaz_things.tsv.gz")}
    for holder, name, others, kind, office, country, sector, start, end in rows("gaz_roles.tsv"):
        assert not holder or holder in known
        assert name
        assert all(others.split("|")) or not others
        assert office
        assert re.fullmatch(r"[A-Z]{2}", country) or country in known
        assert not kind.startswith("leader:") or kind.removeprefix("leader:") in known
        assert sector in SECTORS - {""}
        assert start
        assert end in {"", "?"} or start <= end


def test_nobody_has_an_office_twice_at_once() -> None:
    held: dict[tuple[str, str, str], list[tuple[str, str]]] = defaultdict(list)
    for holder, name, _, kind, _, country, _, start, end in rows("gaz_roles.tsv"):
        held[holder or name, kind, country].append((start, end or "9999"))
    for times in held.values():
        ordered = sorted(times)
        assert all(end <= start for (_, end), (start, _) in pairwise(ordered)), ordered


def test_renamings_are_of_known_things_and_end_after_they_begin() -> None:
    known = {row[0] for row in rows("gaz_things.tsv.gz")}
    for thing, start, end, name, need, sector in rows("gaz_renames.tsv"):
        assert thing in known
        assert name
        assert need in {"", "context"}
        assert sector in SECTORS
        assert not end or start <= end


@pytest.mark.parametrize("line", ["@ EG government President رئيس", "@ igo:nobody sport head رئيس"])
def test_an_office_of_no_kind_or_body_is_named(line: str) -> None:
    with pytest.raises(ValueError, match="no such office"):
        _office(line, set())


@pytest.mark.parametrize("line", ["igo:un | 2001-13 | | الأمم", "igo:un | 2001 | | الأمم | kings", "igo:x | | | س"])
def test_a_renaming_outside_the_grammar_is_named(line: str) -> None:
    with pytest.raises(ValueError, match="no "):
        _rename(line, {"igo:un"})


def test_titles_are_closed_lists_without_doubles() -> None:
    titles = tomllib.loads(text("titles.toml"))
    assert set(titles) == TITLES
    for entries in titles.values():
        assert len(entries) == len(set(entries))
        assert all(unicodedata.is_normalized("NFC", entry) and entry == entry.strip() for entry in entries)


def test_a_list_gives_aliases_with_their_needs(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text(
        "# made up\n@ LOC city SY sector=x\nbab: مدينة الباب | >الباب | ?بزاعة | Q1 | country=TR\n", "utf-8"
    )
    (thing,) = things(path)
    assert (thing.id, thing.country, thing.sector, thing.wikidata) == ("city:tr-bab", "TR", "x", "Q1")
    assert thing.aliases == (Alias("مدينة الباب", ""), Alias("الباب", "trigger"), Alias("بزاعة", "context"))


@pytest.mark.parametrize(
    "line", ["@ XXX city", "@ LOC city\nno slug here", "@ LOC city\nbab: الباب | ?", "@ LOC city\nbab: country=SY"]
)
def test_a_line_outside_the_grammar_is_named(line: str, tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text(line, "utf-8")
    with pytest.raises(ValueError, match=r"list\.txt:\d"):
        list(things(path))


def test_a_packed_table_is_the_same_whenever_it_is_packed(tmp_path: Path) -> None:
    content = table(["Origin: made up"], [["أ", "ب"]])
    (tmp_path / "a.gz").write_bytes(packed(content))
    assert packed(content) == packed(content)
    assert same(tmp_path / "a.gz", packed(content))
    with pytest.raises(ValueError, match="tab"):
        table([], [["أ\tب"]])
