"""Where results go: a file that changes only when all is read, whatever stands there."""

import contextlib
import json
import os
import re
import signal
import stat
import struct
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from tests.cli.conftest import BODY, Program, Run, article, lines, written

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files and signals")


@posix
def test_a_pipe_as_output_is_written_to_and_stays(page: str, tmp_path: Path, run: Run) -> None:
    pipe, came = tmp_path / "pipe", list[str]()
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: came.append(pipe.read_text("utf-8")))
    reader.start()
    assert run(page, "--jsonl", "-o", pipe).exit_code == 0
    reader.join(20)
    assert json.loads(came[0])["schema"] == "marsad.record/1"
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@posix
def test_a_link_as_output_stays_and_what_it_leads_to_is_replaced(page: str, tmp_path: Path, run: Run) -> None:
    target, link = tmp_path / "target.jsonl", tmp_path / "link.jsonl"
    target.write_text("old")
    link.symlink_to(target)
    assert run(page, "--jsonl", "-o", link).exit_code == 0
    assert link.is_symlink()
    assert json.loads(target.read_text("utf-8"))["schema"] == "marsad.record/1"


@posix
def test_a_link_to_nothing_makes_the_file_that_it_leads_to(page: str, tmp_path: Path, run: Run) -> None:
    link = tmp_path / "link.jsonl"
    link.symlink_to(tmp_path / "made.jsonl")
    assert run(page, "--jsonl", "-o", link).exit_code == 0
    assert link.is_symlink()
    assert (tmp_path / "made.jsonl").is_file()


@pytest.mark.parametrize("source", ["en.html", "nothere.html"])
@pytest.mark.parametrize("form", ["--jsonl", "--csv"])
def test_where_nothing_was_read_the_file_stays_as_it_was(
    english: str, source: str, form: str, tmp_path: Path, run: Run
) -> None:
    assert english.endswith("en.html")
    kept, new = tmp_path / "keep.out", tmp_path / "new.out"
    kept.write_text("good")
    assert run(tmp_path / source, "-o", kept, form).exit_code == 1
    assert run(tmp_path / source, "-o", new, form).exit_code == 1
    assert kept.read_text() == "good"
    assert not new.exists()
    assert not list(tmp_path.glob(".marsad-*"))


@posix
def test_a_new_file_has_usual_rights_and_an_old_one_keeps_its_own(page: str, tmp_path: Path, run: Run) -> None:
    usual, old, new = tmp_path / "usual", tmp_path / "old", tmp_path / "new"
    usual.touch()
    old.touch()
    old.chmod(0o640)
    assert [run(page, "--jsonl", "-o", path).exit_code for path in (old, new)] == [0, 0]
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    assert new.stat().st_mode == usual.stat().st_mode


@pytest.mark.parametrize("target", ["", "{}", "{}/nodir/x", "{}/nodir/../x", "{}/page.html/x", "x" * 300, "a\0b"])
def test_what_cannot_be_written_is_wrong_usage(page: str, target: str, tmp_path: Path, run: Run) -> None:
    done = run(page, "--jsonl", "-o", target.format(tmp_path))
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith(("marsad: cannot write to", "marsad: -o names a file"))
    assert done.stderr.count("\n") == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize(
    "command",
    [
        'marsad read "$1" > /dev/full',
        'marsad read "$1" --csv > /dev/full',
        "marsad schema > /dev/full",
        "marsad --help > /dev/full",
        "marsad read --help > /dev/full",
    ],
)
def test_a_full_disk_is_told_in_one_line(page: str, command: str, program: Program) -> None:
    done = program(command, page)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "marsad: cannot write to standard output: No space left on device\n"


@posix
def test_a_file_that_cannot_be_written_to_its_end_leaves_the_old_one(tmp_path: Path, program: Program) -> None:
    source = lines(tmp_path / "many.jsonl", *[{"html": article()}] * 60)
    target = tmp_path / "out.jsonl"
    target.write_text("good")
    done = program('ulimit -f 8; marsad read "$1" --jsonl -o "$2"', source, str(target))
    assert (done.returncode, done.stderr) == (1, f"marsad: cannot write to {target}: File too large\n")
    assert target.read_text() == "good"
    assert not list(tmp_path.glob(".marsad-*"))


