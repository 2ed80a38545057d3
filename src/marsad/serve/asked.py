"""What an address asks for: its parameters, each once and within its bounds, or an error that names the parameter."""

from collections.abc import Iterable

from starlette.datastructures import QueryParams

from marsad.archive.query_dates import Period, day_range
from marsad.errors import UsageError

DEEPEST = 10_000  # quotes, events or articles that can be paged past; more are for an export


class BadParameter(UsageError):
    """A parameter of an address that cannot be used: `parameter` is its name."""

    reason = "bad-parameter"

    def __init__(self, what: str, parameter: str) -> None:
        super().__init__(f"{parameter}: {what}")
        self.parameter = parameter


class Asked:
    """The parameters of a request."""

    def __init__(self, params: QueryParams) -> None:
        self._params = params

    def only(self, names: Iterable[str]) -> None:
        """Raises BadParameter where another one is given: a misspelt filter must not pass for no filter."""
        known = sorted(names)
        for name in self._params:
            if name not in known:
                there = f"parameters are {', '.join(known)}" if known else "there are none here"
                raise BadParameter(f"there is no such parameter; {there}", name[:60])

    def text(self, name: str) -> str:
        """The text of a parameter; "" where it is absent or blank. Raises BadParameter where it is given twice."""
        values = self._params.getlist(name)
        if len(values) > 1:
            raise BadParameter("it is given more than once; give it once", name)
        return values[0].strip() if values else ""

    def many(self, name: str) -> tuple[str, ...]:
        """All values of a parameter that may be repeated."""
        return tuple(dict.fromkeys(value for value in self._params.getlist(name) if value.strip()))

    def flag(self, name: str) -> bool:
        """Whether a switch is on: 1 or 0. Raises BadParameter."""
        return self.choice(name, ("0", "1")) == "1"

    def choice(self, name: str, values: Iterable[str]) -> str:
        """One of a list, "" where none is given. Raises BadParameter."""
        value, known = self.text(name), tuple(values)
        if value and value not in known:
            raise BadParameter(f"{value[:60]!r} is none of {', '.join(known)}", name)
        return value

    def choices(self, name: str, values: Iterable[str]) -> tuple[str, ...]:
        """Several of a list. Raises BadParameter."""
        given, known = self.many(name), tuple(values)
        for value in given:
            if value not in known:
                raise BadParameter(f"{value[:60]!r} is none of {', '.join(known)}", name)
        return given

    def number(self, name: str, default: int, least: int, most: int) -> int:
        """A whole number. Raises BadParameter."""
        value = self.text(name)
        if not value:
            return default
        if not (value.isascii() and value.isdigit() and len(value) <= len(str(most)) and least <= int(value) <= most):
            raise BadParameter(f"{value[:40]!r} is no whole number from {least:,} to {most:,}", name)
        return int(value)

    def period(self) -> Period | None:
        """What `from` and `to` cover; None where neither is given. Raises BadParameter."""
        first, last = (self._day(name, place) for place, name in enumerate(("from", "to")))
        if first and last and first > last:
            raise BadParameter("it is later than to; exchange them", "from")
        return Period(first, last) if first or last else None

    def _day(self, name: str, place: int) -> str | None:
        value = self.text(name)
        try:
            return day_range(value)[place] if value else None
        except UsageError as error:
            raise BadParameter(error.what, name) from None
