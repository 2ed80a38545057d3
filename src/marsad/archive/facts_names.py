"""Whether somebody in an article is the one that is asked for: by name in any spelling, or by a code."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice, product
from typing import Any

from marsad.archive.index_schema import without_clitics
from marsad.archive.query import Any as AnyOf
from marsad.archive.query import Field, Node
from marsad.archive.search_variants import Variants
from marsad.text.name_words import fold_name

_MOST_SPELLINGS = 24
_CODE = re.compile(r"[A-Z]{3}(?:[A-Z]{3})?")  # USA, USAGOV, MIL: letters of CAMEO and PLOVER


class Named:
    """Somebody that is asked for: by name, all its words side by side in any spelling; by a country's name; by code."""

    def __init__(self, name: str, variants: Variants) -> None:
        self._name, self._lists = name, variants.lists
        words = fold_name(name).split()
        letters = name.strip()
        self.code = letters if _CODE.fullmatch(letters) else variants.lists.code(letters)
        self._rows = (
            list(islice(product(*(variants.spellings(word) for word in words)), _MOST_SPELLINGS)) if words else []
        )

    def among(self, names: Iterable[str | None]) -> bool:
        """Whether one of the names is it, or holds it."""
        return any(self._within(fold_name(name).split()) for name in names if name)

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
        return self.among(names_of(party.get("entity"), entities)) or any(
            map(self._within, self._readings(party["text"]))
        )

    def party_field(self) -> Node:
        """What the index is asked for events of that party."""
        return AnyOf(tuple(Field("party", name) for name in dict.fromkeys((self._name, self.code)) if name))

    def speaker_field(self) -> Node:
        """What the index is asked for quotes of that speaker."""
        return AnyOf((Field("speaker", self._name), Field("office", self._name)))


def names_of(entity: str | None, entities: dict[str, dict[str, Any]]) -> Iterator[str]:
    """All names that an article has for an entity."""
    found = entities.get(entity or "")
    if found:
        yield from (found["name"], *found["aliases"])
