"""Whether somebody in an article is the one that is asked for: by name in any spelling, or by a code."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice, product
from typing import Any

from marsad.archive.entity_names import Role, articles, things
from marsad.archive.file import said
from marsad.archive.index_schema import without_clitics
from marsad.archive.query import Among, Field, Node
from marsad.archive.query import Any as AnyOf
from marsad.archive.search_variants import Variants
from marsad.archive.store import Archive
from marsad.text.name_words import fold_name

_MOST_SPELLINGS = 24
_ROLES: dict[str, Role] = {"speaker": "said", "person": "named"}
_CODE = re.compile(r"[A-Z]{3}(?:[A-Z]{3})?")  # USA, USAGOV, MIL: letters of CAMEO and PLOVER


class Named:
    """Somebody that is asked for: by name, all its words side by side in any spelling; by a country's name; by code.

    Whoever bears the name somewhere in the archive is also found where an article uses another name.
    """

    def __init__(self, name: str, variants: Variants, archive: Archive) -> None:
        self._name, self._lists, self._archive = name, variants.lists, archive
        letters = name.strip()
        self.code = letters if _CODE.fullmatch(letters) else variants.lists.code(letters)
        self._rows = spellings(name, variants)
        with said(archive.path):
            self.ids = things(archive.gate.sight(), self._rows)

    def among(self, names: Iterable[str | None]) -> bool:
        """Whether one of the names is it, or holds it."""
        return any(self._within(fold_name(name).split()) for name in names if name)

    def is_one(self, entity: str | None, entities: dict[str, dict[str, Any]]) -> bool:
        """Whether an entity of an article is it: by a name that the article has, or by what it is in other articles."""
        found = entities.get(entity or "")
        return found is not None and (found.get("global") in self.ids or self.among(names_of(entity, entities)))

    def heads(self, phrase: str | None) -> bool:
        """Whether a phrase begins with it: وزير الخارجية الروسي, but not نائب وزير الخارجية."""
        return any(tuple(words[: len(row)]) == row for words in self._readings(phrase or "") for row in self._rows)

    def _within(self, words: list[str]) -> bool:
        return any(
            tuple(words[start : start + len(row)]) == row
            for row in self._rows
            for start in range(len(words) - len(row) + 1)
        )

    def _readings(self, text: str) -> list[list[str]]:
        """The words of a text; also without clitics, where the first is no name as it stands (لبنان is not بنان)."""
        whole, *cut = [one.split() for one in without_clitics(text)]
        return [whole, *cut] if whole and not self._lists.is_name(whole[0]) else [whole]

    def is_party(self, party: dict[str, Any], entities: dict[str, dict[str, Any]]) -> bool:
        """Whether a party of an event is it: by country and sector (`RUS`, `RUSGOV`, `GOV`) or by name."""
        code, sector = party.get("code") or "", party.get("sector") or ""
        if self.code and self.code in {code, code + sector, sector}:
            return True
        return self.is_one(party.get("entity"), entities) or any(map(self._within, self._readings(party["text"])))

    def party_field(self) -> Node:
        """What the index is asked for events of that party."""
        fields = [Field("party", name) for name in dict.fromkeys((self._name, self.code)) if name]
        return AnyOf((*fields, self._articles("party")))

    def speaker_field(self) -> Node:
        """What the index is asked for quotes of that speaker."""
        return AnyOf((Field("speaker", self._name), Field("office", self._name)))

    def _articles(self, role: Role) -> Among:
        with said(self._archive.path):
            return Among(articles(self._archive.gate.sight(), self.ids, role))


def elsewhere(archive: Archive, field: Field, variants: Variants) -> tuple[str, ...]:
    """The articles of a `speaker:` or `person:` in which the one who is named stands, under any name."""
    role = _ROLES.get(field.name)
    if role is None:
        return ()
    with said(archive.path):
        sight = archive.gate.sight()
        return articles(sight, things(sight, spellings(field.text, variants)), role)


def spellings(name: str, variants: Variants) -> list[tuple[str, ...]]:
    """The folded words of a name, in several spellings."""
    words = fold_name(name).split()
    return list(islice(product(*map(variants.spellings, words)), _MOST_SPELLINGS)) if words else []


def names_of(entity: str | None, entities: dict[str, dict[str, Any]]) -> Iterator[str]:
    """All names that an article has for an entity."""
    found = entities.get(entity or "")
    if found:
        yield from (found["name"], *found["aliases"])
