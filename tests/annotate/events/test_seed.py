"""The events of the seed page, which stands beside the repository: each once, with its tellings, parties and place."""

from collections.abc import Sequence
from pathlib import Path

import pytest

import marsad
from marsad.records import Event, Party, Record

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def events(shared: Path) -> tuple[Event, ...]:
    page = next(iter(sorted((shared / "seed").glob("*.txt"))), None)
    if page is None:
        pytest.skip("no seed page")
    record = next(iter(marsad.read(page)))
    assert isinstance(record, Record)
    return record.events or ()


def of(events: Sequence[Event], type_: str) -> list[Event]:
    return [one for one in events if one.type == type_]


def codes(parties: Sequence[Party]) -> set[str]:
    return {f"{one.code or ''} {one.sector or ''}".strip() for one in parties}


def test_a_meeting_is_one_event_with_all_that_tells_of_it(events: tuple[Event, ...]) -> None:
    meeting = of(events, "CONSULT")[0]
    assert codes(meeting.actors) == {"RUS GOV", "USA GOV"}
    assert len(meeting.mentions) == 4
    assert meeting.place is not None
    assert meeting.place.text == "موينخ"
    assert meeting.date is not None
    assert meeting.date.value == "2015-02-08"


def test_the_earlier_meeting_is_background_with_its_host_and_time(events: tuple[Event, ...]) -> None:
    meetings = of(events, "CONSULT")
    assert len(meetings) == 2
    earlier = meetings[1]
    assert earlier.background
    assert codes(earlier.actors) == {"OPP", "GOV"}
    assert earlier.host is not None
    assert earlier.host.text == "روسية"
    assert earlier.date is not None
    assert (earlier.date.earliest, earlier.date.latest) == ("2015-01-21", "2015-01-31")


def test_headline_and_body_promise_once(events: tuple[Event, ...]) -> None:
    promise, agreed = of(events, "AGREE")
    assert (codes(promise.actors), codes(promise.recipients)) == ({"RUS GOV"}, {"USA GOV"})
    assert len(promise.mentions) == 2
    assert (agreed.modality, codes(agreed.actors)) == ("reported", {"OPP", "GOV"})


def test_what_is_demanded_and_refused(events: tuple[Event, ...]) -> None:
    (demand,) = of(events, "REQUEST")
    assert [one.text for one in demand.actors] == ["لافروف"]
    refusal = next(one for one in of(events, "REJECT") if one.background)
    assert codes(refusal.actors) == {"SYR OPP"}


def test_nothing_is_listed_twice(events: tuple[Event, ...]) -> None:
    triggers = [told.trigger.start for event in events for told in event.mentions]
    assert len(triggers) == len(set(triggers))
