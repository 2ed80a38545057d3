"""Quotes and events over a whole archive: each answer is a fact of the record, and none that fits is missing."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from marsad.archive import Archive, Intake
from marsad.archive.facts_find import Events, Quotes, events, quotes
from marsad.archive.query_dates import day_range
from marsad.archive.search import Finder
from marsad.errors import UsageError
from marsad.finding import finder
from marsad.records import Origin, Page, from_json

NOW = Intake("2026-03-10T09:00:00Z", "مريم", "test", "marsad test")
TEXT = "لقاء في ميونخ\n\nقال لافروف إن روسيا مستعدة للحوار. ونفى كيري وجود اتفاق. التقى لافروف كيري في ميونخ."


def span(words: str) -> dict[str, Any]:
    """Words of the text with their place."""
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def entity(number: int, label: str, name: str, *aliases: str) -> dict[str, Any]:
    """Somebody of the record."""
    return {"id": f"e{number}", "label": label, "name": name, "aliases": aliases, "mentions": [], "made_by": "test"}


def quote(number: int, speaker: str, words: str, class_: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401
    """A quote of the record."""
    place = span(words)
    return {
        "id": f"q{number}", "kind": "indirect", "text": words, "status": "asserted", "made_by": "test",
        "content": [{"start": place["start"], "end": place["end"], "mode": "indirect"}],
        "cue": {**span("قال"), "class": class_}, "source": None, "speaker": speaker, "speaker_name": None,
    } | more  # fmt: skip


def event(number: int, type_: str, actors: list[Any], recipients: list[Any], **more: Any) -> dict[str, Any]:  # noqa: ANN401
    """An event of the record."""
    trigger = span("التقى")
    return {
        "id": f"v{number}", "type": type_, "mode": None, "quad": 1, "trigger": trigger, "mentions": [],
        "actors": actors, "recipients": recipients, "date": None, "place": None, "modality": "actual",
        "evidence": {"start": trigger["start"], "end": trigger["end"]}, "made_by": "test",
    } | more  # fmt: skip


LAVROV = span("لافروف") | {"entity": "e1", "code": "RUS", "sector": "GOV"}
KERRY = span("كيري") | {"entity": "e2", "code": "USA", "sector": "GOV"}
GUESTS = span("لقاء") | {"text": "للوفد المصري", "entity": None, "code": None, "sector": None}
FACTS = {
    "mentions": [
        {**span("روسيا"), "id": "m1", "label": "LOC", "kind": "name", "entity": "e3", "made_by": "test"},
        {**span("لافروف"), "id": "m2", "label": "PER", "kind": "name", "entity": "e1", "made_by": "test"},
    ],
    "entities": [
        entity(1, "PER", "سيرغي لافروف", "لافروف", "سيرجي لافروف") | {"office": "رئيس الوفد"},
        entity(2, "PER", "جون كيري", "كيري"),
        entity(3, "LOC", "روسيا", "روسيا الاتحادية"), entity(4, "LOC", "ميونخ"),
    ],
    "times": [],
    "quotes": [
        quote(1, "e1", "إن روسيا مستعدة للحوار", "declare"),
        quote(2, "e2", "وجود اتفاق", "deny", status="denied",
              source=span("كيري") | {"text": "وزير الخارجية الأمريكي"},
              channel={**span("في ميونخ"), "kind": "interview", "platform": None}),
    ],
    "events": [
        event(1, "CONSULT", [LAVROV, KERRY], [], place={"text": "ميونخ", "entity": "e4"}),
        event(2, "ACCUSE", [KERRY], [LAVROV], modality="reported", background=True),
        event(3, "AID", [LAVROV], [GUESTS]),
    ],
}  # fmt: skip


@pytest.fixture
def asked(tmp_path: Path) -> Iterator[Finder]:
    """What searches an archive of one article with these facts, and one without any."""
    with Archive.open(tmp_path / "a.db", create=True) as archive:
        for name, facts in (("one", FACTS), ("none", {})):
            head = TEXT.partition("\n")[0]
            article = {
                "id": f"a-{name}", "language": "ar", "headline": head, "text": TEXT, "paragraphs": [],
                "published": {"value": "2015-02-08", "precision": "day", "text": "8 شباط 2015"}, "source": "شبكة شام",
            }  # fmt: skip
            record = from_json({"schema": "marsad.record/1", "origin": {"uri": name}, "article": article, **facts})
            with archive.writing():
                archive.add(Page(Origin(uri=name), name.encode()), record, NOW)
        yield finder(archive)


def said(asked: Finder, **wanted: Any) -> list[str]:  # noqa: ANN401
    return [found.fact["id"] for found in quotes(asked, Quotes(**wanted))]


def done(asked: Finder, **wanted: Any) -> list[str]:  # noqa: ANN401
    return [found.fact["id"] for found in events(asked, Events(**wanted))]


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        ({}, ["q1", "q2"]),
        ({"speaker": "سيرجي لافروف"}, ["q1"]),
        ({"speaker": "كيري"}, ["q2"]),
        ({"speaker": "كير"}, []),
        ({"speaker": "وزير الخارجية الأمريكي"}, ["q2"]),
        ({"speaker": "الخارجية"}, []),
        ({"speaker": "رئيس الوفد"}, ["q1"]),
        ({"words": "حوار"}, ["q1"]),
        ({"words": "الحوار"}, ["q1"]),
        ({"words": "ميونخ"}, []),
        ({"about": "روسيا"}, ["q1"]),
        ({"about": "روسيا الاتحادية"}, ["q1"]),
        ({"about": "لافروف"}, []),
        ({"cue_class": "deny"}, ["q2"]),
        ({"cue_class": "warn"}, []),
        ({"channel": "interview"}, ["q2"]),
        ({"status": "denied"}, ["q2"]),
        ({"kinds": ("direct",)}, []),
        ({"kinds": ("direct", "indirect")}, ["q1", "q2"]),
        ({"period": day_range("2015")}, ["q1", "q2"]),
        ({"period": day_range("2016")}, []),
        ({"speaker": "لافروف", "cue_class": "deny"}, []),
    ],
)
def test_quotes_are_found_by_what_they_say_and_who_says_it(
    asked: Finder, wanted: dict[str, Any], ids: list[str]
) -> None:
    assert said(asked, **wanted) == ids


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        ({}, ["v1", "v2", "v3"]),
        ({"dyad": "RUS:USA"}, ["v1", "v2"]),
        ({"dyad": "USA:RUS"}, ["v1", "v2"]),
        ({"dyad": "RUS:EGY"}, []),
        ({"dyad": "لافروف:كيري"}, ["v1", "v2"]),
        ({"actor": "لافروف"}, ["v1", "v3"]),
        ({"actor": "USAGOV"}, ["v1", "v2"]),
        ({"actor": "GOV"}, ["v1", "v2", "v3"]),
        ({"recipient": "RUS"}, ["v2"]),
        ({"actor": "روسيا"}, ["v1", "v3"]),
        ({"actor": "روسية"}, ["v1", "v3"]),
        ({"actor": "ru"}, ["v1", "v3"]),
        ({"actor": "rus"}, ["v1", "v3"]),
        ({"actor": "أميركا"}, ["v1", "v2"]),
        ({"dyad": "الولايات المتحدة الأمريكية:روسيا"}, ["v1", "v2"]),
        ({"recipient": "الوفد المصري"}, ["v3"]),
        ({"recipient": "وفد"}, []),
        ({"types": ("AID",)}, ["v3"]),
        ({"types": ("AID", "accuse")}, ["v2", "v3"]),
        ({"modality": "reported"}, ["v2"]),
        ({"background": False}, ["v1", "v3"]),
        ({"place": "ميونخ"}, ["v1"]),
        ({"place": "باريس"}, []),
    ],
)
def test_events_are_found_by_who_does_what_to_whom(asked: Finder, wanted: dict[str, Any], ids: list[str]) -> None:
    assert done(asked, **wanted) == ids


def test_what_cannot_be_asked_is_said(asked: Finder) -> None:
    for dyad in ("RUS", "RUS:", ":", "A:B:C"):
        with pytest.raises(UsageError, match="a dyad is two parties"):
            done(asked, dyad=dyad)
    with pytest.raises(UsageError, match="names nobody"):
        said(asked, about="؟")
