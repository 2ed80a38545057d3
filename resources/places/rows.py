"""A row of the table of places, and what is computed of rows."""

from dataclasses import dataclass, field
from math import cos, hypot, radians

from marsad.text.fold import fold_key


@dataclass(slots=True)
class Row:
    """One place of the table."""

    kind: str
    name: str
    aliases: list[str]
    lat: float | None
    lon: float | None
    country: str = ""
    admin1: str = ""
    admin2: str = ""
    population: int = 0
    geonames: int | None = None
    marks: list[str] = field(default_factory=list)
    code: str = ""  # of admin1

    def folded(self) -> list[str]:
        """The folded names, each once."""
        return list(dict.fromkeys(fold_key(name.replace("-", " ")) for name in (self.name, *self.aliases)))

    def line(self) -> str:
        """The row as it stands in the table."""
        aliases = {fold_key(alias): alias for alias in reversed(self.aliases) if fold_key(alias) != fold_key(self.name)}
        cells = [
            "|".join(self.folded()), str(self.geonames or ""), self.name, "|".join(reversed(aliases.values())),
            _degrees(self.lat), _degrees(self.lon), self.country, self.admin1, self.admin2, self.kind,
            str(self.population or ""),
            "|".join(self.marks),
        ]  # fmt: skip
        return "\t".join(cells)


def _degrees(value: float | None) -> str:
    return "" if value is None else f"{value:.4f}".rstrip("0").rstrip(".")


def distance(one: Row, other: Row) -> float:
    """Kilometres between two rows with coordinates; plane, which is near enough within an area."""
    assert one.lat is not None
    assert one.lon is not None
    assert other.lat is not None
    assert other.lon is not None
    return hypot(one.lat - other.lat, (one.lon - other.lon) * cos(radians(one.lat))) * 111.2


def adjective_forms(stems: list[str]) -> list[str]:
    """All written forms, folded, without ال: masculine, feminine, dual, sound plurals; broken ones as they are."""
    forms: list[str] = []
    for stem in stems:
        if stem.startswith("+"):
            forms.append(fold_key(stem[1:]))
        elif " " not in stem:
            forms += [fold_key(stem + ending) for ending in ("", "ة", "ون", "ين", "ان", "ات", "تين", "تان")]
    return list(dict.fromkeys(forms))
