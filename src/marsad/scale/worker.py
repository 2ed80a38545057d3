"""A process that reads pages for another one: `python -m marsad.scale.worker`, pages in, records or refusals out.

What breaks here breaks one page: an unforeseen error comes back as a refusal, and where the process itself dies or
hangs, `workers.py` starts another.
"""

import os
import signal
import sys
from typing import BinaryIO

from marsad.errors import MarsadError, SourceError
from marsad.pipeline import Result, Wanted, record
from marsad.records import Page
from marsad.scale.frames import receive, send


def main() -> None:
    """Answers until the other end closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to the whole group; the parent decides
    pages = sys.stdin.buffer
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # a stray print must not stand between the answers
    serve(pages, answers)


def serve(pages: BinaryIO, answers: BinaryIO) -> None:
    """First the wishes, then page after page, each with its answer."""
    try:
        wanted, any_page = receive(pages)
        while True:
            send(answers, read(receive(pages), wanted, any_page=any_page))
    except (EOFError, BrokenPipeError):
        return


def read(page: Page, wanted: Wanted, *, any_page: bool) -> Result:
    """The record of a page, or why there is none; whatever goes wrong."""
    try:
        return record(page, any_page=any_page, wanted=wanted)
    except MarsadError as error:
        error.where = error.where or page.origin.uri
        return error
    except Exception as error:  # noqa: BLE001 - one page must not end a crawl
        return SourceError(
            f"cannot be read: {type(error).__name__}: {error}. This is a fault of Marsad; please report the page",
            where=page.origin.uri, reason="broken",
        )  # fmt: skip


if __name__ == "__main__":
    main()
