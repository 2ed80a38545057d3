"""Texts with their names given by hand: `*word*` is a name, which NAMES tells the kind and country of."""

import re

from marsad.annotate.events import events
from marsad.annotate.events.clauses import Clauses, Memory
from marsad.annotate.events.subjects import read
from marsad.annotate.events.verbs import verbs_of
from marsad.annotate.events.world import World
from marsad.annotate.grammar import passages
from marsad.records import Content, Cue, Entity, Event, Location, Mention, Quote, TextSpan, Time

DAY = "2016-05-03"
# name: label, country, sector, office; of places whether they are a country
NAMES: dict[str, tuple[str, str, str, str, bool]] = {
    "كندا": ("LOC", "CA", "", "", True),
    "اليابان": ("LOC", "JP", "", "", True),
    "البرتغال": ("LOC", "PT", "", "", True),
    "الدنمارك": ("LOC", "DK", "", "", True),
    "أغادير": ("LOC", "MA", "", "", False),
    "مكناس": ("LOC", "MA", "", "", False),
    "طنجة": ("LOC", "MA", "", "", False),
    "سالم الوهيبي": ("PER", "OM", "GOV", "وزير التجارة", False),
    "هدى المزروعي": ("PER", "AE", "JRN", "", False),
    "فوزي بن عمار": ("PER", "TN", "GOV", "وزير الصحة", False),
    "حزب السنبلة": ("ORG", "TN", "PTY", "", False),
    "جماعة الفجر": ("ORG", "", "REB", "", False),
}


def world_of(marked: str) -> tuple[str, list[Mention], list[Entity]]:
    """The text without its stars, its mentions, and an entity for each name."""
    text = ""
    mentions: list[Mention] = []
    places: dict[str, list[str]] = {}
    for part in re.split(r"(\*[^*]+\*)", marked):
        name = part.strip("*")
        if part.startswith("*"):
            label = NAMES[name][0]
            mention = Mention(f"m{len(mentions)}", len(text), len(text) + len(name), name, label, "name", name, "test")  # type: ignore[arg-type]
            mentions.append(mention)
            places.setdefault(name, []).append(mention.id)
        text += name if part.startswith("*") else part
    return text, mentions, [_entity(name, ids) for name, ids in places.items()]


def _entity(name: str, ids: list[str]) -> Entity:
    label, country, sector, office, whole = NAMES[name]
    where = Location(None, None, None, country or None, None, None, "country" if whole else "city", 1.0, "test")
    return Entity(
        name, label, name, (name,), tuple(ids), "test",  # type: ignore[arg-type]
        country=country or None, sector=sector or None, office=office or None,
        location=where if label == "LOC" else None,
    )  # fmt: skip


def found(marked: str, times: tuple[Time, ...] = (), quotes: tuple[Quote, ...] = ()) -> tuple[Event, ...]:
    """The events of a text of DAY."""
    text, mentions, entities = world_of(marked)
    return events(text, passages(text, mentions, times), mentions, entities, times, quotes, DAY)


def time(marked: str, words: str, value: str) -> Time:
    """A time expression of a text."""
    text = marked.replace("*", "")
    start = text.index(words)
    return Time(start, start + len(words), words, value, "explicit", "test", value, value)


def quote(marked: str, cue: str, source: str, speaker: str, content: str) -> Quote:
    """A quote of a text."""
    text = marked.replace("*", "")
    begin, said, named = text.index(cue), text.index(content), text.index(source)
    return Quote(
        "q1", "indirect", content, (Content(said, said + len(content), "indirect"),),
        Cue(begin, begin + len(cue), cue, "declare"), TextSpan(named, named + len(source), source),
        speaker, speaker, "asserted", "test",
    )  # fmt: skip


def clauses(marked: str) -> Clauses:
    """The first passage of a text as clauses."""
    text, mentions, entities = world_of(marked)
    passage = passages(text, mentions, ())[0]
    return read(passage, verbs_of(passage), World.of(text, mentions, entities), Memory())


def parties(marked: str) -> list[tuple[str, list[str], list[str]]]:
    """Each event of a text: its type, who acts, who is acted on."""
    return [
        (event.type, [one.text for one in event.actors], [one.text for one in event.recipients])
        for event in found(marked)
    ]
