"""The full-text index beside an archive: derived from it, never the only place of anything.

It is brought up to date before it is asked, and made again when it is missing, of another version, of another archive,
or damaged.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Self

import tantivy

from marsad.archive import index_changes as changes
from marsad.archive.access import LEVELS
from marsad.archive.file import said
from marsad.archive.index_files import State, folder_of, fresh, open_index, read_state, sweep, write_state
from marsad.archive.index_schema import document
from marsad.archive.ledger import START
from marsad.archive.store import Archive
from marsad.errors import ArchiveError

_HEAP = 64_000_000  # bytes that tantivy gathers before it writes
_BATCH = 2000  # ledger entries per commit: what a crash costs, and what the wait for the disk is shared by
_LEFT = 3600.0  # seconds after which a part that is not in use is nobody's any more
_BUSY = "LockBusy"
Progress = Callable[[int, int], None]  # entries done, entries in all


class SearchIndex:
    """The open index of an archive, as it was when it was opened. Made by `SearchIndex.of`."""

    def __init__(self, index: tantivy.Index, state: State, notes: tuple[str, ...]) -> None:
        index.reload()
        self.searcher = index.searcher()
        self.schema = index.schema
        self.state = state
        self.notes = notes  # what whoever asks should know: it was made again, it is not up to date

    @classmethod
    def of(cls, archive: Archive, *, progress: Progress | None = None) -> Self:
        """The index of an archive, up to date.

        Where another process brings it up to date at this moment, it is as that one has it, and a note says so; where
        nothing can be written beside the archive, it is made in memory. Raises ArchiveError.
        """
        with said(archive.path), _spoken(archive):
            return cls._current(archive, progress or _silent)

    @classmethod
    def again(cls, archive: Archive, *, progress: Progress | None = None) -> Self:
        """The index made again from the archive, since what is there turned out to be damaged."""
        with said(archive.path), _spoken(archive):
            return cls._made(archive, progress or _silent, ("the search index was damaged and has been made again",))

    @classmethod
    def _current(cls, archive: Archive, progress: Progress) -> Self:
        folder = folder_of(archive.path, archive.gate.access)
        state = read_state(folder)
        if state is None or changes.entry_hash(archive.connection, state.number) != state.hash:
            why = (
                ()
                if state is None and not folder.exists()
                else ("the search index was of another version and has been made again",)
            )
            return cls._made(archive, progress, why)
        try:
            index = open_index(folder / state.folder)
            index.reload()
            whole = index.searcher().num_docs >= state.articles
        except (ValueError, OSError):
            whole = False
        if not whole:
            return cls._made(archive, progress, ("the search index was damaged and has been made again",))
        if changes.hidden(archive, state.number) or changes.veil(archive, state.number) != state.veil:
            # What tantivy deletes stays in its files until they are merged some day: here it must be gone.
            return cls._made(archive, progress, ())
        if not changes.waiting(archive.connection, state.number):
            return cls(index, state, ())
        try:
            state = _update(archive, index, state, progress)
        except (PermissionError, _Busy):
            left = changes.waiting(archive.connection, state.number)
            return cls(
                index,
                state,
                (f"the search index lacks the last {left:,} changes; they are searched when it can be written",),
            )
        sweep(folder, state, _LEFT)  # what an interrupted build has left
        return cls(index, state, ())

    @classmethod
    def _made(cls, archive: Archive, progress: Progress, notes: tuple[str, ...]) -> Self:
        folder = folder_of(archive.path, archive.gate.access)
        try:
            state = fresh(folder, START)
        except PermissionError:
            return cls._in_memory(archive, progress)
        index = open_index(folder / state.folder)
        write_state(folder, state)  # named before it is filled: a build that is interrupted goes on where it was
        state = _update(archive, index, state, progress)
        sweep(folder, state)
        return cls(index, state, notes)

    @classmethod
    def _in_memory(cls, archive: Archive, progress: Progress) -> Self:
        index, state = open_index(None), State("", "", 0, START, 0)
        state = _update(archive, index, state, progress)
        return cls(index, state, ("no search index can be kept beside the archive, so it is made for every search",))


def follow(archive: Archive) -> None:
    """Brings the indexes that are there up to date: what was taken out leaves them now, not at the next search."""
    for level in LEVELS:
        if folder_of(archive.path, level).exists():
            SearchIndex.of(archive.seen_by(level))


class _Busy(Exception):
    """Another process writes the index."""


def _silent(_done: int, _all: int) -> None:
    """No progress is shown."""


@contextmanager
def _spoken(archive: Archive) -> Iterator[None]:
    """What tantivy raises, in one sentence."""
    try:
        yield
    except _Busy:
        raise ArchiveError(
            f"another process makes the search index of {archive.path}; try again when it is done", reason="locked"
        ) from None
    except ValueError as error:
        raise ArchiveError(
            f"the search index in {folder_of(archive.path, archive.gate.access)} cannot be used ({str(error)[:200]}); "
            "delete that folder, and it is made again",
            reason="index",
        ) from None


def _update(archive: Archive, index: tantivy.Index, state: State, progress: Progress) -> State:
    """Brings the index up to date, batch by batch: articles are deleted and added anew, so that twice is once."""
    folder = folder_of(archive.path, archive.gate.access)
    try:
        writer = index.writer(_HEAP, 1)
    except ValueError as error:
        raise (_Busy if _BUSY in str(error) else PermissionError if "ermission" in str(error) else error) from None
    first, everything = state.number, changes.waiting(archive.connection, state.number)
    try:
        while True:
            articles, number = changes.changed(archive.connection, state.number, _BATCH)
            if number == state.number:
                break
            veil = changes.veil(archive, number)  # before the articles are read: what changes meanwhile is seen later
            _exchange(archive, writer, articles)
            writer.commit()
            index.reload()
            state = replace(
                state,
                number=number,
                hash=changes.entry_hash(archive.connection, number) or "",
                articles=index.searcher().num_docs,
                veil=veil,
            )
            if state.folder:
                write_state(folder, state)
            progress(number - first, everything)
    finally:
        writer.wait_merging_threads()
    return state


def _exchange(archive: Archive, writer: tantivy.IndexWriter, articles: list[str]) -> None:
    for article in articles:
        writer.delete_documents_by_term("id", article)
    for stored in changes.stored(archive, articles):
        writer.add_document(document(stored))
