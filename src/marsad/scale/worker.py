"""A process that reads pages for another one: `python -m marsad.scale.worker`, pages in, records or refusals out.

What breaks here breaks one page: an unforeseen error comes back as a refusal, and where the process itself dies or
hangs, `workers.py` starts another.
"""

import os
import signal
import sys
from typing import BinaryIO

from marsad.scale.frames import receive, send
from marsad.scale.one import read


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


if __name__ == "__main__":
    main()
