"""One page read, or one article annotated again, at its own risk."""

from dataclasses import dataclass, replace

from marsad.annotate import Step
from marsad.errors import MarsadError, SourceError
from marsad.pipeline import Result, Wanted, annotated, attempt, name_of
from marsad.records import Origin, Page, Record


@dataclass(frozen=True, slots=True)
class Renewal:
    """An article that was read before, and the steps whose lists are to be read anew."""

    record: Record
    version: int
    steps: tuple[Step, ...]

    @property
    def origin(self) -> Origin:
        """Where it is from, for messages."""
        return self.record.origin


def read(task: Page | Renewal, wanted: Wanted, *, any_page: bool) -> Result:
    """The record of a page, or why there is none; whatever goes wrong. Of a renewal, `wanted` gives the engine."""
    try:
        if isinstance(task, Renewal):
            return _annotated(task, wanted)
        return attempt(task, any_page=any_page, wanted=wanted)
    except Exception as error:  # noqa: BLE001 - one page must not end a crawl
        return SourceError(
            f"cannot be read: {type(error).__name__}: {error}. This is a fault of Marsad; please report the page",
            where=name_of(task.origin), reason="broken",
        )  # fmt: skip


def _annotated(task: Renewal, wanted: Wanted) -> Result:
    try:
        return annotated(task.record, replace(wanted, steps=task.steps))
    except MarsadError as error:
        error.where = error.where or name_of(task.origin)
        return error
