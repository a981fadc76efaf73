"""A ruling that was given can be taken back; what others ruled and wrote stays."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tracker.decisions.file import Decision, Ruling, anchor, read_decisions, record, withdraw
from tracker.errors import DecisionError

NOON = dt.datetime(2024, 7, 1, 12, tzinfo=dt.UTC)


def note(value: str) -> Decision:
    return Decision(
        ruling=Ruling.NOTE,
        who="A. Rekenaar",
        when=NOON,
        why="gezien",
        quotes=(anchor("brief", "Wij komen."),),
        value=value,
    )


def test_the_last_equal_ruling_goes_and_the_rest_stays(tmp_path: Path) -> None:
    path = tmp_path / "decisions.toml"
    for value in ("een", "twee", "een"):
        record(path, note(value))
    path.write_text(f"{path.read_text()}# met de hand\n")
    withdraw(path, note("een"))
    assert read_decisions(path.read_text()) == (note("een"), note("twee"))
    assert "# Rulings of analysts" in path.read_text()


def test_after_the_only_ruling_is_taken_back_another_can_be_given(tmp_path: Path) -> None:
    path = tmp_path / "decisions.toml"
    record(path, note("een"))
    withdraw(path, note("een"))
    assert read_decisions(path.read_text()) == ()
    record(path, note("twee"))
    assert read_decisions(path.read_text()) == (note("twee"),)


def test_a_ruling_that_is_not_there_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "decisions.toml"
    record(path, note("een"))
    before = path.read_bytes()
    with pytest.raises(DecisionError, match="no longer"):
        withdraw(path, note("twee"))
    assert path.read_bytes() == before
