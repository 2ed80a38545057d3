"""How a command ends: what each failure says, and its exit code."""

import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from marsad.cli.output import Messages, NotWritten, silence
from marsad.errors import UsageError

DONE, NOTHING, USAGE, IN_PART, INTERRUPTED = 0, 1, 2, 3, 130
_SIGNALS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))


class Terminated(KeyboardInterrupt):
    """Another program asks this one to end: what is finished is kept, as after Ctrl-C."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


_lost: list[BaseException] = []  # interruptions that came while Python ran what may raise nothing
_SLICE = 1.0  # seconds that one of these may stay unseen


def pause(seconds: float) -> None:
    """Sleeps so long. Raises KeyboardInterrupt where an interruption comes, or has come and was lost.

    A signal is raised wherever the program stands: in a finalizer or a weak reference's callback Python drops it.
    """
    until = time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0:
        if _lost:
            raise _lost.pop()
        time.sleep(min(left, _SLICE))


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
    unraisable = sys.unraisablehook

    def dropped(what: "sys.UnraisableHookArgs") -> None:
        if isinstance(what.exc_value, KeyboardInterrupt):
            _lost.append(what.exc_value)
        else:
            unraisable(what)

    sys.unraisablehook = dropped
    try:
        yield
    finally:
        sys.unraisablehook = unraisable
        _lost.clear()
        for number in taken:
            signal.signal(number, before[number])
