"""Where no screens can be drawn the report is printed, and nobody waits before an empty screen."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from tracker.commands.terminal import draws_screens


@pytest.mark.parametrize(
    ("term", "encoding", "tty", "draws"),
    [
        pytest.param("dumb", "utf-8", True, False, id="a dumb terminal"),
        pytest.param("xterm", "iso8859-1", True, False, id="without the signs"),
        pytest.param("xterm", "utf-8", False, False, id="a pipe"),
        pytest.param("xterm", "UTF-8", True, True, id="a terminal"),
    ],
)
def test_where_screens_are_drawn(
    term: str, encoding: str, tty: bool, draws: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", term)
    stream = SimpleNamespace(isatty=lambda: tty, encoding=encoding)
    monkeypatch.setattr("tracker.commands.terminal.sys", SimpleNamespace(stdin=stream, stdout=stream))
    monkeypatch.delenv("LC_ALL", raising=False)
    assert draws_screens() is draws
    monkeypatch.setenv("LC_ALL", "C")
    assert not draws_screens()
