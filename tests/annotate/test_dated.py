"""What a group is on a day: its names and its sector through time."""

import re
import tomllib
from pathlib import Path

import pytest

from marsad.annotate.linking.entities import SECTORS, certain_id
from marsad.annotate.linking.link import link
from marsad.annotate.lists.dated import Period, sector_on
from marsad.annotate.lists.things import lookup
from marsad.records import Entity, Mention


def group(name: str, published: str | None) -> Entity:
    text = f"أعلنت {name} موقفها"
    mention = Mention(
        id="m1", start=7, end=7 + len(name), text=name, label="ORG", kind="name", entity=None, made_by="test"
    )
    return link(text, [mention], published=published)[1][0]


@pytest.mark.parametrize(
    ("day", "inside"),
    [
        ("2014-06-07", False), ("2014-06-08", True), ("2016", True), ("2018-03", True), ("2018-04", False),
        ("2014", True), (None, True), ("", True), ("2016-05-01T10:00:00+03:00", True),
    ],
)  # fmt: skip
def test_a_day_is_compared_at_the_coarser_precision(day: str | None, inside: bool) -> None:
    assert Period("2014-06-08", "2018-03").has(day) == inside


def test_an_open_end_goes_on_and_an_unknown_end_does_not() -> None:
    assert Period("2014", "").has("2030-01-01")
    assert Period("2014", "?").has("2025-12-31")
    assert not Period("2014", "?").has("2026-01-01")


@pytest.mark.parametrize(
    ("name", "day", "sector"),
    [
        ("طالبان", "1999-05-01", "GOV"),
        ("طالبان", "2015-02-08", "REB"),
        ("طالبان", "2021-08-14", "REB"),
        ("طالبان", "2021-08-16", "GOV"),
        ("طالبان", "2021", None),
        ("طالبان", None, None),
        ("طالبان", "1990-01-01", "REB"),
        ("حركة النهضة", "2008-01-01", "OPP"),
        ("حركة النهضة", "2015-02-08", "PTY"),
        ("الدعم السريع", "2020-01-01", "MIL"),
        ("الدعم السريع", "2024-01-01", "REB"),
        ("حزب الله", None, "PTY"),
        ("حزب الله", "2015-02-08", "PTY"),
    ],
)
def test_the_sector_of_a_group_is_that_of_the_day(name: str, day: str | None, sector: str | None) -> None:
    assert group(name, day).sector == sector


def test_on_the_day_of_the_change_no_sector_is_certain() -> None:
    (taliban,) = lookup("طالبان")
    assert sector_on(taliban, "2021-08-15") == ""


@pytest.mark.parametrize(
    ("before", "after", "thing"),
    [
        ("منظمة المؤتمر الإسلامي", "منظمة التعاون الإسلامي", "igo:oic"),
        ("جبهة النصرة", "جبهة فتح الشام", "armed-group:sy-nusra"),
        ("دولة العراق الإسلامية", "الدولة الإسلامية في العراق والشام", "armed-group:isis"),
        ("الجماعة السلفية للدعوة والقتال", "تنظيم القاعدة في بلاد المغرب الإسلامي", "armed-group:aqim"),
        ("الاتحاد من أجل حركة شعبية", "حزب الجمهوريون", "party:fr-lr"),
        ("حركة الاتجاه الإسلامي", "حركة النهضة", "party:tn-ennahda"),
    ],
)
@pytest.mark.parametrize("published", ["2000-01-01", "2020-01-01", None])
def test_a_name_of_another_time_is_the_same_thing(before: str, after: str, thing: str, published: str | None) -> None:
    assert {certain_id(group(name, published)) for name in (before, after)} == {thing}


def test_two_names_of_one_group_are_one_entity() -> None:
    text = "كانت منظمة المؤتمر الإسلامي تضم ثم صارت منظمة التعاون الإسلامي تضم"
    names = ("منظمة المؤتمر الإسلامي", "منظمة التعاون الإسلامي")
    mentions = [
        Mention(
            id=f"m{number}", start=text.index(name), end=text.index(name) + len(name), text=name, label="ORG",
            kind="name", entity=None, made_by="test",
        )
        for number, name in enumerate(names, 1)
    ]  # fmt: skip
    (entity,) = link(text, mentions, published="2015-02-08")[1]
    assert {entity.name, *entity.aliases} == set(names)


@pytest.mark.parametrize("name", ["الجمهوريون", "إكس", "التجمع الوطني"])
def test_a_name_that_others_bear_too_needs_evidence(name: str) -> None:
    assert {thing.need for thing in lookup(name)} == {"context"}
    assert certain_id(group(name, "2020-01-01")) is None


def test_the_reference_names_every_sector_code() -> None:
    fields = tomllib.loads((Path(__file__).parents[2] / "docs" / "fields.toml").read_text("utf-8"))
    assert set(re.findall(r"\b[A-Z]{3}\b", fields["Entity"]["sector"])) == set(SECTORS.values())
