"""Which entities across articles somebody may see: the rule of the gate, for rows instead of records.

Entities are joined from all articles. Whoever may not see an article sees nothing that it alone tells of an entity, nor
finds it by a name that stands there alone. Whose name is kept back is not there at all, in whatever article, under
whatever name; the gate gives a `Sight` of everything to whom nothing is kept from.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from marsad.archive.hiding import Hider
from marsad.archive.redaction import Redaction
from marsad.text.name_words import fold_name

_Record = Callable[[str], dict[str, Any] | None]
_NOBODY = Hider(())
_OF_THING = (
    "SELECT id FROM profiles WHERE id = ?1 OR entity = ?1 UNION "
    "SELECT profile FROM profile_keys WHERE key = 'is:' || ?1 UNION SELECT profile FROM bearers WHERE own = ?1"
)
_OF_ONE = (
    "SELECT id FROM profiles WHERE id = ?1 UNION SELECT other.id FROM profiles mine JOIN profiles other "
    "ON other.entity = mine.entity WHERE mine.id = ?1"
)


@dataclass(frozen=True, slots=True)
class Sight:
    """What somebody may see of entities; as it is without further arguments, all of it.

    `closed`: the articles that are not there for them; `hidden`: the profiles of things that are kept back; `hider`:
    names and words that are; `scoped`: articles in which something else is. `record`: an article as the gate gives it.
    """

    connection: sqlite3.Connection
    record: _Record = lambda _: None
    closed: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()
    hider: Hider = _NOBODY
    scoped: frozenset[str] = frozenset()

    @property
    def whole(self) -> bool:
        """Whether nothing is kept from them."""
        return not (self.closed or self.keeps_back)

    @property
    def keeps_back(self) -> bool:
        """Whether names, words or things are kept back from them."""
        return bool(self.hidden or self.hider or self.scoped)

    def bears(self, article: str, entity: str, profile: str, names: Iterable[str]) -> bool:
        """Whether they may see that an entity of an article has this profile and these names."""
        if article in self.closed or profile in self.hidden or any(map(self.hider.ranges, names)):
            return False
        return article not in self.scoped or self.entity(article, entity) is not None

    def entity(self, article: str, entity: str) -> dict[str, Any] | None:
        """An entity of an article as it is handed out; None where it is kept back, for then it has no ids."""
        listed = (self.record(article) or {}).get("entities") or ()
        return next((one for one in listed if one["id"] == entity and one.get("global")), None)

    def touches(self, article: str, texts: Iterable[str | None]) -> bool:
        """Whether something is kept back from these texts of an article, or from one that may name somebody in it."""
        if not self.keeps_back:
            return False
        if article in self.scoped or any(self.hider.ranges(text) for text in texts if text):
            return True
        rows = self.connection.execute("SELECT profile, name, names FROM bearers WHERE article = ?", (article,))
        return any(
            profile in self.hidden or any(map(self.hider.ranges, (name, *json.loads(names))))
            for profile, name, names in rows
        )

    def shows(self, profile: str) -> bool:
        """Whether some article that they may see tells of a profile, or somebody gave its name to a thing."""
        return self.whole or any(True for _ in self._named(profile))

    def has_name(self, profile: str, folded: str) -> bool:
        """Whether they may see that a profile has this (folded) name."""
        return self.whole or any(fold_name(name) == folded for name in self._named(profile))

    def tells(self, *sides: Sequence[str]) -> bool:
        """Whether they may hear of a decision about these things, each given by all of its ids."""
        return self.whole or all(any(map(self._stands, side)) for side in sides if side)

    def _stands(self, thing: str) -> bool:
        """Whether some article that they may see tells of a thing; a name that somebody gave it does not do."""
        return any(True for profile in of_thing(self.connection, thing) for _ in self._borne(profile))

    def _named(self, profile: str) -> Iterator[str]:
        """The names of a profile that they may see."""
        yield from self._borne(profile)
        given = "SELECT data FROM entity_decisions WHERE kind = 'alias' AND undone IS NULL"
        for data in (json.loads(row[0]) for row in self.connection.execute(given)):
            text = data["text"] if data.get("profile") == profile and profile not in self.hidden else None
            if text and not self.hider.ranges(text):
                yield text

    def _borne(self, profile: str) -> Iterator[str]:
        """The names of a profile in the articles that they may see."""
        rows = self.connection.execute("SELECT article, id, name, names FROM bearers WHERE profile = ?", (profile,))
        for article, entity, name, counted in rows:
            names = (name, *json.loads(counted))
            if self.bears(article, entity, profile, names):
                yield from names


def kept_back(
    connection: sqlite3.Connection, redactions: Iterable[Redaction], called: Callable[[Sight, str], Iterable[str]]
) -> frozenset[str]:
    """The profiles of the things that redactions keep back, and of all that is joined with them.

    `called`: finds the profiles of a name.
    """
    found: set[str] = set()
    for one in redactions:
        if one.article is None and one.kind != "words":
            found.update(called(Sight(connection), one.words) if one.kind == "name" else meant_by(connection, one))
    joined = (row[0] for profile in found for row in connection.execute(_OF_ONE, (profile,)))
    return frozenset(joined)


def meant_by(connection: sqlite3.Connection, one: Redaction) -> set[str]:
    """The profiles of the thing whose id is kept back; also by an id that it had before more was known of it."""
    if one.kind != "entity":
        return set()
    found = {*of_thing(connection, one.words), *of_thing(connection, f"wikidata:{one.words}")}
    return {row[0] for profile in found for row in connection.execute(_OF_ONE, (profile,))}


def of_thing(connection: sqlite3.Connection, name: str) -> list[str]:
    """The profiles to which an id leads: an entity's, a certain one, that of one entity of an article."""
    return [row[0] for row in connection.execute(_OF_THING, (name,))]
