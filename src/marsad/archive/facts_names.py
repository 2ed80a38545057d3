"""Whether somebody in an article is the one that is asked for: by name in any spelling, or by a code."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice, product
from typing import Any

from marsad.archive.search_variants import Variants
from marsad.text.name_words import fold_name

_MOST_SPELLINGS = 24
_CODE = re.compile(r"[A-Z]{3}(?:[A-Z]{3})?")  # USA, USAGOV, MIL: letters of CAMEO and PLOVER


class Named:
    """A name that is asked for: all its words side by side, each in any spelling that the archive has; or a code."""

    def __init__(self, name: str, variants: Variants) -> None:
        words = fold_name(name).split()
        self.code = name.strip() if _CODE.fullmatch(name.strip()) else ""
        self._rows = (
            list(islice(product(*(variants.spellings(word) for word in words)), _MOST_SPELLINGS)) if words else []
        )

    def among(self, names: Iterable[str | None]) -> bool:
        """Whether one of the names is it, or holds it."""
        return any(self._within(fold_name(name).split()) for name in names if name)

    def _within(self, words: list[str]) -> bool:
        return any(
            tuple(words[start : start + len(row)]) == row
            for row in self._rows
            for start in range(len(words) - len(row) + 1)
        )

    def is_party(self, party: dict[str, Any], entities: dict[str, dict[str, Any]]) -> bool:
        """Whether a party of an event is it: by country and sector (`RUS`, `RUSGOV`, `GOV`) or by name."""
        if self.code:
            code, sector = party.get("code") or "", party.get("sector") or ""
            return self.code in {code, code + sector, sector}
        return self.among([party["text"], *names_of(party.get("entity"), entities)])


def names_of(entity: str | None, entities: dict[str, dict[str, Any]]) -> Iterator[str]:
    """All names that an article has for an entity."""
    found = entities.get(entity or "")
    if found:
        yield from (found["name"], *found["aliases"])
