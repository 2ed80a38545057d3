"""Readers of one archive, lent to one request at a time: opened when they are needed, kept for the next."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from marsad.archive import Archive
from marsad.archive.index import Progress
from marsad.archive.search import Finder
from marsad.finding import finder


@dataclass(frozen=True, slots=True)
class Reader:
    """An open archive, as the level of the server sees it, and what searches it."""

    archive: Archive
    finder: Finder


class Desk:
    """Lends readers. Opening it is what finds out that there is no archive."""

    def __init__(self, path: Path, access: str, progress: Progress | None = None) -> None:
        """Raises ArchiveError where the archive cannot be read, UsageError for a level that does not exist."""
        self._path, self._access, self._progress = path, access, progress
        self._free: list[Reader] = []
        self._one_at_a_time = threading.Lock()
        with self.reader():
            pass

    @contextmanager
    def reader(self) -> Iterator[Reader]:
        """A reader with an index that is up to date; nobody else has it meanwhile. Raises ArchiveError."""
        with self._one_at_a_time:
            reader = self._free.pop() if self._free else self._opened()
            try:
                reader.finder.variants()  # brings the index up to date: two threads would be in each other's way
            except BaseException:
                reader.archive.close()
                raise
        try:
            yield reader
        except BaseException:
            reader.archive.close()  # whatever went wrong, the next request begins anew
            raise
        with self._one_at_a_time:
            self._free.append(reader)

    def close(self) -> None:
        """Closes the readers that nobody has."""
        with self._one_at_a_time:
            while self._free:
                self._free.pop().archive.close()

    def _opened(self) -> Reader:
        archive = Archive.open(self._path, read_only=True, access=self._access)
        return Reader(archive, finder(archive, self._progress))
