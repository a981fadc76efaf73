"""What is told beside the answer: that nobody can hear it is no fault."""

from __future__ import annotations

import io
import sys

import pytest

from tracker.text.standard_error import tell


class Full(io.StringIO):
    """A stream that takes nothing."""

    def write(self, _: str) -> int:
        raise OSError(28, "No space left on device")


def test_it_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    tell("een zin\n")
    assert capsys.readouterr().err == "een zin\n"


def test_closed_from_the_start_nothing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    tell("een zin\n")
    assert sys.stderr is None


@pytest.mark.parametrize("stream", [Full(), "closed"])
def test_what_nobody_can_hear_goes_nowhere_from_then_on(
    stream: io.StringIO | str, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = io.StringIO() if isinstance(stream, str) else stream
    if isinstance(stream, str):
        taken.close()
    monkeypatch.setattr(sys, "stderr", taken)
    tell("een zin\n")
    assert sys.stderr is not taken
    tell("nog een zin\n")
    sys.stderr.close()
