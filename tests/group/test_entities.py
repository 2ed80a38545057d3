"""The same id for the same thing in all articles, and another for another."""

import random
import time

import pytest

from marsad.group.entities import join, same_across
from marsad.kinds import Label
from marsad.records import SCHEMA, Article, Entity, Location, Origin, Record


def entity(
    number: int,
    name: str,
    label: Label = "PER",
    *,
    country: str | None = None,
    wikidata: str | None = None,
    stands_for: str | None = None,
    office: str | None = None,
    undecided: bool = False,
) -> Entity:
    where = Location(None, None, None, None, None, None, None, 0.5, "undecidable") if undecided else None
    return Entity(
        f"e{number}", label, name, (), (), "test", country=country, wikidata=wikidata, stands_for=stands_for,
        office=office, location=where,
    )  # fmt: skip


def record(article: str, *entities: Entity) -> Record:
    return Record(SCHEMA, Origin(article), Article(article, "ar", None, "", ()), entities=entities)


def pair(first: Entity, second: Entity) -> tuple[str, str]:
    ids = same_across([record("a", first), record("b", second)])
    return ids["a", first.id], ids["b", second.id]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (entity(1, "سيرغي بوبوف"), entity(1, "سيرجي بوبوف")),
        (entity(1, "نبيل الهاشمي", country="IQ"), entity(1, "نبيل الهاشمي")),
        (
            entity(1, "محمد علي", country="EG", office="محافظ أسيوط"),
            entity(1, "محمد علي", country="EG", office="محافظ أسيوط"),
        ),
        (
            entity(1, "الهاشمي", country="IQ", office="وزير الري العراقي"),
            entity(1, "نبيل الهاشمي", country="IQ", office="وزير الري"),
        ),
        (entity(1, "نبيل الهاشمي", wikidata="Q1", country="IQ"), entity(1, "نبيل هاشمي", country="IQ")),
        (entity(1, "وزارة الري", "ORG", country="IQ"), entity(1, "وزارة الري", "ORG", country="IQ")),
        (entity(1, "موسكو", "LOC", wikidata="Q649"), entity(1, "موسكو العاصمة", "LOC", wikidata="Q649")),
        (entity(1, "حركة الفجر", "ORG"), entity(1, "حركة الفجر", "ORG")),
        (entity(1, "عندان", "LOC"), entity(1, "عندان", "LOC")),
        (
            entity(1, "موسكو", "LOC", country="RU", stands_for="e2"),
            entity(4, "موسكو", "LOC", country="RU", stands_for="gov:RU"),
        ),
    ],
)
def test_one_thing_has_one_id(first: Entity, second: Entity) -> None:
    one, other = pair(first, second)
    assert one == other


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (entity(1, "الهاشمي"), entity(1, "الهاشمي")),
        (entity(1, "الهاشمي", country="IQ"), entity(1, "الهاشمي", country="IQ")),
        (entity(1, "نبيل الهاشمي"), entity(1, "الهاشمي")),
        (entity(1, "نبيل الهاشمي", country="IQ"), entity(1, "نبيل الهاشمي", country="TN")),
        (entity(1, "محمد علي"), entity(1, "محمد علي")),
        (entity(1, "محمد علي", country="EG"), entity(1, "محمد علي", country="EG")),
        (
            entity(1, "محمد علي", country="EG", office="محافظ أسيوط"),
            entity(1, "محمد علي", country="EG", office="محافظ قنا"),
        ),
        (
            entity(1, "الهاشمي", country="IQ", office="عضو مجلس النواب"),
            entity(1, "نبيل الهاشمي", country="IQ", office="عضو مجلس النواب"),
        ),
        (
            entity(1, "الهاشمي", country="IQ", office="وزير الري"),
            entity(1, "نبيل الهاشمي", country="TN", office="وزير الري"),
        ),
        (entity(1, "وزارة الري", "ORG"), entity(1, "وزارة الري", "ORG")),
        (entity(1, "طرابلس", "LOC", undecided=True), entity(1, "طرابلس", "LOC", undecided=True)),
        (entity(1, "محمد علي"), entity(1, "محمد علي", country="EG")),
        (entity(1, "الفجر", "ORG"), entity(1, "الفجر", "ORG")),
        (entity(1, "الفجر", "ORG"), entity(1, "الفجر", "LOC")),
        (entity(1, "طرابلس", "LOC", country="LY"), entity(1, "طرابلس", "LOC", country="LB")),
        (entity(1, "موسكو", "LOC", country="RU", stands_for="e2"), entity(1, "موسكو", "LOC", country="RU")),
    ],
)
def test_what_may_be_two_things_has_two_ids(first: Entity, second: Entity) -> None:
    one, other = pair(first, second)
    assert one != other


