"""Articles of one event stand in one story, in whichever order they come; lookalikes stand apart."""

import random
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.group.made import article, bare

from marsad.group.stories import Story, stories
from marsad.group.stories_features import Profile, Rarity, dot, profile, stems
from marsad.group.stories_stream import Arrivals
from marsad.records import Record

DAM = [
    ("d1", "2024-03-12", "انهيار سد وادي الرمل يشرد مئات العائلات",
     "انهار سد وادي الرمل فجر اليوم بعد أمطار غزيرة وغمرت المياه قرية الحدادين وشردت مئات العائلات.",
     "وقال رئيس بلدية الحدادين إن فرق الإنقاذ تبحث عن عشرين مفقودا في الوادي."),
    ("d2", "2024-03-12", "مئات العائلات بلا مأوى بعد انهيار سد وادي الرمل",
     "شردت مياه سد وادي الرمل المنهار مئات العائلات من قرية الحدادين، وفق فرق الإنقاذ.",
     "وتبحث الفرق عن مفقودين بعد الأمطار الغزيرة التي سبقت انهيار السد."),
    ("d3", "2024-03-13", "فرق الإنقاذ تنتشل ضحايا سد وادي الرمل",
     "انتشلت فرق الإنقاذ جثامين ستة من ضحايا انهيار سد وادي الرمل في قرية الحدادين.",
     "وما زال البحث جاريا عن مفقودين بين عائلات القرية."),
]  # fmt: skip
FESTIVAL = [
    ("f1", "2024-03-12", "افتتاح مهرجان الزيتون في صفاقس",
     "افتتح والي صفاقس مهرجان الزيتون السنوي بمشاركة ثمانين معصرة ومئات المزارعين.",
     "ويستمر المهرجان أسبوعا ويضم سوقا للزيت ومسابقة للطبخ."),
    ("f2", "2024-03-12", "ثمانون معصرة في مهرجان الزيتون بصفاقس",
     "تشارك ثمانون معصرة في مهرجان الزيتون السنوي الذي افتتحه والي صفاقس اليوم.",
     "ويضم المهرجان مسابقة للطبخ وسوقا لزيت المزارعين."),
]  # fmt: skip
OTHERS = [
    ("o1", "2024-03-12", "البنك المركزي يرفع سعر الفائدة",
     "رفع البنك المركزي سعر الفائدة نصف نقطة لكبح التضخم الذي بلغ سبعة في المئة.", "وتوقع خبراء رفعا آخر."),
    ("o2", "2024-03-13", "فوز الترجي على النجم بهدفين",
     "فاز الترجي على النجم الساحلي بهدفين دون رد في ملعب رادس وصعد إلى صدارة الترتيب.", "وسجل المهاجم هدفين."),
    ("o3", "2024-03-20", "انهيار سد ترابي في جبل النور",
     "انهار سد ترابي صغير في جبل النور دون ضحايا بعد أن أخلت السلطات المزارع القريبة.", "ولم تسجل خسائر."),
]  # fmt: skip


def records() -> list[Record]:
    return [bare(article(number, head, *body, day=day)) for number, day, head, *body in (*DAM, *FESTIVAL, *OTHERS)]


def together(found: tuple[Story, ...]) -> set[frozenset[str]]:
    return {frozenset(story.articles) for story in found}


EXPECTED = {
    frozenset({"d1", "d2", "d3"}),
    frozenset({"f1", "f2"}),
    frozenset({"o1"}),
    frozenset({"o2"}),
    frozenset({"o3"}),
}


def test_articles_of_one_event_are_one_story_and_others_are_their_own() -> None:
    assert together(stories(map(profile, records()))) == EXPECTED


def test_a_story_is_called_after_its_first_article_and_knows_its_days() -> None:
    dam = next(story for story in stories(map(profile, records())) if "d2" in story.articles)
    assert (dam.id, dam.articles, dam.first, dam.last) == ("s-d1", ("d1", "d2", "d3"), "2024-03-12", "2024-03-13")


def test_the_same_articles_give_the_same_stories_in_any_order() -> None:
    profiles = [profile(record) for record in records()]
    wanted = stories(profiles)
    for seed in range(10):
        random.Random(seed).shuffle(profiles)
        assert stories(profiles) == wanted


def test_copies_stand_in_one_story_whatever_they_say() -> None:
    found = stories(map(profile, records()), copies=[("o1", "f2")])
    assert next(story for story in found if "o1" in story.articles).articles == ("f1", "f2", "o1")


def test_the_same_words_weeks_later_are_another_story() -> None:
    number, _, head, *body = DAM[0]
    later = [bare(article(number, head, *body)), bare(article("d9", head, *body, day="2024-05-02"))]
    assert len(stories(map(profile, later))) == 2


def test_a_story_that_goes_on_is_a_thread() -> None:
    number, _, head, *body = DAM[0]
    trial = bare(article("t1", "محاكمة مقاول سد وادي الرمل",
                         "بدأت محاكمة مقاول سد وادي الرمل الذي انهار وشرد عائلات قرية الحدادين بعد أمطار غزيرة.",
                         day="2024-03-28"))  # fmt: skip
    found = stories(map(profile, [bare(article(number, head, *body)), trial, *records()[3:]]))
    threads = {article: story.thread for story in found for article in story.articles}
    assert len({story.id for story in found if {"d1", "t1"} & set(story.articles)}) == 2
    assert threads["t1"] == threads["d1"] == "t-d1" != threads["f1"]


