"""A terminal that goes away ends the app, whatever it is doing; what is typed fast is the keys that were typed."""

from __future__ import annotations

import io
import os
import time
from pathlib import Path

import pytest
from textual import constants, events

from tests.tui.pseudo_terminal import terminal
from tui import driver
from tui.driver import EscapeFirst, Outlet, TerminalDriver

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


@pytest.mark.parametrize(
    ("sent", "keys"),
    [
        ("\x1b1", ["escape", "1"]),
        ("\x1bD", ["escape", "D"]),
        ("\x1b/status", ["escape", "slash", *"status"]),
        ("\x1b\r", ["escape", "enter"]),
        ("\x1b", ["escape"]),
        ("\x1bOq", ["1"]),
        ("\x1b[A", ["up"]),
        ("\x1bOP", ["f1"]),
        ("\x1b[", ["left_square_bracket"]),
        ("1\x1b", ["1", "escape"]),
    ],
)
def test_a_key_right_after_escape_is_another_key(sent: str, keys: list[str]) -> None:
    """An escape that begins a sequence of the terminal's own is none."""
    parser = EscapeFirst()
    found = list(parser.feed(sent))
    time.sleep(constants.ESCAPE_DELAY + 0.01)
    found += parser.tick()
    assert [row.key for row in found if isinstance(row, events.Key)] == keys


@pytest.mark.skipif(os.name != "posix", reason="no pseudo terminals")
def test_who_types_escape_and_a_key_at_once_is_where_escape_leads(harbour: Path) -> None:
    with terminal("tui", str(harbour), "--lang", "en") as shell:
        shell.until("1 Overview", "Waalhaven", "q quit")
        shell.press("\r")
        shell.until("esc back", "note")
        shell.press("\x1b?")
        shell.until("Every promise of the letters")
