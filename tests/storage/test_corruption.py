"""What was remembered and is not sound is told once for each file, by the process that asked alone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tracker.storage.corruption import tell_corruption


@pytest.fixture(autouse=True)
def untold(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing was told yet."""
    monkeypatch.setattr("tracker.storage.corruption._told", set())


def test_it_is_told_once_for_each_file(capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("one", "two", "one"):
        tell_corruption(Path(name))
    assert [row.split()[2] for row in capsys.readouterr().err.splitlines()] == ["one", "two"]


def test_no_name_of_a_file_draws_on_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    tell_corruption(Path("a\x1b[2J\nb"))
    told = capsys.readouterr().err
    assert "\x1b" not in told
    assert told.count("\n") == 1


def test_a_process_that_was_forked_leaves_it_to_the_one_that_asked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    here = os.getpid()
    monkeypatch.setattr(os, "getpid", lambda: here + 1)
    tell_corruption(Path("one"))
    assert capsys.readouterr().err == ""
