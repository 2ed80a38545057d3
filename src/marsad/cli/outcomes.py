"""What became of the pages of a run, for every command that reads pages: what is told, and how the run ends."""

import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from tqdm import tqdm

from marsad.cli.ending import DONE, IN_PART, NOTHING
from marsad.cli.output import Messages
from marsad.errors import MarsadError, NotAnArticle, SourceError, UsageError
from marsad.read import Options

_Item = TypeVar("_Item")
_NO_DAMAGE = frozenset({"not-text", "empty"})  # pictures and empty files in a folder or archive


class Outcomes:
    """Counts refusals and what was passed over, tells what a user must know, and gives the exit code."""

    def __init__(self, inputs: Sequence[str], how: Options, messages: Messages, *, tell_all: bool = True) -> None:
        """`tell_all`: also of pages without an article inside of a crawl."""
        self._named = {form for name in inputs for form in (name, str(Path(name)))}
        self._where = inputs[0] if len(inputs) == 1 else ""
        self._messages, self._tell_all = messages, tell_all
        self.options = replace(how, passed_over=self._pass_over)
        self.refused: Counter[str] = Counter()
        self.passed_over = 0
        self._told = False  # some error was named
        self._in_part = False

    def each(self, source: str, found: Iterator[_Item]) -> Iterator[_Item | MarsadError]:
        """What an input gives; where it cannot be read, or gives nothing, the error that says so. Raises UsageError."""
        empty, before = True, self.passed_over
        try:
            for item in found:
                empty = False
                yield item
        except UsageError:
            raise
        except MarsadError as error:
            empty = False
            error.where = error.where or source
            yield error
        if empty and self.passed_over == before:
            yield SourceError("holds no pages", where=source, reason="empty")

    def refuse(self, error: MarsadError, *, strict: bool) -> None:
        """A named input that is refused counts for the exit code; a page without an article inside a crawl does not."""
        ordinary = error.where not in self._named and (isinstance(error, NotAnArticle) or error.reason in _NO_DAMAGE)
        self._in_part |= strict or not ordinary
        self.refused[error.reason] += 1
        if self._tell_all or not ordinary:
            self._told = True
            self._messages.error(error)

    def code(self, read: int) -> int:
        """The exit code of a run that has read so many pages."""
        return NOTHING if not read else IN_PART if self._in_part else DONE

    def sum_up(self, text: str, read: int, *, worth: bool = True) -> None:
        """The summary, where it is worth a line; an exit code alone explains nothing, not even with --quiet."""
        if not read and not self._told:
            self._messages.error(NotAnArticle(text, reason="empty", where=self._where))
        elif worth:
            self._messages.note(text)

    def _pass_over(self, _: str) -> None:
        self.passed_over += 1


def progress(*, quiet: bool, unit: str = "pages", **more: Any) -> "tqdm[Any]":  # noqa: ANN401 - as tqdm has it
    """A bar on standard error, where a person looks on and wants one."""
    off = quiet or bool(os.environ.get("NO_COLOR")) or not sys.stderr.isatty()
    return tqdm(unit=f" {unit}", disable=off, file=sys.stderr, leave=False, **more)
