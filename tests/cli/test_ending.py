"""How a command ends that is interrupted where Python can raise nothing."""

import gc
import time

import pytest

from marsad.cli.ending import INTERRUPTED, endings, pause
from marsad.cli.output import Messages


class _Interrupted:
    def __del__(self) -> None:
        raise KeyboardInterrupt


def _lose_one() -> None:
    with endings(Messages(quiet=False, as_json=False)):
        _Interrupted()
        gc.collect()
        pause(3600)


def test_an_interruption_that_a_finalizer_loses_ends_the_pause(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        _lose_one()
    assert ended.value.code == INTERRUPTED
    assert capsys.readouterr().err == ""


def test_a_pause_is_as_long_as_it_was_asked_for() -> None:
    began = time.monotonic()
    pause(0.05)
    assert time.monotonic() - began >= 0.05


def test_another_failure_of_a_finalizer_is_told_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    class Failing:
        def __del__(self) -> None:
            raise ValueError

    told: list[object] = []
    monkeypatch.setattr("sys.unraisablehook", lambda what: told.append(what.exc_type))
    with endings(Messages(quiet=False, as_json=False)):
        Failing()
        gc.collect()
    assert told == [ValueError]
