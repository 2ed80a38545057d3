"""`marsad serve` as a program: it says where it is, serves, ends in order, and says what is in its way."""

import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner

from marsad.cli import main
from marsad.errors import UsageError
from marsad.serve.running import address, bound


@contextmanager
def serving(archive: Path, *options: str) -> Iterator[tuple[str, "subprocess.Popen[str]"]]:
    """The program with the address that it prints."""
    command = [sys.executable, "-m", "marsad", "serve", "--port", "0", "--archive", str(archive), *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as program:
        assert program.stderr is not None
        line = program.stderr.readline()
        found = re.search(r"http://\S+/", line)
        assert found, line + program.stderr.read()
        try:
            yield found[0], program
        finally:
            program.kill()


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_it_serves_and_ends_in_order(archive: Path, end: signal.Signals) -> None:
    with serving(archive) as (home, program):
        with urllib.request.urlopen(f"{home}ar/", timeout=30) as done:
            assert done.headers["Content-Type"] == "text/html; charset=utf-8"
            assert "server" not in {name.lower() for name in done.headers}
            assert "الأردن" in done.read().decode()
        request = urllib.request.Request(home, headers={"Host": "evil.example"})
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(request, timeout=30)
        assert refused.value.code == 400
        refused.value.close()
        program.send_signal(end)
        _, said = program.communicate(timeout=30)
    assert (program.returncode, said) == (0, "")


def test_it_says_what_it_opens_to_other_machines(archive: Path) -> None:
    with serving(archive, "--host", "0.0.0.0", "--allow-host", "news.example") as (home, program):  # noqa: S104
        port = home.rstrip("/").rpartition(":")[2]
        request = urllib.request.Request(f"http://127.0.0.1:{port}/healthz", headers={"Host": "news.example"})
        with urllib.request.urlopen(request, timeout=30) as done:
            assert done.status == 200
        program.send_signal(signal.SIGINT)
        _, said = program.communicate(timeout=30)
    assert "can be reached from other machines" in said


def test_a_taken_port_is_said(archive: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = CliRunner().invoke(main, ["serve", "--archive", str(archive), "--port", str(port)])
    assert done.exit_code == 2
    assert f"port {port} on 127.0.0.1 cannot be used" in done.stderr
    assert "--port" in done.stderr


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["--archive", "none.db"], 1, "no archive at none.db"),
        (["--archive", "."], 4, "is a folder"),
        (["--port", "99999"], 2, "--port"),
        (["--access", "secret"], 2, "--access"),
        (["--host", "no such host"], 2, "--host"),
        (["--host", "192.0.2.1"], 2, "cannot be used"),
    ],
)
def test_what_is_in_its_way_is_one_line(
    archive: Path, words: list[str], code: int, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MARSAD_ARCHIVE", str(archive))
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["serve", *words])
    assert done.exit_code == code
    assert said in done.stderr
    assert "Traceback" not in done.output


def test_an_absent_library_names_the_extra(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    monkeypatch.delitem(sys.modules, "marsad.serve.running", raising=False)
    done = CliRunner().invoke(main, ["serve", "--archive", str(archive)])
    assert done.exit_code == 2
    assert "install marsad[web]" in done.stderr


def test_an_address_of_the_sixth_version_is_written_as_browsers_take_it() -> None:
    try:
        place = bound("::1", 0)
    except UsageError:
        pytest.skip("this machine has no IPv6")
    with place:
        assert re.fullmatch(r"http://\[::1\]:\d+/", address(place))
