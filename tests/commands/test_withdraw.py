"""A ruling that was given can be taken back; what others ruled and wrote stays."""

from __future__ import annotations

import datetime as dt
import time
from pathlib import Path

import pytest

from tracker.cli import main
from tracker.decisions.file import record, withdraw_ruling
from tracker.decisions.ruling import Decision, Ruling, anchor
from tracker.decisions.toml_text import read_decisions
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
    withdraw_ruling(path, note("een"))
    assert read_decisions(path.read_text()) == (note("een"), note("twee"))
    assert "# Rulings of analysts" in path.read_text()


def test_after_the_only_ruling_is_taken_back_another_can_be_given(tmp_path: Path) -> None:
    path = tmp_path / "decisions.toml"
    record(path, note("een"))
    withdraw_ruling(path, note("een"))
    assert read_decisions(path.read_text()) == ()
    record(path, note("twee"))
    assert read_decisions(path.read_text()) == (note("twee"),)


def test_a_ruling_that_is_not_there_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "decisions.toml"
    record(path, note("een"))
    before = path.read_bytes()
    with pytest.raises(DecisionError, match="no longer"):
        withdraw_ruling(path, note("twee"))
    assert path.read_bytes() == before


def test_a_ruling_is_fast_among_ten_thousand(remembering: Path, tmp_path: Path) -> None:
    path = tmp_path / "decisions.toml"
    record(path, note("een"))
    head, block = path.read_text(encoding="utf-8").split("\n\n", 1)
    path.write_text("\n\n".join([head, *[block] * 2_000]), encoding="utf-8")
    read_decisions(path.read_text(encoding="utf-8"))
    began = time.process_time()
    record(path, note("twee"))
    assert time.process_time() - began < 0.5  # with tomlkit it took eight seconds
    assert len(read_decisions(path.read_text(encoding="utf-8"))) == 2_001


def test_a_changed_ruling_is_taken_back_latest_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "decisions.toml"
    for value in ("een", "twee", "drie"):
        record(path, note(value))
    words = ["decide", "withdraw", "note", "Wij komen", "--in", str(tmp_path)]
    assert main(words) == 0
    assert [row.value for row in read_decisions(path.read_text())] == ["een", "twee"]
    assert main([*words, "--all"]) == 0
    assert read_decisions(path.read_text()) == ()
    assert "drie" in capsys.readouterr().out


def test_rulings_are_listed_with_those_that_do_not_apply(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "brief.txt").write_text("In mei 2022 sturen wij u een plan.\n", encoding="utf-8")
    assert main(["decide", "list", "--in", str(tmp_path)]) == 0
    record(tmp_path / "decisions.toml", note("een"))
    assert main(["decide", "list", "--in", str(tmp_path)]) == 0
    out = capsys.readouterr().out
    assert out.startswith("no rulings\n2024-07-01  A. Rekenaar  note een\n")
    assert "not applied: " in out


def test_no_lock_is_seen_by_git(tmp_path: Path) -> None:
    record(tmp_path / "decisions.toml", note("een"))
    assert [path.name for path in tmp_path.iterdir()] == ["decisions.toml"]


def test_a_conflict_is_told_with_its_lines() -> None:
    with pytest.raises(DecisionError, match="lines 1, 3"):
        read_decisions("<<<<<<< HEAD\na = 1\n>>>>>>> other\n")
