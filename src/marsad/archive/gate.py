"""The one gate: all that leaves an archive passes here, and here alone is decided what somebody may see.

An article above the level of whoever asks is not there. What is kept back from that level has a mark in its place. The
search index of a level is made of what passes this gate, so that counts, facets and variants tell no more than texts.
Writing, proof and the archivists' own steps work on what is stored, and hand out no words of it.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from marsad.archive.access import Access, level_of, stricter
from marsad.archive.entity_decisions import Decision
from marsad.archive.entity_names import called
from marsad.archive.entity_rows import bearers_of, borne_in
from marsad.archive.entity_sight import Sight, kept_back, meant_by
from marsad.archive.hiding import MARK, Hider, hider
from marsad.archive.ledger import Entry
from marsad.archive.packing import body, unpacked
from marsad.archive.redacted import redacted
from marsad.archive.redaction import Redaction, in_force
from marsad.archive.rows import listed

_HASHES = frozenset(
    {"content", "record", "facts", "before", "page", "pages", "refusal", "sha256"}
)  # guesses could be tried on them
_Data = dict[str, Any]


class Gate:
    """What somebody of a level may see of an archive; opened by `Archive.open(…, access=…)`."""

    def __init__(self, connection: sqlite3.Connection, access: Access) -> None:
        self._connection, self.access = connection, access
        self._sight: tuple[tuple[int, int], Sight] | None = None

    def sees(self, article: str) -> bool:
        """Whether an article is there for them."""
        return not stricter(level_of(self._connection, article), self.access)

    def hears_of(self, level: Access) -> bool:
        """Whether what has a level of its own is there for them."""
        return not stricter(level, self.access)

    def articles(self) -> list[str]:
        """The ids of all articles that are there for them and not withdrawn, in order."""
        rows = self._connection.execute(
            "SELECT DISTINCT a.id, coalesce(l.level, 'public') FROM articles a LEFT JOIN levels l ON l.article = a.id "
            "WHERE a.withdrawn IS NULL ORDER BY a.id"
        )
        return [article for article, level in rows if self.hears_of(level)]

    def record(self, article: str, version: int | None = None, *, with_facts: bool = True) -> _Data | None:
        """A version of an article as `to_json` has it, the last where none is named; None where they see none.

        Without facts, but for those that are needed to keep something back, the lists are left out.
        """
        row = self._connection.execute(
            "SELECT version, steps, body FROM articles WHERE id = ? AND version = coalesce(?, version) "
            "AND withdrawn IS NULL ORDER BY version DESC LIMIT 1", (article, version),
        ).fetchone()  # fmt: skip
        if row is None or row[2] is None or not self.sees(article):
            return None
        data, back = body(row[2]), self._kept_back(article)
        if with_facts or back:
            data |= listed(self._connection, article, row[0], row[1])
        meant = self._joined(data, article, row[0], back) if data.get("entities") else frozenset()
        return redacted(data, back, meant) if back else data

    def _joined(self, data: _Data, article: str, version: int, back: tuple[Redaction, ...]) -> frozenset[str]:
        """Gives entities their ids across articles, but for things that are kept back; which are so by their id."""
        profiles = bearers_of(self._connection, article, version)
        hidden = self.sight().hidden if back else frozenset()
        for entity in data["entities"]:
            profile, name = profiles.get(entity["id"], (None, entity.get("global")))
            entity["global"] = None if profile in hidden else name
        named = {profile for one in back for profile in meant_by(self._connection, one)}
        return frozenset(entity for entity, (profile, _) in profiles.items() if profile in named)

    def sight(self) -> Sight:
        """What they may see of entities across articles; looked for again only where the archive has changed."""
        if self._connection.in_transaction:
            return self._looked()  # what is written may be taken back
        (version,) = self._connection.execute("PRAGMA data_version").fetchone()
        stamp = (version, self._connection.total_changes)
        if self._sight is None or self._sight[0] != stamp:
            self._sight = stamp, self._looked()
        return self._sight[1]

    def _looked(self) -> Sight:
        levels = self._connection.execute("SELECT article, level FROM levels")
        closed = frozenset(article for article, level in levels if not self.hears_of(level))
        back = self._all_kept_back()
        if not back:
            return Sight(self._connection, closed=closed)
        scoped = frozenset(one.article for one in back if one.article)
        hiding = _hiding(one for one in back if one.article is None)
        return Sight(self._connection, self.record, closed, kept_back(self._connection, back, called), hiding, scoped)

    def veiled(self) -> list[tuple[str, str]]:
        """The entities, each with its article, that are kept back from them for what they are in other articles."""
        return sorted({pair for one in self._all_kept_back() for pair in self._bearing(one)})

    def _bearing(self, one: Redaction) -> Iterator[tuple[str, str]]:
        """The entities, each with its article, that are the thing whose id is kept back."""
        for profile in meant_by(self._connection, one):
            rows = borne_in(self._connection, profile)
            yield from (row for row in rows if one.article in {None, row[0]})

    def decision(self, one: Decision) -> Decision:
        """A decision about entities; without names and ids where it is about things that are not there for them."""
        if self._hears_of_decision(one.one, one.other, one.article) and not (one.text and self._hides(one.text)):
            return one
        text = one.text and MARK
        return replace(one, one=(), other=(), article=None, start=None, end=None, text=text, profile=None)

    def _hears_of_decision(self, one: Sequence[str], other: Sequence[str], article: str | None) -> bool:
        return not (article and not self.sees(article)) and self.sight().tells(one, other)

    def _hides(self, text: str) -> bool:
        return self.text(text) != text

    def holding(self, redaction: Redaction) -> Iterator[str]:
        """The articles (last versions) in which a redaction would hide something; reads all of them."""
        meant: dict[str, set[str]] = {}
        for article, entity in self._bearing(redaction):
            meant.setdefault(article, set()).add(entity)
        for article in self.articles() if redaction.article is None else [redaction.article]:
            data = self.record(article)
            if data and redacted(data, (redaction,), frozenset(meant.get(article, ()))) is not data:
                yield article

    def page(self, sha256: str) -> bytes | None:
        """The bytes of a page; None where something of them is kept back, for bytes cannot be marked."""
        rows = self._connection.execute("SELECT id FROM articles WHERE page = ? AND withdrawn IS NULL", (sha256,))
        articles = [row[0] for row in rows]
        if not articles or not all(self.sees(one) and not self._kept_back(one) for one in articles):
            return None
        row = self._connection.execute("SELECT data FROM pages WHERE sha256 = ?", (sha256,)).fetchone()
        return unpacked(row[0]) if row and row[0] is not None else None

    def opens(self, level: Access) -> bool:
        """Whether the bytes of a refused page of that level may be handed out."""
        return self.hears_of(level) and not self._kept_back(None)

    def text(self, text: str) -> str:
        """A text that belongs to no article (an address, a message) with marks."""
        return _hiding(self._kept_back(None)).text(text)

    def redaction(self, one: Redaction) -> Redaction:
        """A decision to keep something back, without the words for those from whom it is kept."""
        if self.hears_of(one.seen_from):
            return one
        return replace(one, words=MARK, reason=self.text(one.reason))

    def entry(self, entry: Entry) -> Entry:
        """An entry of the ledger; `withheld` in its data says that it is not whole, so that its hash does not fit."""
        data, article = entry.data, entry.article
        level: Access = data.get("level", "public")
        if (article and not self.sees(article)) or not (article or self.hears_of(level)):
            return replace(entry, article=None, version=None, data={"withheld": True})
        if entry.deed.startswith("entity-") and not self._hears_of_decision(
            data.get("one", ()), data.get("other", ()), data.get("article")
        ):
            return replace(entry, data={"withheld": True})
        back = self._kept_back(article) if article else self._all_kept_back()
        if not back:
            return entry
        hiding = _hiding(back)
        left = {name: _marked(value, hiding) for name, value in data.items() if name not in _HASHES}
        return entry if left == data else replace(entry, data=left | {"withheld": True})

    def _kept_back(self, article: str | None) -> tuple[Redaction, ...]:
        """What is kept back from them in an article, or in whatever belongs to none."""
        return tuple(one for one in self._all_kept_back() if one.article in {None, article})

    def _all_kept_back(self) -> tuple[Redaction, ...]:
        return tuple(one for one in in_force(self._connection) if not self.hears_of(one.seen_from))


def _marked(value: Any, hiding: Hider) -> Any:  # noqa: ANN401 - JSON
    if isinstance(value, dict):
        return {name: _marked(part, hiding) for name, part in value.items()}
    if isinstance(value, list):
        return [_marked(part, hiding) for part in value]
    return hiding.text(value) if isinstance(value, str) else value


def _hiding(redactions: Iterable[Redaction]) -> Hider:
    by_kind: dict[str, list[str]] = {"name": [], "words": []}
    for one in redactions:
        by_kind.get(one.kind, []).append(one.words)  # a thing is known in articles alone
    return hider(tuple(by_kind["name"]), tuple(by_kind["words"]))
