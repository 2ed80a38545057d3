"""Groups of copies among records: who was first, which agency the text is from."""

import random
from dataclasses import replace
from itertools import permutations

import pytest

from marsad.group.agencies import agency, agency_in
from marsad.group.copies_groups import Group, grouped
from marsad.records import SCHEMA, Article, Dropped, Origin, PrintedDate, Record, Span

BODY = (
    "افتتحت مدينة زحلة أمس معرض الكتاب السنوي بمشاركة ستين دار نشر من تسع دول عربية، ويستمر المعرض عشرة أيام. "
    "وقال مدير المعرض إن الدورة الجديدة تخصص جناحا لكتب الأطفال وآخر للمخطوطات النادرة التي تعرض للمرة الأولى. "
    "وتنظم على هامش المعرض لقاءات مع روائيين وشعراء، وأمسيات موسيقية في ساحة البلدية القديمة."
)
OTHER = (
    "أعلن نادي الشباب تعاقده مع مدرب جديد لمدة موسمين بعد إقالة سلفه عقب خسارة ثالثة على التوالي في الدوري. "
    "وسيقود المدرب أول تدريب للفريق يوم غد في ملعب النادي بحضور الجمهور ووسائل الإعلام المحلية."
)


def record(name: str, day: str | None = None, text: str = BODY, **more: object) -> Record:
    published = PrintedDate(day, "day", day) if day else None
    article = Article(name, "ar", None, text, (Span(0, len(text)),), published=published)
    return Record(SCHEMA, Origin(uri=name), replace(article, **more))  # type: ignore[arg-type]


def members(group: Group) -> list[str]:
    return [one.article for one in group.members]


def test_the_earliest_known_is_first_in_whatever_order_articles_come() -> None:
    records = [record("late", "2024-05-03"), record("early", "2024-05-01"), record("undated"), record("x", None, OTHER)]
    for order in permutations(records):
        (group,) = grouped(order)
        assert members(group) == ["early", "late", "undated"]
        assert group.members[0].copy_of is None
        assert group.origin_article == "early"
        assert {one.copy_of.article for one in group.members[1:] if one.copy_of} == {"early"}


def test_times_of_two_offsets_are_compared_on_one_clock() -> None:
    records = [record("rome", "2024-05-01T23:30:00+00:00"), record("doha", "2024-05-02T01:10:00+03:00")]
    assert members(grouped(records)[0]) == ["doha", "rome"]


def test_without_a_publisher_the_host_is_the_outlet_and_no_agency_that_the_page_names() -> None:
    page = replace(
        record("page", "2024-05-01", source="رويترز"), origin=Origin("page", url="https://www.sada.example/1")
    )
    (group,) = grouped([page, record("other", "2024-05-02", source="رويترز")])
    assert [(one.outlet, one.agency) for one in group.members] == [("sada.example", "رويترز"), ("رويترز", "رويترز")]


def test_articles_without_copies_are_in_no_group() -> None:
    assert grouped([record("a"), record("b", None, OTHER)]) == ()
    assert grouped([]) == ()


def test_an_agency_that_a_copy_names_is_the_origin() -> None:
    found = grouped([
        record("first", "2024-05-01", publisher="صدى البقاع"),
        record("second", "2024-05-02", publisher="أخبار الجبل", source="رويترز"),
    ])  # fmt: skip
    assert (found[0].origin, found[0].origin_article) == ("رويترز", "first")


def test_the_page_of_the_agency_itself_is_the_origin_although_it_came_later() -> None:
    found = grouped([
        record("paper", "2024-05-01", source="د.ب.أ"),
        record("wire", "2024-05-02", publisher="وكالة الأنباء الألمانية"),
    ])  # fmt: skip
    assert (found[0].origin, found[0].origin_article) == ("وكالة الأنباء الألمانية", "wire")


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("رويترز", "رويترز"),
        ("الرياض – واس", "وكالة الأنباء السعودية"),
        ("(أ ف ب)", "وكالة الصحافة الفرنسية"),
        ("بيروت (أ.ف.ب) وكالات", "وكالة الصحافة الفرنسية"),
        ("رويترز والأناضول", "رويترز"),
        ("وكالات", None),
        ("سامي الأناضولي", None),
        ("", None),
        ("---", None),
    ],
)
def test_an_agency_is_known_in_a_line(line: str, name: str | None) -> None:
    assert agency_in(line) == name


def test_an_agency_is_found_in_what_the_reader_left_out() -> None:
    assert agency(record("a", dropped=(Dropped("byline", "غزة - الأناضول"),))) == "وكالة الأناضول"
    assert agency(record("a", dropped=(Dropped("menu", "رويترز"),))) is None
    assert agency(record("a", authors=("هدى سالم", "رويترز"))) == "رويترز"


def test_groups_do_not_depend_on_the_order_of_many() -> None:
    chance = random.Random(7)
    records = [
        record(f"{number}", f"2024-05-{number % 28 + 1:02}", chance.choice((BODY, OTHER, BODY[:200], OTHER[:150])))
        for number in range(40)
    ]
    before = grouped(records)
    chance.shuffle(records)
    assert grouped(records) == before
