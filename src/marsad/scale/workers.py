"""Pages read (or articles annotated again) by several processes, in order.

A page that kills or hangs its process costs that page alone.
"""

import os
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from typing import Self, TypeVar

from marsad.errors import MarsadError, SourceError, UsageError
from marsad.pipeline import EVERYTHING, Result, Wanted, name_of
from marsad.records import Page
from marsad.scale.frames import receive, send
from marsad.scale.one import Renewal, read

SECONDS = 120.0  # for one page; the largest take a few
_Task = TypeVar("_Task", Page, Renewal)
Pair = tuple[Page | None, Result]


def results(
    pages: Iterable[_Task | MarsadError],
    wanted: Wanted = EVERYTHING,
    *,
    any_page: bool = False,
    jobs: int | None = None,
    seconds: float = SECONDS,
) -> Iterator[tuple[_Task | None, Result]]:
    """Each page with its record or refusal, in the order of the pages; errors pass through, without a page.

    `jobs`: processes, as many as cores where None; 0 reads in this process, without protection. `seconds`: what a
    page may take. Only a few pages per process are held in memory. Raises UsageError where the engine that is wanted
    does not exist or is not installed.
    """
    with Crew(wanted, any_page=any_page, jobs=jobs, seconds=seconds) as crew:
        yield from crew.results(pages)


def _alone(page: _Task | MarsadError, wanted: Wanted, any_page: bool) -> tuple[_Task | None, Result]:  # noqa: FBT001
    return (None, page) if isinstance(page, MarsadError) else _checked(page, read(page, wanted, any_page=any_page))


def _taken(pair: tuple[_Task | None, Future[Result] | MarsadError]) -> tuple[_Task | None, Result]:
    page, result = pair
    return _checked(page, result.result()) if isinstance(result, Future) else (page, result)


def _checked(page: _Task | None, result: Result) -> tuple[_Task | None, Result]:
    """A wrong wish (an engine that does not exist) concerns all pages, so it ends the run."""
    if isinstance(result, UsageError):
        result.where = ""
        raise result
    return page, result


class Crew:
    """Processes that read, for one stream of pages after another; a context manager.

    A process for each thread, started when it is needed and started again when it died. Arguments as for `results`.
    """

    def __init__(
        self, wanted: Wanted = EVERYTHING, *, any_page: bool = False, jobs: int | None = None, seconds: float = SECONDS
    ) -> None:
        self._wishes = (wanted, any_page)
        self._jobs = os.cpu_count() or 1 if jobs is None else jobs
        self._seconds = seconds
        self._threads = ThreadPoolExecutor(self._jobs, thread_name_prefix="marsad") if self._jobs else None
        self._own = threading.local()
        self._all: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._threads:
            self._threads.shutdown(wait=False, cancel_futures=True)  # no thread begins another page
            for process in tuple(self._all):  # in the middle of a page where need be
                process.kill()
            self._threads.shutdown()
        for process in tuple(self._all):
            self._end(process)

    def results(self, pages: Iterable[_Task | MarsadError]) -> Iterator[tuple[_Task | None, Result]]:
        """As the function of that name."""
        if self._threads is None:
            yield from (_alone(page, *self._wishes) for page in pages)
            return
        waiting: deque[tuple[_Task | None, Future[Result] | MarsadError]] = deque()
        try:
            for page in pages:
                waiting.append(
                    (None, page) if isinstance(page, MarsadError) else (page, self._threads.submit(self._read, page))
                )
                if len(waiting) > 2 * self._jobs:
                    yield _taken(waiting.popleft())
            while waiting:
                yield _taken(waiting.popleft())
        finally:
            for _, future in waiting:
                if isinstance(future, Future):
                    future.cancel()

    def _read(self, page: Page | Renewal) -> Result:
        """What a process makes of a page."""
        process = self._process()
        late = threading.Event()

        def end() -> None:
            late.set()
            process.kill()

        watch = threading.Timer(self._seconds, end)
        watch.start()
        try:
            send(process.stdin, page)  # type: ignore[arg-type]
            result: Result = receive(process.stdout)  # type: ignore[arg-type]
        except (EOFError, OSError):
            self._own.process = None
            self._end(process)
            what = f"took longer than {self._seconds:g} s" if late.is_set() else "ended the process that read it"
            return SourceError(
                f"{what}; the other pages were read without it. Try it alone, and please report it",
                where=name_of(page.origin), reason="too-slow" if late.is_set() else "broken",
            )  # fmt: skip
        finally:
            watch.cancel()
        return result

    def _process(self) -> "subprocess.Popen[bytes]":
        process: subprocess.Popen[bytes] | None = getattr(self._own, "process", None)
        if process is None or process.poll() is not None:
            process = subprocess.Popen(
                [sys.executable, "-m", "marsad.scale.worker"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
            )
            self._all.append(process)
            self._own.process = process
            with suppress(OSError):  # where it died at once, the page finds out
                send(process.stdin, self._wishes)  # type: ignore[arg-type]
        return process

    def _end(self, process: "subprocess.Popen[bytes]") -> None:
        """Ends a process and gives back what it held: a long run must not run out of files by what breaks."""
        process.kill()
        with suppress(OSError):
            process.communicate()
        self._all.remove(process)
