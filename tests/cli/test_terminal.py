"""The same command on a terminal and in a pipe."""

import contextlib
import os
import subprocess
import sys

import pytest
from tests.cli.conftest import BODY

from marsad.cli.look import cells

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such terminals")


def shown(page: str, *options: str, width: int = 60, term: str = "xterm") -> list[str]:
    """The lines that a terminal of this width gets."""
    import fcntl
    import pty
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, width, 0, 0))
    environment = {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "LINES"}}
    command = [sys.executable, "-m", "marsad", "read", page, "--engine", "lists", "-q", *options]
    environment |= {"TERM": term, "MARSAD_LANG": "en"}
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment) as started:
        os.close(theirs)
        came = b""
        with contextlib.suppress(OSError):  # so a terminal says that its program has ended
            while piece := os.read(ours, 65536):
                came += piece
    os.close(ours)
    assert started.returncode == 0
    return came.decode().splitlines()


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_a_terminal_gets_lines_that_fit_in_the_order_of_their_letters(page: str, lang: str) -> None:
    lines = shown(page, "--lang", lang)
    assert max(map(cells, lines)) <= 60
    text = [line for line in lines if BODY[0].split()[0] in line]
    assert text
    assert all(line.startswith("\u2068" if lang == "en" else "\u2067\u2068") for line in text)


def test_a_narrow_terminal_is_filled_from_its_own_width(page: str) -> None:
    assert max(map(cells, shown(page, width=30))) <= 30 < max(map(cells, shown(page, width=60)))


def test_a_terminal_without_isolates_and_data_on_a_terminal_are_plain(page: str) -> None:
    assert "\u2068" not in "".join(shown(page, term="dumb"))
    assert "\u2068" not in "".join(shown(page, "--jsonl"))
    assert len(shown(page, "--jsonl")) == 1
