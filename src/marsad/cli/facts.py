"""The derived facts of a record by their ids, and what refers to what.

Ids are those of the record; a time, which has none, is called by its place in the list: t1, t2, …
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from marsad.errors import UsageError
from marsad.records import Entity, Event, Mention, Named, Party, Place, Quote, Record, Time

Fact = Mention | Entity | Time | Quote | Event
ALL = "all"
_MOST = 40  # stretches of ids that a message names
_NUMBERED = re.compile(r"(.*?)(\d{1,9})")


def facts(record: Record) -> dict[str, Fact]:
    """Every fact by its id: quotes and events first, then whom and what they name."""
    times = {f"t{number}": time for number, time in enumerate(record.times or (), 1)}
    found: dict[str, Fact] = {}
    for group in (record.quotes, record.events, record.entities, record.mentions):
        found |= {fact.id: fact for fact in group or ()}
    return found | times


def chosen(record: Record, wanted: str, whole: Record | None = None) -> dict[str, Fact]:
    """The facts that `wanted` names: ids with commas between them, or `all`.

    `whole` is the record before facts of little confidence were left out of it. Raises UsageError for an id that the
    record lacks.
    """
    known = facts(record)
    names = list(dict.fromkeys(name.strip() for name in wanted.split(",")))
    if names == [ALL]:
        return known
    for name in names:
        if name not in known:
            raise UsageError(_missing(name, known, facts(whole) if whole else {}), where=record.origin.uri)
    return {name: known[name] for name in names}


def _missing(name: str, known: dict[str, Fact], whole: dict[str, Fact]) -> str:
    there = f"there are {', '.join([*ranges(known), 'or all'])}" if known else "nothing was found in this article"
    if name in whole:
        return f"{name} is left out by --min-confidence, its confidence is {whole[name].confidence:.2f}; {there}"
    return f"no fact has the id {name[:50]!r}; {there}"


def ranges(names: Iterable[str]) -> list[str]:
    """Ids in short: q1–q4, q6, v1."""
    numbered = [(match[1], int(match[2])) for name in names if (match := _NUMBERED.fullmatch(name))]
    found: list[str] = []
    for _, run in groupby(enumerate(numbered), lambda pair: (pair[1][0], pair[1][1] - pair[0])):
        (letter, first), *rest = [name for _, name in run]
        found.append(f"{letter}{first}–{letter}{rest[-1][1]}" if rest else f"{letter}{first}")
    return [*found[:_MOST], "…"] if len(found) > _MOST else found


def references(fact: Fact) -> Iterator[tuple[str, str]]:
    """To what a fact refers: a role (a key of the terms of `explain`) and an id, each pair once."""
    yield from dict.fromkeys((role, name) for role, name in _references(fact) if name)


def _references(fact: Fact) -> Iterator[tuple[str, str | None]]:
    match fact:
        case Mention():
            yield "names-entity", fact.entity
        case Entity():
            yield from (("named-by", name) for name in fact.mentions)
            if not (fact.stands_for or "").startswith("gov:"):  # a government that the article does not name
                yield "stands-for", fact.stands_for
        case Quote():
            yield "speaker", fact.speaker
            yield from _all("addressee", [fact.addressee])
            yield from _all("reporter", [fact.reporter])
            yield "within", fact.within
            yield "repeats", fact.paraphrase_of
        case Event():
            yield from _all("actor", fact.actors)
            yield from _all("recipient", fact.recipients)
            yield from _all("host", [fact.host])
            yield from _all("place", [fact.place])
            yield "told-in", fact.quote
        case Time():
            return


def _all(role: str, named: Sequence[Named | Party | Place | None]) -> Iterator[tuple[str, str | None]]:
    return ((role, each.entity) for each in named if each)