def test_no_articles_are_no_stories() -> None:
    assert stories([]) == ()


def test_articles_without_words_days_or_headline_are_stories_of_their_own() -> None:
    empty = [
        bare(article("a", "", day=None)),
        bare(article("b", "", day=None)),
        bare(article("c", "؟!", "..", day="soon")),
    ]
    assert [(story.articles, story.first) for story in stories(map(profile, empty))] == [
        (("a",), None), (("b",), None), (("c",), None),
    ]  # fmt: skip


def test_a_text_without_end_costs_no_more_than_its_beginning() -> None:
    endless = profile(bare(article("a", "سد " * 9000, "انهار سد الرمل " * 300_000)))
    assert set(endless.terms) == {"^سد", "سد", "^انهار", "انهار", "^رمل", "رمل"}


def test_an_article_that_comes_twice_is_counted_once() -> None:
    profiles = [profile(record) for record in records()]
    assert stories(profiles + profiles) == stories(profiles)


@pytest.mark.parametrize(("one", "other"), [("والحكومة", "حكومة"), ("بالقرية", "القرية"), ("مهاجمون", "المهاجمين")])
def test_a_word_has_one_stem_whatever_is_written_onto_it(one: str, other: str) -> None:
    assert stems(one) == stems(other) != []


def test_function_words_are_no_features() -> None:
    assert stems("في من على التي هذا، ثم") == []


def test_a_vector_has_length_one_and_rare_words_weigh_more() -> None:
    profiles = [profile(record) for record in records()]
    rarity = Rarity.of(profiles)
    vector = rarity.vector(profiles[0])
    assert dot(vector, vector) == pytest.approx(1.0, abs=0.01)
    assert 0 < rarity.weight("سد") < rarity.weight("بنك")


class TestArrivals:
    def test_articles_that_arrive_one_by_one_find_their_story(self) -> None:
        arrivals = Arrivals()
        places = {one.article: arrivals.add(one).member.story for one in map(profile, records())}
        assert {frozenset(a for a, s in places.items() if s == story) for story in places.values()} == EXPECTED

    def test_what_is_shared_is_said(self) -> None:
        arrivals = Arrivals()
        first, second = (arrivals.add(profile(record)) for record in records()[:2])
        assert first.is_new
        assert first.shared == ()
        assert not second.is_new
        assert len(second.shared) == len(set(second.shared)) > 2

    def test_rows_go_on_where_they_were_left(self) -> None:
        profiles = [profile(record) for record in records()]
        whole, before = Arrivals(), Arrivals()
        expected = [whole.add(one).member for one in profiles]
        kept = [before.add(one).member for one in profiles[:4]]
        after = Arrivals(before.rows(), before.rarity)
        assert kept + [after.add(one).member for one in profiles[4:]] == expected

    def test_an_article_that_is_known_stays_where_it_is(self) -> None:
        arrivals = Arrivals()
        one = profile(records()[0])
        assert arrivals.add(one).member == arrivals.add(one).member
        assert len(arrivals.rows()) == arrivals.rarity.articles == 1

    def test_a_copy_joins_the_story_of_what_it_copies(self) -> None:
        arrivals = Arrivals()
        first = arrivals.add(profile(records()[0])).member
        assert arrivals.add(profile(records()[5]), copy_of=first.story).member.story == "s-d1"

    def test_days_far_away_push_nothing_else_out(self) -> None:
        arrivals = Arrivals()
        today = date(2024, 3, 12).toordinal()
        arrivals.add(Profile("now", today, {"^سد": 1.0, "سد": 1.0}))
        for year in range(20):
            arrivals.add(Profile(f"far{year}", today + 365 * year + 9999, {"^سد": 1.0}))
        assert arrivals.add(Profile("next", today, {"^سد": 1.0, "سد": 1.0})).member.story == "s-now"

    def test_what_is_kept_is_bounded(self) -> None:
        arrivals = Arrivals()
        for day in range(200):
            arrivals.add(Profile(f"a{day}", 700000 + day, {"^سد": 1.0}))
        assert len(arrivals.rows()) == 30


WORDS = st.lists(st.sampled_from(["سد", "واد", "قرية", "فيضان", "زيت", "بنك"]), max_size=5)
DRAWN = st.tuples(st.sampled_from("abcdefgh"), st.integers(738000, 738009), WORDS)


@settings(max_examples=40, deadline=None)
@given(st.lists(DRAWN, max_size=12), st.randoms(use_true_random=False))
def test_every_article_stands_in_exactly_one_story_in_any_order(
    drawn: list[tuple[str, int, list[str]]], chance: random.Random
) -> None:
    unique = {number: Profile(number, day, {f"^{word}": 1.0 for word in words}) for number, day, words in drawn}
    profiles = list(unique.values())
    found = stories(profiles)
    assert sorted(a for story in found for a in story.articles) == sorted(unique)
    chance.shuffle(profiles)
    assert stories(profiles) == found
