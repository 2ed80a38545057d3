"""A part of the report of `make quality`."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Section:
    """Part of the report: lines to print, measures to hold against floors, details for reading."""

    name: str
    lines: list[str] = field(default_factory=list)
    measures: dict[str, float] = field(default_factory=dict)
    details: object = None
    skipped: str | None = None
