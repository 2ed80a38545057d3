"""Annotations renewed: exactly the steps that were asked for, each article wholly or not at all, nothing lost."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NoReturn

import pytest
from tests.archive.made import LISTS, NOW, page_of, record

from marsad import joining
from marsad.annotate import STEPS, Step, annotator
from marsad.annotate.annotator import Annotations
from marsad.archive import Archive, verify, withdraw
from marsad.archive.entity_find import candidates
from marsad.archive.entity_rows import waiting
from marsad.archive.renew import Old, lacking, renew, renewable
from marsad.archive.rows import stored_facts
from marsad.archive.search import search
from marsad.errors import UsageError
from marsad.pipeline import ARTICLE_ONLY, EVERYTHING, Wanted, annotated
from marsad.records import Entity, Record
from marsad.scale import Renewed, annotate

TEXT = (
    "لقاء في عمّان رقم {0}\n\nأعلن وزير الخارجية الروسي سيرغي لافروف أمس أن بلاده ستزود لبنان بالكهرباء.\n\n"
    "والتقى لافروف نظيره المصري في القاهرة، وقال إن الربط سينجز قبل نهاية العام الجاري.\n"
)
page = partial(page_of, TEXT)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    """An empty archive."""
    with Archive.open(tmp_path / "a.db", create=True) as opened:
        yield opened


def keep(archive: Archive, *numbers: int, wanted: Wanted = LISTS) -> list[str]:
    """Adds pages; the ids of their articles."""
    with archive.writing():
        return [archive.add(page(number), record(page(number), wanted), NOW).id for number in numbers]


def again(archive: Archive, *steps: Step, engine: str = "lists", jobs: int = 0, dry_run: bool = False) -> list[Renewed]:
    """Renews steps of all articles."""
    which = renewable(archive, steps or STEPS)
    return list(annotate(archive, which, NOW, engine=engine, jobs=jobs, dry_run=dry_run))


def kept(archive: Archive, article: str) -> Record | None:
    """An article as it is stored, without the ids that it has across articles."""
    found = archive.record(article)
    if found is None or found.entities is None:
        return found
    return replace(found, entities=tuple(replace(one, global_=None) for one in entities(archive, article)))


def entities(archive: Archive, article: str) -> tuple[Entity, ...]:
    """Those of an article, with their ids across articles."""
    found = archive.record(article)
    assert found is not None
    return found.entities or ()


def outcomes(done: list[Renewed]) -> list[str]:
    """What became of each article."""
    return [one.outcome for one in done]


def test_what_is_the_same_is_not_written(archive: Archive) -> None:
    keep(archive, 1, 2)
    head = archive.head()
    assert outcomes(again(archive)) == ["same", "same"]
    assert archive.head() == head


def test_another_engine_gives_its_own_rows_and_the_ledger_tells_of_it(archive: Archive) -> None:
    (one,) = keep(archive, 1)
    (done,) = again(archive, engine="fast")
    assert done.outcome == "renewed"
    found = kept(archive, one)
    assert found == record(page(1), Wanted(engine="fast"))
    assert {mention.made_by.partition("@")[0] for mention in found.mentions or ()} == {"mentions.fast"}
    *_, entry = archive.entries()
    assert (entry.deed, entry.article, entry.version, entry.data["by"]) == ("annotate", one, 1, "مريم")
    assert list(verify(archive)) == []


def test_steps_that_were_never_run_are_filled_in(archive: Archive) -> None:
    (one,) = keep(archive, 1, wanted=ARTICLE_ONLY)
    assert lacking(archive, ("times",)) == [Old(one, 1, ("times",))]
    assert outcomes(list(annotate(archive, lacking(archive, ("times",)), NOW, engine="lists", jobs=0))) == ["renewed"]
    some = archive.record(one)
    assert some is not None
    assert (some.times, some.mentions, some.events) == (record(page(1)).times, None, None)
    assert outcomes(list(annotate(archive, lacking(archive, STEPS), NOW, engine="lists", jobs=0))) == ["renewed"]
    assert kept(archive, one) == record(page(1))
    assert lacking(archive, STEPS) == []
    assert search(archive, "person:لافروف").total == 1
    assert list(verify(archive)) == []


def test_what_is_found_anew_is_joined_anew_across_articles(archive: Archive) -> None:
    first, full = page(1), record(page(1))
    wrong = tuple(
        replace(one, name="فلان الفلاني", wikidata=None) if one.label == "PER" else one for one in full.entities or ()
    )
    with archive.writing():
        one = archive.add(first, replace(full, entities=wrong), NOW).id
        joining.enter(archive, [one, archive.add(page(2), record(page(2)), NOW).id])
    assert [found.articles for found in candidates(archive, "فلان الفلاني")] == [1]
    assert outcomes(again(archive)) == ["renewed", "same"]
    assert candidates(archive, "فلان الفلاني") == []
    (found,) = candidates(archive, "سيرغي لافروف")
    assert found.articles == 2
    assert found.id in {entity.global_ for entity in entities(archive, one)}


def test_an_article_that_is_renewed_and_not_joined_says_nothing_of_its_entities(archive: Archive) -> None:
    (one,) = keep(archive, 1, wanted=ARTICLE_ONLY)
    with archive.writing():
        joining.enter(archive, [one])
        assert renew(archive, 1, record(page(1), ARTICLE_ONLY), record(page(1)), NOW) == "renewed"
    assert waiting(archive.connection) == [one]
    assert {entity.global_ for entity in entities(archive, one)} == {None}


def test_one_step_replaces_its_rows_alone(archive: Archive) -> None:
    first = page(1)
    full = record(first)
    assert full.quotes
    with archive.writing():
        one = archive.add(first, replace(full, quotes=(), warnings=("بقي من قبل",)), NOW).id
    before = stored_facts(archive.connection, one, 1)
    (done,) = again(archive, "quotes", "events")
    assert (done.outcome, "quotes" in done.steps) == ("renewed", True)
    after = stored_facts(archive.connection, one, 1)
    unasked = {"mentions", "entities", "times"}
    assert [row for row in after if row[0] in unasked] == [row for row in before if row[0] in unasked]
    now = archive.record(one)
    assert now is not None
    assert (now.quotes, now.warnings) == (full.quotes, ("بقي من قبل",))
    assert list(verify(archive)) == []


def test_what_stands_on_a_step_that_changes_is_said_and_nothing_is_done(archive: Archive) -> None:
    first = page(1)
    full = record(first)
    with archive.writing():
        archive.add(first, replace(full, mentions=full.mentions[1:], times=()), NOW)  # type: ignore[index]
    head = archive.head()
    (done,) = again(archive, "mentions")
    assert (done.outcome, done.steps) == ("needs", ("quotes", "events"))
    assert [(one.outcome, one.steps) for one in again(archive, "times")] == [("needs", ("quotes", "events"))]
    assert archive.head() == head
    assert outcomes(again(archive, "mentions", "times", "quotes", "events")) == ["renewed"]
    assert kept(archive, full.article.id) == full


def test_the_rows_of_one_annotator_are_chosen_by_its_name(archive: Archive) -> None:
    (one, _) = keep(archive, 1, 2, wanted=Wanted(("times",), "lists"))
    (three,) = keep(archive, 3)
    made = record(page(1)).times[0].made_by  # type: ignore[index]
    assert [old.article for old in renewable(archive, STEPS, made)] == sorted(archive.ids())
    assert {old.steps for old in renewable(archive, STEPS, made.partition("@")[0])} == {("times",)}
    assert [old.article for old in renewable(archive, STEPS, "quotes")] == [three]
    assert renewable(archive, ("events",), made) == []
    assert one != three
    with pytest.raises(UsageError, match=r"nothing in .* was made by 'times@99'; there are .*quotes@"):
        renewable(archive, STEPS, "times@99")


def test_all_versions_are_renewed(archive: Archive) -> None:
    keep(archive, 1, wanted=ARTICLE_ONLY)
    other = replace(page(1), data=TEXT.format("آخر").encode())
    with archive.writing():
        assert archive.add(other, record(other, ARTICLE_ONLY), NOW).version == 2
    assert [(one.version, one.outcome) for one in again(archive)] == [(1, "renewed"), (2, "renewed")]
    assert list(verify(archive)) == []


def test_a_dry_run_says_the_same_and_keeps_nothing(archive: Archive) -> None:
    keep(archive, 1, 2, wanted=ARTICLE_ONLY)
    head = archive.head()
    with Archive.open(archive.path, read_only=True) as only_read:
        assert outcomes(again(only_read, dry_run=True)) == ["renewed", "renewed"]
    assert archive.head() == head
    assert outcomes(again(archive)) == ["renewed", "renewed"]


def test_two_processes_give_what_one_gives(archive: Archive, tmp_path: Path) -> None:
    ids = keep(archive, *range(6), wanted=ARTICLE_ONLY)
    assert outcomes(again(archive, jobs=2)) == ["renewed"] * 6
    with Archive.open(tmp_path / "b.db", create=True) as other:
        keep(other, *range(6), wanted=ARTICLE_ONLY)
        again(other)
        assert [other.record(one) for one in ids] == [archive.record(one) for one in ids]


def test_an_article_that_breaks_stays_as_it_was(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = keep(archive, 1, 2, wanted=ARTICLE_ONLY)

    def breaks(plain: Record, wanted: Wanted = EVERYTHING) -> Record:
        if plain.article.id == first:
            raise ZeroDivisionError
        return annotated(plain, wanted)

    monkeypatch.setattr("marsad.scale.one.annotated", breaks)
    found = {one.id: one for one in again(archive)}
    assert (found[first].outcome, found[second].outcome) == ("refused", "renewed")
    assert "ZeroDivisionError" in str(found[first].error)
    assert archive.record(first) == record(page(1), ARTICLE_ONLY)
    assert list(verify(archive)) == []


def test_an_interrupted_run_keeps_what_is_finished(archive: Archive) -> None:
    keep(archive, 1, 2, 3, wanted=ARTICLE_ONLY)

    def some() -> Iterator[Old]:
        yield from renewable(archive, STEPS)[:2]
        raise KeyboardInterrupt

    done: list[Renewed] = []
    with pytest.raises(KeyboardInterrupt):
        done.extend(annotate(archive, some(), NOW, engine="lists", jobs=0))
    assert len(lacking(archive, STEPS)) == 1
    assert list(verify(archive)) == []
    assert outcomes(list(annotate(archive, lacking(archive, STEPS), NOW, engine="lists", jobs=0))) == ["renewed"]


def test_what_is_withdrawn_meanwhile_stays_withdrawn(archive: Archive) -> None:
    one, two = keep(archive, 1, 2, wanted=ARTICLE_ONLY)
    order = sorted([one, two])

    def which() -> Iterator[Old]:
        yield Old(order[0], 1, STEPS)
        withdraw(archive, order[0], "طلب", NOW)
        withdraw(archive, order[1], "طلب", NOW)
        yield Old(order[1], 1, STEPS)

    done = list(annotate(archive, which(), NOW, engine="lists", jobs=0))
    assert [(found.id, found.outcome) for found in done] == [(order[0], "gone")]
    assert stored_facts(archive.connection, order[0], 1) == []
    assert list(verify(archive)) == []


def test_an_engine_that_does_not_exist_ends_the_run(archive: Archive) -> None:
    keep(archive, 1, wanted=ARTICLE_ONLY)

    def none() -> NoReturn:
        list(annotate(archive, renewable(archive, STEPS), NOW, engine="nothing", jobs=0))
        raise AssertionError

    with pytest.raises(UsageError):
        none()
    assert archive.record(next(archive.ids())) == record(page(1), ARTICLE_ONLY)


@pytest.mark.parametrize("text", [TEXT.format(1), TEXT.format(1).replace("لافروف", "لافـــروف\u200f")])
def test_lists_that_were_read_before_are_what_is_read_with(text: str) -> None:
    read = annotator("lists")
    whole = read(text)
    assert whole.quotes
    assert whole.events
    later = read(text, steps=("quotes", "events"), earlier=whole)
    assert later == Annotations(quotes=whole.quotes, events=whole.events)
    only: tuple[Step, ...] = ("quotes",)
    without = read(text, steps=only, earlier=replace(whole, mentions=(), entities=()))
    assert without.mentions is None
    assert [quote.speaker for quote in without.quotes or ()] != [quote.speaker for quote in whole.quotes]
