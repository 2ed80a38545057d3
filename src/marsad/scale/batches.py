"""Results kept in batches, each wholly or not at all, also by a run that is interrupted."""

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import suppress
from typing import TypeVar

_BATCH = 50  # results per transaction: what a power cut may cost, and what waiting for the disk is shared by
_Result = TypeVar("_Result")
_Kept = TypeVar("_Kept")


def kept(results: Iterable[_Result], keep: Callable[[list[_Result]], list[_Kept]]) -> Iterator[_Kept]:
    """What became of each result, in order, when it is safe on disk; `keep` writes a batch in one transaction.

    Raises what `keep` raises; what came out before is kept. A run that is interrupted (or closed) keeps what came.
    """
    batch: list[_Result] = []
    done: list[_Kept] = []
    try:
        for result in results:
            batch.append(result)
            if len(batch) >= _BATCH:
                full, batch = batch, []
                done = keep(full)
                while done:
                    yield done.pop(0)
    except GeneratorExit:  # nobody listens any more
        _some(batch, keep)
        raise
    except BaseException:
        yield from [*done, *_some(batch, keep)]
        raise
    yield from _some(batch, keep)


def rest(stream: Iterator[_Kept]) -> Iterator[_Kept]:
    """What an interrupted run has read and now keeps: it is counted and reported like what came before."""
    if not isinstance(stream, Generator):
        return
    with suppress(KeyboardInterrupt, StopIteration):
        one = stream.throw(KeyboardInterrupt())
        while True:
            yield one
            one = next(stream)


def _some(batch: list[_Result], keep: Callable[[list[_Result]], list[_Kept]]) -> list[_Kept]:
    return keep(batch) if batch else []
