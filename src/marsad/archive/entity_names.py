"""Which entities of an archive bear a name, and in which articles they stand, as far as somebody may see them."""

import json
from collections.abc import Iterable, Sequence
from typing import Literal

from marsad.archive.entity_rows import rows_in
from marsad.archive.entity_sight import Sight
from marsad.text.name_words import fold_name, parts
from marsad.text.spellings import SURE, key, same_name

Row = Sequence[str]  # the folded words of a name
Role = Literal["said", "party", "named"]
_ROLES: dict[Role, str] = {
    "said": "b.said > 0",
    "party": "b.acted + b.received > 0",
    "named": "p.label = 'PER'",
}


def bearing(sight: Sight, rows: Iterable[Row], *, mainly: bool = False) -> set[str]:
    """The profiles that have a name in which the words of one of the rows stand side by side.

    `mainly`: only where it is the name itself, or was given by a person; not what an article also calls the thing.
    """
    found: set[str] = set()
    for row in rows:
        wanted = f" {' '.join(row)} "
        for profile, name, main in sight.connection.execute(
            "SELECT n.profile, n.name, p.name FROM profile_names n JOIN profiles p ON p.id = n.profile "
            "WHERE n.word = ?",
            (row[-1],),
        ):
            fits = wanted in f" {name} " and (not mainly or name == fold_name(main))
            if fits and profile not in found and sight.has_name(profile, name):
                found.add(profile)
    return found


def called(sight: Sight, name: str) -> set[str]:
    """The profiles of this name: in any spelling, or with these words in one of their names."""
    words = fold_name(name).split()
    if not words:
        return set()
    found = bearing(sight, [words])
    keys = [f"{kind}:{label}:{key(name)}" for kind in ("name", "family") for label in ("PER", "ORG", "LOC")]
    for profile, other in rows_in(
        sight.connection,
        "SELECT p.id, p.name FROM profile_keys k JOIN profiles p ON p.id = k.profile WHERE k.key IN",
        keys,
    ):
        match = same_name(name, other)
        if match and match.strength >= SURE and sight.shows(profile):
            found.add(profile)
    return found


def namesakes(sight: Sight, name: str, label: str) -> list[str]:
    """The profiles of one kind that have this name, or whose last word it is where it is one word: in any spelling."""
    brief = len(parts(name).words) == 1
    found = []
    for profile, other in rows_in(
        sight.connection,
        "SELECT p.id, p.name FROM profile_keys k JOIN profiles p ON p.id = k.profile WHERE k.key IN",
        [f"{kind}:{label}:{key(name)}" for kind in (("name", "family") if brief else ("name",))],
    ):
        last = parts(other).words[-1:] or (other,)
        match = same_name(name, last[0] if brief and label == "PER" else other)
        if match and match.strength >= SURE and sight.shows(profile):
            found.append(profile)
    return sorted(set(found))


def things(sight: Sight, rows: Iterable[Row]) -> frozenset[str]:
    """The ids of the joined entities that bear one of the names: where they go by another name it is them, too."""
    profiles = bearing(sight, rows, mainly=True)
    query = "SELECT DISTINCT entity FROM profiles WHERE entity IS NOT NULL AND id IN"
    return frozenset(row[0] for row in rows_in(sight.connection, query, list(profiles)))


def articles(sight: Sight, ids: Iterable[str], role: Role) -> tuple[str, ...]:
    """The articles in which one of the entities has the role, in order."""
    bearers = "SELECT b.article, b.id, b.profile, b.name, b.names FROM profiles p JOIN bearers b ON b.profile = p.id"
    rows = rows_in(sight.connection, f"{bearers} WHERE {_ROLES[role]} AND p.entity IN", list(ids))
    found = {
        article
        for article, entity, profile, name, names in rows
        if sight.whole or sight.bears(article, entity, profile, (name, *json.loads(names)))
    }
    return tuple(sorted(found))