def test_what_a_list_knows_is_one_under_all_its_names() -> None:
    def known(one: Entity) -> str | None:
        return "igo:fifa" if one.name in {"الفيفا", "الاتحاد الدولي لكرة القدم"} else None

    records = [record("a", entity(1, "الفيفا", "ORG")), record("b", entity(1, "الاتحاد الدولي لكرة القدم", "ORG"))]
    assert set(same_across(records, known=known).values()) == {"igo:fifa"}


def test_a_wikidata_id_and_an_id_of_a_list_that_meet_are_one_thing() -> None:
    def known(one: Entity) -> str | None:
        return "country:RU" if one.name == "روسيا" else None

    records = [
        record("a", entity(1, "روسيا", "LOC")),
        record("b", entity(1, "روسيا", "LOC", wikidata="Q159")),
        record("c", entity(1, "روسيا الاتحادية", "LOC", wikidata="Q159")),
    ]
    assert set(same_across(records, known=known).values()) == {"country:RU"}


def test_one_wrong_record_does_not_make_two_things_of_a_list_one() -> None:
    def known(one: Entity) -> str | None:
        return {"النادي": "club:a", "الاتحاد": "club:b"}.get(one.name)

    records = [record(f"a{number}", entity(1, "النادي", "ORG", wikidata="Q1")) for number in range(3)]
    records += [record(f"b{number}", entity(1, "الاتحاد", "ORG", wikidata="Q2")) for number in range(3)]
    records += [
        record("wrong", entity(1, "النادي", "ORG", wikidata="Q2")),
        record("c", entity(1, "غيره", "ORG", wikidata="Q2")),
    ]
    ids = same_across(records, known=known)
    assert ids["a0", "e1"] == ids["wrong", "e1"] == "club:a"
    assert ids["b0", "e1"] == ids["c", "e1"] == "club:b"


def test_what_was_not_joined_is_reported_with_its_reason() -> None:
    records = [
        record("a", entity(1, "نبيل الهاشمي", country="IQ"), entity(2, "الزين")),
        record("b", entity(1, "نبيل الهاشمي", country="TN"), entity(2, "الزين")),
        record("c", entity(1, "نبيل الهاشمي")),
    ]
    doubts = join(records).doubts
    assert {doubt.reason: len(doubt.places) for doubt in doubts} == {"surname": 2, "several countries": 3}


def test_a_surname_that_two_holders_of_one_office_bear_is_neither() -> None:
    names = {"a": "نبيل الهاشمي", "b": "سالم الهاشمي", "c": "الهاشمي"}
    records = [record(one, entity(1, name, country="IQ", office="رئيس العراق")) for one, name in names.items()]
    joined = join(records)
    assert len(set(joined.ids.values())) == 3
    assert [(doubt.reason, len(doubt.places)) for doubt in joined.doubts] == [("several holders of the office", 3)]


def test_the_order_of_the_records_changes_nothing() -> None:
    chance = random.Random(3)
    labels: list[Label] = ["PER", "ORG"]
    names = ["نبيل الهاشمي", "نبيل هاشمي", "سيرغي بوبوف", "سيرجي بوبوف", "الهاشمي", "محمد علي", "حركة الفجر"]
    records = [
        record(
            f"a{number}",
            *(
                entity(
                    place,
                    chance.choice(names),
                    chance.choice(labels),
                    country=chance.choice([None, "IQ", "TN"]),
                )
                for place in range(4)
            ),
        )
        for number in range(40)
    ]
    first = join(records)
    for _ in range(5):
        chance.shuffle(records)
        assert join(records) == first


def test_no_records_and_records_without_entities_give_nothing() -> None:
    assert same_across([]) == {}
    assert same_across([Record(SCHEMA, Origin("a"), Article("a", "ar", None, "", ())), record("b")]) == {}


@pytest.mark.parametrize("name", ["", " ", "«»", "1", "x" * 10_000, "\u0640"])
def test_odd_names_have_ids(name: str) -> None:
    assert len(same_across([record("a", entity(1, name)), record("b", entity(1, name, "LOC"))])) == 2


def test_a_hundred_thousand_entities_take_bounded_time() -> None:
    letters = "بتثجحخدذرزسشصضطظعغفقكلمن"
    names = [a + b + "ال" + c for a in letters for b in letters for c in letters]
    records = [
        record(f"a{number}", *(entity(place, f"{names[(number + place) % 13824]} نعمان", "LOC") for place in range(10)))
        for number in range(10_000)
    ]
    begin = time.perf_counter()
    assert len(same_across(records)) == 100_000
    assert time.perf_counter() - begin < 60
