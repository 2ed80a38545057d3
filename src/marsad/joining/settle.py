"""Joining what is new: only those that meet a new entity below some key are decided about again."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from marsad.annotate.linking.entities import certain_id
from marsad.archive import Archive
from marsad.archive import entity_rows as rows
from marsad.archive.entity_decisions import Decision, decisions, linked, pinned
from marsad.group.entities import alone_ids
from marsad.group.links import Decided
from marsad.group.profiles import PINNED, Profile, family, keys, number, profile
from marsad.group.seats import crowded, meets, seats
from marsad.records import Entity, Mention, Record
from marsad.text.name_words import fold_name

_BATCH = 200  # articles per transaction of a renewal
_NUMBER = re.compile(r"Q\d+")
_NAMES = frozenset({"name", "part"})


def enter(archive: Archive, articles: Iterable[str]) -> None:
    """Joins the entities of these articles with those of all others, inside of a transaction of `writing`.

    Articles that are joined already are joined anew; what an article said in an earlier version counts no more.
    """
    holding = decisions(archive.connection, holding=True)
    changed: set[str] = set()
    everything = archive.seen_by("closed")
    for article in dict.fromkeys(articles):
        rows.leave(archive.connection, article)
        record = everything.record(article)
        if record:
            changed |= _entered(archive, record, holding)
    settle(archive, changed, holding)


def renew(archive: Archive, *, again: bool = False) -> Iterator[int]:
    """Joins the entities of all articles that are not joined yet; how many are done, batch by batch.

    `again`: of all articles, from the start. What people decided is applied again.
    """
    with archive.writing():
        if again:
            rows.forget_all(archive.connection)
            for one in decisions(archive.connection, holding=True):
                keep_alias(archive, one)
        settle(archive, ())
    done = 0
    waiting = rows.waiting(archive.connection)
    for start in range(0, len(waiting), _BATCH):
        with archive.writing():
            enter(archive, waiting[start : start + _BATCH])
        done += len(waiting[start : start + _BATCH])
        yield done


def settle(archive: Archive, profiles: Iterable[str], holding: Sequence[Decision] | None = None) -> None:
    """Decides about these profiles, and about those that articles have left, inside of a transaction."""
    connection = archive.connection
    holding = decisions(connection, holding=True) if holding is None else holding
    todo = {*profiles, *rows.unsettled(connection)}
    if not todo:
        return
    near = [Profile(*row) for row in rows.around(connection, todo, linked(holding), meeting)]  # type: ignore[arg-type]
    decided = [Decided(one.number, "merge", one.one, _other(one)) for one in holding if one.kind in {"merge", "alias"}]
    decided += [Decided(one.number, "apart", one.one, one.other) for one in holding if one.kind == "apart"]
    rows.write_seats(connection, {one: rows.SeatRow(*seat) for one, seat in seats(near, decided).items()})


def meeting(key: str, one: rows.ProfileRow, others: Sequence[rows.ProfileRow]) -> list[rows.ProfileRow]:
    """Those of the profiles below a key that decide about one of them."""
    if key.startswith("name:") and crowded({fold_name(other.name) for other in others}):
        return [other for other in others if fold_name(other.name) == fold_name(one.name)]
    return [other for other in others if meets(key, one.name, other.name)]


def keep_alias(archive: Archive, one: Decision) -> None:
    """Writes the name that a decision gives to a thing."""
    if one.kind != "alias" or not one.text or not one.label:
        return
    given = alias(one.label, one.text, one.one[0])
    rows.keep_alias(archive.connection, rows.ProfileRow(*given), [*keys(given), family(given)])


def alias(label: str, name: str, of: str) -> Profile:
    """A name that was given to a thing, as a profile; one that says too little leads there and joins nobody."""
    plain = profile(Entity("", label, name, (), (), ""))  # type: ignore[arg-type]  # a label of the record
    if not plain.weak:
        return plain
    return plain._replace(id=number(label, "alias", of, name), weak=PINNED)


def _other(one: Decision) -> tuple[str, ...]:
    return one.other if one.kind == "merge" else (one.profile,) if one.profile else ()


def _entered(archive: Archive, record: Record, holding: Sequence[Decision]) -> set[str]:
    """Writes the entities of an article; the profiles that are to be decided about."""
    entities, changed = record.entities or (), set()
    told = [profile(entity, _listed) for entity in entities]
    by_entity = _mentions(record)
    bearers, alone = [], pinned(holding)
    for entity, plain, own in zip(entities, told, alone_ids(record.article.id, told), strict=True):
        mentions = by_entity.get(entity.id, [])
        by_itself = own in alone or _taken_out(record.article.id, mentions, holding)
        one = Profile(own, plain.label, plain.name, plain.country, weak=PINNED) if by_itself else plain
        row = rows.ProfileRow(*one)
        if rows.keep_profile(archive.connection, row, [*keys(one), family(one)]) or len(one.certain) > 1:
            changed.add(one.id)
        bearers.append(_bearer(record, entity, one.id, own, mentions))
    rows.enter(archive.connection, record.article.id, bearers)
    return changed


def _mentions(record: Record) -> dict[str, list[Mention]]:
    found: dict[str, list[Mention]] = {}
    for mention in record.mentions or ():
        if mention.entity:
            found.setdefault(mention.entity, []).append(mention)
    return found


def _taken_out(article: str, mentions: Sequence[Mention], holding: Sequence[Decision]) -> bool:
    """Whether somebody has split the entity from the others of its name, by one of its mentions."""
    return any(
        one.kind == "split" and one.article == article and one.start is not None and one.end is not None
        and any(mention.start < one.end and one.start < mention.end for mention in mentions)
        for one in holding
    )  # fmt: skip


def _bearer(record: Record, entity: Entity, profile_id: str, own: str, mentions: Sequence[Mention]) -> rows.Bearer:
    names = Counter(mention.text for mention in mentions if mention.kind in _NAMES)
    quotes, events = record.quotes or (), record.events or ()
    about = [
        quote
        for quote in quotes
        if quote.speaker != entity.id
        and any(part.start <= one.start and one.end <= part.end for part in quote.content for one in mentions)
    ]
    return rows.Bearer(
        entity.id, profile_id, own, entity.name, dict(names) or {entity.name: 0}, entity.office,
        sum(quote.speaker == entity.id for quote in quotes), len(about),
        sum(any(party.entity == entity.id for party in event.actors) for event in events),
        sum(any(party.entity == entity.id for party in event.recipients) for event in events),
    )  # fmt: skip


def _listed(entity: Entity) -> str | None:
    """The certain id that lists have, in one form; what is no plain word there is given as a number made of it."""
    found = certain_id(entity)
    if found is None:
        return None
    if _NUMBER.fullmatch(found):
        return f"wikidata:{found}"
    return found if found.isascii() and " " not in found else number("list", found)