@posix
def test_a_reader_that_has_seen_enough_is_no_error(tmp_path: Path, program: Program) -> None:
    source = lines(tmp_path / "many.jsonl", *[{"html": article()}] * 60)
    done = program('set -o pipefail; marsad read "$1" -q --json | head -1', source)
    assert (done.returncode, done.stdout, done.stderr) == (0, "{\n", "")


@posix
def test_a_file_name_that_is_no_utf8_can_be_written(tmp_path: Path, run: Run) -> None:
    folder, target = tmp_path / "pages", tmp_path / "out.jsonl"
    folder.mkdir()
    (folder / os.fsdecode(b"\xe3\xd1.html")).write_text(article(), "utf-8")
    assert run(folder, "--jsonl", "-o", target).exit_code == 0
    assert os.fsencode(json.loads(target.read_text("utf-8"))["origin"]["uri"]).endswith(b"\xe3\xd1.html")


@posix
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interruption_keeps_what_is_finished(number: int, code: int, tmp_path: Path) -> None:
    source, target = tmp_path / "endless", tmp_path / "out.jsonl"
    os.mkfifo(source)
    # Who runs the tests in the background may have Ctrl-C ignored.
    heeding = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); import marsad.cli as c; c.main()"
    )
    command = [sys.executable, "-c", heeding, "read", str(source), "--jsonl", "-o", str(target)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as started, source.open("w") as feeding:
        feeding.write((json.dumps({"html": article()}) + "\n") * 60)
        feeding.flush()
        until = time.monotonic() + 30
        while not any(path.stat().st_size for path in tmp_path.glob(".marsad-*")) and time.monotonic() < until:
            time.sleep(0.05)
        time.sleep(0.2)
        started.send_signal(number)
        _, said = started.communicate(timeout=30)
    assert started.returncode == code
    records = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
    assert records
    assert f"finished and kept in {target}: {len(records)}" in said
    assert not list(tmp_path.glob(".marsad-*"))


@posix
def test_an_interruption_before_the_first_record_leaves_the_file_alone(tmp_path: Path) -> None:
    source, target = tmp_path / "silent", tmp_path / "out.jsonl"
    os.mkfifo(source)
    target.write_text("good")
    command = [sys.executable, "-m", "marsad", "read", str(source), "--jsonl", "-o", str(target)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as started, source.open("w"):
        time.sleep(0.3)
        started.send_signal(signal.SIGTERM)
        _, said = started.communicate(timeout=30)
    assert (started.returncode, target.read_text()) == (143, "good")
    assert "before a record was finished" in said
    assert not list(tmp_path.glob(".marsad-*"))


@posix
@pytest.mark.parametrize("no_color", ["", "1"])
def test_a_bar_and_a_record_never_share_a_line_of_a_terminal(no_color: str, tmp_path: Path) -> None:
    import fcntl
    import pty
    import termios

    source = lines(tmp_path / "pages.jsonl", *[{"html": article()}] * 3)
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 100, 0, 0))
    environment = os.environ | {"NO_COLOR": no_color, "TERM": "xterm"}
    command = [sys.executable, "-m", "marsad", "read", source, "--jsonl"]
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment) as started:
        os.close(theirs)
        shown = b""
        with contextlib.suppress(OSError):  # so a terminal says that its program has ended
            while piece := os.read(ours, 65536):
                shown += piece
    os.close(ours)
    assert started.returncode == 0
    assert (b"pages/s" in shown) == (not no_color)
    assert len(re.findall(rb"(?:^|\n|\r +\r){\"schema\"", shown)) == 3


def test_the_input_may_be_the_output(tmp_path: Path, run: Run) -> None:
    source = tmp_path / "page.txt"
    written(source, "\n\n".join(("بلدية صور ترمم مرفأ الصيادين القديم", *BODY)))
    assert run(source, "--jsonl", "-o", source).exit_code == 0
    assert json.loads(source.read_text("utf-8"))["origin"]["uri"] == str(source)
