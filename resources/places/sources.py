"""The curated lists beside this file, and what they say."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from marsad.text.fold import fold_key

HERE = Path(__file__).resolve().parent


def rows(name: str, width: int) -> Iterator[list[str]]:
    """The rows of a list, each of `width` cells, comments apart. Raises ValueError that names a wrong row."""
    for number, line in enumerate((HERE / name).read_text("utf-8").splitlines(), 1):
        if line and not line.startswith("#"):
            cells = [cell.strip() for cell in line.split("\t")]
            cells += [""] * (width - len(cells))
            if len(cells) != width:
                raise ValueError(f"{name}:{number}: {len(cells)} cells instead of {width}")
            yield cells


def split(cell: str, sign: str = "|") -> list[str]:
    """The parts of a cell, none of them empty."""
    return [part.strip() for part in cell.split(sign) if part.strip()]


@dataclass(frozen=True, slots=True)
class Spelling:
    """How Arabic news writes a place that GeoNames has under a Latin name; no names: drop its Arabic ones."""

    country: str
    latin: str
    admin1: str
    names: tuple[str, ...]


def spellings() -> list[Spelling]:
    """`spellings.tsv`."""
    return [Spelling(c, latin, code, tuple(split(names))) for c, latin, code, names in rows("spellings.tsv", 4)]


@dataclass(frozen=True, slots=True)
class First:
    """A first-level area; sign: "~" where it is one city, "^" where its bare name means the city."""

    name: str
    aliases: tuple[str, ...]
    sign: str


def admin1() -> dict[tuple[str, str], First]:
    """`admin1.tsv`, by country and code."""
    found = {}
    for country, code, name, aliases in rows("admin1.tsv", 4):
        sign = name[0] if name[0] in "~^" else ""
        found[country, code] = First(name.removeprefix(sign), tuple(split(aliases)), sign)
    return found


@dataclass(frozen=True, slots=True)
class Second:
    """A second-level area and the towns in it."""

    country: str
    code: str
    word: str
    name: str
    towns: tuple[str, ...]
    point: tuple[float, float] | None  # of an area that is not called after a town


def admin2() -> list[Second]:
    """`admin2.tsv`, one for each area."""
    found = []
    for country, code, word, names in rows("admin2.tsv", 4):
        for entry in split(names):
            head, _, towns = entry.partition(":")
            name, _, point = head.strip().partition("@")
            lat, _, lon = point.partition("/")
            where = (float(lat), float(lon)) if point else None
            found.append(Second(country, code, word, name, (name, *split(towns, ",")), where))
    return found


def known_names() -> dict[tuple[str, str], str]:
    """Country and folded name to the spelling of `admin1.tsv` and `admin2.tsv`."""
    found = {(second.country, fold_key(town)): town for second in admin2() for town in second.towns}
    return found | {(country, fold_key(area.name)): area.name for (country, _), area in admin1().items()}
