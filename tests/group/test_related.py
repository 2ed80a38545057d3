"""What to read also: the best related articles with the reason, never a copy."""

import pytest
from tests.group.made import article, bare, naming_record
from tests.group.test_stories import DAM, records

from marsad.group.related import Shelf
from marsad.group.stories import stories
from marsad.group.stories_features import profile
from marsad.kinds import Label
from marsad.records import Record


def shelf(*more: Record, copies: tuple[tuple[str, ...], ...] = ()) -> Shelf:
    profiles = [profile(record) for record in (*records(), *more)]
    return Shelf(profiles, stories(profiles, copies=copies), copies)


def test_the_other_sides_of_a_story_come_first() -> None:
    found = shelf().related("d1")
    assert [(one.article, one.reason) for one in found[:2]] == [("d2", "same-story"), ("d3", "same-story")]
    assert found[0].likeness >= found[1].likeness > 0


def test_its_own_copies_are_never_among_them() -> None:
    assert {one.article for one in shelf(copies=(("d1", "d2"),)).related("d1")} == {"d3"}


def test_a_copy_that_nobody_knows_of_is_left_out_too() -> None:
    number, day, head, *body = DAM[0]
    assert "twin" not in {one.article for one in shelf(bare(article("twin", head, *body, day=day))).related(number)}


def test_of_two_copies_of_another_article_one_is_shown() -> None:
    assert len(shelf(copies=(("d2", "d3"),)).related("d1")) == 1


def test_what_came_before_is_said_to_be_before() -> None:
    trial = bare(article("t1", "محاكمة مقاول سد وادي الرمل",
                         "بدأت محاكمة مقاول سد وادي الرمل الذي انهار وشرد عائلات قرية الحدادين بعد أمطار غزيرة.",
                         day="2024-03-28"))  # fmt: skip
    found = shelf(trial).related("t1")
    assert {one.reason for one in found} == {"before"}
    assert {one.article for one in found} <= {"d1", "d2", "d3"}


def test_the_same_people_elsewhere_are_a_reason_and_are_named() -> None:
    names: tuple[tuple[str, Label], ...] = (("سليم المرواني", "PER"), ("رشيد بن عاشور", "PER"))
    one = naming_record(article("p", "سليم المرواني يستقبل رشيد بن عاشور", "بحث الطرفان ملف المياه."), *names)
    two = naming_record(article("q", "رشيد بن عاشور يهنئ سليم المرواني", "هنأه بعيد الفطر.", day="2024-04-20"), *names)
    (found,) = shelf(one, two).related("p")
    assert (found.article, found.reason) == ("q", "same-actors")
    assert set(found.shared) == {"per:سليم المرواني", "per:رشيد بن عاشور"}


@pytest.mark.parametrize(("wanted", "limit"), [("nobody", 5), ("d1", 0), ("o1", 5)])
def test_where_there_is_nothing_to_read_nothing_is_said(wanted: str, limit: int) -> None:
    assert shelf().related(wanted, limit) == ()


def test_no_more_are_shown_than_wanted() -> None:
    assert len(shelf().related("d1", 1)) == 1
