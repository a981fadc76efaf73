"""A terminal that goes away ends the app, whatever it is doing."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from tests.tui.pseudo_terminal import terminal
from tui import driver
from tui.driver import Outlet, TerminalDriver

PATIENCE = 20.0
"""Seconds, on a machine that does much else."""


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="no pseudo terminals")
@pytest.mark.parametrize("keys", ["36", "6", ""], ids=["while pages are shown", "while one is shown", "idle"])
def test_a_closed_terminal_ends_the_process(harbour: Path, keys: str) -> None:
    """While a page is drawn, more is written than the queue holds of what is to be drawn."""
    with terminal("tui", str(harbour), "--lang", "en") as shell:
        shell.until("1 Overview", "Waalhaven", "q quit")
        shell.press(keys)
        shell.close()
        assert shell.ended_within(PATIENCE)


class Broken(io.StringIO):
    """A terminal that is gone."""

    tries = 0

    def write(self, _: str) -> int:
        self.tries += 1
        raise OSError(5, "gone")


def test_what_is_written_to_a_terminal_that_is_gone_goes_nowhere() -> None:
    told: list[str] = []
    file = Broken()
    outlet = Outlet(file, lambda: told.append("gone"))
    for _ in range(3):
        outlet.write("a page")
        outlet.flush()
    assert (told, file.tries) == (["gone"], 1)


def test_what_is_written_to_a_terminal_stands_there() -> None:
    file = io.StringIO()
    outlet = Outlet(file, pytest.fail)
    outlet.write("a page")
    outlet.flush()
    assert file.getvalue() == "a page"
    assert outlet.readable()


def test_a_process_that_does_not_end_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that waits for a thread of its own, say."""
    ended: list[int] = []
    monkeypatch.setattr(driver.os, "_exit", ended.append)
    timer = driver.end_within(0)
    timer.join(PATIENCE)
    assert timer.daemon
    assert ended == [driver.HUNG_UP]


def test_the_app_draws_by_it(desk: object) -> None:
    assert desk.get_driver_class() is TerminalDriver  # type: ignore[attr-defined]
