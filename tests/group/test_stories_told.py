"""A story is told in words of its own articles, each at its place."""

from tests.group.made import article, bare, naming_record, telling
from tests.group.test_occurrences import ROWS
from tests.group.test_stories import DAM, records

from marsad.group.occurrences import occurrences
from marsad.group.stories_told import told


def test_title_and_summary_stand_in_the_articles() -> None:
    those = {record.article.id: record for record in records()[:3]}
    found = told(those.values())
    assert found.title is not None
    assert found.title.text in {record.article.headline for record in those.values()}
    assert found.summary
    for chosen in (found.title, *found.summary):
        assert those[chosen.article].article.text[chosen.start : chosen.end] == chosen.text


def test_the_order_of_articles_changes_nothing() -> None:
    assert told(records()[:3]) == told(records()[2::-1])


def test_no_sentence_says_what_another_has_said() -> None:
    number, day, head, *body = DAM[0]
    twice = [bare(article(f"{number}{copy}", head, *body, day=day)) for copy in range(5)]
    assert len({chosen.text for chosen in told(twice).summary}) == len(told(twice).summary) == 2


def test_the_timeline_says_what_happened_when_and_who_told_it_first() -> None:
    those = [telling(f"a{number}", row) for number, row in enumerate(ROWS[:7])]
    found = told(those, occurrences=occurrences(those)).timeline
    assert [moment.day for moment in found] == ["2024-03-12", "2024-03-12", "2024-03-18"]
    assert found[0].outlets == 3
    assert found[0].first == "صحيفة a0"
    assert found[0].what.text == ROWS[0]["sentence"]


def test_a_story_without_dated_events_has_its_first_article_as_the_moment() -> None:
    (moment,) = told(records()[:3]).timeline
    assert (moment.day, moment.what.text, moment.type) == ("2024-03-12", DAM[0][2], None)


def test_the_actors_are_whom_most_articles_name() -> None:
    one = naming_record(article("a", "سليم المرواني في صفاقس"), ("سليم المرواني", "PER"), ("صفاقس", "LOC"))
    two = naming_record(article("b", "سليم المرواني يعود"), ("سليم المرواني", "PER"))
    found = told([one, two]).actors
    assert [(actor.name, actor.label, actor.articles) for actor in found] == [
        ("سليم المرواني", "PER", 2),
        ("صفاقس", "LOC", 1),
    ]


def test_nothing_is_told_of_nothing() -> None:
    empty = told([bare(article("a", "", day=None))])
    assert (empty.title, empty.summary, empty.actors, empty.timeline) == (None, (), (), ())
    assert told([]).timeline == ()
