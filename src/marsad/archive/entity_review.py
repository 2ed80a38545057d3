"""Doubtful joins: who was kept apart and may be one with somebody, with what speaks for both sides."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from marsad.archive.entity_decisions import Decision, decisions
from marsad.archive.entity_find import Candidate, Place, candidate, portrait, thing
from marsad.archive.entity_names import namesakes
from marsad.archive.entity_sight import Sight
from marsad.archive.file import said
from marsad.archive.store import Archive

_SHOWN = 3  # articles of each side


@dataclass(frozen=True, slots=True)
class Side:
    """An entity that is doubtful, and the newest of its articles."""

    entity: Candidate
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Doubtful:
    """Who was not joined, why, and with whom it might be one: with others, or its own articles among themselves."""

    reason: str
    one: Side
    others: tuple[Side, ...]


def doubtful(archive: Archive) -> Iterator[Doubtful]:
    """All doubtful joins that nobody has decided about, those of most articles first."""
    with said(archive.path):
        sight = archive.gate.sight()
        apart = [one for one in decisions(archive.connection, holding=True) if one.kind == "apart"]
        rows = archive.connection.execute(
            "SELECT id, name, label, doubt, rivals, count FROM profiles p WHERE doubt != '' AND count > 0 AND "
            "(count > 1 OR rivals != '' OR EXISTS (SELECT 1 FROM profile_keys mine JOIN profile_keys other "
            "ON other.key = mine.key AND other.profile != mine.profile WHERE mine.profile = p.id)) "
            "ORDER BY count DESC, id"
        ).fetchall()
    for profile, name, label, reason, rivals, count in rows:
        with said(archive.path):
            if not sight.shows(profile):
                continue
            others = _others(sight, profile, rivals.split() or namesakes(sight, name, label))
        one = _side(archive, profile)
        if one is None:
            continue
        fitting = [
            side
            for other in others
            if (side := _side(archive, other)) and _fits(one, side)
            and not _decided(apart, (profile,), thing(archive, other).side)
        ]  # fmt: skip
        several = count > 1 and (sight.whole or one.entity.articles > 1)
        sides = tuple(sorted(fitting, key=lambda side: (-side.entity.articles, side.entity.id)))
        if sides or (several and not _decided(apart, (profile,), (profile,))):
            yield Doubtful(reason, one, sides)


def _others(sight: Sight, profile: str, ids: Sequence[str]) -> list[str]:
    """The entities of the profiles that they may see, or the profiles that keep apart; each once."""
    found: dict[str, None] = {}
    for one in ids:
        row = sight.connection.execute("SELECT entity FROM profiles WHERE id = ?", (one,)).fetchone()
        if row and one != profile and sight.shows(one):
            found[row[0] or one] = None
    return list(found)


def _decided(apart: Sequence[Decision], one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether somebody has said that the two are not one."""
    for each in apart:
        sides = set(each.one), set(each.other)
        if any(a.intersection(one) and b.intersection(other) for a, b in (sides, sides[::-1])):
            return True
    return False


def _fits(one: Side, other: Side) -> bool:
    """Of one kind, and of no two countries."""
    countries = {side.entity.country for side in (one, other)} - {None}
    return one.entity.label == other.entity.label and len(countries) < 2  # noqa: PLR2004 - two of them


def _side(archive: Archive, name: str) -> Side | None:
    found = candidate(archive, name)
    return Side(found, portrait(archive, thing(archive, name), latest=0).places[:_SHOWN]) if found else None
