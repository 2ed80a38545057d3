"""How a command ends: what each failure says, and its exit code."""

import signal
import sys
import threading
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import TypeVar

from marsad.cli.output import Messages, NotWritten, silence
from marsad.errors import UsageError

DONE, NOTHING, USAGE, IN_PART, INTERRUPTED = 0, 1, 2, 3, 130
_Kept = TypeVar("_Kept")
_SIGNALS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))


class Terminated(KeyboardInterrupt):
    """Another program asks this one to end: what is finished is kept, as after Ctrl-C."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


@contextmanager
def endings(messages: Messages) -> Iterator[None]:
    """Turns what ends a command early into one line and an exit code."""
    try:
        with _terminable():
            yield
    except UsageError as error:
        messages.error(error)
        sys.exit(USAGE)
    except NotWritten as error:
        silence()
        messages.error(error)
        sys.exit(NOTHING)
    except KeyboardInterrupt as error:
        sys.exit(128 + error.number if isinstance(error, Terminated) else INTERRUPTED)
    except BrokenPipeError:  # the reader of our output has seen enough
        silence()
        sys.exit(DONE)


def rest(stream: Iterator[_Kept]) -> Iterator[_Kept]:
    """What an interrupted run has read and now keeps: it is counted and reported like the rest."""
    if not isinstance(stream, Generator):
        return
    with suppress(KeyboardInterrupt, StopIteration):
        kept = stream.throw(KeyboardInterrupt())
        while True:
            yield kept
            kept = next(stream)


@contextmanager
def _terminable() -> Iterator[None]:
    """SIGTERM and SIGHUP end the work in order, unless whoever started the program has them ignored."""

    def end(number: int, _: FrameType | None) -> None:
        raise Terminated(number)

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.getsignal(number) for number in _SIGNALS}
    taken = [number for number, handler in before.items() if handler == signal.SIG_DFL]
    for number in taken:
        signal.signal(number, end)
    try:
        yield
    finally:
        for number in taken:
            signal.signal(number, before[number])
