"""Which names an outlet uses for a thing, how often and when."""

from dataclasses import replace

from tests.group.made import article, bare, naming_record

from marsad.group.naming import naming
from marsad.records import Origin

RECORDS = (
    naming_record(article("a", "تنظيم الراية يعلن", "قال تنظيم الراية.", day="2024-01-05", publisher="الضفة"),
                  ("تنظيم الراية", "ORG"), known="Q1"),
    naming_record(article("b", "جماعة الراية تعلن", "وتنظيم الراية صامت.", day="2024-02-01", publisher="الضفة"),
                  ("جماعة الراية", "ORG"), ("تنظيم الراية", "ORG"), known="Q1"),
    naming_record(article("c", "جماعة الراية مجددا", "جماعه الراية.", day="2024-02-09", publisher="الساحل"),
                  ("جماعة الراية", "ORG"), ("جماعه الراية", "ORG"), known="Q1"),
    naming_record(article("d", "حزب النخلة", publisher="الساحل"), ("حزب النخلة", "ORG"), known="Q2"),
)  # fmt: skip


def test_each_outlet_has_its_names_with_frequency_and_months() -> None:
    found = naming(RECORDS, "wikidata:Q1")
    assert [(use.outlet, use.name, use.times, use.share, use.articles) for use in found] == [
        ("الساحل", "جماعة الراية", 2, 1.0, 1),
        ("الضفة", "تنظيم الراية", 3, 0.75, 2),
        ("الضفة", "جماعة الراية", 1, 0.25, 1),
    ]
    assert (found[1].first, found[1].last) == ("2024-01-05", "2024-02-01")
    assert found[1].months == (("2024-01", 2), ("2024-02", 1))


def test_the_ids_of_the_archive_decide_what_is_one_thing() -> None:
    assert {use.name for use in naming(RECORDS, "mine", ids={("d", "e1"): "mine"})} == {"حزب النخلة"}


def test_the_outlet_is_the_host_where_no_publisher_is_known() -> None:
    record = RECORDS[3]
    found = replace(record, article=replace(record.article, publisher=None),
                    origin=Origin("d", url="https://www.sahel.example/1"))  # fmt: skip
    assert [use.outlet for use in naming([found], "wikidata:Q2")] == ["sahel.example"]
    broken = replace(found, origin=Origin("d", url="https://[sahel/1"))
    assert [use.outlet for use in naming([broken], "wikidata:Q2")] == [""]


def test_a_thing_that_nobody_names_has_no_names() -> None:
    assert naming(RECORDS, "wikidata:Q9") == ()
    assert naming([bare(article("a", "عنوان"))], "wikidata:Q1") == ()


def test_names_of_articles_without_a_date_have_no_months() -> None:
    record = naming_record(article("u", "حزب النخلة", day=None), ("حزب النخلة", "ORG"), known="Q2")
    (use,) = naming([record], "wikidata:Q2")
    assert (use.first, use.last, use.months) == (None, None, ())
